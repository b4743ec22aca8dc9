//! Answers that come before the request has arrived: what is left of it is read and thrown away.
//!
//! A browser reads no answer while it still sends, and a connection that is closed meanwhile
//! shows as broken: the page that says why a file is refused would never be seen. So what a
//! handler has left of a form with a file goes on arriving, into nothing, within bounds. Only
//! where a handler has answered: what is refused for being too much, for taking too long or for
//! coming from another site ends with its connection.

use axum::body::{Body, BodyDataStream, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::{Method, header};
use axum::middleware::Next;
use axum::response::Response;
use futures_util::stream::{self, StreamExt};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::Semaphore;

/// The most bytes that are thrown away of one request: somewhat more than what people try to
/// upload by mistake.
const MOST: usize = 256 * 1024 * 1024;
/// The longest time for it.
const PATIENCE: Duration = Duration::from_secs(120);
/// Requests whose rest is thrown away at the same time; of more, the connection is closed.
static PLACES: Semaphore = Semaphore::const_new(16);

/// Where a body is put that nobody wants any more and that is not at its end.
type Left = Arc<Mutex<Option<BodyDataStream>>>;

/// A body on its way to a handler.
struct Arriving {
    body: Option<BodyDataStream>,
    left: Left,
}

impl Drop for Arriving {
    fn drop(&mut self) {
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        *left = self.body.take();
    }
}

async fn throw_away(mut rest: BodyDataStream) {
    let mut left = MOST;
    while let Some(Ok(chunk)) = rest.next().await {
        match left.checked_sub(chunk.len()) {
            Some(fewer) => left = fewer,
            None => break,
        }
    }
}

/// Whether a request brings a form with a file, of a size that is worth waiting for.
fn is_worth_it(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let is_file = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
    let size = request.body().size_hint().lower();
    is_file && *request.method() == Method::POST && usize::try_from(size).is_ok_and(|n| n <= MOST)
}

/// The layer. It belongs within all that may refuse a request unseen.
pub(super) async fn over_unread(request: Request, next: Next) -> Response {
    if !is_worth_it(&request) {
        return next.run(request).await;
    }
    let left = Left::default();
    let (parts, body) = request.into_parts();
    let arriving = Arriving {
        body: Some(body.into_data_stream()),
        left: Arc::clone(&left),
    };
    let arriving = stream::unfold(arriving, |mut arriving| async move {
        let chunk: Option<Result<Bytes, axum::Error>> = arriving.body.as_mut()?.next().await;
        if !matches!(chunk, Some(Ok(_))) {
            // It has come to its end, or the line is broken.
            arriving.body = None;
        }
        Some((chunk?, arriving))
    });
    let request = Request::from_parts(parts, Body::from_stream(arriving));
    // Where this future is dropped, as by the guard, what is left goes with it.
    let answer = next.run(request).await;
    let rest = left.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let (Some(rest), Ok(place)) = (rest, PLACES.try_acquire()) {
        tokio::spawn(async move {
            let _place = place;
            let _in_time = tokio::time::timeout(PATIENCE, throw_away(rest)).await;
        });
    }
    answer
}
