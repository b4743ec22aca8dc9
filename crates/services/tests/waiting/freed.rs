//! What becomes free where coordinators give the seats, and to whom it is offered.

use crate::put_off::{added, save_again, states};
use crate::{TAKEN, person, with_quota};
use maktab_domain::{EventId, RegistrationState as State, Role};
use maktab_services::testing::Fixture;
use maktab_services::{Actor, Error};

async fn by_approval(f: &Fixture, capacity: i64) -> (EventId, Actor) {
    let mut plan = f.open_event("borders");
    plan.registration_mode = "approval".to_owned();
    plan.capacity = capacity;
    let (event, _) = f.add_event(&plan).await;
    let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
    (event, coordinator)
}

#[tokio::test]
async fn the_seat_of_an_observer_is_offered_to_no_participant() {
    for f in Fixture::each().await {
        let (event, coordinator) = by_approval(&f, 4).await;
        let observer = added(&f, event, "a", State::Confirmed).await;
        f.change("UPDATE registrations SET role = 'observer'").await;
        f.change("UPDATE events SET taken = 0").await;
        let participant = added(&f, event, "b", State::Confirmed).await;
        let waits = added(&f, event, "c", State::Waitlisted).await;
        let s = &f.services;
        let gone = s.withdraw_registration(&coordinator, "borders", observer, "Ill");
        gone.await.unwrap();
        let stands = async || states(&f, &coordinator, &[waits]).await;
        assert_eq!(stands().await, [State::Waitlisted]);
        let gone = s.withdraw_registration(&coordinator, "borders", participant, "Ill");
        gone.await.unwrap();
        assert_eq!(stands().await, [State::Offered]);
        assert_eq!(f.count(TAKEN).await, 1);
    }
}

#[tokio::test]
async fn a_larger_quota_gives_the_reserve_of_the_coordinators_to_nobody() {
    for f in Fixture::each().await {
        let (event, coordinator) = by_approval(&f, 4).await;
        let waits = added(&f, event, "a", State::Waitlisted).await;
        with_quota(&f, &coordinator, "country:TJ", "1").await;
        let s = &f.services;
        let page = s.seats_page(&coordinator, "borders").await.unwrap();
        let quota = page.quotas[0].id;
        let changed = s.change_quota(&coordinator, "borders", quota, "3");
        changed.await.unwrap();
        assert_eq!(
            states(&f, &coordinator, &[waits]).await,
            [State::Waitlisted]
        );
        assert_eq!(f.count(TAKEN).await, 0);
    }
}

#[tokio::test]
async fn what_became_free_while_closed_is_known_until_registration_is_open_again() {
    for f in Fixture::each().await {
        let (event, coordinator) = by_approval(&f, 2).await;
        let seated = added(&f, event, "a", State::Confirmed).await;
        added(&f, event, "b", State::Confirmed).await;
        added(&f, event, "c", State::Waitlisted).await;
        f.clock.travel_to(f.open_event("x").closes);
        let s = &f.services;
        let freed = s.withdraw_registration(&coordinator, "borders", seated, "Ill");
        freed.await.unwrap();
        let unoffered = "SELECT unoffered FROM events";
        assert_eq!(f.count(unoffered).await, 1);
        // Nobody who waits fits the quota now; that may change before the closing is put off.
        with_quota(&f, &coordinator, "country:UZ", "1").await;
        save_again(&f, &coordinator).await;
        assert_eq!(f.count(unoffered).await, 1);
    }
}

#[tokio::test]
async fn who_is_offered_a_seat_answers_on_the_own_page_alone_and_in_time() {
    for f in Fixture::each().await {
        let (event, coordinator) = by_approval(&f, 4).await;
        let (a, b) = (person(&f, "a").await, person(&f, "b").await);
        let s = &f.services;
        let (first, second) = (
            f.add_registration(event, a.person, State::Offered).await,
            f.add_registration(event, b.person, State::Offered).await,
        );
        for own in [
            s.accept_own_offer(&b, first).await,
            s.decline_own_offer(&b, first).await,
        ] {
            assert!(matches!(own, Err(Error::NotFound)), "{own:?}");
        }
        s.accept_own_offer(&a, first).await.unwrap();
        s.decline_own_offer(&b, second).await.unwrap();
        let both = [first, second];
        assert_eq!(
            states(&f, &coordinator, &both).await,
            [State::Confirmed, State::Cancelled]
        );
        assert_eq!(f.count(TAKEN).await, 1);
        for (actor, id) in [(&a, first), (&b, second)] {
            let again = [
                s.accept_own_offer(actor, id).await,
                s.decline_own_offer(actor, id).await,
            ];
            for again in again {
                let not_now = matches!(again, Err(Error::NotNow(_)));
                assert!(not_now, "{again:?}");
            }
        }
        let c = person(&f, "c").await;
        let third = f.add_registration(event, c.person, State::Offered).await;
        f.clock.travel(s.settings().hold);
        let late = s.accept_own_offer(&c, third).await;
        assert!(matches!(late, Err(Error::NotNow(_))), "{late:?}");
        assert_eq!(f.count(TAKEN).await, 2, "until the hold is ended");
    }
}
