//! The use cases on the settings' database, for the commands that need them.

use crate::configuration::Configuration;
use eyre::{Result, WrapErr};
use maktab_services::signing::Issuing;
use maktab_services::{
    Clock, Random, SeededRandom, Services, Settings, SystemClock, SystemRandom, TravelClock,
};
use maktab_store::Database;
use std::sync::Arc;

/// How verifiers of certificates show who issued them.
const ISSUER: &str = "ECO and IOM training programme";
/// From this the demonstration draws, so that it is the same at every seed.
const SEED: u64 = 0x6d61_6b74_6162;

/// For the server: in a demonstration with a clock that can be moved.
pub(super) fn for_server(
    settings: &Configuration,
    database: Database,
) -> Result<(Services, Option<Arc<TravelClock>>)> {
    let (clock, travel): (Arc<dyn Clock>, _) = if settings.demo {
        let travel = Arc::new(TravelClock::new(SystemClock));
        (Arc::clone(&travel) as Arc<dyn Clock>, Some(travel))
    } else {
        (Arc::new(SystemClock), None)
    };
    let services = on(settings, database, clock, Arc::new(SystemRandom))?;
    Ok((services.with_certificates(issuing(settings)?), travel))
}

/// For putting reference data in.
pub(super) fn for_reference(settings: &Configuration, database: Database) -> Result<Services> {
    let (clock, random) = (Arc::new(SystemClock), Arc::new(SystemRandom));
    on(settings, database, clock, random)
}

/// For putting a demonstration in, with its certificates. What is drawn can be known to
/// anybody, like everything in a demonstration; only the signing key cannot.
pub(super) fn for_demonstration(settings: &Configuration, database: Database) -> Result<Services> {
    let (clock, random) = (Arc::new(SystemClock), Arc::new(SeededRandom::new(SEED)));
    let services = on(settings, database, clock, random)?;
    Ok(services.with_certificates(issuing(settings)?))
}

fn issuing(settings: &Configuration) -> Result<Issuing> {
    let public = settings.public()?;
    Issuing::open(&settings.data_dir, &public, ISSUER, &SystemRandom)
        .wrap_err("certificates cannot be issued")
}

/// The name of this server among those on the same database: that of the machine, and the number
/// of the process, in no language.
fn replica() -> String {
    let host = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    match host.trim() {
        "" => std::process::id().to_string(),
        host => format!("{host}/{}", std::process::id()),
    }
}

fn on(
    settings: &Configuration,
    database: Database,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
) -> Result<Services> {
    let mut own = Settings::new(settings.public()?);
    own.demo = settings.demo;
    own.replica = replica();
    if let Some(from) = &settings.mail.from {
        own.mail_from.clone_from(from);
    }
    Ok(Services::new(database, clock, random, own))
}
