//! Registrations: places in events. The seats that they hold are in [`crate::seats`].

use crate::people::Details;
use crate::run::powers;
use crate::seats::Claim;
use crate::{Result, Tx};
use maktab_domain::{
    EventId, EventKind, EventMode, EventState, InvitationId, OrganisationId, ParticipantRole,
    PersonId, RegistrationId, RegistrationMode, RegistrationState, Texts, Timestamp,
};
use std::collections::HashSet;

/// What registering needs to know of an event.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct EventRow {
    /// The event.
    pub id: EventId,
    /// Its part of the address.
    pub slug: String,
    /// Its kind.
    #[sqlx(try_from = "String")]
    pub kind: EventKind,
    /// Its mode.
    #[sqlx(try_from = "String")]
    pub mode: EventMode,
    /// Where it stands.
    #[sqlx(try_from = "String")]
    pub state: EventState,
    /// Name of its time zone.
    pub time_zone: String,
    /// Code of its country.
    pub country: String,
    /// Its city.
    #[sqlx(json)]
    pub city: Texts,
    /// Its venue.
    #[sqlx(json)]
    pub venue: Texts,
    /// How many seats there are.
    pub capacity: i64,
    /// How many of them are taken or held.
    pub taken: i64,
    /// How people come to it.
    #[sqlx(try_from = "String")]
    pub registration_mode: RegistrationMode,
    /// First instant at which one can register.
    pub registration_opens: Timestamp,
    /// First instant at which one no longer can.
    pub registration_closes: Timestamp,
    /// The closing for which the waiting list was ended last.
    pub closed_for: Option<Timestamp>,
    /// Its start.
    pub starts_at: Timestamp,
    /// Its end.
    pub ends_at: Timestamp,
    /// How often it was changed.
    pub revision: i64,
    /// Whether people may wait for a freed seat.
    pub waiting_list: bool,
    /// For how many hours a freed seat is offered.
    pub offer_hours: i64,
}

/// The event with this part of the address, whatever its state.
///
/// # Errors
/// The database failed.
pub async fn event_by_slug(tx: &mut Tx, slug: &str) -> Result<Option<EventRow>> {
    optional!(tx, EventRow, "SELECT * FROM events WHERE slug = $1", slug)
}

/// The events with these parts of their addresses, whatever their states.
///
/// # Errors
/// The database failed.
pub async fn events_by_slug(tx: &mut Tx, slugs: &[&str]) -> Result<Vec<EventRow>> {
    rows_in!(tx, EventRow, "SELECT * FROM events WHERE slug IN", slugs)
}

/// The titles of events: event, language, text.
///
/// # Errors
/// The database failed.
pub async fn titles_of(tx: &mut Tx, events: &[EventId]) -> Result<Vec<(EventId, String, String)>> {
    rows_in!(
        tx,
        (EventId, String, String),
        "SELECT event_id, language, title FROM event_texts WHERE event_id IN",
        events
    )
}

/// The event with this id.
///
/// # Errors
/// The database failed.
pub async fn event_by_id(tx: &mut Tx, id: EventId) -> Result<Option<EventRow>> {
    optional!(tx, EventRow, "SELECT * FROM events WHERE id = $1", id)
}

/// The titles of an event as pairs of language and text.
///
/// # Errors
/// The database failed.
pub async fn titles(tx: &mut Tx, event: EventId) -> Result<Vec<(String, String)>> {
    rows!(
        tx,
        (String, String),
        "SELECT language, title FROM event_texts WHERE event_id = $1 ORDER BY language",
        event
    )
}

/// Start and end of each session of an event, in their order.
///
/// # Errors
/// The database failed.
pub async fn session_times(tx: &mut Tx, event: EventId) -> Result<Vec<(Timestamp, Timestamp)>> {
    rows!(
        tx,
        (Timestamp, Timestamp),
        "SELECT starts_at, ends_at FROM sessions WHERE event_id = $1 ORDER BY starts_at, ends_at",
        event
    )
}

/// A registration to be added.
#[derive(Debug, Clone)]
pub struct NewRegistration<'a> {
    /// The id.
    pub id: RegistrationId,
    /// For which event.
    pub event: EventId,
    /// Whose.
    pub person: PersonId,
    /// Where it stands.
    pub state: RegistrationState,
    /// Until when the person can answer, in states that wait for it.
    pub hold_until: Option<Timestamp>,
    /// Where the address is to be confirmed: whether no seat is held meanwhile.
    pub without_seat: bool,
    /// As what the person comes.
    pub role: ParticipantRole,
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// By which invitation.
    pub invitation: Option<InvitationId>,
    /// What was typed.
    pub details: &'a Details,
    /// Which text was consented to.
    pub consent_version: &'a str,
    /// Now.
    pub now: Timestamp,
}

