//! What a focal point changes: nominating, ordering, taking back.

use super::{
    NominationForm, alone, can_withdraw, goes_on, is_open, must_be_focal_point, own_country,
    own_nomination,
};
use crate::registration::DetailsForm;
use crate::{Actor, Error, FieldErrors, Result, Services, mail};
use maktab_domain::{
    CountryCode, EmailAddress, EventId, Invalid, Paragraphs, ParticipantRole, PersonId,
    RegistrationId, RegistrationState,
};
use maktab_locale::msg;
use maktab_store::people::Details;
use maktab_store::registrations::{self, EndedBy};
use maktab_store::{Tx, decisions, links, nominations as store, people, queue};

/// The most characters of a note.
const LONGEST_NOTE: usize = 1_000;

/// The place of a nomination in the order of its country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// One place up.
    Earlier,
    /// One place down.
    Later,
}

impl Services {
    /// Nominates somebody, at the end of the country's order. A mail tells the person.
    ///
    /// # Errors
    /// [`Error::Refused`] with the fields (`email` with [`Invalid::Taken`] where the person has
    /// a registration for the event), [`Error::NotNow`], [`Error::Forbidden`],
    /// [`Error::NotFound`], or the database failed.
    pub async fn nominate(
        &self,
        actor: &Actor,
        slug: &str,
        country: Option<&str>,
        form: &NominationForm,
    ) -> Result<RegistrationId> {
        let country = own_country(actor, country)?;
        let now = self.now();
        let mut tx = self.database().write().await?;
        let facts = alone(&mut tx, slug).await?;
        if !is_open(&facts, now) {
            return Err(Error::NotNow(msg!("nominate-not-open")));
        }
        let (email, details, note) = check(form, country)?;
        let new = self.new_id(PersonId);
        people::insert(&mut tx, new, email.as_str(), None, &details, now).await?;
        let person = people::by_email(&mut tx, email.as_str()).await?;
        let person = person.map_or(new, |row| row.id);
        let id = self.new_id(RegistrationId);
        let registration = registrations::NewRegistration {
            id,
            event: facts.row.id,
            person,
            state: RegistrationState::Submitted,
            hold_until: None,
            without_seat: false,
            role: ParticipantRole::Participant,
            organisation: None,
            invitation: None,
            details: &details,
            // The person has not agreed to anything: that is asked with the offer.
            consent_version: "",
            now,
        };
        if !registrations::insert(&mut tx, &registration).await? {
            return Err(FieldErrors::of("email", Invalid::Taken).into());
        }
        let nomination = store::NewNomination {
            registration: id,
            event: facts.row.id,
            country: country.as_str(),
            note: &note,
            by: actor.account,
            now,
        };
        store::insert(&mut tx, &nomination).await?;
        let locale = mail::language(&details.language);
        let (name, address) = (&details.name_latin, &self.settings().public_address);
        let letter = mail::nominated(&email, locale, name, country.as_str(), &facts, address);
        self.post(&mut tx, &letter).await?;
        let detail = serde_json::json!({ "event": facts.row.id, "country": country.as_str() });
        let account = Some(actor.account);
        self.record(&mut tx, account, "registration.nominated", id.0, &detail)
            .await?;
        tx.commit().await?;
        self.wake_background();
        Ok(id)
    }

    /// Moves a nomination one place in the order of its country. Harmless at either end.
    /// Gives the place where it stands then, and of how many.
    ///
    /// # Errors
    /// [`Error::NotNow`] where it was taken back or the event is over, [`Error::Forbidden`],
    /// [`Error::NotFound`], or the database failed.
    pub async fn move_nomination(
        &self,
        actor: &Actor,
        slug: &str,
        id: RegistrationId,
        turn: Turn,
    ) -> Result<(usize, usize)> {
        must_be_focal_point(actor)?;
        let mut tx = self.database().write().await?;
        let facts = alone(&mut tx, slug).await?;
        let country = own_nomination(&mut tx, actor, facts.row.id, id).await?;
        let mut order = order(&mut tx, facts.row.id, country).await?;
        let at = order.iter().position(|&(one, _)| one == id);
        let at = at.filter(|_| goes_on(&facts, self.now()));
        let at = at.ok_or(Error::NotNow(msg!("nominate-moved")))?;
        let to = match turn {
            Turn::Earlier => at.saturating_sub(1),
            Turn::Later => (at + 1).min(order.len() - 1),
        };
        order.swap(at, to);
        number(&mut tx, &order).await?;
        // The coordinators' waiting list keeps to it.
        queue::rank(&mut tx, facts.row.id, country.as_str()).await?;
        let detail = serde_json::json!({ "place": to + 1 });
        let account = Some(actor.account);
        self.record(&mut tx, account, "nomination.moved", id.0, &detail)
            .await?;
        tx.commit().await?;
        Ok((to + 1, order.len()))
    }

