//! Text that people type: brought to NFC, trimmed, bounded, free of control characters.

use crate::Invalid;

/// Characters that may change how neighbouring text is shown without being seen:
/// the explicit bidirectional embeddings, overrides and isolates of UAX #9.
const fn is_direction_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Unicode NFC. In the browser, where a text is only looked at, it stays as typed:
/// the tables would weigh more than all islands.
fn normalised(raw: &str) -> String {
    #[cfg(not(target_arch = "wasm32"))]
    return unicode_normalization::UnicodeNormalization::nfc(raw).collect();
    #[cfg(target_arch = "wasm32")]
    return raw.to_owned();
}

fn clean_line(raw: &str, max: usize) -> Result<String, Invalid> {
    let text = normalised(raw);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err(Invalid::Required);
    }
    if text
        .chars()
        .any(|c| c.is_control() || is_direction_control(c))
    {
        return Err(Invalid::Character);
    }
    if text.chars().count() > max {
        return Err(Invalid::TooLong);
    }
    Ok(text)
}

macro_rules! text_newtype {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// The text itself.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text itself, owned.
            #[must_use]
            pub fn into_string(self) -> String {
                self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

text_newtype! {
    /// A person's name in Latin script, as the person writes it: 2 to 80 characters.
    PersonName,
    /// A person's name in another script, as the person writes it: 1 to 80 characters.
    NativeName,
    /// One line of text: 1 to 200 characters.
    Line,
    /// Several lines of text: 1 to 10,000 characters, lines parted by `\n`.
    Paragraphs,
}

impl PersonName {
    /// The most characters that a name may have; it has to fit on a certificate.
    pub const MAX: usize = 80;

    /// Reads a name in Latin script.
    ///
    /// # Errors
    /// Empty, too short, too long, control characters, or not a single Latin letter.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        let name = clean_line(raw, Self::MAX)?;
        if name.chars().count() < 2 {
            return Err(Invalid::TooShort);
        }
        if !name.chars().any(is_latin_letter) || name.chars().any(is_of_another_script) {
            return Err(Invalid::NotLatin);
        }
        Ok(Self(name))
    }
}

/// Latin letters of Basic Latin, Latin-1, Extended-A/B, IPA and Extended Additional.
fn is_latin_letter(c: char) -> bool {
    c.is_alphabetic() && matches!(c, 'A'..='z' | '\u{00C0}'..='\u{02AF}' | '\u{1E00}'..='\u{1EFF}')
}

fn is_of_another_script(c: char) -> bool {
    c.is_alphabetic() && !is_latin_letter(c) && !matches!(c, '\u{02B0}'..='\u{02FF}' | 'ª' | 'º')
}

impl NativeName {
    /// Reads a name in its own script; nothing typed is no name.
    ///
    /// # Errors
    /// Too long, or control characters.
    pub fn parse_optional(raw: &str) -> Result<Option<Self>, Invalid> {
        match clean_line(raw, PersonName::MAX) {
            Ok(name) => Ok(Some(Self(name))),
            Err(Invalid::Required) => Ok(None),
            Err(other) => Err(other),
        }
    }
}

impl Line {
    /// The most characters of a line.
    pub const MAX: usize = 200;

    /// Reads one line.
    ///
    /// # Errors
    /// Empty, too long, or control characters.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        clean_line(raw, Self::MAX).map(Self)
    }

    /// Reads one line that may be left empty.
    ///
    /// # Errors
    /// Too long, or control characters.
    pub fn parse_optional(raw: &str) -> Result<Option<Self>, Invalid> {
        match Self::parse(raw) {
            Ok(line) => Ok(Some(line)),
            Err(Invalid::Required) => Ok(None),
            Err(other) => Err(other),
        }
    }
}

impl Paragraphs {
    /// The most characters of a text.
    pub const MAX: usize = 10_000;

    /// Reads a text of several lines; line ends become `\n`.
    ///
    /// # Errors
    /// Empty, too long, or control characters other than line ends and tabs.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        let text = normalised(&raw.replace("\r\n", "\n").replace('\r', "\n"));
        let text = text.trim();
        if text.is_empty() {
            return Err(Invalid::Required);
        }
        let forbidden =
            |c: char| (c.is_control() && c != '\n' && c != '\t') || is_direction_control(c);
        if text.chars().any(forbidden) {
            return Err(Invalid::Character);
        }
        if text.chars().count() > Self::MAX {
            return Err(Invalid::TooLong);
        }
        Ok(Self(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_accepted_as_people_write_it() {
        for (typed, kept) in [
            ("  Gülnar   Abdiqyzy ", "Gülnar Abdiqyzy"),
            ("O'Brien-Smith, Jr.", "O'Brien-Smith, Jr."),
            ("Oʻktam Gʻaniyev", "Oʻktam Gʻaniyev"),
            ("Əliyev Rəşad", "Əliyev Rəşad"),
            ("Li", "Li"),
            ("Jose\u{301}", "José"),
        ] {
            assert_eq!(
                PersonName::parse(typed).map(PersonName::into_string),
                Ok(kept.to_owned())
            );
        }
    }

    #[test]
    fn a_name_is_refused_with_its_reason() {
        for (typed, why) in [
            ("", Invalid::Required),
            (" \t ", Invalid::Required),
            ("X", Invalid::TooShort),
            ("Гүлнар", Invalid::NotLatin),
            ("Gülnar Гүлнар", Invalid::NotLatin),
            ("12345", Invalid::NotLatin),
            ("Evil\u{202E}eman", Invalid::Character),
            ("a\u{0}b", Invalid::Character),
        ] {
            assert_eq!(PersonName::parse(typed), Err(why), "{typed:?}");
        }
        assert_eq!(PersonName::parse(&"a".repeat(81)), Err(Invalid::TooLong));
    }

    #[test]
    fn paragraphs_keep_lines_and_refuse_controls() {
        assert_eq!(
            Paragraphs::parse("a\r\nb\rc").map(Paragraphs::into_string),
            Ok("a\nb\nc".into())
        );
        assert_eq!(Paragraphs::parse("a\u{7}b"), Err(Invalid::Character));
    }

    #[test]
    fn a_zero_width_non_joiner_is_part_of_persian_text() {
        assert_eq!(
            Line::parse("می\u{200c}رود").map(Line::into_string),
            Ok("می\u{200c}رود".into())
        );
    }
}
