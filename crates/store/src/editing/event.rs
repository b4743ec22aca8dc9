//! An event's own columns.

use crate::{Result, Tx};
use maktab_domain::{
    CertificateKind, CourseId, EventId, EventKind, EventMode, EventState, ExcusedAbsence,
    RegistrationMode, Texts, Timestamp,
};
use sqlx::types::Json;

/// An event with all that is stored of it in its own row.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct EventRow {
    /// The event.
    pub id: EventId,
    /// Its name in addresses.
    pub slug: String,
    /// The course of which it is a run.
    pub course_id: Option<CourseId>,
    /// Where it stands.
    #[sqlx(try_from = "String")]
    pub state: EventState,
    /// What a coordinator decides.
    #[sqlx(flatten)]
    pub columns: EventColumns,
    /// How many seats are taken or held.
    pub taken: i64,
    /// Whether people may wait for a freed seat.
    pub waiting_list: bool,
    /// Why it was cancelled.
    pub cancellation_reason: Option<String>,
    /// How often its time or place has changed (SEQUENCE of RFC 5545).
    pub revision: i64,
    /// When its details were changed last.
    pub updated_at: Timestamp,
}

/// What a coordinator decides of an event, apart from its texts and its agenda.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct EventColumns {
    /// Its kind.
    #[sqlx(try_from = "String")]
    pub kind: EventKind,
    /// How people take part.
    #[sqlx(try_from = "String")]
    pub mode: EventMode,
    /// IANA name of its time zone.
    pub time_zone: String,
    /// Code of the host country.
    pub country: String,
    /// The city by language.
    #[sqlx(json)]
    pub city: Texts,
    /// The place in the city by language.
    #[sqlx(json)]
    pub venue: Texts,
    /// How many seats there are.
    pub capacity: i64,
    /// How people come to it.
    #[sqlx(try_from = "String")]
    pub registration_mode: RegistrationMode,
    /// First instant at which one can register.
    pub registration_opens: Timestamp,
    /// First instant at which one no longer can.
    pub registration_closes: Timestamp,
    /// First instant.
    pub starts_at: Timestamp,
    /// Last instant.
    pub ends_at: Timestamp,
    /// Hours that a certificate states.
    pub hours: i64,
    /// What is certified.
    #[sqlx(try_from = "String")]
    pub certificate_kind: CertificateKind,
    /// The least share of tracked sessions, in percent.
    pub min_percent: i64,
    /// What an excused absence does to the count.
    #[sqlx(try_from = "String")]
    pub excused_absence: ExcusedAbsence,
}

/// The event with this slug, whatever its state.
///
/// # Errors
/// The database failed.
pub async fn by_slug(tx: &mut Tx, slug: &str) -> Result<Option<EventRow>> {
    optional!(tx, EventRow, "SELECT * FROM events WHERE slug = $1", slug)
}

/// Lets one transaction change the event at a time, until this one ends.
///
/// # Errors
/// The database failed.
pub async fn lock_event(tx: &mut Tx, slug: &str) -> Result<()> {
    execute!(
        tx,
        "UPDATE events SET revision = revision WHERE slug = $1",
        slug
    )?;
    Ok(())
}

/// Adds a draft; `false` where there is an event with this slug.
///
/// # Errors
/// The database failed, or refused what no form lets through.
pub async fn insert_event(
    tx: &mut Tx,
    id: EventId,
    slug: &str,
    course: Option<CourseId>,
    columns: &EventColumns,
    now: Timestamp,
) -> Result<bool> {
    let added = execute!(
        tx,
        "INSERT INTO events (id, slug, course_id, state, kind, mode, time_zone, country, city,
            venue, capacity, registration_mode, registration_opens, registration_closes, starts_at,
            ends_at, hours, certificate_kind, min_percent, excused_absence, created_at, updated_at)
         VALUES ($1, $2, $3, 'draft', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
            $17, $18, $19, $20, $20)
         ON CONFLICT (slug) DO NOTHING",
        id,
        slug,
        course,
        columns.kind.code(),
        columns.mode.code(),
        &columns.time_zone,
        &columns.country,
        Json(&columns.city),
        Json(&columns.venue),
        columns.capacity,
        columns.registration_mode.code(),
        columns.registration_opens,
        columns.registration_closes,
        columns.starts_at,
        columns.ends_at,
        columns.hours,
        columns.certificate_kind.code(),
        columns.min_percent,
        columns.excused_absence.code(),
        now
    )?;
    Ok(added == 1)
}

/// Replaces what a coordinator decides; `false` where the capacity would be below
/// the seats that are taken.
///
/// # Errors
/// The database failed, or refused what no form lets through.
pub async fn update_event(
    tx: &mut Tx,
    id: EventId,
    columns: &EventColumns,
    now: Timestamp,
) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE events SET kind = $2, mode = $3, time_zone = $4, country = $5, city = $6,
            venue = $7, capacity = $8, registration_mode = $9, registration_opens = $10,
            registration_closes = $11, starts_at = $12, ends_at = $13, hours = $14,
            certificate_kind = $15, min_percent = $16, excused_absence = $17, updated_at = $18
         WHERE id = $1 AND taken <= $8",
        id,
        columns.kind.code(),
        columns.mode.code(),
        &columns.time_zone,
        &columns.country,
        Json(&columns.city),
        Json(&columns.venue),
        columns.capacity,
        columns.registration_mode.code(),
        columns.registration_opens,
        columns.registration_closes,
        columns.starts_at,
        columns.ends_at,
        columns.hours,
        columns.certificate_kind.code(),
        columns.min_percent,
        columns.excused_absence.code(),
        now
    )?;
    Ok(changed == 1)
}

/// Counts a change of time or place.
///
/// # Errors
/// The database failed.
pub async fn moved(tx: &mut Tx, id: EventId, now: Timestamp) -> Result<()> {
    execute!(
        tx,
        "UPDATE events SET revision = revision + 1, updated_at = $2 WHERE id = $1",
        id,
        now
    )?;
    Ok(())
}

/// Takes the event from one state to another; `false` where it no longer stands there.
/// A cancellation has its reason and counts as a change of time. What is opened again has been
/// completed for its end, so that the clock does not complete it a second time.
///
/// # Errors
/// The database failed.
pub async fn set_state(
    tx: &mut Tx,
    id: EventId,
    (from, to): (EventState, EventState),
    reason: Option<&str>,
    now: Timestamp,
) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE events SET state = $3, cancellation_reason = $4, updated_at = $5,
            revision = CASE WHEN $3 = 'cancelled' THEN revision + 1 ELSE revision END,
            completed_for = CASE WHEN $2 = 'completed' THEN ends_at ELSE completed_for END
         WHERE id = $1 AND state = $2",
        id,
        from.code(),
        to.code(),
        reason,
        now
    )?;
    Ok(changed == 1)
}
