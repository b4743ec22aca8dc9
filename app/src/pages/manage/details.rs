//! Changing the details of an event.

use super::event_form::{Around, fields};
use super::{EventTab, event_frame, event_path};
use crate::pages::teach::query;
use crate::web::{Answer, Form, Page, Posted, Visit};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use maktab_domain::EventState;
use maktab_locale::t;
use maktab_services::editing::Typed;
use maktab_services::{Error, FieldErrors};

type Address = Path<(String, String)>;

pub(super) async fn show(visit: Visit, Path((_, slug)): Address) -> Answer {
    page(&visit, &slug, None).await
}

pub(super) async fn save(
    visit: Visit,
    Path((_, slug)): Address,
    posted: Posted,
) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let typed = Typed::new(posted.iter());
    match visit.services().change_event(actor, &slug, &typed).await {
        Ok(()) => Ok(Redirect::to(&format!("{}?saved=1", visit.path)).into_response()),
        Err(Error::Refused(errors)) => {
            let page = page(&visit, &slug, Some((posted, errors))).await?;
            Ok(page
                .status(StatusCode::UNPROCESSABLE_ENTITY)
                .into_response())
        }
        Err(error) => Err(visit.failure(error)),
    }
}

async fn page(visit: &Visit, slug: &str, refused: Option<(Posted, FieldErrors)>) -> Answer<Page> {
    let l = visit.locale;
    let actor = visit.signed_in()?;
    let services = visit.services();
    let failed = |error| visit.failure(error);
    let event = services.editable_event(actor, slug).await.map_err(failed)?;
    let reference = services.reference().await.map_err(failed)?;
    let (values, errors) = match refused {
        // Whoever saves again after having been told of somebody else's change means it.
        Some((posted, errors)) if errors.get("version").is_some() => {
            let own = posted.iter().filter(|(name, _)| *name != "version");
            let version = ("version", event.typed.get("version"));
            (Posted::from_pairs(own.chain([version])), errors)
        }
        Some(refused) => refused,
        None => (Posted::from_pairs(event.typed.iter()), FieldErrors::new()),
    };
    let form = Form::new(l, values, errors);
    let around = Around {
        reference: &reference,
        span: event.span,
        taken: event.taken,
    };
    let open = matches!(event.head.state, EventState::Draft | EventState::Published);
    let inner = if open {
        let conflict = form
            .error("version")
            .map(|text| view! { <p class="error" id="version" tabindex="-1">{text}</p> });
        let saved = (query(visit).get("saved") == "1")
            .then(|| view! { <p class="note good" role="status">{t!(l, "manage-saved")}</p> });
        view! {
            {saved}
            <form method="post" action=visit.path.clone() class="event-form" novalidate>
                {conflict}
                <input type="hidden" name="version" value=form.value("version") />
                {fields(&form, &around)}
                <div class="actions">
                    <button type="submit">{t!(l, "action-save")}</button>
                    <a href=event_path(visit, slug, "")>{t!(l, "action-cancel")}</a>
                </div>
            </form>
        }
        .into_any()
    } else {
        view! { <p class="note">{t!(l, "manage-not-editable")}</p> }.into_any()
    };
    let title = event.head.titles.best(l.tag()).1.to_owned();
    let content = event_frame(visit, &event.head, EventTab::Details, inner.into_any());
    Ok(visit.page(title, content))
}
