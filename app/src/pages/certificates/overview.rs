//! The certificates of an event: what can be issued now, who is eligible and why, what was
//! issued.

use super::{address, candidates, issued};
use crate::pages::manage::{EventTab, event_frame};
use crate::pages::teach::query;
use crate::web::{Answer, Page, Visit, numbered};
use axum::extract::Path;
use leptos::prelude::*;
use maktab_domain::{EventState, ExcusedAbsence};
use maktab_locale::t;
use maktab_services::eligible::{EventCertificates, EventHead};

pub(super) async fn show(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let actor = visit.signed_in()?;
    let all = visit.services().event_certificates(actor, &slug).await;
    let all = all.map_err(|error| visit.failure(error))?;
    Ok(page(&visit, all))
}

fn page(visit: &Visit, all: EventCertificates) -> Page {
    let l = visit.locale;
    let inner = view! {
        {done(visit, &all)}
        <p>{rule(visit, &all.event)}</p>
        {now(visit, &all)}
        {candidates::section(visit, &all)}
        {issued::section(visit, &all)}
    };
    let head = &all.event.head;
    let event = head.titles.best(l.tag()).1;
    let title = format!("{}: {event}", t!(l, "certificate-title"));
    let content = event_frame(visit, head, EventTab::Certificates, inner.into_any());
    visit.page(title, content)
}

/// The rule of the event in words.
fn rule(visit: &Visit, event: &EventHead) -> String {
    let l = visit.locale;
    let kind = l.text(&format!("kind-certificate-{}", event.kind));
    let percent = l.percent(event.rule.min_percent);
    let rule = t!(
        l,
        "certificate-rule",
        kind = kind,
        percent = percent,
        sessions = event.sessions
    );
    let excused = match event.rule.excused {
        ExcusedAbsence::LeavesCount => t!(l, "certificate-rule-leaves-count"),
        ExcusedAbsence::CountsAsAbsent => t!(l, "certificate-rule-counts-as-absent"),
    };
    format!("{rule} {excused}")
}

/// What was just done, as the address says; only of certificates that are there.
fn done(visit: &Visit, all: &EventCertificates) -> impl IntoView + use<> {
    let l = visit.locale;
    let query = query(visit);
    let known = |name: &str| {
        let number = query.get(name).to_owned();
        all.issued
            .iter()
            .any(|c| c.number == number)
            .then_some(number)
    };
    let issued = known("issued").map(|number| {
        let text = t!(l, "certificate-done-issued", number = number.as_str());
        (text, number)
    });
    let revoked = known("revoked").map(|number| {
        let text = t!(l, "certificate-done-revoked", number = number.as_str());
        (text, number)
    });
    issued.or(revoked).map(|(text, number)| {
        let text = numbered(&text, &number);
        view! { <div class="note good" role="status"><p>{text}</p></div> }
    })
}

/// What can be done now: issue to everybody who is eligible, or why that is not possible.
fn now(visit: &Visit, all: &EventCertificates) -> impl IntoView + use<> {
    let l = visit.locale;
    let slug = &all.event.head.slug;
    let going = all.run.as_ref().filter(|run| run.finished_at.is_none());
    if let Some(run) = going {
        let href = address(visit, slug, &format!("/runs/{}", run.id));
        let (issued, total) = (run.issued, run.total);
        return view! {
            <div class="box now">
                <p>{t!(l, "certificate-run-open", issued = issued, total = total)}</p>
                <p><a class="btn" href=href>{t!(l, "certificate-run-show")}</a></p>
            </div>
        }
        .into_any();
    }
    let note = |text: String| view! { <div class="note"><p>{text}</p></div> }.into_any();
    if all.event.head.state == EventState::Cancelled {
        return note(t!(l, "certificate-cancelled"));
    }
    if !all.event.over {
        return note(t!(l, "certificate-not-over"));
    }
    if let Some(problem) = &all.obstacle {
        return note(t!(l, "certificate-obstacle", problem = problem.as_str()));
    }
    if all.due == 0 {
        return view! { <div class="box now"><p>{t!(l, "certificate-none-due")}</p></div> }
            .into_any();
    }
    let href = address(visit, slug, "/issue");
    view! {
        <div class="box now">
            <p>{t!(l, "certificate-due", count = all.due)}</p>
            <p><a class="btn" href=href>{t!(l, "certificate-issue-all", count = all.due)}</a></p>
        </div>
    }
    .into_any()
}
