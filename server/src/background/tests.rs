//! What goes on while the mail server hangs.

use super::*;
use maktab_domain::RegistrationState;
use maktab_services::background::{OutgoingMail, Sending};
use maktab_services::requests::KeptAnswer;
use maktab_services::testing::Fixture;
use maktab_store::outbox;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A mail server that takes the connection and says nothing.
#[derive(Default)]
struct Silent(AtomicUsize);

impl MailTransport for Silent {
    fn send<'a>(&'a self, _: &'a OutgoingMail) -> Sending<'a> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Box::pin(std::future::pending())
    }
}

async fn owe_a_mail(services: &Services) {
    let now = services.now();
    let mail = outbox::NewMail {
        id: "018f3a52-0000-7000-8000-000000000001".parse().unwrap(),
        kind: "sign-in",
        recipient: "aziza@example.org",
        language: "en",
        subject: "Subject",
        body: "Text",
        calendar: None,
        now,
        due: now,
        secret_until: None,
    };
    let mut tx = services.database().write().await.unwrap();
    outbox::insert(&mut tx, &mail).await.unwrap();
    tx.commit().await.unwrap();
}

/// Waits until a counting query gives one.
async fn until_one(f: &Fixture, sql: &'static str) {
    let one = async {
        while f.count(sql).await != 1 {
            tokio::task::yield_now().await;
        }
    };
    let in_time = tokio::time::timeout(Duration::from_secs(15), one);
    assert!(in_time.await.is_ok(), "never one: {sql}");
}

#[tokio::test]
async fn a_mail_server_that_never_answers_keeps_nothing_else_waiting() {
    for f in Fixture::each().await {
        let (event, _) = f.add_event(&f.open_event("borders")).await;
        let (person, _) = f.add_person("Aziza Karimova", "aziza@example.org").await;
        f.add_registration(event, person, RegistrationState::Pending)
            .await;
        let s = &f.services;
        owe_a_mail(s).await;
        let silent = Arc::new(Silent::default());
        let (_stop, stopped) = watch::channel(false);
        let running = tokio::spawn(run(s.clone(), silent.clone(), stopped));
        let asked = async {
            while silent.0.load(Ordering::Relaxed) == 0 {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(15), asked)
            .await
            .unwrap();
        // While the mail hangs, a hold ends …
        f.clock.travel(s.settings().hold);
        s.wake_background();
        until_one(
            &f,
            "SELECT count(*) FROM registrations WHERE state = 'cancelled'",
        )
        .await;
        // … and the answer to a request is stored.
        let request = s.keyed_request("key", [b"somebody".as_slice()]);
        let database = s.database().clone();
        let work = async move { database.write().await.unwrap().commit().await.unwrap() };
        let carried = s.once(&request, work, |()| KeptAnswer::Itself);
        carried.await.unwrap();
        until_one(
            &f,
            "SELECT count(*) FROM request_keys WHERE answer IS NOT NULL",
        )
        .await;
        running.abort();
    }
}
