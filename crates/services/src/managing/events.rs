//! The list of events in a coordinator's scope.

use crate::{Actor, Error, Result, Services};
use maktab_domain::{EventKind, EventMode, RegistrationMode, Texts, Timestamp};
use maktab_locale::fold_for_search;
use maktab_store::{attendance, managing as store};
use std::collections::HashMap;

pub use maktab_domain::EventState;

/// Events by time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Time {
    /// All.
    #[default]
    Any,
    /// Going on or to come.
    Ahead,
    /// Over.
    Over,
}

/// What is looked for.
#[derive(Debug, Clone, Default)]
pub struct EventFilter {
    /// Events in this state.
    pub state: Option<EventState>,
    /// Only what is going on now.
    pub running: bool,
    /// By time.
    pub time: Time,
    /// Words, as they are typed.
    pub search: String,
    /// The page, from 1; 0 for everything.
    pub page: usize,
}

/// An event of the list.
#[derive(Debug, Clone)]
pub struct ManagedEvent {
    /// Its name in addresses.
    pub slug: String,
    /// Its titles.
    pub titles: Texts,
    /// Its kind.
    pub kind: EventKind,
    /// How people take part.
    pub mode: EventMode,
    /// Where it stands.
    pub state: EventState,
    /// Whether it is going on.
    pub running: bool,
    /// IANA name of its time zone.
    pub time_zone: String,
    /// Code of the host country.
    pub country: String,
    /// The city.
    pub city: Texts,
    /// First instant.
    pub starts_at: Timestamp,
    /// Last instant.
    pub ends_at: Timestamp,
    /// How many seats there are.
    pub capacity: i64,
    /// How many are taken or held.
    pub taken: i64,
    /// How people come to it.
    pub registration_mode: RegistrationMode,
    /// How many registrations await a decision.
    pub submitted: i64,
}

/// One page of the list.
#[derive(Debug, Clone)]
pub struct ManagedEvents {
    /// The events.
    pub events: Vec<ManagedEvent>,
    /// How many there are on all pages.
    pub found: i64,
    /// This page, from 1; 0 where it is everything.
    pub page: usize,
    /// How many pages there are; at least 1.
    pub pages: usize,
}

/// Events on one page.
const LENGTH: usize = 25;

impl Services {
    /// The events that the person may coordinate: first those that are not over.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for whoever coordinates nothing.
    pub async fn managed_events(
        &self,
        actor: &Actor,
        filter: &EventFilter,
    ) -> Result<ManagedEvents> {
        if !actor.is_coordinator() {
            return Err(Error::Forbidden);
        }
        let now = self.now();
        let state = if filter.running {
            Some(store::StateFilter::Running(now))
        } else {
            filter.state.map(store::StateFilter::In)
        };
        let words = fold_for_search(&filter.search);
        let wanted = store::Filter {
            organisers: actor.coordinated_organisations(),
            state,
            words: words
                .split_whitespace()
                .take(8)
                .map(str::to_owned)
                .collect(),
            not_over_at: (filter.time == Time::Ahead).then_some(now),
            over_at: (filter.time == Time::Over).then_some(now),
        };
        let mut page = filter.page;
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let window = |page: usize| match page.checked_sub(1) {
            Some(before) => (count(LENGTH), count(before.saturating_mul(LENGTH))),
            None => (i64::MAX, 0),
        };
        let mut tx = self.database().read().await?;
        let (mut rows, found) = store::events(&mut tx, &wanted, now, window(page)).await?;
        let pages = usize::try_from(found).unwrap_or(0).div_ceil(LENGTH).max(1);
        if page > pages {
            // Past the end, as by an old link: the last page.
            page = pages;
            (rows, _) = store::events(&mut tx, &wanted, now, window(page)).await?;
        }
        let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
        let mut titles = HashMap::new();
        // A statement takes only so many values.
        for ids in ids.chunks(10_000) {
            titles.extend(attendance::titles_of_events(&mut tx, ids).await?);
        }
        let event = |row: store::ManagedRow| ManagedEvent {
            titles: titles.remove(&row.id).unwrap_or_default(),
            running: row.state == EventState::Published
                && row.starts_at <= now
                && now < row.ends_at,
            slug: row.slug,
            kind: row.kind,
            mode: row.mode,
            state: row.state,
            time_zone: row.time_zone,
            country: row.country,
            city: row.city,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            capacity: row.capacity,
            taken: row.taken,
            registration_mode: row.registration_mode,
            submitted: row.submitted,
        };
        Ok(ManagedEvents {
            events: rows.into_iter().map(event).collect(),
            found,
            page,
            pages,
        })
    }
}
