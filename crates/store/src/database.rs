//! The connection to either engine: opening, migrating, beginning a transaction.

use crate::turns::{Pace, Turns};
use crate::{Error, PostgresTx, Result, SqliteTx, Tx, schema};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, PgPool, SqliteConnection, SqlitePool};
use std::str::FromStr;
use std::time::Duration;

/// Which engine stands behind a [`Database`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// One file on this machine.
    Sqlite,
    /// A server that speaks PostgreSQL's protocol.
    Postgres,
}

/// A database of either engine. Cloning shares the connections.
#[derive(Clone)]
pub enum Database {
    /// SQLite lets one writer in at a time: writers queue for one connection
    /// of their own, and readers never wait for them (write-ahead log).
    Sqlite {
        /// For transactions that only read.
        readers: SqlitePool,
        /// The connection of its own; only [`Database::write`] hands it out.
        writer: SqlitePool,
        /// Who writes next.
        turns: Turns,
    },
    /// PostgreSQL, at READ COMMITTED with guarded updates.
    Postgres(PgPool),
}

impl std::fmt::Debug for Database {
    // The address may hold a password, so it is never shown.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Database({:?})", self.engine())
    }
}

const READERS: u32 = 8;
const PATIENCE: Duration = Duration::from_secs(10);
/// A group is over before anybody notices the wait.
const PACE: Pace = Pace {
    patience: PATIENCE,
    longest: Duration::from_millis(10),
};
/// How many prepared statements a connection keeps; those for many rows come in several lengths.
const STATEMENTS: usize = 400;
const RECENT: Duration = Duration::from_secs(1);

/// Whether a connection that is returned has no transaction any more. Where SQLite has given one
/// up by itself, sqlx does not know, and could not begin another.
async fn is_clean(connection: &mut SqliteConnection) -> sqlx::Result<bool> {
    // What still waits to be rolled back comes first.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

impl Database {
    /// Opens the database at `sqlite:PATH` (created where missing) or `postgres://…`.
    ///
    /// # Errors
    /// An address of another form, an unreachable database, or a setting that does not hold.
    pub async fn open(address: &str) -> Result<Self> {
        if address.starts_with("sqlite:") {
            Self::open_sqlite(address).await
        } else if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            let options = PgConnectOptions::from_str(address)?.statement_cache_capacity(STATEMENTS);
            let pool = PgPoolOptions::new()
                .max_connections(16)
                .acquire_timeout(PATIENCE)
                .test_before_acquire(false)
                .before_acquire(|connection, meta| {
                    Box::pin(async move {
                        // Whoever was here a moment ago has tested it when it was returned.
                        if meta.idle_for > RECENT {
                            connection.ping().await?;
                        }
                        Ok(true)
                    })
                })
                .connect_with(options)
                .await?;
            Ok(Self::Postgres(pool))
        } else {
            Err(Error::Address)
        }
    }

    async fn open_sqlite(address: &str) -> Result<Self> {
        let options = SqliteConnectOptions::from_str(address)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .statement_cache_capacity(STATEMENTS)
            .busy_timeout(PATIENCE);
        let pool = |most| {
            SqlitePoolOptions::new()
                .max_connections(most)
                .acquire_timeout(PATIENCE)
                .test_before_acquire(false)
                .after_release(|connection, _| Box::pin(is_clean(connection)))
        };
        let writer = pool(1).connect_with(options.clone()).await?;
        let readers = pool(READERS).connect_with(options).await?;
        let journal: String = sqlx::query_scalar("PRAGMA journal_mode")
            .fetch_one(&writer)
            .await?;
        let synchronous: i64 = sqlx::query_scalar("PRAGMA synchronous")
            .fetch_one(&writer)
            .await?;
        let foreign_keys: i64 = sqlx::query_scalar("PRAGMA foreign_keys")
            .fetch_one(&writer)
            .await?;
        for (holds, name) in [
            (journal == "wal", "a write-ahead log"),
            (synchronous == 2, "every commit on disk (synchronous=FULL)"),
            (foreign_keys == 1, "foreign keys"),
        ] {
            if !holds {
                return Err(Error::Setting(name));
            }
        }
        let turns = Turns::at(writer.clone(), PACE);
        Ok(Self::Sqlite {
            readers,
            writer,
            turns,
        })
    }

    /// Which engine this is.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        match self {
            Self::Sqlite { .. } => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// Brings the schema up to date. Harmless where it is.
    ///
    /// # Errors
    /// A migration fails, or the schema is newer than this program.
    pub async fn migrate(&self) -> Result<()> {
        match self {
            Self::Sqlite { writer, .. } => schema::SQLITE.run(writer).await?,
            Self::Postgres(pool) => schema::POSTGRES.run(pool).await?,
        }
        Ok(())
    }

    /// Begins a transaction that only reads: one consistent picture.
    ///
    /// # Errors
    /// No connection could be had in time.
    pub async fn read(&self) -> Result<Tx> {
        let postgres = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
        Ok(match self {
            Self::Sqlite { readers, .. } => {
                let transaction = readers.begin_with("BEGIN DEFERRED").await?;
                Tx::Sqlite(SqliteTx::reading(transaction))
            }
            Self::Postgres(pool) => Tx::Postgres(PostgresTx::new(pool.begin_with(postgres).await?)),
        })
    }

    /// Begins a transaction that writes. On SQLite those that write at the same time share one
    /// commit; what takes longer than a moment is for [`Database::write_alone`].
    ///
    /// # Errors
    /// No connection, or not the turn to write, could be had in time.
    pub async fn write(&self) -> Result<Tx> {
        self.begin(false).await
    }

    /// Begins a transaction that writes many rows: on SQLite nobody else's commit waits for it.
    ///
    /// # Errors
    /// No connection, or not the turn to write, could be had in time.
    pub async fn write_alone(&self) -> Result<Tx> {
        self.begin(true).await
    }

    async fn begin(&self, alone: bool) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { turns, .. } => Tx::Sqlite(SqliteTx::writing(turns.next(alone).await?)),
            Self::Postgres(pool) => Tx::Postgres(PostgresTx::new(pool.begin().await?)),
        })
    }

    /// Closes the connections once the transactions under way have ended.
    pub async fn close(&self) {
        match self {
            Self::Sqlite {
                readers, writer, ..
            } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }

    /// Answers whether the database can be reached and its schema is there.
    ///
    /// # Errors
    /// It cannot, or it is not.
    pub async fn ping(&self) -> Result<()> {
        let mut tx = self.read().await?;
        one!(&mut tx, (i64,), "SELECT count(*) FROM countries")?;
        Ok(())
    }
}
