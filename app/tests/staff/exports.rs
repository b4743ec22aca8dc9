//! Lists as files: the same list in three formats, as it stands on its page.

use crate::certificates::browser::{Browser, Reply};
use crate::certificates::{Course, LIST};
use axum::http::StatusCode;
use maktab_domain::{RegistrationState, Role, Span};
use maktab_services::testing::{BEGINNING, Fixture};
use maktab_tables::{Guess, PARTICIPANT, Reading, Row, Table, read};
use serde_json::Value;

/// One list in all formats: what people read, and what programs do.
struct Files {
    table: Table,
    objects: Vec<Value>,
}

impl Files {
    /// Asks for the list at `path` with a query and checks what the formats have in common.
    async fn get(browser: &Browser, path: &str, query: &str, name: &str) -> Self {
        let ask = async |end: &str, kind: &str| {
            let address = format!("{path}.{end}{query}");
            let file = browser.get(&address).await;
            assert_eq!(file.status, StatusCode::OK, "{address}");
            assert_eq!(file.header("content-type"), kind);
            assert_eq!(file.header("cache-control"), "no-store");
            assert_eq!(file.header("x-content-type-options"), "nosniff");
            let disposition = file.header("content-disposition");
            let start = format!("attachment; filename=\"{name}-20");
            assert!(disposition.starts_with(&start), "{disposition}");
            assert!(disposition.ends_with(&format!(".{end}\"")), "{disposition}");
            file
        };
        let csv = ask("csv", "text/csv; charset=utf-8").await;
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        let xlsx = ask("xlsx", kind).await;
        let json = ask("json", "application/json").await;
        let table = |file: &Reply| read(&file.bytes, &Reading::default()).unwrap();
        let (text, workbook) = (table(&csv), table(&xlsx));
        assert_eq!(text.heading, workbook.heading, "{path}");
        assert_eq!(text.rows, workbook.rows, "{path}");
        let objects: Vec<Value> = serde_json::from_slice(&json.bytes).unwrap();
        assert_eq!(objects.len(), text.rows.len(), "{path}");
        for object in &objects {
            let keys = object.as_object().unwrap().keys();
            assert_eq!(keys.count(), text.heading.cells.len(), "{path}");
        }
        Self {
            table: text,
            objects,
        }
    }

    /// The rows as text, without what differs from run to run.
    fn column(&self, column: usize) -> Vec<&str> {
        self.table.rows.iter().map(|row| row.cell(column)).collect()
    }
}

async fn browser(fixture: &Fixture, role: Role) -> Browser {
    let actor = fixture.actor_with(role, Some(fixture.eco)).await;
    let secret = fixture.sign_in(actor.account).await;
    Browser::new(fixture.services.clone(), Some(secret))
}

/// More registrations than a page shows, one of them with a name that looks like a formula.
async fn registrations(fixture: &Fixture) {
    let mut plan = fixture.open_event("borders");
    plan.capacity = 60;
    let (event, _) = fixture.add_event(&plan).await;
    for place in 0..60 {
        let name = match place {
            0 => "=HYPERLINK(1)".to_owned(),
            _ => format!("Person {place:02}"),
        };
        let email = format!("p{place}@example.org");
        let (person, _) = fixture.add_person(&name, &email).await;
        let state = if place < 40 {
            RegistrationState::Confirmed
        } else {
            RegistrationState::Cancelled
        };
        fixture.add_registration(event, person, state).await;
    }
}

