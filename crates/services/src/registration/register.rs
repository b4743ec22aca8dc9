//! Registering. To somebody who is not signed in, the answer is the same whether
//! the address is known or not: in text, in status and in the work that is done.

use super::{CONSENT_VERSION, RegistrationForm, gate, public_event};
use crate::limits::{MAILS, REGISTRATIONS};
use crate::mail::{self, EventFacts};
use crate::sign_in::Browser;
use crate::{Actor, Result, Services};
use maktab_domain::{
    EmailAddress, PersonId, RegistrationGate, RegistrationId, RegistrationMode, RegistrationState,
    Timestamp,
};
use maktab_locale::Locale;
use maktab_store::people::Details;
use maktab_store::{Tx, links, people, registrations};

/// What became of a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Registered {
    /// The mail says how to go on; nobody else is told anything.
    CheckMail,
    /// The signed-in person has the place, or a coordinator will decide.
    Done(RegistrationState),
    /// One cannot register now; nothing was stored.
    NotPossible(RegistrationGate),
}

/// Somebody who registers.
struct Candidate<'a> {
    email: &'a EmailAddress,
    details: &'a Details,
    facts: &'a EventFacts,
    locale: Locale,
    now: Timestamp,
}

impl Services {
    /// Registers somebody for an event; the signed-in person where there is one.
    ///
    /// # Errors
    /// [`crate::Error::Refused`] with the fields that cannot be accepted,
    /// [`crate::Error::NotFound`] where there is no such event in the catalogue,
    /// [`crate::Error::TooMany`] where too many mails went to the address or too many registered
    /// from one network, or the database failed.
    pub async fn register(
        &self,
        actor: Option<&Actor>,
        locale: Locale,
        slug: &str,
        form: &RegistrationForm,
        browser: &Browser,
    ) -> Result<Registered> {
        let (facts, countries) = {
            let mut tx = self.database().read().await?;
            let facts = public_event(&mut tx, slug).await?;
            (facts, registrations::countries(&mut tx).await?)
        };
        let gate = gate(&facts.row, self.now());
        if gate != RegistrationGate::Open {
            return Ok(Registered::NotPossible(gate));
        }
        let (email, details) = form.check(&countries, actor.map(|actor| &actor.email))?;
        if actor.is_none() {
            let network = browser.network.map(|from| REGISTRATIONS.by_network(from));
            let mails = MAILS.by_email(&email, browser.network);
            self.count_attempt(network.into_iter().chain(mails)).await?;
        }
        let candidate = Candidate {
            email: &email,
            details: &details,
            facts: &facts,
            locale,
            now: self.now(),
        };
        let mut tx = self.database().write().await?;
        // The seat comes first, for everybody, so that a full event answers everybody alike.
        if !registrations::take_seat(&mut tx, facts.row.id).await? {
            return Ok(Registered::NotPossible(RegistrationGate::Full));
        }
        let registered = match actor {
            Some(actor) => self.register_known(&mut tx, actor, &candidate).await?,
            None => self.register_stranger(&mut tx, &candidate).await?,
        };
        tx.commit().await?;
        self.wake_background();
        Ok(registered)
    }

    /// The signed-in person has proven the address: no detour by mail.
    async fn register_known(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        candidate: &Candidate<'_>,
    ) -> Result<Registered> {
        let Candidate { facts, now, .. } = *candidate;
        let next = after_confirmation(facts.row.registration_mode);
        if let Some(live) = registrations::live(tx, facts.row.id, actor.person).await? {
            registrations::free_seat(tx, facts.row.id).await?;
            return Ok(Registered::Done(live.state));
        }
        let Some(id) = self.add(tx, actor.person, next, candidate).await? else {
            registrations::free_seat(tx, facts.row.id).await?;
            return Ok(Registered::Done(next));
        };
        people::update(tx, actor.person, candidate.details, now).await?;
        self.tell_standing(tx, actor.person, next, facts).await?;
        let detail = serde_json::json!({ "event": facts.row.id, "state": next.code() });
        self.record(tx, Some(actor.account), "registration.made", id.0, &detail)
            .await?;
        Ok(Registered::Done(next))
    }

