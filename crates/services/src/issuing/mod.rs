//! Issuing: to everybody who is eligible, by a run that goes on in the background, or to
//! one person at once; never to anybody who does not meet the rule.

mod draft;
pub(crate) mod facts;
mod letters;
mod past;
mod run;

pub use past::{PastCertificate, PastRevocation};
pub use run::RunInHand;

pub(crate) use letters::{Revoked, revoked};

use crate::eligible::{Candidate, EventFile, EventHead, candidate};
use crate::{Actor, Error, FieldErrors, Result, Services};
use draft::{Draft, Refusal};
use maktab_domain::{
    AccountId, Eligibility, EventId, Invalid, IssueRunId, RegistrationId, Timestamp,
};
use maktab_store::issuing as store;

/// How far a run is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The run.
    pub id: IssueRunId,
    /// When it was asked for.
    pub requested_at: Timestamp,
    /// How many certificates were promised.
    pub total: i64,
    /// How many have been issued.
    pub issued: i64,
    /// How many could not be issued.
    pub failed: i64,
    /// When it ended, if it has.
    pub finished_at: Option<Timestamp>,
    /// What the last failure was, for the eyes of coordinators.
    pub last_error: Option<String>,
}

impl Progress {
    pub(crate) fn of(row: store::RunRow) -> Self {
        Self {
            id: row.id,
            requested_at: row.requested_at,
            total: row.total,
            issued: row.issued,
            failed: row.failed,
            finished_at: row.finished_at,
            last_error: row.last_error,
        }
    }

    /// How many of those promised were passed over, because something about them changed
    /// after the run was asked for; known once it has ended.
    #[must_use]
    pub fn passed_over(&self) -> i64 {
        match self.finished_at {
            Some(_) => (self.total - self.issued - self.failed).max(0),
            None => 0,
        }
    }
}

/// What became of storing a draft.
enum Stored {
    Done,
    /// Something it depends on changed while it was made: it is to be made anew.
    Changed,
    /// Another worker has the run.
    Lost,
}

/// How often a certificate is made anew because something changed under it.
const ATTEMPTS: usize = 3;

impl Services {
    /// Starts to issue certificates to everybody who is eligible and has had none; `promised`
    /// is how many that are, as the person who asks was told. The run that is going on, where
    /// there is one.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Forbidden`] for anybody but the event's coordinators;
    /// [`Error::NotNow`] where the event is not over, nobody is eligible, or the certificates
    /// cannot be printed; [`Error::Refused`] for `count` where it is another number by now.
    pub async fn start_issue_run(
        &self,
        actor: &Actor,
        slug: &str,
        promised: usize,
    ) -> Result<IssueRunId> {
        let now = self.now();
        self.certificates()?;
        let mut tx = self.database().write().await?;
        let file = EventFile::by_slug(&mut tx, slug, None).await?;
        file.must_be_coordinated_by(actor)?;
        if let Some(open) = store::open_run(&mut tx, file.event.id).await? {
            return Ok(open.id);
        }
        must_be_printable(&file, now)?;
        let due = file.people.iter().filter(|p| file.is_due(p, now)).count();
        if due == 0 {
            return Err(Error::NotNow("certificate-nobody-due"));
        }
        if due != promised {
            return Err(FieldErrors::of("count", Invalid::Number).into());
        }
        let run = store::NewRun {
            id: self.new_id(IssueRunId),
            event: file.event.id,
            requested_by: actor.account,
            requested_at: now,
            total: i64::try_from(due).unwrap_or(i64::MAX),
        };
        if !store::insert_run(&mut tx, &run).await? {
            let open = store::open_run(&mut tx, file.event.id).await?;
            return open.map(|open| open.id).ok_or(Error::NotFound);
        }
        let detail = serde_json::json!({ "event": file.event.id, "total": due });
        self.record(
            &mut tx,
            Some(actor.account),
            "certificates.run-started",
            run.id.0,
            &detail,
        )
        .await?;
        tx.commit().await?;
        self.wake_background();
        Ok(run.id)
    }

    /// How far a run of an event is.
    ///
    /// # Errors
    /// [`Error::NotFound`], also for a run of another event; [`Error::Forbidden`] for anybody
    /// but the event's coordinators.
    pub async fn issue_run(
        &self,
        actor: &Actor,
        slug: &str,
        run: IssueRunId,
    ) -> Result<(EventHead, Progress)> {
        let mut tx = self.database().read().await?;
        let file = EventFile::by_slug(&mut tx, slug, None).await?;
        file.must_be_coordinated_by(actor)?;
        let run = store::run_by_id(&mut tx, run).await?;
        let run = run.filter(|run| run.event_id == file.event.id);
        let progress = Progress::of(run.ok_or(Error::NotFound)?);
        Ok((EventHead::of(&file, self.now()), progress))
    }

    /// One registration of an event with the answer and its reasons.
    ///
    /// # Errors
    /// [`Error::NotFound`], also for a registration of another event; [`Error::Forbidden`]
    /// for anybody but the event's coordinators.
    pub async fn certificate_candidate(
        &self,
        actor: &Actor,
        slug: &str,
        registration: RegistrationId,
    ) -> Result<(EventHead, Candidate)> {
        let now = self.now();
        let mut tx = self.database().read().await?;
        let file = EventFile::by_slug(&mut tx, slug, Some(registration)).await?;
        file.must_be_coordinated_by(actor)?;
        let person = file.people.first().ok_or(Error::NotFound)?;
        Ok((EventHead::of(&file, now), candidate(&file, person, now)))
    }

