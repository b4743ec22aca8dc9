//! Data Integrity proofs of the suite `eddsa-rdfc-2022`
//! (<https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022>), over documents of
//! closed types.

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::issuer::{Issuer, KeySet};
use crate::key::PublicKey;
use crate::rdf::{self, RdfError};

/// The greatest length of a document that is looked at, in bytes. A list of
/// revoked certificates is the longest there is.
const MAX_LENGTH: usize = 512 * 1024;

/// Why a document cannot be signed.
#[derive(Debug, thiserror::Error)]
pub enum SignError {
    /// It has no canonical form.
    #[error(transparent)]
    Rdf(#[from] RdfError),
    /// It cannot be written as JSON.
    #[error("the document cannot be written: {0}")]
    Json(#[from] serde_json::Error),
}

/// Why a document is not accepted.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// Not a document of the expected kind, or with a key that is not known.
    #[error("this is not a document of the expected kind: {0}")]
    Shape(String),
    /// Signed with a key that is not the issuer's, or by another issuer.
    #[error("signed by somebody else: {0}")]
    UnknownSigner(String),
    /// The signature does not fit: something was changed after signing.
    #[error("the signature does not fit: the document was altered")]
    Altered,
}

/// A proof as it stands in a signed document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Proof {
    #[serde(rename = "type")]
    kind: ProofType,
    cryptosuite: Cryptosuite,
    created: Moment,
    verification_method: String,
    proof_purpose: ProofPurpose,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    proof_value: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum ProofType {
    DataIntegrityProof,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Cryptosuite {
    #[serde(rename = "eddsa-rdfc-2022")]
    EddsaRdfc2022,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum ProofPurpose {
    #[serde(rename = "assertionMethod")]
    AssertionMethod,
}

/// A point in time in the one form we write: UTC, whole seconds, `Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Moment(i64);

impl Moment {
    /// The point in time.
    #[must_use]
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_second(self.0).unwrap_or(Timestamp::MAX)
    }
}

impl From<Timestamp> for Moment {
    fn from(time: Timestamp) -> Self {
        Self(time.as_second())
    }
}

impl TryFrom<String> for Moment {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let time: Timestamp = text.parse().map_err(|_| format!("{text} is no time"))?;
        let moment = Self::from(time);
        if String::from(moment) == text {
            Ok(moment)
        } else {
            Err(format!("{text} is not in UTC and whole seconds"))
        }
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.timestamp().to_string()
    }
}

/// A document that can carry a proof.
pub trait Secured: Serialize + DeserializeOwned {
    /// Its contexts, in order.
    const CONTEXTS: &'static [&'static str];

    /// The contexts it names.
    fn contexts(&self) -> &[String];

    /// Its issuer's identifier.
    fn issuer(&self) -> &str;

    /// Where the proof stands.
    fn proof(&mut self) -> &mut Option<[Proof; 1]>;
}

/// A document whose signature fits.
#[derive(Debug, Clone, PartialEq)]
pub struct Signed<T> {
    /// The document, its proof taken off.
    pub document: T,
    /// The key that has signed.
    pub key: PublicKey,
    /// When, as the signer says.
    pub created: Timestamp,
}

/// Signs `document` and gives its JSON text.
pub(crate) fn sign<T: Secured>(
    mut document: T,
    issuer: &Issuer,
    created: Timestamp,
) -> Result<String, SignError> {
    let mut proof = Proof {
        kind: ProofType::DataIntegrityProof,
        cryptosuite: Cryptosuite::EddsaRdfc2022,
        created: created.into(),
        verification_method: issuer.verification_method(),
        proof_purpose: ProofPurpose::AssertionMethod,
        proof_value: None,
    };
    *document.proof() = None;
    let signature = issuer.key.sign(&message(&document, &proof, T::CONTEXTS)?);
    proof.proof_value = Some(format!("z{}", bs58::encode(signature).into_string()));
    *document.proof() = Some([proof]);
    Ok(serde_json::to_string(&document)?)
}

/// Checks a signed document against the issuer's keys.
///
/// What is checked is the document as it was *understood*, written anew: a
/// key of the JSON that is not known, or given twice, is refused, so nothing
/// can be shown that is not signed.
pub(crate) fn verify<T: Secured>(text: &str, trusted: &KeySet) -> Result<Signed<T>, VerifyError> {
    if text.len() > MAX_LENGTH {
        return Err(VerifyError::Shape("it is too long".to_owned()));
    }
    let shape = |error: serde_json::Error| VerifyError::Shape(error.to_string());
    let mut document: T = serde_json::from_str(text).map_err(shape)?;
    if document.contexts() != T::CONTEXTS {
        return Err(VerifyError::Shape("other contexts".to_owned()));
    }
    let Some([mut proof]) = document.proof().take() else {
        return Err(VerifyError::Shape("it is not signed".to_owned()));
    };
    let key = signer(&document, &proof, trusted)?;
    let signature = proof.proof_value.take().and_then(|value| {
        let encoded = value.strip_prefix('z')?;
        bs58::decode(encoded).into_vec().ok()
    });
    let message = message(&document, &proof, T::CONTEXTS).map_err(|_| VerifyError::Altered)?;
    if !signature.is_some_and(|signature| key.verifies(&message, &signature)) {
        return Err(VerifyError::Altered);
    }
    Ok(Signed {
        document,
        key,
        created: proof.created.timestamp(),
    })
}

fn signer<T: Secured>(
    document: &T,
    proof: &Proof,
    trusted: &KeySet,
) -> Result<PublicKey, VerifyError> {
    if document.issuer() != trusted.did {
        return Err(VerifyError::UnknownSigner(document.issuer().to_owned()));
    }
    trusted
        .find(&proof.verification_method)
        .copied()
        .ok_or_else(|| VerifyError::UnknownSigner(proof.verification_method.clone()))
}

fn message(
    document: &impl Serialize,
    proof: &Proof,
    contexts: &[&str],
) -> Result<[u8; 64], RdfError> {
    let configuration = Configuration { contexts, proof };
    let configuration = rdf::canonical(&configuration)?;
    Ok(hash_data(&configuration, &rdf::canonical(document)?))
}

/// What is signed: the hash of the proof's own fields, then the document's.
fn hash_data(configuration: &str, document: &str) -> [u8; 64] {
    let mut data = [0; 64];
    data[..32].copy_from_slice(&Sha256::digest(configuration));
    data[32..].copy_from_slice(&Sha256::digest(document));
    data
}

#[derive(Serialize)]
struct Configuration<'a> {
    #[serde(rename = "@context")]
    contexts: &'a [&'a str],
    #[serde(flatten)]
    proof: &'a Proof,
}

#[cfg(test)]
mod tests;
