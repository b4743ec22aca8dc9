//! Using an invitation: registering by its link, or declining it.

use crate::limits::{MAILS, REGISTRATIONS};
use crate::mail::{self, EventFacts};
use crate::registration::confirm;
use crate::registration::register::awaits;
use crate::registration::{
    CONSENT_VERSION, DetailsForm, EventBrief, RegistrationForm, with_titles,
};
use crate::sign_in::{Browser, NewSignIn};
use crate::{Actor, Error, Result, Secret, Services};
use maktab_domain::{
    AccountId, EmailAddress, EventState, ParticipantRole, PersonId, RegistrationEvent,
    RegistrationId, RegistrationMode, RegistrationState, Timestamp,
};
use maktab_locale::Locale;
use maktab_store::invitations::{self as store, InvitationRow};
use maktab_store::people::Details;
use maktab_store::registrations::{EndedBy, RegistrationRow};
use maktab_store::seats::{self, Claim};
use maktab_store::{Tx, accounts, links, people, registrations};

/// What the link of an invitation leads to.
#[derive(Debug, Clone)]
pub enum InvitationPage {
    /// One can register by it.
    Open(Box<OpenInvitation>),
    /// It was used, as often as it allows.
    Used(Box<EventBrief>),
    /// It was declined.
    Declined(Box<EventBrief>),
    /// It was taken back, or its time has run out, or the event is over.
    Over(Box<EventBrief>),
    /// The event will not take place.
    EventCancelled(Box<EventBrief>),
    /// There is no such link.
    Unknown,
}

/// An invitation that can be used.
#[derive(Debug, Clone)]
pub struct OpenInvitation {
    /// For which event.
    pub event: EventBrief,
    /// As what.
    pub role: ParticipantRole,
    /// The address to register with; `None` where any can be typed.
    pub email: Option<String>,
    /// Whether it may be passed on.
    pub forwarding: bool,
    /// Whether it can still be declined: nobody has registered by it.
    pub can_decline: bool,
    /// First instant at which it is too late.
    pub until: Timestamp,
    /// Codes of the countries of the programme, in their order.
    pub countries: Vec<String>,
    /// What is known of the person already.
    pub known: DetailsForm,
}

/// What registering by an invitation came to.
#[derive(Debug)]
pub enum Accepted {
    /// The registration stands there now.
    Done {
        /// Where the registration stands.
        state: RegistrationState,
        /// Whose it is.
        account: AccountId,
        /// The browser is signed in as the person, where the address was proven and the account
        /// is trusted with no more than a trainee's.
        sign_in: Option<NewSignIn>,
    },
    /// Another address was typed: a mail to it says how to go on.
    CheckMail,
    /// The person is registered for the event, and the registration stands there; the
    /// invitation was not used.
    Already(RegistrationState),
    /// No seat is left, and nobody may wait for one; the invitation was not used.
    Full,
    /// Not possible; what the page says.
    Not(InvitationPage),
}

/// An invitation that is being used.
struct Use<'a> {
    invitation: &'a InvitationRow,
    facts: &'a EventFacts,
    email: &'a EmailAddress,
    details: &'a Details,
    locale: Locale,
    now: Timestamp,
}

impl Services {
    /// What the link of an invitation leads to. Changes nothing.
    ///
    /// # Errors
    /// The database failed.
    pub async fn invitation_page(
        &self,
        actor: Option<&Actor>,
        token: &str,
    ) -> Result<InvitationPage> {
        let countries = self.countries().await?;
        let mut tx = self.database().read().await?;
        match found(&mut tx, token).await? {
            Some((row, facts)) => self.page(&mut tx, actor, &row, &facts, countries).await,
            None => Ok(InvitationPage::Unknown),
        }
    }

    async fn page(
        &self,
        tx: &mut Tx,
        actor: Option<&Actor>,
        row: &InvitationRow,
        facts: &EventFacts,
        countries: Vec<String>,
    ) -> Result<InvitationPage> {
        let now = self.now();
        let event = EventBrief::of(facts, now);
        if facts.row.state == EventState::Cancelled {
            return Ok(InvitationPage::EventCancelled(Box::new(event)));
        }
        if row.declined_at.is_some() {
            return Ok(InvitationPage::Declined(Box::new(event)));
        }
        if row.uses >= row.uses_allowed {
            return Ok(InvitationPage::Used(Box::new(event)));
        }
        if !is_usable(row, facts, now) {
            return Ok(InvitationPage::Over(Box::new(event)));
        }
        let invited = crate::accounts::address(&row.email)?;
        let email = fixed(row, &invited, actor).cloned();
        let own = match actor.filter(|actor| email.as_ref() == Some(&actor.email)) {
            Some(actor) => people::by_id(tx, actor.person).await?,
            None => None,
        };
        // Nothing else that is stored of a person is shown to whoever holds the link.
        let known = match own {
            Some(person) => DetailsForm::from_row(&person.details),
            None => DetailsForm {
                name: row.name.clone(),
                language: row.language.clone(),
                ..DetailsForm::default()
            },
        };
        Ok(InvitationPage::Open(Box::new(OpenInvitation {
            event,
            role: row.role,
            email: email.map(|email| email.to_string()),
            forwarding: row.forwarding,
            can_decline: row.uses == 0,
            until: row.expires_at,
            countries,
            known,
        })))
    }

