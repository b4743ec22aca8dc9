//! Issue runs: a request to issue the certificates of an event, worked off in the
//! background under a lease, so that a run whose worker died is taken up again.

use crate::{Result, Tx};
use maktab_domain::{AccountId, EventId, IssueRunId, Timestamp};

/// A run to be added.
#[derive(Debug, Clone, Copy)]
pub struct NewRun {
    /// The id.
    pub id: IssueRunId,
    /// Of which event.
    pub event: EventId,
    /// Who asked.
    pub requested_by: AccountId,
    /// When.
    pub requested_at: Timestamp,
    /// How many certificates were promised.
    pub total: i64,
}

/// Adds a run unless one of the event is open; `false` where one is.
///
/// # Errors
/// The database failed.
pub async fn insert_run(tx: &mut Tx, new: &NewRun) -> Result<bool> {
    let added = execute!(
        tx,
        "INSERT INTO issue_runs (id, event_id, requested_by, requested_at, total)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        new.id,
        new.event,
        new.requested_by,
        new.requested_at,
        new.total
    )?;
    Ok(added == 1)
}

/// A run and how far it is.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RunRow {
    /// The run.
    pub id: IssueRunId,
    /// Of which event.
    pub event_id: EventId,
    /// Who asked.
    pub requested_by: AccountId,
    /// When.
    pub requested_at: Timestamp,
    /// How many certificates were promised.
    pub total: i64,
    /// How many have been issued.
    pub issued: i64,
    /// How many could not be issued.
    pub failed: i64,
    /// When it ended, if it has.
    pub finished_at: Option<Timestamp>,
    /// What the last failure was, in words for the coordinator.
    pub last_error: Option<String>,
}

/// The run with this id.
///
/// # Errors
/// The database failed.
pub async fn run_by_id(tx: &mut Tx, id: IssueRunId) -> Result<Option<RunRow>> {
    optional!(tx, RunRow, "SELECT * FROM issue_runs WHERE id = $1", id)
}

/// The run of an event that has not ended; there is at most one.
///
/// # Errors
/// The database failed.
pub async fn open_run(tx: &mut Tx, event: EventId) -> Result<Option<RunRow>> {
    optional!(
        tx,
        RunRow,
        "SELECT * FROM issue_runs WHERE event_id = $1 AND finished_at IS NULL",
        event
    )
}

/// The run of an event that was asked for last.
///
/// # Errors
/// The database failed.
pub async fn latest_run(tx: &mut Tx, event: EventId) -> Result<Option<RunRow>> {
    optional!(
        tx,
        RunRow,
        "SELECT * FROM issue_runs WHERE event_id = $1
         ORDER BY requested_at DESC, id DESC LIMIT 1",
        event
    )
}

/// A run in the hands of one worker, until the lease runs out.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct ClaimedRun {
    /// The run.
    pub id: IssueRunId,
    /// Of which event.
    pub event_id: EventId,
    /// Who asked: the certificates are issued in this account's name.
    pub requested_by: AccountId,
    /// When: what has changed since is not part of the run.
    pub requested_at: Timestamp,
    /// The end of the lease, by which the worker is known.
    pub leased_until: Timestamp,
}

/// Takes the oldest run that nobody works on, on lease until `until`. The failures of
/// a worker before are forgotten, for what failed is tried again. A lease beyond
/// `latest` was made under another clock and does not hold.
///
/// # Errors
/// The database failed.
pub async fn claim_run(
    tx: &mut Tx,
    now: Timestamp,
    until: Timestamp,
    latest: Timestamp,
) -> Result<Option<ClaimedRun>> {
    // The conditions stand twice: PostgreSQL looks at the outer ones again after it
    // has waited for another transaction that claimed the same run.
    optional!(
        tx,
        ClaimedRun,
        "UPDATE issue_runs SET leased_until = $2, failed = 0
         WHERE id = (
            SELECT id FROM issue_runs
            WHERE finished_at IS NULL
              AND (leased_until IS NULL OR leased_until <= $1 OR leased_until > $3)
            ORDER BY requested_at, id LIMIT 1)
           AND finished_at IS NULL
           AND (leased_until IS NULL OR leased_until <= $1 OR leased_until > $3)
         RETURNING id, event_id, requested_by, requested_at, leased_until",
        now,
        until,
        latest
    )
}

/// Prolongs the lease without further news; `false` where another worker has the run.
///
/// # Errors
/// The database failed.
pub async fn keep_run(tx: &mut Tx, run: &ClaimedRun, until: Timestamp) -> Result<bool> {
    let kept = execute!(
        tx,
        "UPDATE issue_runs SET leased_until = $3
         WHERE id = $1 AND leased_until = $2 AND finished_at IS NULL",
        run.id,
        run.leased_until,
        until
    )?;
    Ok(kept == 1)
}

/// Counts one issued certificate and prolongs the lease; `false` where another worker
/// has the run by now.
///
/// # Errors
/// The database failed.
pub async fn note_issued(tx: &mut Tx, run: &ClaimedRun, until: Timestamp) -> Result<bool> {
    let noted = execute!(
        tx,
        "UPDATE issue_runs SET issued = issued + 1, leased_until = $3
         WHERE id = $1 AND leased_until = $2 AND finished_at IS NULL",
        run.id,
        run.leased_until,
        until
    )?;
    Ok(noted == 1)
}

/// Counts one certificate that could not be issued, with the reason, and prolongs the
/// lease; `false` where another worker has the run by now.
///
/// # Errors
/// The database failed.
pub async fn note_failure(
    tx: &mut Tx,
    run: &ClaimedRun,
    until: Timestamp,
    error: &str,
) -> Result<bool> {
    let noted = execute!(
        tx,
        "UPDATE issue_runs SET failed = failed + 1, last_error = $4, leased_until = $3
         WHERE id = $1 AND leased_until = $2 AND finished_at IS NULL",
        run.id,
        run.leased_until,
        until,
        error
    )?;
    Ok(noted == 1)
}

/// Returns the lease of a run that is not finished, so that another worker goes on at once.
///
/// # Errors
/// The database failed.
pub async fn return_run(tx: &mut Tx, run: &ClaimedRun) -> Result<()> {
    execute!(
        tx,
        "UPDATE issue_runs SET leased_until = NULL
         WHERE id = $1 AND leased_until = $2 AND finished_at IS NULL",
        run.id,
        run.leased_until
    )?;
    Ok(())
}

/// Ends a run; `false` where another worker has it by now.
///
/// # Errors
/// The database failed.
pub async fn finish_run(tx: &mut Tx, run: &ClaimedRun, now: Timestamp) -> Result<bool> {
    let ended = execute!(
        tx,
        "UPDATE issue_runs SET finished_at = $3, leased_until = NULL
         WHERE id = $1 AND leased_until = $2 AND finished_at IS NULL",
        run.id,
        run.leased_until,
        now
    )?;
    Ok(ended == 1)
}

/// When the lease of an unfinished run ends: the earliest of them, now where one is
/// not leased at all (then as the time of its request).
///
/// # Errors
/// The database failed.
pub async fn next_lease_end(tx: &mut Tx) -> Result<Option<Timestamp>> {
    let (next,) = one!(
        tx,
        (Option<Timestamp>,),
        "SELECT min(coalesce(leased_until, requested_at)) FROM issue_runs WHERE finished_at IS NULL"
    )?;
    Ok(next)
}
