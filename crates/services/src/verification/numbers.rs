//! Numbers as people type them, also without the hyphens of their prefix.

use crate::issuing::facts::number_code;
use maktab_certificates::NumberPrefix;

/// Signs after the prefix: four of the year, eight of the rest.
const REST: usize = 12;
/// The most organisations that a prefix names.
const NAMED: usize = 3;

/// What was typed with the Latin letter or the ASCII digit for every sign that looks like
/// one, as on a Cyrillic or a Persian keyboard.
pub(super) fn in_ascii(typed: &str) -> String {
    typed
        .chars()
        .flat_map(char::to_uppercase)
        .map(ascii)
        .collect()
}

fn ascii(sign: char) -> char {
    match sign {
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' | 'Ё' => 'E',
        'Ғ' => 'F',
        'Н' | 'Һ' => 'H',
        'І' | 'Ӏ' | 'Ї' => 'I',
        'Ј' => 'J',
        'К' | 'Қ' => 'K',
        'М' => 'M',
        'О' | 'Ө' => 'O',
        'Р' => 'P',
        'Ѕ' => 'S',
        'Т' => 'T',
        'Х' | 'Ҳ' => 'X',
        'У' | 'Ү' => 'Y',
        'З' => '3',
        '۰'..='۹' => figure(sign, '۰'),
        '٠'..='٩' => figure(sign, '٠'),
        other => other,
    }
}

fn figure(sign: char, zero: char) -> char {
    let value = u32::from(sign).wrapping_sub(u32::from(zero));
    char::from_digit(value, 10).unwrap_or(sign)
}

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
    fn letters_and_figures_of_other_keyboards_are_read_as_what_they_look_like() {
        for typed in [
            "ЕСО-ІОМ-2026-773Q-9Х5Х",
            "есо-іом-2026-773q-9х5х",
            "ECO-IOM-۲۰۲۶-۷۷۳Q-۹X۵X",
            "ECO-IOM-٢٠٢٦-٧٧٣Q-٩X٥X",
            "ECO-IOM-2026-773Q-9X5X",
        ] {
            assert_eq!(in_ascii(typed), "ECO-IOM-2026-773Q-9X5X", "{typed}");
        }
        // What looks like no Latin letter stays, and is refused.
        assert_eq!(in_ascii("ЭКО-2026"), "ЭKO-2026");
    }

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
