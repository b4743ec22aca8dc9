//! Times of day and time zones.

use maktab_locale::Locale;

use crate::{at, in_all};

#[test]
fn a_time_range_begins_where_reading_begins() {
    let start = at("2027-01-18T09:00", "Asia/Tehran");
    let end = at("2027-01-18T10:30", "Asia/Tehran");
    assert_eq!(
        in_all(|l| l.time_range(&start, &end)),
        // The mark makes the digits read from right to left even after a Latin word.
        [
            "09:00–10:30",
            "09:00–10:30",
            "\u{200f}۰۹:۰۰–۱۰:۳۰",
            "09:00–10:30"
        ]
    );
    let evening = at("2027-01-18T23:59", "Asia/Tehran");
    assert_eq!(
        in_all(|l| l.time(&evening)),
        ["23:59", "23:59", "۲۳:۵۹", "23:59"]
    );
    let midnight = at("2027-01-18T00:00", "Asia/Tehran");
    assert_eq!(Locale::En.time(&midnight), "00:00");
}

#[test]
fn zones_are_named_by_their_cities() {
    for (zone, city) in [
        ("Asia/Kabul", ["Kabul", "Кабул", "کابل", "Kabil"]),
        ("Asia/Baku", ["Baku", "Баку", "باکو", "Bakü"]),
        ("Asia/Tehran", ["Tehran", "Тегеран", "تهران", "Tahran"]),
        ("Asia/Almaty", ["Almaty", "Алматы", "آلماتی", "Almatı"]),
        ("Asia/Bishkek", ["Bishkek", "Бишкек", "بیشکک", "Bişkek"]),
        ("Asia/Karachi", ["Karachi", "Карачи", "کراچی", "Karaçi"]),
        (
            "Asia/Dushanbe",
            ["Dushanbe", "Душанбе", "دوشنبه", "Duşanbe"],
        ),
        (
            "Europe/Istanbul",
            ["Istanbul", "Стамбул", "استانبول", "İstanbul"],
        ),
        (
            "Asia/Ashgabat",
            ["Ashgabat", "Ашхабад", "عشق‌آباد", "Aşkabat"],
        ),
        (
            "Asia/Tashkent",
            ["Tashkent", "Ташкент", "تاشکند", "Taşkent"],
        ),
        ("Europe/Zurich", ["Zurich", "Цюрих", "زوریخ", "Zürih"]),
        ("UTC", ["UTC", "UTC", "\u{2068}UTC\u{2069}", "UTC"]),
        (
            "Etc/GMT-4",
            [
                "UTC+04:00",
                "UTC+04:00",
                "\u{2068}UTC+04:00\u{2069}",
                "UTC+04:00",
            ],
        ),
    ] {
        let noon = at("2027-01-18T12:00", zone);
        assert_eq!(in_all(|l| l.zone_city(&noon)), city);
    }
    let noon = at("2027-01-18T12:00", "Asia/Tehran");
    assert_eq!(
        in_all(|l| l.zone_name(&noon)),
        [
            "Tehran time",
            "время: Тегеран",
            "به وقت تهران",
            "Tahran saati"
        ]
    );
    let noon = at("2027-01-18T12:00", "UTC");
    assert_eq!(Locale::En.zone_name(&noon), "UTC");
}
