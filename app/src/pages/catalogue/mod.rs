//! The catalogue: the list of events with its search and filters, also as a calendar.

mod empty;
mod export;
mod find;
mod places;
mod query;
mod rows;
mod seats;
mod texts;

pub(super) use export::file;
pub(super) use places::{city_and_country, when};
pub(super) use query::{address, language};
pub(super) use rows::{area_tags, kind_tag, rows};
pub(super) use seats::{last_day, seats};
pub(super) use texts::{Marked, lines, marked};

use crate::Web;
use crate::islands::catalogue::RefineCatalogue;
use crate::web::{Answer, DOT, Visit, export_routes, exports};
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use leptos::prelude::*;
use maktab_locale::{Locale, t};
use maktab_services::catalogue::{Catalogue, Wanted};
use maktab_services::reference::Reference;
use query::Asked;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/{lang}/events", get(show))
        .merge(export_routes("/{lang}/events", export::download))
        .route("/calendar.ics", get(calendar))
}

async fn show(visit: Visit) -> Answer {
    let services = visit.services();
    let reference = services.reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    let Asked { wanted, page } = query::read(&visit.query, &reference);
    let found = services.catalogue(visit.locale, &wanted, page).await;
    let found = found.map_err(|error| visit.failure(error))?;
    let l = visit.locale;
    let content = view! {
        <div class="lead">
            <h1>{t!(l, "catalogue-title")}</h1>
            <p>{t!(l, "catalogue-lead")}</p>
        </div>
        {find::form(&visit, &wanted, &reference)}
        <RefineCatalogue />
        {results(&visit, &wanted, &reference, found)}
    };
    let page = visit.page(t!(l, "catalogue-title"), content);
    Ok(page.description(t!(l, "catalogue-lead")))
}

/// What the filters found. The island swaps this very element.
fn results(
    visit: &Visit,
    wanted: &Wanted,
    reference: &Reference,
    found: Catalogue,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let clear = wanted.is_narrowed().then(|| {
        view! { {DOT} <a href=visit.link("/events")>{t!(l, "catalogue-clear")}</a> }
    });
    let calendar = query::write("/calendar.ics", wanted, 1, Some(l.tag()));
    let asked = query::write("", wanted, 1, None);
    let files = (!found.events.is_empty()).then(|| {
        let files = exports(l, &visit.link("/events"), asked.trim_start_matches('?'));
        view! { {DOT} {files} }
    });
    let list = if found.events.is_empty() {
        empty::advice(visit, wanted).into_any()
    } else {
        view! { <div class="months">{rows(l, reference, found.events, 3)}</div> }.into_any()
    };
    view! {
        <div id="results">
            <p class="soft">
                <span id="count">{t!(l, "catalogue-count", count = found.count)}</span>
                {DOT}
                <a href=calendar>{t!(l, "catalogue-subscribe")}</a>
                {files}
                {clear}
            </p>
            {list}
            {pager(visit, wanted, found.page, found.pages)}
        </div>
    }
}

fn pager(visit: &Visit, wanted: &Wanted, page: i64, pages: i64) -> impl IntoView + use<> {
    let l = visit.locale;
    let events = visit.link("/events");
    let to = |page: i64| query::write(&events, wanted, page, None);
    (pages > 1).then(|| {
        let previous = (page > 1).then(|| {
            view! { <a rel="prev" href=to(page - 1)>{t!(l, "page-previous")}</a> }
        });
        let next = (page < pages).then(|| {
            view! { <a rel="next" href=to(page + 1)>{t!(l, "page-next")}</a> }
        });
        view! {
            <nav class="pager" aria-label=t!(l, "page-label")>
                {previous}
                <span>{t!(l, "page-position", page = page, pages = pages)}</span>
                {next}
            </nav>
        }
    })
}

/// The list as a calendar to subscribe to: the same query, and the language as `lang`.
async fn calendar(visit: Visit) -> Answer<Response> {
    let services = visit.services();
    let reference = services.reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    let asked = query::read(&visit.query, &reference);
    let locale = language(&visit.query).unwrap_or(visit.locale);
    let calendar = services.calendar(locale, &asked.wanted).await;
    let calendar = calendar.map_err(|error| visit.failure(error))?;
    Ok(calendar_file("maktab", locale, calendar))
}

/// A calendar on its way to the visitor. The name is of ASCII letters, digits and hyphens.
pub(super) fn calendar_file(name: &str, locale: Locale, calendar: String) -> Response {
    let disposition = format!("attachment; filename=\"{name}.ics\"");
    let disposition = HeaderValue::from_str(&disposition);
    let attachment = HeaderValue::from_static("attachment");
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/calendar; charset=utf-8"),
        ),
        (
            header::CONTENT_DISPOSITION,
            disposition.unwrap_or(attachment),
        ),
        (
            header::CONTENT_LANGUAGE,
            HeaderValue::from_static(locale.tag()),
        ),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, no-cache"),
        ),
    ];
    (headers, calendar).into_response()
}
