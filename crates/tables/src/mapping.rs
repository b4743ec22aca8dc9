//! Which column of a file holds which of the wanted fields.

use maktab_locale::fold_for_search;
use std::collections::BTreeMap;

/// Something that is wanted of each row.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// Its stable name.
    pub key: &'a str,
    /// Nothing can be done without it.
    pub required: bool,
    /// What people call it, in any language; see [`Guess::of`].
    pub names: &'a [&'a str],
}

/// Which column (from 0) holds which field, by the field's key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping(BTreeMap<String, usize>);

impl Mapping {
    /// The mapping that a person has chosen: pairs of a key and a column.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn chosen<'a>(
        pairs: impl IntoIterator<Item = (&'a str, usize)>,
        fields: &[Field<'_>],
        columns: usize,
    ) -> Result<Self, Vec<MappingError>> {
        let mut mapping = BTreeMap::new();
        let mut wrong = Vec::new();
        for (key, column) in pairs {
            if !fields.iter().any(|field| field.key == key) {
                wrong.push(MappingError::UnknownField(key.to_owned()));
            } else if column >= columns {
                wrong.push(MappingError::NoSuchColumn {
                    key: key.to_owned(),
                });
            } else if mapping.values().any(|&taken| taken == column) {
                wrong.push(MappingError::TakenTwice { column });
            } else if mapping.insert(key.to_owned(), column).is_some() {
                wrong.push(MappingError::ChosenTwice(key.to_owned()));
            }
        }
        let missing = fields.iter().filter(|field| field.required);
        let missing = missing.filter(|field| !mapping.contains_key(field.key));
        wrong.extend(missing.map(|field| MappingError::Missing(field.key.to_owned())));
        if wrong.is_empty() {
            Ok(Self(mapping))
        } else {
            Err(wrong)
        }
    }

    /// The column of a field.
    #[must_use]
    pub fn column(&self, key: &str) -> Option<usize> {
        self.0.get(key).copied()
    }

    /// The fields with their columns, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, usize)> {
        self.0.iter().map(|(key, &column)| (key.as_str(), column))
    }
}

/// What is wrong with a mapping that a person has chosen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// No field has this key.
    #[error("there is no field {0}")]
    UnknownField(String),
    /// The file has no such column.
    #[error("the file has no such column for {key}")]
    NoSuchColumn {
        /// The field.
        key: String,
    },
    /// Two fields are to be read from one column.
    #[error("column {} is taken twice", crate::column_letters(*.column))]
    TakenTwice {
        /// The column, from 0.
        column: usize,
    },
    /// One field is to be read from two columns.
    #[error("{0} is chosen twice")]
    ChosenTwice(String),
    /// A required field has no column.
    #[error("{0} is missing")]
    Missing(String),
}

/// A mapping as the headings suggest it, for a person to look at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guess {
    /// The first column that fits each field best.
    pub mapping: Mapping,
    /// The required fields that no column fits.
    pub missing: Vec<String>,
    /// Fields that several columns fit equally well, with all these columns.
    pub several: Vec<(String, Vec<usize>)>,
}

/// How well a heading fits a field.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// One of the names stands in it, beside a remark or another language: `E-mail (work)`,
    /// `ФИО / Name`.
    Part,
    /// It is one of the names.
    Whole,
}

