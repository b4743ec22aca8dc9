//! Civil dates and ranges of dates as they are printed: Gregorian everywhere,
//! and the Solar Hijri date before it on a Persian page.

use icu_calendar::Date as CalendarDate;
use icu_calendar::cal::Persian;
use jiff::civil::Date;

use super::Texts;
use crate::facts::Period;

/// How a language writes dates. Places: `{d}` and `{e}` for the first and last
/// day, `{month}` and `{end_month}`, `{year}`, `{first}` and `{last}` for whole
/// dates.
pub(super) struct Calendar {
    pub months: [&'static str; 12],
    /// Months of the Solar Hijri year, on pages that print it.
    pub solar_hijri: Option<[&'static str; 12]>,
    pub day: &'static str,
    pub same_month: &'static str,
    pub same_year: &'static str,
    pub other: &'static str,
}

/// Year, month from 0, day of some calendar.
#[derive(Clone, Copy, PartialEq)]
struct Day {
    year: i32,
    month: usize,
    day: u8,
}

impl Texts {
    /// "25 January 2027".
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.in_calendars(date, date)
    }

    /// "18–20 January 2027", naming month and year no more often than needed.
    #[must_use]
    pub fn period(&self, period: Period) -> String {
        self.in_calendars(period.start(), period.end())
    }

    fn in_calendars(&self, start: Date, end: Date) -> String {
        let gregorian = self.range(gregorian(start), gregorian(end), &self.calendar.months);
        let hijri =
            self.calendar.solar_hijri.as_ref().and_then(|months| {
                Some(self.range(solar_hijri(start)?, solar_hijri(end)?, months))
            });
        match hijri {
            Some(hijri) => format!("{hijri} ({gregorian})"),
            None => gregorian,
        }
    }

    fn range(&self, start: Day, end: Day, months: &[&str; 12]) -> String {
        let calendar = &self.calendar;
        let pattern = if start == end {
            calendar.day
        } else if (start.year, start.month) == (end.year, end.month) {
            calendar.same_month
        } else if start.year == end.year {
            calendar.same_year
        } else {
            let first = self.range(start, start, months);
            let last = self.range(end, end, months);
            return calendar
                .other
                .replace("{first}", &first)
                .replace("{last}", &last);
        };
        let name = |day: Day| months.get(day.month).copied().unwrap_or_default();
        pattern
            .replace("{d}", &self.digits(&start.day.to_string()))
            .replace("{e}", &self.digits(&end.day.to_string()))
            .replace("{month}", name(start))
            .replace("{end_month}", name(end))
            .replace("{year}", &self.digits(&end.year.to_string()))
    }
}

fn gregorian(date: Date) -> Day {
    Day {
        year: i32::from(date.year()),
        month: usize::from(date.month().unsigned_abs()) - 1,
        day: date.day().unsigned_abs(),
    }
}

fn solar_hijri(date: Date) -> Option<Day> {
    let month = date.month().unsigned_abs();
    let iso = CalendarDate::try_new_iso(date.year().into(), month, date.day().unsigned_abs());
    let date = iso.ok()?.to_calendar(Persian);
    Some(Day {
        year: date.year().extended_year(),
        month: usize::from(date.month().ordinal) - 1,
        day: date.day_of_month().0,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::facts::Language;

    fn period(language: Language, start: Date, end: Date) -> String {
        let written = Texts::of(language).period(Period::new(start, end).unwrap());
        written.replace('\u{A0}', " ")
    }

    #[test]
    fn ranges_name_month_and_year_no_more_often_than_needed() {
        let (first, last) = (date(2027, 1, 18), date(2027, 1, 20));
        let cases = [
            (first, first, "18 January 2027"),
            (first, last, "18–20 January 2027"),
            (first, date(2027, 2, 2), "18 January – 2 February 2027"),
            (
                date(2026, 12, 30),
                first,
                "30 December 2026 – 18 January 2027",
            ),
        ];
        for (start, end, text) in cases {
            assert_eq!(period(Language::En, start, end), text);
        }
        assert_eq!(period(Language::Ru, first, last), "18–20 января 2027 г.");
        assert_eq!(period(Language::Tr, first, last), "18–20 Ocak 2027");
    }

    #[test]
    fn a_persian_page_gives_the_solar_hijri_date_first() {
        let written = period(Language::Fa, date(2027, 1, 18), date(2027, 1, 20));
        assert_eq!(written, "۲۸ تا ۳۰ دی ۱۴۰۵ (۱۸ تا ۲۰ ژانویهٔ ۲۰۲۷)");
        let new_year = period(Language::Fa, date(2027, 3, 20), date(2027, 3, 21));
        assert_eq!(
            new_year,
            "۲۹ اسفند ۱۴۰۵ تا ۱ فروردین ۱۴۰۶ (۲۰ تا ۲۱ مارس ۲۰۲۷)"
        );
    }
}
