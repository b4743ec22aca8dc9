//! The files: for the holder and the event's coordinators, and the same whenever they are made.

use crate::course::Course;
use maktab_certificates::{KeySet, credential, token};
use maktab_domain::{OrganisationId, Role};
use maktab_services::Error;
use maktab_services::signing::Issuing;
use maktab_services::testing::{Fixture, PlannedEvent};

fn own_event(organiser: OrganisationId) -> impl FnOnce(&mut PlannedEvent) {
    move |plan| plan.organisers = vec![organiser]
}

#[tokio::test]
async fn a_page_set_anew_is_the_same_to_the_last_byte() {
    let course = Course::over(Fixture::new().await, &["pppppp"]).await;
    let number = course.issue(0).await.unwrap();
    let services = &course.fixture.services;
    let holder = course.holder(0).await;
    let first = services.certificate_pdf(&holder, &number).await.unwrap();
    assert!(first.starts_with(b"%PDF-"));
    // The same database and key, but all files are gone.
    let bare = maktab_services::Services::new(
        services.database().clone(),
        course.fixture.clock.clone(),
        std::sync::Arc::new(maktab_services::SystemRandom),
        services.settings().clone(),
    );
    let issuing = Issuing::in_memory(&services.settings().public_address, [7; 32]).unwrap();
    let bare = bare.with_certificates(issuing);
    let again = bare.certificate_pdf(&holder, &number).await.unwrap();
    assert!(first == again, "{} and {} bytes", first.len(), again.len());
    let kept = bare.certificate_pdf(&holder, &number).await.unwrap();
    assert!(first == kept);
}

#[tokio::test]
async fn the_credential_and_the_token_verify_without_us() {
    let course = Course::over(Fixture::new().await, &["pppppp"]).await;
    let number = course.issue(0).await.unwrap();
    let services = &course.fixture.services;
    let keys = KeySet::from_did_document(&services.did_document().unwrap()).unwrap();
    let holder = course.holder(0).await;
    let json = services.certificate_json(&holder, &number).await.unwrap();
    let verified = credential::verify(&json, &keys).unwrap();
    assert_eq!(verified.number.as_str(), number);
    assert_eq!(verified.belongs_to("person0@example.org"), Some(true));
    assert!(!json.contains("person0@example.org"), "only as a hash");
    let achievement = &verified.credential.credential_subject.achievement;
    assert_eq!(achievement.id, "http://127.0.0.1:3000/en/events/borders");
    let narrative = &achievement.criteria.narrative;
    assert_eq!(
        narrative,
        "Attended at least 80% of the sessions in which attendance was taken."
    );
    let mut tx = services.database().read().await.unwrap();
    let row = maktab_store::certificates::by_number(&mut tx, &number)
        .await
        .unwrap()
        .unwrap();
    let (address, code) = row.qr_text.split_once('#').unwrap();
    assert_eq!(address, format!("http://127.0.0.1:3000/v/{number}"));
    assert!(token::verify(code, &verified.number, &keys).is_ok());
}

#[tokio::test]
async fn files_are_for_the_holder_and_the_coordinators() {
    let fixture = Fixture::new().await;
    let eco = fixture.eco;
    let course = Course::with(fixture, 2, own_event(eco)).await;
    course.attend(&["pppppp", "pppppp"]).await;
    course.fixture.clock.travel_to(course.plan.ends);
    let number = course.issue(0).await.unwrap();
    let services = &course.fixture.services;
    for actor in [course.holder(0).await, course.coordinator.clone()] {
        assert!(services.certificate_pdf(&actor, &number).await.is_ok());
        assert!(services.certificate_json(&actor, &number).await.is_ok());
    }
    let iom = course.fixture.iom;
    for actor in [
        course.holder(1).await,
        course.trainer.clone(),
        course
            .fixture
            .actor_with(Role::Coordinator, Some(iom))
            .await,
    ] {
        let page = services.certificate_pdf(&actor, &number).await;
        assert!(
            matches!(page, Err(Error::NotFound)),
            "{:?}",
            page.map(|p| p.len())
        );
        let json = services.certificate_json(&actor, &number).await;
        assert!(matches!(json, Err(Error::NotFound)), "{json:?}");
    }
    for unknown in ["ECO-2027-0000-0000", "../keys/issuer.pem", ""] {
        let page = services.certificate_pdf(&course.coordinator, unknown).await;
        assert!(matches!(page, Err(Error::NotFound)));
    }
}
