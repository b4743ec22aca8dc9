//! The number of a certificate, such as `ECO-IOM-2026-7K3Q-9XM7`: short enough
//! to be read out over the telephone, too long to be guessed, and with a check
//! character, so that a slip of the pen is told apart from an unknown number.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Crockford's base 32: no I, L, O or U (<https://www.crockford.com/base32.html>).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters after the year: seven random ones and the check character.
const BODY: usize = 8;
/// Digits of the year.
const YEAR: usize = 4;

/// Why a text is not a certificate's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// It has the wrong length or signs that never occur in a number.
    #[error("this is not the shape of a certificate's number")]
    Shape,
    /// It looks right, but the check character says that a sign is wrong or
    /// that two have changed places.
    #[error("a sign of the certificate's number is wrong")]
    Check,
    /// A prefix is one to three groups of two to eight letters.
    #[error("a prefix is one to three groups of two to eight letters")]
    Prefix,
    /// A year has four digits.
    #[error("a year has four digits")]
    Year,
}

/// The issuing organisations in a number: `ECO-IOM`. Letters only, so that
/// look-alike digits can be put right when a number is typed in.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NumberPrefix(String);

impl NumberPrefix {
    /// Reads one to three groups of two to eight letters A to Z, in either case.
    ///
    /// # Errors
    /// [`NumberError::Prefix`] for anything else.
    pub fn new(text: &str) -> Result<Self, NumberError> {
        let groups: Vec<String> = text.split('-').map(str::to_ascii_uppercase).collect();
        let sound = |group: &String| {
            (2..=8).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_uppercase())
        };
        if groups.len() > 3 || !groups.iter().all(sound) {
            return Err(NumberError::Prefix);
        }
        Ok(Self(groups.join("-")))
    }

    /// The prefix as it is printed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn letters(&self) -> String {
        self.0.replace('-', "")
    }
}

/// A certificate's number in its printed form: prefix, year of issue, two
/// groups of four. 35 of its bits are random; the last character checks the
/// whole number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CertificateNumber(String);

impl CertificateNumber {
    /// Makes a new number from 40 random bits, of which 35 are used.
    ///
    /// # Errors
    /// [`NumberError::Year`] outside 1000 to 9999.
    pub fn generate(
        prefix: &NumberPrefix,
        year: i16,
        random: [u8; 5],
    ) -> Result<Self, NumberError> {
        if !(1000..=9999).contains(&year) {
            return Err(NumberError::Year);
        }
        let bits = random
            .iter()
            .fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        let mut body: String = (1..BODY)
            .map(|place| symbol((bits >> (40 - 5 * place)) as u8 & 31))
            .collect();
        body.push(check_symbol(&format!("{}{year}{body}", prefix.letters())));
        Ok(Self(compose(prefix.as_str(), &year.to_string(), &body)))
    }

    /// Reads a number as people type it: any case, spaces or other dashes for
    /// hyphens, hyphens left out, O for 0 and I or L for 1 (and the reverse in
    /// the prefix). Hyphens inside the prefix are put back where it is one of
    /// the `known` prefixes; otherwise they stay as typed.
    ///
    /// # Errors
    /// [`NumberError::Shape`] or [`NumberError::Check`].
    pub fn parse(text: &str, known: &[NumberPrefix]) -> Result<Self, NumberError> {
        let typed = clean(text)?;
        let signs: String = typed.chars().filter(|sign| *sign != '-').collect();
        let split = signs
            .len()
            .checked_sub(YEAR + BODY)
            .ok_or(NumberError::Shape)?;
        let letters: String = signs[..split].chars().map(as_letter).collect();
        let year: String = signs[split..split + YEAR].chars().map(as_digit).collect();
        let body: String = signs[split + YEAR..].chars().map(as_digit).collect();
        if !year.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NumberError::Shape);
        }
        let prefix = match known.iter().find(|prefix| prefix.letters() == letters) {
            Some(prefix) => prefix.clone(),
            None => {
                NumberPrefix::new(&typed_prefix(&typed, split)).map_err(|_| NumberError::Shape)?
            }
        };
        let sum = checksum(&format!("{letters}{year}{body}")).ok_or(NumberError::Shape)?;
        if sum != 0 {
            return Err(NumberError::Check);
        }
        Ok(Self(compose(prefix.as_str(), &year, &body)))
    }

    /// The number as it is printed and stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CertificateNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for CertificateNumber {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        Self::parse(text, &[])
    }
}

impl TryFrom<String> for CertificateNumber {
    type Error = NumberError;

    fn try_from(text: String) -> Result<Self, NumberError> {
        text.parse()
    }
}

impl From<CertificateNumber> for String {
    fn from(number: CertificateNumber) -> Self {
        number.0
    }
}

fn compose(prefix: &str, year: &str, body: &str) -> String {
    let (first, second) = body.split_at(BODY / 2);
    format!("{prefix}-{year}-{first}-{second}")
}

/// Upper case, with every kind of space and dash between signs as one hyphen.
fn clean(text: &str) -> Result<String, NumberError> {
    let mut cleaned = String::new();
    for sign in text.trim().chars() {
        match sign {
            sign if sign.is_ascii_alphanumeric() => cleaned.push(sign.to_ascii_uppercase()),
            '-' | '_' | '.' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}' => cleaned.push('-'),
            sign if sign.is_whitespace() => cleaned.push('-'),
            _ => return Err(NumberError::Shape),
        }
        if cleaned.ends_with("--") {
            cleaned.pop();
        }
        if cleaned.len() > 48 {
            return Err(NumberError::Shape);
        }
    }
    Ok(cleaned)
}

