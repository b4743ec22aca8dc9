//! Who is to be reminded of what, and that it was done: once for each registration and kind.

use crate::registrations::{EventRow, RegistrationRow};
use crate::{Result, Tx};
use maktab_domain::{AccountId, EventId, RegistrationId, Span, Timestamp};

/// What a registration is reminded of; the codes of the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reminder {
    /// That the event begins in some days.
    DaysBefore,
    /// That the event begins tomorrow.
    DayBefore,
    /// That the address is to be confirmed.
    Confirm,
    /// That a seat is offered.
    Offer,
    /// Not to wait any longer.
    WaitingListEnded,
}

impl Reminder {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::DaysBefore => "days-before",
            Self::DayBefore => "day-before",
            Self::Confirm => "confirm",
            Self::Offer => "offer",
            Self::WaitingListEnded => "waiting-list-ended",
        }
    }
}

/// What was put off by more than this is reminded of again.
const PUT_OFF: Span = Span::days(3);

/// Published events that begin after `after` and not after `until`, the next one first: each with
/// its beginning and the name of its time zone.
///
/// # Errors
/// The database failed.
pub async fn events_ahead(
    tx: &mut Tx,
    after: Timestamp,
    until: Timestamp,
) -> Result<Vec<(EventId, Timestamp, String)>> {
    rows!(
        tx,
        (EventId, Timestamp, String),
        "SELECT id, starts_at, time_zone FROM events
         WHERE state = 'published' AND starts_at > $1 AND starts_at <= $2
         ORDER BY starts_at, id",
        after,
        until
    )
}

/// People with a place in an event since before `since` who were not reminded of it yet.
///
/// # Errors
/// The database failed.
pub async fn of_event(
    tx: &mut Tx,
    event: &EventRow,
    kind: Reminder,
    since: Timestamp,
    most: i64,
) -> Result<Vec<RegistrationRow>> {
    rows!(
        tx,
        RegistrationRow,
        "SELECT r.*, p.email FROM registrations r JOIN people p ON p.id = r.person_id
         WHERE r.event_id = $1 AND r.state = 'confirmed'
           AND coalesce(r.confirmed_at, r.registered_at) < $3
           AND NOT EXISTS (SELECT 1 FROM reminders m
                           WHERE m.registration_id = r.id AND m.kind = $2 AND m.about >= $4)
         ORDER BY r.id LIMIT $5",
        event.id,
        kind.code(),
        since,
        event.starts_at - PUT_OFF,
        most
    )
}

// The next two begin with the few registrations that run out soon: SQLite keeps the order of a
// cross join, and takes an index of some rows only where its own condition is there.

/// Registrations whose address is to be confirmed within `lead` and that were made before that,
/// and were not reminded of it yet.
///
/// # Errors
/// The database failed.
pub async fn to_confirm(
    tx: &mut Tx,
    now: Timestamp,
    lead: Span,
    most: i64,
) -> Result<Vec<RegistrationRow>> {
    rows!(
        tx,
        RegistrationRow,
        "SELECT r.*, p.email FROM registrations r CROSS JOIN people p CROSS JOIN events e
         WHERE p.id = r.person_id AND e.id = r.event_id
           AND r.state IN ('pending', 'offered') AND r.state = 'pending' AND r.hold_until > $1 AND r.hold_until <= $2
           AND r.registered_at < r.hold_until - $3 AND e.state = 'published'
           AND NOT EXISTS (SELECT 1 FROM reminders m
                           WHERE m.registration_id = r.id AND m.kind = 'confirm'
                             AND m.about >= r.hold_until - $4)
         ORDER BY r.hold_until, r.id LIMIT $5",
        now,
        now + lead,
        lead.0,
        PUT_OFF.0,
        most
    )
}

/// How long before its end somebody is reminded of an offer: a quarter of the time that the
/// event gives for an answer, but no more than a day.
macro_rules! offer_lead {
    () => {
        "(CASE WHEN e.offer_hours < 96 THEN e.offer_hours * 900000 ELSE 86400000 END)"
    };
}

