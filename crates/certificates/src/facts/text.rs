//! Single lines of text as they are printed: in Unicode's composed form, with
//! nothing invisible in them, and no longer than a page can bear.

use std::fmt;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::FactsError;

/// A non-empty line of at most `MAX` characters: NFC, runs of white space
/// made one space, marks that only steer the direction of writing removed
/// (they could make a name look like another one). The joiners that Persian
/// and Urdu need stay.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text<const MAX: usize>(String);

/// A person's name.
pub type PersonName = Text<80>;
/// The title of a course or an event.
pub type Title = Text<180>;
/// An office, an organisation, a city, a country.
pub type Label = Text<120>;

impl<const MAX: usize> Text<MAX> {
    /// Brings `text` into the form described above.
    ///
    /// # Errors
    /// [`FactsError`] where nothing is left, where it is longer than `MAX`
    /// characters, or where it holds control characters.
    pub fn new(text: &str) -> Result<Self, FactsError> {
        let visible: String = text.nfc().filter(|sign| !steers_direction(*sign)).collect();
        let line = visible.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() {
            return Err(FactsError::Empty);
        }
        if line.chars().count() > MAX {
            return Err(FactsError::TooLong { max: MAX });
        }
        match line.chars().find(|sign| is_unprintable(*sign)) {
            Some(sign) => Err(FactsError::Unprintable(sign)),
            None => Ok(Self(line)),
        }
    }

    /// The line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn steers_direction(sign: char) -> bool {
    matches!(
        sign,
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}

fn is_unprintable(sign: char) -> bool {
    let noncharacter =
        matches!(sign, '\u{FDD0}'..='\u{FDEF}') || u32::from(sign) & 0xFFFE == 0xFFFE;
    sign.is_control()
        || noncharacter
        || matches!(sign, '\u{E000}'..='\u{F8FF}' | '\u{FFFC}' | '\u{FFFD}')
}

impl<const MAX: usize> fmt::Display for Text<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const MAX: usize> TryFrom<String> for Text<MAX> {
    type Error = FactsError;

    fn try_from(text: String) -> Result<Self, FactsError> {
        Self::new(&text)
    }
}

impl<const MAX: usize> From<Text<MAX>> for String {
    fn from(text: Text<MAX>) -> Self {
        text.0
    }
}

/// A line in a language other than the certificate's.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tagged<const MAX: usize> {
    /// The line.
    pub text: Text<MAX>,
    /// Its language, which also decides the kind of script it is set in.
    pub language: LanguageTag,
}

/// A language, with a script where one is needed: `fa`, `uz-Cyrl`, `pa-Arab-PK`
/// (the shapes of BCP 47 that occur in names and titles).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LanguageTag(String);

impl LanguageTag {
    /// Reads `ll[l][-Ssss][-RR]`.
    ///
    /// # Errors
    /// [`FactsError::Language`] for any other shape.
    pub fn new(text: &str) -> Result<Self, FactsError> {
        let mut parts = text.split('-');
        let letters = |part: &str, sizes: std::ops::RangeInclusive<usize>| {
            sizes.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
        };
        let language = parts.next().filter(|part| letters(part, 2..=3));
        let rest: Vec<&str> = parts.collect();
        let rest_fits = match rest[..] {
            [] => true,
            [one] => letters(one, 2..=2) || letters(one, 4..=4),
            [script, region] => letters(script, 4..=4) && letters(region, 2..=2),
            _ => false,
        };
        match language {
            Some(language) if rest_fits => Ok(Self(compose(language, &rest))),
            _ => Err(FactsError::Language),
        }
    }

    /// The tag, in its usual capitals.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language alone, without script and region.
    #[must_use]
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

fn compose(language: &str, rest: &[&str]) -> String {
    let mut tag = language.to_ascii_lowercase();
    for part in rest {
        tag.push('-');
        if part.len() == 2 {
            tag.push_str(&part.to_ascii_uppercase());
        } else {
            let (first, others) = part.split_at(1);
            tag.push_str(&first.to_ascii_uppercase());
            tag.push_str(&others.to_ascii_lowercase());
        }
    }
    tag
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for LanguageTag {
    type Error = FactsError;

    fn try_from(text: String) -> Result<Self, FactsError> {
        Self::new(&text)
    }
}

impl From<LanguageTag> for String {
    fn from(tag: LanguageTag) -> Self {
        tag.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_composed_and_without_invisible_signs() {
        let cases = [
            ("Gu\u{308}lnar", "Gülnar"),
            ("  two \t words\n", "two words"),
            ("\u{202E}evil\u{202C}", "evil"),
            ("می\u{200C}رود", "می\u{200C}رود"),
        ];
        for (given, expected) in cases {
            assert_eq!(PersonName::new(given).unwrap().as_str(), expected);
        }
    }

    #[test]
    fn lines_that_cannot_be_printed_are_refused() {
        assert_eq!(Label::new(" \u{200F} "), Err(FactsError::Empty));
        assert_eq!(Label::new("a\u{7}b"), Err(FactsError::Unprintable('\u{7}')));
        assert_eq!(
            Label::new("a\u{E000}"),
            Err(FactsError::Unprintable('\u{E000}'))
        );
        assert_eq!(
            PersonName::new(&"ы".repeat(81)),
            Err(FactsError::TooLong { max: 80 })
        );
        assert!(PersonName::new(&"ы".repeat(80)).is_ok());
    }

    #[test]
    fn language_tags_take_their_usual_capitals() {
        let cases = [
            ("FA", "fa"),
            ("uz-cyrl", "uz-Cyrl"),
            ("pa-arab-pk", "pa-Arab-PK"),
            ("prs-AF", "prs-AF"),
        ];
        for (given, expected) in cases {
            assert_eq!(LanguageTag::new(given).unwrap().as_str(), expected);
        }
        for wrong in ["", "p", "persian", "fa-", "fa-Arab-Latn", "f1", "fa_IR"] {
            assert_eq!(
                LanguageTag::new(wrong),
                Err(FactsError::Language),
                "{wrong}"
            );
        }
    }
}
