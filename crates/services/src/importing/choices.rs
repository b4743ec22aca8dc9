//! What a coordinator chooses: which column holds what, and what becomes of the people.

use super::checking::{self, Circumstances, Wanted};
use super::turn::Turn;
use super::{Import, brief, must_import, one};
use crate::editing::{Coordinated, coordinated, coordinated_alone};
use crate::managing::Head;
use crate::managing::letters::facts;
use crate::seating::answer_by;
use crate::{Actor, Error, FieldErrors, Result, Services};
use maktab_domain::{
    ImportId, Invalid, OrganisationId, OutboxId, ParticipantRole, PersonId, RegistrationId,
    RegistrationState, Timestamp,
};
use maktab_locale::{Locale, msg};
use maktab_store::{Tx, imports as store};
use maktab_tables::{
    Encoding, Guess, Mapping, MappingError, Origin, PARTICIPANT, Reading, Row, Table,
    column_letters,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many rows are shown as an example.
const EXAMPLES: usize = 5;

/// What becomes of the people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A seat is held for each, who accepts or declines it.
    Offer,
    /// They await a decision.
    List,
    /// They have a place: they have agreed elsewhere.
    Confirm,
}

impl Outcome {
    /// All, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Offer, Self::List, Self::Confirm];

    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Offer => "offer",
            Self::List => "list",
            Self::Confirm => "confirm",
        }
    }

    /// Where the registrations stand then.
    #[must_use]
    pub const fn state(self) -> RegistrationState {
        match self {
            Self::Offer => RegistrationState::Offered,
            Self::List => RegistrationState::Submitted,
            Self::Confirm => RegistrationState::Confirmed,
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// The choices as they are typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChoicesForm {
    /// The number of the column, from 0, by the key of the field; nothing where none holds it.
    pub columns: Vec<(&'static str, String)>,
    /// What becomes of the people, by code.
    pub outcome: String,
    /// As what they come where the file does not say so, by code.
    pub role: String,
    /// For which organisation where the file does not say so: its id, or nothing.
    pub organisation: String,
    /// Tag of the language to write in where the file does not say so.
    pub language: String,
    /// Whether they are told by mail; an offer always is.
    pub tell: bool,
}

/// What the page of the columns shows.
#[derive(Debug, Clone)]
pub struct ImportColumns {
    /// The event.
    pub head: Head,
    /// The import.
    pub import: Import,
    /// The columns: their letters and headings.
    pub columns: Vec<(String, String)>,
    /// The first rows as an example.
    pub examples: Vec<Row>,
    /// How many rows there are below the heading.
    pub rows: usize,
    /// What the file was read from.
    pub origin: Origin,
    /// The choices: those made before, else as the headings suggest them.
    pub form: ChoicesForm,
    /// Fields that several columns would fit, with their columns.
    pub several: Vec<(String, Vec<usize>)>,
    /// Headings that stand above more than one column.
    pub repeated: Vec<String>,
    /// Whether seats can be offered now.
    pub can_offer: bool,
}

/// The choices as they are kept.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Kept {
    #[serde(default)]
    columns: Option<BTreeMap<String, usize>>,
    #[serde(default)]
    encoding: Option<String>,
    #[serde(default)]
    sheet: Option<String>,
    #[serde(default)]
    role: Option<ParticipantRole>,
    #[serde(default)]
    organisation: Option<OrganisationId>,
    #[serde(default)]
    language: Option<String>,
}

impl Kept {
    fn of(row: &store::ImportRow) -> Result<Self> {
        let kept = Self::deserialize(&row.choices);
        kept.map_err(|error| Error::Failed(error.to_string()))
    }

    pub fn to_json(&self) -> Result<serde_json::Value> {
        serde_json::to_value(self).map_err(|error| Error::Failed(error.to_string()))
    }

    fn reading(&self) -> Reading {
        let encoding = self.encoding.as_deref();
        Reading {
            encoding: encoding.and_then(encoding_of),
            sheet: self.sheet.clone(),
            ..Reading::default()
        }
    }
}

fn encoding_of(name: &str) -> Option<Encoding> {
    Encoding::ALL.into_iter().find(|one| one.name() == name)
}

impl Services {
    /// What the page of the columns shows.
    ///
    /// # Errors
    /// [`Error::NotNow`] where the import is done; not found, or out of scope.
    pub async fn import_columns(
        &self,
        actor: &Actor,
        slug: &str,
        id: ImportId,
        locale: Locale,
    ) -> Result<ImportColumns> {
        let now = self.now();
        let turn = Turn::come().await?;
        let (event, head, row, content, can_offer) = {
            let mut tx = self.database().read().await?;
            let event = coordinated(&mut tx, actor, slug).await?;
            let row = one(&mut tx, event.row.id, id, now).await?;
            let content = content(&mut tx, id).await?;
            let can_offer = offers_until(&mut tx, &event, now).await?.is_some();
            let head = Head::load(&mut tx, &event.row).await?;
            (event, head, row, content, can_offer)
        };
        must_import(&event)?;
        let kept = Kept::of(&row)?;
        let (table, _turn) = again(turn, content, &kept).await?;
        let guess = Guess::of(&table.heading.cells, &PARTICIPANT);
        let form = form(&kept, &row, &guess, can_offer, locale);
        Ok(ImportColumns {
            head,
            import: brief(&row)?,
            columns: columns(&table),
            examples: table.rows.iter().take(EXAMPLES).cloned().collect(),
            rows: table.rows.len(),
            several: match kept.columns {
                Some(_) => Vec::new(),
                None => guess.several,
            },
            repeated: repeated(&table.heading),
            origin: table.origin,
            form,
            can_offer,
        })
    }

    /// Reads the file in another encoding, or another of its worksheets. The columns are to be
    /// chosen anew then.
    ///
    /// # Errors
    /// [`Error::Refused`] where it cannot be read like this; [`Error::NotNow`]; not found, or
    /// out of scope.
    pub async fn reread_import(
        &self,
        actor: &Actor,
        slug: &str,
        id: ImportId,
        encoding: &str,
        sheet: &str,
    ) -> Result<()> {
        let turn = Turn::come().await?;
        let (event, row, content) = self.upload_of(actor, slug, id).await?;
        must_import(&event)?;
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let mut kept = Kept {
            columns: None,
            ..Kept::of(&row)?
        };
        if !encoding.is_empty() {
            let known = encoding_of(encoding);
            known.ok_or_else(|| FieldErrors::of("encoding", Invalid::Choice))?;
            kept.encoding = some(encoding);
        }
        if !sheet.is_empty() {
            kept.sheet = some(sheet);
        }
        let field = if encoding.is_empty() {
            "sheet"
        } else {
            "encoding"
        };
        let (read, turn) = turn.read(content, kept.reading()).await?;
        read.map_err(|_| FieldErrors::of(field, Invalid::Choice))?;
        drop(turn);
        let mut tx = self.database().write().await?;
        if !store::set_choices(&mut tx, id, &kept.to_json()?).await? {
            return Err(Error::NotNow(msg!("import-is-done")));
        }
        Ok(tx.commit().await?)
    }

    /// Reads all rows by these choices: those that are right are kept, and everything that is
    /// wrong is noted. Nothing is added to the event.
    ///
    /// # Errors
    /// [`Error::Refused`] with the fields; [`Error::NotNow`]; not found, or out of scope.
    pub async fn choose_import(
        &self,
        actor: &Actor,
        slug: &str,
        id: ImportId,
        form: &ChoicesForm,
    ) -> Result<()> {
        let now = self.now();
        let turn = Turn::come().await?;
        let (event, row, content) = self.upload_of(actor, slug, id).await?;
        must_import(&event)?;
        let mut kept = Kept::of(&row)?;
        let (table, turn) = again(turn, content, &kept).await?;
        let reference = self.reference().await?;
        let mut errors = FieldErrors::new();
        let mapping = mapping(form, columns(&table).len(), &mut errors);
        let outcome = Outcome::from_code(&form.outcome).ok_or(Invalid::Choice);
        let outcome = errors.take("outcome", outcome);
        let role = form.role.parse().map_err(|_| Invalid::Choice);
        let role = errors.take("role", role);
        let organisation = match form.organisation.as_str() {
            "" => Ok(None),
            typed => typed
                .parse()
                .ok()
                .filter(|&id| reference.organisation(id).is_some())
                .map(Some)
                .ok_or(Invalid::Choice),
        };
        let organisation = errors.take("organisation", organisation);
        let language = Locale::from_tag(&form.language).ok_or(Invalid::Choice);
        let language = errors.take("language", language);
        let (Some(mapping), Some(outcome), Some(role), Some(organisation), Some(language)) =
            (mapping, outcome, role, organisation, language)
        else {
            return Err(errors.into());
        };
        let chosen = mapping.iter().map(|(key, column)| (key.to_owned(), column));
        kept.columns = Some(chosen.collect());
        kept.role = Some(role);
        kept.organisation = organisation;
        kept.language = Some(language.tag().to_owned());

        let wanted = Wanted {
            mapping,
            role,
            organisation,
            language,
        };
        let around = Circumstances {
            reference,
            time_zone: event.row.columns.time_zone.clone(),
            now,
        };
        let ((row_count, checked), turn) = turn
            .work(move || {
                let checked = checking::check(&table, &wanted, &around);
                (table.rows.len(), checked)
            })
            .await?;
        drop(turn);
        let rows = checked.rows.into_iter().map(|row| store::NewRow {
            id: self.new_id(std::convert::identity),
            number: i64::from(row.number),
            email: row.email,
            details: row.details,
            role: row.role,
            organisation: row.organisation,
            registered_at: row.registered_at,
            person: self.new_id(PersonId),
            registration: self.new_id(RegistrationId),
            mail: self.new_id(OutboxId),
        });
        let rows: Vec<_> = rows.collect();
        let problems = serde_json::to_value(&checked.problems)
            .map_err(|error| Error::Failed(error.to_string()))?;
        let mut tx = self.database().write_alone().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        if outcome == Outcome::Offer && offers_until(&mut tx, &event, now).await?.is_none() {
            return Err(FieldErrors::of("outcome", Invalid::Choice).into());
        }
        let read = store::Read {
            choices: &kept.to_json()?,
            outcome: outcome.state(),
            tell: form.tell || outcome == Outcome::Offer,
            problems: &problems,
            problem_count: count(checked.total),
            row_count: count(row_count),
            rows: &rows,
        };
        if !store::read(&mut tx, id, &read).await? {
            return Err(Error::NotNow(msg!("import-is-done")));
        }
        Ok(tx.commit().await?)
    }

    async fn upload_of(
        &self,
        actor: &Actor,
        slug: &str,
        id: ImportId,
    ) -> Result<(Coordinated, store::ImportRow, Vec<u8>)> {
        let mut tx = self.database().read().await?;
        let event = coordinated(&mut tx, actor, slug).await?;
        let row = one(&mut tx, event.row.id, id, self.now()).await?;
        let content = content(&mut tx, id).await?;
        Ok((event, row, content))
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

async fn content(tx: &mut Tx, id: ImportId) -> Result<Vec<u8>> {
    let content = store::content(tx, id).await?;
    content.ok_or(Error::NotNow(msg!("import-is-done")))
}

/// Reads a file that could be read before.
async fn again(turn: Turn, content: Vec<u8>, kept: &Kept) -> Result<(Table, Turn)> {
    let (read, turn) = turn.read(content, kept.reading()).await?;
    let table = read.map_err(|refusal| Error::Failed(refusal.to_string()))?;
    Ok((table, turn))
}

/// Until when offers could be answered that were made now.
pub(super) async fn offers_until(
    tx: &mut Tx,
    event: &Coordinated,
    now: Timestamp,
) -> Result<Option<Timestamp>> {
    let facts = facts(tx, &event.row).await?;
    Ok(answer_by(&facts.row, now))
}

/// The columns up to the last that has anything in it: their letters and headings.
pub(super) fn columns(table: &Table) -> Vec<(String, String)> {
    let rows = table.rows.iter().map(|row| row.cells.len());
    let many = rows.max().unwrap_or(0).max(table.heading.cells.len());
    let columns = (0..many).map(|at| (column_letters(at), table.heading.cell(at).to_owned()));
    columns.collect()
}

fn repeated(heading: &Row) -> Vec<String> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for cell in heading.cells.iter().filter(|cell| !cell.is_empty()) {
        *seen.entry(cell).or_default() += 1;
    }
    let repeated = seen.into_iter().filter(|&(_, times)| times > 1);
    repeated.map(|(cell, _)| cell.to_owned()).collect()
}

/// The form as it is shown first, or as it was chosen before.
fn form(
    kept: &Kept,
    row: &store::ImportRow,
    guess: &Guess,
    can_offer: bool,
    locale: Locale,
) -> ChoicesForm {
    let column = |key: &str| match &kept.columns {
        Some(chosen) => chosen.get(key).copied(),
        None => guess.mapping.column(key),
    };
    let columns = PARTICIPANT.iter().map(|field| {
        let column = column(field.key).map(|column| column.to_string());
        (field.key, column.unwrap_or_default())
    });
    let outcome = match Outcome::of(row.outcome) {
        Outcome::Offer if !can_offer => Outcome::List,
        outcome => outcome,
    };
    let role = kept.role.unwrap_or(ParticipantRole::Participant);
    let organisation = kept.organisation.map(|id| id.to_string());
    ChoicesForm {
        columns: columns.collect(),
        outcome: outcome.code().to_owned(),
        role: role.code().to_owned(),
        organisation: organisation.unwrap_or_default(),
        language: kept
            .language
            .clone()
            .unwrap_or_else(|| locale.tag().to_owned()),
        tell: row.tell,
    }
}

/// The columns that were chosen; what is wrong stands under `column-KEY`.
fn mapping(form: &ChoicesForm, columns: usize, errors: &mut FieldErrors) -> Option<Mapping> {
    let chosen = form.columns.iter().filter(|(_, column)| !column.is_empty());
    let chosen: Vec<(&str, usize)> = chosen
        .map(|(key, column)| (*key, column.parse().unwrap_or(usize::MAX)))
        .collect();
    let wrong = match Mapping::chosen(chosen.iter().copied(), &PARTICIPANT, columns) {
        Ok(mapping) => return Some(mapping),
        Err(wrong) => wrong,
    };
    for error in wrong {
        let (key, why) = match &error {
            MappingError::Missing(key) => (key.as_str(), Invalid::Required),
            MappingError::NoSuchColumn { key }
            | MappingError::UnknownField(key)
            | MappingError::ChosenTwice(key) => (key.as_str(), Invalid::Choice),
            MappingError::TakenTwice { column } => {
                let twice = chosen.iter().rev().find(|(_, taken)| taken == column);
                (twice.map_or("name", |(key, _)| *key), Invalid::Taken)
            }
        };
        let field = format!("column-{key}");
        // What is taken twice is missing elsewhere only for that.
        if errors.get(&field).is_none() {
            errors.push(&field, why);
        }
    }
    None
}
