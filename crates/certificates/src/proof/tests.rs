//! The standard's own test vector, bit for bit.
use serde_json::{Value, json};

use super::*;
use crate::key::SigningKey;
use crate::rdf::Contexts;

const SIGNED: &str = include_str!("../../tests/vectors/signedDataInt.json");
const CANONICAL_DOCUMENT: &str = include_str!("../../tests/vectors/canonDocDataInt.txt");
const CANONICAL_PROOF: &str = include_str!("../../tests/vectors/proofCanonDataInt.txt");
const CONTEXTS: [&str; 2] = [
    "https://www.w3.org/ns/credentials/v2",
    "https://www.w3.org/ns/credentials/examples/v2",
];
static LOADED: &Contexts = &[
    (
        CONTEXTS[0],
        include_bytes!("../../contexts/credentials-v2.json"),
    ),
    (
        CONTEXTS[1],
        br#"{"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}"#,
    ),
];

fn vector() -> (Value, Proof) {
    let mut document: Value = serde_json::from_str(SIGNED).unwrap();
    let proof = document.as_object_mut().unwrap().remove("proof").unwrap();
    (document, serde_json::from_value(proof).unwrap())
}

fn key() -> SigningKey {
    let bytes = bs58::decode("3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq").into_vec();
    SigningKey::from_seed(bytes.unwrap()[2..].try_into().unwrap())
}

#[test]
fn the_standards_example_is_reproduced_bit_for_bit() {
    let (document, mut proof) = vector();
    let expected = proof.proof_value.take().unwrap();
    let contexts = &CONTEXTS[..];
    let configuration = Configuration {
        contexts,
        proof: &proof,
    };
    let configuration = rdf::canonical_in(&configuration, LOADED).unwrap();
    let document = rdf::canonical_in(&document, LOADED).unwrap();
    assert_eq!(configuration, CANONICAL_PROOF);
    assert_eq!(document, CANONICAL_DOCUMENT);
    let signature = key().sign(&hash_data(&configuration, &document));
    assert_eq!(
        format!("z{}", bs58::encode(signature).into_string()),
        expected
    );
}

#[test]
fn moments_have_one_form_only() {
    let moment: Moment = serde_json::from_value(json!("2027-01-25T09:30:00Z")).unwrap();
    assert_eq!(String::from(moment), "2027-01-25T09:30:00Z");
    for other in [
        "2027-01-25T09:30:00.5Z",
        "2027-01-25T09:30:00+00:00",
        "2027-01-25",
        "later",
    ] {
        assert!(
            serde_json::from_value::<Moment>(json!(other)).is_err(),
            "{other}"
        );
    }
}
