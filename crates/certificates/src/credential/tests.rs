//! The credential is what it says, and nothing of it can be changed.
use jiff::Timestamp;
use serde_json::{Value, json};

use super::*;
use crate::facts::{CertificateFacts, Field, examples};
use crate::issuer::{Issuer, KeySet};
use crate::key::SigningKey;
use crate::proof::VerifyError;

fn issuer(seed: u8) -> Issuer {
    Issuer {
        address: "https://maktab.example.org".parse().unwrap(),
        name: "Maktab of ECO and IOM".to_owned(),
        key: SigningKey::from_seed([seed; 32]),
    }
}

fn issuance(facts: &CertificateFacts) -> Issuance<'_> {
    Issuance {
        facts,
        credential_id: [0xAB; 16],
        subject_id: [0xCD; 16],
        email: Some(EmailAddress {
            address: "gulnar@example.kz",
            salt: [9; 16],
        }),
        role: "participant",
        event_path: "/en/events/border-2027",
        criteria: "At least 80 % of the sessions that count.",
        status_path: "/status/1",
        status_index: 94_567,
        signed_at: "2027-01-25T09:30:00Z".parse().unwrap(),
    }
}

fn signed(facts: &CertificateFacts) -> String {
    issue(&issuance(facts), &issuer(1)).unwrap()
}

fn keys() -> KeySet {
    issuer(1).key_set(&[])
}

#[test]
fn a_credential_has_the_shape_of_open_badges_3() {
    let json: Value = serde_json::from_str(&signed(&examples::english())).unwrap();
    let subject = &json["credentialSubject"];
    let expected = [
        (
            &json["type"],
            json!(["VerifiableCredential", "OpenBadgeCredential"]),
        ),
        (
            &json["id"],
            json!("urn:uuid:abababab-abab-4bab-abab-abababababab"),
        ),
        (&json["issuer"]["id"], json!("did:web:maktab.example.org")),
        (&json["issuer"]["type"], json!(["Profile"])),
        (&json["validFrom"], json!("2027-01-25T09:30:00Z")),
        (&json["validUntil"], json!("2030-01-25T23:59:59Z")),
        (&json["awardedDate"], json!("2027-01-25T09:30:00Z")),
        (&subject["licenseNumber"], json!("ECO-IOM-2026-773Q-9X5X")),
        (
            &subject["identifier"][0]["identityHash"],
            json!("Gülnar Abdiqyzy"),
        ),
        (
            &subject["identifier"][1]["identityHash"],
            json!("Гүлнар Әбдіқызы"),
        ),
        (&subject["identifier"][2]["hashed"], json!(true)),
        (&subject["activityStartDate"], json!("2027-01-18T00:00:00Z")),
        (&subject["activityEndDate"], json!("2027-01-20T23:59:59Z")),
        (
            &subject["achievement"]["achievementType"],
            json!("CertificateOfCompletion"),
        ),
        (&subject["achievement"]["creditsAvailable"], json!(21)),
        (&subject["achievement"]["inLanguage"], json!("en")),
        (&subject["result"][0]["value"], json!("21")),
        (&subject["result"][1]["value"], json!("90")),
        (
            &json["evidence"][0]["id"],
            json!("https://maktab.example.org/v/ECO-IOM-2026-773Q-9X5X"),
        ),
        (&json["evidence"][1]["genre"], json!("AttendanceRecord")),
        (&json["credentialStatus"]["statusListIndex"], json!("94567")),
        (
            &json["credentialStatus"]["id"],
            json!("https://maktab.example.org/status/1#94567"),
        ),
        (&json["proof"][0]["cryptosuite"], json!("eddsa-rdfc-2022")),
    ];
    for (found, value) in expected {
        assert_eq!(*found, value);
    }
    let method = json["proof"][0]["verificationMethod"].as_str().unwrap();
    assert!(
        method.starts_with("did:web:maktab.example.org#z6Mk"),
        "{method}"
    );
    assert!(!json.to_string().contains("gulnar@example.kz"));
    assert!(json.get("credentialSchema").is_none());
}

#[test]
fn the_email_hash_is_the_one_open_badges_defines() {
    let hash = issue::identity_hash("a@example.com", "Kosher");
    assert!(hash.starts_with("sha256$b5809d8a"), "{hash}");
    let verified = verify(&signed(&examples::english()), &keys()).unwrap();
    assert_eq!(verified.belongs_to("gulnar@example.kz"), Some(true));
    assert_eq!(verified.belongs_to("stranger@example.kz"), Some(false));
}

#[test]
fn a_verified_credential_shows_every_printed_field() {
    for facts in examples::all() {
        let verified = verify(&signed(&facts), &keys()).unwrap();
        let printed = facts.printed();
        let expected: Vec<(&str, &str)> = printed
            .iter()
            .map(|line| (line.label, line.value.as_str()))
            .collect();
        assert_eq!(verified.printed(), expected);
        assert!(printed.iter().any(|line| line.field == Field::Signatory));
        assert_eq!(verified.number, facts.number);
        assert_eq!(verified.status_index(), Some(94_567));
    }
}

#[test]
fn a_credential_is_valid_from_its_signing_to_the_end_of_its_last_day() {
    let verified = verify(&signed(&examples::english()), &keys()).unwrap();
    let standing = |time: &str| verified.standing(time.parse::<Timestamp>().unwrap());
    assert_eq!(standing("2027-01-25T09:29:59Z"), Standing::NotYet);
    assert_eq!(standing("2027-01-25T09:30:00Z"), Standing::Valid);
    assert_eq!(standing("2030-01-25T23:59:59Z"), Standing::Valid);
    assert_eq!(standing("2030-01-26T00:00:00Z"), Standing::Expired);
}

