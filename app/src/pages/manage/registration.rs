//! One registration: what was typed, where it stands, and the decision on it.

use super::registrations::{state_badge, undo_form};
use super::{EventTab, event_frame, event_path, organisation};
use crate::pages::teach::{PersonName, query};
use crate::web::{Answer, ErrorSummary, Form, Page, Posted, TextArea, Visit, encode};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use maktab_domain::{
    EventState, Invalid, ParticipantRole, RegistrationId, RegistrationState, Timestamp,
};
use maktab_locale::{LocalTime, msg, t};
use maktab_services::managing::{OneRegistration, Verdict};
use maktab_services::{Error, FieldErrors};

type Address = Path<(String, String, String)>;

pub(super) async fn show(visit: Visit, Path((_, slug, id)): Address) -> Answer {
    page(&visit, &slug, &id, Posted::default(), FieldErrors::new()).await
}

pub(super) async fn decide(
    visit: Visit,
    Path((_, slug, id)): Address,
    posted: Posted,
) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let registration = registration_id(&visit, &id)?;
    let (services, why) = (visit.services(), posted.get("reason"));
    let decided = async |verdict| {
        let one = std::slice::from_ref(&registration);
        let done = services.decide_registrations(actor, &slug, one, verdict, why);
        let done = done.await?;
        // Decided by somebody else in the meantime.
        match done.done + done.no_seat {
            0 => Err(Error::NotNow(msg!("manage-registration-moved"))),
            _ => Ok(done),
        }
    };
    if let Ok(decision) = posted.get("undo").parse() {
        let undone = services.undo_decision(actor, &slug, registration, decision);
        let undone = undone.await.map_err(|error| visit.failure(error))?;
        let done = if undone { "undone" } else { "too-late" };
        return Ok(Redirect::to(&format!("{}?done={done}", visit.path)).into_response());
    }
    let outcome = match posted.get("action") {
        "approve" => decided(Verdict::Approve)
            .await
            .map(|done| match done.no_seat {
                0 => "approved",
                _ => "no-seat",
            }),
        "wait" => decided(Verdict::Wait).await.map(|_| "waiting"),
        "decline" => decided(Verdict::Decline).await.map(|_| "declined"),
        "first" | "in-turn" => {
            let first = posted.get("action") == "first";
            let done = services.set_priority(actor, &slug, registration, first);
            done.await.map(|()| "priority")
        }
        organisation::ACTION => {
            let typed = posted.get("organisation");
            let done = services.set_organisation(actor, &slug, registration, typed);
            done.await.map(|()| "organisation")
        }
        "cancel" => services
            .withdraw_registration(actor, &slug, registration, why)
            .await
            .map(|()| "cancelled"),
        _ => Err(FieldErrors::of("action", Invalid::Choice).into()),
    };
    match outcome {
        Ok(done) => {
            let back = format!("{}?done={done}", visit.path);
            Ok(Redirect::to(&back).into_response())
        }
        Err(Error::Refused(errors)) => {
            let page = page(&visit, &slug, &id, posted, errors).await?;
            Ok(page
                .status(StatusCode::UNPROCESSABLE_ENTITY)
                .into_response())
        }
        Err(error) => Err(visit.failure(error)),
    }
}

fn registration_id(visit: &Visit, text: &str) -> Answer<RegistrationId> {
    let id = text.parse();
    id.map_err(|_| visit.failure(Error::NotFound))
}

