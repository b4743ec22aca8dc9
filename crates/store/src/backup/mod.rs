//! Backups: one file with every row, the files and the keys, which either engine can restore.
//!
//! A backup is a zip archive of one table of contents (`manifest.json`), one member of rows for
//! each table (`tables/NAME.jsonl`, see `lines.rs`), and the files and keys as they lie below the
//! folder of data. It is written from one consistent picture of the database, by the same reader
//! for both engines, so that it is independent of the engine that it comes from. Its comment is a
//! checksum of the whole.

mod archive;
mod error;
mod folders;
mod lines;
mod manifest;
mod restore;
mod write;

pub use archive::Archive;
pub use error::{BackupError, Present};
pub use manifest::{FileEntry, Manifest, TableEntry};
pub use restore::{Restored, restore};
pub use write::{Origin, Written, write};

#[cfg(test)]
mod tests;
