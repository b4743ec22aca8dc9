//! The table of contents of a backup: `manifest.json`, its last member.

use super::BackupError;
use crate::transfer::{Column, Kind, Table, Tally};
use crate::{Engine, schema};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::{Component, Path};

/// Its name in the archive.
pub(super) const MEMBER: &str = "manifest.json";
/// What `format` says.
const FORMAT: &str = "maktab-backup";
/// The newest form of archive that this program writes and reads.
const VERSION: u32 = 1;

/// What a backup holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Manifest {
    format: String,
    version: u32,
    /// The version of the program that wrote it.
    pub program: String,
    /// When, as RFC 3339 in UTC.
    pub made_at: String,
    /// The engine that the rows come from: `sqlite` or `postgres`.
    pub engine: String,
    /// The migrations that the database had seen.
    pub schema: Vec<i64>,
    /// The tables, each behind those that it points to.
    pub tables: Vec<TableEntry>,
    /// The files and keys.
    pub files: Vec<FileEntry>,
}

/// A table of a backup.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TableEntry {
    /// Its name.
    pub name: String,
    /// The number of rows.
    pub rows: u64,
    /// The checksum of its rows, as [`Tally::sha256`].
    pub sha256: String,
    /// The columns of its primary key.
    pub(super) key: Vec<String>,
    /// Its columns, in the order of the values of a row.
    pub(super) columns: Vec<ColumnEntry>,
}

/// A column of a backup.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct ColumnEntry {
    pub name: String,
    pub kind: Kind,
}

/// A file of a backup.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FileEntry {
    /// Where it lies below the folder of data, as `keys/issuer.pem`.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// The SHA-256 of what it holds, 64 hexadecimal digits.
    pub sha256: String,
}

/// What every manifest of every version says.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
    program: String,
}

impl Manifest {
    /// An empty one.
    pub(super) fn new(program: &str, made_at: &str, engine: Engine, schema: Vec<i64>) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            program: program.to_owned(),
            made_at: made_at.to_owned(),
            engine: match engine {
                Engine::Sqlite => "sqlite",
                Engine::Postgres => "postgres",
            }
            .to_owned(),
            schema,
            tables: Vec::new(),
            files: Vec::new(),
        }
    }

    /// Reads one, and makes sure that this program can restore what it lists.
    pub(super) fn read(json: &[u8]) -> Result<Self, BackupError> {
        let damaged = |error: serde_json::Error| {
            BackupError::Damaged(format!("{MEMBER} cannot be read ({error})"))
        };
        let head: Head = serde_json::from_slice(json).map_err(damaged)?;
        if head.format != FORMAT {
            let text = format!("{MEMBER} says that it is {:?}", head.format);
            return Err(BackupError::Damaged(text));
        }
        let newer = || BackupError::Newer {
            program: head.program.clone(),
        };
        if head.version > VERSION {
            return Err(newer());
        }
        let manifest: Self = serde_json::from_slice(json).map_err(damaged)?;
        if !schema::versions().starts_with(&manifest.schema) {
            return Err(newer());
        }
        manifest.check()?;
        Ok(manifest)
    }

    /// Refuses names that could lead elsewhere.
    fn check(&self) -> Result<(), BackupError> {
        let mut seen = BTreeSet::new();
        for member in self.members() {
            if !is_inside(&member) {
                return Err(BackupError::Outside(member));
            }
            if !seen.insert(member.clone()) {
                return Err(BackupError::Damaged(format!("{member} is listed twice")));
            }
        }
        let own = |file: &FileEntry| {
            let folders = super::folders::KEPT.iter();
            folders
                .clone()
                .any(|folder| file.path.starts_with(&format!("{folder}/")))
        };
        match self.files.iter().find(|file| !own(file)) {
            Some(file) => Err(BackupError::Outside(file.path.clone())),
            None => Ok(()),
        }
    }

    /// The names of all members of the archive but this one.
    pub(super) fn members(&self) -> impl Iterator<Item = String> {
        let tables = self.tables.iter().map(|table| member(&table.name));
        tables.chain(self.files.iter().map(|file| file.path.clone()))
    }

    /// How many rows there are in all tables together.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }

    /// Whether it holds keys.
    #[must_use]
    pub fn has_keys(&self) -> bool {
        self.files.iter().any(|file| file.path.starts_with("keys/"))
    }
}

/// The member that holds the rows of a table.
pub(super) fn member(table: &str) -> String {
    format!("tables/{table}.jsonl")
}

/// Whether a path stays below the folder that it is put into.
fn is_inside(path: &str) -> bool {
    let parts = Path::new(path).components();
    let plain = parts
        .clone()
        .all(|part| matches!(part, Component::Normal(_)));
    // What is left out by `components`, as in `a//b` or `a/./b`, makes it another text.
    let same = parts.collect::<std::path::PathBuf>().to_str() == Some(path);
    plain && same && !path.is_empty() && !path.contains(['\\', '\0'])
}

impl TableEntry {
    /// For a table whose rows were counted.
    pub(super) fn new(table: &Table, tally: Tally) -> Self {
        let columns = table.columns.iter().map(|column| ColumnEntry {
            name: column.name.clone(),
            kind: column.kind,
        });
        Self {
            name: table.name.clone(),
            rows: tally.rows,
            sha256: tally.sha256,
            key: table.key.clone(),
            columns: columns.collect(),
        }
    }

    /// The shape of the table.
    pub(super) fn table(&self) -> Table {
        let columns = self.columns.iter().map(|column| Column {
            name: column.name.clone(),
            kind: column.kind,
            native: String::new(),
        });
        Table {
            name: self.name.clone(),
            columns: columns.collect(),
            key: self.key.clone(),
            references: BTreeSet::new(),
        }
    }

    /// Its rows and checksum.
    pub(super) fn tally(&self) -> Tally {
        Tally {
            rows: self.rows,
            sha256: self.sha256.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_inside_or_is_refused() {
        for inside in ["files/a.pdf", "keys/issuer.pem", "files/..a/b…/ج.pdf"] {
            assert!(is_inside(inside), "{inside}");
        }
        for outside in [
            "../a",
            "files/../../a",
            "/etc/passwd",
            "",
            ".",
            "files/./a",
            "files//a",
            "files/a/",
            "files\\..\\a",
            "files/a\0b",
            "..",
        ] {
            assert!(!is_inside(outside), "{outside:?}");
        }
    }
}
