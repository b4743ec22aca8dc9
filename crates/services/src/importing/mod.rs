//! Importing: a coordinator brings a list of participants from a file into an event.
//!
//! The file is uploaded, its columns are chosen, everything that it would do is shown, and then
//! all of it happens or nothing. Between the steps the file lies in the database, so that any
//! replica can go on, and the browser is trusted with nothing but its id.
//!
//! Who is imported has agreed to nothing in Maktab: the usual outcome is an offer, which the
//! person accepts or declines. A place without asking is for people who have agreed elsewhere,
//! and a coordinator says so.

mod back;
mod checking;
mod choices;
mod confirm;
mod dates;
mod preview;
mod turn;
mod upload;
mod words;

pub use back::TakenBack;
pub use checking::ImportProblem;
pub use choices::{ChoicesForm, ImportColumns, Outcome};
pub use confirm::ImportConfirmed;
pub use preview::{ImportPreview, PreviewRow, SeatLine, WhichRows};
pub use upload::Uploaded;

use crate::editing::{Coordinated, coordinated};
use crate::managing::Head;
use crate::{Actor, Error, Result, Services};
use maktab_domain::{EventId, EventState, ImportId, RegistrationState, Span, Timestamp};
use maktab_locale::msg;
use maktab_store::{Tx, imports as store};
use maktab_tables::{Limits, Reading};

/// How long a file is kept that nothing is done with, and how long the rows of an import.
const KEPT: Span = Span::days(1);
/// How many imports of an event are listed on its page.
const LISTED: i64 = 20;

/// Where an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportState {
    /// The file is there; its columns are to be chosen.
    Uploaded,
    /// It was read: its preview can be looked at.
    Read,
    /// Its people were added.
    Done,
    /// They were taken back.
    TakenBack,
}

/// An import in brief.
#[derive(Debug, Clone)]
pub struct Import {
    /// The id.
    pub id: ImportId,
    /// What the file is called.
    pub file_name: String,
    /// SHA-256 of the file, in hexadecimal digits.
    pub file_hash: String,
    /// Bytes of the file.
    pub file_size: i64,
    /// Who uploaded it.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// First instant at which it is forgotten, unless it is done.
    pub expires: Timestamp,
    /// Where it stands.
    pub state: ImportState,
    /// By this a preview is known again.
    pub revision: i64,
    /// What becomes of the people.
    pub outcome: Outcome,
    /// Whether they are told by mail.
    pub tell: bool,
    /// Rows of the file below the heading.
    pub rows: i64,
    /// How many things are wrong with them.
    pub problems: i64,
    /// Who carried it out, and when.
    pub done: Option<(String, Timestamp)>,
    /// How many people were added.
    pub added: i64,
    /// Until when it can be taken back.
    pub back_until: Option<Timestamp>,
    /// When it was taken back.
    pub taken_back: Option<Timestamp>,
}

/// What the page of an event's imports shows.
#[derive(Debug, Clone)]
pub struct Imports {
    /// The event.
    pub head: Head,
    /// The latest imports, the newest first.
    pub imports: Vec<Import>,
    /// Whether one can import now.
    pub is_open: bool,
    /// What a file may cost.
    pub limits: Limits,
}

impl Services {
    /// The latest imports of an event.
    ///
    /// # Errors
    /// Not found, or out of scope.
    pub async fn imports(&self, actor: &Actor, slug: &str) -> Result<Imports> {
        self.up_to(LISTED, actor, slug).await
    }

    /// All imports of an event, for a file.
    ///
    /// # Errors
    /// Not found, or out of scope.
    pub async fn all_imports(&self, actor: &Actor, slug: &str) -> Result<Imports> {
        self.up_to(i64::MAX, actor, slug).await
    }

    async fn up_to(&self, most: i64, actor: &Actor, slug: &str) -> Result<Imports> {
        let mut tx = self.database().read().await?;
        let event = coordinated(&mut tx, actor, slug).await?;
        let rows = store::of_event(&mut tx, event.row.id, self.now(), most).await?;
        Ok(Imports {
            head: Head::load(&mut tx, &event.row).await?,
            imports: rows.iter().map(brief).collect::<Result<_>>()?,
            is_open: must_import(&event).is_ok(),
            limits: limits(),
        })
    }

    /// Throws a file away that nothing was done with.
    ///
    /// # Errors
    /// [`Error::NotNow`] where it was carried out; not found, or out of scope.
    pub async fn discard_import(&self, actor: &Actor, slug: &str, id: ImportId) -> Result<()> {
        let mut tx = self.database().write().await?;
        let event = coordinated(&mut tx, actor, slug).await?;
        one(&mut tx, event.row.id, id, self.now()).await?;
        if !store::discard(&mut tx, event.row.id, id).await? {
            return Err(Error::NotNow(msg!("import-is-done")));
        }
        Ok(tx.commit().await?)
    }
}

/// What a file may cost.
fn limits() -> Limits {
    Reading::default().limits
}

/// People are imported while the event is published: only then are there seats to give.
fn must_import(event: &Coordinated) -> Result<()> {
    if event.row.state == EventState::Published {
        Ok(())
    } else {
        Err(Error::NotNow(msg!("manage-not-published")))
    }
}

async fn one(
    tx: &mut Tx,
    event: EventId,
    id: ImportId,
    now: Timestamp,
) -> Result<store::ImportRow> {
    let row = store::of_event_by_id(tx, event, id, now).await?;
    row.ok_or(Error::NotFound)
}

fn brief(row: &store::ImportRow) -> Result<Import> {
    let state = match row.state.as_str() {
        "uploaded" => ImportState::Uploaded,
        "read" => ImportState::Read,
        "done" => ImportState::Done,
        "taken-back" => ImportState::TakenBack,
        other => return Err(Error::Failed(format!("an import that is {other}"))),
    };
    Ok(Import {
        id: row.id,
        file_name: row.file_name.clone(),
        file_hash: hex::encode(&row.file_hash),
        file_size: row.file_size,
        by: row.uploaded_by_name.clone(),
        at: row.uploaded_at,
        expires: row.expires_at,
        state,
        revision: row.revision,
        outcome: Outcome::of(row.outcome),
        tell: row.tell,
        rows: row.row_count,
        problems: row.problem_count,
        done: row.done_by_name.clone().zip(row.done_at),
        added: row.added,
        back_until: row.back_until,
        taken_back: row.taken_back_at,
    })
}

impl Outcome {
    /// What a registration of this state came from.
    fn of(state: RegistrationState) -> Self {
        match state {
            RegistrationState::Confirmed => Self::Confirm,
            RegistrationState::Submitted => Self::List,
            _ => Self::Offer,
        }
    }
}
