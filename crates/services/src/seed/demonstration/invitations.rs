//! Invitations to the events to come that are held by invitation: used, open and declined ones.

use super::{Plan, time};
use crate::{Random, Result};
use maktab_demo::{Event, EventState, PersonKind, RegistrationMode, RegistrationState};
use maktab_domain::{InvitationId, Span, Timestamp};
use maktab_store::seeding as store;
use std::collections::BTreeSet;

/// How people of no registration were invited, one after the other.
const OTHERS: [(&str, bool); 5] = [
    ("participant", false),
    ("observer", false),
    ("participant", true),
    ("speaker", false),
    ("observer", true),
];
/// So long before the dataset's present the latest were sent.
const AGO: Span = Span::days(3);
/// So long they are good.
const GOOD: Span = Span::days(21);

/// The invitations, event by event.
pub(super) fn rows(plan: &Plan<'_>, events: &[store::Event]) -> Result<Vec<store::Invitation>> {
    let mut rows = Vec::new();
    for (event, kept) in plan.dataset.events.iter().zip(events) {
        let ahead = event.state == EventState::Published && kept.starts_at > plan.as_of;
        if ahead && event.registration_mode == RegistrationMode::Invited {
            of_event(plan, event, kept, &mut rows)?;
        }
    }
    Ok(rows)
}

fn of_event(
    plan: &Plan<'_>,
    event: &Event,
    kept: &store::Event,
    rows: &mut Vec<store::Invitation>,
) -> Result<()> {
    let by = plan.coordinator(event)?;
    let registered = event.registrations.iter();
    let there: BTreeSet<_> = registered.map(|one| one.person.as_str()).collect();
    let mut add = |key: &str, role, uses, at: Timestamp, declined| -> Result<()> {
        let (_, person) = plan.person(key)?;
        let mut token_hash = vec![0; 32];
        plan.random.fill(&mut token_hash);
        rows.push(store::Invitation {
            id: plan.id(InvitationId),
            event: kept.id,
            token_hash,
            email: person.email.clone(),
            name: person.details.name_latin.clone(),
            language: person.details.language.clone(),
            role,
            uses,
            expires_at: (at + GOOD).min(kept.ends_at),
            by,
            at,
            declined_at: declined,
        });
        Ok(())
    };
    for registration in &event.registrations {
        if registration.state == RegistrationState::Confirmed {
            let at = time(registration.registered_at) - Span::hours(20);
            add(&registration.person, "participant", 1, at, None)?;
        }
    }
    let others = plan.dataset.people.iter().filter(|person| {
        person.kind == PersonKind::Trainee
            && person.verified
            && !there.contains(person.key.as_str())
    });
    for ((role, declined), person) in OTHERS.into_iter().zip(others) {
        let at = plan.as_of - AGO;
        let declined = declined.then(|| at + Span::hours(30));
        add(&person.key, role, 0, at, declined)?;
    }
    Ok(())
}
