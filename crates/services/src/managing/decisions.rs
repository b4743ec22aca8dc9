//! Decisions on registrations: approving, declining, putting on the waiting list, withdrawing.
//! Each is told by mail, some minutes later: until then it can be undone.

use super::letters;
use super::turns::in_turn;
use crate::editing::{Coordinated, coordinated_alone, reason};
use crate::mail::{EventFacts, Letter, OfferWords};
use crate::seating::answer_by;
use crate::{Actor, Error, Result, Services};
use maktab_domain::{
    DecisionId, EventState, Guard, OutboxId, RegistrationEvent, RegistrationId, RegistrationState,
    Timestamp,
};
use maktab_locale::msg;
use maktab_store::{
    Tx, decisions, invitations, links, managing as store, queue, registrations, seats,
};
use uuid::Uuid;

/// What a coordinator decides on somebody who awaits a decision or a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// A place. Whoever was nominated is offered one, and agrees or does not.
    Approve,
    /// No place.
    Decline,
    /// Perhaps a place later.
    Wait,
}

/// What deciding has done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Decided {
    /// People on whom it was decided.
    pub done: usize,
    /// People for whom there was no seat, in the event or in a quota; they keep waiting.
    pub no_seat: usize,
    /// By this it can be undone.
    pub batch: Option<Uuid>,
}

/// A decision with what it needs to be carried out.
struct Case<'a> {
    actor: &'a Actor,
    facts: &'a EventFacts,
    batch: Uuid,
    at: Timestamp,
    why: Option<&'a str>,
}

impl Services {
    /// Decides on people who await a decision or a seat, in their turn, whatever the order of
    /// `ids`: where there are not enough seats, who came first gets one. Whoever has a
    /// place already, or has gone, is passed over. `why` is told to those who are declined.
    ///
    /// # Errors
    /// [`Error::Refused`] for the reason, which declining needs; [`Error::NotNow`]; a
    /// registration of another event; not found, or out of scope.
    pub async fn decide_registrations(
        &self,
        actor: &Actor,
        slug: &str,
        ids: &[RegistrationId],
        verdict: Verdict,
        why: &str,
    ) -> Result<Decided> {
        let mut tx = self.database().write().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        must_decide(&event)?;
        let why = match verdict {
            Verdict::Decline => Some(reason(why)?),
            Verdict::Approve | Verdict::Wait => None,
        };
        let facts = letters::facts(&mut tx, &event.row).await?;
        let batch = self.new_id(std::convert::identity);
        let case = Case {
            actor,
            facts: &facts,
            batch,
            at: self.now(),
            why: why.as_deref(),
        };
        let mut decided = Decided::default();
        let mut rows = Vec::with_capacity(ids.len());
        for &id in ids {
            rows.push(one(&mut tx, &event, id).await?);
        }
        for row in in_turn(rows) {
            match verdict {
                Verdict::Approve => match self.approve(&mut tx, &case, &row).await? {
                    Some(true) => decided.done += 1,
                    Some(false) => decided.no_seat += 1,
                    None => {}
                },
                Verdict::Decline | Verdict::Wait => {
                    let what = match verdict {
                        Verdict::Wait => RegistrationEvent::PutOnWaitingList,
                        _ => RegistrationEvent::Refused,
                    };
                    if let Ok(to) = row.state.step(what, &[]) {
                        self.decide(&mut tx, &case, &row, to, None).await?;
                        decided.done += 1;
                    }
                }
            }
        }
        decided.batch = (decided.done > 0).then_some(batch);
        tx.commit().await?;
        self.wake_background();
        Ok(decided)
    }

    /// Gives a place, or offers one to somebody who was nominated and has agreed to nothing
    /// yet; `Some(false)` where no seat is free, `None` where nothing is to be approved.
    async fn approve(
        &self,
        tx: &mut Tx,
        case: &Case<'_>,
        row: &store::RegistrationRow,
    ) -> Result<Option<bool>> {
        let what = match row.consent_version.is_empty() {
            true => RegistrationEvent::SeatOffered,
            false => RegistrationEvent::Approved,
        };
        if row.state.after(what).is_none() {
            return Ok(None);
        }
        let until = match what {
            RegistrationEvent::SeatOffered => match answer_by(&case.facts.row, self.now()) {
                // The mail leaves when the decision can be undone no more.
                Some(until) if self.now() + self.settings().undo < until => Some(until),
                _ => return Err(Error::NotNow(msg!("manage-offers-over"))),
            },
            _ => None,
        };
        let free = seats::take(tx, &row.claim())
            .await?
            .ok()
            .map(|()| Guard::SeatFree);
        let Ok(to) = row.state.step(what, free.as_slice()) else {
            return Ok(Some(false));
        };
        self.decide(tx, case, row, to, until).await?;
        Ok(Some(true))
    }

    /// Moves a registration, tells the person, and keeps the decision.
    async fn decide(
        &self,
        tx: &mut Tx,
        case: &Case<'_>,
        row: &store::RegistrationRow,
        to: RegistrationState,
        until: Option<Timestamp>,
    ) -> Result<()> {
        self.move_to(tx, case, row, to, until).await?;
        rank(tx, row).await?;
        let facts = case.facts;
        let letter = match (to, until) {
            (RegistrationState::Offered, Some(until)) => {
                let row = registrations::by_id(tx, row.id).await?;
                let row = row.ok_or(Error::NotFound)?;
                self.offer_letter(tx, &row, facts, until, OfferWords::Nominated)
                    .await?
            }
            (RegistrationState::Waitlisted, _) => {
                let place = queue::place(tx, row.id).await?;
                letters::waitlisted(row, facts, place, self)?
            }
            (RegistrationState::Declined, _) => {
                letters::declined(row, facts, case.why.unwrap_or_default(), self)?
            }
            _ => letters::approved(row, facts, self)?,
        };
        let mail = self.post_decision(tx, &letter).await?;
        self.keep(tx, case, row, to, Some(mail)).await
    }

