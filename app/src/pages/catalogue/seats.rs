//! The seats of an event in words, with a meter where it says something.

use crate::web::DOT;
use leptos::prelude::*;
use maktab_domain::{RegistrationGate, Timestamp};
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::catalogue::{Phase, Seats};

/// How many seats are left, or why none can be had. Times are those of the event's zone.
pub(in crate::pages) fn seats(l: Locale, seats: &Seats, zone: &str) -> impl IntoView + use<> {
    let class = match seats.gate {
        RegistrationGate::Cancelled => "seats full",
        _ if seats.phase == Phase::Over => "seats",
        RegistrationGate::Full | RegistrationGate::WaitingList => "seats full",
        RegistrationGate::Open if seats.are_few() => "seats few",
        _ => "seats",
    };
    // The words say the same: the meter is for the eye.
    let has_meter = matches!(
        seats.gate,
        RegistrationGate::Open
            | RegistrationGate::Full
            | RegistrationGate::WaitingList
            | RegistrationGate::ByNomination
            | RegistrationGate::ByInvitation
    );
    let meter = has_meter.then(|| {
        view! { <meter max=seats.capacity value=seats.taken() aria-hidden="true"></meter> }
    });
    view! { <div class=class>{words(l, seats, zone)}{meter}</div> }
}

fn words(l: Locale, seats: &Seats, zone: &str) -> AnyView {
    let bold = |text: String, rest: Option<String>| {
        let rest = rest.map(|rest| format!("{DOT}{rest}"));
        view! { <b>{text}</b>{rest} }.into_any()
    };
    let gate = t!(l, &format!("gate-{}", seats.gate));
    let until = || {
        t!(
            l,
            "seats-until",
            date = l.day_month(&last_day(seats.closes, zone))
        )
    };
    match (seats.gate, seats.phase) {
        (RegistrationGate::Cancelled, _) => bold(gate, None),
        (_, Phase::Over) => t!(l, "seats-over").into_any(),
        (RegistrationGate::Closed, Phase::Running) => bold(t!(l, "state-event-running"), None),
        (RegistrationGate::Closed, Phase::Upcoming) => gate.into_any(),
        (RegistrationGate::Open, _) => {
            let text = t!(
                l,
                "seats-left",
                left = seats.left,
                capacity = seats.capacity
            );
            if seats.are_few() {
                bold(text, None)
            } else {
                text.into_any()
            }
        }
        (RegistrationGate::Full | RegistrationGate::WaitingList, _) => bold(gate, None),
        (RegistrationGate::NotYet, _) => {
            let opens = LocalTime::or_utc(seats.opens.millis(), zone);
            t!(l, "seats-opens", date = l.day_month(&opens)).into_any()
        }
        (RegistrationGate::ByNomination, _) => bold(gate, Some(until())),
        (RegistrationGate::ByInvitation, _) => bold(gate, None),
    }
}

/// The last day on which one can still register: the one of the instant before closing.
pub(in crate::pages) fn last_day(closes: Timestamp, zone: &str) -> LocalTime {
    LocalTime::or_utc(closes.millis().saturating_sub(1), zone)
}
