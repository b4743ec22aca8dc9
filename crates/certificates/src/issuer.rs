//! Who issues: the installation's public address, its `did:web` identifier,
//! and the document at `/.well-known/did.json` that lists its keys.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::key::{PublicKey, SigningKey};

/// Contexts of a DID document with Multikeys, in this order
/// (<https://www.w3.org/TR/cid-1.0/#Multikey>).
const DID_CONTEXTS: [&str; 2] = [
    "https://www.w3.org/ns/did/v1",
    "https://w3id.org/security/multikey/v1",
];

/// Why an issuer cannot be built or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IssuerError {
    /// Not `https://host` or `http://host`, with or without a port.
    #[error("a public address is http(s)://host or http(s)://host:port, without a path")]
    Address,
    /// Not a DID document of this kind, or not about one issuer.
    #[error("this is not a DID document with Ed25519 Multikeys: {0}")]
    DidDocument(String),
}

/// The address under which the installation is reached from outside, without
/// a path: `https://maktab.example.org`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicAddress {
    scheme: &'static str,
    authority: String,
}

impl PublicAddress {
    /// `https://host[:port]`, no slash at the end.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("{}://{}", self.scheme, self.authority)
    }

    /// The host with its port, as in an address.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// The issuer's identifier. A port's colon is percent-encoded, as
    /// did:web demands (<https://w3c-ccg.github.io/did-method-web/>).
    #[must_use]
    pub fn did(&self) -> String {
        format!("did:web:{}", self.authority.replace(':', "%3A"))
    }
}

impl FromStr for PublicAddress {
    type Err = IssuerError;

    fn from_str(text: &str) -> Result<Self, IssuerError> {
        let (scheme, rest) = [("https", "https://"), ("http", "http://")]
            .iter()
            .find_map(|(scheme, start)| Some((*scheme, text.strip_prefix(start)?)))
            .ok_or(IssuerError::Address)?;
        let authority = rest.strip_suffix('/').unwrap_or(rest);
        let (host, port) = match authority.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        };
        let host_fits = !host.is_empty()
            && host.len() <= 253
            && host
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.');
        let port_fits = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
        if !host_fits || !port_fits {
            return Err(IssuerError::Address);
        }
        Ok(Self {
            scheme,
            authority: authority.to_ascii_lowercase(),
        })
    }
}

impl fmt::Display for PublicAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.origin())
    }
}

/// Everything needed to sign: address, name and key.
#[derive(Debug)]
pub struct Issuer {
    /// Where the installation is reached; makes the identifier and the links.
    pub address: PublicAddress,
    /// The issuer's name as verifiers show it.
    pub name: String,
    /// The key that signs today.
    pub key: SigningKey,
}

impl Issuer {
    /// The identifier of the key that signs: `<did>#<publicKeyMultibase>`.
    #[must_use]
    pub fn verification_method(&self) -> String {
        verification_method(&self.address.did(), &self.key.public())
    }

    /// The issuer's identifier with its key of today and the `former` ones.
    #[must_use]
    pub fn key_set(&self, former: &[PublicKey]) -> KeySet {
        let today = self.key.public();
        let mut keys = vec![today];
        keys.extend(former.iter().filter(|key| **key != today));
        KeySet {
            did: self.address.did(),
            keys,
        }
    }
}

pub(crate) fn verification_method(did: &str, key: &PublicKey) -> String {
    format!("{did}#{key}")
}

/// The keys an issuer signs with or has signed with. What verifying trusts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeySet {
    /// The issuer's identifier, `did:web:…`.
    pub did: String,
    /// Today's key first, former ones after it.
    pub keys: Vec<PublicKey>,
}

impl KeySet {
    /// The key named by `<did>#<publicKeyMultibase>`, if it is in the set.
    #[must_use]
    pub fn find(&self, verification_method: &str) -> Option<&PublicKey> {
        self.keys
            .iter()
            .find(|key| crate::issuer::verification_method(&self.did, key) == verification_method)
    }

    /// The JSON text to serve at `/.well-known/did.json`.
    ///
    /// # Errors
    /// [`IssuerError::DidDocument`] where the encoder fails.
    pub fn to_did_document(&self) -> Result<String, IssuerError> {
        let methods: Vec<Method> = self.keys.iter().map(|key| self.method(key)).collect();
        let document = DidDocument {
            context: DID_CONTEXTS.map(str::to_owned).to_vec(),
            id: self.did.clone(),
            assertion_method: methods.iter().map(|method| method.id.clone()).collect(),
            verification_method: methods,
        };
        serde_json::to_string_pretty(&document)
            .map_err(|error| IssuerError::DidDocument(error.to_string()))
    }

