//! Taking an import back: who was added by it and has not moved on since is there no more.

use super::Group;
use crate::{Result, Tx};
use maktab_domain::{AccountId, ImportId, Timestamp};

/// The registrations of import $1 that stand as it made them, and of which nothing else is known.
macro_rules! untouched {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            "SELECT r.id FROM import_rows i JOIN registrations r ON r.id = i.registration_id
             JOIN imports m ON m.id = i.import_id
             WHERE i.import_id = $1 AND i.added AND r.state = m.outcome
               AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.registration_id = r.id)
               AND NOT EXISTS (SELECT 1 FROM certificates c WHERE c.registration_id = r.id)
               AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.registration_id = r.id)
               AND NOT EXISTS (SELECT 1 FROM reminders d WHERE d.registration_id = r.id)",
            $after
        )
    };
}

/// Marks an import as taken back; `false` where it cannot be any more.
///
/// # Errors
/// The database failed.
pub async fn take_back(tx: &mut Tx, id: ImportId, by: AccountId, now: Timestamp) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE imports SET state = 'taken-back', taken_back_by = $2, taken_back_at = $3
         WHERE id = $1 AND state = 'done' AND back_until > $3",
        id,
        by,
        now
    )?;
    Ok(changed == 1)
}

/// The people who can be taken back, by the seats that they take.
///
/// # Errors
/// The database failed.
pub async fn groups_untouched(tx: &mut Tx, id: ImportId) -> Result<Vec<Group>> {
    rows!(
        tx,
        Group,
        untouched!(
            "SELECT role, country, organisation_id, count(*) AS people FROM registrations
             WHERE id IN (",
            ") GROUP BY role, country, organisation_id
               ORDER BY role, country, organisation_id"
        ),
        id
    )
}

/// Takes their mails back that nobody has tried to send; gives their number.
///
/// # Errors
/// The database failed.
pub async fn take_mails_back(tx: &mut Tx, id: ImportId) -> Result<u64> {
    execute!(
        tx,
        untouched!(
            "DELETE FROM outbox WHERE attempts = 0 AND sent_at IS NULL AND id IN (
                SELECT outbox_id FROM import_rows WHERE import_id = $1 AND registration_id IN (",
            "))"
        ),
        id
    )
}

/// Makes the links of their offers useless.
///
/// # Errors
/// The database failed.
pub async fn take_links_back(tx: &mut Tx, id: ImportId) -> Result<u64> {
    execute!(
        tx,
        untouched!(
            "DELETE FROM one_time_links WHERE purpose = 'answer-offer' AND subject IN (",
            ")"
        ),
        id
    )
}

/// Removes their registrations; gives their number. Seats are freed by
/// [`crate::seats::free_several`].
///
/// # Errors
/// The database failed.
pub async fn delete_registrations(tx: &mut Tx, id: ImportId) -> Result<u64> {
    execute!(
        tx,
        untouched!("DELETE FROM registrations WHERE id IN (", ")"),
        id
    )
}

/// Removes the people whom the import has added and of whom nothing else is known.
///
/// # Errors
/// The database failed.
pub async fn delete_people(tx: &mut Tx, id: ImportId) -> Result<u64> {
    execute!(
        tx,
        "DELETE FROM people WHERE email_verified_at IS NULL
           AND id IN (SELECT person_id FROM import_rows WHERE import_id = $1)
           AND NOT EXISTS (SELECT 1 FROM registrations r WHERE r.person_id = people.id)
           AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.person_id = people.id)
           AND NOT EXISTS (SELECT 1 FROM session_trainers t WHERE t.person_id = people.id)
           AND NOT EXISTS (SELECT 1 FROM certificates c WHERE c.person_id = people.id)",
        id
    )
}

/// Forgets the rows of an import.
///
/// # Errors
/// The database failed.
pub async fn forget_rows(tx: &mut Tx, id: ImportId) -> Result<()> {
    execute!(tx, "DELETE FROM import_rows WHERE import_id = $1", id)?;
    Ok(())
}
