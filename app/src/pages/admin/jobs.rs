//! The jobs by schedule: when each ran, what came of it, and when it runs next.

use super::{Tab, frame, moment, utc, words};
use crate::pages::teach::query;
use crate::web::{Answer, DOT, Export, Posted, Visit, exports};
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use maktab_domain::{Job, JobOutcome, Timestamp};
use maktab_locale::{Locale, t};
use maktab_services::Error;
use maktab_services::administering::JobView;
use maktab_tables::Cell;

pub(super) async fn show(visit: Visit) -> Answer {
    let l = visit.locale;
    let jobs = load(&visit).await?;
    let asked = query(&visit).get("asked").parse::<Job>().ok();
    let asked = asked.map(|job| {
        let text = t!(l, "admin-job-asked", job = name(l, job));
        view! { <p class="note good" role="status">{text}</p> }
    });
    let content = view! {
        {asked}
        <p class="soft">
            {t!(l, "admin-utc")} {DOT} {exports(l, &visit.link("/admin/jobs"), "")}
        </p>
        {table(&visit, &jobs, true)}
    };
    Ok(frame(&visit, Tab::Jobs, content))
}

/// Lets a job run at once.
pub(super) async fn submit(visit: Visit, posted: Posted) -> Answer<Response> {
    let actor = visit.signed_in()?;
    // Whoever may not do it learns nothing of which jobs there are.
    actor
        .must_administer()
        .map_err(|error| visit.failure(error))?;
    let job = posted.get("job").parse::<Job>();
    let job = job.map_err(|_| visit.failure(Error::NotFound))?;
    let asked = visit.services().run_job_now(actor, job).await;
    asked.map_err(|error| visit.failure(error))?;
    Ok(Redirect::to(&format!("{}?asked={job}", visit.path)).into_response())
}

async fn load(visit: &Visit) -> Answer<Vec<JobView>> {
    let actor = visit.signed_in()?;
    let jobs = visit.services().jobs(actor).await;
    jobs.map_err(|error| visit.failure(error))
}

pub(super) async fn download(visit: Visit) -> Answer<Response> {
    let jobs = load(&visit).await?;
    let l = visit.locale;
    let columns = [
        ("job", t!(l, "admin-column-job")),
        ("schedule", t!(l, "admin-column-schedule")),
        ("last_run", t!(l, "admin-column-last")),
        ("outcome", t!(l, "admin-column-outcome")),
        ("error", t!(l, "admin-column-why")),
        ("server", t!(l, "admin-column-server")),
        ("next_run", t!(l, "admin-column-next")),
        ("failures", t!(l, "admin-column-failures")),
        ("runs", t!(l, "admin-column-runs")),
        ("done", t!(l, "admin-column-done")),
    ];
    let mut table = Export::new(&visit, t!(l, "admin-tab-jobs"), columns);
    let time = |at: Timestamp| utc(at).iso_datetime();
    for job in &jobs {
        let last = job.last.as_ref();
        let outcome = last.map(|last| {
            let text = l.text(&format!("job-outcome-{}", last.outcome));
            Cell::word(last.outcome.code(), text)
        });
        table.row([
            Cell::word(job.job.code(), name(l, job.job)),
            every(l, job.job).into(),
            last.and_then(|last| last.at).map(time).into(),
            outcome.into(),
            last.and_then(|last| last.error.clone()).into(),
            last.map(|last| last.by.clone()).into(),
            time(job.due).into(),
            job.failures.into(),
            job.runs.into(),
            job.done.into(),
        ]);
    }
    table.download(&visit, "jobs")
}

fn name(l: Locale, job: Job) -> String {
    l.text(&format!("job-{job}"))
}

fn every(l: Locale, job: Job) -> String {
    let minutes = job.every().as_seconds() / 60;
    if minutes % 60 == 0 {
        t!(l, "admin-every-hours", count = minutes / 60)
    } else {
        t!(l, "admin-every-minutes", count = minutes)
    }
}

