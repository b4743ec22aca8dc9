//! Who is coming: the roster, as a page, as a sheet to sign, and as a file.

use super::events::session_list;
use super::parts::of_all;
use super::{PersonName, event_line, query};
use crate::islands::attendance::PrintButton;
use crate::pages::manage::{EventTab, event_frame};
use crate::web::{Answer, Content, DOT, Export, Page, Visit, encode, exports, trail};
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use maktab_domain::{EventState, Texts};
use maktab_locale::{LocalTime, t};
use maktab_services::attendance::{Roster, RosterPerson, TakingGate, TaughtEvent};
use maktab_services::managing::Head;
use maktab_tables::Cell;

pub(super) async fn show(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let search = query(&visit).get("q").to_owned();
    let roster = load(&visit, &slug, &search).await?;
    let head = coordinated(&visit, &slug).await?;
    Ok(page(&visit, roster, &search, head.as_ref()))
}

pub(super) async fn download(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Answer<Response> {
    let search = query(&visit).get("q").to_owned();
    let roster = load(&visit, &slug, &search).await?;
    let name = format!("roster-{}", roster.event.slug);
    let file = file(&visit, roster);
    file.download_people(&visit, &slug, &name).await
}

/// The event as its coordinators see it; nothing for those who only teach in it.
pub(super) async fn coordinated(visit: &Visit, slug: &str) -> Answer<Option<Head>> {
    let actor = visit.signed_in()?;
    let head = visit.services().coordinated_head(actor, slug).await;
    head.map_err(|error| visit.failure(error))
}

async fn load(visit: &Visit, slug: &str, search: &str) -> Answer<Roster> {
    let actor = visit.signed_in()?;
    let services = visit.services();
    let roster = services.roster(actor, slug, search, visit.locale).await;
    roster.map_err(|error| visit.failure(error))
}

/// Name, native name, country, institution, and a column for each tracked session.
fn file(visit: &Visit, roster: Roster) -> Export {
    let l = visit.locale;
    let tracked = roster.event.sessions.iter();
    let tracked = tracked.filter(|session| session.gate != TakingGate::Untracked);
    let sessions = tracked.map(|session| {
        let at = LocalTime::or_utc(session.starts_at.millis(), &roster.event.time_zone);
        let title = session.titles.best(l.tag()).1;
        let heading = format!("{} {} {title}", at.iso_date(), l.time(&at));
        (format!("session_{}", session.id), heading)
    });
    let own = [
        ("name", t!(l, "teach-column-name")),
        ("native_name", t!(l, "teach-column-native")),
        ("country", t!(l, "teach-column-country")),
        ("institution", t!(l, "teach-column-institution")),
    ];
    let own = own.map(|(key, heading)| (key.to_owned(), heading));
    let columns = own.into_iter().chain(sessions);
    let mut table = Export::new(visit, t!(l, "teach-roster"), columns);
    for person in roster.people {
        let marks = person.marks.into_iter().map(|mark| {
            let word = |status| l.text(&format!("attendance-{status}"));
            Cell::from(mark.map(|status| Cell::word(status.to_string(), word(status))))
        });
        let country = l.country_name(&person.country);
        let own = [
            person.name_latin.into(),
            person.name_native.into(),
            Cell::word(person.country, country),
            person.institution.into(),
        ];
        table.row(own.into_iter().chain(marks));
    }
    table
}

fn page(visit: &Visit, roster: Roster, search: &str, head: Option<&Head>) -> Page {
    let l = visit.locale;
    let event = &roster.event;
    let title = event.titles.best(l.tag()).1.to_owned();
    let now = visit.services().now();
    let sessions = session_list(visit, event, now);
    let no_sessions = event
        .sessions
        .is_empty()
        .then(|| view! { <p class="empty">{t!(l, "teach-no-sessions")}</p> });
    let inner = view! {
        <section class="screen">
            <h2>{t!(l, "teach-sessions")}</h2>
            {no_sessions}
            {sessions}
        </section>
        <section aria-labelledby="roster">
            <h2 id="roster">{t!(l, "teach-roster")}</h2>
            {find(visit, &roster, search)}
            {table(visit, &roster, search)}
        </section>
    };
    let cancelled = (event.state == EventState::Cancelled)
        .then(|| view! { <p class="note bad">{t!(l, "teach-event-cancelled")}</p> });
    let inner = view! { {cancelled} {inner} }.into_any();
    let content = match head {
        Some(head) => {
            let inner = view! { {venue(visit, &event.venue)} {inner} };
            let tab = EventTab::Attendance;
            event_frame(visit, head, tab, inner.into_any()).into_any()
        }
        None => view! { {heading(visit, event)} {inner} }.into_any(),
    };
    visit.page(title, content)
}

/// The event's title and line, with the way back.
fn heading(visit: &Visit, event: &TaughtEvent) -> impl IntoView + use<> {
    let l = visit.locale;
    let place = (&event.city, event.country.as_str());
    let days = (event.starts_at, event.ends_at);
    let line = event_line(l, days, &event.time_zone, event.mode, place);
    let venue = venue(visit, &event.venue);
    let up = (visit.link("/teach"), t!(l, "teach-title").into_any());
    view! {
        <div class="lead">
            {trail(t!(l, "trail-label"), vec![up])}
            <h1>
                <Content l texts=event.titles.clone() />
            </h1>
            {line}
            {venue}
        </div>
    }
}

fn venue(visit: &Visit, venue: &Texts) -> impl IntoView + use<> {
    let (l, texts) = (visit.locale, venue.clone());
    let (_, text) = venue.best(l.tag());
    (!text.is_empty()).then(|| view! { <p class="soft"><Content l texts /></p> })
}

fn find(visit: &Visit, roster: &Roster, search: &str) -> impl IntoView + use<> {
    let l = visit.locale;
    let path = visit.path.clone();
    let asked = if search.is_empty() {
        String::new()
    } else {
        format!("q={}", encode(search))
    };
    let files = exports(l, &format!("{path}/roster"), &asked);
    let clear = (!search.is_empty()).then(|| {
        view! { <a href=path.clone()>{t!(l, "action-clear")}</a> }
    });
    let count = i64::try_from(roster.people.len()).unwrap_or(0);
    let count = if search.is_empty() {
        t!(l, "teach-people", count = count)
    } else {
        t!(
            l,
            "teach-found",
            count = count,
            all = roster.event.confirmed
        )
    };
    view! {
        <form class="roster-find screen" method="get" action=path.clone() role="search">
            <label for="q">{t!(l, "teach-search")}</label>
            <input id="q" name="q" type="search" value=search.to_owned() />
            <button type="submit">{t!(l, "action-search")}</button>
        </form>
        <p class="roster-line screen">
            {count} {DOT} {files} {clear.map(|a| (DOT, a))}
        </p>
        <div class="screen">
            <p class="hint">{t!(l, "teach-print-hint")}</p>
            <PrintButton label=t!(l, "teach-print") />
        </div>
    }
}

fn table(visit: &Visit, roster: &Roster, search: &str) -> AnyView {
    let l = visit.locale;
    if roster.people.is_empty() {
        let text = if search.is_empty() {
            t!(l, "teach-nobody")
        } else {
            t!(l, "teach-nobody-found")
        };
        return view! { <p class="empty">{text}</p> }.into_any();
    }
    let rows = roster.people.iter().enumerate().map(|(place, person)| {
        let ordinal = l.number(i64::try_from(place + 1).unwrap_or(0));
        row(visit, person, ordinal)
    });
    let rows = rows.collect_view();
    view! {
        <div class="table-wrap" tabindex="0">
            <table class="roster stack">
                <caption class="hidden">{t!(l, "teach-roster")}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="paper">{t!(l, "teach-column-number")}</th>
                        <th scope="col">{t!(l, "teach-column-name")}</th>
                        <th scope="col">{t!(l, "teach-column-institution")}</th>
                        <th scope="col">{t!(l, "teach-column-country")}</th>
                        <th scope="col" class="screen">{t!(l, "teach-column-attended")}</th>
                        <th scope="col" class="paper signature">
                            {t!(l, "teach-column-signature")}
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(visit: &Visit, person: &RosterPerson, ordinal: String) -> impl IntoView + use<> {
    let l = visit.locale;
    let (attended, recorded) = (person.attended(), person.recorded());
    let attended = (recorded > 0).then(|| {
        let count = |n| i64::try_from(n).unwrap_or(0);
        of_all(l, count(attended), count(recorded))
    });
    let attended = attended.unwrap_or_else(|| "–".to_owned());
    let label = t!(l, "teach-column-attended");
    view! {
        <tr>
            <td class="paper num">{ordinal}</td>
            <th scope="row">
                <PersonName
                    latin=person.name_latin.clone()
                    native=person.name_native.clone()
                    language=person.name_native_language.clone()
                />
            </th>
            <td><bdi>{person.institution.clone()}</bdi></td>
            <td>{l.country_name(&person.country)}</td>
            <td class="screen num" data-label=label>{attended}</td>
            <td class="paper signature"></td>
        </tr>
    }
}
