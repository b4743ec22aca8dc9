//! What happens to a job between two batches.

use super::*;
use crate::testing::Fixture;

/// A job in the hands of the fixture's server.
async fn begun(services: &Services) -> Run<'_> {
    let now = services.now();
    let run = Run {
        services,
        job: Job::SendReminders,
        lease: services.new_id(|id| id),
        until: now + LEASE,
        done: 3,
        failed: None,
    };
    let claim = store::Claim {
        job: run.job,
        lease: run.lease,
        by: "one",
        now,
        until: run.until,
        latest: now + FARTHEST,
    };
    let mut tx = services.database().write().await.unwrap();
    store::ensure(&mut tx, run.job, now).await.unwrap();
    assert!(store::claim(&mut tx, &claim).await.unwrap());
    assert!(!store::claim(&mut tx, &claim).await.unwrap(), "only once");
    tx.commit().await.unwrap();
    run
}

async fn row(services: &Services) -> store::JobRow {
    let mut tx = services.database().read().await.unwrap();
    store::all(&mut tx).await.unwrap().remove(0)
}

#[tokio::test]
async fn a_job_that_is_shut_down_returns_its_lease_at_the_next_safe_point() {
    for f in Fixture::each().await {
        let mut run = begun(&f.services).await;
        assert!(run.goes_on().await.unwrap());
        f.services.stop_background();
        assert!(!run.goes_on().await.unwrap());
        f.services.finish_job(run, Ok(None)).await.unwrap();
        let row = row(&f.services).await;
        assert_eq!(row.last_outcome.as_deref(), Some("stopped"));
        assert_eq!((row.leased_until, row.last_done), (None, Some(3)));
        assert_eq!(row.due_at, f.services.now(), "another one goes on at once");
        assert_eq!(row.failures, 0);
    }
}

#[tokio::test]
async fn a_lease_is_prolonged_while_its_holder_lives_and_nobody_else_has_taken_it() {
    for f in Fixture::each().await {
        let mut run = begun(&f.services).await;
        f.clock.travel(Span(LEASE.0 - 1));
        assert!(run.goes_on().await.unwrap());
        let prolonged = f.services.now() + LEASE;
        assert_eq!(row(&f.services).await.leased_until, Some(prolonged));
        // Too late: another server has it, and keeps what it wrote.
        f.clock.travel(LEASE);
        let other = begun_by_another(&f.services).await;
        assert!(!run.goes_on().await.unwrap());
        assert!(!run.goes_on().await.unwrap(), "it is not asked once only");
        run.failed = Some("late".to_owned());
        f.services.finish_job(run, Ok(None)).await.unwrap();
        let row = row(&f.services).await;
        assert_eq!(row.leased_until, Some(other));
        assert_eq!(row.last_outcome.as_deref(), Some("lost"));
        assert_eq!((row.failures, row.last_error), (1, None));
    }
}

async fn begun_by_another(services: &Services) -> Timestamp {
    let now = services.now();
    let until = now + LEASE;
    let claim = store::Claim {
        job: Job::SendReminders,
        lease: services.new_id(|id| id),
        by: "other",
        now,
        until,
        latest: now + FARTHEST,
    };
    let mut tx = services.database().write().await.unwrap();
    assert!(store::claim(&mut tx, &claim).await.unwrap());
    tx.commit().await.unwrap();
    until
}
