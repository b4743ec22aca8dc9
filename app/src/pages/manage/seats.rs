//! The seats of an event: quotas of countries, organisations and roles, and the waiting list.

use super::events::seats;
use super::{EventTab, event_frame, event_path};
use crate::pages::teach::query;
use crate::web::{
    Answer, CheckBox, ErrorSummary, Form, Page, Posted, SelectField, TextField, Visit, exports,
};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use maktab_domain::{Invalid, ParticipantRole, RegistrationState};
use maktab_locale::{Locale, t};
use maktab_services::reference::Reference;
use maktab_services::seating::{NewQuota, Quota, QuotaFor, SeatSettings, SeatsPage};
use maktab_services::{Error, FieldErrors};
use std::sync::Arc;

type Address = Path<(String, String)>;

/// By this name the seats of a quota that is changed are told from those of one that is added.
const CHANGED: &str = "quota-seats";

/// What the page has besides the event: where a form was refused, what was typed and why.
struct Typed {
    values: Posted,
    errors: FieldErrors,
}

pub(super) async fn show(visit: Visit, Path((_, slug)): Address) -> Answer {
    let fresh = Typed {
        values: Posted::default(),
        errors: FieldErrors::new(),
    };
    page(&visit, &slug, fresh).await
}

pub(super) async fn submit(
    visit: Visit,
    Path((_, slug)): Address,
    posted: Posted,
) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let services = visit.services();
    let quota = || posted.get("quota").parse().map_err(|_| Error::NotFound);
    let (done, outcome) = match posted.get("action") {
        "add" => {
            let typed = NewQuota {
                whom: posted.get("whom").to_owned(),
                seats: posted.get("seats").to_owned(),
            };
            ("added", services.add_quota(actor, &slug, &typed).await)
        }
        "change" => {
            let id = quota().map_err(|error| visit.failure(error))?;
            let seats = posted.get("seats");
            let changed = services.change_quota(actor, &slug, id, seats).await;
            // Another form of the page has a field `seats`.
            let changed = changed.map_err(|error| named(error, CHANGED));
            ("changed", changed)
        }
        "remove" => {
            let id = quota().map_err(|error| visit.failure(error))?;
            let removed = services.remove_quota(actor, &slug, id).await;
            ("removed", removed)
        }
        "waiting-list" => {
            let typed = SeatSettings {
                waiting_list: posted.get("waiting-list") == "yes",
                offer_hours: posted.get("offer-hours").to_owned(),
            };
            let changed = services.change_seat_settings(actor, &slug, &typed).await;
            ("changed", changed)
        }
        _ => {
            let unknown = FieldErrors::of("action", Invalid::Choice);
            ("", Err(Error::Refused(unknown)))
        }
    };
    match outcome {
        Ok(()) => {
            let back = format!("{}?done={done}", visit.path);
            Ok(Redirect::to(&back).into_response())
        }
        Err(Error::Refused(errors)) => {
            let typed = Typed {
                values: posted,
                errors,
            };
            let page = page(&visit, &slug, typed).await?;
            Ok(page
                .status(StatusCode::UNPROCESSABLE_ENTITY)
                .into_response())
        }
        Err(error) => Err(visit.failure(error)),
    }
}

/// The same refusal under another name of the field.
fn named(error: Error, field: &str) -> Error {
    match error {
        Error::Refused(errors) => {
            let refused = errors.iter().next();
            let (former, why) = refused.unwrap_or(("", Invalid::Number));
            Error::Refused(match errors.number(former) {
                Some(number) => FieldErrors::with_number(field, why, number),
                None => FieldErrors::of(field, why),
            })
        }
        other => other,
    }
}