/// Registrations whose offered seat is to be accepted soon, where the offer was made before
/// that, and that were not reminded of it yet.
///
/// # Errors
/// The database failed.
pub async fn to_accept(tx: &mut Tx, now: Timestamp, most: i64) -> Result<Vec<RegistrationRow>> {
    rows!(
        tx,
        RegistrationRow,
        concat!(
            "SELECT r.*, p.email FROM registrations r CROSS JOIN people p CROSS JOIN events e
             WHERE p.id = r.person_id AND e.id = r.event_id
               AND r.state IN ('pending', 'offered') AND r.state = 'offered'
               AND r.hold_until > $1 AND r.hold_until <= $2
               AND e.state = 'published' AND r.hold_until - ",
            offer_lead!(),
            " <= $1 AND NOT EXISTS (SELECT 1 FROM one_time_links l
                           WHERE l.subject = r.id AND l.purpose = 'answer-offer'
                             AND l.created_at >= r.hold_until - ",
            offer_lead!(),
            ") AND NOT EXISTS (SELECT 1 FROM reminders m
                           WHERE m.registration_id = r.id AND m.kind = 'offer'
                             AND m.about >= r.hold_until - $3)
             ORDER BY r.hold_until, r.id LIMIT $4"
        ),
        now,
        now + Span::days(1),
        PUT_OFF.0,
        most
    )
}

/// People on the waiting list of an event who were not told that it has ended.
///
/// # Errors
/// The database failed.
pub async fn waiting(tx: &mut Tx, event: EventId, most: i64) -> Result<Vec<RegistrationRow>> {
    rows!(
        tx,
        RegistrationRow,
        "SELECT r.*, p.email FROM registrations r JOIN people p ON p.id = r.person_id
         WHERE r.event_id = $1 AND r.state = 'waitlisted'
           AND NOT EXISTS (SELECT 1 FROM reminders m
                           WHERE m.registration_id = r.id AND m.kind = 'waiting-list-ended')
         ORDER BY r.id LIMIT $2",
        event,
        most
    )
}

/// Notes that a registration is reminded of something at the time `about`; `false` where it was
/// before.
///
/// # Errors
/// The database failed.
pub async fn note(
    tx: &mut Tx,
    registration: RegistrationId,
    kind: Reminder,
    about: Timestamp,
    now: Timestamp,
) -> Result<bool> {
    let noted = execute!(
        tx,
        "INSERT INTO reminders (registration_id, kind, about, reminded_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (registration_id, kind) DO UPDATE SET about = $3, reminded_at = $4
         WHERE reminders.about < $5",
        registration,
        kind.code(),
        about,
        now,
        about - PUT_OFF
    )?;
    Ok(noted == 1)
}

/// Published events whose registration closes soon and that wait for decisions, with how many.
///
/// # Errors
/// The database failed.
pub async fn undecided(
    tx: &mut Tx,
    now: Timestamp,
    until: Timestamp,
) -> Result<Vec<(EventId, i64)>> {
    rows!(
        tx,
        (EventId, i64),
        "SELECT e.id, count(*) FROM events e
         JOIN registrations r ON r.event_id = e.id AND r.state = 'submitted'
         WHERE e.state = 'published' AND e.registration_closes > $1 AND e.registration_closes <= $2
         GROUP BY e.id ORDER BY e.id",
        now,
        until
    )
}

/// A coordinator to be written to.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CoordinatorRow {
    /// The account.
    pub account_id: AccountId,
    /// The address.
    pub email: String,
    /// The name in Latin script.
    pub name_latin: String,
    /// Tag of the language.
    pub language: String,
}

/// The coordinators of an event's organisers who were not reminded of its decisions yet.
///
/// # Errors
/// The database failed.
pub async fn coordinators(tx: &mut Tx, event: &EventRow) -> Result<Vec<CoordinatorRow>> {
    rows!(
        tx,
        CoordinatorRow,
        "SELECT DISTINCT a.id AS account_id, p.email, p.name_latin, p.language
         FROM role_grants g JOIN accounts a ON a.id = g.account_id
         JOIN people p ON p.id = a.person_id
         WHERE g.role = 'coordinator' AND a.disabled_at IS NULL
           AND g.organisation_id IN (SELECT organisation_id FROM event_organisers
                                     WHERE event_id = $1)
           AND NOT EXISTS (SELECT 1 FROM decision_reminders m
                           WHERE m.event_id = $1 AND m.account_id = a.id AND m.about >= $2)
         ORDER BY a.id",
        event.id,
        event.registration_closes - PUT_OFF
    )
}

/// Notes that a coordinator is reminded of the decisions that an event waits for; `false` where
/// it was done before.
///
/// # Errors
/// The database failed.
pub async fn note_decisions(
    tx: &mut Tx,
    event: &EventRow,
    account: AccountId,
    now: Timestamp,
) -> Result<bool> {
    let noted = execute!(
        tx,
        "INSERT INTO decision_reminders (event_id, account_id, about, reminded_at)
         VALUES ($1, $2, $3, $4)
         ON CONFLICT (event_id, account_id) DO UPDATE SET about = $3, reminded_at = $4
         WHERE decision_reminders.about < $5",
        event.id,
        account,
        event.registration_closes,
        now,
        event.registration_closes - PUT_OFF
    )?;
    Ok(noted == 1)
}
