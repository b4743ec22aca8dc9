//! The list of revoked credentials: one bit for each, in a signed credential
//! of its own (<https://www.w3.org/TR/vc-bitstring-status-list/>).

use std::io::{Read, Write};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::credential::OpenBadge;
use crate::issuer::{Issuer, KeySet};
use crate::proof::{self, Moment, Proof, Secured, SignError, VerifyError};
use crate::rdf::CREDENTIALS_V2;

/// Bits in a list: the smallest number the standard allows, so that an entry
/// hides among many.
pub const LENGTH: u32 = 131_072;
const BYTES: usize = LENGTH as usize / 8;

/// Why a list cannot be read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StatusError {
    /// Outside the list.
    #[error("the list has no place {0}")]
    Index(u32),
    /// Not a list in the standard's encoding, or of another length.
    #[error("this is not an encoded list of {LENGTH} bits")]
    Encoding,
}

/// A list of [`LENGTH`] bits; a set bit is a revoked credential.
#[derive(Clone, PartialEq, Eq)]
pub struct StatusList(Box<[u8; BYTES]>);

impl Default for StatusList {
    fn default() -> Self {
        Self(Box::new([0; BYTES]))
    }
}

impl std::fmt::Debug for StatusList {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let revoked: u32 = self.0.iter().map(|byte| byte.count_ones()).sum();
        write!(f, "StatusList({revoked} of {LENGTH} revoked)")
    }
}

impl StatusList {
    /// A list in which these places are revoked.
    ///
    /// # Errors
    /// [`StatusError::Index`] for a place outside the list.
    pub fn with_revoked(places: impl IntoIterator<Item = u32>) -> Result<Self, StatusError> {
        let mut list = Self::default();
        for index in places {
            let byte = list.0.get_mut(index as usize / 8);
            *byte.ok_or(StatusError::Index(index))? |= mask(index);
        }
        Ok(list)
    }

    /// Whether the place is revoked.
    ///
    /// # Errors
    /// [`StatusError::Index`] for a place outside the list.
    pub fn is_revoked(&self, index: u32) -> Result<bool, StatusError> {
        let byte = self.0.get(index as usize / 8);
        Ok(byte.ok_or(StatusError::Index(index))? & mask(index) != 0)
    }

