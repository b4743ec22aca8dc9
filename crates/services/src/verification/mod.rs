//! Verifying: what was issued under a number, who signed it, and where it stands now. For
//! anybody, without an account; nothing is told that is not printed on the page.

mod lists;
mod numbers;

use crate::issuing::facts;
use crate::reference::Organisation;
use crate::{Error, Result, Services};
use maktab_certificates::facts::Field;
use maktab_certificates::number::NumberError;
use maktab_certificates::texts::Texts as Words;
use maktab_certificates::{CertificateFacts, CertificateNumber, KeySet, Verified, credential};
use maktab_domain::{Texts, Timestamp};
use maktab_locale::Locale;
use maktab_store::certificates::{self as store, CertificateRow};
use maktab_store::issuing;
use std::sync::Arc;

/// What verifying answers.
#[derive(Debug, Clone)]
pub enum Verification {
    /// What was typed cannot be a number.
    NoNumber,
    /// It looks like a number, but its check character says that a sign is wrong.
    Mistyped,
    /// No certificate was issued under this number.
    Unknown {
        /// The number as it would be printed.
        number: String,
    },
    /// One was.
    Found(Box<Verdict>),
}

/// Where a certificate stands. Each is another answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Issued, and nothing has changed since.
    Valid,
    /// Its last day has passed.
    Expired {
        /// The first instant at which it was no longer valid.
        since: Timestamp,
    },
    /// Taken back.
    Revoked {
        /// When.
        at: Timestamp,
        /// Why.
        reason: String,
    },
    /// Another certificate stands in its place.
    Replaced {
        /// The number of that one.
        by: String,
    },
    /// What is stored does not fit its signature.
    Altered,
}

/// One printed line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedLine {
    field: Field,
    /// The value as it is printed.
    pub value: String,
    /// Tag of the language of the value; `None` for names in Latin script and for values
    /// whose language is not known.
    pub language: Option<String>,
}

impl PrintedLine {
    /// What the line is about, in the reader's language.
    #[must_use]
    pub fn label(&self, locale: Locale) -> &'static str {
        Words::of(facts::language_of(locale)).label(self.field)
    }

    /// Whether it is the holder's name.
    #[must_use]
    pub fn is_name(&self) -> bool {
        matches!(self.field, Field::Holder | Field::NativeName)
    }
}

/// What is known of a certificate.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub standing: Standing,
    /// Every printed line, in reading order; none where the signature does not fit.
    pub printed: Vec<PrintedLine>,
    /// The names of the organisations that it names; none where the signature does not fit.
    pub organisations: Vec<Texts>,
    /// The identifier of the key that signed it; none where the signature does not fit.
    pub key: Option<String>,
    /// When it was signed, as the signature says.
    pub signed_at: Option<Timestamp>,
    /// IANA name of the event's time zone.
    pub time_zone: String,
    /// When all this was looked up.
    pub as_of: Timestamp,
}

impl Services {
    /// What was issued under a number, as people type it.
    ///
    /// # Errors
    /// The database failed, or there is no key to verify with.
    pub async fn verify_certificate(&self, typed: &str) -> Result<Verification> {
        let mut tx = self.database().read().await?;
        let codes = issuing::organisation_codes(&mut tx).await?;
        let typed = &numbers::in_ascii(typed);
        let number = match CertificateNumber::parse(typed, &numbers::prefixes(typed, &codes)) {
            Ok(number) => number,
            Err(NumberError::Check) => return Ok(Verification::Mistyped),
            Err(_) => return Ok(Verification::NoNumber),
        };
        let Some(row) = store::by_number(&mut tx, number.as_str()).await? else {
            let number = number.to_string();
            return Ok(Verification::Unknown { number });
        };
        drop(tx);
        let reference = self.reference().await?;
        let issuing = Arc::clone(self.certificates()?);
        let now = self.now();
        // Checking a signature takes some milliseconds; the threads that answer have no time.
        let verdict = tokio::task::spawn_blocking(move || {
            let known = &reference.organisations;
            judge(row, &issuing.keys, known, now)
        });
        let verdict = verdict
            .await
            .map_err(|error| Error::Failed(error.to_string()))?;
        Ok(Verification::Found(Box::new(verdict)))
    }
}

