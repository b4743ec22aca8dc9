//! One line in the log for each request, and a number to find it by.

use crate::telemetry::path_for_log;
use axum::body::Body;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::Response;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tower_http::classify::{ServerErrorsAsFailures, SharedClassifier};
use tower_http::trace::TraceLayer;
use tracing::Span;

const NUMBER: &str = "x-request-id";
static REQUESTS: AtomicU64 = AtomicU64::new(1);

/// Gives the request a number, in the log and in the answer. One that the browser
/// brings along is not believed: it would get into the log.
pub(super) async fn number(mut request: Request, next: Next) -> Response {
    let number = HeaderValue::from(REQUESTS.fetch_add(1, Ordering::Relaxed));
    request.headers_mut().insert(NUMBER, number.clone());
    let mut response = next.run(request).await;
    response.headers_mut().insert(NUMBER, number);
    response
}

type Layer = TraceLayer<
    SharedClassifier<ServerErrorsAsFailures>,
    fn(&Request) -> Span,
    (),
    fn(&Response<Body>, Duration, &Span),
    (),
    (),
    (),
>;

/// The layer that writes the line: method, path without secrets, status, time taken.
pub(super) fn layer() -> Layer {
    TraceLayer::new_for_http()
        .make_span_with(span as fn(&Request) -> Span)
        .on_request(())
        .on_response(finished as fn(&Response<Body>, Duration, &Span))
        .on_body_chunk(())
        .on_eos(())
        .on_failure(())
}

fn span(request: &Request) -> Span {
    let number = request.headers().get(NUMBER).and_then(|n| n.to_str().ok());
    tracing::info_span!(
        "request",
        id = number,
        method = %request.method(),
        path = %path_for_log(request.uri().path()),
    )
}

fn finished(response: &Response<Body>, taken: Duration, _: &Span) {
    let status = response.status().as_u16();
    let millis = u64::try_from(taken.as_millis()).unwrap_or(u64::MAX);
    tracing::info!(status, millis, "answered");
}
