//! The events that a focal point can nominate for, per country.

use super::event_path;
use crate::pages::teach::event_line;
use crate::web::{Answer, Content, Visit, exports};
use leptos::prelude::*;
use maktab_domain::EventState;
use maktab_locale::{LocalTime, t};
use maktab_services::nominating::{NominatingEvent, NominatingList};

pub(super) async fn show(visit: Visit) -> Answer {
    let l = visit.locale;
    let actor = visit.signed_in()?;
    let lists = visit.services().nominating_events(actor, l).await;
    let lists = lists.map_err(|error| visit.failure(error))?;
    let several = lists.len() > 1;
    let files = lists.iter().any(|list| !list.events.is_empty()).then(|| {
        view! { <p class="soft">{exports(l, &visit.link("/nominate"), "")}</p> }
    });
    let lists = lists.iter().map(|list| country(&visit, list, several));
    let lists = lists.collect_view();
    let content = view! {
        <div class="lead">
            <h1>{t!(l, "nominate-title")}</h1>
            <p>{t!(l, "nominate-lead")}</p>
        </div>
        {files}
        {lists}
    };
    Ok(visit.page(t!(l, "nominate-title"), content))
}

fn country(visit: &Visit, list: &NominatingList, several: bool) -> impl IntoView + use<> {
    let l = visit.locale;
    let name = l.country_name(list.country.as_str());
    let heading = several.then(|| view! { <h2>{name.clone()}</h2> });
    if list.events.is_empty() {
        return view! {
            <section>{heading} <p class="empty">{t!(l, "nominate-empty")}</p></section>
        }
        .into_any();
    }
    let rows = list
        .events
        .iter()
        .map(|event| row(visit, list.country.as_str(), event));
    let rows = rows.collect_view();
    let caption = format!("{}: {name}", t!(l, "nominate-title"));
    view! {
        <section>
            {heading}
            <div class="table-wrap" tabindex="0">
                <table class="managed stack">
                    <caption class="hidden">{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t!(l, "manage-column-event")}</th>
                            <th scope="col">{t!(l, "nominate-column-deadline")}</th>
                            <th scope="col">{t!(l, "nominate-column-nominated")}</th>
                            <th scope="col">{t!(l, "nominate-column-seats")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(visit: &Visit, country: &str, event: &NominatingEvent) -> impl IntoView + use<> {
    let l = visit.locale;
    let place = (&event.city, event.country.as_str());
    let days = (event.starts, event.ends);
    let line = event_line(l, days, &event.time_zone, event.mode, place);
    let kind = l.text(&format!("kind-{}", event.kind));
    let nominated = t!(l, "nominate-count", count = event.nominated);
    let placed = (event.confirmed > 0).then(|| {
        let text = t!(l, "nominate-with-place", count = event.confirmed);
        view! { <br /> <span class="soft whole">{text}</span> }
    });
    let seats = match event.quota {
        Some(seats) => t!(l, "nominate-seats-count", seats = seats),
        None => t!(l, "nominate-seats-free"),
    };
    let href = event_path(visit, &event.slug, country);
    view! {
        <tr>
            <th scope="row">
                <a href=href>
                    <Content l texts=event.title.clone() />
                </a>
                <div class="facts-line">{line} <span class="soft">{kind}</span></div>
            </th>
            <td>{deadline(visit, event)}</td>
            <td data-label=t!(l, "nominate-column-nominated")>{nominated} {placed}</td>
            <td data-label=t!(l, "nominate-column-seats")>{seats}</td>
        </tr>
    }
}

/// When one can nominate, in a badge that says whether it is now.
fn deadline(visit: &Visit, event: &NominatingEvent) -> impl IntoView + use<> {
    let l = visit.locale;
    let now = visit.services().now();
    let at = |at: maktab_domain::Timestamp| {
        let at = LocalTime::or_utc(at.millis(), &event.time_zone);
        l.date_time(&at)
    };
    let closes = event.closes.min(event.ends);
    let (class, text) = match event.state {
        EventState::Cancelled => ("state bad", t!(l, "gate-cancelled")),
        EventState::Published if now < event.opens => {
            ("state", t!(l, "nominate-from", at = at(event.opens)))
        }
        EventState::Published if now < closes => {
            ("state good", t!(l, "nominate-until", at = at(closes)))
        }
        _ => ("state quiet", t!(l, "nominate-ended", at = at(closes))),
    };
    view! { <span class=class>{text}</span> }
}
