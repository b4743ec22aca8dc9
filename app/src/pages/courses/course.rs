//! One course: what it teaches, for whom, and its next runs.

use crate::pages::catalogue::{area_tags, marked, rows};
use crate::pages::event::{list, paragraphs, section};
use crate::web::{Answer, Visit, exports, foreign};
use axum::extract::Path;
use leptos::prelude::*;
use maktab_locale::t;
use maktab_services::courses::Course;
use maktab_services::reference::Reference;
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Named {
    pub slug: String,
}

pub(super) async fn show(visit: Visit, Path(Named { slug }): Path<Named>) -> Answer {
    let services = visit.services();
    let course = services.course(visit.locale, &slug).await;
    let course = course.map_err(|error| visit.failure(error))?;
    let reference = services.reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    let l = visit.locale;
    let name = marked(l, &course.title);
    let title = name.text.clone();
    let summary = course.summary.best(l.tag()).1.to_owned();
    let content = view! {
        <div class="two event">
            <div class="lead">
                <p>
                    <a href=visit.link("/courses")>{t!(l, "course-to-list")}</a>
                </p>
                <h1>{name.inline()}</h1>
                {foreign(l, &course.title).map(|tag| view! { <p class="tags">{tag}</p> })}
                {paragraphs(l, &course.summary)}
            </div>
            {facts(&visit, &course, &reference)}
            <div class="about">
                {section(l, t!(l, "event-objectives"), &course.objectives, list)}
                {section(l, t!(l, "event-audience"), &course.audience, paragraphs)}
                {section(l, t!(l, "event-prerequisites"), &course.prerequisites, paragraphs)}
            </div>
        </div>
        {runs(&visit, course, &reference)}
    };
    Ok(visit.page(title, content).description(summary))
}

fn facts(visit: &Visit, course: &Course, reference: &Reference) -> impl IntoView + use<> {
    let l = visit.locale;
    let languages = course.languages.iter().map(|tag| l.language_name(tag));
    let languages = l.series(&languages.collect::<Vec<_>>());
    view! {
        <section class="box" aria-label=t!(l, "event-facts")>
            <dl class="facts">
                <dt>{t!(l, "event-length")}</dt>
                <dd>{t!(l, "event-hours", hours = course.hours)}</dd>
                <dt>{t!(l, "event-language")}</dt>
                <dd>{languages}</dd>
                <dt>{t!(l, "course-area")}</dt>
                <dd class="tags">{area_tags(l, reference, &course.areas)}</dd>
            </dl>
        </section>
    }
}

fn runs(visit: &Visit, course: Course, reference: &Reference) -> impl IntoView + use<> {
    let l = visit.locale;
    let runs = if course.runs.is_empty() {
        view! {
            <div class="empty">
                <p>{t!(l, "course-no-run")}</p>
                <p>
                    <a href=visit.link("/events")>{t!(l, "course-to-events")}</a>
                </p>
            </div>
        }
        .into_any()
    } else {
        let files = visit.link(&format!("/courses/{}/runs", course.slug));
        view! {
            <p class="soft">{exports(l, &files, "")}</p>
            <div class="months">{rows(l, reference, course.runs, 4)}</div>
        }
        .into_any()
    };
    view! { <h2>{t!(l, "course-upcoming")}</h2> {runs} }
}
