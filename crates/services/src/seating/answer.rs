//! Answering the offer of a seat: by the link of the mail, or signed in.

use super::is_open_offer;
use crate::mail::EventFacts;
use crate::registration::confirm::{Proven, find, load, load_held};
use crate::registration::{CONSENT_VERSION, EventBrief};
use crate::sign_in::{Browser, NewSignIn};
use crate::{Actor, Error, Result, Services};
use maktab_domain::{
    AccountId, EventState, Guard, RegistrationEvent, RegistrationId, RegistrationState, Timestamp,
};
use maktab_store::registrations::{EndedBy, RegistrationRow};
use maktab_store::{Tx, accounts, decisions, links, queue, registrations};

/// An offer as its page shows it.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The registration.
    pub id: RegistrationId,
    /// For which event.
    pub event: EventBrief,
    /// Whose place it would be.
    pub name: String,
    /// First instant at which it is too late.
    pub until: Timestamp,
    /// Whether the person was nominated, and so has not agreed to anything yet.
    pub nominated: bool,
}

/// What the link of an offer leads to.
#[derive(Debug, Clone)]
pub enum OfferPage {
    /// An offer that can be answered.
    Open(Box<Offer>),
    /// It was accepted: the place is the person's.
    Accepted(Box<EventBrief>),
    /// The time has run out, or it was declined or taken back.
    Over(Box<EventBrief>),
    /// The event will not take place.
    EventCancelled(Box<EventBrief>),
    /// There is no such link.
    Unknown,
}

/// What answering came to.
#[derive(Debug)]
pub enum Answered {
    /// The place is the person's.
    Accepted {
        /// Whose account it is.
        account: AccountId,
        /// The browser is signed in where the link proved the address for the first time or is
        /// young; never into accounts that are trusted with more than a trainee's.
        sign_in: Option<NewSignIn>,
    },
    /// The seat is free for others.
    Declined,
    /// Not possible; what the page says.
    Not(OfferPage),
}

/// Of the mail that offers.
const LINK: links::Purpose = links::Purpose::AnswerOffer;

impl Services {
    /// What the link of an offer leads to. Changes nothing.
    ///
    /// # Errors
    /// The database failed.
    pub async fn offer_page(&self, token: &str) -> Result<OfferPage> {
        let mut tx = self.database().read().await?;
        let Some(link) = find(&mut tx, token, LINK).await? else {
            return Ok(OfferPage::Unknown);
        };
        let loaded = load(&mut tx, RegistrationId(link.subject)).await?;
        Ok(loaded.map_or(OfferPage::Unknown, |(row, facts)| {
            page(&row, &facts, self.now())
        }))
    }

    /// Accepts an offer by the link of its mail. Who was nominated agrees to the text on
    /// privacy by it.
    ///
    /// # Errors
    /// [`Error::Forbidden`] where the account was disabled, or the database failed.
    pub async fn accept_offer(&self, token: &str, browser: &Browser) -> Result<Answered> {
        let mut tx = self.database().write().await?;
        let (link, row, facts) = match self.answerable(&mut tx, token).await? {
            Ok(found) => found,
            Err(page) => return Ok(Answered::Not(page)),
        };
        let proven = self.accept(&mut tx, &row, &facts).await?;
        let young = self.now() - link.created_at < self.settings().link_life;
        let may_open = proven.first || young;
        let sign_in = match may_open && !accounts::is_staff(&mut tx, proven.account).await? {
            true => Some(self.open_sign_in(&mut tx, proven.account, browser).await?),
            false => None,
        };
        tx.commit().await?;
        self.wake_background();
        Ok(Answered::Accepted {
            account: proven.account,
            sign_in,
        })
    }

    /// Declines an offer by the link of its mail; the seat is offered to the next.
    ///
    /// # Errors
    /// The database failed.
    pub async fn decline_offer(&self, token: &str) -> Result<Answered> {
        let mut tx = self.database().write().await?;
        let (_, row, _) = match self.answerable(&mut tx, token).await? {
            Ok(found) => found,
            Err(page) => return Ok(Answered::Not(page)),
        };
        self.give_up(&mut tx, &row, None).await?;
        tx.commit().await?;
        self.wake_background();
        Ok(Answered::Declined)
    }

    /// Accepts an offer of one's own.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it is somebody else's, [`Error::NotNow`] where it is too late,
    /// or the database failed.
    pub async fn accept_own_offer(&self, actor: &Actor, id: RegistrationId) -> Result<()> {
        let mut tx = self.database().write().await?;
        let (row, facts) = self.own_offer(&mut tx, actor, id).await?;
        self.accept(&mut tx, &row, &facts).await?;
        tx.commit().await?;
        self.wake_background();
        Ok(())
    }

