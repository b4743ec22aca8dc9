//! One's own pages: registrations, cancelling, details, browsers; and nobody else's.

use crate::site::{Site, filled};
use maktab_domain::{RegistrationState, Span};

const A: &str = "a@example.org";

#[tokio::test]
async fn a_person_without_anything_is_told_what_to_do() {
    let site = Site::new().await;
    let (_, account) = site.fixture.add_person("Aziza Karimova", A).await;
    let browser = site.signed_in(account).await;
    let my = browser.get("/en/my").await;
    assert!(
        my.body
            .contains("You are not registered for any event to come.")
    );
    assert!(my.body.contains("Find an event"));
    assert!(my.body.contains("its coordinator issues your certificate"));
    assert!(!my.body.contains("Past and cancelled"));
    for language in ["ru", "fa", "tr"] {
        for page in ["my", "my/details", "my/account"] {
            let answer = browser.get(&format!("/{language}/{page}")).await;
            assert_eq!(answer.status, 200, "{language}/{page}");
        }
    }
}

#[tokio::test]
async fn cancelling_says_what_will_happen_frees_the_seat_and_sends_a_mail() {
    let site = Site::new().await;
    let event = site.event(|plan| plan.capacity = 1).await;
    let (person, account) = site.fixture.add_person("Aziza Karimova", A).await;
    let state = RegistrationState::Confirmed;
    let id = site.fixture.add_registration(event, person, state).await;
    let browser = site.signed_in(account).await;
    let path = format!("/en/my/registrations/{id}/cancel");
    assert!(browser.get("/en/my").await.body.contains(&path));
    let page = browser.get(&path).await;
    assert!(
        page.body.contains("Your seat becomes free"),
        "{}",
        page.body
    );
    assert_eq!(site.fixture.count("SELECT taken FROM events").await, 1);
    let answer = browser.post(&path, &[]).await;
    assert_eq!(answer.location(), "/en/my?done=cancelled");
    assert_eq!(site.fixture.count("SELECT taken FROM events").await, 0);
    let mail = &site.fixture.mails_to(A).await[0];
    assert_eq!(mail.kind, "cancelled");
    let calendar = mail.calendar.as_deref().unwrap();
    assert!(calendar.contains("METHOD:CANCEL") && calendar.contains("STATUS:CANCELLED"));
    // Again: nothing more happens, and no seat is freed twice.
    assert_eq!(browser.post(&path, &[]).await.status, 303);
    assert_eq!(site.fixture.mails_to(A).await.len(), 1);
    assert_eq!(site.fixture.count("SELECT taken FROM events").await, 0);
    let audited = site.fixture.audited(id.0).await;
    assert_eq!(audited, ["registration.cancelled"]);
    let again = browser.get(&path).await;
    assert!(again.body.contains("It is cancelled already"));
    assert!(!again.body.contains("Write to the organisers"));
    let my = browser.get("/en/my?done=cancelled").await;
    assert!(my.body.contains("Past and cancelled"));
    // The seat can be taken again, by the same person too.
    assert_eq!(browser.register(&filled(A)).await.status, 303);
    assert_eq!(site.fixture.count("SELECT taken FROM events").await, 1);
}

#[tokio::test]
async fn whoever_waits_is_not_told_of_a_seat_that_becomes_free() {
    let site = Site::new().await;
    let event = site.event(|_| ()).await;
    let (person, account) = site.fixture.add_person("Aziza Karimova", A).await;
    let state = RegistrationState::Waitlisted;
    let id = site.fixture.add_registration(event, person, state).await;
    let browser = site.signed_in(account).await;
    let path = format!("/en/my/registrations/{id}/cancel");
    let page = browser.get(&path).await;
    assert!(page.body.contains("no longer considered"), "{}", page.body);
    assert!(!page.body.contains("Your seat becomes free"));
}

#[tokio::test]
async fn nobody_sees_or_cancels_anybody_elses_registration() {
    let site = Site::new().await;
    let event = site.event(|_| ()).await;
    let (person, _) = site.fixture.add_person("Aziza Karimova", A).await;
    let state = RegistrationState::Pending;
    let id = site.fixture.add_registration(event, person, state).await;
    let (_, other) = site
        .fixture
        .add_person("Bahrom Saidov", "b@example.org")
        .await;
    let other = site.signed_in(other).await;
    let cancel = format!("/en/my/registrations/{id}/cancel");
    let confirm = format!("/en/my/registrations/{id}/confirm");
    assert_eq!(other.get(&cancel).await.status, 404);
    assert_eq!(other.post(&cancel, &[]).await.status, 404);
    assert_eq!(other.post(&confirm, &[]).await.status, 404);
    let nobody = site.browser();
    assert_eq!(nobody.post(&cancel, &[]).await.status, 303);
    assert_eq!(nobody.post(&confirm, &[]).await.status, 303);
    let odd = "/en/my/registrations/1-2/cancel";
    assert_eq!(other.get(odd).await.status, 404);
    let pending = "SELECT count(*) FROM registrations WHERE state = 'pending'";
    assert_eq!(site.fixture.count(pending).await, 1);
    assert!(!other.get("/en/my").await.body.contains("Border management"));
}

