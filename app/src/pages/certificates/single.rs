//! Issuing to one person.

use super::reasons::answer;
use super::{address, trail};
use crate::pages::teach::{PersonName, person_text};
use crate::web::{Answer, Page, Visit};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use maktab_domain::RegistrationId;
use maktab_locale::t;
use maktab_services::Error;
use maktab_services::eligible::{Candidate, EventHead, Group};

type Address = Path<(String, String, String)>;

fn id(visit: &Visit, text: &str) -> Answer<RegistrationId> {
    text.parse().map_err(|_| visit.failure(Error::NotFound))
}

pub(super) async fn show(visit: Visit, Path((_, slug, registration)): Address) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let registration = id(&visit, &registration)?;
    let found = visit.services();
    let found = found
        .certificate_candidate(actor, &slug, registration)
        .await;
    let (event, candidate) = found.map_err(|error| visit.failure(error))?;
    if candidate.group != Group::Eligible {
        // The overview says why, and shows the certificate that stands.
        return Ok(Redirect::to(&address(&visit, &slug, "#participants")).into_response());
    }
    Ok(page(&visit, &event, &candidate).into_response())
}

pub(super) async fn issue(
    visit: Visit,
    Path((_, slug, registration)): Address,
) -> Answer<Redirect> {
    let actor = visit.signed_in()?;
    let registration = id(&visit, &registration)?;
    let issued = visit.services();
    let issued = issued.issue_certificate(actor, &slug, registration).await;
    let number = issued.map_err(|error| visit.failure(error))?;
    let list = address(&visit, &slug, &format!("?issued={number}"));
    Ok(Redirect::to(&list))
}

fn page(visit: &Visit, event: &EventHead, candidate: &Candidate) -> Page {
    let l = visit.locale;
    let title = t!(l, "certificate-one-title", name = candidate.name.as_str());
    let (native, language) = candidate.native_name.clone().unzip();
    let again = candidate
        .revoked_before
        .then(|| view! { <p>{t!(l, "certificate-revoked-before")}</p> });
    let back = address(visit, &event.head.slug, "");
    let content = view! {
        {trail(visit, &event.head.slug, event.head.titles.clone())}
        <div class="lead"><h1>{title.clone()}</h1></div>
        <div class="narrow">
            <p>
                <PersonName
                    latin=candidate.name.clone() native=native language=language.flatten()
                />
                <br />
                {person_text(l, &candidate.country, candidate.institution.clone())}
            </p>
            <p>{answer(l, candidate, event.rule)}</p>
            {again}
            <p>{t!(l, "certificate-one-mail")}</p>
            <p class="note">{t!(l, "certificate-confirm-final")}</p>
            <form method="post" action=visit.path.clone()>
                <div class="actions">
                    <button type="submit">{t!(l, "certificate-one-submit")}</button>
                    <a class="btn quiet" href=back>{t!(l, "action-cancel")}</a>
                </div>
            </form>
        </div>
    };
    visit.page(title, content)
}
