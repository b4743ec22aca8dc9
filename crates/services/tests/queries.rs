//! A page asks the database as often for one event as for thirty.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use maktab_domain::Span;
use maktab_locale::Locale;
use maktab_services::catalogue::Wanted;
use maktab_services::testing::{BEGINNING, Fixture};
use maktab_store::testing::executed;

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
}
