//! The courses: a list by area, and a page for each.

mod course;
mod export;
mod list;

use crate::Web;
use crate::web::export_routes;
use axum::Router;
use axum::routing::get;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/{lang}/courses", get(list::show))
        .merge(export_routes("/{lang}/courses", export::download))
        .route("/{lang}/courses/{slug}", get(course::show))
        .merge(export_routes("/{lang}/courses/{slug}/runs", export::runs))
}
