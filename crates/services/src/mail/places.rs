//! The letters about places that are waited for, offered, proposed or kept for somebody.

use super::letters::{greeting, own_page};
use super::{EventFacts, Letter, letter};
use crate::{PublicAddress, Secret};
use maktab_domain::{EmailAddress, ParticipantRole, Timestamp};
use maktab_locale::{Locale, t};

/// Why a seat is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OfferWords {
    /// It has become free.
    Freed,
    /// The person was nominated and chosen.
    Nominated,
    /// The organisers have put the person on their list.
    Listed,
}

/// Says that the person is on the waiting list, and where.
pub(crate) fn waitlisted(
    to: &EmailAddress,
    locale: Locale,
    name: &str,
    event: &EventFacts,
    (place, length): (i64, i64),
    address: &PublicAddress,
) -> Letter {
    let title = event.title(locale);
    let subject = t!(locale, "mail-waiting-subject", title = title);
    letter("waitlisted", to, locale, subject)
        .say(greeting(locale, name))
        .say(t!(
            locale,
            "mail-waiting-intro",
            place = place,
            length = length
        ))
        .say(event.paragraph(locale, address))
        .say(t!(locale, "mail-waiting-how"))
        .say(own_page(locale, address))
}

/// Offers a seat, with the link to accept it or to decline.
#[expect(
    clippy::too_many_arguments,
    reason = "a letter tells as many things as it tells"
)]
pub(crate) fn offered(
    to: &EmailAddress,
    locale: Locale,
    name: &str,
    event: &EventFacts,
    secret: &Secret,
    until: Timestamp,
    address: &PublicAddress,
    words: OfferWords,
) -> Letter {
    let title = event.title(locale);
    let (subject, intro) = match words {
        OfferWords::Freed => (
            t!(locale, "mail-offered-subject", title = title),
            t!(locale, "mail-offered-intro"),
        ),
        OfferWords::Nominated => (
            t!(locale, "mail-chosen-subject", title = title),
            t!(locale, "mail-chosen-intro"),
        ),
        OfferWords::Listed => (
            t!(locale, "mail-chosen-subject", title = title),
            t!(locale, "import-mail-offered"),
        ),
    };
    let letter = letter("offered", to, locale, subject)
        .say(greeting(locale, name))
        .say(intro);
    with_offer_links(letter, locale, event, secret, until, address)
}

/// What a letter says that offers a seat: of what, the links to accept and to decline, until when.
pub(super) fn with_offer_links(
    letter: Letter,
    locale: Locale,
    event: &EventFacts,
    secret: &Secret,
    until: Timestamp,
    address: &PublicAddress,
) -> Letter {
    let link = address.link(&format!("/{}/offer/{}", locale.tag(), secret.reveal()));
    let moment = event.moment(locale, until);
    letter
        .say(event.facts(locale))
        .say(format!("{}\n{link}", t!(locale, "mail-offered-accept")))
        .say(format!(
            "{}\n{link}#decline",
            t!(locale, "mail-offered-decline")
        ))
        .say(t!(locale, "mail-offered-until", until = moment))
        .secret_until(until)
}

/// Says that the offer was not answered in time.
pub(crate) fn offer_ended(
    to: &EmailAddress,
    locale: Locale,
    name: &str,
    event: &EventFacts,
    address: &PublicAddress,
) -> Letter {
    let title = event.title(locale);
    let subject = t!(locale, "mail-offer-ended-subject", title = title);
    letter("offer-ended", to, locale, subject)
        .say(greeting(locale, name))
        .say(t!(locale, "mail-offer-ended-intro"))
        .say(event.paragraph(locale, address))
}

/// Says that a focal point has proposed the person. The address is not proven: the letter
/// bears the name, which an official typed, and nothing else that was.
pub(crate) fn nominated(
    to: &EmailAddress,
    locale: Locale,
    name: &str,
    country: &str,
    event: &EventFacts,
    address: &PublicAddress,
) -> Letter {
    let title = event.title(locale);
    let subject = t!(locale, "mail-nominated-subject", title = title);
    let country = locale.country_name(country);
    letter("nominated", to, locale, subject)
        .say(greeting(locale, name))
        .say(t!(locale, "mail-nominated-intro", country = country))
        .say(event.paragraph(locale, address))
        .say(t!(locale, "mail-nominated-next"))
        .say(t!(locale, "mail-nominated-not-you"))
}

