//! The page of an event's invitations.

use crate::site::{Reply, Site};
use axum::http::StatusCode;
use maktab_domain::{RegistrationState, Role, Span};
use maktab_services::Secret;

const YES: StatusCode = StatusCode::OK;
const NO: StatusCode = StatusCode::FORBIDDEN;
const HIDDEN: StatusCode = StatusCode::NOT_FOUND;
const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;
const DONE: StatusCode = StatusCode::SEE_OTHER;

const PATH: &str = "/en/manage/events/borders/invitations";

fn form<'a>(addresses: &'a str, role: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("addresses", addresses),
        ("role", role),
        ("language", "en"),
        ("organisation", ""),
        ("days", "14"),
        ("uses", "1"),
    ]
}

fn has(reply: &Reply, text: &str) -> bool {
    reply.body.contains(text)
}

async fn with_event() -> (Site, Option<Secret>) {
    let site = Site::new().await;
    let f = &site.fixture;
    let mut plan = f.open_event("borders");
    plan.registration_mode = "invited".to_owned();
    f.add_event(&plan).await;
    let eco = site.role(Role::Coordinator, Some(f.eco)).await;
    (site, eco)
}

/// The ids of the invitations on a page, in their order.
fn ids(page: &Reply) -> Vec<String> {
    let inputs = page.all_between("<input", ">").into_iter();
    let inputs = inputs.filter(|input| input.contains("name=\"invitation\""));
    let values = inputs.filter_map(|input| {
        let value = input.split("value=\"").nth(1)?;
        Some(value.split('"').next()?.to_owned())
    });
    values.collect()
}

#[tokio::test]
async fn people_are_invited_again_and_not_any_more() {
    let (site, eco) = with_event().await;
    let f = &site.fixture;
    let who = eco.as_ref();
    let empty = site.get(who, PATH).await;
    assert!(has(&empty, "Nobody is invited yet"));
    assert!(
        has(
            &empty,
            "aria-current=\"page\" href=\"/en/manage/events/borders/invitations\""
        ) || has(
            &empty,
            "href=\"/en/manage/events/borders/invitations\" aria-current=\"page\""
        )
    );
    let three = "Aziza <b>Karimova</b> <a@example.org>\nb@example.org\nc@example.org";
    let sent = site.post(who, PATH, &form(three, "observer")).await;
    assert_eq!(sent.location, format!("{PATH}?sent=3"), "{}", sent.body);
    let page = site.get(who, &sent.location).await;
    for text in [
        "3 invitations were sent.",
        "Aziza &lt;b&gt;Karimova&lt;/b&gt;",
        "a@example.org",
        "Observer",
        "aria-label=\"Send again: b@example.org\"",
        "aria-label=\"Revoke: c@example.org\"",
        "0 of 1",
    ] {
        assert!(has(&page, text), "{text}: {}", page.body);
    }
    f.clock.travel(Span(1));
    // Who has one already, or is registered, is named; no address stands in the address.
    let (person, _) = f.add_person("Registered", "r@example.org").await;
    let event = f
        .services
        .registration_page(None, "borders")
        .await
        .unwrap()
        .event
        .id;
    let state = RegistrationState::Confirmed;
    f.add_registration(event, person, state).await;
    let more = "A@example.org\nd@example.org\nr@example.org";
    let sent = site.post(who, PATH, &form(more, "participant")).await;
    assert!(
        sent.location
            .starts_with(&format!("{PATH}?sent=1&already="))
    );
    assert!(!sent.location.contains("example"), "{}", sent.location);
    let page = site.get(who, &sent.location).await;
    assert!(has(&page, "1 invitation was sent."));
    assert!(has(
        &page,
        "1 address has an open invitation already: a@example.org"
    ));
    assert!(has(&page, "1 person is registered already: r@example.org"));
    // Sent again, then taken back.
    let id = ids(&page).remove(0);
    f.clock.travel(Span(1));
    let act = |action, id| [("action", action), ("invitation", id)];
    let again = site.post(who, PATH, &act("again", &id)).await;
    assert_eq!(again.location, format!("{PATH}?again={id}"));
    assert!(has(
        &site.get(who, &again.location).await,
        "Sent again to d@example.org"
    ));
    assert_eq!(f.mails_to("d@example.org").await.len(), 2);
    let revoked = site.post(who, PATH, &act("revoke", &id)).await;
    let page = site.get(who, &revoked.location).await;
    assert!(has(&page, "Revoked: d@example.org"));
    assert!(!has(&page, "aria-label=\"Revoke: d@example.org\""));
    assert!(!has(&page, "aria-label=\"Send again: d@example.org\""));
    for action in ["again", "revoke"] {
        let late = site.post(who, PATH, &act(action, &id)).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{action}");
        let nowhere = site.post(who, PATH, &act(action, "x")).await;
        assert_eq!(nowhere.status, HIDDEN, "{action}");
    }
    let unknown = site.post(who, PATH, &act("promote", &id)).await;
    assert_eq!(unknown.status, REFUSED);
}

