//! What verifying answers: each standing, and what was altered behind our back.

use crate::course::Course;
use maktab_certificates::{KeySet, credential, status};
use maktab_domain::Span;
use maktab_locale::Locale;
use maktab_services::signing::Issuing;
use maktab_services::testing::Fixture;
use maktab_services::verification::{Standing, Verification};
use maktab_services::{PublicAddress, Services, Settings, SystemRandom};
use maktab_store::certificates::testing as tampering;
use std::sync::Arc;

#[tokio::test]
async fn a_number_is_found_however_it_is_typed() {
    let course = Course::over(Fixture::new().await, &["pppppp"]).await;
    let number = course.issue(0).await.unwrap();
    let bare = number.replace('-', "");
    for typed in [
        number.to_lowercase(),
        number.replace('-', " "),
        bare.clone(),
        format!("  {bare}  "),
        number.replace('-', "\u{2013}"),
    ] {
        assert_eq!(course.verify(&typed).await.number, number, "{typed}");
    }
}

#[tokio::test]
async fn what_is_no_number_of_ours_is_told_apart() {
    let course = Course::over(Fixture::new().await, &["pppppp"]).await;
    let number = course.issue(0).await.unwrap();
    let services = &course.fixture.services;
    let ask = async |typed: &str| services.verify_certificate(typed).await.unwrap();
    for typed in ["", "hello", "<script>", "ECO-IOM-2027", "' OR 1=1 --"] {
        assert!(
            matches!(ask(typed).await, Verification::NoNumber),
            "{typed}"
        );
    }
    let last = if number.ends_with('0') { '1' } else { '0' };
    let mistyped = format!("{}{last}", &number[..number.len() - 1]);
    assert!(matches!(ask(&mistyped).await, Verification::Mistyped));
    let unknown = ask("ECO-IOM-2026-773Q-9X5X").await;
    assert!(
        matches!(unknown, Verification::Unknown { .. }),
        "{unknown:?}"
    );
}

#[tokio::test]
async fn every_printed_line_has_a_name_in_every_language() {
    let course = Course::over(Fixture::new().await, &["pppppa"]).await;
    let number = course.issue(0).await.unwrap();
    let verdict = course.verify(&number).await;
    let lines = |locale: Locale| -> Vec<(&str, &str)> {
        let lines = verdict.printed.iter();
        lines
            .map(|line| (line.label(locale), line.value.as_str()))
            .collect()
    };
    let english = lines(Locale::En);
    for expected in [
        ("Certificate number", number.as_str()),
        ("Certificate", "Certificate of completion"),
        ("Name", "Aziza Karimova I"),
        ("Kind of event", "workshop"),
        ("Title", "Border management"),
        ("Place", "Tashkent, Uzbekistan"),
        ("Dates", "8–10\u{a0}February 2027"),
        ("Duration", "18\u{a0}hours"),
        ("Attendance", "5 of 6 sessions attended (83\u{a0}%)"),
        ("Issued on", "10\u{a0}February 2027"),
    ] {
        assert!(english.contains(&expected), "{expected:?} in {english:?}");
    }
    for locale in [Locale::Ru, Locale::Fa, Locale::Tr] {
        for ((label, value), (name, same)) in english.iter().zip(lines(locale)) {
            assert_eq!(*value, same, "values stay as printed");
            assert_ne!(*label, name, "{locale:?}");
        }
    }
}

#[tokio::test]
async fn who_signed_is_told_as_it_was_signed() {
    let course = Course::over(Fixture::new().await, &["pppppp"]).await;
    let number = course.issue(0).await.unwrap();
    let names = async |language| -> Vec<String> {
        let verdict = course.verify(&number).await;
        let names = verdict.organisations.iter();
        names.map(|n| n.best(language).1.to_owned()).collect()
    };
    let signed = [
        "Economic Cooperation Organization",
        "International Organization for Migration",
    ];
    assert_eq!(names("en").await, signed);
    assert_eq!(names("fa").await[0], "سازمان همکاری اقتصادی");
    // Neither another organiser of the event nor another name changes what was signed.
    let f = &course.fixture;
    f.change(
        "DELETE FROM event_organisers
         WHERE organisation_id = (SELECT id FROM organisations WHERE code = 'iom')",
    )
    .await;
    assert_eq!(names("en").await, signed);
    f.change("UPDATE organisations SET names = '{\"en\": \"Somebody Else\"}'")
        .await;
    f.services.forget_reference();
    assert_eq!(names("en").await, signed);
    assert_eq!(names("fa").await, signed);
}