/// The jobs; with a button for each where they can be run.
pub(super) fn table(visit: &Visit, jobs: &[JobView], can_run: bool) -> impl IntoView + use<> {
    let l = visit.locale;
    let rows = jobs.iter().map(|job| row(visit, job, can_run));
    let rows = rows.collect_view();
    let run = can_run.then(|| {
        view! { <th scope="col"><span class="hidden">{t!(l, "admin-run-now")}</span></th> }
    });
    view! {
        <div class="table-wrap" tabindex="0">
            <table class="jobs stack">
                <caption class="hidden">{t!(l, "admin-tab-jobs")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(l, "admin-column-job")}</th>
                        <th scope="col">{t!(l, "admin-column-last")}</th>
                        <th scope="col">{t!(l, "admin-column-next")}</th>
                        {run}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(visit: &Visit, job: &JobView, can_run: bool) -> impl IntoView + use<> {
    let l = visit.locale;
    let now = visit.services().now();
    let button = can_run.then(|| {
        let label = t!(l, "admin-run-now-of", job = name(l, job.job));
        let running = job.running.is_some();
        view! {
            <td>
                <form method="post" action=visit.link("/admin/jobs")>
                    <input type="hidden" name="job" value=job.job.code() />
                    <button type="submit" class="quiet small" aria-label=label disabled=running>
                        {t!(l, "admin-run-now")}
                    </button>
                </form>
            </td>
        }
    });
    let what = can_run.then(|| {
        let text = l.text(&format!("job-does-{}", job.job));
        view! { <p class="soft">{text}</p> }
    });
    view! {
        <tr>
            <th scope="row">
                {name(l, job.job)} {what}
                <p class="soft">{every(l, job.job)}</p>
            </th>
            <td data-label=t!(l, "admin-column-last")>{last(l, job)}</td>
            <td data-label=t!(l, "admin-column-next")>{next(l, job, now)}</td>
            {button}
        </tr>
    }
}

/// How the last run went, or which is going on.
fn last(l: Locale, job: &JobView) -> impl IntoView + use<> {
    let running = job.running.as_ref().map(|running| {
        let at = words(l, running.since);
        let text = t!(
            l,
            "admin-job-running",
            server = running.by.as_str(),
            at = at
        );
        view! { <p><span class="state">{text}</span></p> }
    });
    let Some(last) = &job.last else {
        let never = running.is_none().then(|| {
            view! { <span class="soft">{t!(l, "admin-job-never")}</span> }
        });
        return (running, never).into_any();
    };
    let class = match last.outcome {
        JobOutcome::Done => "state good",
        JobOutcome::Stopped => "state quiet",
        JobOutcome::Failed | JobOutcome::Lost => "state bad",
    };
    let outcome = l.text(&format!("job-outcome-{}", last.outcome));
    let at = last.at.map(|at| moment(l, at));
    let on = t!(l, "admin-job-on", server = last.by.as_str());
    let done = (last.done > 0).then(|| {
        let text = done(l, job.job, last.done);
        view! { <span>{DOT} {text}</span> }
    });
    let error = last.error.clone().map(|error| {
        view! { <p class="error" dir="ltr" lang="en">{error}</p> }
    });
    let failures = (job.failures > 1).then(|| {
        view! { <p>{t!(l, "admin-job-failures", count = job.failures)}</p> }
    });
    view! {
        {running}
        <p><span class=class>{outcome}</span> " " {at} {done}</p>
        <p class="soft">{on}</p>
        {error}
        {failures}
    }
    .into_any()
}

/// What a run of a job has done, in words.
fn done(l: Locale, job: Job, count: i64) -> String {
    match job {
        Job::EndHolds => t!(l, "admin-done-holds", count = count),
        Job::SendReminders => t!(l, "admin-done-reminders", count = count),
        Job::CloseRegistration => t!(l, "admin-done-closing", count = count),
        Job::CompleteEvents => t!(l, "admin-done-completing", count = count),
        Job::Purge => t!(l, "admin-done-purging", count = count),
    }
}

fn next(l: Locale, job: &JobView, now: Timestamp) -> impl IntoView + use<> {
    if job.is_overdue {
        let text = t!(l, "admin-job-overdue", at = words(l, job.due));
        return view! { <span class="error">{text}</span> }.into_any();
    }
    if job.running.is_some() {
        return "–".into_any();
    }
    if job.due <= now {
        return t!(l, "admin-job-due").into_any();
    }
    moment(l, job.due).into_any()
}
