//! Events: how many of each sort, and what a demonstration needs to find.

use std::collections::BTreeSet;

use jiff::ToSpan;
use maktab_demo::{Event, EventKind, EventState, Mode, Phase, RegistrationMode};

use crate::{sample, samples};

fn open_now(event: &Event, data: &maktab_demo::Dataset) -> bool {
    let end_of_day = data.as_of + 24.hours();
    event.phase(data.reference) == Phase::Upcoming
        && event.registration_mode == RegistrationMode::Open
        && event.registration_opens <= data.as_of
        && end_of_day < event.registration_closes
}

fn free(event: &Event) -> usize {
    let capacity = usize::try_from(event.capacity).unwrap();
    capacity.checked_sub(event.seats_taken()).unwrap()
}

#[test]
fn there_are_more_than_forty_four_events_with_their_own_slugs() {
    let data = sample();
    assert!(data.events.len() >= 44, "{}", data.events.len());
    let slugs: BTreeSet<&str> = data
        .events
        .iter()
        .map(|event| event.slug.as_str())
        .collect();
    assert_eq!(slugs.len(), data.events.len());
}

#[test]
fn all_kinds_modes_states_and_registration_modes_occur() {
    let data = sample();
    let kinds: BTreeSet<EventKind> = data.events.iter().map(|event| event.kind).collect();
    let modes: BTreeSet<Mode> = data.events.iter().map(|event| event.mode).collect();
    let states: BTreeSet<EventState> = data.events.iter().map(|event| event.state).collect();
    let ways: BTreeSet<RegistrationMode> = data
        .events
        .iter()
        .map(|event| event.registration_mode)
        .collect();
    assert_eq!(
        (kinds.len(), modes.len(), states.len(), ways.len()),
        (4, 3, 5, 4)
    );
}

#[test]
fn six_time_zones_and_all_ten_countries_host() {
    let data = sample();
    let zones: BTreeSet<&str> = data
        .events
        .iter()
        .map(|event| event.time_zone.as_str())
        .collect();
    assert!(zones.len() >= 6, "{zones:?}");
    let hosts: BTreeSet<&str> = data
        .events
        .iter()
        .filter_map(|event| event.country.as_deref())
        .collect();
    assert_eq!(hosts.len(), 10, "{hosts:?}");
}

#[test]
fn events_cover_all_areas() {
    let data = sample();
    let areas: BTreeSet<&str> = data
        .events
        .iter()
        .flat_map(|event| &event.areas)
        .map(String::as_str)
        .collect();
    assert_eq!(areas.len(), 10);
}

#[test]
fn two_or_three_events_run_on_any_day() {
    for data in samples() {
        let running: Vec<&str> = data.running().map(|event| event.slug.as_str()).collect();
        assert!(
            (2..=3).contains(&running.len()),
            "{}: {running:?}",
            data.reference
        );
    }
}

#[test]
fn some_events_are_full_and_some_nearly() {
    for data in samples() {
        let upcoming: Vec<&Event> = data
            .events
            .iter()
            .filter(|event| event.phase(data.reference) != Phase::Ended)
            .filter(|event| event.phase(data.reference) != Phase::Off)
            .collect();
        let full = upcoming.iter().filter(|event| free(event) == 0).count();
        let nearly = upcoming
            .iter()
            .filter(|event| (1..=3).contains(&free(event)))
            .count();
        assert!(full >= 2, "{}: {full} full", data.reference);
        assert!(nearly >= 1, "{}: {nearly} nearly full", data.reference);
    }
}

#[test]
fn five_open_upcoming_events_on_border_management_have_free_seats() {
    for data in samples() {
        let found = data.events.iter().filter(|event| {
            let texts = event.texts.get("en").unwrap();
            let all = format!("{} {}", texts.title, texts.summary).to_lowercase();
            all.contains("border management") && open_now(event, data) && free(event) > 0
        });
        let slugs: Vec<&str> = found.map(|event| event.slug.as_str()).collect();
        assert!(slugs.len() >= 5, "{}: {slugs:?}", data.reference);
    }
}

#[test]
fn every_event_has_texts_organisers_and_languages_that_resolve() {
    let data = sample();
    for event in &data.events {
        assert!(event.texts.contains_key("en"), "{}", event.slug);
        assert!(event.texts.len() >= 2, "{}", event.slug);
        assert!(!event.organisers.is_empty() && !event.languages.is_empty());
        for key in &event.organisers {
            assert!(["eco", "iom"].contains(&key.as_str()), "{key}");
            assert!(data.organisation(key).is_some());
        }
        if let Some(slug) = &event.course {
            assert!(data.course(slug).is_some(), "{slug}");
        }
        for key in event.trainers() {
            assert!(data.person(key).is_some(), "{key}");
        }
        for registration in &event.registrations {
            assert!(data.person(&registration.person).is_some());
            if let Some(focal) = &registration.nominated_by {
                let person = data.person(&registration.person).unwrap();
                assert_eq!(data.person(focal).unwrap().country, person.country);
            }
        }
    }
}

#[test]
fn a_place_is_given_unless_the_event_is_online() {
    for event in &sample().events {
        let online = event.mode == Mode::Online;
        assert_eq!(event.country.is_none(), online, "{}", event.slug);
        assert_eq!(event.city.is_none(), online);
        assert_eq!(event.venue.is_none(), online);
        for session in &event.sessions {
            assert_eq!(session.room.is_none(), online, "{}", event.slug);
        }
    }
}

#[test]
fn a_reason_is_given_exactly_when_cancelled() {
    for event in &sample().events {
        let cancelled = event.state == EventState::Cancelled;
        assert_eq!(
            event.cancellation_reason.is_some(),
            cancelled,
            "{}",
            event.slug
        );
    }
}

#[test]
fn agendas_are_as_long_as_their_events() {
    let data = sample();
    let in_person = |event: &&Event| event.mode != Mode::Online;
    for event in data.events.iter().filter(in_person) {
        let days: BTreeSet<_> = event
            .sessions
            .iter()
            .map(|session| event.local_date(session.starts))
            .collect();
        if days.len() == 5 {
            assert!(
                (14..=20).contains(&event.sessions.len()),
                "{}: {}",
                event.slug,
                event.sessions.len()
            );
        }
        assert!(
            event.sessions.iter().any(|session| !session.tracked),
            "{}",
            event.slug
        );
    }
    let single = data
        .events
        .iter()
        .filter(|event| event.sessions.len() == 1)
        .count();
    assert!(single >= 4);
}

#[test]
fn every_tracked_session_has_a_trainer_and_no_break_has_one() {
    for event in &sample().events {
        for session in &event.sessions {
            assert_eq!(
                session.trainers.is_empty(),
                !session.tracked,
                "{}: {}",
                event.slug,
                session.texts.english()
            );
        }
    }
}
