//! Registering for an event and confirming the address.

use crate::Web;
use axum::Router;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
}
