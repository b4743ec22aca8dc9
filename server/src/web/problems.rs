//! Gives every refusal a page that says what happened and what to do next.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maktab_app::{Problem, Web, problem_page};
use std::any::Any;

/// Carried by an answer that is to become the page about this problem.
#[derive(Clone, Copy)]
pub(super) struct Wanted(Problem);

impl Wanted {
    /// An answer without content that [`fill`] makes into the page.
    pub fn answer(problem: Problem) -> Response {
        let mut response = problem.status().into_response();
        response.extensions_mut().insert(Self(problem));
        response
    }
}

/// A panic in a handler, as an answer. It was logged where it happened.
pub(super) fn panicked(_: Box<dyn Any + Send>) -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// The layer: failures without content, or with the bare text of an extractor,
/// become pages. What a handler has written itself stays.
pub(super) async fn fill(State(web): State<Web>, request: Request, next: Next) -> Response {
    let uri = request.uri().clone();
    let headers = request.headers().clone();
    let response = next.run(request).await;
    let Some(problem) = problem(&response) else {
        return response;
    };
    let mut page = problem_page(&web, &uri, &headers, problem);
    for name in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = response.headers().get(&name) {
            page.headers_mut().insert(name, value.clone());
        }
    }
    page
}

fn problem(response: &Response<Body>) -> Option<Problem> {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return None;
    }
    if let Some(Wanted(problem)) = response.extensions().get() {
        return Some(*problem);
    }
    let kind = response.headers().get(header::CONTENT_TYPE);
    let bare = kind.is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    bare.then_some(Problem::Status(status))
}
