//! Registering. To somebody who is not signed in, the answer is the same whether
//! the address is known or not: in text, in status and in the work that is done.

use super::together::Wish;
use super::{CONSENT_VERSION, RegistrationForm, gate, public_event};
use crate::mail::{self, EventFacts, Letter};
use crate::sign_in::Browser;
use crate::{Actor, Error, FieldErrors, Result, Services};
use maktab_domain::{
    EmailAddress, Guard, Invalid, ParticipantRole, PersonId, RegistrationEvent, RegistrationGate,
    RegistrationId, RegistrationMode, RegistrationState, Slug, Timestamp,
};
use maktab_locale::Locale;
use maktab_store::people::Details;
use maktab_store::registrations::{NewRegistration, RegistrationRow};
use maktab_store::seats::{self, Bound, Claim};
use maktab_store::{Tx, invitations, links, people, queue, registrations};

/// What became of a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Registered {
    /// The mail says how to go on; nobody else is told anything.
    CheckMail,
    /// The signed-in person has the place, waits for one, or a coordinator will decide.
    Done(RegistrationState),
    /// One cannot register now; nothing was stored.
    NotPossible(RegistrationGate),
}

/// Whether a seat is held; what there is none of, where nobody is let in without one.
pub(super) type Seat = std::result::Result<bool, Bound>;

/// Somebody who registers.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'a> {
    pub email: &'a EmailAddress,
    pub details: &'a Details,
    pub facts: &'a EventFacts,
    pub locale: Locale,
    pub now: Timestamp,
}

