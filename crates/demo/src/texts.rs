//! A text in several languages, English always among them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::DataError;

/// One text in several languages: BCP 47 tag → text, ordered by tag, with
/// `en` always present.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    try_from = "BTreeMap<String, String>",
    into = "BTreeMap<String, String>"
)]
pub struct Texts(BTreeMap<String, String>);

impl Texts {
    /// The English text.
    pub fn english(&self) -> &str {
        self.get("en").unwrap_or_default()
    }

    /// The text in the language `tag`, if there is one.
    pub fn get(&self, tag: &str) -> Option<&str> {
        self.0.get(tag).map(String::as_str)
    }

    /// Every language and its text, ordered by tag.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(tag, text)| (tag.as_str(), text.as_str()))
    }
}

impl TryFrom<BTreeMap<String, String>> for Texts {
    type Error = DataError;

    fn try_from(texts: BTreeMap<String, String>) -> Result<Self, DataError> {
        if texts.get("en").is_none_or(|text| text.trim().is_empty()) {
            let sample = texts.values().next().cloned().unwrap_or_default();
            return Err(DataError::NoEnglish(sample));
        }
        Ok(Self(texts))
    }
}

impl From<Texts> for BTreeMap<String, String> {
    fn from(texts: Texts) -> Self {
        texts.0
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;
    use std::collections::BTreeMap;

    #[test]
    fn a_text_without_english_is_refused() {
        let persian = BTreeMap::from([("fa".to_owned(), "مرز".to_owned())]);
        assert!(Texts::try_from(persian).is_err());
    }
}
