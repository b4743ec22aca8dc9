//! Days in the calendar of a language, by ICU4X's names and digits and our own patterns.

use std::sync::LazyLock;

use icu::calendar::cal::Persian;
use icu::calendar::{Calendar, Date, Gregorian, Iso};
use icu::datetime::fieldsets::enums::DateFieldSet;
use icu::datetime::pattern::{DateTimePattern, FixedCalendarDateTimeNames};
use icu::datetime::scaffold::CldrCalendar;
use jiff::civil;
use writeable::TryWriteable;

use crate::Locale;

/// The ways in which a day is written.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// Monday 7 December 2026
    Long,
    /// 7 December 2026
    Date,
    /// 7 Dec 2026
    Short,
    /// 7 December
    DayMonth,
    /// 7 Dec
    DayMonthShort,
    /// 7
    Day,
    /// December 2026, with the month's name as it stands alone
    MonthYear,
    /// Mon
    Weekday,
}

/// Persian months of the Gregorian calendar whose names end in a silent he: before a year they
/// take the ezafe (ژانویهٔ ۲۰۲۷): January, February, May, July.
const EZAFE_MONTHS: [i8; 4] = [1, 2, 5, 7];

/// A calendar whose days ICU4X writes by a pattern. A trait of our own, because the bounds of the
/// two functions it wraps cannot be named for all calendars at once.
trait Written: CldrCalendar + Calendar + Copy + Send + Sync + 'static {
    /// The names that a pattern needs.
    fn names(locale: Locale, pattern: &DateTimePattern) -> Names<Self>;
    /// A day by a pattern.
    fn write(names: &Names<Self>, pattern: &DateTimePattern, day: &Date<Self>) -> String;
}

type Names<C> = FixedCalendarDateTimeNames<C, DateFieldSet>;

macro_rules! written {
    ($($calendar:ty)+) => {$(
        impl Written for $calendar {
            // The data are compiled in; a test draws every picture of every language.
            fn names(locale: Locale, pattern: &DateTimePattern) -> Names<Self> {
                let mut names = Names::try_new(locale.cldr().into()).expect("compiled data");
                names.include_for_pattern(pattern).expect("compiled data");
                names
            }

            fn write(names: &Names<Self>, pattern: &DateTimePattern, day: &Date<Self>) -> String {
                // An error still comes with text, in which the failing field is a code.
                match names.with_pattern_unchecked(pattern).format(day).try_write_to_string() {
                    Ok(text) | Err((_, text)) => text.into_owned(),
                }
            }
        }
    )+};
}
written!(Gregorian Persian);

/// One pattern and the names it needs. CLDR names of one field come in one width at a time,
/// therefore one set of names per pattern.
struct Picture<C> {
    names: Names<C>,
    pattern: DateTimePattern,
    with_ezafe: Option<DateTimePattern>,
}

impl<C: Written> Picture<C> {
    fn new(locale: Locale, pattern: &str) -> Self {
        let ezafe = pattern
            .replace("MMMM y", "MMMM'\u{654}' y")
            .replace("LLLL y", "LLLL'\u{654}' y");
        let with_ezafe = (locale == Locale::Fa && ezafe != pattern).then(|| parsed(&ezafe));
        let pattern = parsed(pattern);
        Self {
            names: C::names(locale, &pattern),
            pattern,
            with_ezafe,
        }
    }
}

#[expect(
    clippy::expect_used,
    reason = "patterns are compiled in; a test draws every picture of every language"
)]
fn parsed(pattern: &str) -> DateTimePattern {
    DateTimePattern::try_from_pattern_str(pattern).expect("a date pattern")
}

/// Every shape of a day in one calendar and language.
struct Album<C> {
    calendar: C,
    gregorian: bool,
    pictures: [Picture<C>; 8],
}

/// A calendar that writes days in one language.
pub(crate) trait Days: Send + Sync {
    /// The day in this shape.
    fn show(&self, shape: Shape, day: civil::Date) -> String;
    /// The calendar's own year and month of the day, to compare with another day's.
    fn year_and_month(&self, day: civil::Date) -> (i32, u8);
}

impl<C: Written> Album<C> {
    fn new(locale: Locale, calendar: C, gregorian: bool) -> Self {
        let own = &locale.row().pictures;
        let patterns = [
            own.long, own.date, own.short, "d MMMM", "d MMM", "d", "LLLL y", "ccc",
        ];
        Self {
            calendar,
            gregorian,
            pictures: patterns.map(|pattern| Picture::new(locale, pattern)),
        }
    }

    fn date(&self, day: civil::Date) -> Date<C> {
        #[expect(clippy::cast_sign_loss, reason = "months and days are positive")]
        let iso = Date::try_new_iso(i32::from(day.year()), day.month() as u8, day.day() as u8);
        // Every day of jiff's (years -9999 to 9999) is a day of ICU4X's.
        iso.unwrap_or_else(|_| Date::from_rata_die(icu::calendar::types::RataDie::new(1), Iso))
            .to_calendar(self.calendar)
    }
}

impl<C: Written> Days for Album<C> {
    fn show(&self, shape: Shape, day: civil::Date) -> String {
        let picture = &self.pictures[shape as usize];
        let ezafe = self.gregorian && EZAFE_MONTHS.contains(&day.month());
        let pattern = match &picture.with_ezafe {
            Some(with_ezafe) if ezafe => with_ezafe,
            _ => &picture.pattern,
        };
        C::write(&picture.names, pattern, &self.date(day))
    }

    fn year_and_month(&self, day: civil::Date) -> (i32, u8) {
        let date = self.date(day);
        (date.year().extended_year(), date.month().ordinal)
    }
}

struct Calendars {
    gregorian: Box<dyn Days>,
    solar_hijri: Option<Box<dyn Days>>,
}

static CALENDARS: LazyLock<[Calendars; Locale::ALL.len()]> = LazyLock::new(|| {
    Locale::ALL.map(|locale| Calendars {
        gregorian: Box::new(Album::new(locale, Gregorian, true)),
        solar_hijri: locale
            .row()
            .pictures
            .solar_hijri
            .then(|| -> Box<dyn Days> { Box::new(Album::new(locale, Persian, false)) }),
    })
});

/// The calendar that readers of the language live by.
pub(crate) fn own(locale: Locale) -> &'static dyn Days {
    let calendars = &CALENDARS[locale as usize];
    calendars
        .solar_hijri
        .as_ref()
        .unwrap_or(&calendars.gregorian)
        .as_ref()
}

/// The Gregorian calendar, in the language.
pub(crate) fn gregorian(locale: Locale) -> &'static dyn Days {
    CALENDARS[locale as usize].gregorian.as_ref()
}
