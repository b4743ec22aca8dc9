//! Jobs by schedule, each in the hands of one server at a time.
//!
//! A job that is due is claimed by a lease in the database. It works in batches, each in a
//! transaction of its own, and prolongs the lease between them. A server that dies loses its
//! lease after [`LEASE`]; one that is shut down returns it at the next batch. A job that fails is
//! tried again after growing pauses and keeps no other from running. What fails of one thing only,
//! as of one registration, is shown and makes nothing else wait: the job keeps to its schedule.

mod closing;
mod completing;
mod holds;
mod moments;
mod purging;
mod reminding;
#[cfg(test)]
mod tests;

pub(crate) use completing::AFTER_THE_END;

use crate::background::Done;
use crate::{Result, Services};
use maktab_domain::{Job, JobOutcome, Span, Timestamp};
use maktab_store::jobs as store;
use uuid::Uuid;

/// How long a job stays with a server that gives no sign of life.
const LEASE: Span = Span::minutes(2);
/// A lease, or a time to run, that lies further ahead was set under another clock.
const FARTHEST: Span = Span::hours(2);

/// A job in the hands of this server.
pub(crate) struct Run<'a> {
    services: &'a Services,
    job: Job,
    lease: Uuid,
    until: Timestamp,
    /// How much it has done.
    done: u64,
    /// The first failure that concerned one thing only, while the others could go on.
    failed: Option<String>,
}

/// What a job comes to where nothing failed: when it is due next, if it knows better than its
/// schedule.
type Next = Option<Timestamp>;

impl Run<'_> {
    /// To be asked between two batches: whether to go on. It prolongs the lease.
    async fn goes_on(&mut self) -> Result<bool> {
        if self.services.is_stopping() {
            return Ok(false);
        }
        let now = self.services.now();
        if self.until - now > Span(LEASE.0 / 2) && self.until - now <= LEASE {
            return Ok(true);
        }
        let until = now + LEASE;
        let mut tx = self.services.database().write().await?;
        let own = store::keep(&mut tx, self.job, self.lease, until).await?;
        tx.commit().await?;
        if own {
            self.until = until;
        }
        Ok(own)
    }

    /// Notes a failure that concerns one thing only. The text is for administrators and the log.
    fn note_failure(&mut self, what: &str, error: &crate::Error) {
        let cause: &dyn std::error::Error = error;
        tracing::error!(job = %self.job, what, error = cause, "a part of a job failed");
        let text = format!("{what}: {}", in_full(error));
        self.failed.get_or_insert(text);
    }
}

/// An error with its causes.
fn in_full(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(next) = cause {
        text = format!("{text}: {next}");
        cause = next.source();
    }
    text
}

impl Services {
    /// Runs the jobs that are due and that no other server works on, side by side.
    ///
    /// # Errors
    /// The database could not be asked for what is due; a job that fails says so in its own row.
    pub(crate) async fn run_due_jobs(&self, done: &mut Done) -> Result<()> {
        if self.is_stopping() {
            return Ok(());
        }
        let due = self.due_jobs().await?;
        let is_due = |job: Job| due.contains(&job);
        let (holds, reminders, closed, completed, purged) = tokio::join!(
            Box::pin(self.run_job(Job::EndHolds, is_due(Job::EndHolds))),
            Box::pin(self.run_job(Job::SendReminders, is_due(Job::SendReminders))),
            Box::pin(self.run_job(Job::CloseRegistration, is_due(Job::CloseRegistration))),
            Box::pin(self.run_job(Job::CompleteEvents, is_due(Job::CompleteEvents))),
            Box::pin(self.run_job(Job::Purge, is_due(Job::Purge))),
        );
        let mut count = |result: Result<(u64, bool)>| {
            let (count, failed) = result.unwrap_or_else(|error| {
                let cause: &dyn std::error::Error = &error;
                tracing::error!(error = cause, "a job could not be begun or ended");
                (0, true)
            });
            done.broken += u64::from(failed);
            count
        };
        let counts = [holds, reminders, closed, completed, purged].map(&mut count);
        [
            done.freed,
            done.reminded,
            done.closed,
            done.completed,
            done.purged,
        ] = counts;
        Ok(())
    }

