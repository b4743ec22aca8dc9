//! A mark on anonymous pages, so that a browser that has the same page already
//! is told so instead of getting it again.

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What the pages say of themselves when nobody is signed in and nothing in them is personal.
const CACHEABLE: &str = "private, no-cache";

/// The layer: below the compression, so that the mark is of the page itself.
pub(super) async fn answer(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let response = next.run(request).await;
    if !says(&response, &header::CONTENT_TYPE, "text/html") {
        return response;
    }
    let whole = reads
        && response.status() == StatusCode::OK
        && says(&response, &header::CACHE_CONTROL, CACHEABLE);
    let mut response = if whole {
        marked(response, known.as_ref()).await
    } else {
        response
    };
    // An anonymous page may depend on the chosen language and on whether somebody is signed in.
    response.headers_mut().append(
        header::VARY,
        HeaderValue::from_static("cookie, accept-language"),
    );
    response
}

fn says(response: &Response, name: &HeaderName, beginning: &str) -> bool {
    let value = response.headers().get(name);
    value.is_some_and(|value| value.as_bytes().starts_with(beginning.as_bytes()))
}

async fn marked(response: Response, known: Option<&HeaderValue>) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(body) = body
        .collect()
        .await
        .map(http_body_util::Collected::to_bytes)
    else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    // As of HEAD: there is nothing to make a mark from.
    if body.is_empty() {
        return Response::from_parts(parts, Body::empty());
    }
    let mark = mark(&body);
    let same = known.is_some_and(|known| names(known, &mark));
    let Ok(value) = HeaderValue::from_str(&mark) else {
        return Response::from_parts(parts, Body::from(body));
    };
    parts.headers.insert(header::ETAG, value);
    if !same {
        return Response::from_parts(parts, Body::from(body));
    }
    parts.status = StatusCode::NOT_MODIFIED;
    without_content(&mut parts.headers);
    Response::from_parts(parts, Body::empty())
}

/// A weak mark: the compressed forms of a page are the same page.
fn mark(body: &Bytes) -> String {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    format!("W/\"{:016x}\"", hasher.finish())
}

/// Whether `If-None-Match` names the mark, weak or strong, alone or in a list.
fn names(known: &HeaderValue, mark: &str) -> bool {
    let bare = mark.trim_start_matches("W/");
    let known = known.to_str().unwrap_or_default();
    known
        .split(',')
        .map(str::trim)
        .any(|one| one == "*" || one.trim_start_matches("W/") == bare)
}

fn without_content(headers: &mut HeaderMap) {
    for name in [
        header::CONTENT_TYPE,
        header::CONTENT_LENGTH,
        header::CONTENT_LANGUAGE,
    ] {
        headers.remove(name);
    }
}
