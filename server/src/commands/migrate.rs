//! `maktab migrate`: creates the database or brings it up to date.

use crate::configuration::Configuration;
use crate::output;
use eyre::{Result, WrapErr, bail};
use maktab_store::SchemaState;

pub(super) async fn run(settings: &Configuration) -> Result<()> {
    let database = super::open(settings).await?;
    let before = database.schema().await.wrap_err("cannot read the schema")?;
    let place = settings.database().shown();
    match before {
        SchemaState::Current => output::line(&format!("{place} is up to date")),
        SchemaState::Foreign => bail!(
            "{place} was changed by a newer version of this program, or by hand; \
             update the program, or restore a backup"
        ),
        SchemaState::Empty | SchemaState::Behind(_) => {
            database
                .migrate()
                .await
                .wrap_err_with(|| format!("cannot bring {place} up to date"))?;
            output::line(&format!("{place} has been brought up to date"));
        }
    }
    database.close().await;
    Ok(())
}
