//! Events, sessions and rosters as trainers see them.

use crate::{Result, Tx};
use maktab_domain::{
    EventId, EventMode, EventState, PersonId, RegistrationId, SessionId, Texts, Timestamp,
};

/// An event without its texts.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct EventHead {
    /// The event.
    pub id: EventId,
    /// Its name in addresses.
    pub slug: String,
    /// Where it stands.
    #[sqlx(try_from = "String")]
    pub state: EventState,
    /// How people take part.
    #[sqlx(try_from = "String")]
    pub mode: EventMode,
    /// IANA name of its time zone.
    pub time_zone: String,
    /// Code of the host country.
    pub country: String,
    /// The city.
    #[sqlx(json)]
    pub city: Texts,
    /// The place in the city.
    #[sqlx(json)]
    pub venue: Texts,
    /// First instant.
    pub starts_at: Timestamp,
    /// Last instant.
    pub ends_at: Timestamp,
    /// People with a place.
    pub confirmed: i64,
}

/// The event with this slug.
///
/// # Errors
/// The database failed.
pub async fn event_by_slug(tx: &mut Tx, slug: &str) -> Result<Option<EventHead>> {
    optional!(
        tx,
        EventHead,
        "SELECT e.id, e.slug, e.state, e.mode, e.time_zone, e.country, e.city, e.venue,
                e.starts_at, e.ends_at,
                (SELECT count(*) FROM registrations r
                 WHERE r.event_id = e.id AND r.state = 'confirmed') AS confirmed
         FROM events e WHERE e.slug = $1",
        slug
    )
}

/// The events with a session of this trainer, drafts left out, by start.
///
/// # Errors
/// The database failed.
pub async fn events_of_trainer(tx: &mut Tx, trainer: PersonId) -> Result<Vec<EventHead>> {
    rows!(
        tx,
        EventHead,
        "SELECT e.id, e.slug, e.state, e.mode, e.time_zone, e.country, e.city, e.venue,
                e.starts_at, e.ends_at,
                (SELECT count(*) FROM registrations r
                 WHERE r.event_id = e.id AND r.state = 'confirmed') AS confirmed
         FROM events e
         WHERE e.state <> 'draft' AND EXISTS (
             SELECT 1 FROM sessions s JOIN session_trainers t ON t.session_id = s.id
             WHERE s.event_id = e.id AND t.person_id = $1)
         ORDER BY e.starts_at, e.id",
        trainer
    )
}

/// Whether the person is a trainer of any session of the event.
///
/// # Errors
/// The database failed.
pub async fn trains_in(tx: &mut Tx, trainer: PersonId, event: EventId) -> Result<bool> {
    let found = optional!(
        tx,
        (i64,),
        "SELECT CAST(1 AS BIGINT) FROM sessions s JOIN session_trainers t ON t.session_id = s.id
         WHERE s.event_id = $1 AND t.person_id = $2 LIMIT 1",
        event,
        trainer
    )?;
    Ok(found.is_some())
}

#[derive(sqlx::FromRow)]
struct TitleRow {
    event_id: EventId,
    language: String,
    title: String,
}

/// The titles of these events in every language, in one query however many they are.
///
/// # Errors
/// The database failed.
pub async fn titles_of_events(
    tx: &mut Tx,
    events: &[EventId],
) -> Result<std::collections::HashMap<EventId, Texts>> {
    let mut titles = std::collections::HashMap::<EventId, Texts>::new();
    if events.is_empty() {
        return Ok(titles);
    }
    let rows: Vec<TitleRow> = on!(tx, conn => {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT event_id, language, title FROM event_texts WHERE event_id IN (",
        );
        let mut list = query.separated(", ");
        for &event in events {
            list.push_bind(event);
        }
        query.push(")");
        query.build_query_as().fetch_all(conn).await
    })?;
    for row in rows {
        let texts = titles.entry(row.event_id).or_default();
        texts.set(row.language, row.title);
    }
    Ok(titles)
}

/// One session with how far its attendance is.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SessionRow {
    /// The session.
    pub id: SessionId,
    /// The event that it belongs to.
    pub event_id: EventId,
    /// Its start.
    pub starts_at: Timestamp,
    /// Its end.
    pub ends_at: Timestamp,
    /// The room; empty where none is named.
    pub room: String,
    /// Its titles.
    #[sqlx(json)]
    pub titles: Texts,
    /// Whether attendance is taken.
    pub tracked: bool,
    /// Whether the person who asks is one of its trainers.
    pub own: bool,
    /// Confirmed people for whom something is recorded.
    pub recorded: i64,
}

/// The sessions of an event by start; `own` for `person`.
///
/// # Errors
/// The database failed.
pub async fn sessions_of_event(
    tx: &mut Tx,
    event: EventId,
    person: PersonId,
) -> Result<Vec<SessionRow>> {
    rows!(
        tx,
        SessionRow,
        "SELECT s.id, s.event_id, s.starts_at, s.ends_at, s.room, s.titles, s.tracked,
                EXISTS (SELECT 1 FROM session_trainers t
                        WHERE t.session_id = s.id AND t.person_id = $2) AS own,
                (SELECT count(*) FROM attendance a JOIN registrations r ON r.id = a.registration_id
                 WHERE a.session_id = s.id AND a.superseded_at IS NULL
                       AND r.state = 'confirmed') AS recorded
         FROM sessions s WHERE s.event_id = $1 ORDER BY s.starts_at, s.id",
        event,
        person
    )
}

/// All sessions of the events in which the person is a trainer, by start.
///
/// # Errors
/// The database failed.
pub async fn sessions_of_trainer(tx: &mut Tx, person: PersonId) -> Result<Vec<SessionRow>> {
    rows!(
        tx,
        SessionRow,
        "SELECT s.id, s.event_id, s.starts_at, s.ends_at, s.room, s.titles, s.tracked,
                EXISTS (SELECT 1 FROM session_trainers t
                        WHERE t.session_id = s.id AND t.person_id = $1) AS own,
                (SELECT count(*) FROM attendance a JOIN registrations r ON r.id = a.registration_id
                 WHERE a.session_id = s.id AND a.superseded_at IS NULL
                       AND r.state = 'confirmed') AS recorded
         FROM sessions s
         WHERE s.event_id IN (
             SELECT o.event_id FROM sessions o JOIN session_trainers t ON t.session_id = o.id
             WHERE t.person_id = $1)
         ORDER BY s.starts_at, s.id",
        person
    )
}

/// A person with a place, as the roster shows them.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RosterRow {
    /// The registration.
    pub id: RegistrationId,
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
}

/// Everybody with a confirmed place.
///
/// # Errors
/// The database failed.
pub async fn roster(tx: &mut Tx, event: EventId) -> Result<Vec<RosterRow>> {
    rows!(
        tx,
        RosterRow,
        "SELECT id, name_latin, name_native, name_native_language, country, institution
         FROM registrations WHERE event_id = $1 AND state = 'confirmed'
         ORDER BY name_latin, id",
        event
    )
}
