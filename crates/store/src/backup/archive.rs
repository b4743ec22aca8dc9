//! An archive that is there: opening it, making sure of it, reading its members.
//!
//! It is a zip archive whose comment is the SHA-256 of everything before it: one changed byte
//! anywhere, or a missing end, is found before anything else is believed.

use super::error::at;
use super::manifest::{self, FileEntry, Manifest, TableEntry};
use super::{BackupError, lines};
use crate::transfer::{Counting, Kind, Row};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use zip::ZipArchive;

/// The length of the comment: a SHA-256 in hexadecimal digits.
pub(super) const SEAL: usize = 64;
/// The largest table of contents that is read, in bytes.
const LARGEST_MANIFEST: u64 = 512 << 20;
/// What a zip archive begins with.
const BEGINNING: &[u8] = b"PK\x03\x04";

/// A backup that can be read.
#[derive(Debug)]
pub struct Archive {
    path: PathBuf,
    zip: ZipArchive<BufReader<File>>,
    /// What it holds.
    pub manifest: Manifest,
}

impl Archive {
    /// Opens a backup and verifies it: its seal, its table of contents, every row and file.
    ///
    /// # Errors
    /// The file cannot be read, is no backup, is damaged, is of a newer program, or holds
    /// something that could land elsewhere.
    pub fn open(path: &Path) -> Result<Self, BackupError> {
        let mut file = File::open(path).map_err(at(path))?;
        let mut beginning = [0; 4];
        let begun = file.read_exact(&mut beginning);
        if begun.is_err() || beginning != BEGINNING {
            return Err(BackupError::NotABackup(path.to_owned()));
        }
        let (seal, found) = seal(&mut file).map_err(at(path))?;
        if seal.as_bytes() != found {
            let text = "its checksum is another than the one it was written with";
            return Err(BackupError::Damaged(text.to_owned()));
        }
        let mut zip = ZipArchive::new(BufReader::new(file))?;
        let manifest = contents(&mut zip, path)?;
        named(&zip, &manifest)?;
        let mut archive = Self {
            path: path.to_owned(),
            zip,
            manifest,
        };
        archive.verify()?;
        Ok(archive)
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads everything, and compares it with the table of contents.
    fn verify(&mut self) -> Result<(), BackupError> {
        for table in self.manifest.tables.clone() {
            let mut counting = Counting::of(&table.table().columns);
            let mut rows = self.rows(&table)?;
            while let Some(row) = rows.next()? {
                counting.add(&row);
            }
            if counting.tally() != table.tally() {
                return Err(differs(&manifest::member(&table.name)));
            }
        }
        for file in self.manifest.files.clone() {
            self.extract(&file, &mut std::io::sink())?;
        }
        Ok(())
    }

    /// The rows of a table.
    pub(super) fn rows(&mut self, table: &TableEntry) -> Result<Rows<'_>, BackupError> {
        let name = manifest::member(&table.name);
        let member = self.zip.by_name(&name)?;
        Ok(Rows {
            kinds: table.columns.iter().map(|column| column.kind).collect(),
            name,
            from: BufReader::with_capacity(1 << 16, Box::new(member)),
        })
    }

    /// Writes a file to `to`, and makes sure that it is the one that was backed up.
    pub(super) fn extract(
        &mut self,
        file: &FileEntry,
        to: &mut impl Write,
    ) -> Result<(), BackupError> {
        // One byte more than there should be is enough to notice.
        let mut member = self
            .zip
            .by_name(&file.path)?
            .take(file.bytes.saturating_add(1));
        let mut hash = Hashing::new(to);
        let copied = std::io::copy(&mut member, &mut hash);
        let bytes = copied.map_err(|error| unreadable(&file.path, &error.to_string()))?;
        if bytes != file.bytes || hash.finish() != file.sha256 {
            return Err(differs(&file.path));
        }
        Ok(())
    }
}

/// The rows of one table of an archive.
pub(super) struct Rows<'a> {
    name: String,
    kinds: Vec<Kind>,
    from: BufReader<Box<dyn Read + 'a>>,
}

impl Rows<'_> {
    /// The next one.
    pub(super) fn next(&mut self) -> Result<Option<Row>, BackupError> {
        let row = lines::read(&mut self.from, &self.kinds);
        row.map_err(|why| unreadable(&self.name, &why))
    }
}

/// Makes a checksum of what passes through to another writer.
pub(super) struct Hashing<'a, W> {
    to: &'a mut W,
    hash: Sha256,
}

impl<'a, W: Write> Hashing<'a, W> {
    /// On its way to `to`.
    pub(super) fn new(to: &'a mut W) -> Self {
        let hash = Sha256::new();
        Self { to, hash }
    }

    /// The checksum.
    pub(super) fn finish(self) -> String {
        hex::encode(self.hash.finalize())
    }
}

impl<W: Write> Write for Hashing<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.to.flush()
    }
}

/// The seal that a file should have, and what stands in its place.
pub(super) fn seal(file: &mut File) -> std::io::Result<(String, Vec<u8>)> {
    let length = file.metadata()?.len();
    let before = length.saturating_sub(SEAL as u64);
    file.rewind()?;
    let mut sink = std::io::sink();
    let mut hash = Hashing::new(&mut sink);
    std::io::copy(
        &mut BufReader::with_capacity(1 << 16, &*file).take(before),
        &mut hash,
    )?;
    file.seek(SeekFrom::Start(before))?;
    let mut found = Vec::with_capacity(SEAL);
    file.take(SEAL as u64).read_to_end(&mut found)?;
    Ok((hash.finish(), found))
}

fn contents(zip: &mut ZipArchive<BufReader<File>>, path: &Path) -> Result<Manifest, BackupError> {
    let member = match zip.by_name(manifest::MEMBER) {
        Err(zip::result::ZipError::FileNotFound) => {
            return Err(BackupError::NotABackup(path.to_owned()));
        }
        other => other?,
    };
    let mut json = Vec::new();
    let read = member.take(LARGEST_MANIFEST).read_to_end(&mut json);
    read.map_err(|error| unreadable(manifest::MEMBER, &error.to_string()))?;
    Manifest::read(&json)
}

/// Makes sure that the archive holds what its table of contents lists, and nothing else.
fn named(zip: &ZipArchive<BufReader<File>>, manifest: &Manifest) -> Result<(), BackupError> {
    let mut listed: BTreeSet<String> = manifest.members().collect();
    listed.insert(manifest::MEMBER.to_owned());
    for name in zip.file_names() {
        let name = name?;
        if !listed.remove(name.as_ref()) {
            return Err(BackupError::Outside(name.into_owned()));
        }
    }
    match listed.first() {
        Some(missing) => Err(BackupError::Damaged(format!("{missing} is missing"))),
        None => Ok(()),
    }
}

fn differs(member: &str) -> BackupError {
    BackupError::Damaged(format!("{member} is not what {} lists", manifest::MEMBER))
}

fn unreadable(member: &str, why: &str) -> BackupError {
    BackupError::Damaged(format!("{member} cannot be read ({why})"))
}
