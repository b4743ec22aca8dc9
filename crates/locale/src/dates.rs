//! Dates and times of an event as a page shows them, in the event's own time zone.

use std::sync::LazyLock;

use icu::datetime::NoCalendarFormatter;
use icu::datetime::fieldsets::zone::ExemplarCity;
use icu::time::TimeZone;
use icu::time::zone::IanaParser;
use jiff::civil;

use crate::bidi::{self, RIGHT_TO_LEFT_MARK};
use crate::calendar::{self, Days, Shape};
use crate::{LocalTime, Locale, t};

impl Locale {
    /// Monday 7 December 2026; Solar Hijri in Persian, as all dates that do not say otherwise.
    #[must_use]
    pub fn date_long(self, at: &LocalTime) -> String {
        calendar::own(self).show(Shape::Long, at.date())
    }

    /// 7 December 2026
    #[must_use]
    pub fn date_medium(self, at: &LocalTime) -> String {
        calendar::own(self).show(Shape::Date, at.date())
    }

    /// 7 Dec 2026, for tables.
    #[must_use]
    pub fn date_short(self, at: &LocalTime) -> String {
        calendar::own(self).show(Shape::Short, at.date())
    }

    /// 7 December, where the year is plain from what stands around it.
    #[must_use]
    pub fn day_month(self, at: &LocalTime) -> String {
        calendar::own(self).show(Shape::DayMonth, at.date())
    }

    /// December 2026, with a capital: the heading over the events that begin in that month.
    #[must_use]
    pub fn month_heading(self, at: &LocalTime) -> String {
        capitalised(&calendar::own(self).show(Shape::MonthYear, at.date()))
    }

    /// Like [`Locale::date_long`] in the Gregorian calendar: دوشنبه ۱۸ ژانویهٔ ۲۰۲۷.
    #[must_use]
    pub fn date_long_gregorian(self, at: &LocalTime) -> String {
        calendar::gregorian(self).show(Shape::Long, at.date())
    }

    /// Like [`Locale::date_medium`] in the Gregorian calendar: ۱۸ ژانویهٔ ۲۰۲۷.
    #[must_use]
    pub fn date_medium_gregorian(self, at: &LocalTime) -> String {
        calendar::gregorian(self).show(Shape::Date, at.date())
    }

    /// The Gregorian date to stand beside the reader's own, `None` where that is Gregorian.
    #[must_use]
    pub fn date_beside(self, at: &LocalTime) -> Option<String> {
        self.has_second_calendar()
            .then(|| self.date_medium_gregorian(at))
    }

    /// The Gregorian range to stand beside the reader's own, `None` where that is Gregorian.
    #[must_use]
    pub fn date_range_beside(self, start: &LocalTime, end: &LocalTime) -> Option<String> {
        self.has_second_calendar()
            .then(|| self.range(calendar::gregorian(self), start, end))
    }

    /// Whether readers of the language live by a calendar other than the Gregorian.
    #[must_use]
    pub fn has_second_calendar(self) -> bool {
        self.row().pictures.solar_hijri
    }

    /// The days from `start` to `end`, saying month and year once where they agree:
    /// 7–11 December 2026, 30 November – 4 December 2026. An end at midnight does not begin a day.
    #[must_use]
    pub fn date_range(self, start: &LocalTime, end: &LocalTime) -> String {
        self.range(calendar::own(self), start, end)
    }

    fn range(self, days: &dyn Days, start: &LocalTime, end: &LocalTime) -> String {
        let (first, last) = (start.date(), end.last_day(start));
        let (short_dash, dash) = self.row().pictures.between;
        let (from, to) = (days.year_and_month(first), days.year_and_month(last));
        let (opening, between) = if first >= last {
            return days.show(Shape::Date, first);
        } else if from == to {
            (Shape::Day, short_dash)
        } else if from.0 == to.0 {
            (Shape::DayMonth, dash)
        } else {
            (Shape::Date, dash)
        };
        format!(
            "{}{between}{}",
            days.show(opening, first),
            days.show(Shape::Date, last)
        )
    }

