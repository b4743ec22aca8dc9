//! Using an invitation: registering by its link, or declining it.

use crate::mail::{self, EventFacts};
use crate::registration::{
    CONSENT_VERSION, DetailsForm, EventBrief, RegistrationForm, with_titles,
};
use crate::sign_in::{Browser, NewSignIn};
use crate::{Actor, Error, FieldErrors, Result, Secret, Services};
use maktab_domain::{
    EmailAddress, EventState, Invalid, ParticipantRole, PersonId, RegistrationId,
    RegistrationState, Timestamp,
};
use maktab_locale::Locale;
use maktab_store::invitations::{self as store, InvitationRow};
use maktab_store::people::Details;
use maktab_store::seats::{self, Claim};
use maktab_store::{Tx, accounts, links, people, registrations};

/// What the link of an invitation leads to.
#[derive(Debug, Clone)]
pub enum InvitationPage {
    /// One can register by it.
    Open {
        /// For which event.
        event: Box<EventBrief>,
        /// As what.
        role: ParticipantRole,
        /// Where it was sent.
        email: String,
        /// Whether another address may be typed.
        forwarding: bool,
        /// First instant at which it is too late.
        until: Timestamp,
        /// Codes of the countries of the programme, in their order.
        countries: Vec<String>,
        /// What is known of the person already, where it is known by this link.
        known: Box<DetailsForm>,
    },
    /// It was used.
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

/// What registering by an invitation came to.
#[derive(Debug)]
pub enum Accepted {
    /// The registration stands there now. The browser is signed in where it may be.
    Done {
        /// Where the registration stands.
        state: RegistrationState,
        /// The browser is signed in as the person, where the address was proven and the account
        /// is trusted with no more than a trainee's.
        sign_in: Option<NewSignIn>,
    },
    /// Another address was typed: a mail to it says how to go on.
    CheckMail,
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
    pub async fn invitation_page(&self, token: &str) -> Result<InvitationPage> {
        let mut tx = self.database().read().await?;
        let Some((row, facts)) = found(&mut tx, token).await? else {
            return Ok(InvitationPage::Unknown);
        };
        self.page(&mut tx, &row, &facts).await
    }

    async fn page(
        &self,
        tx: &mut Tx,
        row: &InvitationRow,
        facts: &EventFacts,
    ) -> Result<InvitationPage> {
        let now = self.now();
        let event = Box::new(EventBrief::of(facts, now));
        if facts.row.state == EventState::Cancelled {
            return Ok(InvitationPage::EventCancelled(event));
        }
        if row.uses >= row.uses_allowed {
            return Ok(InvitationPage::Used(event));
        }
        if row.declined_at.is_some() {
            return Ok(InvitationPage::Declined(event));
        }
        if !is_usable(row, facts, now) {
            return Ok(InvitationPage::Over(event));
        }
        // Nothing that is stored of the person is shown to whoever holds the link: it may have
        // been forwarded.
        let known = DetailsForm {
            name: row.name.clone(),
            language: row.language.clone(),
            ..DetailsForm::default()
        };
        Ok(InvitationPage::Open {
            event,
            role: row.role,
            email: row.email.clone(),
            forwarding: row.forwarding,
            until: row.expires_at,
            countries: registrations::countries(tx).await?,
            known: Box::new(known),
        })
    }

    /// Registers by an invitation: with the address that it was sent to, at once; with another
    /// one, where it may be forwarded, once a mail has proven it.
    ///
    /// # Errors
    /// [`Error::Refused`] with the fields that cannot be accepted (`email` with
    /// [`Invalid::Taken`] where the person has a registration), or the database failed.
    pub async fn accept_invitation(
        &self,
        actor: Option<&Actor>,
        locale: Locale,
        token: &str,
        form: &RegistrationForm,
        browser: &Browser,
    ) -> Result<Accepted> {
        let mut tx = self.database().write().await?;
        let Some((row, facts)) = found(&mut tx, token).await? else {
            return Ok(Accepted::Not(InvitationPage::Unknown));
        };
        seats::hold_still(&mut tx, row.event_id).await?;
        let (row, facts) = found(&mut tx, token).await?.unwrap_or((row, facts));
        let now = self.now();
        if !is_usable(&row, &facts, now) {
            return Ok(Accepted::Not(self.page(&mut tx, &row, &facts).await?));
        }
        let countries = registrations::countries(&mut tx).await?;
        let invited = crate::accounts::address(&row.email)?;
        let fixed = match (row.forwarding, actor) {
            (false, _) => Some(&invited),
            (true, Some(actor)) => Some(&actor.email),
            (true, None) => None,
        };
        let (email, details) = form.check(&countries, fixed)?;
        if !store::use_once(&mut tx, row.id, now).await? {
            return Ok(Accepted::Not(self.page(&mut tx, &row, &facts).await?));
        }
        let using = Use {
            invitation: &row,
            facts: &facts,
            email: &email,
            details: &details,
            locale,
            now,
        };
        // The link proves the address that it was sent to, unless others may have it as well.
        let is_proven = (!row.forwarding && email == invited)
            || actor.is_some_and(|actor| actor.email == email);
        let accepted = match is_proven {
            true => self.take_place(&mut tx, &using, browser).await?,
            false => self.ask_stranger(&mut tx, &using).await?,
        };
        tx.commit().await?;
        self.wake_background();
        Ok(accepted)
    }