    /// Registers by an invitation: with the address that it was sent to, at once; with another
    /// one, where it may be forwarded, once a mail has proven it.
    ///
    /// # Errors
    /// [`Error::Refused`] with the fields that cannot be accepted, [`Error::TooMany`] where too
    /// many mails went to the address or too many registered from one network,
    /// [`Error::Forbidden`] where the account was disabled, or the database failed.
    pub async fn accept_invitation(
        &self,
        actor: Option<&Actor>,
        locale: Locale,
        token: &str,
        form: &RegistrationForm,
        browser: &Browser,
    ) -> Result<Accepted> {
        let countries = self.countries().await?;
        let mut tx = self.database().read().await?;
        let Some((row, facts)) = found(&mut tx, token).await? else {
            return Ok(Accepted::Not(InvitationPage::Unknown));
        };
        if !is_usable(&row, &facts, self.now()) {
            let page = self.page(&mut tx, actor, &row, &facts, countries).await?;
            return Ok(Accepted::Not(page));
        }
        drop(tx);
        let invited = crate::accounts::address(&row.email)?;
        let (email, details) = form.check(&countries, fixed(&row, &invited, actor))?;
        // The link proves the address that it was sent to, unless others may have it as well.
        let is_proven = (!row.forwarding && email == invited)
            || actor.is_some_and(|actor| actor.email == email);
        if !is_proven {
            let network = browser.network.map(|from| REGISTRATIONS.by_network(from));
            let mails = MAILS.by_email(&email, browser.network);
            self.count_attempt(network.into_iter().chain(mails)).await?;
        }
        let mut tx = self.database().write().await?;
        seats::hold_still(&mut tx, row.event_id).await?;
        let Some((row, facts)) = found(&mut tx, token).await? else {
            return Ok(Accepted::Not(InvitationPage::Unknown));
        };
        let using = Use {
            invitation: &row,
            facts: &facts,
            email: &email,
            details: &details,
            locale,
            now: self.now(),
        };
        let accepted = match is_usable(&row, &facts, using.now) {
            false => None,
            true if is_proven => self.take_place(&mut tx, &using, browser).await?,
            true => self.ask_stranger(&mut tx, &using).await?,
        };
        match accepted {
            Some(accepted @ (Accepted::Done { .. } | Accepted::CheckMail)) => {
                tx.commit().await?;
                self.wake_background();
                Ok(accepted)
            }
            // Nothing of it is kept.
            Some(other) => Ok(other),
            None => {
                let page = self.page(&mut tx, actor, &row, &facts, countries).await?;
                Ok(Accepted::Not(page))
            }
        }
    }

    /// The address is proven: a place where there is a seat, else one on the waiting list.
    /// `None` where the invitation cannot be used.
    async fn take_place(
        &self,
        tx: &mut Tx,
        using: &Use<'_>,
        browser: &Browser,
    ) -> Result<Option<Accepted>> {
        let former = using.live(tx).await?;
        match &former {
            Some(live) if live.state != RegistrationState::Pending => {
                return Ok(Some(Accepted::Already(live.state)));
            }
            // What was typed before and never confirmed makes room.
            Some(pending) => self.put_aside(tx, using, pending).await?,
            None => {}
        }
        if !store::use_once(tx, using.invitation.id, using.now).await? {
            return Ok(None);
        }
        let has_seat = seats::take(tx, &using.claim()).await?.is_ok();
        if !has_seat && !using.may_wait() {
            return Ok(Some(Accepted::Full));
        }
        // The link has proven the address: there is no waiting for it.
        let state = confirm::invited(has_seat);
        let state = state.map_err(|why| Error::Failed(format!("an invitation: {why:?}")))?;
        let row = self.put_in(tx, using, state, None).await?;
        self.offer_left(tx, former.as_ref(), &row).await?;
        let proven = self.prove(tx, &row, state).await?;
        self.tell_standing(tx, &row, state, using.facts).await?;
        let age = using.now - using.invitation.sent_at;
        let may_open = !using.invitation.forwarding
            && (proven.first || age < self.settings().link_life)
            && !accounts::is_staff(tx, proven.account).await?;
        let sign_in = match may_open {
            true => Some(self.open_sign_in(tx, proven.account, browser).await?),
            false => None,
        };
        Ok(Some(Accepted::Done {
            state,
            account: proven.account,
            sign_in,
        }))
    }

