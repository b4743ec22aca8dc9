//! A request as the pages see it: in which language, by whom, for which address.

use super::{Assets, Failure, Page};
use axum::extract::{FromRequestParts, OriginalUri, Path};
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use leptos::prelude::*;
use maktab_locale::Locale;
use maktab_services::{Actor, Error, Secret, Services, TravelClock};
use serde::Deserialize;
use std::sync::Arc;

/// What the handlers stand on.
#[derive(Clone)]
pub struct Web {
    /// The use cases.
    pub services: Services,
    /// The built files.
    pub assets: Assets,
    /// The demonstration's clock, in demo mode only.
    pub travel: Option<Arc<TravelClock>>,
}

/// What a handler gives: a page, or another one that says why not.
pub(crate) type Answer<T = Page> = Result<T, Failure>;

/// A request as the pages see it.
#[derive(Clone)]
pub(crate) struct Visit {
    pub web: Web,
    pub locale: Locale,
    /// Who is signed in.
    pub actor: Option<Actor>,
    /// The path, with the language in front: `/en/events`.
    pub path: String,
    /// The query without its question mark; empty where there is none.
    pub query: String,
}

/// The name of the cookie that holds the secret of a signed-in browser. The
/// `__Host-` form binds it to this host and to TLS, where there is TLS.
pub(crate) fn sign_in_cookie(services: &Services) -> &'static str {
    if services.settings().public_address.is_https() {
        "__Host-maktab"
    } else {
        "maktab"
    }
}

/// The name of the cookie that remembers the chosen language.
pub(super) const LANGUAGE_COOKIE: &str = "maktab-language";

impl Visit {
    pub fn services(&self) -> &Services {
        &self.web.services
    }

    /// The signed-in person.
    ///
    /// # Errors
    /// Nobody is signed in: the answer leads to the sign-in page and back here.
    pub fn signed_in(&self) -> Answer<&Actor> {
        self.actor
            .as_ref()
            .ok_or_else(|| self.failure(Error::SignInFirst))
    }

    /// A page in this visit's language.
    pub fn page(&self, title: impl Into<String>, content: impl IntoAny) -> Page {
        Page::new(self.clone(), title.into(), content.into_any())
    }

    /// The page that says why a use case did not happen.
    pub fn failure(&self, error: impl Into<Error>) -> Failure {
        Failure::of(self.clone(), error.into())
    }

    /// The address of a page in this visit's language: `link("/events")` is `/fa/events`.
    pub fn link(&self, path: &str) -> String {
        format!("/{}{path}", self.locale.tag())
    }

    /// This address, with its query.
    pub fn address(&self) -> String {
        if self.query.is_empty() {
            self.path.clone()
        } else {
            format!("{}?{}", self.path, self.query)
        }
    }

    /// This address in another language.
    pub fn in_language(&self, locale: Locale) -> String {
        let own = self.address();
        format!("/{}{}", locale.tag(), after_language(&own))
    }
}

/// What follows the language in an address; nothing where the target of the request is no
/// path, as in `CONNECT host:1` and `OPTIONS *`.
fn after_language(address: &str) -> &str {
    let own = address.strip_prefix('/').unwrap_or_default();
    own.find(['/', '?']).map_or("", |at| &own[at..])
}

#[derive(Deserialize)]
struct Language {
    lang: Option<String>,
}

impl FromRequestParts<Web> for Visit {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Failure> {
        let uri = match OriginalUri::from_request_parts(parts, web).await {
            Ok(original) => original.0,
            Err(never) => match never {},
        };
        let jar = CookieJar::from_headers(&parts.headers);
        let named = Path::<Language>::from_request_parts(parts, web)
            .await
            .ok()
            .and_then(|Path(language)| language.lang);
        // An address that is no page's has its language in the same place.
        let first = uri.path().split('/').nth(1);
        let known = named.as_deref().or(first).and_then(Locale::from_tag);
        let mut visit = Self {
            web: web.clone(),
            locale: known.unwrap_or_else(|| preferred_language(&jar, parts)),
            actor: None,
            path: uri.path().to_owned(),
            query: uri.query().unwrap_or_default().to_owned(),
        };
        if named.is_some() && known.is_none() {
            return Err(visit.failure(Error::NotFound));
        }
        let cookie = jar.get(sign_in_cookie(&web.services));
        if let Some(secret) = cookie.and_then(|c| Secret::parse(c.value())) {
            let actor = web.services.actor(&secret).await;
            visit.actor = actor.map_err(|error| visit.failure(error))?;
        }
        Ok(visit)
    }
}

/// The language of the cookie, else what the browser asks for, else English.
fn preferred_language(jar: &CookieJar, parts: &Parts) -> Locale {
    let chosen = jar.get(LANGUAGE_COOKIE);
    chosen
        .and_then(|c| Locale::from_tag(c.value()))
        .unwrap_or_else(|| {
            let wanted = parts.headers.get(ACCEPT_LANGUAGE);
            Locale::negotiate(wanted.and_then(|v| v.to_str().ok()).unwrap_or_default())
        })
}

#[cfg(test)]
mod tests {
    use super::after_language;

    #[test]
    fn what_follows_the_language_is_found_in_whatever_is_asked_for() {
        for (address, rest) in [
            ("/en/events?x=1", "/events?x=1"),
            ("/en?x=/y", "?x=/y"),
            ("/en", ""),
            ("/", ""),
            ("", ""),
            ("*", ""),
        ] {
            assert_eq!(after_language(address), rest, "{address:?}");
        }
    }
}