    /// The address is proven: a place where there is a seat, else one on the waiting list.
    async fn take_place(
        &self,
        tx: &mut Tx,
        using: &Use<'_>,
        browser: &Browser,
    ) -> Result<Accepted> {
        let has_seat = seats::take(tx, &using.claim()).await?.is_ok();
        let state = match has_seat {
            true => RegistrationState::Confirmed,
            false => RegistrationState::Waitlisted,
        };
        let Some(id) = self.put_in(tx, using, state, false).await? else {
            return Err(FieldErrors::of("email", Invalid::Taken).into());
        };
        let row = registrations::by_id(tx, id).await?;
        let row = row.ok_or(Error::NotFound)?;
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
        Ok(Accepted::Done { state, sign_in })
    }

    /// Another address: a mail asks to confirm it. The answer is the same whether the address
    /// is known or registered.
    async fn ask_stranger(&self, tx: &mut Tx, using: &Use<'_>) -> Result<Accepted> {
        let has_seat = seats::take(tx, &using.claim()).await?.is_ok();
        let state = RegistrationState::Pending;
        let Some(id) = self.put_in(tx, using, state, !has_seat).await? else {
            if has_seat {
                seats::free(tx, &using.claim()).await?;
            }
            store::give_back(tx, using.invitation.id).await?;
            return self.tell_again_by_invitation(tx, using).await;
        };
        let secret = self.new_secret();
        let purpose = links::Purpose::ConfirmRegistration;
        let until = using.now + self.settings().hold;
        let hash = secret.hash().0;
        links::insert(tx, &hash, purpose, id.0, using.now, until).await?;
        let awaits = match has_seat {
            true => mail::Awaits::Seat,
            false => mail::Awaits::WaitingList,
        };
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
        Ok(Accepted::CheckMail)
    }

    async fn tell_again_by_invitation(&self, tx: &mut Tx, using: &Use<'_>) -> Result<Accepted> {
        let person = people::by_email(tx, using.email.as_str()).await?;
        let live = match person {
            Some(person) => registrations::live(tx, using.facts.row.id, person.id).await?,
            None => None,
        };
        if let Some(live) = live {
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
        }
        Ok(Accepted::CheckMail)
    }

    async fn put_in(
        &self,
        tx: &mut Tx,
        using: &Use<'_>,
        state: RegistrationState,
        without_seat: bool,
    ) -> Result<Option<RegistrationId>> {
        let new = self.new_id(PersonId);
        let now = using.now;
        people::insert(tx, new, using.email.as_str(), None, using.details, now).await?;
        let person = people::by_email(tx, using.email.as_str()).await?;
        let pending = state == RegistrationState::Pending;
        let registration = registrations::NewRegistration {
            id: self.new_id(RegistrationId),
            event: using.facts.row.id,
            person: person.map_or(new, |row| row.id),
            state,
            hold_until: pending.then(|| now + self.settings().hold),
            without_seat,
            role: using.invitation.role,
            organisation: using.invitation.organisation_id,
            invitation: Some(using.invitation.id),
            details: using.details,
            consent_version: CONSENT_VERSION,
            now,
        };
        if !registrations::insert(tx, &registration).await? {
            return Ok(None);
        }
        let id = registration.id;
        let detail = serde_json::json!({
            "event": using.facts.row.id, "state": state, "invitation": using.invitation.id,
        });
        self.record(tx, None, "registration.made", id.0, &detail)
            .await?;
        Ok(Some(id))
    }

    /// Declines an invitation.
    ///
    /// # Errors
    /// The database failed.
    pub async fn decline_invitation(&self, token: &str) -> Result<InvitationPage> {
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
        let page = self.page(&mut tx, &row, &facts).await?;
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
