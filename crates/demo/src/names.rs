//! Names of ten countries, in Latin and native script, put together from lists.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::{DataError, data, stream::Stream};

/// A name in Latin script and, where it differs, in native script.
#[derive(Clone, Debug, Default, PartialEq)]
struct Form {
    latin: String,
    native: String,
}

impl Form {
    /// Reads `Latin|native`, or `Latin` alone.
    fn parse(text: &str) -> Self {
        let (latin, native) = text.split_once('|').unwrap_or((text, ""));
        Self {
            latin: latin.to_owned(),
            native: native.to_owned(),
        }
    }

    /// Reads a comma-separated list.
    fn list(text: &str) -> Vec<Self> {
        text.split(',')
            .map(str::trim)
            .filter(|entry| !entry.is_empty())
            .map(Self::parse)
            .collect()
    }

    fn joined(&self, latin: &str, native: &str) -> Self {
        Self {
            latin: format!("{}{latin}", self.latin),
            native: format!("{}{native}", self.native),
        }
    }
}

/// How a country names people after their father.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Patronymic {
    women: String,
    men: String,
    /// In how many of a hundred names it is written.
    percent: u64,
    /// Whether it stands in place of a family name.
    #[serde(default)]
    replaces_family: bool,
    fathers: String,
}

/// Names of one language of a country.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Set {
    /// BCP 47 tag of the native script; nothing where the Latin form is native.
    tag: Option<String>,
    weight: u64,
    women: String,
    men: String,
    /// Family names in the form for men; women add -a (-а).
    gendered: String,
    families: String,
    patronymic: Option<Patronymic>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    country: String,
    set: Vec<Set>,
}

/// A person's name as put together.
pub(crate) struct FullName {
    pub(crate) latin: String,
    /// Name and BCP 47 tag.
    pub(crate) native: Option<(String, String)>,
    /// Given and last name, from which the mail address is made.
    pub(crate) given: String,
    pub(crate) last: String,
}

/// The lists of one country.
pub(crate) struct Names(File);

impl Names {
    /// The lists of `country`.
    pub(crate) fn of(country: &str) -> Result<Self, DataError> {
        let text = match country {
            "AF" => include_str!("../data/names/af.toml"),
            "AZ" => include_str!("../data/names/az.toml"),
            "IR" => include_str!("../data/names/ir.toml"),
            "KG" => include_str!("../data/names/kg.toml"),
            "KZ" => include_str!("../data/names/kz.toml"),
            "PK" => include_str!("../data/names/pk.toml"),
            "TJ" => include_str!("../data/names/tj.toml"),
            "TM" => include_str!("../data/names/tm.toml"),
            "TR" => include_str!("../data/names/tr.toml"),
            "UZ" => include_str!("../data/names/uz.toml"),
            _ => return Err(DataError::unknown("names", country)),
        };
        let file: File = data::parse("names", text)?;
        if file.country != country {
            return Err(DataError::unknown(file.country, country));
        }
        Ok(Self(file))
    }

    /// A name that is not among `taken` yet (and then is) and that nobody
    /// would take for a public figure's.
    pub(crate) fn draw(
        &self,
        stream: &mut Stream,
        taken: &mut BTreeSet<String>,
    ) -> Result<FullName, DataError> {
        for _ in 0..1000 {
            let Some(name) = self.combine(stream) else {
                break;
            };
            let known = is_public_figure(&name);
            if !known && taken.insert(name.latin.clone()) {
                return Ok(name);
            }
        }
        Err(DataError::TooFew(format!("names for {}", self.0.country)))
    }

    fn combine(&self, stream: &mut Stream) -> Option<FullName> {
        let set = self.set(stream)?;
        let woman = stream.chance(46);
        let given = Form::list(if woman { &set.women } else { &set.men });
        let given = stream.pick(&given)?.clone();
        let family = set.family(stream, woman)?;
        let mut parts = vec![given.clone()];
        match set.father(stream, woman) {
            Some((father, true)) => parts.push(father),
            Some((father, false)) => parts.extend([father, family]),
            None => parts.push(family),
        }
        let join = |script: fn(&Form) -> &str| {
            let words: Vec<&str> = parts.iter().map(script).collect();
            words.join(" ")
        };
        let native = set
            .tag
            .as_ref()
            .map(|tag| (join(|form| &form.native), tag.clone()));
        Some(FullName {
            latin: join(|form| &form.latin),
            native,
            given: given.latin,
            last: parts.last()?.latin.clone(),
        })
    }

