//! The invitations of an event: what became of each, and the form to invite people.

use super::events::pager;
use super::{EventTab, event_frame, event_path, organisation};
use crate::pages::outcome::{asked_but, back};
use crate::pages::teach::query;
use crate::web::{
    Answer, CheckBox, ErrorSummary, Form, Page, Posted, SelectField, TextArea, TextField, Visit,
    exports, languages,
};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use maktab_domain::{Invalid, InvitationId, ParticipantRole, RegistrationId};
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::inviting::{
    Invitation, InvitationState, Invitations, InvitedPeople, InvitingForm, unreadable,
};
use maktab_services::reference::Reference;
use maktab_services::{Error, FieldErrors};

type Address = Path<(String, String)>;

/// How many invitations stand on one page of the list.
const ON_A_PAGE: usize = 100;
/// How many addresses that were passed over are named; the list shows the rest.
const NAMED: usize = 20;
/// What the address says of something that has just been done.
const OUTCOME: [&str; 6] = [
    "sent",
    "already",
    "registered",
    "again",
    "revoked",
    "passed-over",
];

pub(super) async fn show(visit: Visit, Path((_, slug)): Address) -> Answer {
    let values = Posted::from_pairs([
        ("role", ParticipantRole::Participant.code()),
        ("language", visit.locale.tag()),
        ("days", "14"),
        ("uses", "1"),
    ]);
    page(&visit, &slug, values, FieldErrors::new()).await
}

pub(super) async fn act(
    visit: Visit,
    Path((_, slug)): Address,
    posted: Posted,
) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let services = visit.services();
    match posted.get("action") {
        "" => invite(&visit, &slug, posted).await,
        "again" => {
            let id = invitation_id(&visit, &posted)?;
            let done = services.send_invitation_again(actor, &slug, id).await;
            done.map_err(|error| visit.failure(error))?;
            Ok(back(&visit, &OUTCOME, [("again", id)]))
        }
        "revoke" => {
            let id = invitation_id(&visit, &posted)?;
            let done = services.revoke_invitation(actor, &slug, id).await;
            done.map_err(|error| visit.failure(error))?;
            Ok(back(&visit, &OUTCOME, [("revoked", id)]))
        }
        _ => {
            let unknown = FieldErrors::of("action", Invalid::Choice);
            Err(visit.failure(Error::Refused(unknown)))
        }
    }
}

fn invitation_id(visit: &Visit, posted: &Posted) -> Answer<InvitationId> {
    let id = posted.get("invitation").parse();
    id.map_err(|_| visit.failure(Error::NotFound))
}

async fn invite(visit: &Visit, slug: &str, posted: Posted) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let form = InvitingForm {
        addresses: posted.get("addresses").to_owned(),
        role: posted.get("role").to_owned(),
        organisation: posted.get("organisation").to_owned(),
        language: posted.get("language").to_owned(),
        forwarding: posted.get("forwarding") == "yes",
        uses: posted.get("uses").to_owned(),
        days: posted.get("days").to_owned(),
    };
    match visit.services().invite(actor, slug, &form).await {
        Ok(done) => Ok(back(visit, &OUTCOME, outcome(&done))),
        Err(Error::Refused(errors)) => {
            let page = page(visit, slug, posted, errors).await?;
            Ok(page
                .status(StatusCode::UNPROCESSABLE_ENTITY)
                .into_response())
        }
        Err(error) => Err(visit.failure(error)),
    }
}

/// What inviting has done, for the address of the page: ids and no addresses of mail, which
/// have no place in the history of a browser.
fn outcome(done: &InvitedPeople) -> Vec<(&'static str, String)> {
    let already = done.already.iter().take(NAMED);
    let registered = done.registered.iter().take(NAMED);
    let over = done.already.len() + done.registered.len();
    let named = already.len() + registered.len();
    let mut outcome = vec![("sent", done.sent.to_string())];
    outcome.extend(already.map(|id| ("already", id.to_string())));
    outcome.extend(registered.map(|id| ("registered", id.to_string())));
    if over > named {
        outcome.push(("passed-over", over.to_string()));
    }
    outcome
}

async fn page(visit: &Visit, slug: &str, values: Posted, errors: FieldErrors) -> Answer<Page> {
    let l = visit.locale;
    let actor = visit.signed_in()?;
    let services = visit.services();
    let found = services.invitations(actor, slug).await;
    let found = found.map_err(|error| visit.failure(error))?;
    let reference = services.reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    // What was done before is not said again of a form that was refused.
    let asked = match errors.is_empty() {
        true => query(visit),
        false => asked_but(visit, &OUTCOME),
    };
    let registered = asked.all("registered").take(NAMED).map(str::parse);
    let registered: Vec<RegistrationId> = registered.filter_map(Result::ok).collect();
    let registered = match registered.is_empty() {
        true => Vec::new(),
        false => {
            let named = services.addresses_of(actor, slug, &registered).await;
            named.map_err(|error| visit.failure(error))?
        }
    };
    let form = Form::new(l, values, errors);
    let form = match found.can_invite {
        true => invite_form(visit, &form, &reference).into_any(),
        false => view! { <p class="note">{t!(l, "invite-not-open")}</p> }.into_any(),
    };
    let inner = view! {
        {said(l, &asked, &found, registered)}
        {list(visit, &asked, &found, &reference)}
        {form}
    };
    let title = t!(
        l,
        "manage-page-title",
        page = t!(l, "invite-tab"),
        event = found.head.titles.best(l.tag()).1
    );
    let content = event_frame(visit, &found.head, EventTab::Invitations, inner.into_any());
    Ok(visit.page(title, content))
}

