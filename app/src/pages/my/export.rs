//! One's own registrations and certificates as files.

use crate::pages::brief;
use crate::web::{Answer, Export, Visit};
use axum::response::Response;
use maktab_domain::EventMode;
use maktab_locale::{LocalTime, t};
use maktab_services::my::MyPage;
use maktab_tables::Cell;

/// All registrations: those to come, then the others.
pub(super) async fn registrations(visit: Visit) -> Answer<Response> {
    let own = load(&visit).await?;
    let l = visit.locale;
    let columns = [
        ("title", t!(l, "my-column-event")),
        ("address", t!(l, "export-address")),
        ("state", t!(l, "my-column-state")),
        ("mode", t!(l, "manage-field-mode")),
        ("country", t!(l, "manage-field-country")),
        ("city", t!(l, "manage-field-city")),
        ("starts_at", t!(l, "manage-field-starts")),
        ("ends_at", t!(l, "manage-field-ends")),
        ("time_zone", t!(l, "manage-field-time-zone")),
    ];
    let mut table = Export::new(&visit, t!(l, "nav-my"), columns);
    let public = &visit.services().settings().public_address;
    for own in own.upcoming.iter().chain(&own.past) {
        let event = &own.event;
        let address = visit.link(&format!("/events/{}", event.slug));
        let state = l.text(&format!("state-registration-{}", own.state));
        let country = (event.mode != EventMode::Online)
            .then(|| Cell::word(&event.country, l.country_name(&event.country)));
        table.row([
            event.titles.best(l.tag()).1.into(),
            public.link(&address).into(),
            Cell::word(own.state.code(), state),
            Cell::word(event.mode.code(), l.text(&format!("mode-{}", event.mode))),
            country.into(),
            event.city.best(l.tag()).1.into(),
            brief::local(event, event.starts).iso_datetime().into(),
            brief::local(event, event.ends).iso_datetime().into(),
            event.time_zone.as_str().into(),
        ]);
    }
    table.download(&visit, "my-registrations")
}

/// All certificates, the latest first.
pub(super) async fn certificates(visit: Visit) -> Answer<Response> {
    let own = load(&visit).await?;
    let l = visit.locale;
    let columns = [
        ("number", t!(l, "certificate-column-number")),
        ("title", t!(l, "my-column-event")),
        ("kind", t!(l, "certificate-column-certificate")),
        ("issued_at", t!(l, "certificate-column-date")),
        ("state", t!(l, "certificate-column-state")),
        ("address", t!(l, "export-address")),
    ];
    let mut table = Export::new(&visit, t!(l, "my-certificates"), columns);
    let public = &visit.services().settings().public_address;
    for own in &own.certificates {
        let issued = LocalTime::or_utc(own.issued.millis(), &own.time_zone);
        let (kind, standing) = (own.kind, own.standing);
        table.row([
            own.number.as_str().into(),
            own.titles.best(l.tag()).1.into(),
            Cell::word(kind.code(), l.text(&format!("kind-certificate-{kind}"))),
            issued.iso_datetime().into(),
            Cell::word(
                standing.code(),
                l.text(&format!("state-certificate-{standing}")),
            ),
            public.link(&format!("/v/{}", own.number)).into(),
        ]);
    }
    table.download(&visit, "my-certificates")
}

async fn load(visit: &Visit) -> Answer<MyPage> {
    let actor = visit.signed_in()?;
    let found = visit.services().my_page(actor).await;
    found.map_err(|error| visit.failure(error))
}
