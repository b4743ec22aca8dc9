//! The link of the mail: a page with a button, and what the button does. To open
//! the page changes nothing, so that programs that look at links confirm nothing.

use super::{brief, typed_details};
use crate::pages::browser::{self, Browser};
use crate::web::{Answer, Page, Visit};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use leptos::prelude::*;
use maktab_locale::t;
use maktab_services::registration::{Confirmation, Confirmed, DetailsForm, EventBrief};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Token {
    token: String,
}

/// Where the registration stands that was confirmed a moment ago, for a browser that is not
/// signed in.
#[derive(Deserialize)]
pub(super) struct JustDone {
    done: Option<String>,
}

pub(super) async fn show(
    visit: Visit,
    Path(Token { token }): Path<Token>,
    Query(JustDone { done }): Query<JustDone>,
) -> Answer {
    let found = visit.services().confirmation(&token).await;
    let found = found.map_err(|error| visit.failure(error))?;
    Ok(page(&visit, found, done.as_deref()))
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
        Confirmed::Done {
            state,
            account,
            sign_in,
        } => {
            let here = visit.actor.as_ref().is_some_and(|a| a.account == account);
            let next = if here || sign_in.is_some() {
                visit.link(&format!("/my?done={state}"))
            } else {
                format!("{}?done={state}", visit.path)
            };
            let jar = match sign_in {
                Some(new) => jar.add(browser::cookie(services, &new.secret)),
                None => jar,
            };
            Ok((jar, Redirect::to(&next)).into_response())
        }
        Confirmed::Not(found) => Ok(page(&visit, found, None).into_response()),
    }
}

fn page(visit: &Visit, found: Confirmation, done: Option<&str>) -> Page {
    let l = visit.locale;
    let line = match &found {
        Confirmation::Waits { event, .. }
        | Confirmation::Already(event)
        | Confirmation::Newer(event)
        | Confirmation::Over(event)
        | Confirmation::EventCancelled(event) => Some(brief::line(l, event)),
        Confirmation::Unknown => None,
    };
    let (status, title, content) = match found {
        Confirmation::Waits { event, typed } => (
            StatusCode::OK,
            t!(l, "confirm-title"),
            waits(visit, &event, &typed).into_any(),
        ),
        Confirmation::Already(event)
            if matches!(done, Some("confirmed" | "submitted" | "waitlisted")) =>
        {
            let next = format!("{}?next={}", visit.link("/sign-in"), visit.link("/my"));
            let next = (next, t!(l, "nav-sign-in"));
            let what = match done {
                Some("submitted") => t!(l, "my-done-submitted"),
                Some("waitlisted") => t!(l, "my-done-waitlisted"),
                _ => t!(l, "my-done-confirmed"),
            };
            let text = format!("{what} {}", t!(l, "confirm-done-sign-in"));
            (
                StatusCode::OK,
                t!(l, "confirm-done-title"),
                brief::with_next(l, Some(&event), text, next).into_any(),
            )
        }
        Confirmation::Already(event) => {
            let next = (visit.link("/my"), t!(l, "nav-my"));
            let text = t!(l, "confirm-already-text");
            (
                StatusCode::OK,
                t!(l, "confirm-already-title"),
                brief::with_next(l, Some(&event), text, next).into_any(),
            )
        }
        Confirmation::Newer(event) => {
            let again = visit.link(&format!("/events/{}/register", event.slug));
            let next = (again, t!(l, "confirm-over-again"));
            let text = t!(l, "confirm-newer-text");
            (
                StatusCode::GONE,
                t!(l, "confirm-newer-title"),
                brief::with_next(l, Some(&event), text, next).into_any(),
            )
        }
        Confirmation::Over(event) => {
            let again = visit.link(&format!("/events/{}/register", event.slug));
            let next = (again, t!(l, "confirm-over-again"));
            let text = t!(l, "confirm-over-text");
            (
                StatusCode::GONE,
                t!(l, "confirm-over-title"),
                brief::with_next(l, Some(&event), text, next).into_any(),
            )
        }
        Confirmation::EventCancelled(event) => {
            let next = (visit.link("/events"), t!(l, "register-other-events"));
            let text = t!(l, "register-cancelled");
            (
                StatusCode::GONE,
                t!(l, "gate-cancelled"),
                brief::with_next(l, Some(&event), text, next).into_any(),
            )
        }
        Confirmation::Unknown => {
            let next = (visit.link("/events"), t!(l, "register-other-events"));
            let text = t!(l, "confirm-unknown-text");
            (
                StatusCode::GONE,
                t!(l, "confirm-unknown-title"),
                brief::with_next(l, None, text, next).into_any(),
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

/// Everything that was typed, and the button: whoever presses it has seen what it confirms.
fn waits(visit: &Visit, event: &EventBrief, typed: &DetailsForm) -> impl IntoView + use<> {
    let l = visit.locale;
    let again = visit.link(&format!("/events/{}/register", event.slug));
    let name = typed.name.clone();
    view! {
        <div class="two">
            <div>
                <p>{t!(l, "confirm-text", name = name)}</p>
                {typed_details(l, typed)}
                <p class="soft">
                    {t!(l, "confirm-check")} " " <a href=again>{t!(l, "confirm-over-again")}</a>
                </p>
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