async fn page(visit: &Visit, slug: &str, typed: Typed) -> Answer<Page> {
    let l = visit.locale;
    let actor = visit.signed_in()?;
    let found = visit.services().seats_page(actor, slug).await;
    let found = found.map_err(|error| visit.failure(error))?;
    let reference = visit.services().reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    let done = match query(visit).get("done") {
        "added" => Some(t!(l, "manage-quota-added")),
        "changed" => Some(t!(l, "manage-seats-changed")),
        "removed" => Some(t!(l, "manage-quota-removed")),
        _ => None,
    };
    let done = done.map(|text| view! { <p class="note good" role="status">{text}</p> });
    let form = Form::new(l, values(&typed.values, &found), typed.errors);
    let edit = event_path(visit, slug, "/edit#capacity");
    let files = event_path(visit, slug, "/seats");
    let inner = view! {
        {done}
        <ErrorSummary form=form.clone() />
        <div class="seats-now">
            {seats(l, found.taken, found.capacity, found.registration_mode)}
            {found.can_change.then(|| view! { <a href=edit>{t!(l, "manage-seats-change")}</a> })}
            {standing(visit, &found)}
        </div>
        <section aria-labelledby="quotas">
            <h2 id="quotas">{t!(l, "manage-quotas")}</h2>
            <p class="soft">{exports(l, &files, "")}</p>
            <p class="soft">{t!(l, "manage-quotas-text")}</p>
            {quotas(visit, &found, &reference, &form)}
            {found.can_change.then(|| add(visit, &found, &reference, &form))}
        </section>
        <section aria-labelledby="waiting">
            <h2 id="waiting">{t!(l, "manage-waiting-list")}</h2>
            <p class="soft">{t!(l, "manage-waiting-list-text")}</p>
            {found.can_change.then(|| settings(visit, &form))}
        </section>
    };
    let title = t!(
        l,
        "manage-page-title",
        page = t!(l, "manage-tab-seats"),
        event = found.head.titles.best(l.tag()).1
    );
    let content = event_frame(visit, &found.head, EventTab::Seats, inner.into_any());
    Ok(visit.page(title, content))
}

/// What the forms of the page show: what was typed in the one that was refused, and what is stored
/// in the others.
fn values(typed: &Posted, found: &SeatsPage) -> Posted {
    let hours = found.offer_hours.to_string();
    let waiting_list = if found.waiting_list { "yes" } else { "" };
    let settings = [
        ("waiting-list", waiting_list),
        ("offer-hours", hours.as_str()),
    ];
    match typed.get("action") {
        "waiting-list" => typed.clone(),
        "add" => Posted::from_pairs(typed.iter().chain(settings)),
        "change" => {
            let change = [("quota", typed.get("quota")), (CHANGED, typed.get("seats"))];
            Posted::from_pairs(settings.into_iter().chain(change))
        }
        _ => Posted::from_pairs(settings),
    }
}

/// How many hold a seat, wait for one or for a decision, each with the way to their list.
fn standing(visit: &Visit, found: &SeatsPage) -> impl IntoView + use<> {
    let l = visit.locale;
    let states = found.counts.iter().filter(|(state, _)| state.is_live());
    let states = states.map(|&(state, count)| {
        let order = match state {
            RegistrationState::Waitlisted => "&sort=place",
            _ => "",
        };
        let list = format!("/registrations?state={state}{order}");
        let href = event_path(visit, &found.head.slug, &list);
        let text = l.text(&format!("state-registration-{state}"));
        view! {
            <dt>
                <a href=href>{text}</a>
            </dt>
            <dd class="num">{l.number(count)}</dd>
        }
    });
    let states: Vec<_> = states.collect();
    (!states.is_empty()).then(|| view! { <dl class="facts">{states}</dl> })
}

/// Whom a quota is for, in words.
fn whom(l: Locale, whom: &QuotaFor, reference: &Reference) -> String {
    match whom {
        QuotaFor::Country(code) => l.country_name(code),
        QuotaFor::Organisation(id) => reference
            .organisation(*id)
            .map(|organisation| organisation.code.to_uppercase())
            .unwrap_or_default(),
        QuotaFor::Role(role) => role_name(l, *role),
    }
}

fn role_name(l: Locale, role: ParticipantRole) -> String {
    l.text(&format!("role-in-event-{role}"))
}

