//! The life of an event: published when it is complete, cancelled with a reason, completed.

use super::{Coordinated, coordinated, coordinated_alone};
use crate::managing::{Head, letters};
use crate::{Actor, Error, FieldErrors, Result, Services};
use maktab_domain::{
    EventMode, EventState, Invalid, Paragraphs, RegistrationState, Texts, Timestamp,
};
use maktab_locale::msg;
use maktab_store::{Tx, editing as store, managing};

/// What an event lacks before it can be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// A title in English.
    Title,
    /// A summary in English.
    Summary,
    /// A session.
    Sessions,
    /// A registration window that has not passed.
    Window,
    /// An organiser.
    Organisers,
    /// A city, where people come to one.
    Place,
}

impl Missing {
    /// All that is asked for, in the order of the list.
    pub const ALL: [Self; 6] = [
        Self::Title,
        Self::Summary,
        Self::Sessions,
        Self::Window,
        Self::Organisers,
        Self::Place,
    ];
}

/// Whether an event can be published, and what else a coordinator should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readiness {
    /// What is missing; empty where nothing is.
    pub missing: Vec<Missing>,
    /// Sessions without a trainer.
    pub without_trainer: usize,
    /// Whether no session is tracked: then nobody can earn a certificate by attendance.
    pub nothing_tracked: bool,
    /// Whether registration closes only after the event has begun.
    pub closes_late: bool,
}

impl Readiness {
    /// Whether nothing is missing.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty()
    }
}

/// What readiness is decided from.
pub(crate) struct ReadinessFacts {
    texts: Vec<store::TextRow>,
    sessions: Vec<store::AgendaRow>,
    without_trainer: usize,
}

impl ReadinessFacts {
    /// The summary by language.
    pub(crate) fn summary(&self) -> Texts {
        let given = self.texts.iter().filter(|text| !text.summary.is_empty());
        Texts::new(given.map(|text| (&text.language, &text.summary)))
    }
}

/// Reads what readiness is decided from.
pub(crate) async fn facts_for_readiness(
    tx: &mut Tx,
    event: &store::EventRow,
) -> Result<ReadinessFacts> {
    let sessions = store::agenda(tx, event.id).await?;
    let trainers = store::trainers_of_event(tx, event.id).await?;
    let lacks = |s: &&store::AgendaRow| !trainers.iter().any(|t| t.session_id == s.id);
    Ok(ReadinessFacts {
        texts: store::texts(tx, event.id).await?,
        without_trainer: sessions.iter().filter(|s| s.tracked).filter(lacks).count(),
        sessions,
    })
}

/// Decides what is missing.
pub(crate) fn readiness(event: &Coordinated, facts: &ReadinessFacts, now: Timestamp) -> Readiness {
    let c = &event.row.columns;
    let english = facts.texts.iter().find(|text| text.language == "en");
    let is_there = |what: Missing| match what {
        Missing::Title => english.is_some(),
        Missing::Summary => english.is_some_and(|text| !text.summary.is_empty()),
        Missing::Sessions => !facts.sessions.is_empty(),
        Missing::Window => c.registration_closes > now,
        Missing::Organisers => !event.organisers.is_empty(),
        Missing::Place => c.mode == EventMode::Online || !c.city.is_empty(),
    };
    let all = Missing::ALL.into_iter();
    Readiness {
        missing: all.filter(|&what| !is_there(what)).collect(),
        without_trainer: facts.without_trainer,
        nothing_tracked: !facts.sessions.iter().any(|s| s.tracked),
        closes_late: c.registration_closes > c.starts_at,
    }
}

/// What cancelling an event would mean.
#[derive(Debug, Clone)]
pub struct Cancellation {
    /// The event.
    pub head: Head,
    /// How many people will be told: everybody with a live registration and a proven address.
    pub told: usize,
}

/// The most characters of a reason that is mailed to people.
const LONGEST_REASON: usize = 1_000;

/// Reads the reason for a decision that people are told of.
pub(crate) fn reason(raw: &str) -> Result<String> {
    let text = Paragraphs::parse(raw);
    let text = text.map_err(|why| FieldErrors::of("reason", why))?;
    if text.as_str().chars().count() > LONGEST_REASON {
        return Err(FieldErrors::of("reason", Invalid::TooLong).into());
    }
    Ok(text.into_string())
}

