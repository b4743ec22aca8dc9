//! Decisions of coordinators: in the order of time, and undone until their mails have left.

use crate::*;

#[tokio::test]
async fn decisions_are_undone_until_their_mail_has_left() {
    for f in Fixture::each().await {
        let mut plan = f.open_event("borders");
        plan.registration_mode = "approval".to_owned();
        plan.capacity = 2;
        let (event, _) = f.add_event(&plan).await;
        let s = &f.services;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let mut ids = Vec::new();
        for (name, state) in [
            ("a", State::Submitted),
            ("b", State::Waitlisted),
            ("c", State::Submitted),
        ] {
            let (person, _) = f.add_person(name, &format!("{name}@example.org")).await;
            ids.push(f.add_registration(event, person, state).await);
        }
        let states = async || {
            let mut states = Vec::new();
            for &id in &ids {
                let one = s.one_registration(&coordinator, "borders", id).await;
                states.push(one.unwrap().registration.state);
            }
            states
        };
        let batches = async || {
            let filter = RegistrationFilter::default();
            let list = s.registrations(&coordinator, "borders", &filter, Locale::En);
            list.await.unwrap().undoable
        };
        let before = states().await;
        let decide = async |verdict, why: &str| {
            let done = s.decide_registrations(&coordinator, "borders", &ids, verdict, why);
            done.await.unwrap()
        };
        for (verdict, why, done, no_seat) in [
            (Verdict::Approve, "", 2, 1),
            (Verdict::Decline, "Too many", 3, 0),
            (Verdict::Wait, "", 2, 0),
        ] {
            let decided = decide(verdict, why).await;
            assert_eq!((decided.done, decided.no_seat), (done, no_seat));
            assert_ne!(states().await, before);
            // The mails wait: a round of the background sends none.
            s.run_due(&KeptMail).await.unwrap();
            let undoable = batches().await[0];
            assert_eq!(Some(undoable.batch), decided.batch);
            let undone = s
                .undo_decisions(&coordinator, "borders", undoable.batch)
                .await
                .unwrap();
            assert_eq!((undone.done, undone.too_late), (done, 0));
            assert_eq!(states().await, before);
            assert_eq!(f.count(TAKEN).await, 0);
            assert_eq!(
                f.count("SELECT count(*) FROM outbox").await,
                0,
                "the mails are gone"
            );
            let again = s
                .undo_decisions(&coordinator, "borders", undoable.batch)
                .await
                .unwrap();
            assert_eq!((again.done, again.too_late), (0, 0));
        }
        let decided = decide(Verdict::Approve, "").await;
        f.clock.travel_to(s.now() + s.settings().undo);
        s.run_due(&KeptMail).await.unwrap();
        let batch = decided.batch.unwrap();
        let undone = s
            .undo_decisions(&coordinator, "borders", batch)
            .await
            .unwrap();
        assert_eq!((undone.done, undone.too_late), (0, 2));
        assert_eq!(f.count(TAKEN).await, 2);
        assert!(batches().await.is_empty());
        let one = s.one_registration(&coordinator, "borders", ids[0]).await;
        assert!(one.unwrap().undoable.is_none());
    }
}

