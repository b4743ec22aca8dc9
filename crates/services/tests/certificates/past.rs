//! Certificates of the past: as of their times, without mail, the same from the same seed.

use crate::course::Course;
use maktab_domain::Span;
use maktab_services::issuing::{PastCertificate, PastRevocation};
use maktab_services::testing::Fixture;
use maktab_services::verification::Standing;
use maktab_services::{Error, SeededRandom};

fn past(course: &Course) -> Vec<PastCertificate> {
    let issued_at = course.plan.ends + Span::days(2);
    let by = course.coordinator.account;
    let people = course.people.iter();
    let mut all: Vec<_> = people
        .map(|person| PastCertificate {
            registration: person.registration,
            issued_at,
            issued_by: by,
            revoked: None,
        })
        .collect();
    all[1].revoked = Some(PastRevocation {
        at: issued_at + Span::days(10),
        by,
        reason: "The name was wrong".to_owned(),
    });
    all
}

async fn issue(course: &Course) -> Result<Vec<String>, Error> {
    let services = &course.fixture.services;
    let mut tx = services.database().write().await?;
    let random = SeededRandom::new(11);
    let event = course.event;
    let past = past(course);
    let numbers = services.issue_past_certificates(&mut tx, &random, event, &past);
    let numbers = numbers.await?;
    tx.commit().await?;
    Ok(numbers)
}

#[tokio::test]
async fn the_past_is_issued_as_of_its_times_without_mail() {
    for fixture in Fixture::each().await {
        let course = Course::over(fixture, &["pppppp"; 5]).await;
        course.fixture.clock.travel(Span::days(60));
        let numbers = issue(&course).await.unwrap();
        assert_eq!((numbers.len(), course.mails().await), (5, 0));
        let verdict = course.verify(&numbers[0]).await;
        assert_eq!(verdict.standing, Standing::Valid);
        assert_eq!(verdict.signed_at, Some(course.plan.ends + Span::days(2)));
        let revoked = course.standing(&numbers[1]).await;
        assert!(matches!(revoked, Standing::Revoked { .. }), "{revoked:?}");
        let holder = course.holder(0).await;
        let page = course
            .fixture
            .services
            .certificate_pdf(&holder, &numbers[0])
            .await;
        assert!(
            page.unwrap().starts_with(b"%PDF-"),
            "set at the first download"
        );
    }
}

#[tokio::test]
async fn one_seed_gives_one_set_of_numbers() {
    let one = Course::over(Fixture::new().await, &["pppppp"; 5]).await;
    let other = Course::over(Fixture::new().await, &["pppppp"; 5]).await;
    assert_eq!(issue(&one).await.unwrap(), issue(&other).await.unwrap());
}

#[tokio::test]
async fn the_past_knows_the_rule_too() {
    let course = Course::over(Fixture::new().await, &["pppppp", "pppppa", "paaaaa"]).await;
    let refused = issue(&course).await;
    assert!(matches!(
        refused,
        Err(Error::NotNow("certificate-not-eligible"))
    ));
    assert_eq!(course.certificates().await, 0);
}
