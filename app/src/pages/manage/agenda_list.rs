//! The agenda as coordinators see it: sessions by day, who runs them, what clashes.

use super::event_path;
use crate::pages::teach::PersonName;
use crate::web::{Content, DOT, Room, Visit};
use leptos::prelude::*;
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::editing::{Agenda, AgendaSession, Trainer, Warning};

/// The sessions by day; with the ways to change them where they can be changed.
pub(super) fn list(visit: &Visit, agenda: &Agenda, open: bool) -> impl IntoView + use<> {
    let l = visit.locale;
    let zone = &agenda.head.time_zone;
    let days = agenda
        .sessions
        .chunk_by(|a, b| start(a, zone).is_same_day(&start(b, zone)));
    let days = days.map(|sessions| {
        let heading = sessions
            .first()
            .map(|first| l.date_long(&start(first, zone)));
        let items = sessions
            .iter()
            .map(|session| item(visit, agenda, session, open));
        let items = items.collect_view();
        view! { <h2 class="sessions-day">{heading}</h2><ol class="sessions plan">{items}</ol> }
    });
    days.collect_view()
}

fn start(session: &AgendaSession, zone: &str) -> LocalTime {
    LocalTime::or_utc(session.starts_at.millis(), zone)
}

fn item(
    visit: &Visit,
    agenda: &Agenda,
    session: &AgendaSession,
    open: bool,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let zone = &agenda.head.time_zone;
    let from = start(session, zone);
    let until = LocalTime::or_utc(session.ends_at.millis(), zone);
    let room = session.room.clone();
    let room = (!room.is_empty()).then(|| view! { <span class="soft"><Room name=room /></span> });
    let between =
        (room.is_some() && (session.tracked || !session.trainers.is_empty())).then_some(DOT);
    let untracked = (!session.tracked).then(|| {
        view! { <span class="state quiet">{t!(l, "teach-badge-untracked")}</span> }
    });
    let warnings = session.warnings.iter().map(|w| warning(l, w, zone));
    let warnings = warnings.collect_view();
    let path = event_path(visit, &agenda.head.slug, &format!("/agenda/{}", session.id));
    let title = if open {
        let texts = session.titles.clone();
        view! { <a href=path.clone()><Content l texts /></a> }.into_any()
    } else {
        view! { <Content l texts=session.titles.clone() /> }.into_any()
    };
    let remove = (open && !session.has_records).then(|| {
        let title = session.titles.best(l.tag()).1.to_owned();
        view! {
            <a class="remove" href=format!("{path}/remove")>
                {t!(l, "action-remove")} <span class="hidden">" " {title}</span>
            </a>
        }
    });
    view! {
        <li>
            <time class="num" datetime=from.iso_datetime()>
                {l.time_range(&from, &until)}
            </time>
            <div>
                {title} " " {untracked} <p class="session-line">{room} {between} {trainers(l, session)}</p>
                {warnings}
                {remove}
            </div>
        </li>
    }
}

fn trainers(l: Locale, session: &AgendaSession) -> impl IntoView + use<> {
    if session.trainers.is_empty() {
        let text = session.tracked.then(|| t!(l, "manage-no-trainer"));
        return view! { <span class="soft">{text}</span> }.into_any();
    }
    let names = session.trainers.iter().enumerate().map(|(place, trainer)| {
        let between = (place > 0).then_some(DOT);
        view! { {between} {name(trainer)} }
    });
    view! { <span class="trainers">{names.collect_view()}</span> }.into_any()
}

fn name(trainer: &Trainer) -> impl IntoView + use<> {
    view! {
        <PersonName
            latin=trainer.name_latin.clone()
            native=trainer.name_native.clone()
            language=trainer.name_native_language.clone()
        />
    }
}

fn warning(l: Locale, warning: &Warning, zone: &str) -> impl IntoView + use<> {
    let text = match warning {
        Warning::Room { room, other } => {
            let other = other.best(l.tag()).1;
            t!(l, "manage-clash-room", room = room.as_str(), other = other)
        }
        Warning::Trainer { name, other } => {
            let other = other.best(l.tag()).1;
            t!(
                l,
                "manage-clash-trainer",
                name = name.as_str(),
                other = other
            )
        }
        Warning::Elsewhere {
            name,
            title,
            starts_at,
            ends_at,
        } => {
            let from = LocalTime::or_utc(starts_at.millis(), zone);
            let until = LocalTime::or_utc(ends_at.millis(), zone);
            let hours = l.time_range(&from, &until);
            let name = name.as_str();
            if title.is_empty() {
                t!(l, "manage-clash-unknown", name = name, hours = hours)
            } else {
                let title = title.as_str();
                t!(
                    l,
                    "manage-clash-elsewhere",
                    name = name,
                    hours = hours,
                    title = title
                )
            }
        }
    };
    view! { <p class="clash">{text}</p> }
}
