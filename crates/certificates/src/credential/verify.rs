//! Checking a credential, and what a checked one says.

use jiff::Timestamp;

use super::types::{Genre, OpenBadge};
use crate::issuer::KeySet;
use crate::key::PublicKey;
use crate::number::CertificateNumber;
use crate::proof::{self, VerifyError};

/// A credential whose signature fits one of the issuer's keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Verified {
    /// What was signed.
    pub credential: OpenBadge,
    /// The certificate's number.
    pub number: CertificateNumber,
    /// The key that has signed.
    pub key: PublicKey,
    /// When, as the signer says.
    pub signed_at: Timestamp,
}

/// Whether a certificate is within its time. Revoked, replaced and unknown
/// are not written in a credential: its status list and the issuer know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Its time has not begun.
    NotYet,
    /// Within its time.
    Valid,
    /// After its last day.
    Expired,
}

/// Checks a credential's JSON text against the issuer's keys: every key of
/// the JSON must be known, every value signed.
///
/// # Errors
/// [`VerifyError`], which tells a foreign document, a foreign signer and an
/// altered credential apart.
pub fn verify(json: &str, trusted: &KeySet) -> Result<Verified, VerifyError> {
    let signed = proof::verify::<OpenBadge>(json, trusted)?;
    let number = signed.document.credential_subject.license_number.parse();
    Ok(Verified {
        number: number.map_err(|_| VerifyError::Shape("its number is none".to_owned()))?,
        credential: signed.document,
        key: signed.key,
        signed_at: signed.created,
    })
}

impl Verified {
    /// Where the certificate stands at a point in time.
    #[must_use]
    pub fn standing(&self, now: Timestamp) -> Standing {
        let credential = &self.credential;
        if now < credential.valid_from.timestamp() {
            Standing::NotYet
        } else if credential
            .valid_until
            .is_some_and(|end| now > end.timestamp())
        {
            Standing::Expired
        } else {
            Standing::Valid
        }
    }

    /// Every printed field as (name, value), in the certificate's language.
    #[must_use]
    pub fn printed(&self) -> Vec<(&str, &str)> {
        let pages = self.credential.evidence.iter();
        pages
            .filter(|evidence| evidence.genre == Genre::Certificate)
            .flat_map(|page| page.narrative.lines())
            .map(|line| line.split_once(": ").unwrap_or(("", line)))
            .collect()
    }

    /// The credential's place in its list of revoked ones.
    #[must_use]
    pub fn status_index(&self) -> Option<u32> {
        self.credential
            .credential_status
            .status_list_index
            .parse()
            .ok()
    }

    /// Whether the holder's email address is this one; `None` where the
    /// credential holds none.
    #[must_use]
    pub fn belongs_to(&self, address: &str) -> Option<bool> {
        let mut identities = self.credential.credential_subject.identifier.iter();
        identities.find(|identity| identity.hashed).map(|identity| {
            let salt = identity.salt.as_deref().unwrap_or_default();
            super::issue::identity_hash(address, salt) == identity.identity_hash
        })
    }
}
