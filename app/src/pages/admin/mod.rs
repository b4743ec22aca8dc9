//! For administrators: what the installation does by itself, and the mail that it sends.

mod dead;
mod jobs;
mod list;
mod mail;
mod one;
mod overview;

use crate::Web;
use crate::web::{Page, Visit, export_routes};
use axum::Router;
use axum::routing::get;
use leptos::prelude::*;
use maktab_domain::{MailState, Timestamp};
use maktab_locale::{LocalTime, Locale, t};

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/{lang}/admin", get(overview::show))
        .route("/{lang}/admin/jobs", get(jobs::show).post(jobs::submit))
        .route("/{lang}/admin/mail", get(mail::show))
        .route(
            "/{lang}/admin/undelivered",
            get(dead::show).post(dead::submit),
        )
        .route("/{lang}/admin/mail/{id}", get(one::show).post(one::submit))
        .merge(export_routes("/{lang}/admin/jobs", jobs::download))
        .merge(export_routes("/{lang}/admin/mail", mail::download))
        .merge(export_routes("/{lang}/admin/undelivered", dead::download))
}

/// The parts of administration.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tab {
    Overview,
    Jobs,
    Mail,
    Dead,
}

impl Tab {
    const ALL: [Self; 4] = [Self::Overview, Self::Jobs, Self::Mail, Self::Dead];

    fn path(self) -> &'static str {
        match self {
            Self::Overview => "/admin",
            Self::Jobs => "/admin/jobs",
            Self::Mail => "/admin/mail",
            Self::Dead => "/admin/undelivered",
        }
    }

    fn name(self, l: Locale) -> String {
        match self {
            Self::Overview => t!(l, "admin-tab-overview"),
            Self::Jobs => t!(l, "admin-tab-jobs"),
            Self::Mail => t!(l, "admin-tab-mail"),
            Self::Dead => t!(l, "admin-tab-dead"),
        }
    }
}

/// A part of administration with the way to the others.
fn frame(visit: &Visit, tab: Tab, content: impl IntoAny) -> Page {
    let l = visit.locale;
    let tabs = Tab::ALL.map(|other| {
        let here = (other == tab).then_some("page");
        view! { <li><a href=visit.link(other.path()) aria-current=here>{other.name(l)}</a></li> }
    });
    let content = view! {
        <div class="lead">
            <h1>{t!(l, "admin-title")}</h1>
        </div>
        <nav aria-label=t!(l, "admin-tabs")>
            <ul class="tabs">{tabs.into_iter().collect_view()}</ul>
        </nav>
        {content.into_any()}
    };
    let title = if tab == Tab::Overview {
        t!(l, "admin-title")
    } else {
        t!(l, "admin-page-title", page = tab.name(l))
    };
    visit.page(title, content)
}

fn utc(at: Timestamp) -> LocalTime {
    LocalTime::or_utc(at.millis(), "UTC")
}

/// A time in UTC, in words.
fn words(l: Locale, at: Timestamp) -> String {
    l.date_time(&utc(at))
}

/// A time in UTC.
fn moment(l: Locale, at: Timestamp) -> impl IntoView + use<> {
    let at = utc(at);
    view! { <time class="num" datetime=at.iso_datetime()>{l.date_time(&at)}</time> }
}

/// Where a mail stands, in a word.
fn state_badge(l: Locale, state: MailState) -> impl IntoView + use<> {
    let class = match state {
        MailState::Sent => "state good",
        MailState::Waiting | MailState::Leased => "state",
        MailState::Retrying => "state warn",
        MailState::Dead => "state bad",
        MailState::Discarded => "state quiet",
    };
    let text = l.text(&format!("mail-state-{state}"));
    view! { <span class=class>{text}</span> }
}

/// What a mail is about; a kind of another version of the program by its code.
fn kind_name(l: Locale, kind: &str) -> String {
    match kind.parse::<maktab_domain::MailKind>() {
        Ok(kind) => l.text(&format!("mail-kind-{kind}")),
        Err(_) => kind.to_owned(),
    }
}
