//! Making a backup: rows in one consistent picture, then files, then the table of contents.

use super::archive::{Archive, Hashing, SEAL, seal};
use super::error::at;
use super::manifest::{self, FileEntry, Manifest, TableEntry};
use super::{BackupError, folders, lines};
use crate::transfer::{Counting, Schema, TransferError, each};
use crate::{Database, SchemaState, Tx, schema};
use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, ErrorKind, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::task::Poll;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Who makes a backup, and when.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// The version of the program.
    pub program: &'a str,
    /// Now, as RFC 3339 in UTC.
    pub made_at: &'a str,
}

/// A backup that was made.
#[derive(Debug)]
pub struct Written {
    /// What it holds.
    pub manifest: Manifest,
    /// Its size.
    pub bytes: u64,
    /// Tables that Maktab did not make, and that are not in it.
    pub left_out: Vec<String>,
}

type Zip = ZipWriter<BufWriter<File>>;

/// Backs up the database and the folders of files and keys below `data` into the new file `to`.
/// The server may go on writing.
///
/// The archive is written under another name, read back and verified, and only then gets its own.
/// Rows are read first and files afterwards: what a row names was there when the row was written.
///
/// # Errors
/// `to` exists, something cannot be read or written, or the database is damaged or of a newer
/// program. Nothing is left behind.
pub async fn write(
    database: &Database,
    data: &Path,
    origin: Origin<'_>,
    to: &Path,
) -> Result<Written, BackupError> {
    if to.try_exists().map_err(at(to))? {
        return Err(BackupError::Exists(to.to_owned()));
    }
    if folders::hold(data, above(to))? {
        return Err(BackupError::Within(to.to_owned()));
    }
    let state = database.schema().await?;
    if matches!(state, SchemaState::Empty | SchemaState::Foreign) {
        let place = "database";
        return Err(TransferError::Schema { place, state }.into());
    }
    let draft = Draft::create(to)?;
    let mut zip = ZipWriter::new(BufWriter::with_capacity(1 << 16, draft.file()?));
    let (mut manifest, left_out) = rows(database, origin, &mut zip).await?;
    files(data, &mut manifest, &mut zip, &draft).await?;
    contents(&manifest, &mut zip).map_err(at(&draft.0))?;
    close(zip, &draft)?;
    Archive::open(&draft.0)?;
    let bytes = fs::metadata(&draft.0).map_err(at(&draft.0))?.len();
    draft.rename(to)?;
    Ok(Written {
        manifest,
        bytes,
        left_out,
    })
}

/// The archive while it is written; removed where it is dropped before it has its own name.
struct Draft(PathBuf);

impl Draft {
    fn create(to: &Path) -> Result<Self, BackupError> {
        let mut name = to.file_name().unwrap_or_default().to_owned();
        name.push(format!(".part-{}", std::process::id()));
        let path = to.with_file_name(name);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).mode(0o600);
        options.open(&path).map_err(at(&path))?;
        Ok(Self(path))
    }

    fn file(&self) -> Result<File, BackupError> {
        let mut options = OpenOptions::new();
        options.read(true).write(true);
        options.open(&self.0).map_err(at(&self.0))
    }

    fn rename(self, to: &Path) -> Result<(), BackupError> {
        fs::rename(&self.0, to).map_err(at(to))?;
        // Dropping it now would find nothing to remove.
        folders::sync(above(to))
    }
}

/// The folder that a file lies in.
fn above(file: &Path) -> &Path {
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

impl Drop for Draft {
    fn drop(&mut self) {
        drop(fs::remove_file(&self.0));
    }
}

async fn rows(
    database: &Database,
    origin: Origin<'_>,
    zip: &mut Zip,
) -> Result<(Manifest, Vec<String>), BackupError> {
    let mut tx = database.read().await?;
    let applied = schema::applied(&mut tx).await?;
    check(&mut tx).await?;
    let all = Schema::of(&mut tx).await?;
    let mut manifest = Manifest::new(origin.program, origin.made_at, database.engine(), applied);
    for table in &all.tables {
        zip.start_file(manifest::member(&table.name), packed())?;
        let mut counting = Counting::of(&table.columns);
        each(&mut tx, table, async |row| {
            counting.add(&row);
            Ok(lines::write(&row, zip)?)
        })
        .await?;
        manifest
            .tables
            .push(TableEntry::new(table, counting.tally()));
    }
    Ok((manifest, all.strangers))
}

/// Lets SQLite look at its own file: a table read by a damaged index could lack rows unnoticed.
async fn check(tx: &mut Tx) -> Result<(), BackupError> {
    if matches!(tx, Tx::Postgres(_)) {
        return Ok(());
    }
    let found = rows!(tx, (String,), "PRAGMA integrity_check(3)")?;
    if found.iter().all(|(line,)| line == "ok") {
        return Ok(());
    }
    let found: Vec<String> = found.into_iter().map(|(line,)| line).collect();
    Err(TransferError::Damaged(found.join("; ")).into())
}

async fn files(
    data: &Path,
    manifest: &mut Manifest,
    zip: &mut Zip,
    draft: &Draft,
) -> Result<(), BackupError> {
    for path in folders::list(data)? {
        let place = data.join(&path);
        let mut file = match File::open(&place) {
            Ok(file) => file,
            // Removed since it was listed, as is the page of a certificate that came to nothing.
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) => return Err(at(&place)(error)),
        };
        zip.start_file(path.as_str(), packed())?;
        let mut hash = Hashing::new(zip);
        let bytes = std::io::copy(&mut file, &mut hash).map_err(at(&draft.0))?;
        let sha256 = hash.finish();
        manifest.files.push(FileEntry {
            path,
            bytes,
            sha256,
        });
        pause().await;
    }
    Ok(())
}

/// Lets whoever waits for the backup look whether it is still wanted.
async fn pause() {
    let mut rested = false;
    std::future::poll_fn(|context| {
        if std::mem::replace(&mut rested, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

fn contents(manifest: &Manifest, zip: &mut Zip) -> std::io::Result<()> {
    zip.start_file(manifest::MEMBER, packed())?;
    serde_json::to_writer_pretty(&mut *zip, manifest)?;
    // Its place is filled when everything before it is written.
    zip.set_comment("0".repeat(SEAL))?;
    Ok(())
}

/// Finishes the archive, seals it, and makes it durable.
fn close(zip: Zip, draft: &Draft) -> Result<(), BackupError> {
    let file = zip.finish()?.into_inner();
    let mut file = file.map_err(|error| at(&draft.0)(error.into_error()))?;
    apply_seal(&mut file).map_err(at(&draft.0))
}

/// Writes the checksum of everything before it into the comment at the end.
pub(super) fn apply_seal(file: &mut File) -> std::io::Result<()> {
    let (seal, _) = seal(file)?;
    file.seek(SeekFrom::End(-(SEAL as i64)))?;
    file.write_all(seal.as_bytes())?;
    file.sync_all()
}

fn packed() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(3))
        .large_file(true)
        .unix_permissions(0o600)
}
