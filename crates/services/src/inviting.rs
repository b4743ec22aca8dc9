//! Inviting: personal links to register, as participant, observer or speaker.
//!
//! An invitation proves the address that it was sent to, so whoever registers with that address
//! needs no other mail. Where it may be forwarded, somebody else's address is proven by a mail
//! of its own, as always.

mod letters;
mod using;

pub use using::{Accepted, InvitationPage, OpenInvitation};

use crate::editing::{Coordinated, coordinated, coordinated_alone, number};
use crate::managing::Head;
use crate::registration::with_titles;
use crate::{Actor, Error, FieldErrors, Result, Services};
use letters::Inviting;
use maktab_domain::{
    EmailAddress, EventState, Invalid, InvitationId, Line, OrganisationId, ParticipantRole,
    RegistrationId, RegistrationState, Span, Timestamp,
};
use maktab_locale::{Locale, msg};
use maktab_store::{Tx, invitations as store, managing, people, registrations};

/// Where an invitation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationState {
    /// It was sent and can be used.
    Open,
    /// Somebody has registered by it, as often as it allows.
    Used,
    /// The person does not want to come.
    Declined,
    /// It was taken back.
    Revoked,
    /// Its time has run out.
    Expired,
}

/// An invitation.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// The id.
    pub id: InvitationId,
    /// Where it was sent.
    pub email: String,
    /// Whom it greets; may be empty.
    pub name: String,
    /// Tag of the language that it was written in.
    pub language: String,
    /// As what the person is to come.
    pub role: ParticipantRole,
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// Whether anybody who has the link may use it.
    pub forwarding: bool,
    /// How often it was used, of how often it can be.
    pub uses: (i64, i64),
    /// First instant at which it is no longer good.
    pub expires: Timestamp,
    /// When it was sent last.
    pub sent: Timestamp,
    /// Where it stands.
    pub state: InvitationState,
}

/// What the page of an event's invitations shows.
#[derive(Debug, Clone)]
pub struct Invitations {
    /// The event.
    pub head: Head,
    /// The invitations, the latest first.
    pub rows: Vec<Invitation>,
    /// Whether one can invite now.
    pub can_invite: bool,
}

/// Invitations as they are typed: one or many at once.
#[derive(Debug, Clone, Default)]
pub struct InvitingForm {
    /// Addresses, one per line: `name@example.org` or `Name <name@example.org>`.
    pub addresses: String,
    /// As what, by code.
    pub role: String,
    /// For which organisation: its id, or nothing.
    pub organisation: String,
    /// Tag of the language to write in.
    pub language: String,
    /// Whether anybody who has the link may use it.
    pub forwarding: bool,
    /// How often each can be used; looked at only where it may be forwarded.
    pub uses: String,
    /// How many days they are good.
    pub days: String,
}

/// What inviting has done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InvitedPeople {
    /// How many invitations were sent.
    pub sent: usize,
    /// Invitations that are open already, for addresses that were typed.
    pub already: Vec<InvitationId>,
    /// Registrations for the event that people of these addresses have already.
    pub registered: Vec<RegistrationId>,
}

/// What became of one address.
enum Invited {
    Now,
    Before(InvitationId),
    Registered(RegistrationId),
}

/// The most addresses at once, uses and days that make sense.
const MOST_ADDRESSES: usize = 500;
const MOST_USES: i64 = 100;
const MOST_DAYS: i64 = 365;

/// A form that can be carried out.
struct Order {
    addresses: Vec<(String, EmailAddress)>,
    role: ParticipantRole,
    organisation: Option<OrganisationId>,
    locale: Locale,
    forwarding: bool,
    uses: i64,
    expires: Timestamp,
}

impl Services {
    /// What the page of an event's invitations shows.
    ///
    /// # Errors
    /// Not found, or out of scope.
    pub async fn invitations(&self, actor: &Actor, slug: &str) -> Result<Invitations> {
        let now = self.now();
        let mut tx = self.database().read().await?;
        let event = coordinated(&mut tx, actor, slug).await?;
        let rows = store::of_event(&mut tx, event.row.id).await?;
        Ok(Invitations {
            head: Head::load(&mut tx, &event.row).await?,
            rows: rows.into_iter().map(|row| invitation(row, now)).collect(),
            can_invite: can_invite(&event, now),
        })
    }

