//! Who takes part in what.

use super::{Plan, codes, time};
use crate::Result;
use crate::registration::CONSENT_VERSION;
use maktab_demo::{Event, EventState, Registration};
use maktab_domain::{RegistrationId, RegistrationState};
use maktab_store::seeding as store;

/// Every registration, event by event, in the order of the data set.
pub(super) fn rows(
    plan: &mut Plan<'_>,
    events: &[store::Event],
) -> Result<Vec<store::Registration>> {
    let mut rows = Vec::new();
    for (event, stored) in plan.dataset.events.iter().zip(events) {
        for registration in &event.registrations {
            rows.push(row(plan, event, stored, registration)?);
        }
    }
    Ok(rows)
}

fn row(
    plan: &Plan<'_>,
    event: &Event,
    stored: &store::Event,
    registration: &Registration,
) -> Result<store::Registration> {
    let (person, known) = plan.person(&registration.person)?;
    let state = codes::registration(registration.state);
    let since = time(registration.state_since);
    let over = !state.is_live();
    let by = match (state, event.state) {
        (RegistrationState::Declined, _) | (_, EventState::Cancelled) => "coordinator",
        _ => "person",
    };
    let registered_at = time(registration.registered_at);
    Ok(store::Registration {
        id: plan.id(RegistrationId),
        event: stored.id,
        person: *person,
        state: state.code(),
        hold_until: (state == RegistrationState::Pending).then(|| registered_at + plan.hold),
        without_seat: state == RegistrationState::Pending && !gives_seats_at_once(event),
        details: known.details.clone(),
        consent_version: match is_proposed(plan, registration) {
            // Who was nominated agrees with the offer of a seat.
            true => String::new(),
            false => CONSENT_VERSION.to_owned(),
        },
        registered_at,
        confirmed_at: (state == RegistrationState::Confirmed).then_some(since),
        ended_at: over.then_some(since),
        ended_by: over.then_some(by),
        reason: None,
    })
}

/// Whether it is a focal point's proposal on which nobody has decided.
fn is_proposed(plan: &Plan<'_>, registration: &Registration) -> bool {
    let undecided = registration.state == maktab_demo::RegistrationState::Submitted;
    undecided && plan.focal_point_of(registration).is_some()
}

/// Whether a seat is held for whoever registers, until the address is confirmed.
fn gives_seats_at_once(event: &Event) -> bool {
    event.registration_mode == maktab_demo::RegistrationMode::Open
}
