//! Jobs by schedule: when each is due, who works on it, and what its last run did.

use crate::{Result, Tx};
use maktab_domain::{Job, JobOutcome, Timestamp};
use uuid::Uuid;

/// A job as it is kept. Its name may be of another version of the program.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct JobRow {
    /// Its code.
    pub name: String,
    /// When it is to run next.
    pub due_at: Timestamp,
    /// Until when somebody works on it.
    pub leased_until: Option<Timestamp>,
    /// Who works on it.
    pub leased_by: Option<String>,
    /// How often it failed in a row.
    pub failures: i64,
    /// How often it was begun.
    pub runs: i64,
    /// How much all runs have done.
    pub done: i64,
    /// When the last run began.
    pub last_started_at: Option<Timestamp>,
    /// When the last run that ended ended.
    pub last_finished_at: Option<Timestamp>,
    /// Where it ran.
    pub last_by: Option<String>,
    /// How it ended.
    pub last_outcome: Option<String>,
    /// How much it did.
    pub last_done: Option<i64>,
    /// What it failed with.
    pub last_error: Option<String>,
}

/// All jobs that have been looked for.
///
/// # Errors
/// The database failed.
pub async fn all(tx: &mut Tx) -> Result<Vec<JobRow>> {
    rows!(
        tx,
        JobRow,
        "SELECT name, due_at, leased_until, leased_by, failures, runs, done, last_started_at,
                last_finished_at, last_by, last_outcome, last_done, last_error
         FROM jobs ORDER BY name"
    )
}

/// Adds a job that is due at `due`; nothing where it is there.
///
/// # Errors
/// The database failed.
pub async fn ensure(tx: &mut Tx, job: Job, due: Timestamp) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO jobs (name, due_at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        job.code(),
        due
    )?;
    Ok(())
}

/// What somebody asks for who wants to work on a job.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a> {
    /// The job.
    pub job: Job,
    /// What this run is told from others by.
    pub lease: Uuid,
    /// The name of the server.
    pub by: &'a str,
    /// Now.
    pub now: Timestamp,
    /// Until when nobody else works on it.
    pub until: Timestamp,
    /// A time to run or a lease beyond this was set under another clock and does not hold.
    pub latest: Timestamp,
}

/// Takes a job that is due and that nobody works on. Where its last worker is gone without a
/// word, that counts as a failure. `false` where there is nothing to take.
///
/// # Errors
/// The database failed.
pub async fn claim(tx: &mut Tx, claim: &Claim<'_>) -> Result<bool> {
    let claimed = execute!(
        tx,
        "UPDATE jobs SET lease = $2, leased_by = $3, leased_until = $5, last_started_at = $4,
            runs = runs + 1,
            failures = CASE WHEN lease IS NULL THEN failures ELSE failures + 1 END,
            last_outcome = CASE WHEN lease IS NULL THEN last_outcome ELSE 'lost' END,
            last_by = CASE WHEN lease IS NULL THEN last_by ELSE leased_by END
         WHERE name = $1 AND (due_at <= $4 OR due_at > $6)
           AND (leased_until IS NULL OR leased_until <= $4 OR leased_until > $6)",
        claim.job.code(),
        claim.lease,
        claim.by,
        claim.now,
        claim.until,
        claim.latest
    )?;
    Ok(claimed == 1)
}

/// Prolongs a lease; `false` where another worker has the job by now.
///
/// # Errors
/// The database failed.
pub async fn keep(tx: &mut Tx, job: Job, lease: Uuid, until: Timestamp) -> Result<bool> {
    let kept = execute!(
        tx,
        "UPDATE jobs SET leased_until = $3 WHERE name = $1 AND lease = $2",
        job.code(),
        lease,
        until
    )?;
    Ok(kept == 1)
}

/// How a run ended.
#[derive(Debug, Clone, Copy)]
pub struct Finished<'a> {
    /// How.
    pub outcome: JobOutcome,
    /// How much it did.
    pub done: i64,
    /// What it failed with.
    pub error: Option<&'a str>,
    /// How often it has failed in a row.
    pub failures: i64,
    /// When it is to run next.
    pub due: Timestamp,
    /// Now.
    pub now: Timestamp,
}

/// Returns a lease and keeps what the run did; `false` where another worker has the job by now.
///
/// # Errors
/// The database failed.
pub async fn finish(tx: &mut Tx, job: Job, lease: Uuid, end: &Finished<'_>) -> Result<bool> {
    let ended = execute!(
        tx,
        "UPDATE jobs SET lease = NULL, leased_until = NULL, last_by = leased_by, leased_by = NULL,
            due_at = $3, failures = $4, done = done + $5, last_finished_at = $6,
            last_outcome = $7, last_done = $5, last_error = $8
         WHERE name = $1 AND lease = $2",
        job.code(),
        lease,
        end.due,
        end.failures,
        end.done,
        end.now,
        end.outcome.code(),
        end.error
    )?;
    Ok(ended == 1)
}

/// How often a job has failed in a row.
///
/// # Errors
/// The database failed, or there is no such job.
pub async fn failures(tx: &mut Tx, job: Job) -> Result<i64> {
    let (failures,) = one!(
        tx,
        (i64,),
        "SELECT failures FROM jobs WHERE name = $1",
        job.code()
    )?;
    Ok(failures)
}

/// Lets a job run at once; `false` where somebody works on it.
///
/// # Errors
/// The database failed.
pub async fn hasten(tx: &mut Tx, job: Job, now: Timestamp) -> Result<bool> {
    let due = execute!(
        tx,
        "UPDATE jobs SET due_at = $2
         WHERE name = $1 AND (leased_until IS NULL OR leased_until <= $2)",
        job.code(),
        now
    )?;
    Ok(due == 1)
}

/// Lets all jobs run at once: the demonstration's clock has travelled.
///
/// # Errors
/// The database failed.
pub async fn hasten_all(tx: &mut Tx, now: Timestamp) -> Result<()> {
    execute!(tx, "UPDATE jobs SET due_at = $1", now)?;
    Ok(())
}
