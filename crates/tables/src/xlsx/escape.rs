//! Signs that XML 1.0 cannot hold, as `_x000D_` (ECMA-376 part 1, 22.9.2.19, ST_Xstring).

use std::borrow::Cow;

/// How long an escaped sign is.
const LENGTH: usize = 7;

/// The sign that the text begins with, if it begins with an escaped one.
fn sign(text: &str) -> Option<char> {
    let code = text.strip_prefix("_x")?.get(..4)?;
    if !code.bytes().all(|byte| byte.is_ascii_hexdigit()) || text.get(6..LENGTH)? != "_" {
        return None;
    }
    char::from_u32(u32::from_str_radix(code, 16).ok()?)
}

/// The text with its escaped signs resolved.
pub(crate) fn meant(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut meant = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        meant.push_str(before);
        if let Some(sign) = sign(from) {
            meant.push(sign);
            rest = from.get(LENGTH..).unwrap_or_default();
        } else {
            meant.push('_');
            rest = from.get(1..).unwrap_or_default();
        }
    }
    meant.push_str(rest);
    Cow::Owned(meant)
}

/// The text as XML that [`meant`] reads as it was.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '_' if text.get(at..).and_then(sign).is_some() => escaped.push_str("_x005F_"),
            '\t' | '\n' => escaped.push(c),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => {
                escaped.push_str(&format!("_x{:04X}_", u32::from(c)));
            }
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_survives() {
        for text in [
            "a\rb",
            "_x000D_",
            "_x005F_x000D_",
            "a_x",
            "_x00_",
            "_xZZZZ_",
            "__x0041__",
            "_x004",
            "\u{0}\u{1f}\u{ffff}",
            "نام_x و",
        ] {
            let xml = escaped(text);
            assert!(!xml.chars().any(|c| c < ' '), "{xml:?}");
            assert_eq!(meant(&xml), text, "{xml:?}");
        }
        assert_eq!(escaped("<a & \"b\">"), "&lt;a &amp; &quot;b&quot;&gt;");
        assert_eq!(meant("one_x000A_two"), "one\ntwo");
        assert_eq!(meant("_xD800_"), "_xD800_", "half a sign is none");
    }
}
