//! Signing in by a link, what the cookie is, and where one goes on to.

use crate::site::Site;
use axum::http::header::SET_COOKIE;
use maktab_domain::Span;

const A: &str = "a@example.org";

async fn with_person() -> Site {
    let site = Site::new().await;
    site.fixture.add_person("Aziza Karimova", A).await;
    site
}

async fn ask(site: &Site, path: &str) {
    // The newest mail is the one that counts.
    site.later(Span(1));
    let fields = [("way", "link"), ("email", A)];
    let answer = site.browser().post(path, &fields).await;
    assert_eq!(answer.location(), "/en/sign-in/sent");
}

#[tokio::test]
async fn a_link_signs_in_once() {
    let site = with_person().await;
    ask(&site, "/en/sign-in").await;
    let path = site.link(A, "/sign-in/").await;
    // To look at it is not to use it.
    assert_eq!(site.browser().get(&path).await.status, 200);
    let browser = site.browser();
    let answer = browser.post(&path, &[]).await;
    assert_eq!((answer.status.as_u16(), answer.location()), (303, "/en/my"));
    assert_eq!(browser.get("/en/my").await.status, 200);
    let other = site.browser();
    assert_eq!(other.post(&path, &[]).await.status, 410);
    assert_eq!(other.get(&path).await.status, 410);
    assert_eq!(other.cookie(), None);
}

#[tokio::test]
async fn a_link_is_good_for_ten_minutes_and_a_used_one_makes_the_others_useless() {
    let site = with_person().await;
    ask(&site, "/en/sign-in").await;
    let first = site.link(A, "/sign-in/").await;
    site.later(Span(Span::minutes(10).0 - 1));
    assert_eq!(site.browser().get(&first).await.status, 200);
    site.later(Span(1));
    assert_eq!(site.browser().get(&first).await.status, 410);
    assert_eq!(site.browser().post(&first, &[]).await.status, 410);
    ask(&site, "/en/sign-in").await;
    let second = site.link(A, "/sign-in/").await;
    ask(&site, "/en/sign-in").await;
    let third = site.link(A, "/sign-in/").await;
    assert_eq!(site.browser().post(&third, &[]).await.status, 303);
    assert_eq!(site.browser().post(&second, &[]).await.status, 410);
}

#[tokio::test]
async fn one_goes_on_to_own_pages_only() {
    let site = with_person().await;
    for (next, expected) in [
        ("/en/events/borders/register", "/en/events/borders/register"),
        ("/en/my/details?x=1%262", "/en/my/details?x=1&2"),
        ("//evil.example", "/en/my"),
        ("https://evil.example/", "/en/my"),
        ("/\\evil.example", "/en/my"),
        ("/%09/evil.example", "/en/my"),
        ("/a%0d%0aSet-Cookie:x", "/en/my"),
    ] {
        site.later(Span::hours(1));
        ask(&site, &format!("/en/sign-in?next={next}")).await;
        let path = site.link(A, "/sign-in/").await;
        let answer = site.browser().post(&path, &[]).await;
        assert_eq!(answer.location(), expected, "{next}");
        // A link that somebody tampered with is no way round.
        ask(&site, "/en/sign-in").await;
        let path = site.link(A, "/sign-in/").await;
        let answer = site
            .browser()
            .post(&format!("{path}?next={next}"), &[])
            .await;
        assert_eq!(answer.location(), expected, "{next}");
    }
}

#[tokio::test]
async fn pages_of_ones_own_lead_to_signing_in_and_back() {
    let site = with_person().await;
    let answer = site.browser().get("/en/my/details?x=1").await;
    assert_eq!(answer.status, 303);
    assert_eq!(
        answer.location(),
        "/en/sign-in?next=%2Fen%2Fmy%2Fdetails%3Fx%3D1"
    );
    let page = site.browser().get(answer.location()).await;
    assert!(
        page.body
            .contains("action=\"/en/sign-in?next=%2Fen%2Fmy%2Fdetails%3Fx%3D1\""),
        "{}",
        page.body
    );
}

#[tokio::test]
async fn links_come_from_the_public_address_whatever_the_request_says() {
    let site = with_person().await;
    let forged = [
        ("host", "evil.example"),
        ("x-forwarded-host", "evil.example"),
        ("x-forwarded-proto", "https"),
        ("forwarded", "host=evil.example"),
    ];
    let fields = [("way", "link"), ("email", A)];
    site.browser()
        .post_with("/en/sign-in", &fields, &forged)
        .await;
    let body = &site.fixture.mails_to(A).await[0].body;
    assert!(body.contains("http://127.0.0.1:3000/en/sign-in/"), "{body}");
    assert!(!body.contains("evil"), "{body}");
}

