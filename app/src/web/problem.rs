//! Pages for what never reached a handler: a form that is too large, a method that
//! does not exist, a server that is too busy. The server around the pages asks for them.

use super::visit::{LANGUAGE_COOKIE, Visit, Web};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use leptos::prelude::*;
use maktab_locale::{Locale, t};

/// What is to be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// What this status means.
    Status(StatusCode),
    /// A form that another site sent.
    CrossSite,
}

impl Problem {
    /// The status of the answer.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::Status(status) => status,
            Self::CrossSite => StatusCode::FORBIDDEN,
        }
    }

    /// Title and text; a status without words of its own borrows those of its class.
    fn words(self, l: Locale) -> (String, String) {
        let Self::Status(status) = self else {
            return (t!(l, "cross-site-title"), t!(l, "cross-site-text"));
        };
        match status {
            StatusCode::FORBIDDEN => (t!(l, "forbidden-title"), t!(l, "forbidden-text")),
            StatusCode::NOT_FOUND => (t!(l, "not-found-title"), t!(l, "not-found-text")),
            StatusCode::METHOD_NOT_ALLOWED => (t!(l, "method-title"), t!(l, "method-text")),
            StatusCode::REQUEST_TIMEOUT => (t!(l, "slow-title"), t!(l, "slow-text")),
            StatusCode::PAYLOAD_TOO_LARGE => (t!(l, "too-large-title"), t!(l, "too-large-text")),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => {
                (t!(l, "form-type-title"), t!(l, "form-type-text"))
            }
            StatusCode::TOO_MANY_REQUESTS => (t!(l, "too-many-title"), t!(l, "too-many-text")),
            StatusCode::SERVICE_UNAVAILABLE => {
                (t!(l, "unavailable-title"), t!(l, "unavailable-text"))
            }
            other if other.is_server_error() => (t!(l, "failed-title"), t!(l, "failed-text")),
            _ => (t!(l, "unreadable-title"), t!(l, "unreadable-text")),
        }
    }
}

/// The page about a problem with the request at `uri`, for nobody in particular:
/// it asks the database nothing, so that it can also tell that the database is away.
pub fn problem_page(web: &Web, uri: &Uri, headers: &HeaderMap, problem: Problem) -> Response {
    let l = language(uri, headers);
    let visit = Visit {
        web: web.clone(),
        locale: l,
        actor: None,
        path: uri.path().to_owned(),
        query: String::new(),
    };
    let (title, text) = problem.words(l);
    let content = view! {
        <div class="lead">
            <h1>{title.clone()}</h1>
            <p>{text}</p>
            <p>
                <a href=visit.link("/events")>{t!(l, "failure-to-events")}</a>
            </p>
        </div>
    };
    let page = visit.page(title, content).private();
    page.status(problem.status()).into_response()
}

/// The language in the path, else of the cookie, else what the browser asks for.
fn language(uri: &Uri, headers: &HeaderMap) -> Locale {
    let in_path = uri.path().split('/').nth(1).and_then(Locale::from_tag);
    let chosen = || {
        let jar = CookieJar::from_headers(headers);
        let cookie = jar.get(LANGUAGE_COOKIE)?;
        Locale::from_tag(cookie.value())
    };
    let wanted = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    in_path
        .or_else(chosen)
        .unwrap_or_else(|| Locale::negotiate(wanted.unwrap_or_default()))
}
