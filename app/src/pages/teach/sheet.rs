//! Attendance of one session: a form of radio buttons, which an island makes quick.

use super::badges::{attendance_badge, now_badge};
use super::events::hours;
use super::roster::coordinated;
use super::{PersonName, person_text, query};
use crate::islands::attendance::AttendanceTools;
use crate::pages::manage::{EventTab, event_trail};
use crate::web::{Answer, Content, DOT, Page, Posted, Room, Visit, exports, trail};
use axum::extract::Path;
use axum::response::Redirect;
use leptos::prelude::*;
use maktab_domain::{AttendanceStatus, Invalid, RegistrationId, SessionId};
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::attendance::{
    Mark, PastMark, Sheet, SheetPerson, TakingGate, TaughtEvent, TaughtSession,
};
use maktab_services::{Error, FieldErrors};

pub(super) type Address = Path<(String, String, String)>;

pub(super) async fn show(visit: Visit, Path((_, slug, session)): Address) -> Answer {
    let sheet = load(&visit, &slug, &session).await?;
    let coordinates = coordinated(&visit, &slug).await?.is_some();
    Ok(page(&visit, sheet, coordinates))
}

pub(super) async fn load(visit: &Visit, slug: &str, session: &str) -> Answer<Sheet> {
    let actor = visit.signed_in()?;
    let session = session_id(visit, session)?;
    let sheet = visit.services().attendance_sheet(actor, slug, session);
    sheet.await.map_err(|error| visit.failure(error))
}

pub(super) async fn save(
    visit: Visit,
    Path((_, slug, session)): Address,
    posted: Posted,
) -> Answer<Redirect> {
    let actor = visit.signed_in()?;
    let session = session_id(&visit, &session)?;
    let marks = marks(&posted).ok_or_else(|| {
        let refused = FieldErrors::of("mark", Invalid::Choice);
        visit.failure(Error::Refused(refused))
    })?;
    let rest_present = posted.get("rest") == AttendanceStatus::Present.code();
    let services = visit.services();
    let done = services.record_attendance(actor, &slug, session, &marks, rest_present);
    let done = done.await.map_err(|error| visit.failure(error))?;
    let mut address = format!("{}?saved={}", visit.path, done.written);
    for registration in &done.kept {
        address += &format!("&kept={registration}");
    }
    Ok(Redirect::to(&address))
}

fn session_id(visit: &Visit, text: &str) -> Answer<SessionId> {
    let id = text.parse();
    id.map_err(|_| visit.failure(Error::NotFound))
}

/// What was set (`mark-ID`) beside what was shown (`seen-ID`); `None` where a
/// value is none that the form offers.
fn marks(posted: &Posted) -> Option<Vec<Mark>> {
    let mut marks = Vec::new();
    for (name, seen) in posted.iter() {
        let Some(id) = name.strip_prefix("seen-") else {
            continue;
        };
        let registration: RegistrationId = id.parse().ok()?;
        let set = posted.get(&format!("mark-{id}"));
        let (status, seen) = (read(set)?, read(seen)?);
        marks.push(Mark {
            registration,
            status,
            seen,
        });
    }
    Some(marks)
}

/// Nothing, or a status; the outer `None` for anything else.
fn read(value: &str) -> Option<Option<AttendanceStatus>> {
    if value.is_empty() {
        Some(None)
    } else {
        value.parse().ok().map(Some)
    }
}

fn page(visit: &Visit, sheet: Sheet, coordinates: bool) -> Page {
    let l = visit.locale;
    let (event, session) = (&sheet.event, &sheet.session);
    let title = session.titles.best(l.tag()).1.to_owned();
    let title = t!(l, "teach-sheet-title", session = title);
    let body = match session.gate {
        TakingGate::Untracked => {
            let text = t!(l, "teach-untracked");
            view! { <p class="note">{text}</p> }.into_any()
        }
        TakingGate::NotYet(opens) => {
            let at = LocalTime::or_utc(opens.millis(), &event.time_zone);
            let (time, zone) = (l.date_time(&at), l.zone_name(&at));
            let text = t!(l, "teach-opens", time = time, zone = zone);
            view! { <p class="note">{text}</p> }.into_any()
        }
        TakingGate::Closed => (
            view! { <p class="note">{t!(l, "teach-closed")}</p> },
            people(visit, &sheet, false),
        )
            .into_any(),
        TakingGate::Open if sheet.people.is_empty() => {
            view! { <p class="empty">{t!(l, "teach-nobody")}</p> }.into_any()
        }
        TakingGate::Open => form(visit, &sheet).into_any(),
    };
    let listed = matches!(session.gate, TakingGate::Open | TakingGate::Closed);
    let files = (listed && !sheet.people.is_empty()).then(|| {
        let path = format!("/teach/{}/sessions/{}/attendance", event.slug, session.id);
        view! { <p class="soft">{exports(l, &visit.link(&path), "")}</p> }
    });
    let content = view! {
        {heading(visit, event, session, coordinates)}
        {saved(visit, &sheet)}
        {files}
        {body}
        {neighbours(visit, event, session)}
    };
    visit.page(title, content)
}

