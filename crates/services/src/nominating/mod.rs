//! Nominating: the focal points of a country propose its officials, in an order of their own.
//!
//! A focal point sees the nominations of the own country and nothing of any other. Who is
//! nominated has agreed to nothing: a coordinator's approval is an offer, and the person's
//! answer is the agreement.

mod changing;

pub use changing::Turn;

use crate::mail::EventFacts;
use crate::registration::{DetailsForm, EventBrief, with_titles};
use crate::{Actor, Error, Result, Services};
use maktab_domain::{
    CountryCode, EventId, EventKind, EventMode, EventState, RegistrationEvent, RegistrationId,
    RegistrationMode, RegistrationState, Role, Slug, Texts, Timestamp,
};
use maktab_locale::Locale;
use maktab_store::editing::lock_event;
use maktab_store::{Tx, nominations as store, quotas, registrations};

/// An event in a focal point's list.
#[derive(Debug, Clone)]
pub struct NominatingEvent {
    /// Its part of the address.
    pub slug: String,
    /// Its title, and the language of it.
    pub title: Texts,
    /// Its kind.
    pub kind: EventKind,
    /// Its mode.
    pub mode: EventMode,
    /// Where it stands.
    pub state: EventState,
    /// Name of its time zone.
    pub time_zone: String,
    /// Code of its country.
    pub country: String,
    /// Its city.
    pub city: Texts,
    /// First instant at which one can nominate.
    pub opens: Timestamp,
    /// First instant at which one no longer can.
    pub closes: Timestamp,
    /// Its start.
    pub starts: Timestamp,
    /// Its end.
    pub ends: Timestamp,
    /// How many people of the country are nominated.
    pub nominated: i64,
    /// How many of them have a place.
    pub confirmed: i64,
    /// The seats of the country, where there is a quota.
    pub quota: Option<i64>,
}

/// Events of one country's focal point.
#[derive(Debug, Clone)]
pub struct NominatingList {
    /// Code of the country.
    pub country: CountryCode,
    /// The events, the soonest first.
    pub events: Vec<NominatingEvent>,
}

/// A nomination.
#[derive(Debug, Clone)]
pub struct Nomination {
    /// The registration.
    pub id: RegistrationId,
    /// Code of the country.
    pub country: String,
    /// The place in the order of the country, from 1; withdrawn ones have none.
    pub place: Option<usize>,
    /// Where the registration stands.
    pub state: RegistrationState,
    /// Until when the person can answer an offer.
    pub hold_until: Option<Timestamp>,
    /// Why it ended.
    pub reason: Option<String>,
    /// Who ended it, by code: `person`, `coordinator`, `deadline`.
    pub ended_by: Option<String>,
    /// What was typed of the person.
    pub details: DetailsForm,
    /// The person's address.
    pub email: String,
    /// Why this person.
    pub note: String,
    /// Who nominated.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Whether the nomination was taken back.
    pub withdrawn: bool,
    /// Whether it can be taken back.
    pub can_withdraw: bool,
}

/// What the page of a country's nominations for an event shows.
#[derive(Debug, Clone)]
pub struct NominationsPage {
    /// The event.
    pub event: EventBrief,
    /// Code of the country.
    pub country: CountryCode,
    /// The other countries that the person is a focal point of.
    pub others: Vec<CountryCode>,
    /// The seats of the country, and how many of them are taken or held; `None` without a quota.
    pub quota: Option<(i64, i64)>,
    /// The nominations in their order, withdrawn ones at the end.
    pub nominations: Vec<Nomination>,
    /// Whether one can nominate now.
    pub is_open: bool,
    /// Whether the order can be changed.
    pub can_order: bool,
}

/// What the page that asks once more before a nomination is taken back shows.
#[derive(Debug, Clone)]
pub struct OneNomination {
    /// The event.
    pub event: EventBrief,
    /// Code of the country.
    pub country: CountryCode,
    /// The nomination.
    pub nomination: Nomination,
}

/// A nomination as it is typed.
#[derive(Debug, Clone, Default)]
pub struct NominationForm {
    /// The person; the country is the focal point's own.
    pub details: DetailsForm,
    /// The person's address.
    pub email: String,
    /// Why this person; may be empty.
    pub note: String,
}

impl Services {
    /// The events that a focal point can nominate for, per country.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for anybody who is no focal point, or the database failed.
    pub async fn nominating_events(
        &self,
        actor: &Actor,
        locale: Locale,
    ) -> Result<Vec<NominatingList>> {
        let countries = own_countries(actor);
        if countries.is_empty() {
            return Err(Error::Forbidden);
        }
        let mut tx = self.database().read().await?;
        let mut lists = Vec::new();
        for country in countries {
            let code = country.as_str();
            let rows = store::events(&mut tx, code, locale.tag(), self.now()).await?;
            lists.push(NominatingList {
                country,
                events: rows.into_iter().map(nominating_event).collect(),
            });
        }
        Ok(lists)
    }

    /// The nominations of a country for an event; of the first of the person's own countries
    /// where none is named.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for anybody who is no focal point of the country,
    /// [`Error::NotFound`], or the database failed.
    pub async fn nominations(
        &self,
        actor: &Actor,
        slug: &str,
        country: Option<&str>,
    ) -> Result<NominationsPage> {
        let country = own_country(actor, country)?;
        let mut tx = self.database().read().await?;
        let facts = event(&mut tx, slug).await?;
        let id = facts.row.id;
        let rows = store::of_event(&mut tx, id, Some(country.as_str())).await?;
        let all = quotas::of_event(&mut tx, id).await?;
        let whom = quotas::QuotaFor::Country(country.as_str().to_owned());
        let quota = all.iter().find(|quota| quota.whom == whom);
        let own = own_countries(actor).into_iter();
        Ok(NominationsPage {
            event: EventBrief::of(&facts, self.now()),
            country,
            others: own.filter(|&other| other != country).collect(),
            quota: quota.map(|quota| (quota.seats, quota.taken)),
            nominations: in_order(rows, goes_on(&facts, self.now())),
            is_open: is_open(&facts, self.now()),
            can_order: goes_on(&facts, self.now()),
        })
    }

