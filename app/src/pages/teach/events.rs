//! A trainer's events with their sessions: running, upcoming, past.

use super::badges::{attendance_badge, now_badge};
use super::event_line;
use crate::web::{Answer, Content, Page, Room, Visit, exports};
use leptos::prelude::*;
use maktab_domain::{EventState, Timestamp};
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::attendance::{Phase, TaughtEvent, TaughtSession};

pub(super) async fn show(visit: Visit) -> Answer {
    let actor = visit.signed_in()?;
    let events = visit.services().taught_events(actor).await;
    let events = events.map_err(|error| visit.failure(error))?;
    Ok(page(&visit, events))
}

fn page(visit: &Visit, events: Vec<TaughtEvent>) -> Page {
    let l = visit.locale;
    let coordinates = visit.actor.as_ref().is_some_and(|a| a.is_coordinator());
    let empty = events.is_empty().then(|| {
        let other = coordinates.then(|| {
            view! {
                <p>
                    <a href=visit.link("/manage")>{t!(l, "teach-empty-manage")}</a>
                </p>
            }
        });
        view! {
            <div class="empty">
                <p>{t!(l, "teach-empty")}</p>
                {other}
            </div>
        }
    });
    let sections = [
        (Phase::Running, t!(l, "teach-running")),
        (Phase::Upcoming, t!(l, "teach-upcoming")),
        (Phase::Past, t!(l, "teach-past")),
    ];
    let sections = sections.map(|(phase, heading)| {
        let own: Vec<_> = events.iter().filter(|e| e.phase == phase).collect();
        (!own.is_empty()).then(|| {
            let articles = own.into_iter().map(|event| article(visit, event));
            let articles = articles.collect_view();
            view! { <section class="taught"><h2>{heading}</h2>{articles}</section> }
        })
    });
    let files = (!events.is_empty()).then(|| {
        view! { <p class="soft">{exports(l, &visit.link("/teach"), "")}</p> }
    });
    let title = t!(l, "teach-title");
    let content = view! {
        <div class="lead">
            <h1>{title.clone()}</h1>
            <p>{t!(l, "teach-lead")}</p>
        </div>
        {empty}
        {files}
        {sections.into_iter().collect_view()}
    };
    visit.page(title, content)
}

fn article(visit: &Visit, event: &TaughtEvent) -> impl IntoView + use<> {
    let l = visit.locale;
    let now = visit.services().now();
    let href = visit.link(&format!("/teach/{}", event.slug));
    let place = (&event.city, event.country.as_str());
    let days = (event.starts_at, event.ends_at);
    let line = event_line(l, days, &event.time_zone, event.mode, place);
    let cancelled = (event.state == EventState::Cancelled).then(|| {
        view! { " " <span class="state bad">{t!(l, "state-event-cancelled")}</span> }
    });
    let sessions = session_list(visit, event, now);
    // The sessions of what is not going on are out of the way until somebody asks for them.
    let sessions = if event.phase != Phase::Running {
        let count = i64::try_from(event.sessions.len()).unwrap_or(0);
        let summary = t!(l, "teach-sessions-count", count = count);
        view! { <details><summary>{summary}</summary>{sessions}</details> }.into_any()
    } else {
        sessions.into_any()
    };
    view! {
        <article>
            <h3>
                <a href=href>
                    <Content l texts=event.titles.clone() />
                </a>
                {cancelled}
            </h3>
            {line}
            {sessions}
        </article>
    }
}

/// The sessions of an event by day, each with its state.
pub(super) fn session_list(
    visit: &Visit,
    event: &TaughtEvent,
    now: Timestamp,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let zone = &event.time_zone;
    let days = event
        .sessions
        .chunk_by(|a, b| day(a, zone).is_same_day(&day(b, zone)));
    let days = days.map(|sessions| {
        let heading = sessions.first().map(|first| l.date_long(&day(first, zone)));
        let items = sessions
            .iter()
            .map(|session| item(visit, event, session, now));
        let items = items.collect_view();
        view! { <p class="sessions-day">{heading}</p><ol class="sessions">{items}</ol> }
    });
    days.collect_view()
}

fn day(session: &TaughtSession, zone: &str) -> LocalTime {
    LocalTime::or_utc(session.starts_at.millis(), zone)
}

fn item(
    visit: &Visit,
    event: &TaughtEvent,
    session: &TaughtSession,
    now: Timestamp,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let href = visit.link(&format!("/teach/{}/sessions/{}", event.slug, session.id));
    let own = session.own.then(|| {
        view! { " " <span class="state quiet">{t!(l, "teach-own")}</span> }
    });
    view! {
        <li class=session.now.then_some("now") aria-current=session.now.then_some("time")>
            {hours(l, session, &event.time_zone)}
            <div>
                <a href=href>
                    <Content l texts=session.titles.clone() />
                </a>
                {now_badge(l, session)}
                {own}
                <p class="session-line">
                    {attendance_badge(l, session, &event.time_zone, now)}
                    {room(session)}
                </p>
            </div>
        </li>
    }
}

/// From when to when, for people and machines.
pub(super) fn hours(l: Locale, session: &TaughtSession, zone: &str) -> impl IntoView + use<> {
    let from = LocalTime::or_utc(session.starts_at.millis(), zone);
    let until = LocalTime::or_utc(session.ends_at.millis(), zone);
    view! {
        <time class="num" datetime=from.iso_datetime()>
            {l.time_range(&from, &until)}
        </time>
    }
}

fn room(session: &TaughtSession) -> impl IntoView + use<> {
    let room = session.room.clone();
    (!room.is_empty()).then(|| view! { " " <span class="soft"><Room name=room /></span> })
}
