//! What happens to events by the clock: registration closes, and what is over is completed.

use crate::{Result, Tx};
use maktab_domain::{EventId, Timestamp};

/// Published events whose registration has closed since their waiting list was ended last, each
/// behind its closing, the oldest first, after the one at `after`.
///
/// # Errors
/// The database failed.
pub async fn to_close(
    tx: &mut Tx,
    now: Timestamp,
    after: (Timestamp, EventId),
    most: i64,
) -> Result<Vec<(Timestamp, EventId)>> {
    rows!(
        tx,
        (Timestamp, EventId),
        "SELECT registration_closes, id FROM events
         WHERE state = 'published' AND (closed_for IS NULL OR closed_for < registration_closes)
           AND registration_closes <= $1 AND registration_closes >= $2
           AND (registration_closes > $2 OR id > $3)
         ORDER BY registration_closes, id LIMIT $4",
        now,
        after.0,
        after.1,
        most
    )
}

/// Notes that the waiting list was ended for the closing time that the event has now.
///
/// # Errors
/// The database failed.
pub async fn closed(tx: &mut Tx, event: EventId) -> Result<()> {
    execute!(
        tx,
        "UPDATE events SET closed_for = registration_closes WHERE id = $1",
        event
    )?;
    Ok(())
}

/// Completes up to `most` published events that ended before `before` and were not completed
/// for that end yet; which.
///
/// # Errors
/// The database failed.
pub async fn complete(
    tx: &mut Tx,
    before: Timestamp,
    now: Timestamp,
    most: i64,
) -> Result<Vec<EventId>> {
    // The conditions stand twice: PostgreSQL looks at the outer ones again after it has waited
    // for a transaction that changed the same event.
    let found = rows!(
        tx,
        (EventId,),
        "UPDATE events SET state = 'completed', completed_for = ends_at,
            updated_at = CASE WHEN updated_at > $2 THEN updated_at ELSE $2 END
         WHERE id IN (SELECT id FROM events
                      WHERE state = 'published'
                        AND (completed_for IS NULL OR completed_for < ends_at)
                        AND ends_at <= $1
                      ORDER BY ends_at, id LIMIT $3)
           AND state = 'published' AND (completed_for IS NULL OR completed_for < ends_at)
           AND ends_at <= $1
         RETURNING id",
        before,
        now,
        most
    )?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Takes back what the clock has done to events at times that are still to come: a
/// demonstration's clock went back. Those that ended before `before` would be completed by now.
///
/// # Errors
/// The database failed.
pub async fn rewind(tx: &mut Tx, before: Timestamp, now: Timestamp) -> Result<()> {
    execute!(
        tx,
        "UPDATE events SET state = 'published', completed_for = NULL
         WHERE state = 'completed' AND completed_for > $1",
        before
    )?;
    execute!(
        tx,
        "UPDATE events SET closed_for = NULL WHERE closed_for > $1",
        now
    )?;
    Ok(())
}
