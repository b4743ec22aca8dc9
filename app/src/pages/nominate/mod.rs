//! For focal points: the events that governments nominate for, and the nominations of a country.

mod event;
mod export;
mod form;
mod list;
mod withdraw;

use crate::Web;
use crate::web::{Answer, Visit, export_routes};
use axum::Router;
use axum::routing::get;
use maktab_domain::RegistrationId;
use maktab_services::Error;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/{lang}/nominate", get(list::show))
        .merge(export_routes("/{lang}/nominate", export::events))
        .merge(export_routes(
            "/{lang}/nominate/{slug}/nominations",
            export::nominations,
        ))
        .route(
            "/{lang}/nominate/{slug}",
            get(event::show).post(event::submit),
        )
        .route(
            "/{lang}/nominate/{slug}/{nomination}/withdraw",
            get(withdraw::show).post(withdraw::submit),
        )
}

/// The page of a country's nominations; the country is named in every address of it, so that a
/// link means the same to everybody who may follow it.
fn event_path(visit: &Visit, slug: &str, country: &str) -> String {
    visit.link(&format!("/nominate/{slug}?country={country}"))
}

fn nomination_id(visit: &Visit, text: &str) -> Answer<RegistrationId> {
    text.parse().map_err(|_| visit.failure(Error::NotFound))
}
