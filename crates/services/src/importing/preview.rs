//! What an import would do, before it does it.

use super::checking::ImportProblem;
use super::choices::offers_until;
use super::{Import, ImportState, Outcome, brief, must_import, one};
use crate::editing::{Coordinated, coordinated};
use crate::managing::Head;
use crate::{Actor, Error, Result, Services};
use maktab_domain::{ImportId, OrganisationId, ParticipantRole, RegistrationState, Timestamp};
use maktab_locale::msg;
use maktab_store::quotas::{self, QuotaFor};
use maktab_store::{Tx, imports as store};
use serde::Deserialize;

/// How many rows stand on one page of the preview.
pub(super) const ON_A_PAGE: usize = 100;
/// How many of those who are registered already are named.
const NAMED: i64 = 100;

/// Seats that people of the list would take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatLine {
    /// Whose seats; `None` for those of the event.
    pub whom: Option<QuotaFor>,
    /// How many seats there are.
    pub seats: i64,
    /// How many of them are taken or held.
    pub taken: i64,
    /// How many the list needs.
    pub wanted: i64,
}

impl SeatLine {
    /// How many seats are missing.
    #[must_use]
    pub fn missing(&self) -> i64 {
        (self.taken + self.wanted - self.seats).max(0)
    }
}

/// A row of the file.
#[derive(Debug, Clone)]
pub struct PreviewRow {
    /// Its number, as a spreadsheet shows it.
    pub number: i64,
    /// The address.
    pub email: String,
    /// The name in Latin script.
    pub name: String,
    /// Code of the country.
    pub country: String,
    /// Where the person works.
    pub institution: String,
    /// As what the person comes.
    pub role: ParticipantRole,
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// Whether Maktab knows the address.
    pub known: bool,
    /// Where the person's registration for the event stands, where there is one.
    pub state: Option<RegistrationState>,
}

/// What an import would do, or has done.
#[derive(Debug, Clone)]
pub struct ImportPreview {
    /// The event.
    pub head: Head,
    /// The import.
    pub import: Import,
    /// What is wrong, the first thousand; where anything is, nothing can be added.
    pub problems: Vec<ImportProblem>,
    /// How many people would be added.
    pub to_add: i64,
    /// How many of them Maktab knows.
    pub known: i64,
    /// How many are registered for the event already, and are passed over.
    pub registered: i64,
    /// The first of those.
    pub passed_over: Vec<PreviewRow>,
    /// Those who would be added, a page of them.
    pub rows: Vec<PreviewRow>,
    /// Which page, from 1, of how many.
    pub page: (usize, usize),
    /// The seats that they would take.
    pub seats: Vec<SeatLine>,
    /// Until when an offer can be answered.
    pub offers_until: Option<Timestamp>,
    /// Whether it can be carried out.
    pub can_confirm: bool,
    /// Whether it can be taken back.
    pub can_take_back: bool,
}

impl Services {
    /// What an import would do, or has done. `page` is the page of those who would be added.
    ///
    /// # Errors
    /// Not found, or out of scope.
    pub async fn import_preview(
        &self,
        actor: &Actor,
        slug: &str,
        id: ImportId,
        page: usize,
    ) -> Result<ImportPreview> {
        let now = self.now();
        let mut tx = self.database().read().await?;
        let event = coordinated(&mut tx, actor, slug).await?;
        let row = one(&mut tx, event.row.id, id, now).await?;
        let standing = store::standing(&mut tx, id, event.row.id).await?;
        let to_add = standing.rows - standing.registered;
        let pages = usize::try_from(to_add)
            .unwrap_or(0)
            .div_ceil(ON_A_PAGE)
            .max(1);
        let page = page.clamp(1, pages);
        let skip = i64::try_from((page - 1) * ON_A_PAGE).unwrap_or(i64::MAX);
        let most = i64::try_from(ON_A_PAGE).unwrap_or(i64::MAX);
        let rows = store::preview(&mut tx, id, event.row.id, most, skip).await?;
        let passed_over = store::registered(&mut tx, id, event.row.id, NAMED).await?;
        let import = brief(&row)?;
        let seats = match import.outcome.state().holds_seat(false) {
            true => seats(&mut tx, &event, id).await?,
            false => Vec::new(),
        };
        let offers_until = offers_until(&mut tx, &event, now).await?;
        let problems = Vec::<ImportProblem>::deserialize(&row.problems);
        let possible = must_import(&event).is_ok()
            && (import.outcome != Outcome::Offer || offers_until.is_some());
        let read = import.state == ImportState::Read;
        let fits = seats.iter().all(|line| line.missing() == 0);
        let done = import.state == ImportState::Done;
        Ok(ImportPreview {
            head: Head::load(&mut tx, &event.row).await?,
            problems: problems.map_err(|error| Error::Failed(error.to_string()))?,
            to_add,
            known: standing.known,
            registered: standing.registered,
            passed_over: passed_over.into_iter().map(shown).collect(),
            rows: rows.into_iter().map(shown).collect(),
            page: (page, pages),
            can_confirm: possible && read && fits && to_add > 0 && import.problems == 0,
            can_take_back: done && import.back_until.is_some_and(|until| now < until),
            import,
            seats,
            offers_until,
        })
    }
}

