//! Putting a backup back: everything or nothing.
//!
//! The database is emptied, made anew as it was when the backup was made, filled, read back and
//! brought up to date in one transaction. Files and keys are written beside it first, and are put
//! in place by renaming just before that transaction is committed.

use super::BackupError;
use super::archive::Archive;
use super::error::{Present, at};
use super::folders::{self, KEPT, KEYS, Stage};
use super::manifest::TableEntry;
use crate::transfer::{
    Compared, Counting, Loader, Loading, Schema, Table, TransferError, compare, counts, find,
    matched, quoted,
};
use crate::{Database, SchemaState, Tx, schema};
use sqlx::AssertSqlSafe;
use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::BufWriter;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// What [`restore`] did.
#[derive(Debug)]
pub struct Restored {
    /// Every table, as in the backup and as read back.
    pub tables: Vec<Compared>,
    /// How many files and keys were put in place.
    pub files: usize,
    /// How many migrations were missing in the backup, and were applied to it.
    pub migrated: usize,
    /// How many sign-ins of the backup were ended.
    pub signed_out: u64,
    /// Where the keys lie that were there before and are not in the backup.
    pub kept_keys: Option<PathBuf>,
    /// Where files lie that were there before and could not be removed, or keys moved aside.
    pub left: Option<PathBuf>,
}

/// Puts the rows of a backup into the database, and its files and keys below `data`. What is
/// there already is replaced only where `replace` says so. All browsers are signed out.
///
/// # Errors
/// There is something already and `replace` is `false`; something cannot be
/// read or written; what was read back differs. Everything is then as before.
pub async fn restore(
    archive: &mut Archive,
    database: &Database,
    data: &Path,
    replace: bool,
) -> Result<Restored, BackupError> {
    let found = present(database, data).await?;
    if !replace && !found.is_empty() {
        return Err(BackupError::Living(found));
    }
    // A backup without keys leaves those that are there: without any, a new one would be made.
    let has_keys = archive.manifest.has_keys();
    let folders = KEPT
        .into_iter()
        .filter(|folder| *folder != KEYS || has_keys);
    let mut stage = Stage::new(data, folders.collect())?;
    extract(archive, &stage)?;
    let mut tx = database.write_alone().await?;
    clear(database, &mut tx).await?;
    let (tables, migrated) = fill(archive, &mut tx).await?;
    let signed_out = end_old_rights(&mut tx).await?;
    stage.swap()?;
    if let Err(error) = tx.commit().await {
        stage.undo()?;
        return Err(error.into());
    }
    // It is restored now, whatever becomes of what was there before.
    let place = stage.place();
    let (kept_keys, left) = match stage.finish() {
        Ok(kept) => (kept, None),
        Err(_) => (None, Some(place)),
    };
    Ok(Restored {
        tables,
        files: archive.manifest.files.len(),
        migrated,
        signed_out,
        kept_keys,
        left,
    })
}

/// What is there already.
async fn present(database: &Database, data: &Path) -> Result<Present, BackupError> {
    let mut tx = database.read().await?;
    let tables = Schema::of(&mut tx).await?.tables;
    let rows = counts(&mut tx, &tables).await?;
    let files = folders::list(data)?;
    let keys = files.iter().filter_map(|path| path.strip_prefix("keys/"));
    let keys: Vec<String> = keys.map(str::to_owned).collect();
    Ok(Present {
        rows,
        files: files.len() - keys.len(),
        keys,
    })
}

/// Writes the files of the archive to where they wait for their place.
fn extract(archive: &mut Archive, stage: &Stage) -> Result<(), BackupError> {
    let folder = stage.new_folder();
    for entry in archive.manifest.files.clone() {
        let path = folder.join(&entry.path);
        if let Some(above) = path.parent() {
            folders::make(above)?;
        }
        let file = create(&path).map_err(at(&path))?;
        let mut file = BufWriter::new(file);
        archive.extract(&entry, &mut file)?;
        let file = file
            .into_inner()
            .map_err(|error| at(&path)(error.into_error()))?;
        file.sync_all().map_err(at(&path))?;
    }
    Ok(())
}

fn create(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600).open(path)
}

