//! What every answer tells the browser to allow and to forbid.

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use maktab_services::Settings;
use std::sync::Arc;

/// Nothing but our own files, and no script or style inside a page: what
/// somebody manages to write into a page is not run.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

/// No page needs any of these.
const PERMISSIONS_POLICY: &str = "accelerometer=(), browsing-topics=(), camera=(), \
    display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), \
    midi=(), payment=(), usb=()";

/// The headers of every answer.
#[derive(Clone)]
pub(super) struct Always(Arc<Vec<(HeaderName, HeaderValue)>>);

impl Always {
    pub fn new(settings: &Settings) -> Self {
        let fixed = HeaderValue::from_static;
        let mut headers = vec![
            (
                header::CONTENT_SECURITY_POLICY,
                fixed(CONTENT_SECURITY_POLICY),
            ),
            (header::X_CONTENT_TYPE_OPTIONS, fixed("nosniff")),
            (header::X_FRAME_OPTIONS, fixed("DENY")),
            (header::REFERRER_POLICY, fixed("same-origin")),
            (
                HeaderName::from_static("permissions-policy"),
                fixed(PERMISSIONS_POLICY),
            ),
            (
                HeaderName::from_static("cross-origin-opener-policy"),
                fixed("same-origin"),
            ),
        ];
        // Over plain HTTP a browser ignores it, and a test installation must not
        // lock its host into TLS for two years.
        if settings.public_address.is_https() {
            headers.push((header::STRICT_TRANSPORT_SECURITY, fixed("max-age=63072000")));
        }
        Self(Arc::new(headers))
    }
}

/// The layer: adds what the answer does not say itself.
pub(super) async fn add(State(always): State<Always>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in always.0.iter() {
        let headers = response.headers_mut();
        if !headers.contains_key(name) {
            headers.insert(name, value.clone());
        }
    }
    response
}
