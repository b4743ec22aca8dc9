//! How much at once, and how long: what is too much is told so at once instead of waiting in line.

use super::problems::Wanted;
use crate::configuration::Limits;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use maktab_app::Problem;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

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
    arriving: Arc<Semaphore>,
    patience: Duration,
    body_bytes: usize,
}

/// A place, for as long as anybody works on the request: it goes with the request itself.
#[derive(Clone)]
struct Place {
    _permit: Arc<OwnedSemaphorePermit>,
}

impl Guard {
    pub fn new(limits: &Limits) -> Self {
        Self {
            places: Arc::new(Semaphore::new(limits.concurrent)),
            arriving: Arc::new(Semaphore::new(limits.concurrent * ARRIVING)),
            patience: Duration::from_secs(limits.request_seconds),
            body_bytes: limits.body_bytes,
        }
    }
}

/// So many times as many forms as there are places may be arriving at once: whoever sends slowly
/// takes no place, but memory.
const ARRIVING: usize = 8;

/// A form with a file has so many times as long to arrive: five megabytes take minutes on a slow
/// line.
const FILES: u32 = 10;

/// What a request brings with it.
enum Brings {
    Nothing,
    Form,
    File,
}

impl Brings {
    fn of(request: &Request) -> Self {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let begins = |with: &str| kind.is_some_and(|k| k.as_bytes().starts_with(with.as_bytes()));
        if begins("multipart/form-data") {
            Self::File
        } else if begins("application/x-www-form-urlencoded") {
            Self::Form
        } else {
            Self::Nothing
        }
    }
}

/// The layer. A form has to be there as a whole before it takes a place, so that those who send
/// slowly, or begin and do not end, keep nobody out. A request that takes too long is dropped; what
/// is carried out under a key goes on, and so does a batch that has begun.
pub(super) async fn admit(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    let (mut request, patience) = match Brings::of(&request) {
        Brings::Form => {
            let Ok(_arriving) = guard.arriving.try_acquire() else {
                tracing::warn!("too many forms were arriving at once: one was refused");
                return busy();
            };
            match timeout(guard.patience, arrived(request, guard.body_bytes)).await {
                Ok(Some(request)) => (request, guard.patience),
                Ok(None) => return refusal(StatusCode::PAYLOAD_TOO_LARGE),
                Err(_) => return refusal(StatusCode::REQUEST_TIMEOUT),
            }
        }
        Brings::File => (request, guard.patience * FILES),
        Brings::Nothing => (request, guard.patience),
    };
    let Ok(permit) = guard.places.try_acquire_owned() else {
        tracing::warn!("too many requests at once: one was refused");
        return busy();
    };
    let place = Place {
        _permit: Arc::new(permit),
    };
    request.extensions_mut().insert(place.clone());
    let answer = timeout(patience, next.run(request)).await;
    drop(place);
    answer.unwrap_or_else(|_| {
        tracing::error!("a request took too long and was dropped");
        busy()
    })
}

/// The request with its whole body; `None` where that is too long or does not arrive.
async fn arrived(request: Request, most: usize) -> Option<Request> {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, most).await.ok()?;
    Some(Request::from_parts(parts, Body::from(body)))
}

fn refusal(status: StatusCode) -> Response {
    Wanted::answer(Problem::Status(status))
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