impl Candidate<'_> {
    fn claim(&self) -> Claim<'_> {
        Claim {
            event: self.facts.row.id,
            role: ParticipantRole::Participant,
            country: &self.details.country,
            organisation: None,
        }
    }
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
        let Some(actor) = actor else {
            let countries = self.countries().await?;
            let slug = Slug::parse(slug).map_err(|_| Error::NotFound)?;
            return match form.check(&countries, None) {
                Ok((email, details)) => {
                    let wish = Wish {
                        slug,
                        email,
                        details,
                        locale,
                        network: browser.network,
                        request: maktab_store::requests::current(),
                    };
                    self.register_together(wish).await
                }
                // What the event says comes before what is wrong with the form.
                Err(errors) => match self.open_event(slug.as_str()).await? {
                    Ok(_) => Err(errors.into()),
                    Err(gate) => Ok(Registered::NotPossible(gate)),
                },
            };
        };
        let facts = match self.open_event(slug).await? {
            Ok(facts) => facts,
            Err(gate) => return Ok(Registered::NotPossible(gate)),
        };
        let countries = self.countries().await?;
        let (email, details) = form.check(&countries, Some(&actor.email))?;
        let candidate = Candidate {
            email: &email,
            details: &details,
            facts: &facts,
            locale,
            now: self.now(),
        };
        let mut tx = self.database().write().await?;
        // The seat comes first, for everybody, so that a full event answers everybody alike.
        let has_seat = match self.reserve(&mut tx, &candidate).await? {
            Ok(has_seat) => has_seat,
            Err(bound) => return no_seat(bound),
        };
        let registered = self.register_known(&mut tx, actor, &candidate, has_seat);
        let registered = registered.await?;
        tx.commit().await?;
        self.wake_background();
        Ok(registered)
    }

    /// The event of this address, where one can register for it now; why not, where one cannot.
    async fn open_event(
        &self,
        slug: &str,
    ) -> Result<std::result::Result<EventFacts, RegistrationGate>> {
        let mut tx = self.database().read().await?;
        let facts = public_event(&mut tx, slug).await?;
        let gate = gate(&facts.row, self.now());
        Ok(if gate.lets_in() { Ok(facts) } else { Err(gate) })
    }

    /// Takes a seat, where the event gives them at once: `false` where a coordinator gives them,
    /// or the person may wait for one; what there is none of where she may not.
    pub(super) async fn reserve(&self, tx: &mut Tx, candidate: &Candidate<'_>) -> Result<Seat> {
        let row = &candidate.facts.row;
        if row.registration_mode == RegistrationMode::Approval {
            return Ok(Ok(false));
        }
        Ok(match seats::take(tx, &candidate.claim()).await? {
            Ok(()) => Ok(true),
            Err(_) if row.waiting_list => Ok(false),
            Err(bound) => Err(bound),
        })
    }

    /// The signed-in person has proven the address: no detour by mail.
    async fn register_known(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        candidate: &Candidate<'_>,
        has_seat: bool,
    ) -> Result<Registered> {
        let Candidate { facts, now, .. } = *candidate;
        let happens = proving(facts.row.registration_mode, has_seat);
        // To be signed in has proven the address, in time for whatever it is.
        let holding = [Guard::seat(has_seat), Guard::InTime];
        let next = RegistrationState::Pending.step(happens, &holding);
        let next = next.unwrap_or(RegistrationState::Pending);
        let Some(id) = self
            .add(tx, actor.person, next, candidate, has_seat)
            .await?
        else {
            if has_seat {
                seats::free(tx, &candidate.claim()).await?;
            }
            let live = registrations::live(tx, facts.row.id, actor.person).await?;
            return Ok(Registered::Done(live.map_or(next, |live| live.state)));
        };
        people::update(tx, actor.person, candidate.details, now).await?;
        let row = registrations::by_id(tx, id).await?;
        let row = row.ok_or(Error::NotFound)?;
        self.tell_standing(tx, &row, next, facts).await?;
        let detail = serde_json::json!({ "event": facts.row.id, "state": next.code() });
        self.record(tx, Some(actor.account), "registration.made", id.0, &detail)
            .await?;
        Ok(Registered::Done(next))
    }

    /// Adds the registration; `None` where the person has a live one. Its seat is taken already.
    async fn add(
        &self,
        tx: &mut Tx,
        person: PersonId,
        state: RegistrationState,
        candidate: &Candidate<'_>,
        has_seat: bool,
    ) -> Result<Option<RegistrationId>> {
        let new = self.row(person, state, candidate, has_seat);
        let added = registrations::insert(tx, &new).await?;
        Ok(added.then_some(new.id))
    }

    /// A registration to be added.
    pub(super) fn row<'a>(
        &self,
        person: PersonId,
        state: RegistrationState,
        candidate: &Candidate<'a>,
        has_seat: bool,
    ) -> NewRegistration<'a> {
        let hold = candidate.now + self.settings().hold;
        let pending = state == RegistrationState::Pending;
        NewRegistration {
            id: self.new_id(RegistrationId),
            event: candidate.facts.row.id,
            person,
            state,
            hold_until: pending.then_some(hold),
            without_seat: pending && !has_seat,
            role: ParticipantRole::Participant,
            organisation: None,
            invitation: None,
            details: candidate.details,
            consent_version: CONSENT_VERSION,
            now: candidate.now,
        }
    }

    /// There is a live registration: the mail says where it stands. One that waits takes what
    /// was typed now, and only the link of this mail confirms it: nobody confirms by her own
    /// mail what a stranger typed before her.
    pub(super) async fn tell_again(
        &self,
        tx: &mut Tx,
        person: PersonId,
        candidate: &Candidate<'_>,
        has_seat: bool,
    ) -> Result<()> {
        let Candidate {
            email,
            details,
            facts,
            locale,
            now,
        } = *candidate;
        let event = facts.row.id;
        // What is read from here on stays as it is until the commit.
        seats::hold_still(tx, event).await?;
        if has_seat {
            seats::free(tx, &candidate.claim()).await?;
        }
        let Some(live) = registrations::live(tx, event, person).await? else {
            return Ok(());
        };
        if let (RegistrationState::Pending, Some(held_until)) = (live.state, live.hold_until) {
            // A link that is good no longer would be sent otherwise.
            let hold_until = match held_until > now {
                true => held_until,
                false => now + self.settings().hold,
            };
            // Another country may be typed now: the seat is counted for that one then.
            if live.holds_seat() {
                seats::free(tx, &live.claim()).await?;
            }
            // Who comes by herself comes by no invitation, and as a participant.
            if let Some(invitation) = live.invitation_id {
                invitations::give_back(tx, invitation).await?;
            }
            let has_seat = matches!(self.reserve(tx, candidate).await?, Ok(true));
            let typed = registrations::Retyped {
                details,
                hold_until,
                without_seat: !has_seat,
                consent_version: CONSENT_VERSION,
                now,
            };
            if !registrations::retype(tx, live.id, &typed).await? {
                return Err(Error::NotNow("cancel-changed"));
            }
            if live.holds_seat() {
                // The seat of the event, or one of the quota that it counted in.
                self.offer_free_seats(tx, event, usize::from(!has_seat))
                    .await?;
            }
            let purpose = links::Purpose::ConfirmRegistration;
            links::use_up_all(tx, live.id.0, purpose, now).await?;
            let nothing = serde_json::json!({});
            self.record(tx, None, "registration.retyped", live.id.0, &nothing)
                .await?;
            return self
                .ask_to_confirm(tx, live.id, candidate, hold_until, has_seat)
                .await;
        }
        let address = &self.settings().public_address;
        let name = &live.details.name_latin;
        let state = live.state;
        // The calendar is for whoever has a place.
        let facts = &EventFacts {
            sessions: match state {
                RegistrationState::Confirmed => registrations::session_times(tx, event).await?,
                _ => Vec::new(),
            },
            ..facts.clone()
        };
        let letter = mail::already_registered(email, locale, name, facts, state, address, now);
        self.post(tx, &letter).await?;
        Ok(())
    }

    /// Sends a link that confirms the registration; it is good for as long as the seat is held,
    /// where there is one.
    async fn ask_to_confirm(
        &self,
        tx: &mut Tx,
        registration: RegistrationId,
        candidate: &Candidate<'_>,
        hold_until: Timestamp,
        has_seat: bool,
    ) -> Result<()> {
        let (hash, letter) = self.question(candidate, hold_until, has_seat);
        let purpose = links::Purpose::ConfirmRegistration;
        let now = candidate.now;
        links::insert(tx, &hash, purpose, registration.0, now, hold_until).await?;
        self.post(tx, &letter).await?;
        Ok(())
    }

    /// A letter with a link that confirms a registration, and the hash of the link.
    pub(super) fn question(
        &self,
        candidate: &Candidate<'_>,
        hold_until: Timestamp,
        has_seat: bool,
    ) -> ([u8; 32], Letter) {
        let secret = self.new_secret();
        let letter = mail::confirm_registration(
            candidate.email,
            candidate.locale,
            candidate.facts,
            &secret,
            hold_until,
            awaits(candidate.facts.row.registration_mode, has_seat),
            &self.settings().public_address,
        );
        (secret.hash().0, letter)
    }

    /// Tells a person whose address is proven that the place is theirs, that they wait for one,
    /// or who will decide.
    pub(crate) async fn tell_standing(
        &self,
        tx: &mut Tx,
        row: &RegistrationRow,
        state: RegistrationState,
        facts: &EventFacts,
    ) -> Result<()> {
        let to = crate::accounts::address(&row.email)?;
        let locale = mail::language(&row.details.language);
        let name = &row.details.name_latin;
        let address = &self.settings().public_address;
        let letter = match state {
            RegistrationState::Confirmed => {
                mail::registered(&to, locale, name, facts, address, self.now())
            }
            RegistrationState::Waitlisted => {
                let place = queue::place(tx, row.id).await?;
                mail::waitlisted(&to, locale, name, facts, place, address)
            }
            _ => mail::applied(&to, locale, name, facts, address),
        };
        self.post(tx, &letter).await?;
        Ok(())
    }
}

