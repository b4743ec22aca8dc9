//! The events that a trainer runs, with their sessions.

use crate::{Actor, Error, Result, Services};
use maktab_domain::{EventMode, EventState, SessionId, Span, Texts, Timestamp};
use maktab_store::attendance as store;

/// Where an event stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Has begun and not ended.
    Running,
    /// Has not begun.
    Upcoming,
    /// Is over, or will not take place.
    Past,
}

impl Phase {
    fn of(event: &store::EventHead, now: Timestamp) -> Self {
        if event.state == EventState::Cancelled || now >= event.ends_at {
            Self::Past
        } else if now < event.starts_at {
            Self::Upcoming
        } else {
            Self::Running
        }
    }
}

/// Whether attendance of a session can be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakingGate {
    /// None is taken in this session.
    Untracked,
    /// From this instant.
    NotYet(Timestamp),
    /// Now.
    Open,
    /// No longer, or never: the event is not published, is cancelled or completed.
    Closed,
}

/// How long before the start of a session its attendance can be taken: people arrive.
const EARLY: Span = Span::minutes(30);

impl TakingGate {
    /// Decides for a session of an event in this state.
    #[must_use]
    pub fn of(tracked: bool, state: EventState, starts_at: Timestamp, now: Timestamp) -> Self {
        let opens = starts_at - EARLY;
        if !tracked {
            Self::Untracked
        } else if state != EventState::Published {
            Self::Closed
        } else if now < opens {
            Self::NotYet(opens)
        } else {
            Self::Open
        }
    }
}

/// An event as those who run it see it.
#[derive(Debug, Clone)]
pub struct TaughtEvent {
    /// Its name in addresses.
    pub slug: String,
    /// Its titles.
    pub titles: Texts,
    /// Where it stands.
    pub state: EventState,
    /// How people take part.
    pub mode: EventMode,
    /// IANA name of its time zone.
    pub time_zone: String,
    /// Code of the host country.
    pub country: String,
    /// The city.
    pub city: Texts,
    /// The place in the city.
    pub venue: Texts,
    /// First instant.
    pub starts_at: Timestamp,
    /// Last instant.
    pub ends_at: Timestamp,
    /// Where it stands in time.
    pub phase: Phase,
    /// People with a place.
    pub confirmed: i64,
    /// Its sessions by start.
    pub sessions: Vec<TaughtSession>,
}

/// A session as those who run it see it.
#[derive(Debug, Clone)]
pub struct TaughtSession {
    /// The session.
    pub id: SessionId,
    /// Its titles.
    pub titles: Texts,
    /// Its start.
    pub starts_at: Timestamp,
    /// Its end.
    pub ends_at: Timestamp,
    /// The room; empty where none is named.
    pub room: String,
    /// Whether the person who asks is one of its trainers.
    pub own: bool,
    /// Whether it is going on.
    pub now: bool,
    /// People for whom something is recorded.
    pub recorded: i64,
    /// People with a place.
    pub expected: i64,
    /// Whether attendance can be taken.
    pub gate: TakingGate,
}

impl TaughtSession {
    /// Whether it began, is tracked, and lacks records.
    #[must_use]
    pub fn is_missing(&self, now: Timestamp) -> bool {
        self.gate == TakingGate::Open && self.starts_at <= now && self.recorded < self.expected
    }
}

/// Puts an event together from its rows.
pub(super) fn taught(
    head: store::EventHead,
    titles: Texts,
    sessions: Vec<store::SessionRow>,
    now: Timestamp,
) -> TaughtEvent {
    let phase = Phase::of(&head, now);
    let cancelled = head.state == EventState::Cancelled;
    let session = |row: store::SessionRow| TaughtSession {
        id: row.id,
        titles: row.titles,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        room: row.room,
        own: row.own,
        now: !cancelled && row.starts_at <= now && now < row.ends_at,
        recorded: row.recorded,
        expected: head.confirmed,
        gate: TakingGate::of(row.tracked, head.state, row.starts_at, now),
    };
    let sessions = sessions.into_iter().map(session).collect();
    TaughtEvent {
        slug: head.slug,
        titles,
        state: head.state,
        mode: head.mode,
        time_zone: head.time_zone,
        country: head.country,
        city: head.city,
        venue: head.venue,
        starts_at: head.starts_at,
        ends_at: head.ends_at,
        phase,
        confirmed: head.confirmed,
        sessions,
    }
}

impl Services {
    /// The events in which the person is a trainer: running ones, upcoming ones by
    /// start, then past ones, the latest first.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for somebody who neither trains nor coordinates.
    pub async fn taught_events(&self, actor: &Actor) -> Result<Vec<TaughtEvent>> {
        if !actor.is_trainer() && !actor.is_coordinator() {
            return Err(Error::Forbidden);
        }
        let now = self.now();
        let mut tx = self.database().read().await?;
        let heads = store::events_of_trainer(&mut tx, actor.person).await?;
        let ids: Vec<_> = heads.iter().map(|head| head.id).collect();
        let mut titles = store::titles_of_events(&mut tx, &ids).await?;
        let mut sessions = store::sessions_of_trainer(&mut tx, actor.person).await?;
        let mut events: Vec<_> = heads
            .into_iter()
            .map(|head| {
                let own = sessions.extract_if(.., |row| row.event_id == head.id);
                let own = own.collect();
                let titles = titles.remove(&head.id).unwrap_or_default();
                taught(head, titles, own, now)
            })
            .collect();
        events.sort_by_key(|event| {
            let start = event.starts_at.millis();
            let order = if event.phase == Phase::Past {
                -start
            } else {
                start
            };
            (event.phase, order)
        });
        Ok(events)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attendance_opens_thirty_minutes_before_the_start_of_a_tracked_session() {
        let start = Timestamp(100 * 60_000);
        let at = |minute: i64| Timestamp(minute * 60_000);
        let gate = |tracked, state, now| TakingGate::of(tracked, state, start, now);
        let published = EventState::Published;
        assert_eq!(gate(true, published, at(70)), TakingGate::Open);
        assert_eq!(
            gate(true, published, at(70) - Span(1)),
            TakingGate::NotYet(at(70))
        );
        assert_eq!(gate(true, published, at(9999)), TakingGate::Open);
        assert_eq!(gate(false, published, at(70)), TakingGate::Untracked);
        for state in [
            EventState::Draft,
            EventState::Cancelled,
            EventState::Completed,
            EventState::Archived,
        ] {
            assert_eq!(gate(true, state, at(70)), TakingGate::Closed, "{state}");
        }
    }
}
