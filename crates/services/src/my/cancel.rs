//! Giving up a registration of one's own.

use crate::mail::{self, EventFacts};
use crate::registration::{EventBrief, confirm};
use crate::{Actor, Error, Result, Services};
use maktab_domain::{RegistrationEvent, RegistrationId, RegistrationState, Timestamp};
use maktab_store::registrations::RegistrationRow;
use maktab_store::{decisions, invitations, links, registrations};

/// What the page that asks once more shows.
#[derive(Debug, Clone)]
pub struct Cancellation {
    /// The registration.
    pub id: RegistrationId,
    /// Where it stands.
    pub state: RegistrationState,
    /// For which event.
    pub event: EventBrief,
    /// Whether it can be given up.
    pub is_possible: bool,
}

/// Whether a registration can be given up: it is live, and the event has not begun.
pub(super) fn is_possible(state: RegistrationState, facts: &EventFacts, now: Timestamp) -> bool {
    state.step(RegistrationEvent::Withdrawn, &[]).is_ok() && now < facts.row.starts_at
}

impl Services {
    /// What the page that asks once more shows.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it is somebody else's, or the database failed.
    pub async fn cancellation(&self, actor: &Actor, id: RegistrationId) -> Result<Cancellation> {
        let mut tx = self.database().read().await?;
        let (row, facts) = own(confirm::load(&mut tx, id).await?, actor)?;
        let now = self.now();
        Ok(Cancellation {
            id,
            state: row.state,
            event: EventBrief::of(&facts, now),
            is_possible: is_possible(row.state, &facts, now),
        })
    }

    /// Gives up a registration: its seat becomes free, and a mail says so. Harmless where it
    /// was given up before.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it is somebody else's, [`Error::NotNow`] once the event has
    /// begun, or the database failed.
    pub async fn cancel_registration(&self, actor: &Actor, id: RegistrationId) -> Result<()> {
        let now = self.now();
        let mut tx = self.database().write().await?;
        let (row, facts) = own(confirm::load_held(&mut tx, id).await?, actor)?;
        if row.state == RegistrationState::Cancelled {
            return Ok(());
        }
        if !is_possible(row.state, &facts, now) {
            return Err(Error::NotNow("cancel-too-late"));
        }
        let by = registrations::EndedBy::Person;
        if !registrations::cancel(&mut tx, id, row.state, by, now).await? {
            return Err(Error::NotNow("cancel-changed"));
        }
        let locale = mail::language(&row.details.language);
        let name = &row.details.name_latin;
        let address = &self.settings().public_address;
        let letter = mail::cancelled(&actor.email, locale, name, &facts, address, now);
        self.post(&mut tx, &letter).await?;
        // What was decided and not told yet is no longer true.
        decisions::take_mails_back(&mut tx, id).await?;
        links::use_up_all(&mut tx, id.0, links::Purpose::AnswerOffer, now).await?;
        if let (RegistrationState::Pending, Some(invitation)) = (row.state, row.invitation_id) {
            invitations::give_back(&mut tx, invitation).await?;
        }
        if row.holds_seat() {
            self.release(&mut tx, &row.claim()).await?;
        }
        let detail = serde_json::json!({ "from": row.state.code() });
        let account = Some(actor.account);
        self.record(&mut tx, account, "registration.cancelled", id.0, &detail)
            .await?;
        tx.commit().await?;
        self.wake_background();
        Ok(())
    }
}

/// A registration of one's own; nobody learns of anybody else's.
fn own(
    loaded: Option<(RegistrationRow, EventFacts)>,
    actor: &Actor,
) -> Result<(RegistrationRow, EventFacts)> {
    loaded
        .filter(|(row, _)| row.person_id == actor.person)
        .ok_or(Error::NotFound)
}
