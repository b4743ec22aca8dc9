//! The link of the mail: what it does once, and what it says afterwards.

use crate::site::{Answer, Site, filled, filled_but};
use axum::http::header::{CACHE_CONTROL, SET_COOKIE};
use maktab_domain::{Role, Span};

const A: &str = "a@example.org";

async fn registered() -> Site {
    let site = Site::with_event().await;
    site.browser().register(&filled(A)).await;
    site
}

#[tokio::test]
async fn to_look_at_a_link_changes_nothing() {
    let site = registered().await;
    let path = site.link(A, "/confirm/").await;
    for _ in 0..3 {
        let page = site.browser().get(&path).await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("Aziza Karimova") && page.body.contains("Border management"));
        assert!(page.body.contains("method=\"post\""));
        assert_eq!(page.header(CACHE_CONTROL), "no-store");
    }
    let pending = "SELECT count(*) FROM registrations WHERE state = 'pending'";
    assert_eq!(site.fixture.count(pending).await, 1);
    assert_eq!(site.fixture.count("SELECT count(*) FROM sign_ins").await, 0);
}

#[tokio::test]
async fn the_button_gives_the_place_and_signs_the_browser_in() {
    let site = registered().await;
    let path = site.link(A, "/confirm/").await;
    site.later(Span(1));
    let browser = site.browser();
    let answer = browser.post(&path, &[]).await;
    assert_eq!(answer.status, 303);
    assert_eq!(answer.location(), "/en/my?done=confirmed");
    let cookie = answer.header(SET_COOKIE);
    for part in ["maktab=", "HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{part}: {cookie}");
    }
    let my = browser.get("/en/my").await;
    assert_eq!(my.status, 200);
    assert!(my.body.contains("Border management") && my.body.contains("Confirmed"));
    let proven = "SELECT count(*) FROM people WHERE email_verified_at IS NOT NULL";
    assert_eq!(site.fixture.count(proven).await, 1);
    let mail = &site.fixture.mails_to(A).await[0];
    assert_eq!(mail.kind, "registered");
    let calendar = mail.calendar.as_deref().unwrap();
    for line in [
        "METHOD:PUBLISH",
        "SUMMARY:Border management",
        "DTEND:20270208T110000Z",
    ] {
        assert!(calendar.contains(line), "{line}: {calendar}");
    }
    // An entry for each of its three days, so that nobody's nights are taken up.
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 3);
    // Used up: somebody else's browser gets nothing from it.
    let other = site.browser();
    let again = other.post(&path, &[]).await;
    assert_eq!(again.status, 200);
    assert!(again.body.contains("Confirmed already"), "{}", again.body);
    assert_eq!(other.cookie(), None);
    assert_eq!(site.stored().await, [1, 1, 1, 2, 1]);
}

#[tokio::test]
async fn where_a_coordinator_decides_the_button_applies() {
    let site = Site::new().await;
    site.event(|plan| plan.registration_mode = "approval".to_owned())
        .await;
    site.browser().register(&filled(A)).await;
    let path = site.link(A, "/confirm/").await;
    site.later(Span(1));
    let answer = site.browser().post(&path, &[]).await;
    assert_eq!(answer.location(), "/en/my?done=submitted");
    let submitted = "SELECT count(*) FROM registrations WHERE state = 'submitted'";
    assert_eq!(site.fixture.count(submitted).await, 1);
    assert_eq!(site.fixture.mails_to(A).await[0].kind, "applied");
}

#[tokio::test]
async fn after_its_time_a_link_says_to_register_again() {
    let site = registered().await;
    let path = site.link(A, "/confirm/").await;
    site.later(Span::hours(24));
    // Before the background work has freed the seat, and after.
    for _ in 0..2 {
        for answer in [
            site.browser().get(&path).await,
            site.browser().post(&path, &[]).await,
        ] {
            assert_eq!(answer.status, 410);
            assert!(answer.body.contains("/en/events/borders/register"));
        }
        site.background().await;
    }
    let live = "SELECT count(*) FROM registrations WHERE state <> 'cancelled'";
    assert_eq!(site.fixture.count(live).await, 0);
    assert_eq!(site.fixture.count("SELECT count(*) FROM sign_ins").await, 0);
}