    async fn post_decision(&self, tx: &mut Tx, letter: &Letter) -> Result<OutboxId> {
        let due = self.now() + self.settings().undo;
        self.post_at(tx, letter, due).await
    }

    async fn keep(
        &self,
        tx: &mut Tx,
        case: &Case<'_>,
        row: &store::RegistrationRow,
        to: RegistrationState,
        mail: Option<OutboxId>,
    ) -> Result<()> {
        let decision = decisions::NewDecision {
            id: self.new_id(DecisionId),
            registration: row.id,
            batch: case.batch,
            from: row.state,
            to,
            reason: case.why,
            by: case.actor.account,
            at: case.at,
            mail,
        };
        Ok(decisions::insert(tx, &decision).await?)
    }

    async fn move_to(
        &self,
        tx: &mut Tx,
        case: &Case<'_>,
        row: &store::RegistrationRow,
        to: RegistrationState,
        until: Option<Timestamp>,
    ) -> Result<()> {
        let from = row.state;
        let decision = store::Move {
            id: row.id,
            from,
            to,
            reason: case.why,
            hold_until: until,
            at: case.at,
        };
        if !store::move_registration(tx, decision).await? {
            return Err(Error::NotNow(msg!("manage-registration-moved")));
        }
        let detail = serde_json::json!({ "from": from, "to": to, "reason": case.why });
        let account = Some(case.actor.account);
        self.record(tx, account, "registration.decided", row.id.0, &detail)
            .await
    }

    /// Takes somebody's place or place in the queue back, with a reason. What becomes free is
    /// offered at once, so this cannot be undone.
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
        let mut tx = self.database().write().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        must_decide(&event)?;
        let row = one(&mut tx, &event, id).await?;
        let to = row.state.step(RegistrationEvent::Withdrawn, &[]);
        let to = to.map_err(|_| Error::NotNow(msg!("manage-registration-moved")))?;
        let why = reason(why)?;
        let facts = letters::facts(&mut tx, &event.row).await?;
        let case = Case {
            actor,
            facts: &facts,
            batch: self.new_id(std::convert::identity),
            at: self.now(),
            why: Some(&why),
        };
        self.move_to(&mut tx, &case, &row, to, None).await?;
        let purpose = links::Purpose::AnswerOffer;
        links::use_up_all(&mut tx, row.id.0, purpose, self.now()).await?;
        decisions::take_mails_back(&mut tx, row.id).await?;
        // Who had a place and lost it does not come back by the same link.
        if let (RegistrationState::Pending, Some(invitation)) = (row.state, row.invitation_id) {
            invitations::give_back(&mut tx, invitation).await?;
        }
        // To an address that is not proven nothing is written: a stranger may have typed it.
        let mail = match row.state {
            RegistrationState::Pending => None,
            _ => {
                let letter = letters::withdrawn(&row, &facts, &why, self)?;
                Some(self.post(&mut tx, &letter).await?)
            }
        };
        self.keep(&mut tx, &case, &row, to, mail).await?;
        if row.holds_seat() {
            self.release(&mut tx, &row.claim()).await?;
        }
        tx.commit().await?;
        self.wake_background();
        Ok(())
    }

    /// Sets whose turn it is on the waiting list: the higher first, among equals who came first.
    ///
    /// # Errors
    /// [`Error::NotNow`] where the person does not wait; not found, or out of scope.
    pub async fn set_priority(
        &self,
        actor: &Actor,
        slug: &str,
        id: RegistrationId,
        first: bool,
    ) -> Result<()> {
        let mut tx = self.database().write().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        let row = one(&mut tx, &event, id).await?;
        let priority = i64::from(first);
        if !queue::set_priority(&mut tx, event.row.id, id, priority).await? {
            return Err(Error::NotNow(msg!("manage-registration-moved")));
        }
        rank(&mut tx, &row).await?;
        let detail = serde_json::json!({ "priority": priority });
        let account = Some(actor.account);
        self.record(&mut tx, account, "registration.priority", id.0, &detail)
            .await?;
        Ok(tx.commit().await?)
    }
}

/// Decisions are made while the event is published.
pub(super) fn must_decide(event: &Coordinated) -> Result<()> {
    if event.row.state == EventState::Published {
        Ok(())
    } else {
        Err(Error::NotNow(msg!("manage-not-published")))
    }
}

/// Keeps the order of the country among those who wait, where somebody was nominated.
pub(super) async fn rank(tx: &mut Tx, row: &store::RegistrationRow) -> Result<()> {
    if row.nominated_place.is_some() {
        queue::rank(tx, row.event_id, &row.details.country).await?;
    }
    Ok(())
}

/// A registration of this very event.
pub(super) async fn one(
    tx: &mut Tx,
    event: &Coordinated,
    id: RegistrationId,
) -> Result<store::RegistrationRow> {
    let row = store::registration(tx, event.row.id, id).await?;
    row.ok_or(Error::NotFound)
}
