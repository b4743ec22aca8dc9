//! Running other programs: their output goes to a log file, of which the end is shown when they
//! fail.

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use eyre::{Result, WrapErr};
use nix::sys::signal::Signal;

use crate::interrupt::{self, Interrupted};
use crate::progress::Step;
use crate::project::Project;

const SHOWN_LINES: usize = 40;

/// A program that has ended, and the file that holds what it said.
pub struct Finished {
    /// The program as it was called.
    pub name: String,
    /// How it ended.
    pub status: ExitStatus,
    /// All it said on either output.
    pub log: PathBuf,
}

impl Finished {
    /// All the program said.
    pub fn output(&self) -> Result<String> {
        let bytes = fs::read(&self.log).wrap_err_with(|| self.log.display().to_string())?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// An error that carries the end of the log, unless the program succeeded.
    pub fn require(&self) -> Result<()> {
        if self.status.success() {
            return Ok(());
        }
        Err(self.failure())
    }

    /// The error of a failed program, with the end of its log.
    pub fn failure(&self) -> eyre::Report {
        let output = self.output().unwrap_or_default();
        let lines: Vec<&str> = output.lines().collect();
        let tail = lines[lines.len().saturating_sub(SHOWN_LINES)..].join("\n");
        eyre::eyre!(
            "{} ended with {}; the whole of its output is in {}\n{tail}",
            self.name,
            self.status,
            self.log.display(),
        )
    }
}

/// Runs `command` to its end with its output in `target/xtask/logs/<log>.log`; an error is a
/// program that could not be started, or an interruption.
pub fn run(
    project: &Project,
    step: &mut Step,
    log: &str,
    command: &mut Command,
) -> Result<Finished> {
    let logs = project.target("xtask/logs");
    fs::create_dir_all(&logs).wrap_err_with(|| logs.display().to_string())?;
    let log = logs.join(format!("{log}.log"));
    let file = File::create(&log).wrap_err_with(|| log.display().to_string())?;
    let name = described(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(file.try_clone()?)
        .stderr(file)
        .process_group(0)
        .spawn()
        .wrap_err_with(|| format!("cannot run {name}"))?;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Finished { name, status, log });
        }
        if interrupt::asked() {
            interrupt::end_group(&mut child, Signal::SIGINT, Duration::from_secs(10));
            return Err(Interrupted.into());
        }
        step.tick(|| last_line(&log).unwrap_or_default());
        thread::sleep(Duration::from_millis(50));
    }
}

/// Runs `command` and answers its standard output; for short questions whose output is not for a
/// log.
pub fn ask(command: &mut Command) -> Result<String> {
    let name = described(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .wrap_err_with(|| format!("cannot run {name}"))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        eyre::bail!("{name} ended with {}\n{}", output.status, complaint.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program of this name can be found.
pub fn on_path(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
    })
}

fn described(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    let line = words.join(" ");
    match line.char_indices().nth(160) {
        Some((end, _)) => format!("`{}…`", &line[..end]),
        None => format!("`{line}`"),
    }
}

fn last_line(log: &Path) -> Option<String> {
    const WINDOW: u64 = 2048;
    let mut file = File::open(log).ok()?;
    let length = file.metadata().ok()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(WINDOW)))
        .ok()?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    text.lines()
        .rev()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .map(str::to_owned)
}