    /// Reads a document that [`KeySet::to_did_document`] has written.
    ///
    /// # Errors
    /// [`IssuerError::DidDocument`] for any other text, or where a key is not
    /// the issuer's own or not meant for assertions.
    pub fn from_did_document(text: &str) -> Result<Self, IssuerError> {
        let wrong = |reason: &str| IssuerError::DidDocument(reason.to_owned());
        let document: DidDocument =
            serde_json::from_str(text).map_err(|error| wrong(&error.to_string()))?;
        let set = Self {
            keys: document
                .verification_method
                .iter()
                .map(|method| method.public_key_multibase)
                .collect(),
            did: document.id,
        };
        let methods: Vec<Method> = set.keys.iter().map(|key| set.method(key)).collect();
        let ids: Vec<&str> = methods.iter().map(|method| method.id.as_str()).collect();
        if document.context != DID_CONTEXTS {
            return Err(wrong("other contexts"));
        }
        if document.verification_method != methods || document.assertion_method != ids {
            return Err(wrong("a key that is not the issuer's own"));
        }
        Ok(set)
    }

    fn method(&self, key: &PublicKey) -> Method {
        Method {
            id: verification_method(&self.did, key),
            kind: "Multikey".to_owned(),
            controller: self.did.clone(),
            public_key_multibase: *key,
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct DidDocument {
    #[serde(rename = "@context")]
    context: Vec<String>,
    id: String,
    verification_method: Vec<Method>,
    assertion_method: Vec<String>,
}

#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Method {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    controller: String,
    public_key_multibase: PublicKey,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> PublicAddress {
        text.parse().unwrap()
    }

    #[test]
    fn a_port_is_percent_encoded_in_the_identifier() {
        let cases = [
            ("https://maktab.example.org", "did:web:maktab.example.org"),
            ("https://Maktab.Example.org/", "did:web:maktab.example.org"),
            ("http://127.0.0.1:3000", "did:web:127.0.0.1%3A3000"),
        ];
        for (text, did) in cases {
            assert_eq!(address(text).did(), did);
        }
        assert_eq!(
            address("http://127.0.0.1:3000").origin(),
            "http://127.0.0.1:3000"
        );
    }

    #[test]
    fn an_address_with_anything_more_is_refused() {
        for text in [
            "maktab.example.org",
            "ftp://maktab.example.org",
            "https://",
            "https://a/b",
            "https://a:0",
            "https://a:port",
            "https://user@a",
            "https://a#b",
            "https://a b",
        ] {
            assert_eq!(
                text.parse::<PublicAddress>(),
                Err(IssuerError::Address),
                "{text}"
            );
        }
    }

    fn key_set() -> KeySet {
        let issuer = Issuer {
            address: address("http://127.0.0.1:3000"),
            name: "Maktab".to_owned(),
            key: SigningKey::from_seed([1; 32]),
        };
        let former = SigningKey::from_seed([2; 32]).public();
        issuer.key_set(&[former, issuer.key.public()])
    }

    #[test]
    fn the_did_document_lists_todays_key_and_former_ones_once() {
        let set = key_set();
        assert_eq!(set.keys.len(), 2);
        let text = set.to_did_document().unwrap();
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        let id = format!("did:web:127.0.0.1%3A3000#{}", set.keys[0]);
        assert_eq!(json["id"], "did:web:127.0.0.1%3A3000");
        assert_eq!(json["verificationMethod"][0]["id"], id);
        assert_eq!(json["verificationMethod"][0]["type"], "Multikey");
        assert_eq!(json["assertionMethod"][0], id);
        assert_eq!(KeySet::from_did_document(&text), Ok(set));
    }

    #[test]
    fn a_document_with_a_strangers_key_is_refused() {
        let text = key_set().to_did_document().unwrap();
        let stranger = text.replacen(
            "\"controller\": \"did:web:127",
            "\"controller\": \"did:web:128",
            1,
        );
        assert_ne!(text, stranger);
        assert!(KeySet::from_did_document(&stranger).is_err());
    }

    #[test]
    fn a_key_is_found_only_under_its_full_name() {
        let set = key_set();
        let name = format!("{}#{}", set.did, set.keys[1]);
        assert_eq!(set.find(&name), Some(&set.keys[1]));
        assert_eq!(set.find(&set.keys[1].to_multibase()), None);
    }
}