/// What is answered where there is no seat.
pub(super) fn no_seat(bound: Bound) -> Result<Registered> {
    match bound {
        Bound::Event => Ok(Registered::NotPossible(RegistrationGate::Full)),
        Bound::Quota => Err(FieldErrors::of("country", Invalid::Full).into()),
    }
}

/// What the audit log says of a registration whose address is to be confirmed.
pub(super) fn made(candidate: &Candidate<'_>) -> serde_json::Value {
    let state = RegistrationState::Pending.code();
    serde_json::json!({ "event": candidate.facts.row.id, "state": state })
}

/// What the proof of the address does.
pub(super) const fn proving(mode: RegistrationMode, has_seat: bool) -> RegistrationEvent {
    match mode {
        RegistrationMode::Approval => RegistrationEvent::AddressConfirmedForDecision,
        _ if has_seat => RegistrationEvent::AddressConfirmed,
        _ => RegistrationEvent::AddressConfirmedWithoutSeat,
    }
}

/// What comes after the proof of the address, as the mail that asks for it says.
pub(crate) const fn awaits(mode: RegistrationMode, has_seat: bool) -> mail::Awaits {
    match proving(mode, has_seat) {
        RegistrationEvent::AddressConfirmed => mail::Awaits::Seat,
        RegistrationEvent::AddressConfirmedForDecision => mail::Awaits::Decision,
        _ => mail::Awaits::WaitingList,
    }
}
