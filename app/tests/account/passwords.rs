//! Signing in by password, how often one may try, and changing it.

use crate::site::{Answer, Browser, Site};
use axum::http::header::RETRY_AFTER;
use maktab_domain::{AccountId, Span};

const A: &str = "a@example.org";
const GOOD: &str = "seven green apples";

async fn with_password() -> (Site, AccountId) {
    let site = Site::new().await;
    let (_, account) = site.fixture.add_person("Aziza Karimova", A).await;
    site.fixture.set_password(account, GOOD).await;
    (site, account)
}

async fn try_in(browser: &Browser<'_>, login: &str, password: &str) -> Answer {
    let fields = [
        ("way", "password"),
        ("login", login),
        ("password", password),
    ];
    browser
        .post("/en/sign-in?next=/en/my/details", &fields)
        .await
}

#[tokio::test]
async fn a_password_signs_in() {
    let (site, _) = with_password().await;
    let browser = site.browser();
    let answer = try_in(&browser, " A@Example.org ", GOOD).await;
    assert_eq!(answer.status, 303);
    assert_eq!(answer.location(), "/en/my/details");
    assert_eq!(browser.get("/en/my").await.status, 200);
    for (login, password, field) in [
        ("", GOOD, "login"),
        ("nonsense", GOOD, "login"),
        (A, "", "password"),
        (A, "SEVEN GREEN APPLES", "password"),
    ] {
        let answer = try_in(&site.browser(), login, password).await;
        assert_eq!(answer.status, 422, "{login} {password}");
        assert!(answer.refuses(field), "{login} {password}: {}", answer.body);
    }
}

#[tokio::test]
async fn ten_wrong_passwords_for_an_account_are_enough_for_a_quarter_of_an_hour() {
    let (site, _) = with_password().await;
    for (login, network) in [(A, "192.0.2.1"), ("nobody@example.org", "192.0.2.2")] {
        let browser = site.browser_at(network);
        for _ in 0..10 {
            assert_eq!(try_in(&browser, login, "wrong one").await.status, 422);
        }
        let answer = try_in(&browser, login, GOOD).await;
        assert_eq!(answer.status, 429, "{login}");
        assert_eq!(answer.header(RETRY_AFTER), "900");
    }
    // Whoever has the password is not shut out by somebody elsewhere.
    let elsewhere = site.browser_at("192.0.2.3");
    assert_eq!(try_in(&elsewhere, A, GOOD).await.status, 303);
    site.later(Span::minutes(15));
    let browser = site.browser_at("192.0.2.1");
    assert_eq!(try_in(&browser, A, GOOD).await.status, 303);
}

#[tokio::test]
async fn fifty_wrong_passwords_are_enough_from_however_many_networks() {
    let (site, _) = with_password().await;
    for (login, network) in [(A, "192.0.2.1"), ("nobody@example.org", "192.0.2.2")] {
        for n in 0..50 {
            let browser = site.browser_at(&format!("198.51.100.{n}"));
            assert_eq!(try_in(&browser, login, "wrong one").await.status, 422);
        }
        let answer = try_in(&site.browser_at(network), login, GOOD).await;
        assert_eq!(answer.status, 429, "{login}");
        assert_eq!(answer.header(RETRY_AFTER), "900");
    }
    site.later(Span::minutes(15));
    assert_eq!(try_in(&site.browser(), A, GOOD).await.status, 303);
}

#[tokio::test]
async fn a_good_password_clears_the_count() {
    let (site, _) = with_password().await;
    for _ in 0..3 {
        for _ in 0..9 {
            assert_eq!(try_in(&site.browser(), A, "wrong one").await.status, 422);
        }
        assert_eq!(try_in(&site.browser(), A, GOOD).await.status, 303);
    }
}

#[tokio::test]
async fn a_hundred_wrong_ones_from_one_network_are_enough_whatever_its_headers_say() {
    let (site, _) = with_password().await;
    let browser = site.browser_at("192.0.2.7");
    for n in 0..100 {
        // An unknown way to write an address is refused before any password is looked at,
        // and counts nothing; a link that is asked for counts like a wrong password.
        let email = format!("person{n}@example.org");
        let fields = [("way", "link"), ("email", email.as_str())];
        assert_eq!(browser.post("/en/sign-in", &fields).await.status, 303);
    }
    let fields = [("way", "password"), ("login", A), ("password", GOOD)];
    let forged = format!("203.0.113.{}", 9);
    let headers = [
        ("x-forwarded-for", forged.as_str()),
        ("x-real-ip", "203.0.113.8"),
    ];
    let answer = browser.post_with("/en/sign-in", &fields, &headers).await;
    assert_eq!(answer.status, 429);
    let elsewhere = site.browser_at("192.0.2.8");
    assert_eq!(try_in(&elsewhere, A, GOOD).await.status, 303);
}

