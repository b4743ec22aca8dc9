//! Answers that are kept, sealed: only the key of the request opens them.

use super::KeptAnswer;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce as Once, UnboundKey};
use sha2::{Digest, Sha256};
use std::fmt;

/// Keeps the hash that seals apart from the one by which the request is found.
const PURPOSE: &[u8] = b"maktab: the answer to the request with the key ";

/// Drawn anew for each answer.
pub(super) type Nonce = [u8; NONCE_LEN];

/// What seals the answer to one request.
#[derive(Clone, Copy)]
pub(super) struct Key([u8; 32]);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Key {
    /// Of the request with this key.
    pub fn of(request: &str) -> Self {
        let hash = Sha256::new_with_prefix(PURPOSE).chain_update(request);
        Self(hash.finalize().into())
    }

    fn cipher(self) -> Option<LessSafeKey> {
        let key = UnboundKey::new(&CHACHA20_POLY1305, &self.0).ok()?;
        Some(LessSafeKey::new(key))
    }

    /// The sealed answer: the nonce, then ChaCha20-Poly1305 (RFC 8439) of its JSON. Empty where
    /// there is nothing to give again.
    pub fn close(self, answer: &KeptAnswer, nonce: Nonce) -> Option<Vec<u8>> {
        if *answer == KeptAnswer::Itself {
            return Some(Vec::new());
        }
        let mut text = serde_json::to_vec(answer).ok()?;
        let once = Once::assume_unique_for_key(nonce);
        let cipher = self.cipher()?;
        let sealed = cipher.seal_in_place_append_tag(once, Aad::empty(), &mut text);
        sealed.ok()?;
        Some([nonce.as_slice(), &text].concat())
    }

    /// The answer; `None` where it was sealed otherwise.
    pub fn open(self, sealed: &[u8]) -> Option<KeptAnswer> {
        if sealed.is_empty() {
            return Some(KeptAnswer::Itself);
        }
        let (nonce, text) = sealed.split_first_chunk()?;
        let mut text = text.to_vec();
        let once = Once::assume_unique_for_key(*nonce);
        let text = self
            .cipher()?
            .open_in_place(once, Aad::empty(), &mut text)
            .ok()?;
        serde_json::from_slice(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_key_of_the_request_opens_its_answer() {
        let answer = KeptAnswer::Redirect {
            location: "/en/invitation/3f5a".to_owned(),
            cookies: vec!["written-to=a%40example.org".to_owned()],
        };
        let key = Key::of("0123456789abcdef");
        let sealed = key.close(&answer, [7; NONCE_LEN]).unwrap();
        assert_eq!(key.open(&sealed), Some(answer));
        assert_eq!(Key::of("0123456789abcdee").open(&sealed), None);
        let text = String::from_utf8_lossy(&sealed);
        assert!(!text.contains("3f5a") && !text.contains("example"));
        let mut spoilt = sealed;
        *spoilt.last_mut().unwrap() ^= 1;
        assert_eq!(key.open(&spoilt), None);
        assert_eq!(key.open(&[1, 2]), None);
    }

    #[test]
    fn what_answers_for_itself_needs_no_key() {
        let sealed = Key::of("a").close(&KeptAnswer::Itself, [0; NONCE_LEN]);
        assert_eq!(sealed, Some(Vec::new()));
        assert_eq!(Key::of("b").open(&[]), Some(KeptAnswer::Itself));
    }
}
