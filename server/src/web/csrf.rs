//! Refuses what another site makes a visitor's browser send.
//!
//! The browser says itself where a request comes from (`Sec-Fetch-Site`,
//! `Origin`). tower-http's `csrf` also trusts an origin that equals the `Host`
//! header; here only the configured addresses count, so that a name that
//! somebody else points at this server (DNS rebinding) gets nowhere.

use super::problems::Wanted;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use maktab_app::Problem;
use maktab_services::Settings;
use std::net::SocketAddr;
use std::sync::Arc;

/// The origins whose forms are accepted.
pub(super) struct Origins(Vec<String>);

impl Origins {
    /// The public address; in a demonstration also the address listened on.
    pub fn new(settings: &Settings, listen: SocketAddr) -> Self {
        let mut own = vec![origin(settings.public_address.as_str())];
        if settings.demo {
            own.push(format!("http://{listen}"));
            own.push(format!("http://localhost:{}", listen.port()));
        }
        Self(own)
    }

    fn allow(&self, headers: &HeaderMap) -> bool {
        let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
        let site = text("sec-fetch-site");
        let origin = text(header::ORIGIN.as_str());
        if !matches!(site, None | Some("same-origin" | "none")) {
            return false;
        }
        match origin {
            Some(origin) => self.0.iter().any(|own| own == origin),
            // No browser of today sends a form without either header; a program has
            // no cookies that it could be tricked into using.
            None => true,
        }
    }
}

/// The address as a browser writes an origin: lower case, without the usual port.
fn origin(address: &str) -> String {
    let address = address.to_ascii_lowercase();
    let usual = if address.starts_with("https://") {
        ":443"
    } else {
        ":80"
    };
    address.strip_suffix(usual).unwrap_or(&address).to_owned()
}

/// The layer.
pub(super) async fn check(
    State(own): State<Arc<Origins>>,
    request: Request,
    next: Next,
) -> Response {
    let reads = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if reads || own.allow(request.headers()) {
        next.run(request).await
    } else {
        tracing::warn!("a write from another site was refused");
        Wanted::answer(Problem::CrossSite)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_written_as_browsers_do() {
        for (address, written) in [
            ("https://Maktab.Example", "https://maktab.example"),
            ("https://maktab.example:443", "https://maktab.example"),
            ("http://maktab.example:80", "http://maktab.example"),
            ("https://maktab.example:8443", "https://maktab.example:8443"),
            ("http://[::1]:3000", "http://[::1]:3000"),
        ] {
            assert_eq!(origin(address), written);
        }
    }
}
