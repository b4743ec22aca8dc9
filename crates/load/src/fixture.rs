//! Installations to be loaded: a migrated database of either engine, with the reference data and
//! events that are open for registration.

use crate::clock;
use crate::program::Program;
use eyre::{Result, WrapErr, bail};
use maktab_domain::{Span, Texts};
use maktab_store::testing::{self as rows, PlannedEvent, load};
use maktab_store::{Database, Engine, reference};
use std::fs;
use std::path::PathBuf;

/// Where the load is run, and with what.
#[derive(Debug, Clone)]
pub struct Place {
    /// The program.
    pub binary: PathBuf,
    /// A folder for everything; it is emptied first.
    pub folder: PathBuf,
    /// The PostgreSQL to make databases in; without it, SQLite only.
    pub postgres: Option<String>,
    /// From which everything is drawn.
    pub seed: u64,
}

impl Place {
    /// The engines that can be had.
    #[must_use]
    pub fn engines(&self) -> Vec<Engine> {
        match self.postgres {
            Some(_) => vec![Engine::Sqlite, Engine::Postgres],
            None => vec![Engine::Sqlite],
        }
    }

    /// An installation without data, whose database is not there yet or empty.
    ///
    /// # Errors
    /// The folder cannot be written, or PostgreSQL does not answer.
    pub(crate) async fn bare(&self, engine: Engine, name: &str) -> Result<Program> {
        let folder = self.folder.join(format!("{name}-{}", code(engine)));
        if folder.exists() {
            fs::remove_dir_all(&folder).wrap_err_with(|| folder.display().to_string())?;
        }
        let database = match (engine, &self.postgres) {
            (Engine::Sqlite, _) => format!("sqlite:{}", folder.join("data/maktab.db").display()),
            (Engine::Postgres, Some(address)) => {
                let name = format!("load_{}", name.replace('-', "_"));
                load::own_database(address, &name).await?
            }
            (Engine::Postgres, None) => bail!("there is no PostgreSQL"),
        };
        let program = Program {
            binary: self.binary.clone(),
            folder,
            database,
            settings: Vec::new(),
        };
        program.lay_out()?;
        Ok(program)
    }

    /// An installation with the reference data, as an administrator makes it.
    ///
    /// # Errors
    /// As [`Place::bare`], or the program failed.
    pub(crate) async fn installed(&self, engine: Engine, name: &str) -> Result<Program> {
        let program = self.bare(engine, name).await?;
        program.run(&["migrate"]).await?;
        program.run(&["seed", "--reference"]).await?;
        Ok(program)
    }
}

impl Program {
    /// Its database, seen from behind.
    ///
    /// # Errors
    /// It cannot be reached.
    pub(crate) async fn open(&self) -> Result<Database> {
        let opened = Database::open(&self.database).await;
        opened.wrap_err("the database behind the program")
    }
}

/// The name of an engine, for people and files.
pub(crate) const fn code(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "sqlite",
        Engine::Postgres => "postgres",
    }
}

/// Adds the event of this number, open for registration, with so many seats and a waiting list.
/// Gives its part of the address.
///
/// # Errors
/// The database failed, or there is one of this number.
pub(crate) async fn add_event(database: &Database, number: u32, capacity: i64) -> Result<String> {
    let now = clock::now();
    let id = load::event_id(number);
    let mut tx = database.write().await?;
    let organisers = reference::organisations(&mut tx).await?;
    let plan = PlannedEvent {
        slug: format!("rush-{number}"),
        titles: Texts::new([("en", format!("Border management {number}"))]),
        state: "published".to_owned(),
        registration_mode: "open".to_owned(),
        capacity,
        opens: now - Span::days(1),
        closes: now + Span::days(20),
        starts: now + Span::days(29),
        ends: now + Span::days(31),
        time_zone: "Asia/Tashkent".to_owned(),
        organisers: organisers.iter().map(|row| row.id).collect(),
        min_percent: 80,
    };
    rows::event(&mut tx, id, &plan, now).await?;
    tx.commit().await?;
    Ok(plan.slug)
}
