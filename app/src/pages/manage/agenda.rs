//! The agenda of an event: the sessions, and the form that adds one.

use super::session::fields;
use super::{EventTab, agenda_list, event_frame, event_path};
use crate::pages::teach::query;
use crate::web::{Answer, Form, Page, Posted, Visit, exports};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use maktab_domain::EventState;
use maktab_locale::{LocalTime, t};
use maktab_services::editing::{Agenda, Typed};
use maktab_services::{Error, FieldErrors, Services};

type Address = Path<(String, String)>;

pub(super) async fn show(visit: Visit, Path((_, slug)): Address) -> Answer {
    let agenda = load(&visit, &slug).await?;
    let values = Posted::from_pairs(Services::new_session(&agenda).iter());
    let form = Form::new(visit.locale, values, FieldErrors::new());
    Ok(page(&visit, &agenda, &form))
}

pub(super) async fn add(
    visit: Visit,
    Path((_, slug)): Address,
    posted: Posted,
) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let typed = Typed::new(posted.iter());
    match visit.services().add_session(actor, &slug, &typed).await {
        Ok(_) => Ok(Redirect::to(&format!("{}?added=1", visit.path)).into_response()),
        Err(Error::Refused(errors)) => {
            let agenda = load(&visit, &slug).await?;
            let form = Form::new(visit.locale, posted, errors);
            let page = page(&visit, &agenda, &form);
            Ok(page
                .status(StatusCode::UNPROCESSABLE_ENTITY)
                .into_response())
        }
        Err(error) => Err(visit.failure(error)),
    }
}

async fn load(visit: &Visit, slug: &str) -> Answer<Agenda> {
    let actor = visit.signed_in()?;
    let agenda = visit.services().agenda(actor, slug).await;
    agenda.map_err(|error| visit.failure(error))
}

/// Whether the agenda of an event in this state can be changed.
pub(super) const fn is_open(state: EventState) -> bool {
    matches!(state, EventState::Draft | EventState::Published)
}

fn page(visit: &Visit, agenda: &Agenda, form: &Form) -> Page {
    let l = visit.locale;
    let open = is_open(agenda.head.state);
    let zone = LocalTime::or_utc(agenda.head.starts_at.millis(), &agenda.head.time_zone);
    let zone = t!(l, "manage-agenda-zone", zone = l.zone_name(&zone));
    let empty = agenda
        .sessions
        .is_empty()
        .then(|| view! { <p class="empty">{t!(l, "manage-agenda-empty")}</p> });
    let done = query(visit);
    let done = if done.get("added") == "1" {
        Some(t!(l, "manage-session-added"))
    } else if done.get("removed") == "1" {
        Some(t!(l, "manage-session-removed"))
    } else {
        (done.get("saved") == "1").then(|| t!(l, "manage-saved"))
    };
    let done = done.map(|text| view! { <p class="note good" role="status">{text}</p> });
    let add = if open {
        view! {
            <section class="part">
                <h2 id="add">{t!(l, "manage-session-add")}</h2>
                <form method="post" action=visit.path.clone() class="event-form" novalidate>
                    {fields(form, &agenda.choices)}
                    <div class="actions">
                        <button type="submit">{t!(l, "manage-session-add")}</button>
                    </div>
                </form>
            </section>
        }
        .into_any()
    } else {
        view! { <p class="note">{t!(l, "manage-not-editable")}</p> }.into_any()
    };
    let files = (!agenda.sessions.is_empty()).then(|| {
        let path = event_path(visit, &agenda.head.slug, "/agenda");
        view! { <p class="soft">{exports(l, &path, "")}</p> }
    });
    let inner = view! {
        {done}
        <p class="soft">{zone}</p>
        {empty}
        {agenda_list::list(visit, agenda, open)}
        {files}
        {add}
    };
    let title = t!(
        l,
        "manage-page-title",
        page = t!(l, "manage-tab-agenda"),
        event = agenda.head.titles.best(l.tag()).1
    );
    let content = event_frame(visit, &agenda.head, EventTab::Agenda, inner.into_any());
    visit.page(title, content)
}
