//! Tokens are short, complete and cannot be changed.
use super::*;
use crate::facts::{Text, examples};

fn key() -> SigningKey {
    SigningKey::from_seed([1; 32])
}

fn keys() -> KeySet {
    KeySet {
        did: "did:web:maktab.example.org".to_owned(),
        keys: vec![SigningKey::from_seed([9; 32]).public(), key().public()],
    }
}

fn longest() -> CertificateFacts {
    let mut facts = examples::english();
    let mut state = 1_u32;
    let mut sign = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from_u32(0x430 + (state >> 27)).unwrap()
    };
    let mut text = |length| (0..length).map(|_| sign()).collect::<String>();
    facts.holder = Text::new(&text(80)).unwrap();
    facts.title = Text::new(&text(180)).unwrap();
    facts
}

#[test]
fn a_token_gives_back_every_fact() {
    for facts in examples::all() {
        let token = encode(&facts, &key()).unwrap();
        let checked = verify(&token, &facts.number, &keys()).unwrap();
        assert_eq!(checked.content, Content::Full(facts.clone()));
        assert_eq!(checked.key, key().public());
        assert!(checked.fits(&facts));
    }
}

#[test]
fn tokens_of_usual_certificates_are_short() {
    for (facts, most) in examples::all().iter().zip([345, 210, 330]) {
        let bytes = encode(facts, &key()).unwrap().len() * 3 / 4;
        assert!(bytes <= most, "{}: {bytes} bytes", facts.title);
    }
}

#[test]
fn the_longest_certificate_still_has_a_token_that_fits_its_facts() {
    let facts = longest();
    let token = encode(&facts, &key()).unwrap();
    let checked = verify(&token, &facts.number, &keys()).unwrap();
    let Content::Brief(brief) = &checked.content else {
        unreachable!("{checked:?}");
    };
    assert_eq!((&brief.holder, &brief.title), (&facts.holder, &facts.title));
    assert!(checked.fits(&facts));
    let mut other = facts;
    other.second_title = None;
    assert!(!checked.fits(&other));
}

#[test]
fn every_changed_sign_of_a_token_is_noticed() {
    let facts = examples::english();
    let token = encode(&facts, &key()).unwrap();
    for place in 0..token.len() {
        let mut signs = token.clone().into_bytes();
        signs[place] = if signs[place] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(signs).unwrap();
        assert!(
            verify(&changed, &facts.number, &keys()).is_err(),
            "at {place}"
        );
    }
}

#[test]
fn a_token_beside_another_number_is_altered() {
    let facts = examples::english();
    let token = encode(&facts, &key()).unwrap();
    let prefix = crate::number::NumberPrefix::new("ECO-IOM").unwrap();
    let other = CertificateNumber::generate(&prefix, 2026, [0; 5]).unwrap();
    assert_eq!(verify(&token, &other, &keys()), Err(TokenError::Altered));
}

#[test]
fn a_strangers_token_and_other_texts_are_told_apart() {
    let facts = examples::english();
    let strange = encode(&facts, &SigningKey::from_seed([2; 32])).unwrap();
    assert_eq!(
        verify(&strange, &facts.number, &keys()),
        Err(TokenError::UnknownSigner)
    );
    for text in ["", "AAAA", "no token", "\u{0}"] {
        assert_eq!(
            verify(text, &facts.number, &keys()),
            Err(TokenError::Shape),
            "{text}"
        );
    }
}

#[test]
fn the_qr_text_is_the_verification_page_with_the_token_as_fragment() {
    let facts = examples::english();
    let address = "https://maktab.example.org".parse().unwrap();
    let text = qr_text(&facts, &address, &key()).unwrap();
    let token = encode(&facts, &key()).unwrap();
    assert_eq!(
        text,
        format!("https://maktab.example.org/v/{}#{token}", facts.number)
    );
}
