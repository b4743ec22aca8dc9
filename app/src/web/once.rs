//! Each form is carried out once. Every form that posts gets a key of its own with its page
//! ([`with_keys`]); the layer [`once`] gives the same answer to one that comes again, and asks
//! back where another one comes under the same key.
//!
//! A program may send a key in the header `Idempotency-Key` (the draft of that name of the
//! HTTPAPI working group of the IETF). A request without a key is carried out as it comes.

use super::visit::{Visit, Web, sign_in_cookie};
use super::{Answer, Page, Posted};
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use leptos::prelude::*;
use maktab_locale::t;
use maktab_services::requests::{Before, Carried, KeptAnswer, KeyedRequest};
use tracing::Instrument;

/// The hidden field that holds the key.
pub(crate) const FIELD: &str = "request-key";
const HEADER: &str = "idempotency-key";
/// How long a key can be: too short to be random is none, too long is nobody's.
const LENGTHS: std::ops::RangeInclusive<usize> = 16..=255;

/// The layer.
pub(super) async fn once(State(web): State<Web>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    if !is_form(&parts) {
        // Files are told apart by their content, by the page that takes them.
        return next.run(Request::from_parts(parts, body)).await;
    }
    let request = Request::from_parts(parts.clone(), body);
    let Ok(body) = Bytes::from_request(request, &()).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let posted = Posted::parse(&body);
    let request = Request::from_parts(parts.clone(), Body::from(body.clone()));
    let Some(keyed) = keyed(&web, &parts, &posted) else {
        return next.run(request).await;
    };
    // What was reserved for the request stays so until the work is done.
    let (own, reserved) = (next.clone(), parts.extensions.clone());
    let work = async move {
        let answer = own.run(request).await;
        drop(reserved);
        answer
    };
    let known = web.clone();
    let answer = move |response: &Response| kept(&known, response);
    let carried = web.services.once(&keyed, work.in_current_span(), answer);
    match carried.await {
        Ok(Carried::Now(answer)) => answer,
        Ok(Carried::Before(Before::Answered(KeptAnswer::Itself))) => {
            next.run(Request::from_parts(parts, Body::from(body))).await
        }
        Ok(Carried::Before(before)) => answer_again(visit(&web, parts).await, &posted, before),
        Err(error) => match visit(&web, parts).await {
            Ok(visit) => visit.failure(error).into_response(),
            Err(failure) => failure.into_response(),
        },
    }
}

/// Who asks for what, where the page itself does not answer.
async fn visit(web: &Web, mut parts: Parts) -> Answer<Visit> {
    Visit::from_request_parts(&mut parts, web).await
}

fn is_form(parts: &Parts) -> bool {
    let kind = parts.headers.get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| {
        kind.as_bytes()
            .starts_with(b"application/x-www-form-urlencoded")
    })
}

/// The request with its key, where it has one.
fn keyed(web: &Web, parts: &Parts, posted: &Posted) -> Option<KeyedRequest> {
    let header = parts.headers.get(HEADER).and_then(|key| key.to_str().ok());
    let key = header.map_or(posted.get(FIELD), |key| key.trim_matches('"'));
    if !LENGTHS.contains(&key.len()) {
        return None;
    }
    // The same form of somebody who has signed in or out since is another one.
    let jar = CookieJar::from_headers(&parts.headers);
    let who = jar.get(sign_in_cookie(&web.services));
    let who = who.map(|cookie| cookie.value().to_owned());
    let target = parts.uri.path_and_query();
    let target = target.map(ToString::to_string);
    let fields = posted.iter().filter(|(name, _)| *name != FIELD);
    let content = [who.unwrap_or_default(), target.unwrap_or_default()];
    let content = content.iter().map(String::as_bytes);
    let fields = fields.flat_map(|(name, value)| [name.as_bytes(), value.as_bytes()]);
    Some(web.services.keyed_request(key, content.chain(fields)))
}

/// What can be given again of an answer: where it leads, and harmless cookies.
fn kept(web: &Web, response: &Response) -> KeptAnswer {
    let cookies = response.headers().get_all(header::SET_COOKIE);
    let cookies: Option<Vec<String>> = cookies
        .iter()
        .map(|cookie| cookie.to_str().ok().map(str::to_owned))
        .collect();
    let signs_in = format!("{}=", sign_in_cookie(&web.services));
    let location = response.headers().get(header::LOCATION);
    let location = location.and_then(|to| to.to_str().ok());
    match (location, cookies) {
        (Some(location), Some(cookies))
            if response.status() == StatusCode::SEE_OTHER
                && !cookies.iter().any(|cookie| cookie.starts_with(&signs_in)) =>
        {
            KeptAnswer::Redirect {
                location: location.to_owned(),
                cookies,
            }
        }
        _ => KeptAnswer::Itself,
    }
}

