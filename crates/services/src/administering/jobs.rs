//! The jobs by schedule as administrators see them.

use crate::{Actor, Error, Result, Services};
use maktab_domain::{Job, JobOutcome, Span, Timestamp};
use maktab_locale::msg;
use maktab_store::{Tx, audit, jobs as store};

/// A job that has been due for so long without being begun is overdue: no server works on jobs.
const PATIENCE: Span = Span::minutes(10);

/// Who works on a job at this moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// The name of the server.
    pub by: String,
    /// Since when.
    pub since: Timestamp,
}

/// The last run that has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastRun {
    /// When it ended; unknown where its server was lost.
    pub at: Option<Timestamp>,
    /// The name of the server.
    pub by: String,
    /// How it ended.
    pub outcome: JobOutcome,
    /// How much it did.
    pub done: i64,
    /// What it failed with.
    pub error: Option<String>,
}

/// A job by schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobView {
    /// Which.
    pub job: Job,
    /// When it is to run next.
    pub due: Timestamp,
    /// Who works on it.
    pub running: Option<Running>,
    /// Whether it should have run long ago.
    pub is_overdue: bool,
    /// How often it failed in a row as a whole, not of one thing only.
    pub failures: i64,
    /// How often it was begun.
    pub runs: i64,
    /// How much all runs have done.
    pub done: i64,
    /// The last run.
    pub last: Option<LastRun>,
}

impl JobView {
    /// Whether somebody should look at it.
    #[must_use]
    pub fn is_in_trouble(&self) -> bool {
        let error = self.last.as_ref().and_then(|last| last.error.as_ref());
        self.is_overdue || self.failures > 0 || error.is_some()
    }
}

impl Services {
    /// The jobs by schedule.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for anybody but administrators, or the database failed.
    pub async fn jobs(&self, actor: &Actor) -> Result<Vec<JobView>> {
        actor.must_administer()?;
        let mut tx = self.database().read().await?;
        self.job_views(&mut tx).await
    }

    pub(super) async fn job_views(&self, tx: &mut Tx) -> Result<Vec<JobView>> {
        let now = self.now();
        let rows = store::all(tx).await?;
        let view = |&job: &Job| {
            let row = rows.iter().find(|row| row.name == job.code());
            row.map_or_else(|| never_run(job, now), |row| view(job, row, now))
        };
        Ok(Job::ALL.iter().map(view).collect())
    }

    /// Lets a job run at once, on whichever server takes it.
    ///
    /// # Errors
    /// [`Error::NotNow`] where it is running; [`Error::Forbidden`] for anybody but
    /// administrators, or the database failed.
    pub async fn run_job_now(&self, actor: &Actor, job: Job) -> Result<()> {
        actor.must_administer()?;
        let now = self.now();
        let mut tx = self.database().write().await?;
        store::ensure(&mut tx, job, now).await?;
        if !store::hasten(&mut tx, job, now).await? {
            return Err(Error::NotNow(msg!("admin-job-is-running")));
        }
        let entry = audit::Entry {
            id: self.new_id(|id| id),
            at: now,
            account: Some(actor.account),
            action: "job.hastened",
            subject: None,
            detail: &serde_json::json!({ "job": job }),
        };
        audit::record(&mut tx, &entry).await?;
        tx.commit().await?;
        self.wake_background();
        Ok(())
    }
}

fn never_run(job: Job, due: Timestamp) -> JobView {
    JobView {
        job,
        due,
        running: None,
        is_overdue: false,
        failures: 0,
        runs: 0,
        done: 0,
        last: None,
    }
}

fn view(job: Job, row: &store::JobRow, now: Timestamp) -> JobView {
    let held = row.leased_until.is_some_and(|until| now < until);
    let running = row.leased_by.clone().filter(|_| held).map(|by| Running {
        by,
        since: row.last_started_at.unwrap_or(now),
    });
    let outcome = row.last_outcome.as_deref();
    let outcome = outcome.and_then(|code| code.parse::<JobOutcome>().ok());
    let last = outcome.map(|outcome| {
        let known = outcome != JobOutcome::Lost;
        LastRun {
            at: row.last_finished_at.filter(|_| known),
            by: row.last_by.clone().unwrap_or_default(),
            outcome,
            done: row.last_done.filter(|_| known).unwrap_or(0),
            error: row.last_error.clone().filter(|_| known),
        }
    });
    JobView {
        job,
        due: row.due_at,
        is_overdue: running.is_none() && row.due_at + PATIENCE < now,
        running,
        failures: row.failures,
        runs: row.runs,
        done: row.done,
        last,
    }
}