impl Services {
    /// Publishes a draft that is complete.
    ///
    /// # Errors
    /// [`Error::NotNow`] with the reason; not found, or out of scope.
    pub async fn publish_event(&self, actor: &Actor, slug: &str) -> Result<()> {
        let now = self.now();
        let mut tx = self.database().write().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        if event.row.state != EventState::Draft {
            return Err(Error::NotNow(msg!("manage-not-draft")));
        }
        let facts = facts_for_readiness(&mut tx, &event.row).await?;
        if !readiness(&event, &facts, now).is_complete() {
            return Err(Error::NotNow(msg!("manage-not-complete")));
        }
        let to = EventState::Published;
        self.step(&mut tx, actor, &event, to, None).await?;
        tx.commit().await?;
        Ok(())
    }

    /// What cancelling the event would mean.
    ///
    /// # Errors
    /// [`Error::NotNow`] where it cannot be cancelled; not found, or out of scope.
    pub async fn event_cancellation(&self, actor: &Actor, slug: &str) -> Result<Cancellation> {
        let mut tx = self.database().read().await?;
        let event = coordinated(&mut tx, actor, slug).await?;
        must_be_cancellable(event.row.state)?;
        let head = Head::load(&mut tx, &event.row).await?;
        let told = to_be_told(&mut tx, &event).await?.len();
        Ok(Cancellation { head, told })
    }

    /// Cancels the event. Everybody with a live registration is told why. Answers how many.
    ///
    /// # Errors
    /// [`Error::Refused`] for the reason; [`Error::NotNow`]; not found, or out of scope.
    pub async fn cancel_event(&self, actor: &Actor, slug: &str, why: &str) -> Result<usize> {
        let mut tx = self.database().write().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        must_be_cancellable(event.row.state)?;
        let why = reason(why)?;
        let to = EventState::Cancelled;
        self.step(&mut tx, actor, &event, to, Some(&why)).await?;
        let facts = letters::facts(&mut tx, &event.row).await?;
        let people = to_be_told(&mut tx, &event).await?;
        for person in &people {
            let letter = letters::event_cancelled(person, &facts, &why, self)?;
            self.post(&mut tx, &letter).await?;
        }
        tx.commit().await?;
        self.wake_background();
        Ok(people.len())
    }

    /// Completes an event that is over: its attendance is closed.
    ///
    /// # Errors
    /// [`Error::NotNow`] with the reason; not found, or out of scope.
    pub async fn complete_event(&self, actor: &Actor, slug: &str) -> Result<()> {
        let mut tx = self.database().write().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        if event.row.state != EventState::Published {
            return Err(Error::NotNow(msg!("manage-not-published")));
        }
        if self.now() < event.row.columns.ends_at {
            return Err(Error::NotNow(msg!("manage-not-over")));
        }
        let to = EventState::Completed;
        self.step(&mut tx, actor, &event, to, None).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Opens the attendance of a completed event again, for corrections.
    ///
    /// # Errors
    /// [`Error::NotNow`] with the reason; not found, or out of scope.
    pub async fn reopen_event(&self, actor: &Actor, slug: &str) -> Result<()> {
        let mut tx = self.database().write().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        if event.row.state != EventState::Completed {
            return Err(Error::NotNow(msg!("manage-not-completed")));
        }
        let to = EventState::Published;
        self.step(&mut tx, actor, &event, to, None).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn step(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        event: &Coordinated,
        to: EventState,
        why: Option<&str>,
    ) -> Result<()> {
        let from = event.row.state;
        let now = self.now().max(event.row.updated_at);
        if !store::set_state(tx, event.row.id, (from, to), why, now).await? {
            return Err(Error::NotNow(msg!("manage-changed-meanwhile")));
        }
        let detail = serde_json::json!({ "from": from, "to": to, "reason": why });
        self.record(
            tx,
            Some(actor.account),
            "event.state",
            event.row.id.0,
            &detail,
        )
        .await
    }
}

fn must_be_cancellable(state: EventState) -> Result<()> {
    match state {
        EventState::Draft | EventState::Published => Ok(()),
        EventState::Cancelled | EventState::Completed | EventState::Archived => {
            Err(Error::NotNow(msg!("manage-not-cancellable")))
        }
    }
}

/// Everybody with a live registration. To an address that is not proven nothing is written:
/// a stranger may have typed it.
async fn to_be_told(tx: &mut Tx, event: &Coordinated) -> Result<Vec<managing::RegistrationRow>> {
    let all = managing::registrations(tx, event.row.id).await?;
    let told = |row: &managing::RegistrationRow| {
        row.state.is_live() && row.state != RegistrationState::Pending
    };
    Ok(all.into_iter().filter(told).collect())
}
