//! `cargo xtask test`: every check there is, each suite to its end, and one line that sums up.

mod browser;
mod rust;
mod statements;
pub mod tally;

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use eyre::Result;

use crate::checks;
use crate::progress::{Steps, in_words};
use crate::project::Project;
use crate::setup::debian;
use crate::{site, stress};
use tally::Tally;

/// A part of the tests that can be run alone.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Suite {
    /// Format, clippy, rules about dependencies and sources
    Lint,
    /// Unit and integration tests, on SQLite and PostgreSQL
    Unit,
    /// The promises of reliability, in their short form, on SQLite and PostgreSQL
    Stress,
    /// Tests in a real browser
    E2e,
}

/// What the person may choose.
#[derive(Args)]
pub struct Options {
    /// Run only these parts
    #[arg(long, value_delimiter = ',', value_name = "SUITE")]
    only: Vec<Suite>,
    /// Of the unit and browser tests, run only those whose name contains this
    #[arg(long, value_name = "WORDS")]
    filter: Option<String>,
}

impl Options {
    fn wants(&self, suite: Suite) -> bool {
        self.only.is_empty() || self.only.contains(&suite)
    }

    fn steps(&self) -> usize {
        let parts = [
            (Suite::Lint, checks::ALL.len()),
            (Suite::Unit, rust::STEPS),
            (Suite::Stress, stress::STEPS),
            (Suite::E2e, browser::STEPS),
        ];
        let wanted = parts.into_iter().filter(|(suite, _)| self.wants(*suite));
        1 + wanted.map(|(_, steps)| steps).sum::<usize>()
    }
}

/// Runs the suites; the last line printed is `N passed, N failed`.
pub fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    let mut steps = Steps::new(options.steps());
    let mut tally = Tally::default();
    let packages: Vec<&[debian::Package]> = [
        (Suite::Unit, debian::FOR_TESTS.as_slice()),
        (Suite::Stress, debian::FOR_TESTS.as_slice()),
        (Suite::E2e, debian::FOR_TESTS.as_slice()),
        (Suite::E2e, debian::FOR_BROWSER.as_slice()),
    ]
    .into_iter()
    .filter(|(suite, _)| options.wants(*suite))
    .map(|(_, packages)| packages)
    .collect();
    // What is missing makes the tests that need it fail; the others run all the same.
    let prepared = steps.run("Looking for what the tests need", |step| {
        debian::install(project, step, &packages)
    });
    tally.require(prepared)?;
    if options.wants(Suite::Lint) {
        checks::run_all(project, &mut steps, &mut tally)?;
    }
    let filter = options.filter.as_deref();
    if options.wants(Suite::Unit) {
        rust::run(project, &mut steps, &mut tally, filter)?;
    }
    if options.wants(Suite::Stress) {
        stress::test(project, &mut steps, &mut tally)?;
    }
    if options.wants(Suite::E2e) {
        browser::run(project, &mut steps, &mut tally, filter)?;
    }
    println!("\nAfter {}:", in_words(steps.elapsed()));
    println!("{tally}");
    Ok(tally.exit_code())
}

/// How many steps it takes to build the site and the server for the browser tests.
const BUILD_STEPS: usize = 1 + site::STEPS + 1;
