//! Dates and times in all four languages, against strings checked by hand with a calendar.

#![expect(
    clippy::unwrap_used,
    reason = "a date that does not exist is a fault of the test"
)]

mod clocks;
mod days;
mod ranges;

use maktab_locale::{LocalTime, Locale};

/// An instant by what the clocks of the zone show.
fn at(civil: &str, zone: &str) -> LocalTime {
    let time: jiff::civil::DateTime = civil.parse().unwrap();
    let zoned = time.in_tz(zone).unwrap();
    LocalTime::new(zoned.timestamp().as_millisecond(), zone).unwrap()
}

/// From nine o'clock of one day to five o'clock of another, in Tashkent.
fn days(first: &str, last: &str) -> (LocalTime, LocalTime) {
    let zone = "Asia/Tashkent";
    (
        at(&format!("{first}T09:00"), zone),
        at(&format!("{last}T17:00"), zone),
    )
}

fn in_all(show: impl Fn(Locale) -> String) -> [String; 4] {
    Locale::ALL.map(show)
}