async fn page(
    visit: &Visit,
    slug: &str,
    id: &str,
    values: Posted,
    errors: FieldErrors,
) -> Answer<Page> {
    let l = visit.locale;
    let actor = visit.signed_in()?;
    let id = registration_id(visit, id)?;
    let one = visit.services().one_registration(actor, slug, id).await;
    let one = one.map_err(|error| visit.failure(error))?;
    let reference = visit.services().reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    // The form that was refused shows it, and the other does not.
    let (of_organisation, errors) = match values.get("action") {
        organisation::ACTION => (errors, FieldErrors::new()),
        _ => (FieldErrors::new(), errors),
    };
    let assigning = organisation::form(visit, &one, &reference, &values, of_organisation);
    let form = Form::new(l, values, errors);
    let done = match query(visit).get("done") {
        "approved" => Some(("note good", t!(l, "manage-approved", count = 1))),
        "no-seat" => Some(("note bad", t!(l, "manage-no-seat", count = 1))),
        "declined" => Some(("note good", t!(l, "manage-declined"))),
        "waiting" => Some(("note good", t!(l, "manage-put-on-list"))),
        "priority" => Some(("note good", t!(l, "manage-priority-set"))),
        "organisation" => Some(("note good", t!(l, "manage-organisation-set"))),
        "cancelled" => Some(("note good", t!(l, "manage-withdrawn"))),
        "undone" => Some(("note good", t!(l, "manage-undone", count = 1))),
        "too-late" => Some(("note bad", t!(l, "manage-undone-too-late", count = 1))),
        _ => None,
    };
    let done = done.map(|(class, text)| view! { <p class=class role="status">{text}</p> });
    let row = &one.registration;
    let inner = view! {
        {done}
        <p>
            <a href=event_path(visit, slug, "/registrations")>{t!(l, "manage-all-registrations")}</a>
        </p>
        <h2>
            <PersonName
                latin=row.name_latin.clone()
                native=row.name_native.clone()
                language=row.name_native_language.clone()
            />
        </h2>
        <p>{state_badge(l, row.state)}</p>
        {undo(visit, &one)}
        {facts(visit, &one, organisation::name(l, &one, &reference))}
        {decision(visit, &one, &form)}
        {assigning}
    };
    let title = row.name_latin.clone();
    let content = event_frame(visit, &one.head, EventTab::Registrations, inner.into_any());
    Ok(visit.page(title, content))
}

/// The latest decision, with a button that takes it back while its mail has not left.
fn undo(visit: &Visit, one: &OneRegistration) -> impl IntoView + use<> {
    let l = visit.locale;
    let undoable = one.undoable.map(|decision| {
        let until = LocalTime::or_utc(decision.until.millis(), &one.head.time_zone);
        let text = t!(l, "manage-undo-one", until = l.time(&until));
        undo_form(visit, decision.id.to_string(), text.into_any())
    });
    undoable.map(|form| view! { <div class="note undo">{form}</div> })
}

/// The address in a link (RFC 6068): nothing in it can pass for a subject or a text of the mail.
fn mail_link(email: &str) -> String {
    let (local, domain) = email.rsplit_once('@').unwrap_or((email, ""));
    format!("mailto:{}@{domain}", encode(local))
}

fn facts(
    visit: &Visit,
    one: &OneRegistration,
    organisation: Option<String>,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let row = &one.registration;
    let zone = &one.head.time_zone;
    let time = |at: Timestamp| {
        let at = LocalTime::or_utc(at.millis(), zone);
        l.date_time(&at)
    };
    let by = row.ended_by.as_deref().map(|by| match by {
        "person" => t!(l, "manage-by-person"),
        "focal-point" => t!(l, "manage-by-focal-point"),
        "deadline" => t!(l, "manage-by-deadline"),
        _ => t!(l, "manage-by-coordinator"),
    });
    let mail = mail_link(&row.email);
    let rows = [
        (
            t!(l, "teach-column-institution"),
            Some(row.institution.clone()),
        ),
        (t!(l, "manage-column-job"), Some(row.job_title.clone())),
        (
            t!(l, "teach-column-country"),
            Some(l.country_name(&row.country)),
        ),
        (
            t!(l, "manage-column-language"),
            Some(l.language_name(&row.language)),
        ),
        (
            t!(l, "manage-column-registered"),
            Some(time(row.registered_at)),
        ),
        (
            t!(l, "manage-column-role"),
            (row.role != ParticipantRole::Participant)
                .then(|| l.text(&format!("role-in-event-{}", row.role))),
        ),
        (t!(l, "invite-organisation"), organisation),
        (
            t!(l, "manage-column-place"),
            row.place
                .map(|place| l.number(i64::try_from(place).unwrap_or(i64::MAX))),
        ),
        (
            t!(l, "manage-column-nomination"),
            row.nomination_note.clone(),
        ),
        (t!(l, "manage-column-held"), row.hold_until.map(time)),
        (t!(l, "manage-column-confirmed"), row.confirmed_at.map(time)),
        (t!(l, "manage-column-ended"), row.ended_at.map(time)),
        (t!(l, "manage-column-by"), by),
        (t!(l, "manage-reason"), row.reason.clone()),
    ];
    let rows = rows.into_iter().filter_map(|(name, value)| {
        let value = value.filter(|value| !value.is_empty())?;
        Some(view! {
            <dt>{name}</dt>
            <dd>
                <bdi>{value}</bdi>
            </dd>
        })
    });
    let rows = rows.collect_view();
    view! {
        <dl class="facts">
            <dt>{t!(l, "manage-column-email")}</dt>
            <dd>
                <a href=mail>
                    <bdi>{row.email.clone()}</bdi>
                </a>
            </dd>
            {rows}
        </dl>
    }
}