#[tokio::test]
async fn altered_facts_and_credentials_are_found_out_on_each_engine() {
    for fixture in Fixture::each().await {
        let course = Course::over(fixture, &["pppppp"; 3]).await;
        let services = &course.fixture.services;
        let mut numbers = Vec::new();
        for place in 0..3 {
            numbers.push(course.issue(place).await.unwrap());
        }
        let mut tx = services.database().write().await.unwrap();
        let [facts, credential, kept] = &numbers[..] else {
            unreachable!();
        };
        tampering::tamper(&mut tx, facts, "Aziza", "Azzia")
            .await
            .unwrap();
        tampering::tamper_credential(&mut tx, credential, "Bekzod", "Bekzad")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        for altered in [facts, credential] {
            let verdict = course.verify(altered).await;
            assert_eq!(verdict.standing, Standing::Altered);
            assert_eq!(
                (verdict.printed.len(), verdict.key),
                (0, None),
                "nothing is vouched for"
            );
        }
        assert_eq!(course.standing(kept).await, Standing::Valid);
    }
}

#[tokio::test]
async fn the_facts_of_one_certificate_do_not_pass_for_another() {
    let course = Course::over(Fixture::new().await, &["pppppp"; 2]).await;
    let services = &course.fixture.services;
    let (one, other) = (
        course.issue(0).await.unwrap(),
        course.issue(1).await.unwrap(),
    );
    let mut tx = services.database().write().await.unwrap();
    tampering::swap(&mut tx, &one, &other).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(course.standing(&one).await, Standing::Altered);
}

/// The same database behind another address, with the key made of `seed`.
async fn moved(course: &Course, seed: u8, number: &str) -> Standing {
    let services = &course.fixture.services;
    let address = PublicAddress::parse("https://maktab.example.org").unwrap();
    let issuing = Issuing::in_memory(&address, [seed; 32]).unwrap();
    let (clock, random) = (course.fixture.clock.clone(), Arc::new(SystemRandom));
    let settings = Settings::new(address);
    let moved = Services::new(services.database().clone(), clock, random, settings);
    let moved = moved.with_certificates(issuing);
    match moved.verify_certificate(number).await.unwrap() {
        Verification::Found(verdict) => verdict.standing,
        other => unreachable!("{other:?}"),
    }
}

#[tokio::test]
async fn an_installation_that_moved_knows_its_own_signatures_and_no_others() {
    let course = Course::over(Fixture::new().await, &["pppppp"]).await;
    let number = course.issue(0).await.unwrap();
    assert_eq!(moved(&course, 7, &number).await, Standing::Valid);
    assert_eq!(moved(&course, 8, &number).await, Standing::Altered);
}

#[tokio::test]
async fn a_replaced_certificate_names_the_other() {
    let course = Course::over(Fixture::new().await, &["pppppp"; 2]).await;
    let services = &course.fixture.services;
    let (one, other) = (
        course.issue(0).await.unwrap(),
        course.issue(1).await.unwrap(),
    );
    let mut tx = services.database().write().await.unwrap();
    tampering::replace(&mut tx, &one, &other).await.unwrap();
    tx.commit().await.unwrap();
    let by = other.clone();
    assert_eq!(course.standing(&one).await, Standing::Replaced { by });
    assert_eq!(course.standing(&other).await, Standing::Valid);
}

#[tokio::test]
async fn the_signed_list_says_what_was_revoked_and_is_renewed() {
    for fixture in Fixture::each().await {
        let course = Course::over(fixture, &["pppppp"; 2]).await;
        let services = &course.fixture.services;
        let missing = services.status_list(1).await;
        assert!(missing.is_err(), "no certificate, no list");
        let (one, other) = (
            course.issue(0).await.unwrap(),
            course.issue(1).await.unwrap(),
        );
        let keys = KeySet::from_did_document(&services.did_document().unwrap()).unwrap();
        let list = async || services.status_list(1).await.unwrap();
        let of = async |number: &str| {
            let json = services
                .certificate_json(&course.coordinator, number)
                .await
                .unwrap();
            credential::verify(&json, &keys).unwrap().credential
        };
        let before = list().await;
        assert_eq!(before, list().await, "signed once");
        services
            .revoke_certificate(&course.coordinator, &one, "Error")
            .await
            .unwrap();
        let after = list().await;
        assert_ne!(before, after);
        let read = |json: &str| status::verify(json, &keys).unwrap();
        assert_eq!(read(&before).revokes(&of(&one).await), Some(false));
        assert_eq!(read(&after).revokes(&of(&one).await), Some(true));
        assert_eq!(read(&after).revokes(&of(&other).await), Some(false));
        course.fixture.clock.travel(Span::hours(13));
        let renewed = list().await;
        assert!(read(&renewed).valid_until > read(&after).valid_until);
        course.fixture.clock.travel(Span::days(-2));
        let back = list().await;
        assert!(
            read(&back).as_of < read(&renewed).as_of,
            "not signed in the future"
        );
        for other in [0, 2, -1] {
            assert!(services.status_list(other).await.is_err());
        }
    }
}
