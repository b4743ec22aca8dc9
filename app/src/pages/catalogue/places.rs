//! Where and when, in a line.

use maktab_domain::{Texts, Timestamp};
use maktab_locale::{LocalTime, Locale};

/// “Dushanbe, Tajikistan”; the country alone where no city is given.
pub(in crate::pages) fn city_and_country(l: Locale, city: &Texts, country: &str) -> String {
    let country = l.country_name(country);
    match city.best(l.tag()).1 {
        "" => country,
        city => l.series(&[city, &country]),
    }
}

/// Start and end as the clocks of the event's zone show them.
pub(in crate::pages) fn when(
    starts: Timestamp,
    ends: Timestamp,
    zone: &str,
) -> (LocalTime, LocalTime) {
    (
        LocalTime::or_utc(starts.millis(), zone),
        LocalTime::or_utc(ends.millis(), zone),
    )
}
