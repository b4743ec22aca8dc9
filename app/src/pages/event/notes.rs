//! What a visitor has to know first: draft, cancelled, over, under way.

use leptos::prelude::*;
use maktab_domain::EventState;
use maktab_locale::{Locale, t};
use maktab_services::catalogue::{Event, Phase};

pub(super) fn notes(l: Locale, event: &Event) -> impl IntoView + use<> {
    match (event.state, event.seats.phase) {
        (EventState::Draft, _) => note("note", t!(l, "event-draft")).into_any(),
        (EventState::Cancelled, _) => {
            let reason = event.cancellation_reason.as_deref();
            let reason = reason.filter(|reason| !reason.is_empty()).map(|reason| {
                view! { <p dir="auto">{t!(l, "event-cancelled-reason", reason = reason)}</p> }
            });
            view! {
                <div class="note bad">
                    <p><b>{t!(l, "event-cancelled")}</b></p>
                    {reason}
                </div>
            }
            .into_any()
        }
        (_, Phase::Over) => note("note", t!(l, "event-over")).into_any(),
        (_, Phase::Running) => note("note good", t!(l, "event-running")).into_any(),
        (_, Phase::Upcoming) => ().into_any(),
    }
}

fn note(class: &'static str, text: String) -> impl IntoView + use<> {
    view! { <p class=class>{text}</p> }
}
