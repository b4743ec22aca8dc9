//! What coordinators prepare: courses, sessions and their trainers, issue runs; and what the
//! program asks about itself.

use crate::world::{EVENT, NOW, each, id, person};
use maktab_domain::{
    AccountId, CourseId, IssueRunId, Job, Role, RoleGrantId, SessionId, Span, Texts, Timestamp,
};
use maktab_store::accounts::GrantRow;
use maktab_store::{Tx, accounts, audit, editing, issuing, jobs, lifecycle, testing};

const SESSION: SessionId = SessionId(uuid::Uuid::from_u128(20));

async fn add_session(tx: &mut Tx) {
    let titles = Texts::new([("en", "Documents")]);
    let ends = NOW + Span::hours(2);
    let added = testing::session(tx, SESSION, EVENT, &titles, NOW, ends).await;
    added.unwrap();
}

#[tokio::test]
async fn a_course_is_known_by_its_slug_and_chosen_by_its_title() {
    for test in each().await {
        let mut tx = test.database.write().await.unwrap();
        for (n, slug, title) in [(1, "z", "Alpha"), (2, "a", "Beta")] {
            let course = CourseId(id(n));
            testing::course(&mut tx, course, slug, title).await.unwrap();
        }
        let found = editing::course_agenda(&mut tx, "z").await.unwrap().unwrap();
        assert_eq!((found.id, found.hours), (CourseId(id(1)), 18));
        assert_eq!(found.agenda, serde_json::json!([]));
        assert!(
            editing::course_agenda(&mut tx, "b")
                .await
                .unwrap()
                .is_none()
        );
        // A language that the courses lack gives the English title.
        let choices = editing::course_choices(&mut tx, "fa").await.unwrap();
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(choices, [pair("z", "Alpha"), pair("a", "Beta")]);
    }
}

#[tokio::test]
async fn a_session_changes_its_trainers_and_goes_with_them() {
    for test in each().await {
        let mut tx = test.database.write().await.unwrap();
        add_session(&mut tx).await;
        let one = person(&mut tx, 10, "a@example.org").await;
        let two = person(&mut tx, 11, "b@example.org").await;
        let trainers = [one, two, one];
        editing::replace_trainers(&mut tx, SESSION, &trainers)
            .await
            .unwrap();
        editing::replace_trainers(&mut tx, SESSION, &[two])
            .await
            .unwrap();
        for (email, trainer) in [("a@example.org", None), ("b@example.org", Some(two))] {
            let found = editing::trainer_by_email(&mut tx, email).await.unwrap();
            assert_eq!(found, trainer, "{email}");
        }
        let other = maktab_domain::EventId(id(99));
        assert!(
            !editing::delete_session(&mut tx, SESSION, other)
                .await
                .unwrap()
        );
        assert!(
            editing::delete_session(&mut tx, SESSION, EVENT)
                .await
                .unwrap()
        );
        let none = editing::trainer_by_email(&mut tx, "b@example.org").await;
        assert_eq!(none.unwrap(), None);
    }
}