/// Adds a registration; `false` where the person has a live one for the event.
/// It takes no seat: see [`crate::seats::take`].
///
/// # Errors
/// The database failed, or there is no such country.
pub async fn insert(tx: &mut Tx, new: &NewRegistration<'_>) -> Result<bool> {
    let confirmed_at = (new.state == RegistrationState::Confirmed).then_some(new.now);
    let added = execute!(
        tx,
        "INSERT INTO registrations (id, event_id, person_id, state, hold_until, name_latin,
            name_native, name_native_language, country, institution, job_title, language,
            consent_version, consented_at, registered_at, confirmed_at, queued_at, without_seat,
            role, organisation_id, invitation_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15, $14, $16,
            $17, $18, $19)
         ON CONFLICT DO NOTHING",
        new.id,
        new.event,
        new.person,
        new.state.code(),
        new.hold_until,
        &new.details.name_latin,
        &new.details.name_native,
        &new.details.name_native_language,
        &new.details.country,
        &new.details.institution,
        &new.details.job_title,
        &new.details.language,
        new.consent_version,
        new.now,
        confirmed_at,
        new.without_seat,
        new.role.code(),
        new.organisation,
        new.invitation
    )?;
    Ok(added == 1)
}

/// Adds registrations, except where the person has a live one for the event; answers which were
/// added. They take no seats: see [`crate::seats::take_many`].
///
/// # Errors
/// The database failed, or there is no such country.
pub async fn insert_many(
    tx: &mut Tx,
    new: &[NewRegistration<'_>],
) -> Result<HashSet<RegistrationId>> {
    let mut added = HashSet::with_capacity(new.len());
    for chunk in powers(new) {
        let rows: Vec<(RegistrationId,)> = on!(&mut *tx, conn => {
            let mut query = sqlx::QueryBuilder::new(
                "INSERT INTO registrations (id, event_id, person_id, state, hold_until, name_latin,
                    name_native, name_native_language, country, institution, job_title, language,
                    consent_version, consented_at, registered_at, confirmed_at, queued_at,
                    without_seat, role, organisation_id, invitation_id) ",
            );
            query.push_values(chunk, |mut line, new| {
                let confirmed_at = (new.state == RegistrationState::Confirmed).then_some(new.now);
                line.push_bind(new.id);
                line.push_bind(new.event);
                line.push_bind(new.person);
                line.push_bind(new.state.code());
                line.push_bind(new.hold_until);
                line.push_bind(&new.details.name_latin);
                line.push_bind(&new.details.name_native);
                line.push_bind(&new.details.name_native_language);
                line.push_bind(&new.details.country);
                line.push_bind(&new.details.institution);
                line.push_bind(&new.details.job_title);
                line.push_bind(&new.details.language);
                line.push_bind(new.consent_version);
                line.push_bind(new.now);
                line.push_bind(new.now);
                line.push_bind(confirmed_at);
                line.push_bind(new.now);
                line.push_bind(new.without_seat);
                line.push_bind(new.role.code());
                line.push_bind(new.organisation);
                line.push_bind(new.invitation);
            });
            query.push(" ON CONFLICT DO NOTHING RETURNING id");
            query.build_query_as().fetch_all(conn).await
        })?;
        added.extend(rows.into_iter().map(|(id,)| id));
    }
    Ok(added)
}

/// A registration with its person's address.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RegistrationRow {
    /// The registration.
    pub id: RegistrationId,
    /// For which event.
    pub event_id: EventId,
    /// Whose.
    pub person_id: PersonId,
    /// Where it stands.
    #[sqlx(try_from = "String")]
    pub state: RegistrationState,
    /// Until when the person can answer.
    pub hold_until: Option<Timestamp>,
    /// While the address is not confirmed: whether no seat is held.
    pub without_seat: bool,
    /// As what the person comes.
    #[sqlx(try_from = "String")]
    pub role: ParticipantRole,
    /// For which organisation.
    pub organisation_id: Option<OrganisationId>,
    /// By which invitation.
    pub invitation_id: Option<InvitationId>,
    /// What was typed.
    #[sqlx(flatten)]
    pub details: Details,
    /// Which text was consented to; empty where somebody else has registered the person.
    pub consent_version: String,
    /// When it was made.
    pub registered_at: Timestamp,
    /// The person's address.
    pub email: String,
}

impl RegistrationRow {
    /// What its seat is counted by.
    #[must_use]
    pub fn claim(&self) -> Claim<'_> {
        Claim {
            event: self.event_id,
            role: self.role,
            country: &self.details.country,
            organisation: self.organisation_id,
        }
    }

    /// Whether it holds a seat.
    #[must_use]
    pub const fn holds_seat(&self) -> bool {
        self.state.holds_seat(self.without_seat)
    }
}

