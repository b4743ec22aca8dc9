//! The shape of the database: which migrations it has seen, compared with this program's.

use crate::{Database, Result, Tx};
use sqlx::migrate::Migrator;

pub(crate) static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
pub(crate) static POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// How the database compares with this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaState {
    /// It was never migrated.
    Empty,
    /// So many migrations are missing.
    Behind(usize),
    /// It is as this program expects it.
    Current,
    /// It was changed by a newer program, or by hand.
    Foreign,
}

impl Database {
    /// Compares the migrations that were applied with those of this program.
    ///
    /// # Errors
    /// The database failed.
    pub async fn schema(&self) -> Result<SchemaState> {
        let mut tx = self.read().await?;
        let (there,) = match self {
            Self::Sqlite { .. } => one!(
                &mut tx,
                (i64,),
                "SELECT count(*) FROM sqlite_master WHERE name = '_sqlx_migrations'"
            )?,
            Self::Postgres(_) => one!(
                &mut tx,
                (i64,),
                "SELECT count(*) FROM pg_class WHERE oid = to_regclass('_sqlx_migrations')"
            )?,
        };
        if there == 0 {
            return Ok(SchemaState::Empty);
        }
        let applied = rows!(
            &mut tx,
            (i64, Vec<u8>),
            "SELECT version, checksum FROM _sqlx_migrations WHERE success ORDER BY version"
        )?;
        let ours = match self {
            Self::Sqlite { .. } => &SQLITE,
            Self::Postgres(_) => &POSTGRES,
        };
        Ok(compare(ours, &applied))
    }
}

/// The migrations of this program, the first one first.
pub(crate) fn versions() -> Vec<i64> {
    SQLITE.iter().map(|own| own.version).collect()
}

/// The migrations that the database of this transaction has seen.
///
/// # Errors
/// The database failed, or was never migrated.
pub(crate) async fn applied(tx: &mut Tx) -> Result<Vec<i64>> {
    let versions = rows!(
        tx,
        (i64,),
        "SELECT version FROM _sqlx_migrations WHERE success ORDER BY version"
    )?;
    Ok(versions.into_iter().map(|(version,)| version).collect())
}

fn compare(ours: &Migrator, applied: &[(i64, Vec<u8>)]) -> SchemaState {
    let known = |(version, checksum): &(i64, Vec<u8>)| {
        ours.iter()
            .any(|own| own.version == *version && *own.checksum == **checksum)
    };
    if !applied.iter().all(known) {
        return SchemaState::Foreign;
    }
    match ours.iter().count() - applied.len() {
        0 => SchemaState::Current,
        all if applied.is_empty() && all > 0 => SchemaState::Empty,
        missing => SchemaState::Behind(missing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_engines_have_the_same_migrations() {
        let names = |all: &Migrator| -> Vec<(i64, String)> {
            all.iter()
                .map(|one| (one.version, one.description.to_string()))
                .collect()
        };
        assert_eq!(names(&SQLITE), names(&POSTGRES));
    }

    #[test]
    fn a_database_is_compared_by_what_was_applied() {
        let all: Vec<(i64, Vec<u8>)> = SQLITE
            .iter()
            .map(|own| (own.version, own.checksum.to_vec()))
            .collect();
        assert_eq!(compare(&SQLITE, &all), SchemaState::Current);
        assert_eq!(compare(&SQLITE, &[]), SchemaState::Empty);
        let mut newer = all.clone();
        newer.push((9999, vec![1]));
        assert_eq!(compare(&SQLITE, &newer), SchemaState::Foreign);
        let mut changed = all;
        changed[0].1[0] ^= 1;
        assert_eq!(compare(&SQLITE, &changed), SchemaState::Foreign);
    }
}
