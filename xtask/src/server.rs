//! The `maktab` program: compiled, set up with demonstration data, started and stopped.

use std::fs::{self, File};
use std::net::{SocketAddr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use eyre::{Result, WrapErr};
use nix::sys::signal::Signal;

use crate::interrupt;
use crate::progress::{Step, Stopwatch};
use crate::project::Project;
use crate::tool;

/// How the program is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    /// As the tests are: quick to compile.
    Debug,
    /// As it is shipped: quick to run.
    Release,
}

/// Compiles the program and answers where it is.
///
/// No package is named on purpose: Cargo then unites the features of all default members, as it
/// does for the tests, and both share what is compiled.
pub fn compile(project: &Project, step: &mut Step, flavour: Flavour) -> Result<PathBuf> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--bin", "maktab"]);
    let folder = match flavour {
        Flavour::Debug => "debug",
        Flavour::Release => {
            cargo.arg("--release");
            "release"
        }
    };
    tool::run(project, step, "server", &mut cargo)?.require()?;
    Ok(project.target(folder).join("maktab"))
}

/// A server with demonstration data in a folder of its own.
pub struct Instance {
    /// The program.
    pub binary: PathBuf,
    /// Database, files and keys.
    pub data: PathBuf,
    /// Where it listens, on loopback only.
    pub port: u16,
}

impl Instance {
    /// Its address for a browser.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn socket(&self) -> SocketAddr {
        SocketAddr::from(([127, 0, 0, 1], self.port))
    }

    /// The program with everything that makes it this instance. All of it is said by flags, which
    /// weigh more than a file of settings that may lie in the checkout.
    fn command(&self, project: &Project, arguments: &[&str]) -> Command {
        let mut command = project.command(&self.binary);
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("MAKTAB_") {
                command.env_remove(name);
            }
        }
        command.args(arguments).arg("--demo");
        command.arg("--data-dir").arg(&self.data);
        let database = self.data.join("maktab.db");
        command
            .arg("--database-url")
            .arg(format!("sqlite:{}", database.display()));
        command.arg("--site-dir").arg(project.target("site"));
        command.args(["--listen", &self.socket().to_string()]);
        command.args(["--public-address", &self.address()]);
        command
    }

    /// Brings the database to the newest shape.
    pub fn migrate(&self, project: &Project, step: &mut Step) -> Result<()> {
        fs::create_dir_all(&self.data).wrap_err_with(|| self.data.display().to_string())?;
        tool::run(
            project,
            step,
            "migrate",
            &mut self.command(project, &["migrate"]),
        )?
        .require()
    }

    /// Fills the database with the demonstration data, where it does not hold them.
    pub fn seed(&self, project: &Project, step: &mut Step) -> Result<()> {
        let seeded = tool::run(project, step, "seed", &mut self.command(project, &["seed"]))?;
        seeded.require()?;
        if seeded.output()?.contains("already") {
            step.remark("there already");
        }
        Ok(())
    }

    /// The accounts to sign in with, as a table for a person.
    pub fn accounts(&self, project: &Project) -> Result<String> {
        tool::ask(&mut self.command(project, &["seed", "--list-accounts"]))
    }

    /// Starts the server, its output on the terminal or in a log file, and waits until it is
    /// ready.
    pub fn start(&self, project: &Project, log: Option<&Path>) -> Result<Running> {
        // Found out here, because somebody else's server would answer that it is ready.
        TcpListener::bind(self.socket())
            .map_err(|error| eyre::eyre!("cannot listen on {}: {error}", self.socket()))?;
        let mut command = self.command(project, &["serve"]);
        command.stdin(Stdio::null()).process_group(0);
        if let Some(log) = log {
            let file = File::create(log).wrap_err_with(|| log.display().to_string())?;
            command.stdout(file.try_clone()?).stderr(file);
        }
        let child = command
            .spawn()
            .wrap_err_with(|| format!("cannot run {}", self.binary.display()))?;
        let mut running = Running { child };
        self.wait_until_ready(&mut running)?;
        Ok(running)
    }

    fn wait_until_ready(&self, running: &mut Running) -> Result<()> {
        let watch = Stopwatch::start();
        loop {
            interrupt::check()?;
            if let Some(status) = running.child.try_wait()? {
                eyre::bail!("the server ended with {status} before it was ready");
            }
            if crate::http::status(self.socket(), "/readyz").is_ok_and(|status| status == 200) {
                return Ok(());
            }
            if watch.elapsed() > Duration::from_secs(60) {
                eyre::bail!("the server was not ready after a minute");
            }
            thread::sleep(Duration::from_millis(30));
        }
    }
}

/// A running server; it is stopped when this is dropped.
pub struct Running {
    child: Child,
}

impl Running {
    /// Waits until the server ends or the person asks for it.
    pub fn wait(&mut self) -> Result<Option<ExitStatus>> {
        while !interrupt::asked() {
            if let Some(status) = self.child.try_wait()? {
                return Ok(Some(status));
            }
            thread::sleep(Duration::from_millis(100));
        }
        Ok(None)
    }

    /// Whether the server has ended by itself.
    pub fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        interrupt::end_group(&mut self.child, Signal::SIGINT, Duration::from_secs(15));
    }
}
