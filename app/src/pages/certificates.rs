//! For coordinators: eligibility, issuing, revoking; for holders: downloads.

use crate::Web;
use axum::Router;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
}
