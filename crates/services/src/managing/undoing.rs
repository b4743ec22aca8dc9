//! Taking decisions on registrations back, while the mails that tell them have not left: all that
//! were taken together, or one.

use super::decisions::{one, rank};
use crate::editing::{Coordinated, coordinated_alone};
use crate::{Actor, Error, Result, Services};
use maktab_domain::{
    DecisionId, Guard, RegistrationEvent, RegistrationId, RegistrationState, Timestamp,
};
use maktab_locale::msg;
use maktab_store::{Tx, decisions, links, managing as store, outbox, queue, seats};
use uuid::Uuid;

/// What undoing has done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Undone {
    /// Decisions that were taken back.
    pub done: usize,
    /// Decisions whose mail has left, or whose people have moved on.
    pub too_late: usize,
}

/// Decisions that were taken together and can still be undone.
#[derive(Debug, Clone, Copy)]
pub struct Undoable {
    /// By this.
    pub batch: Uuid,
    /// Where they put the people; one of both where approving gave places to some and offers to
    /// others.
    pub to: RegistrationState,
    /// How many there are.
    pub count: i64,
    /// When they were taken.
    pub decided: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// The latest decision on one registration, which can still be undone.
#[derive(Debug, Clone, Copy)]
pub struct UndoableDecision {
    /// The decision.
    pub id: DecisionId,
    /// Until when.
    pub until: Timestamp,
}

impl Services {
    /// The decisions of an event that can still be undone, the latest first.
    ///
    /// # Errors
    /// The database failed.
    pub(super) async fn undoable(&self, tx: &mut Tx, event: &Coordinated) -> Result<Vec<Undoable>> {
        let now = self.now();
        let found = decisions::undoable(tx, event.row.id).await?;
        let in_time = found.into_iter().filter(|batch| now < batch.leaves_at);
        let undoable = in_time.map(|batch| Undoable {
            batch: batch.batch_id,
            to: batch.to_state,
            count: batch.people,
            decided: batch.decided_at,
            until: batch.leaves_at,
        });
        Ok(undoable.collect())
    }

    /// The latest decision on a registration, where it can still be undone.
    ///
    /// # Errors
    /// The database failed.
    pub(super) async fn undoable_decision(
        &self,
        tx: &mut Tx,
        id: RegistrationId,
    ) -> Result<Option<UndoableDecision>> {
        let now = self.now();
        let found = decisions::undoable_of(tx, id).await?;
        let in_time = found.filter(|&(_, until)| now < until);
        Ok(in_time.map(|(id, until)| UndoableDecision { id, until }))
    }

    /// Undoes one decision on one registration whose mail has not left; `false` where it has, or
    /// the person has moved on. What was decided together with it stands.
    ///
    /// # Errors
    /// Not found, or out of scope.
    pub async fn undo_decision(
        &self,
        actor: &Actor,
        slug: &str,
        registration: RegistrationId,
        decision: DecisionId,
    ) -> Result<bool> {
        let mut tx = self.database().write().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        one(&mut tx, &event, registration).await?;
        let found = decisions::of_registration(&mut tx, registration, decision).await?;
        let undone = match &found {
            Some(decision) => self.undo_one(&mut tx, actor, &event, decision).await?,
            None => false,
        };
        tx.commit().await?;
        self.wake_background();
        Ok(undone)
    }

    /// Undoes decisions whose mail has not left: everybody stands where they stood, at the same
    /// place of the waiting list. Seats are as free as they were: none is offered for it.
    ///
    /// # Errors
    /// Not found, or out of scope.
    pub async fn undo_decisions(&self, actor: &Actor, slug: &str, batch: Uuid) -> Result<Undone> {
        let mut tx = self.database().write().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        let all = decisions::of_batch(&mut tx, event.row.id, batch).await?;
        let mut undone = Undone::default();
        for decision in &all {
            match self.undo_one(&mut tx, actor, &event, decision).await? {
                true => undone.done += 1,
                false => undone.too_late += 1,
            }
        }
        tx.commit().await?;
        self.wake_background();
        Ok(undone)
    }

    async fn undo_one(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        event: &Coordinated,
        decision: &decisions::DecisionRow,
    ) -> Result<bool> {
        let what = match decision.from_state {
            RegistrationState::Submitted => RegistrationEvent::UndoneToDecision,
            RegistrationState::Waitlisted => RegistrationEvent::UndoneToWaitingList,
            _ => return Ok(false),
        };
        let row = one(tx, event, decision.registration_id).await?;
        let Some(mail) = decision.outbox_id else {
            return Ok(false);
        };
        // The person may have answered, given up or registered anew meanwhile.
        let waits = outbox::is_waiting(tx, mail).await?;
        let waits = waits.then_some(Guard::MailNotSent);
        let back = row.state.step(what, waits.as_slice());
        let from = decision.to_state;
        let (Ok(to), true) = (back, row.state == from) else {
            return Ok(false);
        };
        if from == RegistrationState::Waitlisted && row.nominated_place.is_some() {
            let country = &row.details.country;
            queue::unrank(tx, row.event_id, country, row.id, decision.decided_at).await?;
        }
        if !store::put_back(tx, row.id, from, to).await? {
            return Ok(false);
        }
        if !outbox::take_back(tx, mail).await? {
            // Somebody began to send it in this very moment.
            return Err(Error::NotNow(msg!("manage-undo-too-late")));
        }
        rank(tx, &row).await?;
        if row.holds_seat() {
            seats::free(tx, &row.claim()).await?;
        }
        let purpose = links::Purpose::AnswerOffer;
        links::use_up_all(tx, row.id.0, purpose, self.now()).await?;
        decisions::undo(tx, decision.id, self.now()).await?;
        let detail = serde_json::json!({ "from": from, "to": to });
        let account = Some(actor.account);
        self.record(
            tx,
            account,
            "registration.decision-undone",
            row.id.0,
            &detail,
        )
        .await?;
        Ok(true)
    }
}
