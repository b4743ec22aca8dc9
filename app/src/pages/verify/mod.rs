//! Verifying a certificate, by anybody: the form, the answer, and the short address that is
//! printed on certificates.

mod form;
mod icons;
mod verdict;

use crate::Web;
use crate::pages::teach::query;
use crate::web::{Answer, Page, Visit};
use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use form::Problem;
use maktab_services::verification::Verification;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/v/{number}", get(short))
        .route("/{lang}/verify", get(ask))
        .route("/{lang}/verify/{number}", get(answer))
}

/// From the address on the paper to the page in the visitor's language. Browsers carry the
/// fragment along.
async fn short(visit: Visit, Path(number): Path<String>) -> Redirect {
    Redirect::to(&page_of(&visit, &number))
}

fn page_of(visit: &Visit, number: &str) -> String {
    visit.link(&format!("/verify/{}", path_segment(number)))
}

/// Text made safe for one segment of a path (RFC 3986, unreserved characters).
fn path_segment(text: &str) -> String {
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    let mut segment = String::new();
    for byte in text.bytes() {
        if safe(byte) {
            segment.push(char::from(byte));
        } else {
            segment.push_str(&format!("%{byte:02X}"));
        }
    }
    segment
}

/// The form; what was typed into it leads to the certificate, or back to the form.
async fn ask(visit: Visit) -> Answer<Response> {
    let query = query(&visit);
    if query.all("number").next().is_none() {
        return Ok(form::page(&visit, "", None).into_response());
    }
    let typed = query.get("number");
    if typed.trim().is_empty() {
        return Ok(refused(&visit, typed, Problem::Missing));
    }
    let found = visit.services().verify_certificate(typed).await;
    match found.map_err(|error| visit.failure(error))? {
        Verification::NoNumber => Ok(refused(&visit, typed, Problem::NoNumber)),
        Verification::Mistyped => Ok(refused(&visit, typed, Problem::Mistyped)),
        Verification::Unknown { number } => Ok(to(&visit, &number)),
        Verification::Found(verdict) => Ok(to(&visit, &verdict.number)),
    }
}

fn to(visit: &Visit, number: &str) -> Response {
    Redirect::to(&page_of(visit, number)).into_response()
}

fn refused(visit: &Visit, typed: &str, problem: Problem) -> Response {
    let page = form::page(visit, typed, Some(problem));
    hidden(page.status(StatusCode::UNPROCESSABLE_ENTITY)).into_response()
}

async fn answer(visit: Visit, Path((_, typed)): Path<(String, String)>) -> Answer<Response> {
    let found = visit.services().verify_certificate(&typed).await;
    let page = match found.map_err(|error| visit.failure(error))? {
        Verification::NoNumber => form::page(&visit, &typed, Some(Problem::NoNumber)),
        Verification::Mistyped => form::page(&visit, &typed, Some(Problem::Mistyped)),
        Verification::Unknown { number } if number == typed => form::unknown(&visit, &number),
        Verification::Found(verdict) if verdict.number == typed => {
            let page = verdict::page(&visit, &verdict);
            return Ok(hidden(page).into_response());
        }
        // The same number as it is printed: one address for one certificate.
        Verification::Unknown { number } => return Ok(to(&visit, &number)),
        Verification::Found(verdict) => return Ok(to(&visit, &verdict.number)),
    };
    Ok(hidden(page.status(StatusCode::NOT_FOUND)).into_response())
}

/// Names stand on these pages: they are kept by no cache and found by no search engine.
fn hidden(page: Page) -> Page {
    const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");
    page.private()
        .header(ROBOTS, HeaderValue::from_static("noindex, nofollow"))
}

#[cfg(test)]
mod tests {
    use super::path_segment;

    #[test]
    fn what_was_typed_stays_in_its_segment() {
        for (typed, segment) in [
            ("ECO-IOM-2026-773Q-9X5X", "ECO-IOM-2026-773Q-9X5X"),
            ("../en/my", "..%2Fen%2Fmy"),
            ("a b?c#d\r\n", "a%20b%3Fc%23d%0D%0A"),
            ("№", "%E2%84%96"),
        ] {
            assert_eq!(path_segment(typed), segment);
        }
    }
}
