//! Turns at the one connection that writes to SQLite: whoever writes at the same time shares one
//! commit, and with it one wait for the disk.
//!
//! A task owns the connection. It begins a transaction and lends it to one writer after the other,
//! each between a savepoint and its release; when nobody waits any more, or the first has waited
//! long enough, it commits for all of them. So
//!
//! - [`Turn::commit`] answers only when the commit of the group is on the disk;
//! - a writer that fails or is dropped takes back to its savepoint what is its own, and nothing else;
//! - where the commit fails, it fails for everybody in the group;
//! - a writer that does not end loses its turn, once others have waited as long as anybody waits
//!   for a connection.

use crate::{Error, Result};
use futures_util::FutureExt;
use sqlx::{Sqlite, SqliteConnection, SqlitePool, Transaction};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard, mpsc, oneshot};
use tokio::time::timeout;

/// How many share a commit.
const MOST: usize = 128;

/// So many times longer than others may a turn take that was asked for alone.
const ALONE: u32 = 60;

const BEGIN: &str = "BEGIN IMMEDIATE";
const SET: &str = "SAVEPOINT turn";
const KEEP: &str = "RELEASE turn";
const UNDO: &str = "ROLLBACK TO turn; RELEASE turn";

/// Whoever wants to write asks here. Cloning shares the connection.
#[derive(Clone)]
pub struct Turns {
    asked: mpsc::UnboundedSender<Asked>,
    pace: Pace,
}

/// How long is waited.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace {
    /// For a turn; and so long may one take that keeps others waiting.
    pub patience: Duration,
    /// For others to join a group, from its beginning on.
    pub longest: Duration,
}

/// The wish for a turn.
struct Asked {
    answer: oneshot::Sender<Result<Turn>>,
    /// For as long as it takes, and with a commit of its own.
    alone: bool,
}

/// The transaction of a group, while there is one, and whose turn it is.
#[derive(Debug, Default)]
struct Line {
    transaction: Option<Transaction<'static, Sqlite>>,
    turn: usize,
}

/// A turn at the connection. Dropped without [`Turn::commit`], its changes are rolled back.
#[derive(Debug)]
pub(crate) struct Turn {
    line: Arc<Mutex<Line>>,
    number: usize,
    /// Told when it ends: by whom the outcome of the commit is awaited. Dropped, it is rolled back.
    end: oneshot::Sender<Committing>,
}

/// Awaits the outcome of a commit.
type Committing = oneshot::Sender<Result<()>>;

impl Turns {
    /// Starts the task that owns the connection; it ends with the last clone.
    pub(crate) fn at(writer: SqlitePool, pace: Pace) -> Self {
        let (asked, asking) = mpsc::unbounded_channel();
        let leader = Leader {
            writer,
            pace,
            asking,
        };
        tokio::spawn(leader.lead());
        Self { asked, pace }
    }

    /// Waits for a turn: for a moment, or `alone` for as long as it takes.
    ///
    /// # Errors
    /// It did not come in time, or the database cannot be written to.
    pub(crate) async fn next(&self, alone: bool) -> Result<Turn> {
        let (answer, turn) = oneshot::channel();
        let asked = Asked { answer, alone };
        self.asked.send(asked).map_err(|_| closed())?;
        match timeout(self.pace.patience, turn).await {
            Ok(Ok(turn)) => turn,
            Ok(Err(_)) => Err(closed()),
            Err(_) => Err(sqlx::Error::PoolTimedOut.into()),
        }
    }
}

fn closed() -> Error {
    sqlx::Error::PoolClosed.into()
}

impl Turn {
    /// The connection for one statement.
    ///
    /// # Errors
    /// The turn is over.
    pub async fn connection(&self) -> sqlx::Result<MappedMutexGuard<'_, SqliteConnection>> {
        let line = self.line.lock().await;
        if line.turn != self.number {
            return Err(sqlx::Error::PoolTimedOut);
        }
        MutexGuard::try_map(line, |line| line.transaction.as_deref_mut())
            .map_err(|_| sqlx::Error::PoolTimedOut)
    }

    /// Ends the turn, and waits until its changes are on the disk.
    ///
    /// # Errors
    /// The turn was over before, or the commit failed: nothing was changed then.
    pub async fn commit(self) -> Result<()> {
        let (committing, committed) = oneshot::channel();
        if self.end.send(committing).is_err() {
            return Err(sqlx::Error::PoolTimedOut.into());
        }
        committed.await.map_err(|_| closed())?
    }
}

