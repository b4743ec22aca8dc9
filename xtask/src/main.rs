//! The project's own commands: `cargo xtask <command>`.
//!
//! Each command does its own set-up, says what it is doing and how long it took, and keeps the
//! output of the tools it runs under `target/xtask/logs`.
#![expect(
    clippy::print_stdout,
    reason = "a command line program speaks on standard output"
)]

mod bench;
mod checks;
mod demo;
mod dev;
mod dist;
mod http;
mod interrupt;
mod load;
mod postgres;
mod progress;
mod project;
mod server;
mod setup;
mod site;
mod stress;
mod test;
mod tool;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::project::Project;

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Sets everything up and runs a server with demonstration data on this machine
    Demo(demo::Options),
    /// Sets everything up and runs every check: lint, unit, integration and browser tests
    Test(test::Options),
    /// Runs the quick checks: format, clippy, dependency and source rules
    Check,
    /// Runs the demonstration server, rebuilt and restarted at every change
    Dev(demo::Options),
    /// Builds the release program with the site beside it into target/dist
    Build,
    /// Builds the browser's part into target/site
    BuildSite,
    /// Measures the budgets of page weight and speed; an exceeded one is an error
    ///
    /// `bench registration` counts registrations per second instead, on both engines.
    Bench(bench::Options),
    /// Holds the promises of reliability against rushes, crashes and overload; a broken one is an
    /// error
    Stress(stress::Options),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    interrupt::listen();
    let project = Project::here();
    let outcome = match arguments.command {
        Command::Demo(options) => demo::run(&project, &options),
        Command::Test(options) => test::run(&project, &options),
        Command::Check => checks::run(&project),
        Command::Dev(options) => dev::run(&project, &options),
        Command::Build => dist::run(&project),
        Command::BuildSite => site::run(&project),
        Command::Bench(options) => bench::run(&project, &options),
        Command::Stress(options) => stress::run(&project, &options),
    };
    match outcome {
        Ok(code) => code,
        Err(error) if error.is::<interrupt::Interrupted>() => {
            println!("\nStopped.");
            ExitCode::from(130)
        }
        Err(error) => {
            println!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
