//! The link of an invitation: what one is invited to, the form to register by it, and a button
//! to decline. To open it changes nothing.

use super::browser::{self, Browser};
use super::register::{PersonFields, already, details_form, person_values, waiting_mail};
use super::{brief, written_to};
use crate::Web;
use crate::web::{Answer, CheckBox, ErrorSummary, Form, Page, Posted, TextField, Visit};
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum_extra::extract::CookieJar;
use leptos::prelude::*;
use maktab_domain::ParticipantRole;
use maktab_locale::{Locale, t};
use maktab_services::inviting::{Accepted, InvitationPage, OpenInvitation};
use maktab_services::registration::{EventBrief, RegistrationForm};
use maktab_services::{Error, FieldErrors};
use serde::Deserialize;

/// The addresses of this page.
pub(super) fn routes() -> Router<Web> {
    Router::new().route("/{lang}/invitation/{token}", get(show).post(submit))
}

#[derive(Deserialize)]
struct Token {
    token: String,
}

/// What has just been done, for a browser that is not signed in.
#[derive(Deserialize)]
struct JustDone {
    done: Option<String>,
}

async fn show(
    visit: Visit,
    Path(Token { token }): Path<Token>,
    Query(JustDone { done }): Query<JustDone>,
    jar: CookieJar,
) -> Answer {
    let found = load(&visit, &token).await?;
    Ok(match (done.as_deref(), &found) {
        (Some("sent"), InvitationPage::Open(_) | InvitationPage::Used(_)) => sent(&visit, &jar),
        (Some(state @ ("confirmed" | "waitlisted")), InvitationPage::Used(event)) => {
            registered(&visit, event, state)
        }
        (Some(state @ ("confirmed" | "waitlisted")), InvitationPage::Open(open)) => {
            registered(&visit, &open.event, state)
        }
        // Declined by this browser a moment ago: nothing has gone wrong.
        (Some("declined"), InvitationPage::Declined(_)) => {
            page(&visit, found, None).status(StatusCode::OK)
        }
        _ => page(&visit, found, None),
    })
}

async fn load(visit: &Visit, token: &str) -> Answer<InvitationPage> {
    let found = visit
        .services()
        .invitation_page(visit.actor.as_ref(), token);
    found.await.map_err(|error| visit.failure(error))
}

async fn submit(
    visit: Visit,
    Path(Token { token }): Path<Token>,
    browser: Browser,
    jar: CookieJar,
    posted: Posted,
) -> Answer<Response> {
    let services = visit.services();
    if posted.get("answer") == "decline" {
        let found = services.decline_invitation(&token).await;
        let found = found.map_err(|error| visit.failure(error))?;
        return Ok(match found {
            InvitationPage::Declined(_) => {
                Redirect::to(&format!("{}?done=declined", visit.path)).into_response()
            }
            other => page(&visit, other, None).into_response(),
        });
    }
    let form = RegistrationForm {
        details: details_form(&posted, visit.locale.tag()),
        email: posted.get("email").to_owned(),
        consent: posted.get("consent") == "yes",
    };
    let actor = visit.actor.as_ref();
    let done = services.accept_invitation(actor, visit.locale, &token, &form, &browser.0);
    let (errors, note) = match done.await {
        Ok(Accepted::Done {
            state,
            account,
            sign_in,
        }) => {
            let here = actor.is_some_and(|actor| actor.account == account);
            let next = match here || sign_in.is_some() {
                true => visit.link(&format!("/my?done={state}")),
                false => format!("{}?done={state}", visit.path),
            };
            let jar = match sign_in {
                Some(new) => jar.add(browser::cookie(services, &new.secret)),
                None => jar,
            };
            return Ok((jar, Redirect::to(&next)).into_response());
        }
        Ok(Accepted::CheckMail) => {
            let jar = written_to::keep(&visit, jar, &form.email);
            let next = format!("{}?done=sent", visit.path);
            return Ok((jar, Redirect::to(&next)).into_response());
        }
        Ok(Accepted::Not(found)) => return Ok(page(&visit, found, None).into_response()),
        Ok(Accepted::Already(state)) => {
            let note = already(visit.locale, state).into_any();
            (FieldErrors::new(), Some(note))
        }
        Ok(Accepted::Full) => (FieldErrors::new(), Some(full(visit.locale).into_any())),
        Err(Error::Refused(errors)) => (errors, None),
        Err(error) => return Err(visit.failure(error)),
    };
    let found = load(&visit, &token).await?;
    let typed = Some((posted, errors, note));
    let open = matches!(found, InvitationPage::Open(_));
    let page = page(&visit, found, typed);
    // Where it has been used or taken back in this very moment, the page says that instead.
    Ok(match open {
        true => page.status(StatusCode::UNPROCESSABLE_ENTITY),
        false => page,
    }
    .into_response())
}

/// What was typed, what is wrong with it, and why nothing was stored otherwise.
type Typed = (Posted, FieldErrors, Option<AnyView>);

