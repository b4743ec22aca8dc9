//! The third step: what would happen. And the last: what has happened.

use super::columns::outcome_text;
use super::{DOT, Stage, discard, failed, import_id, moment, path, problems, to};
use crate::pages::manage::event_path;
use crate::pages::manage::events::pager;
use crate::pages::manage::registrations::state_badge;
use crate::pages::teach::query;
use crate::web::{Answer, Page, Posted, Visit, exports};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use maktab_domain::{Invalid, ParticipantRole};
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::importing::{
    ImportConfirmed, ImportPreview, ImportState, Outcome, PreviewRow, SeatLine,
};
use maktab_services::reference::Reference;
use maktab_services::seating::QuotaFor;
use maktab_services::{Error, FieldErrors};
use std::sync::Arc;

type Address = Path<(String, String, String)>;

pub(super) async fn show(visit: Visit, Path((_, slug, id)): Address) -> Answer<Response> {
    page(&visit, (&slug, &id), None).await
}

/// Carries the import out, takes it back, or deletes its file.
pub(super) async fn act(
    visit: Visit,
    Path((_, slug, id)): Address,
    posted: Posted,
) -> Answer<Response> {
    let l = visit.locale;
    let actor = visit.signed_in()?;
    let import = import_id(&visit, &id)?;
    let services = visit.services();
    let own = path(&visit, &slug, import, "");
    let done = match posted.get("action") {
        "confirm" => {
            let revision = posted.get("revision").parse().unwrap_or(-1);
            let done = services.confirm_import(actor, &slug, import, revision);
            match done.await {
                Ok(ImportConfirmed::Added(_) | ImportConfirmed::Before) => Ok(own),
                Ok(ImportConfirmed::NoSeats) => {
                    let said = t!(l, "import-no-seats");
                    return page(&visit, (&slug, &id), Some(said)).await;
                }
                Ok(ImportConfirmed::Changed) => {
                    let said = t!(l, "import-changed");
                    return page(&visit, (&slug, &id), Some(said)).await;
                }
                Err(error) => Err(error),
            }
        }
        "back" => {
            let done = services.take_import_back(actor, &slug, import).await;
            done.map(|back| format!("{own}?back={}&stay={}", back.people, back.stay))
        }
        "discard" => {
            let done = services.discard_import(actor, &slug, import).await;
            done.map(|()| event_path(&visit, &slug, "/import?discarded=1"))
        }
        _ => Err(FieldErrors::of("action", Invalid::Choice).into()),
    };
    match done {
        Ok(address) => Ok(to(&address)),
        Err(error) => failed(&visit, &slug, error).await,
    }
}

/// The page; with what has made carrying out impossible, as an answer to it.
async fn page(visit: &Visit, (slug, id): (&str, &str), said: Option<String>) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let id = import_id(visit, id)?;
    let services = visit.services();
    let number = query(visit).get("page").parse().unwrap_or(1);
    let found = match services.import_preview(actor, slug, id, number).await {
        Ok(found) => found,
        Err(error) => return failed(visit, slug, error).await,
    };
    let reference = services.reference().await;
    let reference = reference.map_err(|error: Error| visit.failure(error))?;
    let page = match found.import.state {
        ImportState::Uploaded => return Ok(to(&path(visit, slug, id, "/columns"))),
        ImportState::Read => check(visit, &found, &reference, said.clone()),
        ImportState::Done | ImportState::TakenBack => result(visit, &found),
    };
    Ok(match said {
        Some(_) => page.status(StatusCode::CONFLICT).into_response(),
        None => page.into_response(),
    })
}

