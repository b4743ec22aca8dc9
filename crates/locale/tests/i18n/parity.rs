//! Every language says all that English says.

use std::collections::BTreeSet;

use maktab_locale::{Locale, TOPICS};

use crate::catalogue::{self, Catalogue};

/// Plural categories of whole numbers (CLDR).
fn plural_categories(locale: Locale) -> &'static [&'static str] {
    match locale {
        Locale::Ru => &["few", "many", "one", "other"],
        Locale::En | Locale::Fa | Locale::Tr => &["one", "other"],
    }
}

/// What a translation lacks, has too much, or says with other variables.
fn differences(english: &Catalogue, other: &Catalogue) -> Vec<String> {
    let mut found = Vec::new();
    for (id, value) in english {
        match other.get(id) {
            None => found.push(format!("{id} is missing")),
            Some(translated) if translated.variables != value.variables => found.push(format!(
                "{id} has the variables {:?}, in English {:?}",
                translated.variables, value.variables
            )),
            Some(_) => {}
        }
    }
    let unknown = other.keys().filter(|id| !english.contains_key(*id));
    found.extend(unknown.map(|id| format!("{id} does not exist in English")));
    found
}

/// Choices by plural category that do not cover exactly the categories of the language.
fn plural_faults(messages: &Catalogue, categories: &[&str]) -> Vec<String> {
    let every: BTreeSet<_> = ["zero", "one", "two", "few", "many", "other"].into();
    let expected: BTreeSet<_> = categories.iter().copied().collect();
    let mut found = Vec::new();
    for (id, value) in messages {
        for used in &value.plurals {
            let used: BTreeSet<_> = used.iter().map(String::as_str).collect();
            if used.is_subset(&every) && used != expected {
                found.push(format!(
                    "{id} chooses between {used:?}, has to between {expected:?}"
                ));
            }
        }
    }
    found
}

#[test]
fn every_language_has_the_ids_attributes_and_variables_of_english() {
    let english = catalogue::of(Locale::En);
    for locale in Locale::ALL {
        let found = differences(&english, &catalogue::of(locale));
        assert!(found.is_empty(), "{}: {found:#?}", locale.tag());
    }
}

#[test]
fn a_difference_would_be_found() {
    let english = catalogue::parse("a = A { $n }\n    .x = X\nb = B\n");
    let other = catalogue::parse("a = A { $m }\nc = C\n");
    assert_eq!(
        differences(&english, &other),
        [
            r#"a has the variables {"m"}, in English {"n"}"#,
            "a.x is missing",
            "b is missing",
            "c does not exist in English",
        ]
    );
}

#[test]
fn every_choice_by_number_covers_the_plurals_of_its_language() {
    for locale in Locale::ALL {
        let found = plural_faults(&catalogue::of(locale), plural_categories(locale));
        assert!(found.is_empty(), "{}: {found:#?}", locale.tag());
    }
}

#[test]
fn a_missing_plural_would_be_found() {
    let russian = catalogue::parse("a = { $n ->\n    [one] x\n   *[other] y\n}\n");
    assert_eq!(
        plural_faults(&russian, plural_categories(Locale::Ru)),
        [r#"a chooses between {"one", "other"}, has to between {"few", "many", "one", "other"}"#]
    );
    let by_word = catalogue::parse("a = { $who ->\n    [trainer] x\n   *[other] y\n}\n");
    assert_eq!(
        plural_faults(&by_word, plural_categories(Locale::Ru)),
        [""; 0]
    );
}

#[test]
fn every_file_of_a_language_is_embedded_and_every_message_is_said_once() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("i18n");
    for locale in Locale::ALL {
        let files = std::fs::read_dir(folder.join(locale.tag())).unwrap();
        let files: BTreeSet<_> = files
            .map(|f| f.unwrap().file_name().into_string().unwrap())
            .collect();
        let topics: BTreeSet<_> = TOPICS.iter().map(|topic| format!("{topic}.ftl")).collect();
        assert_eq!(files, topics, "{}", locale.tag());
        let mut place = std::collections::BTreeMap::new();
        for topic in TOPICS {
            for id in catalogue::parse(maktab_locale::source(locale, topic).unwrap()).into_keys() {
                let other = place.insert(id.clone(), topic);
                assert_eq!(other, None, "{id} stands in two files");
                let home = place_in_english(&id);
                assert_eq!(
                    Some(topic),
                    home,
                    "{} {id} stands in another file",
                    locale.tag()
                );
            }
        }
    }
}

fn place_in_english(id: &str) -> Option<&'static str> {
    let holds = |topic: &&&str| {
        let text = maktab_locale::source(Locale::En, topic).unwrap();
        catalogue::parse(text).contains_key(id)
    };
    TOPICS.iter().find(holds).copied()
}
