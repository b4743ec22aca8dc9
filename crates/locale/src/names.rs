//! Names of countries and languages: our own for those Maktab serves, CLDR's for all others.
//!
//! Our own, because official papers say «Кыргызстан» where CLDR says «Киргизия».

use std::sync::LazyLock;

use icu::experimental::displaynames::multi::{LocaleDisplayNamesFormatter, RegionDisplayNames};
use icu::experimental::displaynames::{DisplayNamesOptions, DisplayNamesPreferences};

use crate::{Locale, language};

struct DisplayNames {
    regions: RegionDisplayNames,
    languages: LocaleDisplayNamesFormatter,
}

static DISPLAY_NAMES: LazyLock<[DisplayNames; Locale::ALL.len()]> =
    LazyLock::new(|| Locale::ALL.map(display_names));

#[expect(
    clippy::expect_used,
    reason = "the data are compiled in; a test names a country in every language"
)]
fn display_names(locale: Locale) -> DisplayNames {
    let preferences = || DisplayNamesPreferences::from(&locale.cldr());
    let options = DisplayNamesOptions::default();
    DisplayNames {
        regions: RegionDisplayNames::try_new(preferences(), options).expect("compiled data"),
        languages: LocaleDisplayNamesFormatter::try_new(preferences(), options)
            .expect("compiled data"),
    }
}

impl Locale {
    /// The name of a country by its code of two letters (ISO 3166-1, either case); the code
    /// itself where there is no such country.
    #[must_use]
    pub fn country_name(self, alpha_2: &str) -> String {
        if let Some(own) = self.word(&format!("country-{}", alpha_2.to_ascii_lowercase())) {
            return own;
        }
        let region = alpha_2.parse().ok();
        let name = region.and_then(|region| DISPLAY_NAMES[self as usize].regions.of(region));
        name.unwrap_or(alpha_2).to_owned()
    }

    /// The name of an area of cooperation by its code, in full; `None` for an area that is not one
    /// of the memorandum's ten, which then brings its own name.
    #[must_use]
    pub fn area_name(self, code: &str) -> Option<String> {
        self.word(&format!("area-{code}"))
    }

    /// The name of an area of cooperation, short enough for a label.
    #[must_use]
    pub fn area_short_name(self, code: &str) -> Option<String> {
        self.word(&format!("area-short-{code}"))
    }

    fn word(self, id: &str) -> Option<String> {
        self.has(id).then(|| self.text(id))
    }

    /// The name of a language by its BCP 47 tag (`prs` and `fa-AF` are Dari); the tag itself
    /// where there is no such language. Small in Russian and Turkish where the language writes
    /// it so.
    #[must_use]
    pub fn language_name(self, tag: &str) -> String {
        if let Some(known) = crate::Language::from_tag(tag) {
            return self.text(&format!("language-{}", known.tag()));
        }
        match language::cldr(tag) {
            Some(id) => DISPLAY_NAMES[self as usize]
                .languages
                .of(&id.into())
                .into_owned(),
            None => tag.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_by_their_official_short_names() {
        let names = |code: &str| Locale::ALL.map(|locale| locale.country_name(code));
        assert_eq!(
            names("KG"),
            ["Kyrgyzstan", "Кыргызстан", "قرقیزستان", "Kırgızistan"]
        );
        assert_eq!(names("tr"), ["Türkiye", "Турция", "ترکیه", "Türkiye"]);
        assert_eq!(
            names("CH"),
            ["Switzerland", "Швейцария", "سوئیس", "İsviçre"]
        );
        assert_eq!(names("de"), ["Germany", "Германия", "آلمان", "Almanya"]);
        assert_eq!(names("QQ"), ["QQ"; 4]);
        assert_eq!(names(""), [""; 4]);
    }

    #[test]
    fn areas_of_the_memorandum_have_names_and_others_none() {
        assert_eq!(
            Locale::Fa.area_short_name("ii").as_deref(),
            Some("مدیریت مرز")
        );
        let name = Locale::En.area_name("vi");
        assert_eq!(
            name.as_deref(),
            Some("Counter-trafficking and protection of victims")
        );
        for other in ["xi", "", "ii.x", "II", "border"] {
            let name = Locale::Ru.area_name(other);
            assert_eq!(name, None, "{other:?}");
        }
    }

    #[test]
    fn languages_in_every_language() {
        let names = |tag: &str| Locale::ALL.map(|locale| locale.language_name(tag));
        assert_eq!(names("prs"), ["Dari", "дари", "دری", "Darice"]);
        assert_eq!(names("fa-AF"), names("prs"));
        assert_eq!(names("ky"), ["Kyrgyz", "кыргызский", "قرقیزی", "Kırgızca"]);
        assert_eq!(names("ar"), ["Arabic", "арабский", "عربی", "Arapça"]);
        assert_eq!(names("no tag"), ["no tag"; 4]);
        for language in crate::Language::ALL {
            for locale in Locale::ALL {
                assert_ne!(locale.language_name(language.tag()), language.tag());
            }
        }
    }
}
