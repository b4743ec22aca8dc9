//! Holds and offers whose time has run out end, and their seats are offered to others.

use super::{Next, Run};
use crate::mail;
use crate::registration::with_titles;
use crate::{Error, Result, Services};
use maktab_domain::{RegistrationEvent, RegistrationId, RegistrationState, Timestamp};
use maktab_store::registrations::RegistrationRow;
use maktab_store::{invitations, registrations, seats};
use uuid::Uuid;

/// How many are looked up at once.
const BATCH: i64 = 100;

impl Services {
    /// Ends the holds whose time has run out, each in a transaction of its own: one that cannot
    /// be ended keeps none of the others.
    pub(super) async fn end_holds(&self, run: &mut Run<'_>) -> Result<Next> {
        let mut after = (Timestamp(i64::MIN), RegistrationId(Uuid::nil()));
        while run.goes_on().await? {
            let mut tx = self.database().read().await?;
            let run_out = registrations::run_out(&mut tx, self.now(), after, BATCH).await?;
            if run_out.is_empty() {
                return Ok(registrations::next_to_run_out(&mut tx).await?);
            }
            drop(tx);
            for row in &run_out {
                after = (row.hold_until.unwrap_or(after.0), row.id);
                match self.end_hold(row).await {
                    Ok(ended) => run.done += u64::from(ended),
                    Err(error) => run.note_failure(&format!("registration {}", row.id), &error),
                }
            }
        }
        Ok(None)
    }

    async fn end_hold(&self, row: &RegistrationRow) -> Result<bool> {
        if row.state.after(RegistrationEvent::DeadlinePassed).is_none() {
            return Err(Error::Failed(format!(
                "registration {} has no deadline",
                row.id
            )));
        }
        let (now, by) = (self.now(), registrations::EndedBy::Deadline);
        let mut tx = self.database().write().await?;
        // The event's row comes first, as in registering, so that neither waits for the other.
        seats::hold_still(&mut tx, row.event_id).await?;
        if !registrations::cancel(&mut tx, row.id, row.state, by, now).await? {
            // Somebody confirmed in this very moment; the seat stays taken.
            return Ok(false);
        }
        let nothing = serde_json::json!({});
        self.record(&mut tx, None, "registration.run-out", row.id.0, &nothing)
            .await?;
        if row.state == RegistrationState::Offered {
            let event = registrations::event_by_id(&mut tx, row.event_id).await?;
            let facts = with_titles(&mut tx, event.ok_or(Error::NotFound)?).await?;
            let to = crate::accounts::address(&row.email)?;
            let locale = mail::language(&row.details.language);
            let name = &row.details.name_latin;
            let address = &self.settings().public_address;
            let letter = mail::offer_ended(&to, locale, name, &facts, address);
            self.post(&mut tx, &letter).await?;
        }
        if let Some(invitation) = row.invitation_id {
            invitations::give_back(&mut tx, invitation).await?;
        }
        if row.holds_seat() {
            self.release(&mut tx, &row.claim()).await?;
        }
        tx.commit().await?;
        Ok(true)
    }
}