/// Says what has just been done. Only invitations of this event are named.
fn said(
    l: Locale,
    asked: &Posted,
    found: &Invitations,
    registered: Vec<String>,
) -> impl IntoView + use<> {
    let email = |id: &str| {
        let id: Option<InvitationId> = id.parse().ok();
        let row = found.rows.iter().find(|row| Some(row.id) == id);
        row.map(|row| row.email.clone())
    };
    let note = |class: &'static str, text: String| {
        view! { <p class=class role="status">{text}</p> }
    };
    let sent: Option<u32> = asked.get("sent").parse().ok();
    let sent = sent.map(|count| {
        let class = if count > 0 { "note good" } else { "note" };
        note(class, t!(l, "invite-sent", count = count))
    });
    let already: Vec<_> = asked.all("already").filter_map(email).collect();
    let already = (!already.is_empty()).then(|| {
        let text = t!(
            l,
            "invite-already",
            count = already.len(),
            addresses = l.series(&already)
        );
        note("note", text)
    });
    let registered = (!registered.is_empty()).then(|| {
        let text = t!(
            l,
            "invite-registered",
            count = registered.len(),
            addresses = l.series(&registered)
        );
        note("note", text)
    });
    let over: Option<u32> = asked.get("passed-over").parse().ok();
    let over = over.map(|count| note("note", t!(l, "invite-passed-over", count = count)));
    let again = email(asked.get("again"));
    let again = again.map(|email| {
        note(
            "note good",
            t!(l, "invite-sent-again", email = email.as_str()),
        )
    });
    let revoked = email(asked.get("revoked"));
    let revoked =
        revoked.map(|email| note("note good", t!(l, "invite-revoked", email = email.as_str())));
    view! { {sent} {already} {registered} {over} {again} {revoked} }
}

fn list(
    visit: &Visit,
    asked: &Posted,
    found: &Invitations,
    reference: &Reference,
) -> impl IntoView + use<> {
    let l = visit.locale;
    if found.rows.is_empty() {
        return view! { <p class="empty">{t!(l, "invite-empty")}</p> }.into_any();
    }
    let pages = found.rows.len().div_ceil(ON_A_PAGE);
    let page = asked.get("page").parse().unwrap_or(1).clamp(1, pages);
    let shown = found.rows.iter().skip((page - 1) * ON_A_PAGE);
    let rows = shown.take(ON_A_PAGE);
    let rows = rows.map(|row| table_row(visit, found, row, reference));
    let rows = rows.collect_view();
    let kept = asked_but(visit, &OUTCOME);
    let down = found.can_invite.then(|| {
        view! { <p><a class="btn quiet small" href="#invite">{t!(l, "invite-form")}</a></p> }
    });
    let files = event_path(visit, &found.head.slug, "/invitations");
    view! {
        {down}
        <p class="soft">{exports(l, &files, "")}</p>
        <div class="table-wrap" tabindex="0">
            <table class="registrations invitations stack">
                <caption class="hidden">{t!(l, "invite-list")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(l, "invite-column-whom")}</th>
                        <th scope="col">{t!(l, "invite-column-role")}</th>
                        <th scope="col">{t!(l, "manage-column-state")}</th>
                        <th scope="col">{t!(l, "invite-column-sent")}</th>
                        <th scope="col">{t!(l, "invite-column-until")}</th>
                        <th scope="col">{t!(l, "invite-column-uses")}</th>
                        <th scope="col">
                            <span class="hidden">{t!(l, "invite-column-actions")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {pager(visit, &kept, page, pages)}
    }
    .into_any()
}

fn table_row(
    visit: &Visit,
    found: &Invitations,
    row: &Invitation,
    reference: &Reference,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let day = |at: maktab_domain::Timestamp| {
        let at = LocalTime::or_utc(at.millis(), &found.head.time_zone);
        view! { <time datetime=at.iso_datetime()>{l.date_short(&at)}</time> }
    };
    let name = Some(row.name.clone()).filter(|name| !name.is_empty());
    let name = name.map(|name| view! { <bdi class="name">{name}</bdi> <br /> });
    let role = l.text(&format!("role-in-event-{}", row.role));
    let organisation = row.organisation.and_then(|id| reference.organisation(id));
    let organisation = organisation.map(|one| {
        let name = one.names.best(l.tag()).1.to_owned();
        view! { <br /> <small class="soft">{name}</small> }
    });
    let class = match row.state {
        InvitationState::Open => "state warn",
        InvitationState::Used => "state good",
        InvitationState::Declined | InvitationState::Revoked | InvitationState::Expired => {
            "state quiet"
        }
    };
    let (_, state) = super::lists::state(l, row.state);
    let (uses, allowed) = row.uses;
    let uses = t!(l, "invite-uses", uses = uses, allowed = allowed);
    view! {
        <tr>
            <th scope="row">
                {name} <bdi dir="ltr">{row.email.clone()}</bdi>
            </th>
            <td>{role} {organisation}</td>
            <td>
                <span class=class>{state}</span>
            </td>
            <td class="num" data-label=t!(l, "invite-column-sent")>{day(row.sent)}</td>
            <td class="num" data-label=t!(l, "invite-column-until")>{day(row.expires)}</td>
            <td class="num" data-label=t!(l, "invite-column-uses")>{uses}</td>
            <td>{actions(visit, found, row)}</td>
        </tr>
    }
}

/// What can be done with an invitation that is not over: sending it again, taking it back.
fn actions(visit: &Visit, found: &Invitations, row: &Invitation) -> impl IntoView + use<> {
    let l = visit.locale;
    let email = row.email.as_str();
    let button = |action: &'static str, text: String, label: String| {
        view! {
            <button type="submit" class="quiet small" name="action" value=action aria-label=label>
                {text}
            </button>
        }
    };
    let open = row.state == InvitationState::Open;
    let sends = found.can_invite && (open || row.state == InvitationState::Expired);
    let again = sends.then(|| {
        let label = t!(l, "invite-again-name", email = email);
        button("again", t!(l, "invite-again"), label)
    });
    let revoke = open.then(|| {
        let label = t!(l, "invite-revoke-name", email = email);
        button("revoke", t!(l, "invite-revoke"), label)
    });
    (again.is_some() || revoke.is_some()).then(|| {
        view! {
            <form method="post" action=visit.address() class="pair-of-buttons">
                <input type="hidden" name="invitation" value=row.id.to_string() />
                {again}
                {revoke}
            </form>
        }
    })
}

