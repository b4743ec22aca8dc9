//! `cargo xtask bench`: the budgets of page weight and speed, measured on the program as it is
//! shipped. An exceeded budget is an error.

mod certificates;
mod lighthouse;
mod pages;
mod registration;
mod table;
mod throughput;

use std::fs;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use eyre::{Result, WrapErr};

use crate::http::free_port;
use crate::progress::Steps;
use crate::project::Project;
use crate::server::{self, Flavour, Instance};
use crate::setup::{debian, node, site_tools};
use crate::site;
use table::Table;

/// What takes long and is measured only when it is asked for.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Registrations per second on SQLite and PostgreSQL, and how they grow slower
    Registration,
}

/// What the person may choose.
#[derive(Args)]
pub struct Options {
    /// Measure this instead of page weight and speed
    part: Option<Part>,
    /// Leave Lighthouse out, which takes most of the time
    #[arg(long)]
    no_lighthouse: bool,
}

/// Measures, prints the table, and fails where a budget is exceeded.
pub fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    if options.part == Some(Part::Registration) {
        let mut steps = Steps::new(registration::STEPS);
        let mut table = Table::default();
        table.extend(registration::measure(project, &mut steps)?);
        return verdict(&table, &steps);
    }
    let measurements = if options.no_lighthouse { 3 } else { 4 };
    let mut steps = Steps::new(1 + site::STEPS + 2 + measurements);
    let (instance, results) = prepare(project, &mut steps)?;
    let mut table = Table::default();
    let running = steps.run("Weighing and timing pages in the browser", |step| {
        let running = instance.start(project, Some(&results.join("server.log")))?;
        table.extend(pages::measure(project, step, &instance)?);
        Ok(running)
    })?;
    if !options.no_lighthouse {
        steps.run("Asking Lighthouse", |step| {
            table.extend(lighthouse::measure(project, step, &instance)?);
            Ok(())
        })?;
    }
    drop(running);
    steps.run("Counting requests per second", |step| {
        table.extend(throughput::measure(project, step, &instance)?);
        Ok(())
    })?;
    steps.run("Counting certificates per second", |step| {
        table.extend(certificates::measure(project, step)?);
        Ok(())
    })?;
    verdict(&table, &steps)
}

/// Prints the table; an exceeded budget is an error.
fn verdict(table: &Table, steps: &Steps) -> Result<ExitCode> {
    println!("\n{}", table.shown(steps.screen()));
    match table.exceeded() {
        0 => Ok(ExitCode::SUCCESS),
        1 => eyre::bail!("one budget is exceeded"),
        count => eyre::bail!("{count} budgets are exceeded"),
    }
}

fn prepare(project: &Project, steps: &mut Steps) -> Result<(Instance, std::path::PathBuf)> {
    let tools = steps.run("Looking for what the measurements need", |step| {
        debian::install(project, step, &[&debian::FOR_BROWSER, &debian::FOR_BENCH])?;
        if let Some(complaint) = node::complaint(project) {
            eyre::bail!(complaint);
        }
        node::packages(project, step, "end2end")?;
        site_tools::prepare(project, step)
    })?;
    site::build(project, steps, &tools)?;
    let binary = steps.run("Compiling the server for release", |step| {
        server::compile(project, step, Flavour::Release)
    })?;
    let results = project.target("bench");
    let instance = Instance {
        binary,
        data: results.join("data"),
        port: free_port()?,
    };
    steps.run("Preparing a server with demonstration data", |step| {
        if results.exists() {
            fs::remove_dir_all(&results).wrap_err_with(|| results.display().to_string())?;
        }
        fs::create_dir_all(&results).wrap_err_with(|| results.display().to_string())?;
        instance.migrate(project, step)?;
        instance.seed(project, step)
    })?;
    Ok((instance, results))
}
