//! Events as rows of a list, by month.

use super::{Marked, city_and_country, marked, seats, when};
use crate::web::{DOT, foreign};
use leptos::prelude::*;
use maktab_domain::{EventKind, EventMode};
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::catalogue::Listed;
use maktab_services::reference::Reference;

/// The rows under the months in which the events begin. Titles are headings of `title_level`, 3 or
/// 4, and months of one level above: as there is no heading above the list, or one of level 2.
pub(in crate::pages) fn rows(
    l: Locale,
    reference: &Reference,
    events: Vec<Listed>,
    title_level: u8,
) -> impl IntoView + use<> {
    let mut shown = String::new();
    let rows = events.into_iter().map(|event| {
        let (start, end) = when(event.starts, event.ends, &event.time_zone);
        let month = l.month_heading(&start);
        let heading = (month != shown).then(|| {
            shown.clone_from(&month);
            if title_level == 3 {
                view! { <h2>{month}</h2> }.into_any()
            } else {
                view! { <h3>{month}</h3> }.into_any()
            }
        });
        (
            heading,
            row(l, reference, &event, &start, &end, title_level),
        )
    });
    rows.collect_view()
}

fn row(
    l: Locale,
    reference: &Reference,
    event: &Listed,
    start: &LocalTime,
    end: &LocalTime,
    title_level: u8,
) -> impl IntoView + use<> {
    let Marked { text, lang, dir } = marked(l, &event.title);
    let href = format!("/{}/events/{}", l.tag(), event.slug);
    let link = view! { <a href=href lang=lang dir=dir>{text}</a> };
    let title = if title_level == 3 {
        view! { <h3>{link}</h3> }.into_any()
    } else {
        view! { <h4>{link}</h4> }.into_any()
    };
    view! {
        <article class="ev">
            <time class="day" datetime=start.iso_date()>
                {l.day_range(start, end)} <small>{l.weekday_range(start, end)}</small>
            </time>
            <div>
                {title} <p>{facts(l, event, start, end)}</p>
                <p class="tags">
                    {area_tags(l, reference, &event.areas)} {kind_tag(l, event.kind)}
                    {foreign(l, &event.title)}
                </p>
            </div>
            {seats(l, &event.seats, &event.time_zone)}
        </article>
    }
}

/// “Dushanbe, Tajikistan · in person · Russian, Tajik”, and the hours of a single day.
fn facts(l: Locale, event: &Listed, start: &LocalTime, end: &LocalTime) -> String {
    let mut parts = Vec::new();
    if event.mode == EventMode::Online {
        parts.push(t!(l, "mode-online"));
    } else {
        parts.push(city_and_country(l, &event.city, &event.country));
        parts.push(t!(l, &format!("mode-{}.inline", event.mode)));
    }
    let languages = event.languages.iter().map(|tag| l.language_name(tag));
    parts.push(l.series(&languages.collect::<Vec<_>>()));
    if start.is_same_day(end) {
        let hours = l.time_range(start, end);
        let city = l.zone_city(start);
        parts.push(t!(l, "catalogue-hours", hours = hours, city = city));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(DOT)
}

/// The areas as labels.
pub(in crate::pages) fn area_tags(
    l: Locale,
    reference: &Reference,
    areas: &[String],
) -> impl IntoView + use<> {
    let areas = areas.iter().filter_map(|code| reference.area(code));
    let tags = areas.map(|area| {
        let Marked { text, lang, dir } = marked(l, &area.short_names);
        view! { <span class="tag" lang=lang dir=dir>{text}</span> }
    });
    tags.collect_view()
}

/// The kind of event as a label.
pub(in crate::pages) fn kind_tag(l: Locale, kind: EventKind) -> impl IntoView + use<> {
    view! { <span class="tag k">{t!(l, &format!("kind-{kind}"))}</span> }
}
