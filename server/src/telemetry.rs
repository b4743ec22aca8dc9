//! The log: what the server did, without saying for whom.
//!
//! A query string never gets into it, nor a secret out of a path: the links of
//! mails carry theirs there.

use crate::configuration::{Log, LogFormat};
use std::borrow::Cow;
use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt;

/// Starts the log of this process. A second call does nothing.
pub(crate) fn start(log: &Log) {
    let filter = EnvFilter::try_new(&log.filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let started = match log.format {
        LogFormat::Json => fmt().with_env_filter(filter).json().try_init(),
        LogFormat::Pretty => fmt()
            .with_env_filter(filter)
            .with_target(false)
            .with_ansi(std::io::stdout().is_terminal())
            .try_init(),
    };
    drop(started);
    // A panic is told with its place only: what it says may hold what somebody typed.
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string);
        tracing::error!(place, "the program panicked");
    }));
}

/// Parts of a path behind which a secret stands.
const BEFORE_SECRET: [&str; 4] = ["confirm", "sign-in", "offer", "invitation"];
/// From so many characters on, hexadecimal digits are taken for a secret.
const SECRET_DIGITS: usize = 32;

/// The path as it may stand in the log.
pub(crate) fn path_for_log(path: &str) -> Cow<'_, str> {
    let parts: Vec<&str> = path.split('/').collect();
    let is_secret = |place: usize| {
        let behind = place > 0 && BEFORE_SECRET.contains(&parts[place - 1]);
        let digits = parts[place].bytes().all(|b| b.is_ascii_hexdigit());
        !parts[place].is_empty() && (behind || (digits && parts[place].len() >= SECRET_DIGITS))
    };
    if !(0..parts.len()).any(is_secret) {
        return Cow::Borrowed(path);
    }
    let shown = (0..parts.len()).map(|place| {
        if is_secret(place) {
            "…"
        } else {
            parts[place]
        }
    });
    Cow::Owned(shown.collect::<Vec<_>>().join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_in_a_path_is_not_logged() {
        let secret = "0123456789abcdef".repeat(4);
        for (path, logged) in [
            (
                "/en/events/border-week".to_owned(),
                "/en/events/border-week",
            ),
            (format!("/en/confirm/{secret}"), "/en/confirm/…"),
            (format!("/fa/sign-in/{secret}"), "/fa/sign-in/…"),
            ("/tr/invitation/short".to_owned(), "/tr/invitation/…"),
            ("/ru/offer/short".to_owned(), "/ru/offer/…"),
            (
                format!("/en/somewhere/new/{secret}/x"),
                "/en/somewhere/new/…/x",
            ),
            ("/en/sign-in/short".to_owned(), "/en/sign-in/…"),
            ("/en/sign-in".to_owned(), "/en/sign-in"),
            ("/en/sign-in/".to_owned(), "/en/sign-in/"),
        ] {
            assert_eq!(path_for_log(&path), logged);
        }
    }
}
