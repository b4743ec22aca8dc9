//! The people.

use super::{Plan, time};
use maktab_demo::Person;
use maktab_domain::{PersonId, Span, Timestamp};
use maktab_store::people::Details;
use maktab_store::seeding as store;
use std::collections::BTreeMap;

/// So long before the reference date somebody is known who has registered for nothing.
const KNOWN_FOR: Span = Span::days(400);

/// Every person; the plan knows them afterwards.
pub(super) fn rows(plan: &mut Plan<'_>) -> Vec<store::Person> {
    let first = first_registrations(plan);
    let mut rows = Vec::new();
    for person in &plan.dataset.people {
        let created_at = first.get(person.key.as_str()).copied();
        let created_at = created_at.unwrap_or(plan.as_of - KNOWN_FOR);
        let row = store::Person {
            id: plan.id(PersonId),
            email: person.email.to_lowercase(),
            email_verified_at: person.verified.then_some(created_at),
            details: details(plan, person),
            created_at,
        };
        plan.people.insert(&person.key, (row.id, row.clone()));
        rows.push(row);
    }
    rows
}

/// When each person registered for the first time.
fn first_registrations<'a>(plan: &Plan<'a>) -> BTreeMap<&'a str, Timestamp> {
    let mut first: BTreeMap<&str, Timestamp> = BTreeMap::new();
    let events = plan.dataset.events.iter();
    for registration in events.flat_map(|event| &event.registrations) {
        let at = time(registration.registered_at);
        let known = first.entry(&registration.person).or_insert(at);
        *known = at.min(*known);
    }
    first
}

/// What the person typed: the institution and the position in the language that is used between
/// the countries, as for a certificate.
fn details(plan: &Plan<'_>, person: &Person) -> Details {
    let institution = plan.dataset.organisation(&person.institution);
    let institution = institution.map_or("", |found| found.names.english());
    let (native, language) = person.name_native.clone().unzip();
    Details {
        name_latin: person.name_latin.clone(),
        name_native: native,
        name_native_language: language,
        country: person.country.clone(),
        institution: institution.to_owned(),
        job_title: person.position.english().to_owned(),
        language: person.language.clone(),
    }
}
