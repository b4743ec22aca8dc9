//! For trainers: their events, the roster, attendance.

mod badges;
mod events;
mod export;
mod parts;
mod roster;
mod sheet;

pub(super) use parts::{PersonName, event_line, person_text, query};

use crate::Web;
use crate::web::export_routes;
use axum::Router;
use axum::routing::get;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/{lang}/teach", get(events::show))
        .merge(export_routes("/{lang}/teach", export::sessions))
        .route("/{lang}/teach/{slug}", get(roster::show))
        .merge(export_routes(
            "/{lang}/teach/{slug}/roster",
            roster::download,
        ))
        .route(
            "/{lang}/teach/{slug}/sessions/{session}",
            get(sheet::show).post(sheet::save),
        )
        .merge(export_routes(
            "/{lang}/teach/{slug}/sessions/{session}/attendance",
            export::attendance,
        ))
}