/// The registration with this id.
///
/// # Errors
/// The database failed.
pub async fn by_id(tx: &mut Tx, id: RegistrationId) -> Result<Option<RegistrationRow>> {
    optional!(
        tx,
        RegistrationRow,
        "SELECT r.*, p.email FROM registrations r JOIN people p ON p.id = r.person_id
         WHERE r.id = $1",
        id
    )
}

/// The live registration of a person for an event; there is at most one.
///
/// # Errors
/// The database failed.
pub async fn live(
    tx: &mut Tx,
    event: EventId,
    person: PersonId,
) -> Result<Option<RegistrationRow>> {
    optional!(
        tx,
        RegistrationRow,
        "SELECT r.*, p.email FROM registrations r JOIN people p ON p.id = r.person_id
         WHERE r.event_id = $1 AND r.person_id = $2
           AND r.state IN ('pending', 'submitted', 'confirmed', 'waitlisted', 'offered')",
        event,
        person
    )
}

/// The registrations of a person that wait to be confirmed.
///
/// # Errors
/// The database failed.
pub async fn pending_of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<RegistrationRow>> {
    rows!(
        tx,
        RegistrationRow,
        "SELECT r.*, p.email FROM registrations r JOIN people p ON p.id = r.person_id
         WHERE r.person_id = $1 AND r.state = 'pending' ORDER BY r.id",
        person
    )
}

/// What was typed anew for a pending registration.
#[derive(Debug, Clone, Copy)]
pub struct Retyped<'a> {
    /// The person's details.
    pub details: &'a Details,
    /// Until when it can be confirmed.
    pub hold_until: Timestamp,
    /// Whether no seat is held for it.
    pub without_seat: bool,
    /// To which text the person agreed.
    pub consent_version: &'a str,
    /// When.
    pub now: Timestamp,
}

/// Puts what was typed anew in the place of what a pending registration says, which comes by no
/// invitation then; `false` where it is no longer pending. It moves no seat from one country to
/// another.
///
/// # Errors
/// The database failed, or there is no such country.
pub async fn retype(tx: &mut Tx, id: RegistrationId, typed: &Retyped<'_>) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE registrations SET name_latin = $2, name_native = $3, name_native_language = $4,
            country = $5, institution = $6, job_title = $7, language = $8, consent_version = $9,
            consented_at = $10, without_seat = $11, hold_until = $12, role = 'participant',
            organisation_id = NULL, invitation_id = NULL
         WHERE id = $1 AND state = 'pending'",
        id,
        &typed.details.name_latin,
        &typed.details.name_native,
        &typed.details.name_native_language,
        &typed.details.country,
        &typed.details.institution,
        &typed.details.job_title,
        &typed.details.language,
        typed.consent_version,
        typed.now,
        typed.without_seat,
        typed.hold_until
    )?;
    Ok(changed == 1)
}

/// Confirms the address of a pending registration: on to `next`. `false` where it
/// is no longer pending.
///
/// # Errors
/// The database failed.
pub async fn confirm(
    tx: &mut Tx,
    id: RegistrationId,
    next: RegistrationState,
    now: Timestamp,
) -> Result<bool> {
    let confirmed_at = (next == RegistrationState::Confirmed).then_some(now);
    let changed = execute!(
        tx,
        "UPDATE registrations SET state = $2, hold_until = NULL, confirmed_at = $3, queued_at = $4,
            without_seat = FALSE
         WHERE id = $1 AND state = 'pending'",
        id,
        next.code(),
        confirmed_at,
        now
    )?;
    Ok(changed == 1)
}

/// Who ended a registration; the codes of the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndedBy {
    /// The person.
    Person,
    /// A focal point who had nominated the person.
    FocalPoint,
    /// A coordinator.
    Coordinator,
    /// A deadline that passed.
    Deadline,
}

impl EndedBy {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::FocalPoint => "focal-point",
            Self::Coordinator => "coordinator",
            Self::Deadline => "deadline",
        }
    }
}

/// Cancels a registration that stands at `from`; `false` where it stands elsewhere by now.
/// It frees no seat: see [`crate::seats::free`].
///
/// # Errors
/// The database failed.
pub async fn cancel(
    tx: &mut Tx,
    id: RegistrationId,
    from: RegistrationState,
    by: EndedBy,
    now: Timestamp,
) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE registrations SET state = 'cancelled', ended_at = $3, ended_by = $4,
            without_seat = FALSE
         WHERE id = $1 AND state = $2",
        id,
        from.code(),
        now,
        by.code()
    )?;
    Ok(changed == 1)
}

