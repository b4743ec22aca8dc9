//! A person's own registrations, certificates, details and account.

mod account;
mod cancel;
mod certificates;
mod details;
mod export;
mod registrations;

use crate::Web;
use crate::web::{Answer, Visit, export_routes, exports};
use axum::Router;
use axum::extract::Query;
use axum::routing::{get, post};
use leptos::prelude::*;
use maktab_locale::{Locale, t};
use serde::Deserialize;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/{lang}/my", get(show))
        .merge(export_routes(
            "/{lang}/my/registrations",
            export::registrations,
        ))
        .merge(export_routes(
            "/{lang}/my/certificates",
            export::certificates,
        ))
        .route(
            "/{lang}/my/details",
            get(details::show).post(details::submit),
        )
        .route(
            "/{lang}/my/account",
            get(account::show).post(account::submit),
        )
        .merge(export_routes("/{lang}/my/browsers", account::download))
        .route(
            "/{lang}/my/registrations/{id}/cancel",
            get(cancel::show).post(cancel::submit),
        )
        .route(
            "/{lang}/my/registrations/{id}/confirm",
            post(registrations::confirm),
        )
}

/// What has just been done, to be said once.
#[derive(Deserialize)]
struct JustDone {
    done: Option<String>,
}

impl JustDone {
    fn note(&self, l: Locale) -> Option<impl IntoView + use<>> {
        let text = match self.done.as_deref()? {
            "confirmed" => t!(l, "my-done-confirmed"),
            "submitted" => t!(l, "my-done-submitted"),
            "waitlisted" => t!(l, "my-done-waitlisted"),
            "accepted" => t!(l, "my-done-confirmed"),
            "declined" => t!(l, "my-done-declined"),
            "cancelled" => t!(l, "my-done-cancelled"),
            "details" => t!(l, "my-done-details"),
            "password" => t!(l, "my-done-password"),
            "signed-out" => t!(l, "my-done-signed-out"),
            _ => return None,
        };
        Some(view! { <p class="note good" role="status">{text}</p> })
    }
}

async fn show(visit: Visit, Query(done): Query<JustDone>) -> Answer {
    let actor = visit.signed_in()?;
    let found = visit.services().my_page(actor).await;
    let page = found.map_err(|error| visit.failure(error))?;
    let l = visit.locale;
    // One's own lists as files, where there is something in them.
    let files = |list: &str, empty: bool| {
        let path = visit.link(&format!("/my/{list}"));
        (!empty).then(|| view! { <p class="soft">{exports(l, &path, "")}</p> })
    };
    let no_registrations = page.upcoming.is_empty() && page.past.is_empty();
    let registrations_files = files("registrations", no_registrations);
    let certificates_files = files("certificates", page.certificates.is_empty());
    let content = view! {
        <div class="lead"><h1>{t!(l, "my-title")}</h1></div>
        {tabs(&visit)}
        {done.note(l)}
        <section aria-labelledby="upcoming">
            <h2 id="upcoming">{t!(l, "my-upcoming")}</h2>
            {registrations_files}
            {registrations::upcoming(l, page.upcoming)}
        </section>
        <section aria-labelledby="certificates">
            <h2 id="certificates">{t!(l, "my-certificates")}</h2>
            {certificates_files}
            {certificates::list(l, page.certificates)}
        </section>
        {registrations::past(l, page.past)}
    };
    Ok(visit.page(t!(l, "my-title"), content))
}

/// The three pages of a person.
fn tabs(visit: &Visit) -> impl IntoView + use<> {
    let l = visit.locale;
    let tabs = [
        ("/my", t!(l, "nav-my")),
        ("/my/details", t!(l, "my-details-title")),
        ("/my/account", t!(l, "my-account-title")),
    ];
    let tabs = tabs.into_iter().map(|(path, text)| {
        let href = visit.link(path);
        let here = (visit.path == href).then_some("page");
        view! { <li><a href=href aria-current=here>{text}</a></li> }
    });
    let tabs = tabs.collect_view();
    view! {
        <nav aria-label=t!(l, "my-title")>
            <ul class="tabs">{tabs}</ul>
        </nav>
    }
}
