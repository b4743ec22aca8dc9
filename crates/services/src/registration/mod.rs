//! Registering for an event: the form, the confirmation of the address, and what holds a seat.

pub(crate) mod confirm;
mod details;
pub(crate) mod register;
pub(crate) mod together;

pub use confirm::{Confirmation, Confirmed};
pub use details::{DetailsForm, RegistrationForm};
pub use register::Registered;

use crate::mail::EventFacts;
use crate::{Actor, Error, Result, Services};
use maktab_domain::{
    EventId, EventMode, RegistrationGate, RegistrationMode, RegistrationState, RegistrationWindow,
    SeatsLeft, Slug, Texts, Timestamp,
};
use maktab_store::{Tx, people, registrations};
use std::collections::{BTreeSet, HashMap};

/// The version of the text on privacy that people consent to; raised with every change of it.
pub const CONSENT_VERSION: &str = "2026-11";

/// An event as the pages of registration show it.
#[derive(Debug, Clone)]
pub struct EventBrief {
    /// The event.
    pub id: EventId,
    /// Its part of the address.
    pub slug: String,
    /// Its titles.
    pub titles: Texts,
    /// Its start.
    pub starts: Timestamp,
    /// Its end.
    pub ends: Timestamp,
    /// Name of its time zone.
    pub time_zone: String,
    /// How people take part.
    pub mode: EventMode,
    /// Its venue; without languages where it has none.
    pub venue: Texts,
    /// Its city.
    pub city: Texts,
    /// Code of its country.
    pub country: String,
    /// How people come to it.
    pub registration_mode: RegistrationMode,
    /// When one can register.
    pub window: RegistrationWindow,
    /// Whether one can register now; the reason where not.
    pub gate: RegistrationGate,
}

impl EventBrief {
    pub(crate) fn of(facts: &EventFacts, now: Timestamp) -> Self {
        let row = &facts.row;
        Self {
            id: row.id,
            slug: row.slug.clone(),
            titles: facts.titles.clone(),
            starts: row.starts_at,
            ends: row.ends_at,
            time_zone: row.time_zone.clone(),
            mode: row.mode,
            venue: row.venue.clone(),
            city: row.city.clone(),
            country: row.country.clone(),
            registration_mode: row.registration_mode,
            window: window(row),
            gate: gate(row, now),
        }
    }
}

fn window(row: &registrations::EventRow) -> RegistrationWindow {
    RegistrationWindow {
        opens: row.registration_opens,
        closes: row.registration_closes,
    }
}

fn gate(row: &registrations::EventRow, now: Timestamp) -> RegistrationGate {
    let seats = SeatsLeft {
        left: row.capacity - row.taken,
        waiting_list: row.waiting_list,
    };
    let window = window(row).of_event_ending(row.ends_at);
    RegistrationGate::of(row.state, row.registration_mode, window, seats, now)
}

/// What the page of the form shows.
#[derive(Debug, Clone)]
pub struct RegistrationPage {
    /// The event.
    pub event: EventBrief,
    /// Codes of the countries of the programme, in their order.
    pub countries: Vec<String>,
    /// What is known of the signed-in person.
    pub known: Option<DetailsForm>,
    /// Where the signed-in person's registration for this event stands, if there is one.
    pub own: Option<RegistrationState>,
}

impl Services {
    /// What the page of the form shows.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is no such event in the catalogue, or the database failed.
    pub async fn registration_page(
        &self,
        actor: Option<&Actor>,
        slug: &str,
    ) -> Result<RegistrationPage> {
        let countries = self.countries().await?;
        let mut tx = self.database().read().await?;
        let facts = public_event(&mut tx, slug).await?;
        let (mut known, mut own) = (None, None);
        if let Some(actor) = actor {
            let person = people::by_id(&mut tx, actor.person).await?;
            known = person.map(|row| DetailsForm::from_row(&row.details));
            own = registrations::live(&mut tx, facts.row.id, actor.person)
                .await?
                .map(|row| row.state);
        }
        Ok(RegistrationPage {
            event: EventBrief::of(&facts, self.now()),
            countries,
            known,
            own,
        })
    }
}

/// The event of this address, if visitors may see it.
async fn public_event(tx: &mut Tx, slug: &str) -> Result<EventFacts> {
    let slug = Slug::parse(slug).map_err(|_| Error::NotFound)?;
    let row = registrations::event_by_slug(tx, slug.as_str()).await?;
    let row = row.filter(|row| row.state.is_public());
    with_titles(tx, row.ok_or(Error::NotFound)?).await
}

/// The events of these addresses, if visitors may see them, without their sessions.
async fn public_events<'a>(
    tx: &mut Tx,
    slugs: impl IntoIterator<Item = &'a str>,
) -> Result<HashMap<String, EventFacts>> {
    let slugs: BTreeSet<&str> = slugs.into_iter().collect();
    let slugs: Vec<&str> = slugs.into_iter().collect();
    let mut rows = registrations::events_by_slug(tx, &slugs).await?;
    rows.retain(|row| row.state.is_public());
    let ids: Vec<EventId> = rows.iter().map(|row| row.id).collect();
    let mut titles = HashMap::<EventId, Vec<(String, String)>>::new();
    for (event, language, title) in registrations::titles_of(tx, &ids).await? {
        titles.entry(event).or_default().push((language, title));
    }
    let facts = |row: registrations::EventRow| EventFacts {
        titles: Texts::new(titles.remove(&row.id).unwrap_or_default()),
        row,
        sessions: Vec::new(),
    };
    let found = rows.into_iter().map(facts);
    Ok(found.map(|facts| (facts.row.slug.clone(), facts)).collect())
}

/// An event with what letters and pages tell of it.
pub(crate) async fn with_titles(tx: &mut Tx, row: registrations::EventRow) -> Result<EventFacts> {
    let titles = Texts::new(registrations::titles(tx, row.id).await?);
    let sessions = registrations::session_times(tx, row.id).await?;
    Ok(EventFacts {
        row,
        titles,
        sessions,
    })
}
