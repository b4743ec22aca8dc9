//! Nominations: proposals of the focal points of a country, in their order.

use crate::people::Details;
use crate::{Result, Tx};
use maktab_domain::{
    AccountId, EventId, EventKind, EventMode, EventState, PersonId, RegistrationId,
    RegistrationState, Texts, Timestamp,
};

/// A nomination to be added.
#[derive(Debug, Clone, Copy)]
pub struct NewNomination<'a> {
    /// The registration that it proposes.
    pub registration: RegistrationId,
    /// The event.
    pub event: EventId,
    /// Code of the country.
    pub country: &'a str,
    /// Why this person.
    pub note: &'a str,
    /// Who nominates.
    pub by: AccountId,
    /// When.
    pub now: Timestamp,
}

/// Adds a nomination at the end of the country's order.
///
/// # Errors
/// The database failed.
pub async fn insert(tx: &mut Tx, new: &NewNomination<'_>) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO nominations (registration_id, event_id, country, place, note, nominated_by,
            nominated_at)
         SELECT $1, $2, $3, coalesce(max(place), 0) + 1, $4, $5, $6 FROM nominations
         WHERE event_id = $2 AND country = $3 AND withdrawn_at IS NULL",
        new.registration,
        new.event,
        new.country,
        new.note,
        new.by,
        new.now
    )?;
    Ok(())
}

/// A nomination with what has become of it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct NominationRow {
    /// The registration.
    pub registration_id: RegistrationId,
    /// Code of the country.
    pub nominated_country: String,
    /// The place in the order of the country.
    pub place: i64,
    /// Why this person.
    pub note: String,
    /// When the person was nominated.
    pub nominated_at: Timestamp,
    /// When a focal point took the nomination back.
    pub withdrawn_at: Option<Timestamp>,
    /// Name of the focal point.
    pub nominated_by_name: String,
    /// Whom.
    pub person_id: PersonId,
    /// Where the registration stands.
    #[sqlx(try_from = "String")]
    pub state: RegistrationState,
    /// Until when the person can answer.
    pub hold_until: Option<Timestamp>,
    /// Why it ended.
    pub reason: Option<String>,
    /// Who ended it, by code.
    pub ended_by: Option<String>,
    /// What the focal point typed.
    #[sqlx(flatten)]
    pub details: Details,
    /// The person's address.
    pub email: String,
}

/// The nominations for an event: of the given country, or of all, in the order of each country.
///
/// # Errors
/// The database failed.
pub async fn of_event(
    tx: &mut Tx,
    event: EventId,
    country: Option<&str>,
) -> Result<Vec<NominationRow>> {
    rows!(
        tx,
        NominationRow,
        "SELECT n.registration_id, n.country AS nominated_country, n.place, n.note, n.nominated_at,
                n.withdrawn_at, b.name_latin AS nominated_by_name, r.person_id, r.state,
                r.hold_until, r.reason, r.ended_by, r.name_latin, r.name_native,
                r.name_native_language, r.country, r.institution, r.job_title, r.language, p.email
         FROM nominations n JOIN registrations r ON r.id = n.registration_id
         JOIN people p ON p.id = r.person_id
         JOIN accounts a ON a.id = n.nominated_by JOIN people b ON b.id = a.person_id
         JOIN countries c ON c.code = n.country
         WHERE n.event_id = $1 AND ($2 IS NULL OR n.country = $2)
         ORDER BY c.position, n.withdrawn_at IS NOT NULL, n.place, n.registration_id",
        event,
        country
    )
}

/// The event and the country of a nomination.
///
/// # Errors
/// The database failed.
pub async fn where_from(
    tx: &mut Tx,
    registration: RegistrationId,
) -> Result<Option<(EventId, String)>> {
    optional!(
        tx,
        (EventId, String),
        "SELECT event_id, country FROM nominations WHERE registration_id = $1",
        registration
    )
}

/// Sets the place of a nomination.
///
/// # Errors
/// The database failed.
pub async fn set_place(tx: &mut Tx, registration: RegistrationId, place: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE nominations SET place = $2 WHERE registration_id = $1",
        registration,
        place
    )?;
    Ok(())
}

/// Notes that a nomination was taken back; `false` where it was before.
///
/// # Errors
/// The database failed.
pub async fn withdraw(
    tx: &mut Tx,
    registration: RegistrationId,
    by: AccountId,
    now: Timestamp,
) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE nominations SET withdrawn_at = $2, withdrawn_by = $3
         WHERE registration_id = $1 AND withdrawn_at IS NULL",
        registration,
        now,
        by
    )?;
    Ok(changed == 1)
}

/// An event to nominate for, as a focal point sees it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct NominatingRow {
    /// The event.
    pub id: EventId,
    /// Its part of the address.
    pub slug: String,
    /// Its kind.
    #[sqlx(try_from = "String")]
    pub kind: EventKind,
    /// Its mode.
    #[sqlx(try_from = "String")]
    pub mode: EventMode,
    /// Where it stands.
    #[sqlx(try_from = "String")]
    pub state: EventState,
    /// Name of its time zone.
    pub time_zone: String,
    /// Code of its country.
    pub country: String,
    /// Its city.
    #[sqlx(json)]
    pub city: Texts,
    /// First instant at which one can nominate.
    pub registration_opens: Timestamp,
    /// First instant at which one no longer can.
    pub registration_closes: Timestamp,
    /// Its start.
    pub starts_at: Timestamp,
    /// Its end.
    pub ends_at: Timestamp,
    /// Its title: in the language asked for, else in English, else in any.
    pub title: String,
    /// The language of the title.
    pub language: String,
    /// People of the country who are nominated and not withdrawn.
    pub nominated: i64,
    /// Those among them who have a place.
    pub confirmed: i64,
    /// The quota of the country, where there is one.
    pub quota: Option<i64>,
}

/// The events that a country can or could nominate for, the soonest first: those that come by
/// nomination and are not over at `after`.
///
/// # Errors
/// The database failed.
pub async fn events(
    tx: &mut Tx,
    country: &str,
    language: &str,
    after: Timestamp,
) -> Result<Vec<NominatingRow>> {
    rows!(
        tx,
        NominatingRow,
        "SELECT e.id, e.slug, e.kind, e.mode, e.state, e.time_zone, e.country, e.city,
                e.registration_opens, e.registration_closes, e.starts_at, e.ends_at, t.title,
                t.language,
                (SELECT count(*) FROM nominations n WHERE n.event_id = e.id AND n.country = $1
                    AND n.withdrawn_at IS NULL) AS nominated,
                (SELECT count(*) FROM nominations n JOIN registrations r ON r.id = n.registration_id
                    WHERE n.event_id = e.id AND n.country = $1 AND r.state = 'confirmed')
                    AS confirmed,
                (SELECT q.seats FROM quotas q WHERE q.event_id = e.id AND q.country = $1) AS quota
         FROM events e
         JOIN event_texts t ON t.event_id = e.id AND t.language = (
             SELECT x.language FROM event_texts x WHERE x.event_id = e.id
             ORDER BY CASE x.language WHEN $2 THEN 0 WHEN 'en' THEN 1 ELSE 2 END, x.language
             LIMIT 1)
         WHERE e.state IN ('published', 'completed', 'cancelled') AND e.ends_at > $3
           AND e.registration_mode = 'nominated'
         ORDER BY e.starts_at, e.id",
        country,
        language,
        after
    )
}