    /// The addresses of registrations of this event, to name who was passed over.
    ///
    /// # Errors
    /// Not found, or out of scope.
    pub async fn addresses_of(
        &self,
        actor: &Actor,
        slug: &str,
        ids: &[RegistrationId],
    ) -> Result<Vec<String>> {
        let mut tx = self.database().read().await?;
        let event = coordinated(&mut tx, actor, slug).await?;
        let mut addresses = Vec::new();
        for &id in ids {
            let row = managing::registration(&mut tx, event.row.id, id).await?;
            addresses.extend(row.map(|row| row.email));
        }
        Ok(addresses)
    }

    /// Invites people. Whoever has an open invitation or is registered is passed over and named.
    ///
    /// # Errors
    /// [`Error::Refused`] with the fields; [`Error::NotNow`]; not found, or out of scope.
    pub async fn invite(
        &self,
        actor: &Actor,
        slug: &str,
        form: &InvitingForm,
    ) -> Result<InvitedPeople> {
        let reference = self.reference().await?;
        let now = self.now();
        let mut tx = self.database().write().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        if !can_invite(&event, now) {
            return Err(Error::NotNow(msg!("invite-not-open")));
        }
        let known = |id| reference.organisation(id).is_some();
        let order = check(form, known, now, event.row.columns.ends_at)?;
        let words = self.inviting(&mut tx, &event, order.locale).await?;
        let mut done = InvitedPeople::default();
        for (name, email) in &order.addresses {
            let invited = self
                .invite_one(&mut tx, actor, &event, &order, &words, (name, email))
                .await?;
            match invited {
                Invited::Now => done.sent += 1,
                Invited::Before(id) => done.already.push(id),
                Invited::Registered(id) => done.registered.push(id),
            }
        }
        tx.commit().await?;
        self.wake_background();
        Ok(done)
    }

    async fn invite_one(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        event: &Coordinated,
        order: &Order,
        words: &Inviting,
        (name, email): (&str, &EmailAddress),
    ) -> Result<Invited> {
        if let Some(person) = people::by_email(tx, email.as_str()).await? {
            let live = registrations::live(tx, event.row.id, person.id).await?;
            // One whose address is not confirmed may be a stranger's doing.
            let live = live.filter(|live| live.state != RegistrationState::Pending);
            if let Some(live) = live {
                return Ok(Invited::Registered(live.id));
            }
        }
        let secret = self.new_secret();
        let hash = secret.hash().0;
        let now = self.now();
        // One that has run out makes room for a new one.
        store::revoke_expired(tx, event.row.id, email.as_str(), now).await?;
        let new = store::NewInvitation {
            id: self.new_id(InvitationId),
            event: event.row.id,
            token_hash: &hash,
            email: email.as_str(),
            name,
            language: order.locale.tag(),
            role: order.role,
            organisation: order.organisation,
            forwarding: order.forwarding,
            uses_allowed: order.uses,
            expires_at: order.expires,
            by: actor.account,
            now,
        };
        if !store::insert(tx, &new).await? {
            let open = store::open_of(tx, event.row.id, email.as_str()).await?;
            return Ok(Invited::Before(open.ok_or(Error::NotFound)?));
        }
        let row = store::of_event_by_id(tx, event.row.id, new.id).await?;
        let row = row.ok_or(Error::NotFound)?;
        let letter = words.letter(&row, &secret, self)?;
        self.post(tx, &letter).await?;
        let detail = serde_json::json!({ "invitation": new.id, "role": order.role });
        let account = Some(actor.account);
        self.record(tx, account, "event.invited", event.row.id.0, &detail)
            .await?;
        Ok(Invited::Now)
    }

