//! The top of every page about an event: title, state, line of facts, and the tabs.

use super::event_path;
use crate::pages::teach::event_line;
use crate::web::{Content, Visit};
use leptos::prelude::*;
use maktab_domain::EventState;
use maktab_locale::{Locale, t};
use maktab_services::managing::Head;

/// The pages about an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pages) enum EventTab {
    Overview,
    Details,
    Agenda,
    Registrations,
    Attendance,
    Certificates,
}

/// Puts what a page says of an event under its title and tabs.
pub(in crate::pages) fn event_frame(
    visit: &Visit,
    head: &Head,
    tab: EventTab,
    content: AnyView,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let place = (&head.city, head.country.as_str());
    let days = (head.starts_at, head.ends_at);
    let line = event_line(l, days, &head.time_zone, head.mode, place);
    let now = visit.services().now();
    let running =
        head.state == EventState::Published && head.starts_at <= now && now < head.ends_at;
    view! {
        <div class="lead">
            <p>
                <a href=visit.link("/manage")>{t!(l, "manage-title")}</a>
            </p>
            <h1>
                <Content l texts=head.titles.clone() />
            </h1>
            {line}
            <p>
                {state_badge(l, head.state, running)} " "
                <span class="state quiet">{l.text(&format!("kind-{}", head.kind))}</span>
            </p>
        </div>
        {tabs(visit, &head.slug, tab)}
        {content}
    }
}

fn tabs(visit: &Visit, slug: &str, here: EventTab) -> impl IntoView + use<> {
    let l = visit.locale;
    let tabs = [
        (EventTab::Overview, "", t!(l, "manage-tab-overview")),
        (EventTab::Details, "/edit", t!(l, "manage-tab-details")),
        (EventTab::Agenda, "/agenda", t!(l, "manage-tab-agenda")),
        (
            EventTab::Registrations,
            "/registrations",
            t!(l, "manage-tab-registrations"),
        ),
        (EventTab::Attendance, "", t!(l, "manage-tab-attendance")),
        (
            EventTab::Certificates,
            "/certificates",
            t!(l, "manage-tab-certificates"),
        ),
    ];
    let items = tabs.map(|(tab, rest, text)| {
        let href = if tab == EventTab::Attendance {
            visit.link(&format!("/teach/{slug}"))
        } else {
            event_path(visit, slug, rest)
        };
        let current = (tab == here).then_some("page");
        view! { <li><a href=href aria-current=current>{text}</a></li> }
    });
    let items = items.into_iter().collect_view();
    view! {
        <nav aria-label=t!(l, "manage-tabs")>
            <ul class="tabs">{items}</ul>
        </nav>
    }
}

/// Where an event stands, in a word.
pub(super) fn state_badge(l: Locale, state: EventState, running: bool) -> impl IntoView + use<> {
    let class = match state {
        EventState::Draft => "state warn",
        EventState::Published => "state good",
        EventState::Cancelled => "state bad",
        EventState::Completed | EventState::Archived => "state quiet",
    };
    let text = if running {
        t!(l, "state-event-running")
    } else {
        l.text(&format!("state-event-{state}"))
    };
    view! { <span class=class>{text}</span> }
}
