//! Seats: taken and given back in one place, for the event and for every quota at once.
//!
//! Whoever takes or frees a seat changes the event's row first. PostgreSQL then lets nobody
//! else do so before the transaction ends, so that what is read of the quotas stays true;
//! SQLite lets one writer in at a time anyway.

use crate::{Result, Tx};
use maktab_domain::{EventId, OrganisationId, ParticipantRole};

/// What a seat is counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim<'a> {
    /// The event.
    pub event: EventId,
    /// As what the person comes. Only participants take the seats of the event itself.
    pub role: ParticipantRole,
    /// Code of the country that the person comes from.
    pub country: &'a str,
    /// The organisation that the person comes for.
    pub organisation: Option<OrganisationId>,
}

/// Why there is no seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Every seat of the event is taken, or the event is not published.
    Event,
    /// The event has seats left, but not for this country, organisation or role.
    Quota,
}

/// The condition on the quotas that a claim counts for; $1 to $4 are its fields.
macro_rules! claimed {
    () => {
        "event_id = $1 AND (($2 = 'participant' AND (country = $3 OR organisation_id = $4))
                            OR role = $2)"
    };
}

/// Takes a seat of a published event, in the event and in every quota that counts; `Err` in the
/// answer where none is left, and then nothing has changed. The numbers of taken seats
/// grow here, in [`take_many`], in [`take_several`] and in [`recount`] alone.
///
/// # Errors
/// The database failed.
pub async fn take(tx: &mut Tx, claim: &Claim<'_>) -> Result<std::result::Result<(), Bound>> {
    let seats = i64::from(claim.role == ParticipantRole::Participant);
    let Some(unoffered) = take_all(tx, claim.event, seats).await? else {
        return Ok(Err(Bound::Event));
    };
    if take_quotas(tx, claim).await? {
        give(tx, claim.event, seats, unoffered).await?;
        return Ok(Ok(()));
    }
    change(tx, claim.event, -seats).await?;
    Ok(Err(Bound::Quota))
}

/// Counts a seat in every quota that counts; `false` where one is full, and then in none.
async fn take_quotas(tx: &mut Tx, claim: &Claim<'_>) -> Result<bool> {
    let role = claim.role.code();
    let (quotas, full) = one!(
        &mut *tx,
        (i64, i64),
        concat!(
            "SELECT count(*), count(*) FILTER (WHERE taken >= seats) FROM quotas WHERE ",
            claimed!()
        ),
        claim.event,
        role,
        claim.country,
        claim.organisation
    )?;
    if quotas > 0 && full == 0 {
        execute!(
            tx,
            concat!("UPDATE quotas SET taken = taken + 1 WHERE ", claimed!()),
            claim.event,
            role,
            claim.country,
            claim.organisation
        )?;
    }
    Ok(full == 0)
}

/// Counts a seat that somebody holds otherwise than before, as for another organisation; `Err` in
/// the answer where a quota of the new claim is full, and then the transaction has to be given up.
/// Event and role are the same in both.
///
/// # Errors
/// The database failed.
pub async fn recount(
    tx: &mut Tx,
    from: &Claim<'_>,
    to: &Claim<'_>,
) -> Result<std::result::Result<(), Bound>> {
    hold_still(tx, from.event).await?;
    free_quotas(tx, from, 1).await?;
    let counted = take_quotas(tx, to).await?;
    Ok(if counted { Ok(()) } else { Err(Bound::Quota) })
}

/// Takes up to so many participants' seats of a published event that counts by no quota for
/// country or organisation; answers how many. Nobody else changes them until the transaction ends.
///
/// # Errors
/// The database failed.
pub async fn take_many(tx: &mut Tx, event: EventId, most: usize) -> Result<usize> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    if let Some(unoffered) = take_all(tx, event, most).await? {
        give(tx, event, most, unoffered).await?;
        return Ok(usize::try_from(most).unwrap_or_default());
    }
    hold_still(tx, event).await?;
    let left = optional!(
        &mut *tx,
        (i64,),
        "SELECT capacity - taken FROM events WHERE id = $1 AND state = 'published'",
        event
    )?;
    let left = left.map_or(0, |(left,)| left.clamp(0, most));
    if left == 0 {
        return Ok(0);
    }
    let Some(unoffered) = take_all(tx, event, left).await? else {
        return Ok(0);
    };
    give(tx, event, left, unoffered).await?;
    Ok(usize::try_from(left).unwrap_or_default())
}

/// Takes so many seats, or none; where they were taken, how many became free while nothing could
/// be offered.
async fn take_all(tx: &mut Tx, event: EventId, seats: i64) -> Result<Option<i64>> {
    let taken = optional!(
        tx,
        (i64,),
        "UPDATE events SET taken = taken + $2
         WHERE id = $1 AND taken + $2 <= capacity AND state = 'published' RETURNING unoffered",
        event,
        seats
    )?;
    Ok(taken.map(|(unoffered,)| unoffered))
}

