//! From rows to what is printed: every text in the certificate's language, dates as the
//! clocks of the event's zone show them.

use crate::eligible::EventFile;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maktab_certificates::facts::{
    self, Attendance, CertificateFacts, Few, Hours, Label, Language, LanguageTag, Organisation,
    Period, PersonName, Place, Signatory, Tagged, Title, Validity,
};
use maktab_certificates::{CertificateNumber, NumberPrefix};
use maktab_domain::{CertificateKind, Counted, EventKind, EventMode, Texts, Timestamp};
use maktab_locale::Locale;
use maktab_store::issuing::{OrganiserRow, ParticipantRow};

/// Why a certificate cannot be printed: which of its texts, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}: {why}")]
pub(crate) struct Unprintable {
    what: &'static str,
    why: String,
}

fn of<T>(what: &'static str, made: Result<T, facts::FactsError>) -> Result<T, Unprintable> {
    made.map_err(|error| Unprintable {
        what,
        why: error.to_string(),
    })
}

/// The tag that says that a language is not known (BCP 47).
pub(crate) const NO_LANGUAGE: &str = "und";
/// The prefix of numbers where no organiser's code can stand in one.
const NO_PREFIX: &str = "MAKTAB";
/// The most organisers that a number names.
const NAMED: usize = 3;

/// An organisation's code as it stands in a number: letters only; `None` where too few are left.
pub(crate) fn number_code(code: &str) -> Option<String> {
    let letters: String = code
        .chars()
        .filter(char::is_ascii_alphabetic)
        .take(8)
        .collect();
    (letters.len() >= 2).then(|| letters.to_ascii_uppercase())
}

/// The prefix of the numbers of an event: its organisers.
pub(crate) fn prefix(organisers: &[OrganiserRow]) -> Result<NumberPrefix, Unprintable> {
    let codes = organisers.iter().filter_map(|o| number_code(&o.code));
    let codes: Vec<String> = codes.take(NAMED).collect();
    let text = if codes.is_empty() {
        NO_PREFIX.to_owned()
    } else {
        codes.join("-")
    };
    NumberPrefix::new(&text).map_err(|error| Unprintable {
        what: "number",
        why: error.to_string(),
    })
}

/// The day that the clocks of an event's zone show; in UTC where the zone is unknown.
pub(crate) fn day(at: Timestamp, zone: &str) -> Date {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let at = jiff::Timestamp::from_millisecond(at.millis()).unwrap_or_default();
    at.to_zoned(zone).date()
}

/// The languages in which a certificate is written, the preferred one first.
const LANGUAGES: [Language; 4] = [Language::En, Language::Ru, Language::Fa, Language::Tr];

fn language(titles: &Texts) -> Language {
    let with_title = |language: &&Language| titles.get(language.tag()).is_some();
    LANGUAGES
        .iter()
        .find(with_title)
        .copied()
        .unwrap_or(Language::En)
}

/// The language of the interface that has the same words.
pub(crate) fn locale(language: Language) -> Locale {
    match language {
        Language::En => Locale::En,
        Language::Ru => Locale::Ru,
        Language::Fa => Locale::Fa,
        Language::Tr => Locale::Tr,
    }
}

/// The language of certificates that a reader of this language of the interface reads.
pub(crate) fn language_of(locale: Locale) -> Language {
    match locale {
        Locale::En => Language::En,
        Locale::Ru => Language::Ru,
        Locale::Fa => Language::Fa,
        Locale::Tr => Language::Tr,
    }
}

/// Everything that is printed for one registration.
pub(crate) fn facts(
    file: &EventFile,
    person: &ParticipantRow,
    counted: &Counted,
    number: CertificateNumber,
    issued_at: Timestamp,
) -> Result<CertificateFacts, Unprintable> {
    let language = language(&file.titles);
    let event = &file.event;
    let zone = &event.time_zone;
    let issued = day(issued_at, zone);
    // An event that ends at midnight ends on the day before, on which people left.
    let last = Timestamp(event.ends_at.millis() - 1);
    let period = Period::new(day(event.starts_at, zone), day(last, zone));
    let holder = of("name", PersonName::new(&person.name_latin))?;
    Ok(CertificateFacts {
        number,
        kind: kind(event.certificate_kind),
        language,
        native_name: native_name(person, &holder)?,
        holder,
        event_kind: event_kind(event.kind),
        title: of("title", Title::new(file.titles.best(language.tag()).1))?,
        second_title: second_title(&file.titles, language, &person.language)?,
        place: place(file, language)?,
        period: of("dates", period)?,
        hours: hours(event.hours)?,
        attendance: attendance(counted)?,
        organisations: organisations(&file.organisers, language)?,
        signatories: signatories(&file.organisers, language)?,
        validity: of("date of issue", Validity::new(issued, None))?,
    })
}

