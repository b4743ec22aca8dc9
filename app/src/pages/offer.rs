//! The link of an offered seat: a page with two buttons. To open it changes nothing, so that
//! programs that look at links accept nothing.

use super::brief;
use super::browser::{self, Browser};
use crate::Web;
use crate::web::{Answer, Page, Posted, Visit};
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum_extra::extract::CookieJar;
use leptos::prelude::*;
use maktab_domain::{Invalid, RegistrationId};
use maktab_locale::{Locale, t};
use maktab_services::seating::{Answered, Offer, OfferPage};
use maktab_services::{Error, FieldErrors};
use serde::Deserialize;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/{lang}/offer/{token}", get(show).post(answer))
        .route("/{lang}/my/registrations/{id}/offer", post(answer_own))
}

#[derive(Deserialize)]
struct Token {
    token: String,
}

/// What this browser has just done.
#[derive(Deserialize)]
struct JustDone {
    done: Option<String>,
}

#[derive(Deserialize)]
struct Id {
    id: String,
}

async fn show(
    visit: Visit,
    Path(Token { token }): Path<Token>,
    Query(JustDone { done }): Query<JustDone>,
) -> Answer {
    let found = visit.services().offer_page(&token).await;
    let found = found.map_err(|error| visit.failure(error))?;
    Ok(match (done.as_deref(), &found) {
        (Some("declined"), OfferPage::Over(_)) => declined(&visit),
        _ => page(&visit, &found),
    })
}

/// Which of the two buttons was pressed.
fn accepts(visit: &Visit, posted: &Posted) -> Answer<bool> {
    match posted.get("answer") {
        "accept" => Ok(true),
        "decline" => Ok(false),
        _ => Err(visit.failure(Error::Refused(FieldErrors::of("answer", Invalid::Choice)))),
    }
}

async fn answer(
    visit: Visit,
    Path(Token { token }): Path<Token>,
    browser: Browser,
    jar: CookieJar,
    posted: Posted,
) -> Answer<Response> {
    let services = visit.services();
    let done = match accepts(&visit, &posted)? {
        true => services.accept_offer(&token, &browser.0).await,
        false => services.decline_offer(&token).await,
    };
    match done.map_err(|error| visit.failure(error))? {
        Answered::Accepted { account, sign_in } => {
            let here = visit.actor.as_ref().is_some_and(|a| a.account == account);
            let next = match here || sign_in.is_some() {
                true => visit.link("/my?done=accepted"),
                false => visit.path.clone(),
            };
            let jar = match sign_in {
                Some(new) => jar.add(browser::cookie(services, &new.secret)),
                None => jar,
            };
            Ok((jar, Redirect::to(&next)).into_response())
        }
        Answered::Declined => {
            Ok(Redirect::to(&format!("{}?done=declined", visit.path)).into_response())
        }
        Answered::Not(found) => Ok(page(&visit, &found).into_response()),
    }
}

/// Answers an offer of one's own.
async fn answer_own(visit: Visit, Path(Id { id }): Path<Id>, posted: Posted) -> Answer<Redirect> {
    let actor = visit.signed_in()?;
    let id = id.parse::<RegistrationId>();
    let id = id.map_err(|_| visit.failure(Error::NotFound))?;
    let services = visit.services();
    let (done, word) = match accepts(&visit, &posted)? {
        true => (services.accept_own_offer(actor, id).await, "accepted"),
        false => (services.decline_own_offer(actor, id).await, "declined"),
    };
    done.map_err(|error| visit.failure(error))?;
    Ok(Redirect::to(&visit.link(&format!("/my?done={word}"))))
}

fn declined(visit: &Visit) -> Page {
    let l = visit.locale;
    let title = t!(l, "offer-declined-title");
    let content = view! {
        <div class="lead">
            <h1>{title.clone()}</h1>
            <p>{t!(l, "my-done-declined")}</p>
            <p><a href=visit.link("/events")>{t!(l, "register-other-events")}</a></p>
        </div>
    };
    visit.page(title, content).private()
}

fn page(visit: &Visit, found: &OfferPage) -> Page {
    let l = visit.locale;
    let (status, title, event, content) = match found {
        OfferPage::Open(offer) => (
            StatusCode::OK,
            t!(l, "offer-title"),
            Some(&offer.event),
            open(visit, offer).into_any(),
        ),
        OfferPage::Accepted(event) => (
            StatusCode::OK,
            t!(l, "offer-accepted-title"),
            Some(event.as_ref()),
            brief::with_next(
                l,
                Some(event),
                t!(l, "offer-accepted-text"),
                (visit.link("/my"), t!(l, "nav-my")),
            )
            .into_any(),
        ),
        OfferPage::Over(event) => {
            let again = visit.link(&format!("/events/{}/register", event.slug));
            let text = t!(l, "offer-over-text");
            let next = (again, t!(l, "confirm-over-again"));
            (
                StatusCode::GONE,
                t!(l, "offer-over-title"),
                Some(event.as_ref()),
                brief::with_next(l, Some(event), text, next).into_any(),
            )
        }
        OfferPage::EventCancelled(event) => {
            let next = (visit.link("/events"), t!(l, "register-other-events"));
            let text = t!(l, "register-cancelled");
            (
                StatusCode::GONE,
                t!(l, "gate-cancelled"),
                Some(event.as_ref()),
                brief::with_next(l, Some(event), text, next).into_any(),
            )
        }
        OfferPage::Unknown => (
            StatusCode::GONE,
            t!(l, "confirm-unknown-title"),
            None,
            view! { <p>{t!(l, "offer-unknown-text")}</p> }.into_any(),
        ),
    };
    let line = event.map(|event| brief::line(l, event));
    let content = view! {
        <div class="lead">
            <h1>{title.clone()}</h1>
            {line}
        </div>
        {content}
    };
    visit.page(title, content).status(status).private()
}

fn open(visit: &Visit, offer: &Offer) -> impl IntoView + use<> {
    let l = visit.locale;
    let until = brief::moment(l, &offer.event, offer.until);
    let agree = offer.nominated.then(|| {
        view! {
            <p>
                {t!(l, "offer-consent")} " "
                <a href=visit.link("/privacy")>{t!(l, "privacy-title")}</a>
            </p>
        }
    });
    view! {
        <div class="two">
            <div>
                <p>{t!(l, "offer-text", name = offer.name.as_str())}</p>
                <p>
                    <strong>{t!(l, "offer-until", until = until)}</strong>
                </p>
                {agree}
                {answer_form(l, visit.path.clone())}
            </div>
            {brief::aside(l, &offer.event)}
        </div>
    }
}

/// The two buttons.
pub(super) fn answer_form(l: Locale, action: String) -> impl IntoView + use<> {
    view! {
        <form method="post" action=action id="decline">
            <div class="actions">
                <button type="submit" name="answer" value="accept">
                    {t!(l, "offer-accept")}
                </button>
                <button type="submit" name="answer" value="decline" class="quiet">
                    {t!(l, "offer-decline")}
                </button>
            </div>
        </form>
    }
}
