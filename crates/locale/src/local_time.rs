//! An instant as the clocks of one time zone show it.

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// A time zone's name that the time zone database does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown time zone {0:?}")]
pub struct UnknownZone(pub String);

/// An instant in the time zone of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalTime(Zoned);

impl LocalTime {
    /// From milliseconds since 1970-01-01T00:00Z and an IANA name (`Asia/Tehran`, `UTC`).
    ///
    /// # Errors
    /// [`UnknownZone`] where the time zone database has no such name.
    pub fn new(epoch_milliseconds: i64, zone: &str) -> Result<Self, UnknownZone> {
        let zone = TimeZone::get(zone).map_err(|_| UnknownZone(zone.to_owned()))?;
        Ok(Self(instant(epoch_milliseconds).to_zoned(zone)))
    }

    /// Like [`LocalTime::new`], but in UTC (and named so) where the zone is unknown: for pages,
    /// which have to show a time in any case.
    #[must_use]
    pub fn or_utc(epoch_milliseconds: i64, zone: &str) -> Self {
        Self::new(epoch_milliseconds, zone)
            .unwrap_or_else(|_| Self(instant(epoch_milliseconds).to_zoned(TimeZone::UTC)))
    }

    /// The zone's IANA name.
    #[must_use]
    pub fn zone(&self) -> &str {
        self.0.time_zone().iana_name().unwrap_or("UTC")
    }

    /// The day for machines, as in `<time datetime>`: `2027-01-18`, always Gregorian.
    #[must_use]
    pub fn iso_date(&self) -> String {
        self.0.strftime("%Y-%m-%d").to_string()
    }

    /// The instant for machines, with its offset (RFC 3339): `2027-01-18T09:00:00+03:30`.
    #[must_use]
    pub fn iso_datetime(&self) -> String {
        self.0.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    /// The offset for people: `UTC+03:30`, `UTC` where there is none.
    #[must_use]
    pub fn utc_offset(&self) -> String {
        if self.0.offset().is_zero() {
            "UTC".to_owned()
        } else {
            self.0.strftime("UTC%:z").to_string()
        }
    }

    /// Whether the clocks of the zone show the same day for both.
    #[must_use]
    pub fn is_same_day(&self, other: &Self) -> bool {
        self.date() == other.date()
    }

    pub(crate) fn date(&self) -> jiff::civil::Date {
        self.0.date()
    }

    pub(crate) fn clock(&self) -> String {
        self.0.strftime("%H:%M").to_string()
    }

    /// The last day of something that began at `start` and ends at this instant: midnight
    /// belongs to the day before, on which people left.
    pub(crate) fn last_day(&self, start: &Self) -> jiff::civil::Date {
        let date = self.date();
        if self.0.time() == jiff::civil::Time::midnight() && date > start.date() {
            date.yesterday().unwrap_or(date)
        } else {
            date
        }
    }
}

/// The instant; the nearest one there is where the number lies outside what calendars cover.
fn instant(epoch_milliseconds: i64) -> Timestamp {
    let nearest = if epoch_milliseconds < 0 {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    };
    Timestamp::from_millisecond(epoch_milliseconds).unwrap_or(nearest)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 18 January 2027, 05:30 UTC.
    const MORNING: i64 = 1_800_250_200_000;

    #[test]
    fn the_zone_decides_what_clocks_show() {
        for (zone, datetime, offset) in [
            ("UTC", "2027-01-18T05:30:00+00:00", "UTC"),
            ("Asia/Tehran", "2027-01-18T09:00:00+03:30", "UTC+03:30"),
            ("Asia/Kabul", "2027-01-18T10:00:00+04:30", "UTC+04:30"),
            ("Asia/Almaty", "2027-01-18T10:30:00+05:00", "UTC+05:00"),
            ("America/New_York", "2027-01-18T00:30:00-05:00", "UTC-05:00"),
        ] {
            let at = LocalTime::new(MORNING, zone).unwrap();
            assert_eq!(at.iso_datetime(), datetime);
            assert_eq!(at.utc_offset(), offset);
            assert_eq!(at.zone(), zone);
            assert_eq!(at.iso_date(), "2027-01-18");
        }
        let before = LocalTime::new(MORNING - 3_600_000, "America/New_York").unwrap();
        assert_eq!(before.iso_date(), "2027-01-17");
        assert!(!before.is_same_day(&LocalTime::new(MORNING, "America/New_York").unwrap()));
    }

    #[test]
    fn an_unknown_zone_is_an_error_or_shown_in_utc() {
        assert_eq!(
            LocalTime::new(MORNING, "Asia/Atlantis"),
            Err(UnknownZone("Asia/Atlantis".to_owned()))
        );
        let at = LocalTime::or_utc(MORNING, "Asia/Atlantis");
        assert_eq!((at.zone(), at.utc_offset().as_str()), ("UTC", "UTC"));
        assert_eq!(at.clock(), "05:30");
    }

    #[test]
    fn an_impossible_instant_does_not_panic() {
        assert_eq!(LocalTime::or_utc(i64::MAX, "UTC").iso_date(), "9999-12-30");
        assert_eq!(
            LocalTime::or_utc(i64::MIN, "Asia/Tehran").zone(),
            "Asia/Tehran"
        );
    }
}
