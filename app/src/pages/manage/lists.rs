//! The lists of an event as files: its agenda, its invitations, its seats.

use crate::pages::event;
use crate::web::{Answer, Export, Visit};
use axum::extract::Path;
use axum::response::Response;
use maktab_domain::Timestamp;
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::inviting::InvitationState;
use maktab_services::seating::QuotaFor;
use maktab_tables::Cell;

type Address = Path<(String, String)>;

/// A time as machines read it, in the event's zone with its offset.
fn time(zone: &str, at: Timestamp) -> Cell {
    LocalTime::or_utc(at.millis(), zone).iso_datetime().into()
}

/// The agenda as coordinators see it, also of an event that nobody else sees yet.
pub(super) async fn agenda(visit: Visit, Path((_, slug)): Address) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let agenda = visit.services().agenda(actor, &slug).await;
    let agenda = agenda.map_err(|error| visit.failure(error))?;
    let l = visit.locale;
    let zone = &agenda.head.time_zone;
    let columns = event::agenda_columns(l);
    let mut table = Export::new(&visit, t!(l, "manage-tab-agenda"), columns);
    for session in &agenda.sessions {
        let trainers = session.trainers.iter().map(|one| one.name_latin.as_str());
        let trainers: Vec<&str> = trainers.collect();
        table.row([
            time(zone, session.starts_at),
            time(zone, session.ends_at),
            session.titles.best(l.tag()).1.into(),
            session.room.as_str().into(),
            trainers.join("; ").into(),
        ]);
    }
    table.download(&visit, &format!("agenda-{}", agenda.head.slug))
}

/// All invitations, the latest first.
pub(super) async fn invitations(visit: Visit, Path((_, slug)): Address) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let services = visit.services();
    let found = services.invitations(actor, &slug).await;
    let found = found.map_err(|error| visit.failure(error))?;
    let reference = services.reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    let l = visit.locale;
    let zone = &found.head.time_zone;
    let columns = [
        ("email", t!(l, "manage-column-email")),
        ("name", t!(l, "teach-column-name")),
        ("role", t!(l, "invite-column-role")),
        ("organisation", t!(l, "invite-organisation")),
        ("language", t!(l, "invite-language")),
        ("state", t!(l, "manage-column-state")),
        ("sent_at", t!(l, "invite-column-sent")),
        ("expires_at", t!(l, "invite-column-until")),
        ("uses", t!(l, "invite-column-uses")),
        ("uses_allowed", t!(l, "invite-most-uses")),
    ];
    let mut table = Export::new(&visit, t!(l, "invite-tab"), columns);
    for row in &found.rows {
        let organisation = row.organisation.and_then(|id| reference.organisation(id));
        let organisation = organisation.map(|one| Cell::word(&one.code, one.names.best(l.tag()).1));
        let role = l.text(&format!("role-in-event-{}", row.role));
        let (code, state) = state(l, row.state);
        let (uses, allowed) = row.uses;
        table.row([
            row.email.as_str().into(),
            row.name.as_str().into(),
            Cell::word(row.role.code(), role),
            organisation.into(),
            Cell::word(&row.language, l.language_name(&row.language)),
            Cell::word(code, state),
            time(zone, row.sent),
            time(zone, row.expires),
            uses.into(),
            allowed.into(),
        ]);
    }
    table
        .download_people(&visit, &slug, &format!("invitations-{slug}"))
        .await
}

/// Where an invitation stands: a stable code, and the word for it.
pub(super) fn state(l: Locale, state: InvitationState) -> (&'static str, String) {
    match state {
        InvitationState::Open => ("open", t!(l, "invite-state-open")),
        InvitationState::Used => ("used", t!(l, "invite-state-used")),
        InvitationState::Declined => ("declined", t!(l, "invite-state-declined")),
        InvitationState::Revoked => ("revoked", t!(l, "invite-state-revoked")),
        InvitationState::Expired => ("expired", t!(l, "invite-state-expired")),
    }
}

/// The seats of the event, then of every quota.
pub(super) async fn seats(visit: Visit, Path((_, slug)): Address) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let services = visit.services();
    let found = services.seats_page(actor, &slug).await;
    let found = found.map_err(|error| visit.failure(error))?;
    let reference = services.reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    let l = visit.locale;
    let columns = [
        ("whom", t!(l, "manage-quota-whom")),
        ("taken", t!(l, "manage-quota-taken")),
        ("seats", t!(l, "manage-quota-seats")),
    ];
    let mut table = Export::new(&visit, t!(l, "manage-tab-seats"), columns);
    table.row([
        Cell::word("event", t!(l, "import-seats-event")),
        found.taken.into(),
        found.capacity.into(),
    ]);
    for quota in &found.quotas {
        let whom = match &quota.whom {
            QuotaFor::Country(code) => Cell::word(format!("country:{code}"), l.country_name(code)),
            QuotaFor::Organisation(id) => {
                let one = reference.organisation(*id);
                let code = one.map_or("", |one| one.code.as_str());
                let name = one.map_or("", |one| one.names.best(l.tag()).1);
                Cell::word(format!("organisation:{code}"), name)
            }
            QuotaFor::Role(role) => Cell::word(
                format!("role:{role}"),
                l.text(&format!("role-in-event-{role}")),
            ),
        };
        table.row([whom, quota.taken.into(), quota.seats.into()]);
    }
    table.download(&visit, &format!("seats-{}", found.head.slug))
}
