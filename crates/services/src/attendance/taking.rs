//! Taking attendance in one session. A correction keeps the record before it.

use super::events::{TakingGate, TaughtEvent, TaughtSession, taught};
use super::run_by;
use crate::{Actor, Error, Result, Services};
use maktab_domain::{AttendanceId, AttendanceStatus, RegistrationId, SessionId, Timestamp};
use maktab_locale::{fold_for_search, msg};
use maktab_store::attendance as store;
use std::collections::HashMap;

/// The attendance sheet of one session.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The event with all its sessions.
    pub event: TaughtEvent,
    /// The session.
    pub session: TaughtSession,
    /// Everybody with a place, by name.
    pub people: Vec<SheetPerson>,
}

impl Sheet {
    /// The record made last.
    #[must_use]
    pub fn last(&self) -> Option<&PastMark> {
        let last = self.people.iter().filter_map(|p| p.history.last());
        last.max_by_key(|mark| mark.at)
    }
}

/// One line of the sheet.
#[derive(Debug, Clone)]
pub struct SheetPerson {
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
    /// What stands.
    pub status: Option<AttendanceStatus>,
    /// Every record, the oldest first; the last one stands.
    pub history: Vec<PastMark>,
}

/// A record as it is shown.
#[derive(Debug, Clone)]
pub struct PastMark {
    /// What it says.
    pub status: AttendanceStatus,
    /// Who recorded it.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// What a trainer set for one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The person.
    pub registration: RegistrationId,
    /// What was set; `None` where nothing was.
    pub status: Option<AttendanceStatus>,
    /// What the trainer was shown. Where it is the same as `status`, the trainer
    /// changed nothing, and what another one recorded meanwhile stays; where it is
    /// not what stands, it stays as well, and the trainer is told.
    pub seen: Option<AttendanceStatus>,
}

/// What was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Marks written, corrections among them.
    pub written: usize,
    /// Corrections: marks that replaced another one.
    pub corrected: usize,
    /// People whose mark was not changed, because somebody else recorded another one after the
    /// sheet was shown: whoever sets it again has seen that one.
    pub kept: Vec<RegistrationId>,
}

impl Services {
    /// The attendance sheet of a session.
    ///
    /// # Errors
    /// Not found, or not run by this person.
    pub async fn attendance_sheet(
        &self,
        actor: &Actor,
        slug: &str,
        session: SessionId,
    ) -> Result<Sheet> {
        let mut tx = self.database().read().await?;
        let head = run_by(&mut tx, actor, slug).await?;
        let id = head.id;
        let mut titles = store::titles_of_events(&mut tx, &[id]).await?;
        let sessions = store::sessions_of_event(&mut tx, id, actor.person).await?;
        let titles = titles.remove(&id).unwrap_or_default();
        let event = taught(head, titles, sessions, self.now());
        let one = event.sessions.iter().find(|one| one.id == session);
        let one = one.cloned().ok_or(Error::NotFound)?;
        let rows = store::roster(&mut tx, id).await?;
        let mut history = HashMap::<RegistrationId, Vec<PastMark>>::new();
        let mut standing = HashMap::new();
        for record in store::records_of_session(&mut tx, session).await? {
            if record.superseded_at.is_none() {
                standing.insert(record.registration_id, record.status);
            }
            let past = history.entry(record.registration_id).or_default();
            past.push(PastMark {
                status: record.status,
                by: record.recorded_by,
                at: record.recorded_at,
            });
        }
        let mut people: Vec<_> = rows
            .into_iter()
            .map(|row| SheetPerson {
                status: standing.get(&row.id).copied(),
                history: history.remove(&row.id).unwrap_or_default(),
                registration: row.id,
                name_latin: row.name_latin,
                name_native: row.name_native,
                name_native_language: row.name_native_language,
                country: row.country,
                institution: row.institution,
            })
            .collect();
        people.sort_by_cached_key(|person| fold_for_search(&person.name_latin));
        Ok(Sheet {
            event,
            session: one,
            people,
        })
    }

    /// Records what was set. With `rest_present`, everybody who has no record and
    /// for whom nothing was set is present. People without a place are left out.
    ///
    /// # Errors
    /// [`Error::NotNow`] with the reason; not found, or not run by this person.
    pub async fn record_attendance(
        &self,
        actor: &Actor,
        slug: &str,
        session: SessionId,
        marks: &[Mark],
        rest_present: bool,
    ) -> Result<Recorded> {
        let now = self.now();
        let mut tx = self.database().write().await?;
        let event = run_by(&mut tx, actor, slug).await?;
        let sessions = store::sessions_of_event(&mut tx, event.id, actor.person).await?;
        let row = sessions.iter().find(|row| row.id == session);
        let row = row.ok_or(Error::NotFound)?;
        match TakingGate::of(row.tracked, event.state, row.starts_at, now) {
            TakingGate::Open => {}
            TakingGate::Untracked => return Err(Error::NotNow(msg!("teach-untracked"))),
            TakingGate::NotYet(_) => return Err(Error::NotNow(msg!("teach-too-early"))),
            TakingGate::Closed => return Err(Error::NotNow(msg!("teach-closed"))),
        }
        // From here on nobody else writes attendance of this session.
        store::lock_session(&mut tx, session).await?;
        let standing: HashMap<_, _> = store::records_of_session(&mut tx, session)
            .await?
            .into_iter()
            .filter(|record| record.superseded_at.is_none())
            .map(|record| (record.registration_id, record.status))
            .collect();
        let set: HashMap<_, _> = marks.iter().map(|mark| (mark.registration, mark)).collect();
        let mut done = Recorded {
            written: 0,
            corrected: 0,
            kept: Vec::new(),
        };
        for person in store::roster(&mut tx, event.id).await? {
            let stands = standing.get(&person.id).copied();
            let mark = set.get(&person.id);
            let changed = mark
                .filter(|mark| mark.status != mark.seen && mark.status != stands)
                .and_then(|mark| Some((mark.status?, mark.seen)));
            let changed = match changed {
                Some((_, seen)) if seen != stands => {
                    done.kept.push(person.id);
                    continue;
                }
                other => other.map(|(status, _)| status),
            };
            let untouched = mark.is_none_or(|mark| mark.status.is_none());
            let fill = rest_present && stands.is_none() && untouched;
            let filled = fill.then_some(AttendanceStatus::Present);
            let Some(status) = changed.or(filled) else {
                continue;
            };
            let superseded = store::supersede(&mut tx, session, person.id, now).await?;
            let new = store::NewRecord {
                id: self.new_id(AttendanceId),
                registration: person.id,
                session,
                status,
                by: actor.account,
                at: now,
            };
            store::record(&mut tx, new).await?;
            done.written += 1;
            done.corrected += usize::from(superseded > 0);
        }
        if done.written > 0 {
            let detail = serde_json::json!({
                "event": event.slug, "written": done.written, "corrected": done.corrected,
            });
            let who = Some(actor.account);
            self.record(&mut tx, who, "attendance.recorded", session.0, &detail)
                .await?;
        }
        tx.commit().await?;
        Ok(done)
    }
}