#[tokio::test]
async fn registrations_are_exported_as_they_stand_on_all_pages() {
    let fixture = Fixture::new().await;
    registrations(&fixture).await;
    let browser = browser(&fixture, Role::Coordinator).await;
    let path = "/en/manage/events/borders/registrations";
    let all = Files::get(&browser, path, "?page=2", "registrations-borders").await;
    assert_eq!(all.table.rows.len(), 60);
    let some = "?state=confirmed&sort=name&q=person&page=9";
    let files = Files::get(&browser, path, some, "registrations-borders").await;
    assert_eq!(files.table.rows.len(), 39);
    assert_eq!(files.column(0)[0], "Person 01");
    assert_eq!(files.column(7)[0], "Confirmed");
    let first = &files.objects[0];
    assert_eq!(first["name"], "Person 01");
    assert_eq!(first["state"], "confirmed");
    assert_eq!(first["email"], "p1@example.org");
    assert_eq!(first["reason"], Value::Null);
    // What looks like a formula is text everywhere.
    let odd = Files::get(&browser, path, "?q=hyperlink", "registrations-borders").await;
    assert_eq!(odd.objects[0]["name"], "=HYPERLINK(1)");
    let text = browser.get(&format!("{path}.csv?q=hyperlink")).await.text();
    assert!(text.contains("\"'=HYPERLINK(1)\""));
    let page = browser.get(&format!("{path}?state=confirmed")).await;
    for (end, name) in [("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON")] {
        page.says(&format!("href=\"{path}.{end}?state=confirmed\""));
        page.says(&format!("aria-label=\"Export as {name}\">{name}</a>"));
    }
}

#[tokio::test]
async fn an_exported_list_can_be_imported_in_every_language() {
    let fixture = Fixture::new().await;
    registrations(&fixture).await;
    let browser = browser(&fixture, Role::Coordinator).await;
    for language in ["en", "ru", "fa", "tr"] {
        let path = format!("/{language}/manage/events/borders/registrations");
        let files = Files::get(&browser, &path, "", "registrations-borders").await;
        let guess = Guess::of(&files.table.heading.cells, &PARTICIPANT);
        assert!(guess.missing.is_empty(), "{language}: {guess:?}");
        let email = guess.mapping.column("email").unwrap();
        assert!(files.column(email).contains(&"p7@example.org"));
        let keys = files.objects[0].as_object().unwrap();
        assert!(
            keys.contains_key("registered_at"),
            "keys are not translated"
        );
    }
}

#[tokio::test]
async fn a_list_with_nobody_in_it_is_a_file_with_headings() {
    let fixture = Fixture::new().await;
    fixture.add_event(&fixture.open_event("borders")).await;
    let browser = browser(&fixture, Role::Coordinator).await;
    let path = "/en/manage/events/borders/registrations";
    let csv = browser.get(&format!("{path}.csv")).await.text();
    assert!(csv.starts_with("\u{feff}\"Name\",") && csv.lines().count() == 1);
    assert_eq!(browser.get(&format!("{path}.json")).await.text(), "[\n]\n");
    let xlsx = browser.get(&format!("{path}.xlsx")).await;
    assert_eq!(xlsx.status, StatusCode::OK);
}

#[tokio::test]
async fn events_are_exported_on_all_pages_for_coordinators_and_for_everybody() {
    let fixture = Fixture::new().await;
    for place in 0..30 {
        let mut plan = fixture.open_event(&format!("event-{place:02}"));
        plan.starts = BEGINNING + Span::days(21 + place * 3);
        plan.ends = plan.starts + Span::days(2);
        fixture.add_event(&plan).await;
    }
    let mut draft = fixture.open_event("draft");
    draft.state = "draft".to_owned();
    fixture.add_event(&draft).await;
    let coordinator = browser(&fixture, Role::Coordinator).await;
    let own = Files::get(&coordinator, "/en/manage/events", "?page=2", "events").await;
    assert_eq!(own.table.rows.len(), 31);
    let drafts = "?state=draft";
    let own = Files::get(&coordinator, "/en/manage/events", drafts, "events").await;
    assert_eq!(own.objects.len(), 1);
    assert_eq!(own.objects[0]["state"], "draft");
    assert_eq!(own.objects[0]["taken"], 0);
    let nobody = Browser::new(fixture.services.clone(), None);
    let public = Files::get(&nobody, "/en/events", "?page=2&area=ii", "events").await;
    assert_eq!(public.table.rows.len(), 30, "no draft is among them");
    let first = &public.objects[0];
    assert!(
        first["address"]
            .as_str()
            .unwrap()
            .ends_with("/en/events/event-00")
    );
    assert!(first["areas"].as_array().unwrap().contains(&"ii".into()));
    assert!(first["capacity"].is_i64());
    for language in ["ru", "fa", "tr"] {
        for path in ["manage/events", "events"] {
            let path = format!("/{language}/{path}");
            let files = Files::get(&coordinator, &path, "", "events").await;
            assert!(files.objects[0]["title"].is_string());
        }
    }
    let none = nobody.get("/en/events?q=zzz").await;
    none.does_not_say("Export:");
    nobody
        .get("/en/events?area=ii")
        .await
        .says("/en/events.xlsx?area=ii");
}

