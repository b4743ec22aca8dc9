//! The loop that keeps the background work going while the server runs.
//!
//! The work itself is a use case and takes its orders from the database; here it
//! is only woken: when a change says that something is due, and every few seconds
//! for what falls due by time or was left by a process that died.

use maktab_services::Services;
use maktab_services::background::MailTransport;
use std::pin::pin;
use std::time::Duration;
use tokio::sync::watch;

const PAUSE: Duration = Duration::from_secs(5);

/// Runs until it is told to stop. What is under way then goes on to its next safe point, where it
/// returns its leases: another server need not wait for them to run out.
pub(crate) async fn run(
    services: Services,
    mail: Box<dyn MailTransport>,
    mut stopped: watch::Receiver<bool>,
) {
    while !*stopped.borrow() {
        let mut round = pin!(services.run_due(mail.as_ref()));
        let done = tokio::select! {
            done = &mut round => done,
            _ = stopped.changed() => {
                services.stop_background();
                round.await
            }
        };
        if let Err(error) = done {
            let cause: &dyn std::error::Error = &error;
            tracing::error!(
                error = cause,
                "background work failed and will be tried again"
            );
        }
        tokio::select! {
            () = services.background_woken() => {}
            () = tokio::time::sleep(PAUSE) => {}
            _ = stopped.changed() => {}
        }
    }
}
