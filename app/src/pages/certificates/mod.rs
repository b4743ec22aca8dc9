//! Certificates for those who issue and those who hold them: who is eligible, issuing,
//! progress, revoking, the files.

mod candidates;
mod export;
mod files;
mod issue;
mod issued;
mod overview;
mod reasons;
mod revoke;
mod run;
mod single;

use crate::Web;
use crate::pages::manage::{EventTab, event_trail};
use crate::web::{Visit, export_routes};
use axum::Router;
use axum::routing::get;
use leptos::prelude::*;
use maktab_domain::Texts;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    const EVENT: &str = "/{lang}/manage/events/{slug}/certificates";
    let of_event = |path: &str| format!("{EVENT}{path}");
    Router::new()
        .route(EVENT, get(overview::show))
        .merge(export_routes(EVENT, export::certificates))
        .merge(export_routes(
            &of_event("/participants"),
            export::participants,
        ))
        .route(&of_event("/issue"), get(issue::show).post(issue::start))
        .route(
            &of_event("/issue/{registration}"),
            get(single::show).post(single::issue),
        )
        .route(&of_event("/runs/{run}"), get(run::show))
        .route(
            "/{lang}/manage/certificates/{number}/revoke",
            get(revoke::show).post(revoke::revoke),
        )
        .route("/certificates/{file}", get(files::download))
}

/// The address of a page about the certificates of an event.
fn address(visit: &Visit, slug: &str, path: &str) -> String {
    visit.link(&format!("/manage/events/{slug}/certificates{path}"))
}

/// The way back: to the event, and to its certificates.
fn trail(visit: &Visit, slug: &str, titles: Texts) -> impl IntoView + use<> {
    event_trail(visit, slug, titles, EventTab::Certificates)
}
