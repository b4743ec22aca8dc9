//! The connection to either engine: opening, migrating, beginning a transaction.

use crate::{Error, Result, requests, schema};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, Postgres, Sqlite, SqlitePool};
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
        /// For transactions that write.
        writer: SqlitePool,
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

/// A transaction on either engine. Dropped without [`Tx::commit`], it is rolled back.
#[derive(Debug)]
pub enum Tx {
    /// On SQLite.
    Sqlite(sqlx::Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Postgres(sqlx::Transaction<'static, Postgres>),
}

impl Tx {
    /// Makes the changes durable, and with them the key of the request that asked for them,
    /// where it has one.
    ///
    /// # Errors
    /// [`crate::Error::Repeated`] where the request was carried out before, and then nothing
    /// changes; or the engine could not.
    pub async fn commit(mut self) -> Result<()> {
        let request = requests::claim(&mut self).await?;
        self.commit_apart().await?;
        requests::committed(request);
        Ok(())
    }

    /// Makes changes durable that are not what a request asked for: counted attempts, a browser
    /// that is noted to be in use.
    ///
    /// # Errors
    /// The engine could not.
    pub async fn commit_apart(self) -> Result<()> {
        match self {
            Self::Sqlite(transaction) => transaction.commit().await?,
            Self::Postgres(transaction) => transaction.commit().await?,
        }
        Ok(())
    }
}

const READERS: u32 = 8;
const PATIENCE: Duration = Duration::from_secs(10);

impl Database {
    /// Opens the database at `sqlite:PATH` (created where missing) or `postgres://…`.
    ///
    /// # Errors
    /// An address of another form, an unreachable database, or a setting that does not hold.
    pub async fn open(address: &str) -> Result<Self> {
        if address.starts_with("sqlite:") {
            Self::open_sqlite(address).await
        } else if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            let options = PgConnectOptions::from_str(address)?;
            let pool = PgPoolOptions::new()
                .max_connections(16)
                .acquire_timeout(PATIENCE)
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
            .busy_timeout(PATIENCE);
        let pool = |most| {
            SqlitePoolOptions::new()
                .max_connections(most)
                .acquire_timeout(PATIENCE)
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
        Ok(Self::Sqlite { readers, writer })
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
            Self::Sqlite { readers, .. } => Tx::Sqlite(readers.begin_with("BEGIN DEFERRED").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin_with(postgres).await?),
        })
    }

    /// Begins a transaction that writes.
    ///
    /// # Errors
    /// No connection, or not the turn to write, could be had in time.
    pub async fn write(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { writer, .. } => Tx::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Closes the connections once the transactions under way have ended.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { readers, writer } => {
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
