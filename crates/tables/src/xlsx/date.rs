//! Days and times as spreadsheets count them, written by ISO 8601.

use super::styles::Shown;
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// The day after the last that a spreadsheet knows, 9999-12-31.
const END: f64 = 2_958_466.0;
const SECONDS_OF_A_DAY: i64 = 86_400;

/// A day, a time or both: `2027-01-18`, `09:00`, `2027-01-18T09:00`. Nothing for what is neither
/// a number nor within the days that a spreadsheet knows.
pub(super) fn written(serial: f64, shown: Shown, from_1904: bool) -> Option<String> {
    if !(0.0..END).contains(&serial) {
        return None;
    }
    let whole = serial.floor();
    let seconds = rounded((serial - whole) * 86_400.0);
    let (days, seconds) = if seconds >= SECONDS_OF_A_DAY {
        (rounded(whole) + 1, 0)
    } else {
        (rounded(whole), seconds)
    };
    if shown == Shown::Time && days == 0 {
        return Some(time(seconds));
    }
    let day = day(days, from_1904)?.to_string();
    if shown == Shown::Day || seconds == 0 {
        Some(day)
    } else {
        Some(format!("{day}T{}", time(seconds)))
    }
}

fn day(days: i64, from_1904: bool) -> Option<Date> {
    let zero = match (from_1904, days) {
        (true, _) => date(1904, 1, 1),
        // Spreadsheets count a 29 February 1900, which was none.
        (false, 60) => return None,
        (false, ..60) => date(1899, 12, 31),
        (false, _) => date(1899, 12, 30),
    };
    zero.checked_add(days.days()).ok()
}

fn time(seconds: i64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 {
        format!("{hours:02}:{minutes:02}")
    } else {
        format!("{hours:02}:{minutes:02}:{rest:02}")
    }
}

/// The nearest whole number; the value lies far within what an `i64` holds exactly.
fn rounded(value: f64) -> i64 {
    format!("{value:.0}").parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_are_written_by_iso_8601() {
        for (serial, shown, expected) in [
            (46_405.0, Shown::Day, Some("2027-01-18")),
            (46_405.0, Shown::DayAndTime, Some("2027-01-18")),
            (46_405.375, Shown::DayAndTime, Some("2027-01-18T09:00")),
            (46_405.375, Shown::Day, Some("2027-01-18")),
            (46_405.999_999_9, Shown::DayAndTime, Some("2027-01-19")),
            (0.75, Shown::Time, Some("18:00")),
            (0.000_011_574_074, Shown::Time, Some("00:00:01")),
            (1.0, Shown::Day, Some("1900-01-01")),
            (59.0, Shown::Day, Some("1900-02-28")),
            (60.0, Shown::Day, None),
            (61.0, Shown::Day, Some("1900-03-01")),
            (2_958_465.0, Shown::Day, Some("9999-12-31")),
            (2_958_466.0, Shown::Day, None),
            (-1.0, Shown::Day, None),
            (f64::NAN, Shown::Day, None),
        ] {
            let found = written(serial, shown, false);
            assert_eq!(found.as_deref(), expected, "{serial} {shown:?}");
        }
        let old = written(44_943.0, Shown::Day, true);
        assert_eq!(old.as_deref(), Some("2027-01-18"));
    }
}
