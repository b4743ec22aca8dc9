//! The letters that tell people what a coordinator has decided.

use crate::mail::{self, EventFacts, Letter, letter};
use crate::registration::with_titles;
use crate::{Error, Result, Services};
use maktab_domain::EmailAddress;
use maktab_locale::{Locale, msg, t};
use maktab_store::{Tx, editing, managing, registrations};

/// The event as letters tell of it, as it is in this transaction.
pub(crate) async fn facts(tx: &mut Tx, event: &editing::EventRow) -> Result<EventFacts> {
    let row = registrations::event_by_id(tx, event.id).await?;
    with_titles(tx, row.ok_or(Error::NotFound)?).await
}

/// The subject of a letter, with the title of the event.
type Subject = fn(Locale, &str) -> String;

/// The beginning of a letter: kind, address, language, subject, greeting, what has happened.
fn begun(
    kind: &'static str,
    to: &managing::RegistrationRow,
    (subject, intro): (Subject, &'static str),
    event: &EventFacts,
) -> Result<Letter> {
    let address = EmailAddress::parse(&to.email);
    let address = address.map_err(|_| Error::Failed("an unreadable address".to_owned()))?;
    let l = mail::language(&to.details.language);
    let subject = subject(l, event.title(l));
    let name = to.details.name_latin.as_str();
    Ok(letter(kind, &address, l, subject)
        .say(t!(l, "mail-greeting", name = name))
        .say(l.text(intro)))
}

/// Says that the place is the person's.
pub(crate) fn approved(
    to: &managing::RegistrationRow,
    event: &EventFacts,
    services: &Services,
) -> Result<Letter> {
    let subject = |l, title: &str| t!(l, "manage-mail-approved-subject", title = title);
    let words = (subject as Subject, msg!("manage-mail-approved"));
    let address = &services.settings().public_address;
    let letter = begun("approved", to, words, event)?;
    let l = letter.locale;
    let mut letter = letter.say(event.paragraph(l, address));
    letter.calendar = Some(event.calendar(l, address, services.now(), false));
    Ok(letter)
}

/// Says that the person is on the waiting list.
pub(crate) fn waitlisted(
    to: &managing::RegistrationRow,
    event: &EventFacts,
    place: (i64, i64),
    services: &Services,
) -> Result<Letter> {
    let l = mail::language(&to.details.language);
    let address = EmailAddress::parse(&to.email);
    let email = address.map_err(|_| Error::Failed("an unreadable address".to_owned()))?;
    let name = &to.details.name_latin;
    let address = &services.settings().public_address;
    Ok(mail::waitlisted(&email, l, name, event, place, address))
}

/// Says that the person was not taken, and why.
pub(crate) fn declined(
    to: &managing::RegistrationRow,
    event: &EventFacts,
    why: &str,
    services: &Services,
) -> Result<Letter> {
    let subject = |l, title: &str| t!(l, "manage-mail-declined-subject", title = title);
    let words = (subject as Subject, msg!("manage-mail-declined"));
    let letter = begun("declined", to, words, event)?;
    Ok(with_reason(letter, event, why, services))
}

/// Says that a coordinator has cancelled the registration, and why.
pub(crate) fn withdrawn(
    to: &managing::RegistrationRow,
    event: &EventFacts,
    why: &str,
    services: &Services,
) -> Result<Letter> {
    let subject = |l, title: &str| t!(l, "manage-mail-withdrawn-subject", title = title);
    let words = (subject as Subject, msg!("manage-mail-withdrawn"));
    let letter = begun("withdrawn", to, words, event)?;
    Ok(without_date(
        with_reason(letter, event, why, services),
        event,
        services,
    ))
}

/// Says that the event will not take place, and why.
pub(crate) fn event_cancelled(
    to: &managing::RegistrationRow,
    event: &EventFacts,
    why: &str,
    services: &Services,
) -> Result<Letter> {
    let subject = |l, title: &str| t!(l, "manage-mail-off-subject", title = title);
    let words = (subject as Subject, msg!("manage-mail-off"));
    let letter = begun("event-cancelled", to, words, event)?;
    Ok(without_date(
        with_reason(letter, event, why, services),
        event,
        services,
    ))
}

fn with_reason(letter: Letter, event: &EventFacts, why: &str, services: &Services) -> Letter {
    let l = letter.locale;
    let address = &services.settings().public_address;
    letter
        .say(t!(l, "manage-mail-reason", reason = why))
        .say(event.paragraph(l, address))
}

/// Takes the date out of calendars that hold it.
fn without_date(mut letter: Letter, event: &EventFacts, services: &Services) -> Letter {
    let address = &services.settings().public_address;
    let calendar = event.calendar(letter.locale, address, services.now(), true);
    letter.calendar = Some(calendar);
    letter
}
