//! Content in several languages, falling back visibly.

use std::collections::BTreeMap;

/// A language by its tag (BCP 47), in lower case for the language part: `en`, `fa`, `prs`.
#[derive(
    Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct LanguageTag(String);

impl LanguageTag {
    /// Reads a tag of ASCII letters, digits and hyphens, 2 to 35 characters.
    ///
    /// # Errors
    /// [`crate::Invalid::Choice`] for anything else.
    pub fn parse(raw: &str) -> Result<Self, crate::Invalid> {
        let shape = raw.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if (2..=35).contains(&raw.len()) && shape && !raw.starts_with('-') && !raw.ends_with('-') {
            Ok(Self(raw.to_owned()))
        } else {
            Err(crate::Invalid::Choice)
        }
    }

    /// The tag itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// One piece of content in one or more languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Texts(BTreeMap<String, String>);

impl Texts {
    /// From pairs of language tag and text.
    pub fn new<L: Into<String>, T: Into<String>>(pairs: impl IntoIterator<Item = (L, T)>) -> Self {
        Self(
            pairs
                .into_iter()
                .map(|(l, t)| (l.into(), t.into()))
                .collect(),
        )
    }

    /// The text in `language`, else in English, else in whichever language comes first;
    /// with the tag of the language that it is in.
    #[must_use]
    pub fn best(&self, language: &str) -> (&str, &str) {
        self.0
            .get_key_value(language)
            .or_else(|| self.0.get_key_value("en"))
            .or_else(|| self.0.first_key_value())
            .map_or(("en", ""), |(l, t)| (l.as_str(), t.as_str()))
    }

    /// The text in exactly this language.
    #[must_use]
    pub fn get(&self, language: &str) -> Option<&str> {
        self.0.get(language).map(String::as_str)
    }

    /// All pairs, by language tag.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(l, t)| (l.as_str(), t.as_str()))
    }

    /// Whether there is no text at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds or replaces the text of one language.
    pub fn set(&mut self, language: impl Into<String>, text: impl Into<String>) {
        self.0.insert(language.into(), text.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_falls_back_to_english_and_says_so() {
        let texts = Texts::new([("en", "Border"), ("fa", "مرز")]);
        assert_eq!(texts.best("fa"), ("fa", "مرز"));
        assert_eq!(texts.best("tr"), ("en", "Border"));
        assert_eq!(Texts::new([("tg", "сарҳад")]).best("ru"), ("tg", "сарҳад"));
    }
}
