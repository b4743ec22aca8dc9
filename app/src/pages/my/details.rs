//! One's own details.

use super::{JustDone, tabs};
use crate::pages::register::{PersonFields, details_form, person_values};
use crate::web::{Answer, ErrorSummary, Form, Page, Posted, SelectField, Visit, languages};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use maktab_locale::t;
use maktab_services::registration::DetailsForm;
use maktab_services::{Error, FieldErrors};

pub(super) async fn show(visit: Visit, Query(done): Query<JustDone>) -> Answer {
    let (known, countries) = load(&visit).await?;
    let values = person_values(&known, "");
    let form = Form::new(visit.locale, values, FieldErrors::new());
    Ok(page(&visit, form, countries, &done))
}

async fn load(visit: &Visit) -> Answer<(DetailsForm, Vec<String>)> {
    let actor = visit.signed_in()?;
    let found = visit.services().my_details(actor).await;
    found.map_err(|error| visit.failure(error))
}

pub(super) async fn submit(visit: Visit, posted: Posted) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let form = details_form(&posted, "");
    let errors = match visit.services().change_my_details(actor, &form).await {
        Ok(()) => {
            let next = visit.link("/my/details?done=details");
            return Ok(Redirect::to(&next).into_response());
        }
        Err(Error::Refused(errors)) => errors,
        Err(error) => return Err(visit.failure(error)),
    };
    let (_, countries) = load(&visit).await?;
    let form = Form::new(visit.locale, posted, errors);
    let page = page(&visit, form, countries, &JustDone { done: None });
    Ok(page
        .status(StatusCode::UNPROCESSABLE_ENTITY)
        .into_response())
}

fn page(visit: &Visit, form: Form, countries: Vec<String>, done: &JustDone) -> Page {
    let l = visit.locale;
    let email = visit.actor.as_ref().map(|actor| actor.email.to_string());
    let content = view! {
        <div class="lead"><h1>{t!(l, "my-details-title")}</h1></div>
        {tabs(visit)}
        {done.note(l)}
        <ErrorSummary form=form.clone() />
        <p>{t!(l, "my-details-text")}</p>
        <form method="post" action=visit.path.clone() novalidate=true>
            <p class="field">
                {t!(l, "person-email")} ": " <strong dir="ltr">{email}</strong>
            </p>
            <PersonFields form=form.clone() countries />
            <SelectField
                form name="language" label=t!(l, "person-language")
                hint=t!(l, "person-language-hint") options=languages()
            />
            <div class="actions">
                <button type="submit">{t!(l, "action-save")}</button>
            </div>
        </form>
    };
    visit.page(t!(l, "my-details-title"), content)
}
