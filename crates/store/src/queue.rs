//! The waiting list: its order, and the offer of a freed seat.
//!
//! The order is by priority, then by the time since which somebody waits; among those who wait
//! since the same instant by the place that their country has given them. Where focal points rank
//! their people otherwise than these came to wait, they exchange their times ([`rank`]).

use crate::registrations::RegistrationRow;
use crate::{Result, Tx};
use maktab_domain::{EventId, ParticipantRole, RegistrationId, RegistrationState, Timestamp};
use std::iter::zip;

/// The first on the waiting list for whom a seat is free, in the event and in every quota; of
/// those who are to come as `role`, where that is given.
///
/// # Errors
/// The database failed.
pub async fn first_who_fits(
    tx: &mut Tx,
    event: EventId,
    role: Option<ParticipantRole>,
) -> Result<Option<RegistrationRow>> {
    optional!(
        tx,
        RegistrationRow,
        "SELECT r.*, p.email FROM registrations r
         JOIN people p ON p.id = r.person_id JOIN events e ON e.id = r.event_id
         LEFT JOIN nominations n ON n.registration_id = r.id
         WHERE r.event_id = $1 AND r.state = 'waitlisted' AND r.role = coalesce($2, r.role)
           AND (r.role <> 'participant' OR e.taken < e.capacity)
           AND NOT EXISTS (
               SELECT 1 FROM quotas q WHERE q.event_id = r.event_id AND q.taken >= q.seats
               AND ((r.role = 'participant'
                     AND (q.country = r.country OR q.organisation_id = r.organisation_id))
                    OR q.role = r.role))
         ORDER BY r.priority DESC, r.queued_at, coalesce(n.place, 0), r.id LIMIT 1",
        event,
        role.map(ParticipantRole::code)
    )
}

/// Holds a seat, which has been taken, until `until`; `false` where the registration no longer
/// stands at `from`.
///
/// # Errors
/// The database failed.
pub async fn offer(
    tx: &mut Tx,
    id: RegistrationId,
    from: RegistrationState,
    until: Timestamp,
) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE registrations SET state = 'offered', hold_until = $3 WHERE id = $1 AND state = $2",
        id,
        from.code(),
        until
    )?;
    Ok(changed == 1)
}

/// Confirms an offered registration in time, with the text consented to where that was still
/// missing; `false` where it is too late, or no longer offered.
///
/// # Errors
/// The database failed.
pub async fn accept(
    tx: &mut Tx,
    id: RegistrationId,
    now: Timestamp,
    consent: Option<&str>,
) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE registrations SET state = 'confirmed', hold_until = NULL, confirmed_at = $2,
            consent_version = coalesce($3, consent_version),
            consented_at = CASE WHEN $3 IS NULL THEN consented_at ELSE $2 END
         WHERE id = $1 AND state = 'offered' AND hold_until > $2",
        id,
        now,
        consent
    )?;
    Ok(changed == 1)
}

/// The place of a registration on its waiting list, from 1, and how long the list is.
///
/// # Errors
/// The database failed.
pub async fn place(tx: &mut Tx, id: RegistrationId) -> Result<(i64, i64)> {
    one!(
        tx,
        (i64, i64),
        "SELECT count(*) FILTER (WHERE o.priority > r.priority OR (o.priority = r.priority
                    AND (o.queued_at, coalesce(m.place, 0), o.id)
                        <= (r.queued_at, coalesce(n.place, 0), r.id))),
                count(*)
         FROM registrations r JOIN registrations o
           ON o.event_id = r.event_id AND o.state = 'waitlisted' AND o.role = r.role
         LEFT JOIN nominations n ON n.registration_id = r.id
         LEFT JOIN nominations m ON m.registration_id = o.id
         WHERE r.id = $1 AND r.state = 'waitlisted'",
        id
    )
}

/// The places of a person on all her waiting lists: registration, place from 1, length.
///
/// # Errors
/// The database failed.
pub async fn places_of_person(
    tx: &mut Tx,
    person: maktab_domain::PersonId,
) -> Result<Vec<(RegistrationId, i64, i64)>> {
    rows!(
        tx,
        (RegistrationId, i64, i64),
        "SELECT r.id,
                count(*) FILTER (WHERE o.priority > r.priority OR (o.priority = r.priority
                    AND (o.queued_at, coalesce(m.place, 0), o.id)
                        <= (r.queued_at, coalesce(n.place, 0), r.id))),
                count(*)
         FROM registrations r JOIN registrations o
           ON o.event_id = r.event_id AND o.state = 'waitlisted' AND o.role = r.role
         LEFT JOIN nominations n ON n.registration_id = r.id
         LEFT JOIN nominations m ON m.registration_id = o.id
         WHERE r.person_id = $1 AND r.state = 'waitlisted'
         GROUP BY r.id",
        person
    )
}

/// Puts those of a country who wait into the order of its focal points: people of the same
/// priority exchange the times since which they wait, so that nobody else's turn changes.
///
/// # Errors
/// The database failed.
pub async fn rank(tx: &mut Tx, event: EventId, country: &str) -> Result<()> {
    let waiting = rows!(
        &mut *tx,
        (RegistrationId, i64, Timestamp),
        "SELECT r.id, r.priority, r.queued_at
         FROM nominations n JOIN registrations r ON r.id = n.registration_id
         WHERE n.event_id = $1 AND n.country = $2 AND r.state = 'waitlisted'
         ORDER BY r.priority, n.place, r.id",
        event,
        country
    )?;
    for alike in waiting.chunk_by(|(_, one, _), (_, other, _)| one == other) {
        let mut times: Vec<_> = alike.iter().map(|&(.., since)| since).collect();
        times.sort_unstable();
        for (&(id, _, before), since) in zip(alike, times) {
            if before != since {
                set_since(tx, id, since).await?;
            }
        }
    }
    Ok(())
}

/// Gives somebody who waits the time back since which she came to wait, before she leaves the
/// waiting list as if she had never been there: whoever of her country has it by an exchange gets
/// hers.
///
/// # Errors
/// The database failed.
pub async fn unrank(
    tx: &mut Tx,
    event: EventId,
    country: &str,
    id: RegistrationId,
    since: Timestamp,
) -> Result<()> {
    let other = optional!(
        &mut *tx,
        (RegistrationId, Timestamp),
        "SELECT o.id, r.queued_at FROM registrations r
         JOIN nominations n ON n.event_id = $1 AND n.country = $2
         JOIN registrations o ON o.id = n.registration_id AND o.state = 'waitlisted'
          AND o.priority = r.priority AND o.queued_at = $4
         WHERE r.id = $3 AND r.queued_at <> $4
         ORDER BY n.place DESC LIMIT 1",
        event,
        country,
        id,
        since
    )?;
    if let Some((other, hers)) = other {
        set_since(tx, other, hers).await?;
        set_since(tx, id, since).await?;
    }
    Ok(())
}

async fn set_since(tx: &mut Tx, id: RegistrationId, since: Timestamp) -> Result<()> {
    execute!(
        tx,
        "UPDATE registrations SET queued_at = $2 WHERE id = $1",
        id,
        since
    )?;
    Ok(())
}

/// Sets the priority of somebody who waits, 0 to 9; `false` where nobody waits by this id.
///
/// # Errors
/// The database failed, or the priority is out of range.
pub async fn set_priority(
    tx: &mut Tx,
    event: EventId,
    id: RegistrationId,
    priority: i64,
) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE registrations SET priority = $3
         WHERE id = $1 AND event_id = $2 AND state = 'waitlisted'",
        id,
        event,
        priority
    )?;
    Ok(changed == 1)
}
