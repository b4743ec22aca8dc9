//! `cargo xtask demo`: from a fresh checkout to a running server with demonstration data.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use eyre::Result;

use crate::progress::Steps;
use crate::project::Project;
use crate::server::{self, Flavour, Instance};
use crate::setup::site_tools;
use crate::site;

/// What the person may choose.
#[derive(Args)]
pub struct Options {
    /// Port of the loopback interface to listen on
    #[arg(long, default_value_t = 3000)]
    pub port: u16,
    /// Folder of the database, the files and the keys
    #[arg(long, value_name = "DIR", default_value = "data/demo")]
    pub data: PathBuf,
    /// Compile the server as it is shipped: slower to compile, quicker to run
    #[arg(long)]
    pub release: bool,
}

impl Options {
    /// How to compile the server.
    pub fn flavour(&self) -> Flavour {
        if self.release {
            Flavour::Release
        } else {
            Flavour::Debug
        }
    }
}

/// How many steps [`prepare`] takes.
pub const STEPS: usize = 1 + site::STEPS + 3;

/// Runs the command until Ctrl-C.
pub fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    let mut steps = Steps::new(STEPS + 1);
    let instance = prepare(project, &mut steps, options)?;
    let mut running = steps.run("Starting the server", |_| instance.start(project, None))?;
    let screen = steps.screen();
    println!("\n{}", instance.accounts(project)?.trim_end());
    println!(
        "\nMaktab is ready after {}: {}   {}",
        crate::progress::in_words(steps.elapsed()),
        screen.strong(&instance.address()),
        screen.faint("Ctrl-C stops it"),
    );
    match running.wait()? {
        None => Ok(ExitCode::SUCCESS),
        Some(status) => eyre::bail!("the server ended with {status}"),
    }
}

/// All the set-up; the answer only has to be started.
pub fn prepare(project: &Project, steps: &mut Steps, options: &Options) -> Result<Instance> {
    let tools = steps.run("Looking for what builds the site", |step| {
        site_tools::prepare(project, step)
    })?;
    site::build(project, steps, &tools)?;
    let binary = steps.run("Compiling the server", |step| {
        server::compile(project, step, options.flavour())
    })?;
    let instance = Instance {
        binary,
        data: project.path(&options.data),
        port: options.port,
    };
    let place = options.data.display();
    steps.run(&format!("Preparing the database in {place}"), |step| {
        instance.migrate(project, step)
    })?;
    steps.run("Filling in the demonstration data", |step| {
        instance.seed(project, step)
    })?;
    Ok(instance)
}
