//! `cargo xtask stress`: the promises of reliability, held against rushes, crashes, replays, a
//! backup under load and overload (`crates/load`). A broken promise is an error.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use eyre::{Result, WrapErr};
use serde::Deserialize;

use crate::load;
use crate::postgres::{Cluster, Durability};
use crate::progress::{Screen, Step, Steps};
use crate::project::Project;
use crate::server::{self, Flavour};
use crate::setup::debian;
use crate::test::tally::Tally;
use crate::tool;

/// Its folder and log under `target/`.
const NAME: &str = "stress";

/// What the person may choose.
#[derive(Args)]
pub struct Options {
    /// Seconds instead of minutes, on programs compiled as the tests are: what `cargo xtask test`
    /// does
    #[arg(long)]
    short: bool,
    /// Only these scenarios: rush, unguarded, crashes, replays, backup, overload
    #[arg(long, value_delimiter = ',', value_name = "NAME")]
    scenario: Vec<String>,
    /// From which pauses and names are drawn; the same seed draws the same
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// One promise on one engine, as `maktab-load` reports it.
#[derive(Deserialize)]
struct Outcome {
    promise: String,
    on: String,
    found: String,
    faults: Vec<String>,
    seconds: f64,
}

/// How many steps [`play`] takes.
pub const STEPS: usize = 3;

/// Runs the command.
pub fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    let mut steps = Steps::new(1 + STEPS);
    steps.run("Looking for PostgreSQL", |step| {
        debian::install(project, step, &[&debian::FOR_TESTS])
    })?;
    let all = play(project, &mut steps, options)?;
    println!("\n{}", shown(&all, steps.screen()));
    println!("\nSeed {}", options.seed);
    match all.iter().filter(|one| !one.faults.is_empty()).count() {
        0 => Ok(ExitCode::SUCCESS),
        1 => eyre::bail!("one promise is broken"),
        count => eyre::bail!("{count} promises are broken"),
    }
}

/// The short form as a part of the tests: each promise on each engine counts as one.
pub fn test(project: &Project, steps: &mut Steps, tally: &mut Tally) -> Result<()> {
    let options = Options {
        short: true,
        scenario: Vec::new(),
        seed: 1,
    };
    let screen = steps.screen();
    let counted = play(project, steps, &options).map(|all| {
        let counts = counts(&all);
        if counts.failed > 0 {
            println!("\n{}", shown(&all, screen));
        }
        counts
    });
    tally.add(counted)
}

fn play(project: &Project, steps: &mut Steps, options: &Options) -> Result<Vec<Outcome>> {
    let flavour = match options.short {
        true => Flavour::Debug,
        false => Flavour::Release,
    };
    let programs = steps.run("Compiling the server and the load", |step| {
        let program = server::compile(project, step, flavour)?;
        Ok((program, load::compile(project, step, flavour)?))
    })?;
    let cluster = steps.run("Starting a PostgreSQL server for the load", |step| {
        let durability = match options.short {
            true => Durability::None,
            false => Durability::Full,
        };
        Cluster::start(project, step, durability)
    })?;
    steps.run("Holding the promises of reliability", |step| {
        let all = outcomes(project, step, &programs, &cluster, options)?;
        let counts = counts(&all);
        step.remark(counts.to_string());
        if counts.failed > 0 {
            step.found_faults();
        }
        Ok(all)
    })
}

fn outcomes(
    project: &Project,
    step: &mut Step,
    (program, load): &(PathBuf, PathBuf),
    cluster: &Cluster,
    options: &Options,
) -> Result<Vec<Outcome>> {
    let mut command = load::command(project, load, program, NAME)?;
    command.env(load::POSTGRES, cluster.url());
    command.args(["--seed", &options.seed.to_string(), "stress"]);
    if options.short {
        command.arg("--short");
    }
    for scenario in &options.scenario {
        command.args(["--scenario", scenario]);
    }
    tool::run(project, step, NAME, &mut command)?.require()?;
    let report = load::report(project, NAME);
    let text = fs::read_to_string(&report).wrap_err_with(|| report.display().to_string())?;
    let all: Vec<Outcome> = serde_json::from_str(&text).wrap_err("the load's report")?;
    if all.is_empty() {
        eyre::bail!("no promise was looked at");
    }
    Ok(all)
}

fn counts(all: &[Outcome]) -> Tally {
    let mut tally = Tally::default();
    for one in all {
        match one.faults.is_empty() {
            true => tally.passed += 1,
            false => tally.failed += 1,
        }
    }
    tally
}

/// The table for a person: the promise, where it was tried, what was found, and under it what is
/// wrong.
fn shown(all: &[Outcome], screen: Screen) -> String {
    let width = |text: fn(&Outcome) -> &str| {
        let widths = all.iter().map(|one| text(one).chars().count());
        widths.max().unwrap_or(0)
    };
    let (promise, on) = (width(|one| &one.promise), width(|one| &one.on));
    let mut lines = Vec::new();
    for one in all {
        let mark = match one.faults.is_empty() {
            true => screen.good("✓"),
            false => screen.bad("✗"),
        };
        lines.push(format!(
            "{mark} {:promise$}  {:on$}  {:>5.0} s  {}",
            one.promise, one.on, one.seconds, one.found
        ));
        lines.extend(
            one.faults
                .iter()
                .map(|fault| format!("    {}", screen.bad(fault))),
        );
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_promise_is_a_failed_test() {
        let report = r#"[
            {"promise": "A", "on": "sqlite", "found": "1", "faults": [], "seconds": 1.5},
            {"promise": "B", "on": "postgres", "found": "2", "faults": ["x"], "seconds": 2}
        ]"#;
        let all: Vec<Outcome> = serde_json::from_str(report).unwrap();
        let expected = Tally {
            passed: 1,
            failed: 1,
        };
        assert_eq!(counts(&all), expected);
    }
}
