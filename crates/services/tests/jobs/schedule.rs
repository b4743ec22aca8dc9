//! When jobs run, who runs them, and what happens when they fail or their server dies.

use crate::{registered, round, round_at};
use maktab_domain::{Job, JobOutcome, RegistrationState as State, Role, Span};
use maktab_services::background::{
    KeptMail, MailFailure, MailTransport, OutgoingMail, Part, Sending,
};
use maktab_services::testing::Fixture;
use maktab_services::{Services, TravelClock};
use maktab_store::testing::change;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_servers_one_runs_each_job() {
    for f in Fixture::each().await {
        let mut plan = f.open_event("borders");
        plan.capacity = 60;
        let (event, _) = f.add_event(&plan).await;
        for n in 0..60 {
            registered(&f, event, &format!("person{n}"), State::Pending).await;
        }
        f.clock.travel(f.services.settings().hold);
        let other = f.another_server("other").await;
        let (one, two) = tokio::join!(f.services.run_due(&KeptMail), other.run_due(&KeptMail),);
        let (one, two) = (one.unwrap(), two.unwrap());
        assert_eq!(one.freed + two.freed, 60);
        assert!(one.freed == 0 || two.freed == 0, "one server had the job");
        assert_eq!((one.broken, two.broken), (0, 0));
        let runs = "SELECT count(*) FROM jobs WHERE runs = 1 AND lease IS NULL";
        let all = i64::try_from(Job::ALL.len()).unwrap();
        assert_eq!(f.count(runs).await, all);
        assert_eq!(f.count("SELECT taken FROM events").await, 0);
        // Nothing is due before its time.
        f.clock.travel(Span::seconds(59));
        round(&f).await;
        assert_eq!(f.count(runs).await, all);
    }
}

#[tokio::test]
async fn a_job_whose_server_died_is_taken_over_when_its_lease_ends() {
    for f in Fixture::each().await {
        let (event, _) = f.add_event(&f.open_event("borders")).await;
        registered(&f, event, "aziza", State::Pending).await;
        let admin = f.actor_with(Role::Administrator, None).await;
        round(&f).await;
        f.clock.travel(f.services.settings().hold);
        let now = f.services.now();
        // As a server leaves it that was killed in the middle.
        f.change(
            "UPDATE jobs SET lease = (SELECT id FROM events), leased_by = 'gone',
                last_started_at = due_at,
                leased_until = (SELECT hold_until + 120000 FROM registrations)
             WHERE name = 'end-holds'",
        )
        .await;
        let view = f.services.jobs(&admin).await.unwrap();
        assert_eq!(view[0].running.as_ref().unwrap().by, "gone");
        assert_eq!(round_at(&f, now + Span::seconds(119)).await.freed, 0);
        assert_eq!(round_at(&f, now + Span::seconds(120)).await.freed, 1);
        let view = f.services.jobs(&admin).await.unwrap();
        let last = view[0].last.clone().unwrap();
        assert_eq!((view[0].failures, view[0].runs), (0, 2));
        assert_eq!((last.outcome, last.done), (JobOutcome::Done, 1));
        assert!(view[0].running.is_none());
    }
}

#[tokio::test]
async fn the_server_that_takes_a_job_over_is_named() {
    for f in Fixture::each().await {
        let other = f.another_server("other").await;
        round(&f).await;
        f.add_event(&f.open_event("borders")).await;
        f.clock.travel(Span::hours(1));
        f.change(
            "UPDATE jobs SET lease = (SELECT id FROM events), leased_by = 'gone', leased_until = due_at
             WHERE name = 'end-holds'",
        )
        .await;
        other.run_due(&KeptMail).await.unwrap();
        let admin = f.actor_with(Role::Administrator, None).await;
        let view = f.services.jobs(&admin).await.unwrap();
        let last = view[0].last.clone().unwrap();
        assert_eq!(
            (last.by.as_str(), last.outcome),
            ("other", JobOutcome::Done)
        );
        assert_eq!(view[0].runs, 2);
    }
}

