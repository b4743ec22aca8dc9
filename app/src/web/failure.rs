//! Failures as pages: what happened in safe words, and what to do next.

use super::{Page, Visit, encode};
use axum::http::{HeaderValue, StatusCode, header::RETRY_AFTER};
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use maktab_locale::t;
use maktab_services::Error;

/// After so many seconds it may do.
const BUSY_FOR: HeaderValue = HeaderValue::from_static("3");

/// A use case that did not happen, on its way to the visitor.
pub(crate) struct Failure(Box<(Visit, Error)>);

impl Failure {
    pub fn of(visit: Visit, error: Error) -> Self {
        Self(Box::new((visit, error)))
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let (visit, error) = *self.0;
        let l = visit.locale;
        let (status, title, text) = match &error {
            Error::SignInFirst => return to_sign_in(&visit),
            Error::NotFound => (
                StatusCode::NOT_FOUND,
                t!(l, "not-found-title"),
                t!(l, "not-found-text"),
            ),
            Error::Forbidden => (
                StatusCode::FORBIDDEN,
                t!(l, "forbidden-title"),
                t!(l, "forbidden-text"),
            ),
            // Answered again by [`super::once`], which replaces this.
            Error::Repeated => (
                StatusCode::CONFLICT,
                t!(l, "repeated-title"),
                t!(l, "repeated-text"),
            ),
            Error::NotNow(id) => (StatusCode::CONFLICT, t!(l, "not-now-title"), l.text(id)),
            Error::Refused(_) => (
                StatusCode::UNPROCESSABLE_ENTITY,
                t!(l, "problem-title"),
                t!(l, "problem-text"),
            ),
            Error::TooMany(_) => (
                StatusCode::TOO_MANY_REQUESTS,
                t!(l, "too-many-title"),
                t!(l, "too-many-text"),
            ),
            Error::Busy => (
                StatusCode::SERVICE_UNAVAILABLE,
                t!(l, "unavailable-title"),
                t!(l, "unavailable-text"),
            ),
            Error::Store(_) | Error::Failed(_) => {
                let cause: &dyn std::error::Error = &error;
                // The path may hold a secret; the server's log of the request says it without.
                tracing::error!(error = cause, "a request failed");
                (
                    StatusCode::INTERNAL_SERVER_ERROR,
                    t!(l, "failed-title"),
                    t!(l, "failed-text"),
                )
            }
        };
        let page = page(&visit, title, text).status(status);
        match error {
            Error::TooMany(seconds) => page.header(RETRY_AFTER, HeaderValue::from(seconds)),
            Error::Busy => page.header(RETRY_AFTER, BUSY_FOR),
            _ => page,
        }
        .into_response()
    }
}

fn page(visit: &Visit, title: String, text: String) -> Page {
    let content = view! {
        <div class="lead">
            <h1>{title.clone()}</h1>
            <p>{text}</p>
            <p>
                <a href=visit.link("/events")>{t!(visit.locale, "failure-to-events")}</a>
            </p>
        </div>
    };
    visit.page(title, content)
}

/// Leads to the sign-in page, and from there back to where the visitor wanted to go.
fn to_sign_in(visit: &Visit) -> Response {
    let next = encode(&visit.address());
    Redirect::to(&format!("{}?next={next}", visit.link("/sign-in"))).into_response()
}