fn check(
    visit: &Visit,
    found: &ImportPreview,
    reference: &Arc<Reference>,
    said: Option<String>,
) -> Page {
    let l = visit.locale;
    let slug = found.head.slug.as_str();
    let said = said.map(|text| view! { <p class="note bad" role="alert">{text}</p> });
    let is_right = found.import.problems == 0;
    let wrong = (!is_right).then(|| problems::table(visit, found));
    let nobody = (found.to_add == 0 && is_right).then(|| {
        view! { <p class="note">{t!(l, "import-nobody")}</p> }
    });
    let (page, pages) = found.page;
    let files = |list: &str| exports(l, &path(visit, slug, found.import.id, list), "");
    // Of a file that is not right nothing is added.
    let rows = (is_right && !found.rows.is_empty()).then(|| {
        view! {
            <section aria-labelledby="rows">
                <h3 id="rows">{t!(l, "import-rows-title")}</h3>
                <p class="soft">{files("/people")}</p>
                {people(l, &found.rows, reference, t!(l, "import-rows-title"))}
                {pager(visit, &query(visit), page, pages)}
            </section>
        }
    });
    let passed = (is_right && !found.passed_over.is_empty()).then(|| {
        view! {
            <details>
                <summary>
                    {t!(l, "import-passed-title")} " (" {l.number(found.registered)} ")"
                </summary>
                <p class="soft">{files("/registered")}</p>
                {people(l, &found.passed_over, reference, t!(l, "import-passed-title"))}
            </details>
        }
    });
    let content = view! {
        {said}
        {wrong}
        <h3>{t!(l, "import-check-title")}</h3>
        {facts(visit, found)}
        {nobody}
        {is_right.then(|| seats(l, found, reference))}
        {confirm(visit, found)}
        {rows}
        {passed}
        {discard(visit, slug, found.import.id)}
    };
    super::page(visit, &found.head, Stage::Check, content.into_any())
}

/// What the file holds and what would become of it, in numbers.
fn facts(visit: &Visit, found: &ImportPreview) -> impl IntoView + use<> {
    let l = visit.locale;
    let import = &found.import;
    let is_right = import.problems == 0;
    let passed = (is_right && found.registered > 0).then(|| {
        view! {
            <dt>{t!(l, "import-fact-passed")}</dt>
            <dd class="num">{l.number(found.registered)}</dd>
        }
    });
    let known = (is_right && found.known > 0).then(|| {
        view! {
            <dt>{t!(l, "import-fact-known")}</dt>
            <dd class="num">{l.number(found.known)}</dd>
        }
    });
    let add = is_right.then(|| {
        view! {
            <dt>{t!(l, "import-fact-add")}</dt>
            <dd>
                <strong class="num">{l.number(found.to_add)}</strong>
            </dd>
        }
    });
    let offers = found
        .offers_until
        .filter(|_| import.outcome == Outcome::Offer);
    let offers = offers.map(|until| {
        view! {
            <dt>{t!(l, "import-fact-offer")}</dt>
            <dd>{moment(l, &found.head, until)}</dd>
        }
    });
    let letters = letters(l, import.tell);
    view! {
        <dl class="facts import-facts">
            <dt>{t!(l, "import-fact-file")}</dt>
            <dd><bdi>{import.file_name.clone()}</bdi></dd>
            <dt>{t!(l, "import-fact-rows")}</dt>
            <dd class="num">{l.number(import.rows)}</dd>
            {add}
            {known}
            {passed}
            <dt>{t!(l, "import-outcome")}</dt>
            <dd>{outcome_text(l, import.outcome)}</dd>
            {offers}
            <dt>{t!(l, "import-fact-letters")}</dt>
            <dd>{letters}</dd>
        </dl>
    }
}

fn letters(l: Locale, tell: bool) -> String {
    if tell {
        t!(l, "import-letters-yes")
    } else {
        t!(l, "import-letters-no")
    }
}

