//! Who was there, with the corrections that were made.

use super::{Plan, codes, time};
use crate::Result;
use maktab_demo::{Attendance, Event, Mark};
use maktab_domain::{AccountId, AttendanceId, AttendanceStatus, Span, Timestamp};
use maktab_store::seeding as store;

/// One in so many who came late was first recorded as absent.
const LATE_CORRECTED: usize = 3;

/// Every record, former ones included.
pub(super) fn rows(
    plan: &mut Plan<'_>,
    events: &[store::Event],
    registrations: &[store::Registration],
) -> Result<Vec<store::Attendance>> {
    let mut rows = Vec::new();
    let mut places = registrations.iter();
    for (event, stored) in plan.dataset.events.iter().zip(events) {
        for (registration, place) in event.registrations.iter().zip(&mut places) {
            for record in &registration.attendance {
                let Some(session) = stored.sessions.get(record.session) else {
                    continue;
                };
                let current = store::Attendance {
                    id: plan.id(AttendanceId),
                    registration: place.id,
                    session: session.id,
                    status: codes::mark(record.mark),
                    recorded_by: recorder(plan, event, record)?,
                    recorded_at: time(record.recorded_at),
                    superseded_at: None,
                };
                rows.extend(former(plan, &current, record, session, rows.len()));
                rows.push(current);
            }
        }
    }
    Ok(rows)
}

/// Who recorded it: the trainer of the session who has an account, else a coordinator.
fn recorder(plan: &Plan<'_>, event: &Event, record: &Attendance) -> Result<AccountId> {
    let session = event.sessions.get(record.session);
    let trainers = session.map(|session| session.trainers.as_slice());
    let mut trainers = trainers.unwrap_or_default().iter();
    let own = trainers.find_map(|key| plan.accounts.get(key.as_str()).copied());
    own.map_or_else(|| plan.coordinator(event), Ok)
}

/// What was recorded before: an absence, until the excuse came or the person did.
fn former(
    plan: &Plan<'_>,
    current: &store::Attendance,
    record: &Attendance,
    session: &store::Session,
    place: usize,
) -> Option<store::Attendance> {
    let corrected = match record.mark {
        Mark::Excused => true,
        Mark::Late => place.is_multiple_of(LATE_CORRECTED),
        Mark::Present | Mark::Absent => false,
    };
    corrected.then(|| store::Attendance {
        id: plan.id(AttendanceId),
        status: AttendanceStatus::Absent.code(),
        recorded_at: half_way(session.starts_at, current.recorded_at).min(session.ends_at),
        superseded_at: Some(current.recorded_at),
        ..current.clone()
    })
}

fn half_way(from: Timestamp, to: Timestamp) -> Timestamp {
    from + Span((to - from).0 / 2)
}