/// Cancels a registration that stands at `from` and whose deadline has passed; `false` where it
/// stands elsewhere by now, or has more time. It frees no seat: see [`crate::seats::free`].
///
/// # Errors
/// The database failed.
pub async fn end_run_out(
    tx: &mut Tx,
    id: RegistrationId,
    from: RegistrationState,
    now: Timestamp,
) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE registrations SET state = 'cancelled', ended_at = $3, ended_by = $4,
            without_seat = FALSE
         WHERE id = $1 AND state = $2 AND hold_until <= $3",
        id,
        from.code(),
        now,
        EndedBy::Deadline.code()
    )?;
    Ok(changed == 1)
}

/// Up to `most` registrations whose deadline has passed, each behind its deadline, the oldest
/// first, after the one at `after`.
///
/// # Errors
/// The database failed.
pub async fn run_out(
    tx: &mut Tx,
    now: Timestamp,
    after: (Timestamp, RegistrationId),
    most: i64,
) -> Result<Vec<(Timestamp, RegistrationId)>> {
    rows!(
        tx,
        (Timestamp, RegistrationId),
        "SELECT hold_until, id FROM registrations
         WHERE state IN ('pending', 'offered') AND hold_until <= $1 AND hold_until >= $2
           AND (hold_until > $2 OR id > $3)
         ORDER BY hold_until, id LIMIT $4",
        now,
        after.0,
        after.1,
        most
    )
}

/// When the next hold runs out.
///
/// # Errors
/// The database failed.
pub async fn next_to_run_out(tx: &mut Tx) -> Result<Option<Timestamp>> {
    let (next,) = one!(
        tx,
        (Option<Timestamp>,),
        "SELECT min(hold_until) FROM registrations WHERE state IN ('pending', 'offered')"
    )?;
    Ok(next)
}

/// A person's registration together with its event.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OwnRow {
    /// The registration.
    pub registration_id: RegistrationId,
    /// Where it stands.
    #[sqlx(try_from = "String")]
    pub registration_state: RegistrationState,
    /// Until when the seat is held.
    pub hold_until: Option<Timestamp>,
    /// Who ended it, by code.
    pub ended_by: Option<String>,
    /// Why it was decided so, in the coordinator's words.
    pub reason: Option<String>,
    /// The event.
    #[sqlx(flatten)]
    pub event: EventRow,
}

/// All registrations of a person, the latest event first.
///
/// # Errors
/// The database failed.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<OwnRow>> {
    rows!(
        tx,
        OwnRow,
        "SELECT r.id AS registration_id, r.state AS registration_state, r.hold_until, r.ended_by,
                r.reason, e.*
         FROM registrations r JOIN events e ON e.id = r.event_id
         WHERE r.person_id = $1
         ORDER BY e.starts_at DESC, r.registered_at DESC, r.id DESC",
        person
    )
}

/// The titles of all events for which a person has registered: event, language, text.
///
/// # Errors
/// The database failed.
pub async fn titles_of_person(
    tx: &mut Tx,
    person: PersonId,
) -> Result<Vec<(EventId, String, String)>> {
    rows!(
        tx,
        (EventId, String, String),
        "SELECT event_id, language, title FROM event_texts
         WHERE event_id IN (SELECT event_id FROM registrations WHERE person_id = $1)",
        person
    )
}

/// An event for the demonstration's clock: slug, zone, opening, start, end, its last session's start.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct LandmarksRow {
    /// Its part of the address.
    pub slug: String,
    /// Name of its time zone.
    pub time_zone: String,
    /// When registration opens.
    pub registration_opens: Timestamp,
    /// When registration closes.
    pub registration_closes: Timestamp,
    /// Its start.
    pub starts_at: Timestamp,
    /// Its end.
    pub ends_at: Timestamp,
    /// When its last session starts.
    pub last_session: Option<Timestamp>,
    /// Its title in English, or in some other language.
    pub title: Option<String>,
}

/// The events that are in the catalogue, in the order of their start.
///
/// # Errors
/// The database failed.
pub async fn landmarks(tx: &mut Tx) -> Result<Vec<LandmarksRow>> {
    rows!(
        tx,
        LandmarksRow,
        "SELECT e.slug, e.time_zone, e.registration_opens, e.registration_closes, e.starts_at,
                e.ends_at, (SELECT max(s.starts_at) FROM sessions s WHERE s.event_id = e.id) AS last_session,
                (SELECT t.title FROM event_texts t WHERE t.event_id = e.id
                 ORDER BY t.language <> 'en', t.language LIMIT 1) AS title
         FROM events e WHERE e.state IN ('published', 'completed') ORDER BY e.starts_at, e.slug"
    )
}
