//! Seats that become free: the waiting list, offers and their answers, quotas, undoing.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod batches;
mod decisions;
mod freed;
mod organisations;
mod put_off;
mod stale;

use maktab_domain::{
    EventId, Invalid, RegistrationGate, RegistrationId, RegistrationState as State, Role, Span,
};
use maktab_locale::Locale;
use maktab_services::background::{KeptMail, MailFailure, MailTransport, OutgoingMail, Sending};
use maktab_services::editing::Typed;
use maktab_services::managing::{RegistrationFilter, Verdict};
use maktab_services::my::OwnRegistration;
use maktab_services::registration::{DetailsForm, Registered, RegistrationForm};
use maktab_services::seating::{Answered, NewQuota, OfferPage, SeatSettings};
use maktab_services::sign_in::Browser;
use maktab_services::testing::Fixture;
use maktab_services::{Actor, Error};

const TAKEN: &str = "SELECT taken FROM events";
const SEATED: &str = "SELECT count(*) FROM registrations
    WHERE state IN ('confirmed', 'offered') OR (state = 'pending' AND NOT without_seat)";

fn form(country: &str) -> RegistrationForm {
    RegistrationForm {
        details: DetailsForm {
            name: "Aziza Karimova".to_owned(),
            country: country.to_owned(),
            institution: "State Border Committee".to_owned(),
            job_title: "Inspector".to_owned(),
            language: "en".to_owned(),
            ..DetailsForm::default()
        },
        email: String::new(),
        consent: true,
    }
}

/// Somebody with an account.
async fn person(f: &Fixture, name: &str) -> Actor {
    let (_, account) = f.add_person(name, &format!("{name}@example.org")).await;
    f.actor(account).await
}

async fn register(f: &Fixture, actor: &Actor, country: &str) -> Registered {
    let (form, browser) = (form(country), Browser::default());
    let registered = f
        .services
        .register(Some(actor), Locale::En, "borders", &form, &browser);
    registered.await.unwrap()
}

async fn own(f: &Fixture, actor: &Actor) -> OwnRegistration {
    let page = f.services.my_page(actor).await.unwrap();
    let all = page.upcoming.into_iter().chain(page.past);
    all.into_iter().next().unwrap()
}

/// The token of the link that begins like this in the newest mail to somebody.
async fn token(f: &Fixture, email: &str, path: &str) -> String {
    let mails = f.mails_to(email).await;
    let start = format!("/en/{path}/");
    let body = &mails
        .iter()
        .find(|mail| mail.body.contains(&start))
        .unwrap()
        .body;
    let rest = body.split_once(&start).unwrap().1;
    rest.split(['\n', '#']).next().unwrap().to_owned()
}

/// A mail server that is away: what was written stays, with its links.
struct Away;

impl MailTransport for Away {
    fn send<'a>(&'a self, _: &'a OutgoingMail) -> Sending<'a> {
        let failure = MailFailure {
            text: "away".to_owned(),
            for_good: false,
        };
        Box::pin(std::future::ready(Err(failure)))
    }
}

/// Whether somebody has a mail of this kind.
async fn told(f: &Fixture, email: &str, kind: &str) -> bool {
    let mails = f.mails_to(email).await;
    mails.iter().any(|mail| mail.kind == kind)
}

/// Sets how many seats somebody may have, as `country:TJ`.
async fn with_quota(f: &Fixture, coordinator: &Actor, whom: &str, seats: &str) {
    let quota = NewQuota {
        whom: whom.to_owned(),
        seats: seats.to_owned(),
    };
    let added = f.services.add_quota(coordinator, "borders", &quota);
    added.await.unwrap();
}

/// An open event with one seat.
async fn one_seat(f: &Fixture) -> EventId {
    let mut plan = f.open_event("borders");
    plan.capacity = 1;
    f.add_event(&plan).await.0
}

