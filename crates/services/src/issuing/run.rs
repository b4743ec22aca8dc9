//! Runs in the background: one certificate after the other, each in a small transaction of
//! its own. A run is worked off under a lease; where its worker died, the next one goes on
//! with whoever has no certificate yet.

use super::draft::Refusal;
use super::{Progress, letters};
use crate::eligible::EventFile;
use crate::{Result, Services};
use maktab_domain::{RegistrationId, Span};
use maktab_store::{accounts, issuing as store};
use std::collections::VecDeque;

/// How long a run stays with a worker that gives no sign of life. Every certificate prolongs it.
pub(super) const LEASE: Span = Span::minutes(2);
/// A lease that ends later than this from now was made under another clock.
const LONGEST_LEASE: Span = Span::minutes(10);

/// A run in the hands of a worker: certificates are issued one [`RunInHand::step`] at a time.
/// Dropped before its end, it is taken up again when the lease has run out.
pub struct RunInHand {
    services: Services,
    run: store::ClaimedRun,
    left: VecDeque<(RegistrationId, String)>,
    event: letters::About,
}

impl RunInHand {
    /// Issues the next certificate; `false` once there was none left and the run was ended,
    /// or where another worker has it.
    ///
    /// # Errors
    /// The database or the folder of files failed; the run stays open.
    pub async fn step(&mut self) -> Result<bool> {
        let Some((registration, name)) = self.left.pop_front() else {
            self.finish().await?;
            return Ok(false);
        };
        let (event, by) = (self.run.event_id, self.run.requested_by);
        let issued = self
            .services
            .issue(event, registration, by, Some(&mut self.run))
            .await;
        match issued {
            Ok(Some(_)) | Err(Refusal::NotEligible | Refusal::Issued) => Ok(true),
            Ok(None) => Ok(false),
            Err(refusal @ (Refusal::Unprintable(_) | Refusal::Page(_) | Refusal::Unsigned(_))) => {
                self.note_failure(registration, &format!("{name}: {refusal}"))
                    .await
            }
            Err(Refusal::Failed(error)) => Err(error),
        }
    }

    /// Returns the lease: the server is shut down, and another one goes on.
    async fn give_back(&self) -> Result<()> {
        let mut tx = self.services.database().write().await?;
        store::return_run(&mut tx, &self.run).await?;
        Ok(tx.commit().await?)
    }

    /// Ends the run, and tells whoever asked for it what came of it.
    async fn finish(&self) -> Result<()> {
        let mut tx = self.services.database().write().await?;
        if !store::finish_run(&mut tx, &self.run, self.services.now()).await? {
            return Ok(());
        }
        let run = store::run_by_id(&mut tx, self.run.id).await?;
        let asked = accounts::by_id(&mut tx, self.run.requested_by).await?;
        if let (Some(run), Some(asked)) = (run.map(Progress::of), asked) {
            let address = &self.services.settings().public_address;
            let letter = letters::ended(&run, &asked, &self.event, address)?;
            self.services.post(&mut tx, &letter).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Notes it with the name for those who coordinate the event; the log tells no names.
    async fn note_failure(&mut self, registration: RegistrationId, error: &str) -> Result<bool> {
        tracing::warn!(run = %self.run.id, %registration, "a certificate cannot be printed");
        let until = self.services.now() + LEASE;
        let mut tx = self.services.database().write().await?;
        let own = store::note_failure(&mut tx, &self.run, until, error).await?;
        tx.commit().await?;
        self.run.leased_until = until;
        Ok(own)
    }
}

impl Services {
    /// Works off every run that nobody works on; how many certificates were looked at.
    ///
    /// # Errors
    /// The database or the folder of files failed; the run is taken up again later.
    pub async fn work_issue_runs(&self) -> Result<u64> {
        let mut steps = 0;
        while !self.is_stopping()
            && let Some(mut run) = self.claim_issue_run().await?
        {
            while run.step().await? {
                steps += 1;
                if self.is_stopping() {
                    run.give_back().await?;
                    return Ok(steps);
                }
            }
            self.wake_background();
        }
        Ok(steps)
    }

    /// Takes the oldest run that nobody works on into hand.
    ///
    /// # Errors
    /// The database failed.
    pub async fn claim_issue_run(&self) -> Result<Option<RunInHand>> {
        let mut tx = self.database().read().await?;
        if store::next_lease_end(&mut tx).await?.is_none() {
            return Ok(None);
        }
        drop(tx);
        let now = self.now();
        let mut tx = self.database().write().await?;
        let claimed = store::claim_run(&mut tx, now, now + LEASE, now + LONGEST_LEASE).await?;
        let Some(run) = claimed else {
            return Ok(None);
        };
        let file = EventFile::by_id(&mut tx, run.event_id, None).await?;
        tx.commit().await?;
        let due = file.people.iter().filter(|person| {
            let changed = file.changed_at(person) > Some(run.requested_at);
            !changed && file.is_due(person, now)
        });
        let left = due.map(|person| (person.id, person.name_latin.clone()));
        Ok(Some(RunInHand {
            left: left.collect(),
            services: self.clone(),
            run,
            event: letters::About {
                slug: file.event.slug.clone(),
                titles: file.titles.clone(),
            },
        }))
    }
}
