//! The demonstration's mail and clock; outside it they do not exist.

use crate::site::{Site, filled};
use maktab_domain::Span;
use maktab_services::Clock;
use maktab_services::testing::{BEGINNING, Fixture};

async fn demonstration() -> Site {
    let site = Site::on(Fixture::demonstration().await);
    site.event(|_| ()).await;
    site
}

#[tokio::test]
async fn the_mail_is_read_where_it_was_not_sent() {
    let site = demonstration().await;
    let browser = site.browser();
    let empty = browser.get("/dev/mail").await;
    assert!(empty.body.contains("No mail yet"));
    browser.register(&filled("a@example.org")).await;
    site.later(Span(1));
    browser.register(&filled("b@example.org")).await;
    site.background().await;
    let list = browser.get("/dev/mail").await;
    let place = |text: &str| list.body.find(text);
    let newest = place("data-to=\"b@example.org\"");
    assert!(newest.is_some() && newest < place("data-to=\"a@example.org\""));
    assert!(list.body.contains("href=\"/en/confirm/"), "{}", list.body);
    let only = browser.get("/dev/mail?to=A%40example.org").await;
    assert!(only.body.contains("data-to=\"a@example.org\""));
    assert!(!only.body.contains("data-to=\"b@example.org\""));
    let wrong = browser.get("/dev/mail?to=nonsense").await;
    assert!(wrong.body.contains("Enter a whole address."));
    // The link of the mail works, the mail that follows has a calendar, and both stay readable.
    let path = site.link("a@example.org", "/confirm/").await;
    site.later(Span(1));
    browser.post(&path, &[]).await;
    site.background().await;
    let mail = site.fixture.mails_to("a@example.org").await.remove(0);
    let one = browser.get(&format!("/dev/mail/{}", mail.id)).await;
    assert!(one.body.contains("BEGIN:VEVENT"), "{}", one.body);
    let calendar = browser
        .get(&format!("/dev/mail/{}/calendar.ics", mail.id))
        .await;
    assert!(
        calendar
            .header(axum::http::header::CONTENT_TYPE)
            .starts_with("text/calendar")
    );
    let nothing = browser.get("/dev/mail/1").await;
    assert_eq!(nothing.status, 404);
}

#[tokio::test]
async fn what_people_typed_is_text_on_the_page_of_the_mail() {
    let site = demonstration().await;
    let (_, account) = site
        .fixture
        .add_person("<b>Aziza</b>", "a@example.org")
        .await;
    let browser = site.signed_in(account).await;
    let mut form = filled("");
    form.retain(|(name, _)| *name != "name");
    form.push(("name", "<img src=x onerror=alert(1)>".to_owned()));
    assert_eq!(browser.register(&form).await.status, 303);
    let list = browser.get("/dev/mail").await;
    assert!(list.body.contains("&lt;img"), "{}", list.body);
    assert!(!list.body.contains("<img"), "{}", list.body);
}

#[tokio::test]
async fn the_clock_travels_through_the_life_of_an_event_and_nobody_is_signed_out() {
    let site = demonstration().await;
    let (_, account) = site
        .fixture
        .add_person("Aziza Karimova", "a@example.org")
        .await;
    let browser = site.signed_in(account).await;
    let page = browser.get("/dev/clock").await;
    assert!(
        page.body.contains("Sunday 10 January 2027"),
        "{}",
        page.body
    );
    for (moment, at) in [
        ("starts", BEGINNING + Span::days(29) - Span::hours(4)),
        ("last-session", BEGINNING + Span::days(31)),
        ("ends", BEGINNING + Span::days(31) + Span::hours(4)),
        ("opens", BEGINNING - Span::days(20)),
        ("closes", BEGINNING + Span::days(20)),
    ] {
        let fields = [("way", "to"), ("event", "borders"), ("moment", moment)];
        let answer = browser.post("/dev/clock", &fields).await;
        assert_eq!(answer.status, 303, "{moment}");
        assert_eq!(site.fixture.clock.now(), at, "{moment}");
        assert_eq!(browser.get("/en/my").await.status, 200, "{moment}");
    }
    let fields = [("way", "by"), ("amount", "-3"), ("unit", "hours")];
    browser.post("/dev/clock", &fields).await;
    let expected = BEGINNING + Span::days(20) - Span::hours(3);
    assert_eq!(site.fixture.clock.now(), expected);
    browser.post("/dev/clock", &[("way", "back")]).await;
    assert_eq!(site.fixture.clock.now(), BEGINNING);
    assert_eq!(browser.get("/en/my").await.status, 200);
}

#[tokio::test]
async fn a_journey_to_nowhere_is_refused() {
    let site = demonstration().await;
    let browser = site.browser();
    for (fields, field) in [
        (
            [("way", "to"), ("event", "nowhere"), ("moment", "starts")],
            "event",
        ),
        (
            [("way", "to"), ("event", "borders"), ("moment", "never")],
            "moment",
        ),
        (
            [("way", "by"), ("amount", "many"), ("unit", "days")],
            "amount",
        ),
        (
            [("way", "by"), ("amount", "9999"), ("unit", "days")],
            "amount",
        ),
        ([("way", "by"), ("amount", "1"), ("unit", "years")], "unit"),
    ] {
        let answer = browser.post("/dev/clock", &fields).await;
        assert_eq!(answer.status, 422, "{fields:?}");
        assert!(answer.refuses(field), "{fields:?}: {}", answer.body);
        assert_eq!(site.fixture.clock.now(), BEGINNING);
    }
}

#[tokio::test]
async fn outside_a_demonstration_there_is_neither() {
    let site = Site::with_event().await;
    site.browser().register(&filled("a@example.org")).await;
    for path in ["/dev/mail", "/dev/clock"] {
        assert_eq!(site.browser().get(path).await.status, 404, "{path}");
    }
    let answer = site.browser().post("/dev/clock", &[("way", "back")]).await;
    assert_eq!(answer.status, 404);
    let services = &site.fixture.services;
    assert!(services.demo_mails(None, 1).await.is_err());
    assert!(services.demo_travelled(Span::days(1)).await.is_err());
}
