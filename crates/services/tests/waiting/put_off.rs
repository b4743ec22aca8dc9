//! The closing of registration is put off: what became free meanwhile is offered.

use crate::{TAKEN, one_seat, own, person, register, with_quota};
use maktab_domain::{EventId, RegistrationId, RegistrationState as State, Role, Span};
use maktab_services::Actor;
use maktab_services::editing::Typed;
use maktab_services::managing::Verdict;
use maktab_services::registration::Registered;
use maktab_services::testing::Fixture;

/// Puts the closing off by some days, on the form of the event.
async fn put_off(f: &Fixture, coordinator: &Actor) {
    save(f, coordinator, Some("2027-02-05T12:00")).await;
}

/// Saves the form of the event as it is.
pub async fn save_again(f: &Fixture, coordinator: &Actor) {
    save(f, coordinator, None).await;
}

async fn save(f: &Fixture, coordinator: &Actor, closes: Option<&str>) {
    let form = f.services.editable_event(coordinator, "borders").await;
    let typed = form.unwrap().typed;
    let typed = Typed::new(typed.iter().map(|(name, text)| match name {
        "registration-closes" => (name, closes.unwrap_or(text)),
        _ => (name, text),
    }));
    let changed = f
        .services
        .change_event(coordinator, "borders", &typed)
        .await;
    changed.unwrap();
}

pub async fn added(f: &Fixture, event: EventId, name: &str, state: State) -> RegistrationId {
    let (person, _) = f.add_person(name, &format!("{name}@example.org")).await;
    f.clock.travel(Span::minutes(1));
    f.add_registration(event, person, state).await
}

pub async fn states(f: &Fixture, actor: &Actor, ids: &[RegistrationId]) -> Vec<State> {
    let mut states = Vec::new();
    for &id in ids {
        let one = f.services.one_registration(actor, "borders", id).await;
        states.push(one.unwrap().registration.state);
    }
    states
}

#[tokio::test]
async fn nobody_new_overtakes_those_who_waited_while_registration_was_closed() {
    for f in Fixture::each().await {
        let event = one_seat(&f).await;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let seated = added(&f, event, "a", State::Confirmed).await;
        let waiting = added(&f, event, "b", State::Waitlisted).await;
        f.clock.travel_to(f.open_event("x").closes);
        let s = &f.services;
        let freed = s.withdraw_registration(&coordinator, "borders", seated, "Ill");
        freed.await.unwrap();
        let stands = async || states(&f, &coordinator, &[waiting]).await;
        assert_eq!(stands().await, [State::Waitlisted]);
        put_off(&f, &coordinator).await;
        assert_eq!(stands().await, [State::Offered]);
        let new = person(&f, "new").await;
        assert_eq!(
            register(&f, &new, "UZ").await,
            Registered::Done(State::Waitlisted)
        );
        assert_eq!(own(&f, &new).await.place, Some((1, 1)));
        assert_eq!(f.count(TAKEN).await, 1);
    }
}

#[tokio::test]
async fn where_coordinators_give_the_seats_as_many_are_offered_as_became_free() {
    for f in Fixture::each().await {
        let mut plan = f.open_event("borders");
        plan.registration_mode = "approval".to_owned();
        plan.capacity = 4;
        let (event, _) = f.add_event(&plan).await;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let mut seated = Vec::new();
        for name in ["a", "b", "c"] {
            seated.push(added(&f, event, name, State::Confirmed).await);
        }
        let mut waiting = Vec::new();
        for name in ["d", "e", "f", "g"] {
            waiting.push(added(&f, event, name, State::Waitlisted).await);
        }
        f.clock.travel_to(plan.closes);
        let s = &f.services;
        // Two are freed beside the one that was free; one is given by hand, to the last.
        for &id in &seated[..2] {
            let freed = s.withdraw_registration(&coordinator, "borders", id, "Ill");
            freed.await.unwrap();
        }
        let last = &waiting[3..];
        let given = s.decide_registrations(&coordinator, "borders", last, Verdict::Approve, "");
        assert_eq!(given.await.unwrap().done, 1);
        put_off(&f, &coordinator).await;
        let (wait, offered) = (State::Waitlisted, State::Offered);
        assert_eq!(
            states(&f, &coordinator, &waiting).await,
            [offered, wait, wait, State::Confirmed]
        );
        // What was offered is not offered again.
        put_off(&f, &coordinator).await;
        assert_eq!(
            states(&f, &coordinator, &waiting[..2]).await,
            [offered, wait]
        );
        assert_eq!(f.count(TAKEN).await, 3);
    }
}

#[tokio::test]
async fn a_seat_that_a_full_quota_refuses_is_still_offered() {
    for f in Fixture::each().await {
        let mut plan = f.open_event("borders");
        plan.registration_mode = "approval".to_owned();
        let (event, _) = f.add_event(&plan).await;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let mut seated = Vec::new();
        for name in ["a", "b"] {
            seated.push(added(&f, event, name, State::Confirmed).await);
        }
        let mut waiting = Vec::new();
        for name in ["c", "d", "e"] {
            waiting.push(added(&f, event, name, State::Waitlisted).await);
        }
        f.change(
            "UPDATE registrations SET country = 'TJ' WHERE person_id =
                (SELECT id FROM people WHERE email = 'e@example.org')",
        )
        .await;
        let s = &f.services;
        with_quota(&f, &coordinator, "country:UZ", "2").await;
        f.clock.travel_to(plan.closes);
        for &id in &seated {
            let freed = s.withdraw_registration(&coordinator, "borders", id, "Ill");
            freed.await.unwrap();
        }
        // Two are free; the quota lets the first have none of them, and the last has one.
        f.change("UPDATE quotas SET seats = 0").await;
        let by_hand = [waiting[0], waiting[2]];
        let given = s.decide_registrations(&coordinator, "borders", &by_hand, Verdict::Approve, "");
        assert_eq!(given.await.unwrap().done, 1);
        f.change("UPDATE quotas SET seats = 2").await;
        put_off(&f, &coordinator).await;
        assert_eq!(
            states(&f, &coordinator, &waiting).await,
            [State::Offered, State::Waitlisted, State::Confirmed]
        );
    }
}