    async fn register_stranger(
        &self,
        tx: &mut Tx,
        candidate: &Candidate<'_>,
    ) -> Result<Registered> {
        let Candidate {
            email,
            details,
            facts,
            now,
            ..
        } = *candidate;
        let new = self.new_id(PersonId);
        people::insert(tx, new, email.as_str(), None, details, now).await?;
        let person = people::by_email(tx, email.as_str()).await?;
        let person = person.map_or(new, |row| row.id);
        let pending = RegistrationState::Pending;
        match self.add(tx, person, pending, candidate).await? {
            Some(id) => {
                let hold_until = now + self.settings().hold;
                self.ask_to_confirm(tx, id, candidate, hold_until).await?;
                let detail = serde_json::json!({ "event": facts.row.id, "state": pending.code() });
                self.record(tx, None, "registration.made", id.0, &detail)
                    .await?;
            }
            None => self.tell_again(tx, person, candidate).await?,
        }
        Ok(Registered::CheckMail)
    }

    /// Adds the registration; `None` where the person has a live one. The seat is taken already.
    async fn add(
        &self,
        tx: &mut Tx,
        person: PersonId,
        state: RegistrationState,
        candidate: &Candidate<'_>,
    ) -> Result<Option<RegistrationId>> {
        let hold = candidate.now + self.settings().hold;
        let new = registrations::NewRegistration {
            id: self.new_id(RegistrationId),
            event: candidate.facts.row.id,
            person,
            state,
            hold_until: (state == RegistrationState::Pending).then_some(hold),
            details: candidate.details,
            consent_version: CONSENT_VERSION,
            now: candidate.now,
        };
        let added = registrations::insert(tx, &new).await?;
        Ok(added.then_some(new.id))
    }

    /// There is a live registration: the mail says where it stands. One that waits takes what
    /// was typed now, and only the link of this mail confirms it: nobody confirms by her own
    /// mail what a stranger typed before her.
    async fn tell_again(
        &self,
        tx: &mut Tx,
        person: PersonId,
        candidate: &Candidate<'_>,
    ) -> Result<()> {
        let Candidate {
            email,
            details,
            facts,
            locale,
            now,
        } = *candidate;
        registrations::free_seat(tx, facts.row.id).await?;
        let Some(live) = registrations::live(tx, facts.row.id, person).await? else {
            return Ok(());
        };
        if let (RegistrationState::Pending, Some(hold_until)) = (live.state, live.hold_until) {
            if !registrations::retype(tx, live.id, details, CONSENT_VERSION, now).await? {
                // It was confirmed or ended in this very moment; that has its own mail.
                return Ok(());
            }
            let purpose = links::Purpose::ConfirmRegistration;
            links::use_up_all(tx, live.id.0, purpose, now).await?;
            let nothing = serde_json::json!({});
            self.record(tx, None, "registration.retyped", live.id.0, &nothing)
                .await?;
            return self
                .ask_to_confirm(tx, live.id, candidate, hold_until)
                .await;
        }
        let address = &self.settings().public_address;
        let name = &live.details.name_latin;
        let state = live.state;
        let letter = mail::already_registered(email, locale, name, facts, state, address, now);
        self.post(tx, &letter).await
    }

    /// Sends a link that confirms the registration; it is good for as long as the seat is held.
    async fn ask_to_confirm(
        &self,
        tx: &mut Tx,
        registration: RegistrationId,
        candidate: &Candidate<'_>,
        hold_until: Timestamp,
    ) -> Result<()> {
        let secret = self.new_secret();
        let purpose = links::Purpose::ConfirmRegistration;
        let hash = secret.hash().0;
        let now = candidate.now;
        links::insert(tx, &hash, purpose, registration.0, now, hold_until).await?;
        let letter = mail::confirm_registration(
            candidate.email,
            candidate.locale,
            candidate.facts,
            &secret,
            hold_until,
            &self.settings().public_address,
        );
        self.post(tx, &letter).await
    }

    /// Tells a person whose address is proven that the place is theirs, or who will decide.
    pub(super) async fn tell_standing(
        &self,
        tx: &mut Tx,
        person: PersonId,
        state: RegistrationState,
        facts: &EventFacts,
    ) -> Result<()> {
        let Some(row) = people::by_id(tx, person).await? else {
            return Ok(());
        };
        let to = crate::accounts::address(&row.email)?;
        let locale = mail::language(&row.details.language);
        let name = &row.details.name_latin;
        let address = &self.settings().public_address;
        let letter = if state == RegistrationState::Confirmed {
            mail::registered(&to, locale, name, facts, address, self.now())
        } else {
            mail::applied(&to, locale, name, facts, address)
        };
        self.post(tx, &letter).await
    }
}

/// What follows the proof of the address: a place, or a decision.
pub(super) const fn after_confirmation(mode: RegistrationMode) -> RegistrationState {
    match mode {
        RegistrationMode::Approval => RegistrationState::Submitted,
        _ => RegistrationState::Confirmed,
    }
}