    /// Sends an invitation again, with a new link and a new time; the former link is good no more.
    ///
    /// # Errors
    /// [`Error::NotNow`] where it is used, declined or revoked; not found, or out of scope.
    pub async fn send_invitation_again(
        &self,
        actor: &Actor,
        slug: &str,
        id: InvitationId,
    ) -> Result<()> {
        let now = self.now();
        let mut tx = self.database().write().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        let row = store::of_event_by_id(&mut tx, event.row.id, id).await?;
        let row = row.ok_or(Error::NotFound)?;
        if !can_invite(&event, now) {
            return Err(Error::NotNow(msg!("invite-not-open")));
        }
        let secret = self.new_secret();
        let life = row.expires_at - row.sent_at;
        let expires = (now + life).min(event.row.columns.ends_at);
        let hash = secret.hash().0;
        if !store::renew(&mut tx, id, &hash, expires, now).await? {
            return Err(Error::NotNow(msg!("invite-moved")));
        }
        let row = store::of_event_by_id(&mut tx, event.row.id, id).await?;
        let row = row.ok_or(Error::NotFound)?;
        let locale = crate::mail::language(&row.language);
        let words = self.inviting(&mut tx, &event, locale).await?;
        let letter = words.letter(&row, &secret, self)?;
        self.post(&mut tx, &letter).await?;
        let detail = serde_json::json!({ "invitation": id });
        let account = Some(actor.account);
        self.record(
            &mut tx,
            account,
            "event.invited-again",
            event.row.id.0,
            &detail,
        )
        .await?;
        tx.commit().await?;
        self.wake_background();
        Ok(())
    }

    /// Takes an invitation back: its link is good no more. Who has registered by it keeps the
    /// place.
    ///
    /// # Errors
    /// [`Error::NotNow`] where it was declined or revoked; not found, or out of scope.
    pub async fn revoke_invitation(
        &self,
        actor: &Actor,
        slug: &str,
        id: InvitationId,
    ) -> Result<()> {
        let mut tx = self.database().write().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        let row = store::of_event_by_id(&mut tx, event.row.id, id).await?;
        row.ok_or(Error::NotFound)?;
        if !store::revoke(&mut tx, id, self.now()).await? {
            return Err(Error::NotNow(msg!("invite-moved")));
        }
        let detail = serde_json::json!({ "invitation": id });
        let account = Some(actor.account);
        self.record(
            &mut tx,
            account,
            "event.invitation-revoked",
            event.row.id.0,
            &detail,
        )
        .await?;
        Ok(tx.commit().await?)
    }

    /// What the letters of an event's invitations tell.
    async fn inviting(&self, tx: &mut Tx, event: &Coordinated, locale: Locale) -> Result<Inviting> {
        let reference = self.reference().await?;
        let row = registrations::event_by_id(tx, event.row.id).await?;
        let facts = with_titles(tx, row.ok_or(Error::NotFound)?).await?;
        let names = event.organisers.iter();
        let names = names.filter_map(|&id| reference.organisation(id));
        let names: Vec<_> = names
            .map(|organisation| organisation.names.best(locale.tag()).1.to_owned())
            .collect();
        Ok(Inviting {
            facts,
            organisers: locale.series(&names),
            locale,
        })
    }
}

fn can_invite(event: &Coordinated, now: Timestamp) -> bool {
    event.row.state == EventState::Published && now < event.row.columns.ends_at
}

fn invitation(row: store::InvitationRow, now: Timestamp) -> Invitation {
    let state = if row.revoked_at.is_some() {
        InvitationState::Revoked
    } else if row.declined_at.is_some() {
        InvitationState::Declined
    } else if row.uses >= row.uses_allowed {
        InvitationState::Used
    } else if row.expires_at <= now {
        InvitationState::Expired
    } else {
        InvitationState::Open
    };
    Invitation {
        id: row.id,
        email: row.email,
        name: row.name,
        language: row.language,
        role: row.role,
        organisation: row.organisation_id,
        forwarding: row.forwarding,
        uses: (row.uses, row.uses_allowed),
        expires: row.expires_at,
        sent: row.sent_at,
        state,
    }
}

