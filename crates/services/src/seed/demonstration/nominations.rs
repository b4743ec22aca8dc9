//! What focal points have proposed, and the seats of the countries.

use super::events::HOMES;
use super::{Plan, time};
use maktab_demo::{Event, EventState, RegistrationMode, RegistrationState};
use maktab_domain::QuotaId;
use maktab_store::seeding as store;
use std::collections::BTreeMap;

/// What a focal point writes beside a name, in turn; most write nothing.
const NOTES: [&str; 4] = [
    "Will train colleagues at three border posts afterwards.",
    "",
    "Has worked on this question for six years.",
    "",
];

/// The proposals of the focal points who can sign in, in the order in which they were made.
pub(super) fn rows(
    plan: &Plan<'_>,
    events: &[store::Event],
    registrations: &[store::Registration],
) -> Vec<store::Nomination> {
    let mut rows = Vec::new();
    let mut places: BTreeMap<(usize, &str), i64> = BTreeMap::new();
    let mut stored = registrations.iter();
    for (number, (event, kept)) in plan.dataset.events.iter().zip(events).enumerate() {
        for (registration, row) in event.registrations.iter().zip(stored.by_ref()) {
            let by = plan.focal_point_of(registration);
            let Some(by) = by.filter(|_| event.registration_mode == RegistrationMode::Nominated)
            else {
                continue;
            };
            let place = places.entry((number, &row.details.country)).or_default();
            *place += 1;
            let note = NOTES.iter().cycle().nth(rows.len());
            rows.push(store::Nomination {
                registration: row.id,
                event: kept.id,
                country: row.details.country.clone(),
                place: *place,
                note: note.copied().unwrap_or_default().to_owned(),
                by,
                at: time(registration.registered_at),
            });
        }
    }
    rows
}

/// A quota for every country in the events to come that governments nominate for: about a tenth
/// of the seats and one more.
pub(super) fn quotas(plan: &Plan<'_>, events: &[store::Event]) -> Vec<store::CountryQuota> {
    let mut rows = Vec::new();
    for (event, kept) in plan.dataset.events.iter().zip(events) {
        let ahead = event.state == EventState::Published && kept.starts_at > plan.as_of;
        if !ahead || event.registration_mode != RegistrationMode::Nominated {
            continue;
        }
        for (_, country) in HOMES {
            let taken = taken(plan, event, country);
            rows.push(store::CountryQuota {
                id: plan.id(QuotaId),
                event: kept.id,
                country: country.to_owned(),
                seats: (kept.capacity / 10 + 1).max(taken),
                taken,
            });
        }
    }
    rows
}

fn taken(plan: &Plan<'_>, event: &Event, country: &str) -> i64 {
    let placed = event.registrations.iter().filter(|registration| {
        let person = plan.people.get(registration.person.as_str());
        registration.state == RegistrationState::Confirmed
            && person.is_some_and(|(_, person)| person.details.country == country)
    });
    i64::try_from(placed.count()).unwrap_or(i64::MAX)
}
