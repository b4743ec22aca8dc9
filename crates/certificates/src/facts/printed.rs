//! The list of printed fields, for the page that verifies: whoever compares it
//! with the paper must find everything that stands there.

use serde::{Deserialize, Serialize};

use super::{CertificateFacts, Organisation, Place, Signatory};
use crate::texts::Texts;

/// What a printed line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The certificate's number.
    Number,
    /// Participation, completion or appreciation.
    Kind,
    /// The holder's name in Latin script.
    Holder,
    /// The holder's name in native script.
    NativeName,
    /// Workshop, seminar, conference or training course.
    EventKind,
    /// The title.
    Title,
    /// The title in a second language.
    SecondTitle,
    /// City and country, or online.
    Place,
    /// First and last day.
    Dates,
    /// Hours of training.
    Hours,
    /// Sessions attended.
    Attendance,
    /// One of the organisations.
    Organisation,
    /// One of the signatures.
    Signatory,
    /// Day of issue.
    Issued,
    /// The last day it is valid.
    Expires,
}

impl Field {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 15] = [
        Self::Number,
        Self::Kind,
        Self::Holder,
        Self::NativeName,
        Self::EventKind,
        Self::Title,
        Self::SecondTitle,
        Self::Place,
        Self::Dates,
        Self::Hours,
        Self::Attendance,
        Self::Organisation,
        Self::Signatory,
        Self::Issued,
        Self::Expires,
    ];
}

/// One printed line with its name, both in the certificate's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// What the line is about.
    pub field: Field,
    /// Its name, for example "Dates".
    pub label: &'static str,
    /// Its value as it is printed.
    pub value: String,
    /// The language of the value where it is not the certificate's.
    pub language: Option<String>,
}

impl CertificateFacts {
    /// Every printed field, in reading order, in the certificate's language.
    #[must_use]
    pub fn printed(&self) -> Vec<Printed> {
        let texts = Texts::of(self.language);
        Field::ALL
            .into_iter()
            .flat_map(|field| {
                self.values(field, texts)
                    .into_iter()
                    .map(move |(value, language)| Printed {
                        field,
                        label: texts.label(field),
                        value,
                        language,
                    })
            })
            .collect()
    }

    /// The printed fields as one text, a line each: `label: value`.
    #[must_use]
    pub fn printed_text(&self) -> String {
        let lines = self.printed().into_iter();
        let lines: Vec<String> = lines
            .map(|line| format!("{}: {}", line.label, line.value))
            .collect();
        lines.join("\n")
    }

    fn values(&self, field: Field, texts: &'static Texts) -> Vec<(String, Option<String>)> {
        let plain = |value: String| vec![(value, None)];
        match field {
            Field::Number => plain(self.number.to_string()),
            Field::Kind => plain(texts.kind(self.kind).to_owned()),
            Field::Holder => plain(self.holder.to_string()),
            Field::NativeName => {
                tagged(self.native_name().map(|name| (&name.text, &name.language)))
            }
            Field::EventKind => plain(texts.event_kind(self.event_kind).to_owned()),
            Field::Title => plain(self.title.to_string()),
            Field::SecondTitle => tagged(
                self.second_title()
                    .map(|title| (&title.text, &title.language)),
            ),
            Field::Place => plain(self.place_text(texts)),
            Field::Dates => plain(texts.period(self.period)),
            Field::Hours => self
                .hours
                .into_iter()
                .map(|hours| (texts.hours(hours), None))
                .collect(),
            Field::Attendance => {
                let attendance = self.attendance.into_iter();
                attendance
                    .map(|some| (texts.attendance(some), None))
                    .collect()
            }
            Field::Organisation => self
                .organisations
                .iter()
                .map(|one| (organisation_text(one), None))
                .collect(),
            Field::Signatory => self
                .signatories
                .iter()
                .map(|one| (signatory_text(one, texts), None))
                .collect(),
            Field::Issued => plain(texts.date(self.validity.issued())),
            Field::Expires => {
                let expires = self.validity.expires().into_iter();
                expires.map(|day| (texts.date(day), None)).collect()
            }
        }
    }

    /// City and country, or the word for online.
    #[must_use]
    pub(crate) fn place_text(&self, texts: &Texts) -> String {
        match &self.place {
            Place::Venue { city, country } => format!("{city}{}{country}", texts.comma()),
            Place::Online => texts.online().to_owned(),
        }
    }
}

fn tagged<T: ToString, L: ToString>(line: Option<(T, L)>) -> Vec<(String, Option<String>)> {
    line.into_iter()
        .map(|(text, language)| (text.to_string(), Some(language.to_string())))
        .collect()
}

fn organisation_text(organisation: &Organisation) -> String {
    format!("{} ({})", organisation.name, organisation.short)
}

fn signatory_text(signatory: &Signatory, texts: &Texts) -> String {
    let comma = texts.comma();
    let Signatory {
        name,
        office,
        organisation,
    } = signatory;
    format!("{name}{comma}{office}{comma}{organisation}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::examples;

    #[test]
    fn every_field_of_a_full_certificate_is_listed() {
        for facts in examples::all() {
            let listed: Vec<Field> = facts.printed().iter().map(|line| line.field).collect();
            let missing = Field::ALL.iter().filter(|field| !listed.contains(field));
            let missing: Vec<_> = missing.collect();
            let absent = [
                (Field::NativeName, facts.native_name().is_none()),
                (Field::SecondTitle, facts.second_title().is_none()),
                (Field::Hours, facts.hours.is_none()),
                (Field::Attendance, facts.attendance.is_none()),
                (Field::Expires, facts.validity.expires().is_none()),
            ];
            let expected: Vec<_> = absent.iter().filter(|(_, absent)| *absent).collect();
            assert_eq!(
                missing,
                expected.iter().map(|(field, _)| field).collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn every_stored_text_appears_among_the_printed_fields() {
        for facts in examples::all() {
            let printed = facts.printed_text();
            let stored = serde_json::to_value(&facts).unwrap();
            let kept = |key: &str| {
                ![
                    "kind",
                    "event_kind",
                    "language",
                    "start",
                    "end",
                    "issued",
                    "expires",
                ]
                .contains(&key)
            };
            examples::each_string(&stored, &mut |key, text| {
                assert!(
                    !kept(key) || text == "online" || printed.contains(text),
                    "{key}: {text}\n{printed}"
                );
            });
        }
    }

    #[test]
    fn a_native_name_equal_to_the_latin_one_is_not_printed_twice() {
        let mut facts = examples::turkish();
        let name = facts.holder.clone();
        facts.native_name = Some(crate::facts::Tagged {
            text: name,
            language: crate::facts::LanguageTag::new("tr").unwrap(),
        });
        assert!(
            facts
                .printed()
                .iter()
                .all(|line| line.field != Field::NativeName)
        );
    }
}
