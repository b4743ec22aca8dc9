//! Counting what passed and what failed, over all suites.

use std::fmt;
use std::ops::AddAssign;
use std::process::ExitCode;

use eyre::{Report, Result};

use crate::interrupt::Interrupted;

/// How many tests passed and failed. What did not run at all counts as failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that ran and found nothing.
    pub passed: u32,
    /// Tests that found something, could not run, or were left out.
    pub failed: u32,
}

impl Tally {
    /// Counts one check and shows why it failed. An interruption is passed on.
    pub fn count(&mut self, outcome: Result<()>) -> Result<()> {
        if outcome.is_ok() {
            self.passed += 1;
        }
        self.require(outcome)
    }

    /// Counts only a failure: for set-up, which is no test but without which tests cannot run.
    pub fn require(&mut self, outcome: Result<()>) -> Result<()> {
        let Err(error) = outcome else {
            return Ok(());
        };
        if error.is::<Interrupted>() {
            return Err(error);
        }
        self.failed += 1;
        show(&error);
        Ok(())
    }

    /// Adds the counts of a whole suite, or one failure when the suite could not be run.
    pub fn add(&mut self, suite: Result<Self>) -> Result<()> {
        match suite {
            Ok(counts) => {
                *self += counts;
                Ok(())
            }
            Err(error) => self.require(Err(error)),
        }
    }

    /// Success when something ran and nothing failed.
    pub fn exit_code(self) -> ExitCode {
        if self.failed == 0 && self.passed > 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

fn show(error: &Report) {
    let text = format!("{error:#}");
    for line in text.lines() {
        println!("      {line}");
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suite_that_could_not_run_is_a_failure() {
        let mut tally = Tally {
            passed: 2,
            failed: 0,
        };
        tally.add(Err(eyre::eyre!("no browser"))).unwrap();
        tally
            .add(Ok(Tally {
                passed: 3,
                failed: 1,
            }))
            .unwrap();
        tally.count(Ok(())).unwrap();
        tally.require(Ok(())).unwrap();
        assert_eq!(tally.to_string(), "6 passed, 2 failed");
    }

    #[test]
    fn an_interruption_is_no_failed_test_but_the_end() {
        let mut tally = Tally::default();
        assert!(tally.count(Err(Interrupted.into())).is_err());
        assert_eq!(tally.failed, 0);
    }
}
