//! Text that a spreadsheet would compute when it opens a CSV file, and how it is made harmless.

use std::borrow::Cow;

/// The sign that makes a cell text.
const MARK: char = '\'';

/// What a program that opens the file may part cells by, whatever they were parted by.
const PARTING: [char; 5] = [';', ',', '\t', '\n', '\r'];

/// Whether a spreadsheet would compute a cell with this text instead of showing it (OWASP, CSV
/// injection): also with the full-width forms, and behind spaces and quotation marks.
fn is_taken_for_a_formula(part: &str) -> bool {
    part.trim_start_matches(|c: char| c.is_whitespace() || c == '"')
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// The parts that a cell falls into where somebody else's program parts it, each with whether it
/// would be computed but for the marks in front of it. Put together they are the cell.
fn parts(cell: &str) -> impl Iterator<Item = (&str, bool)> {
    let bare = cell.trim_start_matches(MARK);
    // Some programs take it away and look at what comes then.
    let begins_with_a_break = bare.starts_with(['\t', '\r', '\n']);
    let parts = cell.split_inclusive(PARTING).enumerate();
    parts.map(move |(place, part)| {
        let bare = part.trim_start_matches(MARK);
        let first = place == 0 && begins_with_a_break;
        (part, first || is_taken_for_a_formula(bare))
    })
}

/// The text with an apostrophe in front of each part that would be computed. A part that already
/// looks so gets another one, so that [`as_meant`] finds every text again.
pub(crate) fn harmless(cell: &str) -> Cow<'_, str> {
    if !parts(cell).any(|(_, bad)| bad) {
        return Cow::Borrowed(cell);
    }
    let mut text = String::with_capacity(cell.len() + 4);
    for (part, bad) in parts(cell) {
        text.extend(bad.then_some(MARK));
        text.push_str(part);
    }
    Cow::Owned(text)
}

/// The text of a cell that [`harmless`] may have marked: a telephone number that was exported as
/// `'+992…` is imported as it was.
pub(crate) fn as_meant(cell: &str) -> Cow<'_, str> {
    if !parts(cell).any(|(part, bad)| bad && part.starts_with(MARK)) {
        return Cow::Borrowed(cell);
    }
    let parts = parts(cell).map(|(part, bad)| match part.strip_prefix(MARK) {
        Some(rest) if bad => rest,
        _ => part,
    });
    Cow::Owned(parts.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_computed_is_marked_and_found_again() {
        for bad in [
            "=1+1", "+1", "-1", "@x", "\r", " =1", "＝1", "'=1", "''+1", "\"=1\"",
        ] {
            let marked = harmless(bad);
            assert_eq!(marked, format!("'{bad}"));
            assert_eq!(as_meant(&marked), bad);
        }
        for good in [
            "Ana-Maria",
            "'quoted'",
            "1=1",
            "",
            "O'Neil",
            "007",
            "a;b, c - d",
        ] {
            assert_eq!(harmless(good), good);
            assert_eq!(as_meant(good), good);
        }
    }

    #[test]
    fn what_would_be_computed_by_a_program_that_parts_elsewhere_is_marked_too() {
        for (bad, marked) in [
            ("Office;=cmd|'/C calc'!A0;", "Office;'=cmd|'/C calc'!A0;"),
            ("a,+1", "a,'+1"),
            ("a\t=1", "a\t'=1"),
            ("a\r\n@x", "a\r\n'@x"),
            ("a; \"=1\"", "a;' \"=1\""),
            ("=1;=2;'=3", "'=1;'=2;''=3"),
            ("\t=1", "'\t'=1"),
            ("\n=1", "'\n'=1"),
            ("'\t;;-", "''\t;;'-"),
        ] {
            assert_eq!(harmless(bad), marked);
            assert_eq!(as_meant(marked), bad);
        }
    }

    /// Every text of up to five of these signs is found again, and nothing in it would be
    /// computed wherever it is parted.
    #[test]
    fn every_text_is_found_again() {
        let signs = ['\'', '=', ';', '\t', '\n', ' ', '"', 'a'];
        let mut texts = vec![String::new()];
        for length in 1..=5 {
            let longer: Vec<String> = texts
                .iter()
                .filter(|text| text.chars().count() == length - 1)
                .flat_map(|text| signs.map(|sign| format!("{text}{sign}")))
                .collect();
            texts.extend(longer);
        }
        assert_eq!(texts.len(), (8_usize.pow(6) - 1) / 7);
        for text in texts {
            let marked = harmless(&text);
            assert_eq!(as_meant(&marked), text, "{marked:?}");
            assert!(!marked.split(PARTING).any(is_taken_for_a_formula));
        }
    }
}