#[tokio::test]
async fn good_passwords_from_one_network_are_not_counted() {
    let (site, _) = with_password().await;
    for _ in 0..12 {
        let browser = site.browser_at("192.0.2.7");
        assert_eq!(try_in(&browser, A, GOOD).await.status, 303);
    }
    let counted = "SELECT CAST(coalesce(sum(attempts), 0) AS BIGINT) FROM attempts";
    assert_eq!(site.fixture.count(counted).await, 0);
}

#[tokio::test]
async fn a_new_password_ends_the_other_browsers_and_is_told_by_mail() {
    let (site, account) = with_password().await;
    let here = site.signed_in(account).await;
    let there = site.signed_in(account).await;
    let change = |current, new| {
        [
            ("way", "password"),
            ("current-password", current),
            ("new-password", new),
        ]
    };
    for (current, new, field) in [
        ("wrong one", "nine blue plums", "current-password"),
        ("", "nine blue plums", "current-password"),
        (GOOD, "short", "new-password"),
        (GOOD, "Password123", "new-password"),
        (GOOD, A, "new-password"),
    ] {
        let answer = here.post("/en/my/account", &change(current, new)).await;
        assert_eq!(answer.status, 422, "{current} {new}");
        assert!(answer.refuses(field), "{current} {new}: {}", answer.body);
        assert!(!answer.body.contains("nine blue plums"));
    }
    assert_eq!(there.get("/en/my").await.status, 200);
    let answer = here
        .post("/en/my/account", &change(GOOD, "nine blue plums"))
        .await;
    assert_eq!(answer.location(), "/en/my/account?done=password");
    assert_eq!(here.get("/en/my").await.status, 200);
    assert_eq!(there.get("/en/my").await.status, 303);
    assert_eq!(try_in(&site.browser(), A, GOOD).await.status, 422);
    assert_eq!(
        try_in(&site.browser(), A, "nine blue plums").await.status,
        303
    );
    let mail = &site.fixture.mails_to(A).await[0];
    assert_eq!(mail.kind, "password-changed");
    assert!(!mail.body.contains("plums"));
}

#[tokio::test]
async fn what_shuts_others_out_ends_links_under_way_and_changes_the_own_secret() {
    for way in ["password", "sign-out-elsewhere"] {
        let (site, account) = with_password().await;
        let here = site.signed_in(account).await;
        let before = here.cookie();
        let ask = [("way", "link"), ("email", A)];
        site.browser().post("/en/sign-in", &ask).await;
        let link = site.link(A, "/sign-in/").await;
        let fields = [
            ("way", way),
            ("current-password", GOOD),
            ("new-password", "nine blue plums"),
        ];
        let answer = here.post("/en/my/account", &fields).await;
        assert_eq!(answer.status, 303, "{way}");
        assert_eq!(site.browser().post(&link, &[]).await.status, 410, "{way}");
        assert_ne!(here.cookie(), before, "{way}");
        assert_eq!(here.get("/en/my").await.status, 200, "{way}");
        let stolen = site.browser();
        stolen.use_cookie(before);
        assert_eq!(stolen.get("/en/my").await.status, 303, "{way}");
    }
}

#[tokio::test]
async fn whoever_came_by_link_sets_a_first_password() {
    let site = Site::new().await;
    let (_, account) = site.fixture.add_person("Aziza Karimova", A).await;
    let browser = site.signed_in(account).await;
    let page = browser.get("/en/my/account").await;
    assert!(
        !page.body.contains("current-password\" name"),
        "{}",
        page.body
    );
    let fields = [("way", "password"), ("new-password", GOOD)];
    let answer = browser.post("/en/my/account", &fields).await;
    assert_eq!(answer.location(), "/en/my/account?done=password");
    assert_eq!(try_in(&site.browser(), A, GOOD).await.status, 303);
}
