//! Seats that become free, and who is offered them.
//!
//! Whoever frees a seat offers it in the same transaction to the first on the waiting list who
//! fits the quotas. No seat lies free while somebody who could have it waits.

mod answer;
mod quotas;

pub use answer::{Answered, Offer, OfferPage};
pub use quotas::{NewQuota, Quota, SeatSettings, SeatsPage};

pub use maktab_store::quotas::QuotaFor;

use crate::mail::{self, EventFacts, OfferWords};
use crate::registration::with_titles;
use crate::{Error, Result, Services};
use maktab_domain::{
    EventId, EventState, Guard, ParticipantRole, RegistrationEvent, RegistrationMode,
    RegistrationState, Span, Timestamp,
};
use maktab_store::registrations::{EventRow, RegistrationRow};
use maktab_store::seats::Claim;
use maktab_store::{Tx, links, queue, registrations, seats};

impl Services {
    /// Gives a seat back and offers what is free. The event's row is changed first, as in
    /// registering, so that no two transactions wait for each other.
    pub(crate) async fn release(&self, tx: &mut Tx, claim: &Claim<'_>) -> Result<()> {
        seats::free(tx, claim).await?;
        self.offer_seats(tx, claim.event, claim.role, 1).await
    }

    /// Offers participants' seats of which so many became free, as [`Services::offer_seats`].
    pub(crate) async fn offer_free_seats(
        &self,
        tx: &mut Tx,
        event: EventId,
        freed: usize,
    ) -> Result<()> {
        let role = ParticipantRole::Participant;
        self.offer_seats(tx, event, role, freed).await
    }

    /// Offers free seats, each to the first who waits and fits, while registration is open.
    /// Of an open event all that are free, so that nobody who comes later overtakes those who
    /// wait. Of others up to `freed` for people of this role: more are not offered though they be
    /// free, since those whom coordinators put on the waiting list are their reserve.
    pub(crate) async fn offer_seats(
        &self,
        tx: &mut Tx,
        event: EventId,
        role: ParticipantRole,
        freed: usize,
    ) -> Result<()> {
        if queue::first_who_fits(tx, event, None).await?.is_none() {
            return Ok(());
        }
        let row = registrations::event_by_id(tx, event).await?;
        let facts = with_titles(tx, row.ok_or(Error::NotFound)?).await?;
        let (most, whose) = match facts.row.registration_mode {
            RegistrationMode::Open => (usize::MAX, None),
            RegistrationMode::Approval
            | RegistrationMode::Nominated
            | RegistrationMode::Invited => (freed, Some(role)),
        };
        let Some(until) = answer_by(&facts.row, self.now()) else {
            if whose == Some(ParticipantRole::Participant) && freed > 0 {
                // Perhaps the closing is put off: then they are offered.
                seats::note_unoffered(tx, event, freed).await?;
            }
            return Ok(());
        };
        for _ in 0..most {
            let Some(row) = queue::first_who_fits(tx, event, whose).await? else {
                break;
            };
            if seats::take(tx, &row.claim()).await?.is_err() {
                break;
            }
            self.offer(tx, &row, &facts, until).await?;
        }
        Ok(())
    }

    /// Offers what is free once an event was changed: `freed` seats that came by it, and those
    /// that became free while registration was closed.
    pub(crate) async fn offer_anew(&self, tx: &mut Tx, event: EventId, freed: usize) -> Result<()> {
        let row = registrations::event_by_id(tx, event).await?;
        let open = row.is_some_and(|row| answer_by(&row, self.now()).is_some());
        let missed = match open {
            true => seats::recall_unoffered(tx, event).await?,
            false => 0,
        };
        let freed = freed.saturating_add(missed);
        self.offer_free_seats(tx, event, freed).await
    }

    /// Holds a seat that has been taken for somebody, and asks by mail whether they want it.
    async fn offer(
        &self,
        tx: &mut Tx,
        row: &RegistrationRow,
        facts: &EventFacts,
        until: Timestamp,
    ) -> Result<()> {
        let offered = RegistrationEvent::SeatOffered;
        let next = row.state.step(offered, &[Guard::SeatFree]);
        if next.is_err() || !queue::offer(tx, row.id, row.state, until).await? {
            return Err(Error::Failed(format!(
                "registration {} changed while its event was held still",
                row.id
            )));
        }
        let letter = self
            .offer_letter(tx, row, facts, until, OfferWords::Freed)
            .await?;
        self.post(tx, &letter).await?;
        let detail = serde_json::json!({ "event": facts.row.id, "until": until });
        self.record(tx, None, "registration.offered", row.id.0, &detail)
            .await
    }

    /// The letter of an offer, with a link that is good as long as the offer.
    pub(crate) async fn offer_letter(
        &self,
        tx: &mut Tx,
        row: &RegistrationRow,
        facts: &EventFacts,
        until: Timestamp,
        words: OfferWords,
    ) -> Result<mail::Letter> {
        let (hash, letter) = self.offer_with_link(row, facts, until, words)?;
        let (now, purpose) = (self.now(), links::Purpose::AnswerOffer);
        links::insert(tx, &hash, purpose, row.id.0, now, until).await?;
        Ok(letter)
    }

    /// The letter of an offer with a link, and the hash of the link, which is not stored yet.
    pub(crate) fn offer_with_link(
        &self,
        row: &RegistrationRow,
        facts: &EventFacts,
        until: Timestamp,
        words: OfferWords,
    ) -> Result<([u8; 32], mail::Letter)> {
        let secret = self.new_secret();
        let to = crate::accounts::address(&row.email)?;
        let locale = mail::language(&row.details.language);
        let name = &row.details.name_latin;
        let address = &self.settings().public_address;
        let letter = mail::offered(&to, locale, name, facts, &secret, until, address, words);
        Ok((secret.hash().0, letter))
    }
}

/// Until when a seat can be held for an answer; `None` where nothing is offered any more:
/// offers end with registration.
pub(crate) fn answer_by(row: &EventRow, now: Timestamp) -> Option<Timestamp> {
    let closes = row.registration_closes.min(row.starts_at);
    let open = row.state == EventState::Published && now < closes;
    open.then(|| (now + Span::hours(row.offer_hours)).min(closes))
}

/// Whether there is something to answer.
pub(crate) fn is_open_offer(row: &RegistrationRow, facts: &EventFacts, now: Timestamp) -> bool {
    row.state == RegistrationState::Offered
        && facts.row.state == EventState::Published
        && row.hold_until.is_some_and(|until| now < until)
}
