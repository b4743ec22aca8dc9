//! Seats: held for a time, given once, and free again.

use crate::site::{Site, filled, filled_but};
use maktab_domain::{Role, Span};
use maktab_services::seating::NewQuota;
use maktab_services::testing::Fixture;
use std::sync::Arc;

const TAKEN: &str = "SELECT taken FROM events";

#[tokio::test]
async fn a_seat_that_is_not_confirmed_in_time_is_free_again() {
    for fixture in Fixture::each().await {
        let site = Site::on(fixture);
        site.event(|plan| plan.capacity = 1).await;
        site.fixture
            .change("UPDATE events SET waiting_list = FALSE")
            .await;
        site.browser().register(&filled("a@example.org")).await;
        let second = filled("b@example.org");
        assert_eq!(site.browser().register(&second).await.status, 422);
        site.later(Span(Span::hours(24).0 - 1));
        assert_eq!(site.background().await.freed, 0);
        assert_eq!(site.fixture.count(TAKEN).await, 1);
        site.later(Span(1));
        assert_eq!(site.background().await.freed, 1);
        assert_eq!(site.fixture.count(TAKEN).await, 0);
        let ended = "SELECT count(*) FROM registrations
                     WHERE state = 'cancelled' AND ended_by = 'deadline'";
        assert_eq!(site.fixture.count(ended).await, 1);
        // Once is enough, and then somebody else has the chance; the same person too.
        assert_eq!(site.background().await.freed, 0);
        assert_eq!(site.browser().register(&second).await.status, 303);
        assert_eq!(site.fixture.count(TAKEN).await, 1);
    }
}

#[tokio::test]
async fn whoever_confirmed_keeps_the_seat_when_the_time_is_over() {
    let site = Site::with_event().await;
    site.browser().register(&filled("a@example.org")).await;
    let path = site.link("a@example.org", "/confirm/").await;
    site.browser().post(&path, &[]).await;
    site.later(Span::hours(48));
    assert_eq!(site.background().await.freed, 0);
    assert_eq!(site.fixture.count(TAKEN).await, 1);
}

#[tokio::test]
async fn a_form_that_comes_again_after_the_time_gets_a_link_that_is_good() {
    for fixture in Fixture::each().await {
        let site = Site::on(fixture);
        site.event(|_| ()).await;
        site.browser().register(&filled("a@example.org")).await;
        // The time is over, and no server has looked yet.
        site.later(Span::hours(25));
        site.browser().register(&filled("a@example.org")).await;
        let path = site.link("a@example.org", "/confirm/").await;
        assert_eq!(site.background().await.freed, 0);
        site.browser().post(&path, &[]).await;
        let confirmed = "SELECT count(*) FROM registrations WHERE state = 'confirmed'";
        assert_eq!(site.fixture.count(confirmed).await, 1);
        assert_eq!(site.fixture.count(TAKEN).await, 1);
    }
}

#[tokio::test]
async fn a_seat_that_the_country_typed_anew_cannot_have_goes_to_whoever_waits() {
    for fixture in Fixture::each().await {
        let site = Site::on(fixture);
        site.event(|plan| plan.capacity = 2).await;
        let f = &site.fixture;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let quota = NewQuota {
            whom: "country:TJ".to_owned(),
            seats: "1".to_owned(),
        };
        let added = f.services.add_quota(&coordinator, "borders", &quota);
        added.await.unwrap();
        let from = |email: &str, country: &str| filled_but(email, "country", country);
        for (email, country) in [("a", "UZ"), ("b", "TJ"), ("c", "UZ")] {
            let email = format!("{email}@example.org");
            site.browser().register(&from(&email, country)).await;
        }
        let path = site.link("c@example.org", "/confirm/").await;
        site.browser().post(&path, &[]).await;
        let waits = "SELECT count(*) FROM registrations WHERE state = 'waitlisted'";
        assert_eq!(f.count(waits).await, 1);
        site.browser().register(&from("a@example.org", "TJ")).await;
        let offered = "SELECT count(*) FROM registrations WHERE state = 'offered'";
        assert_eq!(f.count(offered).await, 1);
        assert_eq!(f.count(TAKEN).await, 2);
        let without = "SELECT count(*) FROM registrations WHERE without_seat";
        assert_eq!(f.count(without).await, 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_seat_is_given_once() {
    for fixture in Fixture::each().await {
        let site = Arc::new(Site::on(fixture));
        site.event(|plan| plan.capacity = 1).await;
        site.fixture
            .change("UPDATE events SET waiting_list = FALSE")
            .await;
        let racers = (0..24).map(|n| {
            let site = site.clone();
            tokio::spawn(async move {
                let form = filled(&format!("racer{n}@example.org"));
                site.browser().register(&form).await.status.as_u16()
            })
        });
        let racers: Vec<_> = racers.collect();
        let mut statuses = Vec::new();
        for racer in racers {
            statuses.push(racer.await.unwrap());
        }
        statuses.sort_unstable();
        let mut expected = vec![422; 24];
        expected[0] = 303;
        assert_eq!(statuses, expected);
        assert_eq!(site.fixture.count(TAKEN).await, 1);
        assert_eq!(site.stored().await, [1, 1, 1, 1, 1]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_person_who_registers_many_times_at_once_has_one_registration() {
    for fixture in Fixture::each().await {
        let site = Arc::new(Site::on(fixture));
        site.event(|_| ()).await;
        let racers = (0..8).map(|_| {
            let site = site.clone();
            tokio::spawn(async move {
                let form = filled("a@example.org");
                site.browser().register(&form).await.status.as_u16()
            })
        });
        let racers: Vec<_> = racers.collect();
        for racer in racers {
            assert_eq!(racer.await.unwrap(), 303);
        }
        let [registrations, people, taken, mails, _] = site.stored().await;
        assert_eq!([registrations, people, taken, mails], [1, 1, 1, 8]);
    }
}

#[tokio::test]
async fn an_offer_that_was_declined_is_answered_alike_when_the_form_comes_again() {
    for fixture in Fixture::each().await {
        let site = Site::on(fixture);
        site.event(|plan| plan.capacity = 1).await;
        let f = &site.fixture;
        let first = site.browser();
        for (browser, email) in [
            (&first, "a@example.org"),
            (&site.browser(), "b@example.org"),
        ] {
            browser.register(&filled(email)).await;
            let path = site.link(email, "/confirm/").await;
            browser.post(&path, &[]).await;
        }
        site.later(Span::minutes(1));
        let own = first.get("/en/my").await;
        let cancel = own
            .body
            .split("href=\"")
            .find(|part| part.contains("/cancel\""));
        let cancel = cancel.and_then(|part| part.split('"').next()).unwrap();
        assert_eq!(first.post(cancel, &[]).await.status, 303);
        let offer = site.link("b@example.org", "/offer/").await;
        let key = ("request-key", "0123456789abcdef0123456789abcdef");
        let decline = [("answer", "decline"), key];
        for round in 0..2 {
            let done = site.browser().post(&offer, &decline).await;
            assert_eq!(done.status, 303, "round {round}");
            assert_eq!(done.location(), format!("{offer}?done=declined"));
        }
        let said = site.browser().get(&format!("{offer}?done=declined")).await;
        assert_eq!(said.status, 200);
        assert!(said.body.contains("<h1>You have declined"), "{}", said.body);
        // Whoever opens the link later is told that it is over.
        let later = site.browser().get(&offer).await;
        assert_eq!(later.status, 410);
        assert_eq!(f.count(TAKEN).await, 0);
    }
}
