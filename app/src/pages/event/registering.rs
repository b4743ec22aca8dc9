//! How to register, or why one cannot.

use crate::pages::catalogue::last_day;
use crate::web::Visit;
use leptos::prelude::*;
use maktab_domain::{RegistrationGate, RegistrationMode};
use maktab_locale::{LocalTime, t};
use maktab_services::catalogue::{Event, Phase};

pub(super) fn registering(visit: &Visit, event: &Event) -> impl IntoView + use<> {
    let l = visit.locale;
    if let Some(state) = event.own_place {
        let state = t!(l, &format!("state-registration-{state}"));
        return view! {
            <p>{t!(l, "event-own-place", state = state)}</p>
            <p>
                <a class="btn" href=visit.link("/my")>{t!(l, "event-to-my")}</a>
            </p>
        }
        .into_any();
    }
    let seats = &event.seats;
    let last = || l.date_medium(&last_day(seats.closes, &event.time_zone));
    let why = match (seats.gate, seats.phase) {
        // The note at the top says it already.
        (RegistrationGate::Cancelled, _) | (_, Phase::Over) => return ().into_any(),
        (RegistrationGate::Open | RegistrationGate::WaitingList, _) => {
            return button(visit, event).into_any();
        }
        (RegistrationGate::NotYet, _) => {
            let opens = LocalTime::or_utc(seats.opens.millis(), &event.time_zone);
            t!(l, "event-not-yet", date = l.date_time(&opens))
        }
        (RegistrationGate::Closed, _) => t!(l, "event-closed", date = last()),
        (RegistrationGate::Full, _) => t!(l, "event-full"),
        (RegistrationGate::ByNomination, _) => t!(l, "event-by-nomination", date = last()),
        (RegistrationGate::ByInvitation, _) => t!(l, "event-by-invitation"),
    };
    view! { <p>{why}</p> }.into_any()
}

fn button(visit: &Visit, event: &Event) -> impl IntoView + use<> {
    let l = visit.locale;
    let href = visit.link(&format!("/events/{}/register", event.slug));
    let approval = (event.seats.admission == RegistrationMode::Approval).then(|| {
        view! { <p class="hint">{t!(l, "event-approval")}</p> }
    });
    let waits = event.seats.gate == RegistrationGate::WaitingList;
    let waiting = waits.then(|| {
        view! { <p class="hint">{t!(l, "register-waiting")}</p> }
    });
    let text = match waits {
        true => t!(l, "register-button-waiting"),
        false => t!(l, "event-register"),
    };
    view! {
        {approval}
        {waiting}
        <p>
            <a class="btn" href=href>{text}</a>
        </p>
    }
}
