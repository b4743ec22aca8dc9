//! Quotas: the most seats for a country, an organisation or a role of one event.

use crate::{Result, Tx};
use maktab_domain::{EventId, OrganisationId, ParticipantRole, QuotaId};
use std::collections::HashSet;

/// Whom a quota is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuotaFor {
    /// Participants from the country of this code.
    Country(String),
    /// Participants who come for this organisation.
    Organisation(OrganisationId),
    /// Everybody in this role, who takes no participant's seat.
    Role(ParticipantRole),
}

impl QuotaFor {
    fn country(&self) -> Option<&str> {
        match self {
            Self::Country(code) => Some(code),
            _ => None,
        }
    }

    const fn organisation(&self) -> Option<OrganisationId> {
        match self {
            Self::Organisation(id) => Some(*id),
            _ => None,
        }
    }

    const fn role(&self) -> Option<&'static str> {
        match self {
            Self::Role(role) => Some(role.code()),
            _ => None,
        }
    }
}

/// Which of these events have quotas.
///
/// # Errors
/// The database failed.
pub async fn any_of(tx: &mut Tx, events: &[EventId]) -> Result<HashSet<EventId>> {
    let found = rows_in!(
        tx,
        (EventId,),
        "SELECT DISTINCT event_id FROM quotas WHERE event_id IN",
        events
    )?;
    Ok(found.into_iter().map(|(event,)| event).collect())
}

/// A quota as it is kept.
#[derive(Debug, Clone, sqlx::FromRow)]
struct Kept {
    id: QuotaId,
    country: Option<String>,
    organisation_id: Option<OrganisationId>,
    role: Option<String>,
    seats: i64,
    taken: i64,
}

/// A quota.
#[derive(Debug, Clone)]
pub struct QuotaRow {
    /// The quota.
    pub id: QuotaId,
    /// Whom it is for.
    pub whom: QuotaFor,
    /// The most seats.
    pub seats: i64,
    /// How many of them are taken or held.
    pub taken: i64,
}

impl TryFrom<Kept> for QuotaRow {
    type Error = crate::Error;

    fn try_from(kept: Kept) -> Result<Self> {
        let whom = match (kept.country, kept.organisation_id, kept.role) {
            (Some(code), None, None) => QuotaFor::Country(code),
            (None, Some(id), None) => QuotaFor::Organisation(id),
            (None, None, Some(role)) => QuotaFor::Role(
                role.parse()
                    .map_err(|unknown| crate::Error::Unreadable(format!("{unknown}")))?,
            ),
            _ => return Err(crate::Error::Unreadable(format!("quota {}", kept.id))),
        };
        Ok(Self {
            id: kept.id,
            whom,
            seats: kept.seats,
            taken: kept.taken,
        })
    }
}

/// The quotas of an event: of roles, then organisations, then countries.
///
/// # Errors
/// The database failed.
pub async fn of_event(tx: &mut Tx, event: EventId) -> Result<Vec<QuotaRow>> {
    let kept = rows!(
        tx,
        Kept,
        "SELECT q.id, q.country, q.organisation_id, q.role, q.seats, q.taken
         FROM quotas q LEFT JOIN countries c ON c.code = q.country
         LEFT JOIN organisations o ON o.id = q.organisation_id
         WHERE q.event_id = $1
         ORDER BY CASE WHEN q.role IS NOT NULL THEN 0 WHEN o.id IS NOT NULL THEN 1 ELSE 2 END,
                  q.role, o.position, c.position, q.id",
        event
    )?;
    kept.into_iter().map(QuotaRow::try_from).collect()
}

/// How many seats are taken or held now by those whom a quota would be for. The seats have to be
/// held still (see [`crate::seats::hold_still`]).
///
/// # Errors
/// The database failed.
pub async fn taken(tx: &mut Tx, event: EventId, whom: &QuotaFor) -> Result<i64> {
    let (count,) = one!(
        tx,
        (i64,),
        "SELECT count(*) FROM registrations
         WHERE event_id = $1
           AND (state IN ('confirmed', 'offered') OR (state = 'pending' AND NOT without_seat))
           AND ((role = 'participant' AND (country = $2 OR organisation_id = $3)) OR role = $4)",
        event,
        whom.country(),
        whom.organisation(),
        whom.role()
    )?;
    Ok(count)
}

/// Adds a quota; `false` where there is one for the same already.
///
/// # Errors
/// The database failed, there is no such country or organisation, or more is taken than there
/// would be.
pub async fn insert(
    tx: &mut Tx,
    id: QuotaId,
    event: EventId,
    whom: &QuotaFor,
    seats: i64,
    taken: i64,
) -> Result<bool> {
    let added = execute!(
        tx,
        "INSERT INTO quotas (id, event_id, country, organisation_id, role, seats, taken)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
        id,
        event,
        whom.country(),
        whom.organisation(),
        whom.role(),
        seats,
        taken
    )?;
    Ok(added == 1)
}

/// Sets the seats of a quota; `false` where more are taken, or there is no such quota.
///
/// # Errors
/// The database failed.
pub async fn set_seats(tx: &mut Tx, event: EventId, id: QuotaId, seats: i64) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE quotas SET seats = $3 WHERE id = $1 AND event_id = $2 AND taken <= $3",
        id,
        event,
        seats
    )?;
    Ok(changed == 1)
}

/// Removes a quota; `false` where there is none.
///
/// # Errors
/// The database failed.
pub async fn delete(tx: &mut Tx, event: EventId, id: QuotaId) -> Result<bool> {
    let gone = execute!(
        tx,
        "DELETE FROM quotas WHERE id = $1 AND event_id = $2",
        id,
        event
    )?;
    Ok(gone == 1)
}