/// The roles in an event to choose from.
pub(super) fn roles(l: Locale) -> Vec<(String, String)> {
    let all = ParticipantRole::ALL.iter();
    all.map(|role| {
        let text = l.text(&format!("role-in-event-{role}"));
        (role.code().to_owned(), text)
    })
    .collect()
}

/// How many lines that are no addresses are named at once.
const LINES_SHOWN: usize = 20;

fn invite_form(visit: &Visit, form: &Form, reference: &Reference) -> impl IntoView + use<> {
    let l = visit.locale;
    let wrong = (form.refused("addresses") == Some(Invalid::Email)).then(|| {
        let typed = form.value("addresses");
        let lines = unreadable(&typed).take(LINES_SHOWN).map(|(line, text)| {
            let text = t!(l, "invite-line", line = line, text = text);
            view! { <li>{text}</li> }
        });
        let lines = lines.collect_view();
        view! {
            <div class="note bad">
                <ul>{lines}</ul>
            </div>
        }
    });
    view! {
        <section aria-labelledby="invite">
            <h2 id="invite">{t!(l, "invite-form")}</h2>
            <ErrorSummary form=form.clone() />
            <form method="post" action=visit.address() class="event-form" novalidate=true>
                {wrong}
                <TextArea
                    form=form.clone() name="addresses" label=t!(l, "invite-addresses")
                    hint=t!(l, "invite-addresses-hint") dir="ltr"
                />
                <div class="pair">
                    <SelectField
                        form=form.clone() name="role" label=t!(l, "invite-role") options=roles(l)
                    />
                    <SelectField
                        form=form.clone() name="language" label=t!(l, "invite-language")
                        options=languages()
                    />
                </div>
                <SelectField
                    form=form.clone() name="organisation" label=t!(l, "invite-organisation")
                    hint=t!(l, "invite-organisation-hint") options=organisation::options(l, reference)
                    blank=t!(l, "invite-organisation-none") optional=true
                />
                <TextField
                    form=form.clone() name="days" label=t!(l, "invite-days")
                    hint=t!(l, "invite-days-hint") inputmode="numeric"
                />
                <CheckBox
                    form=form.clone() name="forwarding" label=t!(l, "invite-forwarding")
                    hint=t!(l, "invite-forwarding-hint") optional=true
                />
                <TextField
                    form=form.clone() name="uses" label=t!(l, "invite-most-uses")
                    hint=t!(l, "invite-most-uses-hint") inputmode="numeric" conditional=true
                />
                <div class="actions">
                    <button type="submit">{t!(l, "invite-button")}</button>
                </div>
            </form>
        </section>
    }
}
