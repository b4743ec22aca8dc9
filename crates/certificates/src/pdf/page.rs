//! What the template is given: finished lines of text, each with its language
//! and the script it is set in. The template arranges them and decides nothing.

use serde::Serialize;

use crate::facts::{CertificateFacts, Language, Organisation, Signatory, Tagged};
use crate::texts::Texts;

/// The template's words for texts that do not fit.
pub const DOES_NOT_FIT: &str = "certificate does not fit";

/// Everything on the page.
#[derive(Serialize)]
pub struct Page<'a> {
    does_not_fit: &'static str,
    language: &'static str,
    rtl: bool,
    /// The document's title, as readers show it.
    title: String,
    description: String,
    author: String,
    keywords: Vec<&'a str>,
    /// Year, month, day.
    issued: [i32; 3],
    organisations: &'a [Organisation],
    heading: &'static str,
    intro: &'static str,
    /// The name in the script of the page first, then in the other one.
    names: Vec<Line<'a>>,
    before: &'static str,
    course: &'a str,
    after: &'static str,
    second_title: Option<Line<'a>>,
    /// Place, dates, hours.
    facts: Vec<String>,
    attendance: Option<String>,
    signatories: &'a [Signatory],
    /// Number, day of issue, expiry.
    record: Vec<String>,
    verify: &'static str,
    /// Where the page can be verified, without the token.
    address: &'a str,
    /// The same without `https://`, as it is printed.
    short_address: &'a str,
    qr_alt: String,
    /// Modules on a side of the QR code, with those around it.
    qr_modules: usize,
    /// How many of them are white, on each side.
    qr_margin: usize,
    attachment: &'static str,
}

/// A line in a language of its own.
#[derive(Serialize)]
struct Line<'a> {
    text: &'a str,
    language: &'a str,
    script: Script,
}

/// The hand a line is written in.
#[derive(Serialize, Clone, Copy, PartialEq, Debug)]
#[serde(rename_all = "lowercase")]
enum Script {
    /// Latin, Cyrillic: Noto Serif.
    Serif,
    /// Arabic script as in books: Noto Naskh Arabic.
    Naskh,
    /// Arabic script as Urdu writes it: Noto Nastaliq Urdu.
    Nastaliq,
}

impl<'a> Page<'a> {
    /// Composes the lines of a certificate.
    pub fn new(facts: &'a CertificateFacts, qr_text: &'a str, qr_modules: usize) -> Self {
        let texts = Texts::of(facts.language);
        let (before, after) = texts.around_title(facts.kind, facts.event_kind);
        let address = qr_text.split('#').next().unwrap_or_default();
        let issued = facts.issued();
        let authors: Vec<&str> = facts
            .organisations
            .iter()
            .map(|one| one.name.as_str())
            .collect();
        Self {
            does_not_fit: DOES_NOT_FIT,
            language: facts.language.tag(),
            rtl: facts.language.is_right_to_left(),
            title: format!(
                "{}: {}, {}",
                texts.kind(facts.kind),
                facts.holder,
                facts.title
            ),
            description: facts.printed_text().replace('\n', " · "),
            author: authors.join(", "),
            keywords: vec![facts.number.as_str()],
            issued: [
                issued.year().into(),
                issued.month().into(),
                issued.day().into(),
            ],
            organisations: facts.organisations.as_slice(),
            heading: texts.heading(facts.kind),
            intro: texts.intro(facts.kind),
            names: names(facts),
            before,
            course: facts.title.as_str(),
            after,
            second_title: facts.second_title().map(line),
            facts: occasion(facts, texts),
            attendance: facts.attendance.map(|some| texts.attendance(some)),
            signatories: facts.signatories.as_slice(),
            record: record(facts, texts),
            verify: texts.verify(),
            address,
            short_address: address.split_once("://").map_or(address, |(_, rest)| rest),
            qr_alt: texts.qr_alt(facts.number.as_str()),
            qr_modules,
            qr_margin: super::QR_MARGIN,
            attachment: texts.attachment(),
        }
    }
}

fn occasion(facts: &CertificateFacts, texts: &Texts) -> Vec<String> {
    let lines = [facts.place_text(texts), texts.period(facts.period)];
    let hours = facts.hours.map(|hours| texts.hours(hours));
    lines.into_iter().chain(hours).collect()
}

fn record(facts: &CertificateFacts, texts: &Texts) -> Vec<String> {
    let lines = [
        texts.number(facts.number.as_str()),
        texts.issued(facts.issued()),
    ];
    let expires = facts.validity.expires().map(|day| texts.expires(day));
    lines.into_iter().chain(expires).collect()
}

/// On a page in Persian or Russian, a name in its script comes first.
fn names(facts: &CertificateFacts) -> Vec<Line<'_>> {
    let latin = Line {
        text: facts.holder.as_str(),
        language: match facts.language {
            Language::Tr => "tr",
            Language::En | Language::Ru | Language::Fa => "en",
        },
        script: Script::Serif,
    };
    let Some(native) = facts.native_name() else {
        return vec![latin];
    };
    let leads = match facts.language {
        Language::Fa => native.text.as_str().chars().any(is_arabic),
        Language::Ru => native.text.as_str().chars().any(is_cyrillic),
        Language::En | Language::Tr => false,
    };
    if leads {
        vec![line(native), latin]
    } else {
        vec![latin, line(native)]
    }
}

fn is_arabic(sign: char) -> bool {
    matches!(
        sign,
        '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08FF}'
            | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
    )
}

fn is_cyrillic(sign: char) -> bool {
    matches!(sign, '\u{0400}'..='\u{052F}')
}

fn line<const MAX: usize>(tagged: &Tagged<MAX>) -> Line<'_> {
    let text = tagged.text.as_str();
    let language = tagged.language.language();
    let script = match (text.chars().any(is_arabic), language) {
        (false, _) => Script::Serif,
        // Urdu and its neighbours in Pakistan; Persian and Pashto stay in Naskh.
        (true, "ur" | "pnb" | "skr" | "bal") => Script::Nastaliq,
        (true, _) => Script::Naskh,
    };
    Line {
        text,
        language,
        script,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{LanguageTag, Text};

    #[test]
    fn the_script_follows_the_letters_and_the_language() {
        let cases = [
            ("محمد", "ur", Script::Nastaliq),
            ("محمد", "prs", Script::Naskh),
            ("Muhammad", "ur", Script::Serif),
            ("Ӯктам", "tg", Script::Serif),
        ];
        for (text, language, script) in cases {
            let tagged: Tagged<80> = Tagged {
                text: Text::new(text).unwrap(),
                language: LanguageTag::new(language).unwrap(),
            };
            assert_eq!(line(&tagged).script, script, "{text} {language}");
        }
    }
}