#[test]
fn a_former_key_still_verifies_and_a_strangers_does_not() {
    let json = signed(&examples::english());
    let later = issuer(2).key_set(&[issuer(1).key.public()]);
    assert!(verify(&json, &later).is_ok());
    let refused = verify(&json, &issuer(2).key_set(&[])).unwrap_err();
    assert!(
        matches!(refused, VerifyError::UnknownSigner(_)),
        "{refused}"
    );
}

#[test]
fn another_issuers_credential_is_refused_even_with_a_known_key() {
    let json = signed(&examples::english());
    let elsewhere = KeySet {
        did: "did:web:elsewhere.example.org".to_owned(),
        ..keys()
    };
    let refused = verify(&json, &elsewhere).unwrap_err();
    assert!(
        matches!(refused, VerifyError::UnknownSigner(_)),
        "{refused}"
    );
}

/// Every way to change one string of a JSON value, with the place named.
fn changed_strings(value: &Value) -> Vec<(String, Value)> {
    fn walk(whole: &Value, pointer: &str, value: &Value, found: &mut Vec<(String, Value)>) {
        match value {
            Value::String(text) => {
                for place in 0..text.chars().count() {
                    let mut changed = whole.clone();
                    *changed.pointer_mut(pointer).unwrap() = Value::String(bump(text, place));
                    found.push((pointer.to_owned(), changed));
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    walk(whole, &format!("{pointer}/{index}"), item, found);
                }
            }
            Value::Object(fields) => {
                for (key, item) in fields {
                    let key = key.replace('~', "~0").replace('/', "~1");
                    walk(whole, &format!("{pointer}/{key}"), item, found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(value, "", value, &mut found);
    found
}

/// The text with one letter replaced by another of its kind.
fn bump(text: &str, place: usize) -> String {
    let other = |sign: char| match sign {
        '9' | 'z' | 'Z' => 'a',
        sign if sign.is_ascii_alphanumeric() => char::from(sign as u8 + 1),
        'x' => 'y',
        _ => 'x',
    };
    let letters = text.chars().enumerate();
    letters
        .map(|(index, sign)| if index == place { other(sign) } else { sign })
        .collect()
}

#[test]
fn every_changed_letter_breaks_the_signature() {
    let json: Value = serde_json::from_str(&signed(&examples::english())).unwrap();
    let changed = changed_strings(&json);
    assert!(changed.len() > 2_000, "{} letters", changed.len());
    for (pointer, changed) in changed {
        assert!(
            verify(&changed.to_string(), &keys()).is_err(),
            "{pointer}: {changed}"
        );
    }
}

#[test]
fn every_field_taken_away_or_added_breaks_it() {
    let json: Value = serde_json::from_str(&signed(&examples::english())).unwrap();
    let fields = json.as_object().unwrap();
    for key in fields.keys() {
        let mut changed = fields.clone();
        changed.remove(key);
        let changed = Value::Object(changed).to_string();
        assert!(verify(&changed, &keys()).is_err(), "without {key}");
    }
    let unsigned = [
        ("/grade", json!("A")),
        ("/credentialSubject/narrative", json!("with distinction")),
        ("/credentialSubject/achievement/tag", json!(["x"])),
        ("/proof/0/nonce", json!("x")),
    ];
    for (pointer, value) in unsigned {
        let mut changed = json.clone();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        changed.pointer_mut(parent).unwrap()[key] = value;
        let refused = verify(&changed.to_string(), &keys()).unwrap_err();
        assert!(
            matches!(refused, VerifyError::Shape(_)),
            "{pointer}: {refused}"
        );
    }
}

#[test]
fn evidence_that_json_ld_would_drop_cannot_be_smuggled_in() {
    let mut json: Value = serde_json::from_str(&signed(&examples::english())).unwrap();
    let smuggled = json!({"id": "relative", "type": ["Evidence"], "genre": "AttendanceRecord", "narrative": "10 of 10"});
    json["evidence"].as_array_mut().unwrap().push(smuggled);
    let refused = verify(&json.to_string(), &keys()).unwrap_err();
    assert!(matches!(refused, VerifyError::Altered), "{refused}");
}

#[test]
fn a_key_given_twice_is_refused() {
    let json = signed(&examples::english());
    let twice = json.replacen("\"name\":", "\"name\":\"another\",\"name\":", 1);
    let refused = verify(&twice, &keys()).unwrap_err();
    assert!(matches!(refused, VerifyError::Shape(_)), "{refused}");
}

#[test]
fn what_is_no_credential_is_refused() {
    for text in ["", "{}", "[]", "null", "{\"proof\":[]}"] {
        let refused = verify(text, &keys()).unwrap_err();
        assert!(
            matches!(refused, VerifyError::Shape(_)),
            "{text}: {refused}"
        );
    }
    let long = format!("{}{}", " ".repeat(600_000), signed(&examples::english()));
    assert!(matches!(verify(&long, &keys()), Err(VerifyError::Shape(_))));
}

#[test]
fn a_path_that_would_not_be_signed_is_an_error_at_issue() {
    let facts = examples::english();
    let wrong = Issuance {
        event_path: "/with space",
        ..issuance(&facts)
    };
    assert!(issue(&wrong, &issuer(1)).is_err());
}