#[tokio::test]
async fn what_is_refused_is_kept_and_the_bad_line_named() {
    let (site, eco) = with_event().await;
    let who = eco.as_ref();
    let mut typed = form("a@example.org\n\nb@example.org\nno <body>\nnor", "speaker");
    typed.retain(|(name, _)| *name != "days");
    typed.push(("days", "soon"));
    // Of those who were invited just before, nothing is said again.
    let before = format!("{PATH}?sent=3");
    assert!(has(&site.get(who, &before).await, "role=\"status\""));
    let refused = site.post(who, &before, &typed).await;
    assert_eq!(refused.status, REFUSED);
    assert!(!has(&refused, "role=\"status\""));
    for text in [
        "href=\"#addresses\"",
        "href=\"#days\"",
        "Not every line is an address",
        "Line 4: “no &lt;body&gt;”",
        "Line 5: “nor”",
        "b@example.org",
        "value=\"soon\"",
    ] {
        assert!(has(&refused, text), "{text}: {}", refused.body);
    }
    let speaker = refused.all_between("value=\"speaker\"", ">").concat();
    assert!(speaker.contains("selected"), "{speaker}");
    let nothing = site.post(who, PATH, &form("", "guest")).await;
    assert!(has(&nothing, "Enter at least one address") && has(&nothing, "href=\"#role\""));
    assert!(!has(&nothing, "Line 1"));
    let f = &site.fixture;
    assert_eq!(f.count("SELECT count(*) FROM outbox").await, 0);
    // Once the event is over there is no form.
    f.clock.travel_to(f.open_event("x").ends);
    let eco = site.role(Role::Coordinator, Some(f.eco)).await;
    let who = eco.as_ref();
    let over = site.get(who, PATH).await;
    assert!(!has(&over, "name=\"addresses\"") && has(&over, "and not over"));
    let late = site
        .post(who, PATH, &form("a@example.org", "speaker"))
        .await;
    assert_eq!(late.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn many_are_shown_page_by_page_and_passed_over_in_brief() {
    let (site, eco) = with_event().await;
    let who = eco.as_ref();
    let many: Vec<_> = (0..101).map(|n| format!("a{n}@example.org")).collect();
    let sent = site
        .post(who, PATH, &form(&many.join("\n"), "participant"))
        .await;
    assert_eq!(sent.location, format!("{PATH}?sent=101"));
    let first = site.get(who, &sent.location).await;
    assert_eq!(ids(&first).len(), 100);
    assert!(
        has(&first, &format!("href=\"{PATH}?page=2\"")),
        "{}",
        first.body
    );
    let second = site.get(who, &format!("{PATH}?page=2")).await;
    assert_eq!(ids(&second).len(), 1);
    let last = ids(&second).remove(0);
    let act = [("action", "revoke"), ("invitation", last.as_str())];
    let revoked = site.post(who, &format!("{PATH}?page=2"), &act).await;
    assert_eq!(revoked.location, format!("{PATH}?page=2&revoked={last}"));
    let again = site
        .post(who, PATH, &form(&many.join("\n"), "participant"))
        .await;
    assert!(again.location.len() < 2_000, "{}", again.location.len());
    let said = site.get(who, &again.location).await;
    assert!(has(&said, "20 addresses have open invitations already"));
    assert!(
        has(&said, "In all, 100 addresses were passed over"),
        "{}",
        said.body
    );
}

#[tokio::test]
async fn invitations_are_for_the_coordinators_of_an_organiser() {
    let site = Site::new().await;
    let f = &site.fixture;
    let mut own = f.open_event("borders");
    own.organisers = vec![f.eco];
    f.add_event(&own).await;
    f.add_event(&f.open_event("joint")).await;
    let eco = site.role(Role::Coordinator, Some(f.eco)).await;
    let iom = site.role(Role::Coordinator, Some(f.iom)).await;
    let trainer = site.role(Role::Trainer, Some(f.eco)).await;
    let focal = site.sign_in(f.focal_point(&["TJ"]).await.account).await;
    let trainee = f.add_person("A Trainee", "t@example.org").await.1;
    let trainee = site.sign_in(trainee).await;
    let sent = site
        .post(eco.as_ref(), PATH, &form("zz@example.org", "observer"))
        .await;
    assert_eq!(sent.status, DONE);
    let id = ids(&site.get(eco.as_ref(), PATH).await).remove(0);
    let before = f.count("SELECT count(*) FROM audit_log").await;
    let acts = ["again", "revoke"].map(|action| [("action", action), ("invitation", id.as_str())]);
    for (who, expected) in [
        (&iom, NO),
        (&trainer, NO),
        (&focal, NO),
        (&trainee, NO),
        (&None, DONE),
    ] {
        let who = who.as_ref();
        assert_eq!(site.get(who, PATH).await.status, expected);
        let one = form("b@example.org", "observer");
        let invited = site.post(who, PATH, &one);
        assert_eq!(invited.await.status, expected);
        for act in &acts {
            assert_eq!(site.post(who, PATH, act).await.status, expected);
        }
    }
    // The id of an invitation is good below its own event only.
    let joint = "/en/manage/events/joint/invitations";
    for (who, act) in [(&eco, &acts[0]), (&eco, &acts[1]), (&iom, &acts[1])] {
        let swapped = site.post(who.as_ref(), joint, act).await;
        assert_eq!(swapped.status, HIDDEN);
    }
    let named = site
        .get(eco.as_ref(), &format!("{joint}?again={id}&already={id}"))
        .await;
    assert!(!has(&named, "zz@example.org"), "nor is it named there");
    assert_eq!(f.count("SELECT count(*) FROM audit_log").await, before);
}

#[tokio::test]
async fn the_page_of_invitations_speaks_every_language() {
    let (site, eco) = with_event().await;
    let f = &site.fixture;
    let who = eco.as_ref();
    let four = "a@example.org\nb@example.org\nc@example.org\nd@example.org";
    site.post(who, PATH, &form(four, "speaker")).await;
    let all = ids(&site.get(who, PATH).await);
    let act = [("action", "revoke"), ("invitation", all[0].as_str())];
    site.post(who, PATH, &act).await;
    f.change("UPDATE invitations SET declined_at = 1 WHERE email = 'b@example.org'")
        .await;
    f.change("UPDATE invitations SET uses = 1 WHERE email = 'c@example.org'")
        .await;
    f.change("UPDATE invitations SET expires_at = 1 WHERE email = 'd@example.org'")
        .await;
    for language in ["en", "ru", "fa", "tr"] {
        let path = format!("/{language}/manage/events/borders/invitations");
        for query in [
            "".to_owned(),
            "?sent=0".to_owned(),
            format!("?sent=2&already={}&passed-over=30", all[1]),
            format!("?again={}", all[1]),
            format!("?revoked={}", all[0]),
        ] {
            let page = site.get(who, &format!("{path}{query}")).await;
            assert_eq!(page.status, YES, "{path}{query}");
        }
        assert_eq!(site.post(who, &path, &form("x", "")).await.status, REFUSED);
    }
}
