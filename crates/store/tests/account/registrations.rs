//! Registrations and their seats.

use crate::world::{EVENT, NOW, details, each, id, person};
use maktab_domain::{
    OrganisationId, ParticipantRole, PersonId, QuotaId, RegistrationId, RegistrationState, Span,
    Timestamp,
};
use maktab_store::Tx;
use maktab_store::quotas::{self, QuotaFor};
use maktab_store::registrations::{self, EndedBy, NewRegistration};
use maktab_store::seats::{self, Bound, Claim};

/// Before all others, where registrations are looked up by their deadline.
const FIRST: (Timestamp, RegistrationId) = (Timestamp(0), RegistrationId(uuid::Uuid::nil()));

async fn add(tx: &mut Tx, n: u128, person: PersonId, state: RegistrationState) -> bool {
    let details = details("Typed");
    let new = NewRegistration {
        id: RegistrationId(id(n)),
        event: EVENT,
        person,
        state,
        hold_until: (state == RegistrationState::Pending).then_some(NOW + Span(100)),
        without_seat: false,
        role: ParticipantRole::Participant,
        organisation: None,
        invitation: None,
        details: &details,
        consent_version: "1",
        now: NOW,
    };
    registrations::insert(tx, &new).await.unwrap()
}

/// A participant from a country, for an organisation.
fn claim(country: &'static str, organisation: Option<OrganisationId>) -> Claim<'static> {
    Claim {
        event: EVENT,
        role: ParticipantRole::Participant,
        country,
        organisation,
    }
}

#[tokio::test]
async fn a_seat_is_given_only_while_there_is_one() {
    for test in each().await {
        let mut tx = test.database.write().await.unwrap();
        let claim = claim("UZ", None);
        for left in [Ok(()), Ok(()), Err(Bound::Event)] {
            assert_eq!(seats::take(&mut tx, &claim).await.unwrap(), left);
        }
        seats::free(&mut tx, &claim).await.unwrap();
        assert!(seats::take(&mut tx, &claim).await.unwrap().is_ok());
        let row = registrations::event_by_slug(&mut tx, "borders")
            .await
            .unwrap();
        let row = row.unwrap();
        assert_eq!((row.taken, row.capacity, row.revision), (2, 2, 0));
        assert_eq!(row.city.get("fa"), Some("تاشکند"));
        for _ in 0..2 {
            seats::free(&mut tx, &claim).await.unwrap();
        }
        maktab_store::testing::change(&mut tx, "UPDATE events SET state = 'cancelled'")
            .await
            .unwrap();
        assert!(seats::take(&mut tx, &claim).await.unwrap().is_err());
        tx.commit().await.unwrap();
        let mut tx = test.database.write().await.unwrap();
        assert!(seats::free(&mut tx, &claim).await.is_err());
    }
}

#[tokio::test]
async fn a_quota_holds_within_the_event_and_a_role_outside_it() {
    for test in each().await {
        let mut tx = test.database.write().await.unwrap();
        let (uz, observer) = (
            QuotaFor::Country("UZ".to_owned()),
            QuotaFor::Role(ParticipantRole::Observer),
        );
        for (n, whom) in [(60, &uz), (61, &observer)] {
            let quota = QuotaId(id(n));
            assert_eq!(quotas::taken(&mut tx, EVENT, whom).await.unwrap(), 0);
            assert!(
                quotas::insert(&mut tx, quota, EVENT, whom, 1, 0)
                    .await
                    .unwrap()
            );
            let other = QuotaId(id(n + 100));
            assert!(
                !quotas::insert(&mut tx, other, EVENT, whom, 1, 0)
                    .await
                    .unwrap()
            );
        }
        let (here, there) = (claim("UZ", None), claim("AF", None));
        assert_eq!(seats::take(&mut tx, &here).await.unwrap(), Ok(()));
        assert_eq!(
            seats::take(&mut tx, &here).await.unwrap(),
            Err(Bound::Quota)
        );
        // What was refused has taken nothing: the second seat is still there.
        assert_eq!(seats::take(&mut tx, &there).await.unwrap(), Ok(()));
        assert_eq!(
            seats::take(&mut tx, &there).await.unwrap(),
            Err(Bound::Event)
        );
        let looks_on = Claim {
            role: ParticipantRole::Observer,
            ..here
        };
        assert_eq!(seats::take(&mut tx, &looks_on).await.unwrap(), Ok(()));
        assert_eq!(
            seats::take(&mut tx, &looks_on).await.unwrap(),
            Err(Bound::Quota)
        );
        let all = quotas::of_event(&mut tx, EVENT).await.unwrap();
        let all: Vec<_> = all.iter().map(|q| (&q.whom, q.seats, q.taken)).collect();
        assert_eq!(all, [(&observer, 1, 1), (&uz, 1, 1)]);
        let quota = QuotaId(id(60));
        assert!(!quotas::set_seats(&mut tx, EVENT, quota, 0).await.unwrap());
        assert!(quotas::set_seats(&mut tx, EVENT, quota, 2).await.unwrap());
        seats::free(&mut tx, &here).await.unwrap();
        assert!(quotas::set_seats(&mut tx, EVENT, quota, 0).await.unwrap());
        assert!(quotas::delete(&mut tx, EVENT, quota).await.unwrap());
        assert!(!quotas::delete(&mut tx, EVENT, quota).await.unwrap());
        assert_eq!(seats::take(&mut tx, &here).await.unwrap(), Ok(()));
    }
}

#[tokio::test]
async fn a_person_has_one_live_registration_for_an_event() {
    for test in each().await {
        let mut tx = test.database.write().await.unwrap();
        let person = person(&mut tx, 10, "a@example.org").await;
        assert!(add(&mut tx, 20, person, RegistrationState::Pending).await);
        assert!(!add(&mut tx, 21, person, RegistrationState::Confirmed).await);
        let live = registrations::live(&mut tx, EVENT, person).await.unwrap();
        let live = live.unwrap();
        assert_eq!(
            (live.id, live.email.as_str()),
            (RegistrationId(id(20)), "a@example.org")
        );
        assert_eq!(live.details, details("Typed"));
        let (now, by) = (NOW + Span(1), EndedBy::Person);
        let (id20, pending) = (live.id, RegistrationState::Pending);
        let elsewhere = RegistrationState::Confirmed;
        assert!(
            !registrations::cancel(&mut tx, id20, elsewhere, by, now)
                .await
                .unwrap()
        );
        assert!(
            registrations::cancel(&mut tx, id20, pending, by, now)
                .await
                .unwrap()
        );
        assert!(
            !registrations::cancel(&mut tx, id20, pending, by, now)
                .await
                .unwrap()
        );
        assert!(
            registrations::live(&mut tx, EVENT, person)
                .await
                .unwrap()
                .is_none()
        );
        assert!(add(&mut tx, 22, person, RegistrationState::Confirmed).await);
        let own = registrations::of_person(&mut tx, person).await.unwrap();
        let states: Vec<_> = own.iter().map(|own| own.registration_state).collect();
        assert_eq!(
            states,
            [RegistrationState::Confirmed, RegistrationState::Cancelled]
        );
        assert_eq!(own[1].ended_by.as_deref(), Some("person"));
        assert_eq!(own[0].event.slug, "borders");
        let titles = registrations::titles_of_person(&mut tx, person)
            .await
            .unwrap();
        assert_eq!(titles.len(), 2);
    }
}

#[tokio::test]
async fn a_hold_runs_out_unless_it_is_confirmed() {
    for test in each().await {
        let mut tx = test.database.write().await.unwrap();
        let one = person(&mut tx, 10, "a@example.org").await;
        let two = person(&mut tx, 11, "b@example.org").await;
        let pending = RegistrationState::Pending;
        assert!(add(&mut tx, 20, one, pending).await);
        assert!(add(&mut tx, 21, two, pending).await);
        let until = NOW + Span(100);
        assert_eq!(
            registrations::next_to_run_out(&mut tx).await.unwrap(),
            Some(until)
        );
        let confirmed = RegistrationState::Confirmed;
        let id = RegistrationId(id(20));
        assert!(
            registrations::confirm(&mut tx, id, confirmed, NOW)
                .await
                .unwrap()
        );
        assert!(
            !registrations::confirm(&mut tx, id, confirmed, NOW)
                .await
                .unwrap()
        );
        let row = registrations::by_id(&mut tx, id).await.unwrap().unwrap();
        assert_eq!((row.state, row.hold_until), (confirmed, None));
        let early = NOW + Span(99);
        assert!(
            registrations::run_out(&mut tx, early, FIRST, 10)
                .await
                .unwrap()
                .is_empty()
        );
        let run_out = registrations::run_out(&mut tx, until, FIRST, 10).await;
        let run_out = run_out.unwrap();
        let ids: Vec<_> = run_out.iter().map(|&(_, id)| id).collect();
        let other = RegistrationId(crate::world::id(21));
        assert_eq!(ids, [other]);
        // Only what has run out ends, and only where it still stands there.
        for (id, from, at, ends) in [
            (other, pending, early, false),
            (other, RegistrationState::Offered, until, false),
            (id, confirmed, until, false),
            (other, pending, until, true),
            (other, pending, until, false),
        ] {
            let ended = registrations::end_run_out(&mut tx, id, from, at).await;
            assert_eq!(ended.unwrap(), ends, "{from} at {at:?}");
        }
    }
}

#[tokio::test]
async fn what_pages_and_letters_tell_of_an_event_is_found() {
    for test in each().await {
        let mut tx = test.database.read().await.unwrap();
        let row = registrations::event_by_id(&mut tx, EVENT).await.unwrap();
        assert_eq!(row.unwrap().slug, "borders");
        let titles = registrations::titles(&mut tx, EVENT).await.unwrap();
        assert_eq!(titles[0], ("en".to_owned(), "Borders".to_owned()));
        assert!(
            registrations::session_times(&mut tx, EVENT)
                .await
                .unwrap()
                .is_empty()
        );
        let landmarks = registrations::landmarks(&mut tx).await.unwrap();
        assert_eq!(landmarks[0].title.as_deref(), Some("Borders"));
        assert_eq!(landmarks[0].last_session, None);
    }
}
