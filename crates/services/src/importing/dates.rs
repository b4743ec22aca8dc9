//! Days as lists write them.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use maktab_domain::{Invalid, Timestamp};

/// Before this nobody can have registered: it is a slip, or a year of another calendar.
const FIRST_YEAR: i16 = 2000;

/// `2027-01-18`, `18.01.2027`, `2027-01-18T09:00` by the clocks of the zone, or with an offset of
/// its own; not after `now`. Digits may be Persian or Arabic.
pub(super) fn day_before(
    cell: &str,
    zone: &TimeZone,
    now: Timestamp,
) -> Result<Timestamp, Invalid> {
    let text: String = cell.trim().chars().map(plain_digit).collect();
    let at = moment(&text, zone).ok_or(Invalid::Date)?;
    let year = at.to_zoned(zone.clone()).year();
    let at = Timestamp(at.as_millisecond());
    if year < FIRST_YEAR || at > now {
        return Err(Invalid::Date);
    }
    Ok(at)
}

fn moment(text: &str, zone: &TimeZone) -> Option<jiff::Timestamp> {
    if let Ok(at) = text.parse() {
        return Some(at);
    }
    let clock = match text.parse::<DateTime>() {
        Ok(clock) => clock,
        Err(_) => dotted(text)?.at(0, 0, 0, 0),
    };
    let zoned = clock.to_zoned(zone.clone()).ok()?;
    Some(zoned.timestamp())
}

/// `18.01.2027`.
fn dotted(text: &str) -> Option<Date> {
    let mut parts = text.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn plain_digit(c: char) -> char {
    let zero = match c {
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return c,
    };
    let digit = u32::from(c) - u32::from(zero);
    char::from_digit(digit, 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 18 January 2027, 00:00 in Tashkent, which is five hours ahead of UTC.
    const DAY: i64 = 1_800_212_400_000;

    #[test]
    fn days_are_read_as_lists_write_them() {
        let zone = TimeZone::get("Asia/Tashkent").unwrap();
        let now = Timestamp(DAY + 40 * 3_600_000);
        let read = |text| day_before(text, &zone, now).map(Timestamp::millis);
        for (text, hours) in [
            ("2027-01-18", 0),
            ("18.01.2027", 0),
            ("18.1.2027", 0),
            (" ۲۰۲۷-۰۱-۱۸ ", 0),
            ("2027-01-18T09:00", 9),
            ("2027-01-18 09:00:00", 9),
            ("2027-01-18T09:00:00+05:00", 9),
            ("2027-01-18T09:00:00+00:00", 14),
        ] {
            assert_eq!(read(text), Ok(DAY + hours * 3_600_000), "{text}");
        }
        for wrong in [
            "31.02.2027",
            "2027-02-31",
            "18.01.27",
            "01/18/2027",
            "18.01.2027.1",
            "yesterday",
            "45000",
            "",
            "1405-10-28",
            "0227-01-18",
            "2027-01-20",
        ] {
            assert_eq!(read(wrong), Err(Invalid::Date), "{wrong}");
        }
    }
}
