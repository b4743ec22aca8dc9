//! Two mails that could not be delivered, so that an administrator has something to look at.

use super::Plan;
use crate::mail;
use crate::registration::with_titles;
use crate::{Error, Result, Services};
use maktab_domain::{OutboxId, Span};
use maktab_store::{Tx, registrations, seeding as store};

/// How often each was tried, and what the other side said.
const FAILURES: [(i64, &str); 2] = [
    (1, "550 5.1.1 mailbox unavailable"),
    (8, "451 4.4.1 no answer from the host of the recipient"),
];

/// Confirmations to people who have a place in an event to come and cannot sign in.
pub(super) async fn put(
    services: &Services,
    tx: &mut Tx,
    plan: &Plan<'_>,
    events: &[store::Event],
    registrations: &[store::Registration],
) -> Result<()> {
    let ahead = |id| {
        let event = events.iter().find(|event| event.id == id);
        event.is_some_and(|event| event.state == "published" && event.starts_at > plan.as_of)
    };
    let has_account = |person| {
        let mut people = plan.people.iter();
        let key = people
            .find(|(_, (id, _))| *id == person)
            .map(|(key, _)| *key);
        key.is_some_and(|key| plan.accounts.contains_key(key))
    };
    let confirmed = registrations
        .iter()
        .filter(|row| row.state == "confirmed" && ahead(row.event) && !has_account(row.person));
    for (row, (attempts, error)) in confirmed.zip(FAILURES) {
        let event = registrations::event_by_id(tx, row.event).await?;
        let facts = with_titles(tx, event.ok_or(Error::NotFound)?).await?;
        let (_, person) = plan
            .people
            .values()
            .find(|(id, _)| *id == row.person)
            .ok_or(Error::NotFound)?;
        let to = crate::accounts::address(&person.email)?;
        let locale = mail::language(&row.details.language);
        let name = &row.details.name_latin;
        let address = &services.settings().public_address;
        let written = plan.as_of - Span::days(2);
        let letter = mail::registered(&to, locale, name, &facts, address, written);
        let id = plan.id(OutboxId);
        services.put_mail(tx, id, &letter, written).await?;
        let at = plan.as_of - Span::hours(1);
        store::given_up(tx, id, at, attempts, error).await?;
    }
    Ok(())
}
