//! What anybody can ask: verification in every standing, keys, lists; and the files, which
//! only some can.

use super::Course;
use axum::http::StatusCode;
use maktab_store::certificates::testing as tampering;

#[tokio::test]
async fn the_short_address_leads_to_the_page_in_the_visitors_language() {
    let course = Course::new().await;
    let number = course.issue().await;
    let mut browser = course.browser(None).await;
    for (languages, to) in [
        ("", "en"),
        ("fa,en;q=0.5", "fa"),
        ("kk", "ru"),
        ("xx", "en"),
    ] {
        browser.languages = languages;
        let answer = browser.get(&format!("/v/{number}")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(answer.location(), format!("/{to}/verify/{number}"));
    }
    let odd = browser.get("/v/a%2F..%2Fb%0D%0AX-Evil:1").await;
    assert_eq!(odd.location(), "/en/verify/a%2F..%2Fb%0D%0AX-Evil%3A1");
}

#[tokio::test]
async fn a_valid_certificate_is_shown_with_every_printed_line_in_every_language() {
    let course = Course::new().await;
    let number = course.issue().await;
    let browser = course.browser(None).await;
    for (language, title, label) in [
        ("en", "This certificate is valid", "Certificate number"),
        ("ru", "Сертификат действителен", "Номер сертификата"),
        ("fa", "این گواهی معتبر است", "شمارهٔ گواهی"),
        ("tr", "Bu sertifika geçerlidir", "Sertifika numarası"),
    ] {
        let page = browser.get(&format!("/{language}/verify/{number}")).await;
        assert_eq!(page.status, StatusCode::OK);
        page.says(title);
        page.says(label);
        for printed in [
            number.as_str(),
            "Aziza Karimova",
            "Border management",
            "Tashkent, Uzbekistan",
            "6 of 6 sessions attended",
            "did:web:127.0.0.1%3A3000#z6Mk",
        ] {
            page.says(printed);
        }
        assert_eq!(page.header("x-robots-tag"), "noindex, nofollow");
        assert_eq!(page.header("cache-control"), "no-store");
        for personal in ["person0@example.org", "State Border Committee", "Inspector"] {
            page.does_not_say(personal);
        }
    }
}

#[tokio::test]
async fn every_standing_is_another_answer() {
    let course = Course::new().await;
    let services = &course.fixture.services;
    let number = course.issue().await;
    let other = services.issue_certificate(&course.coordinator, "borders", course.people[1].1);
    let other = other.await.unwrap();
    let browser = course.browser(None).await;
    let address = format!("/en/verify/{number}");
    browser.get(&address).await.says("verdict valid");
    let mut tx = services.database().write().await.unwrap();
    tampering::replace(&mut tx, &number, &other).await.unwrap();
    tx.commit().await.unwrap();
    let replaced = browser.get(&address).await;
    replaced.says("verdict replaced");
    replaced.says(&format!("href=\"/en/verify/{other}\""));
    services
        .revoke_certificate(&course.coordinator, &number, "Error")
        .await
        .unwrap();
    browser.get(&address).await.says("verdict revoked");
    let mut tx = services.database().write().await.unwrap();
    tampering::tamper(&mut tx, &number, "Aziza", "Azzia")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let altered = browser.get(&address).await;
    altered.says("verdict altered");
    altered.says("This certificate cannot be trusted");
    altered.does_not_say("Azzia");
    let unknown = browser.get("/en/verify/ECO-IOM-2026-773Q-9X5X").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    unknown.says("verdict unknown");
    unknown.says("What you can check");
    unknown.says("127.0.0.1:3000");
}

#[tokio::test]
async fn the_form_forgives_how_a_number_is_typed() {
    let course = Course::new().await;
    let number = course.issue().await;
    let browser = course.browser(None).await;
    let form = browser.get("/en/verify").await;
    assert_eq!(form.status, StatusCode::OK);
    form.says("Certificate number");
    let typed = number.to_lowercase().replace('-', "+");
    let answer = browser.get(&format!("/en/verify?number={typed}")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.location(), format!("/en/verify/{number}"));
    let bare = browser
        .get(&format!("/en/verify/{}", number.replace('-', "")))
        .await;
    assert_eq!(bare.location(), format!("/en/verify/{number}"));
    for (typed, why) in [
        ("", "Fill in this field"),
        ("hello", "A number has letters in front"),
        (
            "ECO-IOM-2026-773Q-9X5Y",
            "At least one character of it is wrong",
        ),
        ("%22%3E%3Cscript%3E", "A number has letters in front"),
    ] {
        let refused = browser.get(&format!("/en/verify?number={typed}")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        refused.says(why);
        refused.does_not_say("\"><script>");
    }
    let gone = browser.get("/en/verify/hello").await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    gone.says("value=\"hello\"");
}

#[tokio::test]
async fn keys_and_lists_are_public_to_every_origin() {
    let course = Course::new().await;
    let browser = course.browser(None).await;
    let keys = browser.get("/.well-known/did.json").await;
    assert_eq!(keys.header("content-type"), "application/did+json");
    assert_eq!(keys.header("access-control-allow-origin"), "*");
    keys.says("did:web:127.0.0.1%3A3000#z6Mk");
    keys.does_not_say("PRIVATE");
    assert_eq!(browser.get("/status/1").await.status, StatusCode::NOT_FOUND);
    course.issue().await;
    let list = browser.get("/status/1").await;
    assert_eq!(list.header("content-type"), "application/vc");
    assert_eq!(list.header("access-control-allow-origin"), "*");
    assert_eq!(list.header("cache-control"), "public, max-age=300");
    list.says("BitstringStatusListCredential");
    list.says("validUntil");
    for none in [
        "/status/2",
        "/status/01",
        "/status/-1",
        "/status/x",
        "/status/99999999999999999999",
    ] {
        assert_eq!(
            browser.get(none).await.status,
            StatusCode::NOT_FOUND,
            "{none}"
        );
    }
}

#[tokio::test]
async fn files_are_given_to_the_holder_and_the_coordinators_only() {
    let course = Course::new().await;
    let number = course.issue().await;
    let (pdf, json) = (
        format!("/certificates/{number}.pdf"),
        format!("/certificates/{number}.json"),
    );
    for actor in [&course.people[0].0, &course.coordinator] {
        let browser = course.browser(Some(actor)).await;
        let page = browser.get(&pdf).await;
        assert_eq!(
            (page.status, page.header("content-type")),
            (StatusCode::OK, "application/pdf")
        );
        assert!(page.bytes.starts_with(b"%PDF-"));
        let name = format!("attachment; filename=\"{number}.pdf\"");
        assert_eq!(page.header("content-disposition"), name);
        assert_eq!(page.header("cache-control"), "no-store");
        let credential = browser.get(&json).await;
        assert_eq!(credential.header("content-type"), "application/json");
        credential.says("OpenBadgeCredential");
    }
    let mut others = course.outsiders().await;
    others.push(course.people[1].0.clone());
    for actor in others {
        let browser = course.browser(Some(&actor)).await;
        for file in [&pdf, &json] {
            let answer = browser.get(file).await;
            assert_eq!(
                answer.status,
                StatusCode::NOT_FOUND,
                "{} {file}",
                actor.name
            );
        }
    }
    let nobody = course.browser(None).await;
    assert!(
        nobody
            .get(&pdf)
            .await
            .location()
            .starts_with("/en/sign-in?next=")
    );
    let coordinator = course.browser(Some(&course.coordinator)).await;
    for none in [
        "/certificates/x.pdf",
        "/certificates/x",
        "/certificates/..%2F..%2Fkeys%2Fissuer.pem.pdf",
    ] {
        assert_eq!(
            coordinator.get(none).await.status,
            StatusCode::NOT_FOUND,
            "{none}"
        );
    }
}
