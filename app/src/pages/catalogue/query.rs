//! The query string of the catalogue: read with what is unknown left out, written without what is usual.

use crate::web::encode;
use jiff::civil::Date;
use maktab_domain::{AreaCode, CountryCode, LanguageTag};
use maktab_locale::Locale;
use maktab_services::catalogue::{Wanted, When};
use maktab_services::reference::Reference;

/// What a query asks for.
pub(super) struct Asked {
    pub wanted: Wanted,
    /// Which page, from 1.
    pub page: i64,
}

/// The most characters that a search may have; the rest is not looked at.
const LONGEST_SEARCH: usize = 200;

/// Reads a query. Unknown names and values narrow nothing.
pub(super) fn read(query: &str, reference: &Reference) -> Asked {
    let mut wanted = Wanted::default();
    let mut page = 1;
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let value = value.trim();
        match &*name {
            "q" => wanted.words = value.chars().take(LONGEST_SEARCH).collect(),
            "area" => {
                let code = AreaCode::parse(value).ok();
                wanted.area = code.filter(|code| reference.area(code.as_str()).is_some());
            }
            "kind" => wanted.kind = value.parse().ok(),
            "country" => {
                let code = CountryCode::parse(value).ok();
                wanted.country = code.filter(|code| reference.countries.contains(code));
            }
            "language" => {
                let tag = LanguageTag::parse(value).ok();
                wanted.language = tag.filter(|tag| {
                    reference
                        .languages
                        .iter()
                        .any(|known| known == tag.as_str())
                });
            }
            "mode" => wanted.mode = value.parse().ok(),
            "when" => {
                let part = When::ALL.into_iter().find(|part| part.code() == value);
                wanted.when = part.unwrap_or_default();
            }
            "from" => wanted.from = day(value),
            "until" => wanted.until = day(value),
            "page" => page = value.parse().unwrap_or(1).max(1),
            _ => {}
        }
    }
    Asked { wanted, page }
}

/// A day as date fields send it, `2027-01-18`.
fn day(value: &str) -> Option<Date> {
    Date::strptime("%Y-%m-%d", value).ok()
}

/// The language that the query of a calendar names.
pub(in crate::pages) fn language(query: &str) -> Option<Locale> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let (_, tag) = pairs.find(|(name, _)| name == "lang")?;
    Locale::from_tag(&tag)
}

/// The address of the list at `path` that shows what is wanted, at this page.
pub(super) fn write(path: &str, wanted: &Wanted, page: i64, language: Option<&str>) -> String {
    let text = |code: Option<&str>| code.unwrap_or_default().to_owned();
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let when = Some(wanted.when).filter(|&when| when != When::default());
    address(
        path,
        [
            ("q", wanted.words.clone()),
            ("area", text(wanted.area.as_ref().map(AreaCode::as_str))),
            ("kind", text(wanted.kind.map(|kind| kind.code()))),
            (
                "country",
                text(wanted.country.as_ref().map(CountryCode::as_str)),
            ),
            (
                "language",
                text(wanted.language.as_ref().map(LanguageTag::as_str)),
            ),
            ("mode", text(wanted.mode.map(|mode| mode.code()))),
            ("when", text(when.map(When::code))),
            ("from", day(wanted.from)),
            ("until", day(wanted.until)),
            ("lang", text(language)),
            (
                "page",
                if page > 1 {
                    page.to_string()
                } else {
                    String::new()
                },
            ),
        ],
    )
}

/// The path with those of the pairs that have a value as its query.
pub(in crate::pages) fn address(
    path: &str,
    pairs: impl IntoIterator<Item = (&'static str, String)>,
) -> String {
    let mut address = path.to_owned();
    let mut sign = '?';
    for (name, value) in pairs.into_iter().filter(|(_, value)| !value.is_empty()) {
        address.push(sign);
        address.push_str(name);
        address.push('=');
        address.push_str(&encode(&value));
        sign = '&';
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;
    use maktab_domain::Texts;
    use maktab_services::reference::Area;

    fn reference() -> Reference {
        let names = Texts::new([("en", "Border management")]);
        Reference {
            countries: CountryCode::parse("TJ").into_iter().collect(),
            areas: vec![Area {
                code: "ii".to_owned(),
                names: names.clone(),
                short_names: names,
            }],
            languages: vec!["tg".to_owned()],
            ..Reference::default()
        }
    }

    fn round(query: &str) -> String {
        let asked = read(query, &reference());
        write("/en/events", &asked.wanted, asked.page, None)
    }

    #[test]
    fn what_is_read_is_written_again() {
        for query in [
            "",
            "?q=border+management",
            "?q=%D9%85%D8%B1%D8%B2&area=ii&kind=workshop&country=TJ&language=tg&mode=hybrid",
            "?when=past&from=2026-01-05&until=2026-12-31&page=3",
        ] {
            let asked = query.trim_start_matches('?');
            assert_eq!(round(asked), format!("/en/events{query}"));
        }
    }

    #[test]
    fn what_is_unknown_or_usual_is_left_out() {
        for query in [
            "q=&area=&kind=&country=&language=&mode=&when=&from=&until=",
            "area=xi&kind=party&country=QQ&language=tlh&mode=dance&when=never",
            "from=yesterday&until=2026-02-30&page=minus+one",
            "when=upcoming&page=1&unknown=1&=&&%ff=%fe",
            "area=ii%00&from=2026-01-05T10:00&page=99999999999999999999",
        ] {
            assert_eq!(round(query), "/en/events", "{query}");
        }
    }

    #[test]
    fn a_calendar_may_name_its_language() {
        assert_eq!(language("q=x&lang=fa"), Some(Locale::Fa));
        assert_eq!(language("lang=xx"), None);
        assert_eq!(language(""), None);
    }
}
