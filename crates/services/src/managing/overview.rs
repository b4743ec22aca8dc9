//! One event at a glance, with what to do next.

use super::Head;
use crate::attendance::TakingGate;
use crate::editing::{Readiness, coordinated, facts_for_readiness, readiness};
use crate::{Actor, Result, Services};
use maktab_domain::{
    EventState, RegistrationGate, RegistrationMode, RegistrationState, RegistrationWindow,
    SeatsLeft, SessionId, Texts, Timestamp,
};
use maktab_store::{attendance, managing as store};

/// A session that is going on or comes next.
#[derive(Debug, Clone)]
pub struct NextSession {
    /// The session.
    pub id: SessionId,
    /// Its titles.
    pub titles: Texts,
    /// Its start.
    pub starts_at: Timestamp,
    /// Its end.
    pub ends_at: Timestamp,
    /// Whether attendance can be taken.
    pub gate: TakingGate,
}

/// One event at a glance.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The event.
    pub head: Head,
    /// Its summary by language.
    pub summary: Texts,
    /// The session that is going on or comes next.
    pub next: Option<NextSession>,
    /// Acronyms of its organisers.
    pub organisers: Vec<String>,
    /// How many seats there are.
    pub capacity: i64,
    /// How many are taken or held.
    pub taken: i64,
    /// How people come to it.
    pub registration_mode: RegistrationMode,
    /// When registration is open.
    pub window: RegistrationWindow,
    /// Whether one can register now.
    pub gate: RegistrationGate,
    /// How many registrations stand where; only those with any.
    pub counts: Vec<(RegistrationState, i64)>,
    /// Sessions in all.
    pub sessions: usize,
    /// Sessions with attendance.
    pub tracked: usize,
    /// Tracked sessions that have begun and lack records.
    pub attendance_missing: usize,
    /// What is missing before it can be published.
    pub readiness: Readiness,
    /// Why it was cancelled.
    pub cancellation_reason: Option<String>,
    /// Whether it is over.
    pub over: bool,
}

impl Overview {
    /// How many registrations stand there.
    #[must_use]
    pub fn count(&self, state: RegistrationState) -> i64 {
        let found = self.counts.iter().find(|(s, _)| *s == state);
        found.map_or(0, |&(_, count)| count)
    }

    /// Whether it can be cancelled.
    #[must_use]
    pub const fn can_be_cancelled(&self) -> bool {
        matches!(self.head.state, EventState::Draft | EventState::Published)
    }

    /// Whether it can be completed.
    #[must_use]
    pub const fn can_be_completed(&self) -> bool {
        matches!(self.head.state, EventState::Published) && self.over
    }
}

impl Services {
    /// One event at a glance.
    ///
    /// # Errors
    /// Not found, or out of scope.
    pub async fn event_overview(&self, actor: &Actor, slug: &str) -> Result<Overview> {
        let now = self.now();
        let reference = self.reference().await?;
        let mut tx = self.database().read().await?;
        let event = coordinated(&mut tx, actor, slug).await?;
        let row = &event.row;
        let head = Head::load(&mut tx, row).await?;
        let facts = facts_for_readiness(&mut tx, row).await?;
        let counts = store::counts_by_state(&mut tx, row.id).await?;
        let confirmed = counts
            .iter()
            .find(|(s, _)| *s == RegistrationState::Confirmed);
        let confirmed = confirmed.map_or(0, |&(_, count)| count);
        let sessions = attendance::sessions_of_event(&mut tx, row.id, actor.person).await?;
        let lacks =
            |s: &&attendance::SessionRow| s.tracked && s.starts_at <= now && s.recorded < confirmed;
        let next = sessions.iter().find(|s| s.ends_at > now);
        let next = next.map(|s| NextSession {
            id: s.id,
            titles: s.titles.clone(),
            starts_at: s.starts_at,
            ends_at: s.ends_at,
            gate: TakingGate::of(s.tracked, row.state, s.starts_at, now),
        });
        let c = &row.columns;
        let window = RegistrationWindow {
            opens: c.registration_opens,
            closes: c.registration_closes,
        };
        let seats = SeatsLeft {
            left: c.capacity - row.taken,
            waiting_list: row.waiting_list,
        };
        let acronym = |id| reference.organisation(id).map(|o| o.code.to_uppercase());
        Ok(Overview {
            summary: facts.summary(),
            next,
            organisers: event
                .organisers
                .iter()
                .filter_map(|&id| acronym(id))
                .collect(),
            capacity: c.capacity,
            taken: row.taken,
            registration_mode: c.registration_mode,
            window,
            gate: RegistrationGate::of(
                row.state,
                c.registration_mode,
                window.of_event_ending(c.ends_at),
                seats,
                now,
            ),
            sessions: sessions.len(),
            tracked: sessions.iter().filter(|s| s.tracked).count(),
            attendance_missing: sessions.iter().filter(lacks).count(),
            readiness: readiness(&event, &facts, now),
            cancellation_reason: row.cancellation_reason.clone(),
            over: now >= c.ends_at,
            head,
            counts,
        })
    }
}
