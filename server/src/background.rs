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
mod tests;
