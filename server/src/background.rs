//! The loop that keeps the background work going while the server runs.
//!
//! The work itself is a use case and takes its orders from the database; here it
//! is only woken: when a change says that something is due, and every few seconds
//! for what falls due by time or was left by a process that died.

use maktab_services::Services;
use maktab_services::background::MailTransport;
use std::time::Duration;
use tokio::sync::watch;

const PAUSE: Duration = Duration::from_secs(5);

/// Runs until it is told to stop; what is under way is finished first.
pub(crate) async fn run(
    services: Services,
    mail: Box<dyn MailTransport>,
    mut stopped: watch::Receiver<bool>,
) {
    while !*stopped.borrow() {
        if let Err(error) = services.run_due(mail.as_ref()).await {
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
    // What was answered is given again after the next start, too.
    if let Err(error) = services.store_answers().await {
        let cause: &dyn std::error::Error = &error;
        tracing::error!(error = cause, "the last answers were not stored");
    }
}
