//! Registering for an event: the form, the page after it, and the link of the mail.

mod confirm;
mod form;
mod privacy;

pub(super) use form::{PersonFields, details_form, person_values, typed_details};

use super::brief;
use super::browser::Browser;
use super::written_to;
use crate::Web;
use crate::web::{Answer, Content, Form, Page, Posted, Visit};
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum_extra::extract::CookieJar;
use leptos::prelude::*;
use maktab_domain::{RegistrationGate, RegistrationMode, RegistrationState};
use maktab_locale::{Locale, t};
use maktab_services::registration::{EventBrief, Registered, RegistrationForm, RegistrationPage};
use maktab_services::{Error, FieldErrors};
use serde::Deserialize;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/{lang}/events/{slug}/register", get(show).post(submit))
        .route("/{lang}/events/{slug}/register/sent", get(sent))
        .route(
            "/{lang}/confirm/{token}",
            get(confirm::show).post(confirm::submit),
        )
        .route("/{lang}/privacy", get(privacy::show))
}

#[derive(Deserialize)]
struct Address {
    slug: String,
}

async fn show(visit: Visit, Path(address): Path<Address>) -> Answer {
    let page = load(&visit, &address.slug).await?;
    let known = page.known.clone().unwrap_or_default();
    let email = visit.actor.as_ref().map(|actor| actor.email.to_string());
    let values = person_values(&known, &email.unwrap_or_default());
    Ok(render(&visit, &page, values, FieldErrors::new(), None))
}

async fn load(visit: &Visit, slug: &str) -> Answer<RegistrationPage> {
    let actor = visit.actor.as_ref();
    let page = visit.services().registration_page(actor, slug).await;
    page.map_err(|error| visit.failure(error))
}

async fn submit(
    visit: Visit,
    Path(address): Path<Address>,
    browser: Browser,
    jar: CookieJar,
    posted: Posted,
) -> Answer<Response> {
    let form = RegistrationForm {
        details: details_form(&posted, visit.locale.tag()),
        email: posted.get("email").to_owned(),
        consent: posted.get("consent") == "yes",
    };
    let actor = visit.actor.as_ref();
    let slug = &address.slug;
    let services = visit.services();
    let done = services.register(actor, visit.locale, slug, &form, &browser.0);
    let (errors, gate) = match done.await {
        Ok(Registered::CheckMail) => {
            let next = visit.link(&format!("/events/{slug}/register/sent"));
            let jar = written_to::keep(&visit, jar, &form.email);
            return Ok((jar, Redirect::to(&next)).into_response());
        }
        Ok(Registered::Done(state)) => {
            let next = visit.link(&format!("/my?done={state}"));
            return Ok(Redirect::to(&next).into_response());
        }
        Ok(Registered::NotPossible(gate)) => (FieldErrors::new(), Some(gate)),
        Err(Error::Refused(errors)) => (errors, None),
        Err(error) => return Err(visit.failure(error)),
    };
    let page = load(&visit, slug).await?;
    let page = render(&visit, &page, posted, errors, gate);
    Ok(page
        .status(StatusCode::UNPROCESSABLE_ENTITY)
        .into_response())
}

/// The page of the form. `refused` is why nothing was stored, where it was the event's state.
fn render(
    visit: &Visit,
    page: &RegistrationPage,
    values: Posted,
    errors: FieldErrors,
    refused: Option<RegistrationGate>,
) -> Page {
    let l = visit.locale;
    let event = &page.event;
    let form = Form::new(l, values, errors);
    let gate = refused.unwrap_or(event.gate);
    let content = match (page.own, gate, refused) {
        (Some(state), ..) => already(l, state).into_any(),
        (None, gate, _) if gate.lets_in() => {
            let waiting = gate == RegistrationGate::WaitingList;
            let note = waiting.then(|| {
                view! { <p class="note">{t!(l, "register-waiting")}</p> }
            });
            view! { {note} {form::view(visit, page, form, waiting)} }.into_any()
        }
        // What was typed stays on the page, should a seat become free.
        (None, gate, Some(_)) => view! {
            {closed(l, event, gate)}
            {form::view(visit, page, form, false)}
        }
        .into_any(),
        (None, gate, None) => closed(l, event, gate).into_any(),
    };
    let content = view! {
        <div class="lead">
            <h1>{t!(l, "register-title")}</h1>
            {brief::line(l, event)}
        </div>
        <div class="two">
            <div>{content}</div>
            {brief::aside(l, event)}
        </div>
    };
    let title = event.titles.best(l.tag()).1;
    visit.page(t!(l, "register-page-title", title = title), content)
}

