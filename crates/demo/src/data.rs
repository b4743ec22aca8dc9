//! Reading the embedded files, and what can be wrong with them.

use serde::de::DeserializeOwned;

/// A defect of the embedded data. The tests build the data set for many dates,
/// so none of these reaches a release.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// An embedded file does not parse.
    #[error("{file}: {source}")]
    Parse {
        /// Which file.
        file: &'static str,
        /// What the parser says.
        source: toml::de::Error,
    },
    /// A text stands in other languages but not in English.
    #[error("no English beside {0:?}")]
    NoEnglish(String),
    /// A key names nothing.
    #[error("{place} names {key:?}, which does not exist")]
    UnknownKey {
        /// Where it stands.
        place: String,
        /// The key.
        key: String,
    },
    /// An agenda and its dates do not fit each other.
    #[error("{0}: the agenda does not fit the days")]
    Agenda(String),
    /// The lists are too short for the number of people or seats asked for.
    #[error("not enough {0}")]
    TooFew(String),
    /// A date or time outside of what the calendar can hold.
    #[error(transparent)]
    Time(#[from] jiff::Error),
}

impl DataError {
    pub(crate) fn unknown(place: impl Into<String>, key: impl Into<String>) -> Self {
        Self::UnknownKey {
            place: place.into(),
            key: key.into(),
        }
    }
}

/// Parses the embedded TOML `text` of the file called `file`.
pub(crate) fn parse<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, DataError> {
    toml::from_str(text).map_err(|source| DataError::Parse { file, source })
}
