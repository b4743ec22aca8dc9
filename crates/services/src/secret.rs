//! Secrets that are handed out once and kept only as a hash.

use crate::Random;
use sha2::{Digest, Sha256};

/// A secret of 256 bits as lower-case hexadecimal text, for a link or a cookie.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

/// SHA-256 of a secret: what is stored. A secret of 256 random bits needs no salt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecretHash(pub [u8; 32]);

impl Secret {
    /// Draws a new secret.
    pub fn draw(random: &dyn Random) -> Self {
        let mut bytes = [0; 32];
        random.fill(&mut bytes);
        Self(hex::encode(bytes))
    }

    /// Takes what came in a link or a cookie; `None` where it cannot be one of ours.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let shape = text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit());
        shape.then(|| Self(text.to_ascii_lowercase()))
    }

    /// The text to hand out.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What may be stored of it.
    #[must_use]
    pub fn hash(&self) -> SecretHash {
        SecretHash(Sha256::digest(self.0.as_bytes()).into())
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}
