//! How mail leaves.

use crate::configuration::Configuration;
use eyre::Result;

/// The way out for mail.
pub(crate) struct Transport;

/// The way out for mail that the settings name.
///
/// # Errors
/// The settings do not make a connection.
pub(crate) fn transport(_settings: &Configuration) -> Result<Transport> {
    Ok(Transport)
}
