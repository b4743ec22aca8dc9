//! The facts as short CBOR arrays: small numbers for what is one of few, days
//! counted from each other, an organisation's name written once.

use jiff::Span;
use jiff::civil::{Date, date};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Content, TokenError, pack};
use crate::facts::{
    Attendance, CertificateFacts, EventKind, Few, Hours, Kind, Label, Language, LanguageTag,
    Organisation, Period, PersonName, Place, Signatory, Tagged, Text, Title, Validity,
};
use crate::number::CertificateNumber;

/// First byte of a payload with everything.
const FULL: u8 = 1;
/// First byte of a payload with the essentials.
const BRIEF: u8 = 2;
const EPOCH: Date = date(2020, 1, 1);

const KINDS: [Kind; 3] = [Kind::Participation, Kind::Completion, Kind::Appreciation];
const EVENT_KINDS: [EventKind; 4] = [
    EventKind::Workshop,
    EventKind::Seminar,
    EventKind::Conference,
    EventKind::TrainingCourse,
];
const LANGUAGES: [Language; 4] = Language::ALL;

/// The essentials of a certificate whose texts are too long for a QR code.
#[derive(Debug, Clone, PartialEq)]
pub struct Brief {
    /// The certificate's number.
    pub number: CertificateNumber,
    /// What it certifies.
    pub kind: Kind,
    /// The language of the page.
    pub language: Language,
    /// The holder's name in Latin script.
    pub holder: PersonName,
    /// Kind of the event.
    pub event_kind: EventKind,
    /// Title of the course or event.
    pub title: Title,
    /// First and last day.
    pub period: Period,
    /// Day of issue and expiry.
    pub validity: Validity,
    /// The first half of the SHA-256 of the full form.
    pub digest: [u8; 16],
}

/// A line and its language.
type Line = (String, String);

/// Kind, language, kind of event, holder, title, and the days: start, days to
/// the end, days from there to the issue, days from there to the expiry.
#[derive(Serialize, Deserialize)]
struct Core(u8, u8, u8, String, String, i32, i32, i32, Option<i32>);

/// Beside the core: native name, second title, city and country, hours,
/// sessions, organisations, signatories.
#[derive(Serialize, Deserialize)]
struct Full(
    Core,
    Option<Line>,
    Option<Line>,
    Option<Line>,
    Option<u16>,
    Option<(u16, u16)>,
    Vec<(String, String)>,
    Vec<(String, String, Named)>,
);

/// An organisation: the place of its name among the organisations, or the name.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Named {
    Listed(u8),
    Other(String),
}

/// The payload with everything.
pub(super) fn full(facts: &CertificateFacts) -> Result<Vec<u8>, TokenError> {
    packed(FULL, &cbor(&full_form(facts))?)
}

/// The payload with the essentials.
pub(super) fn brief(facts: &CertificateFacts) -> Result<Vec<u8>, TokenError> {
    let form = (core(facts), u128::from_be_bytes(digest(facts)?));
    packed(BRIEF, &cbor(&form)?)
}

/// The first half of the SHA-256 of number and full form, not packed.
pub(super) fn digest(facts: &CertificateFacts) -> Result<[u8; 16], TokenError> {
    let mut sum = Sha256::new();
    sum.update(facts.number.as_str());
    sum.update(cbor(&full_form(facts))?);
    let mut half = [0; 16];
    half.copy_from_slice(&sum.finalize()[..16]);
    Ok(half)
}

/// Reads either form.
pub(super) fn read(payload: &[u8], number: &CertificateNumber) -> Result<Content, TokenError> {
    let (form, packed) = payload.split_first().ok_or(TokenError::Shape)?;
    let content = pack::unpack(packed).ok_or(TokenError::Shape)?;
    let read = match *form {
        FULL => read_full(uncbor(&content)?, number).map(Content::Full),
        BRIEF => read_brief(uncbor(&content)?, number).map(Content::Brief),
        _ => None,
    };
    read.ok_or(TokenError::Shape)
}

fn packed(form: u8, content: &[u8]) -> Result<Vec<u8>, TokenError> {
    let packed = pack::pack(content).ok_or(TokenError::TooLong)?;
    Ok([&[form][..], &packed].concat())
}

fn cbor(form: &impl Serialize) -> Result<Vec<u8>, TokenError> {
    let mut bytes = Vec::new();
    ciborium::into_writer(form, &mut bytes).map_err(|_| TokenError::TooLong)?;
    Ok(bytes)
}

fn uncbor<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, TokenError> {
    ciborium::from_reader(bytes).map_err(|_| TokenError::Shape)
}

fn core(facts: &CertificateFacts) -> Core {
    let (period, validity) = (facts.period, facts.validity);
    Core(
        place_of(&KINDS, facts.kind),
        place_of(&LANGUAGES, facts.language),
        place_of(&EVENT_KINDS, facts.event_kind),
        facts.holder.to_string(),
        facts.title.to_string(),
        days(EPOCH, period.start()),
        days(period.start(), period.end()),
        days(period.end(), validity.issued()),
        validity
            .expires()
            .map(|expires| days(validity.issued(), expires)),
    )
}