    /// Another address: a mail asks to confirm it. The answer is the same whether the address
    /// is known or registered. `None` where the invitation cannot be used.
    async fn ask_stranger(&self, tx: &mut Tx, using: &Use<'_>) -> Result<Option<Accepted>> {
        // The seat comes first, for everybody, so that a full event answers everybody alike.
        let mut has_seat = seats::take(tx, &using.claim()).await?.is_ok();
        if !has_seat && !using.may_wait() {
            return Ok(Some(Accepted::Full));
        }
        let mut until = using.now + self.settings().hold;
        let former = using.live(tx).await?;
        match &former {
            Some(live) if live.state != RegistrationState::Pending => {
                if has_seat {
                    seats::free(tx, &using.claim()).await?;
                }
                self.tell_registered(tx, using, live).await?;
                return Ok(Some(Accepted::CheckMail));
            }
            Some(pending) => {
                // Who sends the form again gets no more time by it.
                let held = pending.hold_until.filter(|until| *until > using.now);
                until = held.unwrap_or(until);
                self.put_aside(tx, using, pending).await?;
                if !has_seat {
                    has_seat = seats::take(tx, &using.claim()).await?.is_ok();
                }
            }
            None => {}
        }
        if !store::use_once(tx, using.invitation.id, using.now).await? {
            return Ok(None);
        }
        let state = RegistrationState::Pending;
        let row = self
            .put_in(tx, using, state, Some((until, has_seat)))
            .await?;
        self.offer_left(tx, former.as_ref(), &row).await?;
        let secret = self.new_secret();
        let purpose = links::Purpose::ConfirmRegistration;
        let hash = secret.hash().0;
        links::insert(tx, &hash, purpose, row.id.0, using.now, until).await?;
        let awaits = awaits(RegistrationMode::Invited, has_seat);
        let address = &self.settings().public_address;
        let letter = mail::confirm_registration(
            using.email,
            using.locale,
            using.facts,
            &secret,
            until,
            awaits,
            address,
        );
        self.post(tx, &letter).await?;
        Ok(Some(Accepted::CheckMail))
    }

    async fn tell_registered(
        &self,
        tx: &mut Tx,
        using: &Use<'_>,
        live: &RegistrationRow,
    ) -> Result<()> {
        let letter = mail::already_registered(
            using.email,
            using.locale,
            &live.details.name_latin,
            using.facts,
            live.state,
            &self.settings().public_address,
            using.now,
        );
        self.post(tx, &letter).await?;
        Ok(())
    }

    /// Ends a registration whose address nobody has confirmed, for one that takes its place.
    async fn put_aside(
        &self,
        tx: &mut Tx,
        using: &Use<'_>,
        pending: &RegistrationRow,
    ) -> Result<()> {
        let (id, now) = (pending.id, using.now);
        let gone = pending.state.step(RegistrationEvent::Withdrawn, &[]);
        let by = EndedBy::Person;
        if gone.is_err() || !registrations::cancel(tx, id, pending.state, by, now).await? {
            return Err(Error::NotNow("cancel-changed"));
        }
        links::use_up_all(tx, id.0, links::Purpose::ConfirmRegistration, now).await?;
        if pending.holds_seat() {
            seats::free(tx, &pending.claim()).await?;
        }
        if let Some(invitation) = pending.invitation_id {
            store::give_back(tx, invitation).await?;
        }
        let nothing = serde_json::json!({});
        self.record(tx, None, "registration.replaced", id.0, &nothing)
            .await
    }

    /// Offers what a registration held that was put aside, where the one in its place holds
    /// nothing or something else, as a place for an observer.
    async fn offer_left(
        &self,
        tx: &mut Tx,
        former: Option<&RegistrationRow>,
        new: &RegistrationRow,
    ) -> Result<()> {
        let Some(former) = former.filter(|former| former.holds_seat()) else {
            return Ok(());
        };
        if new.holds_seat() && new.claim() == former.claim() {
            return Ok(());
        }
        // One who comes in the same role has the former seat, if any: a quota's may be left.
        let freed = usize::from(!new.holds_seat() || new.role != former.role);
        self.offer_seats(tx, former.event_id, former.role, freed)
            .await
    }

