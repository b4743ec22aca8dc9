//! The registrations of an event, and decisions on them.

use crate::people::Details;
use crate::registrations::EndedBy;
use crate::seats::Claim;
use crate::{Result, Tx};
use maktab_domain::{
    EventId, InvitationId, OrganisationId, ParticipantRole, PersonId, RegistrationId,
    RegistrationState, Timestamp,
};

/// A registration as a coordinator sees it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RegistrationRow {
    /// The registration.
    pub id: RegistrationId,
    /// For which event.
    pub event_id: EventId,
    /// Whose it is.
    pub person_id: PersonId,
    /// Where it stands.
    #[sqlx(try_from = "String")]
    pub state: RegistrationState,
    /// Until when the seat is held.
    pub hold_until: Option<Timestamp>,
    /// While the address is not confirmed: whether no seat is held.
    pub without_seat: bool,
    /// As what the person comes.
    #[sqlx(try_from = "String")]
    pub role: ParticipantRole,
    /// For which organisation.
    pub organisation_id: Option<OrganisationId>,
    /// By which invitation.
    pub invitation_id: Option<InvitationId>,
    /// Which text was consented to; empty where somebody else has registered the person.
    pub consent_version: String,
    /// Whose turn it is on the waiting list: the higher first.
    pub priority: i64,
    /// Since when the person waits, where she does.
    pub queued_at: Timestamp,
    /// What was typed for this event.
    #[sqlx(flatten)]
    pub details: Details,
    /// The place in the order of the country, where a focal point has nominated the person and
    /// has not taken it back.
    pub nominated_place: Option<i64>,
    /// Why the person was nominated, in the words of the focal point.
    pub nomination_note: Option<String>,
    /// The person's address.
    pub email: String,
    /// When it was made.
    pub registered_at: Timestamp,
    /// When it was confirmed.
    pub confirmed_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// By whom, by code.
    pub ended_by: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

impl RegistrationRow {
    /// What its seat is counted by.
    #[must_use]
    pub fn claim(&self) -> Claim<'_> {
        Claim {
            event: self.event_id,
            role: self.role,
            country: &self.details.country,
            organisation: self.organisation_id,
        }
    }

    /// Whether it holds a seat.
    #[must_use]
    pub const fn holds_seat(&self) -> bool {
        self.state.holds_seat(self.without_seat)
    }
}

/// All registrations of an event, the latest first. They are as many as one event has
/// seats and a waiting list for: a page filters and sorts them as people read them.
///
/// # Errors
/// The database failed.
pub async fn registrations(tx: &mut Tx, event: EventId) -> Result<Vec<RegistrationRow>> {
    rows!(
        tx,
        RegistrationRow,
        "SELECT r.*, p.email,
                CASE WHEN n.withdrawn_at IS NULL THEN n.place END AS nominated_place,
                n.note AS nomination_note
         FROM registrations r
         JOIN people p ON p.id = r.person_id LEFT JOIN nominations n ON n.registration_id = r.id
         WHERE r.event_id = $1 ORDER BY r.registered_at DESC, r.id DESC",
        event
    )
}

/// One registration of this very event.
///
/// # Errors
/// The database failed.
pub async fn registration(
    tx: &mut Tx,
    event: EventId,
    id: RegistrationId,
) -> Result<Option<RegistrationRow>> {
    optional!(
        tx,
        RegistrationRow,
        "SELECT r.*, p.email,
                CASE WHEN n.withdrawn_at IS NULL THEN n.place END AS nominated_place,
                n.note AS nomination_note
         FROM registrations r
         JOIN people p ON p.id = r.person_id LEFT JOIN nominations n ON n.registration_id = r.id
         WHERE r.event_id = $1 AND r.id = $2",
        event,
        id
    )
}

/// How many registrations of an event stand where.
///
/// # Errors
/// The database failed.
pub async fn counts_by_state(tx: &mut Tx, event: EventId) -> Result<Vec<(RegistrationState, i64)>> {
    let rows = rows!(
        tx,
        (String, i64),
        "SELECT state, count(*) FROM registrations WHERE event_id = $1 GROUP BY state",
        event
    )?;
    let known = rows.into_iter().map(|(state, count)| {
        let state = state.parse::<RegistrationState>();
        let state = state.map_err(|unknown| crate::Error::Unreadable(unknown.to_string()))?;
        Ok((state, count))
    });
    known.collect()
}

/// A coordinator's decision on a registration.
#[derive(Debug, Clone, Copy)]
pub struct Move<'a> {
    /// The registration.
    pub id: RegistrationId,
    /// Where it stands.
    pub from: RegistrationState,
    /// Where it goes.
    pub to: RegistrationState,
    /// Why, where it ends.
    pub reason: Option<&'a str>,
    /// Until when the person can answer, where it goes to an offer.
    pub hold_until: Option<Timestamp>,
    /// When.
    pub at: Timestamp,
}

/// Moves a registration; `false` where it no longer stands there. It takes and frees no seat.
///
/// # Errors
/// The database failed.
pub async fn move_registration(tx: &mut Tx, decision: Move<'_>) -> Result<bool> {
    let ends = !decision.to.is_live();
    let ended_at = ends.then_some(decision.at);
    let ended_by = ends.then_some(EndedBy::Coordinator.code());
    let confirmed = decision.to == RegistrationState::Confirmed;
    let confirmed_at = confirmed.then_some(decision.at);
    let changed = execute!(
        tx,
        "UPDATE registrations SET state = $3, hold_until = $8, without_seat = $9,
            queued_at = CASE WHEN $3 = 'waitlisted' THEN $10 ELSE queued_at END,
            confirmed_at = coalesce($4, confirmed_at), ended_at = $5, ended_by = $6, reason = $7
         WHERE id = $1 AND state = $2",
        decision.id,
        decision.from.code(),
        decision.to.code(),
        confirmed_at,
        ended_at,
        ended_by,
        decision.reason,
        decision.hold_until,
        false,
        decision.at
    )?;
    Ok(changed == 1)
}

/// Puts a registration back to where it stood before a decision, on the waiting list with the
/// place that it had; `false` where it no longer stands at `from`. It takes and frees no seat.
///
/// # Errors
/// The database failed, or the person has another live registration for the event by now.
pub async fn put_back(
    tx: &mut Tx,
    id: RegistrationId,
    from: RegistrationState,
    to: RegistrationState,
) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE registrations SET state = $3, hold_until = NULL, confirmed_at = NULL,
            ended_at = NULL, ended_by = NULL, reason = NULL
         WHERE id = $1 AND state = $2
           AND ($4 OR NOT EXISTS (
                SELECT 1 FROM registrations o
                WHERE o.event_id = registrations.event_id AND o.person_id = registrations.person_id
                  AND o.state IN ('pending', 'submitted', 'confirmed', 'waitlisted', 'offered')))",
        id,
        from.code(),
        to.code(),
        from.is_live()
    )?;
    Ok(changed == 1)
}

/// Sets for which organisation somebody comes. It counts no seat: see [`crate::seats::recount`].
///
/// # Errors
/// The database failed, or there is no such organisation.
pub async fn set_organisation(
    tx: &mut Tx,
    id: RegistrationId,
    organisation: Option<OrganisationId>,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE registrations SET organisation_id = $2 WHERE id = $1",
        id,
        organisation
    )?;
    Ok(())
}
