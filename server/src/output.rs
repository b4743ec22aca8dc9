//! What the commands say to the person at the terminal. The server's own log is `telemetry`.

use std::io::Write;

/// Writes one line to the standard output. A closed pipe (`maktab doctor | head`) is no failure.
pub(crate) fn line(text: &str) {
    drop(writeln!(std::io::stdout(), "{text}"));
}

/// Says on the standard error why a command did not happen, causes included.
pub(crate) fn complaint(error: &eyre::Report) {
    drop(writeln!(std::io::stderr(), "error: {error:#}"));
}
