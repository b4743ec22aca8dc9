//! Courses of the catalogue: what they teach, for whom, and their agenda.

use std::collections::BTreeMap;

use jiff::civil::Time;
use serde::{Deserialize, Serialize};

use crate::{DataError, Texts, agenda, data};

/// What a course says of itself in one language. Where a language has only
/// title and summary, the rest is empty and shown in English.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CourseTexts {
    /// Title.
    pub title: String,
    /// Two or three sentences.
    pub summary: String,
    /// What a participant can do afterwards, one entry each.
    #[serde(default)]
    pub objectives: Vec<String>,
    /// For whom it is.
    #[serde(default)]
    pub audience: String,
    /// What participants should bring along.
    #[serde(default)]
    pub prerequisites: String,
    /// What has to be achieved for a certificate.
    #[serde(default)]
    pub criteria: String,
}

/// One item of an agenda, on its day and at its local time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AgendaItem {
    /// Day of the event, counted from 0.
    pub day: usize,
    /// Local time at which it begins.
    pub starts: Time,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// Title.
    pub texts: Texts,
    /// Whether attendance is taken (not for an opening or a break).
    pub tracked: bool,
    /// Which room of the venue, counted from 0.
    pub room: usize,
}

/// A reusable description in the catalogue.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Course {
    /// Stable name in addresses.
    pub slug: String,
    /// Texts by BCP 47 tag; `en` is always there.
    pub texts: BTreeMap<String, CourseTexts>,
    /// Hours taught: the tracked part of the agenda, rounded.
    pub hours: u16,
    /// Languages it can be held in (BCP 47 tags).
    pub languages: Vec<String>,
    /// Areas of cooperation, codes `i` to `x`.
    pub areas: Vec<String>,
    /// Default agenda, in order of time.
    pub agenda: Vec<AgendaItem>,
}

impl Course {
    /// The texts in `language`, else in English; nothing only for a course
    /// that this crate did not make.
    pub fn texts_in(&self, language: &str) -> Option<&CourseTexts> {
        self.texts.get(language).or_else(|| self.texts.get("en"))
    }

    /// The days of the agenda with the titles of their taught sessions.
    pub(crate) fn taught(&self) -> Vec<Vec<Texts>> {
        let days = self.agenda.iter().map(|item| item.day + 1).max();
        let mut taught = vec![Vec::new(); days.unwrap_or(0)];
        for item in self.agenda.iter().filter(|item| item.tracked) {
            if let Some(day) = taught.get_mut(item.day) {
                day.push(item.texts.clone());
            }
        }
        taught
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    languages: Vec<String>,
    areas: Vec<String>,
    texts: BTreeMap<String, CourseTexts>,
    /// Per day, the titles of the taught sessions.
    agenda: Vec<Vec<Texts>>,
}

fn course(slug: &'static str, text: &str) -> Result<Course, DataError> {
    let file: File = data::parse(slug, text)?;
    if !file.texts.contains_key("en") {
        return Err(DataError::NoEnglish(slug.to_owned()));
    }
    let agenda = agenda::full_days(&file.agenda, &[])?;
    Ok(Course {
        slug: slug.to_owned(),
        texts: file.texts,
        hours: agenda::hours(&agenda),
        languages: file.languages,
        areas: file.areas,
        agenda,
    })
}

macro_rules! courses {
    ($($slug:literal),* $(,)?) => {
        /// Every course, in the order of the memorandum's areas.
        pub(crate) fn load() -> Result<Vec<Course>, DataError> {
            [$(course($slug, include_str!(concat!("../data/courses/", $slug, ".toml")))),*]
                .into_iter()
                .collect()
        }
    };
}

courses![
    "diaspora-engagement",
    "integrated-border-management",
    "document-examination",
    "passenger-data",
    "labour-migration-statistics",
    "ethical-recruitment",
    "migration-health-screening",
    "legal-avenues",
    "victim-identification",
    "interviewing-techniques",
    "return-and-reintegration",
    "data-protection",
    "travel-document-security",
    "migration-and-climate",
    "training-of-trainers",
];
