//! One event at a glance: where it stands, what is missing, what to do next.

use super::events::seats;
use super::{EventTab, event_frame, event_path};
use crate::pages::teach::query;
use crate::web::{Answer, Content, DOT, Page, Visit};
use axum::extract::Path;
use leptos::prelude::*;
use maktab_domain::{EventState, RegistrationState, Timestamp};
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::attendance::TakingGate;
use maktab_services::editing::{Missing, Readiness};
use maktab_services::managing::Overview;

pub(super) async fn show(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let overview = load(&visit, &slug).await?;
    Ok(page(&visit, &overview))
}

/// One event at a glance, for this page and for those that ask before a step.
pub(super) async fn load(visit: &Visit, slug: &str) -> Answer<Overview> {
    let actor = visit.signed_in()?;
    let overview = visit.services().event_overview(actor, slug).await;
    overview.map_err(|error| visit.failure(error))
}

fn page(visit: &Visit, event: &Overview) -> Page {
    let l = visit.locale;
    let reason = event.cancellation_reason.clone().map(|reason| {
        let text = t!(l, "manage-cancelled-because", reason = reason);
        view! { <p class="note bad">{text}</p> }
    });
    let draft = (event.head.state == EventState::Draft).then(|| checklist(visit, event));
    let public = event.head.state.is_public();
    let published = (public && query(visit).get("published") == "1").then(|| {
        let href = visit.link(&format!("/events/{}", event.head.slug));
        view! {
            <p class="note good" role="status">
                {t!(l, "manage-published")} " "
                <a href=href>{t!(l, "manage-public-page")}</a>
            </p>
        }
    });
    let inner = view! {
        {published}
        {reason}
        <div class="two">
            <div>
                {summary(l, event)}
                {draft}
                {next(visit, event)}
                {advice(visit, event)}
                {actions(visit, event)}
            </div>
            <aside class="box">{facts(visit, event)}</aside>
        </div>
    };
    let title = event.head.titles.best(l.tag()).1.to_owned();
    let content = event_frame(visit, &event.head, EventTab::Overview, inner.into_any());
    visit.page(title, content)
}

fn summary(l: Locale, event: &Overview) -> impl IntoView + use<> {
    let texts = event.summary.clone();
    (!texts.is_empty()).then(|| view! { <p class="event-summary"><Content l texts /></p> })
}

/// The session that is going on or comes next; what to do once there is none.
fn next(visit: &Visit, event: &Overview) -> impl IntoView + use<> {
    let l = visit.locale;
    let path = |rest: &str| event_path(visit, &event.head.slug, rest);
    let certificates =
        || view! { <a href=path("/certificates")>{t!(l, "manage-tab-certificates")}</a> };
    let what = match (event.head.state, &event.next) {
        (EventState::Published, Some(session)) => {
            let zone = &event.head.time_zone;
            let from = LocalTime::or_utc(session.starts_at.millis(), zone);
            let until = LocalTime::or_utc(session.ends_at.millis(), zone);
            let href = format!("/teach/{}/sessions/{}", event.head.slug, session.id);
            let take = (session.gate == TakingGate::Open).then(|| {
                view! { <p><a href=visit.link(&href)>{t!(l, "manage-take-attendance")}</a></p> }
            });
            view! {
                <p>
                    <b>
                        <Content l texts=session.titles.clone() />
                    </b>
                    <br />
                    {l.date_long(&from)}
                    {DOT}
                    <time class="num" datetime=from.iso_datetime()>
                        {l.time_range(&from, &until)}
                    </time>
                </p>
                {take}
            }
            .into_any()
        }
        (EventState::Published, None) => view! { <p>{t!(l, "manage-is-over")}</p> }.into_any(),
        (EventState::Completed | EventState::Archived, _) => {
            view! { <p>{t!(l, "manage-is-completed")} " " {certificates()}</p> }.into_any()
        }
        (EventState::Draft | EventState::Cancelled, _) => return ().into_any(),
    };
    view! {
        <section>
            <h2>{t!(l, "manage-next")}</h2>
            {what}
        </section>
    }
    .into_any()
}

/// What has to be there before an event can be published, each with where to put it right.
pub(super) fn checklist(visit: &Visit, event: &Overview) -> impl IntoView + use<> {
    let l = visit.locale;
    let readiness = &event.readiness;
    let items = Missing::ALL.map(|what| {
        let missing = readiness.missing.contains(&what);
        let (text, rest) = match what {
            Missing::Title => (t!(l, "manage-needs-title"), "/edit"),
            Missing::Summary => (t!(l, "manage-needs-summary"), "/edit"),
            Missing::Sessions => (t!(l, "manage-needs-sessions"), "/agenda"),
            Missing::Window => (t!(l, "manage-needs-window"), "/edit"),
            Missing::Organisers => (t!(l, "manage-needs-organisers"), "/edit"),
            Missing::Place => (t!(l, "manage-needs-place"), "/edit"),
        };
        let state = if missing {
            let href = event_path(visit, &event.head.slug, rest);
            view! {
                <span class="state bad">{t!(l, "manage-missing")}</span>
                " "
                <a href=href>{text}</a>
            }
            .into_any()
        } else {
            view! { <span class="state good">{t!(l, "manage-there")}</span> " " {text} }.into_any()
        };
        view! { <li>{state}</li> }
    });
    let items = items.into_iter().collect_view();
    let ready = if readiness.is_complete() {
        t!(l, "manage-ready")
    } else {
        t!(l, "manage-not-ready")
    };
    view! {
        <section class="readiness">
            <h2>{t!(l, "manage-readiness")}</h2>
            <p>{ready}</p>
            <ul>{items}</ul>
        </section>
    }
}