/// Checks what is stored against its signature, and where it stands.
fn judge(row: CertificateRow, keys: &KeySet, known: &[Organisation], now: Timestamp) -> Verdict {
    let keys = under_its_address(&row.credential, keys);
    let signed = credential::verify(&row.credential, &keys);
    let signed = signed.ok().filter(|signed| fits(&row, signed));
    let facts = serde_json::from_str::<CertificateFacts>(&row.facts);
    let (Some(signed), Ok(facts)) = (signed, facts) else {
        tracing::error!(
            number = row.number,
            "a stored certificate does not fit its signature"
        );
        return Verdict {
            standing: Standing::Altered,
            number: row.number,
            printed: Vec::new(),
            organisations: Vec::new(),
            key: None,
            signed_at: None,
            time_zone: row.time_zone,
            as_of: now,
        };
    };
    Verdict {
        standing: standing(&row, &signed, now),
        number: row.number,
        printed: printed(&facts),
        organisations: organisations(&facts, known),
        key: Some(format!("{}#{}", keys.did, signed.key)),
        signed_at: Some(Timestamp(signed.signed_at.as_millisecond())),
        time_zone: row.time_zone,
        as_of: now,
    }
}

/// Our keys under the identifier that a credential of ours names: the installation may have had
/// another public address when it signed, and what makes a signature ours is the key.
fn under_its_address(credential: &str, keys: &KeySet) -> KeySet {
    let document = serde_json::from_str::<serde_json::Value>(credential).unwrap_or_default();
    let did = document["issuer"]["id"].as_str();
    let did = did.filter(|did| did.starts_with("did:web:"));
    KeySet {
        did: did.unwrap_or(&keys.did).to_owned(),
        keys: keys.keys.clone(),
    }
}

/// The organisations that the certificate names, whoever organises the event by now. One that
/// is still called as it was is named in every language in which it is known.
fn organisations(facts: &CertificateFacts, known: &[Organisation]) -> Vec<Texts> {
    let tag = facts.language.tag();
    let named = facts.organisations.iter().map(|signed| {
        let name = signed.name.as_str();
        let same = known.iter().find(|one| one.names.best(tag).1 == name);
        same.map_or_else(|| Texts::new([(tag, name)]), |one| one.names.clone())
    });
    named.collect()
}

/// Whether the stored facts are the ones that were signed: the same number, the same printed
/// lines, the same place in the same status list.
fn fits(row: &CertificateRow, signed: &Verified) -> bool {
    let Ok(facts) = serde_json::from_str::<CertificateFacts>(&row.facts) else {
        return false;
    };
    let entry = &signed.credential.credential_status;
    let printed = facts.printed_text();
    let pages = &signed.credential.evidence;
    signed.number.as_str() == row.number
        && facts.number == signed.number
        && pages.iter().any(|page| page.narrative == printed)
        && signed.status_index().map(i64::from) == Some(row.status_index)
        && entry
            .status_list_credential
            .ends_with(&format!("/status/{}", row.status_list))
}

fn standing(row: &CertificateRow, signed: &Verified, now: Timestamp) -> Standing {
    if let Some(at) = row.revoked_at {
        let reason = row.revocation_reason.clone().unwrap_or_default();
        return Standing::Revoked { at, reason };
    }
    if let Some(by) = row.replaced_by.clone() {
        return Standing::Replaced { by };
    }
    let last = signed.credential.valid_until;
    let last = last.map(|last| Timestamp(last.timestamp().as_millisecond()));
    match last {
        Some(last) if now > last => Standing::Expired { since: last },
        _ => Standing::Valid,
    }
}

fn printed(facts: &CertificateFacts) -> Vec<PrintedLine> {
    let own = facts.language.tag();
    let lines = facts.printed().into_iter().map(|line| PrintedLine {
        field: line.field,
        value: line.value,
        language: match line.field {
            Field::Holder => None,
            _ => {
                let language = line.language.unwrap_or_else(|| own.to_owned());
                (language != facts::NO_LANGUAGE).then_some(language)
            }
        },
    });
    lines.collect()
}
