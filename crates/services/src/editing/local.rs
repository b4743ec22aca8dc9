//! Times as forms give them: without an offset, by the clocks of the event's zone.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use maktab_domain::{Invalid, Timestamp};

/// The zone of this IANA name, in whatever case it was typed.
pub(super) fn zone(name: &str) -> Result<TimeZone, Invalid> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Invalid::Required);
    }
    // Only places and UTC: abbreviations and fixed offsets know nothing of changes of the clock.
    if !name.contains('/') && !name.eq_ignore_ascii_case("UTC") {
        return Err(Invalid::Choice);
    }
    TimeZone::get(name).map_err(|_| Invalid::Choice)
}

/// The zone of a stored name; UTC where it is unknown.
pub(super) fn stored_zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// The name under which a zone is stored.
pub(super) fn zone_name(zone: &TimeZone) -> String {
    zone.iana_name().unwrap_or("UTC").to_owned()
}

/// `2026-12-07T09:00` in the zone. Where the clocks skip this time, the time after the gap;
/// where they show it twice, the first.
pub(super) fn moment(text: &str, zone: &TimeZone) -> Result<Timestamp, Invalid> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Invalid::Required);
    }
    let clock: DateTime = text.parse().map_err(|_| Invalid::Date)?;
    instant(clock, zone)
}

/// A day, `2026-12-07`.
pub(super) fn day(text: &str) -> Result<Date, Invalid> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Invalid::Required);
    }
    text.parse().map_err(|_| Invalid::Date)
}

/// A time of day `09:00`.
pub(super) fn time(text: &str) -> Result<Time, Invalid> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Invalid::Required);
    }
    text.parse().map_err(|_| Invalid::Date)
}

/// The instant at which the zone's clocks show this.
pub(super) fn instant(clock: DateTime, zone: &TimeZone) -> Result<Timestamp, Invalid> {
    // What lies outside this was mistyped.
    if !(1990..2200).contains(&clock.year()) {
        return Err(Invalid::Date);
    }
    let zoned = clock.to_zoned(zone.clone()).map_err(|_| Invalid::Date)?;
    Ok(Timestamp(zoned.timestamp().as_millisecond()))
}

/// What the zone's clocks show at an instant.
pub(super) fn clock(at: Timestamp, zone: &TimeZone) -> DateTime {
    let at = jiff::Timestamp::from_millisecond(at.millis());
    let at = at.unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    zone.to_datetime(at)
}

/// The same as a form writes it: `2026-12-07T09:00`.
pub(super) fn written(at: Timestamp, zone: &TimeZone) -> String {
    clock(at, zone).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// The instant at which another zone's clocks show what this zone's show now.
pub(super) fn same_clock(at: Timestamp, from: &TimeZone, to: &TimeZone) -> Timestamp {
    instant(clock(at, from), to).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_speak_the_time_of_the_zone() {
        let tehran = zone("asia/tehran").unwrap();
        assert_eq!(zone_name(&tehran), "Asia/Tehran");
        let at = moment("2026-12-07T09:00", &tehran).unwrap();
        assert_eq!(written(at, &TimeZone::UTC), "2026-12-07T05:30");
        assert_eq!(written(at, &tehran), "2026-12-07T09:00");
        let tashkent = zone("Asia/Tashkent").unwrap();
        let moved = same_clock(at, &tehran, &tashkent);
        assert_eq!(written(moved, &tashkent), "2026-12-07T09:00");
        for bad in ["", "yesterday", "2026-13-01T00:00", "0026-01-01T00:00"] {
            assert!(moment(bad, &tehran).is_err(), "{bad}");
        }
        for bad in ["", "EST", "Asia/Nowhere", "+03:30", "../../etc/passwd"] {
            assert!(zone(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_the_clocks_skip_or_repeat_is_still_a_time() {
        let berlin = zone("Europe/Berlin").unwrap();
        let skipped = moment("2027-03-28T02:30", &berlin).unwrap();
        assert_eq!(written(skipped, &berlin), "2027-03-28T03:30");
        let twice = moment("2027-10-31T02:30", &berlin).unwrap();
        assert_eq!(written(twice, &TimeZone::UTC), "2027-10-31T00:30");
    }
}
