//! The work that the program does by itself: jobs that fail or do not run, mail that is stuck.

use super::Finding;
use maktab_domain::{Span, Timestamp};
use maktab_store::outbox::administer::{self, Counts};
use maktab_store::{Result, Tx, jobs};

const JOBS: &str = "jobs";
const MAIL: &str = "outbox";
/// What has been due for so long waits for a server that runs.
const PATIENCE: Span = Span::hours(2);

/// Everything about the work in the background.
pub(super) async fn work(tx: &mut Tx, now: Timestamp) -> Result<Vec<Finding>> {
    let all = jobs::all(tx).await?;
    let counts = administer::counts(tx, now, now - Span::days(1)).await?;
    Ok(vec![of_jobs(&all, now), of_mails(&counts, now)])
}

fn of_jobs(all: &[jobs::JobRow], now: Timestamp) -> Finding {
    let failing = all.iter().filter(|job| job.failures > 0);
    let failing: Vec<String> = failing
        .map(|job| {
            let why = job.last_error.as_deref().unwrap_or("its server was lost");
            format!("{} failed {} times in a row: {why}", job.name, job.failures)
        })
        .collect();
    if !failing.is_empty() {
        let remedy = "Correct the cause; the job is tried again by itself. Administrators see more \
                      under /en/admin/jobs.";
        return Finding::wrong(JOBS, failing.join("; "), remedy);
    }
    let overdue = all.iter().filter(|job| job.due_at + PATIENCE < now);
    match overdue.count() {
        0 if all.is_empty() => Finding::good(JOBS, "none has run yet"),
        0 => Finding::good(JOBS, format!("{} run by schedule", all.len())),
        count => {
            let seen = format!("{count} have been due for hours");
            Finding::note(JOBS, seen, "Start the server: `maktab serve`.")
        }
    }
}

fn of_mails(counts: &Counts, now: Timestamp) -> Finding {
    if counts.dead > 0 {
        let seen = match counts.dead {
            1 => "one mail could not be delivered".to_owned(),
            many => format!("{many} mails could not be delivered"),
        };
        let remedy = "An administrator sends them again or puts them aside under \
                      /en/admin/undelivered.";
        return Finding::note(MAIL, seen, remedy);
    }
    if counts
        .overdue_since
        .is_some_and(|since| since + PATIENCE < now)
    {
        let waiting = counts.waiting;
        let seen = format!("{waiting} mails wait, the oldest for hours");
        return Finding::note(MAIL, seen, "Start the server: `maktab serve`.");
    }
    let waiting = counts.waiting + counts.leased + counts.retrying;
    Finding::good(MAIL, format!("{waiting} mails wait, none was given up"))
}

#[cfg(test)]
mod tests {
    use super::super::Verdict;
    use super::*;

    const NOW: Timestamp = Timestamp(1_800_000_000_000);

    fn job(due_at: Timestamp, failures: i64) -> jobs::JobRow {
        jobs::JobRow {
            name: "purge".to_owned(),
            due_at,
            leased_until: None,
            leased_by: None,
            failures,
            runs: 1,
            done: 0,
            last_started_at: None,
            last_finished_at: None,
            last_by: None,
            last_outcome: None,
            last_done: None,
            last_error: Some("the disk is full".to_owned()),
        }
    }

    #[test]
    fn jobs_that_fail_or_do_not_run_are_told_of() {
        let found = of_jobs(&[job(NOW, 3)], NOW);
        assert!(found.is_wrong() && found.seen.contains("the disk is full"));
        let late = of_jobs(&[job(NOW - Span::hours(3), 0)], NOW);
        assert_eq!(late.verdict, Verdict::Note);
        assert_eq!(of_jobs(&[job(NOW, 0)], NOW).verdict, Verdict::Good);
        assert_eq!(of_jobs(&[], NOW).verdict, Verdict::Good);
    }

    #[test]
    fn mail_that_is_stuck_is_told_of() {
        let counts = Counts::default();
        assert_eq!(of_mails(&counts, NOW).verdict, Verdict::Good);
        let dead = Counts { dead: 2, ..counts };
        let found = of_mails(&dead, NOW);
        assert_eq!(found.verdict, Verdict::Note);
        assert_eq!(found.seen, "2 mails could not be delivered");
        let late = Counts {
            waiting: 4,
            overdue_since: Some(NOW - Span::hours(3)),
            ..counts
        };
        assert_eq!(of_mails(&late, NOW).verdict, Verdict::Note);
    }
}
