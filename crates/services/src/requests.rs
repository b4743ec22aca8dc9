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

use crate::background::Part;
use crate::{Error, Result, Services};
use maktab_domain::Span;
use maktab_store::requests as store;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use tokio::sync::OwnedMutexGuard;

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
    /// It was carried out, and answered so.
    Answered(KeptAnswer),
    /// It was carried out; what was answered is not known.
    CarriedOut,
    /// Another one was carried out under its key.
    Other,
}

/// What came of a request.
#[derive(Debug)]
pub enum Carried<T> {
    /// It was tried now, and came to this.
    Now(T),
    /// It was carried out before, or another one under its key.
    Before(Before),
}

/// Who carries out a request in this process: one that comes again waits for the first to end, and
/// is answered as that was. By the hashes of their keys.
#[derive(Clone, Default)]
pub(crate) struct UnderWay(Arc<Mutex<HashMap<[u8; 32], Weak<OneAtATime>>>>);

type OneAtATime = tokio::sync::Mutex<()>;

impl UnderWay {
    fn lock(&self) -> MutexGuard<'_, HashMap<[u8; 32], Weak<OneAtATime>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the turn of a request.
    async fn turn(&self, key: [u8; 32]) -> Turn {
        let own = {
            let mut all = self.lock();
            let under_way = all.get(&key).and_then(Weak::upgrade);
            under_way.unwrap_or_else(|| {
                let own = Arc::default();
                all.insert(key, Arc::downgrade(&own));
                own
            })
        };
        let mut turn = Turn {
            under_way: self.clone(),
            key,
            own: Some(Arc::clone(&own)),
            held: None,
        };
        turn.held = Some(own.lock_owned().await);
        turn
    }
}

/// The turn of a request, or the wait for it; it ends when this is dropped.
struct Turn {
    under_way: UnderWay,
    key: [u8; 32],
    own: Option<Arc<OneAtATime>>,
    held: Option<OwnedMutexGuard<()>>,
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut all = self.under_way.lock();
        (self.held, self.own) = (None, None);
        if all
            .get(&self.key)
            .is_some_and(|own| own.strong_count() == 0)
        {
            all.remove(&self.key);
        }
    }
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

    /// What became of a request before; `None` where it is new. An answer that another server has not stored yet is
    /// waited for, for two seconds.
    ///
    /// # Errors
    /// The database failed.
    async fn request_before(&self, request: &KeyedRequest) -> Result<Option<Before>> {
        let (key, own) = (request.request.key(), request.request.fingerprint());
        for _ in 0..PATIENCE {
            let Some(row) = store::find(self.database(), key).await? else {
                return Ok(None);
            };
            if row.fingerprint != own {
                return Ok(Some(Before::Other));
            }
            let known = self.inner.answers.lock().get(&key).cloned();
            if let Some(answer) = known.or(row.answer) {
                // What cannot be opened is as good as lost.
                let answer = request.seal.open(&answer);
                return Ok(Some(answer.map_or(Before::CarriedOut, Before::Answered)));
            }
            if row.created_at + GIVEN_WITHIN < self.now() {
                break;
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(Some(Before::CarriedOut))
    }

    /// Does `work`, which carries a request out, where nobody has before: the first change that it
    /// commits claims the key. What it comes to is kept then, as `answer` says, to be given again.
    /// It goes on where nobody waits for it any more: whoever has lost the connection sends the
    /// form again, and wants the answer then.
    ///
    /// # Errors
    /// The database failed, or the program is ending.
    pub async fn once<T: Send + 'static>(
        &self,
        request: &KeyedRequest,
        work: impl Future<Output = T> + Send + 'static,
        answer: impl FnOnce(&T) -> KeptAnswer + Send + 'static,
    ) -> Result<Carried<T>> {
        let turn = self.inner.under_way.turn(request.request.key()).await;
        if let Some(before) = self.request_before(request).await? {
            return Ok(Carried::Before(before));
        }
        let (services, own) = (self.clone(), request.clone());
        let carried = tokio::spawn(async move {
            let _turn = turn;
            let done = store::on_behalf(Arc::clone(&own.request), work).await;
            if own.request.is_claimed() {
                services.keep_answer(&own, &answer(&done));
            }
            done
        });
        let done = match carried.await {
            Ok(done) => done,
            Err(stopped) => match stopped.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(stopped) => return Err(Error::Failed(stopped.to_string())),
            },
        };
        if request.request.is_claimed() {
            return Ok(Carried::Now(done));
        }
        // It may have been refused because its twin was quicker on another server.
        let before = self.request_before(request).await?;
        Ok(before.map_or(Carried::Now(done), Carried::Before))
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
        self.wake(Part::Answers);
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

#[cfg(test)]
mod tests {
    use super::UnderWay;
    use futures_util::FutureExt;
    use std::pin::pin;

    #[tokio::test]
    async fn a_turn_that_ends_leaves_nothing_behind() {
        let under_way = UnderWay::default();
        let first = under_way.turn([1; 32]).await;
        let other = under_way.turn([2; 32]).await;
        {
            let mut gone = pin!(under_way.turn([1; 32]));
            assert!(gone.as_mut().now_or_never().is_none());
        }
        let mut second = pin!(under_way.turn([1; 32]));
        assert!(second.as_mut().now_or_never().is_none());
        drop(first);
        let second = second.await;
        assert_eq!(under_way.lock().len(), 2);
        drop((second, other));
        assert!(under_way.lock().is_empty());
    }
}
