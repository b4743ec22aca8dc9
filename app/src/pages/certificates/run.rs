//! How far a run is. The page reloads itself while the run goes on; with JavaScript, an
//! island puts the news in place instead.

use super::{address, trail};
use crate::islands::issuing::RunProgress;
use crate::web::{Answer, Page, Visit};
use axum::extract::Path;
use axum::http::HeaderValue;
use axum::http::header::REFRESH;
use leptos::prelude::*;
use maktab_domain::IssueRunId;
use maktab_locale::t;
use maktab_services::Error;
use maktab_services::eligible::EventHead;
use maktab_services::issuing::Progress;

/// Seconds after which the page reloads itself.
const AGAIN: HeaderValue = HeaderValue::from_static("3");

pub(super) async fn show(
    visit: Visit,
    Path((_, slug, run)): Path<(String, String, String)>,
) -> Answer {
    let actor = visit.signed_in()?;
    let run: IssueRunId = run.parse().map_err(|_| visit.failure(Error::NotFound))?;
    let found = visit.services().issue_run(actor, &slug, run).await;
    let (event, progress) = found.map_err(|error| visit.failure(error))?;
    let page = page(&visit, &event, &progress);
    Ok(match progress.finished_at {
        Some(_) => page,
        None => page.header(REFRESH, AGAIN),
    })
}

fn page(visit: &Visit, event: &EventHead, run: &Progress) -> Page {
    let l = visit.locale;
    let ended = run.finished_at.is_some();
    let title = if ended {
        t!(l, "certificate-run-ended-title")
    } else {
        t!(l, "certificate-run-title")
    };
    let list = address(visit, &event.head.slug, "");
    let news = if ended {
        outcome(visit, run).into_any()
    } else {
        view! { <p>{t!(l, "certificate-run-leave")}</p> }.into_any()
    };
    // A run that went through a failing disk or database says nothing of it here: it goes on.
    let done = run.issued + run.failed;
    let (value, max) = (if ended { run.total } else { done }, run.total.max(1));
    let island = (!ended).then(|| view! { <RunProgress region="run".to_owned() /> });
    let content = view! {
        {trail(visit, &event.head.slug, event.head.titles.clone())}
        <div id="run" class="narrow run" data-ended=ended.then_some("yes")>
            <div class="lead"><h1>{title.clone()}</h1></div>
            <progress
                aria-label=t!(l, "certificate-run-progress") value=value.to_string()
                max=max.to_string()
            ></progress>
            <p class="num" role="status">
                {t!(l, "certificate-run-count", issued = run.issued, total = run.total)}
            </p>
            {news}
            <p class="actions">
                <a class="btn quiet" href=list>{t!(l, "certificate-run-to-list")}</a>
            </p>
        </div>
        {island}
    };
    visit.page(title, content)
}

/// What became of it.
fn outcome(visit: &Visit, run: &Progress) -> impl IntoView + use<> {
    let l = visit.locale;
    let failed = (run.failed > 0).then(|| {
        let problem = run.last_error.clone().unwrap_or_default();
        view! {
            <div class="note bad">
                <p>{t!(l, "certificate-run-failed", count = run.failed)}</p>
                <p>{t!(l, "certificate-run-problem", problem = problem)}</p>
            </div>
        }
    });
    let passed = (run.passed_over() > 0).then(|| {
        let text = t!(l, "certificate-run-passed-over", count = run.passed_over());
        view! { <div class="note"><p>{text}</p></div> }
    });
    view! {
        <div class="note good">
            <p>{t!(l, "certificate-run-done", issued = run.issued)}</p>
        </div>
        {failed}
        {passed}
    }
}
