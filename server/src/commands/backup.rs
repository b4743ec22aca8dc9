//! `maktab backup`: everything in one file.

use super::counted;
use crate::configuration::Configuration;
use crate::output;
use eyre::{Result, bail};
use maktab_services::{Clock, SystemClock};
use maktab_store::backup::{self, Origin, Written};
use std::path::{Path, PathBuf};

pub(super) async fn run(settings: &Configuration, to: &Path) -> Result<()> {
    let now = jiff::Timestamp::from_millisecond(SystemClock.now().millis())?;
    let to = named(to, now);
    let database = super::open_existing(&settings.database()).await?;
    let made_at = format!("{now:.0}");
    let origin = Origin {
        program: env!("CARGO_PKG_VERSION"),
        made_at: &made_at,
    };
    let writing = Box::pin(backup::write(&database, &settings.data_dir, origin, &to));
    // Left half way, the draft is removed.
    let written = tokio::select! {
        written = writing => written?,
        _ = tokio::signal::ctrl_c() => bail!("interrupted: no backup was made"),
    };
    database.close().await;
    report(settings, &to, &written);
    Ok(())
}

/// The file that is meant: in a folder, it is named after the time.
fn named(to: &Path, now: jiff::Timestamp) -> PathBuf {
    if to.is_dir() {
        to.join(now.strftime("maktab-%Y%m%dT%H%M%SZ.zip").to_string())
    } else {
        to.to_owned()
    }
}

fn report(settings: &Configuration, to: &Path, written: &Written) {
    let manifest = &written.manifest;
    let keys = manifest
        .files
        .iter()
        .filter(|file| file.path.starts_with("keys/"));
    let keys = keys.count();
    output::line(&format!(
        "{} holds {} in {}, {} and {} of {} ({} bytes).",
        to.display(),
        counted(manifest.rows(), "row", "rows"),
        counted(manifest.tables.len(), "table", "tables"),
        counted(manifest.files.len() - keys, "file", "files"),
        counted(keys, "key", "keys"),
        settings.database().shown(),
        written.bytes
    ));
    output::line("It was read back, and every checksum agrees.");
    if !written.left_out.is_empty() {
        output::line(&format!(
            "These tables are not Maktab's, and are not in it: {}",
            written.left_out.join(", ")
        ));
    }
    if keys == 0 {
        output::line("There are no keys yet: the first `maktab serve` makes one.");
    } else {
        output::line(
            "It is secret: it holds the keys that sign certificates, and the data of people.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_a_folder_a_backup_is_named_after_the_time() {
        let now = "2026-11-22T02:19:47.5Z".parse().unwrap();
        let folder = std::env::temp_dir();
        assert_eq!(
            named(&folder, now),
            folder.join("maktab-20261122T021947Z.zip")
        );
        let file = folder.join("no-such-folder").join("a.zip");
        assert_eq!(named(&file, now), file);
    }
}
