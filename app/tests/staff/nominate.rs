//! The pages of focal points.

use crate::site::{Reply, Site};
use axum::http::StatusCode;
use maktab_domain::{EventId, RegistrationState, Role, Span};
use maktab_services::managing::Verdict;
use maktab_services::seating::NewQuota;
use maktab_services::testing::Fixture;
use maktab_services::{Actor, Secret};

const YES: StatusCode = StatusCode::OK;
const NO: StatusCode = StatusCode::FORBIDDEN;
const HIDDEN: StatusCode = StatusCode::NOT_FOUND;
const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;
const DONE: StatusCode = StatusCode::SEE_OTHER;

const FIRUZ: [(&str, &str); 9] = [
    ("name", "Firuz Rahimov"),
    ("native-name", "Фирӯз Раҳимов"),
    ("native-language", "tg"),
    // Not asked for, and not looked at.
    ("country", "IR"),
    ("institution", "Border <Troops>"),
    ("job-title", "Captain"),
    ("email", "firuz@example.org"),
    ("language", "ru"),
    ("note", "Speaks three languages."),
];

async fn event(site: &Site, slug: &str) -> EventId {
    let mut plan = site.fixture.open_event(slug);
    plan.registration_mode = "nominated".to_owned();
    site.fixture.add_event(&plan).await.0
}

async fn focal_point(site: &Site, countries: &[&str]) -> Option<Secret> {
    let actor = site.fixture.focal_point(countries).await;
    site.sign_in(actor.account).await
}

async fn nominate(site: &Site, who: Option<&Secret>, name: &str, email: &str) -> Reply {
    let fields = FIRUZ.map(|(field, value)| match field {
        "name" => (field, name),
        "email" => (field, email),
        _ => (field, value),
    });
    site.post(who, "/en/nominate/borders", &fields).await
}

fn has(reply: &Reply, text: &str) -> bool {
    reply.body.contains(text)
}

/// The ids of the nominations on a page, in their order.
fn ids(page: &Reply) -> Vec<String> {
    page.all_between("id=\"nomination-", "\"")
}

/// A coordinator decides on nominations.
async fn decide(site: &Site, actor: &Actor, ids: &[&str], verdict: Verdict) {
    let ids: Vec<_> = ids.iter().map(|id| id.parse().unwrap()).collect();
    let services = &site.fixture.services;
    let done = services.decide_registrations(actor, "borders", &ids, verdict, "Too <many>.");
    done.await.unwrap();
}

#[tokio::test]
async fn a_nomination_that_comes_several_times_at_once_is_one_and_answered_alike() {
    for fixture in Fixture::each().await {
        let site = Site { fixture };
        event(&site, "borders").await;
        let tj = focal_point(&site, &["TJ"]).await;
        let mut fields = FIRUZ.to_vec();
        fields.push(("request-key", "0123456789abcdef0123456789abcdef"));
        let send = || site.post(tj.as_ref(), "/en/nominate/borders", &fields);
        let (a, b, c, d) = tokio::join!(send(), send(), send(), send());
        assert_eq!(a.status, DONE, "{}", a.body);
        for other in [b, c, d] {
            assert_eq!((other.status, &other.location), (DONE, &a.location));
        }
        let nominations = "SELECT count(*) FROM nominations";
        assert_eq!(site.fixture.count(nominations).await, 1);
    }
}

