//! The token in the QR code: what is printed, in a compact signed form, so
//! that a browser can check the paper without asking anybody.
//!
//! A token is the base64url text of a COSE_Sign1 (RFC 9052) with Ed25519. Its
//! payload is one byte for the form and the packed CBOR of the facts. The
//! certificate's number is not in it, for it stands in the address beside it;
//! it is signed with it as external data. The token travels in the address's
//! fragment, which browsers never send to a server.

mod compact;
mod pack;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use coset::{CborSerializable, CoseSign1, CoseSign1Builder, HeaderBuilder, iana};

pub use compact::Brief;

use crate::facts::CertificateFacts;
use crate::issuer::{KeySet, PublicAddress};
use crate::key::{PublicKey, SigningKey};
use crate::number::CertificateNumber;

/// The greatest length of a token in bytes, before base64url. With it, the
/// QR code of an address of 64 characters has at most 81 modules on each side
/// (version 16), which is read from the page even at 100 dots to the inch.
pub const MAX_LENGTH: usize = 390;
/// The first bytes of the public key, which name it among the issuer's.
const KEY_ID: usize = 4;

/// Why a token cannot be written or is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// Not a token, or of a form this program does not know.
    #[error("this is not a certificate's token")]
    Shape,
    /// Signed with a key that is not the issuer's.
    #[error("the token is signed by somebody else")]
    UnknownSigner,
    /// The signature fits neither the content nor the number.
    #[error(
        "the signature of the token does not fit: it was altered, or belongs to another number"
    )]
    Altered,
    /// The facts are too long even for the brief form.
    #[error("the facts are too long for a token")]
    TooLong,
}

/// What a token says.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Everything that is printed.
    Full(CertificateFacts),
    /// The essentials of a certificate too long for a QR code, and a digest
    /// of everything.
    Brief(Brief),
}

/// A token whose signature fits.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// What it says.
    pub content: Content,
    /// The key that has signed.
    pub key: PublicKey,
}

impl Checked {
    /// Whether these facts, got from elsewhere, are what was signed.
    #[must_use]
    pub fn fits(&self, facts: &CertificateFacts) -> bool {
        match &self.content {
            Content::Full(signed) => signed == facts,
            Content::Brief(brief) => compact::digest(facts).is_ok_and(|sum| sum == brief.digest),
        }
    }
}

/// Signs the facts of a certificate in the full form, or in the brief one
/// where the full one would be longer than [`MAX_LENGTH`].
///
/// # Errors
/// [`TokenError::TooLong`], which texts within their limits cannot reach.
pub fn encode(facts: &CertificateFacts, key: &SigningKey) -> Result<String, TokenError> {
    let full = sign(compact::full(facts)?, &facts.number, key)?;
    let token = if full.len() <= MAX_LENGTH {
        full
    } else {
        sign(compact::brief(facts)?, &facts.number, key)?
    };
    Ok(URL_SAFE_NO_PAD.encode(token))
}

/// What the QR code says: `https://HOST/v/{number}#{token}`.
///
/// # Errors
/// As [`encode`].
pub fn qr_text(
    facts: &CertificateFacts,
    address: &PublicAddress,
    key: &SigningKey,
) -> Result<String, TokenError> {
    let token = encode(facts, key)?;
    Ok(format!("{}/v/{}#{token}", address.origin(), facts.number))
}

/// Checks a token that was found beside `number`.
///
/// # Errors
/// [`TokenError`], which tells a foreign text, a foreign signer and an altered
/// token apart.
pub fn verify(
    token: &str,
    number: &CertificateNumber,
    trusted: &KeySet,
) -> Result<Checked, TokenError> {
    let bytes = URL_SAFE_NO_PAD
        .decode(token.trim())
        .map_err(|_| TokenError::Shape)?;
    let cose = CoseSign1::from_slice(&bytes).map_err(|_| TokenError::Shape)?;
    if cose.protected.header != header() {
        return Err(TokenError::Shape);
    }
    let keys = trusted.keys.iter();
    let mut candidates = keys
        .filter(|key| key.as_bytes()[..KEY_ID] == cose.unprotected.key_id[..])
        .peekable();
    candidates.peek().ok_or(TokenError::UnknownSigner)?;
    let signed = cose.tbs_data(number.as_str().as_bytes());
    let key = candidates.find(|key| key.verifies(&signed, &cose.signature));
    let key = *key.ok_or(TokenError::Altered)?;
    let payload = cose.payload.ok_or(TokenError::Shape)?;
    let content = compact::read(&payload, number)?;
    Ok(Checked { content, key })
}

fn sign(
    payload: Vec<u8>,
    number: &CertificateNumber,
    key: &SigningKey,
) -> Result<Vec<u8>, TokenError> {
    let key_id = key.public().as_bytes()[..KEY_ID].to_vec();
    CoseSign1Builder::new()
        .protected(header())
        .unprotected(HeaderBuilder::new().key_id(key_id).build())
        .payload(payload)
        .create_signature(number.as_str().as_bytes(), |data| key.sign(data).to_vec())
        .build()
        .to_vec()
        .map_err(|_| TokenError::TooLong)
}

/// The algorithm by the name that says which curve (RFC 9864).
fn header() -> coset::Header {
    HeaderBuilder::new()
        .algorithm(iana::Algorithm::Ed25519)
        .build()
}

#[cfg(test)]
mod tests;
