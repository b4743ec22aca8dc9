//! People: how many, from where, and whether their names are right.

use std::collections::{BTreeMap, BTreeSet};

use maktab_demo::{Account, Dataset, Person, PersonKind, Role, Scope};
use unicode_normalization::is_nfc;

use crate::sample;

const COUNTRIES: [&str; 10] = ["AF", "AZ", "IR", "KG", "KZ", "PK", "TJ", "TM", "TR", "UZ"];

fn count(data: &Dataset, kind: PersonKind) -> usize {
    data.people
        .iter()
        .filter(|person| person.kind == kind)
        .count()
}

#[test]
fn there_are_enough_people_of_each_kind() {
    let data = sample();
    assert!(count(data, PersonKind::Trainee) >= 400);
    assert!(count(data, PersonKind::Trainer) >= 24);
    assert!(count(data, PersonKind::Staff) >= 8);
    assert_eq!(count(data, PersonKind::FocalPoint), COUNTRIES.len());
}

#[test]
fn every_country_sends_a_plausible_share_of_trainees() {
    let data = sample();
    let mut shares = BTreeMap::new();
    for person in &data.people {
        if person.kind == PersonKind::Trainee {
            *shares.entry(person.country.as_str()).or_insert(0) += 1;
        }
    }
    assert!(shares.keys().copied().eq(COUNTRIES), "{shares:?}");
    assert!(
        shares.values().all(|share| (30..=60).contains(share)),
        "{shares:?}"
    );
}

#[test]
fn keys_names_and_addresses_are_unique() {
    let data = sample();
    let distinct = |of: fn(&Person) -> String| {
        let all: BTreeSet<String> = data.people.iter().map(of).collect();
        all.len()
    };
    assert_eq!(distinct(|person| person.key.clone()), data.people.len());
    assert_eq!(distinct(|person| person.email.clone()), data.people.len());
    assert_eq!(
        distinct(|person| person.name_latin.clone()),
        data.people.len()
    );
}

#[test]
fn addresses_are_ascii_and_under_reserved_domains() {
    for person in &sample().people {
        let (local, domain) = person.email.split_once('@').unwrap();
        let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
        assert!(
            local.chars().all(|letter| plain(letter) || letter == '.'),
            "{local}"
        );
        assert!(
            local.split('.').all(|part| part.len() >= 2),
            "{}",
            person.email
        );
        assert!(
            domain == "example.org" || domain.ends_with(".example"),
            "{domain}"
        );
    }
}

#[test]
fn names_are_in_the_scripts_of_their_countries() {
    for person in &sample().people {
        let tag = person.name_native.as_ref().map(|(_, tag)| tag.as_str());
        let fits = match person.country.as_str() {
            "AF" => matches!(tag, Some("fa-AF" | "ps")),
            "IR" => tag == Some("fa"),
            "KG" => tag == Some("ky"),
            "KZ" => tag == Some("kk"),
            "PK" => tag == Some("ur"),
            "TJ" => tag == Some("tg"),
            _ => tag.is_none(),
        };
        assert!(fits, "{}: {tag:?}", person.name_latin);
        let Some((name, tag)) = &person.name_native else {
            continue;
        };
        let range = match tag.as_str() {
            "kk" | "ky" | "tg" => '\u{400}'..='\u{4ff}',
            _ => '\u{600}'..='\u{6ff}',
        };
        let allowed = |letter: char| range.contains(&letter) || matches!(letter, ' ' | '\u{200c}');
        assert!(name.chars().all(allowed), "{name}");
    }
}

#[test]
fn the_letters_of_each_language_occur() {
    let data = sample();
    let written = |country: &str| -> String {
        let of = data
            .people
            .iter()
            .filter(|person| person.country == country);
        of.map(|person| {
            let native = person.name_native.as_ref();
            native.map_or(person.name_latin.clone(), |(name, _)| name.clone())
        })
        .collect()
    };
    for (country, letters) in [
        ("TJ", "ҷӯғқӣҳ"),
        ("KZ", "әғқңөұүі"),
        ("KG", "өү"),
        ("AZ", "əğıöşüç"),
        ("UZ", "ʻ"),
        ("TM", "äňöşüý"),
        ("TR", "ğışçöü"),
        ("PK", "ہیٹ"),
        ("IR", "یکپ"),
        ("AF", "ځڼګۍ"),
    ] {
        let text = written(country).to_lowercase();
        let missing: String = letters
            .chars()
            .filter(|letter| !text.contains(*letter))
            .collect();
        assert_eq!(missing, "", "{country}");
    }
}

