//! What happens to events by the clock: registration closes, what is over is completed, what has
//! expired is forgotten.

use crate::{mailed, registered, round, round_at};
use maktab_domain::{EventState, RegistrationState as State, Role, Span};
use maktab_services::managing::Verdict;
use maktab_services::testing::Fixture;

const ENDED: &str = "waiting-list-ended";

#[tokio::test]
async fn when_registration_closes_those_who_wait_are_told_once() {
    for f in Fixture::each().await {
        let mut plan = f.open_event("borders");
        plan.capacity = 1;
        let (event, _) = f.add_event(&plan).await;
        let seated = registered(&f, event, "seated", State::Confirmed).await;
        let aziza = registered(&f, event, "aziza", State::Waitlisted).await;
        let undecided = registered(&f, event, "undecided", State::Submitted).await;
        assert_eq!(round_at(&f, plan.closes - Span(1)).await.closed, 0);
        assert_eq!(round_at(&f, plan.closes + Span::minutes(5)).await.closed, 1);
        assert_eq!(round_at(&f, plan.closes + Span::hours(5)).await.closed, 0);
        assert_eq!(mailed(&f, "aziza", ENDED).await, 1);
        assert_eq!(
            mailed(&f, "seated", ENDED).await + mailed(&f, "undecided", ENDED).await,
            0
        );
        assert_eq!(f.audited(event.0).await, ["event.registration-closed"]);
        // Both stay where they are: a coordinator can still give a seat.
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let state = async |id| {
            let one = f
                .services
                .one_registration(&coordinator, "borders", id)
                .await;
            one.unwrap().registration.state
        };
        assert_eq!(
            (state(aziza).await, state(undecided).await),
            (State::Waitlisted, State::Submitted)
        );
        // The closing is put off: seats are offered again, and who is new is told at the end.
        f.change("UPDATE events SET registration_closes = registration_closes + 432000000")
            .await;
        registered(&f, event, "botir", State::Waitlisted).await;
        assert_eq!(round(&f).await.closed, 0);
        let freed = f
            .services
            .withdraw_registration(&coordinator, "borders", seated, "Ill");
        freed.await.unwrap();
        assert_eq!(state(aziza).await, State::Offered);
        // She is undecided until the end, when the offer ends too; then nothing is offered.
        assert_eq!(round_at(&f, plan.closes + Span::days(5)).await.closed, 1);
        assert_eq!(
            (
                mailed(&f, "aziza", ENDED).await,
                mailed(&f, "botir", ENDED).await
            ),
            (1, 1)
        );
        assert_eq!(f.audited(event.0).await.len(), 2);
        let undecided_only = [undecided];
        let approved = f.services.decide_registrations(
            &coordinator,
            "borders",
            &undecided_only,
            Verdict::Decline,
            "Full.",
        );
        assert_eq!(approved.await.unwrap().done, 1);
    }
}

#[tokio::test]
async fn a_waiting_list_of_an_event_that_has_begun_ends_without_a_word() {
    for f in Fixture::each().await {
        let plan = f.open_event("borders");
        let (event, _) = f.add_event(&plan).await;
        registered(&f, event, "aziza", State::Waitlisted).await;
        // The server was away from before the closing until the event had begun.
        assert_eq!(round_at(&f, plan.starts).await.closed, 0);
        assert_eq!(mailed(&f, "aziza", ENDED).await, 0);
        assert_eq!(f.audited(event.0).await, ["event.registration-closed"]);
        assert_eq!(round_at(&f, plan.starts + Span::hours(1)).await.closed, 0);
        assert_eq!(f.audited(event.0).await.len(), 1);
    }
}

#[tokio::test]
async fn neither_an_address_nor_an_event_that_cannot_be_read_keeps_others_from_being_told() {
    for f in Fixture::each().await {
        let first = f.open_event("unreadable");
        let (event, _) = f.add_event(&first).await;
        registered(&f, event, "nobody", State::Waitlisted).await;
        f.change("UPDATE events SET city = '5'").await;
        let (event, _) = f.add_event(&f.open_event("borders")).await;
        registered(&f, event, "broken", State::Waitlisted).await;
        registered(&f, event, "aziza", State::Waitlisted).await;
        let broken = "UPDATE people SET email = 'no address' WHERE email = 'broken@example.org'";
        f.change(broken).await;
        let done = round_at(&f, first.closes).await;
        assert_eq!((done.closed, done.broken), (1, 1));
        assert_eq!(mailed(&f, "aziza", ENDED).await, 1);
        assert_eq!(f.audited(event.0).await, ["event.registration-closed"]);
        // The event is tried again by the schedule; those of the other are not told again.
        let done = round_at(&f, first.closes + Span::minutes(5)).await;
        assert_eq!((done.closed, done.broken), (0, 1));
    }
}