#[tokio::test]
async fn a_focal_point_nominates_orders_and_takes_back() {
    let site = Site::new().await;
    let f = &site.fixture;
    event(&site, "borders").await;
    let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
    let quota = NewQuota {
        whom: "country:TJ".to_owned(),
        seats: "1".to_owned(),
    };
    let added = f.services.add_quota(&coordinator, "borders", &quota);
    added.await.unwrap();
    let tj = focal_point(&site, &["TJ"]).await;
    let who = tj.as_ref();
    let list = site.get(who, "/en/nominate").await;
    assert!(has(&list, "Border management") && has(&list, "Nobody yet"));
    assert!(has(&list, "href=\"/en/nominate/borders?country=TJ\""));
    assert!(has(&list, ">1 seat<"), "{}", list.body);
    let path = "/en/nominate/borders?country=TJ";
    let empty = site.get(who, path).await;
    assert!(has(&empty, "Nobody is nominated yet"));
    assert!(has(
        &empty,
        "Tajikistan has 1 seat in this event; taken or held: 0."
    ));
    assert!(
        !has(&empty, "name=\"country\""),
        "the country is the focal point's"
    );
    let first = site.post(who, path, &FIRUZ).await;
    assert_eq!(
        first.location,
        format!("{path}&done=nominated"),
        "{}",
        first.body
    );
    let page = site.get(who, &first.location).await;
    assert!(has(&page, "at the end of your order"));
    for text in [
        "Firuz Rahimov",
        "lang=\"tg\"",
        "Фирӯз Раҳимов",
        "Border &lt;Troops&gt;",
        "Awaiting a decision",
        "Speaks three languages.",
        "firuz@example.org",
    ] {
        assert!(has(&page, text), "{text}: {}", page.body);
    }
    assert!(!has(&page, "<Troops>"));
    let typed = "SELECT count(*) FROM registrations WHERE country = 'TJ'";
    assert_eq!(f.count(typed).await, 1, "not the posted one");
    nominate(&site, who, "Second One", "second@example.org").await;
    nominate(&site, who, "Third One", "third@example.org").await;
    let page = site.get(who, path).await;
    let all = ids(&page);
    assert_eq!(all.len(), 3);
    // The ends have one button, each with the name; the focus comes back to what was pressed.
    for label in [
        "Later: Firuz Rahimov",
        "Earlier: Second One",
        "Later: Second One",
        "Earlier: Third One",
        "Withdraw: Third One",
    ] {
        assert!(has(&page, &format!("aria-label=\"{label}\"")), "{label}");
    }
    assert!(!has(&page, "Earlier: Firuz") && !has(&page, "Later: Third"));
    let step = |turn, id| [("turn", turn), ("nomination", id)];
    let moved = site.post(who, path, &step("earlier", &all[2])).await;
    let back = format!("{path}&moved={}#earlier-{}", all[2], all[2]);
    assert_eq!(moved.location, back);
    let moved = site.post(who, path, &step("earlier", &all[2])).await;
    assert!(moved.location.ends_with(&format!("#later-{}", all[2])));
    let page = site
        .get(who, moved.location.split('#').next().unwrap())
        .await;
    assert!(has(&page, "Third One is now number 1 of 3."));
    assert!(has(&page, &format!("id=\"later-{}\"", all[2])));
    assert_eq!(ids(&page), [&all[2][..], &all[0][..], &all[1][..]]);
    // A decision and an offer are seen with their deadline and reason.
    decide(&site, &coordinator, &[&all[2]], Verdict::Approve).await;
    decide(&site, &coordinator, &[&all[1]], Verdict::Decline).await;
    let page = site.get(who, path).await;
    assert!(has(&page, "Seat offered") && has(&page, "Can answer until"));
    assert!(has(&page, "Reason: Too &lt;many&gt;."));
    assert!(has(&page, "taken or held: 1."));
    // Taking back asks once more; to look changes nothing.
    let withdraw = format!("/en/nominate/borders/{}/withdraw", all[2]);
    for _ in 0..2 {
        let asked = site.get(who, &withdraw).await;
        assert!(has(&asked, "Withdraw this nomination?") && has(&asked, "Third One"));
        assert!(has(&asked, "A seat is held") && has(&asked, "method=\"post\""));
    }
    let done = site.post(who, &withdraw, &[]).await;
    assert_eq!(done.location, format!("{path}&done=withdrawn"));
    let page = site.get(who, &done.location).await;
    assert!(has(&page, "Withdrawn. We have told"));
    assert_eq!(ids(&page), [&all[0][..], &all[1][..], &all[2][..]]);
    assert!(has(&page, "taken or held: 0."));
    let again = site.post(who, &withdraw, &[]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(!has(
        &site.get(who, &withdraw).await,
        "method=\"post\" action=\"/en/nominate"
    ));
    let list = site.get(who, "/en/nominate").await;
    assert!(has(&list, "2 people"), "{}", list.body);
}

#[tokio::test]
async fn what_is_refused_is_kept_and_named() {
    let site = Site::new().await;
    event(&site, "borders").await;
    let tj = focal_point(&site, &["TJ"]).await;
    let who = tj.as_ref();
    let path = "/en/nominate/borders?country=TJ";
    let mut typed = FIRUZ;
    typed[0] = ("name", "");
    typed[6] = ("email", "no\"body");
    let refused = site.post(who, path, &typed).await;
    assert_eq!(refused.status, REFUSED);
    for field in ["name", "email"] {
        assert!(has(&refused, &format!("href=\"#{field}\"")), "{field}");
        assert!(has(&refused, &format!("id=\"{field}-error\"")), "{field}");
    }
    assert!(has(&refused, "Enter the full name"));
    for kept in [
        "no&quot;body",
        "Фирӯз Раҳимов",
        "Border &lt;Troops&gt;",
        "Speaks three",
    ] {
        assert!(has(&refused, kept), "{kept}: {}", refused.body);
    }
    assert_eq!(site.post(who, path, &FIRUZ).await.status, DONE);
    let twice = site.post(who, path, &FIRUZ).await;
    assert_eq!(twice.status, REFUSED);
    assert!(has(
        &twice,
        "This person is registered for this event already"
    ));
    let unknown = [("turn", "sideways"), ("nomination", "x")];
    assert_eq!(site.post(who, path, &unknown).await.status, REFUSED);
    let nobody = [("turn", "later"), ("nomination", "x")];
    assert_eq!(site.post(who, path, &nobody).await.status, HIDDEN);
    assert_eq!(
        site.fixture.count("SELECT count(*) FROM nominations").await,
        1
    );
}

#[tokio::test]
async fn the_pages_of_focal_points_are_theirs_alone() {
    let site = Site::new().await;
    let f = &site.fixture;
    event(&site, "borders").await;
    event(&site, "other").await;
    let tj = focal_point(&site, &["TJ"]).await;
    let ir = focal_point(&site, &["IR"]).await;
    nominate(&site, tj.as_ref(), "Firuz Rahimov", "firuz@example.org").await;
    let id = ids(&site.get(tj.as_ref(), "/en/nominate/borders").await).remove(0);
    let trainee = f.add_person("A Trainee", "t@example.org").await.1;
    let trainee = site.sign_in(trainee).await;
    let eco = site.role(Role::Coordinator, Some(f.eco)).await;
    let administrator = site.role(Role::Administrator, None).await;
    let stored = "SELECT (SELECT count(*) FROM registrations) + (SELECT count(*) FROM audit_log)
        + (SELECT count(*) FROM outbox)";
    let before = f.count(stored).await;
    let withdraw = |slug: &str| format!("/en/nominate/{slug}/{id}/withdraw");
    let step = [("turn", "later"), ("nomination", id.as_str())];
    // Another country's: as if it were not there, whatever ids and countries are named.
    let page = site.get(ir.as_ref(), "/en/nominate/borders").await;
    assert!(!has(&page, "Firuz") && has(&page, "Iran"));
    let foreign = "/en/nominate/borders?country=TJ";
    assert_eq!(site.get(ir.as_ref(), foreign).await.status, NO);
    assert_eq!(site.post(ir.as_ref(), foreign, &FIRUZ).await.status, NO);
    for (who, slug) in [(&ir, "borders"), (&ir, "other"), (&tj, "other")] {
        let own = format!("/en/nominate/{slug}");
        assert_eq!(site.post(who.as_ref(), &own, &step).await.status, HIDDEN);
        assert_eq!(site.get(who.as_ref(), &withdraw(slug)).await.status, HIDDEN);
        let post = site.post(who.as_ref(), &withdraw(slug), &[]).await;
        assert_eq!(post.status, HIDDEN);
    }
    // Everybody else.
    for (who, expected) in [
        (&trainee, NO),
        (&eco, NO),
        (&administrator, NO),
        (&None, DONE),
    ] {
        for path in ["/en/nominate", "/en/nominate/borders", &withdraw("borders")] {
            assert_eq!(
                site.get(who.as_ref(), path).await.status,
                expected,
                "{path}"
            );
        }
        for (path, fields) in [
            ("/en/nominate/borders", &FIRUZ[..]),
            ("/en/nominate/borders", &step[..]),
            (&withdraw("borders"), &[]),
        ] {
            let answer = site.post(who.as_ref(), path, fields).await;
            assert_eq!(answer.status, expected, "{path}");
        }
    }
    assert_eq!(f.count(stored).await, before);
    assert_eq!(
        site.get(tj.as_ref(), "/en/nominate/nowhere").await.status,
        HIDDEN
    );
    // The way there is in the menu of focal points only.
    for (who, shown) in [
        (&tj, true),
        (&trainee, false),
        (&eco, false),
        (&None, false),
    ] {
        let home = site.get(who.as_ref(), "/en").await;
        assert_eq!(has(&home, "href=\"/en/nominate\""), shown);
    }
}

#[tokio::test]
async fn a_focal_point_of_two_countries_keeps_them_apart() {
    let site = Site::new().await;
    event(&site, "borders").await;
    let both = focal_point(&site, &["TJ", "IR"]).await;
    let who = both.as_ref();
    let list = site.get(who, "/en/nominate").await;
    assert!(has(&list, "<h2>Iran</h2>") && has(&list, "<h2>Tajikistan</h2>"));
    let tajikistan = "/en/nominate/borders?country=TJ";
    assert_eq!(site.post(who, tajikistan, &FIRUZ).await.status, DONE);
    let page = site.get(who, tajikistan).await;
    assert!(has(&page, "Firuz") && has(&page, "href=\"/en/nominate/borders?country=IR\""));
    let page = site.get(who, "/en/nominate/borders?country=IR").await;
    assert!(!has(&page, "Firuz"));
}

#[tokio::test]
async fn the_page_says_when_one_can_nominate() {
    let site = Site::new().await;
    let f = &site.fixture;
    event(&site, "borders").await;
    let tj = focal_point(&site, &["TJ"]).await;
    let who = tj.as_ref();
    let plan = f.open_event("x");
    let path = "/en/nominate/borders?country=TJ";
    nominate(&site, who, "Firuz Rahimov", "firuz@example.org").await;
    assert!(has(
        &site.get(who, path).await,
        "You can nominate until 30 January 2027"
    ));
    f.clock.travel_to(plan.opens - Span::hours(1));
    let early = site.get(who, path).await;
    assert!(
        has(&early, "You can nominate from 21 December 2026"),
        "{}",
        early.body
    );
    assert!(!has(&early, "name=\"email\""));
    let refused = site.post(who, path, &FIRUZ).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    f.clock.travel_to(plan.closes);
    // Whoever signed in three weeks ago has to do so again.
    let tj = focal_point(&site, &["TJ"]).await;
    let who = tj.as_ref();
    let late = site.get(who, path).await;
    assert!(
        has(&late, "The time to nominate ended on 30 January 2027"),
        "{}",
        late.body
    );
    assert!(has(&late, "Firuz") && !has(&late, "name=\"email\""));
    assert!(has(&late, "/withdraw\""), "taking back goes on");
    f.change("UPDATE events SET state = 'cancelled', cancellation_reason = 'test'")
        .await;
    let off = site.get(who, path).await;
    assert!(has(&off, "This event will not take place.") && !has(&off, "/withdraw\""));
    assert!(has(&site.get(who, "/en/nominate").await, "Cancelled"));
    // When it is over it is in the list no more.
    f.clock.travel_to(plan.ends);
    assert!(has(
        &site.get(who, "/en/nominate").await,
        "No event takes nominations"
    ));
}

#[tokio::test]
async fn every_page_of_focal_points_speaks_every_language() {
    let site = Site::new().await;
    let f = &site.fixture;
    let event = event(&site, "borders").await;
    let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
    let tj = focal_point(&site, &["TJ", "IR"]).await;
    let who = tj.as_ref();
    let path = |language: &str| format!("/{language}/nominate/borders?country=TJ");
    for name in ["a", "b", "c", "d"] {
        let fields = FIRUZ.map(|(field, value)| match field {
            "email" => (field, format!("{name}@example.org")),
            _ => (field, value.to_owned()),
        });
        let fields: Vec<_> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        site.post(who, &path("en"), &fields).await;
    }
    let all = ids(&site.get(who, &path("en")).await);
    decide(&site, &coordinator, &[&all[0], &all[1]], Verdict::Approve).await;
    decide(&site, &coordinator, &[&all[2]], Verdict::Decline).await;
    let withdraw = |language, id| format!("/{language}/nominate/borders/{id}/withdraw");
    site.post(who, &withdraw("en", &all[3]), &[]).await;
    f.change(
        "UPDATE registrations SET state = 'cancelled', ended_at = 1, ended_by = 'deadline'
              WHERE state = 'offered'",
    )
    .await;
    let (person, _) = f.add_person("Aziza Karimova", "k@example.org").await;
    let state = RegistrationState::Confirmed;
    f.add_registration(event, person, state).await;
    for language in ["en", "ru", "fa", "tr"] {
        for path in [
            format!("/{language}/nominate"),
            path(language),
            format!("{}&done=nominated", path(language)),
            format!("{}&done=withdrawn", path(language)),
            format!("{}&moved={}", path(language), all[1]),
            withdraw(language, &all[0]),
            withdraw(language, &all[3]),
            format!("/{language}/nominate/borders?country=IR"),
        ] {
            assert_eq!(site.get(who, &path).await.status, YES, "{path}");
        }
        let refused = site.post(who, &path(language), &[]).await;
        assert_eq!(refused.status, REFUSED);
    }
}
