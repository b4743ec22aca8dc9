//! The first page: what Maktab is, what comes next, and where to go from here.

mod robots;

use super::catalogue::{address, marked, rows};
use crate::Web;
use crate::web::{Answer, Visit};
use axum::Router;
use axum::routing::get;
use leptos::prelude::*;
use maktab_locale::t;
use maktab_services::catalogue::Home;
use maktab_services::reference::Reference;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/{lang}", get(show))
        .route("/robots.txt", get(robots::robots))
        .route("/sitemap.xml", get(robots::sitemap))
}

async fn show(visit: Visit) -> Answer {
    let services = visit.services();
    let home = services.home(visit.locale).await;
    let home = home.map_err(|error| visit.failure(error))?;
    let reference = services.reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    let l = visit.locale;
    let content = view! {
        <div class="lead home">
            <h1>{t!(l, "home-title")}</h1>
            <p>{t!(l, "home-lead")}</p>
        </div>
        {search(&visit)}
        {areas(&visit, &home, &reference)}
        {next(&visit, home, &reference)}
        <h2>{t!(l, "home-verify")}</h2>
        <p>
            {t!(l, "home-verify-text")} " "
            <a href=visit.link("/verify")>{t!(l, "home-verify-link")}</a>
        </p>
    };
    let title = format!("{}: {}", t!(l, "brand"), t!(l, "home-title"));
    Ok(visit.page(title, content).description(t!(l, "home-lead")))
}

fn search(visit: &Visit) -> impl IntoView + use<> {
    let l = visit.locale;
    view! {
        <form class="find one" action=visit.link("/events") role="search">
            <div>
                <label for="q">{t!(l, "home-search")}</label>
                <input id="q" name="q" type="search" />
            </div>
            <button type="submit">{t!(l, "catalogue-filter-search")}</button>
        </form>
    }
}

fn next(visit: &Visit, home: Home, reference: &Reference) -> impl IntoView + use<> {
    let l = visit.locale;
    let list = if home.events.is_empty() {
        view! { <p>{t!(l, "catalogue-none-title")}</p> }.into_any()
    } else {
        view! { <div class="months">{rows(l, reference, home.events, 4)}</div> }.into_any()
    };
    view! {
        <h2>{t!(l, "home-next")}</h2>
        {list}
        <p class="more">
            <a href=visit.link("/events")>{t!(l, "home-all-events")}</a>
        </p>
    }
}

/// The areas as links to their events, with how many there are.
fn areas(visit: &Visit, home: &Home, reference: &Reference) -> impl IntoView + use<> {
    let l = visit.locale;
    let events = visit.link("/events");
    let items = home.areas.iter().filter_map(|(code, count)| {
        let area = marked(l, &reference.area(code)?.names);
        let href = address(&events, [("area", code.clone())]);
        let count = t!(l, "catalogue-count", count = *count);
        Some(view! {
            <li>
                <a href=href lang=area.lang dir=area.dir>{area.text}</a>
                " "
                <small>{count}</small>
            </li>
        })
    });
    let items = items.collect_view();
    view! { <h2>{t!(l, "home-areas")}</h2> <ul class="areas">{items}</ul> }
}