/// The session, its hours, and the way back: into the event as a coordinator knows it, or
/// as a trainer does.
fn heading(
    visit: &Visit,
    event: &TaughtEvent,
    session: &TaughtSession,
    coordinates: bool,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let back = if coordinates {
        let titles = event.titles.clone();
        event_trail(visit, &event.slug, titles, EventTab::Attendance).into_any()
    } else {
        let texts = event.titles.clone();
        let title = view! { <Content l texts /> }.into_any();
        let steps = vec![
            (visit.link("/teach"), t!(l, "teach-title").into_any()),
            (visit.link(&format!("/teach/{}", event.slug)), title),
        ];
        trail(t!(l, "trail-label"), steps).into_any()
    };
    let zone = &event.time_zone;
    let start = LocalTime::or_utc(session.starts_at.millis(), zone);
    let room = session.room.clone();
    let room = (!room.is_empty()).then(|| view! { {DOT} <Room name=room /> });
    let now = visit.services().now();
    view! {
        <div class="lead sheet-head">
            {back}
            <h1>
                <Content l texts=session.titles.clone() />
            </h1>
            <p class="soft">
                {l.date_long(&start)} {DOT} {hours(l, session, zone)} {DOT} {l.zone_name(&start)}
                {room}
            </p>
            <p id="sheet-badge">
                {attendance_badge(l, session, zone, now)} {now_badge(l, session)}
            </p>
        </div>
    }
}

/// Says what the form that was just posted has done.
fn saved(visit: &Visit, sheet: &Sheet) -> impl IntoView + use<> {
    let l = visit.locale;
    let query = query(visit);
    let count = query.get("saved").parse::<u16>().ok()?;
    let kept: Vec<_> = query.all("kept").collect();
    let kept = sheet.people.iter().filter_map(|person| {
        let id = person.registration.to_string();
        let mark = person.history.last()?;
        kept.contains(&id.as_str()).then(|| {
            let status = l.text(&format!("attendance-{}", mark.status));
            let (name, by) = (person.name_latin.clone(), mark.by.clone());
            t!(l, "teach-kept-mark", name = name, status = status, by = by)
        })
    });
    let kept: Vec<_> = kept.collect();
    let text = match count {
        0 if kept.is_empty() => t!(l, "teach-saved-none"),
        0 => String::new(),
        count => t!(l, "teach-saved", count = count),
    };
    let class = if kept.is_empty() { "note good" } else { "note" };
    let kept = (!kept.is_empty()).then(|| {
        let names: Vec<_> = kept.iter().map(String::as_str).collect();
        format!(" {}", t!(l, "teach-kept", people = l.series(&names)))
    });
    Some(view! { <p class=class role="status" id="saved">{text} {kept}</p> })
}

fn form(visit: &Visit, sheet: &Sheet) -> impl IntoView + use<> {
    let l = visit.locale;
    let marks = AttendanceStatus::ALL.iter().map(|&status| {
        let text = l.text(&format!("attendance-{status}"));
        (key(status).to_owned(), text)
    });
    let marks: Vec<_> = marks.collect();
    view! {
        <AttendanceTools
            form="sheet".to_owned()
            marks=marks
            all_present=t!(l, "teach-all-present")
            moves=t!(l, "teach-keys-move")
            saving=t!(l, "teach-saving")
            unsaved=t!(l, "teach-unsaved")
            offline=t!(l, "teach-not-saved")
            signed_out=t!(l, "teach-signed-out")
            digits=l.digits("0123456789")
        />
        <form method="post" id="sheet" class="sheet" action=visit.path.clone()>
            {people(visit, sheet, true)}
            <div class="sheet-bar">
                <p class="sheet-message" id="sheet-message" role="status"></p>
                {counts(l, sheet)}
                <div class="actions">
                    <button type="submit">{t!(l, "action-save")}</button>
                    <button
                        type="submit"
                        name="rest"
                        value=AttendanceStatus::Present.code()
                        class="quiet"
                        id="sheet-rest"
                    >
                        {t!(l, "teach-rest-present")}
                    </button>
                </div>
            </div>
            <p class="soft sheet-last" id="sheet-last">{last(visit, sheet)}</p>
        </form>
    }
}

/// The key that sets a status: a Latin letter, wherever that key is on the keyboard.
const fn key(status: AttendanceStatus) -> &'static str {
    match status {
        AttendanceStatus::Present => "P",
        AttendanceStatus::Late => "L",
        AttendanceStatus::Excused => "E",
        AttendanceStatus::Absent => "A",
    }
}

