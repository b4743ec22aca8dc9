//! The loops that keep the background work going while the server runs.
//!
//! The work itself is a use case and takes its orders from the database; here it
//! is only woken: when a change says that something is due, and every few seconds
//! for what falls due by time or was left by a process that died. Each part has a
//! loop of its own: a mail server that does not answer keeps no seat from being freed.

use futures_util::future::join_all;
use maktab_services::Services;
use maktab_services::background::{MailTransport, Part};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often a part looks by itself whether something is due.
const PAUSE: Duration = Duration::from_secs(5);
/// What becomes due within so short a time is done together.
const GATHERING: Duration = Duration::from_millis(20);

/// Runs until it is told to stop. What is under way then goes on to its next safe point, where it
/// returns its leases: another server need not wait for them to run out.
pub(crate) async fn run(
    services: Services,
    mail: Arc<dyn MailTransport>,
    mut stopped: watch::Receiver<bool>,
) {
    let parts = Part::ALL.map(|part| keep_going(&services, part, &mail));
    let stopping = async {
        // Whoever could say so is gone where it fails.
        drop(stopped.wait_for(|stopped| *stopped).await);
        services.stop_background();
    };
    tokio::join!(stopping, join_all(parts));
}

/// One part, again and again.
async fn keep_going(services: &Services, part: Part, mail: &Arc<dyn MailTransport>) {
    while !services.is_stopping() {
        let (own, mail) = (services.clone(), Arc::clone(mail));
        // In a task of its own, so that one that panics ends with that round.
        let round = tokio::spawn(async move { own.work(part, mail.as_ref()).await });
        match round.await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => failed(part, &error),
            Err(panicked) => failed(part, &panicked),
        }
        tokio::select! {
            () = services.background_woken(part) => tokio::time::sleep(GATHERING).await,
            () = tokio::time::sleep(PAUSE) => {}
        }
    }
}

fn failed(part: Part, error: &(dyn std::error::Error + 'static)) {
    tracing::error!(
        ?part,
        error,
        "background work failed and will be tried again"
    );
}

#[cfg(test)]
mod tests {
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
            let carried = s.carry_out(&request, work, |()| KeptAnswer::Itself);
            carried.await.unwrap();
            until_one(
                &f,
                "SELECT count(*) FROM request_keys WHERE answer IS NOT NULL",
            )
            .await;
            running.abort();
        }
    }
}
