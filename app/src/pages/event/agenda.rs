//! The agenda by day, and who teaches.

use crate::pages::catalogue::{Marked, marked};
use crate::web::{DOT, Room, exports, foreign};
use leptos::prelude::*;
use maktab_domain::Timestamp;
use maktab_locale::{Language, LocalTime, Locale, t};
use maktab_services::catalogue::{Event, Session, Trainer};
use maktab_services::reference::Reference;

pub(super) fn agenda(l: Locale, event: &Event) -> impl IntoView + use<> {
    let tag = event.sessions.iter().find_map(|one| foreign(l, &one.title));
    let title = view! { <h2>{t!(l, "event-agenda")} " " {tag}</h2> };
    if event.sessions.is_empty() {
        return view! { {title} <p>{t!(l, "event-agenda-later")}</p> }.into_any();
    }
    let local = |at: Timestamp| LocalTime::or_utc(at.millis(), &event.time_zone);
    let mut days: Vec<(LocalTime, Vec<AnyView>)> = Vec::new();
    for session in &event.sessions {
        let (start, end) = (local(session.starts), local(session.ends));
        let item = item(l, session, &start, &end).into_any();
        match days.last_mut() {
            Some((day, items)) if day.is_same_day(&start) => items.push(item),
            _ => days.push((start, vec![item])),
        }
    }
    let start = local(event.starts);
    let times = t!(
        l,
        "event-times",
        city = l.zone_city(&start),
        offset = l.utc_offset(&start)
    );
    let days = days.into_iter().map(|(day, items)| {
        let beside = l.date_beside(&day);
        let beside = beside.map(|text| view! { " " <small>"(" {text} ")"</small> });
        view! {
            <h3>{l.date_long(&day)} {beside}</h3>
            <ol class="agenda">{items}</ol>
        }
    });
    let days = days.collect_view();
    let path = format!("/{}/events/{}/agenda", l.tag(), event.slug);
    let files = exports(l, &path, "");
    view! { {title} <p class="soft">{times}</p> {days} <p class="soft">{files}</p> }.into_any()
}

fn item(l: Locale, session: &Session, start: &LocalTime, end: &LocalTime) -> impl IntoView + use<> {
    let Marked { text, lang, dir } = marked(l, &session.title);
    let class = session.is_now.then_some("now");
    let current = session.is_now.then_some("time");
    let now = session.is_now.then(|| {
        view! { " " <span class="state warn">{t!(l, "event-now")}</span> }
    });
    let names = session.trainers.iter();
    let names: Vec<_> = names.map(|trainer| name(l, trainer).into_any()).collect();
    let room = (!session.room.is_empty()).then(|| {
        let between = (!names.is_empty()).then_some(DOT);
        view! { {between} <Room name=session.room.clone() /> }
    });
    let has_more = !names.is_empty() || room.is_some();
    let names = separated(names);
    let more = has_more.then(|| view! { <p>{names} {room}</p> });
    view! {
        <li class=class aria-current=current>
            <time datetime=start.iso_datetime()>{l.time_range(start, end)}</time>
            <div>
                <b lang=lang dir=dir>{text}</b>
                {now}
                {more}
            </div>
        </li>
    }
}

/// The name in the reader's own script where the trainer writes it so, else in Latin script.
fn name(l: Locale, trainer: &Trainer) -> impl IntoView + use<> {
    match &trainer.native {
        Some((native, language)) if is_read_by(l, language) => {
            view! { <bdi lang=language.clone()>{native.clone()}</bdi> }.into_any()
        }
        _ => view! { <bdi>{trainer.name.clone()}</bdi> }.into_any(),
    }
}

/// Whether who reads the language of the interface reads names of that language as well: the
/// script is the same, as of Kazakh for readers of Russian.
fn is_read_by(l: Locale, language: &str) -> bool {
    let cyrillic = ["ru", "kk", "ky", "tg"];
    language == l.tag()
        || l == Locale::Ru && cyrillic.contains(&language)
        || l.is_right_to_left() && Language::dir_of(language) == "rtl"
}

/// Views with a comma between two.
fn separated(views: Vec<AnyView>) -> Vec<AnyView> {
    let mut all = Vec::new();
    for view in views {
        if !all.is_empty() {
            all.push(DOT.into_any());
        }
        all.push(view);
    }
    all
}

/// The institution that a trainer named, in the reader's language where it is one of the
/// organisations of the programme.
fn institution(l: Locale, named: &str, reference: &Reference) -> String {
    let known = reference.organisations.iter();
    let mut known = known.filter(|one| one.names.iter().any(|(_, name)| name == named));
    let known = known.next().map(|one| one.names.best(l.tag()).1);
    known.unwrap_or(named).to_owned()
}

/// Everybody who teaches, once, in both scripts: the reader's own first.
pub(super) fn trainers(l: Locale, event: &Event, reference: &Reference) -> impl IntoView + use<> {
    let mut all: Vec<&Trainer> = Vec::new();
    for trainer in event.sessions.iter().flat_map(|session| &session.trainers) {
        if !all.iter().any(|known| known.person == trainer.person) {
            all.push(trainer);
        }
    }
    (!all.is_empty()).then(|| {
        let items = all.into_iter().map(|trainer| {
            let native = trainer.native.clone();
            let own_first = native.as_ref().is_some_and(|(_, tag)| is_read_by(l, tag));
            let latin = view! { <bdi>{trainer.name.clone()}</bdi> }.into_any();
            let native =
                native.map(|(name, language)| view! { <bdi lang=language>{name}</bdi> }.into_any());
            let (first, second) = match native {
                Some(native) if own_first => (native, Some(latin)),
                native => (latin, native),
            };
            let second = second.map(|name| view! { {DOT} {name} });
            view! {
                <li>
                    <b>{first}</b>
                    {second}
                    <br />
                    <span class="soft">
                        <bdi>{institution(l, &trainer.institution, reference)}</bdi>
                    </span>
                </li>
            }
        });
        let items = items.collect_view();
        view! {
            <h2>{t!(l, "event-trainers")}</h2>
            <ul class="plain">{items}</ul>
        }
    })
}
