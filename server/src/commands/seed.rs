//! `maktab seed`: what a new installation starts with.

use super::services;
use crate::cli::Seed;
use crate::configuration::Configuration;
use crate::output;
use eyre::{Result, WrapErr, bail};
use maktab_services::seed::{DemonstrationAccount, demonstration_accounts};
use maktab_services::{Clock, Error, Services, SystemClock};
use maktab_store::SchemaState;

pub(super) async fn run(settings: &Configuration, what: &Seed, demo: bool) -> Result<()> {
    if what.list_accounts {
        output::line(&accounts(settings)?);
        return Ok(());
    }
    if !what.reference && !demo {
        bail!("say what to put in: `maktab seed --reference` or `maktab seed --demo`");
    }
    let database = super::open(settings).await?;
    if database.schema().await? != SchemaState::Current {
        bail!("the database is not up to date: run `maktab migrate` first");
    }
    if what.reference {
        let services = services::for_reference(settings, database.clone())?;
        reference(&services, &what.signatory).await?;
    } else {
        let services = services::for_demonstration(settings, database.clone())?;
        demonstration(&services).await?;
    }
    database.close().await;
    Ok(())
}

async fn reference(services: &Services, signatories: &[(String, String)]) -> Result<()> {
    services.seed_reference().await?;
    output::line("The organisations, countries and areas of the memorandum are there.");
    for (code, name) in signatories {
        services
            .name_signatory(code, name)
            .await
            .wrap_err_with(|| format!("--signatory {code}={name}"))?;
        output::line(&format!("{name} signs for {code}."));
    }
    for code in services.unsigned_organisations().await?.unwrap_or_default() {
        output::line(&format!(
            "Nobody signs for {code} yet: maktab seed --reference --signatory \"{code}=NAME\""
        ));
    }
    Ok(())
}

async fn demonstration(services: &Services) -> Result<()> {
    if services.holds_demonstration().await? {
        output::line("The demonstration is there already.");
        return Ok(());
    }
    let seeded = match services.seed_demonstration().await {
        Err(Error::NotNow(_)) => bail!(
            "the database is not empty: a demonstration goes only into an empty one; name another \
             folder with --data-dir"
        ),
        other => other?,
    };
    output::line(&format!(
        "{} people, {} courses, {} events, {} registrations, {} attendance records and {} \
         certificates are there, all of them invented.",
        seeded.people,
        seeded.courses,
        seeded.events,
        seeded.registrations,
        seeded.attendance,
        seeded.certificates
    ));
    Ok(())
}

/// The accounts of the demonstration as a table for people.
fn accounts(settings: &Configuration) -> Result<String> {
    let public = settings.public()?;
    let head = ["Sign in as", "Password", "Role", "Begin at"].map(str::to_owned);
    let row = |account: DemonstrationAccount| {
        let role = match account.scope.as_str() {
            "" => account.role.code().to_owned(),
            scope => format!("{} ({scope})", account.role.code()),
        };
        let begin = public.link(&format!("/en{}", account.begin));
        [account.address, account.password, role, begin]
    };
    let accounts = demonstration_accounts(SystemClock.now())?;
    let rows = accounts.into_iter().map(row);
    Ok(table(
        &std::iter::once(head).chain(rows).collect::<Vec<_>>(),
    ))
}

fn table(rows: &[[String; 4]]) -> String {
    let mut widths = [0; 4];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    let line = |row: &[String; 4]| {
        let cells = row.iter().zip(widths);
        let cells = cells.map(|(cell, width)| format!("{cell:<width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_accounts_stands_in_columns() {
        let text = accounts(&Configuration::default()).unwrap();
        let mut lines = text.lines();
        let place = lines.next().and_then(|head| head.find("Password")).unwrap();
        for line in lines {
            assert_eq!(&line[place - 2..place], "  ", "{line}");
            assert!(line.contains("http://127.0.0.1:3000/en/"), "{line}");
        }
        for role in ["administrator", "coordinator (ECO)", "trainer", "trainee"] {
            assert!(text.contains(role), "{role}");
        }
    }
}
