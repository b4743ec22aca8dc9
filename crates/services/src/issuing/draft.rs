//! A certificate before it is stored: number, facts, credential, QR code and page, all
//! made outside any transaction, for signing and setting take their time.

use super::facts::{self, Unprintable};
use crate::eligible::EventFile;
use crate::signing::{Issuing, renderer};
use crate::{Error, Random, Result, Services};
use maktab_certificates::credential::EmailAddress;
use maktab_certificates::{CertificateFacts, CertificateNumber, Issuance, status, token};
use maktab_domain::{AccountId, CertificateId, Counted, Timestamp};
use maktab_locale::t;
use maktab_store::issuing::ParticipantRow;
use maktab_store::{Tx, certificates};
use std::sync::Arc;

/// Why no certificate came of it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    /// The registration does not meet the rule.
    #[error("not eligible")]
    NotEligible,
    /// It has a certificate that stands.
    #[error("there is one already")]
    Issued,
    /// What has to be printed cannot be.
    #[error(transparent)]
    Unprintable(#[from] Unprintable),
    /// The page cannot be made.
    #[error(transparent)]
    Page(#[from] maktab_certificates::pdf::RenderError),
    /// What concerns this one certificate cannot be signed, or its holder not be written to.
    #[error("{0}")]
    Unsigned(String),
    /// Something else failed; for the log.
    #[error(transparent)]
    Failed(#[from] Error),
}

impl From<maktab_store::Error> for Refusal {
    fn from(error: maktab_store::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// What is drawn at random for one certificate.
#[derive(Clone)]
pub(super) struct Lots {
    pub number: CertificateNumber,
    pub status_list: i64,
    pub status_index: u32,
    credential_id: [u8; 16],
    subject_id: [u8; 16],
    salt: [u8; 16],
}

/// How often a number or a place that is taken is drawn anew.
const DRAWS: usize = 16;
/// The first list.
const FIRST_LIST: i64 = 1;

impl Lots {
    /// Draws a number and a place in the current list that are free now. A list in which
    /// every draw fails is about full: the next one begins.
    pub async fn draw(
        tx: &mut Tx,
        random: &dyn Random,
        file: &EventFile,
        issued_at: Timestamp,
    ) -> Result<Self, Refusal> {
        let number = Self::draw_number(tx, random, file, issued_at).await?;
        let list = certificates::latest_list(tx).await?.unwrap_or(FIRST_LIST);
        let (status_list, status_index) = Self::draw_place(tx, random, list).await?;
        Ok(Self {
            number,
            status_list,
            status_index,
            credential_id: bytes(random),
            subject_id: bytes(random),
            salt: bytes(random),
        })
    }

    async fn draw_number(
        tx: &mut Tx,
        random: &dyn Random,
        file: &EventFile,
        issued_at: Timestamp,
    ) -> Result<CertificateNumber, Refusal> {
        let prefix = facts::prefix(&file.organisers)?;
        let year = facts::day(issued_at, &file.event.time_zone).year();
        for _ in 0..DRAWS {
            let number = CertificateNumber::generate(&prefix, year, bytes(random))
                .map_err(|error| Error::Failed(error.to_string()))?;
            if certificates::is_number_free(tx, number.as_str()).await? {
                return Ok(number);
            }
        }
        Err(Error::Failed("no certificate number was free".to_owned()).into())
    }

    async fn draw_place(
        tx: &mut Tx,
        random: &dyn Random,
        list: i64,
    ) -> Result<(i64, u32), Refusal> {
        for list in [list, list + 1] {
            for _ in 0..DRAWS {
                // The length of a list is a power of two: no place is likelier than another.
                let index = u32::from_be_bytes(bytes(random)) % status::LENGTH;
                if certificates::is_place_free(tx, list, i64::from(index)).await? {
                    return Ok((list, index));
                }
            }
        }
        Err(Error::Failed("no place in a status list was free".to_owned()).into())
    }
}

fn bytes<const N: usize>(random: &dyn Random) -> [u8; N] {
    let mut bytes = [0; N];
    random.fill(&mut bytes);
    bytes
}

/// Everything of a certificate but the row.
pub(crate) struct Draft {
    pub id: CertificateId,
    pub person: ParticipantRow,
    pub facts: CertificateFacts,
    pub facts_json: String,
    pub credential: String,
    pub qr_text: String,
    pub status_list: i64,
    pub status_index: u32,
    pub issued_at: Timestamp,
}

/// What one signature needs; owned, so that it can be made on another thread.
pub(super) struct Blank {
    id: CertificateId,
    person: ParticipantRow,
    facts: CertificateFacts,
    lots: Lots,
    event_path: String,
    criteria: String,
    issued_at: Timestamp,
}

impl Blank {
    /// Puts together what is to be signed for a registration that meets the rule.
    pub fn fill(
        file: &EventFile,
        person: &ParticipantRow,
        counted: &Counted,
        id: CertificateId,
        lots: Lots,
        issued_at: Timestamp,
    ) -> Result<Self, Unprintable> {
        let facts = facts::facts(file, person, counted, lots.number.clone(), issued_at)?;
        let locale = facts::locale(facts.language);
        let percent = locale.percent(file.event.min_percent);
        Ok(Self {
            id,
            person: person.clone(),
            event_path: format!("/{}/events/{}", locale.tag(), file.event.slug),
            criteria: t!(locale, "certificate-criteria", percent = percent),
            facts,
            lots,
            issued_at,
        })
    }

    /// Signs.
    pub fn sign(self, issuing: &Issuing) -> Result<Draft, Refusal> {
        let failed = |error: &dyn std::error::Error| Refusal::Unsigned(error.to_string());
        let issuer = &issuing.issuer;
        let email = self.person.email.clone();
        let signed_at = jiff::Timestamp::from_second(self.issued_at.seconds());
        let issuance = Issuance {
            facts: &self.facts,
            credential_id: self.lots.credential_id,
            subject_id: self.lots.subject_id,
            email: Some(EmailAddress {
                address: &email,
                salt: self.lots.salt,
            }),
            role: "participant",
            event_path: &self.event_path,
            criteria: &self.criteria,
            status_path: &format!("/status/{}", self.lots.status_list),
            status_index: self.lots.status_index,
            signed_at: signed_at.map_err(|error| failed(&error))?,
        };
        let credential =
            maktab_certificates::issue(&issuance, issuer).map_err(|error| failed(&error))?;
        let qr_text = token::qr_text(&self.facts, &issuer.address, &issuer.key);
        Ok(Draft {
            id: self.id,
            facts_json: serde_json::to_string(&self.facts).map_err(|error| failed(&error))?,
            credential,
            qr_text: qr_text.map_err(|error| failed(&error))?,
            status_list: self.lots.status_list,
            status_index: self.lots.status_index,
            issued_at: self.issued_at,
            person: self.person,
            facts: self.facts,
        })
    }
}

impl Draft {
    /// Stores the row; `false` where a number, a place or the one standing certificate of
    /// the registration is taken by now.
    pub async fn insert(&self, tx: &mut Tx, file: &EventFile, by: AccountId) -> Result<bool> {
        let new = certificates::NewCertificate {
            id: self.id,
            number: self.facts.number.as_str(),
            registration: self.person.id,
            event: file.event.id,
            person: self.person.person_id,
            kind: file.event.certificate_kind,
            facts: &self.facts_json,
            credential: &self.credential,
            qr_text: &self.qr_text,
            issued_at: self.issued_at,
            issued_by: by,
            expires_at: None,
            status_list: self.status_list,
            status_index: i64::from(self.status_index),
        };
        Ok(certificates::insert(tx, &new).await?)
    }
}

impl Services {
    /// Makes a certificate up to the point where it is stored: signed, its page in the files.
    /// The registration has to meet the rule now.
    pub(super) async fn draft(
        &self,
        file: &EventFile,
        person: &ParticipantRow,
    ) -> Result<Draft, Refusal> {
        let now = self.now();
        let counted = match file.eligibility(person, now) {
            maktab_domain::Eligibility::Eligible(counted) => counted,
            _ => return Err(Refusal::NotEligible),
        };
        let mut tx = self.database().read().await?;
        let lots = Lots::draw(&mut tx, self.inner.random.as_ref(), file, now).await?;
        drop(tx);
        let id = self.new_id(CertificateId);
        let blank = Blank::fill(file, person, &counted, id, lots, now)?;
        let issuing = Arc::clone(self.certificates()?);
        let made = tokio::task::spawn_blocking(move || {
            let draft = blank.sign(&issuing)?;
            let credential = draft.credential.as_bytes();
            let page = renderer()?.render(&draft.facts, &draft.qr_text, credential)?;
            Ok::<_, Refusal>((draft, page))
        });
        let (draft, page) = made
            .await
            .map_err(|error| Error::Failed(error.to_string()))??;
        self.keep_page(&draft.facts.number, page).await?;
        Ok(draft)
    }
}
