//! The commands, one file each.

mod doctor;
mod grant;
mod migrate;
mod seed;
mod serve;
mod services;

use crate::cli::{Cli, Command};
use crate::configuration::{Configuration, Sources, load};
use eyre::{Result, WrapErr};
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
    let url = settings.database();
    Database::open(url.reveal())
        .await
        .wrap_err_with(|| format!("cannot open the database {}", url.shown()))
}

/// The use cases for the tests of other modules.
#[cfg(test)]
pub(crate) fn services_for_tests(
    settings: &Configuration,
    database: Database,
) -> maktab_services::Services {
    services::for_demonstration(settings, database).unwrap()
}
