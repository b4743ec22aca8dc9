//! Who is coming.

use super::events::{TakingGate, TaughtEvent, taught};
use super::run_by;
use crate::{Actor, Result, Services};
use maktab_domain::{AttendanceStatus, RegistrationId, SessionId};
use maktab_locale::{Locale, fold_for_search};
use maktab_store::attendance as store;
use std::collections::HashMap;

/// The people with a place in an event, and the event.
#[derive(Debug, Clone)]
pub struct Roster {
    /// The event with its sessions.
    pub event: TaughtEvent,
    /// Those who were searched for, by name.
    pub people: Vec<RosterPerson>,
    /// The tracked sessions, to which the marks of each person belong.
    pub tracked: Vec<SessionId>,
}

/// A person with a place.
#[derive(Debug, Clone)]
pub struct RosterPerson {
    /// The registration.
    pub registration: RegistrationId,
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
    /// What stands, one for each tracked session.
    pub marks: Vec<Option<AttendanceStatus>>,
}

impl RosterPerson {
    /// In how many sessions the person was.
    #[must_use]
    pub fn attended(&self) -> usize {
        use AttendanceStatus::{Late, Present};
        let there = |mark: &&Option<_>| matches!(mark, Some(Present | Late));
        self.marks.iter().filter(there).count()
    }

    /// For how many sessions something is recorded.
    #[must_use]
    pub fn recorded(&self) -> usize {
        self.marks.iter().flatten().count()
    }
}

/// Whether every word of `wanted` (folded) stands in what the roster shows of a person.
fn is_found(row: &store::RosterRow, wanted: &str, locale: Locale) -> bool {
    let native = row.name_native.as_deref().unwrap_or_default();
    let country = locale.country_name(&row.country);
    let text = format!("{} {native} {} {country}", row.name_latin, row.institution);
    let text = fold_for_search(&text);
    wanted.split(' ').all(|word| text.contains(word))
}

impl Services {
    /// The roster of an event; with `search`, only the people of that name,
    /// institution or country (as `locale` names it).
    ///
    /// # Errors
    /// Not found, or not run by this person.
    pub async fn roster(
        &self,
        actor: &Actor,
        slug: &str,
        search: &str,
        locale: Locale,
    ) -> Result<Roster> {
        let mut tx = self.database().read().await?;
        let head = run_by(&mut tx, actor, slug).await?;
        let id = head.id;
        let mut titles = store::titles_of_events(&mut tx, &[id]).await?;
        let sessions = store::sessions_of_event(&mut tx, id, actor.person).await?;
        let rows = store::roster(&mut tx, id).await?;
        let marks = store::marks_of_event(&mut tx, id).await?;
        let marks: HashMap<_, _> = marks
            .into_iter()
            .map(|mark| ((mark.registration_id, mark.session_id), mark.status))
            .collect();
        let titles = titles.remove(&id).unwrap_or_default();
        let event = taught(head, titles, sessions, self.now());
        let tracked = event.sessions.iter();
        let tracked = tracked.filter(|session| session.gate != TakingGate::Untracked);
        let tracked: Vec<_> = tracked.map(|session| session.id).collect();
        let wanted = fold_for_search(search);
        let person = |row: store::RosterRow| RosterPerson {
            marks: tracked
                .iter()
                .map(|&session| marks.get(&(row.id, session)).copied())
                .collect(),
            registration: row.id,
            name_latin: row.name_latin,
            name_native: row.name_native,
            name_native_language: row.name_native_language,
            country: row.country,
            institution: row.institution,
        };
        let found = rows
            .into_iter()
            .filter(|row| is_found(row, &wanted, locale));
        let mut people: Vec<_> = found.map(person).collect();
        people.sort_by_cached_key(|person| fold_for_search(&person.name_latin));
        Ok(Roster {
            event,
            people,
            tracked,
        })
    }
}
