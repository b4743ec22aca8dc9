//! The sessions of an event.

use crate::{Result, Tx};
use maktab_domain::{EventId, SessionId, Texts, Timestamp};
use sqlx::types::Json;

/// A session on the agenda.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct AgendaRow {
    /// The session.
    pub id: SessionId,
    /// Its start.
    pub starts_at: Timestamp,
    /// Its end.
    pub ends_at: Timestamp,
    /// The room; empty where none is named.
    pub room: String,
    /// Its titles.
    #[sqlx(json)]
    pub titles: Texts,
    /// Whether attendance is taken.
    pub tracked: bool,
    /// How many attendance records there are, superseded ones too.
    pub records: i64,
}

/// The sessions of an event by start.
///
/// # Errors
/// The database failed.
pub async fn agenda(tx: &mut Tx, event: EventId) -> Result<Vec<AgendaRow>> {
    rows!(
        tx,
        AgendaRow,
        "SELECT s.id, s.starts_at, s.ends_at, s.room, s.titles, s.tracked,
                (SELECT count(*) FROM attendance a WHERE a.session_id = s.id) AS records
         FROM sessions s WHERE s.event_id = $1 ORDER BY s.starts_at, s.ends_at, s.room, s.id",
        event
    )
}

/// A session about to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    /// Its start.
    pub starts_at: Timestamp,
    /// Its end.
    pub ends_at: Timestamp,
    /// The room; empty where none is named.
    pub room: String,
    /// Its titles.
    pub titles: Texts,
    /// Whether attendance is taken.
    pub tracked: bool,
}

/// Adds a session.
///
/// # Errors
/// The database failed, or it ends before it starts.
pub async fn insert_session(
    tx: &mut Tx,
    id: SessionId,
    event: EventId,
    new: &NewSession,
) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO sessions (id, event_id, starts_at, ends_at, room, titles, tracked)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        id,
        event,
        new.starts_at,
        new.ends_at,
        &new.room,
        Json(&new.titles),
        new.tracked
    )?;
    Ok(())
}

/// Changes a session of this event; `false` where there is none.
///
/// # Errors
/// The database failed, or it would end before it starts.
pub async fn change_session(
    tx: &mut Tx,
    id: SessionId,
    event: EventId,
    new: &NewSession,
) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE sessions SET starts_at = $3, ends_at = $4, room = $5, titles = $6, tracked = $7
         WHERE id = $1 AND event_id = $2",
        id,
        event,
        new.starts_at,
        new.ends_at,
        &new.room,
        Json(&new.titles),
        new.tracked
    )?;
    Ok(changed == 1)
}

/// Removes a session of this event that has no attendance; `false` where it has, or
/// where there is none.
///
/// # Errors
/// The database failed.
pub async fn delete_session(tx: &mut Tx, id: SessionId, event: EventId) -> Result<bool> {
    execute!(
        tx,
        "DELETE FROM session_trainers WHERE session_id = $1
         AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = $1)
         AND EXISTS (SELECT 1 FROM sessions s WHERE s.id = $1 AND s.event_id = $2)",
        id,
        event
    )?;
    let removed = execute!(
        tx,
        "DELETE FROM sessions WHERE id = $1 AND event_id = $2
         AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = $1)",
        id,
        event
    )?;
    Ok(removed == 1)
}

/// Brings start and end of an event in line with its sessions. Where it has none,
/// it keeps those it had.
///
/// # Errors
/// The database failed.
pub async fn fit_to_sessions(tx: &mut Tx, event: EventId) -> Result<()> {
    execute!(
        tx,
        "UPDATE events SET
            starts_at = (SELECT min(s.starts_at) FROM sessions s WHERE s.event_id = $1),
            ends_at = (SELECT max(s.ends_at) FROM sessions s WHERE s.event_id = $1)
         WHERE id = $1 AND EXISTS (SELECT 1 FROM sessions s WHERE s.event_id = $1)",
        event
    )?;
    Ok(())
}