#[tokio::test]
async fn a_freed_seat_goes_to_the_first_who_waits_and_then_to_the_next() {
    for f in Fixture::each().await {
        one_seat(&f).await;
        let s = &f.services;
        let (a, b, c) = (
            person(&f, "a").await,
            person(&f, "b").await,
            person(&f, "c").await,
        );
        assert_eq!(
            register(&f, &a, "UZ").await,
            Registered::Done(State::Confirmed)
        );
        assert_eq!(
            register(&f, &b, "UZ").await,
            Registered::Done(State::Waitlisted)
        );
        f.clock.travel_to(s.now() + Span::minutes(1));
        assert_eq!(
            register(&f, &c, "UZ").await,
            Registered::Done(State::Waitlisted)
        );
        assert_eq!(own(&f, &b).await.place, Some((1, 2)));
        assert_eq!(own(&f, &c).await.place, Some((2, 2)));
        let page = s.registration_page(None, "borders").await.unwrap();
        assert_eq!(page.event.gate, RegistrationGate::WaitingList);

        s.cancel_registration(&a, own(&f, &a).await.id)
            .await
            .unwrap();
        let offered = own(&f, &b).await;
        assert_eq!((offered.state, offered.can_answer), (State::Offered, true));
        assert_eq!(offered.hold_until, Some(s.now() + Span::hours(48)));
        assert_eq!(own(&f, &c).await.place, Some((1, 1)));
        assert_eq!((f.count(TAKEN).await, f.count(SEATED).await), (1, 1));
        assert!(told(&f, "b@example.org", "offered").await);

        // The first declines by the link; the next accepts by hers, once.
        let link = token(&f, "b@example.org", "offer").await;
        assert!(matches!(
            s.offer_page(&link).await.unwrap(),
            OfferPage::Open(_)
        ));
        assert!(matches!(
            s.decline_offer(&link).await.unwrap(),
            Answered::Declined
        ));
        assert_eq!(own(&f, &b).await.state, State::Cancelled);
        assert!(matches!(
            s.offer_page(&link).await.unwrap(),
            OfferPage::Over(_)
        ));
        let again = s.accept_offer(&link, &Browser::default()).await.unwrap();
        assert!(matches!(again, Answered::Not(OfferPage::Over(_))));
        let link = token(&f, "c@example.org", "offer").await;
        let accepted = s.accept_offer(&link, &Browser::default()).await.unwrap();
        assert!(matches!(accepted, Answered::Accepted { account, .. } if account == c.account));
        assert_eq!(own(&f, &c).await.state, State::Confirmed);
        assert!(told(&f, "c@example.org", "registered").await);
        let page = s.offer_page(&link).await.unwrap();
        assert!(matches!(page, OfferPage::Accepted(_)));
        assert_eq!((f.count(TAKEN).await, f.count(SEATED).await), (1, 1));
        assert!(matches!(
            s.offer_page("nothing").await.unwrap(),
            OfferPage::Unknown
        ));
    }
}

#[tokio::test]
async fn an_offer_ends_by_itself_and_priority_comes_before_time() {
    for f in Fixture::each().await {
        let event = one_seat(&f).await;
        let s = &f.services;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let mut ids = Vec::new();
        for (name, state) in [
            ("a", State::Confirmed),
            ("b", State::Waitlisted),
            ("c", State::Waitlisted),
        ] {
            let (person, _) = f.add_person(name, &format!("{name}@example.org")).await;
            ids.push(f.add_registration(event, person, state).await);
            f.clock.travel_to(s.now() + Span::minutes(1));
        }
        s.set_priority(&coordinator, "borders", ids[2], true)
            .await
            .unwrap();
        let state = async |id: RegistrationId| {
            let one = s.one_registration(&coordinator, "borders", id).await;
            one.unwrap().registration.state
        };
        s.withdraw_registration(&coordinator, "borders", ids[0], "Ill")
            .await
            .unwrap();
        assert_eq!(
            (state(ids[1]).await, state(ids[2]).await),
            (State::Waitlisted, State::Offered)
        );
        // Nobody answers: the seat goes on to the next, and the first is told.
        f.clock
            .travel_to(s.now() + Span::hours(48) - Span::minutes(1));
        s.run_due(&Away).await.unwrap();
        assert_eq!(state(ids[2]).await, State::Offered);
        f.clock.travel_to(s.now() + Span::minutes(1));
        s.run_due(&Away).await.unwrap();
        assert_eq!(
            (state(ids[1]).await, state(ids[2]).await),
            (State::Offered, State::Cancelled)
        );
        assert!(told(&f, "c@example.org", "offer-ended").await);
        assert_eq!((f.count(TAKEN).await, f.count(SEATED).await), (1, 1));
        // Offers end with registration, and nothing is offered after it.
        let closes = f.open_event("x").closes;
        f.clock.travel_to(closes - Span::hours(1));
        let link = token(&f, "b@example.org", "offer").await;
        s.run_due(&Away).await.unwrap();
        assert!(matches!(
            s.offer_page(&link).await.unwrap(),
            OfferPage::Over(_)
        ));
        let (late, _) = f.add_person("d", "d@example.org").await;
        let late = f.add_registration(event, late, State::Waitlisted).await;
        let (seated, _) = f.add_person("e", "e@example.org").await;
        let seated = f.add_registration(event, seated, State::Confirmed).await;
        f.clock.travel_to(closes);
        s.withdraw_registration(&coordinator, "borders", seated, "Ill")
            .await
            .unwrap();
        assert_eq!(state(late).await, State::Waitlisted);
        assert_eq!(f.count(TAKEN).await, 0);
        // A coordinator can still give the place by hand.
        let approve = Verdict::Approve;
        let by_hand = s
            .decide_registrations(&coordinator, "borders", &[late], approve, "")
            .await;
        assert_eq!(by_hand.unwrap().done, 1);
        assert_eq!(state(late).await, State::Confirmed);
    }
}

