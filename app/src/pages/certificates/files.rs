//! The files of a certificate, for its holder and the event's coordinators.

use crate::web::{Answer, Visit};
use axum::extract::Path;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use maktab_services::Error;

pub(super) async fn download(visit: Visit, Path(file): Path<String>) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let services = visit.services();
    let (content_type, body) = if let Some(number) = file.strip_suffix(".pdf") {
        let page = services.certificate_pdf(actor, number).await;
        ("application/pdf", page)
    } else if let Some(number) = file.strip_suffix(".json") {
        let credential = services.certificate_json(actor, number).await;
        ("application/json", credential.map(String::into_bytes))
    } else {
        return Err(visit.failure(Error::NotFound));
    };
    let body = body.map_err(|error| visit.failure(error))?;
    // A number is made of ASCII letters, digits and hyphens, or it would not have been found;
    // as people type it, it may hold other signs.
    let name: String = file
        .chars()
        .filter(|sign| sign.is_ascii_alphanumeric() || "-.".contains(*sign))
        .collect();
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let disposition = disposition.unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (CONTENT_DISPOSITION, disposition),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, body).into_response())
}
