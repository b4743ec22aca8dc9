//! Counted attempts, so that they can be limited on every replica alike.

use crate::{Result, Tx};
use maktab_domain::Timestamp;

/// How often something was tried in the present window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Attempts {
    /// How often, this attempt included.
    pub attempts: i64,
    /// When the count begins again.
    pub resets_at: Timestamp,
}

/// Counts an attempt; the first one of a window ends it at `resets_at`.
///
/// # Errors
/// The database failed.
pub async fn count(
    tx: &mut Tx,
    bucket: &[u8],
    now: Timestamp,
    resets_at: Timestamp,
) -> Result<Attempts> {
    one!(
        tx,
        Attempts,
        "INSERT INTO attempts AS a (bucket, attempts, resets_at) VALUES ($1, 1, $3)
         ON CONFLICT (bucket) DO UPDATE SET
            attempts = CASE WHEN a.resets_at <= $2 THEN 1 ELSE a.attempts + 1 END,
            resets_at = CASE WHEN a.resets_at <= $2 THEN $3 ELSE a.resets_at END
         RETURNING attempts, resets_at",
        bucket,
        now,
        resets_at
    )
}

/// Takes one attempt back: it was a good one.
///
/// # Errors
/// The database failed.
pub async fn take_back(tx: &mut Tx, bucket: &[u8]) -> Result<()> {
    execute!(
        tx,
        "UPDATE attempts SET attempts = attempts - 1 WHERE bucket = $1 AND attempts > 0",
        bucket
    )?;
    Ok(())
}

/// Forgets what was counted.
///
/// # Errors
/// The database failed.
pub async fn forget(tx: &mut Tx, bucket: &[u8]) -> Result<()> {
    execute!(tx, "DELETE FROM attempts WHERE bucket = $1", bucket)?;
    Ok(())
}

/// Deletes up to `most` of the counts whose window has ended.
///
/// # Errors
/// The database failed.
pub async fn purge(tx: &mut Tx, now: Timestamp, most: i64) -> Result<u64> {
    // The condition stands twice: a new window may begin in this very moment.
    execute!(
        tx,
        "DELETE FROM attempts WHERE resets_at <= $1 AND bucket IN (
            SELECT bucket FROM attempts WHERE resets_at <= $1 ORDER BY resets_at LIMIT $2)",
        now,
        most
    )
}

/// Deletes all counts: the demonstration's clock has travelled.
///
/// # Errors
/// The database failed.
pub async fn forget_all(tx: &mut Tx) -> Result<u64> {
    execute!(tx, "DELETE FROM attempts")
}