#[tokio::test]
async fn an_unknown_link_says_so() {
    let site = Site::with_event().await;
    for token in ["x", &"0".repeat(64), &"g".repeat(64)] {
        let page = site.browser().get(&format!("/en/confirm/{token}")).await;
        assert_eq!(page.status, 410);
        assert!(page.body.contains("We do not know this link"));
        let answer = site
            .browser()
            .post(&format!("/en/confirm/{token}"), &[])
            .await;
        assert_eq!(answer.status, 410);
    }
}

#[tokio::test]
async fn a_link_to_confirm_does_not_sign_in_and_the_other_way_round() {
    let site = registered().await;
    let confirm = site.link(A, "/confirm/").await;
    let as_sign_in = confirm.replace("/confirm/", "/sign-in/");
    assert_eq!(site.browser().post(&as_sign_in, &[]).await.status, 410);
    let fields = [("way", "link"), ("email", A)];
    site.later(Span(1));
    site.browser().post("/en/sign-in", &fields).await;
    let sign_in = site.link(A, "/sign-in/").await;
    let as_confirm = sign_in.replace("/sign-in/", "/confirm/");
    assert_eq!(site.browser().post(&as_confirm, &[]).await.status, 410);
    assert_eq!(site.fixture.count("SELECT count(*) FROM sign_ins").await, 0);
}

#[tokio::test]
async fn the_link_of_a_day_opens_no_account_that_bears_a_role() {
    let site = Site::with_event().await;
    let (_, account) = site.fixture.add_person("Aziza Karimova", A).await;
    let eco = Some(site.fixture.eco);
    site.fixture.grant(account, Role::Coordinator, eco).await;
    site.browser().register(&filled(A)).await;
    let path = site.link(A, "/confirm/").await;
    let browser = site.browser();
    let answer = browser.post(&path, &[]).await;
    assert_eq!(answer.status, 303);
    let confirmed = "SELECT count(*) FROM registrations WHERE state = 'confirmed'";
    assert_eq!(site.fixture.count(confirmed).await, 1);
    assert_eq!(browser.cookie(), None);
    offers_to_sign_in(&browser.get(answer.location()).await);
}

/// The page after confirming in a browser that is not signed in.
fn offers_to_sign_in(page: &Answer) {
    assert_eq!(page.status, 200);
    assert!(page.body.contains("You have a place."), "{}", page.body);
    let link = "href=\"/en/sign-in?next=/en/my\"";
    assert!(page.body.contains(link), "{}", page.body);
}

#[tokio::test]
async fn an_old_link_opens_only_an_account_that_it_proves_for_the_first_time() {
    let just_before = Span(Span::minutes(10).0 - 1);
    for (known, later, opens) in [
        (false, Span::hours(23), true),
        (true, just_before, true),
        (true, Span::minutes(10), false),
        (true, Span::hours(23), false),
    ] {
        let site = Site::with_event().await;
        if known {
            site.fixture.add_person("Aziza Karimova", A).await;
        }
        site.browser().register(&filled(A)).await;
        let path = site.link(A, "/confirm/").await;
        site.later(later);
        let browser = site.browser();
        let answer = browser.post(&path, &[]).await;
        assert_eq!(answer.status, 303);
        assert_eq!(browser.cookie().is_some(), opens, "{known}, {later:?}");
        if opens {
            assert_eq!(answer.location(), "/en/my?done=confirmed");
        } else {
            assert_eq!(answer.location(), format!("{path}?done=confirmed"));
            offers_to_sign_in(&browser.get(answer.location()).await);
        }
        let confirmed = "SELECT count(*) FROM registrations WHERE state = 'confirmed'";
        assert_eq!(site.fixture.count(confirmed).await, 1);
    }
    // Whoever is signed in as that person stays so, and sees the registrations.
    let site = Site::with_event().await;
    let (_, account) = site.fixture.add_person("Aziza Karimova", A).await;
    site.browser().register(&filled(A)).await;
    let path = site.link(A, "/confirm/").await;
    site.later(Span::hours(1));
    let browser = site.signed_in(account).await;
    let answer = browser.post(&path, &[]).await;
    assert_eq!(answer.location(), "/en/my?done=confirmed");
}

