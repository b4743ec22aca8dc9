//! The text of a cell as a person sees it, from its kind and what is stored.

use super::date;
use super::strings::Strings;
use super::styles::Shown;
use crate::read::Refusal;
use std::borrow::Cow;

/// The text of a cell with a value (`v`) of this type (`t`). Numbers are written plainly, days and
/// times by ISO 8601.
pub(super) fn text<'t>(
    stored: &'t str,
    kind: &str,
    strings: &'t Strings,
    shown: Shown,
    from_1904: bool,
) -> Result<Cow<'t, str>, Refusal> {
    let plain = stored.trim();
    if plain.is_empty() {
        return Ok(Cow::Borrowed(""));
    }
    Ok(match kind {
        "s" => {
            let text = plain.parse().ok().and_then(|number| strings.get(number));
            Cow::Borrowed(text.ok_or(Refusal::Damaged("a cell shows a text that is not there"))?)
        }
        "b" => Cow::Borrowed(if plain == "1" || plain.eq_ignore_ascii_case("true") {
            "TRUE"
        } else {
            "FALSE"
        }),
        "str" => super::meant(stored),
        "d" => Cow::Borrowed(plain.strip_suffix("T00:00:00").unwrap_or(plain)),
        "" | "n" => number(plain, shown, from_1904),
        // An error, `#N/A`, as it is shown.
        _ => Cow::Borrowed(plain),
    })
}

/// A number as it is shown; what is none stays as it is.
fn number(stored: &str, shown: Shown, from_1904: bool) -> Cow<'_, str> {
    let Ok(value) = stored.parse::<f64>() else {
        return Cow::Borrowed(stored);
    };
    if shown != Shown::Number
        && let Some(text) = date::written(value, shown, from_1904)
    {
        return Cow::Owned(text);
    }
    if stored.bytes().all(|byte| byte.is_ascii_digit()) {
        return Cow::Borrowed(stored);
    }
    // Spreadsheets show fifteen digits of what they compute with: 0.3, not 0.30000000000000004.
    let rounded = format!("{value:.14e}").parse().unwrap_or(value);
    Cow::Owned(f64::to_string(&rounded))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_read_as_a_person_sees_them() {
        let strings = Strings::default();
        let day = Shown::Day;
        for (stored, kind, shown, expected) in [
            ("714", "", Shown::Number, "714"),
            ("714.0", "n", Shown::Number, "714"),
            ("0.30000000000000004", "n", Shown::Number, "0.3"),
            ("-1.5", "", Shown::Number, "-1.5"),
            ("9.9290012345E11", "", Shown::Number, "992900123450"),
            ("992900123456", "", Shown::Number, "992900123456"),
            ("1e400", "", Shown::Number, "inf"),
            ("46405", "", day, "2027-01-18"),
            ("-5", "", day, "-5"),
            ("not a number", "", day, "not a number"),
            ("1", "b", Shown::Number, "TRUE"),
            ("0", "b", Shown::Number, "FALSE"),
            ("#N/A", "e", Shown::Number, "#N/A"),
            ("2027-01-18T00:00:00", "d", Shown::Number, "2027-01-18"),
            ("a_x000A_b", "str", Shown::Number, "a\nb"),
            ("", "s", Shown::Number, ""),
        ] {
            let found = text(stored, kind, &strings, shown, false);
            assert_eq!(found.as_deref(), Ok(expected), "{stored} {kind}");
        }
        assert!(text("0", "s", &strings, day, false).is_err());
        assert!(text("-1", "s", &strings, day, false).is_err());
    }
}
