//! The lists of a focal point as files: events to nominate for, and the nominations of a country.

use super::event::load;
use crate::pages::brief;
use crate::web::{Answer, Export, Visit};
use axum::extract::Path;
use axum::response::Response;
use maktab_locale::{LocalTime, t};
use maktab_tables::Cell;

/// The events of all countries that the person is a focal point of.
pub(super) async fn events(visit: Visit) -> Answer<Response> {
    let l = visit.locale;
    let actor = visit.signed_in()?;
    let lists = visit.services().nominating_events(actor, l).await;
    let lists = lists.map_err(|error| visit.failure(error))?;
    let columns = [
        ("nominating_country", t!(l, "teach-column-country")),
        ("title", t!(l, "manage-field-title")),
        ("address", t!(l, "export-address")),
        ("kind", t!(l, "manage-field-kind")),
        ("mode", t!(l, "manage-field-mode")),
        ("state", t!(l, "manage-column-state")),
        ("country", t!(l, "manage-field-country")),
        ("city", t!(l, "manage-field-city")),
        ("opens_at", t!(l, "manage-field-opens")),
        ("closes_at", t!(l, "manage-field-closes")),
        ("starts_at", t!(l, "manage-field-starts")),
        ("ends_at", t!(l, "manage-field-ends")),
        ("time_zone", t!(l, "manage-field-time-zone")),
        ("nominated", t!(l, "nominate-column-nominated")),
        ("with_place", t!(l, "state-registration-confirmed")),
        ("seats", t!(l, "nominate-column-seats")),
    ];
    let mut table = Export::new(&visit, t!(l, "nominate-title"), columns);
    let public = &visit.services().settings().public_address;
    for list in &lists {
        let country = list.country.as_str();
        for event in &list.events {
            let at = |at: maktab_domain::Timestamp| {
                Cell::from(LocalTime::or_utc(at.millis(), &event.time_zone).iso_datetime())
            };
            let address = super::event_path(&visit, &event.slug, country);
            table.row([
                Cell::word(country, l.country_name(country)),
                event.title.best(l.tag()).1.into(),
                public.link(&address).into(),
                Cell::word(event.kind.code(), l.text(&format!("kind-{}", event.kind))),
                Cell::word(event.mode.code(), l.text(&format!("mode-{}", event.mode))),
                Cell::word(
                    event.state.code(),
                    l.text(&format!("state-event-{}", event.state)),
                ),
                Cell::word(&event.country, l.country_name(&event.country)),
                event.city.best(l.tag()).1.into(),
                at(event.opens),
                at(event.closes.min(event.ends)),
                at(event.starts),
                at(event.ends),
                event.time_zone.as_str().into(),
                event.nominated.into(),
                event.confirmed.into(),
                event.quota.into(),
            ]);
        }
    }
    table.download(&visit, "nominating")
}

/// The nominations of a country for an event in their order, withdrawn ones at the end.
pub(super) async fn nominations(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Answer<Response> {
    let page = load(&visit, &slug).await?;
    let l = visit.locale;
    let columns = [
        ("place", t!(l, "export-nominated-place")),
        ("name", t!(l, "teach-column-name")),
        ("native_name", t!(l, "teach-column-native")),
        ("email", t!(l, "manage-column-email")),
        ("country", t!(l, "teach-column-country")),
        ("institution", t!(l, "teach-column-institution")),
        ("job_title", t!(l, "manage-column-job")),
        ("language", t!(l, "manage-column-language")),
        ("state", t!(l, "manage-column-state")),
        ("note", t!(l, "manage-column-nomination")),
        ("nominated_by", t!(l, "export-nominated-by")),
        ("nominated_at", t!(l, "export-nominated-at")),
        ("answer_until", t!(l, "manage-column-held")),
        ("reason", t!(l, "manage-reason")),
    ];
    let mut table = Export::new(&visit, t!(l, "nominate-title"), columns);
    let at = |at| Cell::from(brief::local(&page.event, at).iso_datetime());
    for one in &page.nominations {
        let details = &one.details;
        let place = one.place.and_then(|place| i64::try_from(place).ok());
        let state = l.text(&format!("state-registration-{}", one.state));
        let native = Some(details.native_name.as_str()).filter(|name| !name.is_empty());
        table.row([
            place.into(),
            details.name.as_str().into(),
            native.into(),
            one.email.as_str().into(),
            Cell::word(&one.country, l.country_name(&one.country)),
            details.institution.as_str().into(),
            details.job_title.as_str().into(),
            Cell::word(&details.language, l.language_name(&details.language)),
            Cell::word(one.state.code(), state),
            one.note.as_str().into(),
            one.by.as_str().into(),
            at(one.at),
            one.hold_until.map(at).into(),
            one.reason.clone().into(),
        ]);
    }
    let country = page.country.as_str().to_ascii_lowercase();
    table
        .download_people(&visit, &slug, &format!("nominations-{country}-{slug}"))
        .await
}
