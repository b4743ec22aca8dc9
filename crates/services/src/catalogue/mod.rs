//! The catalogue: which events there are, found by words and filters; and one event in full.

mod event;
mod list;
mod search;
mod seats;
mod wanted;

pub use event::{CertificateTerms, CourseOfEvent, Event, Session, Trainer};
pub use list::{Catalogue, Home, Listed, PAGE_LENGTH, PublicAddresses};
pub use search::rebuild_search_text;
pub use seats::{Phase, Seats};
pub use wanted::{Wanted, When};

use maktab_domain::Texts;

/// One text in its language.
fn one_text(language: String, text: String) -> Texts {
    Texts::new([(language, text)])
}

/// What stands between the commas.
pub(crate) fn split(joined: Option<&str>) -> Vec<String> {
    let parts = joined.unwrap_or_default().split(',');
    parts.filter(|p| !p.is_empty()).map(str::to_owned).collect()
}

/// The texts that are given, by language.
pub(crate) fn given<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Texts {
    Texts::new(pairs.into_iter().filter(|(_, text)| !text.is_empty()))
}
