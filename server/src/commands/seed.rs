//! `maktab seed`: what a new installation starts with.

use crate::cli::Seed;
use crate::configuration::Configuration;
use eyre::{Result, bail};

pub(super) async fn run(_settings: &Configuration, _what: &Seed, _demo: bool) -> Result<()> {
    bail!("not yet")
}
