//! The outbox.

use crate::world::{NOW, each, id};
use maktab_domain::{OutboxId, Span};
use maktab_store::Engine;
use maktab_store::outbox::{self, NewMail};
use maktab_store::testing::count;

#[tokio::test]
async fn a_mail_goes_through_the_outbox() {
    for test in each().await {
        let mut tx = test.database.write().await.unwrap();
        assert_eq!(outbox::next_due(&mut tx).await.unwrap(), None);
        let mails = [
            (1, "a@example.org"),
            (2, "b@example.org"),
            (3, "a@example.org"),
        ];
        for (n, recipient) in mails {
            let mail = NewMail {
                id: OutboxId(id(n)),
                kind: "test",
                recipient,
                language: "en",
                subject: "Subject",
                body: "secret",
                calendar: (n == 1).then_some("BEGIN:VCALENDAR"),
                now: NOW + Span(i64::try_from(n).unwrap()),
                due: NOW + Span(i64::try_from(n).unwrap()),
                secret_until: None,
            };
            outbox::insert(&mut tx, &mail).await.unwrap();
        }
        assert_eq!(
            outbox::next_due(&mut tx).await.unwrap(),
            Some(NOW + Span(1))
        );
        let (now, until) = (NOW + Span(2), NOW + Span(100));
        let leased = outbox::lease(&mut tx, now, until, 10).await.unwrap();
        let mut ids: Vec<_> = leased.iter().map(|mail| (mail.id, mail.attempts)).collect();
        ids.sort();
        assert_eq!(ids, [(OutboxId(id(1)), 1), (OutboxId(id(2)), 1)]);
        assert!(
            outbox::lease(&mut tx, now, until, 10)
                .await
                .unwrap()
                .is_empty()
        );
        outbox::sent(&mut tx, OutboxId(id(1)), now, true)
            .await
            .unwrap();
        // Whoever had the mails before comes too late.
        for n in [1, 2] {
            let late = (OutboxId(id(n)), now);
            outbox::failed(&mut tx, late, now, "late").await.unwrap();
            let dead = outbox::dead(&mut tx, late, now, "late", true);
            dead.await.unwrap();
            let kept = outbox::by_id(&mut tx, late.0).await.unwrap().unwrap();
            assert_eq!((kept.last_error, kept.dead_at), (None, None));
        }
        let again = outbox::lease(&mut tx, now, until, 10).await.unwrap();
        assert_eq!(again.len(), 0, "the lease stands");
        outbox::failed(&mut tx, (OutboxId(id(2)), until), until, "450 not now")
            .await
            .unwrap();
        let third = outbox::lease(&mut tx, until, until + Span(1), 1)
            .await
            .unwrap();
        assert_eq!(third[0].id, OutboxId(id(3)), "the one that is due longest");
        let on_lease = (OutboxId(id(3)), until + Span(1));
        outbox::dead(&mut tx, on_lease, until, "550 never", false)
            .await
            .unwrap();
        assert_eq!(outbox::next_due(&mut tx).await.unwrap(), Some(until));
        let latest = outbox::latest(&mut tx, Some("a@example.org"), 10, 0)
            .await
            .unwrap();
        assert_eq!(latest.len(), 2);
        let (dead, sent) = (&latest[0], &latest[1]);
        assert_eq!((dead.dead_at, dead.body.as_str()), (Some(until), "secret"));
        assert_eq!(dead.last_error.as_deref(), Some("550 never"));
        assert_eq!((sent.sent_at, sent.body.as_str()), (Some(now), ""));
        assert_eq!(sent.calendar.as_deref(), Some("BEGIN:VCALENDAR"));
        assert_eq!(outbox::latest(&mut tx, None, 2, 1).await.unwrap().len(), 2);
        assert_eq!(outbox::count(&mut tx, None).await.unwrap(), 3);
        assert_eq!(
            outbox::count(&mut tx, Some("b@example.org")).await.unwrap(),
            1
        );
        let failed = outbox::by_id(&mut tx, OutboxId(id(2))).await.unwrap();
        assert_eq!(failed.unwrap().last_error.as_deref(), Some("450 not now"));
    }
}

#[tokio::test]
async fn of_two_who_lease_at_the_same_time_one_gets_the_mail() {
    for test in each().await {
        let mut tx = test.database.write().await.unwrap();
        let mail = NewMail {
            id: OutboxId(id(1)),
            kind: "test",
            recipient: "a@example.org",
            language: "en",
            subject: "Subject",
            body: "Text",
            calendar: None,
            now: NOW,
            due: NOW,
            secret_until: None,
        };
        outbox::insert(&mut tx, &mail).await.unwrap();
        tx.commit().await.unwrap();
        let until = NOW + Span(100);
        let mut one = test.database.write().await.unwrap();
        let leased = outbox::lease(&mut one, NOW, until, 10).await.unwrap();
        assert_eq!(leased.len(), 1);
        let database = test.database.clone();
        let other = tokio::spawn(async move {
            let mut tx = database.write().await.unwrap();
            let leased = outbox::lease(&mut tx, NOW, until, 10).await.unwrap();
            tx.commit().await.unwrap();
            leased.len()
        });
        // On SQLite the other one has to wait before it looks at anything; here it has found the
        // row and waits for whoever holds it.
        if test.database.engine() == Engine::Postgres {
            let waits = "SELECT count(*) FROM pg_locks
                WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))";
            while count(&mut one, waits).await.unwrap() == 0 {
                assert!(!other.is_finished(), "it did not wait");
                tokio::task::yield_now().await;
            }
        }
        one.commit().await.unwrap();
        assert_eq!(other.await.unwrap(), 0);
    }
}