/// The decisions that are possible where the registration stands.
fn decision(visit: &Visit, one: &OneRegistration, form: &Form) -> impl IntoView + use<> {
    use RegistrationState as S;
    let l = visit.locale;
    if one.head.state != EventState::Published {
        return view! { <p class="note">{t!(l, "manage-not-published")}</p> }.into_any();
    }
    let state = one.registration.state;
    let waits = matches!(state, S::Submitted | S::Waitlisted);
    let participant = one.registration.role == ParticipantRole::Participant;
    let has_seat = !participant || one.seats_left > 0;
    let approve = (waits && has_seat).then(|| {
        view! {
            <form method="post" action=visit.path.clone() class="actions" novalidate>
                <input type="hidden" name="action" value="approve" />
                <button type="submit">{t!(l, "manage-approve")}</button>
            </form>
        }
    });
    let state = one.registration.state;
    let other = match (state, one.registration.first) {
        (S::Submitted, _) => Some(("wait", t!(l, "manage-put-on-list-button"))),
        (S::Waitlisted, false) => Some(("first", t!(l, "manage-priority-first"))),
        (S::Waitlisted, true) => Some(("in-turn", t!(l, "manage-priority-in-turn"))),
        _ => None,
    };
    let other = other.map(|(action, button)| {
        view! {
            <form method="post" action=visit.path.clone() class="actions" novalidate>
                <input type="hidden" name="action" value=action />
                <button type="submit" class="quiet">{button}</button>
            </form>
        }
    });
    let full = (waits && !has_seat).then(|| view! { <p class="note">{t!(l, "manage-full")}</p> });
    let ending = if waits {
        Some((
            "decline",
            t!(l, "manage-decline"),
            t!(l, "manage-decline-what"),
        ))
    } else if state.is_live() {
        Some((
            "cancel",
            t!(l, "manage-withdraw"),
            t!(l, "manage-withdraw-what"),
        ))
    } else {
        None
    };
    let ending = ending.map(|(action, button, what)| {
        view! {
            <ErrorSummary form=form.clone() />
            <h3>{button.clone()}</h3>
            <form method="post" action=visit.path.clone() novalidate>
                <p>{what}</p>
                <input type="hidden" name="action" value=action />
                <TextArea
                    form=form.clone()
                    name="reason"
                    label=t!(l, "manage-reason")
                    hint=t!(l, "manage-reason-hint")
                />
                <button type="submit" class="danger">{button}</button>
            </form>
        }
    });
    view! {
        {approve}
        {full}
        {other}
        {ending}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::mail_link;

    #[test]
    fn an_address_adds_nothing_to_its_link() {
        for (address, link) in [
            ("a.b-c_d@example.org", "mailto:a.b-c_d@example.org"),
            (
                "a?subject=x&bcc=all%40b+c#d@example.org",
                "mailto:a%3Fsubject%3Dx%26bcc%3Dall%2540b%2Bc%23d@example.org",
            ),
        ] {
            assert_eq!(mail_link(address), link);
        }
    }
}
