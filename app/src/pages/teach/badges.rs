//! How far the attendance of a session is, in a word.

use super::parts::of_all;
use leptos::prelude::*;
use maktab_domain::Timestamp;
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::attendance::{TakingGate, TaughtSession};

/// "Now", for a session that is going on.
pub(super) fn now_badge(l: Locale, session: &TaughtSession) -> impl IntoView + use<> {
    session
        .now
        .then(|| view! { " " <span class="state warn">{t!(l, "teach-now")}</span> })
}

/// How far attendance is: taken, missing, from when, or none.
pub(super) fn attendance_badge(
    l: Locale,
    session: &TaughtSession,
    zone: &str,
    now: Timestamp,
) -> impl IntoView + use<> {
    let progress = of_all(l, session.recorded, session.expected);
    let complete = session.recorded >= session.expected && session.expected > 0;
    let (class, text) = match session.gate {
        TakingGate::Untracked => ("state quiet", t!(l, "teach-badge-untracked")),
        TakingGate::NotYet(opens) => {
            let at = LocalTime::or_utc(opens.millis(), zone);
            let text = t!(l, "teach-badge-from", time = l.time(&at));
            ("state quiet", text)
        }
        _ if complete => (
            "state good",
            t!(l, "teach-badge-taken", progress = progress),
        ),
        _ if session.recorded > 0 => {
            let text = t!(l, "teach-badge-partly", progress = progress);
            ("state warn", text)
        }
        TakingGate::Open if session.is_missing(now) => ("state bad", t!(l, "teach-badge-missing")),
        TakingGate::Open => ("state", t!(l, "teach-badge-open")),
        TakingGate::Closed => ("state quiet", t!(l, "teach-badge-none")),
    };
    view! { <span class=class>{text}</span> }
}
