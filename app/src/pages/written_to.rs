//! To which address was just written: kept in a cookie of the browser that gave it, and shown on
//! the next page, so that a typing error is noticed. What is known of the address plays no part.

use crate::web::{DOT, Visit};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use leptos::prelude::*;
use maktab_domain::EmailAddress;
use maktab_locale::t;

const NAME: &str = "written-to";

/// Keeps what was typed until the browser is closed, or until it is written to another address.
pub(super) fn keep(visit: &Visit, jar: CookieJar, typed: &str) -> CookieJar {
    let Ok(email) = EmailAddress::parse(typed) else {
        return jar;
    };
    let cookie = Cookie::build((NAME, email.to_string()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(visit.services().settings().public_address.is_https());
    jar.add(cookie)
}

/// The address, with the way back to where it was typed; nothing where it is not known.
pub(super) fn shown(visit: &Visit, jar: &CookieJar, back: String) -> impl IntoView + use<> {
    let l = visit.locale;
    let email = EmailAddress::parse(jar.get(NAME)?.value()).ok()?;
    Some(view! {
        <p>
            {t!(l, "written-to")} " " <strong><bdi dir="ltr">{email.to_string()}</bdi></strong>
            {DOT} <a href=back>{t!(l, "written-to-other")}</a>
        </p>
    })
}
