//! From a JSON-LD document to the canonical N-Quads that are signed: RDF
//! Dataset Canonicalization 1.0 (<https://www.w3.org/TR/rdf-canon/>), with the
//! two contexts that are part of the program and no others.

use std::error::Error;

use oxjsonld::{JsonLdLoadDocumentOptions, JsonLdParser, JsonLdRemoteDocument};
use oxrdf::Dataset;
use oxrdf::dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm};
use serde::Serialize;
use serde_json::Value;

/// W3C's context of Verifiable Credentials 2.0.
pub const CREDENTIALS_V2: &str = "https://www.w3.org/ns/credentials/v2";
/// 1EdTech's context of Open Badges 3.0.
pub const OPEN_BADGES_V3: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

/// Addresses and texts of contexts.
pub type Contexts = [(&'static str, &'static [u8])];

const CONTEXTS: [(&str, &[u8]); 2] = [
    (
        CREDENTIALS_V2,
        include_bytes!("../contexts/credentials-v2.json"),
    ),
    (
        OPEN_BADGES_V3,
        include_bytes!("../contexts/ob-v3p0-context-3.0.3.json"),
    ),
];

/// Why a document has no canonical form that may be signed.
#[derive(Debug, thiserror::Error)]
pub enum RdfError {
    /// Not valid JSON-LD, or with a context that is not ours.
    #[error("not valid JSON-LD: {0}")]
    JsonLd(#[from] oxjsonld::JsonLdSyntaxError),
    /// Not valid JSON.
    #[error("not valid JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// Part of the document would not be signed: JSON-LD drops unknown terms
    /// and relative identifiers without a word.
    #[error("{written} of the document's {expected} statements would be signed")]
    Dropped {
        /// Statements in the document.
        expected: usize,
        /// Statements in its canonical form.
        written: usize,
    },
}

/// The canonical N-Quads of a document, having made sure that every value in
/// it is one of them.
pub fn canonical(document: &impl Serialize) -> Result<String, RdfError> {
    canonical_in(document, &CONTEXTS)
}

pub fn canonical_in(
    document: &impl Serialize,
    contexts: &'static Contexts,
) -> Result<String, RdfError> {
    let document = serde_json::to_value(document)?;
    let lines = canonical_lines(&document, contexts)?;
    let (expected, written) = (statements(&document), lines.len());
    if expected != written {
        return Err(RdfError::Dropped { expected, written });
    }
    Ok(lines.concat())
}

fn canonical_lines(document: &Value, contexts: &'static Contexts) -> Result<Vec<String>, RdfError> {
    let text = serde_json::to_vec(document)?;
    let load = move |url: &str, _: &JsonLdLoadDocumentOptions| load(url, contexts);
    let quads = JsonLdParser::new()
        .for_slice(&text)
        .with_load_document_callback(load);
    let mut dataset = Dataset::new();
    for quad in quads {
        dataset.insert(&quad?);
    }
    dataset.canonicalize(CanonicalizationAlgorithm::Rdfc10 {
        hash_algorithm: CanonicalizationHashAlgorithm::Sha256,
    });
    let mut lines: Vec<String> = dataset.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort_unstable();
    Ok(lines)
}

fn load(
    url: &str,
    contexts: &Contexts,
) -> Result<JsonLdRemoteDocument, Box<dyn Error + Send + Sync>> {
    let (url, bytes) = contexts
        .iter()
        .find(|(known, _)| *known == url)
        .ok_or_else(|| format!("the context {url} is not one of ours"))?;
    Ok(JsonLdRemoteDocument {
        document: bytes.to_vec(),
        document_url: (*url).to_owned(),
    })
}

/// How many statements a document makes, if nothing of it is dropped: one for
/// each value that is not an identifier, and one for each object that hangs
/// on another.
fn statements(document: &Value) -> usize {
    fn of_entry(key: &str, value: &Value) -> usize {
        match value {
            Value::Array(items) => items.iter().map(|item| of_entry(key, item)).sum(),
            Value::Object(_) => 1 + statements(value),
            _ => usize::from(key != "id"),
        }
    }
    let fields = document.as_object().into_iter().flatten();
    fields
        .filter(|(key, _)| *key != "@context")
        .map(|(key, value)| of_entry(key, value))
        .sum()
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn the_contexts_are_the_published_bytes() {
        let sums = CONTEXTS.map(|(_, bytes)| {
            let digest = Sha256::digest(bytes);
            digest
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect::<String>()
        });
        assert_eq!(
            sums,
            [
                "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734",
                "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84",
            ]
        );
    }

    fn document(extra: Value) -> Value {
        let mut document = json!({
            "@context": [CREDENTIALS_V2, OPEN_BADGES_V3],
            "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": "Line one\nline \"two\" \\",
        });
        for (key, value) in extra.as_object().unwrap() {
            document[key] = value.clone();
        }
        document
    }

    #[test]
    fn a_document_of_known_terms_has_its_canonical_lines() {
        let lines = canonical(&document(json!({}))).unwrap();
        let subject = "<urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33>";
        let kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
        assert_eq!(
            lines,
            format!(
                "{subject} {kind} <https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential> .\n\
                 {subject} {kind} <https://www.w3.org/2018/credentials#VerifiableCredential> .\n\
                 {subject} <https://schema.org/name> \"Line one\\nline \\\"two\\\" \\\\\" .\n"
            )
        );
    }

    #[test]
    fn what_json_ld_would_drop_is_an_error() {
        let dropped = [
            json!({"grade": "A"}),
            json!({"type": ["VerifiableCredential", "OpenBadgeCredential", "Grade"]}),
            json!({"evidence": [{"id": "relative", "type": ["Evidence"], "narrative": "10 of 10"}]}),
            json!({"credentialSubject": {"id": "urn:uuid:1", "grade": "A"}}),
            json!({"description": null}),
        ];
        for extra in dropped {
            assert!(canonical(&document(extra.clone())).is_err(), "{extra}");
        }
    }

    #[test]
    fn a_strange_context_is_never_loaded() {
        let mut document = document(json!({}));
        document["@context"] = json!([CREDENTIALS_V2, "https://example.org/context"]);
        let error = canonical(&document).unwrap_err().to_string();
        assert!(error.contains("is not one of ours"), "{error}");
    }
}
