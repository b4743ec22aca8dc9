//! Who is eligible for a certificate of an event, and which were issued, as files.

use super::candidates::Filter;
use super::issued;
use super::reasons::answer;
use crate::web::{Answer, Export, Visit};
use axum::extract::Path;
use axum::response::Response;
use maktab_locale::{LocalTime, t};
use maktab_services::eligible::EventCertificates;
use maktab_tables::Cell;

type Address = Path<(String, String)>;

/// The participants of the filter in the address.
pub(super) async fn participants(visit: Visit, Path((_, slug)): Address) -> Answer<Response> {
    let all = load(&visit, &slug).await?;
    let l = visit.locale;
    let columns = [
        ("name", t!(l, "teach-column-name")),
        ("native_name", t!(l, "teach-column-native")),
        ("country", t!(l, "teach-column-country")),
        ("institution", t!(l, "teach-column-institution")),
        ("eligible", t!(l, "certificate-column-answer")),
        ("attended_percent", t!(l, "export-attended")),
        ("reason", t!(l, "manage-reason")),
        ("certificate", t!(l, "certificate-column-certificate")),
    ];
    let mut table = Export::new(&visit, t!(l, "certificate-people"), columns);
    let chosen = Filter::chosen(&visit);
    for candidate in all.candidates.iter().filter(|c| chosen.takes(c)) {
        let (code, word) = if candidate.eligibility.is_eligible() {
            ("eligible", t!(l, "certificate-eligible"))
        } else {
            ("not-eligible", t!(l, "certificate-not-eligible-badge"))
        };
        let native = candidate.native_name.clone().map(|(name, _)| name);
        let country = candidate.country.as_str();
        table.row([
            candidate.name.as_str().into(),
            native.into(),
            Cell::word(country, l.country_name(country)),
            candidate.institution.as_str().into(),
            Cell::word(code, word),
            candidate.percent.map(i64::from).into(),
            answer(l, candidate, all.event.rule).into(),
            candidate.certificate.clone().into(),
        ]);
    }
    let name = format!("participants-{}", all.event.head.slug);
    table.download_people(&visit, &slug, &name).await
}

/// The certificates that were issued.
pub(super) async fn certificates(visit: Visit, Path((_, slug)): Address) -> Answer<Response> {
    let all = load(&visit, &slug).await?;
    let l = visit.locale;
    let columns = [
        ("number", t!(l, "certificate-column-number")),
        ("name", t!(l, "certificate-column-holder")),
        ("issued_at", t!(l, "certificate-column-date")),
        ("state", t!(l, "certificate-column-state")),
        ("address", t!(l, "export-address")),
    ];
    let mut table = Export::new(&visit, t!(l, "certificate-issued"), columns);
    let public = &visit.services().settings().public_address;
    let zone = &all.event.head.time_zone;
    for issued in issued::by_name(&all) {
        let at = LocalTime::or_utc(issued.issued_at.millis(), zone);
        let standing = issued.standing;
        table.row([
            issued.number.as_str().into(),
            issued.name.as_str().into(),
            at.iso_datetime().into(),
            Cell::word(
                standing.code(),
                l.text(&format!("state-certificate-{standing}")),
            ),
            public.link(&format!("/v/{}", issued.number)).into(),
        ]);
    }
    let name = format!("certificates-{}", all.event.head.slug);
    table.download_people(&visit, &slug, &name).await
}

async fn load(visit: &Visit, slug: &str) -> Answer<EventCertificates> {
    let actor = visit.signed_in()?;
    let all = visit.services().event_certificates(actor, slug).await;
    all.map_err(|error| visit.failure(error))
}