/// The owner of the connection.
struct Leader {
    writer: SqlitePool,
    pace: Pace,
    asking: mpsc::UnboundedReceiver<Asked>,
}

impl Leader {
    async fn lead(mut self) {
        let mut held_back = None;
        loop {
            let first = match held_back.take() {
                Some(first) => first,
                None => match self.asking.recv().await {
                    Some(first) => first,
                    None => return,
                },
            };
            match self.writer.begin_with(BEGIN).await {
                Ok(transaction) => held_back = self.group(transaction, first).await,
                Err(error) => drop(first.answer.send(Err(error.into()))),
            }
        }
    }

    /// Lends the transaction to one after the other and commits; answers who was not let in.
    async fn group(
        &mut self,
        transaction: Transaction<'static, Sqlite>,
        first: Asked,
    ) -> Option<Asked> {
        let line = Line {
            transaction: Some(transaction),
            turn: 0,
        };
        let line = Arc::new(Mutex::new(line));
        let full = tokio::time::sleep(self.pace.longest);
        tokio::pin!(full);
        let mut members = Vec::new();
        let (mut next, mut held_back) = (Some(first), None);
        while let Some(asked) = next.take() {
            let alone = asked.alone;
            if let Err(error) = self.lend(&line, asked, &mut members).await {
                // What SQLite has given up was everybody's.
                line.lock().await.transaction = None;
                tell(members, Err(error.into()));
                return None;
            }
            if alone || members.len() >= MOST || full.as_mut().now_or_never().is_some() {
                break;
            }
            match self.asking.try_recv() {
                Ok(asked) if asked.alone => held_back = Some(asked),
                waiting => next = waiting.ok(),
            }
        }
        let transaction = line.lock().await.transaction.take();
        if let Some(transaction) = transaction.filter(|_| !members.is_empty()) {
            tell(members, transaction.commit().await.map_err(Error::from));
        }
        held_back
    }

    /// Lends the transaction until the turn ends; whoever committed becomes a member.
    async fn lend(
        &self,
        line: &Arc<Mutex<Line>>,
        asked: Asked,
        members: &mut Vec<Committing>,
    ) -> sqlx::Result<()> {
        let number = line.lock().await.begin_turn(SET).await?;
        let (end, ended) = oneshot::channel();
        let turn = Turn {
            line: Arc::clone(line),
            number,
            end,
        };
        // Whoever no longer waits drops the turn, and it ends like any that is dropped.
        drop(asked.answer.send(Ok(turn)));
        let kept = self.wait(ended, asked.alone, members.is_empty()).await;
        let done = if kept.is_some() { KEEP } else { UNDO };
        members.extend(kept);
        line.lock().await.begin_turn(done).await?;
        Ok(())
    }

    /// Waits for the end of a turn; `None` where its changes are to be undone.
    async fn wait(
        &self,
        mut ended: oneshot::Receiver<Committing>,
        alone: bool,
        is_first: bool,
    ) -> Option<Committing> {
        let usual = self.pace.patience;
        let mut patience = if alone { usual * ALONE } else { usual };
        loop {
            if let Ok(told) = timeout(patience, &mut ended).await {
                return told.ok();
            }
            if !is_first || !self.asking.is_empty() {
                return None;
            }
            patience = usual / 10;
        }
    }
}

impl Line {
    /// Runs a statement between two turns, and ends the one before; answers the number of the next.
    async fn begin_turn(&mut self, statement: &'static str) -> sqlx::Result<usize> {
        self.turn += 1;
        if let Some(transaction) = &mut self.transaction {
            sqlx::raw_sql(statement).execute(&mut **transaction).await?;
        }
        Ok(self.turn)
    }
}

/// Tells everybody in a group what became of their commit.
fn tell(members: Vec<Committing>, outcome: Result<()>) {
    match outcome {
        Ok(()) => {
            for member in members {
                // Whoever no longer waits has it all the same.
                let _ = member.send(Ok(()));
            }
        }
        Err(error) => {
            let error = Arc::new(error);
            for member in members {
                let _ = member.send(Err(Error::Shared(Arc::clone(&error))));
            }
        }
    }
}

#[cfg(test)]
mod tests;
