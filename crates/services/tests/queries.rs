//! A page asks the database as often for one event as for thirty.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use maktab_domain::{Role, Span};
use maktab_locale::Locale;
use maktab_services::catalogue::Wanted;
use maktab_services::importing::Uploaded;
use maktab_services::testing::{BEGINNING, Fixture};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tracing::field::{Field, Visit};
use tracing::{Event, Metadata, Subscriber, span};

/// Counts the statements that sqlx tells of.
struct Counter;

static STATEMENTS: AtomicUsize = AtomicUsize::new(0);

impl Subscriber for Counter {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("sqlx::query")
    }
    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }
    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn event(&self, event: &Event<'_>) {
        event.record(&mut Selects);
    }
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

/// Counts what reads; transactions are begun and ended when the pool of connections likes.
struct Selects;

impl Visit for Selects {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "summary" && value.starts_with("SELECT") {
            STATEMENTS.fetch_add(1, Ordering::SeqCst);
        }
    }
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        self.record_str(field, &format!("{value:?}"));
    }
}

/// How many statements there have been. sqlx tells of one when it has ended, which may be after its
/// answer has come.
async fn statements() -> usize {
    loop {
        let before = STATEMENTS.load(Ordering::SeqCst);
        tokio::time::sleep(Duration::from_millis(30)).await;
        if STATEMENTS.load(Ordering::SeqCst) == before {
            return before;
        }
    }
}

/// How many statements the pages ask: catalogue, home, courses, event, course, calendar.
async fn asked(fixture: &Fixture) -> Vec<usize> {
    let services = &fixture.services;
    services.reference().await.unwrap();
    let all = Wanted::default();
    let mut marks = vec![statements().await];
    services.catalogue(Locale::En, &all, 1).await.unwrap();
    marks.push(statements().await);
    services.home(Locale::En).await.unwrap();
    marks.push(statements().await);
    services.courses(Locale::En).await.unwrap();
    marks.push(statements().await);
    services.event(None, "event-0").await.unwrap();
    marks.push(statements().await);
    services.course(Locale::En, "course").await.unwrap();
    marks.push(statements().await);
    services.calendar(Locale::En, &all).await.unwrap();
    marks.push(statements().await);
    marks.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

#[tokio::test]
async fn a_page_asks_as_often_for_one_event_as_for_thirty() {
    tracing::subscriber::set_global_default(Counter).unwrap();
    let fixture = Fixture::new().await;
    let mut events = 0..30;
    let mut add = async |places: usize| {
        for place in events.by_ref().take(places) {
            let mut plan = fixture.open_event(&format!("event-{place}"));
            plan.starts = BEGINNING + Span::days(20 + place);
            plan.ends = plan.starts + Span::days(3);
            let (event, sessions) = fixture.add_event(&plan).await;
            let email = format!("t{place}@example.org");
            let (trainer, _) = fixture.add_person("Gulnar Abdi", &email).await;
            fixture.trains(trainer, &sessions).await;
            if place == 0 {
                fixture.add_course("course", "Borders", event).await;
            }
        }
    };
    add(1).await;
    let one = asked(&fixture).await;
    assert!(
        one.iter().all(|&count| count > 0),
        "nothing was counted: {one:?}"
    );
    add(29).await;
    fixture
        .change("UPDATE events SET course_id = (SELECT id FROM courses)")
        .await;
    assert_eq!(asked(&fixture).await, one);
}

/// A list of so many people.
fn list(people: usize) -> String {
    let rows = (0..people)
        .map(|n| format!("Person No{n};p{n}@example.org;Uzbekistan;Border Service;Inspector\n"));
    let heading = "Name;E-mail;Country;Institution;Job title\n".to_owned();
    [heading].into_iter().chain(rows).collect()
}

#[tokio::test]
async fn the_preview_of_an_import_asks_as_often_for_three_rows_as_for_three_thousand() {
    tracing::subscriber::set_global_default(Counter).unwrap();
    let fixture = Fixture::new().await;
    fixture.add_event(&fixture.open_event("borders")).await;
    let eco = fixture
        .actor_with(Role::Coordinator, Some(fixture.eco))
        .await;
    let services = &fixture.services;
    services.reference().await.unwrap();
    let asked = async |people: usize| {
        let mut file = services.begin_import(&eco, "borders").await.unwrap();
        file.push(list(people).as_bytes()).unwrap();
        let uploaded = services.upload_import(&eco, "borders", "a.csv", file).await;
        let Uploaded::Kept(id) = uploaded.unwrap() else {
            unreachable!("the list can be read")
        };
        let columns = services.import_columns(&eco, "borders", id, Locale::En);
        let form = columns.await.unwrap().form;
        let mut marks = vec![statements().await];
        let chosen = services.choose_import(&eco, "borders", id, &form).await;
        chosen.unwrap();
        marks.push(statements().await);
        let preview = services.import_preview(&eco, "borders", id, 1).await;
        assert_eq!(preview.unwrap().to_add, i64::try_from(people).unwrap());
        marks.push(statements().await);
        services.imports(&eco, "borders").await.unwrap();
        marks.push(statements().await);
        let pairs = marks.windows(2).map(|pair| pair[1] - pair[0]);
        pairs.collect::<Vec<_>>()
    };
    let few = asked(3).await;
    assert!(few.iter().all(|&count| count > 0), "nothing was counted");
    assert_eq!(asked(3_000).await, few);
}
