//! Giving up a registration: the page says what will happen before it does.

use super::registrations::{Id, badge};
use crate::pages::brief;
use crate::web::{Answer, Visit};
use axum::extract::Path;
use axum::response::Redirect;
use leptos::prelude::*;
use maktab_domain::RegistrationState;
use maktab_locale::t;

pub(super) async fn show(visit: Visit, Path(id): Path<Id>) -> Answer {
    let actor = visit.signed_in()?;
    let found = visit
        .services()
        .cancellation(actor, id.parse(&visit)?)
        .await;
    let found = found.map_err(|error| visit.failure(error))?;
    let l = visit.locale;
    let what = match found.state {
        // They hold no seat and have nothing in their calendar.
        RegistrationState::Submitted | RegistrationState::Waitlisted => {
            t!(l, "cancel-text-waiting")
        }
        _ => t!(l, "cancel-text"),
    };
    let action = if found.is_possible {
        view! {
            <p>{what}</p>
            <form method="post" action=visit.path.clone()>
                <div class="actions">
                    <button type="submit" class="danger">{t!(l, "cancel-button")}</button>
                    <a href=visit.link("/my")>{t!(l, "cancel-keep")}</a>
                </div>
            </form>
        }
        .into_any()
    } else if found.state == RegistrationState::Cancelled {
        let event = visit.link(&format!("/events/{}", found.event.slug));
        view! {
            <p>{badge(l, found.state)}</p>
            <p>{t!(l, "cancel-already")}</p>
            <p><a href=event>{t!(l, "cancel-already-event")}</a></p>
            <p><a href=visit.link("/my")>{t!(l, "nav-my")}</a></p>
        }
        .into_any()
    } else {
        view! {
            <p>{badge(l, found.state)}</p>
            <p>{t!(l, "cancel-too-late")}</p>
            <p><a href=visit.link("/my")>{t!(l, "nav-my")}</a></p>
        }
        .into_any()
    };
    let title = if found.state == RegistrationState::Cancelled {
        t!(l, "cancel-already-title")
    } else {
        t!(l, "cancel-title")
    };
    let content = view! {
        <div class="lead">
            <h1>{title.clone()}</h1>
            {brief::line(l, &found.event)}
        </div>
        <div class="two">
            <div>{action}</div>
            {brief::aside(l, &found.event)}
        </div>
    };
    Ok(visit.page(title, content))
}

pub(super) async fn submit(visit: Visit, Path(id): Path<Id>) -> Answer<Redirect> {
    let actor = visit.signed_in()?;
    let id = id.parse(&visit)?;
    let done = visit.services().cancel_registration(actor, id).await;
    done.map_err(|error| visit.failure(error))?;
    Ok(Redirect::to(&visit.link("/my?done=cancelled")))
}