/// How many are what. The island keeps the figures true while marks are set.
fn counts(l: Locale, sheet: &Sheet) -> impl IntoView + use<> {
    let count = |wanted: Option<AttendanceStatus>| {
        let with = sheet.people.iter().filter(|p| p.status == wanted);
        l.number(i64::try_from(with.count()).unwrap_or(0))
    };
    let figure = |code: &'static str, text: String, figure: String| {
        view! {
            <div>
                <dt>{text}</dt>
                <dd class="num" data-count=code>{figure}</dd>
            </div>
        }
    };
    let statuses = AttendanceStatus::ALL.iter().map(|&status| {
        let text = l.text(&format!("attendance-{status}"));
        figure(status.code(), text, count(Some(status)))
    });
    let statuses = statuses.collect_view();
    let open = figure("none", t!(l, "teach-not-recorded"), count(None));
    view! { <dl class="counts">{statuses} {open}</dl> }
}

/// When something was recorded last, and by whom.
fn last(visit: &Visit, sheet: &Sheet) -> Option<String> {
    let l = visit.locale;
    let last = sheet.last()?;
    let at = LocalTime::or_utc(last.at.millis(), &sheet.event.time_zone);
    let (time, by) = (l.date_time(&at), last.by.clone());
    Some(t!(l, "teach-last", time = time, by = by))
}

fn people(visit: &Visit, sheet: &Sheet, open: bool) -> impl IntoView + use<> {
    let zone = &sheet.event.time_zone;
    let items = sheet
        .people
        .iter()
        .map(|p| person(visit.locale, p, zone, open));
    let items = items.collect_view();
    view! { <ol class="people">{items}</ol> }
}

fn person(l: Locale, person: &SheetPerson, zone: &str, open: bool) -> impl IntoView + use<> {
    let id = person.registration.to_string();
    let who = view! {
        <PersonName
            latin=person.name_latin.clone()
            native=person.name_native.clone()
            language=person.name_native_language.clone()
        />
    };
    let facts = person_text(l, &person.country, person.institution.clone());
    let history = history(l, &person.history, zone);
    if open {
        let radios = AttendanceStatus::ALL
            .iter()
            .map(|&s| radio(l, &id, person.status, s));
        let radios = radios.collect_view();
        let seen = person.status.map_or("", AttendanceStatus::code);
        view! {
            <li data-person=id.clone()>
                <fieldset>
                    <legend>{who}</legend>
                    <p class="soft">{facts}</p>
                    <input type="hidden" name=format!("seen-{id}") value=seen />
                    <div class="marks">{radios}</div>
                </fieldset>
                <div class="past">{history}</div>
            </li>
        }
        .into_any()
    } else {
        let status = person.status.map_or_else(
            || t!(l, "teach-not-recorded"),
            |status| l.text(&format!("attendance-{status}")),
        );
        view! {
            <li>
                <p class="who">{who}</p>
                <p class="soft">{facts}</p>
                <p>
                    <span class="state quiet">{status}</span>
                </p>
                <div class="past">{history}</div>
            </li>
        }
        .into_any()
    }
}

fn radio(
    l: Locale,
    id: &str,
    stands: Option<AttendanceStatus>,
    status: AttendanceStatus,
) -> impl IntoView + use<> {
    let code = status.code();
    let text = l.text(&format!("attendance-{code}"));
    view! {
        <label class=format!("mark {code}")>
            <input
                type="radio"
                name=format!("mark-{id}")
                value=code
                checked=stands == Some(status)
            />
            <span>{text}</span>
        </label>
    }
}

/// Every record of a person, once there was a correction; the last one stands.
fn history(l: Locale, history: &[PastMark], zone: &str) -> impl IntoView + use<> {
    (history.len() > 1).then(|| {
        let items = history.iter().map(|mark| {
            let at = LocalTime::or_utc(mark.at.millis(), zone);
            let status = l.text(&format!("attendance-{}", mark.status));
            let (time, by) = (l.date_time(&at), mark.by.clone());
            let text = t!(l, "teach-past-mark", status = status, time = time, by = by);
            view! { <li>{text}</li> }
        });
        let items = items.collect_view();
        let count = i64::try_from(history.len() - 1).unwrap_or(0);
        let summary = t!(l, "teach-corrections", count = count);
        view! { <details><summary>{summary}</summary><ol>{items}</ol></details> }
    })
}

/// The sessions before and after this one that have attendance.
fn neighbours(
    visit: &Visit,
    event: &TaughtEvent,
    session: &TaughtSession,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let tracked: Vec<_> = event
        .sessions
        .iter()
        .filter(|s| s.gate != TakingGate::Untracked)
        .collect();
    let here = tracked.iter().position(|s| s.id == session.id);
    let link = |place: Option<usize>, label: String| {
        let other = tracked.get(place?)?;
        let href = visit.link(&format!("/teach/{}/sessions/{}", event.slug, other.id));
        let texts = other.titles.clone();
        Some(view! { <a href=href>{label} " " <Content l texts /></a> })
    };
    let before = link(
        here.and_then(|at| at.checked_sub(1)),
        t!(l, "teach-previous"),
    );
    let after = link(here.map(|at| at + 1), t!(l, "teach-next"));
    view! { <nav class="pager" aria-label=t!(l, "teach-sessions")>{before} {after}</nav> }
}
