//! The letters of registration and of accounts.

use super::{EventFacts, Letter, letter};
use crate::{PublicAddress, Secret};
use maktab_domain::{EmailAddress, Span, Timestamp};
use maktab_locale::{LocalTime, Locale, t};

pub(super) fn greeting(locale: Locale, name: &str) -> String {
    t!(locale, "mail-greeting", name = name)
}

/// What the proof of the address leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Awaits {
    /// The seat that is held.
    Seat,
    /// A coordinator's decision.
    Decision,
    /// A place on the waiting list.
    WaitingList,
}

/// Asks to confirm the address; a seat is held until then where there is one.
///
/// It bears nothing that was typed: the address is not proven yet, and a stranger
/// must not be able to write to it through us.
pub(crate) fn confirm_registration(
    to: &EmailAddress,
    locale: Locale,
    event: &EventFacts,
    secret: &Secret,
    hold_until: Timestamp,
    awaits: Awaits,
    address: &PublicAddress,
) -> Letter {
    let subject = t!(locale, "mail-confirm-subject", title = event.title(locale));
    let letter = letter("confirm-registration", to, locale, subject)
        .say(t!(locale, "mail-greeting-plain"))
        .say(t!(locale, "mail-confirm-intro"));
    with_confirm_link(letter, locale, event, secret, hold_until, awaits, address)
}

/// What a letter says that asks to confirm the address: for what, by which link, until when.
pub(super) fn with_confirm_link(
    letter: Letter,
    locale: Locale,
    event: &EventFacts,
    secret: &Secret,
    until: Timestamp,
    awaits: Awaits,
    address: &PublicAddress,
) -> Letter {
    let link = address.link(&format!("/{}/confirm/{}", locale.tag(), secret.reveal()));
    let moment = event.moment(locale, until);
    letter
        .say(event.facts(locale))
        .say(format!("{}\n{link}", t!(locale, "mail-confirm-link")))
        .say(match awaits {
            Awaits::Seat => t!(locale, "mail-confirm-held", until = moment),
            Awaits::Decision => t!(locale, "mail-confirm-decision", until = moment),
            Awaits::WaitingList => t!(locale, "mail-confirm-waiting", until = moment),
        })
        .say(t!(locale, "mail-confirm-not-you"))
        .secret_until(until)
}

/// Says that the place is the person's.
pub(crate) fn registered(
    to: &EmailAddress,
    locale: Locale,
    name: &str,
    event: &EventFacts,
    address: &PublicAddress,
    now: Timestamp,
) -> Letter {
    let subject = t!(
        locale,
        "mail-registered-subject",
        title = event.title(locale)
    );
    let mut letter = letter("registered", to, locale, subject)
        .say(greeting(locale, name))
        .say(t!(locale, "mail-registered-intro"))
        .say(event.paragraph(locale, address))
        .say(t!(locale, "mail-registered-calendar"))
        .say(own_page(locale, address));
    letter.calendar = Some(event.calendar(locale, address, now, false));
    letter
}

/// Says that a coordinator will decide.
pub(crate) fn applied(
    to: &EmailAddress,
    locale: Locale,
    name: &str,
    event: &EventFacts,
    address: &PublicAddress,
) -> Letter {
    let subject = t!(locale, "mail-applied-subject", title = event.title(locale));
    letter("applied", to, locale, subject)
        .say(greeting(locale, name))
        .say(t!(locale, "mail-applied-intro"))
        .say(event.paragraph(locale, address))
        .say(own_page(locale, address))
}

/// Says that there is a registration already, and where it stands.
pub(crate) fn already_registered(
    to: &EmailAddress,
    locale: Locale,
    name: &str,
    event: &EventFacts,
    state: maktab_domain::RegistrationState,
    address: &PublicAddress,
    now: Timestamp,
) -> Letter {
    let confirmed = state == maktab_domain::RegistrationState::Confirmed;
    let subject = t!(locale, "mail-already-subject", title = event.title(locale));
    let standing = if confirmed {
        t!(locale, "mail-already-confirmed")
    } else {
        t!(
            locale,
            "mail-already-other",
            state = locale.text(&format!("state-registration-{}", state.code()))
        )
    };
    let mut letter = letter("already-registered", to, locale, subject)
        .say(greeting(locale, name))
        .say(standing)
        .say(event.paragraph(locale, address))
        .say(own_page(locale, address))
        .say(t!(locale, "mail-already-not-you"));
    letter.calendar = confirmed.then(|| event.calendar(locale, address, now, false));
    letter
}

/// Says that the registration was given up.
pub(crate) fn cancelled(
    to: &EmailAddress,
    locale: Locale,
    name: &str,
    event: &EventFacts,
    address: &PublicAddress,
    now: Timestamp,
) -> Letter {
    let subject = t!(
        locale,
        "mail-cancelled-subject",
        title = event.title(locale)
    );
    let mut letter = letter("cancelled", to, locale, subject)
        .say(greeting(locale, name))
        .say(t!(locale, "mail-cancelled-intro"))
        .say(event.paragraph(locale, address))
        .say(t!(locale, "mail-cancelled-again"));
    letter.calendar = Some(event.calendar(locale, address, now, true));
    letter
}

/// The link that signs in.
pub(crate) fn sign_in(
    to: &EmailAddress,
    locale: Locale,
    name: Option<&str>,
    link: &str,
    (life, now): (Span, Timestamp),
) -> Letter {
    let minutes = life.as_seconds() / 60;
    let plain = || t!(locale, "mail-greeting-plain");
    letter("sign-in", to, locale, t!(locale, "mail-sign-in-subject"))
        .say(name.map_or_else(plain, |name| greeting(locale, name)))
        .say(format!("{}\n{link}", t!(locale, "mail-sign-in-link")))
        .say(t!(locale, "mail-sign-in-life", minutes = minutes))
        .say(t!(locale, "mail-sign-in-not-you"))
        .secret_until(now + life)
}

/// Says that there is no account for this address.
pub(crate) fn sign_in_unknown(
    to: &EmailAddress,
    locale: Locale,
    address: &PublicAddress,
) -> Letter {
    let events = address.link(&format!("/{}/events", locale.tag()));
    let subject = t!(locale, "mail-sign-in-subject");
    letter("sign-in-unknown", to, locale, subject)
        .say(t!(locale, "mail-greeting-plain"))
        .say(t!(locale, "mail-sign-in-unknown"))
        .say(format!(
            "{}\n{events}",
            t!(locale, "mail-sign-in-unknown-events")
        ))
        .say(t!(locale, "mail-sign-in-not-you"))
}

/// Says that the password was changed.
pub(crate) fn password_changed(
    to: &EmailAddress,
    locale: Locale,
    name: &str,
    address: &PublicAddress,
    now: Timestamp,
) -> Letter {
    let at = locale.date_time(&LocalTime::or_utc(now.millis(), "UTC"));
    let link = address.link(&format!("/{}/sign-in", locale.tag()));
    let subject = t!(locale, "mail-password-subject");
    letter("password-changed", to, locale, subject)
        .say(greeting(locale, name))
        .say(t!(locale, "mail-password-intro", at = at))
        .say(format!("{}\n{link}", t!(locale, "mail-password-not-you")))
}

pub(super) fn own_page(locale: Locale, address: &PublicAddress) -> String {
    let link = address.link(&format!("/{}/my", locale.tag()));
    format!("{}\n{link}", t!(locale, "mail-own-page"))
}