fn answer_again(visit: Answer<Visit>, posted: &Posted, before: Before) -> Response {
    if let Before::Answered(KeptAnswer::Redirect { location, cookies }) = before {
        let mut response = Redirect::to(&location).into_response();
        let cookies = cookies.iter().filter_map(|c| HeaderValue::from_str(c).ok());
        for cookie in cookies {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        return response;
    }
    match visit {
        Ok(visit) if before == Before::Other => another(&visit, posted).into_response(),
        Ok(visit) => carried_out(&visit).into_response(),
        Err(failure) => failure.into_response(),
    }
}

/// The form was sent before, with other entries: it can be sent once more as a new one.
fn another(visit: &Visit, posted: &Posted) -> Page {
    let l = visit.locale;
    let secret = posted.iter().any(|(name, _)| name.contains("password"));
    let again = (!secret).then(|| {
        let fields = posted.iter().filter(|(name, _)| *name != FIELD);
        let fields = fields.map(|(name, value)| {
            view! { <input type="hidden" name=name.to_owned() value=value.to_owned() /> }
        });
        let fields = fields.collect_view();
        view! {
            <form method="post" action=visit.address() id="again">
                {fields} <button type="submit">{t!(l, "repeated-send")}</button>
            </form>
        }
    });
    let content = view! {
        <div class="lead">
            <h1>{t!(l, "repeated-title")}</h1>
            <p>{t!(l, "repeated-text")}</p>
        </div>
        <div class="actions">
            {again} <a class="btn quiet" href=visit.path.clone()>{t!(l, "repeated-back")}</a>
        </div>
    };
    let page = visit.page(t!(l, "repeated-title"), content).private();
    page.status(StatusCode::CONFLICT)
}

/// The request was carried out; what was answered is lost.
fn carried_out(visit: &Visit) -> Page {
    let l = visit.locale;
    let content = view! {
        <div class="lead">
            <h1>{t!(l, "received-title")}</h1>
            <p>{t!(l, "received-text")}</p>
            <p>
                <a href=visit.path.clone()>{t!(l, "repeated-back")}</a>
            </p>
        </div>
    };
    visit.page(t!(l, "received-title"), content).private()
}

/// Puts a key into every form of a page that posts.
pub(super) fn with_keys(html: &str, new_key: impl Fn() -> String) -> String {
    let mut keyed = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<form ") {
        let end = end_of_tag(&rest[start..]);
        let (before, after) = rest.split_at(start + end);
        keyed += before;
        let tag = &before[start..];
        // What a file is sent with is not read for a key.
        if tag.contains("method=\"post\"") && !tag.contains("multipart/form-data") {
            let key = new_key();
            keyed += &format!("<input type=\"hidden\" name=\"{FIELD}\" value=\"{key}\">");
        }
        rest = after;
    }
    keyed + rest
}

/// Where the tag ends at which `html` begins. A quoted value may hold its last character.
fn end_of_tag(html: &str) -> usize {
    let mut quoted = false;
    let end = html.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    end.map_or(html.len(), |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::with_keys;
    use std::cell::Cell;

    #[test]
    fn each_form_that_posts_has_a_key_of_its_own() {
        let count = Cell::new(0);
        let key = || {
            count.set(count.get() + 1);
            format!("k{}", count.get())
        };
        let html = "<form method=\"get\" action=\"/a\"><b>1</b></form>\
            <form title=\"a > b\" method=\"post\"><i>2</i></form>\
            <form action=\"/c\" method=\"post\">3</form>\
            <form method=\"post\" enctype=\"multipart/form-data\">4</form>";
        let keyed = "<form method=\"get\" action=\"/a\"><b>1</b></form>\
            <form title=\"a > b\" method=\"post\">\
            <input type=\"hidden\" name=\"request-key\" value=\"k1\"><i>2</i></form>\
            <form action=\"/c\" method=\"post\">\
            <input type=\"hidden\" name=\"request-key\" value=\"k2\">3</form>\
            <form method=\"post\" enctype=\"multipart/form-data\">4</form>";
        assert_eq!(with_keys(html, key), keyed);
    }
}
