//! Numbers as people type them, also without the hyphens of their prefix.

use crate::issuing::facts::number_code;
use maktab_certificates::NumberPrefix;

/// Signs after the prefix: four of the year, eight of the rest.
const REST: usize = 12;
/// The most organisations that a prefix names.
const NAMED: usize = 3;

/// The prefixes that the letters at the front of what was typed can stand for, given the
/// codes of the organisations: `ECOIOM` is `ECO-IOM`.
pub(super) fn prefixes(typed: &str, codes: &[String]) -> Vec<NumberPrefix> {
    let signs: Vec<char> = typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|sign| match sign.to_ascii_uppercase() {
            '0' => 'O',
            '1' => 'I',
            other => other,
        })
        .take(64)
        .collect();
    let Some(end) = signs.len().checked_sub(REST) else {
        return Vec::new();
    };
    let letters: String = signs[..end].iter().collect();
    let codes: Vec<String> = codes.iter().filter_map(|code| number_code(code)).collect();
    let mut found = Vec::new();
    split(&letters, &codes, &mut Vec::new(), &mut found);
    found
}

fn split(rest: &str, codes: &[String], begun: &mut Vec<String>, found: &mut Vec<NumberPrefix>) {
    if rest.is_empty() {
        found.extend(NumberPrefix::new(&begun.join("-")));
        return;
    }
    if begun.len() == NAMED {
        return;
    }
    for code in codes {
        if let Some(after) = rest.strip_prefix(code.as_str()) {
            begun.push(code.clone());
            split(after, codes, begun, found);
            begun.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hyphens_of_a_prefix_are_put_back() {
        let codes = ["eco", "iom", "uz-sbc"].map(str::to_owned);
        let found = |typed: &str| -> Vec<String> {
            let found = prefixes(typed, &codes);
            found
                .iter()
                .map(|prefix| prefix.as_str().to_owned())
                .collect()
        };
        assert_eq!(found("ecoiom2026773q9x5x"), ["ECO-IOM"]);
        assert_eq!(found("ECO IOM 2026-773Q-9X5X"), ["ECO-IOM"]);
        assert_eq!(found("EC0 10M 2026 773Q 9X5X"), ["ECO-IOM"]);
        assert_eq!(found("ECO-UZSBC-2026-773Q-9X5X"), ["ECO-UZSBC"]);
        assert_eq!(found("XYZ-2026-773Q-9X5X"), [""; 0]);
        assert_eq!(found("2026"), [""; 0]);
    }
}