/// What a coordinator should look at, though it forbids nothing.
pub(super) fn advice(visit: &Visit, event: &Overview) -> impl IntoView + use<> {
    let l = visit.locale;
    let path = |rest: &str| event_path(visit, &event.head.slug, rest);
    let Readiness {
        without_trainer,
        nothing_tracked,
        closes_late,
        ..
    } = event.readiness;
    let ahead = matches!(event.head.state, EventState::Draft | EventState::Published);
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let submitted = event.count(RegistrationState::Submitted);
    let teach = visit.link(&format!("/teach/{}", event.head.slug));
    let mut items: Vec<(String, String)> = Vec::new();
    if submitted > 0 {
        let text = t!(l, "manage-to-decide", count = submitted);
        items.push((text, path("/registrations?state=submitted")));
    }
    if event.attendance_missing > 0 && ahead {
        let missing = count(event.attendance_missing);
        items.push((t!(l, "manage-attendance-missing", count = missing), teach));
    }
    if ahead && without_trainer > 0 {
        let text = t!(l, "manage-without-trainer", count = count(without_trainer));
        items.push((text, path("/agenda")));
    }
    if ahead && event.sessions > 0 && nothing_tracked {
        items.push((t!(l, "manage-nothing-tracked"), path("/agenda")));
    }
    if ahead && closes_late {
        items.push((t!(l, "manage-closes-late"), path("/edit")));
    }
    (!items.is_empty()).then(|| {
        let items = items.into_iter().map(|(text, href)| {
            view! { <li><a href=href>{text}</a></li> }
        });
        let items = items.collect_view();
        view! {
            <section>
                <h2>{t!(l, "manage-look-at")}</h2>
                <ul>{items}</ul>
            </section>
        }
    })
}

fn actions(visit: &Visit, event: &Overview) -> impl IntoView + use<> {
    let l = visit.locale;
    let path = |rest: &str| event_path(visit, &event.head.slug, rest);
    let publish = (event.head.state == EventState::Draft && event.readiness.is_complete())
        .then(|| view! { <a class="btn" href=path("/publish")>{t!(l, "manage-publish")}</a> });
    let complete = event.can_be_completed().then(|| {
        view! { <a class="btn" href=path("/complete")>{t!(l, "manage-complete")}</a> }
    });
    let reopen = (event.head.state == EventState::Completed).then(|| {
        view! { <a class="btn quiet" href=path("/reopen")>{t!(l, "manage-reopen")}</a> }
    });
    let public = event.head.state.is_public().then(|| {
        let href = visit.link(&format!("/events/{}", event.head.slug));
        view! { <a href=href>{t!(l, "manage-public-page")}</a> }
    });
    let cancel = event.can_be_cancelled().then(|| {
        view! { <a class="step-back" href=path("/cancel")>{t!(l, "manage-cancel")}</a> }
    });
    view! { <div class="actions">{publish} {complete} {reopen} {public} {cancel}</div> }
}

fn facts(visit: &Visit, event: &Overview) -> impl IntoView + use<> {
    let l = visit.locale;
    let zone = &event.head.time_zone;
    let (opens, closes) = (event.window.opens, event.window.closes);
    let states = RegistrationState::ALL.iter().filter_map(|&state| {
        let count = event.count(state);
        (count > 0).then(|| {
            let href = format!("/registrations?state={state}");
            let href = event_path(visit, &event.head.slug, &href);
            let text = l.text(&format!("state-registration-{state}"));
            view! {
                <dt>
                    <a href=href>{text}</a>
                </dt>
                <dd class="num">{l.number(count)}</dd>
            }
        })
    });
    let states = states.collect_view();
    let gate = l.text(&format!("gate-{}", event.gate));
    let sessions = i64::try_from(event.sessions).unwrap_or(0);
    let tracked = i64::try_from(event.tracked).unwrap_or(0);
    let sessions = t!(
        l,
        "manage-sessions-tracked",
        count = sessions,
        tracked = tracked
    );
    view! {
        <h2 class="hidden">{t!(l, "manage-facts")}</h2>
        {seats(l, event.taken, event.capacity, event.registration_mode)}
        <dl class="facts">
            <dt>{t!(l, "manage-field-organisers")}</dt>
            <dd>{l.series(&event.organisers)}</dd>
            <dt>{t!(l, "teach-sessions")}</dt>
            <dd>{sessions}</dd>
            <dt>{t!(l, "manage-part-registration")}</dt>
            <dd>{gate}</dd>
            <dt>{t!(l, "manage-field-opens")}</dt>
            <dd>{moment(l, opens, zone)}</dd>
            <dt>{t!(l, "manage-field-closes")}</dt>
            <dd>{moment(l, closes, zone)}</dd>
            {states}
        </dl>
    }
}

fn moment(l: Locale, at: Timestamp, zone: &str) -> impl IntoView + use<> {
    let at = LocalTime::or_utc(at.millis(), zone);
    view! { <time datetime=at.iso_datetime()>{l.date_time(&at)}</time> }
}