    fn set(&self, stream: &mut Stream) -> Option<&Set> {
        let total = self.0.set.iter().map(|set| set.weight).sum();
        let mut rest = stream.below(total);
        self.0.set.iter().find(|set| {
            let found = rest < set.weight;
            rest = rest.saturating_sub(set.weight);
            found
        })
    }
}

impl Set {
    fn family(&self, stream: &mut Stream, woman: bool) -> Option<Form> {
        let mut families = Form::list(&self.gendered);
        if woman {
            let native_ending = if self.tag.is_some() { "а" } else { "" };
            for family in &mut families {
                *family = family.joined("a", native_ending);
            }
        }
        families.extend(Form::list(&self.families));
        stream.pick(&families).cloned()
    }

    /// The patronymic, and whether it takes the family name's place.
    fn father(&self, stream: &mut Stream, woman: bool) -> Option<(Form, bool)> {
        let patronymic = self.patronymic.as_ref()?;
        if !stream.chance(patronymic.percent) {
            return None;
        }
        let ending = if woman {
            &patronymic.women
        } else {
            &patronymic.men
        };
        let (latin, native) = ending.split_once('|').unwrap_or((ending, ""));
        let fathers = Form::list(&patronymic.fathers);
        let father = stream.pick(&fathers)?.joined(latin, native);
        Some((father, patronymic.replaces_family))
    }
}

fn is_public_figure(name: &FullName) -> bool {
    let short = format!("{} {}", name.given, name.last);
    include_str!("../data/public-figures.txt")
        .lines()
        .any(|line| line == short || line == name.latin)
}

/// `name` in the letters a mail address may hold.
pub(crate) fn ascii(name: &str) -> String {
    let plain = |letter: char| match letter {
        'ə' | 'ä' | 'â' => Some(if letter == 'ə' { 'e' } else { 'a' }),
        'ş' => Some('s'),
        'ç' => Some('c'),
        'ğ' => Some('g'),
        'ı' | 'î' => Some('i'),
        'ö' => Some('o'),
        'ü' => Some('u'),
        'ý' => Some('y'),
        'ň' => Some('n'),
        'ž' => Some('z'),
        _ => letter.is_ascii_alphanumeric().then_some(letter),
    };
    // A capital dotted I folds to "i" and a combining dot, which falls away.
    name.to_lowercase().chars().filter_map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::{Form, Names, ascii};

    #[test]
    fn every_letter_of_a_name_survives_in_the_address() {
        for (name, address) in [
            ("Gülnarə", "gulnare"),
            ("Oʻgʻiloy", "ogiloy"),
            ("İpek", "ipek"),
            ("Ýagmyr", "yagmyr"),
            ("Abdul Qadir", "abdulqadir"),
        ] {
            assert_eq!(ascii(name), address);
        }
    }

    #[test]
    fn every_country_has_thirty_names_of_each_sort() -> Result<(), crate::DataError> {
        for country in ["AF", "AZ", "IR", "KG", "KZ", "PK", "TJ", "TM", "TR", "UZ"] {
            for set in &Names::of(country)?.0.set {
                let count = |text: &str| {
                    let list = Form::list(text);
                    assert!(
                        list.iter()
                            .all(|form| set.tag.is_some() != form.native.is_empty()),
                        "{country}: a script is missing"
                    );
                    list.len()
                };
                assert!(count(&set.women) >= 30, "{country}: women");
                assert!(count(&set.men) >= 30, "{country}: men");
                let families = count(&set.gendered) + count(&set.families);
                assert!(families >= 30, "{country}: families");
            }
        }
        Ok(())
    }
}
