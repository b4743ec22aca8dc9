//! The list of events.

use super::seats::Basis;
use super::{Seats, Wanted, one_text, split};
use crate::reference::{Reference, sort_languages};
use crate::{Result, Services};
use maktab_domain::{
    EventId, EventKind, EventMode, EventState, RegistrationWindow, Texts, Timestamp,
};
use maktab_locale::Locale;
use maktab_store::{catalogue as store, courses};

/// How many events a page of the list has.
pub const PAGE_LENGTH: i64 = 20;

/// How many events a calendar has at most.
const CALENDAR_LENGTH: i64 = 500;

/// How many events the first page of the site shows.
const HOME_LENGTH: i64 = 6;

/// One event of a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The event.
    pub id: EventId,
    /// Its name in addresses.
    pub slug: String,
    /// Its title, in the language in which it is shown.
    pub title: Texts,
    /// Its summary, likewise.
    pub summary: Texts,
    /// Kind.
    pub kind: EventKind,
    /// Mode.
    pub mode: EventMode,
    /// State.
    pub state: EventState,
    /// Time zone (IANA).
    pub time_zone: String,
    /// Code of the host country.
    pub country: String,
    /// City by language; empty online.
    pub city: Texts,
    /// Codes of its areas, in their order.
    pub areas: Vec<String>,
    /// Tags of its languages, in their order.
    pub languages: Vec<String>,
    /// Start.
    pub starts: Timestamp,
    /// End.
    pub ends: Timestamp,
    /// Its seats.
    pub seats: Seats,
    /// When it was last changed.
    pub updated: Timestamp,
}

impl Listed {
    fn from_row(row: store::ListedRow, reference: &Reference, now: Timestamp) -> Self {
        let mut areas = split(row.areas.as_deref());
        reference.sort_areas(&mut areas);
        let mut languages = split(row.languages.as_deref());
        sort_languages(&mut languages);
        let basis = Basis {
            state: row.state,
            mode: row.registration_mode,
            window: RegistrationWindow {
                opens: row.registration_opens,
                closes: row.registration_closes,
            },
            capacity: row.capacity,
            taken: row.taken,
            unconfirmed: row.unconfirmed,
            waiting: row.waiting,
            waiting_list: row.waiting_list,
            starts: row.starts_at,
            ends: row.ends_at,
        };
        Self {
            id: row.id,
            slug: row.slug,
            title: one_text(row.language.clone(), row.title),
            summary: one_text(row.language, row.summary),
            kind: row.kind,
            mode: row.mode,
            state: row.state,
            time_zone: row.time_zone,
            country: row.country,
            city: row.city,
            areas,
            languages,
            starts: row.starts_at,
            ends: row.ends_at,
            seats: Seats::of(&basis, now),
            updated: row.updated_at,
        }
    }
}

/// One page of the list.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// The events of this page.
    pub events: Vec<Listed>,
    /// How many there are on all pages.
    pub count: i64,
    /// Which page this is, from 1; 0 where it is everything.
    pub page: i64,
    /// How many pages there are; at least 1.
    pub pages: i64,
}

/// What the first page of the site shows.
#[derive(Debug, Clone)]
pub struct Home {
    /// The next events.
    pub events: Vec<Listed>,
    /// Areas by code, each with the number of its events that have not ended.
    pub areas: Vec<(String, i64)>,
}

/// The names in addresses of all that anybody may see, with their last change.
#[derive(Debug, Clone)]
pub struct PublicAddresses {
    /// Of events.
    pub events: Vec<(String, Timestamp)>,
    /// Of courses.
    pub courses: Vec<(String, Timestamp)>,
}

impl Services {
    /// A page of the events that are wanted, drafts never among them; page 0 is everything. A page
    /// after the last is the last.
    ///
    /// # Errors
    /// The database failed.
    pub async fn catalogue(&self, locale: Locale, wanted: &Wanted, page: i64) -> Result<Catalogue> {
        let reference = self.reference().await?;
        let now = self.now();
        let filter = wanted.filter(now);
        let mut tx = self.database().read().await?;
        let count = store::count(&mut tx, &filter).await?;
        let pages = (count.max(1) + PAGE_LENGTH - 1) / PAGE_LENGTH;
        let page = page.clamp(0, pages);
        let (length, offset) = match page {
            0 => (i64::MAX, 0),
            _ => (PAGE_LENGTH, (page - 1) * PAGE_LENGTH),
        };
        let (tag, order) = (locale.tag(), wanted.order());
        let rows = store::page(&mut tx, &filter, tag, order, length, offset).await?;
        let events = rows.into_iter();
        Ok(Catalogue {
            events: events
                .map(|row| Listed::from_row(row, &reference, now))
                .collect(),
            count,
            page,
            pages,
        })
    }

    /// The next events, and how many there are in each area.
    ///
    /// # Errors
    /// The database failed.
    pub async fn home(&self, locale: Locale) -> Result<Home> {
        let reference = self.reference().await?;
        let now = self.now();
        let wanted = Wanted::default();
        let filter = wanted.filter(now);
        let mut tx = self.database().read().await?;
        let (tag, order) = (locale.tag(), wanted.order());
        let rows = store::page(&mut tx, &filter, tag, order, HOME_LENGTH, 0).await?;
        let counts = store::counts_by_area(&mut tx, &filter).await?;
        let areas = reference.areas.iter().map(|area| {
            let count = counts.iter().find(|(code, _)| *code == area.code);
            (area.code.clone(), count.map_or(0, |&(_, count)| count))
        });
        Ok(Home {
            areas: areas.collect(),
            events: rows
                .into_iter()
                .map(|row| Listed::from_row(row, &reference, now))
                .collect(),
        })
    }

    /// The events that are wanted, as many as a calendar can hold.
    pub(crate) async fn all_listed(&self, locale: Locale, wanted: &Wanted) -> Result<Vec<Listed>> {
        let reference = self.reference().await?;
        let now = self.now();
        let filter = wanted.filter(now);
        let mut tx = self.database().read().await?;
        let (tag, order) = (locale.tag(), wanted.order());
        let rows = store::page(&mut tx, &filter, tag, order, CALENDAR_LENGTH, 0).await?;
        let listed = |row| Listed::from_row(row, &reference, now);
        Ok(rows.into_iter().map(listed).collect())
    }

    /// The names in addresses of all events and courses that anybody may see.
    ///
    /// # Errors
    /// The database failed.
    pub async fn public_addresses(&self) -> Result<PublicAddresses> {
        let mut tx = self.database().read().await?;
        Ok(PublicAddresses {
            events: store::public_addresses(&mut tx).await?,
            courses: courses::public_addresses(&mut tx).await?,
        })
    }
}
