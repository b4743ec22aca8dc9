//! The database: reachable, up to date, holding what it should.

use super::{Finding, work};
use crate::configuration::Configuration;
use maktab_domain::Role;
use maktab_services::{Clock, SystemClock};
use maktab_store::{Database, Engine, SchemaState, Tx, accounts, audit, seeding};

const TOPIC: &str = "database";

/// Everything about the database; what follows from an unreachable one is left out.
pub(super) async fn database(settings: &Configuration) -> Vec<Finding> {
    let url = settings.database();
    let shown = url.shown();
    if let Some(path) = url.file()
        && !path.is_file()
    {
        let seen = format!("{} does not exist", path.display());
        return vec![Finding::wrong(TOPIC, seen, "Run `maktab migrate`.")];
    }
    let database = match Database::open(url.reveal()).await {
        Ok(database) => database,
        Err(error) => {
            let cause = std::error::Error::source(&error).map(ToString::to_string);
            let seen = format!("{shown}: {}", cause.unwrap_or_else(|| error.to_string()));
            let remedy = "Start the database server, or correct database_url.";
            return vec![Finding::wrong(TOPIC, seen, remedy)];
        }
    };
    let mut findings = vec![schema(&database, &shown).await];
    if !findings[0].is_wrong() {
        match database.read().await {
            Ok(mut tx) => findings.extend(content(settings, &mut tx).await),
            Err(error) => findings.push(failed(&error)),
        }
    }
    database.close().await;
    findings
}

fn failed(error: &maktab_store::Error) -> Finding {
    let remedy = "Look into the database server's own log.";
    Finding::wrong(TOPIC, error.to_string(), remedy)
}

async fn schema(database: &Database, shown: &str) -> Finding {
    let state = match database.schema().await {
        Ok(state) => state,
        Err(error) => return failed(&error),
    };
    match state {
        SchemaState::Current => {
            let engine = match database.engine() {
                // Opening has made sure of these.
                Engine::Sqlite => "write-ahead log, every commit on disk, foreign keys on",
                Engine::Postgres => "PostgreSQL",
            };
            Finding::good(TOPIC, format!("{shown} is up to date ({engine})"))
        }
        SchemaState::Empty => {
            Finding::wrong(TOPIC, format!("{shown} is empty"), "Run `maktab migrate`.")
        }
        SchemaState::Behind(missing) => Finding::wrong(
            TOPIC,
            format!("{shown} lacks {missing} migrations"),
            "Make a backup, then run `maktab migrate`.",
        ),
        SchemaState::Foreign => Finding::wrong(
            TOPIC,
            format!("{shown} was changed by a newer version of this program, or by hand"),
            "Update the program, or restore a backup.",
        ),
    }
}

async fn content(settings: &Configuration, tx: &mut Tx) -> Vec<Finding> {
    let mut findings = Vec::new();
    match seeding::organisations(tx).await {
        Ok(all) if all.is_empty() => findings.push(reference(&all)),
        Ok(all) => {
            findings.push(reference(&all));
            match accounts::holders(tx, [Role::Coordinator, Role::Administrator]).await {
                Ok(count) => findings.push(staff(count)),
                Err(error) => findings.push(failed(&error)),
            }
        }
        Err(error) => findings.push(failed(&error)),
    }
    match seeding::is_demonstration(tx).await {
        Ok(true) if !settings.demo => findings.push(Finding::wrong(
            "demo",
            "the database holds a demonstration, whose passwords are known",
            "Name another database, or set demo = true.",
        )),
        Ok(_) => {}
        Err(error) => findings.push(failed(&error)),
    }
    match audit::newest(tx).await {
        Ok(newest) => findings.push(clock(newest)),
        Err(error) => findings.push(failed(&error)),
    }
    match work::work(tx, SystemClock.now()).await {
        Ok(found) => findings.extend(found),
        Err(error) => findings.push(failed(&error)),
    }
    findings
}

fn reference(all: &[(maktab_domain::OrganisationId, String, String)]) -> Finding {
    const TOPIC: &str = "reference";
    if all.is_empty() {
        let seen = "there are no organisations, countries and areas";
        return Finding::wrong(TOPIC, seen, "Run `maktab seed --reference`.");
    }
    let unsigned = all.iter().filter(|(_, _, name)| name.is_empty());
    let unsigned: Vec<&str> = unsigned.map(|(_, code, _)| code.as_str()).collect();
    if unsigned.is_empty() {
        return Finding::good(
            TOPIC,
            format!("{} organisations, each with who signs", all.len()),
        );
    }
    let seen = format!("nobody signs certificates for {}", unsigned.join(" and "));
    let each = unsigned
        .iter()
        .map(|code| format!(" --signatory \"{code}=NAME\""));
    let remedy = format!("maktab seed --reference{}", each.collect::<String>());
    Finding::wrong(TOPIC, seen, remedy)
}

fn staff(count: i64) -> Finding {
    const TOPIC: &str = "staff";
    match count {
        0 => Finding::wrong(
            TOPIC,
            "nobody coordinates: no event can be created",
            "maktab grant --role coordinator --organisation CODE --email ADDRESS --name NAME \
             --country CODE",
        ),
        1 => Finding::good(TOPIC, "one person coordinates"),
        many => Finding::good(TOPIC, format!("{many} people coordinate")),
    }
}

/// The program was written after this: 1 November 2026.
const EARLIEST: maktab_domain::Timestamp = maktab_domain::Timestamp(1_793_491_200_000);
/// Two machines may differ by so much.
const TOLERANCE: maktab_domain::Span = maktab_domain::Span::minutes(2);

/// Whether the clock is plausible, and not behind what was recorded already.
fn clock(newest: Option<maktab_domain::Timestamp>) -> Finding {
    verdict(SystemClock.now(), newest)
}

fn verdict(now: maktab_domain::Timestamp, newest: Option<maktab_domain::Timestamp>) -> Finding {
    const TOPIC: &str = "clock";
    let remedy = "Set the clock, and let the machine keep it by NTP.";
    let shown = jiff::Timestamp::from_millisecond(now.millis()).unwrap_or_default();
    let shown = format!("{shown:.0}");
    if now < EARLIEST {
        return Finding::wrong(TOPIC, format!("it says {shown}, which is past"), remedy);
    }
    match newest {
        Some(newest) if newest > now + TOLERANCE => {
            let seen = format!("it says {shown}, and the database has records of later times");
            Finding::wrong(TOPIC, seen, remedy)
        }
        _ => Finding::good(TOPIC, format!("it says {shown}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use maktab_domain::{Span, Timestamp};

    #[test]
    fn a_clock_that_went_back_is_found() {
        let now = Timestamp(1_800_000_000_000);
        assert!(!verdict(now, None).is_wrong());
        assert!(!verdict(now, Some(now + Span::minutes(1))).is_wrong());
        assert!(verdict(now, Some(now + Span::hours(1))).is_wrong());
        assert!(verdict(Timestamp(0), None).is_wrong());
    }
}
