//! Public machine-readable documents: the issuer, status lists, health.

use crate::Web;
use axum::Router;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
}