fn quotas(visit: &Visit, found: &SeatsPage, reference: &Arc<Reference>, form: &Form) -> AnyView {
    let l = visit.locale;
    if found.quotas.is_empty() {
        return view! { <p class="empty">{t!(l, "manage-quotas-none")}</p> }.into_any();
    }
    let rows = found.quotas.iter();
    let rows = rows
        .map(|quota| quota_row(visit, quota, found.can_change, reference, form))
        .collect_view();
    view! {
        <div class="table-wrap" tabindex="0">
            <table class="stack">
                <caption class="hidden">{t!(l, "manage-quotas")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(l, "manage-quota-whom")}</th>
                        <th scope="col">{t!(l, "manage-quota-taken")}</th>
                        <th scope="col">{t!(l, "manage-quota-seats")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn quota_row(
    visit: &Visit,
    quota: &Quota,
    can_change: bool,
    reference: &Reference,
    form: &Form,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let name = whom(l, &quota.whom, reference);
    let id = quota.id.to_string();
    let taken = t!(
        l,
        "manage-quota-of",
        taken = quota.taken,
        seats = quota.seats
    );
    let change = can_change.then(|| {
        let (label, remove) = (
            t!(l, "manage-quota-seats-of", whom = name.as_str()),
            t!(l, "manage-quota-remove-of", whom = name.as_str()),
        );
        // Where this row was refused, the number that was typed and why.
        let why = form.error(CHANGED).filter(|_| form.value("quota") == id);
        let (number, seats_id, error_id) = match why {
            Some(_) => (
                form.value(CHANGED),
                Some(CHANGED),
                Some("quota-seats-error"),
            ),
            None => (quota.seats.to_string(), None, None),
        };
        let invalid = why.is_some().then_some("true");
        let why = why.map(|why| view! { <p class="error" id=error_id>{why}</p> });
        view! {
            {why}
            <form method="post" action=visit.path.clone() class="actions">
                <input type="hidden" name="quota" value=id />
                <input
                    type="number"
                    id=seats_id
                    name="seats"
                    class="short"
                    min=quota.taken.to_string()
                    value=number
                    aria-label=label
                    aria-invalid=invalid
                    aria-describedby=error_id
                />
                <button type="submit" name="action" value="change" class="small">
                    {t!(l, "manage-quota-change")}
                </button>
                <button
                    type="submit"
                    name="action"
                    value="remove"
                    class="small quiet"
                    aria-label=remove
                >
                    {t!(l, "manage-quota-remove")}
                </button>
            </form>
        }
    });
    let (taken_label, seats_label) = (t!(l, "manage-quota-taken"), t!(l, "manage-quota-seats"));
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td data-label=taken_label>{taken}</td>
            <td data-label=seats_label>{change}</td>
        </tr>
    }
}

fn add(
    visit: &Visit,
    found: &SeatsPage,
    reference: &Reference,
    form: &Form,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let is_there = |whom: &QuotaFor| found.quotas.iter().any(|quota| quota.whom == *whom);
    let roles = [ParticipantRole::Observer, ParticipantRole::Speaker].map(QuotaFor::Role);
    let organisations = reference.organisations.iter();
    let organisations = organisations.map(|one| QuotaFor::Organisation(one.id));
    let countries = found.countries.iter().cloned().map(QuotaFor::Country);
    let options = roles
        .into_iter()
        .chain(organisations)
        .chain(countries)
        .filter(|one| !is_there(one))
        .map(|one| (value_of(&one), whom(l, &one, reference)))
        .collect();
    view! {
        <form method="post" action=visit.path.clone() novalidate=true>
            <h3>{t!(l, "manage-quota-add")}</h3>
            <input type="hidden" name="action" value="add" />
            <div class="pair">
                <SelectField
                    form=form.clone()
                    name="whom"
                    label=t!(l, "manage-quota-whom")
                    options=options
                    blank=t!(l, "person-choose")
                />
                <TextField
                    form=form.clone()
                    name="seats"
                    label=t!(l, "manage-quota-seats")
                    kind="number"
                    inputmode="numeric"
                    min="0"
                />
            </div>
            <button type="submit">{t!(l, "manage-quota-add")}</button>
        </form>
    }
}

/// Whom a quota is for, as the form posts it.
fn value_of(whom: &QuotaFor) -> String {
    match whom {
        QuotaFor::Country(code) => format!("country:{code}"),
        QuotaFor::Organisation(id) => format!("organisation:{id}"),
        QuotaFor::Role(role) => format!("role:{role}"),
    }
}

fn settings(visit: &Visit, form: &Form) -> impl IntoView + use<> {
    let l = visit.locale;
    view! {
        <form method="post" action=visit.path.clone() novalidate=true>
            <input type="hidden" name="action" value="waiting-list" />
            <CheckBox
                form=form.clone()
                name="waiting-list"
                label=t!(l, "manage-waiting-list-open")
                optional=true
            />
            <TextField
                form=form.clone()
                name="offer-hours"
                label=t!(l, "manage-offer-hours")
                hint=t!(l, "manage-offer-hours-hint")
                kind="number"
                inputmode="numeric"
                min="1"
                max="720"
            />
            <button type="submit">{t!(l, "action-save")}</button>
        </form>
    }
}