#[tokio::test]
async fn signing_in_changes_the_secret_and_signing_out_ends_it() {
    let site = with_person().await;
    ask(&site, "/en/sign-in").await;
    let path = site.link(A, "/sign-in/").await;
    let browser = site.browser();
    // A secret that somebody else planted.
    browser.use_cookie(Some("0".repeat(64)));
    browser.post(&path, &[]).await;
    let first = browser.cookie().unwrap();
    assert_ne!(first, "0".repeat(64));
    // Signing in again ends what the browser was signed in with before.
    ask(&site, "/en/sign-in").await;
    let path = site.link(A, "/sign-in/").await;
    browser.post(&path, &[]).await;
    let second = browser.cookie().unwrap();
    assert_ne!(first, second);
    let old = site.browser();
    old.use_cookie(Some(first));
    assert_eq!(old.get("/en/my").await.status, 303);
    assert_eq!(browser.get("/en/my").await.status, 200);
    let answer = browser.post("/en/sign-out", &[]).await;
    assert_eq!((answer.status.as_u16(), answer.location()), (303, "/en"));
    assert!(answer.header(SET_COOKIE).contains("Max-Age=0"));
    browser.use_cookie(Some(second));
    assert_eq!(browser.get("/en/my").await.status, 303);
    assert_eq!(site.fixture.count("SELECT count(*) FROM sign_ins").await, 0);
}

#[tokio::test]
async fn signing_out_is_no_link() {
    let site = with_person().await;
    assert_eq!(site.browser().get("/en/sign-out").await.status, 405);
}

#[tokio::test]
async fn the_cookie_is_bound_to_host_and_tls_where_there_is_tls() {
    use maktab_services::testing::Fixture;
    use maktab_store::testing::TestDatabase;
    let mut settings = maktab_services::testing::settings();
    settings.public_address =
        maktab_services::PublicAddress::parse("https://maktab.example").unwrap();
    let fixture = Fixture::on(TestDatabase::sqlite().await, settings).await;
    let site = Site::on(fixture);
    site.fixture.add_person("Aziza Karimova", A).await;
    ask(&site, "/en/sign-in").await;
    let body = site.fixture.mails_to(A).await.remove(0).body;
    let link = body
        .split_whitespace()
        .find(|word| word.contains("/sign-in/"));
    let path = link
        .unwrap()
        .strip_prefix("https://maktab.example")
        .unwrap();
    let answer = site.browser().post(path, &[]).await;
    let cookie = answer.header(SET_COOKIE);
    for part in [
        "__Host-maktab=",
        "HttpOnly",
        "SameSite=Lax",
        "Path=/",
        "Secure",
    ] {
        assert!(cookie.contains(part), "{part}: {cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
}

#[tokio::test]
async fn a_browser_that_is_used_stays_signed_in_and_one_that_is_not_does_not() {
    let site = with_person().await;
    ask(&site, "/en/sign-in").await;
    let path = site.link(A, "/sign-in/").await;
    let browser = site.browser();
    browser.post(&path, &[]).await;
    for _ in 0..3 {
        site.later(Span::days(13));
        assert_eq!(browser.get("/en/my").await.status, 200);
    }
    site.later(Span::days(14));
    assert_eq!(browser.get("/en/my").await.status, 303);
    site.background().await;
    assert_eq!(site.fixture.count("SELECT count(*) FROM sign_ins").await, 0);
}

#[tokio::test]
async fn a_name_that_a_stranger_typed_is_in_no_mail_of_ours() {
    let site = Site::with_event().await;
    let form = crate::site::filled_but(A, "name", "Win a prize at evil.example");
    site.browser().register(&form).await;
    ask(&site, "/en/sign-in").await;
    let mail = &site.fixture.mails_to(A).await[0];
    assert_eq!(mail.kind, "sign-in");
    assert!(mail.body.contains("Hello,"), "{}", mail.body);
    assert!(!mail.body.contains("evil.example"), "{}", mail.body);
    // Whoever has proven the address is greeted by name.
    let path = site.link(A, "/sign-in/").await;
    site.browser().post(&path, &[]).await;
    ask(&site, "/en/sign-in").await;
    let mail = &site.fixture.mails_to(A).await[0];
    assert!(mail.body.contains("Dear "), "{}", mail.body);
}

#[tokio::test]
async fn a_disabled_account_is_out_at_the_next_request_and_stays_out() {
    let site = Site::new().await;
    let (_, account) = site.fixture.add_person("Aziza Karimova", A).await;
    let browser = site.signed_in(account).await;
    ask(&site, "/en/sign-in").await;
    let path = site.link(A, "/sign-in/").await;
    assert_eq!(browser.get("/en/my").await.status, 200);
    site.fixture.disable(account).await;
    assert_eq!(site.fixture.count("SELECT count(*) FROM sign_ins").await, 0);
    assert_eq!(browser.get("/en/my").await.status, 303);
    assert_eq!(site.browser().post(&path, &[]).await.status, 410);
    site.fixture
        .set_password(account, "seven green apples")
        .await;
    let fields = [
        ("way", "password"),
        ("login", A),
        ("password", "seven green apples"),
    ];
    assert_eq!(
        site.browser().post("/en/sign-in", &fields).await.status,
        422
    );
}
