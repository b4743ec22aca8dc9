//! The use cases on the settings' database, for the commands that need them.

use crate::configuration::Configuration;
use eyre::Result;
use maktab_services::{Clock, Services, Settings, SystemClock, SystemRandom, TravelClock};
use maktab_store::Database;
use std::sync::Arc;

/// For the server: in a demonstration with a clock that can be moved.
pub(super) fn for_server(
    settings: &Configuration,
    database: Database,
) -> Result<(Services, Option<Arc<TravelClock>>)> {
    if !settings.demo {
        return Ok((without_travel(settings, database)?, None));
    }
    let travel = Arc::new(TravelClock::new(SystemClock));
    let services = on(settings, database, Arc::clone(&travel) as Arc<dyn Clock>)?;
    Ok((services, Some(travel)))
}

/// For a command that does one thing and ends.
pub(super) fn without_travel(settings: &Configuration, database: Database) -> Result<Services> {
    on(settings, database, Arc::new(SystemClock))
}

fn on(settings: &Configuration, database: Database, clock: Arc<dyn Clock>) -> Result<Services> {
    let mut own = Settings::new(settings.public()?);
    own.demo = settings.demo;
    if let Some(from) = &settings.mail.from {
        own.mail_from.clone_from(from);
    }
    Ok(Services::new(database, clock, Arc::new(SystemRandom), own))
}