#[tokio::test]
async fn a_run_belongs_to_the_worker_with_the_lease() {
    for test in each().await {
        let mut tx = test.database.write().await.unwrap();
        let who = person(&mut tx, 10, "a@example.org").await;
        let account = accounts::ensure(&mut tx, AccountId(id(30)), who, NOW).await;
        let run = issuing::NewRun {
            id: IssueRunId(id(40)),
            event: EVENT,
            requested_by: account.unwrap(),
            requested_at: NOW,
            total: 3,
        };
        assert!(issuing::insert_run(&mut tx, &run).await.unwrap());
        let (until, later) = (NOW + Span::minutes(1), NOW + Span::minutes(2));
        let claimed = issuing::claim_run(&mut tx, NOW, until, later)
            .await
            .unwrap();
        let mut own = claimed.unwrap();
        assert!(issuing::keep_run(&mut tx, &own, later).await.unwrap());
        // The lease by which the worker was known is another one now.
        assert!(!issuing::keep_run(&mut tx, &own, later).await.unwrap());
        assert!(
            !issuing::note_failure(&mut tx, &own, later, "no")
                .await
                .unwrap()
        );
        own.leased_until = later;
        assert!(
            issuing::note_failure(&mut tx, &own, later, "no paper")
                .await
                .unwrap()
        );
        let row = issuing::run_by_id(&mut tx, run.id).await.unwrap().unwrap();
        assert_eq!(
            (row.failed, row.last_error.as_deref()),
            (1, Some("no paper"))
        );
        // Whoever has the lease no longer cannot return it; the worker that has it can.
        let claimed = async |tx: &mut Tx| issuing::claim_run(tx, NOW, until, later).await.unwrap();
        let former = issuing::ClaimedRun {
            leased_until: until,
            ..own
        };
        issuing::return_run(&mut tx, &former).await.unwrap();
        assert!(claimed(&mut tx).await.is_none());
        issuing::return_run(&mut tx, &own).await.unwrap();
        assert!(claimed(&mut tx).await.is_some());
    }
}

#[tokio::test]
async fn the_program_asks_about_itself() {
    for test in each().await {
        test.database.ping().await.unwrap();
        let mut tx = test.database.write().await.unwrap();
        assert_eq!(audit::newest(&mut tx).await.unwrap(), None);
        let entry = audit::Entry {
            id: id(50),
            at: NOW,
            account: None,
            action: "test.done",
            subject: None,
            detail: &serde_json::json!({}),
        };
        audit::record(&mut tx, &entry).await.unwrap();
        assert_eq!(audit::newest(&mut tx).await.unwrap(), Some(NOW));
        let roles = [Role::Administrator, Role::Coordinator];
        assert_eq!(accounts::holders(&mut tx, roles).await.unwrap(), 0);
        let who = person(&mut tx, 10, "a@example.org").await;
        let account = AccountId(id(30));
        let account = accounts::ensure(&mut tx, account, who, NOW).await.unwrap();
        for (n, role) in [
            (60, Role::Administrator),
            (61, Role::Coordinator),
            (62, Role::Trainer),
        ] {
            let grant = GrantRow {
                role,
                organisation_id: None,
                country: None,
            };
            let given = accounts::grant(&mut tx, RoleGrantId(id(n)), account, &grant, NOW);
            given.await.unwrap();
        }
        assert_eq!(accounts::holders(&mut tx, roles).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn a_travelling_clock_takes_back_what_is_still_to_come() {
    for test in each().await {
        let mut tx = test.database.write().await.unwrap();
        let over = "UPDATE events SET state = 'completed', completed_for = 9000000,
            closed_for = 5000000";
        testing::change(&mut tx, over).await.unwrap();
        jobs::ensure(&mut tx, Job::ALL[0], NOW).await.unwrap();
        let standing = "SELECT count(*) FROM events
            WHERE state = 'completed' AND closed_for IS NOT NULL";
        let before = Timestamp(9_000_000);
        lifecycle::rewind(&mut tx, before, before).await.unwrap();
        assert_eq!(testing::count(&mut tx, standing).await.unwrap(), 1);
        lifecycle::rewind(&mut tx, NOW, NOW).await.unwrap();
        let undone = "SELECT count(*) FROM events WHERE state = 'published'
            AND completed_for IS NULL AND closed_for IS NULL";
        assert_eq!(testing::count(&mut tx, undone).await.unwrap(), 1);
        let early = NOW - Span::hours(1);
        jobs::hasten_all(&mut tx, early).await.unwrap();
        let due = "SELECT count(*) FROM jobs WHERE due_at = 1000000 - 3600000";
        assert_eq!(testing::count(&mut tx, due).await.unwrap(), 1);
    }
}