impl Guess {
    /// Compares headings with the names of the fields. Case, signs, diacritics and the ways to
    /// write a letter do not matter; the key of a field is one of its names.
    #[must_use]
    pub fn of(headings: &[String], fields: &[Field<'_>]) -> Self {
        let headings: Vec<Heading> = headings.iter().map(|text| Heading::new(text)).collect();
        let mut guess = Self::default();
        let mut taken = vec![false; headings.len()];
        // What fits as a whole comes first, so that no other field takes its column for a part.
        for wanted in [Fit::Whole, Fit::Part] {
            for field in fields {
                if guess.mapping.column(field.key).is_some() {
                    continue;
                }
                let names = field.names.iter().chain([&field.key]);
                let names: Vec<String> = names.map(|name| fold_for_search(name)).collect();
                let fits = |column: &usize| {
                    !taken.get(*column).copied().unwrap_or(true)
                        && headings
                            .get(*column)
                            .is_some_and(|heading| heading.fit(&names) == Some(wanted))
                };
                let columns: Vec<usize> = (0..headings.len()).filter(fits).collect();
                let Some(&first) = columns.first() else {
                    continue;
                };
                for &column in &columns {
                    if let Some(taken) = taken.get_mut(column) {
                        *taken = true;
                    }
                }
                guess.mapping.0.insert(field.key.to_owned(), first);
                if columns.len() > 1 {
                    guess.several.push((field.key.to_owned(), columns));
                }
            }
        }
        let missing = fields.iter().filter(|field| field.required);
        let missing = missing.filter(|field| guess.mapping.column(field.key).is_none());
        guess.missing = missing.map(|field| field.key.to_owned()).collect();
        guess
    }
}

/// A heading, folded: as a whole, and its parts.
struct Heading {
    whole: String,
    parts: Vec<String>,
}

impl Heading {
    fn new(text: &str) -> Self {
        let parts = text.split(['/', '|', '(', ')', '[', ']', '\n', ':', ',']);
        let parts = parts.map(fold_for_search).filter(|part| !part.is_empty());
        Self {
            whole: fold_for_search(text),
            parts: parts.collect(),
        }
    }

    fn fit(&self, names: &[String]) -> Option<Fit> {
        if names.contains(&self.whole) {
            Some(Fit::Whole)
        } else {
            let part = self.parts.iter().any(|part| names.contains(part));
            part.then_some(Fit::Part)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: [Field<'_>; 3] = [
        Field {
            key: "name",
            required: true,
            names: &["Full name", "ФИО", "نام", "Ad Soyad"],
        },
        Field {
            key: "email",
            required: true,
            names: &["E-mail", "Эл. почта", "رایانامه", "E-posta"],
        },
        Field {
            key: "born",
            required: false,
            names: &["Date of birth"],
        },
    ];

    fn guess(headings: &[&str]) -> Guess {
        let headings: Vec<String> = headings.iter().map(|&text| text.to_owned()).collect();
        Guess::of(&headings, &FIELDS)
    }

    fn found(guess: &Guess) -> Vec<(&str, usize)> {
        guess.mapping.iter().collect()
    }

    #[test]
    fn headings_are_recognised_in_any_language() {
        for (headings, expected) in [
            (
                ["№", "full  NAME *", "e mail"],
                vec![("email", 2), ("name", 1)],
            ),
            (["ЭЛ. ПОЧТА", "Фио", "Пол"], vec![("email", 0), ("name", 1)]),
            (["نام", "رایانامه", "کشور"], vec![("email", 1), ("name", 0)]),
            (["AD SOYAD", "e-posta", ""], vec![("email", 1), ("name", 0)]),
            (
                ["ФИО / Full name", "E-mail (work)", "Date of birth:"],
                vec![("born", 2), ("email", 1), ("name", 0)],
            ),
        ] {
            let guess = guess(&headings);
            assert_eq!(found(&guess), expected, "{headings:?}");
            assert!(guess.missing.is_empty() && guess.several.is_empty());
        }
    }

    #[test]
    fn what_is_missing_or_there_twice_is_said() {
        let none = guess(&["a", "b"]);
        assert_eq!(none.missing, ["name", "email"]);
        let twice = guess(&["Name", "E-mail", "email", "E-mail (private)"]);
        assert_eq!(found(&twice), [("email", 1), ("name", 0)]);
        assert_eq!(twice.several, [("email".to_owned(), vec![1, 2])]);
    }

    #[test]
    fn what_a_person_chooses_is_checked() {
        let chosen = Mapping::chosen([("name", 2), ("email", 0)], &FIELDS, 3).unwrap();
        assert_eq!(
            (chosen.column("name"), chosen.column("born")),
            (Some(2), None)
        );
        let pairs = [
            ("name", 0),
            ("born", 0),
            ("role", 1),
            ("email", 3),
            ("name", 2),
        ];
        let wrong = Mapping::chosen(pairs, &FIELDS, 3).unwrap_err();
        let expected = [
            MappingError::TakenTwice { column: 0 },
            MappingError::UnknownField("role".to_owned()),
            MappingError::NoSuchColumn {
                key: "email".to_owned(),
            },
            MappingError::ChosenTwice("name".to_owned()),
            MappingError::Missing("email".to_owned()),
        ];
        assert_eq!(wrong, expected);
    }
}
