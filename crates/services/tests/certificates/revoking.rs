//! Revoking: with a reason, once, seen by everybody, told to the holder; nothing is deleted.

use crate::course::Course;
use maktab_domain::{Role, Span};
use maktab_services::Error;
use maktab_services::testing::Fixture;
use maktab_services::verification::Standing;
use maktab_store::outbox;

#[tokio::test]
async fn a_revoked_certificate_says_when_and_why_on_each_engine() {
    for fixture in Fixture::each().await {
        let course = Course::over(fixture, &["pppppp"]).await;
        let number = course.issue(0).await.unwrap();
        course.fixture.clock.travel(Span::days(3));
        let services = &course.fixture.services;
        let slug = services
            .revoke_certificate(
                &course.coordinator,
                &number,
                " Issued to the  wrong person ",
            )
            .await;
        assert_eq!(slug.unwrap(), "borders");
        let at = course.now();
        let reason = "Issued to the wrong person".to_owned();
        assert_eq!(
            course.standing(&number).await,
            Standing::Revoked { at, reason }
        );
        assert_eq!(course.certificates().await, 1);
        let mut tx = services.database().read().await.unwrap();
        let mails = outbox::latest(&mut tx, Some("person0@example.org"), 10, 0)
            .await
            .unwrap();
        assert_eq!(mails[0].kind, "certificate-revoked");
        assert!(
            mails[0].body.contains("Issued to the wrong person"),
            "{}",
            mails[0].body
        );
        drop(tx);
        let again = services
            .revoke_certificate(&course.coordinator, &number, "Twice")
            .await;
        assert!(matches!(
            again,
            Err(Error::NotNow("certificate-revoked-already"))
        ));
        let audited = "SELECT count(*) FROM audit_log WHERE action = 'certificate.revoked'";
        assert_eq!(course.fixture.count(audited).await, 1);
    }
}

#[tokio::test]
async fn a_reason_is_one_line_and_cannot_be_left_out() {
    let course = Course::over(Fixture::new().await, &["pppppp"]).await;
    let number = course.issue(0).await.unwrap();
    let services = &course.fixture.services;
    for bad in ["", "  ", "a\u{7}b", &"x".repeat(201)] {
        let refused = services
            .revoke_certificate(&course.coordinator, &number, bad)
            .await;
        assert!(matches!(refused, Err(Error::Refused(_))), "{bad:?}");
    }
    assert_eq!(course.standing(&number).await, Standing::Valid);
}

#[tokio::test]
async fn only_the_events_own_coordinators_revoke() {
    let fixture = Fixture::new().await;
    let eco = fixture.eco;
    let course = Course::with(fixture, 1, |plan| plan.organisers = vec![eco]).await;
    course.attend(&["pppppp"]).await;
    course.fixture.clock.travel_to(course.plan.ends);
    let number = course.issue(0).await.unwrap();
    let services = &course.fixture.services;
    let iom = course.fixture.iom;
    for actor in [
        course
            .fixture
            .actor_with(Role::Coordinator, Some(iom))
            .await,
        course.trainer.clone(),
        course.holder(0).await,
    ] {
        let refused = services
            .revoke_certificate(&actor, &number, "Because")
            .await;
        assert!(matches!(refused, Err(Error::Forbidden)), "{refused:?}");
        let shown = services.revocable_certificate(&actor, &number).await;
        assert!(matches!(shown, Err(Error::Forbidden)), "{shown:?}");
    }
    assert_eq!(course.standing(&number).await, Standing::Valid);
    let unknown = services.revoke_certificate(&course.coordinator, "ECO-2027-0000-0000", "x");
    assert!(matches!(unknown.await, Err(Error::NotFound)));
}