    /// Takes a nomination back, until the person has a place. A held seat becomes free, those
    /// behind it move up, and a mail tells the person.
    ///
    /// # Errors
    /// [`Error::NotNow`] once the person has a place, or it has ended or the event is over, [`Error::Forbidden`],
    /// [`Error::NotFound`], or the database failed.
    pub async fn withdraw_nomination(
        &self,
        actor: &Actor,
        slug: &str,
        id: RegistrationId,
    ) -> Result<()> {
        must_be_focal_point(actor)?;
        let now = self.now();
        let mut tx = self.database().write().await?;
        let facts = alone(&mut tx, slug).await?;
        let country = own_nomination(&mut tx, actor, facts.row.id, id).await?;
        let row = registrations::by_id(&mut tx, id).await?;
        let row = row.ok_or(Error::NotFound)?;
        let by = EndedBy::FocalPoint;
        let gone = goes_on(&facts, now)
            && can_withdraw(row.state)
            && registrations::cancel(&mut tx, id, row.state, by, now).await?
            && store::withdraw(&mut tx, id, actor.account, now).await?;
        if !gone {
            return Err(Error::NotNow(msg!("nominate-moved")));
        }
        let order = order(&mut tx, facts.row.id, country).await?;
        number(&mut tx, &order).await?;
        // An offer that has not left yet would lead nowhere.
        decisions::take_mails_back(&mut tx, id).await?;
        links::use_up_all(&mut tx, id.0, links::Purpose::AnswerOffer, now).await?;
        let to = crate::accounts::address(&row.email)?;
        let locale = mail::language(&row.details.language);
        let (name, address) = (&row.details.name_latin, &self.settings().public_address);
        let letter = mail::nomination_withdrawn(&to, locale, name, &facts, address);
        self.post(&mut tx, &letter).await?;
        let nothing = serde_json::json!({});
        let account = Some(actor.account);
        self.record(&mut tx, account, "nomination.withdrawn", id.0, &nothing)
            .await?;
        if row.holds_seat() {
            self.release(&mut tx, &row.claim()).await?;
        }
        tx.commit().await?;
        self.wake_background();
        Ok(())
    }
}

/// Who is nominated by a country and not withdrawn, in its order, each with the place.
async fn order(
    tx: &mut Tx,
    event: EventId,
    country: CountryCode,
) -> Result<Vec<(RegistrationId, i64)>> {
    let rows = store::of_event(tx, event, Some(country.as_str())).await?;
    let standing = rows.into_iter().filter(|row| row.withdrawn_at.is_none());
    Ok(standing
        .map(|row| (row.registration_id, row.place))
        .collect())
}

/// Numbers an order from 1.
async fn number(tx: &mut Tx, order: &[(RegistrationId, i64)]) -> Result<()> {
    for (place, &(one, former)) in (1..).zip(order) {
        if place != former {
            store::set_place(tx, one, place).await?;
        }
    }
    Ok(())
}

fn check(
    form: &NominationForm,
    country: CountryCode,
) -> Result<(EmailAddress, Details, String), FieldErrors> {
    let mut errors = FieldErrors::new();
    let email = errors.take("email", EmailAddress::parse(&form.email));
    let own = country.as_str().to_owned();
    let details = DetailsForm {
        country: own.clone(),
        ..form.details.clone()
    };
    let details = details.check(&[own], &mut errors);
    let note = match Paragraphs::parse(&form.note) {
        Ok(note) if note.as_str().chars().count() > LONGEST_NOTE => Err(Invalid::TooLong),
        Ok(note) => Ok(note.into_string()),
        Err(Invalid::Required) => Ok(String::new()),
        Err(why) => Err(why),
    };
    let note = errors.take("note", note);
    match (email, details, note) {
        (Some(email), Some(details), Some(note)) => Ok((email, details, note)),
        _ => Err(errors),
    }
}
