//! The agenda of an event as a file.

use super::Named;
use crate::web::{Answer, Export, Visit};
use axum::extract::Path;
use axum::response::Response;
use maktab_domain::Timestamp;
use maktab_locale::{LocalTime, Locale, t};

/// The columns of an agenda.
pub(in crate::pages) fn columns(l: Locale) -> [(&'static str, String); 5] {
    [
        ("starts_at", t!(l, "manage-field-starts")),
        ("ends_at", t!(l, "manage-field-ends")),
        ("title", t!(l, "manage-field-title")),
        ("room", t!(l, "manage-field-room")),
        ("trainers", t!(l, "manage-field-trainers")),
    ]
}

pub(super) async fn download(visit: Visit, Path(Named { slug }): Path<Named>) -> Answer<Response> {
    let event = visit.services().event(visit.actor.as_ref(), &slug).await;
    let event = event.map_err(|error| visit.failure(error))?;
    let l = visit.locale;
    let mut table = Export::new(&visit, t!(l, "event-agenda"), columns(l));
    let at = |time: Timestamp| LocalTime::or_utc(time.millis(), &event.time_zone).iso_datetime();
    for session in &event.sessions {
        let trainers = session.trainers.iter().map(|trainer| trainer.name.as_str());
        let trainers: Vec<&str> = trainers.collect();
        table.row([
            at(session.starts).into(),
            at(session.ends).into(),
            session.title.best(l.tag()).1.into(),
            session.room.as_str().into(),
            trainers.join("; ").into(),
        ]);
    }
    table.download(&visit, &format!("agenda-{slug}"))
}