#[tokio::test]
async fn what_fails_of_one_registration_is_shown_and_makes_nothing_else_wait() {
    for f in Fixture::each().await {
        let mut plan = f.open_event("borders");
        plan.capacity = 3;
        let (event, _) = f.add_event(&plan).await;
        // An offer that cannot be ended, before others that can: its letter has no address.
        registered(&f, event, "broken", State::Offered).await;
        registered(&f, event, "aziza", State::Pending).await;
        registered(&f, event, "botir", State::Pending).await;
        let broken = "UPDATE people SET email = 'no address' WHERE email = 'broken@example.org'";
        f.change(broken).await;
        let first =
            "UPDATE registrations SET hold_until = hold_until - 1000 WHERE state = 'offered'";
        f.change(first).await;
        let start = f.services.now() + f.services.settings().hold;
        let done = round_at(&f, start).await;
        assert_eq!((done.freed, done.broken), (2, 1), "the others went on");
        let admin = f.actor_with(Role::Administrator, None).await;
        let job = f.services.jobs(&admin).await.unwrap().remove(0);
        let last = job.last.clone().unwrap();
        assert_eq!((last.outcome, last.done), (JobOutcome::Failed, 2));
        assert!(last.error.unwrap().contains("an unreadable address"));
        assert!(job.is_in_trouble() && job.failures == 0);
        let others = f.services.jobs(&admin).await.unwrap();
        let others = others.iter().skip(1).filter_map(|job| job.last.as_ref());
        assert!(others.clone().count() == 4);
        assert!(
            others
                .into_iter()
                .all(|last| last.outcome == JobOutcome::Done)
        );
        for minutes in 1..=5 {
            let due = f.services.jobs(&admin).await.unwrap()[0].due;
            assert_eq!(due, start + Span::minutes(minutes), "by the schedule");
            assert_eq!(round_at(&f, due - Span(1)).await.broken, 0, "not before");
            assert_eq!(round_at(&f, due).await.broken, 1);
        }
        // Once the cause is gone, all is well again.
        let mended = "UPDATE people SET email = 'broken@example.org' WHERE email = 'no address'";
        f.change(mended).await;
        f.services.run_job_now(&admin, Job::EndHolds).await.unwrap();
        assert_eq!(round(&f).await.freed, 1);
        let job = f.services.jobs(&admin).await.unwrap().remove(0);
        assert!(!job.is_in_trouble());
        assert_eq!(job.last.unwrap().outcome, JobOutcome::Done);
    }
}

/// Changes the schema under the hands of the servers.
async fn alter(f: &Fixture, statement: &'static str) {
    let mut tx = f.services.database().write().await.unwrap();
    change(&mut tx, statement).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn what_fails_as_a_whole_is_tried_again_after_growing_pauses() {
    for f in Fixture::each().await {
        let plan = f.open_event("borders");
        f.add_event(&plan).await;
        f.change("UPDATE events SET closed_for = registration_closes")
            .await;
        // The job that reminds cannot ask who was reminded.
        alter(&f, "ALTER TABLE reminders RENAME TO elsewhere").await;
        let admin = f.actor_with(Role::Administrator, None).await;
        let job = async || {
            let jobs = f.services.jobs(&admin).await.unwrap();
            let job = jobs.into_iter().find(|job| job.job == Job::SendReminders);
            job.unwrap()
        };
        let start = plan.starts - Span::days(4);
        assert_eq!(round_at(&f, start).await.broken, 1);
        let mut pauses = vec![job().await.due - start];
        for failures in 1..=3 {
            let before = job().await;
            assert!(before.is_in_trouble() && before.failures == failures);
            assert_eq!(round_at(&f, before.due).await.broken, 1);
            pauses.push(job().await.due - before.due);
        }
        assert_eq!(pauses, [5, 5, 20, 60].map(Span::minutes));
    }
}

#[tokio::test]
async fn a_clock_that_went_back_stops_no_job() {
    for f in Fixture::each().await {
        let now = f.services.now();
        round_at(&f, now + Span::days(365)).await;
        f.clock.travel_to(now);
        let (event, _) = f.add_event(&f.open_event("borders")).await;
        registered(&f, event, "aziza", State::Pending).await;
        assert_eq!(
            round_at(&f, now + f.services.settings().hold).await.freed,
            1
        );
    }
}

/// A mail server during whose first answer the program is told to stop.
struct Stopping<'a>(&'a Services);

impl MailTransport for Stopping<'_> {
    fn send<'a>(&'a self, _: &'a OutgoingMail) -> Sending<'a> {
        self.0.stop_background();
        Box::pin(std::future::ready(Ok(())))
    }
}

/// Owes so many mails, each by an approval.
async fn approve(f: &Fixture, people: usize) {
    let mut plan = f.open_event("borders");
    plan.registration_mode = "approval".to_owned();
    let (event, _) = f.add_event(&plan).await;
    let mut ids = Vec::new();
    for n in 0..people {
        ids.push(registered(f, event, &format!("person{n}"), State::Submitted).await);
    }
    let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
    let approve = maktab_services::managing::Verdict::Approve;
    let decided = f
        .services
        .decide_registrations(&coordinator, "borders", &ids, approve, "");
    decided.await.unwrap();
    f.clock.travel(f.services.settings().undo);
}