#[tokio::test]
async fn the_roster_has_a_column_for_each_session() {
    let course = Course::new().await;
    let trainer = course.browser(Some(&course.trainer)).await;
    let path = "/en/teach/borders/roster";
    let files = Files::get(&trainer, path, "?q=aziza", "roster-borders").await;
    let [Row { cells, .. }] = files.table.rows.as_slice() else {
        panic!("{:?}", files.table.rows);
    };
    assert_eq!(cells[0], "Aziza Karimova");
    assert_eq!(cells.last().unwrap(), "Present");
    let object = files.objects[0].as_object().unwrap();
    let marks = object.iter().filter(|(key, _)| key.starts_with("session_"));
    let marks: Vec<_> = marks.map(|(_, mark)| mark).collect();
    assert!(!marks.is_empty() && marks.iter().all(|mark| **mark == "present"));
    assert!(!object.contains_key("email"), "trainers get no addresses");
}

#[tokio::test]
async fn eligibility_and_certificates_are_exported() {
    let course = Course::new().await;
    let number = course.issue().await;
    let browser = course.browser(Some(&course.coordinator)).await;
    let issued = Files::get(&browser, LIST, "", "certificates-borders").await;
    assert_eq!(issued.column(0), [number.as_str()]);
    assert_eq!(issued.objects[0]["state"], "valid");
    let address = issued.objects[0]["address"].as_str().unwrap();
    assert!(address.ends_with(&format!("/v/{number}")));
    let path = format!("{LIST}/participants");
    let all = Files::get(&browser, &path, "", "participants-borders").await;
    assert_eq!(all.table.rows.len(), 3);
    let some = Files::get(
        &browser,
        &path,
        "?show=not-eligible",
        "participants-borders",
    )
    .await;
    assert_eq!(some.column(0), ["Dilnoza Yusupova"]);
    assert_eq!(some.objects[0]["eligible"], "not-eligible");
    assert_eq!(some.objects[0]["attended_percent"], 0);
    let page = browser.get(&format!("{LIST}?show=eligible")).await;
    page.says(&format!("{path}.xlsx?show=eligible"));
    page.says(&format!("href=\"{LIST}.json\""));
    for language in ["ru", "fa", "tr"] {
        for path in [LIST, &path] {
            let path = path.replace("/en/", &format!("/{language}/"));
            let file = browser.get(&format!("{path}.csv")).await;
            assert_eq!(file.status, StatusCode::OK);
        }
    }
}

#[tokio::test]
async fn everybody_can_take_their_own_lists_along() {
    let course = Course::new().await;
    let number = course.issue().await;
    let browser = course.browser(Some(&course.people[0].0)).await;
    let path = "/fa/my/registrations";
    let own = Files::get(&browser, path, "", "my-registrations").await;
    assert_eq!(own.objects.len(), 1);
    assert_eq!(own.objects[0]["state"], "confirmed");
    let path = "/fa/my/certificates";
    let own = Files::get(&browser, path, "", "my-certificates").await;
    assert_eq!(own.objects[0]["number"], number);
    browser
        .get("/en/my")
        .await
        .says("href=\"/en/my/certificates.xlsx\"");
    let other = course.browser(Some(&course.people[1].0)).await;
    let none = other.get("/en/my/certificates.json").await;
    assert_eq!(none.text(), "[\n]\n");
    other
        .get("/en/my")
        .await
        .does_not_say("/en/my/certificates.csv");
}
