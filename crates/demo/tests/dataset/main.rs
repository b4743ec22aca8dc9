//! What the demonstration data promise: counts, names, texts, dates and rules.
//!
//! Whatever depends on dates is checked for each weekday, for the turn of the
//! year and for Nowruz.
#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps nothing fails as it should"
)]

mod catalogue;
mod dates;
mod participation;
mod people;
mod programme;
mod rules;

use std::sync::LazyLock;

use jiff::{
    ToSpan,
    civil::{Date, date},
};
use maktab_demo::Dataset;

/// A Saturday.
const REFERENCE: Date = date(2026, 11, 21);

static SAMPLE: LazyLock<Dataset> = LazyLock::new(|| maktab_demo::dataset(REFERENCE));

static SAMPLES: LazyLock<Vec<Dataset>> = LazyLock::new(|| {
    let week = (0..7).map(|day| date(2026, 11, 16).saturating_add(day.days()));
    let awkward = [
        date(2026, 3, 21),
        date(2026, 4, 3),
        date(2027, 1, 1),
        date(2027, 2, 28),
        date(2028, 2, 29),
        date(2027, 7, 7),
    ];
    week.chain(awkward).map(maktab_demo::dataset).collect()
});

fn sample() -> &'static Dataset {
    &SAMPLE
}

/// Data sets for every weekday and for the awkward weeks of the year.
fn samples() -> impl Iterator<Item = &'static Dataset> {
    SAMPLES.iter()
}