/// The first `count` signs of what was typed, hyphens between them kept.
fn typed_prefix(typed: &str, count: usize) -> String {
    let mut left = count;
    let prefix: String = typed
        .chars()
        .take_while(|sign| {
            let inside = left > 0;
            left -= usize::from(*sign != '-' && inside);
            inside
        })
        .map(as_letter)
        .collect();
    prefix.trim_matches('-').to_owned()
}

fn as_letter(sign: char) -> char {
    match sign {
        '0' => 'O',
        '1' => 'I',
        other => other,
    }
}

fn as_digit(sign: char) -> char {
    match sign {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

fn symbol(value: u8) -> char {
    char::from(ALPHABET[usize::from(value & 31)])
}

/// A sign's value from 0 to 31. Letters of the prefix outside the alphabet
/// count as their look-alikes, U as V.
fn value(sign: char) -> Option<u8> {
    let sign = match as_digit(sign) {
        'U' => 'V',
        other => other,
    };
    ALPHABET
        .iter()
        .position(|known| char::from(*known) == sign)
        .and_then(|place| u8::try_from(place).ok())
}

/// Horner's scheme over the field of 32 elements, modulo x⁵ + x² + 1, which is
/// primitive: each of up to 31 places has a different weight, so every single
/// wrong sign and every exchange of two signs changes the sum. A sound number
/// sums up to zero, its last sign having weight one.
fn checksum(signs: &str) -> Option<u8> {
    signs
        .chars()
        .try_fold(0, |sum, sign| Some(times_x(sum) ^ value(sign)?))
}

fn times_x(element: u8) -> u8 {
    let shifted = element << 1;
    if shifted & 32 == 0 {
        shifted
    } else {
        (shifted ^ 0b10_0101) & 31
    }
}

fn check_symbol(signs: &str) -> char {
    symbol(checksum(signs).map_or(0, times_x))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prefix() -> NumberPrefix {
        NumberPrefix::new("eco-iom").unwrap()
    }

    fn number() -> CertificateNumber {
        CertificateNumber::generate(&prefix(), 2026, [0x39, 0xC7, 0x74, 0xF4, 0xAB]).unwrap()
    }

    #[test]
    fn a_generated_number_has_the_printed_shape_and_reads_back() {
        let text = number().to_string();
        assert_eq!(text, "ECO-IOM-2026-773Q-9X5X");
        assert_eq!(text.parse::<CertificateNumber>().unwrap(), number());
    }

    #[test]
    fn the_extremes_of_randomness_read_back() {
        for byte in [0x00, 0xFF] {
            let number = CertificateNumber::generate(&prefix(), 9999, [byte; 5]).unwrap();
            assert_eq!(number.as_str().parse(), Ok(number));
        }
    }

    #[test]
    fn what_people_type_is_put_right() {
        for typed in [
            "eco-iom-2026-773q-9x5x",
            "  ECO IOM 2026 773Q 9X5X ",
            "ECOIOM2026773Q9X5X",
            "ec0-1om-2o26-773q9x5x",
            "ECO–IOM–2026–773Q–9X5X",
            "ECO/IOM/2026/773Q/9X5X",
        ] {
            let parsed = CertificateNumber::parse(typed, &[prefix()]);
            assert_eq!(parsed, Ok(number()), "{typed}");
        }
    }

    #[test]
    fn without_known_prefixes_hyphens_stay_as_typed() {
        let parsed: CertificateNumber = "ECO-IOM2026773Q9X5X".parse().unwrap();
        assert_eq!(parsed, number());
        let parsed: CertificateNumber = "ECOIOM-2026-773Q-9X5X".parse().unwrap();
        assert_eq!(parsed.as_str(), "ECOIOM-2026-773Q-9X5X");
    }

    #[test]
    fn every_single_wrong_sign_of_year_and_body_is_noticed() {
        let text = number().to_string();
        for place in 8..text.len() {
            for other in ALPHABET.iter().map(|byte| char::from(*byte)) {
                let mut signs: Vec<char> = text.chars().collect();
                if signs[place] == '-' || signs[place] == other {
                    continue;
                }
                signs[place] = other;
                let changed: String = signs.into_iter().collect();
                assert!(changed.parse::<CertificateNumber>().is_err(), "{changed}");
            }
        }
    }

    #[test]
    fn every_exchange_of_two_signs_is_noticed() {
        let text = number().to_string();
        for first in 8..text.len() {
            for second in first + 1..text.len() {
                let mut signs: Vec<char> = text.chars().collect();
                if signs[first] == signs[second] || [signs[first], signs[second]].contains(&'-') {
                    continue;
                }
                signs.swap(first, second);
                let changed: String = signs.into_iter().collect();
                assert!(changed.parse::<CertificateNumber>().is_err(), "{changed}");
            }
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            "ECO",
            "2026-773Q-9X5X",
            "ECO-IOM-2026-773Q-9X5",
            "É",
            "ECO-IOM-20A6-773Q-9X5X",
        ] {
            assert_eq!(
                text.parse::<CertificateNumber>(),
                Err(NumberError::Shape),
                "{text}"
            );
        }
        let long = "A".repeat(100);
        assert_eq!(long.parse::<CertificateNumber>(), Err(NumberError::Shape));
        assert_eq!(
            "ECO-IOM-2026-773Q-9X50".parse::<CertificateNumber>(),
            Err(NumberError::Check)
        );
    }

    #[test]
    fn a_prefix_is_letters_in_one_to_three_groups() {
        for text in [
            "",
            "E",
            "ECO--IOM",
            "ECO-I0M",
            "A-B",
            "AA-BB-CC-DD",
            "ABCDEFGHI",
        ] {
            assert_eq!(NumberPrefix::new(text), Err(NumberError::Prefix), "{text}");
        }
    }
}
