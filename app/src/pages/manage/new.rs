//! A new event: alone, or from a course.

use super::event_form::{Around, fields};
use super::{event_path, list_title};
use crate::pages::teach::query;
use crate::web::{Answer, Form, Page, Posted, Visit, trail};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use maktab_locale::t;
use maktab_services::editing::Typed;
use maktab_services::{Error, FieldErrors};

pub(super) async fn show(visit: Visit) -> Answer {
    let asked = query(&visit);
    let course = asked.get("course").to_owned();
    let chosen = (!course.is_empty()).then_some(course.as_str());
    let actor = visit.signed_in()?;
    let typed = visit.services().new_event(actor, chosen).await;
    let typed = typed.map_err(|error| visit.failure(error))?;
    let values = Posted::from_pairs(typed.iter());
    page(&visit, values, FieldErrors::new(), &course).await
}

pub(super) async fn create(visit: Visit, posted: Posted) -> Answer<Response> {
    let course = posted.get("course").to_owned();
    let chosen = (!course.is_empty()).then_some(course.as_str());
    let actor = visit.signed_in()?;
    let typed = Typed::new(posted.iter());
    match visit.services().create_event(actor, &typed, chosen).await {
        Ok(slug) => Ok(Redirect::to(&event_path(&visit, &slug, "/agenda")).into_response()),
        Err(Error::Refused(errors)) => {
            let page = page(&visit, posted, errors, &course).await?;
            Ok(page
                .status(StatusCode::UNPROCESSABLE_ENTITY)
                .into_response())
        }
        Err(error) => Err(visit.failure(error)),
    }
}

async fn page(visit: &Visit, values: Posted, errors: FieldErrors, course: &str) -> Answer<Page> {
    let l = visit.locale;
    let actor = visit.signed_in()?;
    let services = visit.services();
    let reference = services.reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    let courses = services.course_choices(actor, l.tag()).await;
    let courses = courses.map_err(|error| visit.failure(error))?;
    let form = Form::new(l, values, errors);
    let around = Around {
        reference: &reference,
        span: None,
        taken: 0,
    };
    let fields = fields(&form, &around);
    let taken_over = courses.iter().find(|(slug, _)| slug == course);
    let taken_over = taken_over.map(|(_, title)| {
        let text = t!(l, "manage-from-course", title = title.as_str());
        view! { <p class="note">{text}</p> }
    });
    let title = t!(l, "manage-new");
    let up = (visit.link("/manage"), list_title(visit).into_any());
    let content = view! {
        <div class="lead">
            {trail(t!(l, "trail-label"), vec![up])}
            <h1>{title.clone()}</h1>
            <p>{t!(l, "manage-new-lead")}</p>
        </div>
        {courses_form(visit, courses, course)}
        {taken_over}
        <form method="post" action=visit.path.clone() class="event-form" novalidate>
            <input type="hidden" name="course" value=course.to_owned() />
            {fields}
            <div class="actions">
                <button type="submit">{t!(l, "manage-create")}</button>
                <a href=visit.link("/manage")>{t!(l, "action-cancel")}</a>
            </div>
        </form>
    };
    Ok(visit.page(title, content))
}

/// Chooses the course whose texts, areas, languages, hours and agenda are taken over.
fn courses_form(
    visit: &Visit,
    courses: Vec<(String, String)>,
    chosen: &str,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let options = courses.into_iter().map(|(slug, title)| {
        let selected = slug == chosen;
        view! { <option value=slug selected=selected>{title}</option> }
    });
    let options = options.collect_view();
    view! {
        <form method="get" action=visit.path.clone() class="filters from-course">
            <div>
                <label for="course">{t!(l, "manage-course")}</label>
                <select id="course" name="course">
                    <option value="">{t!(l, "manage-course-none")}</option>
                    {options}
                </select>
            </div>
            <button type="submit" class="quiet">{t!(l, "manage-course-take")}</button>
        </form>
    }
}