fn page(visit: &Visit, found: InvitationPage, typed: Option<Typed>) -> Page {
    let l = visit.locale;
    let gone = |title: String, event: Option<EventBrief>, text: String, next| {
        let line = event.as_ref().map(|event| brief::line(l, event));
        let content = framed(
            title.clone(),
            line,
            brief::with_next(l, event.as_ref(), text, next),
        );
        visit.page(title, content).status(StatusCode::GONE)
    };
    let events = (visit.link("/events"), t!(l, "register-other-events"));
    let page = match found {
        InvitationPage::Open(open) => {
            let title = t!(l, "invitation-title");
            let line = brief::line(l, &open.event);
            let content = framed(title.clone(), line, view(visit, &open, typed));
            visit.page(title, content)
        }
        InvitationPage::Used(event) => gone(
            t!(l, "invitation-used-title"),
            Some(*event),
            t!(l, "invitation-used-text"),
            (visit.link("/my"), t!(l, "nav-my")),
        ),
        InvitationPage::Declined(event) => gone(
            t!(l, "invitation-declined-title"),
            Some(*event),
            t!(l, "invitation-declined-text"),
            events,
        ),
        InvitationPage::Over(event) => gone(
            t!(l, "invitation-over-title"),
            Some(*event),
            t!(l, "invitation-over-text"),
            events,
        ),
        InvitationPage::EventCancelled(event) => gone(
            t!(l, "gate-cancelled"),
            Some(*event),
            t!(l, "register-cancelled"),
            events,
        ),
        InvitationPage::Unknown => gone(
            t!(l, "confirm-unknown-title"),
            None,
            t!(l, "offer-unknown-text"),
            events,
        ),
    };
    page.private()
}

fn framed(
    title: String,
    line: impl IntoView + 'static,
    content: impl IntoView + 'static,
) -> impl IntoAny {
    view! {
        <div class="lead">
            <h1>{title}</h1>
            {line}
        </div>
        {content}
    }
}

fn view(visit: &Visit, open: &OpenInvitation, typed: Option<Typed>) -> impl IntoView + use<> {
    let l = visit.locale;
    let (values, errors, note) = typed.unwrap_or_else(|| {
        let values = person_values(&open.known, open.email.as_deref().unwrap_or_default());
        (values, FieldErrors::new(), None)
    });
    let form = Form::new(l, values, errors);
    let role = match open.role {
        ParticipantRole::Participant => t!(l, "invitation-participant"),
        ParticipantRole::Observer => t!(l, "invitation-observer"),
        ParticipantRole::Speaker => t!(l, "invitation-speaker"),
    };
    let passing = match open.forwarding {
        true => t!(l, "mail-invited-forward"),
        false => t!(l, "mail-invited-personal"),
    };
    let until = brief::moment(l, &open.event, open.until);
    let decline = open.can_decline.then(|| decline(visit));
    view! {
        {note}
        <div class="two">
            <div>
                <p>{role}</p>
                <p>
                    <strong>{t!(l, "invitation-until", until = until)}</strong> " " {passing}
                </p>
                {registration(visit, open, form)}
                {decline}
            </div>
            {brief::aside(l, &open.event)}
        </div>
    }
}

fn registration(visit: &Visit, open: &OpenInvitation, form: Form) -> impl IntoView + use<> {
    let l = visit.locale;
    let address = match &open.email {
        Some(email) => {
            let email = email.clone();
            view! {
                <p class="field">{t!(l, "register-as")} " " <strong dir="ltr">{email}</strong></p>
            }
            .into_any()
        }
        None => view! {
            <TextField
                form=form.clone() name="email" label=t!(l, "person-email")
                hint=t!(l, "invitation-email-hint") kind="email" autocomplete="email" dir="ltr"
            />
        }
        .into_any(),
    };
    let countries = open.countries.clone();
    view! {
        <ErrorSummary form=form.clone() />
        <form method="post" action=visit.path.clone() novalidate=true>
            {address}
            <PersonFields form=form.clone() countries />
            <p class="soft">
                {t!(l, "register-privacy")} " "
                <a href=visit.link("/privacy")>{t!(l, "privacy-title")}</a>
            </p>
            <CheckBox form name="consent" label=t!(l, "register-consent") />
            <div class="actions">
                <button type="submit">{t!(l, "register-button")}</button>
            </div>
        </form>
    }
}

fn decline(visit: &Visit) -> impl IntoView + use<> {
    let l = visit.locale;
    view! {
        <section aria-labelledby="decline">
            <h2 id="decline">{t!(l, "invitation-cannot")}</h2>
            <p>{t!(l, "invitation-cannot-text")}</p>
            <form method="post" action=visit.path.clone()>
                <div class="actions">
                    <button type="submit" name="answer" value="decline" class="quiet">
                        {t!(l, "invitation-decline")}
                    </button>
                </div>
            </form>
        </section>
    }
}

/// No seat is left, and nobody may wait for one.
fn full(l: Locale) -> impl IntoView + use<> {
    view! {
        <div class="note bad" role="alert">
            <p><strong>{t!(l, "gate-full")}</strong></p>
            <p>{t!(l, "register-full")}</p>
        </div>
    }
}

/// Registered by a browser that is not signed in, and may not be by this link.
fn registered(visit: &Visit, event: &EventBrief, state: &str) -> Page {
    let l = visit.locale;
    let (title, what) = match state {
        "waitlisted" => (
            t!(l, "invitation-waiting-title"),
            t!(l, "my-done-waitlisted"),
        ),
        _ => (t!(l, "invitation-done-title"), t!(l, "my-done-confirmed")),
    };
    let text = format!("{what} {}", t!(l, "confirm-done-sign-in"));
    let next = format!("{}?next={}", visit.link("/sign-in"), visit.link("/my"));
    let next = (next, t!(l, "nav-sign-in"));
    let line = brief::line(l, event);
    let content = framed(
        title.clone(),
        line,
        brief::with_next(l, Some(event), text, next),
    );
    visit.page(title, content).private()
}

/// The page after the form with an address that is to be confirmed: the same for everybody.
fn sent(visit: &Visit, jar: &CookieJar) -> Page {
    let l = visit.locale;
    let content = view! {
        <div class="lead">
            <h1>{t!(l, "register-sent-title")}</h1>
            {written_to::shown(visit, jar, visit.path.clone())}
            <p>{t!(l, "register-sent-text")}</p>
        </div>
        {waiting_mail(visit)}
    };
    visit.page(t!(l, "register-sent-title"), content).private()
}
