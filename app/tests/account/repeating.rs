//! A form that comes again: carried out once, answered alike, and asked back about where it is
//! another one under the same key.

use crate::site::{Answer, Browser, Site, filled, filled_but};
use axum::http::header;
use maktab_services::testing::Fixture;
use std::task::Poll;

const A: &str = "a@example.org";
const KEY: &str = "0123456789abcdef0123456789abcdef";
const PAGE: &str = "/en/events/borders/register";

type Fields = Vec<(&'static str, String)>;

fn keyed(mut form: Fields) -> Fields {
    form.push(("request-key", KEY.to_owned()));
    form
}

async fn send(browser: &Browser<'_>, form: &Fields) -> Answer {
    browser.register(form).await
}

fn what_is_seen(answer: &Answer) -> (u16, String, Vec<String>, String) {
    let cookies = answer.headers.get_all(header::SET_COOKIE);
    let cookies = cookies.iter().map(|c| c.to_str().unwrap().to_owned());
    (
        answer.status.as_u16(),
        answer.location().to_owned(),
        cookies.collect(),
        answer.body.clone(),
    )
}

#[tokio::test]
async fn a_form_that_comes_a_thousand_times_is_carried_out_once_and_answered_alike() {
    for fixture in Fixture::each().await {
        let site = Site::on(fixture);
        site.event(|_| ()).await;
        let form = keyed(filled(A));
        let first = what_is_seen(&send(&site.browser(), &form).await);
        assert_eq!((first.0, first.2.len()), (303, 1));
        let stored = site.stored().await;
        for round in 0..1000 {
            let again = what_is_seen(&send(&site.browser(), &form).await);
            assert_eq!(again, first, "round {round}");
            if round == 500 {
                // From now on the answer comes from the database, as on another server.
                assert_eq!(site.fixture.services.store_answers().await.unwrap(), 1);
            }
        }
        assert_eq!(site.stored().await, stored);
        let keys = "SELECT count(*) FROM request_keys";
        assert_eq!(site.fixture.count(keys).await, 1);
    }
}

#[tokio::test]
async fn forms_that_come_at_the_same_moment_are_one() {
    for fixture in Fixture::each().await {
        let site = Site::on(fixture);
        site.event(|_| ()).await;
        let form = keyed(filled(A));
        let browser = site.browser();
        let (a, b, c) = tokio::join!(
            send(&browser, &form),
            send(&browser, &form),
            send(&browser, &form)
        );
        assert_eq!(what_is_seen(&a), what_is_seen(&b));
        assert_eq!(what_is_seen(&a), what_is_seen(&c));
        assert_eq!(a.status, 303);
        assert_eq!(site.stored().await, [1, 1, 1, 1, 1]);
    }
}

#[tokio::test]
async fn other_entries_under_the_same_key_change_nothing_and_can_be_sent_once_more() {
    for fixture in Fixture::each().await {
        let site = Site::on(fixture);
        site.event(|_| ()).await;
        let browser = site.browser();
        send(&browser, &keyed(filled(A))).await;
        let stored = site.stored().await;
        let other = filled_but("b@example.org", "institution", "<b>\"Customs\"");
        let answer = send(&browser, &keyed(other)).await;
        assert_eq!(answer.status, 409);
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
        assert_eq!(site.stored().await, stored);
        // What was typed is on the page, with a new key.
        let fields = hidden_fields(&answer.body, "id=\"again\"");
        let value = |name: &str| {
            let found = fields.iter().find(|(n, _)| n == name);
            found.map(|(_, value)| value.clone()).unwrap()
        };
        assert_eq!(value("institution"), "&lt;b&gt;&quot;Customs&quot;");
        assert_ne!(value("request-key"), KEY);
        let fields: Vec<_> = fields
            .iter()
            .map(|(n, v)| (n.as_str(), v.as_str()))
            .collect();
        assert_eq!(browser.post(PAGE, &fields).await.status, 303);
        assert_eq!(site.stored().await[0], 2);
    }
}

#[tokio::test]
async fn what_was_refused_can_be_mended_under_the_same_key() {
    let site = Site::with_event().await;
    let browser = site.browser();
    let wrong = send(&browser, &keyed(filled_but(A, "consent", ""))).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(send(&browser, &keyed(filled(A))).await.status, 303);
    assert_eq!(site.stored().await[0], 1);
}

#[tokio::test]
async fn a_lost_answer_is_told_as_such_and_nothing_is_done_twice() {
    let site = Site::with_event().await;
    let browser = site.browser();
    let form = keyed(filled(A));
    send(&browser, &form).await;
    site.fixture.services.store_answers().await.unwrap();
    // The server died between the change and its answer.
    site.fixture
        .change("UPDATE request_keys SET answer = NULL")
        .await;
    let stored = site.stored().await;
    let answer = send(&browser, &form).await;
    assert_eq!(answer.status, 200);
    assert!(answer.body.contains("This was received already"));
    assert_eq!(site.stored().await, stored);
}

/// What comes of a future that is given up when it has been polled so often.
async fn given_up<F: Future>(work: F, polls: usize) -> Option<F::Output> {
    let mut work = std::pin::pin!(work);
    let mut left = polls;
    std::future::poll_fn(|context| {
        let Some(fewer) = left.checked_sub(1) else {
            return Poll::Ready(None);
        };
        left = fewer;
        work.as_mut().poll(context).map(Some)
    })
    .await
}

#[tokio::test]
async fn whoever_loses_the_connection_at_any_moment_is_answered_when_the_form_comes_again() {
    let site = Site::new().await;
    site.event(|plan| plan.capacity = 500).await;
    for polls in 1.. {
        let mut form = filled(&format!("p{polls}@example.org"));
        form.push(("request-key", format!("{polls:032}")));
        let browser = site.browser();
        let arrived = given_up(send(&browser, &form), polls).await;
        let again = send(&browser, &form).await;
        assert_eq!(again.status, 303, "after {polls}: {}", again.body);
        let registered = i64::try_from(polls).unwrap();
        assert_eq!(site.stored().await[0], registered);
        if arrived.is_some() {
            assert!(polls > 1, "it was given up at no moment");
            break;
        }
    }
}

#[tokio::test]
async fn what_is_kept_tells_nothing_to_whoever_reads_the_database() {
    let site = Site::with_event().await;
    let browser = site.browser();
    send(&browser, &keyed(filled(A))).await;
    let mut other = filled(A);
    other.push(("request-key", KEY.to_uppercase()));
    send(&browser, &other).await;
    site.background().await;
    // Who knows what was sent does not find it: the same has another mark under another key.
    let marks = "SELECT count(DISTINCT fingerprint) FROM request_keys";
    assert_eq!(site.fixture.count(marks).await, 2);
    let plain = "SELECT count(*) FROM request_keys
                 WHERE instr(answer, 'borders') > 0 OR instr(answer, 'example') > 0";
    assert_eq!(site.fixture.count(plain).await, 0);
    let sealed = "SELECT count(*) FROM request_keys WHERE length(answer) > 60";
    assert_eq!(site.fixture.count(sealed).await, 2);
}

#[tokio::test]
async fn signing_in_is_no_answer_to_give_again() {
    for fixture in Fixture::each().await {
        let site = Site::on(fixture);
        site.event(|_| ()).await;
        let browser = site.browser();
        send(&browser, &filled(A)).await;
        let path = site.link(A, "/confirm/").await;
        let first = browser.post(&path, &[("request-key", KEY)]).await;
        assert_eq!(first.status, 303);
        let secret = browser.cookie().unwrap();
        site.fixture.services.store_answers().await.unwrap();
        let kept = "SELECT count(*) FROM request_keys WHERE length(answer) = 0";
        assert_eq!(site.fixture.count(kept).await, 1);
        // Without the cookie of the first answer the second says what has become of the link.
        let stranger = site.browser();
        let again = stranger.post(&path, &[("request-key", KEY)]).await;
        assert!(!again.body.contains(&secret));
        assert!(stranger.cookie().is_none(), "{}", again.status);
    }
}

#[tokio::test]
async fn somebody_elses_form_is_another_one() {
    let site = Site::with_event().await;
    let (one, two) = (site.browser(), site.browser());
    one.use_cookie(Some("1".repeat(64)));
    assert_eq!(send(&one, &keyed(filled(A))).await.status, 303);
    assert_eq!(send(&two, &keyed(filled(A))).await.status, 409);
}

#[tokio::test]
async fn a_program_may_send_its_key_in_a_header() {
    let site = Site::with_event().await;
    let browser = site.browser();
    let form = filled(A);
    let form: Vec<_> = form.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let key = format!("\"{KEY}\"");
    let header = [("Idempotency-Key", key.as_str())];
    let first = browser.post_with(PAGE, &form, &header).await;
    let again = browser.post_with(PAGE, &form, &header).await;
    assert_eq!(what_is_seen(&first), what_is_seen(&again));
    assert_eq!(site.stored().await[3], 1);
}

#[tokio::test]
async fn a_key_is_forgotten_after_a_day() {
    let site = Site::with_event().await;
    send(&site.browser(), &keyed(filled(A))).await;
    site.background().await;
    let keys = "SELECT count(*) FROM request_keys";
    assert_eq!(site.fixture.count(keys).await, 1);
    site.later(maktab_domain::Span::days(2));
    site.background().await;
    assert_eq!(site.fixture.count(keys).await, 0);
}

#[tokio::test]
async fn every_form_of_a_page_has_a_key_of_its_own() {
    let site = Site::with_event().await;
    let browser = site.browser();
    let (a, b) = (browser.get(PAGE).await, browser.get(PAGE).await);
    let (a, b) = (
        hidden_fields(&a.body, "id=\"registration\""),
        hidden_fields(&b.body, "id=\"registration\""),
    );
    let key = |fields: &[(String, String)]| {
        let found = fields.iter().find(|(name, _)| name == "request-key");
        found.map(|(_, value)| value.clone()).unwrap()
    };
    assert_ne!(key(&a), key(&b));
    assert_eq!(key(&a).len(), 32);
}

/// Names and values of the hidden fields of the form whose tag holds `mark`.
fn hidden_fields(html: &str, mark: &str) -> Vec<(String, String)> {
    let at = html.find(mark).unwrap();
    let form = &html[at..html[at..].find("</form>").unwrap() + at];
    let attribute = |tag: &str, name: &str| {
        let rest = tag.split(&format!(" {name}=\"")).nth(1)?;
        Some(rest.split('"').next()?.to_owned())
    };
    let tags = form.split("<input").skip(1);
    let tags = tags.filter(|tag| tag.contains("type=\"hidden\""));
    tags.filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value")?)))
        .collect()
}