/// Takes away the tables that Maktab made.
pub(super) async fn clear(database: &Database, tx: &mut Tx) -> Result<(), BackupError> {
    let there = Schema::of(tx).await?;
    if database.schema().await? == SchemaState::Foreign && !there.strangers.is_empty() {
        return Err(BackupError::Strangers(there.strangers));
    }
    let names: Vec<String> = there.tables.iter().rev().map(|t| quoted(&t.name)).collect();
    match tx {
        Tx::Sqlite(_) => {
            run(tx, "PRAGMA defer_foreign_keys = ON").await?;
            for name in names {
                run(tx, &format!("DROP TABLE {name}")).await?;
            }
        }
        Tx::Postgres(_) => {
            // With its triggers gone, nothing holds a function of theirs any more.
            let functions = rows!(
                &mut *tx,
                (String, String),
                "SELECT p.oid::regprocedure::text, c.relname::text FROM pg_trigger t
                 JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
                 WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace
                 AND p.pronamespace = current_schema()::regnamespace"
            )?;
            let own = |table: &String| there.tables.iter().any(|own| own.name == *table);
            let functions: BTreeSet<String> = functions
                .into_iter()
                .filter_map(|(function, table)| own(&table).then_some(function))
                .collect();
            if !names.is_empty() {
                run(tx, &format!("DROP TABLE {}", names.join(", "))).await?;
            }
            for function in functions {
                run(tx, &format!("DROP FUNCTION {function}")).await?;
            }
        }
    }
    run(tx, "DROP TABLE IF EXISTS _sqlx_migrations").await
}

async fn run(tx: &mut Tx, statement: &str) -> Result<(), BackupError> {
    let statement = AssertSqlSafe(statement);
    on!(tx, conn => sqlx::raw_sql(statement).execute(conn).await.map(drop))
        .map_err(crate::Error::from)?;
    Ok(())
}

/// Makes the tables as they were, fills them, reads them back, and brings them up to date; answers
/// what was read back, and how many migrations were missing.
async fn fill(archive: &mut Archive, tx: &mut Tx) -> Result<(Vec<Compared>, usize), BackupError> {
    let seen = archive.manifest.schema.clone();
    let all = schema::versions();
    let last = seen.last().copied().unwrap_or_default();
    migrate_to(tx, last).await?;
    let entries = archive.manifest.tables.clone();
    let mut tables: Vec<Table> = entries.iter().map(TableEntry::table).collect();
    let mut own = Schema::of(tx).await?.tables;
    matched(&mut tables, &mut own)?;
    let loading = Loading::begin(tx, &own).await?;
    let mut read = Vec::with_capacity(entries.len());
    for (entry, table) in entries.iter().zip(&tables) {
        let mut counting = Counting::of(&table.columns);
        let mut loader = Loader::of(tx, find(&own, &table.name)?);
        let mut rows = archive.rows(entry)?;
        while let Some(row) = rows.next()? {
            counting.add(&row);
            loader.push(row).await?;
        }
        loader.finish().await?;
        read.push(counting.tally());
    }
    loading.end(tx).await?;
    let compared = compare(tx, &tables, &own, read).await?;
    let differing = compared.iter().filter(|table| !table.is_equal());
    let differing: Vec<String> = differing.map(|table| table.table.clone()).collect();
    if !differing.is_empty() {
        return Err(BackupError::Differs(differing));
    }
    migrate_to(tx, i64::MAX).await?;
    Ok((compared, all.len() - seen.len()))
}

/// Ends what let somebody in when the backup was made: it may have been ended since, or used up.
/// The keys of requests go too, for what they asked for may not be there any more. Links that
/// confirm or answer something stay: what they change is as it was then, too.
async fn end_old_rights(tx: &mut Tx) -> Result<u64, BackupError> {
    execute!(
        &mut *tx,
        "DELETE FROM one_time_links WHERE purpose = 'sign-in'"
    )?;
    execute!(&mut *tx, "DELETE FROM request_keys")?;
    Ok(execute!(tx, "DELETE FROM sign_ins")?)
}

async fn migrate_to(tx: &mut Tx, version: i64) -> Result<(), TransferError> {
    match tx {
        Tx::Sqlite(tx) => {
            let mut held = tx.connection().await.map_err(crate::Error::from)?;
            schema::SQLITE.run_to(version, &mut *held).await?;
        }
        Tx::Postgres(tx) => schema::POSTGRES.run_to(version, &mut **tx).await?,
    }
    Ok(())
}