#[tokio::test]
async fn a_full_quota_makes_its_country_wait_while_others_come() {
    for f in Fixture::each().await {
        let mut plan = f.open_event("borders");
        plan.capacity = 3;
        f.add_event(&plan).await;
        let s = &f.services;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let quota = |whom: &str, seats: &str| NewQuota {
            whom: whom.to_owned(),
            seats: seats.to_owned(),
        };
        s.add_quota(&coordinator, "borders", &quota("country:TJ", "1"))
            .await
            .unwrap();
        let twice = s
            .add_quota(&coordinator, "borders", &quota("country:TJ", "2"))
            .await;
        assert!(matches!(twice, Err(Error::Refused(e)) if e.get("whom") == Some(Invalid::Taken)));
        let (a, b, c) = (
            person(&f, "a").await,
            person(&f, "b").await,
            person(&f, "c").await,
        );
        assert_eq!(
            register(&f, &a, "TJ").await,
            Registered::Done(State::Confirmed)
        );
        assert_eq!(
            register(&f, &b, "TJ").await,
            Registered::Done(State::Waitlisted)
        );
        assert_eq!(
            register(&f, &c, "UZ").await,
            Registered::Done(State::Confirmed)
        );
        assert_eq!(f.count("SELECT taken FROM quotas").await, 1);
        // A seat of another country frees nothing for this one.
        s.cancel_registration(&c, own(&f, &c).await.id)
            .await
            .unwrap();
        assert_eq!(own(&f, &b).await.state, State::Waitlisted);
        let page = s.seats_page(&coordinator, "borders").await.unwrap();
        let id = page.quotas[0].id;
        let low = s.change_quota(&coordinator, "borders", id, "0").await;
        assert_eq!(taken_already(low, "seats"), Some(1));
        s.change_quota(&coordinator, "borders", id, "2")
            .await
            .unwrap();
        assert_eq!(own(&f, &b).await.state, State::Offered);
        assert_eq!(f.count("SELECT taken FROM quotas").await, 2);
        // A quota that comes later counts those who are there already.
        let low = s
            .add_quota(&coordinator, "borders", &quota("country:UZ", "x"))
            .await;
        assert!(matches!(low, Err(Error::Refused(e)) if e.get("seats") == Some(Invalid::Number)));
        s.remove_quota(&coordinator, "borders", id).await.unwrap();
        let low = s
            .add_quota(&coordinator, "borders", &quota("country:TJ", "1"))
            .await;
        assert_eq!(taken_already(low, "seats"), Some(2));
        s.add_quota(&coordinator, "borders", &quota("country:TJ", "2"))
            .await
            .unwrap();
        assert_eq!(f.count("SELECT taken FROM quotas").await, 2);
        // Without a waiting list the form says it at once.
        let closed = SeatSettings {
            waiting_list: false,
            offer_hours: "24".to_owned(),
        };
        s.change_seat_settings(&coordinator, "borders", &closed)
            .await
            .unwrap();
        let d = person(&f, "d").await;
        let (typed, browser) = (form("TJ"), Browser::default());
        let refused = s.register(Some(&d), Locale::En, "borders", &typed, &browser);
        let refused = refused.await;
        assert!(
            matches!(refused, Err(Error::Refused(e)) if e.get("country") == Some(Invalid::Full))
        );
        assert_eq!(f.count(TAKEN).await, 2);
    }
}

