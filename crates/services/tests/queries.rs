//! A page asks the database as often for one event as for thirty.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use maktab_domain::{EventId, MailState, RegistrationState, Role, Span};
use maktab_locale::Locale;
use maktab_services::Actor;
use maktab_services::administering::MailFilter;
use maktab_services::catalogue::Wanted;
use maktab_services::managing::Verdict;
use maktab_services::testing::{BEGINNING, Fixture};
use maktab_store::testing::executed;
use std::ops::Range;

/// How many statements the pages ask: catalogue, home, courses, event, course, calendar.
async fn asked(fixture: &Fixture) -> Vec<usize> {
    let services = &fixture.services;
    services.reference().await.unwrap();
    let all = Wanted::default();
    let mut marks = vec![executed()];
    services.catalogue(Locale::En, &all, 1).await.unwrap();
    marks.push(executed());
    services.home(Locale::En).await.unwrap();
    marks.push(executed());
    services.courses(Locale::En).await.unwrap();
    marks.push(executed());
    services.event(None, "event-0").await.unwrap();
    marks.push(executed());
    services.course(Locale::En, "course").await.unwrap();
    marks.push(executed());
    services.calendar(Locale::En, &all).await.unwrap();
    marks.push(executed());
    marks.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// How many statements the pages of an administrator ask: overview, jobs, mails by what is looked
/// for, one mail.
async fn administered(fixture: &Fixture, actor: &Actor) -> Vec<usize> {
    let services = &fixture.services;
    let mut marks = vec![executed()];
    services.administration(actor).await.unwrap();
    marks.push(executed());
    services.jobs(actor).await.unwrap();
    marks.push(executed());
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
        marks.push(executed());
        if let Some(mail) = found.mails.first() {
            services.outbox_mail(actor, mail.id).await.unwrap();
        }
        marks.push(executed());
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
