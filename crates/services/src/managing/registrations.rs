//! The registrations of an event as a list: filtered, searched, sorted, paged.
//!
//! One event has as many registrations as it has seats and people waiting: they are read at
//! once, and searched and sorted by the same folding as everywhere (letters of every script,
//! names of countries in the reader's language), which no database does alike.

use super::Head;
use super::undoing::{Undoable, UndoableDecision};
use crate::editing::coordinated;
use crate::{Actor, Error, Result, Services};
use maktab_domain::{
    OrganisationId, ParticipantRole, RegistrationId, RegistrationState, Timestamp,
};
use maktab_locale::{Locale, fold_for_search};
use maktab_store::{managing as store, queue};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// The order of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// The latest first.
    #[default]
    Newest,
    /// The earliest first.
    Oldest,
    /// By name in Latin script.
    Name,
    /// By country as the reader names it: those nominated in the order of the country, then by name.
    Country,
    /// By the place on the waiting list; those who do not wait come after.
    Place,
}

/// What is looked for.
#[derive(Debug, Clone, Default)]
pub struct RegistrationFilter {
    /// In this state.
    pub state: Option<RegistrationState>,
    /// Of this country, by code.
    pub country: String,
    /// Words, as they are typed.
    pub search: String,
    /// The order.
    pub sort: Sort,
    /// The page, from 1; 0 for everything.
    pub page: usize,
}

/// A registration of the list.
#[derive(Debug, Clone)]
pub struct Registration {
    /// The registration.
    pub id: RegistrationId,
    /// Where it stands.
    pub state: RegistrationState,
    /// Until when the person can answer.
    pub hold_until: Option<Timestamp>,
    /// Whether it holds a seat.
    pub holds_seat: bool,
    /// As what the person comes.
    pub role: ParticipantRole,
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// Whether it is the person's turn before others on the waiting list.
    pub first: bool,
    /// The place on the waiting list, from 1, where it stands there.
    pub place: Option<usize>,
    /// The place in the order of the country, where a focal point has nominated the person.
    pub nominated_place: Option<i64>,
    /// Why the person was nominated, in the words of the focal point.
    pub nomination_note: Option<String>,
    /// Name in Latin script.
    pub name_latin: String,
    /// Name in another script.
    pub name_native: Option<String>,
    /// The language of that name.
    pub name_native_language: Option<String>,
    /// Code of the country.
    pub country: String,
    /// The institution.
    pub institution: String,
    /// The job.
    pub job_title: String,
    /// Tag of the language to write in.
    pub language: String,
    /// The address.
    pub email: String,
    /// When it was made.
    pub registered_at: Timestamp,
    /// When it was confirmed.
    pub confirmed_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// By whom, by code: `person`, `focal-point`, `coordinator`, `deadline`.
    pub ended_by: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

impl From<store::RegistrationRow> for Registration {
    fn from(row: store::RegistrationRow) -> Self {
        Self {
            id: row.id,
            state: row.state,
            hold_until: row.hold_until,
            holds_seat: row.holds_seat(),
            role: row.role,
            organisation: row.organisation_id,
            first: row.priority > 0,
            place: None,
            nominated_place: row.nominated_place,
            nomination_note: row.nomination_note,
            name_latin: row.details.name_latin,
            name_native: row.details.name_native,
            name_native_language: row.details.name_native_language,
            country: row.details.country,
            institution: row.details.institution,
            job_title: row.details.job_title,
            language: row.details.language,
            email: row.email,
            registered_at: row.registered_at,
            confirmed_at: row.confirmed_at,
            ended_at: row.ended_at,
            ended_by: row.ended_by,
            reason: row.reason,
        }
    }
}

/// One page of the list.
#[derive(Debug, Clone)]
pub struct Registrations {
    /// The event.
    pub head: Head,
    /// Seats taken or held, of how many.
    pub seats: (i64, i64),
    /// The registrations of this page.
    pub rows: Vec<Registration>,
    /// How many were found on all pages.
    pub found: usize,
    /// How many there are in each state that occurs, whatever was looked for.
    pub counts: Vec<(RegistrationState, usize)>,
    /// Codes of the countries that occur.
    pub countries: Vec<String>,
    /// This page, from 1.
    pub page: usize,
    /// How many pages there are; at least 1.
    pub pages: usize,
    /// The decisions that can still be undone, the latest first.
    pub undoable: Vec<Undoable>,
}

/// One registration with its event.
#[derive(Debug, Clone)]
pub struct OneRegistration {
    /// The event.
    pub head: Head,
    /// Seats that are left.
    pub seats_left: i64,
    /// The registration.
    pub registration: Registration,
    /// The latest decision on it, where it can still be undone.
    pub undoable: Option<UndoableDecision>,
}

/// Registrations on one page.
const LENGTH: usize = 50;

impl Services {
    /// The registrations of an event that are looked for. `locale` names the countries.
    ///
    /// # Errors
    /// Not found, or out of scope.
    pub async fn registrations(
        &self,
        actor: &Actor,
        slug: &str,
        filter: &RegistrationFilter,
        locale: Locale,
    ) -> Result<Registrations> {
        let mut tx = self.database().read().await?;
        let event = coordinated(&mut tx, actor, slug).await?;
        let head = Head::load(&mut tx, &event.row).await?;
        let all = store::registrations(&mut tx, event.row.id).await?;
        let all = with_places(all);
        let in_state = |state| all.iter().filter(|row| row.state == state).count();
        let states = RegistrationState::ALL.iter().map(|&s| (s, in_state(s)));
        let counts = states.filter(|&(_, count)| count > 0).collect();
        let countries: BTreeSet<_> = all.iter().map(|row| row.country.as_str()).collect();
        let mut countries: Vec<_> = countries.into_iter().map(str::to_owned).collect();
        countries.sort_by_cached_key(|code| fold_for_search(&locale.country_name(code)));
        let wanted = fold_for_search(&filter.search);
        let mut rows: Vec<_> = all
            .into_iter()
            .filter(|row| filter.state.is_none_or(|state| row.state == state))
            .filter(|row| filter.country.is_empty() || row.country == filter.country)
            .filter(|row| wanted.is_empty() || is_found(row, &wanted, locale))
            .collect();
        sort(&mut rows, filter.sort, locale);
        let found = rows.len();
        let pages = found.div_ceil(LENGTH).max(1);
        let page = filter.page.min(pages);
        if page > 0 {
            let before = (page - 1).saturating_mul(LENGTH);
            rows = rows.into_iter().skip(before).take(LENGTH).collect();
        }
        Ok(Registrations {
            head,
            seats: (event.row.taken, event.row.columns.capacity),
            rows,
            found,
            counts,
            countries,
            page,
            pages,
            undoable: self.undoable(&mut tx, &event).await?,
        })
    }