fn full_form(facts: &CertificateFacts) -> Full {
    let organisations = facts.organisations.as_slice();
    Full(
        core(facts),
        facts.native_name.as_ref().map(line),
        facts.second_title.as_ref().map(line),
        match &facts.place {
            Place::Venue { city, country } => Some((city.to_string(), country.to_string())),
            Place::Online => None,
        },
        facts.hours.map(Hours::get),
        facts
            .attendance
            .map(|some| (some.attended(), some.counted())),
        organisations
            .iter()
            .map(|one| (one.short.to_string(), one.name.to_string()))
            .collect(),
        facts
            .signatories
            .iter()
            .map(|one| signature(one, organisations))
            .collect(),
    )
}

fn signature(signatory: &Signatory, organisations: &[Organisation]) -> (String, String, Named) {
    let listed = organisations
        .iter()
        .position(|one| one.name == signatory.organisation);
    let named = match listed.and_then(|place| u8::try_from(place).ok()) {
        Some(place) => Named::Listed(place),
        None => Named::Other(signatory.organisation.to_string()),
    };
    (
        signatory.name.to_string(),
        signatory.office.to_string(),
        named,
    )
}

fn line<const MAX: usize>(tagged: &Tagged<MAX>) -> Line {
    (tagged.text.to_string(), tagged.language.to_string())
}

fn read_line<const MAX: usize>((text, language): &Line) -> Option<Tagged<MAX>> {
    Some(Tagged {
        text: Text::new(text).ok()?,
        language: LanguageTag::new(language).ok()?,
    })
}

fn read_core(core: &Core) -> Option<(Kind, Language, EventKind, Period, Validity)> {
    let start = after(EPOCH, core.5)?;
    let end = after(start, core.6)?;
    let issued = after(end, core.7)?;
    let expires = match core.8 {
        Some(days) => Some(after(issued, days)?),
        None => None,
    };
    Some((
        *KINDS.get(usize::from(core.0))?,
        *LANGUAGES.get(usize::from(core.1))?,
        *EVENT_KINDS.get(usize::from(core.2))?,
        Period::new(start, end).ok()?,
        Validity::new(issued, expires).ok()?,
    ))
}

fn read_full(form: Full, number: &CertificateNumber) -> Option<CertificateFacts> {
    let Full(core, native, second, place, hours, sessions, organisations, signatories) = form;
    let (kind, language, event_kind, period, validity) = read_core(&core)?;
    let organisations: Option<Vec<Organisation>> =
        organisations.iter().map(read_organisation).collect();
    let organisations = organisations?;
    let signatories: Option<Vec<Signatory>> = signatories
        .iter()
        .map(|one| read_signature(one, &organisations))
        .collect();
    Some(CertificateFacts {
        number: number.clone(),
        kind,
        language,
        holder: Text::new(&core.3).ok()?,
        native_name: optional(native, |line| read_line(&line))?,
        event_kind,
        title: Text::new(&core.4).ok()?,
        second_title: optional(second, |line| read_line(&line))?,
        place: match place {
            Some((city, country)) => Place::Venue {
                city: Label::new(&city).ok()?,
                country: Label::new(&country).ok()?,
            },
            None => Place::Online,
        },
        period,
        hours: optional(hours, |hours| Hours::new(hours).ok())?,
        attendance: optional(sessions, |(attended, counted)| {
            Attendance::new(attended, counted).ok()
        })?,
        organisations: Few::new(organisations).ok()?,
        signatories: Few::new(signatories?).ok()?,
        validity,
    })
}

fn read_brief((core, digest): (Core, u128), number: &CertificateNumber) -> Option<Brief> {
    let (kind, language, event_kind, period, validity) = read_core(&core)?;
    Some(Brief {
        number: number.clone(),
        kind,
        language,
        holder: Text::new(&core.3).ok()?,
        event_kind,
        title: Text::new(&core.4).ok()?,
        period,
        validity,
        digest: digest.to_be_bytes(),
    })
}

fn read_organisation((short, name): &(String, String)) -> Option<Organisation> {
    Some(Organisation {
        short: Label::new(short).ok()?,
        name: Label::new(name).ok()?,
    })
}

fn read_signature(
    (name, office, named): &(String, String, Named),
    organisations: &[Organisation],
) -> Option<Signatory> {
    Some(Signatory {
        name: PersonName::new(name).ok()?,
        office: Label::new(office).ok()?,
        organisation: match named {
            Named::Listed(place) => organisations.get(usize::from(*place))?.name.clone(),
            Named::Other(name) => Label::new(name).ok()?,
        },
    })
}

/// `None` within is no error; a value that cannot be read is.
fn optional<T, U>(value: Option<T>, read: impl FnOnce(T) -> Option<U>) -> Option<Option<U>> {
    match value {
        Some(value) => read(value).map(Some),
        None => Some(None),
    }
}

fn place_of<T: PartialEq>(all: &[T], one: T) -> u8 {
    let place = all.iter().position(|other| *other == one);
    place
        .and_then(|place| u8::try_from(place).ok())
        .unwrap_or_default()
}

fn days(from: Date, to: Date) -> i32 {
    from.until(to)
        .map(|span: Span| span.get_days())
        .unwrap_or_default()
}

fn after(from: Date, days: i32) -> Option<Date> {
    from.checked_add(Span::new().try_days(days).ok()?).ok()
}
