//! One session of the agenda: its fields, changing it, removing it.

use super::agenda::is_open;
use super::{EventTab, event_frame, event_path};
use crate::web::{
    Answer, CheckBox, CheckBoxes, Content, ErrorSummary, Form, Page, Posted, TextField, Visit,
};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use maktab_domain::SessionId;
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::editing::{EditableSession, Trainer, Typed};
use maktab_services::{Error, FieldErrors};

type Address = Path<(String, String, String)>;

pub(super) async fn show(visit: Visit, Path((_, slug, id)): Address) -> Answer {
    let editable = load(&visit, &slug, &id).await?;
    let values = Posted::from_pairs(editable.typed.iter());
    let form = Form::new(visit.locale, values, FieldErrors::new());
    Ok(page(&visit, &editable, &form))
}

pub(super) async fn save(
    visit: Visit,
    Path((_, slug, id)): Address,
    posted: Posted,
) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let session = session_id(&visit, &id)?;
    let typed = Typed::new(posted.iter());
    let services = visit.services();
    match services.change_session(actor, &slug, session, &typed).await {
        Ok(()) => {
            let agenda = event_path(&visit, &slug, "/agenda?saved=1");
            Ok(Redirect::to(&agenda).into_response())
        }
        Err(Error::Refused(errors)) => {
            let editable = load(&visit, &slug, &id).await?;
            let form = Form::new(visit.locale, posted, errors);
            let page = page(&visit, &editable, &form);
            Ok(page
                .status(StatusCode::UNPROCESSABLE_ENTITY)
                .into_response())
        }
        Err(error) => Err(visit.failure(error)),
    }
}

pub(super) async fn ask_to_remove(visit: Visit, Path((_, slug, id)): Address) -> Answer {
    let editable = load(&visit, &slug, &id).await?;
    let l = visit.locale;
    let session = &editable.session;
    let head = &editable.agenda.head;
    let at = LocalTime::or_utc(session.starts_at.millis(), &head.time_zone);
    let what = t!(
        l,
        "manage-session-remove-what",
        session = session.titles.best(l.tag()).1,
        time = l.date_time(&at)
    );
    let inner = if session.has_records {
        view! { <p class="note bad">{t!(l, "manage-session-attended")}</p> }.into_any()
    } else {
        view! {
            <h2>{t!(l, "manage-session-remove")}</h2>
            <p>{what}</p>
            <form method="post" action=visit.path.clone() class="actions" novalidate>
                <button type="submit" class="danger">{t!(l, "manage-session-remove")}</button>
                <a href=event_path(&visit, &slug, "/agenda")>{t!(l, "action-cancel")}</a>
            </form>
        }
        .into_any()
    };
    let title = t!(l, "manage-session-remove");
    let content = event_frame(&visit, head, EventTab::Agenda, inner.into_any());
    Ok(visit.page(title, content))
}

pub(super) async fn remove(visit: Visit, Path((_, slug, id)): Address) -> Answer<Redirect> {
    let actor = visit.signed_in()?;
    let session = session_id(&visit, &id)?;
    let done = visit.services().remove_session(actor, &slug, session).await;
    done.map_err(|error| visit.failure(error))?;
    let agenda = event_path(&visit, &slug, "/agenda?removed=1");
    Ok(Redirect::to(&agenda))
}

fn session_id(visit: &Visit, text: &str) -> Answer<SessionId> {
    let id = text.parse();
    id.map_err(|_| visit.failure(Error::NotFound))
}

async fn load(visit: &Visit, slug: &str, id: &str) -> Answer<EditableSession> {
    let actor = visit.signed_in()?;
    let session = session_id(visit, id)?;
    let editable = visit
        .services()
        .editable_session(actor, slug, session)
        .await;
    editable.map_err(|error| visit.failure(error))
}

