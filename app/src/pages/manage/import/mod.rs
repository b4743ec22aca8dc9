//! Importing participants from a file: the file, its columns, what would happen, and the result.

mod columns;
mod example;
mod files;
mod preview;
mod problems;
mod refusal;
mod upload;

use super::{EventTab, event_frame, event_path};
use crate::web::{AROUND, Answer, Page, Visit, export_routes};
use crate::{Web, web};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use leptos::prelude::*;
use maktab_domain::ImportId;
use maktab_locale::{Locale, t};
use maktab_services::Error;
use maktab_services::managing::Head;
use maktab_tables::Limits;

/// The addresses of these pages.
pub(super) fn routes(event: &str) -> Router<Web> {
    let at = |rest: &str| format!("{event}/import{rest}");
    let most = Limits::default().bytes + AROUND;
    let upload = get(upload::show).post(upload::take);
    Router::new()
        .route(&at(""), upload.layer(DefaultBodyLimit::max(most)))
        .route(&at("/example.csv"), get(example::download))
        .route(&at("/example.xlsx"), get(example::download))
        .route(&at("/{import}"), get(preview::show).post(preview::act))
        .route(
            &at("/{import}/columns"),
            get(columns::show).post(columns::choose),
        )
        .merge(export_routes(&at(""), files::imports))
        .merge(export_routes(&at("/{import}/problems"), problems::download))
        .merge(export_routes(&at("/{import}/people"), files::to_add))
        .merge(export_routes(
            &at("/{import}/registered"),
            files::passed_over,
        ))
}

/// The address of a page of an import, in the visit's language.
fn path(visit: &Visit, slug: &str, id: ImportId, rest: &str) -> String {
    event_path(visit, slug, &format!("/import/{id}{rest}"))
}

fn import_id(visit: &Visit, text: &str) -> Answer<ImportId> {
    text.parse().map_err(|_| visit.failure(Error::NotFound))
}

/// The steps of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    File,
    Columns,
    Check,
    Done,
}

/// A page of an import under the title and tabs of its event.
fn page(visit: &Visit, head: &Head, stage: Stage, content: AnyView) -> Page {
    let l = visit.locale;
    let event = head.titles.best(l.tag()).1;
    let title = t!(
        l,
        "manage-page-title",
        page = t!(l, "import-title"),
        event = event
    );
    let inner = view! {
        <h2 class="import-title">{t!(l, "import-title")}</h2>
        {stages(l, stage)}
        {content}
    };
    let content = event_frame(visit, head, EventTab::Registrations, inner.into_any());
    visit.page(title, content)
}

/// Where in the import one is.
fn stages(l: Locale, here: Stage) -> impl IntoView + use<> {
    let all = [
        (Stage::File, t!(l, "import-stage-file")),
        (Stage::Columns, t!(l, "import-stage-columns")),
        (Stage::Check, t!(l, "import-stage-check")),
        (Stage::Done, t!(l, "import-stage-done")),
    ];
    let items = all.map(|(stage, text)| {
        let current = (stage == here).then_some("step");
        view! { <li aria-current=current>{text}</li> }
    });
    let items = items.into_iter().collect_view();
    view! {
        <nav aria-label=t!(l, "import-stages")>
            <ol class="stages">{items}</ol>
        </nav>
    }
}

/// The name of a field, as it stands above its column in our own lists.
fn field_name(l: Locale, key: &str) -> String {
    l.text(&format!("import-field-{key}"))
}

/// A button that deletes a file which nothing was done with.
fn discard(visit: &Visit, slug: &str, id: ImportId) -> impl IntoView + use<> {
    view! {
        <form method="post" action=path(visit, slug, id, "") class="discard">
            <button type="submit" class="quiet small" name="action" value="discard">
                {t!(visit.locale, "import-discard")}
            </button>
        </form>
    }
}

/// What failed, or the first step again where the file is no longer there: it was deleted, or is
/// too old. Somebody who may not import here learns nothing.
async fn failed(visit: &Visit, slug: &str, error: Error) -> Answer<Response> {
    if !matches!(error, Error::NotFound) {
        return Err(visit.failure(error));
    }
    let said = vec![("file".to_owned(), t!(visit.locale, "import-gone"))];
    let page = upload::page(visit, slug, said).await;
    // The event is not found either.
    let page = page.map_err(|_| visit.failure(Error::NotFound))?;
    Ok(page.status(StatusCode::NOT_FOUND).into_response())
}

fn to(address: &str) -> Response {
    Redirect::to(address).into_response()
}

/// A page that is answered with another status than 200.
fn refused(page: Page) -> Response {
    page.status(StatusCode::UNPROCESSABLE_ENTITY)
        .into_response()
}

/// A time in the zone of the event.
fn moment(l: Locale, head: &Head, at: maktab_domain::Timestamp) -> impl IntoView + use<> {
    let at = maktab_locale::LocalTime::or_utc(at.millis(), &head.time_zone);
    view! { <time datetime=at.iso_datetime()>{l.date_time(&at)}</time> }
}

use web::DOT;
