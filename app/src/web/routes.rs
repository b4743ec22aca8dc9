//! The table of addresses.

use super::once;
use super::visit::{LANGUAGE_COOKIE, Visit, Web};
use crate::pages;
use axum::Router;
use axum::extract::{Path, Query};
use axum::middleware::from_fn_with_state;
use axum::response::Redirect;
use axum::routing::get;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use maktab_locale::Locale;
use maktab_services::Error;
use serde::Deserialize;

/// All pages and forms. What exists only in a demonstration is there only when
/// the settings say that this is one.
pub fn router(web: Web) -> Router {
    let mut router = Router::new()
        .route("/", get(choose_language))
        .route("/language/{tag}", get(set_language))
        .merge(pages::routes());
    if web.services.settings().demo {
        router = router.merge(pages::demonstration_routes());
    }
    router
        .fallback(async |visit: Visit| visit.failure(Error::NotFound))
        .layer(from_fn_with_state(web.clone(), once::once))
        .with_state(web)
}

async fn choose_language(visit: Visit) -> Redirect {
    Redirect::to(&visit.link(""))
}

#[derive(Deserialize)]
struct To {
    to: Option<String>,
}

/// Remembers the language and goes back to the same page in it; only to a page of ours.
async fn set_language(
    Path(tag): Path<String>,
    Query(To { to }): Query<To>,
    jar: CookieJar,
) -> (CookieJar, Redirect) {
    let locale = Locale::from_tag(&tag).unwrap_or_default();
    let own = to.filter(|to| is_own_path(to));
    let own = own.unwrap_or_else(|| format!("/{}", locale.tag()));
    let cookie = Cookie::build((LANGUAGE_COOKIE, locale.tag()))
        .path("/")
        .permanent()
        .same_site(SameSite::Lax)
        .http_only(true);
    (jar.add(cookie), Redirect::to(&own))
}

/// Whether this is a path on this site: one slash at the front, and nothing that
/// a browser could read as another host (`//`, `/\`) or as a second header.
pub(crate) fn is_own_path(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::is_own_path;

    #[test]
    fn only_own_paths_are_followed() {
        assert!(is_own_path("/en/my?x=1"));
        for bad in [
            "",
            "en",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nb",
            "/\t/evil.example",
        ] {
            assert!(!is_own_path(bad), "{bad:?}");
        }
    }
}