    /// Declines an offer of one's own; the seat is offered to the next.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it is somebody else's, [`Error::NotNow`] where it is too late,
    /// or the database failed.
    pub async fn decline_own_offer(&self, actor: &Actor, id: RegistrationId) -> Result<()> {
        let mut tx = self.database().write().await?;
        let (row, _) = self.own_offer(&mut tx, actor, id).await?;
        self.give_up(&mut tx, &row, Some(actor.account)).await?;
        tx.commit().await?;
        self.wake_background();
        Ok(())
    }

    async fn own_offer(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        id: RegistrationId,
    ) -> Result<(RegistrationRow, EventFacts)> {
        let held = load_held(tx, id).await?;
        let own = held.filter(|(row, _)| row.person_id == actor.person);
        let (row, facts) = own.ok_or(Error::NotFound)?;
        if is_open_offer(&row, &facts, self.now()) {
            Ok((row, facts))
        } else {
            Err(Error::NotNow("offer-over-text"))
        }
    }

    /// The offer of a link that can be answered now, with its event held still; else what the page
    /// of the link says.
    async fn answerable(
        &self,
        tx: &mut Tx,
        token: &str,
    ) -> Result<Result<(links::LinkRow, RegistrationRow, EventFacts), OfferPage>> {
        let Some(link) = find(tx, token, LINK).await? else {
            return Ok(Err(OfferPage::Unknown));
        };
        let held = load_held(tx, RegistrationId(link.subject)).await?;
        // The link as it is now that nobody else can use it.
        let (Some((row, facts)), Some(link)) = (held, find(tx, token, LINK).await?) else {
            return Ok(Err(OfferPage::Unknown));
        };
        let now = self.now();
        Ok(match page(&row, &facts, now) {
            OfferPage::Open(_) if link.used_at.is_none() => Ok((link, row, facts)),
            // The link was used: whatever became of it is over for this link.
            OfferPage::Open(offer) => Err(OfferPage::Over(Box::new(offer.event))),
            other => Err(other),
        })
    }

    async fn accept(
        &self,
        tx: &mut Tx,
        row: &RegistrationRow,
        facts: &EventFacts,
    ) -> Result<Proven> {
        let now = self.now();
        let in_time = Guard::deadline(is_open_offer(row, facts, now));
        let next = row.state.step(RegistrationEvent::OfferAccepted, &[in_time]);
        let next = next.map_err(|_| Error::NotNow("offer-over-text"))?;
        let consent = row.consent_version.is_empty().then_some(CONSENT_VERSION);
        if !queue::accept(tx, row.id, now, consent).await? {
            return Err(Error::NotNow("offer-over-text"));
        }
        links::use_up_all(tx, row.id.0, LINK, now).await?;
        // What was decided and not told yet is no longer true.
        decisions::take_mails_back(tx, row.id).await?;
        let proven = self.prove(tx, row, next).await?;
        self.tell_standing(tx, row, next, facts).await?;
        let nothing = serde_json::json!({});
        let account = Some(proven.account);
        self.record(
            tx,
            account,
            "registration.offer-accepted",
            row.id.0,
            &nothing,
        )
        .await?;
        Ok(proven)
    }

    async fn give_up(
        &self,
        tx: &mut Tx,
        row: &RegistrationRow,
        account: Option<AccountId>,
    ) -> Result<()> {
        let now = self.now();
        let gone = row.state.step(RegistrationEvent::Withdrawn, &[]);
        let by = EndedBy::Person;
        if gone.is_err() || !registrations::cancel(tx, row.id, row.state, by, now).await? {
            return Err(Error::NotNow("offer-over-text"));
        }
        links::use_up_all(tx, row.id.0, LINK, now).await?;
        // What was decided and not told yet is no longer true.
        decisions::take_mails_back(tx, row.id).await?;
        let nothing = serde_json::json!({});
        self.record(
            tx,
            account,
            "registration.offer-declined",
            row.id.0,
            &nothing,
        )
        .await?;
        self.release(tx, &row.claim()).await
    }
}

fn page(row: &RegistrationRow, facts: &EventFacts, now: Timestamp) -> OfferPage {
    let event = EventBrief::of(facts, now);
    if facts.row.state == EventState::Cancelled {
        return OfferPage::EventCancelled(Box::new(event));
    }
    match (row.state, row.hold_until) {
        (RegistrationState::Confirmed, _) => OfferPage::Accepted(Box::new(event)),
        (RegistrationState::Offered, Some(until)) if is_open_offer(row, facts, now) => {
            OfferPage::Open(Box::new(Offer {
                id: row.id,
                event,
                name: row.details.name_latin.clone(),
                until,
                nominated: row.consent_version.is_empty(),
            }))
        }
        _ => OfferPage::Over(Box::new(event)),
    }
}
