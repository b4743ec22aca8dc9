//! What machines fetch to verify certificates: the issuer's keys and the lists of revoked
//! ones. Public to every origin, and to be kept for some minutes.

use crate::Web;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maktab_services::Error;

/// How long others may keep these documents: so long at most a revocation stays unknown to them.
const KEEP: HeaderValue = HeaderValue::from_static("public, max-age=300");

/// The addresses of these documents.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/.well-known/did.json", get(did))
        .route("/status/{list}", get(status))
}

async fn did(State(web): State<Web>) -> Response {
    document("application/did+json", web.services.did_document())
}

async fn status(State(web): State<Web>, Path(list): Path<String>) -> Response {
    // One address for one list: `01` is none.
    let number = list.parse::<i64>().ok().filter(|n| n.to_string() == list);
    let Some(number) = number else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let signed = web.services.status_list(number).await;
    document("application/vc", signed.map(|json| json.to_string()))
}

fn document(kind: &'static str, made: Result<String, Error>) -> Response {
    let everybody = (ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    match made {
        Ok(json) => {
            let kind = (CONTENT_TYPE, HeaderValue::from_static(kind));
            ([kind, (CACHE_CONTROL, KEEP), everybody], json).into_response()
        }
        Err(Error::NotFound) => (StatusCode::NOT_FOUND, [everybody]).into_response(),
        Err(error) => {
            let cause: &dyn std::error::Error = &error;
            tracing::error!(error = cause, "a public document cannot be made");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
