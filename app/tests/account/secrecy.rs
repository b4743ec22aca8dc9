//! Nobody learns from an answer whether an address is known: not from its text,
//! nor from its status, nor from the time it takes.

use crate::site::{Answer, Site, filled, filled_but};
use maktab_domain::{RegistrationState, Role, Span};
use maktab_services::testing::Fixture;
use std::time::{Duration, Instant};

/// Status, headers and text of an answer, without the address that the browser itself gave.
fn all(answer: &Answer) -> (u16, String, String) {
    let mut headers = format!("{:?}", answer.headers);
    if let Some(own) = headers.find("written-to=") {
        let end = headers[own..]
            .find(';')
            .map_or(headers.len(), |end| own + end);
        headers.replace_range(own..end, "written-to=…");
    }
    (answer.status.as_u16(), headers, answer.unkeyed())
}

#[tokio::test]
async fn a_second_registration_answers_like_a_first_and_stores_nothing() {
    let site = Site::with_event().await;
    let first = site.browser().register(&filled("a@example.org")).await;
    let path = site.link("a@example.org", "/confirm/").await;
    site.later(Span(1));
    assert_eq!(site.browser().post(&path, &[]).await.status, 303);
    let before = site.stored().await;
    site.later(Span(1));
    let people = "SELECT count(*) FROM people WHERE name_latin = 'Aziza Karimova'";
    let other_name = filled_but("a@example.org", "name", "Somebody Else");
    let second = site.browser().register(&other_name).await;
    assert_eq!(all(&first), all(&second));
    let mut after = before;
    after[3] += 1;
    assert_eq!(site.stored().await, after, "nothing but one mail");
    assert_eq!(site.fixture.count(people).await, 1);
    let mails = site.fixture.mails_to("a@example.org").await;
    assert_eq!(mails[0].kind, "already-registered");
    assert!(mails[0].body.contains("yours already"), "{}", mails[0].body);
    assert!(!mails[0].body.contains("Somebody Else"));
    assert!(mails[0].calendar.is_some());
}

#[tokio::test]
async fn the_number_of_seats_left_tells_nobody_whether_an_address_is_known() {
    for fixture in Fixture::each().await {
        let site = Site::on(fixture);
        site.event(|plan| plan.capacity = 4).await;
        let nobody = shown(&site, "4 of 4 seats left").await;
        for email in ["a@example.org", "a@example.org", "b@example.org"] {
            site.later(Span(1));
            site.browser().register(&filled(email)).await;
            let after = shown(&site, "4 of 4 seats left").await;
            assert_eq!(after, nobody, "{email}");
        }
        let path = site.link("a@example.org", "/confirm/").await;
        site.browser().post(&path, &[]).await;
        let one = shown(&site, "3 of 4 seats left").await;
        for email in ["a@example.org", "c@example.org"] {
            site.browser().register(&filled(email)).await;
            let after = shown(&site, "3 of 4 seats left").await;
            assert_eq!(after, one, "{email}");
        }
        // Those who look after the event see what is taken and held.
        let organisation = Some(site.fixture.eco);
        let actor = site.fixture.actor_with(Role::Coordinator, organisation);
        let actor = actor.await;
        let services = &site.fixture.services;
        let overview = services.event_overview(&actor, "borders").await.unwrap();
        assert_eq!(overview.taken, 3);
        // The last seat that is held closes the door, and that is said.
        site.browser().register(&filled("d@example.org")).await;
        shown(&site, "Full").await;
    }
}

/// The public pages on which an event stands, each of which says so of its seats.
async fn shown(site: &Site, seats: &str) -> Vec<String> {
    let mut pages = Vec::new();
    for path in ["/en", "/en/events", "/en/events/borders"] {
        let page = site.browser().get(path).await;
        assert!(page.body.contains(seats), "{path}: {}", page.body);
        pages.push(format!("{:?}{}", page.headers, page.body));
    }
    let form = site.browser().get("/en/events/borders/register").await;
    pages.push(form.unkeyed());
    pages
}