/// How many seats are taken, as it is said where fewer were asked for.
fn taken_already(answer: Result<(), Error>, field: &str) -> Option<i64> {
    match answer {
        Err(Error::Refused(errors)) if errors.get(field) == Some(Invalid::Order) => {
            errors.number(field)
        }
        _ => None,
    }
}

/// The same form with another number of seats.
fn with_capacity(typed: &Typed, seats: &str) -> Typed {
    Typed::new(typed.iter().map(|(name, text)| match name {
        "capacity" => (name, seats),
        _ => (name, text),
    }))
}

#[tokio::test]
async fn more_seats_are_offered_and_fewer_than_taken_are_refused() {
    for f in Fixture::each().await {
        let event = one_seat(&f).await;
        let s = &f.services;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        for (name, state) in [
            ("a", State::Confirmed),
            ("b", State::Waitlisted),
            ("c", State::Waitlisted),
        ] {
            let (person, _) = f.add_person(name, &format!("{name}@example.org")).await;
            f.add_registration(event, person, state).await;
        }
        let typed = s
            .editable_event(&coordinator, "borders")
            .await
            .unwrap()
            .typed;
        let typed = with_capacity(&typed, "2");
        s.change_event(&coordinator, "borders", &typed)
            .await
            .unwrap();
        let offered = "SELECT count(*) FROM registrations WHERE state = 'offered'";
        assert_eq!((f.count(offered).await, f.count(TAKEN).await), (1, 2));
        let typed = s
            .editable_event(&coordinator, "borders")
            .await
            .unwrap()
            .typed;
        let typed = with_capacity(&typed, "1");
        let low = s.change_event(&coordinator, "borders", &typed).await;
        assert_eq!(taken_already(low, "capacity"), Some(2));
    }
}

#[tokio::test]
async fn a_stranger_learns_nothing_from_a_full_event() {
    for f in Fixture::each().await {
        one_seat(&f).await;
        let s = &f.services;
        let register = async |email: &str, country: &str| {
            let form = RegistrationForm {
                email: email.to_owned(),
                ..form(country)
            };
            let browser = Browser::default();
            s.register(None, Locale::En, "borders", &form, &browser)
                .await
                .unwrap()
        };
        for email in [
            "a@example.org",
            "b@example.org",
            "a@example.org",
            "b@example.org",
        ] {
            assert_eq!(register(email, "TJ").await, Registered::CheckMail);
            // The newest mail is the one that counts.
            f.clock.travel_to(s.now() + Span::minutes(1));
        }
        assert_eq!((f.count(TAKEN).await, f.count(SEATED).await), (1, 1));
        assert_eq!(f.count("SELECT count(*) FROM registrations").await, 2);
        // Who was first keeps the seat, also when the form is sent again.
        let link = token(&f, "a@example.org", "confirm").await;
        let browser = Browser::default();
        s.confirm_registration(&link, &browser).await.unwrap();
        let link = token(&f, "b@example.org", "confirm").await;
        s.confirm_registration(&link, &browser).await.unwrap();
        let state = "SELECT count(*) FROM registrations WHERE state = 'confirmed'";
        assert_eq!(f.count(state).await, 1);
        assert!(told(&f, "b@example.org", "waitlisted").await);
        assert!(told(&f, "a@example.org", "registered").await);
    }
}

#[tokio::test]
async fn a_seat_freed_before_anybody_waits_goes_to_the_first_who_comes_to_wait() {
    for f in Fixture::each().await {
        one_seat(&f).await;
        let s = &f.services;
        let a = person(&f, "a").await;
        assert_eq!(
            register(&f, &a, "UZ").await,
            Registered::Done(State::Confirmed)
        );
        let stranger = RegistrationForm {
            email: "b@example.org".to_owned(),
            ..form("UZ")
        };
        let browser = Browser::default();
        let sent = s.register(None, Locale::En, "borders", &stranger, &browser);
        sent.await.unwrap();
        s.cancel_registration(&a, own(&f, &a).await.id)
            .await
            .unwrap();
        assert_eq!(f.count(TAKEN).await, 0);
        let link = token(&f, "b@example.org", "confirm").await;
        s.confirm_registration(&link, &browser).await.unwrap();
        assert!(told(&f, "b@example.org", "offered").await);
        assert_eq!((f.count(TAKEN).await, f.count(SEATED).await), (1, 1));
    }
}
