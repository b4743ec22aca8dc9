//! The events in a coordinator's scope: a list that can be searched and filtered.

use super::frame::state_badge;
use super::{event_path, list_title};
use crate::pages::teach::{event_line, query};
use crate::web::{Answer, Content, DOT, Export, Page, Posted, Visit, encode, exports};
use axum::response::Response;
use leptos::prelude::*;
use maktab_domain::{EventState, RegistrationMode};
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::managing::{EventFilter, ManagedEvent, ManagedEvents, Time};
use maktab_tables::Cell;

pub(super) async fn show(visit: Visit) -> Answer {
    let asked = query(&visit);
    let events = load(&visit, &filter(&asked)).await?;
    Ok(page(&visit, &asked, events))
}

pub(super) async fn download(visit: Visit) -> Answer<Response> {
    let everything = EventFilter {
        page: 0,
        ..filter(&query(&visit))
    };
    let found = load(&visit, &everything).await?;
    file(&visit, &found).download(&visit, "events")
}

async fn load(visit: &Visit, filter: &EventFilter) -> Answer<ManagedEvents> {
    let actor = visit.signed_in()?;
    let events = visit.services().managed_events(actor, filter).await;
    events.map_err(|error| visit.failure(error))
}

/// The code of what is going on now, among the states.
const RUNNING: &str = "running";

fn filter(asked: &Posted) -> EventFilter {
    EventFilter {
        state: asked.get("state").parse().ok(),
        running: asked.get("state") == RUNNING,
        time: match asked.get("time") {
            "ahead" => Time::Ahead,
            "over" => Time::Over,
            _ => Time::Any,
        },
        search: asked.get("q").to_owned(),
        page: asked.get("page").parse().unwrap_or(1).max(1),
    }
}

fn file(visit: &Visit, found: &ManagedEvents) -> Export {
    let l = visit.locale;
    let columns = [
        ("title", t!(l, "manage-column-event")),
        ("address", t!(l, "export-address")),
        ("kind", t!(l, "manage-field-kind")),
        ("state", t!(l, "manage-column-state")),
        ("mode", t!(l, "manage-field-mode")),
        ("country", t!(l, "manage-field-country")),
        ("city", t!(l, "manage-field-city")),
        ("starts_at", t!(l, "manage-field-starts")),
        ("ends_at", t!(l, "manage-field-ends")),
        ("time_zone", t!(l, "manage-field-time-zone")),
        ("admission", t!(l, "manage-field-admission")),
        ("capacity", t!(l, "manage-field-capacity")),
        ("taken", t!(l, "export-seats-taken")),
        ("submitted", t!(l, "manage-column-waiting")),
    ];
    let mut table = Export::new(visit, list_title(visit), columns);
    let public = &visit.services().settings().public_address;
    for event in &found.events {
        let address = visit.link(&format!("/events/{}", event.slug));
        let at = |time: maktab_domain::Timestamp| {
            let at = LocalTime::or_utc(time.millis(), &event.time_zone);
            Cell::from(at.iso_datetime())
        };
        let admission = event.registration_mode.code();
        let state = if event.running {
            RUNNING
        } else {
            event.state.code()
        };
        table.row([
            event.titles.best(l.tag()).1.into(),
            public.link(&address).into(),
            Cell::word(event.kind.code(), l.text(&format!("kind-{}", event.kind))),
            Cell::word(state, l.text(&format!("state-event-{state}"))),
            Cell::word(event.mode.code(), l.text(&format!("mode-{}", event.mode))),
            Cell::word(&event.country, l.country_name(&event.country)),
            event.city.best(l.tag()).1.into(),
            at(event.starts_at),
            at(event.ends_at),
            event.time_zone.as_str().into(),
            Cell::word(admission, l.text(&format!("admission-{admission}"))),
            event.capacity.into(),
            event.taken.into(),
            event.submitted.into(),
        ]);
    }
    table
}