#[tokio::test]
async fn a_registration_that_waits_gets_a_fresh_link() {
    let site = Site::with_event().await;
    let first = site.browser().register(&filled("a@example.org")).await;
    let old = site.link("a@example.org", "/confirm/").await;
    site.later(Span(1));
    let second = site.browser().register(&filled("a@example.org")).await;
    assert_eq!(all(&first), all(&second));
    assert_eq!(site.stored().await, [1, 1, 1, 2, 2]);
    let new = site.link("a@example.org", "/confirm/").await;
    assert_ne!(old, new);
    assert_eq!(site.browser().post(&new, &[]).await.status, 303);
    let answer = site.browser().get(&old).await;
    assert!(answer.body.contains("Confirmed already"), "{}", answer.body);
}

#[tokio::test]
async fn a_known_person_keeps_the_details_whatever_is_typed_for_a_registration() {
    let site = Site::with_event().await;
    site.fixture
        .add_person("Aziza Karimova", "a@example.org")
        .await;
    let stranger = site.browser().register(&filled("new@example.org")).await;
    let other_name = filled_but("a@example.org", "name", "Aziza Karim");
    let known = site.browser().register(&other_name).await;
    assert_eq!(all(&stranger), all(&known));
    let untouched = "SELECT count(*) FROM people WHERE name_latin = 'Aziza Karim'";
    assert_eq!(site.fixture.count(untouched).await, 0);
    let typed = "SELECT count(*) FROM registrations WHERE name_latin = 'Aziza Karim'";
    assert_eq!(site.fixture.count(typed).await, 1);
    let path = site.link("a@example.org", "/confirm/").await;
    let answer = site.browser().post(&path, &[]).await;
    assert_eq!(answer.status, 303);
    assert_eq!(site.fixture.count(untouched).await, 0);
    assert_eq!(site.fixture.count(typed).await, 1);
}

#[tokio::test]
async fn who_registers_after_a_stranger_confirms_what_she_typed() {
    for fixture in Fixture::each().await {
        let site = Site::on(fixture);
        site.event(|_| ()).await;
        let stranger = filled_but("a@example.org", "name", "Somebody Else");
        site.browser().register(&stranger).await;
        let old = site.link("a@example.org", "/confirm/").await;
        site.later(Span(1));
        let own = filled_but("a@example.org", "job-title", "Head of a unit");
        site.browser().register(&own).await;
        for answer in [
            site.browser().get(&old).await,
            site.browser().post(&old, &[]).await,
        ] {
            assert_eq!(answer.status, 410);
            assert!(answer.body.contains("newer link"), "{}", answer.body);
        }
        let new = site.link("a@example.org", "/confirm/").await;
        assert_eq!(site.browser().post(&new, &[]).await.status, 303);
        for kept in [
            "SELECT count(*) FROM people WHERE name_latin = 'Aziza Karimova'
             AND job_title = 'Head of a unit'",
            "SELECT count(*) FROM registrations WHERE name_latin = 'Aziza Karimova'
             AND job_title = 'Head of a unit' AND state = 'confirmed'",
        ] {
            assert_eq!(site.fixture.count(kept).await, 1);
        }
        assert_eq!(site.stored().await, [1, 1, 1, 3, 2]);
    }
}

#[tokio::test]
async fn a_full_event_answers_everybody_alike() {
    let site = Site::new().await;
    let event = site.event(|plan| plan.capacity = 1).await;
    site.fixture
        .change("UPDATE events SET waiting_list = FALSE")
        .await;
    let (person, _) = site
        .fixture
        .add_person("Aziza Karimova", "a@example.org")
        .await;
    let state = RegistrationState::Confirmed;
    site.fixture.add_registration(event, person, state).await;
    let known = site.browser().register(&filled("a@example.org")).await;
    let stranger = site.browser().register(&filled("b@example.org")).await;
    assert_eq!(known.status, 422);
    let same = known.unkeyed().replace("a@example.org", "b@example.org");
    assert_eq!(same, stranger.unkeyed());
}

