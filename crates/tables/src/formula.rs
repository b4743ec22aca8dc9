//! Text that a spreadsheet would compute when it opens a CSV file, and how it is made harmless.

use std::borrow::Cow;

/// The sign that makes a cell text.
const MARK: char = '\'';

/// Whether a spreadsheet would compute the cell instead of showing it (OWASP, CSV injection):
/// also with the full-width forms, and behind spaces.
fn is_taken_for_a_formula(cell: &str) -> bool {
    cell.starts_with(['\t', '\r', '\n'])
        || cell
            .trim_start()
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// The text with an apostrophe in front where it would be computed. Text that already looks so
/// gets another one, so that [`as_meant`] finds every text again.
pub(crate) fn harmless(cell: &str) -> Cow<'_, str> {
    if is_taken_for_a_formula(cell.trim_start_matches(MARK)) {
        Cow::Owned(format!("{MARK}{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// The text of a cell that [`harmless`] may have marked: a telephone number that was exported as
/// `'+992…` is imported as it was.
pub(crate) fn as_meant(cell: &str) -> &str {
    match cell.strip_prefix(MARK) {
        Some(rest) if is_taken_for_a_formula(rest.trim_start_matches(MARK)) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_computed_is_marked_and_found_again() {
        for bad in [
            "=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "＝1", "\n=1", "'=1", "''+1",
        ] {
            let marked = harmless(bad);
            assert_eq!(marked, format!("'{bad}"));
            assert_eq!(as_meant(&marked), bad);
        }
        for good in ["Ana-Maria", "'quoted'", "1=1", "", "O'Neil", "007"] {
            assert_eq!(harmless(good), good);
            assert_eq!(as_meant(good), good);
        }
    }
}
