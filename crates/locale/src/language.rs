//! Languages of content: titles, sessions, material. More than those of the interface.

use icu::locale::{Direction, LanguageIdentifier, LocaleDirectionality};

/// A language in which events are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    tag: &'static str,
    autonym: &'static str,
}

/// Shorthand for the table.
const fn language(tag: &'static str, autonym: &'static str) -> Language {
    Language { tag, autonym }
}

impl Language {
    /// The languages of the ten countries and English, in the order of a list of choices.
    pub const ALL: [Self; 13] = [
        language("en", "English"),
        language("ru", "Русский"),
        language("fa", "فارسی"),
        language("tr", "Türkçe"),
        language("prs", "دری"),
        language("ps", "پښتو"),
        language("ur", "اردو"),
        language("az", "Azərbaycanca"),
        language("kk", "Қазақша"),
        language("ky", "Кыргызча"),
        language("tg", "Тоҷикӣ"),
        language("tk", "Türkmençe"),
        language("uz", "Oʻzbekcha"),
    ];

    /// The language with this tag; `fa-AF` is Dari, `prs`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = if tag.eq_ignore_ascii_case("fa-AF") {
            "prs"
        } else {
            tag
        };
        Self::ALL.into_iter().find(|language| language.tag == tag)
    }

    /// The BCP 47 tag, as in `lang`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.tag
    }

    /// The language's name in itself.
    #[must_use]
    pub fn autonym(self) -> &'static str {
        self.autonym
    }

    /// The direction of its script, as in `dir`.
    #[must_use]
    pub fn dir(self) -> &'static str {
        Self::dir_of(self.tag)
    }

    /// The direction in which text with this tag is written, for any BCP 47 tag: `ltr`, `rtl`,
    /// or `auto` where the tag says nothing.
    #[must_use]
    pub fn dir_of(tag: &str) -> &'static str {
        let Some(language) = cldr(tag) else {
            return "auto";
        };
        match LocaleDirectionality::new_extended().get(&language) {
            Some(Direction::RightToLeft) => "rtl",
            Some(Direction::LeftToRight) => "ltr",
            _ => "auto",
        }
    }
}

/// The language as CLDR knows it: Dari is Persian of Afghanistan there.
pub(crate) fn cldr(tag: &str) -> Option<LanguageIdentifier> {
    let tag = if tag == "prs" { "fa-AF" } else { tag };
    tag.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_run_in_their_direction() {
        let right_to_left: Vec<_> = Language::ALL
            .into_iter()
            .filter(|language| language.dir() == "rtl")
            .map(Language::tag)
            .collect();
        assert_eq!(right_to_left, ["fa", "prs", "ps", "ur"]);
        for (tag, dir) in [
            ("ar", "rtl"),
            ("uz-Arab", "rtl"),
            ("tg-Cyrl", "ltr"),
            ("pa-Arab", "rtl"),
            ("fa-AF", "rtl"),
            ("fr-CH", "ltr"),
            ("qqq", "auto"),
            ("not a tag", "auto"),
        ] {
            assert_eq!(Language::dir_of(tag), dir, "{tag}");
        }
    }

    #[test]
    fn a_tag_finds_its_language() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        assert_eq!(Language::from_tag("fa-AF").map(Language::tag), Some("prs"));
        assert_eq!(Language::from_tag("de"), None);
    }
}
