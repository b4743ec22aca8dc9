//! The rows of a file, looked at by the rules of the form of registration.

use super::dates::day_before;
use super::words::Words;
use crate::FieldErrors;
use crate::reference::Reference;
use crate::registration::DetailsForm;
use jiff::tz::TimeZone;
use maktab_domain::{EmailAddress, Invalid, OrganisationId, ParticipantRole, Timestamp};
use maktab_locale::Locale;
use maktab_store::people::Details;
use maktab_tables::{Mapping, PARTICIPANT, Problems, Row, Table, column_letters};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::Arc;

/// What is wrong with one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportProblem {
    /// The number of the row, as a spreadsheet shows it.
    pub row: u32,
    /// The letters of the column.
    pub column: String,
    /// What stands at the top of the column.
    pub heading: String,
    /// What stands in the cell; its beginning, where it is long.
    pub value: String,
    /// The key of the field that the column holds.
    pub field: String,
    /// Why it cannot be accepted, by the code of [`Invalid`]; `taken` where the same address
    /// stands in the file before.
    pub why: String,
    /// The row in which the same address stands.
    pub same_as: Option<u32>,
}

/// What was chosen for all rows.
pub(super) struct Wanted {
    pub mapping: Mapping,
    pub role: ParticipantRole,
    pub organisation: Option<OrganisationId>,
    pub language: Locale,
}

/// What the rows are looked at with.
pub(super) struct Circumstances {
    pub reference: Arc<Reference>,
    pub time_zone: String,
    pub now: Timestamp,
}

/// A row that is right.
pub(super) struct Right {
    pub number: u32,
    pub email: String,
    pub details: Details,
    pub role: ParticipantRole,
    pub organisation: Option<OrganisationId>,
    pub registered_at: Option<Timestamp>,
}

/// All rows: those that are right, and what is wrong with the others.
pub(super) struct Checked {
    pub rows: Vec<Right>,
    pub problems: Vec<ImportProblem>,
    pub total: usize,
}

/// Looks at all rows.
pub(super) fn check(table: &Table, wanted: &Wanted, around: &Circumstances) -> Checked {
    let countries = around.reference.countries.iter();
    let mut look = Look {
        wanted,
        words: Words::new(&around.reference),
        countries: countries.map(|code| code.as_str().to_owned()).collect(),
        zone: TimeZone::get(&around.time_zone).unwrap_or(TimeZone::UTC),
        now: around.now,
        seen: HashMap::new(),
        problems: Problems::new(),
    };
    let rows = table.rows.iter().filter_map(|row| look.row(row));
    let rows = rows.collect();
    let problems = look.problems.first().iter().map(|problem| ImportProblem {
        row: problem.row,
        column: column_letters(problem.column),
        heading: visible(table.heading.cell(problem.column)),
        value: visible(&problem.value),
        field: problem.expected.field.to_owned(),
        why: problem.expected.why.code().to_owned(),
        same_as: problem.expected.same_as,
    });
    Checked {
        problems: problems.collect(),
        total: look.problems.total(),
        rows,
    }
}

/// Text without control characters, which no database and no page has a place for: a workbook can
/// hold any of them.
fn visible(text: &str) -> String {
    text.replace(char::is_control, "\u{fffd}")
}

/// What should stand in a cell: the form of this field; and why what stands there is not it.
struct Expected {
    field: &'static str,
    why: Invalid,
    same_as: Option<u32>,
}

struct Look<'a> {
    wanted: &'a Wanted,
    words: Words,
    countries: Vec<String>,
    zone: TimeZone,
    now: Timestamp,
    /// In which row an address stands first.
    seen: HashMap<String, u32>,
    problems: Problems<Expected>,
}

impl Look<'_> {
    /// A row that is right; else what is wrong with it is noted.
    fn row(&mut self, row: &Row) -> Option<Right> {
        let mut errors = FieldErrors::new();
        let form = self.form(row);
        let details = form.check(&self.countries, &mut errors);
        let email = errors.take("email", EmailAddress::parse(self.cell(row, "email")));
        let role = self.optional(row, "role", |cell| {
            self.words.role(cell).ok_or(Invalid::Choice)
        });
        let role = errors.take("role", role);
        let organisation = self.optional(row, "organisation", |cell| {
            self.words.organisation(cell).ok_or(Invalid::Choice)
        });
        let organisation = errors.take("organisation", organisation);
        let registered_at = self.optional(row, "registered_at", |cell| {
            day_before(cell, &self.zone, self.now)
        });
        let registered_at = errors.take("registered-at", registered_at);
        let same_as = self.same_as(row, email.as_ref());
        if same_as.is_some() {
            errors.push("email", Invalid::Taken);
        }
        self.note(row, &errors, same_as);
        if !errors.is_empty() {
            return None;
        }
        Some(Right {
            number: row.number,
            email: email?.as_str().to_owned(),
            details: details?,
            role: role?.unwrap_or(self.wanted.role),
            organisation: organisation?.or(self.wanted.organisation),
            registered_at: registered_at?,
        })
    }

    fn cell<'r>(&self, row: &'r Row, key: &str) -> &'r str {
        let column = self.wanted.mapping.column(key);
        column.map_or("", |column| row.cell(column))
    }

    fn optional<T>(
        &self,
        row: &Row,
        key: &str,
        parse: impl FnOnce(&str) -> Result<T, Invalid>,
    ) -> Result<Option<T>, Invalid> {
        match self.cell(row, key) {
            "" => Ok(None),
            cell => parse(cell).map(Some),
        }
    }

    /// The row as the form of registration would have it.
    fn form(&self, row: &Row) -> DetailsForm {
        let text = |key| self.cell(row, key).to_owned();
        DetailsForm {
            name: text("name"),
            native_name: text("native_name"),
            native_language: self.words.language(&text("native_language")),
            country: self.words.country(&text("country")),
            institution: text("institution"),
            job_title: text("job_title"),
            language: match self.cell(row, "language") {
                "" => self.wanted.language.tag().to_owned(),
                cell => self.words.language(cell),
            },
        }
    }

    /// The row in which this address stands first, where it is another one.
    fn same_as(&mut self, row: &Row, email: Option<&EmailAddress>) -> Option<u32> {
        let email = email?.as_str();
        match self.seen.get(email) {
            Some(&first) => Some(first),
            None => {
                self.seen.insert(email.to_owned(), row.number);
                None
            }
        }
    }

    /// Notes what is wrong, from the first column to the last.
    fn note(&mut self, row: &Row, errors: &FieldErrors, same_as: Option<u32>) {
        let columns = |field: &'static str| Some((self.wanted.mapping.column(field)?, field));
        let keys = PARTICIPANT.iter().map(|field| field.key);
        let mut columns: Vec<_> = keys.filter_map(columns).collect();
        columns.sort_unstable();
        for (column, field) in columns {
            if let Some(why) = errors.get(&field.replace('_', "-")) {
                let same_as = same_as.filter(|_| field == "email");
                let expected = Expected {
                    field,
                    why,
                    same_as,
                };
                self.problems.add(row, column, expected);
            }
        }
    }
}
