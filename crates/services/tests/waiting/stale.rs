//! Somebody changes a registration while its seat is about to be given back: what was read
//! before the event was held still is not trusted.

use crate::{SEATED, TAKEN, form, person, token, with_quota};
use maktab_domain::{EventId, RegistrationId, RegistrationState as State, Role, Span};
use maktab_locale::Locale;
use maktab_services::Actor;
use maktab_services::background::KeptMail;
use maktab_services::registration::{Confirmation, Confirmed, RegistrationForm};
use maktab_services::sign_in::Browser;
use maktab_services::testing::Fixture;
use maktab_store::registrations::{self, Retyped};
use maktab_store::{Tx, queue, seats};

/// Quotas that say something else than the registrations do.
const WRONG: &str = "SELECT count(*) FROM quotas q WHERE q.taken <> (
    SELECT count(*) FROM registrations r WHERE r.event_id = q.event_id AND r.country = q.country
      AND (r.state IN ('confirmed', 'offered') OR (r.state = 'pending' AND NOT r.without_seat)))";
/// Transactions of PostgreSQL that wait for the event.
const BLOCKED: &str = "SELECT count(*) FROM pg_locks
    WHERE locktype = 'tuple' AND relation = 'events'::regclass";

/// An event with quotas for two countries, and somebody who stands at `state`.
async fn standing(f: &Fixture, state: State) -> (EventId, Actor, RegistrationId) {
    let (event, _) = f.add_event(&f.open_event("borders")).await;
    let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
    for whom in ["country:UZ", "country:TJ"] {
        with_quota(f, &coordinator, whom, "1").await;
    }
    let actor = person(f, "aziza").await;
    let id = f.add_registration(event, actor.person, state).await;
    (event, actor, id)
}

/// Does `act` while a transaction holds the event still, and lets that go on with `change` once
/// `act` waits for it, where the engine tells: that is PostgreSQL. On SQLite, which lets one
/// writer in at a time, `act` starts after the change.
async fn meanwhile<T: Send + 'static>(
    f: &Fixture,
    event: EventId,
    act: impl Future<Output = T> + Send + 'static,
    change: impl AsyncFnOnce(&mut Tx),
) -> T {
    let mut tx = f.services.database().write().await.unwrap();
    seats::hold_still(&mut tx, event).await.unwrap();
    let acting = tokio::spawn(act);
    if matches!(tx, Tx::Postgres(_)) {
        while !acting.is_finished() && f.count(BLOCKED).await == 0 {}
    }
    change(&mut tx).await;
    tx.commit().await.unwrap();
    acting.await.unwrap()
}

/// The form is sent again, from Tajikistan now; with a seat there, or with none.
async fn retype(tx: &mut Tx, id: RegistrationId, without_seat: bool) {
    let row = registrations::by_id(tx, id).await.unwrap().unwrap();
    seats::free(tx, &row.claim()).await.unwrap();
    let mut typed = row.clone();
    typed.details.country = "TJ".to_owned();
    if !without_seat {
        let taken = seats::take(tx, &typed.claim()).await.unwrap();
        taken.unwrap();
    }
    let retyped = Retyped {
        details: &typed.details,
        hold_until: row.hold_until.unwrap(),
        without_seat,
        consent_version: "test",
        now: row.registered_at,
    };
    let done = registrations::retype(tx, id, &retyped).await;
    assert!(done.unwrap());
}

async fn state(f: &Fixture, id: RegistrationId) -> State {
    let mut tx = f.services.database().read().await.unwrap();
    let row = registrations::by_id(&mut tx, id).await.unwrap();
    row.unwrap().state
}

/// How many seats are taken, where everything that counts them agrees.
async fn taken(f: &Fixture) -> i64 {
    assert_eq!(f.count(WRONG).await, 0);
    let taken = f.count(TAKEN).await;
    assert_eq!(taken, f.count(SEATED).await);
    taken
}

#[tokio::test]
async fn a_hold_that_runs_out_frees_the_seat_that_it_holds_now() {
    for f in Fixture::each().await {
        let (event, _, id) = standing(&f, State::Pending).await;
        f.clock.travel(f.services.settings().hold);
        let services = f.services.clone();
        let round = async move { services.run_due(&KeptMail).await.unwrap() };
        let done = meanwhile(&f, event, round, async |tx| retype(tx, id, false).await).await;
        assert_eq!((done.freed, done.broken), (1, 0));
        assert_eq!(
            (state(&f, id).await, taken(&f).await),
            (State::Cancelled, 0)
        );
    }
}

