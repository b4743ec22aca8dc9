//! Who runs the sessions of an event, and who could.

use crate::{Result, Tx};
use maktab_domain::{EventId, OrganisationId, PersonId, SessionId, Timestamp};

/// A trainer.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct TrainerRow {
    /// The person.
    pub person_id: PersonId,
    /// Name in Latin script.
    pub name_latin: String,
    /// Name in another script.
    pub name_native: Option<String>,
    /// Tag of the language of that name.
    pub name_native_language: Option<String>,
    /// Code of the country.
    pub country: String,
    /// The institution.
    pub institution: String,
}

/// A trainer of one session.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SessionTrainerRow {
    /// The session.
    pub session_id: SessionId,
    /// The trainer.
    #[sqlx(flatten)]
    pub trainer: TrainerRow,
}

/// The trainers of all sessions of an event, by name.
///
/// # Errors
/// The database failed.
pub async fn trainers_of_event(tx: &mut Tx, event: EventId) -> Result<Vec<SessionTrainerRow>> {
    rows!(
        tx,
        SessionTrainerRow,
        "SELECT t.session_id, p.id AS person_id, p.name_latin, p.name_native,
                p.name_native_language, p.country, p.institution
         FROM session_trainers t
         JOIN sessions s ON s.id = t.session_id
         JOIN people p ON p.id = t.person_id
         WHERE s.event_id = $1 ORDER BY p.name_latin, p.id",
        event
    )
}

/// Whom a coordinator can choose from: trainers of this event, of the organisations that
/// organise it, or of no organisation in particular; by name.
///
/// # Errors
/// The database failed.
pub async fn trainer_choices(tx: &mut Tx, event: EventId) -> Result<Vec<TrainerRow>> {
    rows!(
        tx,
        TrainerRow,
        "SELECT p.id AS person_id, p.name_latin, p.name_native, p.name_native_language,
                p.country, p.institution
         FROM people p
         WHERE p.id IN (
                SELECT t.person_id FROM sessions s JOIN session_trainers t ON t.session_id = s.id
                WHERE s.event_id = $1
                UNION
                SELECT a.person_id FROM role_grants g JOIN accounts a ON a.id = g.account_id
                WHERE g.role = 'trainer' AND a.disabled_at IS NULL
                  AND (g.organisation_id IS NULL OR g.organisation_id IN (
                      SELECT o.organisation_id FROM event_organisers o WHERE o.event_id = $1)))
         ORDER BY p.name_latin, p.id",
        event
    )
}

/// The person with this address, if a trainer: by role, or of any session.
///
/// # Errors
/// The database failed.
pub async fn trainer_by_email(tx: &mut Tx, email: &str) -> Result<Option<PersonId>> {
    let found = optional!(
        tx,
        (PersonId,),
        "SELECT p.id FROM people p
         WHERE p.email = $1 AND (
            EXISTS (SELECT 1 FROM session_trainers t WHERE t.person_id = p.id)
            OR EXISTS (SELECT 1 FROM accounts a JOIN role_grants g ON g.account_id = a.id
                       WHERE a.person_id = p.id AND a.disabled_at IS NULL AND g.role = 'trainer'))",
        email
    )?;
    Ok(found.map(|(id,)| id))
}

/// Replaces the trainers of a session.
///
/// # Errors
/// The database failed, or there is no such person.
pub async fn replace_trainers(
    tx: &mut Tx,
    session: SessionId,
    trainers: &[PersonId],
) -> Result<()> {
    execute!(
        tx,
        "DELETE FROM session_trainers WHERE session_id = $1",
        session
    )?;
    for &trainer in trainers {
        execute!(
            tx,
            "INSERT INTO session_trainers (session_id, person_id) VALUES ($1, $2)
             ON CONFLICT (session_id, person_id) DO NOTHING",
            session,
            trainer
        )?;
    }
    Ok(())
}

/// A session of another event at the same time as one of this event, with the same trainer.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct BusyRow {
    /// The session of this event.
    pub session_id: SessionId,
    /// The trainer of both.
    pub name_latin: String,
    /// When the other one starts.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// The English title of the other event; empty where it is none of those organisers.
    pub title: String,
}

/// Where trainers of this event are expected elsewhere at the same time. Of an event with
/// none of these organisers only the time is told, not what it is.
///
/// # Errors
/// The database failed.
pub async fn busy_elsewhere(
    tx: &mut Tx,
    event: EventId,
    organisers: &[OrganisationId],
) -> Result<Vec<BusyRow>> {
    on!(tx, conn => {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT s.id AS session_id, p.name_latin, o.starts_at, o.ends_at,
                    CASE WHEN EXISTS (SELECT 1 FROM event_organisers g WHERE g.event_id = e.id
                                      AND g.organisation_id IN (",
        );
        let mut list = query.separated(", ");
        for &organiser in organisers {
            list.push_bind(organiser);
        }
        if organisers.is_empty() {
            query.push("NULL");
        }
        query.push(
            ")) THEN coalesce((SELECT x.title FROM event_texts x
                               WHERE x.event_id = e.id AND x.language = 'en'), e.slug)
                    ELSE '' END AS title
             FROM sessions s
             JOIN session_trainers t ON t.session_id = s.id
             JOIN session_trainers u ON u.person_id = t.person_id
             JOIN sessions o ON o.id = u.session_id AND o.event_id <> s.event_id
                  AND o.starts_at < s.ends_at AND s.starts_at < o.ends_at
             JOIN events e ON e.id = o.event_id AND e.state NOT IN ('cancelled', 'archived')
             JOIN people p ON p.id = t.person_id
             WHERE s.event_id = ",
        );
        query.push_bind(event);
        query.push(" ORDER BY o.starts_at, p.name_latin");
        query.build_query_as().fetch_all(conn).await
    })
    .map_err(crate::Error::from)
}
