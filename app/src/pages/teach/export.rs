//! A trainer's sessions, and the attendance of one, as files.

use super::sheet::{self, Address};
use crate::web::{Answer, Export, Visit};
use axum::extract::Path;
use axum::response::Response;
use maktab_domain::Timestamp;
use maktab_locale::{LocalTime, t};
use maktab_tables::Cell;

/// The sessions of all events that the person teaches in, event by event.
pub(super) async fn sessions(visit: Visit) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let events = visit.services().taught_events(actor).await;
    let events = events.map_err(|error| visit.failure(error))?;
    let l = visit.locale;
    let columns = [
        ("event", t!(l, "manage-column-event")),
        ("address", t!(l, "export-address")),
        ("state", t!(l, "manage-column-state")),
        ("session", t!(l, "export-session")),
        ("starts_at", t!(l, "manage-field-starts")),
        ("ends_at", t!(l, "manage-field-ends")),
        ("time_zone", t!(l, "manage-field-time-zone")),
        ("room", t!(l, "manage-field-room")),
        ("own", t!(l, "teach-own")),
        ("recorded", t!(l, "export-recorded")),
        ("expected", t!(l, "export-expected")),
    ];
    let mut table = Export::new(&visit, t!(l, "teach-title"), columns);
    let public = &visit.services().settings().public_address;
    for event in &events {
        let at = |at: Timestamp| {
            Cell::from(LocalTime::or_utc(at.millis(), &event.time_zone).iso_datetime())
        };
        let state = l.text(&format!("state-event-{}", event.state));
        for session in &event.sessions {
            let address = format!("/teach/{}/sessions/{}", event.slug, session.id);
            table.row([
                event.titles.best(l.tag()).1.into(),
                public.link(&visit.link(&address)).into(),
                Cell::word(event.state.code(), state.clone()),
                session.titles.best(l.tag()).1.into(),
                at(session.starts_at),
                at(session.ends_at),
                event.time_zone.as_str().into(),
                session.room.as_str().into(),
                i64::from(session.own).into(),
                session.recorded.into(),
                session.expected.into(),
            ]);
        }
    }
    table.download(&visit, "sessions")
}

/// Who was there in a session, and who has recorded it.
pub(super) async fn attendance(
    visit: Visit,
    Path((_, slug, session)): Address,
) -> Answer<Response> {
    let sheet = sheet::load(&visit, &slug, &session).await?;
    let l = visit.locale;
    let columns = [
        ("name", t!(l, "teach-column-name")),
        ("native_name", t!(l, "teach-column-native")),
        ("country", t!(l, "teach-column-country")),
        ("institution", t!(l, "teach-column-institution")),
        ("attendance", t!(l, "export-attendance")),
        ("recorded_by", t!(l, "export-recorded-by")),
        ("recorded_at", t!(l, "export-recorded-at")),
    ];
    let title = sheet.session.titles.best(l.tag()).1.to_owned();
    let mut table = Export::new(&visit, title, columns);
    for person in &sheet.people {
        let mark = person.status.map(|status| {
            let word = l.text(&format!("attendance-{status}"));
            Cell::word(status.code(), word)
        });
        // The last record stands.
        let last = person.history.last();
        let at = last.map(|mark| LocalTime::or_utc(mark.at.millis(), &sheet.event.time_zone));
        table.row([
            person.name_latin.as_str().into(),
            person.name_native.clone().into(),
            Cell::word(&person.country, l.country_name(&person.country)),
            person.institution.as_str().into(),
            mark.into(),
            last.map(|mark| mark.by.as_str()).into(),
            at.map(|at| at.iso_datetime()).into(),
        ]);
    }
    table
        .download_people(&visit, &slug, &format!("attendance-{slug}"))
        .await
}
