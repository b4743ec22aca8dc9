//! Many come at the same moment; those who are not signed in go through together.

use crate::{SEATED, TAKEN, form, one_seat, person, told, with_quota};
use futures_util::future::{join, join_all};
use maktab_domain::{RegistrationState as State, Role};
use maktab_locale::Locale;
use maktab_services::registration::{Registered, RegistrationForm};
use maktab_services::sign_in::Browser;
use maktab_services::testing::Fixture;
use maktab_services::{Error, Result};
use maktab_store::requests::{Request, on_behalf};
use std::sync::Arc;

async fn comes(f: &Fixture, name: &str, country: &str) -> Result<Registered> {
    let form = RegistrationForm {
        email: format!("{name}@example.org"),
        ..form(country)
    };
    let browser = Browser::default();
    let done = f
        .services
        .register(None, Locale::En, "borders", &form, &browser);
    done.await
}

/// An event with five seats, of which two at most are for Tajikistan.
async fn five_seats(f: &Fixture) {
    let mut plan = f.open_event("borders");
    plan.capacity = 5;
    f.add_event(&plan).await;
    let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
    with_quota(f, &coordinator, "country:TJ", "2").await;
}

#[tokio::test]
async fn who_is_registered_already_takes_no_seat_from_who_comes_in_the_same_moment() {
    for f in Fixture::each().await {
        let mut plan = f.open_event("borders");
        plan.capacity = 2;
        f.add_event(&plan).await;
        comes(&f, "a", "UZ").await.unwrap();
        let (again, new) = join(comes(&f, "a", "UZ"), comes(&f, "b", "UZ")).await;
        assert_eq!(
            (again.unwrap(), new.unwrap()),
            (Registered::CheckMail, Registered::CheckMail)
        );
        assert_eq!((f.count(TAKEN).await, f.count(SEATED).await), (2, 2));
    }
}

#[tokio::test]
async fn a_request_that_was_carried_out_elsewhere_keeps_nobody_else_from_a_seat() {
    for f in Fixture::each().await {
        one_seat(&f).await;
        let now = f.services.now();
        let request = || Arc::new(Request::new([1; 32], [2; 32], now));
        let elsewhere = f.services.database();
        let work = async { elsewhere.write().await.unwrap().commit().await };
        on_behalf(request(), work).await.unwrap();
        let (twin, other) = join(
            Box::pin(on_behalf(request(), comes(&f, "a", "UZ"))),
            comes(&f, "b", "UZ"),
        )
        .await;
        assert!(matches!(twin, Err(Error::Repeated)), "{twin:?}");
        assert_eq!(other.unwrap(), Registered::CheckMail);
        assert_eq!((f.count(TAKEN).await, f.count(SEATED).await), (1, 1));
        assert!(told(&f, "b@example.org", "confirm-registration").await);
        assert!(f.mails_to("a@example.org").await.is_empty());
    }
}

#[tokio::test]
async fn a_rush_of_strangers_overbooks_neither_event_nor_quota() {
    for f in Fixture::each().await {
        five_seats(&f).await;
        let names: Vec<String> = (0..40).map(|n| format!("p{n}")).collect();
        let all = names.iter().zip(["TJ", "UZ", "TJ"].into_iter().cycle());
        let all = all.map(|(name, country)| comes(&f, name, country));
        for done in join_all(all).await {
            assert_eq!(done.unwrap(), Registered::CheckMail);
        }
        assert_eq!((f.count(TAKEN).await, f.count(SEATED).await), (5, 5));
        let from_there = "SELECT count(*) FROM registrations
                          WHERE NOT without_seat AND country = 'TJ'";
        assert_eq!(f.count(from_there).await, 2);
        assert_eq!(f.count("SELECT taken FROM quotas").await, 2);
    }
}

/// Forty people at once for five seats, of which two are for one country: every answer comes,
/// no seat is given twice, and the numbers are those of the registrations.
#[tokio::test]
async fn a_rush_at_the_last_seats_overbooks_neither_event_nor_quota() {
    for f in Fixture::each().await {
        five_seats(&f).await;
        let mut people = Vec::new();
        for n in 0..40 {
            people.push(person(&f, &format!("p{n}")).await);
        }
        let tasks: Vec<_> = people
            .iter()
            .enumerate()
            .map(|(n, actor)| {
                let (services, actor) = (f.services.clone(), actor.clone());
                let form = form(if n % 2 == 0 { "TJ" } else { "UZ" });
                tokio::spawn(async move {
                    let browser = Browser::default();
                    let done =
                        services.register(Some(&actor), Locale::En, "borders", &form, &browser);
                    done.await.unwrap()
                })
            })
            .collect();
        let mut confirmed = 0;
        for task in tasks {
            match task.await.unwrap() {
                Registered::Done(State::Confirmed) => confirmed += 1,
                other => assert_eq!(other, Registered::Done(State::Waitlisted)),
            }
        }
        assert_eq!(confirmed, 5);
        assert_eq!((f.count(TAKEN).await, f.count(SEATED).await), (5, 5));
        let of_quota = "SELECT taken FROM quotas";
        let from_there = "SELECT count(*) FROM registrations
                          WHERE state = 'confirmed' AND country = 'TJ'";
        assert_eq!(f.count(of_quota).await, f.count(from_there).await);
        assert!(f.count(of_quota).await <= 2);
    }
}
