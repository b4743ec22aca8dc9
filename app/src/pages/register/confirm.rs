//! The link of the mail: a page with a button, and what the button does. To open
//! the page changes nothing, so that programs that look at links confirm nothing.

use super::brief;
use crate::pages::browser::{self, Browser};
use crate::web::{Answer, Page, Visit};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use leptos::prelude::*;
use maktab_locale::{Locale, t};
use maktab_services::registration::{Confirmation, Confirmed, EventBrief};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Token {
    token: String,
}

pub(super) async fn show(visit: Visit, Path(Token { token }): Path<Token>) -> Answer {
    let found = visit.services().confirmation(&token).await;
    let found = found.map_err(|error| visit.failure(error))?;
    Ok(page(&visit, found))
}

pub(super) async fn submit(
    visit: Visit,
    Path(Token { token }): Path<Token>,
    browser: Browser,
    jar: CookieJar,
) -> Answer<Response> {
    let services = visit.services();
    let done = services.confirm_registration(&token, &browser.0).await;
    match done.map_err(|error| visit.failure(error))? {
        Confirmed::Done(state, sign_in) => {
            let jar = match sign_in {
                Some(new) => jar.add(browser::cookie(services, &new.secret)),
                None => jar,
            };
            let next = visit.link(&format!("/my?done={state}"));
            Ok((jar, Redirect::to(&next)).into_response())
        }
        Confirmed::Not(found) => Ok(page(&visit, found).into_response()),
    }
}

fn page(visit: &Visit, found: Confirmation) -> Page {
    let l = visit.locale;
    let line = match &found {
        Confirmation::Waits { event, .. }
        | Confirmation::Already(event)
        | Confirmation::Over(event)
        | Confirmation::EventCancelled(event) => Some(brief::line(l, event)),
        Confirmation::Unknown => None,
    };
    let (status, title, content) = match found {
        Confirmation::Waits { event, name } => (
            StatusCode::OK,
            t!(l, "confirm-title"),
            waits(visit, &event, name).into_any(),
        ),
        Confirmation::Already(event) => {
            let next = (visit.link("/my"), t!(l, "nav-my"));
            let text = t!(l, "confirm-already-text");
            (
                StatusCode::OK,
                t!(l, "confirm-already-title"),
                other(l, Some(&event), text, next).into_any(),
            )
        }
        Confirmation::Over(event) => {
            let again = visit.link(&format!("/events/{}/register", event.slug));
            let next = (again, t!(l, "confirm-over-again"));
            let text = t!(l, "confirm-over-text");
            (
                StatusCode::GONE,
                t!(l, "confirm-over-title"),
                other(l, Some(&event), text, next).into_any(),
            )
        }
        Confirmation::EventCancelled(event) => {
            let next = (visit.link("/events"), t!(l, "register-other-events"));
            let text = t!(l, "register-cancelled");
            (
                StatusCode::GONE,
                t!(l, "gate-cancelled"),
                other(l, Some(&event), text, next).into_any(),
            )
        }
        Confirmation::Unknown => {
            let next = (visit.link("/events"), t!(l, "register-other-events"));
            let text = t!(l, "confirm-unknown-text");
            (
                StatusCode::GONE,
                t!(l, "confirm-unknown-title"),
                other(l, None, text, next).into_any(),
            )
        }
    };
    let content = view! {
        <div class="lead">
            <h1>{title.clone()}</h1>
            {line}
        </div>
        {content}
    };
    visit.page(title, content).status(status).private()
}

fn waits(visit: &Visit, event: &EventBrief, name: String) -> impl IntoView + use<> {
    let l = visit.locale;
    view! {
        <div class="two">
            <div>
                <p>{t!(l, "confirm-text", name = name)}</p>
                <form method="post" action=visit.path.clone()>
                    <div class="actions">
                        <button type="submit">{t!(l, "confirm-button")}</button>
                    </div>
                </form>
            </div>
            {brief::aside(l, event)}
        </div>
    }
}

fn other(
    l: Locale,
    event: Option<&EventBrief>,
    text: String,
    (href, next): (String, String),
) -> impl IntoView + use<> {
    let aside = event.map(|event| brief::aside(l, event));
    view! {
        <div class="two">
            <div>
                <p>{text}</p>
                <p><a href=href>{next}</a></p>
            </div>
            {aside}
        </div>
    }
}
