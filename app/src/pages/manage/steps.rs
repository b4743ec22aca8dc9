//! The steps in the life of an event. Each page says what will happen, its form does it.

use super::overview::{advice, checklist, load};
use super::{EventTab, event_frame, event_path};
use crate::web::{Answer, ErrorSummary, Form, Page, Posted, TextArea, Visit};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use maktab_locale::t;
use maktab_services::managing::Head;
use maktab_services::{Error, FieldErrors};

type Address = Path<(String, String)>;

/// The page that asks: a heading, what will happen, and the button.
fn ask(
    visit: &Visit,
    head: &Head,
    title: String,
    what: impl IntoAny,
    button: Option<impl IntoAny>,
) -> Page {
    let l = visit.locale;
    let back = event_path(visit, &head.slug, "");
    let button = button.map(IntoAny::into_any);
    let inner = view! {
        <h2>{title.clone()}</h2>
        {what.into_any()}
        <form method="post" action=visit.path.clone() class="step" novalidate>
            {button} <p>
                <a href=back>{t!(l, "action-back")}</a>
            </p>
        </form>
    };
    visit.page(
        title,
        event_frame(visit, head, EventTab::Overview, inner.into_any()),
    )
}

fn done(visit: &Visit, slug: &str) -> Redirect {
    Redirect::to(&event_path(visit, slug, ""))
}

pub(super) async fn ask_to_publish(visit: Visit, Path((_, slug)): Address) -> Answer {
    let event = load(&visit, &slug).await?;
    let l = visit.locale;
    let ready = event.readiness.is_complete();
    let button = ready.then(|| {
        view! { <button type="submit">{t!(l, "manage-publish")}</button> }
    });
    let what = view! {
        <p>{t!(l, "manage-publish-what")}</p>
        {checklist(&visit, &event)}
        {advice(&visit, &event)}
    };
    let title = t!(l, "manage-publish");
    Ok(ask(&visit, &event.head, title, what, button))
}

pub(super) async fn publish(visit: Visit, Path((_, slug)): Address) -> Answer<Redirect> {
    let actor = visit.signed_in()?;
    let published = visit.services().publish_event(actor, &slug).await;
    published.map_err(|error| visit.failure(error))?;
    Ok(Redirect::to(&event_path(&visit, &slug, "?published=1")))
}

pub(super) async fn ask_to_complete(visit: Visit, Path((_, slug)): Address) -> Answer {
    let event = load(&visit, &slug).await?;
    let l = visit.locale;
    let missing = i64::try_from(event.attendance_missing).unwrap_or(0);
    let missing = (missing > 0).then(|| {
        let text = t!(l, "manage-attendance-missing", count = missing);
        view! { <p class="note bad">{text}</p> }
    });
    let button = event.can_be_completed().then(|| {
        view! { <button type="submit">{t!(l, "manage-complete")}</button> }
    });
    let not_over = (!event.over).then(|| {
        view! { <p class="note">{t!(l, "manage-not-over")}</p> }
    });
    let what = view! {
        <p>{t!(l, "manage-complete-what")}</p>
        {missing}
        {not_over}
    };
    let title = t!(l, "manage-complete");
    Ok(ask(&visit, &event.head, title, what, button))
}

pub(super) async fn complete(visit: Visit, Path((_, slug)): Address) -> Answer<Redirect> {
    let actor = visit.signed_in()?;
    let completed = visit.services().complete_event(actor, &slug).await;
    completed.map_err(|error| visit.failure(error))?;
    Ok(done(&visit, &slug))
}

pub(super) async fn ask_to_reopen(visit: Visit, Path((_, slug)): Address) -> Answer {
    let event = load(&visit, &slug).await?;
    let l = visit.locale;
    let what = view! { <p>{t!(l, "manage-reopen-what")}</p> };
    let button = view! { <button type="submit">{t!(l, "manage-reopen")}</button> };
    let title = t!(l, "manage-reopen");
    Ok(ask(&visit, &event.head, title, what, Some(button)))
}

pub(super) async fn reopen(visit: Visit, Path((_, slug)): Address) -> Answer<Redirect> {
    let actor = visit.signed_in()?;
    let reopened = visit.services().reopen_event(actor, &slug).await;
    reopened.map_err(|error| visit.failure(error))?;
    Ok(done(&visit, &slug))
}

pub(super) async fn ask_to_cancel(visit: Visit, Path((_, slug)): Address) -> Answer {
    cancel_page(&visit, &slug, Posted::default(), FieldErrors::new()).await
}

pub(super) async fn cancel(
    visit: Visit,
    Path((_, slug)): Address,
    posted: Posted,
) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let why = posted.get("reason");
    match visit.services().cancel_event(actor, &slug, why).await {
        Ok(_) => Ok(done(&visit, &slug).into_response()),
        Err(Error::Refused(errors)) => {
            let page = cancel_page(&visit, &slug, posted, errors).await?;
            Ok(page
                .status(StatusCode::UNPROCESSABLE_ENTITY)
                .into_response())
        }
        Err(error) => Err(visit.failure(error)),
    }
}

async fn cancel_page(
    visit: &Visit,
    slug: &str,
    values: Posted,
    errors: FieldErrors,
) -> Answer<Page> {
    let actor = visit.signed_in()?;
    let cancellation = visit.services().event_cancellation(actor, slug).await;
    let cancellation = cancellation.map_err(|error| visit.failure(error))?;
    let l = visit.locale;
    let told = i64::try_from(cancellation.told).unwrap_or(0);
    let form = Form::new(l, values, errors);
    let what = view! {
        <ErrorSummary form=form.clone() />
        <p class="note bad">{t!(l, "manage-cancel-what", count = told)}</p>
    };
    let fields = view! {
        <TextArea
            form=form
            name="reason"
            label=t!(l, "manage-reason")
            hint=t!(l, "manage-reason-hint")
        />
        <button type="submit" class="danger">{t!(l, "manage-cancel")}</button>
    };
    let title = t!(l, "manage-cancel");
    Ok(ask(visit, &cancellation.head, title, what, Some(fields)))
}
