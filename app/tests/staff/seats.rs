//! The pages by which coordinators give seats: what was decided is taken back, people are
//! assigned to organisations, and what is taken is said where it is in the way.

use crate::site::{Reply, Site};
use axum::http::StatusCode;
use maktab_domain::{RegistrationState as State, Role, Span};
use maktab_services::Secret;
use maktab_services::testing::PlannedEvent;

const EVENT: &str = "/en/manage/events/borders";
const LIST: &str = "/en/manage/events/borders/registrations";

fn has(reply: &Reply, text: &str) -> bool {
    reply.body.contains(text)
}

/// The fields of this name.
fn input(page: &Reply, name: &str) -> Vec<String> {
    let mut inputs = page.all_between("<input", ">");
    inputs.retain(|input| input.contains(&format!("name=\"{name}\"")));
    inputs
}

/// What the fields of this name hold.
fn typed(page: &Reply, name: &str) -> Vec<String> {
    let values = input(page, name).into_iter();
    let values = values.filter_map(|input| {
        let value = input.split(" value=\"").nth(1)?;
        Some(value.split('"').next()?.to_owned())
    });
    values.collect()
}

/// A coordinator, and an event with people who stand at these states; the ids of these.
async fn with_people(site: &Site, mode: &str, states: &[State]) -> (Option<Secret>, Vec<String>) {
    let f = &site.fixture;
    let coordinator = site.role(Role::Coordinator, Some(f.eco)).await;
    let plan = PlannedEvent {
        registration_mode: mode.to_owned(),
        ..f.open_event("borders")
    };
    let (event, _) = f.add_event(&plan).await;
    let mut ids = Vec::new();
    for (n, &state) in states.iter().enumerate() {
        let (person, _) = f.add_person("Somebody", &format!("p{n}@example.org")).await;
        ids.push(f.add_registration(event, person, state).await.to_string());
    }
    (coordinator, ids)
}

/// What the buttons of a page would undo.
fn undoable(page: &Reply) -> Vec<String> {
    page.all_between("name=\"undo\" value=\"", "\"")
}

#[tokio::test]
async fn every_batch_is_listed_with_its_people_and_undone_by_itself() {
    let site = Site::new().await;
    let (coordinator, ids) = with_people(&site, "approval", &[State::Submitted; 4]).await;
    let who = coordinator.as_ref();
    let ids: Vec<_> = ids.iter().map(String::as_str).collect();
    for (action, chosen) in [("approve", &ids[..1]), ("wait", &ids[1..])] {
        let chosen = chosen.iter().map(|&id| ("chosen", id));
        let fields: Vec<_> = chosen.chain([("action", action)]).collect();
        let done = site.post(who, LIST, &fields).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        site.fixture.clock.travel(Span::minutes(1));
    }
    let list = site.get(who, LIST).await;
    let batches = undoable(&list);
    assert_eq!(batches.len(), 2);
    let texts = list.all_between("Decided on ", " at ");
    assert_eq!(texts, ["3 people", "1 person"], "the latest first");
    let states = list.all_between("<p id=\"undo-", "</span>");
    assert!(states[0].ends_with("On the waiting list") && states[1].ends_with("Confirmed"));
    // On the page of one of the three: this one alone.
    let one = format!("{LIST}/{}", ids[1]);
    let decisions = undoable(&site.get(who, &one).await);
    assert_eq!(decisions.len(), 1);
    assert!(!batches.contains(&decisions[0]));
    let undo = [("undo", decisions[0].as_str())];
    let done = site.post(who, &one, &undo).await;
    assert_eq!(done.location, format!("{one}?done=undone"));
    let again = site.post(who, &one, &undo).await;
    assert_eq!(again.location, format!("{one}?done=too-late"));
    assert!(undoable(&site.get(who, &one).await).is_empty());
    // The earlier batch, though a later one was not undone.
    let done = site.post(who, LIST, &[("undo", batches[1].as_str())]).await;
    assert_eq!(done.location, format!("{LIST}?undone=1&too-late=0"));
    let list = site.get(who, &done.location).await;
    assert_eq!(undoable(&list), batches[..1]);
    assert_eq!(list.all_between("Decided on ", " at "), ["2 people"]);
}

