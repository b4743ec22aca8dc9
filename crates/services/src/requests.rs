//! Forms and calls that are carried out once, however often they are sent.
//!
//! A form carries a key that was drawn with its page; a program may send one in the header
//! `Idempotency-Key`. The key is stored in the transaction of the change (`store::requests`), so
//! neither a crash nor a second server parts the two. The answer follows a moment later: it is
//! kept here until the background work stores it with others. One that was lost by a crash is the
//! only one that cannot be given again; that its request was carried out is known even then.
//!
//! What is stored tells nothing to whoever reads the database or a backup of it: the fingerprint is
//! taken together with the key, so that no password can be tried on it, and the answer, which may
//! lead to a page with a secret in its address, is sealed under the key.

mod seal;

use crate::{Error, Result, Services};
use maktab_domain::Span;
use maktab_store::requests as store;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long a key is known.
pub(crate) const MEMORY: Span = Span::days(1);
/// How often, and how many times, the answer is asked for that another server is about to give.
const PAUSE: Duration = Duration::from_millis(50);
const PATIENCE: u32 = 40;
/// After so long nobody is about to give an answer that is not known yet.
const GIVEN_WITHIN: Span = Span::minutes(1);

/// A request with a key. Cloning shares it.
#[derive(Debug, Clone)]
pub struct KeyedRequest {
    request: Arc<store::Request>,
    seal: seal::Key,
}

/// The answer to a request, as it is given again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// The answers that are not stored yet, sealed: by the hashes of their keys.
#[derive(Default)]
pub(crate) struct Answers(Mutex<HashMap<[u8; 32], Vec<u8>>>);

impl Answers {
    fn lock(&self) -> MutexGuard<'_, HashMap<[u8; 32], Vec<u8>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn all(&self) -> Vec<([u8; 32], Vec<u8>)> {
        let answers = self.lock();
        answers.iter().map(|(k, a)| (*k, a.clone())).collect()
    }

    fn forget(&self, stored: &[([u8; 32], Vec<u8>)]) {
        let mut answers = self.lock();
        for (key, _) in stored {
            answers.remove(key);
        }
    }
}

impl KeyedRequest {
    /// Whether a change that it asked for was committed.
    #[must_use]
    pub fn is_carried_out(&self) -> bool {
        self.request.is_claimed()
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
        let mut add = |part: &[u8]| {
            // The length in front, so that no part can pass for two.
            fingerprint.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            fingerprint.update(part);
        };
        add(key.as_bytes());
        content.into_iter().for_each(add);
        let hash = Sha256::digest(key.as_bytes()).into();
        let fingerprint = fingerprint.finalize().into();
        KeyedRequest {
            request: Arc::new(store::Request::new(hash, fingerprint, self.now())),
            seal: seal::Key::of(key),
        }
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
        let (key, own) = (request.request.key(), request.request.fingerprint());
        for _ in 0..PATIENCE {
            let Some(row) = store::find(self.database(), key).await? else {
                return Ok(Before::Nothing);
            };
            if row.fingerprint != own {
                return Ok(Before::Other);
            }
            let known = self.inner.answers.lock().get(&key).cloned();
            if let Some(answer) = known.or(row.answer) {
                // What cannot be opened is as good as lost.
                let answer = request.seal.open(&answer);
                return Ok(answer.map_or(Before::CarriedOut, Before::Answered));
            }
            if row.created_at + GIVEN_WITHIN < self.now() {
                break;
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(Before::CarriedOut)
    }

    /// What became of a request that was refused just now: as [`Services::request_before`], once
    /// the changes are settled that were under way, its own by another way among them.
    ///
    /// # Errors
    /// The database failed.
    pub async fn request_settled(&self, request: &KeyedRequest) -> Result<Before> {
        store::settle(self.database()).await?;
        self.request_before(request).await
    }

    /// Does `work`, which carries a request out: the first change that it commits claims the key.
    /// What it comes to is kept then, as `answer` says, to be given again. It goes on where nobody
    /// waits for it any more: whoever has lost the connection sends the form again, and wants the
    /// answer then.
    ///
    /// # Errors
    /// The program is ending.
    pub async fn carry_out<T: Send + 'static>(
        &self,
        request: &KeyedRequest,
        work: impl Future<Output = T> + Send + 'static,
        answer: impl FnOnce(&T) -> KeptAnswer + Send + 'static,
    ) -> Result<T> {
        let (services, request) = (self.clone(), request.clone());
        let carried = tokio::spawn(async move {
            let done = store::on_behalf(Arc::clone(&request.request), work).await;
            if request.is_carried_out() {
                services.keep_answer(&request, &answer(&done));
            }
            done
        });
        match carried.await {
            Ok(done) => Ok(done),
            Err(stopped) => match stopped.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(stopped) => Err(Error::Failed(stopped.to_string())),
            },
        }
    }

    /// Keeps the answer to a request that was carried out, to be given again.
    fn keep_answer(&self, request: &KeyedRequest, answer: &KeptAnswer) {
        let mut nonce = seal::Nonce::default();
        self.random().fill(&mut nonce);
        // One that cannot be sealed is as good as lost.
        if let Some(sealed) = request.seal.close(answer, nonce) {
            let mut answers = self.inner.answers.lock();
            answers.insert(request.request.key(), sealed);
        }
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
        store::answered(&mut tx, &answers).await?;
        tx.commit().await?;
        self.inner.answers.forget(&answers);
        Ok(answers.len())
    }
}
