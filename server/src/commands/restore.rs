//! `maktab restore`: a backup is put back.

use super::counted;
use crate::configuration::Configuration;
use crate::output;
use eyre::{Result, WrapErr};
use maktab_store::backup::{self, Archive};
use std::path::Path;

pub(super) async fn run(settings: &Configuration, from: &Path, force: bool) -> Result<()> {
    let shown = from.display();
    // Before anything is touched: not even an empty database is made for a damaged one.
    let mut archive = Archive::open(from).wrap_err_with(|| format!("cannot restore {shown}"))?;
    let database = super::open(settings).await?;
    let restoring = backup::restore(&mut archive, &database, &settings.data_dir, force);
    let restored = Box::pin(restoring)
        .await
        .wrap_err_with(|| format!("cannot restore {shown}"))?;
    database.close().await;
    let manifest = &archive.manifest;
    output::line(&format!(
        "{} holds what {shown} does, of {} ({}, version {}): {} in {}, and {}.",
        settings.database().shown(),
        manifest.made_at,
        manifest.engine,
        manifest.program,
        counted(manifest.rows(), "row", "rows"),
        counted(restored.tables.len(), "table", "tables"),
        counted(restored.files, "file or key", "files and keys")
    ));
    output::line("Every table was read back, and every count and checksum agrees.");
    if restored.migrated > 0 {
        let missing = counted(restored.migrated, "migration", "migrations");
        output::line(&format!("It was then brought up to date ({missing})."));
    }
    output::line(&format!(
        "Everybody has to sign in again: {} of that time ended, and so did the links to sign in.",
        counted(restored.signed_out, "sign-in", "sign-ins")
    ));
    if let Some(kept) = restored.kept_keys {
        output::line(&format!(
            "The keys that were here before are others; they lie in {} now.",
            kept.display()
        ));
    }
    if let Some(left) = restored.left {
        output::line(&format!(
            "What was here before could not be removed: look at {}, then delete it.",
            left.display()
        ));
    }
    output::line("Mail that was waiting then leaves once the server starts.");
    Ok(())
}