#[tokio::test]
async fn each_batch_is_undone_apart_and_so_is_each_decision() {
    for f in Fixture::each().await {
        let mut plan = f.open_event("borders");
        plan.registration_mode = "approval".to_owned();
        let (event, _) = f.add_event(&plan).await;
        let s = &f.services;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let mut ids = Vec::new();
        for name in ["a", "b", "c", "d"] {
            let (person, _) = f.add_person(name, &format!("{name}@example.org")).await;
            ids.push(f.add_registration(event, person, State::Submitted).await);
        }
        let states = async || {
            let mut states = Vec::new();
            for &id in &ids {
                let one = s.one_registration(&coordinator, "borders", id).await;
                states.push(one.unwrap().registration.state);
            }
            states
        };
        let batches = async || {
            let filter = RegistrationFilter::default();
            let list = s.registrations(&coordinator, "borders", &filter, Locale::En);
            let undoable = list.await.unwrap().undoable;
            let told = undoable.iter().map(|one| (one.batch, one.count));
            told.collect::<Vec<_>>()
        };
        let decide = async |ids: &[RegistrationId], verdict| {
            f.clock.travel(Span::minutes(1));
            let decided = s.decide_registrations(&coordinator, "borders", ids, verdict, "Too many");
            decided.await.unwrap().batch.unwrap()
        };
        let waits = decide(&ids, Verdict::Wait).await;
        let approved = decide(&ids[..2], Verdict::Approve).await;
        let declined = decide(&ids[2..3], Verdict::Decline).await;
        // Who was moved on since counts with the later decision.
        let all = batches().await;
        assert_eq!(all, [(declined, 1), (approved, 2), (waits, 1)]);
        // One decision of the middle batch, then the other.
        let (submitted, on_list) = (State::Submitted, State::Waitlisted);
        let (confirmed, refused) = (State::Confirmed, State::Declined);
        let latest = async |id| {
            let one = s.one_registration(&coordinator, "borders", id).await;
            one.unwrap().undoable.unwrap().id
        };
        let undo = async |id, decision| {
            let undone = s.undo_decision(&coordinator, "borders", id, decision);
            undone.await.unwrap()
        };
        let decision = latest(ids[0]).await;
        assert!(!undo(ids[1], decision).await, "it is another's");
        assert!(undo(ids[0], decision).await);
        assert!(!undo(ids[0], decision).await, "once");
        assert_eq!(states().await, [on_list, confirmed, refused, on_list]);
        // And the one before it.
        assert!(undo(ids[0], latest(ids[0]).await).await);
        assert_eq!(states().await, [submitted, confirmed, refused, on_list]);
        let undone = s.undo_decisions(&coordinator, "borders", approved).await;
        assert_eq!(undone.unwrap().done, 1);
        let all = batches().await;
        assert_eq!(all, [(declined, 1), (waits, 2)]);
        assert_eq!(states().await, [submitted, on_list, refused, on_list]);
        let stranger = f.actor_with(Role::Trainer, Some(f.eco)).await;
        let decision = latest(ids[1]).await;
        let denied = s.undo_decision(&stranger, "borders", ids[1], decision);
        assert!(matches!(denied.await, Err(Error::Forbidden)));
    }
}

#[tokio::test]
async fn the_last_seats_go_to_those_who_applied_first_whatever_the_order_of_the_page() {
    for f in Fixture::each().await {
        let mut plan = f.open_event("borders");
        plan.registration_mode = "approval".to_owned();
        plan.capacity = 2;
        let (event, _) = f.add_event(&plan).await;
        let s = &f.services;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        for name in ["a", "b", "c", "d"] {
            let (person, _) = f.add_person(name, &format!("{name}@example.org")).await;
            f.add_registration(event, person, State::Submitted).await;
            f.clock.travel(Span::minutes(1));
        }
        let list = async || {
            let filter = RegistrationFilter::default();
            let list = s.registrations(&coordinator, "borders", &filter, Locale::En);
            list.await.unwrap().rows
        };
        let ids: Vec<_> = list().await.iter().map(|row| row.id).collect();
        let decided = s.decide_registrations(&coordinator, "borders", &ids, Verdict::Approve, "");
        let decided = decided.await.unwrap();
        assert_eq!((decided.done, decided.no_seat), (2, 2));
        let told = list()
            .await
            .into_iter()
            .map(|row| (row.name_latin, row.state));
        let told: Vec<_> = told.collect();
        let expected = [
            ("d", State::Submitted),
            ("c", State::Submitted),
            ("b", State::Confirmed),
            ("a", State::Confirmed),
        ];
        assert_eq!(told, expected.map(|(name, state)| (name.to_owned(), state)));
    }
}
