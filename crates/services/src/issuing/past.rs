//! Certificates of the past, for the demonstration: issued as of times given, without mail,
//! and without pages, which are set when somebody asks for them.

use super::draft::{Blank, Draft, Lots, Refusal};
use crate::eligible::EventFile;
use crate::signing::renderer;
use crate::{Error, Random, Result, Services};
use maktab_domain::{AccountId, CertificateId, Eligibility, EventId, RegistrationId, Timestamp};
use maktab_store::{Tx, audit, certificates};
use std::collections::HashSet;
use std::sync::Arc;

/// A certificate that was issued in the past.
#[derive(Debug, Clone)]
pub struct PastCertificate {
    /// For which registration; it has to meet the event's rule.
    pub registration: RegistrationId,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// By whom.
    pub issued_by: AccountId,
    /// How it was revoked, if it was.
    pub revoked: Option<PastRevocation>,
}

/// A revocation in the past.
#[derive(Debug, Clone)]
pub struct PastRevocation {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: AccountId,
    /// Why.
    pub reason: String,
}

impl Services {
    /// Issues certificates of one event as of times in the past, within the caller's
    /// transaction; their numbers, in the order given. The same random source gives the same
    /// numbers. Signatures are made on all cores.
    ///
    /// # Errors
    /// [`Error::NotNow`] where a registration does not meet the rule;
    /// [`Error::Failed`] where a certificate could not be printed.
    pub async fn issue_past_certificates(
        &self,
        tx: &mut Tx,
        random: &dyn Random,
        event: EventId,
        past: &[PastCertificate],
    ) -> Result<Vec<String>> {
        let file = EventFile::by_id(tx, event, None).await?;
        let mut blanks = Vec::with_capacity(past.len());
        let (mut numbers, mut places) = (HashSet::new(), HashSet::new());
        for one in past {
            let person = file.people.iter().find(|p| p.id == one.registration);
            let person = person.ok_or(Error::NotFound)?;
            let Eligibility::Eligible(counted) = file.eligibility(person, one.issued_at) else {
                return Err(Error::NotNow("certificate-not-eligible"));
            };
            let lots = loop {
                let drawn = Lots::draw(tx, random, &file, one.issued_at).await;
                let lots = drawn.map_err(failed)?;
                // What is drawn here is not stored yet, so the database cannot know of it.
                if numbers.insert(lots.number.to_string())
                    && places.insert((lots.status_list, lots.status_index))
                {
                    break lots;
                }
            };
            let id = CertificateId(crate::random::uuid_v7(one.issued_at, random));
            let blank = Blank::fill(&file, person, &counted, id, lots, one.issued_at);
            blanks.push(blank.map_err(|error| failed(error.into()))?);
        }
        let drafts = self.sign_all(blanks).await?;
        let mut issued = Vec::with_capacity(drafts.len());
        for (draft, one) in drafts.iter().zip(past) {
            store_past(tx, random, &file, draft, one).await?;
            issued.push(draft.facts.number.to_string());
        }
        Ok(issued)
    }

    /// Signs on as many threads as there are cores; the order is kept.
    async fn sign_all(&self, blanks: Vec<Blank>) -> Result<Vec<Draft>> {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let share = blanks.len().div_ceil(cores).max(1);
        let mut blanks = blanks.into_iter().peekable();
        let mut at_work = Vec::new();
        while blanks.peek().is_some() {
            let part: Vec<Blank> = blanks.by_ref().take(share).collect();
            let issuing = Arc::clone(self.certificates()?);
            at_work.push(tokio::task::spawn_blocking(move || {
                let signed = part.into_iter().map(|blank| {
                    let draft = blank.sign(&issuing)?;
                    let missing = renderer()?.missing_glyphs(&draft.facts);
                    if missing.is_empty() {
                        Ok(draft)
                    } else {
                        Err(maktab_certificates::pdf::RenderError::MissingGlyphs(missing).into())
                    }
                });
                signed.collect::<Result<Vec<_>, Refusal>>()
            }));
        }
        let mut drafts = Vec::new();
        for part in at_work {
            let signed = part
                .await
                .map_err(|error| Error::Failed(error.to_string()))?;
            drafts.extend(signed.map_err(failed)?);
        }
        Ok(drafts)
    }
}

async fn store_past(
    tx: &mut Tx,
    random: &dyn Random,
    file: &EventFile,
    draft: &Draft,
    past: &PastCertificate,
) -> Result<()> {
    if !draft.insert(tx, file, past.issued_by).await? {
        return Err(Error::NotNow("certificate-issued-already"));
    }
    let number = draft.facts.number.as_str();
    let issued = serde_json::json!({ "number": number, "registration": draft.person.id });
    let mut entries = vec![(past.issued_at, past.issued_by, "certificate.issued", issued)];
    if let Some(revoked) = &past.revoked {
        certificates::revoke(tx, draft.id, revoked.by, &revoked.reason, revoked.at).await?;
        let detail = serde_json::json!({ "number": number, "reason": revoked.reason });
        entries.push((revoked.at, revoked.by, "certificate.revoked", detail));
    }
    for (at, by, action, detail) in entries {
        let entry = audit::Entry {
            id: crate::random::uuid_v7(at, random),
            at,
            account: Some(by),
            action,
            subject: Some(draft.id.0),
            detail: &detail,
        };
        audit::record(tx, &entry).await?;
    }
    Ok(())
}

fn failed(refusal: Refusal) -> Error {
    match refusal {
        Refusal::Failed(error) => error,
        other => Error::Failed(other.to_string()),
    }
}
