//! The box beside an event: when, where, by whom, how many seats, how to register.

use super::registering;
use crate::pages::catalogue::{city_and_country, last_day, marked, seats, when};
use crate::web::Visit;
use leptos::prelude::*;
use maktab_domain::{EventMode, EventState, RegistrationMode};
use maktab_locale::{Locale, t};
use maktab_services::catalogue::{Event, Phase};

pub(super) fn facts(visit: &Visit, event: &Event) -> impl IntoView + use<> {
    let l = visit.locale;
    let languages = event.languages.iter().map(|tag| l.language_name(tag));
    let languages = l.series(&languages.collect::<Vec<_>>());
    let hours = t!(l, "event-hours", hours = event.certificate.hours);
    let calendar = format!("/events/{}.ics?lang={}", event.slug, l.tag());
    let manage = event.is_coordinated.then(|| {
        let href = visit.link(&format!("/manage/events/{}", event.slug));
        view! { <p><a href=href>{t!(l, "event-manage")}</a></p> }
    });
    view! {
        <section class="box" aria-label=t!(l, "event-facts")>
            <dl class="facts">
                <dt>{t!(l, "event-when")}</dt>
                <dd>{time(l, event)}</dd>
                <dt>{t!(l, "event-where")}</dt>
                <dd>{place(l, event)}</dd>
                <dt>{t!(l, "event-language")}</dt>
                <dd>{languages}</dd>
                <dt>{t!(l, "event-organisers")}</dt>
                <dd>{organisers(l, event)}</dd>
                <dt>{t!(l, "event-length")}</dt>
                <dd>{hours}</dd>
                {course(visit, event)}
                {admission(l, event)}
            </dl>
            {seats(l, &event.seats, &event.time_zone)}
            {registering::registering(visit, event)}
            <p>
                <a href=calendar>{t!(l, "event-add-to-calendar")}</a>
            </p>
            {manage}
        </section>
    }
}

/// The days, the same in the second calendar, the hours of a single day, the zone.
fn time(l: Locale, event: &Event) -> impl IntoView + use<> {
    let (start, end) = when(event.starts, event.ends, &event.time_zone);
    let beside = l.date_range_beside(&start, &end);
    let beside = beside.map(|text| view! { <br /> <small>{text}</small> });
    let hours = start.is_same_day(&end).then(|| {
        view! { <br /> {l.time_range(&start, &end)} }
    });
    view! {
        <time datetime=start.iso_datetime()>{l.date_range(&start, &end)}</time>
        {beside}
        {hours}
        <br />
        <small>{l.zone_name(&start)}</small>
    }
}

/// The venue and the city, or that it is online.
fn place(l: Locale, event: &Event) -> impl IntoView + use<> {
    if event.mode == EventMode::Online {
        return t!(l, "mode-online").into_any();
    }
    let city = city_and_country(l, &event.city, &event.country);
    let city = match event.mode {
        EventMode::Hybrid => t!(l, "event-place-hybrid", place = city),
        EventMode::InPerson | EventMode::Online => city,
    };
    let venue = marked(l, &event.venue);
    let venue = (!venue.text.is_empty()).then(|| {
        view! { {venue.inline()} <br /> }
    });
    view! { {venue} {city} }.into_any()
}

/// Each organisation by its full name.
fn organisers(l: Locale, event: &Event) -> impl IntoView + use<> {
    let names = event.organisers.iter().map(|organisation| {
        let name = marked(l, &organisation.names);
        view! { <span class="line">{name.inline()}</span> }
    });
    names.collect_view()
}

fn course(visit: &Visit, event: &Event) -> impl IntoView + use<> {
    let l = visit.locale;
    event.course.as_ref().map(|course| {
        let title = marked(l, &course.title);
        let href = visit.link(&format!("/courses/{}", course.slug));
        view! {
            <dt>{t!(l, "event-course")}</dt>
            <dd>
                <a href=href lang=title.lang dir=title.dir>{title.text}</a>
            </dd>
        }
    })
}

/// How people come, and until when; of no interest once it has begun or will not take place.
fn admission(l: Locale, event: &Event) -> impl IntoView + use<> {
    let is_to_come = event.seats.phase == Phase::Upcoming && event.state != EventState::Cancelled;
    is_to_come.then(|| {
        let admission = t!(l, &format!("admission-{}", event.seats.admission));
        let deadline = (event.seats.admission != RegistrationMode::Invited).then(|| {
            let last = last_day(event.seats.closes, &event.time_zone);
            view! {
                <dt>{t!(l, "event-deadline")}</dt>
                <dd>
                    <time datetime=last.iso_date()>{l.date_medium(&last)}</time>
                </dd>
            }
        });
        view! {
            <dt>{t!(l, "event-admission")}</dt>
            <dd>{admission}</dd>
            {deadline}
        }
    })
}
