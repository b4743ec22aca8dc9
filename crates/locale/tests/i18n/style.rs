//! What can be said mechanically about the wording of a translation.

use maktab_locale::Locale;

use crate::catalogue::{self, Catalogue};

/// Messages that are rightly the same as in English: names.
const SAME_AS_ENGLISH: [(Locale, &str); 3] = [
    (Locale::Tr, "brand"),
    (Locale::Tr, "country-pk"),
    (Locale::Tr, "country-tr"),
];

/// What is wrong with the texts of a language; `same` lists the ids that may be as in English.
fn faults(locale: Locale, english: &Catalogue, messages: &Catalogue, same: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (id, value) in messages {
        let mut say = |what: &str| found.push(format!("{id} {what}"));
        if value.texts.iter().any(|text| text.trim().is_empty()) {
            say("is empty");
        }
        let untranslated = english.get(id).is_some_and(|e| e.texts == value.texts);
        let has_letters = value
            .texts
            .iter()
            .any(|text| text.chars().any(char::is_alphabetic));
        if locale != Locale::En && untranslated && has_letters && !same.contains(&id.as_str()) {
            say("is the same as in English");
        }
        for text in value.texts.iter().filter(|_| locale == Locale::Fa) {
            if text.contains(['ي', 'ك', 'ى', 'ة']) || text.contains(|c| ('٠'..='٩').contains(&c))
            {
                say("has an Arabic letter or digit for a Persian one");
            }
            if text
                .split([' ', '\u{fffc}'])
                .any(|word| ["می", "نمی", "ها", "های"].contains(&word))
            {
                say("has a space where a zero-width non-joiner belongs");
            }
            if text.contains([',', ';', '?']) {
                say("has Latin punctuation");
            }
        }
        if value
            .texts
            .iter()
            .any(|text| text.contains("...") || text.contains("  "))
        {
            say("has three dots for an ellipsis or two spaces");
        }
    }
    found
}

#[test]
fn the_messages_of_every_language_are_translated_and_well_set() {
    let english = catalogue::of(Locale::En);
    for locale in Locale::ALL {
        let same: Vec<_> = SAME_AS_ENGLISH
            .iter()
            .filter(|(language, _)| *language == locale)
            .map(|(_, id)| *id)
            .collect();
        let messages = catalogue::of(locale);
        let found = faults(locale, &english, &messages, &same);
        assert!(found.is_empty(), "{}: {found:#?}", locale.tag());
        for id in same {
            assert_eq!(
                messages[id].texts, english[id].texts,
                "{id} is no exception any more"
            );
        }
    }
}

#[test]
fn bad_wording_would_be_found() {
    let english = catalogue::parse("a = Name\nb = { $n } / { $m }\n");
    for (locale, text, expected) in [
        (Locale::Tr, "a = Name\n", "a is the same as in English"),
        (
            Locale::Fa,
            "a = كارگاه\n",
            "a has an Arabic letter or digit for a Persian one",
        ),
        (
            Locale::Fa,
            "a = ٣ روز\n",
            "a has an Arabic letter or digit for a Persian one",
        ),
        (
            Locale::Fa,
            "a = می شود\n",
            "a has a space where a zero-width non-joiner belongs",
        ),
        (Locale::Fa, "a = نام, نشانی\n", "a has Latin punctuation"),
        (
            Locale::Ru,
            "a = Имя...\n",
            "a has three dots for an ellipsis or two spaces",
        ),
        (Locale::Ru, "a = {\"\"}\n", ""),
        (Locale::Ru, "b = { $n } / { $m }\n", ""),
        (
            Locale::Ru,
            "a = { $n ->\n    [one] {\" \"}\n   *[other] и\n}\n",
            "",
        ),
    ] {
        let found = faults(locale, &english, &catalogue::parse(text), &[]);
        let expected: Vec<_> = Some(expected)
            .filter(|e| !e.is_empty())
            .into_iter()
            .collect();
        assert_eq!(found, expected, "{text}");
    }
    let mut empty = catalogue::parse("a = x\n");
    empty.get_mut("a").unwrap().texts = vec![String::new()];
    assert_eq!(faults(Locale::En, &english, &empty, &[]), ["a is empty"]);
    let same = faults(
        Locale::Tr,
        &english,
        &catalogue::parse("a = Name\n"),
        &["a"],
    );
    assert_eq!(same, [""; 0], "an exception");
}
