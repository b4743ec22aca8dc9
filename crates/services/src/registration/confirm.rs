//! Confirming the address of a registration: by the link of the mail, or as the
//! signed-in person whom the address belongs to.

use super::register::proving;
use super::{DetailsForm, EventBrief, with_titles};
use crate::mail::EventFacts;
use crate::sign_in::{Browser, NewSignIn};
use crate::{Actor, Error, Result, Secret, Services};
use maktab_domain::{
    AccountId, EventState, Guard, NoStep, RegistrationId, RegistrationMode, RegistrationState,
    Timestamp,
};
use maktab_store::registrations::RegistrationRow;
use maktab_store::{Tx, accounts, links, people, registrations, seats};

/// What the link of a mail leads to.
#[derive(Debug, Clone)]
pub enum Confirmation {
    /// A registration that waits to be confirmed.
    Waits {
        /// For which event.
        event: Box<EventBrief>,
        /// Everything that was typed, to be looked at before it is confirmed.
        typed: Box<DetailsForm>,
    },
    /// The form was sent again since: the link of the newest mail counts.
    Newer(Box<EventBrief>),
    /// It was confirmed before.
    Already(Box<EventBrief>),
    /// The time ran out, or it was given up: register again.
    Over(Box<EventBrief>),
    /// The event will not take place.
    EventCancelled(Box<EventBrief>),
    /// There is no such link.
    Unknown,
}

/// What confirming came to.
#[derive(Debug)]
pub enum Confirmed {
    /// Done.
    Done {
        /// Where the registration stands now.
        state: RegistrationState,
        /// Whose it is.
        account: AccountId,
        /// The browser is signed in where this proved the address for the first time, or while
        /// the link is as young as one to sign in with; never into accounts that are trusted
        /// with more than a trainee's.
        sign_in: Option<NewSignIn>,
    },
    /// Not possible; what the page says.
    Not(Confirmation),
}

/// Of the mail that asks to confirm.
const LINK: links::Purpose = links::Purpose::ConfirmRegistration;

impl Services {
    /// What the link of a mail leads to. Changes nothing.
    ///
    /// # Errors
    /// The database failed.
    pub async fn confirmation(&self, token: &str) -> Result<Confirmation> {
        let mut tx = self.database().read().await?;
        let Some(link) = find(&mut tx, token, LINK).await? else {
            return Ok(Confirmation::Unknown);
        };
        let loaded = load(&mut tx, RegistrationId(link.subject)).await?;
        Ok(loaded.map_or(Confirmation::Unknown, |(row, facts)| {
            judge(&link, &row, &facts, self.now())
        }))
    }

    /// Confirms a registration by the link of a mail, and signs the browser in where it may.
    ///
    /// # Errors
    /// [`Error::Forbidden`] where the account was disabled, or the database failed.
    pub async fn confirm_registration(&self, token: &str, browser: &Browser) -> Result<Confirmed> {
        let now = self.now();
        let mut tx = self.database().write().await?;
        let unknown = Confirmed::Not(Confirmation::Unknown);
        let Some(link) = find(&mut tx, token, LINK).await? else {
            return Ok(unknown);
        };
        let held = load_held(&mut tx, RegistrationId(link.subject)).await?;
        // The link as it is now that nobody else can use it.
        let (Some((row, facts)), Some(link)) = (held, find(&mut tx, token, LINK).await?) else {
            return Ok(unknown);
        };
        let found = judge(&link, &row, &facts, now);
        if !matches!(found, Confirmation::Waits { .. }) {
            return Ok(Confirmed::Not(found));
        }
        let Some(proven) = self.make_confirmed(&mut tx, &row, &facts).await? else {
            let event = Box::new(EventBrief::of(&facts, now));
            return Ok(Confirmed::Not(Confirmation::Over(event)));
        };
        let Proven { state, account, .. } = proven;
        let young = now - link.created_at < self.settings().link_life;
        let may_open = (proven.first || young) && !accounts::is_staff(&mut tx, account).await?;
        let sign_in = match may_open {
            true => Some(self.open_sign_in(&mut tx, account, browser).await?),
            false => None,
        };
        tx.commit().await?;
        self.wake_background();
        Ok(Confirmed::Done {
            state,
            account,
            sign_in,
        })
    }

    /// Confirms a pending registration of one's own: to be signed in has proven the address.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it is somebody else's, [`Error::NotNow`] where the time ran
    /// out, [`Error::Forbidden`] where the account was disabled, or the database failed.
    pub async fn confirm_own(
        &self,
        actor: &Actor,
        id: RegistrationId,
    ) -> Result<RegistrationState> {
        let mut tx = self.database().write().await?;
        let held = load_held(&mut tx, id).await?;
        let own = held.filter(|(row, _)| row.person_id == actor.person);
        let (row, facts) = own.ok_or(Error::NotFound)?;
        if row.state != RegistrationState::Pending {
            return Ok(row.state);
        }
        let held = row.hold_until.is_some_and(|until| until > self.now());
        if !held || facts.row.state != EventState::Published {
            return Err(Error::NotNow("confirm-over-text"));
        }
        let confirmed = self.make_confirmed(&mut tx, &row, &facts).await?;
        let proven = confirmed.ok_or(Error::NotNow("confirm-over-text"))?;
        tx.commit().await?;
        self.wake_background();
        Ok(proven.state)
    }