#[tokio::test]
async fn an_offer_that_was_given_more_time_meanwhile_stands() {
    for f in Fixture::each().await {
        let (event, _, id) = standing(&f, State::Offered).await;
        f.clock.travel(f.services.settings().hold);
        let services = f.services.clone();
        let until = services.now() + Span::days(1);
        let round = async move { services.run_due(&KeptMail).await.unwrap() };
        let longer = async |tx: &mut Tx| {
            assert!(queue::offer(tx, id, State::Offered, until).await.unwrap());
        };
        let done = meanwhile(&f, event, round, longer).await;
        assert_eq!((done.freed, done.broken), (0, 0));
        assert_eq!((state(&f, id).await, taken(&f).await), (State::Offered, 1));
    }
}

#[tokio::test]
async fn who_confirms_gets_the_seat_that_is_held_now_or_none() {
    for f in Fixture::each().await {
        let (event, actor, id) = standing(&f, State::Pending).await;
        let services = f.services.clone();
        let confirm = async move { services.confirm_own(&actor, id).await };
        let change = async |tx: &mut Tx| {
            retype(tx, id, true).await;
            // The seat is somebody else's by now.
            let quota = "UPDATE quotas SET taken = 1 WHERE country = 'TJ'";
            maktab_store::testing::change(tx, quota).await.unwrap();
        };
        let confirmed = meanwhile(&f, event, confirm, change).await;
        assert_eq!(confirmed.unwrap(), State::Waitlisted);
        assert_eq!(
            (state(&f, id).await, f.count(TAKEN).await),
            (State::Waitlisted, 0)
        );
    }
}

#[tokio::test]
async fn who_confirms_by_a_link_learns_what_became_of_the_event_meanwhile() {
    for (change, is_told) in [
        (
            "UPDATE events SET state = 'cancelled'",
            (|page| matches!(page, Confirmation::EventCancelled(_))) as fn(&Confirmation) -> bool,
        ),
        (
            "UPDATE registrations SET state = 'confirmed', hold_until = NULL, confirmed_at = 0",
            |page| matches!(page, Confirmation::Already(_)),
        ),
    ] {
        for f in Fixture::each().await {
            let (event, _) = f.add_event(&f.open_event("borders")).await;
            let stranger = RegistrationForm {
                email: "a@example.org".to_owned(),
                ..form("UZ")
            };
            let browser = Browser::default();
            let s = &f.services;
            let sent = s.register(None, Locale::En, "borders", &stranger, &browser);
            sent.await.unwrap();
            let link = token(&f, "a@example.org", "confirm").await;
            let services = f.services.clone();
            let confirm = async move {
                let confirmed = services.confirm_registration(&link, &browser);
                confirmed.await.unwrap()
            };
            let confirmed = meanwhile(&f, event, confirm, async |tx| {
                maktab_store::testing::change(tx, change).await.unwrap();
            });
            match confirmed.await {
                Confirmed::Not(page) => assert!(is_told(&page), "{page:?}"),
                done @ Confirmed::Done { .. } => panic!("confirmed: {done:?}"),
            }
        }
    }
}

#[tokio::test]
async fn who_gives_up_frees_the_seat_that_is_held_now() {
    for f in Fixture::each().await {
        let (event, actor, id) = standing(&f, State::Pending).await;
        let services = f.services.clone();
        let cancel = async move { services.cancel_registration(&actor, id).await };
        let cancelled = meanwhile(&f, event, cancel, async |tx| retype(tx, id, false).await).await;
        cancelled.unwrap();
        assert_eq!(
            (state(&f, id).await, taken(&f).await),
            (State::Cancelled, 0)
        );
    }
    for f in Fixture::each().await {
        let (event, actor, id) = standing(&f, State::Waitlisted).await;
        let services = f.services.clone();
        let until = services.now() + Span::days(1);
        let cancel = async move { services.cancel_registration(&actor, id).await };
        let offer = async |tx: &mut Tx| {
            let row = registrations::by_id(tx, id).await.unwrap().unwrap();
            seats::take(tx, &row.claim()).await.unwrap().unwrap();
            assert!(queue::offer(tx, id, row.state, until).await.unwrap());
        };
        let cancelled = meanwhile(&f, event, cancel, offer).await;
        cancelled.unwrap();
        assert_eq!(
            (state(&f, id).await, taken(&f).await),
            (State::Cancelled, 0)
        );
    }
}