fn page(visit: &Visit, asked: &Posted, found: ManagedEvents) -> Page {
    let l = visit.locale;
    let title = list_title(visit);
    let rows = found.events.iter().map(|event| row(visit, event));
    let rows = rows.collect_view();
    let looked = ["q", "state", "time"]
        .iter()
        .any(|name| !asked.get(name).is_empty());
    let list = if found.events.is_empty() {
        let text = if looked {
            t!(l, "manage-events-none-found")
        } else {
            t!(l, "manage-events-none")
        };
        view! { <p class="empty">{text}</p> }.into_any()
    } else {
        view! {
            <div class="table-wrap" tabindex="0">
                <table class="managed stack">
                    <caption class="hidden">{title.clone()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t!(l, "manage-column-event")}</th>
                            <th scope="col">{t!(l, "manage-column-state")}</th>
                            <th scope="col">{t!(l, "manage-column-seats")}</th>
                            <th scope="col">{t!(l, "manage-column-waiting")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    let count = t!(l, "manage-events-count", count = found.found);
    let content = view! {
        <div class="lead with-action">
            <h1>{title.clone()}</h1>
            <a class="btn" href=visit.link("/manage/events/new")>
                {t!(l, "manage-new")}
            </a>
        </div>
        {find(visit, asked)}
        <p class="soft">
            {count} {DOT} {exports(l, &visit.link("/manage/events"), &visit.query)}
        </p>
        {list}
        {pager(visit, asked, found.page, found.pages)}
    };
    visit.page(title, content)
}

fn find(visit: &Visit, asked: &Posted) -> impl IntoView + use<> {
    let l = visit.locale;
    let states = EventState::ALL.iter();
    let states = states.map(|state| (state.code(), l.text(&format!("state-event-{state}"))));
    let mut states: Vec<_> = states.collect();
    states.insert(2, (RUNNING, t!(l, "state-event-running")));
    let times = vec![
        ("ahead", t!(l, "manage-time-ahead")),
        ("over", t!(l, "manage-time-over")),
    ];
    view! {
        <form class="filters" method="get" action=visit.path.clone() role="search">
            <div>
                <label for="q">{t!(l, "manage-search")}</label>
                <input id="q" name="q" type="search" value=asked.get("q").to_owned() />
            </div>
            {choice("state", t!(l, "manage-column-state"), t!(l, "manage-all-states"), states, asked)}
            {choice("time", t!(l, "manage-time"), t!(l, "manage-time-any"), times, asked)}
            <button type="submit">{t!(l, "action-search")}</button>
        </form>
    }
}

/// A filter with a choice that stands for all.
pub(in crate::pages) fn choice(
    name: &'static str,
    label: String,
    all: String,
    options: Vec<(&str, String)>,
    asked: &Posted,
) -> impl IntoView + use<> {
    let chosen = asked.get(name);
    let options = options.into_iter().map(|(code, text)| {
        let selected = code == chosen;
        view! { <option value=code.to_owned() selected=selected>{text}</option> }
    });
    let options = options.collect_view();
    view! {
        <div>
            <label for=name>{label}</label>
            <select id=name name=name>
                <option value="">{all}</option>
                {options}
            </select>
        </div>
    }
}

fn row(visit: &Visit, event: &ManagedEvent) -> impl IntoView + use<> {
    let l = visit.locale;
    let place = (&event.city, event.country.as_str());
    let days = (event.starts_at, event.ends_at);
    let line = event_line(l, days, &event.time_zone, event.mode, place);
    let submitted = (event.submitted > 0).then(|| {
        let path = event_path(visit, &event.slug, "/registrations?state=submitted");
        let text = t!(l, "manage-to-decide", count = event.submitted);
        view! { <a href=path>{text}</a> }
    });
    let submitted = submitted.map_or_else(|| "–".into_any(), IntoAny::into_any);
    let kind = l.text(&format!("kind-{}", event.kind));
    let waiting = t!(l, "manage-column-waiting");
    view! {
        <tr>
            <th scope="row">
                <a href=event_path(visit, &event.slug, "")>
                    <Content l texts=event.titles.clone() />
                </a>
                <div class="facts-line">{line} <span class="soft">{kind}</span></div>
            </th>
            <td>{state_badge(l, event.state, event.running)}</td>
            <td>{seats(l, event.taken, event.capacity, event.registration_mode)}</td>
            <td data-label=waiting>{submitted}</td>
        </tr>
    }
}

/// Seats taken of all, as figures and as a bar.
pub(super) fn seats(
    l: Locale,
    taken: i64,
    capacity: i64,
    mode: RegistrationMode,
) -> impl IntoView + use<> {
    let text = t!(l, "manage-seats", taken = taken, capacity = capacity);
    let class = if taken >= capacity {
        "seats full"
    } else {
        "seats"
    };
    let how = (mode != RegistrationMode::Open).then(|| {
        let text = l.text(&format!("admission-{mode}"));
        view! { <span>{text}</span> }
    });
    view! {
        <div class=class>
            <b class="num">{text.clone()}</b>
            <meter min="0" max=capacity.to_string() value=taken.to_string() aria-label=text></meter>
            {how}
        </div>
    }
}

/// The pages of a list, with everything that was asked for kept.
pub(super) fn pager(
    visit: &Visit,
    asked: &Posted,
    page: usize,
    pages: usize,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let to = |page: usize| {
        let kept = asked.iter().filter(|(n, v)| *n != "page" && !v.is_empty());
        let kept = kept.map(|(n, v)| format!("{}={}&", encode(n), encode(v)));
        format!("{}?{}page={page}", visit.path, kept.collect::<String>())
    };
    (pages > 1).then(|| {
        let previous = (page > 1).then(|| {
            view! { <a href=to(page - 1) rel="prev">{t!(l, "page-previous")}</a> }
        });
        let next = (page < pages).then(|| {
            view! { <a href=to(page + 1) rel="next">{t!(l, "page-next")}</a> }
        });
        let position = t!(l, "page-position", page = page, pages = pages);
        view! {
            <nav class="pager" aria-label=t!(l, "page-label")>
                {previous} <span>{position}</span> {next}
            </nav>
        }
    })
}
