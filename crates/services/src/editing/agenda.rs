//! The agenda of an event: its sessions, who runs them, and what clashes.

use super::overlaps::{self, Warning};
use super::{Coordinated, coordinated};
use crate::managing::Head;
use crate::{Actor, Result, Services};
use maktab_domain::{PersonId, SessionId, Texts, Timestamp};
use maktab_store::{Tx, editing as store};

/// The agenda of an event.
#[derive(Debug, Clone)]
pub struct Agenda {
    /// The event.
    pub head: Head,
    /// Its sessions by start.
    pub sessions: Vec<AgendaSession>,
    /// Whom to choose trainers from.
    pub choices: Vec<Trainer>,
}

/// A session on the agenda.
#[derive(Debug, Clone)]
pub struct AgendaSession {
    /// The session.
    pub id: SessionId,
    /// Its titles.
    pub titles: Texts,
    /// Its start.
    pub starts_at: Timestamp,
    /// Its end.
    pub ends_at: Timestamp,
    /// The room; empty where none is named.
    pub room: String,
    /// Whether attendance is taken.
    pub tracked: bool,
    /// Whether attendance has been recorded: then it cannot be removed.
    pub has_records: bool,
    /// Who runs it.
    pub trainers: Vec<Trainer>,
    /// What clashes with it.
    pub warnings: Vec<Warning>,
}

/// A trainer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trainer {
    /// The person.
    pub person: PersonId,
    /// Name in Latin script.
    pub name_latin: String,
    /// Name in another script.
    pub name_native: Option<String>,
    /// The language of that name.
    pub name_native_language: Option<String>,
    /// Code of the country.
    pub country: String,
    /// The institution.
    pub institution: String,
}

impl From<store::TrainerRow> for Trainer {
    fn from(row: store::TrainerRow) -> Self {
        Self {
            person: row.person_id,
            name_latin: row.name_latin,
            name_native: row.name_native,
            name_native_language: row.name_native_language,
            country: row.country,
            institution: row.institution,
        }
    }
}

impl Services {
    /// The agenda of an event.
    ///
    /// # Errors
    /// Not found, or out of scope.
    pub async fn agenda(&self, actor: &Actor, slug: &str) -> Result<Agenda> {
        let mut tx = self.database().read().await?;
        let event = coordinated(&mut tx, actor, slug).await?;
        load(&mut tx, &event).await
    }
}

/// The agenda with what clashes, in a fixed number of queries.
pub(super) async fn load(tx: &mut Tx, event: &Coordinated) -> Result<Agenda> {
    let id = event.row.id;
    let head = Head::load(tx, &event.row).await?;
    let rows = store::agenda(tx, id).await?;
    let mut trainers = store::trainers_of_event(tx, id).await?;
    let choices = store::trainer_choices(tx, id).await?;
    let mut sessions: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let own = trainers.extract_if(.., |t| t.session_id == row.id);
            AgendaSession {
                trainers: own.map(|t| t.trainer.into()).collect(),
                id: row.id,
                titles: row.titles,
                starts_at: row.starts_at,
                ends_at: row.ends_at,
                room: row.room,
                tracked: row.tracked,
                has_records: row.records > 0,
                warnings: Vec::new(),
            }
        })
        .collect();
    overlaps::warn(&mut sessions);
    for busy in store::busy_elsewhere(tx, id, &event.organisers).await? {
        let session = sessions.iter_mut().find(|s| s.id == busy.session_id);
        if let Some(session) = session {
            session.warnings.push(Warning::Elsewhere {
                name: busy.name_latin,
                title: busy.title,
                starts_at: busy.starts_at,
                ends_at: busy.ends_at,
            });
        }
    }
    Ok(Agenda {
        head,
        sessions,
        choices: choices.into_iter().map(Trainer::from).collect(),
    })
}
