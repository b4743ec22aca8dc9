//! Backups come back as they were made, or are refused.

mod archives;
mod engines;
mod older;
mod refusals;
mod writing;

use super::{Archive, Origin, Restored, Written, restore, write};
use crate::Database;
use crate::testing::{TestDatabase, change, count};
use crate::transfer::awkward;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

const ORIGIN: Origin<'static> = Origin {
    program: "0.1.0",
    made_at: "2026-11-22T02:19:47Z",
};

/// A folder of data with a database, which vanishes afterwards.
struct Place {
    test: TestDatabase,
    data: PathBuf,
}

impl Place {
    /// On every engine that can be had, with nothing in it.
    async fn each() -> Vec<Self> {
        let all = TestDatabase::each().await;
        all.into_iter().map(Self::around).collect()
    }

    async fn sqlite() -> Self {
        Self::around(TestDatabase::sqlite().await)
    }

    /// With awkward rows, three files and two keys.
    async fn filled() -> Self {
        let place = Self::sqlite().await;
        awkward::fill(&place.test.database, 4).await;
        place.put("files/certificates/A-1.pdf", b"%PDF one");
        place.put("files/certificates/A-2.pdf", &[0; 100_000]);
        place.put("files/مرزها.txt", b"");
        place.put("keys/issuer.pem", b"SECRET one");
        place.put("keys/issuer-2025.pub", b"former");
        place
    }

    fn around(test: TestDatabase) -> Self {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("maktab-backup-{}-{number}", std::process::id());
        let data = std::env::temp_dir().join(name);
        drop(fs::remove_dir_all(&data));
        fs::create_dir_all(&data).unwrap();
        Self { test, data }
    }

    fn database(&self) -> &Database {
        &self.test.database
    }

    fn put(&self, path: &str, bytes: &[u8]) {
        let path = self.data.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn archive(&self) -> PathBuf {
        self.data.join("backup.zip")
    }

    async fn back_up(&self) -> Written {
        write(self.database(), &self.data, ORIGIN, &self.archive())
            .await
            .unwrap()
    }

    async fn restore(&self, from: &Path, replace: bool) -> Result<Restored, super::BackupError> {
        let mut archive = Archive::open(from)?;
        restore(&mut archive, self.database(), &self.data, replace).await
    }

    async fn run(&self, statement: &'static str) {
        let mut tx = self.database().write().await.unwrap();
        change(&mut tx, statement).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn number(&self, query: &'static str) -> i64 {
        let mut tx = self.database().read().await.unwrap();
        count(&mut tx, query).await.unwrap()
    }

    /// Everything that comes back: the checksums of all tables but those that restoring ends, and
    /// all files with what they hold.
    async fn everything(&self) -> Vec<(String, String)> {
        let mut tx = self.database().read().await.unwrap();
        let mut all = Vec::new();
        let tables = crate::transfer::Schema::of(&mut tx).await.unwrap().tables;
        for table in tables.into_iter().filter(|table| lasts(&table.name)) {
            let tally = crate::transfer::tally(&mut tx, &table).await.unwrap();
            all.push((table.name, format!("{} {}", tally.rows, tally.sha256)));
        }
        for path in super::folders::list(&self.data).unwrap() {
            let bytes = fs::read(self.data.join(&path)).unwrap();
            all.push((path, hex::encode(bytes)));
        }
        all.sort();
        all
    }

    /// The names in the folder of data.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.data).unwrap();
        let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name();
        let names = entries.map(|entry| name(entry).into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }
}

/// Whether restoring leaves a table as it was in the backup.
fn lasts(table: &str) -> bool {
    !["one_time_links", "request_keys", "sign_ins"].contains(&table)
}

impl Drop for Place {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.data));
    }
}
