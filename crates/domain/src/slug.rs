//! The part of an address that names a course or an event.

use crate::Invalid;

/// Lower-case ASCII letters, digits and single hyphens: 1 to 80 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(String);

impl Slug {
    /// Reads a slug as it stands in an address.
    ///
    /// # Errors
    /// Empty, too long, or other characters.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        if raw.is_empty() {
            return Err(Invalid::Required);
        }
        if raw.len() > 80 {
            return Err(Invalid::TooLong);
        }
        let shape = raw
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let hyphens = raw.starts_with('-') || raw.ends_with('-') || raw.contains("--");
        if shape && !hyphens {
            Ok(Self(raw.to_owned()))
        } else {
            Err(Invalid::Character)
        }
    }

    /// Makes a slug from a title: its ASCII letters and digits, the rest as hyphens.
    /// `None` where nothing is left, as of a title in another script.
    #[must_use]
    pub fn from_title(title: &str) -> Option<Self> {
        let mut slug = String::new();
        for c in title.chars().flat_map(char::to_lowercase) {
            if c.is_ascii_alphanumeric() {
                slug.push(c);
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        slug.truncate(60);
        Self::parse(slug.trim_end_matches('-')).ok()
    }

    /// The slug itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_slug() {
        let slug = |t| Slug::from_title(t).map(|s| s.to_string());
        assert_eq!(
            slug("Reading travel documents: from stamps to chips"),
            Some("reading-travel-documents-from-stamps-to-chips".into())
        );
        assert_eq!(slug("مرز"), None);
        assert_eq!(Slug::parse("../etc"), Err(Invalid::Character));
    }
}