    /// Adds the registration; one that waits to be confirmed does so until then, with its seat
    /// held or not.
    async fn put_in(
        &self,
        tx: &mut Tx,
        using: &Use<'_>,
        state: RegistrationState,
        waits: Option<(Timestamp, bool)>,
    ) -> Result<RegistrationRow> {
        let new = self.new_id(PersonId);
        let now = using.now;
        people::insert(tx, new, using.email.as_str(), None, using.details, now).await?;
        let person = people::by_email(tx, using.email.as_str()).await?;
        let registration = registrations::NewRegistration {
            id: self.new_id(RegistrationId),
            event: using.facts.row.id,
            person: person.map_or(new, |row| row.id),
            state,
            hold_until: waits.map(|(until, _)| until),
            without_seat: waits.is_some_and(|(_, has_seat)| !has_seat),
            role: using.invitation.role,
            organisation: using.invitation.organisation_id,
            invitation: Some(using.invitation.id),
            details: using.details,
            consent_version: CONSENT_VERSION,
            now,
        };
        if !registrations::insert(tx, &registration).await? {
            // The person has registered in this very moment.
            return Err(Error::NotNow("cancel-changed"));
        }
        let id = registration.id;
        let detail = serde_json::json!({
            "event": using.facts.row.id, "state": state, "invitation": using.invitation.id,
        });
        self.record(tx, None, "registration.made", id.0, &detail)
            .await?;
        let row = registrations::by_id(tx, id).await?;
        row.ok_or(Error::NotFound)
    }

    /// Declines an invitation. Harmless where it was declined before, or cannot be any more.
    ///
    /// # Errors
    /// The database failed.
    pub async fn decline_invitation(&self, token: &str) -> Result<InvitationPage> {
        let countries = self.countries().await?;
        let mut tx = self.database().write().await?;
        let Some((row, _)) = found(&mut tx, token).await? else {
            return Ok(InvitationPage::Unknown);
        };
        if store::decline(&mut tx, row.id, self.now()).await? {
            let nothing = serde_json::json!({ "invitation": row.id });
            let action = "event.invitation-declined";
            self.record(&mut tx, None, action, row.event_id.0, &nothing)
                .await?;
        }
        let Some((row, facts)) = found(&mut tx, token).await? else {
            return Ok(InvitationPage::Unknown);
        };
        let page = self.page(&mut tx, None, &row, &facts, countries).await?;
        tx.commit().await?;
        Ok(page)
    }
}

impl Use<'_> {
    fn claim(&self) -> Claim<'_> {
        Claim {
            event: self.facts.row.id,
            role: self.invitation.role,
            country: &self.details.country,
            organisation: self.invitation.organisation_id,
        }
    }

    /// Whether one may wait for a seat that is freed: seats are offered while registration is
    /// open.
    fn may_wait(&self) -> bool {
        let event = &self.facts.row;
        event.waiting_list && self.now < event.registration_closes.min(event.starts_at)
    }

    /// The live registration of the address for the event.
    async fn live(&self, tx: &mut Tx) -> Result<Option<RegistrationRow>> {
        match people::by_email(tx, self.email.as_str()).await? {
            Some(person) => Ok(registrations::live(tx, self.facts.row.id, person.id).await?),
            None => Ok(None),
        }
    }
}

/// The address that registers by an invitation, where it is not typed: the one that it was sent
/// to, or that of whoever is signed in where it may be passed on.
fn fixed<'a>(
    row: &InvitationRow,
    invited: &'a EmailAddress,
    actor: Option<&'a Actor>,
) -> Option<&'a EmailAddress> {
    match row.forwarding {
        false => Some(invited),
        true => actor.map(|actor| &actor.email),
    }
}

fn is_usable(row: &InvitationRow, facts: &EventFacts, now: Timestamp) -> bool {
    row.is_good(now) && facts.row.state == EventState::Published && now < facts.row.ends_at
}

async fn found(tx: &mut Tx, token: &str) -> Result<Option<(InvitationRow, EventFacts)>> {
    let Some(secret) = Secret::parse(token) else {
        return Ok(None);
    };
    let Some(row) = store::by_hash(tx, &secret.hash().0).await? else {
        return Ok(None);
    };
    let event = registrations::event_by_id(tx, row.event_id).await?;
    let facts = with_titles(tx, event.ok_or(Error::NotFound)?).await?;
    Ok(Some((row, facts)))
}
