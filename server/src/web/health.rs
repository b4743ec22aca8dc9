//! Whether the server is alive, and whether it can do its work: for those who watch it.

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use maktab_services::Services;
use maktab_store::SchemaState;

/// `/healthz` and `/readyz`.
pub(super) fn routes(services: Services) -> Router {
    Router::new()
        .route("/healthz", get(async || answer(StatusCode::OK, "alive")))
        .route("/readyz", get(ready))
        .with_state(services)
}

async fn ready(State(services): State<Services>) -> impl IntoResponse {
    match services.database().schema().await {
        Ok(SchemaState::Current) => answer(StatusCode::OK, "ready"),
        Ok(_) => answer(StatusCode::SERVICE_UNAVAILABLE, "the database is outdated"),
        Err(error) => {
            let cause: &dyn std::error::Error = &error;
            tracing::error!(error = cause, "the database cannot be reached");
            answer(StatusCode::SERVICE_UNAVAILABLE, "the database is away")
        }
    }
}

fn answer(status: StatusCode, text: &'static str) -> impl IntoResponse {
    (status, [(header::CACHE_CONTROL, "no-store")], text)
}
