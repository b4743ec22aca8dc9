//! The event, its people and their attendance, as eligibility and certificates need them.
//! Every function is one query, however many people there are.

use crate::{Result, Tx};
use maktab_domain::{
    AttendanceStatus, CertificateKind, EventId, EventKind, EventMode, EventState, ExcusedAbsence,
    OrganisationId, PersonId, RegistrationId, RegistrationState, SessionId, Texts, Timestamp,
};

/// What issuing needs to know of an event.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct EventRow {
    /// The event.
    pub id: EventId,
    /// Its name in addresses.
    pub slug: String,
    /// Its kind.
    #[sqlx(try_from = "String")]
    pub kind: EventKind,
    /// How people take part.
    #[sqlx(try_from = "String")]
    pub mode: EventMode,
    /// Where it stands.
    #[sqlx(try_from = "String")]
    pub state: EventState,
    /// IANA name of its time zone.
    pub time_zone: String,
    /// Code of the host country.
    pub country: String,
    /// The city.
    #[sqlx(json)]
    pub city: Texts,
    /// First instant.
    pub starts_at: Timestamp,
    /// Last instant.
    pub ends_at: Timestamp,
    /// Hours of training.
    pub hours: i64,
    /// What its certificates certify.
    #[sqlx(try_from = "String")]
    pub certificate_kind: CertificateKind,
    /// The least share of tracked sessions, in percent.
    pub min_percent: i64,
    /// What an excused absence does to the count.
    #[sqlx(try_from = "String")]
    pub excused_absence: ExcusedAbsence,
}

/// The event with this name in addresses, whatever its state.
///
/// # Errors
/// The database failed.
pub async fn event_by_slug(tx: &mut Tx, slug: &str) -> Result<Option<EventRow>> {
    optional!(tx, EventRow, "SELECT * FROM events WHERE slug = $1", slug)
}

/// The event with this id, whatever its state.
///
/// # Errors
/// The database failed.
pub async fn event_by_id(tx: &mut Tx, id: EventId) -> Result<Option<EventRow>> {
    optional!(tx, EventRow, "SELECT * FROM events WHERE id = $1", id)
}

/// The titles of an event.
///
/// # Errors
/// The database failed.
pub async fn titles(tx: &mut Tx, event: EventId) -> Result<Texts> {
    let pairs = rows!(
        tx,
        (String, String),
        "SELECT language, title FROM event_texts WHERE event_id = $1",
        event
    )?;
    Ok(Texts::new(pairs))
}

/// One of the organisations behind an event, with who signs for it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OrganiserRow {
    /// The organisation.
    pub id: OrganisationId,
    /// Its stable code, as `eco`.
    pub code: String,
    /// Its names.
    #[sqlx(json)]
    pub names: Texts,
    /// Who signs.
    pub signatory_name: String,
    /// The office of who signs.
    #[sqlx(json)]
    pub signatory_office: Texts,
}

/// The organisers of an event, in the order in which organisations are named.
///
/// # Errors
/// The database failed.
pub async fn organisers(tx: &mut Tx, event: EventId) -> Result<Vec<OrganiserRow>> {
    rows!(
        tx,
        OrganiserRow,
        "SELECT o.id, o.code, o.names, o.signatory_name, o.signatory_office
         FROM organisations o JOIN event_organisers eo ON eo.organisation_id = o.id
         WHERE eo.event_id = $1 ORDER BY o.position, o.code",
        event
    )
}

/// The codes of all organisations, in the order in which they are named.
///
/// # Errors
/// The database failed.
pub async fn organisation_codes(tx: &mut Tx) -> Result<Vec<String>> {
    let found = rows!(
        tx,
        (String,),
        "SELECT code FROM organisations ORDER BY position, code"
    )?;
    Ok(found.into_iter().map(|(code,)| code).collect())
}

/// The scheduled sessions in which attendance is taken, as people count them.
///
/// # Errors
/// The database failed.
pub async fn tracked_sessions(tx: &mut Tx, event: EventId) -> Result<Vec<SessionId>> {
    let found = rows!(
        tx,
        (SessionId,),
        "SELECT id FROM sessions WHERE event_id = $1 AND tracked ORDER BY starts_at, id",
        event
    )?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// A registration as a certificate needs it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ParticipantRow {
    /// The registration.
    pub id: RegistrationId,
    /// Whose.
    pub person_id: PersonId,
    /// Where it stands.
    #[sqlx(try_from = "String")]
    pub state: RegistrationState,
    /// Name in Latin script.
    pub name_latin: String,
    /// Name in another script.
    pub name_native: Option<String>,
    /// Tag of the language of that name.
    pub name_native_language: Option<String>,
    /// Code of the country.
    pub country: String,
    /// Where the person works.
    pub institution: String,
    /// Tag of the language in which to write to the person.
    pub language: String,
    /// When the place was confirmed, if it was.
    pub confirmed_at: Option<Timestamp>,
    /// The person's address.
    pub email: String,
}

/// The live registrations of an event, and those that hold a certificate, by name;
/// only this one where one is named.
///
/// # Errors
/// The database failed.
pub async fn participants(
    tx: &mut Tx,
    event: EventId,
    only: Option<RegistrationId>,
) -> Result<Vec<ParticipantRow>> {
    rows!(
        tx,
        ParticipantRow,
        "SELECT r.id, r.person_id, r.state, r.name_latin, r.name_native, r.name_native_language,
                r.country, r.institution, r.language, r.confirmed_at, p.email
         FROM registrations r JOIN people p ON p.id = r.person_id
         WHERE r.event_id = $1 AND ($2 IS NULL OR r.id = $2)
           AND (r.state NOT IN ('declined', 'cancelled')
                OR EXISTS (SELECT 1 FROM certificates c WHERE c.registration_id = r.id))
         ORDER BY lower(r.name_latin), r.id",
        event,
        only
    )
}

/// What stands recorded for one registration in one session.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct MarkRow {
    /// The registration.
    pub registration_id: RegistrationId,
    /// The session.
    pub session_id: SessionId,
    /// What was recorded.
    #[sqlx(try_from = "String")]
    pub status: AttendanceStatus,
    /// When.
    pub recorded_at: Timestamp,
}

/// The records that stand in the sessions of an event; of this registration only
/// where one is named.
///
/// # Errors
/// The database failed.
pub async fn marks(
    tx: &mut Tx,
    event: EventId,
    only: Option<RegistrationId>,
) -> Result<Vec<MarkRow>> {
    match only {
        Some(registration) => rows!(
            tx,
            MarkRow,
            "SELECT a.registration_id, a.session_id, a.status, a.recorded_at
             FROM attendance a JOIN sessions s ON s.id = a.session_id
             WHERE a.registration_id = $1 AND s.event_id = $2 AND a.superseded_at IS NULL",
            registration,
            event
        ),
        None => rows!(
            tx,
            MarkRow,
            "SELECT a.registration_id, a.session_id, a.status, a.recorded_at
             FROM sessions s JOIN attendance a ON a.session_id = s.id
             WHERE s.event_id = $1 AND a.superseded_at IS NULL",
            event
        ),
    }
}

/// Keeps a confirmed registration from changing until the transaction ends; `false`
/// where it is not confirmed (any more).
///
/// # Errors
/// The database failed.
pub async fn hold_registration(tx: &mut Tx, id: RegistrationId) -> Result<bool> {
    let held = execute!(
        tx,
        "UPDATE registrations SET state = state WHERE id = $1 AND state = 'confirmed'",
        id
    )?;
    Ok(held == 1)
}
