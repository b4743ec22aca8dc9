//! How much at once, and how long: what is too much is told so at once instead of waiting in line.

use super::problems::Wanted;
use crate::configuration::Limits;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use maktab_app::Problem;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::Semaphore;

/// After so many seconds a refused browser may try again; one after the other is told another
/// number, so that they do not all come back at once.
const RETRY_AFTER: [HeaderValue; 4] = [
    HeaderValue::from_static("2"),
    HeaderValue::from_static("5"),
    HeaderValue::from_static("3"),
    HeaderValue::from_static("4"),
];
static REFUSED: AtomicUsize = AtomicUsize::new(0);

/// The limits, shared by all requests.
#[derive(Clone)]
pub(super) struct Guard {
    places: Arc<Semaphore>,
    patience: Duration,
}

impl Guard {
    pub fn new(limits: &Limits) -> Self {
        Self {
            places: Arc::new(Semaphore::new(limits.concurrent)),
            patience: Duration::from_secs(limits.request_seconds),
        }
    }
}

/// A form with a file has so many times as long to arrive: five megabytes take minutes on a slow
/// line.
const FILES: u32 = 10;

/// How long a request may take.
fn patience(guard: &Guard, request: &Request) -> Duration {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let is_file = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
    match is_file {
        true => guard.patience * FILES,
        false => guard.patience,
    }
}

/// The layer. A request that takes too long is dropped, and with it its transaction; a registration
/// that waits for its batch goes on.
pub(super) async fn admit(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    let Ok(_place) = guard.places.try_acquire() else {
        tracing::warn!("too many requests at once: one was refused");
        return busy();
    };
    let patience = patience(&guard, &request);
    let answer = tokio::time::timeout(patience, next.run(request)).await;
    answer.unwrap_or_else(|_| {
        tracing::error!("a request took too long and was dropped");
        busy()
    })
}

fn busy() -> Response {
    let turn = REFUSED.fetch_add(1, Ordering::Relaxed) % RETRY_AFTER.len();
    let retry_after = RETRY_AFTER[turn].clone();
    let mut response = Wanted::answer(Problem::Status(StatusCode::SERVICE_UNAVAILABLE));
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, retry_after);
    response
}
