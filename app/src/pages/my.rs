//! A person's own registrations and certificates.

use crate::Web;
use axum::Router;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
}
