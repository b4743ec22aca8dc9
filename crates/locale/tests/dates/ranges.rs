//! Several days: what is said once, what twice.

use maktab_locale::Locale;

use crate::{at, days, in_all};

#[test]
fn a_range_says_month_and_year_once_where_they_agree() {
    for (first, last, expected) in [
        (
            "2026-12-15",
            "2026-12-15",
            [
                "15 December 2026",
                "15 декабря 2026\u{a0}г.",
                "۲۴ آذر ۱۴۰۵",
                "15 Aralık 2026",
            ],
        ),
        (
            "2026-12-07",
            "2026-12-11",
            [
                "7–11 December 2026",
                "7–11 декабря 2026\u{a0}г.",
                "۱۶ تا ۲۰ آذر ۱۴۰۵",
                "7–11 Aralık 2026",
            ],
        ),
        // Another month of the Gregorian calendar, the same of the Solar Hijri.
        (
            "2026-11-30",
            "2026-12-04",
            [
                "30 November – 4 December 2026",
                "30 ноября – 4 декабря 2026\u{a0}г.",
                "۹ تا ۱۳ آذر ۱۴۰۵",
                "30 Kasım – 4 Aralık 2026",
            ],
        ),
        // The reverse.
        (
            "2026-12-19",
            "2026-12-23",
            [
                "19–23 December 2026",
                "19–23 декабря 2026\u{a0}г.",
                "۲۸ آذر تا ۲ دی ۱۴۰۵",
                "19–23 Aralık 2026",
            ],
        ),
        // Another year of the Gregorian calendar, the same month of the Solar Hijri.
        (
            "2026-12-28",
            "2027-01-08",
            [
                "28 December 2026 – 8 January 2027",
                "28 декабря 2026\u{a0}г. – 8 января 2027\u{a0}г.",
                "۷ تا ۱۸ دی ۱۴۰۵",
                "28 Aralık 2026 – 8 Ocak 2027",
            ],
        ),
        // The reverse: over Nowruz.
        (
            "2027-03-15",
            "2027-03-26",
            [
                "15–26 March 2027",
                "15–26 марта 2027\u{a0}г.",
                "۲۴ اسفند ۱۴۰۵ تا ۶ فروردین ۱۴۰۶",
                "15–26 Mart 2027",
            ],
        ),
        // The same month of two years is not the same month.
        (
            "2026-12-10",
            "2027-12-10",
            [
                "10 December 2026 – 10 December 2027",
                "10 декабря 2026\u{a0}г. – 10 декабря 2027\u{a0}г.",
                "۱۹ آذر ۱۴۰۵ تا ۱۹ آذر ۱۴۰۶",
                "10 Aralık 2026 – 10 Aralık 2027",
            ],
        ),
    ] {
        let (start, end) = days(first, last);
        assert_eq!(
            in_all(|l| l.date_range(&start, &end)),
            expected,
            "{first} to {last}"
        );
    }
}

#[test]
fn days_and_weekdays_under_the_heading_of_a_month() {
    for (first, last, day, weekday) in [
        (
            "2026-12-07",
            "2026-12-11",
            ["7–11", "7–11", "۱۶ تا ۲۰", "7–11"],
            ["Mon–Fri", "пн–пт", "دوشنبه تا جمعه", "Pzt–Cum"],
        ),
        (
            "2026-12-15",
            "2026-12-15",
            ["15", "15", "۲۴", "15"],
            ["Tue", "вт", "سه‌شنبه", "Sal"],
        ),
        (
            "2026-11-30",
            "2026-12-04",
            [
                "30 Nov – 4 Dec",
                "30 нояб. – 4 дек.",
                "۹ تا ۱۳",
                "30 Kas – 4 Ara",
            ],
            ["Mon–Fri", "пн–пт", "دوشنبه تا جمعه", "Pzt–Cum"],
        ),
    ] {
        let (start, end) = days(first, last);
        assert_eq!(
            in_all(|l| l.day_range(&start, &end)),
            day,
            "{first} to {last}"
        );
        assert_eq!(
            in_all(|l| l.weekday_range(&start, &end)),
            weekday,
            "{first} to {last}"
        );
    }
}

#[test]
fn an_end_at_midnight_belongs_to_the_day_before() {
    let start = at("2026-12-07T20:00", "Asia/Baku");
    let midnight = at("2026-12-08T00:00", "Asia/Baku");
    assert_eq!(Locale::En.date_range(&start, &midnight), "7 December 2026");
    assert_eq!(Locale::En.weekday_range(&start, &midnight), "Mon");
    let later = at("2026-12-08T00:01", "Asia/Baku");
    assert_eq!(Locale::En.date_range(&start, &later), "7–8 December 2026");
    assert_eq!(
        Locale::En.day_range(&midnight, &midnight),
        "8",
        "it begins a day all the same"
    );
    assert_eq!(
        Locale::En.date_range(&midnight, &start),
        "8 December 2026",
        "ends that lie before"
    );
}
