//! The commands, one file each.

mod backup;
mod copy;
mod doctor;
mod grant;
mod migrate;
mod restore;
mod seed;
mod serve;
mod services;

use crate::cli::{Cli, Command};
use crate::configuration::{Configuration, DatabaseUrl, Sources, load};
use eyre::{Result, WrapErr, bail};
use maktab_store::Database;
use std::os::unix::fs::DirBuilderExt;
use std::process::ExitCode;

/// Runs the command of the command line.
pub(crate) fn run(cli: &Cli) -> Result<ExitCode> {
    let sources = Sources::of_process(&cli.settings);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .wrap_err("no runtime")?;
    if let Command::Doctor { format } = cli.command {
        // What is wrong with the settings is a finding too.
        return Ok(runtime.block_on(doctor::run(load(&sources), format)));
    }
    let settings = load(&sources)?;
    runtime.block_on(async {
        match &cli.command {
            Command::Serve { migrate } => serve::run(&settings, *migrate).await,
            Command::Migrate => migrate::run(&settings).await,
            Command::Seed(what) => seed::run(&settings, what, cli.settings.demo).await,
            Command::Grant(what) => grant::run(&settings, what).await,
            Command::Backup { to } => backup::run(&settings, to).await,
            Command::Restore { from, force } => restore::run(&settings, from, *force).await,
            Command::Copy { from, to } => copy::run(from, to).await,
            Command::Doctor { .. } => Ok(()),
        }
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Opens the database; the data folder is made where it is missing.
pub(super) async fn open(settings: &Configuration) -> Result<Database> {
    let folder = &settings.data_dir;
    // What lies in it is about people: nobody else on this machine is to look into it.
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .wrap_err_with(|| format!("cannot make the data folder {}", folder.display()))?;
    connect(&settings.database()).await
}

/// Opens a database that has to be there: opening a SQLite file that is not would make it.
async fn open_existing(url: &DatabaseUrl) -> Result<Database> {
    if let Some(file) = url.file()
        && !file.is_file()
    {
        bail!("there is no database {}", file.display());
    }
    connect(url).await
}

async fn connect(url: &DatabaseUrl) -> Result<Database> {
    Database::open(url.reveal())
        .await
        .wrap_err_with(|| format!("cannot open the database {}", url.shown()))
}

/// `1 file`, `2 files`.
fn counted(count: impl TryInto<u64>, one: &str, many: &str) -> String {
    let count = count.try_into().unwrap_or(u64::MAX);
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The use cases for the tests of other modules.
#[cfg(test)]
pub(crate) fn services_for_tests(
    settings: &Configuration,
    database: Database,
) -> maktab_services::Services {
    services::for_demonstration(settings, database).unwrap()
}
