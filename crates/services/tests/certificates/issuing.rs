//! Issuing to one person: what it needs, what it leaves behind.

use crate::course::Course;
use maktab_domain::{RegistrationState, Role, Span};
use maktab_services::Error;
use maktab_services::testing::{Fixture, PlannedEvent};
use maktab_services::verification::Standing;
use maktab_store::{outbox, registrations};

#[tokio::test]
async fn a_certificate_is_issued_signed_mailed_and_verifies_on_each_engine() {
    for fixture in Fixture::each().await {
        let course = Course::over(fixture, &["ppplpp"]).await;
        let number = course.issue(0).await.unwrap();
        assert!(number.starts_with("ECO-IOM-2027-"), "{number}");
        let verdict = course.verify(&number).await;
        assert_eq!(verdict.standing, Standing::Valid);
        assert_eq!(verdict.signed_at, Some(course.now()));
        let key = verdict.key.unwrap();
        assert!(key.starts_with("did:web:127.0.0.1%3A3000#z6Mk"), "{key}");
        let printed: Vec<&str> = verdict.printed.iter().map(|l| l.value.as_str()).collect();
        for value in [
            number.as_str(),
            "Aziza Karimova I",
            "Border management",
            "Tashkent, Uzbekistan",
            "Economic Cooperation Organization (ECO)",
        ] {
            assert!(printed.contains(&value), "{value} in {printed:?}");
        }
        let mut tx = course.fixture.services.database().read().await.unwrap();
        let mails = outbox::latest(&mut tx, Some("person0@example.org"), 10, 0)
            .await
            .unwrap();
        let [mail] = &mails[..] else {
            unreachable!("{mails:?}");
        };
        assert_eq!(
            (mail.kind.as_str(), mail.language.as_str()),
            ("certificate-ready", "en")
        );
        let verify = format!("http://127.0.0.1:3000/en/verify/{number}");
        assert!(
            mail.body.contains(&verify) && mail.body.contains("/en/my"),
            "{}",
            mail.body
        );
        let audited = "SELECT count(*) FROM audit_log WHERE action = 'certificate.issued'";
        assert_eq!(course.fixture.count(audited).await, 1);
    }
}

#[tokio::test]
async fn nobody_gets_a_certificate_without_meeting_the_rule() {
    let course = Course::over(Fixture::new().await, &["ppppaa", "pppppp"]).await;
    let refused = course.issue(0).await;
    assert!(matches!(
        refused,
        Err(Error::NotNow("certificate-not-eligible"))
    ));
    course
        .fixture
        .clock
        .travel_to(course.plan.ends - Span::minutes(1));
    let early = course.issue(1).await;
    assert!(matches!(
        early,
        Err(Error::NotNow("certificate-not-eligible"))
    ));
    assert_eq!((course.certificates().await, course.mails().await), (0, 0));
}

#[tokio::test]
async fn who_gave_the_place_up_gets_none() {
    let course = Course::over(Fixture::new().await, &["pppppp"]).await;
    let services = &course.fixture.services;
    let mut tx = services.database().write().await.unwrap();
    let (id, by) = (
        course.people[0].registration,
        registrations::EndedBy::Person,
    );
    let state = RegistrationState::Confirmed;
    assert!(
        registrations::cancel(&mut tx, id, state, by, course.now())
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
    assert!(matches!(course.issue(0).await, Err(Error::NotFound)));
    assert_eq!(course.certificates().await, 0);
}

#[tokio::test]
async fn only_one_stands_for_a_registration() {
    let course = Course::over(Fixture::new().await, &["pppppp"]).await;
    course.issue(0).await.unwrap();
    let again = course.issue(0).await;
    assert!(matches!(
        again,
        Err(Error::NotNow("certificate-issued-already"))
    ));
    assert_eq!((course.certificates().await, course.mails().await), (1, 1));
}

#[tokio::test]
async fn two_at_once_give_one_certificate() {
    for fixture in Fixture::each().await {
        let course = Course::over(fixture, &["pppppp"]).await;
        let (one, other) = tokio::join!(course.issue(0), course.issue(0));
        assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1);
        assert_eq!((course.certificates().await, course.mails().await), (1, 1));
    }
}

#[tokio::test]
async fn only_the_events_own_coordinators_issue() {
    let fixture = Fixture::new().await;
    let eco = fixture.eco;
    let own = |plan: &mut PlannedEvent| plan.organisers = vec![eco];
    let course = Course::with(fixture, 1, own).await;
    course.attend(&["pppppp"]).await;
    course.fixture.clock.travel_to(course.plan.ends);
    let services = &course.fixture.services;
    let iom = course.fixture.iom;
    let registration = course.people[0].registration;
    let refused = [
        course
            .fixture
            .actor_with(Role::Coordinator, Some(iom))
            .await,
        course.fixture.actor_with(Role::Trainer, Some(eco)).await,
        course.trainer.clone(),
        course.holder(0).await,
    ];
    for actor in refused {
        let issued = services
            .issue_certificate(&actor, "borders", registration)
            .await;
        assert!(matches!(issued, Err(Error::Forbidden)), "{issued:?}");
        let run = services.start_issue_run(&actor, "borders", 1).await;
        assert!(matches!(run, Err(Error::Forbidden)), "{run:?}");
    }
    assert_eq!(course.certificates().await, 0);
    let number = course.issue(0).await.unwrap();
    assert!(
        number.starts_with("ECO-2027-"),
        "one organiser, one name: {number}"
    );
}

#[tokio::test]
async fn a_registration_of_another_event_is_not_found() {
    let course = Course::over(Fixture::new().await, &["pppppp"]).await;
    let mut other = course.fixture.open_event("elsewhere");
    other.ends = course.now() - Span::hours(2);
    other.starts = other.ends - Span::days(1);
    course.fixture.add_event(&other).await;
    let services = &course.fixture.services;
    let id = course.people[0].registration;
    let swapped = services
        .issue_certificate(&course.coordinator, "elsewhere", id)
        .await;
    assert!(matches!(swapped, Err(Error::NotFound)), "{swapped:?}");
}
