//! The browser behind a request: its cookie, what it says of itself, where it connects from.

use crate::Web;
use crate::web::sign_in_cookie;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::USER_AGENT;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use maktab_services::{Secret, Services, sign_in};
use std::convert::Infallible;
use std::net::SocketAddr;

/// The browser behind a request.
pub(super) struct Browser(pub sign_in::Browser);

impl Browser {
    /// The secret of its cookie.
    pub fn secret(&self) -> Option<&Secret> {
        self.0.secret.as_ref()
    }
}

impl FromRequestParts<Web> for Browser {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Infallible> {
        let jar = CookieJar::from_headers(&parts.headers);
        let cookie = jar.get(sign_in_cookie(&web.services));
        let agent = parts.headers.get(USER_AGENT);
        // The socket's other end, or whom a trusted proxy names: see `web/proxy.rs` of the server.
        // Headers of anybody else are worth nothing.
        let network = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let network = network.map(|ConnectInfo(address)| address.ip());
        Ok(Self(sign_in::Browser {
            secret: cookie.and_then(|cookie| Secret::parse(cookie.value())),
            user_agent: agent
                .and_then(|agent| agent.to_str().ok())
                .unwrap_or_default()
                .to_owned(),
            network,
        }))
    }
}

/// The cookie of a browser that has just signed in. How long it is good is decided by the server.
pub(super) fn cookie(services: &Services, secret: &Secret) -> Cookie<'static> {
    let mut cookie = empty(services);
    cookie.set_value(secret.reveal().to_owned());
    cookie.make_permanent();
    cookie
}

/// The jar that takes the cookie away.
pub(super) fn without_cookie(services: &Services, jar: CookieJar) -> CookieJar {
    jar.remove(empty(services))
}

fn empty(services: &Services) -> Cookie<'static> {
    Cookie::build((sign_in_cookie(services), ""))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(services.settings().public_address.is_https())
        .build()
}
