//! Answers that come before the request has arrived: what is left of it is read and thrown away.
//!
//! A browser reads no answer while it still sends, and a connection that is closed meanwhile
//! shows as broken: the page that says why a file is refused would never be seen. So whatever a
//! handler has left of a body goes on arriving, into nothing, within bounds.

use axum::body::{Body, BodyDataStream, Bytes, HttpBody};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use futures_util::stream::{self, StreamExt};
use std::time::Duration;
use tokio::sync::Semaphore;

/// The most bytes that are thrown away of one request.
const MOST: usize = 1024 * 1024 * 1024;
/// The longest time for it.
const PATIENCE: Duration = Duration::from_secs(120);
/// Requests whose rest is thrown away at the same time; of more, the connection is closed.
static PLACES: Semaphore = Semaphore::const_new(64);

/// A body that goes on arriving when nobody wants it any more.
struct Rest(Option<BodyDataStream>);

impl Drop for Rest {
    fn drop(&mut self) {
        let (Some(rest), Ok(place)) = (self.0.take(), PLACES.try_acquire()) else {
            return;
        };
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                let _place = place;
                let _in_time = tokio::time::timeout(PATIENCE, throw_away(rest)).await;
            });
        }
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

/// The layer.
pub(super) async fn over_unread(request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let rest = Rest(Some(body.into_data_stream()));
    let arriving = stream::unfold(rest, |mut rest| async move {
        let chunk: Option<Result<Bytes, axum::Error>> = rest.0.as_mut()?.next().await;
        if !matches!(chunk, Some(Ok(_))) {
            // It has come to its end, or the line is broken.
            rest.0 = None;
        }
        Some((chunk?, rest))
    });
    let request = Request::from_parts(parts, Body::from_stream(arriving));
    next.run(request).await
}
