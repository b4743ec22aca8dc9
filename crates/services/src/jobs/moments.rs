//! When people are reminded of an event: in the morning of the event's own days.

use jiff::civil::Time;
use jiff::tz::TimeZone;
use maktab_domain::{Span, Timestamp};
use maktab_store::reminders::Reminder;

/// When reminders of events leave, in the time zone of the event.
const MORNING: Time = Time::constant(9, 0, 0, 0);
/// Before and after these hours nobody is reminded of an event.
const WAKING: std::ops::Range<i8> = 8..21;
/// So shortly before the event nobody is reminded any more.
const TOO_LATE: Span = Span::hours(1);

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

fn local(at: Timestamp, zone: &TimeZone) -> jiff::Zoned {
    let at = jiff::Timestamp::from_millisecond(at.millis()).unwrap_or_default();
    at.to_zoned(zone.clone())
}

/// The morning so many days before this time.
fn morning_before(at: Timestamp, days: i64, zone: &TimeZone) -> Option<Timestamp> {
    let day = local(at, zone).date();
    let day = day.checked_sub(jiff::Span::new().days(days)).ok()?;
    let morning = day.to_datetime(MORNING).to_zoned(zone.clone()).ok()?;
    Some(Timestamp(morning.timestamp().as_millisecond()))
}

/// Whether it is an hour at which people may be written to about an event in this zone.
pub(super) fn is_waking_hour(now: Timestamp, zone_name: &str) -> bool {
    WAKING.contains(&local(now, &zone(zone_name)).hour())
}

/// Which reminder of an event is due, and since when: only the latest, so that a server that was
/// away does not make up for what is past. Nothing at night.
pub(super) fn due(
    now: Timestamp,
    starts: Timestamp,
    zone_name: &str,
) -> Option<(Reminder, Timestamp)> {
    if now > starts - TOO_LATE || !is_waking_hour(now, zone_name) {
        return None;
    }
    let zone = zone(zone_name);
    [(Reminder::DayBefore, 1), (Reminder::DaysBefore, 3)]
        .into_iter()
        .find_map(|(kind, days)| {
            let moment = morning_before(starts, days, &zone)?;
            (moment <= now).then_some((kind, moment))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A time in Tashkent, which is five hours ahead of UTC.
    fn tashkent(text: &str) -> Timestamp {
        let at: jiff::Timestamp = format!("{text}:00+05:00").parse().unwrap();
        Timestamp(at.as_millisecond())
    }

    #[test]
    fn people_are_reminded_in_the_morning_and_of_the_latest_only() {
        let starts = tashkent("2027-02-08T10:00");
        let three = (Reminder::DaysBefore, tashkent("2027-02-05T09:00"));
        let one = (Reminder::DayBefore, tashkent("2027-02-07T09:00"));
        for (now, expected) in [
            ("2027-02-04T12:00", None),
            ("2027-02-05T08:59", None),
            ("2027-02-05T09:00", Some(three)),
            ("2027-02-05T20:59", Some(three)),
            ("2027-02-05T21:00", None),
            ("2027-02-06T07:59", None),
            ("2027-02-06T08:00", Some(three)),
            ("2027-02-07T08:30", Some(three)),
            ("2027-02-07T09:00", Some(one)),
            ("2027-02-08T08:00", Some(one)),
            ("2027-02-08T09:30", None),
            ("2027-02-08T10:00", None),
            ("2027-02-09T10:00", None),
        ] {
            assert_eq!(
                due(tashkent(now), starts, "Asia/Tashkent"),
                expected,
                "{now}"
            );
        }
    }

    #[test]
    fn the_hour_is_that_of_the_event() {
        let noon = tashkent("2027-02-07T12:00");
        assert!(is_waking_hour(noon, "Asia/Tashkent"));
        assert!(!is_waking_hour(noon, "America/New_York"));
        assert!(!is_waking_hour(noon, "no such zone"), "seven in UTC");
    }
}
