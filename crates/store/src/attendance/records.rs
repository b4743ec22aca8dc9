//! Attendance records: one that stands per session and registration, and those before it.

use crate::{Result, Tx};
use maktab_domain::{
    AccountId, AttendanceId, AttendanceStatus, EventId, RegistrationId, SessionId, Timestamp,
};

/// A record of one session, also one that no longer stands.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RecordRow {
    /// Whose it is.
    pub registration_id: RegistrationId,
    /// What it says.
    #[sqlx(try_from = "String")]
    pub status: AttendanceStatus,
    /// The name of the person who recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: Timestamp,
    /// Since when it no longer stands.
    pub superseded_at: Option<Timestamp>,
}

/// All records of a session, those superseded too, the oldest first.
///
/// # Errors
/// The database failed.
pub async fn records_of_session(tx: &mut Tx, session: SessionId) -> Result<Vec<RecordRow>> {
    rows!(
        tx,
        RecordRow,
        "SELECT a.registration_id, a.status, p.name_latin AS recorded_by, a.recorded_at,
                a.superseded_at
         FROM attendance a
         JOIN accounts c ON c.id = a.recorded_by
         JOIN people p ON p.id = c.person_id
         WHERE a.session_id = $1
         ORDER BY a.recorded_at, a.id",
        session
    )
}

/// What stands for one person in one session.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct MarkRow {
    /// Whose it is.
    pub registration_id: RegistrationId,
    /// The session.
    pub session_id: SessionId,
    /// What it says.
    #[sqlx(try_from = "String")]
    pub status: AttendanceStatus,
}

/// What stands, in all sessions of an event.
///
/// # Errors
/// The database failed.
pub async fn marks_of_event(tx: &mut Tx, event: EventId) -> Result<Vec<MarkRow>> {
    rows!(
        tx,
        MarkRow,
        "SELECT a.registration_id, a.session_id, a.status
         FROM attendance a JOIN sessions s ON s.id = a.session_id
         WHERE s.event_id = $1 AND a.superseded_at IS NULL",
        event
    )
}

/// Lets one writer of this session's attendance in at a time, until the transaction ends.
///
/// # Errors
/// The database failed.
pub async fn lock_session(tx: &mut Tx, session: SessionId) -> Result<()> {
    execute!(
        tx,
        "UPDATE sessions SET tracked = tracked WHERE id = $1",
        session
    )?;
    Ok(())
}

/// Ends the standing of the record of one person in one session, where there is one.
///
/// # Errors
/// The database failed.
pub async fn supersede(
    tx: &mut Tx,
    session: SessionId,
    registration: RegistrationId,
    at: Timestamp,
) -> Result<u64> {
    execute!(
        tx,
        "UPDATE attendance SET superseded_at = $3
         WHERE session_id = $1 AND registration_id = $2 AND superseded_at IS NULL",
        session,
        registration,
        at
    )
}

/// A record about to be made.
#[derive(Debug, Clone, Copy)]
pub struct NewRecord {
    /// Its id.
    pub id: AttendanceId,
    /// Whose it is.
    pub registration: RegistrationId,
    /// In which session.
    pub session: SessionId,
    /// What it says.
    pub status: AttendanceStatus,
    /// Who says so.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
}

/// Makes a record. The one before it has to be superseded first.
///
/// # Errors
/// [`crate::Error::Duplicate`] where another one stands; or the database failed.
pub async fn record(tx: &mut Tx, new: NewRecord) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO attendance (id, registration_id, session_id, status, recorded_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        new.id,
        new.registration,
        new.session,
        new.status.code(),
        new.by,
        new.at
    )?;
    Ok(())
}