#[tokio::test]
async fn who_is_shut_down_returns_the_mails_that_were_not_tried() {
    for f in Fixture::each().await {
        approve(&f, 15).await;
        let other = f.another_server("other").await;
        let stopped = f.services.run_due(&Stopping(&f.services)).await.unwrap();
        assert_eq!(stopped.sent, 10, "those that are tried side by side");
        let returned = "SELECT count(*) FROM outbox
            WHERE sent_at IS NULL AND leased_until IS NULL AND attempts = 0";
        assert_eq!(f.count(returned).await, 5);
        assert_eq!(
            f.services.run_due(&KeptMail).await.unwrap().sent,
            0,
            "it is over"
        );
        // Another server need not wait for any lease to end.
        assert_eq!(other.run_due(&KeptMail).await.unwrap().sent, 5);
    }
}

/// A mail server that takes the connection and says nothing.
#[derive(Default)]
struct Silent(AtomicUsize);

impl MailTransport for Silent {
    fn send<'a>(&'a self, _: &'a OutgoingMail) -> Sending<'a> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Box::pin(std::future::pending())
    }
}

/// Asks again until it is so.
async fn until(mut holds: impl AsyncFnMut() -> bool) {
    let holding = async {
        while !holds().await {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(15), holding)
        .await
        .unwrap();
}

/// The mails that were not tried go back at once, though those under way hang.
async fn stopped_while_mails_hang(f: Fixture) {
    approve(&f, 15).await;
    let other = f.another_server("other").await;
    let silent = Silent::default();
    let meanwhile = async {
        until(async || silent.0.load(Ordering::Relaxed) == 10).await;
        f.services.stop_background();
        let returned = "SELECT count(*) FROM outbox WHERE leased_until IS NULL AND attempts = 0";
        until(async || f.count(returned).await == 5).await;
        let leased = "SELECT count(*) FROM outbox WHERE leased_until IS NOT NULL";
        assert_eq!(f.count(leased).await, 10, "these are still under way");
        assert_eq!(other.run_due(&KeptMail).await.unwrap().sent, 5);
    };
    let stopping = async { tokio::join!(f.services.run_due(&silent), meanwhile) };
    // The program waits for ten seconds before it ends.
    let in_time = tokio::time::timeout(Duration::from_secs(9), stopping);
    let (done, ()) = in_time.await.unwrap();
    assert_eq!(done.unwrap().failed, 10);
    let waiting = "SELECT count(*) FROM outbox
        WHERE sent_at IS NULL AND leased_until IS NULL AND attempts = 1";
    assert_eq!(f.count(waiting).await, 10);
}

#[tokio::test]
async fn a_mail_server_that_hangs_keeps_no_lease_from_being_returned() {
    let engines = Fixture::each().await.into_iter();
    futures_util::future::join_all(engines.map(stopped_while_mails_hang)).await;
}

/// A mail server that refuses everybody.
struct Refusing;

impl MailTransport for Refusing {
    fn send<'a>(&'a self, _: &'a OutgoingMail) -> Sending<'a> {
        Box::pin(std::future::ready(Err(MailFailure {
            text: "not now".to_owned(),
            for_good: false,
        })))
    }
}

#[tokio::test]
async fn where_a_failure_cannot_be_noted_the_mails_that_were_not_tried_go_back() {
    for f in Fixture::each().await {
        approve(&f, 15).await;
        alter(&f, "CREATE UNIQUE INDEX one_failure ON outbox (last_error)").await;
        let done = f.services.work(Part::Mail, &Refusing).await;
        assert!(done.is_err());
        let returned = "SELECT count(*) FROM outbox WHERE leased_until IS NULL AND attempts = 0";
        assert_eq!(f.count(returned).await, 5);
    }
}

#[tokio::test]
async fn the_demonstrations_journeys_let_all_jobs_look_at_the_new_time() {
    let f = Fixture::demonstration().await;
    round(&f).await;
    let before = f.count("SELECT sum(runs) FROM jobs").await;
    let clock: &TravelClock = &f.clock;
    clock.travel(Span::seconds(1));
    round(&f).await;
    assert_eq!(f.count("SELECT sum(runs) FROM jobs").await, before);
    f.services.demo_travelled(Span::seconds(1)).await.unwrap();
    round(&f).await;
    let all = i64::try_from(Job::ALL.len()).unwrap();
    assert_eq!(f.count("SELECT sum(runs) FROM jobs").await, before + all);
    // To the end of an event and back again: it is as if it had not been.
    let plan = f.open_event("borders");
    f.add_event(&plan).await;
    let far = Span::days(60);
    clock.travel(far);
    f.services.demo_travelled(far).await.unwrap();
    assert_eq!(round(&f).await.completed, 1);
    clock.travel(Span(-far.0));
    f.services.demo_travelled(Span(-far.0)).await.unwrap();
    round(&f).await;
    let again = "SELECT count(*) FROM events
        WHERE state = 'published' AND closed_for IS NULL AND completed_for IS NULL";
    assert_eq!(f.count(again).await, 1);
}
