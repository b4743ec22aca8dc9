//! The registrations of an event: a list that can be searched, filtered, sorted and exported.

use super::events::{choice, pager};
use super::{EventTab, event_frame, event_path};
use crate::pages::outcome::{asked_but, back};
use crate::pages::teach::{PersonName, query};
use crate::web::{
    Answer, CHOSEN, DOT, ErrorSummary, Export, Form, Page, Posted, TextArea, Visit, chosen, exports,
};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use maktab_domain::{EventState, Invalid, ParticipantRole, RegistrationState, Timestamp};
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::managing::{
    Registration, RegistrationFilter, Registrations, Sort, Undoable, Verdict,
};
use maktab_services::reference::Reference;
use maktab_services::{Error, FieldErrors};
use maktab_tables::Cell;

type Address = Path<(String, String)>;

pub(super) async fn show(visit: Visit, Path((_, slug)): Address) -> Answer {
    let asked = query(&visit);
    let found = load(&visit, &slug, &asked, page_number(&asked)).await?;
    let form = Form::new(visit.locale, Posted::default(), FieldErrors::new());
    Ok(page(&visit, &asked, &found, form))
}

pub(super) async fn download(visit: Visit, Path((_, slug)): Address) -> Answer<Response> {
    let found = load(&visit, &slug, &query(&visit), 0).await?;
    let name = format!("registrations-{}", found.head.slug);
    let reference = visit.services().reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    let file = file(&visit, &found, &reference);
    file.download_people(&visit, &slug, &name).await
}

/// Decides on those whose boxes are ticked, or takes decisions back, and comes back to the
/// same list.
pub(super) async fn decide(
    visit: Visit,
    Path((_, slug)): Address,
    posted: Posted,
) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let services = visit.services();
    if let Ok(batch) = posted.get("undo").parse() {
        let undone = services.undo_decisions(actor, &slug, batch).await;
        let undone = undone.map_err(|error| visit.failure(error))?;
        let done = [("undone", undone.done), ("too-late", undone.too_late)];
        return Ok(back(&visit, &ONCE, done));
    }
    let ids: Result<Vec<_>, _> = chosen(&posted).map(str::parse).collect();
    let ids = ids.map_err(|_| visit.failure(Error::NotFound))?;
    let (verdict, word) = match posted.get("action") {
        "approve" => (Verdict::Approve, "approved"),
        "decline" => (Verdict::Decline, "declined"),
        "wait" => (Verdict::Wait, "waiting"),
        _ => {
            let unknown = FieldErrors::of("action", Invalid::Choice);
            return refused(&visit, &slug, posted, unknown).await;
        }
    };
    if ids.is_empty() {
        return refused(&visit, &slug, posted, FieldErrors::new()).await;
    }
    let why = posted.get("reason");
    let done = services.decide_registrations(actor, &slug, &ids, verdict, why);
    match done.await {
        Ok(done) => {
            let done = [(word, done.done), ("no-seat", done.no_seat)];
            Ok(back(&visit, &ONCE, done))
        }
        Err(Error::Refused(errors)) => refused(&visit, &slug, posted, errors).await,
        Err(error) => Err(visit.failure(error)),
    }
}

/// The same list with what was typed and ticked, and what is wrong with it; where nothing is,
/// nobody was ticked.
async fn refused(
    visit: &Visit,
    slug: &str,
    posted: Posted,
    errors: FieldErrors,
) -> Answer<Response> {
    let mut asked = asked_but(visit, &ONCE);
    if errors.is_empty() {
        asked.extend([("ticked", "0")]);
    }
    let found = load(visit, slug, &asked, page_number(&asked)).await?;
    let form = Form::new(visit.locale, posted, errors);
    let page = page(visit, &asked, &found, form);
    Ok(page
        .status(StatusCode::UNPROCESSABLE_ENTITY)
        .into_response())
}

