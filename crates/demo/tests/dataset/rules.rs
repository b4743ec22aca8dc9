//! Attendance and certificates: what is recorded, and whether the rule is met.

use std::collections::BTreeSet;

use maktab_demo::{Event, EventState, Mark, Registration, RegistrationState};

use crate::{sample, samples};

/// The rule, counted here once more and independently of the crate.
fn share_is_reached(event: &Event, registration: &Registration) -> bool {
    let rule = event.certificate_rule.unwrap();
    let (mut attended, mut counted) = (0, 0);
    for (index, session) in event.sessions.iter().enumerate() {
        if !session.tracked {
            continue;
        }
        let record = registration
            .attendance
            .iter()
            .find(|record| record.session == index);
        match record.map(|record| record.mark) {
            Some(Mark::Present | Mark::Late) => {
                attended += 1;
                counted += 1;
            }
            Some(Mark::Excused) if !rule.excused_counts_as_absent => {}
            _ => counted += 1,
        }
    }
    counted > 0 && attended * 100 >= counted * u32::from(rule.min_percent)
}

#[test]
fn certificates_are_issued_exactly_to_those_who_meet_the_rule() {
    for data in samples() {
        let (mut issued, mut refused) = (0, 0);
        for event in &data.events {
            let any = event
                .registrations
                .iter()
                .any(|registration| registration.certificate.is_some());
            if !any {
                continue;
            }
            for registration in &event.registrations {
                let confirmed = registration.state == RegistrationState::Confirmed;
                let deserved = confirmed && share_is_reached(event, registration);
                assert_eq!(
                    registration.certificate.is_some(),
                    deserved,
                    "{}: {}",
                    event.slug,
                    registration.person
                );
                issued += usize::from(deserved);
                refused += usize::from(confirmed && !deserved);
            }
        }
        assert!(issued >= 400, "{}: {issued}", data.reference);
        assert!(refused >= 40, "{}: {refused}", data.reference);
    }
}

#[test]
fn certificates_come_after_the_end_and_before_the_reference() {
    for data in samples() {
        let mut revoked = 0;
        for event in &data.events {
            for registration in &event.registrations {
                let Some(certificate) = &registration.certificate else {
                    continue;
                };
                assert!(matches!(
                    event.state,
                    EventState::Completed | EventState::Archived
                ));
                assert!(event.certificate_rule.is_some(), "{}", event.slug);
                assert!(event.ends() < certificate.issued_at, "{}", event.slug);
                assert!(certificate.issued_at < data.as_of, "{}", event.slug);
                if let Some((when, reason)) = &certificate.revoked {
                    revoked += 1;
                    assert!(certificate.issued_at < *when && *when < data.as_of);
                    assert!(!reason.is_empty());
                }
            }
        }
        assert_eq!(revoked, 3, "{}", data.reference);
    }
}

#[test]
fn two_completed_events_still_wait_for_their_certificates() {
    for data in samples() {
        let waiting = data.events.iter().filter(|event| {
            event.state == EventState::Completed
                && event.registrations.iter().any(|registration| {
                    registration.certificate.is_none() && event.is_eligible(registration)
                })
        });
        assert!(waiting.count() >= 2, "{}", data.reference);
    }
}

#[test]
fn attendance_is_complete_for_past_days_and_empty_for_the_rest() {
    for data in samples() {
        for event in &data.events {
            let past: BTreeSet<usize> = event
                .sessions
                .iter()
                .enumerate()
                .filter(|(_, session)| {
                    session.tracked && event.local_date(session.starts) < data.reference
                })
                .map(|(index, _)| index)
                .collect();
            for registration in &event.registrations {
                let taken: Vec<usize> = registration
                    .attendance
                    .iter()
                    .map(|record| record.session)
                    .collect();
                let unique: BTreeSet<usize> = taken.iter().copied().collect();
                assert_eq!(unique.len(), taken.len(), "{}", event.slug);
                if registration.state == RegistrationState::Confirmed {
                    assert_eq!(unique, past, "{}", event.slug);
                } else {
                    assert!(unique.is_empty(), "{}", event.slug);
                }
            }
        }
    }
}

#[test]
fn attendance_is_recorded_during_its_session() {
    for data in samples() {
        for event in &data.events {
            for record in event
                .registrations
                .iter()
                .flat_map(|registration| &registration.attendance)
            {
                let session = event.sessions.get(record.session).unwrap();
                assert!(session.tracked);
                assert!(session.starts < record.recorded_at);
                assert!(record.recorded_at < session.ends);
                assert!(record.recorded_at < data.as_of);
            }
        }
    }
}

#[test]
fn every_mark_occurs_and_most_people_are_present() {
    let data = sample();
    let marks: Vec<Mark> = data
        .events
        .iter()
        .flat_map(|event| &event.registrations)
        .flat_map(|registration| &registration.attendance)
        .map(|record| record.mark)
        .collect();
    let distinct: BTreeSet<Mark> = marks.iter().copied().collect();
    assert_eq!(distinct.len(), 4);
    let present = marks.iter().filter(|mark| **mark == Mark::Present).count();
    assert!(present * 10 > marks.len() * 7 && present * 20 < marks.len() * 19);
}

#[test]
fn printed_hours_are_those_of_the_tracked_sessions() {
    for event in &sample().events {
        let Some(rule) = event.certificate_rule else {
            continue;
        };
        let minutes: i64 = event
            .sessions
            .iter()
            .filter(|session| session.tracked)
            .map(|session| session.ends.duration_since(session.starts).as_mins())
            .sum();
        assert_eq!(i64::from(rule.hours), (minutes + 30) / 60, "{}", event.slug);
        assert!((1..=100).contains(&rule.min_percent));
    }
}

/// Running events have attendance for the days that are over, and only those.
#[test]
fn a_running_event_shows_attendance_taken_so_far() {
    for data in samples() {
        let taken = data.running().any(|event| {
            let records = event
                .registrations
                .iter()
                .map(|registration| registration.attendance.len());
            let most = records.max().unwrap_or_default();
            let tracked = event.sessions.iter().filter(|session| session.tracked);
            (1..tracked.count()).contains(&most)
        });
        assert!(taken, "{}", data.reference);
    }
}
