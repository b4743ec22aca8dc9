//! Where things are in this checkout.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The checkout that this program works on.
pub struct Project {
    root: PathBuf,
    target: PathBuf,
}

impl Project {
    /// The checkout that `cargo xtask` was called in.
    pub fn here() -> Self {
        // Cargo sets the variable at run time too; the compiled value is for a direct call.
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest.parent().unwrap_or(&manifest).to_path_buf();
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        Self { root, target }
    }

    /// A path inside the checkout.
    pub fn path(&self, inside: impl AsRef<Path>) -> PathBuf {
        self.root.join(inside)
    }

    /// A path inside the target folder.
    pub fn target(&self, inside: impl AsRef<Path>) -> PathBuf {
        self.target.join(inside)
    }

    /// `path` as a person would name it who stands in the checkout.
    pub fn shown<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }

    /// A command that runs in the checkout.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// Cargo, with output fit for a log and without what `cargo run` told *this* program, which
    /// would make build scripts run again.
    pub fn cargo(&self) -> Command {
        let mut command = self.command("cargo");
        for (name, _) in env::vars_os() {
            let text = name.to_string_lossy();
            let from_cargo_run = text == "CARGO"
                || text.starts_with("CARGO_PKG_")
                || text.starts_with("CARGO_MANIFEST_");
            if from_cargo_run {
                command.env_remove(&name);
            }
        }
        command
            .env("CARGO_TERM_COLOR", "never")
            .env("CARGO_TERM_PROGRESS_WHEN", "never");
        command
    }
}