#[tokio::test]
async fn many_who_wait_are_told_in_batches() {
    for f in Fixture::each().await {
        let plan = f.open_event("borders");
        let (event, _) = f.add_event(&plan).await;
        for n in 0..205 {
            registered(&f, event, &format!("person{n}"), State::Waitlisted).await;
        }
        assert_eq!(round_at(&f, plan.closes).await.closed, 205);
        let told = "SELECT count(DISTINCT recipient) FROM outbox WHERE kind = 'waiting-list-ended'";
        assert_eq!(f.count(told).await, 205);
    }
}

#[tokio::test]
async fn an_event_is_completed_a_week_after_its_end_and_stays_open_where_it_was_reopened() {
    for f in Fixture::each().await {
        let plan = f.open_event("borders");
        let (event, _) = f.add_event(&plan).await;
        let mut draft = f.open_event("draft");
        draft.state = "draft".to_owned();
        f.add_event(&draft).await;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let completed = "SELECT count(*) FROM events WHERE state = 'completed'";
        let week = plan.ends + Span::days(7);
        assert_eq!(round_at(&f, week - Span(1)).await.completed, 0);
        assert_eq!(round_at(&f, week + Span::hours(1)).await.completed, 1);
        assert_eq!(f.count(completed).await, 1);
        let closed = ["event.registration-closed", "event.state"];
        assert_eq!(f.audited(event.0).await, closed);
        // A coordinator opens it again for a correction: it is not closed under her hands.
        f.services
            .reopen_event(&coordinator, "borders")
            .await
            .unwrap();
        assert_eq!(round_at(&f, week + Span::days(3)).await.completed, 0);
        assert_eq!(f.count(completed).await, 0);
        // Put off by a month it ends anew.
        f.change(
            "UPDATE events SET starts_at = starts_at + 2592000000, ends_at = ends_at + 2592000000",
        )
        .await;
        assert_eq!(round_at(&f, week + Span::days(31)).await.completed, 1);
        let page = f
            .services
            .managed_events(&coordinator, &Default::default())
            .await;
        let event = page
            .unwrap()
            .events
            .into_iter()
            .find(|e| e.slug == "borders");
        assert_eq!(event.unwrap().state, EventState::Completed);
    }
}

#[tokio::test]
async fn an_event_that_was_completed_by_hand_stays_open_where_it_was_reopened() {
    for f in Fixture::each().await {
        let plan = f.open_event("borders");
        f.add_event(&plan).await;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let s = &f.services;
        f.clock.travel_to(plan.ends + Span::hours(1));
        s.complete_event(&coordinator, "borders").await.unwrap();
        let week = plan.ends + Span::days(7);
        assert_eq!(round_at(&f, week + Span::hours(1)).await.completed, 0);
        s.reopen_event(&coordinator, "borders").await.unwrap();
        assert_eq!(round_at(&f, week + Span::days(1)).await.completed, 0);
        let open = "SELECT count(*) FROM events WHERE state = 'published'";
        assert_eq!(f.count(open).await, 1);
        // Put off by a month it ends anew.
        f.change("UPDATE events SET ends_at = ends_at + 2592000000")
            .await;
        assert_eq!(round_at(&f, week + Span::days(31)).await.completed, 1);
    }
}

#[tokio::test]
async fn a_journey_back_into_the_week_after_an_event_opens_it_again() {
    let f = Fixture::demonstration().await;
    let plan = f.open_event("borders");
    f.add_event(&plan).await;
    let week = plan.ends + Span::days(7);
    assert_eq!(round_at(&f, week + Span::hours(1)).await.completed, 1);
    let open = "SELECT count(*) FROM events WHERE state = 'published'";
    for (at, standing) in [(week, 0), (plan.ends + Span::days(3), 1)] {
        let by = Span(at.millis() - f.services.now().millis());
        f.clock.travel_to(at);
        f.services.demo_travelled(by).await.unwrap();
        assert_eq!(f.count(open).await, standing);
    }
    assert_eq!(round_at(&f, week + Span::hours(1)).await.completed, 1);
}

#[tokio::test]
async fn what_has_expired_is_forgotten_in_batches() {
    for f in Fixture::each().await {
        let (_, account) = f.add_person("Aziza", "aziza@example.org").await;
        for _ in 0..3 {
            f.sign_in(account).await;
        }
        round(&f).await;
        assert_eq!(f.count("SELECT count(*) FROM sign_ins").await, 3);
        let life = f.services.settings().sign_in_life;
        f.clock.travel(Span(life.0 + Span::hours(1).0));
        let kept = f.sign_in(account).await;
        assert_eq!(round(&f).await.purged, 3);
        assert_eq!(f.count("SELECT count(*) FROM sign_ins").await, 1);
        assert!(f.services.actor(&kept).await.unwrap().is_some());
    }
}
