//! Pieces that several staff pages show: the line under an event's title, names of people.

use crate::pages::catalogue::city_and_country;
use crate::web::{DOT, Posted, Visit};
use leptos::prelude::*;
use maktab_domain::{EventMode, Texts, Timestamp};
use maktab_locale::{Language, LocalTime, Locale, t};

/// What the address says behind its question mark; what cannot be read is left out.
pub(crate) fn query(visit: &Visit) -> Posted {
    Posted::from_pairs(form_urlencoded::parse(visit.query.as_bytes()).into_owned())
}

/// When, where and how, in one line: the days, the place, the mode, whose time.
pub(crate) fn event_line(
    l: Locale,
    (starts, ends): (Timestamp, Timestamp),
    zone: &str,
    mode: EventMode,
    (city, country): (&Texts, &str),
) -> impl IntoView + use<> {
    let from = LocalTime::or_utc(starts.millis(), zone);
    let until = LocalTime::or_utc(ends.millis(), zone);
    let beside = l
        .date_range_beside(&from, &until)
        .map(|dates| format!(" ({dates})"));
    let place = (mode != EventMode::Online)
        .then(|| view! { {DOT} <bdi>{city_and_country(l, city, country)}</bdi> });
    let how = l.text(&format!("mode-{mode}.inline"));
    view! {
        <p class="soft">
            <time datetime=from.iso_date()>{l.date_range(&from, &until)}</time>
            {beside}
            {place}
            {DOT}
            {how}
            {DOT}
            {l.zone_name(&from)}
        </p>
    }
}

/// A person's name in Latin script with the one in the person's own script.
#[component]
pub(crate) fn PersonName(
    latin: String,
    native: Option<String>,
    language: Option<String>,
) -> impl IntoView {
    let native = native.map(|name| {
        let dir = language.as_deref().map_or("auto", Language::dir_of);
        view! { " " <span class="native" lang=language.clone() dir=dir>{name}</span> }
    });
    view! {
        <bdi class="name">{latin}</bdi>
        {native}
    }
}

/// Country and institution of a person, the institution apart from the text around it.
pub(crate) fn person_text(l: Locale, country: &str, institution: String) -> impl IntoView + use<> {
    view! {
        <bdi>{institution}</bdi>
        {DOT}
        {l.country_name(country)}
    }
}

/// "1 of 2" in the digits of the language, for where no sentence stands.
pub(super) fn of_all(l: Locale, part: i64, all: i64) -> String {
    t!(l, "teach-of", part = part, all = all)
}
