//! Ed25519 keys: the one that signs, and the public halves that verify.

use std::fmt;

use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{DecodePrivateKey, EncodePrivateKey};
use ed25519_dalek::{Signature, Signer, VerifyingKey};
use serde::{Deserialize, Serialize};

/// Multicodec prefix of an Ed25519 public key (0xed as a varint).
const MULTICODEC_ED25519: [u8; 2] = [0xed, 0x01];

/// Why a key cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Not a PKCS#8 PEM text of an Ed25519 key.
    #[error("this is not an Ed25519 key in PKCS#8 PEM form")]
    Pem,
    /// Not a multibase text (`z6Mk…`) of a sound Ed25519 public key.
    #[error("this is not an Ed25519 public key in multibase form")]
    Multibase,
}

/// The private key that signs. Wiped from memory when dropped; never shown by
/// `Debug`.
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// Makes a key from 32 bytes of a cryptographic random generator.
    #[must_use]
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(&seed))
    }

    /// Reads a key from its PKCS#8 PEM text.
    ///
    /// # Errors
    /// [`KeyError::Pem`]; the text itself is in no message.
    pub fn from_pem(text: &str) -> Result<Self, KeyError> {
        ed25519_dalek::SigningKey::from_pkcs8_pem(text)
            .map(Self)
            .map_err(|_| KeyError::Pem)
    }

    /// The PKCS#8 PEM text to keep in a file that only the program may read.
    ///
    /// # Errors
    /// [`KeyError::Pem`] where the encoder fails.
    pub fn to_pem(&self) -> Result<String, KeyError> {
        self.0
            .to_pkcs8_pem(LineEnding::LF)
            .map(|text| text.to_string())
            .map_err(|_| KeyError::Pem)
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey(… of {})", self.public())
    }
}

/// A public key; its text form is `publicKeyMultibase` of a Multikey, `z6Mk…`.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads `z` + base58btc of the multicodec prefix and the key's 32 bytes.
    ///
    /// # Errors
    /// [`KeyError::Multibase`], also for points of small order.
    pub fn from_multibase(text: &str) -> Result<Self, KeyError> {
        let encoded = text.strip_prefix('z').ok_or(KeyError::Multibase)?;
        let bytes = bs58::decode(encoded)
            .into_vec()
            .map_err(|_| KeyError::Multibase)?;
        let key = bytes
            .strip_prefix(&MULTICODEC_ED25519)
            .and_then(|key| <[u8; 32]>::try_from(key).ok())
            .and_then(|key| VerifyingKey::from_bytes(&key).ok())
            .filter(|key| !key.is_weak());
        key.map(Self).ok_or(KeyError::Multibase)
    }

    /// The multibase text, `z6Mk…`.
    #[must_use]
    pub fn to_multibase(&self) -> String {
        let bytes = [&MULTICODEC_ED25519[..], self.0.as_bytes()].concat();
        format!("z{}", bs58::encode(bytes).into_string())
    }

    /// The raw 32 bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// Whether `signature` is this key's over `message`, by the strict rules
    /// that leave no second valid form of a signature.
    pub(crate) fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.0.verify_strict(message, &signature).is_ok())
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_multibase())
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

impl TryFrom<String> for PublicKey {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        Self::from_multibase(&text)
    }
}

impl From<PublicKey> for String {
    fn from(key: PublicKey) -> Self {
        key.to_multibase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key pair of the examples in W3C's "Data Integrity EdDSA Cryptosuites".
    const W3C_PUBLIC: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    const W3C_PRIVATE: &str = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq";

    fn w3c_key() -> SigningKey {
        let bytes = bs58::decode(&W3C_PRIVATE[1..]).into_vec().unwrap();
        SigningKey::from_seed(bytes[2..].try_into().unwrap())
    }

    #[test]
    fn the_standards_own_key_pair_fits_together() {
        assert_eq!(w3c_key().public().to_multibase(), W3C_PUBLIC);
        assert_eq!(
            PublicKey::from_multibase(W3C_PUBLIC).unwrap(),
            w3c_key().public()
        );
    }

    #[test]
    fn a_key_survives_its_pem_text() {
        let key = SigningKey::from_seed([7; 32]);
        let text = key.to_pem().unwrap();
        assert!(text.starts_with("-----BEGIN PRIVATE KEY-----\n"));
        assert_eq!(SigningKey::from_pem(&text).unwrap().public(), key.public());
        assert_eq!(SigningKey::from_pem("nonsense").unwrap_err(), KeyError::Pem);
    }

    #[test]
    fn debug_output_shows_no_secret() {
        let key = w3c_key();
        let shown = format!("{key:?}");
        let secret = bs58::encode(key.0.as_bytes()).into_string();
        assert!(
            shown.contains(W3C_PUBLIC) && !shown.contains(&secret),
            "{shown}"
        );
    }

    #[test]
    fn texts_that_are_no_key_are_refused() {
        let zero_point = {
            let bytes = [&MULTICODEC_ED25519[..], &[0; 32]].concat();
            format!("z{}", bs58::encode(bytes).into_string())
        };
        for text in ["", "z", "m6Mk", W3C_PRIVATE, &W3C_PUBLIC[1..], &zero_point] {
            assert_eq!(
                PublicKey::from_multibase(text),
                Err(KeyError::Multibase),
                "{text}"
            );
        }
    }
}
