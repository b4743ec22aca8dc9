//! Languages: messages, dates, numbers, names of countries and languages.
//!
//! Everything a reader sees in their language goes through [`Locale`]: `t!(locale, "id")` for
//! messages, `locale.date_long(&at)` and its siblings for times, `locale.number(…)` for figures.
//! Runs on the server only; nothing here may reach WebAssembly. How to add a message stands in
//! this crate's `README.md`.

mod bidi;
mod calendar;
mod dates;
mod fold;
mod language;
mod list;
mod local_time;
mod locale;
mod messages;
mod names;
mod negotiate;
mod number;

pub use fluent_bundle::FluentValue as Argument;
pub use fold::fold_for_search;
pub use language::Language;
pub use local_time::{LocalTime, UnknownZone};
pub use locale::Locale;
pub use messages::{TOPICS, source};

/// The text of a message in a language, as a `String`.
///
/// `t!(locale, "id")`, `t!(locale, "id.attribute")`, or with arguments, which bear the names of
/// the message's variables: `t!(locale, "seats-left", left = 3, capacity = 24)`. Numbers (any
/// integer or float) choose the plural and are printed with the digits of the language; texts
/// are `&str` or `String`.
///
/// ```
/// use maktab_locale::{Locale, t};
/// assert_eq!(t!(Locale::En, "nav-events"), "Events");
/// ```
#[macro_export]
macro_rules! t {
    ($locale:expr, $id:expr $(,)?) => {
        $crate::Locale::text($locale, $id)
    };
    ($locale:expr, $id:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::Locale::text_with(
            $locale,
            $id,
            [$((stringify!($name), $crate::Argument::from($value))),+],
        )
    };
}

/// The id of a message without variables, as a `&'static str`, for code that names a message in
/// one place and shows it in another. The tests know it and check that the message exists.
///
/// ```
/// assert_eq!(maktab_locale::msg!("nav-events"), "nav-events");
/// ```
#[macro_export]
macro_rules! msg {
    ($id:literal $(,)?) => {
        $id
    };
}
