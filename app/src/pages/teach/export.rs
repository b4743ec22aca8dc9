//! A trainer's sessions as a file.

use crate::web::{Answer, Export, Visit};
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
