//! The list of events as a file, with what the filters found on all pages.

use super::query;
use crate::web::{Answer, Export, Visit};
use axum::response::Response;
use maktab_domain::{EventMode, Timestamp};
use maktab_locale::{LocalTime, t};
use maktab_services::catalogue::Listed;
use maktab_services::reference::Reference;
use maktab_tables::Cell;

pub(super) async fn download(visit: Visit) -> Answer<Response> {
    let services = visit.services();
    let reference = services.reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    let wanted = query::read(&visit.query, &reference).wanted;
    let found = services.catalogue(visit.locale, &wanted, 0).await;
    let found = found.map_err(|error| visit.failure(error))?;
    file(&visit, &reference, &found.events).download(&visit, "events")
}

/// Events as they are listed for everybody, on their way into a file.
pub(in crate::pages) fn file(visit: &Visit, reference: &Reference, events: &[Listed]) -> Export {
    let l = visit.locale;
    let columns = [
        ("title", t!(l, "manage-field-title")),
        ("address", t!(l, "export-address")),
        ("kind", t!(l, "catalogue-filter-kind")),
        ("areas", t!(l, "manage-field-areas")),
        ("mode", t!(l, "manage-field-mode")),
        ("country", t!(l, "manage-field-country")),
        ("city", t!(l, "manage-field-city")),
        ("starts_at", t!(l, "manage-field-starts")),
        ("ends_at", t!(l, "manage-field-ends")),
        ("time_zone", t!(l, "manage-field-time-zone")),
        ("languages", t!(l, "manage-field-languages")),
        ("registration", t!(l, "export-registration")),
        ("capacity", t!(l, "manage-field-capacity")),
        ("left", t!(l, "export-seats-left")),
    ];
    let mut table = Export::new(visit, t!(l, "nav-events"), columns);
    for event in events {
        table.row(cells(visit, reference, event));
    }
    table
}

fn cells(visit: &Visit, reference: &Reference, event: &Listed) -> [Cell; 14] {
    let l = visit.locale;
    let public = &visit.services().settings().public_address;
    let address = visit.link(&format!("/events/{}", event.slug));
    let at = |time: Timestamp| LocalTime::or_utc(time.millis(), &event.time_zone).iso_datetime();
    let areas = event.areas.iter().filter_map(|code| reference.area(code));
    let areas: Vec<&str> = areas.map(|area| area.names.best(l.tag()).1).collect();
    let languages = event.languages.iter().map(|tag| l.language_name(tag));
    let languages: Vec<String> = languages.collect();
    let gate = event.seats.gate;
    // An event online has no place, whatever its organiser's country is.
    let country = (event.mode != EventMode::Online)
        .then(|| Cell::word(&event.country, l.country_name(&event.country)));
    [
        event.title.best(l.tag()).1.into(),
        public.link(&address).into(),
        Cell::word(event.kind.code(), l.text(&format!("kind-{}", event.kind))),
        Cell::Words {
            codes: event.areas.clone(),
            text: areas.join("; "),
        },
        Cell::word(event.mode.code(), l.text(&format!("mode-{}", event.mode))),
        country.into(),
        event.city.best(l.tag()).1.into(),
        at(event.starts).into(),
        at(event.ends).into(),
        event.time_zone.as_str().into(),
        Cell::Words {
            codes: event.languages.clone(),
            text: l.series(&languages),
        },
        Cell::word(gate.code(), l.text(&format!("gate-{gate}"))),
        event.seats.capacity.into(),
        event.seats.left.into(),
    ]
}
