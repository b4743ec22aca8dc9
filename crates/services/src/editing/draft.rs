//! From what was typed of an event to what can be stored.
//!
//! The names of the fields: for each language of the interface `title-en`, `summary-en`,
//! `city-en`, `venue-en`; `kind`, `mode`, `country`, `time-zone`; `starts`, `ends` (only while
//! there is no session: from the first one on, they follow from the sessions); `areas`,
//! `languages`, `organisers` (any number of each); `capacity`, `registration-mode`,
//! `registration-opens`, `registration-closes`; `hours`, `certificate-kind`, `min-percent`,
//! `excused-absence`.

use super::Typed;
use super::local;
use crate::FieldErrors;
use crate::reference::Reference;
use jiff::tz::TimeZone;
use maktab_domain::{
    CountryCode, EventMode, Invalid, LanguageTag, Line, OrganisationId, Paragraphs, Texts,
    Timestamp,
};
use maktab_locale::Locale;
use maktab_store::editing::{EventColumns, TextRow};

/// An event that can be stored.
#[derive(Debug, Clone)]
pub(super) struct EventDraft {
    pub columns: EventColumns,
    pub texts: Vec<TextRow>,
    pub areas: Vec<String>,
    pub languages: Vec<String>,
    pub organisers: Vec<OrganisationId>,
}

/// What reading needs to know besides.
pub(super) struct Frame<'a> {
    pub reference: &'a Reference,
    /// The organisations for which the person coordinates; `None` for all.
    pub own: Option<Vec<OrganisationId>>,
    /// Start and end by the sessions, where there are any.
    pub span: Option<(Timestamp, Timestamp)>,
    /// Seats taken or held.
    pub taken: i64,
}

/// The most seats and hours that make sense.
const MOST_SEATS: i64 = 100_000;
const MOST_HOURS: i64 = 1_000;

/// Reads all fields; every one that cannot be accepted is named with its reason.
pub(super) fn read(typed: &Typed, frame: &Frame<'_>) -> Result<EventDraft, FieldErrors> {
    let mut errors = FieldErrors::new();
    let e = &mut errors;
    let online = typed.get("mode") == EventMode::Online.code();
    let (texts, city, venue) = contents(typed, online, e);
    let kind = e.take("kind", choice(typed.get("kind")));
    let mode = e.take("mode", choice(typed.get("mode")));
    let country = country(typed.get("country"), frame.reference);
    let country = e.take("country", country);
    let zone = e.take("time-zone", local::zone(typed.get("time-zone")));
    let clocks = zone.clone().unwrap_or(TimeZone::UTC);
    let span = match frame.span {
        Some(span) => Some(span),
        None => period(typed, ("starts", "ends"), &clocks, e),
    };
    let areas = areas(typed, frame.reference);
    let areas = e.take("areas", areas);
    let languages = e.take("languages", languages(typed));
    let organisers = organisers(typed, frame);
    let organisers = e.take("organisers", organisers);
    let capacity = e.take("capacity", number(typed.get("capacity"), 1..=MOST_SEATS));
    // Seats that people hold cannot be taken away.
    let too_few = capacity.is_some_and(|seats| seats < frame.taken);
    if too_few {
        e.push_with_number("capacity", Invalid::Order, frame.taken);
    }
    let registration_mode = choice(typed.get("registration-mode"));
    let registration_mode = e.take("registration-mode", registration_mode);
    let names = ("registration-opens", "registration-closes");
    let window = period(typed, names, &clocks, e);
    if let (Some((_, closes)), Some((_, ends))) = (window, span)
        && closes > ends
    {
        e.push("registration-closes", Invalid::Order);
    }
    let hours = e.take("hours", number(typed.get("hours"), 1..=MOST_HOURS));
    let certificate_kind = choice(typed.get("certificate-kind"));
    let certificate_kind = e.take("certificate-kind", certificate_kind);
    let min_percent = number(typed.get("min-percent"), 0..=100);
    let min_percent = e.take("min-percent", min_percent);
    let excused_absence = choice(typed.get("excused-absence"));
    let excused_absence = e.take("excused-absence", excused_absence);
    let columns = || {
        let (starts_at, ends_at) = span?;
        let (registration_opens, registration_closes) = window?;
        Some(EventColumns {
            kind: kind?,
            mode: mode?,
            time_zone: local::zone_name(&zone?),
            country: country?,
            city,
            venue,
            capacity: capacity?,
            registration_mode: registration_mode?,
            registration_opens,
            registration_closes,
            starts_at,
            ends_at,
            hours: hours?,
            certificate_kind: certificate_kind?,
            min_percent: min_percent?,
            excused_absence: excused_absence?,
        })
    };
    match (columns(), areas, languages, organisers) {
        (Some(columns), Some(areas), Some(languages), Some(organisers)) if errors.is_empty() => {
            Ok(EventDraft {
                columns,
                texts,
                areas,
                languages,
                organisers,
            })
        }
        _ => Err(errors),
    }
}