fn page_number(asked: &Posted) -> usize {
    asked.get("page").parse().unwrap_or(1).max(1)
}

/// With the value `all`, the address asks for a list in which everybody is ticked.
const TICK: &str = "tick";

/// What the address says once: of decisions that have just been taken, and who is ticked.
const ONCE: [&str; 8] = [
    "approved", "declined", "waiting", "no-seat", "ticked", "undone", "too-late", TICK,
];

async fn load(visit: &Visit, slug: &str, asked: &Posted, page: usize) -> Answer<Registrations> {
    let filter = RegistrationFilter {
        state: asked.get("state").parse().ok(),
        country: asked.get("country").to_owned(),
        search: asked.get("q").to_owned(),
        sort: match asked.get("sort") {
            "oldest" => Sort::Oldest,
            "name" => Sort::Name,
            "country" => Sort::Country,
            "place" => Sort::Place,
            _ => Sort::Newest,
        },
        page,
    };
    let actor = visit.signed_in()?;
    let services = visit.services();
    let found = services
        .registrations(actor, slug, &filter, visit.locale)
        .await;
    found.map_err(|error| visit.failure(error))
}

fn file(visit: &Visit, found: &Registrations, reference: &Reference) -> Export {
    let l = visit.locale;
    let columns = [
        ("name", t!(l, "teach-column-name")),
        ("native_name", t!(l, "teach-column-native")),
        ("email", t!(l, "manage-column-email")),
        ("country", t!(l, "teach-column-country")),
        ("institution", t!(l, "teach-column-institution")),
        ("job_title", t!(l, "manage-column-job")),
        ("language", t!(l, "manage-column-language")),
        ("state", t!(l, "manage-column-state")),
        ("registered_at", t!(l, "manage-column-registered")),
        ("confirmed_at", t!(l, "manage-column-confirmed")),
        ("ended_at", t!(l, "manage-column-ended")),
        ("reason", t!(l, "manage-reason")),
        ("role", t!(l, "invite-column-role")),
        ("organisation", t!(l, "invite-organisation")),
        ("place", t!(l, "manage-column-place")),
        ("nominated_place", t!(l, "export-nominated-place")),
        ("nomination_note", t!(l, "manage-column-nomination")),
    ];
    let mut table = Export::new(visit, t!(l, "manage-tab-registrations"), columns);
    // Times as machines read them, in the event's zone with its offset.
    let zone = &found.head.time_zone;
    let time = |at: Timestamp| LocalTime::or_utc(at.millis(), zone).iso_datetime();
    for row in &found.rows {
        let state = l.text(&format!("state-registration-{}", row.state));
        let organisation = row.organisation.and_then(|id| reference.organisation(id));
        let organisation = organisation.map(|one| Cell::word(&one.code, one.names.best(l.tag()).1));
        table.row([
            row.name_latin.clone().into(),
            row.name_native.clone().into(),
            row.email.clone().into(),
            Cell::word(&row.country, l.country_name(&row.country)),
            row.institution.clone().into(),
            row.job_title.clone().into(),
            Cell::word(&row.language, l.language_name(&row.language)),
            Cell::word(row.state.code(), state),
            time(row.registered_at).into(),
            row.confirmed_at.map(time).into(),
            row.ended_at.map(time).into(),
            row.reason.clone().into(),
            Cell::word(
                row.role.code(),
                l.text(&format!("role-in-event-{}", row.role)),
            ),
            organisation.into(),
            row.place.map(count).into(),
            row.nominated_place.into(),
            row.nomination_note.clone().into(),
        ]);
    }
    table
}

