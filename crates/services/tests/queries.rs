//! A page asks the database as often for one event as for thirty.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use maktab_domain::{EventId, MailState, RegistrationState, Role, Span};
use maktab_locale::Locale;
use maktab_services::Actor;
use maktab_services::administering::MailFilter;
use maktab_services::catalogue::Wanted;
use maktab_services::managing::Verdict;
use maktab_services::testing::{BEGINNING, Fixture};
use std::ops::Range;
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

/// How many statements the pages of an administrator ask: overview, jobs, mails by what is looked
/// for, one mail.
async fn administered(fixture: &Fixture, actor: &Actor) -> Vec<usize> {
    let services = &fixture.services;
    let mut marks = vec![statements().await];
    services.administration(actor).await.unwrap();
    marks.push(statements().await);
    services.jobs(actor).await.unwrap();
    marks.push(statements().await);
    let by = |state, kind: &str, address: &str| MailFilter {
        state,
        kind: kind.to_owned(),
        address: address.to_owned(),
        page: 1,
    };
    for filter in [
        by(None, "", ""),
        by(Some(MailState::Dead), "", ""),
        by(Some(MailState::Waiting), "approved", ""),
        by(None, "approved", "p"),
        MailFilter::default(),
    ] {
        let found = services.outbox(actor, &filter).await.unwrap();
        marks.push(statements().await);
        if let Some(mail) = found.mails.first() {
            services.outbox_mail(actor, mail.id).await.unwrap();
        }
        marks.push(statements().await);
    }
    marks.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// So many people whose application was approved, half of whose mails were given up.
async fn owe_mails(fixture: &Fixture, coordinator: &Actor, event: EventId, people: Range<usize>) {
    let mut ids = Vec::new();
    for n in people {
        let (person, _) = fixture
            .add_person("Aziza", &format!("p{n}@example.org"))
            .await;
        let state = RegistrationState::Submitted;
        ids.push(fixture.add_registration(event, person, state).await);
    }
    let decided =
        fixture
            .services
            .decide_registrations(coordinator, "decided", &ids, Verdict::Approve, "");
    decided.await.unwrap();
    let half = "UPDATE outbox SET dead_at = due_at, attempts = 8
        WHERE recipient LIKE '%1@example.org' OR recipient LIKE '%2@example.org'";
    fixture.change(half).await;
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

    let administrator = fixture.actor_with(Role::Administrator, None).await;
    let coordinator = fixture
        .actor_with(Role::Coordinator, Some(fixture.eco))
        .await;
    let mut plan = fixture.open_event("decided");
    plan.registration_mode = "approval".to_owned();
    plan.capacity = 500;
    let (event, _) = fixture.add_event(&plan).await;
    owe_mails(&fixture, &coordinator, event, 0..3).await;
    let few = administered(&fixture, &administrator).await;
    assert!(
        few.iter().all(|&count| count > 0),
        "nothing was counted: {few:?}"
    );
    owe_mails(&fixture, &coordinator, event, 3..300).await;
    assert_eq!(administered(&fixture, &administrator).await, few);
}
