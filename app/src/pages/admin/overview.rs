//! How the installation fares: what needs attention, and the mail in figures.

use super::{Tab, frame, words};
use crate::web::{Answer, Visit};
use leptos::prelude::*;
use maktab_domain::{MailState, Span};
use maktab_locale::t;
use maktab_services::administering::{JobView, Overview};

/// Mail that has been due for so long is late.
const PATIENCE: Span = Span::minutes(15);

pub(super) async fn show(visit: Visit) -> Answer {
    let l = visit.locale;
    let actor = visit.signed_in()?;
    let found = visit.services().administration(actor).await;
    let found = found.map_err(|error| visit.failure(error))?;
    let attention = attention(&visit, &found);
    let counts = found.mails;
    let mail = visit.link("/admin/mail");
    let figures = [
        (MailState::Waiting, counts.waiting),
        (MailState::Leased, counts.leased),
        (MailState::Retrying, counts.retrying),
        (MailState::Dead, counts.dead),
    ];
    let figures = figures.map(|(state, count)| {
        let href = match state {
            MailState::Dead => visit.link("/admin/undelivered"),
            _ => format!("{mail}?state={state}"),
        };
        let label = l.text(&format!("mail-state-{state}"));
        figure(l.number(count), label, href)
    });
    let sent = figure(
        l.number(counts.sent),
        t!(l, "admin-sent-lately"),
        format!("{mail}?state=sent"),
    );
    let content = view! {
        <p class="soft">{t!(l, "admin-lead")}</p>
        {attention}
        <h2>{t!(l, "admin-tab-mail")}</h2>
        <ul class="figures">{figures.into_iter().collect_view()} {sent}</ul>
        <h2>{t!(l, "admin-tab-jobs")}</h2>
        {super::jobs::table(&visit, &found.jobs, false)}
        <p class="soft">{t!(l, "admin-utc")}</p>
    };
    Ok(frame(&visit, Tab::Overview, content))
}

fn figure(count: String, label: String, href: String) -> impl IntoView {
    view! {
        <li>
            <a href=href>
                <b class="num">{count}</b> " " <span>{label}</span>
            </a>
        </li>
    }
}

/// What somebody should look at; or that there is nothing.
fn attention(visit: &Visit, found: &Overview) -> impl IntoView + use<> {
    let l = visit.locale;
    let now = visit.services().now();
    let broken = found.jobs.iter().filter(|job| JobView::is_in_trouble(job));
    let broken = broken.count();
    let jobs = (broken > 0).then(|| {
        let text = t!(l, "admin-jobs-in-trouble", count = broken);
        view! { <li><a href=visit.link("/admin/jobs")>{text}</a></li> }
    });
    let dead = (found.mails.dead > 0).then(|| {
        let text = t!(l, "admin-dead-count", count = found.mails.dead);
        view! { <li><a href=visit.link("/admin/undelivered")>{text}</a></li> }
    });
    let late = found.mails.overdue_since;
    let late = late.filter(|&since| since + PATIENCE < now).map(|since| {
        let text = t!(l, "admin-mail-late", at = words(l, since));
        let href = visit.link("/admin/mail?state=waiting");
        view! { <li><a href=href>{text}</a></li> }
    });
    if jobs.is_none() && dead.is_none() && late.is_none() {
        return view! { <p class="note good">{t!(l, "admin-well")}</p> }.into_any();
    }
    view! {
        <section class="note bad" aria-labelledby="attention">
            <h2 id="attention" class="plain">{t!(l, "admin-attention")}</h2>
            <ul>{late} {jobs} {dead}</ul>
        </section>
    }
    .into_any()
}
