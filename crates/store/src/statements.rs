//! Which statements were executed on which engine, noted by the tests: `cargo xtask test` names
//! each one that no test has executed on both. In the program itself nothing is noted.

use crate::Engine;

/// Where the tests note it: a folder, in which each process writes a file of its own, with a line
/// `ENGINE FILE:LINE` for each statement.
#[cfg(feature = "testing")]
const FOLDER: &str = "MAKTAB_TEST_STATEMENTS";

#[cfg(feature = "testing")]
static EXECUTED: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);

/// How many statements this process has executed so far.
#[cfg(feature = "testing")]
pub fn executed() -> usize {
    EXECUTED.load(std::sync::atomic::Ordering::SeqCst)
}

/// Notes that the statement at this place was executed.
#[cfg(not(feature = "testing"))]
#[inline(always)]
pub(crate) const fn ran(_: &'static str, _: u32, _: Engine) {}

/// Notes that the statement at this place was executed.
#[cfg(feature = "testing")]
pub(crate) fn ran(file: &'static str, line: u32, engine: Engine) {
    use std::collections::HashSet;
    use std::io::Write;
    use std::sync::{LazyLock, Mutex, PoisonError};
    EXECUTED.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    type Place = (&'static str, u32, bool);
    static NOTED: LazyLock<Mutex<HashSet<Place>>> = LazyLock::new(Mutex::default);
    static NOTES: LazyLock<Option<Mutex<std::fs::File>>> = LazyLock::new(|| {
        let folder = std::env::var_os(FOLDER)?;
        let file = std::path::Path::new(&folder).join(format!("{}.txt", std::process::id()));
        let mut options = std::fs::OpenOptions::new();
        // A process id may come again: what the former one noted stays.
        options
            .create(true)
            .append(true)
            .open(file)
            .ok()
            .map(Mutex::new)
    });
    let Some(notes) = NOTES.as_ref() else {
        return;
    };
    let mut noted = NOTED.lock().unwrap_or_else(PoisonError::into_inner);
    if noted.insert((file, line, engine == Engine::Sqlite)) {
        let mut notes = notes.lock().unwrap_or_else(PoisonError::into_inner);
        // What cannot be noted is named as not executed.
        let _ = writeln!(notes, "{engine:?} {file}:{line}");
    }
}
