//! Revoking: what it means, the reason, the button.

use super::{address, trail};
use crate::web::{Answer, ErrorSummary, Form, Page, Posted, TextField, Visit, numbered};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use maktab_locale::{LocalTime, t};
use maktab_services::revoking::Revocable;
use maktab_services::{Error, FieldErrors};

type Address = Path<(String, String)>;

pub(super) async fn show(visit: Visit, Path((_, number)): Address) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let found = visit.services().revocable_certificate(actor, &number).await;
    let found = found.map_err(|error| visit.failure(error))?;
    if found.revoked_at.is_some() {
        return Err(visit.failure(Error::NotNow("certificate-revoked-already")));
    }
    let form = Form::new(visit.locale, Posted::default(), FieldErrors::new());
    Ok(page(&visit, found, form).into_response())
}

pub(super) async fn revoke(
    visit: Visit,
    Path((_, number)): Address,
    posted: Posted,
) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let services = visit.services();
    let reason = posted.get("reason");
    match services.revoke_certificate(actor, &number, reason).await {
        Ok(slug) => {
            let list = address(&visit, &slug, &format!("?revoked={number}"));
            Ok(Redirect::to(&list).into_response())
        }
        Err(Error::Refused(errors)) => {
            let found = services.revocable_certificate(actor, &number).await;
            let found = found.map_err(|error| visit.failure(error))?;
            let form = Form::new(visit.locale, posted, errors);
            let page = page(&visit, found, form).status(StatusCode::UNPROCESSABLE_ENTITY);
            Ok(page.into_response())
        }
        Err(error) => Err(visit.failure(error)),
    }
}

fn page(visit: &Visit, what: Revocable, form: Form) -> Page {
    let l = visit.locale;
    let title = t!(l, "certificate-revoke-title", number = what.number.as_str());
    let at = LocalTime::or_utc(what.issued_at.millis(), &what.time_zone);
    let kind = l.text(&format!("kind-certificate-{}", what.kind));
    let whose = t!(
        l,
        "certificate-revoke-whose",
        kind = kind,
        name = what.name,
        date = l.date_medium(&at)
    );
    let back = address(visit, &what.event_slug, "");
    let content = view! {
        {trail(visit, &what.event_slug, what.titles)}
        <div class="lead"><h1>{numbered(&title, &what.number)}</h1></div>
        <div class="narrow">
            <ErrorSummary form=form.clone() />
            <p>{whose}</p>
            <ul>
                <li>{t!(l, "certificate-revoke-public")}</li>
                <li>{t!(l, "certificate-revoke-mail")}</li>
                <li>{t!(l, "certificate-revoke-final")}</li>
            </ul>
            <form method="post" action=visit.path.clone() novalidate=true>
                <TextField
                    form=form name="reason" label=t!(l, "certificate-revoke-reason")
                    hint=t!(l, "certificate-revoke-reason-hint") maxlength=200
                />
                <div class="actions">
                    <button type="submit" class="danger">
                        {t!(l, "certificate-revoke-submit")}
                    </button>
                    <a class="btn quiet" href=back>{t!(l, "action-cancel")}</a>
                </div>
            </form>
        </div>
    };
    visit.page(title, content)
}
