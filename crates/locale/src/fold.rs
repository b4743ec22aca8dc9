//! Folding text for search, so that what a person can type finds what was written.

use icu::normalizer::DecomposingNormalizerBorrowed;
use icu::normalizer::properties::CanonicalCombiningClassMapBorrowed;

/// The combining class of what is not a mark upon another letter (UAX #44).
const NOT_REORDERED: u8 = 0;

/// `text` as a search index keeps it and as a query is compared with it: words of small letters
/// and ASCII digits, one space between them.
///
/// - Case, diacritics and compatibility forms vanish (é → e, ё → е, й → и, أ إ آ → ا, ﷼ spelt out),
///   likewise Arabic vowel signs, the tatweel and the hamza on its carrier.
/// - Arabic, Persian, Pashto and Urdu variants of a letter are one (ي ى ې ے → ی, ك → ک, ة ہ ھ ە → ه,
///   ګ → گ), all digits are ASCII (۱ ١ → 1).
/// - Letters that Kazakh, Kyrgyz, Tajik, Uzbek and Azerbaijani add are their nearest plain ones
///   (қ → к, ҷ → ч, ө → о, і → и, ə → a): many keyboards lack them. Whoever types them finds the
///   same, as index and query are both folded.
/// - I, İ, ı and i are one letter, so that Turkish and English keyboards find each other's words.
/// - Apostrophes and the Uzbek ʻ ʼ join (oʻzbek → ozbek); every other sign, and the zero-width
///   non-joiner, divides words: who has no key for it types a space (ثبت‌نام = ثبت نام).
#[must_use]
pub fn fold_for_search(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let classes = CanonicalCombiningClassMapBorrowed::new();
    // Twice, because a small letter may decompose although its capital does not, and a folded
    // letter may be of either case.
    let small: String = nfkd(text).chars().flat_map(char::to_lowercase).collect();
    for c in nfkd(&small).chars() {
        if classes.get_u8(c) != NOT_REORDERED || is_dropped(c) {
            continue;
        }
        match digit(c) {
            Some(digit) => folded.push(digit),
            None if c.is_alphanumeric() => {
                folded.push_str(letter(c).unwrap_or(c.encode_utf8(&mut [0; 4])));
            }
            None if !folded.is_empty() && !folded.ends_with(' ') => folded.push(' '),
            None => {}
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn nfkd(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfkd()
        .normalize(text)
        .into_owned()
}

/// Signs that stand inside words and that searchers leave out.
fn is_dropped(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | '‘' | '`' | 'ʻ' | 'ʼ' | 'ʹ' | 'ʽ' | 'ʾ' | 'ʿ' | '′' // apostrophes, glottal stops
            | 'ـ' | 'ء' // tatweel, free-standing hamza
            | '\u{ad}' | '\u{200d}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
            | '\u{2066}'..='\u{2069}' | '\u{61c}' | '\u{feff}' // invisible, other than the non-joiner
    )
}

fn digit(c: char) -> Option<char> {
    let zero = match c {
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}

/// The plain letter that stands for this one (already small and decomposed).
fn letter(c: char) -> Option<&'static str> {
    Some(match c {
        // Arabic script
        'ي' | 'ى' | 'ې' | 'ۍ' | 'ے' => "ی",
        'ك' => "ک",
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۃ' => "ه",
        'ٱ' => "ا",
        'ګ' => "گ",
        'ڼ' | 'ں' => "ن",
        'ړ' | 'ڑ' => "ر",
        'ډ' | 'ڈ' => "د",
        'ټ' | 'ٹ' => "ت",
        'ڕ' => "ر",
        'ۆ' | 'ۇ' | 'ۋ' => "و",
        // Cyrillic
        'ә' => "а",
        'ғ' | 'ґ' => "г",
        'қ' | 'ҡ' => "к",
        'ң' | 'ҥ' => "н",
        'ө' => "о",
        'ү' | 'ұ' => "у",
        'һ' | 'ҳ' => "х",
        'ҷ' | 'ҹ' | 'ӌ' => "ч",
        'і' => "и",
        'є' => "е",
        // Latin
        'ı' => "i",
        'ə' => "a",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'æ' => "ae",
        'œ' => "oe",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn what_people_type_finds_what_was_written() {
        for (written, typed) in [
            ("Border Management", "border  management "),
            ("counter-trafficking", "Counter trafficking"),
            ("people's rights", "peoples rights"),
            ("ثبت‌نام", "ثبت نام"),
            ("مأموران مرزی", "ماموران مرزي"),
            ("کارگاه", "كارگاه"),
            ("آموزش", "اموزش"),
            ("مؤسسۀ", "موسسه"),
            ("مُهاجِرَت", "مهاجرت"),
            ("مهــاجرت", "مهاجرت"),
            ("۲۸ دی ۱۴۰۵", "28 دی ١٤٠٥"),
            ("پښتو ګ", "پښتو گ"),
            ("Приём йода", "ПРИЕМ иода"),
            ("Қазақстан", "казакстан"),
            ("Тоҷикистон", "точикистон"),
            ("Гүлнар Әбдіқызы", "гулнар абдикызы"),
            ("Ўзбекистон", "узбекистон"),
            ("İSTANBUL", "istanbul"),
            ("ISPARTA", "ısparta"),
            ("Diyarbakır", "DIYARBAKIR"),
            ("Oʻzbekiston", "ozbekiston"),
            ("O‘zbekiston", "O'zbekiston"),
            ("Türkmençe şäher", "turkmence saher"),
            ("Əliyev", "Aliyev"),
            ("ﬁeld ①", "field 1"),
            ("Straße", "STRASSE"),
            ("\u{2067}راه\u{2069}", "راه"),
        ] {
            assert_eq!(
                fold_for_search(written),
                fold_for_search(typed),
                "{written}"
            );
        }
    }

    #[test]
    fn variants_of_a_letter_are_one() {
        for variants in [
            "یيىېۍےئۍ",
            "کك",
            "هةہھەۃۀ",
            "اآأإٱ",
            "گګ",
            "نڼں",
            "رړڑڕ",
            "دډڈ",
            "تټٹ",
            "وؤۆۇۋ",
            "аәӘ",
            "гғґ",
            "кқҡ",
            "нңҥ",
            "оө",
            "уүұўӯ",
            "хһҳ",
            "чҷҹӌ",
            "иіїйӣ",
            "еёє",
            "aəâăá",
            "iıİIî",
            "oøöõ",
            "lł",
            "dđð",
            "sşš",
            "gğģ",
            "nňñ",
            "zž",
            "uüûů",
            "cçč",
        ] {
            let folded: BTreeSet<_> = variants
                .chars()
                .map(|c| fold_for_search(&c.to_string()))
                .collect();
            assert_eq!(folded.len(), 1, "{variants}: {folded:?}");
        }
    }

    #[test]
    fn different_words_stay_different() {
        for (one, other) in [
            ("border", "boarder"),
            ("курс", "корс"),
            ("مرز", "مرض"),
            ("ثبت", "سبت"),
            ("2026", "2027"),
        ] {
            assert_ne!(fold_for_search(one), fold_for_search(other));
        }
    }

    #[test]
    fn the_result_is_words_and_single_spaces() {
        assert_eq!(
            fold_for_search("  ECO–IOM: «2027»,\n 00412! "),
            "eco iom 2027 00412"
        );
        assert_eq!(
            fold_for_search("100% _"),
            "100",
            "no wildcard of a database survives"
        );
        for nothing in ["", "  ", "—", "\u{200c}", "ِ"] {
            assert_eq!(fold_for_search(nothing), "");
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["Əşrəf İ. ı", "ۀ ﷲ آ", "Ғ Ӣ Ӯ Ё", "ǅ ǆ ß ẞ", "ΑΣ"] {
            let once = fold_for_search(text);
            assert_eq!(fold_for_search(&once), once);
        }
    }
}
