//! Weeks relative to the reference date, the holidays the ten countries share,
//! and the days on which a country works.

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

use crate::DataError;

/// The Monday of the week of `date` (weeks begin on Monday, ISO 8601).
pub(crate) fn monday_of(date: Date) -> Result<Date, DataError> {
    let since = i64::from(date.weekday().to_monday_zero_offset());
    Ok(date.checked_sub(since.days())?)
}

/// The Monday `weeks` after the reference Monday (before it where negative),
/// moved away from the reference by whole weeks where it would fall on the
/// turn of the year or on Nowruz. The weeks around the reference stay where
/// they are, since a demonstration needs them.
pub(crate) fn week(reference_monday: Date, weeks: i64) -> Result<Date, DataError> {
    let mut monday = reference_monday.checked_add((weeks * 7).days())?;
    if weeks.abs() < 2 {
        return Ok(monday);
    }
    while is_holiday_week(monday)? {
        monday = monday.checked_add((weeks.signum() * 7).days())?;
    }
    Ok(monday)
}

/// Whether one of the twelve days from `monday` on is a holiday; twelve,
/// because a week of work from Saturday ends on the Wednesday after.
fn is_holiday_week(monday: Date) -> Result<bool, DataError> {
    for day in 0..12 {
        let date = monday.checked_add(day.days())?;
        if matches!(
            (date.month(), date.day()),
            (3, 19..) | (4, ..=3) | (12, 29..) | (1, ..=2)
        ) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether `country` works on this day of the week.
pub(crate) fn is_working_day(country: &str, weekday: Weekday) -> bool {
    match country {
        "IR" | "AF" => !matches!(weekday, Weekday::Thursday | Weekday::Friday),
        _ => !matches!(weekday, Weekday::Saturday | Weekday::Sunday),
    }
}

/// The first `count` working days of `country` from the Monday on, as offsets;
/// where the week begins on Saturday, from that Saturday on.
pub(crate) fn working_days(country: &str, count: usize) -> Vec<i64> {
    let first = if matches!(country, "IR" | "AF") { 5 } else { 0 };
    (first..).take(count).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_holiday_week, monday_of, week};
    use jiff::civil::date;

    #[test]
    fn the_week_begins_on_monday() -> Result<(), crate::DataError> {
        for day in 16..=22 {
            assert_eq!(monday_of(date(2026, 11, day))?, date(2026, 11, 16));
        }
        Ok(())
    }

    #[test]
    fn nowruz_and_new_year_stay_free_but_the_reference_week_stays() -> Result<(), crate::DataError>
    {
        let monday = date(2026, 3, 23);
        assert_eq!(week(monday, 0)?, monday);
        let november = date(2026, 11, 16);
        for weeks in (-60..=45).filter(|weeks: &i64| weeks.abs() >= 2) {
            let found = week(november, weeks)?;
            assert!(!is_holiday_week(found)?, "{weeks}: {found}");
        }
        assert!(week(november, 18)? > date(2027, 4, 3));
        Ok(())
    }
}
