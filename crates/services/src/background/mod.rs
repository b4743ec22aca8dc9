//! Work that is due without anybody asking: mail, certificates, jobs by schedule.
//!
//! Its orders stand in the database, each taken on lease or changed by a guarded
//! statement, so that a process that dies loses none and two processes do none
//! twice. The server does each [`Part`] in a loop of its own, so that none waits for
//! another, whenever something wakes it and every few seconds besides.

mod deliver;
mod transport;
mod waking;

pub use transport::{KeptMail, MailFailure, MailTransport, OutgoingMail, Sending};
pub(crate) use waking::Waking;

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

/// A part of the work. It takes as long as it takes, and no other waits for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The answers to requests are stored, to be given again.
    Answers,
    /// Mail leaves the outbox.
    Mail,
    /// Certificates are issued.
    Certificates,
    /// Jobs by schedule.
    Jobs,
}

impl Part {
    /// All, in the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Answers, Self::Mail, Self::Certificates, Self::Jobs];
}

impl Services {
    /// Does what is due of one part.
    ///
    /// # Errors
    /// The database failed; what was not done is still due.
    pub async fn work(&self, part: Part, transport: &dyn MailTransport) -> Result<Done> {
        let mut done = Done::default();
        match part {
            Part::Answers => drop(Box::pin(self.store_answers()).await?),
            Part::Mail => Box::pin(self.deliver(transport, &mut done)).await?,
            Part::Certificates => done.issued = Box::pin(self.work_issue_runs()).await?,
            Part::Jobs => Box::pin(self.run_due_jobs(&mut done)).await?,
        }
        Ok(done)
    }

    /// Does everything that is due, once: for whoever keeps no loops, as tests do. The parts go
    /// on side by side, and one that fails keeps no other from running.
    ///
    /// # Errors
    /// The first failure, after all parts have run.
    pub async fn run_due(&self, transport: &dyn MailTransport) -> Result<Done> {
        let (answered, mailed, issued, worked) = tokio::join!(
            Box::pin(self.work(Part::Answers, transport)),
            Box::pin(self.work(Part::Mail, transport)),
            Box::pin(self.work(Part::Certificates, transport)),
            Box::pin(self.work(Part::Jobs, transport)),
        );
        answered?;
        let mailed = mailed?;
        Ok(Done {
            sent: mailed.sent,
            failed: mailed.failed,
            dead: mailed.dead,
            issued: issued?.issued,
            ..worked?
        })
    }
}
