//! The pages, by topic: each with the handler of its form.

mod admin;
mod brief;
mod browser;
mod catalogue;
mod certificates;
mod courses;
mod demonstration;
mod event;
mod home;
mod invitation;
mod manage;
mod my;
mod nominate;
mod offer;
mod outcome;
mod register;
mod sign_in;
mod teach;
mod verify;
mod well_known;
mod written_to;

use crate::Web;
use axum::Router;

/// The addresses of all pages.
pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .merge(admin::routes())
        .merge(catalogue::routes())
        .merge(certificates::routes())
        .merge(courses::routes())
        .merge(event::routes())
        .merge(home::routes())
        .merge(invitation::routes())
        .merge(manage::routes())
        .merge(my::routes())
        .merge(nominate::routes())
        .merge(offer::routes())
        .merge(register::routes())
        .merge(sign_in::routes())
        .merge(teach::routes())
        .merge(verify::routes())
        .merge(well_known::routes())
}

/// What exists only in a demonstration.
pub(crate) fn demonstration_routes() -> Router<Web> {
    demonstration::routes()
}
