//! Choosing a language from what a browser asks for (RFC 9110, section 12.5.4).

use crate::Locale;

/// More ranges than any browser sends; the rest of a longer header is not read.
const MOST_RANGES: usize = 32;

impl Locale {
    /// The language of the interface that suits an `Accept-Language` header best.
    ///
    /// A language asked for outright wins by weight, then by place. Only if none is there does a
    /// language stand in for a related or commonly shared one (Persian for Dari, Turkish for
    /// Azerbaijani, Russian for Kazakh, Kyrgyz, Tajik, Turkmen and Uzbek). Else English.
    #[must_use]
    pub fn negotiate(accept_language: &str) -> Self {
        let wanted = ranges(accept_language);
        let outright = |tag: &str| Self::from_tag(tag);
        let standing_in = |tag: &str| {
            Self::ALL
                .into_iter()
                .find(|locale| locale.row().stands_in_for.contains(&tag))
        };
        let first = |find: &dyn Fn(&str) -> Option<Self>| wanted.iter().find_map(|tag| find(tag));
        first(&outright)
            .or_else(|| first(&standing_in))
            .unwrap_or_default()
    }
}

/// The primary languages that are asked for, most wanted first, in lower case.
fn ranges(header: &str) -> Vec<String> {
    let mut found: Vec<(u16, String)> = header
        .split(',')
        .take(MOST_RANGES)
        .filter_map(range)
        .collect();
    // Stable: ranges of equal weight keep their order.
    found.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    found.into_iter().map(|(_, tag)| tag).collect()
}

/// One range: its primary language and its weight in thousandths; `None` if refused (`q=0`),
/// malformed or the wildcard.
fn range(text: &str) -> Option<(u16, String)> {
    let mut parts = text.split(';').map(str::trim);
    let tag = parts.next()?.to_ascii_lowercase();
    let weight = match parts.find_map(|p| p.strip_prefix("q=").or_else(|| p.strip_prefix("Q="))) {
        None => 1000,
        Some(q) => thousandths(q.parse().ok()?)?,
    };
    let primary = tag.split('-').next()?;
    let is_language =
        (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    (is_language && weight > 0).then(|| (weight, primary.to_owned()))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the value was just checked to lie between 0 and 1000"
)]
fn thousandths(q: f32) -> Option<u16> {
    (0.0..=1.0).contains(&q).then_some((q * 1000.0) as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_wanted_language_that_is_there_is_chosen() {
        for (header, expected) in [
            ("", Locale::En),
            ("*", Locale::En),
            ("fa", Locale::Fa),
            ("fa-IR,fa;q=0.9,en;q=0.8", Locale::Fa),
            ("FA-ir", Locale::Fa),
            ("fa-AF", Locale::Fa),
            ("de-DE,de;q=0.9,tr;q=0.5,ru;q=0.7", Locale::Ru),
            ("en;q=0.5, tr", Locale::Tr),
            ("ru;q=0, tr;q=0.1", Locale::Tr),
            ("ru;q=0", Locale::En),
            ("ru;q=2, tr;q=0.1", Locale::Tr),
            ("ru;q=abc, tr;q=0.1", Locale::Tr),
            ("tr;q=0.5,ru;q=0.5", Locale::Tr),
            ("ja,zh;q=0.8", Locale::En),
            ("english", Locale::En),
            (";;;,,q=1,-,\u{0}", Locale::En),
        ] {
            assert_eq!(Locale::negotiate(header), expected, "{header:?}");
        }
    }

    #[test]
    fn a_related_language_stands_in_only_where_nothing_asked_for_is_there() {
        for (header, expected) in [
            ("tg-TJ,tg;q=0.9", Locale::Ru),
            ("prs", Locale::Fa),
            ("az-AZ", Locale::Tr),
            ("kk,ky;q=0.5", Locale::Ru),
            ("kk;q=0.9,en;q=0.1", Locale::En),
            ("az;q=0.9,ru;q=0.8,en;q=0.1", Locale::Ru),
            ("ur-PK", Locale::En),
            ("ps-AF,prs;q=0.8", Locale::Fa),
        ] {
            assert_eq!(Locale::negotiate(header), expected, "{header:?}");
        }
    }

    #[test]
    fn an_endless_header_is_not_read_to_its_end() {
        let header = "xx,".repeat(MOST_RANGES) + "fa";
        assert_eq!(Locale::negotiate(&header), Locale::En);
    }
}