#[tokio::test]
async fn once_the_event_has_begun_a_registration_stays() {
    let site = Site::new().await;
    let event = site.event(|_| ()).await;
    let (person, account) = site.fixture.add_person("Aziza Karimova", A).await;
    let state = RegistrationState::Confirmed;
    let id = site.fixture.add_registration(event, person, state).await;
    site.later(Span::days(30));
    let browser = site.signed_in(account).await;
    let path = format!("/en/my/registrations/{id}/cancel");
    assert!(!browser.get("/en/my").await.body.contains(&path));
    let page = browser.get(&path).await;
    assert!(
        page.body.contains("can no longer be cancelled"),
        "{}",
        page.body
    );
    assert_eq!(browser.post(&path, &[]).await.status, 409);
    assert_eq!(site.fixture.count("SELECT taken FROM events").await, 1);
}

#[tokio::test]
async fn a_pending_registration_is_confirmed_by_whoever_signed_in_with_its_address() {
    let site = Site::with_event().await;
    site.browser().register(&filled(A)).await;
    site.later(Span(1));
    let fields = [("way", "link"), ("email", A)];
    site.browser().post("/en/sign-in", &fields).await;
    let path = site.link(A, "/sign-in/").await;
    let browser = site.browser();
    browser.post(&path, &[]).await;
    let my = browser.get("/en/my").await.body;
    assert!(
        my.contains("Your seat is held until 11 January 2027, 13:00 (Tashkent time)"),
        "{my}"
    );
    let path = my
        .split("action=\"")
        .find(|part| part.contains("/confirm\""));
    let path = path.unwrap().split('"').next().unwrap();
    site.later(Span(1));
    let answer = browser.post(path, &[]).await;
    assert_eq!(answer.location(), "/en/my?done=confirmed");
    let confirmed = "SELECT count(*) FROM registrations WHERE state = 'confirmed'";
    assert_eq!(site.fixture.count(confirmed).await, 1);
    assert_eq!(site.fixture.mails_to(A).await[0].kind, "registered");
}

#[tokio::test]
async fn ones_details_are_changed_by_the_rules_of_the_form() {
    let site = Site::new().await;
    let (_, account) = site.fixture.add_person("Aziza Karimova", A).await;
    let browser = site.signed_in(account).await;
    let page = browser.get("/en/my/details").await;
    assert!(page.body.contains("value=\"Aziza Karimova\""));
    let details = |name, language| {
        [
            ("name", name),
            ("native-name", ""),
            ("native-language", ""),
            ("country", "TJ"),
            ("institution", "Migration Service"),
            ("job-title", "Head of unit"),
            ("language", language),
            ("email", "other@example.org"),
        ]
    };
    for (name, language, field) in [("", "fa", "name"), ("Aziza", "xx", "language")] {
        let answer = browser
            .post("/en/my/details", &details(name, language))
            .await;
        assert_eq!(answer.status, 422);
        assert!(answer.refuses(field), "{field}: {}", answer.body);
    }
    let answer = browser
        .post("/en/my/details", &details("Aziza Karim", "fa"))
        .await;
    assert_eq!(answer.location(), "/en/my/details?done=details");
    let changed = "SELECT count(*) FROM people
                   WHERE name_latin = 'Aziza Karim' AND language = 'fa' AND country = 'TJ'
                     AND email = 'a@example.org'";
    assert_eq!(site.fixture.count(changed).await, 1);
}

#[tokio::test]
async fn the_other_browsers_can_be_signed_out() {
    let site = Site::new().await;
    let (_, account) = site.fixture.add_person("Aziza Karimova", A).await;
    let (_, somebody) = site
        .fixture
        .add_person("Bahrom Saidov", "b@example.org")
        .await;
    let (here, there) = (site.signed_in(account).await, site.signed_in(account).await);
    let theirs = site.signed_in(somebody).await;
    let page = here.get("/en/my/account").await;
    assert!(page.body.contains("Sign out everywhere else"));
    let answer = here
        .post("/en/my/account", &[("way", "sign-out-elsewhere")])
        .await;
    assert_eq!(answer.location(), "/en/my/account?done=signed-out");
    assert_eq!(here.get("/en/my").await.status, 200);
    assert_eq!(there.get("/en/my").await.status, 303);
    assert_eq!(theirs.get("/en/my").await.status, 200);
    let page = here.get("/en/my/account").await;
    assert!(!page.body.contains("Sign out everywhere else"));
}

#[tokio::test]
async fn pages_of_ones_own_are_stored_nowhere() {
    let site = Site::new().await;
    let (_, account) = site.fixture.add_person("Aziza Karimova", A).await;
    let browser = site.signed_in(account).await;
    let nobody = site.browser();
    for path in [
        "/en/my",
        "/en/my/details",
        "/en/my/account",
        "/en/my/registrations.csv",
        "/en/my/certificates.json",
    ] {
        assert_eq!(nobody.get(path).await.status, 303, "{path}");
        let answer = browser.get(path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(
            answer.header(axum::http::header::CACHE_CONTROL),
            "no-store",
            "{path}"
        );
    }
}