    /// The address is proven: the registration moves on, and there is an account.
    async fn make_confirmed(
        &self,
        tx: &mut Tx,
        row: &RegistrationRow,
        facts: &EventFacts,
    ) -> Result<Option<Proven>> {
        let happens = proving(mode_of(row, facts), row.holds_seat());
        let in_time = row.hold_until.is_some_and(|until| self.now() < until);
        let holding = [Guard::seat(row.holds_seat()), Guard::deadline(in_time)];
        let Ok(next) = row.state.step(happens, &holding) else {
            return Ok(None);
        };
        if !registrations::confirm(tx, row.id, next, self.now()).await? {
            return Ok(None);
        }
        if row.holds_seat() && !next.holds_seat(false) {
            // The event has come to be decided by coordinators since: they give the seats.
            self.release(tx, &row.claim()).await?;
        }
        let proven = self.prove(tx, row, next).await?;
        links::use_up_all(tx, row.id.0, LINK, self.now()).await?;
        self.tell_standing(tx, row, next, facts).await?;
        if next == RegistrationState::Waitlisted {
            // A seat may have become free since, while nobody waited.
            self.offer_seats(tx, row.event_id, row.role, 1).await?;
        }
        let detail = serde_json::json!({ "state": next.code() });
        let action = "registration.confirmed-address";
        self.record(tx, Some(proven.account), action, row.id.0, &detail)
            .await?;
        Ok(Some(proven))
    }

    /// Notes that the address of a registration is its person's, and sees to an account. The
    /// details become the person's own where there are none that she has confirmed before.
    pub(crate) async fn prove(
        &self,
        tx: &mut Tx,
        row: &RegistrationRow,
        state: RegistrationState,
    ) -> Result<Proven> {
        let now = self.now();
        let person = people::by_id(tx, row.person_id).await?;
        let first = person.is_none_or(|person| person.email_verified_at.is_none());
        if first {
            people::update(tx, row.person_id, &row.details, now).await?;
            people::verify_email(tx, row.person_id, now).await?;
        }
        let account = self.new_id(AccountId);
        let account = accounts::ensure(tx, account, row.person_id, now).await?;
        let opened = accounts::by_id(tx, account).await?;
        if opened.is_none_or(|account| account.disabled_at.is_some()) {
            return Err(Error::Forbidden);
        }
        Ok(Proven {
            state,
            account,
            first,
        })
    }
}

/// The link of a mail.
pub(crate) async fn find(
    tx: &mut Tx,
    token: &str,
    purpose: links::Purpose,
) -> Result<Option<links::LinkRow>> {
    match Secret::parse(token) {
        Some(secret) => Ok(links::find(tx, &secret.hash().0, purpose).await?),
        None => Ok(None),
    }
}

/// What a link leads to.
fn judge(
    link: &links::LinkRow,
    row: &RegistrationRow,
    facts: &EventFacts,
    now: Timestamp,
) -> Confirmation {
    let event = Box::new(EventBrief::of(facts, now));
    let good = link.used_at.is_none() && link.expires_at > now;
    let held = row.hold_until.is_some_and(|until| until > now);
    let published = facts.row.state == EventState::Published;
    match row.state {
        RegistrationState::Pending if good && held && published => Confirmation::Waits {
            event,
            typed: Box::new(DetailsForm::from_row(&row.details)),
        },
        RegistrationState::Pending if held && published && link.used_at.is_some() => {
            Confirmation::Newer(event)
        }
        RegistrationState::Pending | RegistrationState::Cancelled | RegistrationState::Declined => {
            match facts.row.state {
                EventState::Cancelled => Confirmation::EventCancelled(event),
                _ => Confirmation::Over(event),
            }
        }
        _ => Confirmation::Already(event),
    }
}

/// Where somebody stands at once who has been invited, and whose address the link has proven.
pub(crate) fn invited(has_seat: bool) -> Result<RegistrationState, NoStep> {
    let happens = proving(RegistrationMode::Invited, has_seat);
    RegistrationState::Pending.step(happens, &[Guard::seat(has_seat)])
}

/// How somebody has come to the event: who was invited has been decided on already.
pub(crate) const fn mode_of(row: &RegistrationRow, facts: &EventFacts) -> RegistrationMode {
    match row.invitation_id {
        Some(_) => RegistrationMode::Invited,
        None => facts.row.registration_mode,
    }
}

/// An address that was proven by confirming a registration or accepting an offer.
pub(crate) struct Proven {
    pub state: RegistrationState,
    pub account: AccountId,
    /// Whether it had never been proven before.
    pub first: bool,
}

/// A registration with its event.
pub(crate) async fn load(
    tx: &mut Tx,
    id: RegistrationId,
) -> Result<Option<(RegistrationRow, EventFacts)>> {
    let Some(row) = registrations::by_id(tx, id).await? else {
        return Ok(None);
    };
    let event = registrations::event_by_id(tx, row.event_id).await?;
    let facts = with_titles(tx, event.ok_or(Error::NotFound)?).await?;
    Ok(Some((row, facts)))
}

/// A registration with its event, as they stay until the transaction ends: the seats of the event
/// are held still before anything is read that a change depends on. Always before anything else
/// is changed, so that no two transactions wait for each other.
pub(crate) async fn load_held(
    tx: &mut Tx,
    id: RegistrationId,
) -> Result<Option<(RegistrationRow, EventFacts)>> {
    let Some(row) = registrations::by_id(tx, id).await? else {
        return Ok(None);
    };
    seats::hold_still(tx, row.event_id).await?;
    load(tx, id).await
}
