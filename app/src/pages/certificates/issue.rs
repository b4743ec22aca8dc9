//! Issuing to everybody who is eligible: the page says to how many and to whom, the form
//! starts the run.

use super::{address, trail};
use crate::web::{Answer, DOT, Page, Posted, Visit};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use maktab_locale::{Language, t};
use maktab_services::Error;
use maktab_services::eligible::{Candidate, EventCertificates, Group};

type Address = Path<(String, String)>;

pub(super) async fn show(visit: Visit, Path((_, slug)): Address) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let all = visit.services().event_certificates(actor, &slug).await;
    let all = all.map_err(|error| visit.failure(error))?;
    let going = all.run.as_ref().filter(|run| run.finished_at.is_none());
    if let Some(run) = going {
        let run = address(&visit, &slug, &format!("/runs/{}", run.id));
        return Ok(Redirect::to(&run).into_response());
    }
    if all.due == 0 || !all.event.over || all.obstacle.is_some() {
        // The overview says why nothing can be issued.
        return Ok(Redirect::to(&address(&visit, &slug, "")).into_response());
    }
    Ok(page(&visit, all, false).into_response())
}

pub(super) async fn start(
    visit: Visit,
    Path((_, slug)): Address,
    posted: Posted,
) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let services = visit.services();
    // What cannot be read as the number that was shown is another number.
    let promised = posted.get("count").parse().unwrap_or(usize::MAX);
    match services.start_issue_run(actor, &slug, promised).await {
        Ok(run) => {
            let run = address(&visit, &slug, &format!("/runs/{run}"));
            Ok(Redirect::to(&run).into_response())
        }
        Err(Error::Refused(_)) => {
            let all = services.event_certificates(actor, &slug).await;
            let all = all.map_err(|error| visit.failure(error))?;
            let page = page(&visit, all, true).status(StatusCode::UNPROCESSABLE_ENTITY);
            Ok(page.into_response())
        }
        Err(error) => Err(visit.failure(error)),
    }
}

fn page(visit: &Visit, all: EventCertificates, changed: bool) -> Page {
    let l = visit.locale;
    let title = t!(l, "certificate-confirm-title");
    let slug = all.event.head.slug.as_str();
    let changed = changed.then(|| {
        view! {
            <div class="summary" role="alert" tabindex="-1" autofocus=true>
                <p>{t!(l, "certificate-confirm-changed")}</p>
            </div>
        }
    });
    let names = all.candidates.iter().filter(|c| is_due(c)).map(name);
    let names = names.collect_view();
    let back = address(visit, slug, "");
    let content = view! {
        {trail(visit, slug, all.event.head.titles.clone())}
        <div class="lead"><h1>{title.clone()}</h1></div>
        <div class="narrow">
            {changed}
            <p><strong>{t!(l, "certificate-confirm-count", count = all.due)}</strong></p>
            <p>{t!(l, "certificate-confirm-mail")}</p>
            <p class="note">{t!(l, "certificate-confirm-final")}</p>
            <h2>{t!(l, "certificate-confirm-names")}</h2>
            <ol class="names">{names}</ol>
            <form method="post" action=visit.path.clone()>
                <input type="hidden" name="count" value=all.due.to_string() />
                <div class="actions">
                    <button type="submit">
                        {t!(l, "certificate-issue-all", count = all.due)}
                    </button>
                    <a class="btn quiet" href=back>{t!(l, "action-cancel")}</a>
                </div>
            </form>
        </div>
    };
    visit.page(title, content)
}

/// Whether a run takes the person; the use case decides by the same rule.
fn is_due(candidate: &Candidate) -> bool {
    candidate.group == Group::Eligible && !candidate.revoked_before
}

fn name(candidate: &Candidate) -> impl IntoView + use<> {
    let native = candidate.native_name.clone().map(|(name, language)| {
        let dir = language.as_deref().map_or("auto", Language::dir_of);
        view! { {DOT} <bdi lang=language.clone() dir=dir>{name}</bdi> }
    });
    view! {
        <li>
            <bdi>{candidate.name.clone()}</bdi>
            {native}
        </li>
    }
}
