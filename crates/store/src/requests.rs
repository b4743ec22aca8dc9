//! Requests that are carried out once, whoever sends them again: the key of a request is written
//! in the very transaction of its change, by [`Tx::commit`], so that there is never one without
//! the other.

use crate::{Database, Error, Result, Tx};
use maktab_domain::Timestamp;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

tokio::task_local! {
    /// The request that this task is carrying out.
    static CURRENT: Arc<Request>;
}

/// A request with a key.
#[derive(Debug)]
pub struct Request {
    key: [u8; 32],
    fingerprint: [u8; 32],
    now: Timestamp,
    claimed: AtomicBool,
}

impl Request {
    /// A request whose key has this hash; `fingerprint` is the hash of who sent what where.
    #[must_use]
    pub const fn new(key: [u8; 32], fingerprint: [u8; 32], now: Timestamp) -> Self {
        Self {
            key,
            fingerprint,
            now,
            claimed: AtomicBool::new(false),
        }
    }

    /// The hash of its key.
    #[must_use]
    pub const fn key(&self) -> [u8; 32] {
        self.key
    }

    /// The hash of who sent what where.
    #[must_use]
    pub const fn fingerprint(&self) -> [u8; 32] {
        self.fingerprint
    }

    /// Notes that the change that it asked for is committed, and its claim with it.
    pub fn note_committed(&self) {
        self.claimed.store(true, Ordering::Release);
    }

    /// Whether a change that it asked for was committed.
    #[must_use]
    pub fn is_claimed(&self) -> bool {
        self.claimed.load(Ordering::Acquire)
    }
}

/// Does `work` on behalf of a request: its first commit claims the key.
pub async fn on_behalf<F: Future>(request: Arc<Request>, work: F) -> F::Output {
    CURRENT.scope(request, work).await
}

/// The request that this task carries out, as long as it is not claimed: for work that another
/// task does on its behalf.
#[must_use]
pub fn current() -> Option<Arc<Request>> {
    let current = CURRENT.try_with(Arc::clone).ok()?;
    (!current.is_claimed()).then_some(current)
}

/// Claims the key of the present request in the transaction of its change, which is about to be
/// committed; the request where there is one with a key.
///
/// # Errors
/// [`Error::Repeated`] where another transaction has claimed it, which by then is committed.
pub(crate) async fn claim(tx: &mut Tx) -> Result<Option<Arc<Request>>> {
    let Some(request) = current() else {
        return Ok(None);
    };
    let added = execute!(
        tx,
        "INSERT INTO request_keys (key_hash, fingerprint, created_at) VALUES ($1, $2, $3)
         ON CONFLICT (key_hash) DO NOTHING",
        request.key.as_slice(),
        request.fingerprint.as_slice(),
        request.now
    )?;
    match added {
        0 => Err(Error::Repeated),
        _ => Ok(Some(request)),
    }
}

/// Claims the keys of requests that one transaction carries out, before it is committed; after
/// that comes [`Request::note_committed`] for each.
///
/// # Errors
/// [`Error::Repeated`] where one of them was claimed before, or stands here twice.
pub async fn claim_all(tx: &mut Tx, requests: &[Arc<Request>]) -> Result<()> {
    let mut sorted: Vec<&Request> = requests.iter().map(Arc::as_ref).collect();
    // In one order everywhere, so that of two transactions neither waits for the other.
    sorted.sort_by_key(|request| request.key);
    if sorted.windows(2).any(|pair| pair[0].key == pair[1].key) {
        return Err(Error::Repeated);
    }
    let claimed = insert_all!(
        tx,
        "request_keys (key_hash, fingerprint, created_at)",
        &sorted,
        request => request.key.as_slice(), request.fingerprint.as_slice(), request.now;
        ""
    );
    match claimed {
        Err(Error::Duplicate(_)) => Err(Error::Repeated),
        other => other,
    }
}

/// What is known of a key.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct RequestRow {
    /// The hash of who sent what where.
    pub fingerprint: Vec<u8>,
    /// When it was carried out.
    pub created_at: Timestamp,
    /// The answer, sealed; empty where the request answers for itself; `None` where the answer is
    /// not known.
    pub answer: Option<Vec<u8>>,
}

/// What is known of a key, where its request was carried out. One statement without a
/// transaction: every form that is posted asks for it.
///
/// # Errors
/// The database failed.
pub async fn find(database: &Database, key: [u8; 32]) -> Result<Option<RequestRow>> {
    const FIND: &str =
        "SELECT fingerprint, created_at, answer FROM request_keys WHERE key_hash = $1";
    let key = key.as_slice();
    let found = match database {
        Database::Sqlite { readers, .. } => {
            ran!(Sqlite);
            let query = sqlx::query_as(FIND).bind(key);
            query.fetch_optional(readers).await
        }
        Database::Postgres(pool) => {
            ran!(Postgres);
            let query = sqlx::query_as(FIND).bind(key);
            query.fetch_optional(pool).await
        }
    };
    Ok(found?)
}

/// Keeps the answers to requests that were carried out: the hash of each key, and its answer as it
/// is to be stored.
///
/// # Errors
/// The database failed.
pub async fn answered(tx: &mut Tx, answers: &[([u8; 32], Vec<u8>)]) -> Result<()> {
    for chunk in crate::run::powers(answers) {
        on!(&mut *tx, conn => {
            let mut query = sqlx::QueryBuilder::new(
                "UPDATE request_keys SET answer = new.column2 FROM (",
            );
            query.push_values(chunk, |mut line, (key, answer)| {
                line.push_bind(key.as_slice()).push_bind(answer.as_slice());
            });
            query.push(") AS new WHERE key_hash = new.column1");
            query.build().execute(conn).await.map(drop)
        })
        .map_err(Error::from)?;
    }
    Ok(())
}

/// Forgets up to `most` keys that were claimed before `before`.
///
/// # Errors
/// The database failed.
pub async fn purge(tx: &mut Tx, before: Timestamp, most: i64) -> Result<u64> {
    execute!(
        tx,
        "DELETE FROM request_keys WHERE key_hash IN (
            SELECT key_hash FROM request_keys WHERE created_at < $1 ORDER BY created_at LIMIT $2)",
        before,
        most
    )
}