    /// One nomination of a country of the person's own.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::NotFound`], or the database failed.
    pub async fn one_nomination(
        &self,
        actor: &Actor,
        slug: &str,
        id: RegistrationId,
    ) -> Result<OneNomination> {
        must_be_focal_point(actor)?;
        let mut tx = self.database().read().await?;
        let facts = event(&mut tx, slug).await?;
        let country = own_nomination(&mut tx, actor, facts.row.id, id).await?;
        let code = country.as_str();
        let rows = store::of_event(&mut tx, facts.row.id, Some(code)).await?;
        let all = in_order(rows, goes_on(&facts, self.now()));
        let one = all.into_iter().find(|one| one.id == id);
        Ok(OneNomination {
            event: EventBrief::of(&facts, self.now()),
            country,
            nomination: one.ok_or(Error::NotFound)?,
        })
    }
}

fn nominating_event(row: store::NominatingRow) -> NominatingEvent {
    NominatingEvent {
        slug: row.slug,
        title: Texts::new([(row.language, row.title)]),
        kind: row.kind,
        mode: row.mode,
        state: row.state,
        time_zone: row.time_zone,
        country: row.country,
        city: row.city,
        opens: row.registration_opens,
        closes: row.registration_closes,
        starts: row.starts_at,
        ends: row.ends_at,
        nominated: row.nominated,
        confirmed: row.confirmed,
        quota: row.quota,
    }
}

/// The nominations of one country with their places; withdrawn ones at the end.
fn in_order(rows: Vec<store::NominationRow>, goes_on: bool) -> Vec<Nomination> {
    let (standing, withdrawn): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|row| row.withdrawn_at.is_none());
    let standing = standing.into_iter().zip(1..);
    let standing = standing.map(|(row, place)| nomination(row, Some(place), goes_on));
    standing
        .chain(
            withdrawn
                .into_iter()
                .map(|row| nomination(row, None, goes_on)),
        )
        .collect()
}

fn nomination(row: store::NominationRow, place: Option<usize>, goes_on: bool) -> Nomination {
    Nomination {
        id: row.registration_id,
        country: row.nominated_country,
        place,
        state: row.state,
        hold_until: row.hold_until,
        reason: row.reason,
        ended_by: row.ended_by,
        details: DetailsForm::from_row(&row.details),
        email: row.email,
        note: row.note,
        by: row.nominated_by_name,
        at: row.nominated_at,
        withdrawn: row.withdrawn_at.is_some(),
        can_withdraw: goes_on && row.withdrawn_at.is_none() && can_withdraw(row.state),
    }
}

/// Once the person has a place, only the person and the coordinators can give it up.
fn can_withdraw(state: RegistrationState) -> bool {
    state != RegistrationState::Confirmed && state.step(RegistrationEvent::Withdrawn, &[]).is_ok()
}

fn must_be_focal_point(actor: &Actor) -> Result<()> {
    if actor.has(Role::FocalPoint) {
        Ok(())
    } else {
        Err(Error::Forbidden)
    }
}

/// The countries that a focal point acts for, each once, by their codes.
fn own_countries(actor: &Actor) -> Vec<CountryCode> {
    let mut own = actor.focal_point_of();
    own.sort_by(|a, b| a.as_str().cmp(b.as_str()));
    own.dedup();
    own
}

/// The country that a focal point acts for.
fn own_country(actor: &Actor, wanted: Option<&str>) -> Result<CountryCode> {
    must_be_focal_point(actor)?;
    let own = own_countries(actor);
    let found = match wanted {
        None => own.first().copied(),
        Some(code) => own.into_iter().find(|country| country.as_str() == code),
    };
    found.ok_or(Error::Forbidden)
}

async fn event(tx: &mut Tx, slug: &str) -> Result<EventFacts> {
    let slug = Slug::parse(slug).map_err(|_| Error::NotFound)?;
    let row = registrations::event_by_slug(tx, slug.as_str()).await?;
    let row = row.filter(|row| row.state.is_public());
    let row = row.ok_or(Error::NotFound)?;
    if row.registration_mode != RegistrationMode::Nominated {
        return Err(Error::NotFound);
    }
    with_titles(tx, row).await
}

/// The same, with the seats held still.
async fn alone(tx: &mut Tx, slug: &str) -> Result<EventFacts> {
    lock_event(tx, slug).await?;
    event(tx, slug).await
}

fn is_open(facts: &EventFacts, now: Timestamp) -> bool {
    let row = &facts.row;
    let closes = row.registration_closes.min(row.ends_at);
    row.state == EventState::Published && row.registration_opens <= now && now < closes
}

/// Whether there is still something to decide: the order matters, and one can take back.
fn goes_on(facts: &EventFacts, now: Timestamp) -> bool {
    facts.row.state == EventState::Published && now < facts.row.ends_at
}

/// The country of a nomination for this event, where the person is a focal point of it.
async fn own_nomination(
    tx: &mut Tx,
    actor: &Actor,
    event: EventId,
    id: RegistrationId,
) -> Result<CountryCode> {
    let found = store::where_from(tx, id).await?;
    let found = found.filter(|(of, _)| *of == event);
    let mut own = actor.focal_point_of().into_iter();
    let country = found.and_then(|(_, code)| own.find(|own| own.as_str() == code));
    country.ok_or(Error::NotFound)
}
