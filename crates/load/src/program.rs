//! The program under load: installed in a folder of its own, started, killed, asked.

use crate::clock::Stopwatch;
use crate::connection::Connection;
use eyre::{Result, WrapErr, bail};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use std::fs::{self, File};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// So long may it take to start or to end.
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(3);

/// An installation: a database, a data folder and settings.
#[derive(Debug, Clone)]
pub(crate) struct Program {
    /// The program itself.
    pub binary: PathBuf,
    /// Its data folder.
    pub folder: PathBuf,
    /// The address of its database.
    pub database: String,
    /// Settings besides, as `limits.concurrent=8`.
    pub settings: Vec<String>,
}

impl Program {
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("MAKTAB_") {
                command.env_remove(name);
            }
        }
        // A password on the command line could be seen by others.
        command.env("MAKTAB_DATABASE_URL", &self.database);
        command.current_dir(&self.folder).stdin(Stdio::null());
        command.args(arguments);
        command.args(["--listen", "127.0.0.1:0"]);
        command.args(["--public-address", "http://load.example"]);
        command.arg("--data-dir").arg(self.folder.join("data"));
        command.arg("--site-dir").arg(self.folder.join("site"));
        let fixed = ["trusted_proxies=127.0.0.1", "log.format=json"];
        for setting in fixed
            .into_iter()
            .chain(self.settings.iter().map(String::as_str))
        {
            command.args(["--set", setting]);
        }
        command
    }

    /// Makes the folders; the site is one without files, since nobody looks at it.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn lay_out(&self) -> Result<()> {
        let site = self.folder.join("site");
        for folder in [
            self.folder.join("data"),
            site.join("pkg"),
            site.join("root"),
        ] {
            fs::create_dir_all(&folder).wrap_err_with(|| shown(&folder))?;
        }
        fs::write(site.join("manifest.json"), "{}").wrap_err_with(|| shown(&site))
    }

    /// Names the mail server.
    pub fn mail_to(&mut self, port: u16) {
        self.settings.extend([
            "mail.smtp_host=127.0.0.1".to_owned(),
            format!("mail.smtp_port={port}"),
            "mail.tls=none".to_owned(),
            "mail.from=Maktab <no-reply@load.example>".to_owned(),
        ]);
    }

    /// Runs one of its other commands to its end; everything else goes on meanwhile.
    ///
    /// # Errors
    /// It failed; what it said.
    pub async fn run(&self, arguments: &[&str]) -> Result<String> {
        let mut command = self.command(arguments);
        let output = tokio::task::spawn_blocking(move || command.output()).await?;
        let output = output.wrap_err_with(|| shown(&self.binary))?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        if !output.status.success() {
            let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
            bail!("maktab {} failed: {said}{complaint}", arguments.join(" "));
        }
        Ok(said)
    }

    /// Starts the server and waits until it is ready.
    ///
    /// # Errors
    /// It ended, or did not become ready within a minute.
    pub async fn start(&self) -> Result<Server> {
        self.start_as(0).await
    }

    /// Starts one of several servers on the same database, by its number.
    ///
    /// # Errors
    /// As [`Program::start`].
    pub async fn start_as(&self, number: usize) -> Result<Server> {
        let log = self.folder.join(format!("server-{number}.log"));
        let file = File::create(&log).wrap_err_with(|| shown(&log))?;
        let mut command = self.command(&["serve"]);
        command.stdout(file.try_clone()?).stderr(file);
        let watch = Stopwatch::start();
        let child = command.spawn().wrap_err_with(|| shown(&self.binary))?;
        let mut server = Server {
            child,
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
            ready_after: Duration::ZERO,
        };
        loop {
            if let Some(status) = server.child.try_wait()? {
                let said = fs::read_to_string(&log).unwrap_or_default();
                bail!("the server ended with {status} before it was ready:\n{said}");
            }
            if watch.elapsed() > PATIENCE {
                bail!("the server was not ready after a minute: {}", shown(&log));
            }
            if let Some(port) = port(&fs::read_to_string(&log).unwrap_or_default()) {
                server.address.set_port(port);
                let answer = Connection::new(server.address).get("/readyz").await;
                if answer.is_ok_and(|answer| answer.status == 200) {
                    break;
                }
            }
            tokio::time::sleep(PAUSE).await;
        }
        server.ready_after = watch.elapsed();
        Ok(server)
    }
}

/// The port that the log says is listened on.
fn port(log: &str) -> Option<u16> {
    let (_, rest) = log.split_once(r#""listen":"127.0.0.1:"#)?;
    rest.split('"').next()?.parse().ok()
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// A running server; it is killed when this is dropped.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// How long it took from its start to be ready.
    pub ready_after: Duration,
}

impl Server {
    /// Kills it as a power cut would: it can do nothing about it.
    ///
    /// # Errors
    /// It cannot be killed.
    pub fn kill(mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Asks it to end, and waits until it has.
    ///
    /// # Errors
    /// It does not end within a minute, or not well.
    pub async fn stop(mut self) -> Result<()> {
        kill(self.id()?, Signal::SIGTERM)?;
        let watch = Stopwatch::start();
        loop {
            if let Some(status) = self.child.try_wait()? {
                if status.success() {
                    return Ok(());
                }
                bail!("the server ended with {status}");
            }
            if watch.elapsed() > PATIENCE {
                bail!("the server did not end within a minute");
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// The most memory that it has held so far, in MiB (`VmHWM` of proc(5)).
    ///
    /// # Errors
    /// The system does not tell.
    pub fn peak_memory(&self) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        Ok(kilobytes.ok_or_else(|| eyre::eyre!("no VmHWM"))? / 1024.0)
    }

    fn id(&self) -> Result<Pid> {
        Ok(Pid::from_raw(i32::try_from(self.child.id())?))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            drop(self.child.kill());
            drop(self.child.wait());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_stands_in_the_log() {
        let log = r#"{"level":"INFO","fields":{"message":"serving","listen":"127.0.0.1:4711"}}"#;
        assert_eq!(port(log), Some(4711));
        assert_eq!(port(r#"{"message":"bringing up to date"}"#), None);
    }
}
