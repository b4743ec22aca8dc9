//! Seats of an organisation, for those who register by the form and are assigned to it later.

use crate::put_off::added;
use crate::{SEATED, TAKEN, with_quota};
use maktab_domain::{Invalid, OrganisationId, RegistrationId, RegistrationState as State, Role};
use maktab_services::testing::Fixture;
use maktab_services::{Actor, Error, FieldErrors, Result};

async fn set(
    f: &Fixture,
    actor: &Actor,
    id: RegistrationId,
    organisation: Option<OrganisationId>,
) -> Result<()> {
    let typed = organisation.map(|id| id.to_string()).unwrap_or_default();
    let services = &f.services;
    services
        .set_organisation(actor, "borders", id, &typed)
        .await
}

async fn stands(f: &Fixture, actor: &Actor, id: RegistrationId) -> (State, Option<OrganisationId>) {
    let one = f.services.one_registration(actor, "borders", id).await;
    let row = one.unwrap().registration;
    (row.state, row.organisation)
}

#[tokio::test]
async fn the_seats_of_an_organisation_are_counted_for_whom_a_coordinator_assigns_to_it() {
    for f in Fixture::each().await {
        let mut plan = f.open_event("borders");
        plan.capacity = 4;
        let (event, _) = f.add_event(&plan).await;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        with_quota(&f, &coordinator, &format!("organisation:{}", f.eco), "1").await;
        let of_eco = "SELECT taken FROM quotas";
        let a = added(&f, event, "a", State::Confirmed).await;
        let b = added(&f, event, "b", State::Pending).await;
        let c = added(&f, event, "c", State::Submitted).await;
        let (eco, iom) = (Some(f.eco), Some(f.iom));
        assert_eq!(f.count(of_eco).await, 0);
        for _ in 0..2 {
            set(&f, &coordinator, a, eco).await.unwrap();
            assert_eq!(stands(&f, &coordinator, a).await, (State::Confirmed, eco));
            assert_eq!(f.count(of_eco).await, 1);
        }
        // The only seat is taken: nothing is changed for another, and no seat is counted for
        // whoever holds none.
        let full = FieldErrors::of("organisation", Invalid::Full);
        let refused = set(&f, &coordinator, b, eco).await;
        assert!(matches!(refused, Err(Error::Refused(errors)) if errors == full));
        assert_eq!(stands(&f, &coordinator, b).await, (State::Pending, None));
        set(&f, &coordinator, b, iom).await.unwrap();
        set(&f, &coordinator, c, eco).await.unwrap();
        assert_eq!((f.count(of_eco).await, f.count(TAKEN).await), (1, 2));
        // Who waits for a seat of the organisation is offered the one that becomes free.
        let d = added(&f, event, "d", State::Waitlisted).await;
        set(&f, &coordinator, d, eco).await.unwrap();
        assert_eq!(stands(&f, &coordinator, d).await, (State::Waitlisted, eco));
        set(&f, &coordinator, a, iom).await.unwrap();
        assert_eq!(stands(&f, &coordinator, d).await, (State::Offered, eco));
        assert_eq!(f.count(of_eco).await, 1);
        assert_eq!((f.count(TAKEN).await, f.count(SEATED).await), (3, 3));
        assert_eq!(
            f.audited(a.0).await,
            ["registration.organisation", "registration.organisation"]
        );
    }
}

#[tokio::test]
async fn only_a_coordinator_assigns_and_only_a_live_registration_to_a_known_organisation() {
    for f in Fixture::each().await {
        let mut plan = f.open_event("borders");
        plan.organisers = vec![f.eco];
        let (event, _) = f.add_event(&plan).await;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let other = f.actor_with(Role::Coordinator, Some(f.iom)).await;
        let a = added(&f, event, "a", State::Confirmed).await;
        let gone = added(&f, event, "gone", State::Cancelled).await;
        let denied = set(&f, &other, a, Some(f.iom)).await;
        assert!(matches!(denied, Err(Error::Forbidden)));
        let over = set(&f, &coordinator, gone, Some(f.eco)).await;
        assert!(matches!(over, Err(Error::NotNow(_))));
        for unknown in ["eco", &event.to_string()] {
            let services = &f.services;
            let odd = services.set_organisation(&coordinator, "borders", a, unknown);
            let choice = FieldErrors::of("organisation", Invalid::Choice);
            assert!(matches!(odd.await, Err(Error::Refused(errors)) if errors == choice));
        }
        assert_eq!(stands(&f, &coordinator, a).await, (State::Confirmed, None));
    }
}