/// The page of the list. `form` holds what was typed where a decision was refused: who was ticked
/// stays ticked.
fn page(visit: &Visit, asked: &Posted, found: &Registrations, form: Form) -> Page {
    let l = visit.locale;
    let waiting = |row: &Registration| is_undecided(row.state);
    let decides = found.head.state == EventState::Published && found.rows.iter().any(waiting);
    let ticked = asked.get(TICK) == "all";
    let rows = found.rows.iter().map(|row| {
        let id = row.id.to_string();
        let is_chosen = || ticked || form.is_ticked(&id);
        table_row(visit, found, row, decides.then(is_chosen))
    });
    let rows = rows.collect_view();
    let refused = form.error("reason").is_some() || !form.value("reason").is_empty();
    let applied = |row: &Registration| row.state == RegistrationState::Submitted;
    let can_wait = found.rows.iter().any(applied);
    let bulk = decides.then(|| bulk(visit, (ticked, can_wait), &form, refused));
    let pick = decides.then(|| {
        view! { <th scope="col"><span class="hidden">{t!(l, "manage-approve")}</span></th> }
    });
    let looked = ["q", "state", "country"]
        .iter()
        .any(|name| !asked.get(name).is_empty());
    let list = if found.rows.is_empty() {
        let text = if looked {
            t!(l, "manage-registrations-none-found")
        } else {
            t!(l, "manage-registrations-none")
        };
        view! { <p class="empty">{text}</p> }.into_any()
    } else {
        let caption = t!(l, "manage-tab-registrations");
        view! {
            <div class="table-wrap" tabindex="0">
                <table class="registrations stack">
                    <caption class="hidden">{caption}</caption>
                    <thead>
                        <tr>
                            {pick}
                            <th scope="col">{t!(l, "teach-column-name")}</th>
                            <th scope="col">{t!(l, "teach-column-institution")}</th>
                            <th scope="col">{t!(l, "teach-column-country")}</th>
                            <th scope="col">{t!(l, "manage-column-state")}</th>
                            <th scope="col">{t!(l, "manage-column-registered")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    // Only where there is something to decide is the list a form.
    let list = match bulk {
        Some(bulk) => view! {
            <form method="post" id="registrations" action=visit.address()>
                <ErrorSummary form=form />
                {list} {bulk}
            </form>
        }
        .into_any(),
        None => list,
    };
    let (taken, capacity) = found.seats;
    let import = (found.head.state == EventState::Published).then(|| {
        let href = event_path(visit, &found.head.slug, "/import");
        view! { <a class="btn quiet small" href=href>{t!(l, "import-link")}</a> }
    });
    let inner = view! {
        {outcome(l, asked)}
        {undo(visit, &found.undoable, &found.head.time_zone)}
        {find(visit, asked, found)}
        <p class="soft">
            {t!(l, "manage-found", count = count(found.found))} {DOT}
            {t!(l, "manage-seats", taken = taken, capacity = capacity)} {DOT}
            {exports(l, &event_path(visit, &found.head.slug, "/registrations"), &visit.query)}
            {import}
        </p>
        {list}
        {pager(visit, asked, found.page, found.pages)}
    };
    let title = t!(
        l,
        "manage-page-title",
        page = t!(l, "manage-tab-registrations"),
        event = found.head.titles.best(l.tag()).1
    );
    let content = event_frame(
        visit,
        &found.head,
        EventTab::Registrations,
        inner.into_any(),
    );
    visit.page(title, content)
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Leads to the same list with every box ticked, or with none.
fn tick_all(visit: &Visit, ticked: bool) -> impl IntoView + use<> {
    let l = visit.locale;
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(asked_but(visit, &ONCE).iter());
    let text = if ticked {
        t!(l, "manage-tick-none")
    } else {
        query.append_pair(TICK, "all");
        t!(l, "manage-tick-all")
    };
    let href = format!("{}?{}#registrations", visit.path, query.finish());
    view! { <a href=href>{text}</a> }
}

/// What can be done with those whose boxes are ticked: to let them wait only where somebody does
/// not wait yet. Declining needs a reason, so it stands apart, folded away.
fn bulk(
    visit: &Visit,
    (ticked, can_wait): (bool, bool),
    form: &Form,
    refused: bool,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let wait = can_wait.then(|| {
        view! {
            <button type="submit" name="action" value="wait" class="quiet">
                {t!(l, "manage-wait-chosen")}
            </button>
        }
    });
    view! {
        <div class="actions">
            <button type="submit" name="action" value="approve">
                {t!(l, "manage-approve-chosen")}
            </button>
            {wait}
            {tick_all(visit, ticked)}
        </div>
        <details open=refused>
            <summary>{t!(l, "manage-decline-chosen")}</summary>
            <TextArea
                form=form.clone()
                name="reason"
                label=t!(l, "manage-reason")
                hint=t!(l, "manage-reason-hint")
                conditional=true
                rows=3
            />
            <button type="submit" name="action" value="decline" class="danger">
                {t!(l, "manage-decline-chosen")}
            </button>
        </details>
    }
}

/// The decisions whose mails have not left, the latest first, each batch with a button that takes
/// it back.
fn undo(visit: &Visit, undoable: &[Undoable], zone: &str) -> impl IntoView + use<> {
    let l = visit.locale;
    let time = |at: Timestamp| l.time(&LocalTime::or_utc(at.millis(), zone));
    let batches = undoable.iter().map(|batch| {
        let text = t!(
            l,
            "manage-undo-text",
            count = batch.count,
            at = time(batch.decided),
            until = time(batch.until)
        );
        let text = view! { {state_badge(l, batch.to)} " " {text} };
        view! { <li>{undo_form(visit, batch.batch.to_string(), text.into_any())}</li> }
    });
    let batches = batches.collect_view();
    (!undoable.is_empty()).then(|| view! { <ul class="note undo">{batches}</ul> })
}

/// What was decided, with a button that takes it back.
pub(super) fn undo_form(visit: &Visit, what: String, text: AnyView) -> impl IntoView + use<> {
    let about = format!("undo-{what}");
    view! {
        <form method="post" action=visit.address()>
            <input type="hidden" name="undo" value=what />
            <p id=about.clone()>{text}</p>
            <button type="submit" class="quiet small" aria-describedby=about>
                {t!(visit.locale, "manage-undo")}
            </button>
        </form>
    }
}

/// Says what decisions have done.
fn outcome(l: Locale, asked: &Posted) -> impl IntoView + use<> {
    let said = ONCE.iter().filter_map(|&name| {
        let n: u32 = asked.get(name).parse().ok()?;
        let (class, text) = match name {
            "ticked" => ("note", t!(l, "manage-nobody-ticked")),
            "approved" => ("note good", t!(l, "manage-approved", count = n)),
            "declined" => ("note good", t!(l, "manage-declined-count", count = n)),
            "waiting" => ("note good", t!(l, "manage-put-on-list-count", count = n)),
            "undone" => ("note good", t!(l, "manage-undone", count = n)),
            "no-seat" => ("note bad", t!(l, "manage-no-seat", count = n)),
            "too-late" => ("note bad", t!(l, "manage-undone-too-late", count = n)),
            _ => return None,
        };
        let shown = n > 0 || matches!(name, "ticked" | "approved");
        let class = if n == 0 { "note" } else { class };
        shown.then(|| view! { <p class=class role="status">{text}</p> })
    });
    said.collect_view()
}

/// Whether a coordinator can decide on it.
const fn is_undecided(state: RegistrationState) -> bool {
    matches!(
        state,
        RegistrationState::Submitted | RegistrationState::Waitlisted
    )
}

fn find(visit: &Visit, asked: &Posted, found: &Registrations) -> impl IntoView + use<> {
    let l = visit.locale;
    let states = found.counts.iter().map(|&(state, n)| {
        let text = l.text(&format!("state-registration-{state}"));
        (state.code(), format!("{text} ({})", l.number(count(n))))
    });
    let states = states.collect();
    let countries = found.countries.iter();
    let countries = countries.map(|code| (code.as_str(), l.country_name(code)));
    let countries = countries.collect();
    let orders = vec![
        ("oldest", t!(l, "manage-sort-oldest")),
        ("name", t!(l, "manage-sort-name")),
        ("country", t!(l, "manage-sort-country")),
        ("place", t!(l, "manage-sort-place")),
    ];
    let (all_states, any_country) = (t!(l, "manage-all-states"), t!(l, "manage-all-countries"));
    view! {
        <form class="filters" method="get" action=visit.path.clone() role="search">
            <div>
                <label for="q">{t!(l, "manage-search-people")}</label>
                <input id="q" name="q" type="search" value=asked.get("q").to_owned() />
            </div>
            {choice("state", t!(l, "manage-column-state"), all_states, states, asked)}
            {choice("country", t!(l, "teach-column-country"), any_country, countries, asked)}
            {choice("sort", t!(l, "manage-sort"), t!(l, "manage-sort-newest"), orders, asked)}
            <button type="submit">{t!(l, "action-search")}</button>
        </form>
    }
}

/// One of the list; with a box, ticked or not, where there are decisions to take.
fn table_row(
    visit: &Visit,
    found: &Registrations,
    row: &Registration,
    ticked: Option<bool>,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let rest = format!("/registrations/{}", row.id);
    let href = event_path(visit, &found.head.slug, &rest);
    let at = LocalTime::or_utc(row.registered_at.millis(), &found.head.time_zone);
    let pick = ticked.map(|ticked| {
        let tick = is_undecided(row.state).then(|| {
            let label = t!(l, "manage-choose-one", name = row.name_latin.as_str());
            let id = row.id.to_string();
            view! {
                <input
                    type="checkbox" name=format!("{CHOSEN}-{id}") value=id.clone() checked=ticked
                    aria-label=label
                />
            }
        });
        view! { <td class="pick">{tick}</td> }
    });
    let registered = t!(l, "manage-column-registered");
    let place = place(l, row).map(|text| view! { <small class="soft">{text}</small> });
    view! {
        <tr>
            {pick} <th scope="row">
                <a href=href>
                    <PersonName
                        latin=row.name_latin.clone()
                        native=row.name_native.clone()
                        language=row.name_native_language.clone()
                    />
                </a>
            </th>
            <td>
                <bdi>{row.institution.clone()}</bdi>
            </td>
            <td>{l.country_name(&row.country)}</td>
            <td>{state_badge(l, row.state)} {place}</td>
            <td class="num" data-label=registered>
                <time datetime=at.iso_datetime()>{l.date_short(&at)}</time>
            </td>
        </tr>
    }
}

/// The place on the waiting list or in the order of the country, and a role of its own.
fn place(l: Locale, row: &Registration) -> Option<String> {
    let place = row
        .place
        .map(|place| t!(l, "manage-place", place = count(place)));
    let first = row.first.then(|| t!(l, "manage-priority"));
    let nominated = row.nominated_place;
    let nominated = nominated.map(|place| t!(l, "manage-nominated-place", place = place));
    let role = (row.role != ParticipantRole::Participant)
        .then(|| l.text(&format!("role-in-event-{}", row.role)));
    let parts: Vec<_> = [place, first, nominated, role]
        .into_iter()
        .flatten()
        .collect();
    (!parts.is_empty()).then(|| parts.join(DOT))
}

/// Where a registration stands, in a word.
pub(in crate::pages) fn state_badge(l: Locale, state: RegistrationState) -> impl IntoView + use<> {
    use RegistrationState as S;
    let class = match state {
        S::Confirmed => "state good",
        S::Submitted | S::Offered | S::Pending => "state warn",
        S::Waitlisted => "state",
        S::Declined | S::Cancelled => "state quiet",
    };
    let text = l.text(&format!("state-registration-{state}"));
    view! { <span class=class>{text}</span> }
}
