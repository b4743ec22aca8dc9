//! Where events are held.

use serde::Deserialize;

use crate::{DataError, Texts, data};

/// A city with the venue used there and its rooms.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Place {
    pub(crate) key: String,
    /// ISO 3166-1 alpha-2 code.
    pub(crate) country: String,
    /// IANA name.
    pub(crate) zone: String,
    pub(crate) city: Texts,
    pub(crate) venue: Texts,
    pub(crate) rooms: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    place: Vec<Place>,
}

/// All places.
pub(crate) fn load() -> Result<Vec<Place>, DataError> {
    let file: File = data::parse("places", include_str!("../data/places.toml"))?;
    Ok(file.place)
}
