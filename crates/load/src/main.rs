//! The command line of the load, for `cargo xtask bench registration` and `cargo xtask stress`.
#![expect(
    clippy::print_stdout,
    reason = "a command line program speaks on standard output"
)]

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use eyre::{Result, WrapErr, bail};
use maktab_load::Place;
use maktab_load::measuring::{self, Plan};
use maktab_load::stress::{self, Scale};
use maktab_store::Engine;
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use serde::Serialize;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

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
    /// Run on this engine only
    #[arg(long)]
    only: Option<Only>,
    /// From which everything is drawn
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[command(subcommand)]
    command: Command,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Only {
    Sqlite,
    Postgres,
}

#[derive(Subcommand)]
enum Command {
    /// Counts registrations per second
    Measure(Measure),
    /// Holds the promises of the reliability table against rushes, crashes and overload
    Stress(Stress),
}

#[derive(Args)]
struct Measure {
    /// Registrations that are there already, for each series
    #[arg(long, value_delimiter = ',', default_value = "1000,1000000")]
    existing: Vec<i64>,
    /// Turns of each series
    #[arg(long, default_value_t = 5)]
    turns: usize,
    /// Seconds of a turn
    #[arg(long, default_value_t = 4)]
    seconds: u64,
    /// Connections that register at once
    #[arg(long, default_value_t = 64)]
    connections: usize,
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

impl Arguments {
    fn engines(&self, place: &Place) -> Vec<Engine> {
        let only = self.only.map(|only| match only {
            Only::Sqlite => Engine::Sqlite,
            Only::Postgres => Engine::Postgres,
        });
        let mut engines = place.engines();
        engines.retain(|engine| only.is_none_or(|only| only == *engine));
        engines
    }
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
        Command::Measure(measure) => {
            let plan = Plan {
                existing: measure.existing.clone(),
                turns: measure.turns,
                turn: Duration::from_secs(measure.seconds),
                connections: measure.connections,
            };
            let mut all = Vec::new();
            for engine in arguments.engines(&place) {
                all.extend(Box::pin(measuring::measure(&place, engine, &plan, say)).await?);
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
            let engines = arguments.engines(&place);
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
