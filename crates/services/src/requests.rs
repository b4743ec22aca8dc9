//! Forms and calls that are carried out once, however often they are sent.
//!
//! A form carries a key that was drawn with its page; a program may send one in the header
//! `Idempotency-Key`. The key is stored in the transaction of the change (`store::requests`), so
//! neither a crash nor a second server parts the two. The answer follows a moment later: it is
//! kept here until the background work stores it with others. One that was lost by a crash is the
//! only one that cannot be given again; that its request was carried out is known even then.

use crate::{Result, Services};
use maktab_domain::Span;
use maktab_store::requests as store;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How long a key is known.
pub(crate) const MEMORY: Span = Span::days(1);
/// How often, and how many times, the answer is asked for that another server is about to give.
const PAUSE: Duration = Duration::from_millis(50);
const PATIENCE: u32 = 40;

/// A request with a key. Cloning shares it.
#[derive(Debug, Clone)]
pub struct KeyedRequest(Arc<store::Request>);

/// The answer to a request, as it is given again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptAnswer {
    /// It leads to another page.
    Redirect {
        /// To which.
        location: String,
        /// The Set-Cookie lines that came with it, never one that signs in.
        cookies: Vec<String>,
    },
    /// The request answers for itself when it comes again, as one that signs in does.
    Itself,
}

/// What became of a request before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Before {
    /// Nothing: it is new.
    Nothing,
    /// It was carried out, and answered so.
    Answered(KeptAnswer),
    /// It was carried out; what was answered is not known.
    CarriedOut,
    /// Another one was carried out under its key.
    Other,
}

/// The answers that are not stored yet.
#[derive(Default)]
pub(crate) struct Answers(Mutex<HashMap<[u8; 32], KeptAnswer>>);

impl Answers {
    fn keep(&self, key: [u8; 32], answer: KeptAnswer) {
        let mut answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        answers.insert(key, answer);
    }

    fn get(&self, key: &[u8; 32]) -> Option<KeptAnswer> {
        let answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        answers.get(key).cloned()
    }

    fn all(&self) -> Vec<([u8; 32], KeptAnswer)> {
        let answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        answers.iter().map(|(k, a)| (*k, a.clone())).collect()
    }

    fn forget(&self, stored: &[([u8; 32], KeptAnswer)]) {
        let mut answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (key, _) in stored {
            answers.remove(key);
        }
    }
}

impl KeyedRequest {
    /// Whether a change that it asked for was committed.
    #[must_use]
    pub fn is_carried_out(&self) -> bool {
        self.0.is_claimed()
    }
}

impl Services {
    /// A request with this key; `content` is who sends what where, part by part.
    #[must_use]
    pub fn keyed_request<'a>(
        &self,
        key: &str,
        content: impl IntoIterator<Item = &'a [u8]>,
    ) -> KeyedRequest {
        let mut fingerprint = Sha256::new();
        for part in content {
            // The length in front, so that no part can pass for two.
            fingerprint.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            fingerprint.update(part);
        }
        let key = Sha256::digest(key.as_bytes()).into();
        let fingerprint = fingerprint.finalize().into();
        KeyedRequest(Arc::new(store::Request::new(key, fingerprint, self.now())))
    }

    /// A key for a form: 128 random bits as lower-case hexadecimal text.
    #[must_use]
    pub fn new_request_key(&self) -> String {
        let mut bytes = [0; 16];
        self.random().fill(&mut bytes);
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// What became of a request before. An answer that another server has not stored yet is
    /// waited for, for two seconds.
    ///
    /// # Errors
    /// The database failed.
    pub async fn request_before(&self, request: &KeyedRequest) -> Result<Before> {
        let (key, own) = (request.0.key(), request.0.fingerprint());
        for _ in 0..PATIENCE {
            let Some(row) = store::find(self.database(), key).await? else {
                return Ok(Before::Nothing);
            };
            if row.fingerprint != own {
                return Ok(Before::Other);
            }
            let known = self.inner.answers.get(&key);
            let known = known.or_else(|| Some(kept(row.location?, &row.cookies)));
            if let Some(answer) = known {
                return Ok(Before::Answered(answer));
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(Before::CarriedOut)
    }

    /// Does `work`, which carries a request out: the first change that it commits claims the key.
    pub async fn carry_out<F: Future>(&self, request: &KeyedRequest, work: F) -> F::Output {
        store::on_behalf(Arc::clone(&request.0), work).await
    }

    /// Keeps the answer to a request that was carried out, to be given again.
    pub fn keep_answer(&self, request: &KeyedRequest, answer: KeptAnswer) {
        self.inner.answers.keep(request.0.key(), answer);
        self.wake_background();
    }

    /// Stores the answers that were kept; how many.
    ///
    /// # Errors
    /// The database failed; they are kept for the next time.
    pub async fn store_answers(&self) -> Result<usize> {
        let answers = self.inner.answers.all();
        if answers.is_empty() {
            return Ok(0);
        }
        let mut tx = self.database().write().await?;
        for (key, answer) in &answers {
            let (location, cookies) = match answer {
                KeptAnswer::Redirect { location, cookies } => {
                    (location.as_str(), cookies.join("\n"))
                }
                KeptAnswer::Itself => ("", String::new()),
            };
            store::answered(&mut tx, *key, location, &cookies).await?;
        }
        tx.commit().await?;
        self.inner.answers.forget(&answers);
        Ok(answers.len())
    }
}

fn kept(location: String, cookies: &str) -> KeptAnswer {
    match location.is_empty() {
        true => KeptAnswer::Itself,
        false => KeptAnswer::Redirect {
            location,
            cookies: cookies.lines().map(str::to_owned).collect(),
        },
    }
}
