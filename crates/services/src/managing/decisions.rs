//! Decisions on registrations: approving, declining, cancelling. Each is told by mail.

use super::letters;
use crate::editing::{Coordinated, coordinated_alone, reason};
use crate::mail::EventFacts;
use crate::{Actor, Error, Result, Services};
use maktab_domain::{EventState, RegistrationEvent, RegistrationId, RegistrationState};
use maktab_locale::msg;
use maktab_store::{Tx, managing as store, registrations as seats};

/// What an approval has done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Approved {
    /// People who have a place now.
    pub confirmed: usize,
    /// People for whom there was no seat; they keep waiting.
    pub no_seat: usize,
}

impl Services {
    /// Gives places to people who await a decision or a seat. Whoever has one already, or has
    /// gone, is passed over.
    ///
    /// # Errors
    /// [`Error::NotNow`]; a registration of another event; not found, or out of scope.
    pub async fn approve_registrations(
        &self,
        actor: &Actor,
        slug: &str,
        ids: &[RegistrationId],
    ) -> Result<Approved> {
        let mut tx = self.database().write().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        must_decide(&event)?;
        let facts = letters::facts(&mut tx, &event.row).await?;
        let mut done = Approved::default();
        for &id in ids {
            let row = one(&mut tx, &event, id).await?;
            let Some(to) = row.state.after(RegistrationEvent::Approved) else {
                continue;
            };
            // A seat is held already for whoever awaits a decision.
            let needs_seat = !row.state.holds_seat();
            if needs_seat && !seats::take_seat(&mut tx, event.row.id).await? {
                done.no_seat += 1;
                continue;
            }
            self.decide(&mut tx, actor, &row, to, None).await?;
            let letter = letters::approved(&row, &facts, self)?;
            self.post(&mut tx, &letter).await?;
            done.confirmed += 1;
        }
        tx.commit().await?;
        self.wake_background();
        Ok(done)
    }

    /// Refuses somebody who awaits a decision or a seat, with a reason.
    ///
    /// # Errors
    /// [`Error::Refused`] for the reason; [`Error::NotNow`]; not found, or out of scope.
    pub async fn decline_registration(
        &self,
        actor: &Actor,
        slug: &str,
        id: RegistrationId,
        why: &str,
    ) -> Result<()> {
        let how = (RegistrationEvent::Refused, letters::declined as Telling);
        self.end(actor, slug, id, how, why).await
    }

    /// Takes somebody's place or place in the queue back, with a reason.
    ///
    /// # Errors
    /// [`Error::Refused`] for the reason; [`Error::NotNow`]; not found, or out of scope.
    pub async fn withdraw_registration(
        &self,
        actor: &Actor,
        slug: &str,
        id: RegistrationId,
        why: &str,
    ) -> Result<()> {
        let how = (RegistrationEvent::Withdrawn, letters::withdrawn as Telling);
        self.end(actor, slug, id, how, why).await
    }

    async fn end(
        &self,
        actor: &Actor,
        slug: &str,
        id: RegistrationId,
        (what, tell): (RegistrationEvent, Telling),
        why: &str,
    ) -> Result<()> {
        let mut tx = self.database().write().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        must_decide(&event)?;
        let row = one(&mut tx, &event, id).await?;
        let to = row.state.after(what);
        let to = to.ok_or(Error::NotNow(msg!("manage-registration-moved")))?;
        let why = reason(why)?;
        self.decide(&mut tx, actor, &row, to, Some(&why)).await?;
        if row.state.holds_seat() {
            seats::free_seat(&mut tx, event.row.id).await?;
        }
        // To an address that is not proven nothing is written: a stranger may have typed it.
        if row.state != RegistrationState::Pending {
            let facts = letters::facts(&mut tx, &event.row).await?;
            let letter = tell(&row, &facts, &why, self)?;
            self.post(&mut tx, &letter).await?;
        }
        tx.commit().await?;
        self.wake_background();
        Ok(())
    }

    async fn decide(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        row: &store::RegistrationRow,
        to: RegistrationState,
        why: Option<&str>,
    ) -> Result<()> {
        let from = row.state;
        let decision = store::Move {
            id: row.id,
            from,
            to,
            reason: why,
            at: self.now(),
        };
        if !store::move_registration(tx, decision).await? {
            return Err(Error::NotNow(msg!("manage-registration-moved")));
        }
        let detail = serde_json::json!({ "from": from, "to": to, "reason": why });
        self.record(
            tx,
            Some(actor.account),
            "registration.decided",
            row.id.0,
            &detail,
        )
        .await
    }
}

/// How a decision is told.
type Telling =
    fn(&store::RegistrationRow, &EventFacts, &str, &Services) -> Result<crate::mail::Letter>;

/// Decisions are made while the event is published.
fn must_decide(event: &Coordinated) -> Result<()> {
    if event.row.state == EventState::Published {
        Ok(())
    } else {
        Err(Error::NotNow(msg!("manage-not-published")))
    }
}

async fn one(
    tx: &mut Tx,
    event: &Coordinated,
    id: RegistrationId,
) -> Result<store::RegistrationRow> {
    let row = store::registration(tx, event.row.id, id).await?;
    row.ok_or(Error::NotFound)
}