    /// The jobs that are due. One that was never looked for is added and is due at once.
    async fn due_jobs(&self) -> Result<Vec<Job>> {
        let now = self.now();
        let mut tx = self.database().read().await?;
        let rows = store::all(&mut tx).await?;
        drop(tx);
        let row_of = |job: Job| rows.iter().find(|row| row.name == job.code());
        let missing: Vec<Job> = Job::ALL
            .iter()
            .copied()
            .filter(|&job| row_of(job).is_none())
            .collect();
        if !missing.is_empty() {
            let mut tx = self.database().write().await?;
            for job in missing {
                store::ensure(&mut tx, job, now).await?;
            }
            tx.commit().await?;
        }
        let holds = |until: Timestamp| now < until && until <= now + FARTHEST;
        let is_due = |job: Job| {
            row_of(job).is_none_or(|row| !holds(row.due_at) && !row.leased_until.is_some_and(holds))
        };
        Ok(Job::ALL
            .iter()
            .copied()
            .filter(|&job| is_due(job))
            .collect())
    }

    /// Runs a job where it is due and can be claimed: how much it did, and whether it failed.
    async fn run_job(&self, job: Job, is_due: bool) -> Result<(u64, bool)> {
        if !is_due {
            return Ok((0, false));
        }
        let now = self.now();
        let mut run = Run {
            services: self,
            job,
            lease: self.new_id(|id| id),
            until: now + LEASE,
            done: 0,
            failed: None,
        };
        let claim = store::Claim {
            job,
            lease: run.lease,
            by: &self.settings().replica,
            now,
            until: run.until,
            latest: now + FARTHEST,
        };
        let mut tx = self.database().write().await?;
        let claimed = store::claim(&mut tx, &claim).await?;
        tx.commit().await?;
        if !claimed {
            return Ok((0, false));
        }
        let worked = match job {
            Job::EndHolds => Box::pin(self.end_holds(&mut run)).await,
            Job::SendReminders => Box::pin(self.send_reminders(&mut run)).await,
            Job::CloseRegistration => Box::pin(self.close_registration(&mut run)).await,
            Job::CompleteEvents => Box::pin(self.complete_events(&mut run)).await,
            Job::Purge => Box::pin(self.purge(&mut run)).await,
        };
        self.finish_job(run, worked).await
    }

    /// Returns the lease and keeps what came of the run.
    async fn finish_job(&self, run: Run<'_>, worked: Result<Next>) -> Result<(u64, bool)> {
        let now = self.now();
        let (next, error, is_whole) = match worked {
            Ok(next) => (next, run.failed, false),
            Err(error) => {
                let cause: &dyn std::error::Error = &error;
                tracing::error!(job = %run.job, error = cause, "a job failed");
                (None, Some(in_full(&error)), true)
            }
        };
        let mut tx = self.database().write().await?;
        let scheduled = now + run.job.every();
        let next = next.filter(|&next| now < next && next < scheduled);
        let next = next.unwrap_or(scheduled);
        let before = store::failures(&mut tx, run.job).await?;
        let (outcome, failures, due) = match (error.is_some(), self.is_stopping()) {
            _ if is_whole => {
                let failures = before + 1;
                (JobOutcome::Failed, failures, now + run.job.pause(failures))
            }
            // It may not have come to its end: whoever is there next goes on.
            (true, true) => (JobOutcome::Failed, before, now),
            (false, true) => (JobOutcome::Stopped, before, now),
            (true, false) => (JobOutcome::Failed, 0, next),
            (false, false) => (JobOutcome::Done, 0, next),
        };
        let failed = outcome == JobOutcome::Failed;
        let finished = store::Finished {
            outcome,
            done: i64::try_from(run.done).unwrap_or(i64::MAX),
            error: error.as_deref(),
            failures,
            due,
            now,
        };
        if !store::finish(&mut tx, run.job, run.lease, &finished).await? {
            tracing::warn!(job = %run.job, "a job was taken over by another server");
        }
        tx.commit().await?;
        if run.done > 0 {
            self.wake_background();
        }
        Ok((run.done, failed))
    }
}
