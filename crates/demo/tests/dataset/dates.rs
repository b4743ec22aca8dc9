//! Dates and times: order, zones, weekends, rooms.

use std::collections::BTreeMap;

use jiff::{
    ToSpan,
    civil::{Weekday, date, time},
};
use maktab_demo::{Event, EventState, Phase};

use crate::{REFERENCE, sample, samples};

#[test]
fn the_same_date_gives_the_same_data() {
    assert_eq!(*sample(), maktab_demo::dataset(REFERENCE));
}

#[test]
fn people_and_courses_do_not_depend_on_the_date() {
    let other = maktab_demo::dataset(REFERENCE.saturating_add(100.days()));
    assert_eq!(other.people, sample().people);
    assert_eq!(other.courses, sample().courses);
}

#[test]
fn events_span_fourteen_months_back_to_ten_months_ahead() {
    let data = sample();
    let first = data.events.iter().map(Event::starts).min().unwrap();
    let last = data.events.iter().map(Event::ends).max().unwrap();
    let days = |from: jiff::Timestamp, to: jiff::Timestamp| to.duration_since(from).as_hours() / 24;
    assert!((390..=450).contains(&days(first, data.as_of)));
    assert!((270..=320).contains(&days(data.as_of, last)));
}

#[test]
fn registration_opens_before_it_closes_and_closes_before_the_first_session() {
    for data in samples() {
        for event in &data.events {
            assert!(
                event.registration_opens < event.registration_closes,
                "{}",
                event.slug
            );
            assert!(event.registration_closes < event.starts(), "{}", event.slug);
        }
    }
}

#[test]
fn events_are_in_order_and_so_are_their_sessions() {
    for data in samples() {
        assert!(data.events.is_sorted_by_key(Event::starts));
        for event in &data.events {
            assert!(!event.sessions.is_empty(), "{}", event.slug);
            assert!(event.sessions.is_sorted_by_key(|session| session.starts));
            for session in &event.sessions {
                assert!(session.starts < session.ends);
            }
        }
    }
}

#[test]
fn sessions_lie_within_local_working_hours() {
    for data in samples() {
        for event in &data.events {
            for session in &event.sessions {
                let local =
                    |instant: jiff::Timestamp| instant.in_tz(&event.time_zone).unwrap().datetime();
                let (starts, ends) = (local(session.starts), local(session.ends));
                assert_eq!(starts.date(), ends.date(), "{}", event.slug);
                assert!(starts.time() >= time(9, 0, 0, 0), "{}", event.slug);
                assert!(ends.time() <= time(17, 0, 0, 0), "{}: {ends}", event.slug);
            }
        }
    }
}

#[test]
fn nobody_works_at_the_weekend_of_the_zone() {
    for data in samples() {
        for event in &data.events {
            for session in &event.sessions {
                let day = event.local_date(session.starts).weekday();
                let free = match event.time_zone.as_str() {
                    "Asia/Tehran" | "Asia/Kabul" => [Weekday::Thursday, Weekday::Friday],
                    _ => [Weekday::Saturday, Weekday::Sunday],
                };
                assert!(!free.contains(&day), "{}: {day:?}", event.slug);
            }
        }
    }
}

#[test]
fn no_two_sessions_of_an_event_overlap_in_a_room() {
    for event in &sample().events {
        let mut rooms: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for session in &event.sessions {
            let room = rooms.entry(session.room.clone()).or_default();
            room.push((session.starts, session.ends));
        }
        for spans in rooms.values_mut() {
            spans.sort_unstable();
            for pair in spans.windows(2) {
                let [one, two] = pair else { unreachable!() };
                assert!(one.1 <= two.0, "{}: {one:?} {two:?}", event.slug);
            }
        }
    }
}

/// Attendance is taken of one meeting at a time: parallel groups are untracked.
#[test]
fn no_two_tracked_sessions_overlap_at_all() {
    for event in &sample().events {
        let mut end = jiff::Timestamp::MIN;
        for session in event.sessions.iter().filter(|session| session.tracked) {
            assert!(end <= session.starts, "{}", event.slug);
            end = session.ends;
        }
    }
}

#[test]
fn the_state_follows_from_the_dates() {
    for data in samples() {
        for event in &data.events {
            let over = event.local_date(event.ends()) < data.reference;
            let fits = match event.state {
                EventState::Draft => event.starts() > data.as_of,
                EventState::Published => !over,
                EventState::Completed | EventState::Archived => over,
                EventState::Cancelled => true,
            };
            assert!(fits, "{}: {:?}", event.slug, event.state);
        }
    }
}

#[test]
fn past_running_and_upcoming_events_are_there_on_any_day() {
    for data in samples() {
        for (phase, least) in [
            (Phase::Ended, 20),
            (Phase::Running, 2),
            (Phase::Upcoming, 10),
        ] {
            let found = data
                .events
                .iter()
                .filter(|event| event.phase(data.reference) == phase);
            assert!(found.count() >= least, "{}: {phase:?}", data.reference);
        }
    }
}

#[test]
fn holidays_stay_free_except_in_the_weeks_around_the_reference() {
    for data in samples() {
        for event in &data.events {
            let starts = event.local_date(event.starts());
            let near = (starts - data.reference).get_days().abs() < 21;
            let nowruz = starts.month() == 3 && starts.day() >= 19;
            assert!(near || !nowruz, "{}: {starts}", event.slug);
        }
    }
}

/// Weeks that holidays move must leave a demonstration complete on any day.
#[test]
fn days_all_over_four_years_have_running_events_and_room_for_more() {
    for number in 0..36 {
        let reference = date(2026, 1, 1).saturating_add((number * 41).days());
        let data = maktab_demo::try_dataset(reference).unwrap();
        assert!((2..=3).contains(&data.running().count()), "{reference}");
        let open = data.events.iter().filter(|event| {
            event.phase(reference) == Phase::Upcoming
                && event.registration_opens <= data.as_of
                && data.as_of + 24.hours() < event.registration_closes
        });
        assert!(open.count() >= 8, "{reference}");
    }
}
