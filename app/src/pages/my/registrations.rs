//! One's own registrations: those to come, and those that are over.

use crate::pages::brief;
use crate::pages::offer::answer_form;
use crate::pages::register::typed_details;
use crate::web::{Answer, DOT, Visit};
use axum::extract::Path;
use axum::response::Redirect;
use leptos::prelude::*;
use maktab_domain::{RegistrationId, RegistrationState};
use maktab_locale::{Locale, t};
use maktab_services::Error;
use maktab_services::my::OwnRegistration;
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Id {
    id: String,
}

impl Id {
    /// The registration of this address; what cannot be one is not found.
    pub fn parse(&self, visit: &Visit) -> Answer<RegistrationId> {
        let id = self.id.parse();
        id.map_err(|_| visit.failure(Error::NotFound))
    }
}

/// Confirms a pending registration: to be signed in has proven the address.
pub(super) async fn confirm(visit: Visit, Path(id): Path<Id>) -> Answer<Redirect> {
    let actor = visit.signed_in()?;
    let id = id.parse(&visit)?;
    let state = visit.services().confirm_own(actor, id).await;
    let state = state.map_err(|error| visit.failure(error))?;
    Ok(Redirect::to(&visit.link(&format!("/my?done={state}"))))
}

/// The registrations to come.
pub(super) fn upcoming(l: Locale, own: Vec<OwnRegistration>) -> impl IntoView + use<> {
    if own.is_empty() {
        return view! {
            <div class="empty">
                <p>{t!(l, "my-upcoming-empty")}</p>
                <p><a class="btn" href=format!("/{}/events", l.tag())>{t!(l, "my-find-event")}</a></p>
            </div>
        }
        .into_any();
    }
    let cards = own.into_iter().map(|own| card(l, own)).collect_view();
    view! { <ul class="own">{cards}</ul> }.into_any()
}

fn card(l: Locale, own: OwnRegistration) -> impl IntoView + use<> {
    let event = &own.event;
    let base = format!("/{}/my/registrations/{}", l.tag(), own.id);
    let start = brief::local(event, event.starts);
    let pending = own.state == RegistrationState::Pending;
    let held = own.hold_until.filter(|_| pending).map(|until| {
        let until = brief::moment(l, event, until);
        view! {
            <p class="soft">{t!(l, "my-held", until = until)}</p>
        }
    });
    let confirm = pending.then(|| {
        view! {
            <form method="post" action=format!("{base}/confirm")>
                <button type="submit" class="small">{t!(l, "confirm-button")}</button>
            </form>
        }
    });
    let place = own.place.map(|(place, length)| {
        view! { <p class="queue-place">{t!(l, "my-place", place = place, length = length)}</p> }
    });
    let offer = own.hold_until.filter(|_| own.can_answer).map(|until| {
        let until = brief::moment(l, event, until);
        view! {
            <p><strong>{t!(l, "offer-until", until = until)}</strong></p>
            {answer_form(l, format!("{base}/offer"))}
        }
    });
    let typed = own.typed.as_ref().map(|typed| typed_details(l, typed));
    let calendar = (own.state == RegistrationState::Confirmed).then(|| {
        let href = format!("/events/{}.ics", event.slug);
        view! { <a href=href>{t!(l, "my-calendar")}</a> }
    });
    // Whoever can decline an offer needs no second way to give it up.
    let cancel = (own.can_cancel && !own.can_answer).then(|| {
        view! { <a href=format!("{base}/cancel")>{t!(l, "my-cancel")}</a> }
    });
    view! {
        <li class="box">
            <h3>{brief::title_link(l, event)}</h3>
            <p>{badge(l, own.state)}</p>
            <p>
                {brief::days(l, event)} {DOT}
                <time datetime=start.iso_datetime()>{l.time(&start)}</time>
                " (" {l.zone_name(&start)} ")" {DOT} {brief::place(l, event)}
            </p>
            {place}
            {typed}
            {held}
            {offer}
            <div class="actions">{confirm}{calendar}{cancel}</div>
        </li>
    }
}

/// The registrations that are over; nothing at all where there are none.
pub(super) fn past(l: Locale, own: Vec<OwnRegistration>) -> impl IntoView + use<> {
    (!own.is_empty()).then(|| {
        let rows = own.into_iter().map(|own| row(l, own)).collect_view();
        view! {
            <section>
                <h2 id="past">{t!(l, "my-past")}</h2>
                <div class="table-wrap" tabindex="0">
                    <table class="stack">
                        <caption class="hidden">{t!(l, "my-past")}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{t!(l, "my-column-event")}</th>
                                <th scope="col">{t!(l, "brief-when")}</th>
                                <th scope="col">{t!(l, "my-column-state")}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        }
    })
}

fn row(l: Locale, own: OwnRegistration) -> impl IntoView + use<> {
    let state = if own.event_cancelled {
        view! { <span class="state bad">{t!(l, "gate-cancelled")}</span> }.into_any()
    } else if own.state == RegistrationState::Waitlisted {
        view! { <span class="state quiet">{t!(l, "my-no-seat")}</span> }.into_any()
    } else {
        badge(l, own.state).into_any()
    };
    let reason = own.reason.map(|reason| {
        view! { <p class="soft">{t!(l, "my-reason", reason = reason)}</p> }
    });
    let ran_out = own.ran_out.then(|| {
        view! { <p class="soft">{t!(l, "my-ran-out")}</p> }
    });
    view! {
        <tr>
            <th scope="row">{brief::title_link(l, &own.event)}</th>
            <td>{brief::days(l, &own.event)}</td>
            <td>{state} {reason} {ran_out}</td>
        </tr>
    }
}

/// Where a registration stands, in its colour.
pub(super) fn badge(l: Locale, state: RegistrationState) -> impl IntoView + use<> {
    let class = match state {
        RegistrationState::Confirmed => "state good",
        RegistrationState::Pending | RegistrationState::Offered => "state warn",
        RegistrationState::Submitted | RegistrationState::Waitlisted => "state",
        RegistrationState::Declined | RegistrationState::Cancelled => "state quiet",
    };
    view! { <span class=class>{t!(l, &format!("state-registration-{state}"))}</span> }
}
