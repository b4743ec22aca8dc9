//! The page of an event: what, when, where, for whom, the agenda, how to register.

mod agenda;
mod certificate;
mod export;
mod facts;
mod notes;
mod registering;

pub(super) use export::columns as agenda_columns;

use super::catalogue::{Marked, area_tags, calendar_file, kind_tag, language, lines, marked};
use crate::Web;
use crate::web::{Answer, Visit, export_routes, foreign};
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use leptos::prelude::*;
use maktab_domain::Texts;
use maktab_locale::{Locale, t};
use maktab_services::Error;
use maktab_services::catalogue::Event;
use maktab_services::reference::Reference;
use serde::Deserialize;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/{lang}/events/{slug}", get(show))
        .merge(export_routes(
            "/{lang}/events/{slug}/agenda",
            export::download,
        ))
        .route("/events/{file}", get(calendar))
}

#[derive(Deserialize)]
struct Named {
    slug: String,
}

async fn show(visit: Visit, Path(Named { slug }): Path<Named>) -> Answer {
    let services = visit.services();
    let event = services.event(visit.actor.as_ref(), &slug).await;
    let event = event.map_err(|error| visit.failure(error))?;
    let reference = services.reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    let l = visit.locale;
    let title = event.title.best(l.tag()).1.to_owned();
    let summary = event.summary.best(l.tag()).1.to_owned();
    let content = view! {
        <div class="two event">
            {heading(l, &event, &reference)}
            {facts::facts(&visit, &event)}
            {body(&visit, &event, &reference)}
        </div>
    };
    Ok(visit.page(title, content).description(summary))
}

fn heading(l: Locale, event: &Event, reference: &Reference) -> impl IntoView + use<> {
    let title = marked(l, &event.title);
    view! {
        <div class="lead">
            <p class="tags">
                {area_tags(l, reference, &event.areas)} {kind_tag(l, event.kind)}
                {foreign(l, &event.title)}
            </p>
            <h1>{title.inline()}</h1>
            {paragraphs(l, &event.summary)}
            {notes::notes(l, event)}
        </div>
    }
}

fn body(visit: &Visit, event: &Event, reference: &Reference) -> impl IntoView + use<> {
    let l = visit.locale;
    let about = event.course.as_ref().map(|course| {
        (
            section(l, t!(l, "event-audience"), &course.audience, paragraphs),
            section(l, t!(l, "event-objectives"), &course.objectives, list),
            section(
                l,
                t!(l, "event-prerequisites"),
                &course.prerequisites,
                paragraphs,
            ),
        )
    });
    view! {
        <div class="about">
            {about}
            {agenda::agenda(l, event)}
            {agenda::trainers(l, event, reference)}
            {certificate::terms(visit, &event.certificate)}
        </div>
    }
}

/// A heading with its content, which may be in another language; nothing where there is none.
pub(super) fn section(
    l: Locale,
    title: String,
    texts: &Texts,
    laid_out: fn(Locale, &Texts) -> Vec<AnyView>,
) -> impl IntoView + use<> {
    let content = laid_out(l, texts);
    (!content.is_empty()).then(|| view! { <h2>{title} " " {foreign(l, texts)}</h2> {content} })
}

/// A text as paragraphs, one for each line.
pub(super) fn paragraphs(l: Locale, texts: &Texts) -> Vec<AnyView> {
    let paragraph = |line: Marked| view! { <p>{line.inline()}</p> }.into_any();
    lines(l, texts).into_iter().map(paragraph).collect()
}

/// A text as a list, an item for each line.
pub(super) fn list(l: Locale, texts: &Texts) -> Vec<AnyView> {
    let lines = lines(l, texts);
    if lines.is_empty() {
        return Vec::new();
    }
    let items = lines
        .into_iter()
        .map(|line| view! { <li>{line.inline()}</li> });
    let items = items.collect_view();
    vec![view! { <ul>{items}</ul> }.into_any()]
}

#[derive(Deserialize)]
struct File {
    file: String,
}

/// The event as a calendar, in the language that the query names: `/events/SLUG.ics?lang=fa`.
async fn calendar(visit: Visit, Path(File { file }): Path<File>) -> Answer<Response> {
    let Some(slug) = file.strip_suffix(".ics") else {
        return Err(visit.failure(Error::NotFound));
    };
    let locale = language(&visit.query).unwrap_or(visit.locale);
    let actor = visit.actor.as_ref();
    let calendar = visit.services().event_calendar(actor, locale, slug).await;
    let calendar = calendar.map_err(|error| visit.failure(error))?;
    Ok(calendar_file(slug, locale, calendar))
}
