//! Holds and offers whose time has run out end, and their seats are offered to others.

use super::{Next, Run};
use crate::mail;
use crate::registration::confirm::load_held;
use crate::{Result, Services};
use maktab_domain::{Guard, RegistrationEvent, RegistrationId, RegistrationState, Timestamp};
use maktab_store::{decisions, invitations, registrations};
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
            for (until, id) in run_out {
                after = (until, id);
                match self.end_hold(id).await {
                    Ok(ended) => run.done += u64::from(ended),
                    Err(error) => run.note_failure(&format!("registration {id}"), &error),
                }
            }
        }
        Ok(None)
    }

    /// Ends a hold, as it is now: since it was looked up the form may have been sent again, or
    /// the person may have answered or been given more time. Whether it was ended.
    async fn end_hold(&self, id: RegistrationId) -> Result<bool> {
        let now = self.now();
        let mut tx = self.database().write().await?;
        let Some((row, facts)) = load_held(&mut tx, id).await? else {
            return Ok(false);
        };
        let in_time = row.hold_until.is_some_and(|until| now < until);
        let passes = RegistrationEvent::DeadlinePassed;
        let ended = row.state.step(passes, &[Guard::deadline(in_time)]);
        if ended.is_err() || !registrations::end_run_out(&mut tx, id, row.state, now).await? {
            return Ok(false);
        }
        let nothing = serde_json::json!({});
        self.record(&mut tx, None, "registration.run-out", row.id.0, &nothing)
            .await?;
        // What was decided and not told yet is no longer true.
        decisions::take_mails_back(&mut tx, id).await?;
        if row.state == RegistrationState::Offered {
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
