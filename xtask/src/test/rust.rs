//! Unit and integration tests of the Rust code, with cargo-nextest where it is installed.

use eyre::Result;

use super::statements;
use super::tally::Tally;
use crate::load;
use crate::postgres::{Cluster, Durability};
use crate::progress::Steps;
use crate::project::Project;
use crate::tool::{self, Finished};

/// How many steps the suite takes.
pub const STEPS: usize = 4;

/// Compiles all tests, then runs them with a PostgreSQL of their own.
pub fn run(
    project: &Project,
    steps: &mut Steps,
    tally: &mut Tally,
    filter: Option<&str>,
) -> Result<()> {
    let compiled = steps.run("Compiling the unit and integration tests", |step| {
        let mut cargo = project.cargo();
        // Without naming a package, as the server is compiled too: both share what they have in
        // common.
        cargo.args(["test", "--no-run", "--features", load::FEATURE]);
        tool::run(project, step, "tests-compile", &mut cargo)?.require()
    });
    if compiled.is_err() {
        return tally.require(compiled);
    }
    let mut cluster = None;
    let started = steps.run("Starting a PostgreSQL server for the tests", |step| {
        cluster = Some(Cluster::start(project, step, Durability::None)?);
        Ok(())
    });
    tally.require(started)?;
    let notes = statements::prepare(project)?;
    let counted = steps.run("Running the unit and integration tests", |step| {
        let nextest = tool::on_path("cargo-nextest");
        let mut cargo = project.cargo();
        if nextest {
            cargo.args(["nextest", "run", "--no-fail-fast", "--color", "never"]);
            cargo.args(["--show-progress", "none", "--status-level", "pass"]);
            cargo.args(["--failure-output", "final"]);
        } else {
            cargo.args(["test", "--no-fail-fast", "--bins", "--lib", "--tests"]);
        }
        cargo.args(["--features", load::FEATURE]);
        if let Some(filter) = filter {
            cargo.arg(filter);
        }
        // A failed test says where; the backtraces of many would hide it.
        cargo.env("RUST_BACKTRACE", "0");
        if let Some(cluster) = &cluster {
            // Without it the tests run on SQLite only.
            cargo.env(load::POSTGRES, cluster.url());
        }
        cargo.env(statements::FOLDER, &notes);
        let finished = tool::run(project, step, "tests", &mut cargo)?;
        let output = finished.output()?;
        let counts = if nextest {
            from_nextest(&output)
        } else {
            from_cargo_test(&output)
        };
        let counts = plausible(counts, &finished)?;
        step.remark(counts.to_string());
        if counts.failed > 0 {
            step.found_faults();
            println!(
                "\n{}\n{:#}",
                failed_tests(&output).join("\n"),
                finished.failure()
            );
        }
        Ok(counts)
    });
    tally.add(counted)?;
    let executed = steps.run(
        "Looking for statements that ran on one engine only",
        |step| {
            if filter.is_some() {
                step.remark("left out: not all tests ran");
                return Ok(Tally::default());
            }
            let count = statements::check(project, &notes)?;
            step.remark(format!("all {count} ran on both"));
            Ok(Tally {
                passed: 1,
                failed: 0,
            })
        },
    );
    tally.add(executed)
}

/// The counts, unless the program's end contradicts them.
fn plausible(counts: Option<Tally>, finished: &Finished) -> Result<Tally> {
    match counts {
        Some(counts) if counts.failed > 0 || finished.status.success() => Ok(counts),
        _ => Err(finished.failure()),
    }
}

/// `Summary [ 1.2s] 10 tests run: 9 passed (1 slow), 1 failed, 2 skipped`, and skipped ones only
/// when a filter was given.
fn from_nextest(output: &str) -> Option<Tally> {
    let summary = output
        .lines()
        .rev()
        .find(|line| line.trim_start().starts_with("Summary ["))?;
    let (_, counts) = summary.split_once(']')?;
    let (run, rest) = counts.split_once(" run:")?;
    // After an early end it reads `8/10 tests run`: all ten were to run.
    let run = run
        .split_whitespace()
        .next()?
        .rsplit('/')
        .next()?
        .parse::<u32>()
        .ok()?;
    let passed = number_before(rest, "passed").unwrap_or(0);
    Some(Tally {
        passed,
        failed: run.saturating_sub(passed),
    })
}

/// The sum of all `test result: ok. 3 passed; 0 failed; 0 ignored; …`.
fn from_cargo_test(output: &str) -> Option<Tally> {
    let results = output
        .lines()
        .filter(|line| line.starts_with("test result:"));
    let mut sum = None;
    for line in results {
        let failed = number_before(line, "failed")? + number_before(line, "ignored")?;
        *sum.get_or_insert_with(Tally::default) += Tally {
            passed: number_before(line, "passed")?,
            failed,
        };
    }
    sum
}

/// The lines that name a failed test, each once.
fn failed_tests(output: &str) -> Vec<&str> {
    let marks = [
        "FAIL [",
        "TIMEOUT [",
        "SIGABRT [",
        "SIGSEGV [",
        "LEAK-FAIL [",
    ];
    let nextest = |line: &str| marks.iter().any(|mark| line.trim_start().starts_with(mark));
    let cargo_test = |line: &str| line.starts_with("test ") && line.ends_with("FAILED");
    let mut lines: Vec<&str> = output
        .lines()
        .filter(|line| nextest(line) || cargo_test(line))
        .collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

fn number_before(text: &str, word: &str) -> Option<u32> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || ";,".contains(c))
        .collect();
    let place = words.iter().position(|candidate| *candidate == word)?;
    words.get(place.checked_sub(1)?)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nextest_is_read_as_it_writes() {
        let cases = [
            (
                "     Summary [   0.005s] 10 tests run: 10 passed, 0 skipped",
                10,
                0,
            ),
            (
                "     Summary [  12.005s] 10 tests run: 7 passed (1 slow), 2 failed, 1 timed out, 4 skipped",
                7,
                3,
            ),
            (
                "     Summary [   0.005s] 8/10 tests run: 7 passed, 1 failed, 0 skipped",
                7,
                3,
            ),
            (
                "     Summary [   0.005s] 1 test run: 1 failed, 0 skipped",
                0,
                1,
            ),
        ];
        for (line, passed, failed) in cases {
            assert_eq!(from_nextest(line), Some(Tally { passed, failed }), "{line}");
        }
        assert_eq!(from_nextest("error: could not compile"), None);
    }

    #[test]
    fn failed_tests_are_named_once_however_often_they_are_printed() {
        let output = "PASS [ 0.1s] (1/3) a b\n  FAIL [ 0.7s] (2/3) a c\nrest\n  FAIL [ 0.7s] (2/3) a c\n\
                      test d ... FAILED\n";
        assert_eq!(
            failed_tests(output),
            ["  FAIL [ 0.7s] (2/3) a c", "test d ... FAILED"]
        );
    }

    #[test]
    fn cargo_test_is_summed_over_its_programs() {
        let output = "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n\
                      test result: FAILED. 1 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(
            from_cargo_test(output),
            Some(Tally {
                passed: 4,
                failed: 3
            })
        );
        assert_eq!(from_cargo_test("error: could not compile"), None);
    }
}
