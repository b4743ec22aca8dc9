//! Courses and every text: languages, areas, spelling.

use std::collections::BTreeSet;

use maktab_demo::{Dataset, Texts};
use unicode_normalization::is_nfc;

use crate::sample;

const AREAS: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

/// Every text of the data set that a reader sees, with its language.
fn texts(data: &Dataset) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut add = |texts: &Texts| {
        let owned = texts
            .iter()
            .map(|(tag, text)| (tag.to_owned(), text.to_owned()));
        all.extend(owned);
    };
    for organisation in &data.organisations {
        add(&organisation.names);
    }
    for person in &data.people {
        add(&person.position);
    }
    for course in &data.courses {
        course.agenda.iter().for_each(|item| add(&item.texts));
    }
    for event in &data.events {
        event
            .sessions
            .iter()
            .for_each(|session| add(&session.texts));
        let named = [&event.city, &event.venue, &event.cancellation_reason];
        named.into_iter().flatten().for_each(&mut add);
    }
    for course in &data.courses {
        for (tag, texts) in &course.texts {
            let lines = [
                &texts.title,
                &texts.summary,
                &texts.audience,
                &texts.prerequisites,
                &texts.criteria,
            ];
            let lines = lines.into_iter().chain(&texts.objectives);
            all.extend(lines.map(|line| (tag.clone(), line.clone())));
        }
    }
    for event in &data.events {
        for (tag, texts) in &event.texts {
            all.push((tag.clone(), texts.title.clone()));
            all.push((tag.clone(), texts.summary.clone()));
        }
    }
    let native = data
        .people
        .iter()
        .filter_map(|person| person.name_native.clone());
    all.extend(native.map(|(name, tag)| (tag, name)));
    all
}

#[test]
fn fourteen_courses_cover_all_ten_areas() {
    let data = sample();
    assert!(data.courses.len() >= 14);
    let covered: BTreeSet<&str> = data
        .courses
        .iter()
        .flat_map(|course| &course.areas)
        .map(String::as_str)
        .collect();
    assert_eq!(covered, BTreeSet::from(AREAS));
    let slugs: BTreeSet<&str> = data
        .courses
        .iter()
        .map(|course| course.slug.as_str())
        .collect();
    assert_eq!(slugs.len(), data.courses.len());
}

#[test]
fn every_course_is_complete_in_english() {
    for course in &sample().courses {
        let texts = course.texts.get("en").unwrap();
        assert!(texts.objectives.len() >= 3, "{}", course.slug);
        for text in [
            &texts.title,
            &texts.summary,
            &texts.audience,
            &texts.prerequisites,
            &texts.criteria,
        ] {
            assert!(!text.is_empty(), "{}", course.slug);
        }
        assert!(!course.languages.is_empty() && course.hours >= 8);
    }
}

#[test]
fn most_courses_are_translated() {
    let data = sample();
    let having = |tag: &str| {
        data.courses
            .iter()
            .filter(|course| course.texts.contains_key(tag))
            .count()
    };
    let courses = data.courses.len();
    assert_eq!(having("ru"), courses);
    assert!(having("fa") * 3 >= courses * 2);
    assert!(having("tr") * 2 >= courses);
    for tag in ["tg", "kk", "ur"] {
        assert!(having(tag) >= 2, "{tag}");
    }
}

#[test]
fn hours_are_those_of_the_tracked_agenda() {
    for course in &sample().courses {
        let tracked = course.agenda.iter().filter(|item| item.tracked);
        let minutes: u16 = tracked.map(|item| item.minutes).sum();
        assert_eq!(course.hours, (minutes + 30) / 60, "{}", course.slug);
    }
}

#[test]
fn texts_are_nfc_trimmed_and_not_empty() {
    let all = texts(sample());
    assert!(all.len() > 3000);
    for (tag, text) in all {
        // A language with only title and summary leaves the rest empty.
        assert!(is_nfc(&text) && text.trim() == text, "{tag}: {text:?}");
        assert!(!text.contains("  "), "{tag}: {text:?}");
    }
}

#[test]
fn persian_and_urdu_texts_use_their_own_letters() {
    for (tag, text) in texts(sample()) {
        match tag.as_str() {
            "fa" | "fa-AF" | "ur" => {
                assert!(!text.contains(['ي', 'ك', 'ى', 'ة']), "{tag}: {text}");
                assert!(
                    !text.contains(['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩']),
                    "{tag}: {text}"
                );
            }
            "ps" => assert!(!text.contains('ك'), "{text}"),
            _ => {}
        }
    }
}

/// The verb prefix می and the plural ها are joined by a zero-width non-joiner.
#[test]
fn persian_prefixes_and_plurals_are_joined_properly() {
    let mut joined = 0;
    for (tag, text) in texts(sample()) {
        if tag == "fa" || tag == "fa-AF" {
            let words: Vec<&str> = text.split([' ', '،', '؛', '.', ':', '؟']).collect();
            for word in ["می", "نمی", "ها", "های", "هایی"] {
                assert!(!words.contains(&word), "{text}");
            }
            joined += text.matches('\u{200c}').count();
        }
    }
    assert!(joined > 300);
}

#[test]
fn each_language_is_written_in_its_script() {
    for (tag, text) in texts(sample()) {
        let arabic = text
            .chars()
            .any(|letter| ('\u{600}'..='\u{6ff}').contains(&letter));
        let cyrillic = text
            .chars()
            .any(|letter| ('\u{400}'..='\u{4ff}').contains(&letter));
        let expected = match tag.as_str() {
            "fa" | "fa-AF" | "ur" | "ps" => (true, false),
            "ru" | "tg" | "kk" | "ky" => (false, true),
            _ => (false, false),
        };
        assert!(
            text.is_empty() || (arabic, cyrillic) == expected,
            "{tag}: {text}"
        );
    }
}

/// A Latin letter that looks like a Cyrillic one (or the other way round)
/// inside a word breaks search.
#[test]
fn no_word_mixes_scripts() {
    for (tag, text) in texts(sample()) {
        for word in text.split(|letter: char| !letter.is_alphabetic()) {
            let latin = word.chars().any(|letter| letter.is_ascii_alphabetic());
            let cyrillic = word
                .chars()
                .any(|letter| ('\u{400}'..='\u{4ff}').contains(&letter));
            assert!(!(latin && cyrillic), "{tag}: {word}");
        }
    }
}
