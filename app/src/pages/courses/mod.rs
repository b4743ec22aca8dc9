//! The courses: a list by area, and a page for each.

mod course;
mod list;

use crate::Web;
use axum::Router;
use axum::routing::get;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/{lang}/courses", get(list::show))
        .route("/{lang}/courses/{slug}", get(course::show))
}
