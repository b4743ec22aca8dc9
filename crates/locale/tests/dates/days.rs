//! One day, in every shape and both calendars.

use maktab_locale::Locale;

use crate::{at, in_all};

#[test]
fn one_day_in_every_shape() {
    let day = at("2026-12-07T09:05", "Asia/Dushanbe");
    assert_eq!(
        in_all(|l| l.date_long(&day)),
        [
            "Monday 7 December 2026",
            "понедельник, 7 декабря 2026\u{a0}г.",
            "دوشنبه ۱۶ آذر ۱۴۰۵",
            "7 Aralık 2026 Pazartesi",
        ]
    );
    assert_eq!(
        in_all(|l| l.date_medium(&day)),
        [
            "7 December 2026",
            "7 декабря 2026\u{a0}г.",
            "۱۶ آذر ۱۴۰۵",
            "7 Aralık 2026"
        ]
    );
    assert_eq!(
        in_all(|l| l.date_short(&day)),
        [
            "7 Dec 2026",
            "7 дек. 2026\u{a0}г.",
            "۱۶ آذر ۱۴۰۵",
            "7 Ara 2026"
        ]
    );
    assert_eq!(
        in_all(|l| l.day_month(&day)),
        ["7 December", "7 декабря", "۱۶ آذر", "7 Aralık"]
    );
    assert_eq!(
        in_all(|l| l.month_heading(&day)),
        ["December 2026", "Декабрь 2026", "آذر ۱۴۰۵", "Aralık 2026"]
    );
    assert_eq!(
        in_all(|l| l.time(&day)),
        ["09:05", "09:05", "۰۹:۰۵", "09:05"]
    );
    assert_eq!(
        in_all(|l| l.date_time(&day)),
        [
            "7 December 2026, 09:05",
            "7 декабря 2026\u{a0}г., 09:05",
            "۱۶ آذر ۱۴۰۵، ساعت ۰۹:۰۵",
            "7 Aralık 2026, 09:05",
        ]
    );
}

#[test]
fn a_persian_reader_sees_the_gregorian_date_beside_their_own() {
    let day = at("2027-01-18T09:00", "Asia/Tehran");
    assert_eq!(Locale::Fa.date_long(&day), "دوشنبه ۲۸ دی ۱۴۰۵");
    assert_eq!(
        Locale::Fa.date_long_gregorian(&day),
        "دوشنبه ۱۸ ژانویهٔ ۲۰۲۷"
    );
    assert_eq!(
        Locale::Fa.date_beside(&day).as_deref(),
        Some("۱۸ ژانویهٔ ۲۰۲۷")
    );
    for locale in [Locale::En, Locale::Ru, Locale::Tr] {
        assert_eq!(locale.date_beside(&day), None);
        assert_eq!(locale.date_range_beside(&day, &day), None);
        assert_eq!(locale.date_long_gregorian(&day), locale.date_long(&day));
    }
    let end = at("2027-01-20T17:00", "Asia/Tehran");
    assert_eq!(Locale::Fa.date_range(&day, &end), "۲۸ تا ۳۰ دی ۱۴۰۵");
    assert_eq!(
        Locale::Fa.date_range_beside(&day, &end).as_deref(),
        Some("۱۸ تا ۲۰ ژانویهٔ ۲۰۲۷")
    );
}

#[test]
fn gregorian_months_take_the_ezafe_only_after_a_silent_he() {
    for (month, expected) in [
        (1, "۳ ژانویهٔ ۲۰۲۷"),
        (2, "۳ فوریهٔ ۲۰۲۷"),
        (3, "۳ مارس ۲۰۲۷"),
        (4, "۳ آوریل ۲۰۲۷"),
        (5, "۳ مهٔ ۲۰۲۷"),
        (6, "۳ ژوئن ۲۰۲۷"),
        (7, "۳ ژوئیهٔ ۲۰۲۷"),
        (8, "۳ اوت ۲۰۲۷"),
        (9, "۳ سپتامبر ۲۰۲۷"),
        (10, "۳ اکتبر ۲۰۲۷"),
        (11, "۳ نوامبر ۲۰۲۷"),
        (12, "۳ دسامبر ۲۰۲۷"),
    ] {
        let day = at(&format!("2027-{month:02}-03T12:00"), "Asia/Tehran");
        assert_eq!(Locale::Fa.date_medium_gregorian(&day), expected);
    }
}

#[test]
fn the_year_of_the_solar_calendar_begins_at_nowruz() {
    for (gregorian, expected) in [
        ("2025-03-20", "پنجشنبه ۳۰ اسفند ۱۴۰۳"), // a leap year
        ("2025-03-21", "جمعه ۱ فروردین ۱۴۰۴"),
        ("2026-03-20", "جمعه ۲۹ اسفند ۱۴۰۴"),
        ("2026-03-21", "شنبه ۱ فروردین ۱۴۰۵"),
        ("2027-03-20", "شنبه ۲۹ اسفند ۱۴۰۵"),
        ("2027-03-21", "یکشنبه ۱ فروردین ۱۴۰۶"),
        ("2026-09-22", "سه‌شنبه ۳۱ شهریور ۱۴۰۵"), // the last month of 31 days
        ("2026-09-23", "چهارشنبه ۱ مهر ۱۴۰۵"),
    ] {
        let day = at(&format!("{gregorian}T12:00"), "Asia/Tehran");
        assert_eq!(Locale::Fa.date_long(&day), expected, "{gregorian}");
    }
}

#[test]
fn the_day_is_that_of_the_event_not_of_utc() {
    // 20:45 UTC on the 17th is a quarter past midnight on the 18th in Tehran.
    let instant = at("2027-01-17T20:45", "UTC");
    let in_tehran = at("2027-01-18T00:15", "Asia/Tehran");
    assert_eq!(Locale::En.date_medium(&instant), "17 January 2027");
    assert_eq!(Locale::En.date_medium(&in_tehran), "18 January 2027");
    assert_eq!(instant.iso_datetime(), "2027-01-17T20:45:00+00:00");
    assert_eq!(in_tehran.iso_datetime(), "2027-01-18T00:15:00+03:30");
}

#[test]
fn every_day_of_three_years_is_written_in_every_language() {
    let mut day = jiff::civil::date(2025, 1, 1);
    while day < jiff::civil::date(2028, 1, 1) {
        let noon = at(&format!("{day}T12:00"), "UTC");
        for locale in Locale::ALL {
            for text in [
                locale.date_long(&noon),
                locale.date_short(&noon),
                locale.date_long_gregorian(&noon),
                locale.day_range(&noon, &noon),
                locale.month_heading(&noon),
            ] {
                // A name that was not loaded appears as a code such as `M12` or `{E}`.
                let code = text
                    .split('M')
                    .skip(1)
                    .any(|t| t.starts_with(|c: char| c.is_ascii_digit()));
                assert!(!code && !text.contains('{'), "{locale:?} {day}: {text}");
            }
        }
        day = day.tomorrow().unwrap();
    }
}
