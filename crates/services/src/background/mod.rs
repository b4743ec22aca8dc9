//! Work that is due without anybody asking: mail, certificates, jobs by schedule.
//!
//! Its orders stand in the database, each taken on lease or changed by a guarded
//! statement, so that a process that dies loses none and two processes do none
//! twice. The server calls [`Services::run_due`] whenever something wakes it and
//! every few seconds besides.

mod deliver;
mod transport;

pub use transport::{KeptMail, MailFailure, MailTransport, OutgoingMail, Sending};

use crate::{Result, Services};

/// What one round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Done {
    /// Mails handed on.
    pub sent: u64,
    /// Mails that failed and will be tried again.
    pub failed: u64,
    /// Mails that were given up.
    pub dead: u64,
    /// Seats freed because nobody confirmed in time.
    pub freed: u64,
    /// People who were reminded of something.
    pub reminded: u64,
    /// People who were told that the waiting list has ended.
    pub closed: u64,
    /// Events that were completed.
    pub completed: u64,
    /// Expired links, sign-ins and counts that were deleted.
    pub purged: u64,
    /// Certificates that issue runs were about.
    pub issued: u64,
    /// Jobs that failed; they say so themselves and are tried again.
    pub broken: u64,
}

impl Services {
    /// Does everything that is due. The parts go on side by side: neither a mail server that
    /// does not answer nor a part that fails keeps the others from running.
    ///
    /// # Errors
    /// The first failure, after all parts have run.
    pub async fn run_due(&self, transport: &dyn MailTransport) -> Result<Done> {
        let (mut mailed, mut worked) = (Done::default(), Done::default());
        let (answered, delivered, issued, jobs) = tokio::join!(
            Box::pin(self.store_answers()),
            Box::pin(self.deliver(transport, &mut mailed)),
            Box::pin(self.work_issue_runs()),
            Box::pin(self.run_due_jobs(&mut worked))
        );
        answered?;
        delivered?;
        jobs?;
        Ok(Done {
            sent: mailed.sent,
            failed: mailed.failed,
            dead: mailed.dead,
            issued: issued?,
            ..worked
        })
    }
}
