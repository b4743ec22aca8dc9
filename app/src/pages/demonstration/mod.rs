//! What exists only in a demonstration: its mail and its clock. These pages are
//! tools for those who try the program, in English only.

mod clock;
mod mail;

use crate::Web;
use crate::web::{Page, Visit};
use axum::Router;
use axum::routing::get;
use leptos::prelude::*;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/dev/mail", get(mail::list))
        .route("/dev/mail/{id}", get(mail::show))
        .route("/dev/mail/{id}/calendar.ics", get(mail::calendar))
        .route("/dev/clock", get(clock::show).post(clock::submit))
}

/// A page in English, whatever the language of the frame is.
fn page(visit: &Visit, title: &str, content: AnyView) -> Page {
    let content = view! { <div lang="en" dir="ltr">{content}</div> };
    visit.page(title, content).private()
}