/// The seats that the people would take, and what is missing.
fn seats(l: Locale, found: &ImportPreview, reference: &Arc<Reference>) -> impl IntoView + use<> {
    (!found.seats.is_empty()).then(|| {
        let missing = found.seats.iter().map(SeatLine::missing).max().unwrap_or(0);
        let note = (missing > 0).then(|| {
            let text = t!(l, "import-seats-text", count = missing);
            view! { <p class="note bad" role="alert">{text}</p> }
        });
        let rows = found.seats.iter().map(|line| {
            let whose = match &line.whom {
                None => t!(l, "import-seats-event"),
                Some(QuotaFor::Country(code)) => l.country_name(code),
                Some(QuotaFor::Organisation(id)) => {
                    let organisation = reference.organisation(*id);
                    organisation
                        .map_or_else(String::new, |one| one.names.best(l.tag()).1.to_owned())
                }
                Some(QuotaFor::Role(role)) => l.text(&format!("role-in-event-{role}")),
            };
            let number = |n: i64| l.number(n);
            let missing = line.missing();
            let class = if missing > 0 { "state bad" } else { "soft" };
            view! {
                <tr>
                    <th scope="row">{whose}</th>
                    <td class="num" data-label=t!(l, "import-seats-all")>{number(line.seats)}</td>
                    <td class="num" data-label=t!(l, "import-seats-taken")>{number(line.taken)}</td>
                    <td class="num" data-label=t!(l, "import-seats-wanted")>
                        {number(line.wanted)}
                    </td>
                    <td class="num" data-label=t!(l, "import-seats-missing")>
                        <span class=class>{number(missing)}</span>
                    </td>
                </tr>
            }
        });
        let rows = rows.collect_view();
        view! {
            <section aria-labelledby="seats">
                <h3 id="seats">{t!(l, "import-seats-title")}</h3>
                {note}
                <div class="table-wrap" tabindex="0">
                    <table class="stack">
                        <caption class="hidden">{t!(l, "import-seats-title")}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{t!(l, "import-seats-whose")}</th>
                                <th scope="col" class="num">{t!(l, "import-seats-all")}</th>
                                <th scope="col" class="num">{t!(l, "import-seats-taken")}</th>
                                <th scope="col" class="num">{t!(l, "import-seats-wanted")}</th>
                                <th scope="col" class="num">{t!(l, "import-seats-missing")}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        }
    })
}

/// The button, where it can be pressed; and the way back.
fn confirm(visit: &Visit, found: &ImportPreview) -> impl IntoView + use<> {
    let l = visit.locale;
    let (slug, id) = (found.head.slug.as_str(), found.import.id);
    let change = path(visit, slug, id, "/columns");
    let other = event_path(visit, slug, "/import");
    let ways = view! {
        <a class="btn quiet" href=change>{t!(l, "import-change-columns")}</a>
        <a class="btn quiet" href=other>{t!(l, "import-other-file")}</a>
    };
    if !found.can_confirm {
        return view! { <div class="actions import-confirm">{ways}</div> }.into_any();
    }
    view! {
        <form method="post" action=path(visit, slug, id, "") class="import-confirm">
            <input type="hidden" name="revision" value=found.import.revision.to_string() />
            <p>{t!(l, "import-confirm-text")}</p>
            <div class="actions">
                <button type="submit" name="action" value="confirm">
                    {t!(l, "import-confirm", count = found.to_add)}
                </button>
                {ways}
            </div>
        </form>
    }
    .into_any()
}