/// Which of the rows that are right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhichRows {
    /// Those whose people would be added.
    ToAdd,
    /// Those whose people are registered already.
    PassedOver,
}

impl Services {
    /// All rows of one kind, in the order of the file, for a file: no more than a list can have.
    ///
    /// # Errors
    /// [`Error::NotNow`] where the import is done; not found, or out of scope.
    pub async fn import_rows(
        &self,
        actor: &Actor,
        slug: &str,
        id: ImportId,
        which: WhichRows,
    ) -> Result<Vec<PreviewRow>> {
        let mut tx = self.database().read().await?;
        let event = coordinated(&mut tx, actor, slug).await?;
        let row = one(&mut tx, event.row.id, id, self.now()).await?;
        if !matches!(
            brief(&row)?.state,
            ImportState::Uploaded | ImportState::Read
        ) {
            return Err(Error::NotNow(msg!("import-is-done")));
        }
        let (event, most) = (event.row.id, i64::MAX);
        let rows = match which {
            WhichRows::ToAdd => store::preview(&mut tx, id, event, most, 0).await?,
            WhichRows::PassedOver => store::registered(&mut tx, id, event, most).await?,
        };
        Ok(rows.into_iter().map(shown).collect())
    }
}

fn shown(row: store::PreviewRow) -> PreviewRow {
    PreviewRow {
        number: row.number,
        email: row.email,
        name: row.name_latin,
        country: row.country,
        institution: row.institution,
        role: row.role,
        organisation: row.organisation_id,
        known: row.known,
        state: row.state.and_then(|state| state.parse().ok()),
    }
}

/// The seats of the event and of every quota that people of the list would take.
async fn seats(tx: &mut Tx, event: &Coordinated, id: ImportId) -> Result<Vec<SeatLine>> {
    let groups = store::groups_wanted(tx, id, event.row.id).await?;
    let wanted = |counts: &dyn Fn(&store::Group) -> bool| -> i64 {
        let counted = groups.iter().filter(|group| counts(group));
        counted.map(|group| group.people).sum()
    };
    let participant = |group: &store::Group| group.role == ParticipantRole::Participant;
    let mut lines = vec![SeatLine {
        whom: None,
        seats: event.row.columns.capacity,
        taken: event.row.taken,
        wanted: wanted(&participant),
    }];
    for quota in quotas::of_event(tx, event.row.id).await? {
        let wanted = match &quota.whom {
            QuotaFor::Country(code) => {
                wanted(&|group| participant(group) && group.country == *code)
            }
            QuotaFor::Organisation(id) => {
                wanted(&|group| participant(group) && group.organisation_id == Some(*id))
            }
            QuotaFor::Role(role) => wanted(&|group| group.role == *role),
        };
        lines.push(SeatLine {
            whom: Some(quota.whom),
            seats: quota.seats,
            taken: quota.taken,
            wanted,
        });
    }
    lines.retain(|line| line.wanted > 0);
    Ok(lines)
}