/// What would keep the certificates of an event from being printed, whoever the holder is.
pub(crate) fn obstacle(file: &EventFile, now: Timestamp) -> Option<String> {
    let number = prefix(&file.organisers).and_then(|prefix| {
        let year = day(now, &file.event.time_zone).year();
        let number = CertificateNumber::generate(&prefix, year, [0; 5]);
        number.map_err(|error| Unprintable {
            what: "number",
            why: error.to_string(),
        })
    });
    let anybody = ParticipantRow {
        name_latin: "Anybody".to_owned(),
        name_native: None,
        name_native_language: None,
        ..file.people.first()?.clone()
    };
    let counted = Counted {
        attended: 1,
        counted: 1,
        ..Counted::default()
    };
    let made = number.and_then(|number| facts(file, &anybody, &counted, number, now));
    made.err().map(|unprintable| unprintable.to_string())
}

fn native_name(
    person: &ParticipantRow,
    holder: &PersonName,
) -> Result<Option<Tagged<80>>, Unprintable> {
    let Some(name) = &person.name_native else {
        return Ok(None);
    };
    let text = of("name in native script", PersonName::new(name))?;
    if text == *holder {
        return Ok(None);
    }
    let tag = person
        .name_native_language
        .as_deref()
        .unwrap_or(NO_LANGUAGE);
    let language = of("language of the name", LanguageTag::new(tag))?;
    Ok(Some(Tagged { text, language }))
}

fn second_title(
    titles: &Texts,
    first: Language,
    reader: &str,
) -> Result<Option<Tagged<180>>, Unprintable> {
    match titles.get(reader).filter(|_| reader != first.tag()) {
        None => Ok(None),
        Some(title) => Ok(Some(Tagged {
            text: of("title in a second language", Title::new(title))?,
            language: of("language of the title", LanguageTag::new(reader))?,
        })),
    }
}

fn place(file: &EventFile, language: Language) -> Result<Place, Unprintable> {
    let event = &file.event;
    if event.mode == EventMode::Online {
        return Ok(Place::Online);
    }
    let country = locale(language).country_name(&event.country);
    Ok(Place::Venue {
        city: of("city", Label::new(event.city.best(language.tag()).1))?,
        country: of("country", Label::new(&country))?,
    })
}

fn hours(hours: i64) -> Result<Option<Hours>, Unprintable> {
    let hours = u16::try_from(hours).unwrap_or(u16::MAX);
    of("hours", Hours::new(hours)).map(Some)
}

fn attendance(counted: &Counted) -> Result<Option<Attendance>, Unprintable> {
    let short = |count: u32| u16::try_from(count).unwrap_or(u16::MAX);
    let attendance = Attendance::new(short(counted.attended), short(counted.counted));
    of("attendance", attendance).map(Some)
}

fn organisations(
    organisers: &[OrganiserRow],
    language: Language,
) -> Result<Few<Organisation, 4>, Unprintable> {
    let one = |o: &OrganiserRow| {
        Ok(Organisation {
            short: of("organisation", Label::new(&o.code.to_uppercase()))?,
            name: organisation_name(o, language)?,
        })
    };
    let all = organisers.iter().map(one).collect::<Result<_, _>>()?;
    of("organisations", Few::new(all))
}

/// Who signs: for the first three organisers, as the page has room for.
fn signatories(
    organisers: &[OrganiserRow],
    language: Language,
) -> Result<Few<Signatory, 3>, Unprintable> {
    let one = |o: &OrganiserRow| {
        let office = o.signatory_office.best(language.tag()).1;
        Ok(Signatory {
            name: of("signatory", PersonName::new(&o.signatory_name))?,
            office: of("office of the signatory", Label::new(office))?,
            organisation: organisation_name(o, language)?,
        })
    };
    let all = organisers.iter().take(3).map(one);
    of("signatories", Few::new(all.collect::<Result<_, _>>()?))
}

fn organisation_name(o: &OrganiserRow, language: Language) -> Result<Label, Unprintable> {
    of("organisation", Label::new(o.names.best(language.tag()).1))
}

fn kind(kind: CertificateKind) -> facts::Kind {
    match kind {
        CertificateKind::Participation => facts::Kind::Participation,
        CertificateKind::Completion => facts::Kind::Completion,
        CertificateKind::Appreciation => facts::Kind::Appreciation,
    }
}

fn event_kind(kind: EventKind) -> facts::EventKind {
    match kind {
        EventKind::Workshop => facts::EventKind::Workshop,
        EventKind::Seminar => facts::EventKind::Seminar,
        EventKind::Conference => facts::EventKind::Conference,
        EventKind::TrainingCourse => facts::EventKind::TrainingCourse,
    }
}