fn check(
    form: &InvitingForm,
    is_organisation: impl Fn(OrganisationId) -> bool,
    now: Timestamp,
    ends: Timestamp,
) -> Result<Order, FieldErrors> {
    let mut errors = FieldErrors::new();
    let addresses = errors.take("addresses", addresses(&form.addresses));
    let role = match form.role.as_str() {
        "" => Err(Invalid::Required),
        code => code.parse().map_err(|_| Invalid::Choice),
    };
    let role = errors.take("role", role);
    let organisation = match form.organisation.as_str() {
        "" => Ok(None),
        id => id
            .parse()
            .ok()
            .filter(|&id| is_organisation(id))
            .map(Some)
            .ok_or(Invalid::Choice),
    };
    let organisation = errors.take("organisation", organisation);
    let locale = Locale::from_tag(&form.language).ok_or(Invalid::Choice);
    let locale = errors.take("language", locale);
    let uses = match form.forwarding {
        true => errors.take("uses", number(&form.uses, 1..=MOST_USES)),
        false => Some(1),
    };
    let days = errors.take("days", number(&form.days, 1..=MOST_DAYS));
    let order = || {
        Some(Order {
            addresses: addresses?,
            role: role?,
            organisation: organisation?,
            locale: locale?,
            forwarding: form.forwarding,
            uses: uses?,
            expires: (now + Span::days(days?)).min(ends),
        })
    };
    order().ok_or(errors)
}

/// Names and addresses, one pair per line; the same address once.
fn addresses(raw: &str) -> std::result::Result<Vec<(String, EmailAddress)>, Invalid> {
    let mut found: Vec<(String, EmailAddress)> = Vec::new();
    for (_, line) in lines(raw) {
        let (name, address) = pair(line)?;
        if !found.iter().any(|(_, known)| *known == address) {
            if found.len() == MOST_ADDRESSES {
                return Err(Invalid::TooLong);
            }
            found.push((name, address));
        }
    }
    if found.is_empty() {
        return Err(Invalid::Required);
    }
    Ok(found)
}

/// What is typed on the lines that are not empty, each with its number from 1.
fn lines(raw: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(raw.lines()).flat_map(|(number, line)| {
        let parts = line.split(';').map(str::trim);
        let parts = parts.filter(|part| !part.is_empty());
        parts.map(move |part| (number, part))
    })
}

/// A name, perhaps empty, and an address.
fn pair(line: &str) -> std::result::Result<(String, EmailAddress), Invalid> {
    let named = line.strip_suffix('>');
    let (name, address) = match named.and_then(|rest| rest.rsplit_once('<')) {
        Some((name, address)) => (name.trim().trim_matches('"'), address),
        None => ("", line),
    };
    let name = Line::parse_optional(name)?;
    let address = EmailAddress::parse(address)?;
    Ok((name.map(Line::into_string).unwrap_or_default(), address))
}

/// The lines that are no addresses: the number of each from 1, and what stands there.
pub fn unreadable(raw: &str) -> impl Iterator<Item = (usize, &str)> {
    lines(raw).filter(|(_, line)| pair(line).is_err())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_with_and_without_names_each_once() {
        let typed = "Aziza Karimova <a@example.org>\r\nb@example.org\n\n\"C, D\" <c@example.org>\nA@example.org";
        let found = addresses(typed).unwrap_or_default();
        let found: Vec<_> = found
            .iter()
            .map(|(name, email)| (name.as_str(), email.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("Aziza Karimova", "a@example.org"),
                ("", "b@example.org"),
                ("C, D", "c@example.org")
            ]
        );
        assert_eq!(addresses(" \n"), Err(Invalid::Required));
        let second = "a@example.org\n\nb@example.org; nobody";
        assert_eq!(addresses(second), Err(Invalid::Email));
        let bad: Vec<_> = unreadable("a; b@example.org\n\nc <d@e").collect();
        assert_eq!(bad, [(1, "a"), (3, "c <d@e")]);
        assert_eq!(unreadable(typed).count(), 0);
        let many = (0..=MOST_ADDRESSES).map(|n| format!("a{n}@example.org\n"));
        assert_eq!(addresses(&many.collect::<String>()), Err(Invalid::TooLong));
    }
}
