//! A transaction on either engine, and what it refuses after a failure.

use crate::turns::Turn;
use crate::{Result, requests};
use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection, Transaction};
use std::ops::{Deref, DerefMut};
use tokio::sync::MappedMutexGuard;

/// A transaction on either engine. Dropped without [`Tx::commit`], it is rolled back.
///
/// After a statement has failed it takes nothing more: PostgreSQL wants it so, and SQLite
/// sometimes gives the whole transaction up without saying more than that.
#[derive(Debug)]
pub enum Tx {
    /// On SQLite.
    Sqlite(SqliteTx),
    /// On PostgreSQL.
    Postgres(PostgresTx),
}

impl Tx {
    /// Makes the changes durable, and with them the key of the request that asked for them,
    /// where it has one.
    ///
    /// # Errors
    /// [`crate::Error::Repeated`] where the request was carried out before; the engine could
    /// not, or a statement had failed before: nothing was changed then.
    pub async fn commit(mut self) -> Result<()> {
        let request = requests::claim(&mut self).await?;
        self.commit_apart().await?;
        if let Some(request) = request {
            request.note_committed();
        }
        Ok(())
    }

    /// Makes changes durable that are not what a request asked for: counted attempts, a browser
    /// that is noted to be in use.
    ///
    /// # Errors
    /// The engine could not, or a statement had failed before: nothing was changed then.
    pub async fn commit_apart(self) -> Result<()> {
        match self {
            Self::Sqlite(transaction) => transaction.commit().await,
            Self::Postgres(transaction) => transaction.commit().await,
        }
    }
}

#[cfg(test)]
impl Tx {
    /// Takes statements again after one has failed.
    pub(crate) const fn go_on(&mut self) {
        if let Self::Sqlite(transaction) = self {
            transaction.failed = false;
        }
    }
}

/// What is said to whoever goes on after a failure.
fn failed() -> sqlx::Error {
    sqlx::Error::InvalidArgument("a statement of this transaction has failed".to_owned())
}

/// A transaction on SQLite.
#[derive(Debug)]
pub struct SqliteTx {
    kind: Kind,
    failed: bool,
}

#[derive(Debug)]
enum Kind {
    /// On a connection of its own.
    Reads(Transaction<'static, Sqlite>),
    /// In turn, on the one connection that writes.
    Writes(Turn),
}

impl SqliteTx {
    pub(crate) const fn reading(transaction: Transaction<'static, Sqlite>) -> Self {
        Self {
            kind: Kind::Reads(transaction),
            failed: false,
        }
    }

    pub(crate) const fn writing(turn: Turn) -> Self {
        Self {
            kind: Kind::Writes(turn),
            failed: false,
        }
    }

    /// The connection for one statement.
    ///
    /// # Errors
    /// A statement has failed before, or the transaction took so long that it was ended for the
    /// sake of others.
    pub(crate) async fn connection(&mut self) -> sqlx::Result<Held<'_>> {
        if self.failed {
            return Err(failed());
        }
        let connection = match &mut self.kind {
            Kind::Reads(transaction) => Connection::Own(transaction),
            Kind::Writes(turn) => Connection::Shared(turn.connection().await?),
        };
        let failed = &mut self.failed;
        Ok(Held { connection, failed })
    }

    async fn commit(self) -> Result<()> {
        if self.failed {
            return Err(failed().into());
        }
        match self.kind {
            Kind::Reads(transaction) => Ok(transaction.commit().await?),
            Kind::Writes(turn) => turn.commit().await,
        }
    }
}

/// The connection of a transaction on SQLite, for one statement.
pub(crate) struct Held<'a> {
    connection: Connection<'a>,
    failed: &'a mut bool,
}

enum Connection<'a> {
    Own(&'a mut SqliteConnection),
    Shared(MappedMutexGuard<'a, SqliteConnection>),
}

impl Held<'_> {
    /// Notes how the statement ended.
    pub(crate) const fn note(&mut self, failed: bool) {
        *self.failed |= failed;
    }
}

impl Deref for Held<'_> {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        match &self.connection {
            Connection::Own(connection) => connection,
            Connection::Shared(connection) => connection,
        }
    }
}

impl DerefMut for Held<'_> {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        match &mut self.connection {
            Connection::Own(connection) => connection,
            Connection::Shared(connection) => connection,
        }
    }
}

/// A transaction on PostgreSQL.
#[derive(Debug)]
pub struct PostgresTx {
    transaction: Transaction<'static, Postgres>,
    failed: bool,
}

impl PostgresTx {
    pub(crate) const fn new(transaction: Transaction<'static, Postgres>) -> Self {
        Self {
            transaction,
            failed: false,
        }
    }

    /// Notes how a statement ended.
    pub(crate) const fn note(&mut self, failed: bool) {
        self.failed |= failed;
    }

    /// PostgreSQL answers to the `COMMIT` of a failed transaction that it has rolled it back, and
    /// that is no error to sqlx.
    async fn commit(self) -> Result<()> {
        if self.failed {
            return Err(failed().into());
        }
        Ok(self.transaction.commit().await?)
    }
}

impl Deref for PostgresTx {
    type Target = PgConnection;

    fn deref(&self) -> &PgConnection {
        &self.transaction
    }
}

impl DerefMut for PostgresTx {
    fn deref_mut(&mut self) -> &mut PgConnection {
        &mut self.transaction
    }
}