    /// One registration of the event.
    ///
    /// # Errors
    /// Not found, or out of scope.
    pub async fn one_registration(
        &self,
        actor: &Actor,
        slug: &str,
        id: RegistrationId,
    ) -> Result<OneRegistration> {
        let mut tx = self.database().read().await?;
        let event = coordinated(&mut tx, actor, slug).await?;
        let row = store::registration(&mut tx, event.row.id, id).await?;
        let mut registration = Registration::from(row.ok_or(Error::NotFound)?);
        if registration.state == RegistrationState::Waitlisted {
            let (place, _) = queue::place(&mut tx, id).await?;
            registration.place = usize::try_from(place).ok();
        }
        Ok(OneRegistration {
            head: Head::load(&mut tx, &event.row).await?,
            seats_left: event.row.columns.capacity - event.row.taken,
            registration,
            undoable: self.undoable_decision(&mut tx, id).await?,
        })
    }
}

/// The registrations, each that waits with its place: the higher priority first, then who came
/// first, of those who came at once by the place in the order of the country (see
/// [`maktab_store::queue`]); observers and speakers wait for seats of their own.
fn with_places(rows: Vec<store::RegistrationRow>) -> Vec<Registration> {
    let mut queue: Vec<_> = rows
        .iter()
        .filter(|row| row.state == RegistrationState::Waitlisted)
        .map(|row| {
            let nominated = row.nominated_place.unwrap_or(0);
            let turn = (Reverse(row.priority), row.queued_at, nominated);
            (row.role, turn, row.id)
        })
        .collect();
    queue.sort_unstable();
    let mut places = HashMap::new();
    for of_role in queue.chunk_by(|(one, ..), (other, ..)| one == other) {
        places.extend(
            of_role
                .iter()
                .zip(1..)
                .map(|(&(.., id), place)| (id, place)),
        );
    }
    let rows = rows.into_iter().map(Registration::from);
    rows.map(|row| Registration {
        place: places.get(&row.id).copied(),
        ..row
    })
    .collect()
}

fn is_found(row: &Registration, wanted: &str, locale: Locale) -> bool {
    let native = row.name_native.as_deref().unwrap_or_default();
    let country = locale.country_name(&row.country);
    let text = [
        &row.name_latin,
        native,
        &row.institution,
        &row.job_title,
        &row.email,
        &country,
    ];
    let text = fold_for_search(&text.join(" "));
    wanted.split(' ').all(|word| text.contains(word))
}

fn sort(rows: &mut [Registration], order: Sort, locale: Locale) {
    let name = |row: &Registration| fold_for_search(&row.name_latin);
    match order {
        Sort::Newest => rows.sort_by_key(|row| Reverse(row.registered_at)),
        Sort::Oldest => rows.sort_by_key(|row| row.registered_at),
        Sort::Name => rows.sort_by_cached_key(name),
        Sort::Place => rows.sort_by_key(|row| (row.place.is_none(), row.role, row.place)),
        Sort::Country => rows.sort_by_cached_key(|row| {
            (
                fold_for_search(&locale.country_name(&row.country)),
                // Those whom the country has put into an order come first, in it.
                row.nominated_place.is_none(),
                row.nominated_place,
                name(row),
            )
        }),
    }
}
