//! The link of the mail: a page with a button, and what the button does.

use super::{Next, browser};
use crate::pages::browser::Browser;
use crate::web::{Answer, Page, Visit};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use leptos::prelude::*;
use maktab_locale::t;
use maktab_services::sign_in::SignInLink;
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Token {
    token: String,
}

pub(super) async fn show(visit: Visit, Path(Token { token }): Path<Token>) -> Answer {
    let found = visit.services().sign_in_link(&token).await;
    match found.map_err(|error| visit.failure(error))? {
        SignInLink::Good => Ok(good(&visit)),
        SignInLink::Useless => Ok(useless(&visit)),
    }
}

pub(super) async fn submit(
    visit: Visit,
    Path(Token { token }): Path<Token>,
    Query(next): Query<Next>,
    browser: Browser,
    jar: CookieJar,
) -> Answer<Response> {
    let services = visit.services();
    let new = services.sign_in_by_link(&token, &browser.0).await;
    match new.map_err(|error| visit.failure(error))? {
        Some(new) => {
            let jar = jar.add(browser::cookie(services, &new.secret));
            Ok((jar, next.or_my(&visit)).into_response())
        }
        None => Ok(useless(&visit).into_response()),
    }
}

fn good(visit: &Visit) -> Page {
    let l = visit.locale;
    let content = view! {
        <div class="lead">
            <h1>{t!(l, "sign-in-title")}</h1>
            <p>{t!(l, "sign-in-link-text")}</p>
        </div>
        <form method="post" action=visit.address()>
            <div class="actions">
                <button type="submit">{t!(l, "sign-in-button")}</button>
            </div>
        </form>
    };
    visit.page(t!(l, "sign-in-title"), content).private()
}

fn useless(visit: &Visit) -> Page {
    let l = visit.locale;
    let content = view! {
        <div class="lead">
            <h1>{t!(l, "sign-in-useless-title")}</h1>
            <p>{t!(l, "sign-in-useless-text")}</p>
        </div>
        <p><a href=visit.link("/sign-in")>{t!(l, "sign-in-useless-again")}</a></p>
    };
    visit
        .page(t!(l, "sign-in-useless-title"), content)
        .status(StatusCode::GONE)
        .private()
}