fn page(visit: &Visit, editable: &EditableSession, form: &Form) -> Page {
    let l = visit.locale;
    let agenda = &editable.agenda;
    let back = event_path(visit, &agenda.head.slug, "/agenda");
    let texts = editable.session.titles.clone();
    let remove = (!editable.session.has_records).then(|| {
        let href = format!("{}/remove", visit.path);
        view! { <a href=href>{t!(l, "manage-session-remove")}</a> }
    });
    let inner = if is_open(agenda.head.state) {
        view! {
            <h2>
                <Content l texts />
            </h2>
            <form method="post" action=visit.path.clone() class="event-form" novalidate>
                {fields(form, &agenda.choices)}
                <div class="actions">
                    <button type="submit">{t!(l, "action-save")}</button>
                    <a href=back>{t!(l, "action-cancel")}</a>
                    {remove}
                </div>
            </form>
        }
        .into_any()
    } else {
        view! { <p class="note">{t!(l, "manage-not-editable")}</p> }.into_any()
    };
    let title = editable.session.titles.best(l.tag()).1.to_owned();
    let content = event_frame(visit, &agenda.head, EventTab::Agenda, inner.into_any());
    visit.page(title, content)
}

/// The names of the title in the languages of the interface other than English.
const TITLES: [(Locale, &str); 3] = [
    (Locale::Ru, "title-ru"),
    (Locale::Fa, "title-fa"),
    (Locale::Tr, "title-tr"),
];

/// The fields of a session, new or changed.
pub(super) fn fields(form: &Form, choices: &[Trainer]) -> impl IntoView + use<> {
    let l = form.locale();
    let others = TITLES.map(|(locale, name)| {
        let label = t!(
            l,
            "manage-field-title-in",
            language = l.language_name(locale.tag())
        );
        view! {
            <TextField
                form=form.clone()
                name=name
                label=label
                dir=locale.dir()
                maxlength=200
                optional=true
            />
        }
    });
    let others = others.into_iter().collect_view();
    let is_filled =
        |(_, name): &(Locale, &str)| !form.value(name).is_empty() || form.error(name).is_some();
    let open = TITLES.iter().any(is_filled);
    view! {
        <ErrorSummary form=form.clone() />
        <TextField
            form=form.clone()
            name="title-en"
            label=t!(l, "manage-field-title-in", language = l.language_name("en"))
            dir="ltr"
            maxlength=200
        />
        <details class="language" open=open>
            <summary>{t!(l, "manage-other-languages")}</summary>
            {others}
        </details>
        <div class="triple">
            <TextField form=form.clone() name="day" label=t!(l, "manage-field-day") kind="date" />
            <TextField
                form=form.clone()
                name="start"
                label=t!(l, "manage-field-start")
                kind="time"
            />
            <TextField form=form.clone() name="end" label=t!(l, "manage-field-end") kind="time" />
        </div>
        <TextField
            form=form.clone()
            name="room"
            label=t!(l, "manage-field-room")
            maxlength=200
            optional=true
        />
        {trainers(form, choices)}
        <TextField
            form=form.clone()
            name="trainer-email"
            label=t!(l, "manage-field-trainer-email")
            hint=t!(l, "manage-field-trainer-email-hint")
            kind="email"
            dir="ltr"
            optional=true
        />
        <CheckBox
            form=form.clone()
            name="tracked"
            label=t!(l, "manage-field-tracked")
            hint=t!(l, "manage-field-tracked-hint")
            optional=true
        />
    }
}

fn trainers(form: &Form, choices: &[Trainer]) -> impl IntoView + use<> {
    let l = form.locale();
    if choices.is_empty() {
        return view! { <p class="hint">{t!(l, "manage-no-trainers-known")}</p> }.into_any();
    }
    let options = choices.iter().map(|trainer| {
        let country = l.country_name(&trainer.country);
        let facts = l.series(&[trainer.name_latin.as_str(), &country]);
        (trainer.person.to_string(), facts)
    });
    let options: Vec<_> = options.collect();
    view! {
        <CheckBoxes
            form=form.clone()
            name="trainers"
            label=t!(l, "manage-field-trainers")
            options=options
        />
    }
    .into_any()
}