/// Says that the organisers have put the person on their list: with a place, or to decide on it.
/// The address is not proven: the letter bears the name, which a coordinator's list holds, and
/// nothing else of it.
pub(crate) fn listed(
    to: &EmailAddress,
    locale: Locale,
    name: &str,
    event: &EventFacts,
    has_place: bool,
    address: &PublicAddress,
    now: Timestamp,
) -> Letter {
    let title = event.title(locale);
    let letter = |kind, subject| letter(kind, to, locale, subject).say(greeting(locale, name));
    let not_you = t!(locale, "import-mail-not-you");
    if has_place {
        let subject = t!(locale, "manage-mail-approved-subject", title = title);
        let mut letter = letter("listed-place", subject)
            .say(t!(locale, "import-mail-confirmed"))
            .say(event.paragraph(locale, address))
            .say(t!(locale, "mail-registered-calendar"))
            .say(own_page(locale, address))
            .say(not_you);
        letter.calendar = Some(event.calendar(locale, address, now, false));
        letter
    } else {
        let subject = t!(locale, "import-mail-listed-subject", title = title);
        letter("listed", subject)
            .say(t!(locale, "import-mail-listed"))
            .say(event.paragraph(locale, address))
            .say(t!(locale, "mail-nominated-next"))
            .say(not_you)
    }
}

/// Says that the focal point has taken the proposal back.
pub(crate) fn nomination_withdrawn(
    to: &EmailAddress,
    locale: Locale,
    name: &str,
    event: &EventFacts,
    address: &PublicAddress,
) -> Letter {
    let title = event.title(locale);
    let subject = t!(locale, "mail-nomination-withdrawn-subject", title = title);
    letter("nomination-withdrawn", to, locale, subject)
        .say(greeting(locale, name))
        .say(t!(locale, "mail-nomination-withdrawn-intro"))
        .say(event.paragraph(locale, address))
}

/// An invitation as its letter tells it.
pub(crate) struct Invited<'a> {
    /// Whom it greets; may be empty.
    pub name: &'a str,
    /// Who invites: the organisers, in the language of the letter.
    pub organisers: String,
    /// As what.
    pub role: ParticipantRole,
    /// Whether anybody who has the link may use it.
    pub forwarding: bool,
    /// First instant at which it is too late.
    pub until: Timestamp,
}

/// Invites somebody, with a personal link.
pub(crate) fn invited(
    to: &EmailAddress,
    locale: Locale,
    invited: &Invited<'_>,
    event: &EventFacts,
    secret: &Secret,
    address: &PublicAddress,
) -> Letter {
    let link = address.link(&format!("/{}/invitation/{}", locale.tag(), secret.reveal()));
    let until = event.moment(locale, invited.until);
    let title = event.title(locale);
    let subject = t!(locale, "mail-invited-subject", title = title);
    let organisers = invited.organisers.as_str();
    let intro = match invited.role {
        ParticipantRole::Participant => {
            t!(locale, "mail-invited-participant", organisers = organisers)
        }
        ParticipantRole::Observer => t!(locale, "mail-invited-observer", organisers = organisers),
        ParticipantRole::Speaker => t!(locale, "mail-invited-speaker", organisers = organisers),
    };
    let greeting = match invited.name {
        "" => t!(locale, "mail-greeting-plain"),
        name => greeting(locale, name),
    };
    let personal = if invited.forwarding {
        t!(locale, "mail-invited-forward")
    } else {
        t!(locale, "mail-invited-personal")
    };
    letter("invited", to, locale, subject)
        .say(greeting)
        .say(intro)
        // The page of the invitation shows the event; a link to the event's own page would be
        // taken for it.
        .say(event.facts(locale))
        .say(format!("{}\n{link}", t!(locale, "mail-invited-link")))
        .say(format!(
            "{personal} {}",
            t!(locale, "mail-invited-until", until = until)
        ))
        .secret_until(invited.until)
}