/// Titles with summaries, city and venue, in each language of the interface. English is
/// required; another language has at least a title, or none of the two.
fn contents(typed: &Typed, online: bool, e: &mut FieldErrors) -> (Vec<TextRow>, Texts, Texts) {
    let (mut texts, mut city, mut venue) = (Vec::new(), Texts::default(), Texts::default());
    for locale in Locale::ALL {
        let tag = locale.tag();
        let english = locale == Locale::En;
        let name = |field: &str| format!("{field}-{tag}");
        let title = name("title");
        let summary = optional_text(typed.get(&name("summary")));
        let summary = e.take(&name("summary"), summary).flatten();
        let required = english || summary.is_some();
        match Line::parse_optional(typed.get(&title)) {
            Ok(Some(line)) => texts.push(TextRow {
                language: tag.to_owned(),
                title: line.into_string(),
                summary: summary.unwrap_or_default(),
            }),
            Ok(None) if required => e.push(&title, Invalid::Required),
            Ok(None) => {}
            Err(why) => e.push(&title, why),
        }
        for (field, into) in [("city", &mut city), ("venue", &mut venue)] {
            let line = Line::parse_optional(typed.get(&name(field)));
            match e.take(&name(field), line).flatten() {
                Some(line) => into.set(tag, line.into_string()),
                None if english && field == "city" && !online && e.get("city-en").is_none() => {
                    e.push("city-en", Invalid::Required);
                }
                None => {}
            }
        }
    }
    (texts, city, venue)
}

fn optional_text(raw: &str) -> Result<Option<String>, Invalid> {
    match Paragraphs::parse(raw) {
        Ok(text) => Ok(Some(text.into_string())),
        Err(Invalid::Required) => Ok(None),
        Err(other) => Err(other),
    }
}

/// A member of a closed set.
fn choice<T: std::str::FromStr>(raw: &str) -> Result<T, Invalid> {
    if raw.is_empty() {
        return Err(Invalid::Required);
    }
    raw.parse().map_err(|_| Invalid::Choice)
}

/// A whole number within its range, in digits of any script that forms send.
pub(crate) fn number(raw: &str, range: std::ops::RangeInclusive<i64>) -> Result<i64, Invalid> {
    let raw = raw.trim();
    if raw.is_empty() {
        return Err(Invalid::Required);
    }
    let ascii = maktab_locale::fold_for_search(raw);
    let number = ascii.parse().map_err(|_| Invalid::Number)?;
    // Folding drops signs: a negative number is none.
    let plain = raw.chars().all(char::is_alphanumeric);
    (plain && range.contains(&number))
        .then_some(number)
        .ok_or(Invalid::Number)
}

fn country(raw: &str, reference: &Reference) -> Result<String, Invalid> {
    let code = CountryCode::parse(raw)?;
    if reference.countries.contains(&code) {
        Ok(code.as_str().to_owned())
    } else {
        Err(Invalid::Choice)
    }
}

/// Two instants, the first before the second; `None` where one is refused.
fn period(
    typed: &Typed,
    (from, until): (&str, &str),
    zone: &TimeZone,
    e: &mut FieldErrors,
) -> Option<(Timestamp, Timestamp)> {
    let starts = e.take(from, local::moment(typed.get(from), zone));
    let ends = e.take(until, local::moment(typed.get(until), zone));
    let (starts, ends) = (starts?, ends?);
    if starts < ends {
        Some((starts, ends))
    } else {
        e.push(until, Invalid::Order);
        None
    }
}

fn areas(typed: &Typed, reference: &Reference) -> Result<Vec<String>, Invalid> {
    let wanted: Vec<_> = typed.all("areas").collect();
    if wanted.is_empty() {
        return Err(Invalid::Required);
    }
    if wanted.iter().any(|code| reference.area(code).is_none()) {
        return Err(Invalid::Choice);
    }
    let known = reference.areas.iter().map(|area| area.code.clone());
    Ok(known
        .filter(|code| wanted.contains(&code.as_str()))
        .collect())
}

fn languages(typed: &Typed) -> Result<Vec<String>, Invalid> {
    let mut tags = Vec::new();
    for raw in typed.all("languages") {
        let tag = LanguageTag::parse(raw)?;
        maktab_locale::Language::from_tag(tag.as_str()).ok_or(Invalid::Choice)?;
        if !tags.iter().any(|known| known == tag.as_str()) {
            tags.push(tag.as_str().to_owned());
        }
    }
    if tags.is_empty() {
        Err(Invalid::Required)
    } else {
        Ok(tags)
    }
}

/// Those that were chosen. The only organisation for which the person coordinates is always
/// among them; of several, one has to be.
fn organisers(typed: &Typed, frame: &Frame<'_>) -> Result<Vec<OrganisationId>, Invalid> {
    let mut chosen = Vec::new();
    for raw in typed.all("organisers") {
        let id: OrganisationId = raw.parse().map_err(|_| Invalid::Choice)?;
        frame.reference.organisation(id).ok_or(Invalid::Choice)?;
        if !chosen.contains(&id) {
            chosen.push(id);
        }
    }
    match frame.own.as_deref() {
        Some([only]) if !chosen.contains(only) => chosen.push(*only),
        Some(own) if !chosen.iter().any(|id| own.contains(id)) => return Err(Invalid::Required),
        _ => {}
    }
    if chosen.is_empty() {
        Err(Invalid::Required)
    } else {
        Ok(chosen)
    }
}
