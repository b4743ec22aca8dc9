//! The languages of the interface, one row of a table each.

use crate::messages;

/// A language of the interface.
///
/// To add one: a variant here, a row in `TABLE`, a folder of messages in `i18n/`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Locale {
    /// English; the language a message falls back to.
    #[default]
    En,
    /// Russian.
    Ru,
    /// Persian: right to left, Solar Hijri calendar.
    Fa,
    /// Turkish.
    Tr,
}

/// What is known of one language of the interface.
pub(crate) struct Row {
    /// BCP 47 tag, as in addresses and `lang`.
    pub tag: &'static str,
    /// The locale whose CLDR data are used.
    pub cldr: &'static str,
    pub right_to_left: bool,
    pub autonym: &'static str,
    /// Languages whose readers are offered this one if nothing they asked for is there.
    pub stands_in_for: &'static [&'static str],
    pub pictures: Pictures,
    /// Before, after a figure in percent.
    pub percent: (&'static str, &'static str),
    /// Between the items of a list; before the last one.
    pub list: (&'static str, &'static str),
    /// Texts of the messages by topic.
    pub messages: &'static [(&'static str, &'static str)],
    pub print_as: fn(&mut messages::Bundle),
}

/// How dates look, as CLDR date patterns; names and digits come from ICU4X.
///
/// The patterns are our own because CLDR's differ from the usage of official papers: a comma in
/// "Monday, 7 December" (en-GB), the year before the month in «دی ۱۴۰۵», no ezafe in «ژانویهٔ».
pub(crate) struct Pictures {
    pub solar_hijri: bool,
    pub long: &'static str,
    pub date: &'static str,
    pub short: &'static str,
    /// Between the ends of a range, if both are days, months, weekdays; if they are longer.
    pub between: (&'static str, &'static str),
}

/// One row per variant, in the order of the variants.
static TABLE: [Row; 4] = [
    Row {
        tag: "en",
        cldr: "en-GB",
        right_to_left: false,
        autonym: "English",
        stands_in_for: &[],
        pictures: Pictures {
            solar_hijri: false,
            long: "EEEE d MMMM y",
            date: "d MMMM y",
            short: "d MMM y",
            between: ("–", " – "),
        },
        percent: ("", "%"),
        list: (", ", " and "),
        messages: messages::sources!("en"),
        print_as: messages::print_as::<0>,
    },
    Row {
        tag: "ru",
        cldr: "ru",
        right_to_left: false,
        autonym: "Русский",
        stands_in_for: &["kk", "ky", "tg", "tk", "uz"],
        pictures: Pictures {
            solar_hijri: false,
            long: "EEEE, d MMMM y\u{a0}'г.'",
            date: "d MMMM y\u{a0}'г.'",
            short: "d MMM y\u{a0}'г.'",
            between: ("–", " – "),
        },
        percent: ("", "\u{a0}%"),
        list: (", ", " и "),
        messages: messages::sources!("ru"),
        print_as: messages::print_as::<1>,
    },
    Row {
        tag: "fa",
        cldr: "fa",
        right_to_left: true,
        autonym: "فارسی",
        stands_in_for: &["prs"],
        pictures: Pictures {
            solar_hijri: true,
            long: "EEEE d MMMM y",
            date: "d MMMM y",
            short: "d MMM y",
            between: (" تا ", " تا "),
        },
        percent: ("", "٪"),
        list: ("، ", " و "),
        messages: messages::sources!("fa"),
        print_as: messages::print_as::<2>,
    },
    Row {
        tag: "tr",
        cldr: "tr",
        right_to_left: false,
        autonym: "Türkçe",
        stands_in_for: &["az"],
        pictures: Pictures {
            solar_hijri: false,
            long: "d MMMM y EEEE",
            date: "d MMMM y",
            short: "d MMM y",
            between: ("–", " – "),
        },
        percent: ("%", ""),
        list: (", ", " ve "),
        messages: messages::sources!("tr"),
        print_as: messages::print_as::<3>,
    },
];

impl Locale {
    /// Every language of the interface, English first, in the order of the language switcher.
    pub const ALL: [Self; 4] = [Self::En, Self::Ru, Self::Fa, Self::Tr];

    pub(crate) fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// The locale whose CLDR data are used.
    pub(crate) fn cldr(self) -> icu::locale::Locale {
        // The tags of the table are well-formed (a test reads them); the root locale is the
        // least wrong answer to one that is not.
        self.row()
            .cldr
            .parse()
            .unwrap_or(icu::locale::Locale::UNKNOWN)
    }

    /// The BCP 47 tag, as it stands in addresses and in `lang`: `en`, `ru`, `fa`, `tr`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.row().tag
    }

    /// The language with exactly this tag; `None` for any other text.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.tag() == tag)
    }

    /// The direction of writing, as in HTML's `dir`: `ltr` or `rtl`.
    #[must_use]
    pub fn dir(self) -> &'static str {
        if self.is_right_to_left() {
            "rtl"
        } else {
            "ltr"
        }
    }

    /// Whether the language is written from right to left.
    #[must_use]
    pub fn is_right_to_left(self) -> bool {
        self.row().right_to_left
    }

    /// The language's name in itself, for the language switcher.
    #[must_use]
    pub fn autonym(self) -> &'static str {
        self.row().autonym
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_stands_at_the_place_of_its_variant() {
        for (place, locale) in Locale::ALL.into_iter().enumerate() {
            assert_eq!(locale as usize, place);
            assert_eq!(locale.cldr().to_string(), TABLE[place].cldr);
        }
        use Locale::{En, Fa, Ru, Tr};
        assert_eq!([En, Ru, Fa, Tr].map(Locale::tag), ["en", "ru", "fa", "tr"]);
    }

    #[test]
    fn a_tag_is_read_back_and_nothing_else_is_a_tag() {
        for locale in Locale::ALL {
            assert_eq!(Locale::from_tag(locale.tag()), Some(locale));
        }
        for other in ["", "EN", "en-GB", "fa ", "de"] {
            assert_eq!(Locale::from_tag(other), None, "{other:?}");
        }
    }

    #[test]
    fn only_persian_is_written_from_right_to_left() {
        assert_eq!(Locale::ALL.map(Locale::dir), ["ltr", "ltr", "rtl", "ltr"]);
        assert_eq!(
            Locale::ALL.map(Locale::autonym),
            ["English", "Русский", "فارسی", "Türkçe"]
        );
    }
}
