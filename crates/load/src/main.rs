//! The command line of the load, for `cargo xtask bench registration` and `cargo xtask stress`.
#![expect(
    clippy::print_stdout,
    reason = "a command line program speaks on standard output"
)]

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand};
use eyre::{Result, WrapErr, bail};
use maktab_load::Place;
use maktab_load::measuring;
use maktab_load::stress::{self, Scale};
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use serde::Serialize;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Parser)]
#[command(name = "maktab-load", about)]
struct Arguments {
    /// The program `maktab`
    #[arg(long)]
    program: PathBuf,
    /// Folder for databases; what is in it is lost
    #[arg(long)]
    folder: PathBuf,
    /// Address of a PostgreSQL to make databases in; SQLite only without
    #[arg(long, env = "MAKTAB_TEST_POSTGRES", hide_env_values = true)]
    postgres: Option<String>,
    /// Where to write what came out, as JSON
    #[arg(long)]
    report: PathBuf,
    /// From which everything is drawn
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Counts registrations per second
    Measure,
    /// Holds the promises of the reliability table against rushes, crashes and overload
    Stress(Stress),
}

#[derive(Args)]
struct Stress {
    /// Seconds instead of minutes
    #[arg(long)]
    short: bool,
    /// Only the scenarios of these names
    #[arg(long, value_delimiter = ',', value_parser = PossibleValuesParser::new(stress::names()))]
    scenario: Vec<String>,
}

// One thread: the other core is the program's.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    // Left half way, the work takes the servers that it has started with it.
    tokio::select! {
        done = Box::pin(work()) => done,
        _ = tokio::signal::ctrl_c() => bail!("interrupted"),
    }
}

async fn work() -> Result<()> {
    let arguments = Arguments::parse();
    let absolute = |path: &Path| std::path::absolute(path).wrap_err("a path");
    let place = Place {
        binary: absolute(&arguments.program)?,
        folder: absolute(&arguments.folder)?,
        postgres: arguments.postgres.clone(),
        seed: arguments.seed,
    };
    let say = &mut |line: String| println!("{line}");
    match &arguments.command {
        Command::Measure => {
            let mut all = Vec::new();
            for engine in place.engines() {
                all.extend(Box::pin(measuring::measure(&place, engine, say)).await?);
            }
            for one in &all {
                println!("{}", serde_json::to_string(one)?);
            }
            write(&arguments.report, &all)
        }
        Command::Stress(own) => {
            more_files()?;
            let scale = if own.short {
                &Scale::SHORT
            } else {
                &Scale::LONG
            };
            let engines = place.engines();
            let all = stress::run(&place, &engines, scale, &own.scenario, say).await;
            for one in &all {
                println!("{}", serde_json::to_string(one)?);
            }
            write(&arguments.report, &all)
        }
    }
}

/// As many connections at once as the system allows, here and in the servers started from here.
fn more_files() -> Result<()> {
    let (_, most) = getrlimit(Resource::RLIMIT_NOFILE)?;
    setrlimit(Resource::RLIMIT_NOFILE, most, most).wrap_err("more open files")
}

fn write(report: &Path, what: &impl Serialize) -> Result<()> {
    let text = serde_json::to_string_pretty(what)?;
    fs::write(report, text).wrap_err_with(|| report.display().to_string())
}
