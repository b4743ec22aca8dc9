//! The list of courses, each under the first of its areas.

use crate::pages::catalogue::{area_tags, marked};
use crate::web::{Answer, DOT, Visit, exports, foreign};
use leptos::prelude::*;
use maktab_locale::{Locale, t};
use maktab_services::courses::ListedCourse;
use maktab_services::reference::Reference;

pub(super) async fn show(visit: Visit) -> Answer {
    let services = visit.services();
    let reference = services.reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    let courses = services.courses(visit.locale).await;
    let courses = courses.map_err(|error| visit.failure(error))?;
    let l = visit.locale;
    let list = if courses.is_empty() {
        none(&visit).into_any()
    } else {
        let files = exports(l, &visit.link("/courses"), "");
        let courses = by_area(l, &reference, courses);
        view! { <p class="soft">{files}</p> {courses} }.into_any()
    };
    let content = view! {
        <div class="lead">
            <h1>{t!(l, "course-list-title")}</h1>
            <p>{t!(l, "course-list-lead")}</p>
        </div>
        {list}
    };
    let page = visit.page(t!(l, "course-list-title"), content);
    Ok(page.description(t!(l, "course-list-lead")))
}

fn none(visit: &Visit) -> impl IntoView + use<> {
    let l = visit.locale;
    view! {
        <div class="empty">
            <h2>{t!(l, "course-none-title")}</h2>
            <p>{t!(l, "course-none-advice")}</p>
            <p>
                <a href=visit.link("/events")>{t!(l, "course-to-events")}</a>
            </p>
        </div>
    }
}

fn by_area(
    l: Locale,
    reference: &Reference,
    mut courses: Vec<ListedCourse>,
) -> impl IntoView + use<> {
    let mut sections = Vec::new();
    for area in &reference.areas {
        let (own, rest) = courses
            .into_iter()
            .partition(|course| course.areas.first() == Some(&area.code));
        courses = rest;
        let name = area.names.best(l.tag()).1.to_owned();
        sections.push(section(l, reference, name, own).into_any());
    }
    let other = section(l, reference, t!(l, "course-other-area"), courses);
    sections.push(other.into_any());
    sections
}

fn section(
    l: Locale,
    reference: &Reference,
    name: String,
    courses: Vec<ListedCourse>,
) -> impl IntoView + use<> {
    (!courses.is_empty()).then(|| {
        let rows = courses.iter().map(|course| row(l, reference, course));
        let rows = rows.collect_view();
        view! { <h2>{name}</h2> <div class="courses">{rows}</div> }
    })
}

fn row(l: Locale, reference: &Reference, course: &ListedCourse) -> impl IntoView + use<> {
    let title = marked(l, &course.title);
    let summary = marked(l, &course.summary);
    let href = format!("/{}/courses/{}", l.tag(), course.slug);
    let languages = course.languages.iter().map(|tag| l.language_name(tag));
    let mut facts = vec![
        t!(l, "event-hours", hours = course.hours),
        l.series(&languages.collect::<Vec<_>>()),
    ];
    if course.runs > 0 {
        facts.push(t!(l, "course-runs", count = course.runs));
    }
    facts.retain(|fact| !fact.is_empty());
    // The first area is the heading above.
    let others = course.areas.get(1..).unwrap_or_default();
    let foreign = foreign(l, &course.title);
    let others = (!others.is_empty() || foreign.is_some()).then(|| {
        view! { <p class="tags">{area_tags(l, reference, others)} {foreign}</p> }
    });
    view! {
        <article>
            <h3>
                <a href=href lang=title.lang dir=title.dir>{title.text}</a>
            </h3>
            <p>{summary.inline()}</p>
            <p class="soft">{facts.join(DOT)}</p>
            {others}
        </article>
    }
}