    /// The days under a month's heading: 7–11, 15; across months 30 Nov – 4 Dec.
    #[must_use]
    pub fn day_range(self, start: &LocalTime, end: &LocalTime) -> String {
        let days = calendar::own(self);
        let (first, last) = (start.date(), end.last_day(start));
        let (short_dash, dash) = self.row().pictures.between;
        if first >= last {
            days.show(Shape::Day, first)
        } else if days.year_and_month(first) == days.year_and_month(last) {
            self.ends(days, Shape::Day, short_dash, first, last)
        } else {
            self.ends(days, Shape::DayMonthShort, dash, first, last)
        }
    }

    /// The days of the week, short where the language shortens them: Mon–Fri, Tue.
    #[must_use]
    pub fn weekday_range(self, start: &LocalTime, end: &LocalTime) -> String {
        let days = calendar::own(self);
        let (first, last) = (start.date(), end.last_day(start));
        if first >= last {
            days.show(Shape::Weekday, first)
        } else {
            self.ends(
                days,
                Shape::Weekday,
                self.row().pictures.between.0,
                first,
                last,
            )
        }
    }

    fn ends(
        self,
        days: &dyn Days,
        shape: Shape,
        between: &str,
        first: civil::Date,
        last: civil::Date,
    ) -> String {
        format!(
            "{}{between}{}",
            days.show(shape, first),
            days.show(shape, last)
        )
    }

    /// The time of day on 24 hours: 09:00, ۰۹:۰۰.
    #[must_use]
    pub fn time(self, at: &LocalTime) -> String {
        self.digits(&at.clock())
    }

    /// From when to when: 09:00–10:30, the earlier time where reading begins.
    #[must_use]
    pub fn time_range(self, start: &LocalTime, end: &LocalTime) -> String {
        let range = format!("{}–{}", self.time(start), self.time(end));
        if self.is_right_to_left() {
            format!("{RIGHT_TO_LEFT_MARK}{range}")
        } else {
            range
        }
    }

    /// 7 December 2026, 09:00
    #[must_use]
    pub fn date_time(self, at: &LocalTime) -> String {
        t!(
            self,
            "time-date-and-time",
            date = self.date_medium(at),
            time = self.time(at)
        )
    }

    /// The time zone as people name it: Tehran time, به وقت تهران.
    #[must_use]
    pub fn zone_name(self, at: &LocalTime) -> String {
        match self.city(at) {
            Some(city) => t!(self, "time-in-city", city = city),
            None => self.utc_offset(at),
        }
    }

    /// The city alone, to stand behind a time in a line of facts: Tehran, تهران.
    #[must_use]
    pub fn zone_city(self, at: &LocalTime) -> String {
        self.city(at).unwrap_or_else(|| self.utc_offset(at))
    }

    /// UTC+03:30, kept apart from right-to-left text around it.
    #[must_use]
    pub fn utc_offset(self, at: &LocalTime) -> String {
        bidi::isolated(self, &at.utc_offset()).into_owned()
    }

    /// The city that gives the zone its name; `None` for zones without (`UTC`, `Etc/GMT-4`).
    fn city(self, at: &LocalTime) -> Option<String> {
        let (continent, city) = at.zone().rsplit_once('/')?;
        if continent == "Etc" {
            return None;
        }
        let zone = IanaParser::new().parse(at.zone());
        if zone == TimeZone::UNKNOWN {
            return Some(city.replace('_', " "));
        }
        Some(
            CITIES[self as usize]
                .format(&zone.without_offset())
                .to_string(),
        )
    }
}

static CITIES: LazyLock<[NoCalendarFormatter<ExemplarCity>; Locale::ALL.len()]> =
    LazyLock::new(|| Locale::ALL.map(cities));

#[expect(
    clippy::expect_used,
    reason = "the data are compiled in; a test names a city in every language"
)]
fn cities(locale: Locale) -> NoCalendarFormatter<ExemplarCity> {
    NoCalendarFormatter::try_new(locale.cldr().into(), ExemplarCity).expect("compiled data")
}

/// The text with a capital first letter: «декабрь» stands small in CLDR.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