    /// Issues a certificate for one registration, also where an earlier one was revoked; its
    /// number.
    ///
    /// # Errors
    /// As [`Services::certificate_candidate`]; [`Error::NotNow`] where the registration does
    /// not meet the rule, has a certificate that stands, or the page cannot be printed.
    pub async fn issue_certificate(
        &self,
        actor: &Actor,
        slug: &str,
        registration: RegistrationId,
    ) -> Result<String> {
        let mut tx = self.database().read().await?;
        let file = EventFile::by_slug(&mut tx, slug, Some(registration)).await?;
        drop(tx);
        file.must_be_coordinated_by(actor)?;
        if file.people.is_empty() {
            return Err(Error::NotFound);
        }
        let issued = self
            .issue(file.event.id, registration, actor.account, None)
            .await;
        match issued {
            Ok(Some(number)) => {
                self.wake_background();
                Ok(number)
            }
            Ok(None) => Err(Error::Failed("an event changes without end".to_owned())),
            Err(Refusal::NotEligible) => Err(Error::NotNow("certificate-not-eligible")),
            Err(Refusal::Issued) => Err(Error::NotNow("certificate-issued-already")),
            Err(refusal @ (Refusal::Unprintable(_) | Refusal::Page(_) | Refusal::Unsigned(_))) => {
                tracing::warn!(%refusal, %registration, "a certificate cannot be printed");
                Err(Error::NotNow("certificate-unprintable"))
            }
            Err(Refusal::Failed(error)) => Err(error),
        }
    }

    /// Issues one certificate: checks, signs and prints, then stores it where nothing has
    /// changed meanwhile. `None` where another worker has the run, or changes do not end.
    async fn issue(
        &self,
        event: EventId,
        registration: RegistrationId,
        by: AccountId,
        mut run: Option<&mut store::ClaimedRun>,
    ) -> Result<Option<String>, Refusal> {
        for _ in 0..ATTEMPTS {
            let mut tx = self.database().read().await?;
            let file = EventFile::by_id(&mut tx, event, Some(registration)).await?;
            drop(tx);
            let person = file.people.first().ok_or(Refusal::NotEligible)?;
            may_be_issued(&file, person, self.now(), run.as_deref())?;
            let draft = self.draft(&file, person).await?;
            let stored = self.store(&draft, event, by, run.as_deref_mut()).await;
            match stored {
                Ok(Stored::Done) => return Ok(Some(draft.facts.number.to_string())),
                Ok(Stored::Changed) => self.drop_page(&draft.facts.number).await,
                Ok(Stored::Lost) => {
                    self.drop_page(&draft.facts.number).await;
                    return Ok(None);
                }
                Err(refusal) => {
                    self.drop_page(&draft.facts.number).await;
                    return Err(refusal);
                }
            }
        }
        Ok(None)
    }

    /// Stores a draft with its audit entry and its mail, in one transaction in which
    /// everything it depends on is checked once more.
    async fn store(
        &self,
        draft: &Draft,
        event: EventId,
        by: AccountId,
        run: Option<&mut store::ClaimedRun>,
    ) -> Result<Stored, Refusal> {
        let now = self.now();
        let mut tx = self.database().write().await?;
        let until = now + run::LEASE;
        if let Some(run) = run.as_deref()
            && !store::note_issued(&mut tx, run, until).await?
        {
            return Ok(Stored::Lost);
        }
        if !store::hold_registration(&mut tx, draft.person.id).await? {
            return Err(Refusal::NotEligible);
        }
        let file = EventFile::by_id(&mut tx, event, Some(draft.person.id)).await?;
        let person = file.people.first().ok_or(Refusal::NotEligible)?;
        let counted = may_be_issued(&file, person, now, run.as_deref())?;
        let number = draft.facts.number.clone();
        let again = facts::facts(&file, person, &counted, number, draft.issued_at)?;
        if again != draft.facts || !draft.insert(&mut tx, &file, by).await? {
            return Ok(Stored::Changed);
        }
        let detail = serde_json::json!({
            "number": draft.facts.number,
            "registration": draft.person.id,
            "run": run.as_deref().map(|run| run.id),
        });
        self.record(&mut tx, Some(by), "certificate.issued", draft.id.0, &detail)
            .await?;
        let letter = letters::ready(draft, &file, &self.settings().public_address);
        let letter = letter.map_err(|error| Refusal::Unsigned(error.to_string()))?;
        self.post(&mut tx, &letter).await?;
        tx.commit().await?;
        if let Some(run) = run {
            run.leased_until = until;
        }
        Ok(Stored::Done)
    }
}

/// Refuses where a certificate may not be issued; what was counted where it may. A run issues
/// only what was promised when it was asked for: nothing for somebody who had a certificate,
/// or about whom something changed since.
fn may_be_issued(
    file: &EventFile,
    person: &store::ParticipantRow,
    now: Timestamp,
    run: Option<&store::ClaimedRun>,
) -> Result<maktab_domain::Counted, Refusal> {
    if file.standing_of(person).is_some() {
        return Err(Refusal::Issued);
    }
    if let Some(run) = run {
        let changed = file.changed_at(person) > Some(run.requested_at);
        if changed || !file.is_due(person, now) {
            return Err(Refusal::NotEligible);
        }
    }
    match file.eligibility(person, now) {
        Eligibility::Eligible(counted) => Ok(counted),
        _ => Err(Refusal::NotEligible),
    }
}

fn must_be_printable(file: &EventFile, now: Timestamp) -> Result<()> {
    if !file.is_over(now) {
        return Err(Error::NotNow("certificate-not-over"));
    }
    match facts::obstacle(file, now) {
        Some(_) => Err(Error::NotNow("certificate-unprintable")),
        None => Ok(()),
    }
}