/// Why one cannot register now, and what to do instead.
fn closed(l: Locale, event: &EventBrief, gate: RegistrationGate) -> impl IntoView + use<> {
    let text = match gate {
        RegistrationGate::NotYet => {
            let at = brief::moment(l, event, event.window.opens);
            t!(l, "register-not-yet", at = at)
        }
        RegistrationGate::Full => t!(l, "register-full"),
        RegistrationGate::ByNomination => t!(l, "register-by-nomination"),
        RegistrationGate::ByInvitation => t!(l, "register-by-invitation"),
        RegistrationGate::Cancelled => t!(l, "register-cancelled"),
        RegistrationGate::Closed | RegistrationGate::Open | RegistrationGate::WaitingList => {
            t!(l, "register-closed")
        }
    };
    let events = format!("/{}/events", l.tag());
    view! {
        <div class="note bad" role="alert" id="not-possible" data-gate=gate.code()>
            <p><strong>{t!(l, &format!("gate-{gate}"))}</strong></p>
            <p>{text}</p>
            <p><a href=events>{t!(l, "register-other-events")}</a></p>
        </div>
    }
}

/// The signed-in person is registered already.
pub(super) fn already(l: Locale, state: RegistrationState) -> impl IntoView + use<> {
    let state = t!(l, &format!("state-registration-{state}"));
    view! {
        <div class="note good">
            <p><strong>{t!(l, "register-already")}</strong> " " {state}</p>
            <p><a href=format!("/{}/my", l.tag())>{t!(l, "nav-my")}</a></p>
        </div>
    }
}

/// The page after the form: the same for everybody, whatever is known of the address.
async fn sent(visit: Visit, Path(address): Path<Address>, jar: CookieJar) -> Answer {
    let l = visit.locale;
    let event = load(&visit, &address.slug).await?.event;
    let (titles, gate) = (event.titles, event.gate);
    let holds = event.registration_mode == RegistrationMode::Open;
    let back = visit.link(&format!("/events/{}/register", address.slug));
    let content = view! {
        <div class="lead">
            <h1>{t!(l, "register-sent-title")}</h1>
            <p><strong><Content l texts=titles /></strong></p>
            {written_to::shown(&visit, &jar, back)}
            <p>{t!(l, "register-sent-text")}</p>
        </div>
        {waiting(&visit, holds && gate == RegistrationGate::Open)}
    };
    Ok(visit.page(t!(l, "register-sent-title"), content))
}

/// How long the link of the mail is good, and what to do where none comes.
pub(super) fn waiting_mail(visit: &Visit) -> impl IntoView + use<> {
    waiting(visit, false)
}

fn waiting(visit: &Visit, holds: bool) -> impl IntoView + use<> {
    let l = visit.locale;
    let settings = visit.services().settings();
    let hours = settings.hold.as_seconds() / 3600;
    let demo = settings.demo.then(|| {
        view! { <p><a href="/dev/mail">{t!(l, "footer-demo-mail")}</a></p> }
    });
    view! {
        <ul>
            <li>
                {match holds {
                    true => t!(l, "register-sent-held", hours = hours),
                    false => t!(l, "register-sent-time", hours = hours),
                }}
            </li>
            <li>{t!(l, "register-sent-spam")}</li>
        </ul>
        {demo}
    }
}
