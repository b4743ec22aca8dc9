//! What is printed on a certificate: decided at issue, never changed after.
//! Every type here can only hold what can be printed.

mod event;
mod printed;
mod text;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use event::{Attendance, Few, Hours, Period, Place, Validity};
pub use printed::{Field, Printed};
pub use text::{Label, LanguageTag, PersonName, Tagged, Text, Title};

use crate::number::CertificateNumber;

/// Why something cannot be printed on a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FactsError {
    /// A line with nothing in it.
    #[error("the text is empty")]
    Empty,
    /// A line longer than the page can bear.
    #[error("the text is longer than {max} characters")]
    TooLong {
        /// The greatest length, in characters.
        max: usize,
    },
    /// A control character, or one that has no agreed form.
    #[error("the text holds the character U+{:04X}, which cannot be printed", u32::from(*.0))]
    Unprintable(char),
    /// Not the tag of a language.
    #[error("this is not a language tag such as fa or uz-Cyrl")]
    Language,
    /// The event ends before it starts.
    #[error("the end is before the start")]
    Period,
    /// The certificate expires before it is issued.
    #[error("the expiry is before the issue")]
    Validity,
    /// More sessions attended than counted, or none counted.
    #[error("sessions attended must be at most those counted, of which there is at least one")]
    Attendance,
    /// No hours, or more than fit.
    #[error("hours are a number from 1 to 9999")]
    Hours,
    /// A list with no entry or too many.
    #[error("a list here has between 1 and {max} entries")]
    Count {
        /// The greatest number of entries.
        max: usize,
    },
}

/// What a certificate certifies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The holder took part.
    Participation,
    /// The holder met the event's certificate rule.
    Completion,
    /// The holder contributed: trainers, speakers.
    Appreciation,
}

/// The four kinds of event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// A workshop.
    Workshop,
    /// A seminar.
    Seminar,
    /// A conference.
    Conference,
    /// A training course.
    TrainingCourse,
}

/// The languages a certificate can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    En,
    /// Russian.
    Ru,
    /// Persian, laid out right to left.
    Fa,
    /// Turkish.
    Tr,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::En, Self::Ru, Self::Fa, Self::Tr];

    /// The language's BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
            Self::Fa => "fa",
            Self::Tr => "tr",
        }
    }

    /// Whether it is written from right to left.
    #[must_use]
    pub fn is_right_to_left(self) -> bool {
        self == Self::Fa
    }
}

/// An organisation that issues the certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Short name: ECO.
    pub short: Label,
    /// Full name in the certificate's language.
    pub name: Label,
}

/// Somebody whose signature stands on the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    /// The person's name.
    pub name: PersonName,
    /// The office held: Secretary General.
    pub office: Label,
    /// The organisation's full name.
    pub organisation: Label,
}

/// Everything that is printed, as it was at issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertificateFacts {
    /// The certificate's number.
    pub number: CertificateNumber,
    /// What it certifies.
    pub kind: Kind,
    /// The language of the page.
    pub language: Language,
    /// The holder's name in Latin script.
    pub holder: PersonName,
    /// The holder's name in native script, if different.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub native_name: Option<Tagged<80>>,
    /// Kind of the event.
    pub event_kind: EventKind,
    /// Title of the course or event in the certificate's language.
    pub title: Title,
    /// The title in a second language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_title: Option<Tagged<180>>,
    /// Where it was held.
    pub place: Place,
    /// First and last day.
    pub period: Period,
    /// Hours of training, where they are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// Sessions attended, where attendance is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendance: Option<Attendance>,
    /// The organisations, in the order in which they are printed.
    pub organisations: Few<Organisation, 4>,
    /// The signatures, in the order in which they are printed.
    pub signatories: Few<Signatory, 3>,
    /// Day of issue and, where it expires, the last day it is valid.
    pub validity: Validity,
}

impl CertificateFacts {
    /// The native name, unless it is the Latin one over again.
    #[must_use]
    pub fn native_name(&self) -> Option<&Tagged<80>> {
        self.native_name
            .as_ref()
            .filter(|native| native.text != self.holder)
    }

    /// The title in the second language, unless it is the first over again.
    #[must_use]
    pub fn second_title(&self) -> Option<&Tagged<180>> {
        self.second_title
            .as_ref()
            .filter(|second| second.text != self.title)
    }

    /// The day of issue.
    #[must_use]
    pub fn issued(&self) -> Date {
        self.validity.issued()
    }
}

#[cfg(test)]
pub(crate) mod examples;
