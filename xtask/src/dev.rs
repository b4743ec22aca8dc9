//! `cargo xtask dev`: the demonstration server, rebuilt and restarted at every change.

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, SystemTime};

use eyre::Result;

use crate::demo::{self, Options};
use crate::interrupt;
use crate::progress::Steps;
use crate::project::Project;

const WATCHED: [&str; 6] = [
    "Cargo.toml",
    "app",
    "crates",
    "frontend",
    "migrations",
    "server",
];
const PAUSE: Duration = Duration::from_millis(400);

/// Runs the command until Ctrl-C.
pub fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    loop {
        let seen = newest(project);
        let mut steps = Steps::new(demo::STEPS + 1);
        let started = demo::prepare(project, &mut steps, options).and_then(|instance| {
            let running = steps.run("Starting the server", |_| instance.start(project, None))?;
            println!("\n{}   rebuilt at every change", instance.address());
            Ok(running)
        });
        if let Err(error) = &started {
            if error.is::<interrupt::Interrupted>() {
                return Ok(ExitCode::SUCCESS);
            }
            println!("\nerror: {error:#}\n\nWaiting for a change…");
        }
        let changed = wait_for_change(project, seen);
        drop(started);
        if !changed {
            return Ok(ExitCode::SUCCESS);
        }
        println!();
    }
}

/// Waits until a watched file is newer than `seen`; false when the person wants to stop.
fn wait_for_change(project: &Project, seen: Option<SystemTime>) -> bool {
    while !interrupt::asked() {
        thread::sleep(PAUSE);
        if newest(project) > seen {
            // An editor that saves several files gets a moment to finish.
            thread::sleep(PAUSE);
            return true;
        }
    }
    false
}

fn newest(project: &Project) -> Option<SystemTime> {
    WATCHED
        .iter()
        .filter_map(|name| newest_in(&project.path(name)))
        .max()
}

fn newest_in(path: &Path) -> Option<SystemTime> {
    let metadata = fs::metadata(path).ok()?;
    // A folder's own time tells of files that came or went.
    let own = metadata.modified().ok();
    if !metadata.is_dir() {
        return own;
    }
    let inside = fs::read_dir(path).ok()?.flatten();
    inside
        .filter_map(|entry| newest_in(&entry.path()))
        .chain(own)
        .max()
}
