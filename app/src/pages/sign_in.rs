//! Signing in and out.

use crate::Web;
use axum::Router;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
}
