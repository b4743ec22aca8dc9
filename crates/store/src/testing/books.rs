//! What is really in a database behind a program under load: everything that registrations leave.

use crate::{Database, Result, Tx};
use maktab_domain::{EventId, OutboxId, RegistrationId};
use sqlx::Row;

/// A registration with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Booked {
    /// The registration.
    pub id: RegistrationId,
    /// For which event.
    pub event_id: EventId,
    /// The person's address.
    pub email: String,
    /// Where it stands, by code.
    pub state: String,
    /// While the address is not confirmed: whether no seat is held.
    pub without_seat: bool,
    /// How many links were made for it.
    pub links: i64,
    /// How many records say that it was made.
    pub records: i64,
}

/// A mail of the outbox.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Posted {
    /// The mail.
    pub id: OutboxId,
    /// To whom.
    pub recipient: String,
    /// What kind of mail it is, by code.
    pub kind: String,
    /// Whether it was handed on.
    pub sent: bool,
}

/// The seats of an event.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Seats {
    /// The event.
    pub id: EventId,
    /// How many there are.
    pub capacity: i64,
    /// How many are taken, as the event says.
    pub taken: i64,
}

/// Every registration; within an event, those who wait stand in the order of the waiting list.
///
/// # Errors
/// The database failed.
pub async fn booked(tx: &mut Tx) -> Result<Vec<Booked>> {
    rows!(
        tx,
        Booked,
        "SELECT r.id, r.event_id, p.email, r.state, r.without_seat,
            (SELECT count(*) FROM one_time_links l
             WHERE l.subject = r.id AND l.purpose = 'confirm-registration') AS links,
            (SELECT count(*) FROM audit_log a
             WHERE a.subject = r.id AND a.action = 'registration.made') AS records
         FROM registrations r JOIN people p ON p.id = r.person_id
         ORDER BY r.event_id, r.priority DESC, r.queued_at, r.id"
    )
}

/// Every mail.
///
/// # Errors
/// The database failed.
pub async fn posted(tx: &mut Tx) -> Result<Vec<Posted>> {
    rows!(
        tx,
        Posted,
        "SELECT id, recipient, kind, sent_at IS NOT NULL AS sent FROM outbox ORDER BY id"
    )
}

/// The seats of every event.
///
/// # Errors
/// The database failed.
pub async fn seats(tx: &mut Tx) -> Result<Vec<Seats>> {
    rows!(
        tx,
        Seats,
        "SELECT id, capacity, taken FROM events ORDER BY id"
    )
}

/// How many people have no registration, and how many mails are yet to leave.
///
/// # Errors
/// The database failed.
pub async fn left_over(tx: &mut Tx) -> Result<(i64, i64)> {
    one!(
        tx,
        (i64, i64),
        "SELECT
            (SELECT count(*) FROM people p
             WHERE NOT EXISTS (SELECT 1 FROM registrations r WHERE r.person_id = p.id)),
            (SELECT count(*) FROM outbox WHERE sent_at IS NULL)"
    )
}

/// Ends the leases of mails that a killed process had taken, as their time would: nobody waits
/// ten minutes for it.
///
/// # Errors
/// The database failed.
pub async fn end_leases(tx: &mut Tx) -> Result<u64> {
    execute!(
        tx,
        "UPDATE outbox SET leased_until = created_at
         WHERE sent_at IS NULL AND leased_until IS NOT NULL"
    )
}

/// Switches the guard of the seats off from behind: whatever is taken, the event says that
/// nothing is, so that `taken + 1 <= capacity` always holds.
///
/// # Errors
/// The database failed.
pub async fn switch_guard_off(database: &Database) -> Result<()> {
    match database {
        Database::Sqlite { writer, .. } => {
            sqlx::raw_sql(
                "CREATE TRIGGER no_guard AFTER UPDATE OF taken ON events WHEN NEW.taken <> 0
                 BEGIN UPDATE events SET taken = 0 WHERE id = NEW.id; END",
            )
            .execute(writer)
            .await?;
        }
        Database::Postgres(pool) => {
            sqlx::raw_sql(
                "CREATE FUNCTION no_guard() RETURNS trigger LANGUAGE plpgsql
                 AS $$ BEGIN NEW.taken := 0; RETURN NEW; END $$;
                 CREATE TRIGGER no_guard BEFORE UPDATE OF taken ON events
                 FOR EACH ROW EXECUTE FUNCTION no_guard()",
            )
            .execute(pool)
            .await?;
        }
    }
    Ok(())
}

/// What the engine finds wrong with its own files; nothing where all is well.
///
/// # Errors
/// The database failed, or PostgreSQL lacks the extension `amcheck`.
pub async fn damage(database: &Database) -> Result<Vec<String>> {
    match database {
        Database::Sqlite { writer, .. } => {
            let said: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
                .fetch_all(writer)
                .await?;
            let mut found: Vec<String> = said.into_iter().filter(|line| line != "ok").collect();
            let loose = sqlx::query("PRAGMA foreign_key_check")
                .fetch_all(writer)
                .await?;
            for row in loose {
                let table: String = row.try_get(0)?;
                found.push(format!("a row of {table} points nowhere"));
            }
            Ok(found)
        }
        Database::Postgres(pool) => {
            sqlx::query("CREATE EXTENSION IF NOT EXISTS amcheck")
                .execute(pool)
                .await?;
            // It ends with an error where an index and its table disagree.
            let checked = sqlx::query(
                "SELECT bt_index_check(i.indexrelid, true) FROM pg_index i
                 JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
                 JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE a.amname = 'btree' AND n.nspname = 'public' AND i.indisvalid",
            )
            .fetch_all(pool)
            .await;
            match checked {
                Ok(_) => Ok(Vec::new()),
                Err(sqlx::Error::Database(said)) => Ok(vec![said.message().to_owned()]),
                Err(error) => Err(error.into()),
            }
        }
    }
}
