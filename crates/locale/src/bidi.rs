//! Keeping text of the other direction apart from the text around it (Unicode UAX #9).

use std::borrow::Cow;

use icu::properties::CodePointMapData;
use icu::properties::props::BidiClass;

use crate::Locale;

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// Makes figures that follow read from right to left whatever stands before them: after a Latin
/// letter European and Persian digits alike would otherwise become part of the Latin text.
pub(crate) const RIGHT_TO_LEFT_MARK: char = '\u{200f}';

/// `text` as it may stand inside a sentence of `locale`: in isolates if it holds a letter of the
/// other direction (or, in a right-to-left sentence, begins with a sign that would change sides),
/// else unchanged, so that most texts carry no invisible characters.
pub(crate) fn isolated(locale: Locale, text: &str) -> Cow<'_, str> {
    if needs_isolation(locale, text) {
        Cow::Owned(format!(
            "{FIRST_STRONG_ISOLATE}{text}{POP_DIRECTIONAL_ISOLATE}"
        ))
    } else {
        Cow::Borrowed(text)
    }
}

fn needs_isolation(locale: Locale, text: &str) -> bool {
    if text.starts_with(FIRST_STRONG_ISOLATE) && text.ends_with(POP_DIRECTIONAL_ISOLATE) {
        return false;
    }
    let classes = CodePointMapData::<BidiClass>::new();
    let mut letters = text.chars().map(|c| classes.get(c));
    if locale.is_right_to_left() {
        text.starts_with(['+', '-', '/', '#', '.']) || letters.any(|c| c == BidiClass::LeftToRight)
    } else {
        letters.any(|c| {
            c == BidiClass::RightToLeft
                || c == BidiClass::ArabicLetter
                || c == BidiClass::ArabicNumber
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_text_of_the_other_direction_is_isolated() {
        for (locale, text, isolated_here) in [
            (Locale::Fa, "علی رضایی", false),
            (Locale::Fa, "۱۲٬۳۴۵", false),
            (Locale::Fa, "Гүлнар Әбдіқызы", true),
            (Locale::Fa, "name@example.org", true),
            (Locale::Fa, "+98 21 8888", true),
            (Locale::En, "Гүлнар Әбдіқызы", false),
            (Locale::En, "12,345", false),
            (Locale::En, "علی رضایی", true),
            (Locale::Tr, "Doç. Dr. علی", true),
            (Locale::Ru, "", false),
        ] {
            let expected = if isolated_here {
                format!("\u{2068}{text}\u{2069}")
            } else {
                text.to_owned()
            };
            assert_eq!(isolated(locale, text), expected, "{locale:?}");
            assert_eq!(isolated(locale, &expected), expected, "isolated once only");
        }
    }
}