#[tokio::test]
async fn the_page_of_a_registration_assigns_to_an_organisation_within_its_seats() {
    let site = Site::new().await;
    let (coordinator, ids) = with_people(&site, "open", &[State::Confirmed; 2]).await;
    let who = coordinator.as_ref();
    let eco = site.fixture.eco.to_string();
    let quota = [
        ("action", "add"),
        ("whom", &format!("organisation:{eco}")),
        ("seats", "1"),
    ];
    let added = site.post(who, &format!("{EVENT}/seats"), &quota).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER);
    let [first, second] = [0, 1].map(|n: usize| format!("{LIST}/{}", ids[n]));
    let fields = [("action", "organisation"), ("organisation", eco.as_str())];
    let done = site.post(who, &first, &fields).await;
    assert_eq!(done.location, format!("{first}?done=organisation"));
    let page = site.get(who, &done.location).await;
    assert!(has(&page, "The organisation was set."));
    assert!(has(&page, "<bdi>Economic Cooperation Organization</bdi>"));
    let chosen = format!("<option value=\"{eco}\" selected>");
    assert!(has(&page, &chosen));
    let refused = site.post(who, &second, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(has(&refused, "No seat of this organisation is left"));
    assert!(has(&refused, &chosen), "what was chosen is kept");
    assert_eq!(refused.all_between("id=\"errors\"", ">").len(), 1);
    let seats = site.get(who, &format!("{EVENT}/seats")).await;
    assert!(has(&seats, "1 of 1"));
}

#[tokio::test]
async fn where_fewer_seats_are_asked_for_than_are_taken_the_number_is_said() {
    let site = Site::new().await;
    let (coordinator, _) = with_people(&site, "open", &[State::Confirmed; 3]).await;
    let who = coordinator.as_ref();
    let path = format!("{EVENT}/seats");
    let add = |seats| [("action", "add"), ("whom", "country:UZ"), ("seats", seats)];
    let low = site.post(who, &path, &add("2")).await;
    assert_eq!(low.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(has(
        &low,
        "3 seats are taken or held already: the quota cannot be lower"
    ));
    assert_eq!(typed(&low, "seats"), ["2"]);
    // The form of the waiting list beside it shows what is stored.
    assert_eq!(typed(&low, "offer-hours"), ["48"]);
    assert!(input(&low, "waiting-list")[0].contains("checked"));
    for (whom, seats) in [("country:UZ", "3"), ("role:speaker", "4")] {
        let add = [("action", "add"), ("whom", whom), ("seats", seats)];
        let done = site.post(who, &path, &add).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
    }
    let page = site.get(who, &path).await;
    let whose = page.all_between("<th scope=\"row\">", "<");
    let at = whose.iter().position(|name| name == "Uzbekistan").unwrap();
    let quota = page.all_between("name=\"quota\" value=\"", "\"");
    let change = [("action", "change"), ("quota", &quota[at]), ("seats", "1")];
    let low = site.post(who, &path, &change).await;
    assert_eq!(low.status, StatusCode::UNPROCESSABLE_ENTITY);
    let sentence = "3 seats are taken or held already: the quota cannot be lower";
    assert!(has(&low, &format!("href=\"#quota-seats\">{sentence}")));
    let row = &low.all_between("<tr>", "</tr>")[at + 1];
    for part in [
        "Uzbekistan",
        sentence,
        "value=\"1\"",
        "aria-invalid=\"true\"",
    ] {
        assert!(row.contains(part), "{part}: {row}");
    }
    assert_eq!(low.all_between("id=\"quota-seats\"", ">").len(), 1);
    assert_eq!(low.all_between("aria-invalid", ">").len(), 1);
    assert_eq!(typed(&low, "offer-hours"), ["48"]);
    // The form of the event says it as well.
    let page = site.get(who, &format!("{EVENT}/edit")).await;
    let version = page.all_between("name=\"version\" value=\"", "\"");
    let fields = [("capacity", "2"), ("version", version[0].as_str())];
    let low = site.post(who, &format!("{EVENT}/edit"), &fields).await;
    assert_eq!(low.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(has(
        &low,
        "3 seats are taken or held: there cannot be fewer"
    ));
}

#[tokio::test]
async fn who_was_decided_on_meanwhile_is_not_said_to_be_decided_on_again() {
    let site = Site::new().await;
    let (coordinator, ids) = with_people(&site, "approval", &[State::Submitted]).await;
    let who = coordinator.as_ref();
    let one = format!("{LIST}/{}", ids[0]);
    let decline = [("action", "decline"), ("reason", "Too many.")];
    let done = site.post(who, &one, &decline).await;
    assert_eq!(done.location, format!("{one}?done=declined"));
    for action in ["approve", "wait", "decline"] {
        let late = [("action", action), ("reason", "Others came first.")];
        let late = site.post(who, &one, &late).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{action}");
        assert!(has(&late, "This registration stands elsewhere by now."));
    }
    let decisions = "SELECT count(*) FROM decisions";
    assert_eq!(site.fixture.count(decisions).await, 1);
}
