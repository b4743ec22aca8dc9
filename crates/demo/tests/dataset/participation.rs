//! Registrations: seats, windows, and nobody in two places.

use std::collections::{BTreeMap, BTreeSet};

use maktab_demo::{EventState, PersonKind, RegistrationMode, RegistrationState};

use crate::{sample, samples};

#[test]
fn capacity_is_never_exceeded() {
    for data in samples() {
        for event in &data.events {
            let capacity = usize::try_from(event.capacity).unwrap();
            assert!(event.seats_taken() <= capacity, "{}", event.slug);
        }
    }
}

#[test]
fn people_wait_only_for_full_events() {
    let mut waiting = 0;
    for event in &sample().events {
        let count = |state| {
            event
                .registrations
                .iter()
                .filter(|registration| registration.state == state)
                .count()
        };
        if count(RegistrationState::Waitlisted) > 0 {
            waiting += 1;
            let capacity = usize::try_from(event.capacity).unwrap();
            assert_eq!(
                count(RegistrationState::Confirmed),
                capacity,
                "{}",
                event.slug
            );
        }
    }
    assert!(waiting >= 3);
}

#[test]
fn nobody_is_registered_twice_for_an_event() {
    for data in samples() {
        for event in &data.events {
            let people: BTreeSet<&str> = event
                .registrations
                .iter()
                .map(|registration| registration.person.as_str())
                .collect();
            assert_eq!(people.len(), event.registrations.len(), "{}", event.slug);
        }
    }
}

#[test]
fn nobody_has_a_seat_in_two_places_on_one_day() {
    for data in samples() {
        let mut days = BTreeMap::new();
        for event in &data.events {
            if event.state == EventState::Cancelled {
                continue;
            }
            let dates: BTreeSet<_> = event
                .sessions
                .iter()
                .map(|session| event.local_date(session.starts))
                .collect();
            let seated = event
                .registrations
                .iter()
                .filter(|registration| registration.state == RegistrationState::Confirmed)
                .map(|registration| registration.person.as_str());
            for person in seated.chain(event.trainers()) {
                for date in &dates {
                    let other = days.insert((person, *date), &event.slug);
                    assert_eq!(other, None, "{person} on {date}: {}", event.slug);
                }
            }
        }
    }
}

#[test]
fn only_trainees_register_and_only_the_unverified_are_pending() {
    let data = sample();
    let mut pending = 0;
    for event in &data.events {
        for registration in &event.registrations {
            let person = data.person(&registration.person).unwrap();
            assert_eq!(person.kind, PersonKind::Trainee);
            let is_pending = registration.state == RegistrationState::Pending;
            pending += usize::from(is_pending);
            assert_eq!(person.verified, !is_pending, "{}", person.key);
        }
    }
    assert!(pending >= 3);
}

#[test]
fn registrations_fall_into_the_window_and_nothing_lies_in_the_future() {
    for data in samples() {
        for event in &data.events {
            assert!(
                event
                    .registrations
                    .is_sorted_by_key(|registration| registration.registered_at)
            );
            for registration in &event.registrations {
                let at = registration.registered_at;
                assert!(event.registration_opens <= at, "{}", event.slug);
                assert!(at < event.registration_closes, "{}", event.slug);
                assert!(at <= registration.state_since, "{}", event.slug);
                assert!(registration.state_since < data.as_of, "{}", event.slug);
            }
        }
    }
}

#[test]
fn states_fit_the_event() {
    for data in samples() {
        for event in &data.events {
            for registration in &event.registrations {
                let fits = match event.state {
                    EventState::Draft => false,
                    EventState::Cancelled => registration.state == RegistrationState::Cancelled,
                    EventState::Published => true,
                    EventState::Completed | EventState::Archived => !matches!(
                        registration.state,
                        RegistrationState::Submitted | RegistrationState::Pending
                    ),
                };
                assert!(fits, "{}: {:?}", event.slug, registration.state);
                let nominated = event.registration_mode == RegistrationMode::Nominated;
                assert_eq!(
                    registration.nominated_by.is_some(),
                    nominated,
                    "{}",
                    event.slug
                );
            }
        }
    }
}

#[test]
fn every_state_of_a_registration_occurs() {
    let data = sample();
    let states: BTreeSet<RegistrationState> = data
        .events
        .iter()
        .flat_map(|event| &event.registrations)
        .map(|registration| registration.state)
        .collect();
    assert_eq!(states.len(), 6);
}

#[test]
fn nearly_everybody_takes_part_in_something() {
    let data = sample();
    let active: BTreeSet<&str> = data
        .events
        .iter()
        .flat_map(|event| &event.registrations)
        .map(|registration| registration.person.as_str())
        .collect();
    assert!(active.len() >= 400, "{}", active.len());
}

#[test]
fn the_trainees_with_accounts_have_something_to_show() {
    for data in samples() {
        for person in ["trainee", "trainee-fa"] {
            let own: Vec<_> = data
                .events
                .iter()
                .flat_map(|event| &event.registrations)
                .filter(|registration| registration.person == person)
                .collect();
            let certificates = own.iter().filter(|own| own.certificate.is_some()).count();
            assert!(own.len() >= 4, "{}: {person}", data.reference);
            assert!(certificates >= 2, "{}: {person}", data.reference);
            assert!(own.iter().all(|own| {
                let certificate = own.certificate.as_ref();
                certificate.is_none_or(|certificate| certificate.revoked.is_none())
            }));
        }
    }
}
