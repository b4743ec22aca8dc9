//! What administrators see and do: the jobs by schedule, the outbox, and the mails that could
//! not be sent.

mod jobs;
mod mails;
mod resending;

pub use jobs::{JobView, LastRun, Running};
pub use mails::{Counts, Mail, MailFilter, Mails, OneMail, Resendable};
pub use resending::Resent;

use crate::{Actor, Error, Result, Services};
use maktab_domain::Role;

/// How the installation fares.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The jobs by schedule.
    pub jobs: Vec<JobView>,
    /// How many mails stand where.
    pub mails: Counts,
}

impl Actor {
    /// Refuses anybody but administrators.
    ///
    /// # Errors
    /// [`Error::Forbidden`].
    pub fn must_administer(&self) -> Result<()> {
        if self.has(Role::Administrator) {
            Ok(())
        } else {
            Err(Error::Forbidden)
        }
    }
}

impl Services {
    /// How the installation fares.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for anybody but administrators, or the database failed.
    pub async fn administration(&self, actor: &Actor) -> Result<Overview> {
        actor.must_administer()?;
        let mut tx = self.database().read().await?;
        Ok(Overview {
            jobs: self.job_views(&mut tx).await?,
            mails: self.mail_counts(&mut tx).await?,
        })
    }
}