#[tokio::test]
async fn a_registration_takes_as_long_for_a_known_address_as_for_a_new_one() {
    let site = Site::new().await;
    let event = site.event(|plan| plan.capacity = 500).await;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for n in 0..25 {
        let email = format!("known{n}@example.org");
        let (person, _) = site.fixture.add_person("Aziza Karimova", &email).await;
        let state = RegistrationState::Confirmed;
        site.fixture.add_registration(event, person, state).await;
        for (times, email) in [
            (&mut known, email),
            (&mut unknown, format!("new{n}@example.org")),
        ] {
            let form = filled(&email);
            let answer = timed(times, site.browser().register(&form)).await;
            assert_eq!(answer.status, 303);
        }
    }
    alike(known, unknown);
}

#[tokio::test]
async fn signing_in_takes_as_long_for_an_unknown_address_and_answers_alike() {
    let site = Site::new().await;
    let (_, account) = site
        .fixture
        .add_person("Aziza Karimova", "a@example.org")
        .await;
    site.fixture
        .set_password(account, "seven green apples")
        .await;
    site.fixture
        .add_person("No Password", "c@example.org")
        .await;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for n in 0..5 {
        for (is_known, login) in [
            (true, "a@example.org".to_owned()),
            (false, format!("nobody{n}@example.org")),
            (false, "c@example.org".to_owned()),
        ] {
            let fields = [
                ("way", "password"),
                ("login", &login),
                ("password", "wrong one"),
            ];
            let times = if is_known { &mut known } else { &mut unknown };
            let answer = timed(times, site.browser().post("/en/sign-in", &fields)).await;
            assert_eq!(answer.status, 422);
            assert!(answer.refuses("password"), "{}", answer.body);
            assert!(!answer.body.contains("wrong one"));
        }
    }
    alike(known, unknown);
}

#[tokio::test]
async fn asking_for_a_link_answers_alike_and_takes_as_long() {
    let site = Site::new().await;
    let (_, disabled) = site.fixture.add_person("Gone", "gone@example.org").await;
    site.fixture.disable(disabled).await;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    let mut answers = Vec::new();
    for n in 0..15 {
        let email = format!("known{n}@example.org");
        site.fixture.add_person("Aziza Karimova", &email).await;
        for (times, email) in [
            (&mut known, email),
            (&mut unknown, format!("nobody{n}@example.org")),
        ] {
            let fields = [("way", "link"), ("email", email.as_str())];
            let browser = site.browser();
            answers.push(timed(times, browser.post("/en/sign-in", &fields)).await);
        }
    }
    let fields = [("way", "link"), ("email", "gone@example.org")];
    answers.push(site.browser().post("/en/sign-in", &fields).await);
    assert_eq!(answers[0].location(), "/en/sign-in/sent");
    for answer in &answers {
        assert_eq!(all(answer), all(&answers[0]));
    }
    // Each gets a mail; only those who have an account get a link in it.
    let mails = "SELECT count(*) FROM outbox";
    assert_eq!(site.fixture.count(mails).await, 31);
    let links = "SELECT count(*) FROM one_time_links";
    assert_eq!(site.fixture.count(links).await, 15);
    let mail = &site.fixture.mails_to("nobody1@example.org").await[0];
    assert!(mail.body.contains("no account"), "{}", mail.body);
    alike(known, unknown);
}

/// What the future gives, its time noted.
#[expect(
    clippy::disallowed_methods,
    reason = "how long it really takes is the question"
)]
async fn timed<T>(times: &mut Vec<Duration>, work: impl Future<Output = T>) -> T {
    let start = Instant::now();
    let done = work.await;
    times.push(start.elapsed());
    done
}

/// Whether two kinds of request take about as long, by their medians.
fn alike(mut one: Vec<Duration>, mut other: Vec<Duration>) {
    one.sort();
    other.sort();
    let (a, b) = (one[one.len() / 2], other[other.len() / 2]);
    let (short, long) = (a.min(b), a.max(b));
    assert!(
        long < short * 2 + Duration::from_millis(2),
        "{a:?} against {b:?}"
    );
}
