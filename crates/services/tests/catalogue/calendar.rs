//! Calendars: what stands in them, and that it stays the same thing.

use maktab_domain::Span;
use maktab_locale::Locale;
use maktab_services::catalogue::Wanted;
use maktab_services::testing::{BEGINNING, Fixture};

/// The lines of a calendar as they were before they were folded.
fn unfolded(calendar: &str) -> Vec<String> {
    for line in calendar.split("\r\n") {
        assert!(line.len() <= 76, "too long: {line}");
        assert!(!line.contains('\n'), "a bare line feed: {line}");
    }
    let whole = calendar.replace("\r\n ", "");
    whole.lines().map(str::to_owned).collect()
}

fn values<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    let lines = lines.iter();
    lines
        .filter_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
        .collect()
}

#[tokio::test]
async fn an_event_has_an_entry_for_each_day_from_its_first_to_its_last_session() {
    let fixture = Fixture::new().await;
    let (id, _) = fixture.add_event(&fixture.open_event("borders")).await;
    // Ten seconds into 2027.
    let changed = "UPDATE events SET updated_at = 1798761610000";
    fixture.change(changed).await;
    let services = &fixture.services;
    let calendar = services.event_calendar(None, Locale::En, "borders").await;
    let lines = unfolded(&calendar.unwrap());
    // Six sessions of three hours, two a day, four hours apart; days begin at 09:00 in Tashkent.
    let starts = ["20270208T040000Z", "20270209T040000Z", "20270210T040000Z"];
    assert_eq!(values(&lines, "DTSTART"), starts);
    let ends = ["20270208T110000Z", "20270209T110000Z", "20270210T110000Z"];
    assert_eq!(values(&lines, "DTEND"), ends);
    let uids: Vec<_> = (1..=3)
        .map(|day| format!("{id}-{day}@127.0.0.1:3000"))
        .collect();
    assert_eq!(values(&lines, "UID"), uids);
    assert_eq!(values(&lines, "SEQUENCE"), ["220924810"; 3]);
    assert_eq!(
        values(&lines, "SUMMARY")[1],
        "Border management (day 2 of 3)"
    );
    let place = "Training Centre\\, Tashkent\\, Uzbekistan";
    assert_eq!(values(&lines, "LOCATION"), [place; 3]);
    let link = "http://127.0.0.1:3000/en/events/borders";
    assert_eq!(values(&lines, "URL"), [link; 3]);
    let description = values(&lines, "DESCRIPTION")[0];
    assert!(
        description.contains("Times of the agenda: Tashkent"),
        "{description}"
    );
    assert!(
        description.contains("09:00–12:00 Session 1 · Room 1"),
        "{description}"
    );
    assert!(!description.contains("Session 3"), "{description}");
    // Asked again later, it is the very same calendar.
    fixture.clock.travel(Span::days(2));
    let again = services.event_calendar(None, Locale::En, "borders").await;
    assert_eq!(unfolded(&again.unwrap()), lines);
}

#[tokio::test]
async fn a_list_is_a_calendar_of_whole_days_with_cancellations() {
    let fixture = Fixture::new().await;
    fixture.add_event(&fixture.open_event("borders")).await;
    let mut online = fixture.open_event("online");
    online.starts = BEGINNING + Span::days(5);
    online.ends = online.starts + Span::hours(3);
    online.closes = online.starts;
    fixture.add_event(&online).await;
    fixture
        .change("UPDATE events SET mode = 'online', state = 'cancelled' WHERE slug = 'online'")
        .await;
    let mut draft = fixture.open_event("draft");
    draft.state = "draft".to_owned();
    fixture.add_event(&draft).await;
    let all = Wanted::default();
    let calendar = fixture.services.calendar(Locale::Fa, &all).await;
    let lines = unfolded(&calendar.unwrap());
    assert_eq!(values(&lines, "STATUS"), ["CANCELLED", "CONFIRMED"]);
    assert_eq!(values(&lines, "DTSTART"), ["20270115T080000Z"]);
    assert_eq!(values(&lines, "DTSTART;VALUE=DATE"), ["20270208"]);
    assert_eq!(values(&lines, "DTEND;VALUE=DATE"), ["20270211"]);
    assert_eq!(values(&lines, "SUMMARY"), ["مدیریت مرزها"; 2]);
    assert_eq!(values(&lines, "LOCATION")[0], "برخط");
}

#[tokio::test]
async fn what_was_typed_cannot_break_out_of_its_line() {
    let fixture = Fixture::new().await;
    fixture.add_event(&fixture.open_event("borders")).await;
    fixture
        .change("UPDATE event_texts SET title = 'A;B,C\\' || char(13) || char(10) || 'ATTENDEE:x'")
        .await;
    let all = Wanted::default();
    let calendar = fixture.services.calendar(Locale::En, &all).await;
    let lines = unfolded(&calendar.unwrap());
    assert_eq!(values(&lines, "ATTENDEE"), [] as [&str; 0]);
    assert_eq!(values(&lines, "SUMMARY"), ["A\\;B\\,C\\\\\\nATTENDEE:x"]);
}
