//! An event in brief, as the pages of registration show it beside what they are about.

use crate::web::{Content, DOT};
use leptos::prelude::*;
use maktab_domain::{EventMode, Timestamp};
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::registration::EventBrief;

/// The title, leading to the event's page.
pub(super) fn title_link(l: Locale, event: &EventBrief) -> impl IntoView + use<> {
    let href = format!("/{}/events/{}", l.tag(), event.slug);
    let texts = event.titles.clone();
    view! { <a href=href><Content l texts /></a> }
}

/// The days of the event, with the Gregorian ones beside others.
pub(super) fn days(l: Locale, event: &EventBrief) -> impl IntoView + use<> {
    let (start, end) = (local(event, event.starts), local(event, event.ends));
    let beside = l
        .date_range_beside(&start, &end)
        .map(|beside| view! { " " <span class="soft">"(" {beside} ")"</span> });
    view! {
        <time datetime=start.iso_date()>{l.date_range(&start, &end)}</time>
        {beside}
    }
}

/// Where it takes place, in words.
pub(super) fn place(l: Locale, event: &EventBrief) -> String {
    if event.mode == EventMode::Online {
        return t!(l, "mode-online");
    }
    let country = l.country_name(&event.country);
    let parts = [
        event.venue.best(l.tag()).1,
        event.city.best(l.tag()).1,
        &country,
    ];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    l.series(&parts)
}

/// A time of the event in its own zone, which is named.
pub(super) fn moment(l: Locale, event: &EventBrief, at: Timestamp) -> String {
    let at = local(event, at);
    let (time, zone) = (l.date_time(&at), l.zone_name(&at));
    t!(l, "brief-moment", time = time, zone = zone)
}

/// A time in the zone of the event.
pub(super) fn local(event: &EventBrief, at: Timestamp) -> LocalTime {
    LocalTime::or_utc(at.millis(), &event.time_zone)
}

/// What and when in one line, for the top of a page: on a phone the box comes far below.
pub(super) fn line(l: Locale, event: &EventBrief) -> impl IntoView + use<> {
    let texts = event.titles.clone();
    view! {
        <p>
            <strong><Content l texts /></strong>
            {DOT} {days(l, event)}
        </p>
    }
}

/// The box with what, when and where.
pub(super) fn aside(l: Locale, event: &EventBrief) -> impl IntoView + use<> {
    let start = local(event, event.starts);
    view! {
        <aside class="box" aria-labelledby="brief-title">
            <h2 id="brief-title">{title_link(l, event)}</h2>
            <dl class="facts">
                <dt>{t!(l, "brief-when")}</dt>
                <dd>{days(l, event)}</dd>
                <dt>{t!(l, "brief-begins")}</dt>
                <dd>
                    <time datetime=start.iso_datetime()>
                        {t!(l, "brief-moment", time = l.time(&start), zone = l.zone_name(&start))}
                    </time>
                </dd>
                <dt>{t!(l, "brief-where")}</dt>
                <dd>{place(l, event)}</dd>
            </dl>
        </aside>
    }
}

/// What became of something, and where to go from here, beside the event where there is one.
pub(super) fn with_next(
    l: Locale,
    event: Option<&EventBrief>,
    text: String,
    (href, next): (String, String),
) -> impl IntoView + use<> {
    let aside = event.map(|event| aside(l, event));
    view! {
        <div class="two">
            <div>
                <p>{text}</p>
                <p><a href=href>{next}</a></p>
            </div>
            {aside}
        </div>
    }
}
