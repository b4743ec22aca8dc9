//! The program: command line, configuration, the server around the pages, background work.
//!
//! Nothing here decides anything about events or people: that is for the use
//! cases. What stands here is how the program meets the machine: files,
//! sockets, signals, the log, mail servers.

mod background;
mod cli;
mod commands;
mod configuration;
mod doctor;
mod mail;
mod output;
mod telemetry;
mod web;

use clap::Parser;
use std::process::ExitCode;

/// Reads the command line, runs the command and answers how it went.
#[must_use]
pub fn run() -> ExitCode {
    let cli = cli::Cli::parse();
    match commands::run(&cli) {
        Ok(code) => code,
        Err(error) => {
            output::complaint(&error);
            ExitCode::FAILURE
        }
    }
}
