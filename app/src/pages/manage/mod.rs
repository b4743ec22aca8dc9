//! For coordinators: events, their details, agenda, registrations and steps.

mod agenda;
mod agenda_list;
mod details;
mod event_form;
mod events;
mod frame;
mod import;
mod invitations;
mod lists;
mod new;
mod organisation;
mod overview;
mod registration;
mod registrations;
mod seats;
mod session;
mod steps;

pub(super) use events::choice;
pub(super) use frame::{EventTab, event_frame, event_trail};
pub(super) use registrations::state_badge;

use crate::Web;
use crate::web::export_routes;
use axum::Router;
use axum::routing::get;
use maktab_locale::t;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    let event = "/{lang}/manage/events/{slug}";
    let at = |rest: &str| format!("{event}{rest}");
    Router::new()
        .route("/{lang}/manage", get(events::show))
        .merge(export_routes("/{lang}/manage/events", events::download))
        .route(
            "/{lang}/manage/events/new",
            get(new::show).post(new::create),
        )
        .route(event, get(overview::show))
        .route(&at("/edit"), get(details::show).post(details::save))
        .route(&at("/agenda"), get(agenda::show).post(agenda::add))
        .route(
            &at("/agenda/{session}"),
            get(session::show).post(session::save),
        )
        .route(
            &at("/agenda/{session}/remove"),
            get(session::ask_to_remove).post(session::remove),
        )
        .route(
            &at("/registrations"),
            get(registrations::show).post(registrations::decide),
        )
        .merge(import::routes(event))
        .merge(export_routes(&at("/agenda"), lists::agenda))
        .merge(export_routes(&at("/invitations"), lists::invitations))
        .merge(export_routes(&at("/seats"), lists::seats))
        .route(&at("/seats"), get(seats::show).post(seats::submit))
        .merge(export_routes(
            &at("/registrations"),
            registrations::download,
        ))
        .route(
            &at("/registrations/{registration}"),
            get(registration::show).post(registration::decide),
        )
        .route(
            &at("/invitations"),
            get(invitations::show).post(invitations::act),
        )
        .route(
            &at("/publish"),
            get(steps::ask_to_publish).post(steps::publish),
        )
        .route(
            &at("/complete"),
            get(steps::ask_to_complete).post(steps::complete),
        )
        .route(
            &at("/reopen"),
            get(steps::ask_to_reopen).post(steps::reopen),
        )
        .route(
            &at("/cancel"),
            get(steps::ask_to_cancel).post(steps::cancel),
        )
}

/// What the list of events is called: an administrator sees them all.
fn list_title(visit: &crate::web::Visit) -> String {
    let all = visit.actor.as_ref().is_some_and(|a| a.is_administrator());
    if all {
        t!(visit.locale, "manage-title-all")
    } else {
        t!(visit.locale, "manage-title")
    }
}

/// The path of a page about an event, in the visit's language.
fn event_path(visit: &crate::web::Visit, slug: &str, rest: &str) -> String {
    visit.link(&format!("/manage/events/{slug}{rest}"))
}
