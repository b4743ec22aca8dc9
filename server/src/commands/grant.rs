//! `maktab grant`: who coordinates, teaches, speaks for a country or administers.

use super::services;
use crate::cli::Grant;
use crate::configuration::Configuration;
use crate::output;
use eyre::{Result, bail};
use maktab_services::granting::Granting;
use maktab_store::SchemaState;

pub(super) async fn run(settings: &Configuration, what: &Grant) -> Result<()> {
    let database = super::open(settings).await?;
    if database.schema().await? != SchemaState::Current {
        bail!("the database is not up to date: run `maktab migrate` first");
    }
    let services = services::for_reference(settings, database.clone())?;
    let granting = Granting {
        email: what.email.clone(),
        role: what.role,
        organisation: what.organisation.clone(),
        country: what.country,
        name: what.name.clone(),
        language: what.language.clone(),
    };
    let (email, role) = (&what.email, what.role);
    if what.withdraw {
        services.withdraw_grant(&granting).await?;
        output::line(&format!("{email} is no {role} any more."));
    } else if services.grant(&granting).await? {
        let address = settings
            .public()?
            .link(&format!("/{}/sign-in", what.language));
        output::line(&format!("{email} is {role} now, and signs in at {address}"));
    } else {
        output::line(&format!("{email} is {role} already."));
    }
    database.close().await;
    Ok(())
}