fn people(
    l: Locale,
    rows: &[PreviewRow],
    reference: &Arc<Reference>,
    caption: String,
) -> impl IntoView + use<> {
    let rows = rows.iter().map(|row| {
        let mut notes = Vec::new();
        if row.role != ParticipantRole::Participant {
            notes.push(l.text(&format!("role-in-event-{}", row.role)));
        }
        let organisation = row.organisation.and_then(|id| reference.organisation(id));
        notes.extend(organisation.map(|one| one.code.to_uppercase()));
        if row.known && row.state.is_none() {
            notes.push(t!(l, "import-row-known"));
        }
        let notes = (!notes.is_empty()).then(|| {
            view! { <br /> <small class="soft">{notes.join(DOT)}</small> }
        });
        let state = row.state.map(|state| view! { " " {state_badge(l, state)} });
        view! {
            <tr>
                <td class="num" data-label=t!(l, "import-problem-row")>{l.number(row.number)}</td>
                <th scope="row">
                    <bdi>{row.name.clone()}</bdi> {state} {notes}
                </th>
                <td><bdi dir="ltr">{row.email.clone()}</bdi></td>
                <td><bdi>{row.institution.clone()}</bdi></td>
                <td>{l.country_name(&row.country)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="table-wrap" tabindex="0">
            <table class="stack">
                <caption class="hidden">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="num">{t!(l, "import-problem-row")}</th>
                        <th scope="col">{t!(l, "import-field-name")}</th>
                        <th scope="col">{t!(l, "import-field-email")}</th>
                        <th scope="col">{t!(l, "import-field-institution")}</th>
                        <th scope="col">{t!(l, "import-field-country")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// What an import has done.
fn result(visit: &Visit, found: &ImportPreview) -> Page {
    let l = visit.locale;
    let import = &found.import;
    let slug = found.head.slug.as_str();
    let back = import.state == ImportState::TakenBack;
    let count = import.added;
    let said = match import.outcome {
        _ if back => t!(l, "import-back-title"),
        Outcome::Offer => t!(l, "import-done-offer", count = count),
        Outcome::List => t!(l, "import-done-list", count = count),
        Outcome::Confirm => t!(l, "import-done-confirm", count = count),
    };
    let class = if back { "note" } else { "note good" };
    let query = query(visit);
    let number = |name: &str| query.get(name).parse::<i64>().ok().filter(|&n| n > 0);
    let gone = number("back").filter(|_| back);
    let gone = gone.map(|n| view! { <p>{t!(l, "import-back-done", count = n)}</p> });
    let stay = number("stay").filter(|_| back);
    let stay = stay.map(|n| view! { <p>{t!(l, "import-back-stay", count = n)}</p> });
    let until = import.back_until.filter(|_| found.can_take_back);
    let undo = until.map(|until| {
        let until = LocalTime::or_utc(until.millis(), &found.head.time_zone);
        let text = t!(l, "import-back-text", until = l.date_time(&until));
        view! {
            <form method="post" class="note" action=path(visit, slug, import.id, "")>
                <p>{text}</p>
                <button type="submit" class="quiet small" name="action" value="back">
                    {t!(l, "import-back")}
                </button>
            </form>
        }
    });
    let passed = import.rows - import.added;
    let passed = (passed > 0).then(|| {
        view! {
            <dt>{t!(l, "import-fact-passed")}</dt>
            <dd class="num">{l.number(passed)}</dd>
        }
    });
    let by = import.done.clone().map(|(by, at)| {
        view! {
            <dt>{t!(l, "import-fact-by")}</dt>
            <dd><bdi>{by}</bdi> {DOT} {moment(l, &found.head, at)}</dd>
        }
    });
    let added = (!back).then(|| {
        let letters = letters(l, import.tell);
        view! {
            <dt>{t!(l, "import-fact-added")}</dt>
            <dd class="num">{l.number(import.added)}</dd>
            {passed}
            <dt>{t!(l, "import-fact-letters")}</dt>
            <dd>{letters}</dd>
        }
    });
    let registrations = event_path(visit, slug, "/registrations");
    let other = event_path(visit, slug, "/import");
    let content = view! {
        <div class=class role="status">
            <p>{said}</p>
            {gone}
            {stay}
        </div>
        {undo}
        <dl class="facts import-facts">
            <dt>{t!(l, "import-fact-file")}</dt>
            <dd><bdi>{import.file_name.clone()}</bdi></dd>
            <dt>{t!(l, "import-fact-rows")}</dt>
            <dd class="num">{l.number(import.rows)}</dd>
            {added}
            {by}
            <dt>{t!(l, "import-fact-hash")}</dt>
            <dd><code class="hash">{import.file_hash.clone()}</code></dd>
        </dl>
        <div class="actions">
            <a class="btn" href=registrations>{t!(l, "import-to-registrations")}</a>
            <a class="btn quiet" href=other>{t!(l, "import-other-file")}</a>
        </div>
    };
    super::page(visit, &found.head, Stage::Done, content.into_any())
}