#[tokio::test]
async fn whoever_confirms_has_seen_everything_that_was_typed() {
    let site = registered().await;
    let path = site.link(A, "/confirm/").await;
    let typed = [
        "Aziza Karimova",
        "<bdi lang=\"uz\">Азиза Каримова",
        "Uzbekistan",
        "State Border Committee",
        "Inspector",
    ];
    let page = site.browser().get(&path).await;
    let button = page.body.find("Confirm registration").unwrap();
    for text in typed {
        let place = page.body.find(text);
        assert!(place.is_some_and(|at| at < button), "{text}: {}", page.body);
    }
    assert!(page.body.contains("href=\"/en/events/borders/register\""));
    // On one's own page there is a button too.
    let site = Site::with_event().await;
    let (_, account) = site.fixture.add_person("Aziza Karimova", A).await;
    let other = filled_but(A, "job-title", "Head of a unit");
    site.browser().register(&other).await;
    let page = site.signed_in(account).await.get("/en/my").await;
    let button = page.body.find("Confirm registration").unwrap();
    for text in typed.iter().take(4).chain(&["Head of a unit"]) {
        let place = page.body.find(text);
        assert!(place.is_some_and(|at| at < button), "{text}: {}", page.body);
    }
}

#[tokio::test]
async fn a_disabled_account_confirms_nothing() {
    let site = Site::with_event().await;
    let (_, account) = site.fixture.add_person("Aziza Karimova", A).await;
    site.browser().register(&filled(A)).await;
    let path = site.link(A, "/confirm/").await;
    site.fixture.disable(account).await;
    let browser = site.browser();
    let answer = browser.post(&path, &[]).await;
    assert_eq!(answer.status, 403, "{}", answer.body);
    assert_eq!(browser.cookie(), None);
    let pending = "SELECT count(*) FROM registrations WHERE state = 'pending'";
    assert_eq!(site.fixture.count(pending).await, 1);
    let unused = "SELECT count(*) FROM one_time_links WHERE used_at IS NULL";
    assert_eq!(site.fixture.count(unused).await, 1);
}

#[tokio::test]
async fn a_cancelled_event_confirms_nothing() {
    let site = registered().await;
    let path = site.link(A, "/confirm/").await;
    site.fixture
        .change("UPDATE events SET state = 'cancelled', cancellation_reason = 'test'")
        .await;
    for answer in [
        site.browser().get(&path).await,
        site.browser().post(&path, &[]).await,
    ] {
        assert_eq!(answer.status, 410);
        assert!(
            answer.body.contains("will not take place"),
            "{}",
            answer.body
        );
    }
}

#[tokio::test]
async fn the_way_is_the_same_in_persian_from_right_to_left() {
    let site = Site::with_event().await;
    let form = filled(A);
    let fields: Vec<(&str, &str)> = form.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let browser = site.browser();
    let answer = browser.post("/fa/events/borders/register", &fields).await;
    assert_eq!(answer.location(), "/fa/events/borders/register/sent");
    let mail = site.fixture.mails_to(A).await.remove(0);
    assert_eq!(mail.language, "fa");
    assert!(mail.subject.contains("مدیریت مرزها"), "{}", mail.subject);
    let path = site.link(A, "/fa/confirm/").await;
    let page = browser.get(&path).await;
    assert!(page.body.contains("<html lang=\"fa\" dir=\"rtl\">"));
    assert_eq!(
        browser.post(&path, &[]).await.location(),
        "/fa/my?done=confirmed"
    );
    let my = browser.get("/fa/my?done=confirmed").await;
    assert!(my.body.contains("جای شما قطعی شد"), "{}", my.body);
}
