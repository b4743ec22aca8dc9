//! The letters that remind people: of an event, of an answer that is awaited, of decisions; and
//! the one that tells them not to wait any longer.

use super::letters::{greeting, own_page, with_confirm_link};
use super::places::with_offer_links;
use super::{Awaits, EventFacts, Letter, letter};
use crate::{PublicAddress, Secret};
use maktab_domain::{EmailAddress, EventMode, Timestamp};
use maktab_locale::{Locale, t};

/// Reminds somebody of an event that begins soon.
pub(crate) fn event_reminder(
    to: &EmailAddress,
    locale: Locale,
    name: &str,
    event: &EventFacts,
    address: &PublicAddress,
    now: Timestamp,
) -> Letter {
    let title = event.title(locale);
    let subject = t!(locale, "mail-reminder-subject", title = title);
    let bring = if event.row.mode == EventMode::Online {
        t!(locale, "mail-reminder-online")
    } else {
        t!(locale, "mail-reminder-bring")
    };
    let mut letter = letter("event-reminder", to, locale, subject)
        .say(greeting(locale, name))
        .say(t!(locale, "mail-reminder-intro"))
        .say(event.paragraph(locale, address))
        .say(bring)
        .say(t!(locale, "mail-registered-calendar"))
        .say(format!(
            "{}\n{}",
            t!(locale, "mail-reminder-cannot"),
            own_page(locale, address)
        ));
    letter.calendar = Some(event.calendar(locale, address, now, false));
    letter
}

/// Reminds somebody to confirm the address. Like the first letter it bears nothing that was
/// typed.
pub(crate) fn confirm_reminder(
    to: &EmailAddress,
    locale: Locale,
    event: &EventFacts,
    secret: &Secret,
    until: Timestamp,
    awaits: Awaits,
    address: &PublicAddress,
) -> Letter {
    let title = event.title(locale);
    let subject = t!(locale, "mail-confirm-reminder-subject", title = title);
    let letter = letter("confirm-reminder", to, locale, subject)
        .say(t!(locale, "mail-greeting-plain"))
        .say(t!(locale, "mail-confirm-reminder-intro"));
    with_confirm_link(letter, locale, event, secret, until, awaits, address)
}

/// Reminds somebody that a seat is offered.
pub(crate) fn offer_reminder(
    to: &EmailAddress,
    locale: Locale,
    name: &str,
    event: &EventFacts,
    secret: &Secret,
    until: Timestamp,
    address: &PublicAddress,
) -> Letter {
    let title = event.title(locale);
    let subject = t!(locale, "mail-offer-reminder-subject", title = title);
    let letter = letter("offer-reminder", to, locale, subject)
        .say(greeting(locale, name))
        .say(t!(locale, "mail-offer-reminder-intro"));
    with_offer_links(letter, locale, event, secret, until, address)
}

/// Says that registration has closed and no seat became free.
pub(crate) fn waiting_list_ended(
    to: &EmailAddress,
    locale: Locale,
    name: &str,
    event: &EventFacts,
    address: &PublicAddress,
) -> Letter {
    let title = event.title(locale);
    let subject = t!(locale, "mail-waiting-ended-subject", title = title);
    letter("waiting-list-ended", to, locale, subject)
        .say(greeting(locale, name))
        .say(t!(locale, "mail-waiting-ended-intro"))
        .say(event.paragraph(locale, address))
        .say(t!(locale, "mail-waiting-ended-still"))
        .say(t!(locale, "mail-waiting-ended-others"))
}

/// Tells a coordinator how many applications wait for a decision before registration closes.
pub(crate) fn decision_reminder(
    to: &EmailAddress,
    locale: Locale,
    name: &str,
    event: &EventFacts,
    count: i64,
    address: &PublicAddress,
) -> Letter {
    let title = event.title(locale);
    let path = format!(
        "/{}/manage/events/{}/registrations?state=submitted",
        locale.tag(),
        event.row.slug
    );
    let closes = event.moment(locale, event.row.registration_closes);
    let subject = t!(locale, "mail-decisions-subject", title = title);
    letter("decision-reminder", to, locale, subject)
        .say(greeting(locale, name))
        .say(t!(locale, "mail-decisions-intro", count = count))
        .say(event.facts(locale))
        .say(t!(locale, "mail-decisions-closes", at = closes))
        .say(format!(
            "{}\n{}",
            t!(locale, "mail-decisions-link"),
            address.link(&path)
        ))
}
