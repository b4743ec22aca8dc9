//! The page of an event: what, when, where, for whom, the agenda, how to register.

mod agenda;
mod certificate;
mod facts;
mod notes;
mod registering;

use super::catalogue::{Marked, area_tags, calendar_file, kind_tag, language, lines, marked};
use crate::Web;
use crate::web::{Answer, Visit};
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
            {body(&visit, &event)}
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
            </p>
            <h1 lang=title.lang dir=title.dir>{title.text}</h1>
            {paragraphs(l, &event.summary)}
            {notes::notes(l, event)}
        </div>
    }
}

fn body(visit: &Visit, event: &Event) -> impl IntoView + use<> {
    let l = visit.locale;
    let about = event.course.as_ref().map(|course| {
        (
            section(t!(l, "event-audience"), paragraphs(l, &course.audience)),
            section(t!(l, "event-objectives"), list(l, &course.objectives)),
            section(
                t!(l, "event-prerequisites"),
                paragraphs(l, &course.prerequisites),
            ),
        )
    });
    view! {
        <div class="about">
            {about}
            {agenda::agenda(l, event)}
            {agenda::trainers(l, event)}
            {certificate::terms(visit, &event.certificate)}
        </div>
    }
}

/// A heading with its content; nothing where there is no content.
pub(super) fn section(title: String, content: Vec<AnyView>) -> impl IntoView + use<> {
    (!content.is_empty()).then(|| view! { <h2>{title}</h2> {content} })
}

/// A text as paragraphs, one for each line.
pub(super) fn paragraphs(l: Locale, texts: &Texts) -> Vec<AnyView> {
    let paragraph = |Marked { text, lang, dir }| view! { <p lang=lang dir=dir>{text}</p> };
    let lines = lines(l, texts).into_iter();
    lines.map(|line| paragraph(line).into_any()).collect()
}

/// A text as a list, an item for each line.
pub(super) fn list(l: Locale, texts: &Texts) -> Vec<AnyView> {
    let lines = lines(l, texts);
    let Some(first) = lines.first() else {
        return Vec::new();
    };
    let (lang, dir) = (first.lang.clone(), first.dir);
    let items = lines.into_iter().map(|line| view! { <li>{line.text}</li> });
    let items = items.collect_view();
    vec![view! { <ul lang=lang dir=dir>{items}</ul> }.into_any()]
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
