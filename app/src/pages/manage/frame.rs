//! The top of every page about an event: title, state, line of facts, and the tabs.

use super::{event_path, list_title};
use crate::pages::teach::event_line;
use crate::web::{Content, Visit, trail};
use leptos::prelude::*;
use maktab_domain::{EventState, Texts};
use maktab_locale::{Locale, t};
use maktab_services::managing::Head;

/// The pages about an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pages) enum EventTab {
    Overview,
    Details,
    Agenda,
    Registrations,
    Seats,
    Invitations,
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
            {trail(t!(l, "trail-label"), vec![list(visit)])}
            <h1>
                <Content l texts=head.titles.clone() />
            </h1>
            {line}
            <p class="screen">
                {state_badge(l, head.state, running)} " "
                <span class="state quiet">{l.text(&format!("kind-{}", head.kind))}</span>
            </p>
        </div>
        {tabs(visit, &head.slug, tab)}
        {content}
    }
}

fn list(visit: &Visit) -> (String, AnyView) {
    (visit.link("/manage"), list_title(visit).into_any())
}

/// The way back from a page below one of the tabs: to the list, the event, and the tab.
pub(in crate::pages) fn event_trail(
    visit: &Visit,
    slug: &str,
    titles: Texts,
    tab: EventTab,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let event = view! { <Content l texts=titles /> }.into_any();
    let mut steps = vec![list(visit), (event_path(visit, slug, ""), event)];
    let own = tabs_of(visit, slug)
        .into_iter()
        .find(|(one, ..)| *one == tab);
    steps.extend(own.map(|(_, href, text)| (href, text.into_any())));
    trail(t!(l, "trail-label"), steps)
}

/// Every tab with its address and its name.
fn tabs_of(visit: &Visit, slug: &str) -> [(EventTab, String, String); 8] {
    let l = visit.locale;
    let path = |rest: &str| event_path(visit, slug, rest);
    [
        (EventTab::Overview, path(""), t!(l, "manage-tab-overview")),
        (
            EventTab::Details,
            path("/edit"),
            t!(l, "manage-tab-details"),
        ),
        (
            EventTab::Agenda,
            path("/agenda"),
            t!(l, "manage-tab-agenda"),
        ),
        (
            EventTab::Registrations,
            path("/registrations"),
            t!(l, "manage-tab-registrations"),
        ),
        (EventTab::Seats, path("/seats"), t!(l, "manage-tab-seats")),
        (
            EventTab::Invitations,
            path("/invitations"),
            t!(l, "invite-tab"),
        ),
        // Trainers have the same page.
        (
            EventTab::Attendance,
            visit.link(&format!("/teach/{slug}")),
            t!(l, "manage-tab-attendance"),
        ),
        (
            EventTab::Certificates,
            path("/certificates"),
            t!(l, "manage-tab-certificates"),
        ),
    ]
}

fn tabs(visit: &Visit, slug: &str, here: EventTab) -> impl IntoView + use<> {
    let items = tabs_of(visit, slug).map(|(tab, href, text)| {
        let current = (tab == here).then_some("page");
        view! { <li><a href=href aria-current=current>{text}</a></li> }
    });
    let items = items.into_iter().collect_view();
    view! {
        <nav aria-label=t!(visit.locale, "manage-tabs")>
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
