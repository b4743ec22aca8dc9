//! A human being, as the demonstration knows one.

use serde::{Deserialize, Serialize};

use crate::Texts;

/// Why a person is in the data set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PersonKind {
    /// An official who takes part in events.
    Trainee,
    /// Runs sessions.
    Trainer,
    /// Works for one of the parties.
    Staff,
    /// Nominates a country's officials.
    FocalPoint,
}

/// A human being. Nobody real.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Person {
    /// Stable key, as in `tj-017`, `trainer-kz-2`, `focal-uz`.
    pub key: String,
    /// Why the person is here.
    pub kind: PersonKind,
    /// Full name in Latin script, as the person writes it (NFC).
    pub name_latin: String,
    /// Full name in native script with its language's BCP 47 tag, only where
    /// it differs from the Latin form.
    pub name_native: Option<(String, String)>,
    /// Address under `example.org` or a `.example` name (RFC 2606), unique.
    pub email: String,
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// Key of the organisation the person works for.
    pub institution: String,
    /// Position there, in English, Russian, Persian and Turkish.
    pub position: Texts,
    /// Preferred language of the interface: `en`, `ru`, `fa` or `tr`.
    pub language: String,
    /// Whether the address is confirmed.
    pub verified: bool,
}