/// Women's family names end in -a (-а) exactly where the given name is a
/// woman's: the two lists share no given name, so a mixture would show as a
/// given name with both endings.
#[test]
fn family_names_agree_with_given_names_in_gender() {
    let mut endings: BTreeMap<(String, String), BTreeSet<bool>> = BTreeMap::new();
    for person in &sample().people {
        if !matches!(
            person.country.as_str(),
            "AZ" | "KG" | "KZ" | "TJ" | "TM" | "UZ"
        ) {
            continue;
        }
        let name = &person.name_latin;
        let given = name.split(' ').next().unwrap().to_owned();
        let woman = ["ova", "owa", "eva", "ýewa", "yeva", "ina"]
            .iter()
            .any(|ending| name.ends_with(ending));
        let man = ["ov", "ow", "ev", "ew"]
            .iter()
            .any(|ending| name.ends_with(ending));
        if woman || man {
            endings
                .entry((person.country.clone(), given))
                .or_default()
                .insert(woman);
        }
    }
    assert!(endings.len() > 100);
    assert!(endings.values().any(|found| found.contains(&true)));
    assert!(endings.values().any(|found| found.contains(&false)));
    for ((country, given), found) in endings {
        assert_eq!(found.len(), 1, "{country}: {given}");
    }
}

#[test]
fn patronymics_are_used_where_a_country_uses_them() {
    let data = sample();
    for (country, endings) in [
        ("AZ", ["qızı", "oğlu"]),
        ("KZ", ["kyzy", "uly"]),
        ("KG", ["kyzy", "uulu"]),
        ("UZ", ["qizi", "oʻgʻli"]),
    ] {
        for ending in endings {
            let found = data.people.iter().any(|person| {
                person.country == country
                    && person
                        .name_latin
                        .split(' ')
                        .skip(1)
                        .any(|word| word.ends_with(ending))
            });
            assert!(found, "{country}: {ending}");
        }
    }
}

#[test]
fn names_are_nfc_without_stray_spaces() {
    for person in &sample().people {
        let native = person.name_native.as_ref().map(|(name, _)| name);
        for name in [Some(&person.name_latin), native].into_iter().flatten() {
            assert!(is_nfc(name), "{name}");
            assert!(
                !name.contains("  ") && name.trim() == name.as_str(),
                "{name:?}"
            );
            assert!(name.contains(' '), "{name}");
        }
    }
}

#[test]
fn nobody_carries_a_well_known_name() {
    for person in &sample().people {
        for known in include_str!("../../data/public-figures.txt").lines() {
            assert_ne!(person.name_latin, known);
        }
    }
}

#[test]
fn everybody_works_for_an_institution_of_their_country() {
    let data = sample();
    for person in &data.people {
        let office = data.organisation(&person.institution).unwrap();
        if let Some(country) = &office.country {
            assert_eq!(country, &person.country, "{}", person.key);
        }
        assert!(
            ["en", "ru", "fa", "tr"].contains(&person.language.as_str()),
            "{}",
            person.language
        );
        for tag in ["en", "ru", "fa", "tr"] {
            assert!(person.position.get(tag).is_some(), "{}", person.key);
        }
    }
}

#[test]
fn institutions_of_ten_countries_are_named_in_their_languages() {
    let data = sample();
    assert_eq!(data.organisations.first().unwrap().short_name, "ECO");
    assert_eq!(data.organisation("iom").unwrap().short_name, "IOM");
    for country in COUNTRIES {
        let of = data
            .organisations
            .iter()
            .filter(|office| office.country.as_deref() == Some(country));
        let offices: Vec<_> = of.collect();
        assert!(offices.len() >= 5, "{country}");
        for office in offices {
            assert!(office.names.iter().count() >= 2, "{}", office.key);
        }
    }
}

fn account<'a>(data: &'a Dataset, email: &str) -> &'a Account {
    let person = data
        .people
        .iter()
        .find(|person| person.email == email)
        .unwrap();
    assert!(person.verified);
    data.accounts
        .iter()
        .find(|account| account.person == person.key)
        .unwrap()
}

#[test]
fn the_accounts_of_the_demonstration_are_there() {
    let data = sample();
    for (email, role, scope) in [
        ("admin@example.org", Role::Administrator, Scope::Whole),
        (
            "coordinator.eco@example.org",
            Role::Coordinator,
            Scope::Organisation("eco".into()),
        ),
        (
            "coordinator.iom@example.org",
            Role::Coordinator,
            Scope::Organisation("iom".into()),
        ),
        (
            "focal.tj@example.org",
            Role::FocalPoint,
            Scope::Country("TJ".into()),
        ),
        (
            "focal.ir@example.org",
            Role::FocalPoint,
            Scope::Country("IR".into()),
        ),
        ("trainee@example.org", Role::Trainee, Scope::Whole),
        ("trainee.fa@example.org", Role::Trainee, Scope::Whole),
    ] {
        let account = account(data, email);
        assert!(account.password.starts_with("maktab-demo-"));
        let grant = account.roles.first().unwrap();
        assert_eq!((grant.role, &grant.scope), (role, &scope), "{email}");
        assert_eq!(account.roles.len(), 1, "{email}");
    }
    for email in ["trainer@example.org", "trainer.fa@example.org"] {
        let account = account(data, email);
        assert!(account.roles.len() >= 4, "{email}");
        for grant in &account.roles {
            let Scope::Event(slug) = &grant.scope else {
                unreachable!("{grant:?}")
            };
            let event = data.event(slug).unwrap();
            assert!(event.trainers().contains(account.person.as_str()));
        }
    }
}