    /// Multibase base64url of the gzipped bits. The same list always gives
    /// the same text.
    ///
    /// # Errors
    /// [`StatusError::Encoding`] where compression fails.
    pub fn encode(&self) -> Result<String, StatusError> {
        let mut gzip = GzBuilder::new()
            .mtime(0)
            .write(Vec::new(), Compression::best());
        let written = gzip.write_all(&self.0[..]).and_then(|()| gzip.finish());
        let bytes = written.map_err(|_| StatusError::Encoding)?;
        Ok(format!("u{}", URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// Reads what [`StatusList::encode`] or another issuer has written. Reads
    /// no more than the length of a list, however much the text unpacks to.
    ///
    /// # Errors
    /// [`StatusError::Encoding`].
    pub fn decode(text: &str) -> Result<Self, StatusError> {
        let encoded = text.strip_prefix('u').ok_or(StatusError::Encoding)?;
        let gzip = URL_SAFE_NO_PAD
            .decode(encoded)
            .map_err(|_| StatusError::Encoding)?;
        let mut bits = Vec::new();
        let mut limited = GzDecoder::new(&gzip[..]).take(BYTES as u64 + 1);
        limited
            .read_to_end(&mut bits)
            .map_err(|_| StatusError::Encoding)?;
        let bits: Box<[u8]> = bits.into_boxed_slice();
        bits.try_into().map(Self).map_err(|_| StatusError::Encoding)
    }
}

/// Most significant bit first.
fn mask(index: u32) -> u8 {
    0x80 >> (index & 7)
}

/// What a status list's credential holds.
#[derive(Debug, Clone)]
pub struct ListIssuance<'a> {
    /// The list.
    pub list: &'a StatusList,
    /// Its path under the public address, as in the credentials: `/status/1`.
    pub path: &'a str,
    /// When it is signed.
    pub signed_at: Timestamp,
    /// Until when it may be relied on.
    pub valid_until: Timestamp,
}

/// Signs the list's credential; gives its JSON text.
///
/// # Errors
/// [`SignError`] where the path cannot stand in a credential.
pub fn issue(issuance: &ListIssuance<'_>, issuer: &Issuer) -> Result<String, SignError> {
    let url = format!("{}{}", issuer.address.origin(), issuance.path);
    let encoded = issuance.list.encode().map_err(|_| {
        let error = std::io::Error::other("the list cannot be compressed");
        SignError::Json(serde_json::Error::io(error))
    })?;
    let credential = ListCredential {
        context: vec![CREDENTIALS_V2.to_owned()],
        id: url.clone(),
        kind: ListCredentialType,
        issuer: issuer.address.did(),
        valid_from: issuance.signed_at.into(),
        valid_until: issuance.valid_until.into(),
        credential_subject: ListSubject {
            id: format!("{url}#list"),
            kind: ListType::BitstringStatusList,
            status_purpose: Purpose::Revocation,
            encoded_list: encoded,
        },
        proof: None,
    };
    proof::sign(credential, issuer, issuance.signed_at)
}

/// A status list whose signature fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedList {
    /// Its address.
    pub url: String,
    /// The bits.
    pub list: StatusList,
    /// As of when.
    pub as_of: Timestamp,
    /// Until when it may be relied on.
    pub valid_until: Timestamp,
}

impl VerifiedList {
    /// Whether a credential is revoked in this list; `None` where the
    /// credential belongs to another list.
    #[must_use]
    pub fn revokes(&self, credential: &OpenBadge) -> Option<bool> {
        let entry = &credential.credential_status;
        if entry.status_list_credential != self.url {
            return None;
        }
        let index = entry.status_list_index.parse().ok()?;
        self.list.is_revoked(index).ok()
    }
}

/// Checks a status list's JSON text against the issuer's keys.
///
/// # Errors
/// [`VerifyError`] as for credentials.
pub fn verify(json: &str, trusted: &KeySet) -> Result<VerifiedList, VerifyError> {
    let signed = proof::verify::<ListCredential>(json, trusted)?;
    let document = signed.document;
    let list = StatusList::decode(&document.credential_subject.encoded_list);
    Ok(VerifiedList {
        url: document.id,
        list: list.map_err(|error| VerifyError::Shape(error.to_string()))?,
        as_of: document.valid_from.timestamp(),
        valid_until: document.valid_until.timestamp(),
    })
}

crate::credential::constant!(
    /// The types of a status list's credential.
    ListCredentialType = ["VerifiableCredential", "BitstringStatusListCredential"]
);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ListCredential {
    #[serde(rename = "@context")]
    context: Vec<String>,
    id: String,
    #[serde(rename = "type")]
    kind: ListCredentialType,
    issuer: String,
    valid_from: Moment,
    valid_until: Moment,
    credential_subject: ListSubject,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    proof: Option<[Proof; 1]>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ListSubject {
    id: String,
    #[serde(rename = "type")]
    kind: ListType,
    status_purpose: Purpose,
    encoded_list: String,
}

#[derive(Serialize, Deserialize)]
enum ListType {
    BitstringStatusList,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Purpose {
    Revocation,
}

impl Secured for ListCredential {
    const CONTEXTS: &'static [&'static str] = &[CREDENTIALS_V2];

    fn contexts(&self) -> &[String] {
        &self.context
    }

    fn issuer(&self) -> &str {
        &self.issuer
    }

    fn proof(&mut self) -> &mut Option<[Proof; 1]> {
        &mut self.proof
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::SigningKey;

    #[test]
    fn the_first_bit_is_the_most_significant_one() {
        let list = StatusList::with_revoked([0, 9, LENGTH - 1]).unwrap();
        assert_eq!(list.0[..2], [0b1000_0000, 0b0100_0000]);
        assert_eq!(list.0[BYTES - 1], 1);
        for (index, revoked) in [(0, true), (1, false), (9, true), (LENGTH - 1, true)] {
            assert_eq!(list.is_revoked(index), Ok(revoked));
        }
        assert_eq!(list.is_revoked(LENGTH), Err(StatusError::Index(LENGTH)));
        assert!(StatusList::with_revoked([LENGTH]).is_err());
    }

    #[test]
    fn a_list_survives_its_text() {
        let list = StatusList::with_revoked([3, 77_777]).unwrap();
        let text = list.encode().unwrap();
        assert!(text.starts_with("uH4sI"), "{text}");
        assert!(text.len() < 200, "{} characters", text.len());
        assert_eq!(StatusList::decode(&text), Ok(list));
    }

    #[test]
    fn the_standards_example_of_an_empty_list_is_read() {
        // Example 3 of https://www.w3.org/TR/vc-bitstring-status-list/
        let text = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";
        assert_eq!(StatusList::decode(text), Ok(StatusList::default()));
    }

    fn gzipped(bytes: usize) -> String {
        let mut gzip = GzBuilder::new().write(Vec::new(), Compression::best());
        gzip.write_all(&vec![0; bytes]).unwrap();
        format!("u{}", URL_SAFE_NO_PAD.encode(gzip.finish().unwrap()))
    }

    #[test]
    fn texts_that_are_no_list_are_refused_however_large_they_unpack() {
        let (short, long) = (gzipped(BYTES - 1), gzipped(40_000_000));
        for text in ["", "u", "uAAAA", "H4sI", &short, &long] {
            assert_eq!(StatusList::decode(text), Err(StatusError::Encoding));
        }
    }

    fn issuer() -> Issuer {
        Issuer {
            address: "https://maktab.example.org".parse().unwrap(),
            name: "Maktab".to_owned(),
            key: SigningKey::from_seed([1; 32]),
        }
    }

    fn signed() -> String {
        let issuance = ListIssuance {
            list: &StatusList::with_revoked([5]).unwrap(),
            path: "/status/1",
            signed_at: "2027-01-25T00:00:00Z".parse().unwrap(),
            valid_until: "2027-01-26T00:00:00Z".parse().unwrap(),
        };
        issue(&issuance, &issuer()).unwrap()
    }

    #[test]
    fn a_signed_list_verifies_and_says_as_of_when() {
        let verified = verify(&signed(), &issuer().key_set(&[])).unwrap();
        assert_eq!(verified.url, "https://maktab.example.org/status/1");
        assert_eq!(verified.as_of.to_string(), "2027-01-25T00:00:00Z");
        assert_eq!(verified.valid_until.to_string(), "2027-01-26T00:00:00Z");
        assert_eq!(verified.list.is_revoked(5), Ok(true));
    }

    #[test]
    fn another_list_under_the_same_signature_is_refused() {
        let text = signed();
        let list = StatusList::with_revoked([5]).unwrap().encode().unwrap();
        let changed = text.replace(&list, &StatusList::default().encode().unwrap());
        assert_ne!(text, changed);
        let refused = verify(&changed, &issuer().key_set(&[]));
        assert!(matches!(refused, Err(VerifyError::Altered)));
    }
}
