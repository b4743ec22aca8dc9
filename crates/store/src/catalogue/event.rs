//! One event with everything that its page shows.

use crate::{Result, Tx};
use maktab_domain::{
    CertificateKind, CourseId, EventId, EventKind, EventMode, EventState, ExcusedAbsence,
    OrganisationId, PersonId, RegistrationMode, RegistrationState, SessionId, Texts, Timestamp,
};

/// One event.
#[derive(Debug, sqlx::FromRow)]
pub struct EventRow {
    /// The event.
    pub id: EventId,
    /// Its name in addresses.
    pub slug: String,
    /// The course that it is a run of.
    pub course_id: Option<CourseId>,
    /// Kind.
    #[sqlx(try_from = "String")]
    pub kind: EventKind,
    /// Mode.
    #[sqlx(try_from = "String")]
    pub mode: EventMode,
    /// State.
    #[sqlx(try_from = "String")]
    pub state: EventState,
    /// Time zone (IANA).
    pub time_zone: String,
    /// Code of the host country.
    pub country: String,
    /// City by language; empty online.
    #[sqlx(json)]
    pub city: Texts,
    /// Venue by language; empty online.
    #[sqlx(json)]
    pub venue: Texts,
    /// Seats.
    pub capacity: i64,
    /// Seats taken or held.
    pub taken: i64,
    /// Seats held until an address is confirmed.
    pub unconfirmed: i64,
    /// People on the waiting list.
    pub waiting: i64,
    /// Whether people may wait.
    pub waiting_list: bool,
    /// How people come.
    #[sqlx(try_from = "String")]
    pub registration_mode: RegistrationMode,
    /// When registration opens.
    pub registration_opens: Timestamp,
    /// First instant at which it no longer is open.
    pub registration_closes: Timestamp,
    /// Start.
    pub starts_at: Timestamp,
    /// End.
    pub ends_at: Timestamp,
    /// Hours, as printed on certificates.
    pub hours: i64,
    /// What a certificate certifies.
    #[sqlx(try_from = "String")]
    pub certificate_kind: CertificateKind,
    /// The least share of tracked sessions, in percent.
    pub min_percent: i64,
    /// What an excused absence does.
    #[sqlx(try_from = "String")]
    pub excused_absence: ExcusedAbsence,
    /// Why it was cancelled.
    pub cancellation_reason: Option<String>,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// The event of this name, whatever its state.
///
/// # Errors
/// The database failed.
pub async fn event(tx: &mut Tx, slug: &str) -> Result<Option<EventRow>> {
    optional!(
        tx,
        EventRow,
        "SELECT e.id, e.slug, e.course_id, e.kind, e.mode, e.state, e.time_zone, e.country, e.city,
                e.venue, e.capacity, e.taken, e.waiting_list, e.registration_mode, e.registration_opens,
                e.registration_closes, e.starts_at, e.ends_at, e.hours, e.certificate_kind,
                e.min_percent, e.excused_absence, e.cancellation_reason, e.updated_at,
                (SELECT count(*) FROM registrations p
                 WHERE p.event_id = e.id AND p.state = 'pending' AND NOT p.without_seat)
                    AS unconfirmed,
                (SELECT count(*) FROM registrations r
                 WHERE r.event_id = e.id AND r.state = 'waitlisted') AS waiting
         FROM events e WHERE e.slug = $1",
        slug
    )
}

/// Title and summary in one language.
#[derive(Debug, sqlx::FromRow)]
pub struct TextRow {
    /// Tag of the language.
    pub language: String,
    /// Title.
    pub title: String,
    /// Summary.
    pub summary: String,
}

/// The texts of an event in every language.
///
/// # Errors
/// The database failed.
pub async fn texts(tx: &mut Tx, event: EventId) -> Result<Vec<TextRow>> {
    rows!(
        tx,
        TextRow,
        "SELECT language, title, summary FROM event_texts WHERE event_id = $1 ORDER BY language",
        event
    )
}

/// The codes of an event's areas.
///
/// # Errors
/// The database failed.
pub async fn areas(tx: &mut Tx, event: EventId) -> Result<Vec<String>> {
    let codes = rows!(
        tx,
        (String,),
        "SELECT area FROM event_areas WHERE event_id = $1 ORDER BY area",
        event
    )?;
    Ok(codes.into_iter().map(|(code,)| code).collect())
}

/// The tags of the languages in which an event is held.
///
/// # Errors
/// The database failed.
pub async fn languages(tx: &mut Tx, event: EventId) -> Result<Vec<String>> {
    let tags = rows!(
        tx,
        (String,),
        "SELECT language FROM event_languages WHERE event_id = $1 ORDER BY language",
        event
    )?;
    Ok(tags.into_iter().map(|(tag,)| tag).collect())
}

/// The organisations that organise an event, in the order of organisations.
///
/// # Errors
/// The database failed.
pub async fn organisers(tx: &mut Tx, event: EventId) -> Result<Vec<OrganisationId>> {
    let ids = rows!(
        tx,
        (OrganisationId,),
        "SELECT o.id FROM event_organisers b JOIN organisations o ON o.id = b.organisation_id
         WHERE b.event_id = $1 ORDER BY o.position, o.code",
        event
    )?;
    Ok(ids.into_iter().map(|(id,)| id).collect())
}

/// One item of the agenda.
#[derive(Debug, sqlx::FromRow)]
pub struct SessionRow {
    /// The session.
    pub id: SessionId,
    /// Start.
    pub starts_at: Timestamp,
    /// End.
    pub ends_at: Timestamp,
    /// Room; may be empty.
    pub room: String,
    /// Title by language.
    #[sqlx(json)]
    pub titles: Texts,
    /// Whether attendance is taken.
    pub tracked: bool,
}

/// The agenda of an event in the order of time.
///
/// # Errors
/// The database failed.
pub async fn sessions(tx: &mut Tx, event: EventId) -> Result<Vec<SessionRow>> {
    rows!(
        tx,
        SessionRow,
        "SELECT id, starts_at, ends_at, room, titles, tracked FROM sessions
         WHERE event_id = $1 ORDER BY starts_at, ends_at, id",
        event
    )
}

/// Who runs a session.
#[derive(Debug, sqlx::FromRow)]
pub struct TrainerRow {
    /// The session.
    pub session_id: SessionId,
    /// The trainer.
    pub person_id: PersonId,
    /// Name in Latin script.
    pub name_latin: String,
    /// Name in another script.
    pub name_native: Option<String>,
    /// Tag of the language of that name.
    pub name_native_language: Option<String>,
    /// Institution.
    pub institution: String,
}

/// Who runs the sessions of an event, by name.
///
/// # Errors
/// The database failed.
pub async fn trainers(tx: &mut Tx, event: EventId) -> Result<Vec<TrainerRow>> {
    rows!(
        tx,
        TrainerRow,
        "SELECT t.session_id, t.person_id, p.name_latin, p.name_native, p.name_native_language,
                p.institution
         FROM sessions s
         JOIN session_trainers t ON t.session_id = s.id
         JOIN people p ON p.id = t.person_id
         WHERE s.event_id = $1 ORDER BY p.name_latin, p.id",
        event
    )
}

/// The place that a person has in an event.
#[derive(Debug, sqlx::FromRow)]
pub struct OwnPlaceRow {
    /// Where the registration stands.
    #[sqlx(try_from = "String")]
    pub state: RegistrationState,
}

/// The live registration of a person for an event.
///
/// # Errors
/// The database failed.
pub async fn own_place(
    tx: &mut Tx,
    event: EventId,
    person: PersonId,
) -> Result<Option<OwnPlaceRow>> {
    optional!(
        tx,
        OwnPlaceRow,
        "SELECT state FROM registrations WHERE event_id = $1 AND person_id = $2
         AND state IN ('pending', 'submitted', 'confirmed', 'waitlisted', 'offered')",
        event,
        person
    )
}