/// Counts seats that are given for good among those that became free while nothing could be
/// offered: none are left to be offered for them.
async fn give(tx: &mut Tx, event: EventId, seats: i64, unoffered: i64) -> Result<()> {
    if seats > 0 && unoffered > 0 {
        execute!(
            tx,
            "UPDATE events SET unoffered = $2 WHERE id = $1",
            event,
            (unoffered - seats).max(0)
        )?;
    }
    Ok(())
}

/// Gives seats back that [`take_many`] has taken.
///
/// # Errors
/// The database failed, or there were none to give back.
pub async fn free_many(tx: &mut Tx, event: EventId, seats: usize) -> Result<()> {
    change(tx, event, -i64::try_from(seats).unwrap_or(i64::MAX)).await
}

/// Gives a seat back.
///
/// # Errors
/// The database failed, or there was none to give back.
pub async fn free(tx: &mut Tx, claim: &Claim<'_>) -> Result<()> {
    free_several(tx, claim, 1).await
}

/// Takes seats for so many people of one claim, in the event and in every quota that counts; `Err`
/// in the answer where there are not as many, and then the transaction has to be given up: some
/// may have been taken.
///
/// # Errors
/// The database failed.
pub async fn take_several(
    tx: &mut Tx,
    claim: &Claim<'_>,
    people: i64,
) -> Result<std::result::Result<(), Bound>> {
    let participant = claim.role == ParticipantRole::Participant;
    let seats = if participant { people } else { 0 };
    let Some(unoffered) = take_all(tx, claim.event, seats).await? else {
        return Ok(Err(Bound::Event));
    };
    give(tx, claim.event, seats, unoffered).await?;
    let (quotas,) = one!(
        &mut *tx,
        (i64,),
        concat!("SELECT count(*) FROM quotas WHERE ", claimed!()),
        claim.event,
        claim.role.code(),
        claim.country,
        claim.organisation
    )?;
    let counted = execute!(
        tx,
        concat!(
            "UPDATE quotas SET taken = taken + $5 WHERE taken + $5 <= seats AND ",
            claimed!()
        ),
        claim.event,
        claim.role.code(),
        claim.country,
        claim.organisation,
        people
    )?;
    let all = i64::try_from(counted).is_ok_and(|counted| counted == quotas);
    Ok(if all { Ok(()) } else { Err(Bound::Quota) })
}

/// Gives the seats of so many people of one claim back.
///
/// # Errors
/// The database failed, or there were not as many to give back.
pub async fn free_several(tx: &mut Tx, claim: &Claim<'_>, people: i64) -> Result<()> {
    let participant = claim.role == ParticipantRole::Participant;
    change(tx, claim.event, if participant { -people } else { 0 }).await?;
    free_quotas(tx, claim, people).await
}

async fn free_quotas(tx: &mut Tx, claim: &Claim<'_>, people: i64) -> Result<()> {
    execute!(
        tx,
        concat!("UPDATE quotas SET taken = taken - $5 WHERE ", claimed!()),
        claim.event,
        claim.role.code(),
        claim.country,
        claim.organisation,
        people
    )?;
    Ok(())
}

/// Waits until nobody else changes the seats of an event, until the transaction ends.
///
/// # Errors
/// The database failed.
pub async fn hold_still(tx: &mut Tx, event: EventId) -> Result<()> {
    change(tx, event, 0).await
}

/// Notes that so many seats became free while nothing could be offered. A seat that is given
/// meanwhile counts as one of them.
///
/// # Errors
/// The database failed.
pub async fn note_unoffered(tx: &mut Tx, event: EventId, seats: usize) -> Result<()> {
    let seats = i64::try_from(seats).unwrap_or(i64::MAX);
    execute!(
        tx,
        "UPDATE events SET unoffered = unoffered + $2 WHERE id = $1",
        event,
        seats
    )?;
    Ok(())
}

/// How many seats became free while nothing could be offered; they are forgotten by it.
///
/// # Errors
/// The database failed, or there is no such event.
pub async fn recall_unoffered(tx: &mut Tx, event: EventId) -> Result<usize> {
    let (seats,) = one!(
        &mut *tx,
        (i64,),
        "SELECT unoffered FROM events WHERE id = $1",
        event
    )?;
    if seats > 0 {
        execute!(tx, "UPDATE events SET unoffered = 0 WHERE id = $1", event)?;
    }
    Ok(usize::try_from(seats).unwrap_or_default())
}

/// Sets whether people may wait for a freed seat of an event, and for how many hours one is
/// offered.
///
/// # Errors
/// The database failed, or the hours are out of range.
pub async fn set_waiting_list(tx: &mut Tx, event: EventId, open: bool, hours: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE events SET waiting_list = $2, offer_hours = $3 WHERE id = $1",
        event,
        open,
        hours
    )?;
    Ok(())
}

async fn change(tx: &mut Tx, event: EventId, by: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE events SET taken = taken + $2 WHERE id = $1",
        event,
        by
    )?;
    Ok(())
}
