//! How many uploaded files are read at once: each takes its memory and a core.
//!
//! A page that reads a file can be asked for again and again, and what a thread has begun goes on
//! when whoever asked has left. So the right to read goes along onto that thread.

use crate::{Error, Result};
use maktab_tables::{Reading, Refusal, Table, read};
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};

/// How many are read at once.
const AT_ONCE: usize = 2;
/// How long one waits for one's turn: then the page says that it is too busy.
const PATIENCE: Duration = Duration::from_secs(4);

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// The right to hold a file in memory and to read it. To be had before the file is fetched.
pub(super) struct Turn {
    _place: SemaphorePermit<'static>,
}

impl Turn {
    /// Waits for one's turn. No transaction may be open meanwhile.
    ///
    /// # Errors
    /// [`Error::Busy`] where it does not come soon.
    pub async fn come() -> Result<Self> {
        match tokio::time::timeout(PATIENCE, TURNS.acquire()).await {
            Ok(Ok(place)) => Ok(Self { _place: place }),
            _ => Err(Error::Busy),
        }
    }

    /// Does what takes long on a thread for such work; the turn is over when it is done, even if
    /// nobody waits for it any more.
    pub async fn work<T: Send + 'static>(
        self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<(T, Self)> {
        let done = tokio::task::spawn_blocking(move || (work(), self)).await;
        done.map_err(|error| Error::Failed(error.to_string()))
    }

    /// Reads a file again.
    pub async fn read(
        self,
        content: Vec<u8>,
        how: Reading,
    ) -> Result<(Result<Table, Refusal>, Self)> {
        self.work(move || read(&content, &how)).await
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ChoicesForm, Uploaded};
    use super::*;
    use crate::testing::Fixture;
    use maktab_domain::Role;
    use maktab_locale::Locale;
    use std::sync::mpsc;

    const LIST: &[u8] = b"Name;E-mail;Country;Institution;Job title\n\
        Aziza Karimova;a@example.org;Uzbekistan;Border Service;Inspector\n";

    #[tokio::test]
    async fn whoever_finds_too_many_files_being_read_is_told_to_come_back() {
        for f in Fixture::each().await {
            f.add_event(&f.open_event("borders")).await;
            let actor = f.actor_with(Role::Coordinator, Some(f.eco)).await;
            let (s, actor) = (&f.services, &actor);
            let arrived = async || {
                let mut file = s.begin_import(actor, "borders").await.unwrap();
                file.push(LIST).unwrap();
                file
            };
            let upload = s.upload_import(actor, "borders", "a.csv", arrived().await);
            let kept = upload.await;
            let Uploaded::Kept(id) = kept.unwrap() else {
                unreachable!("a list that can be read");
            };
            let turns = [Turn::come().await.unwrap(), Turn::come().await.unwrap()];
            let (form, file) = (ChoicesForm::default(), arrived().await);
            let (upload, show, again, choose) = tokio::join!(
                s.upload_import(actor, "borders", "a.csv", file),
                s.import_columns(actor, "borders", id, Locale::En),
                s.reread_import(actor, "borders", id, "UTF-8", ""),
                s.choose_import(actor, "borders", id, &form),
            );
            let refused = [upload.err(), show.err(), again.err(), choose.err()];
            for error in refused {
                assert!(matches!(error, Some(Error::Busy)), "{error:?}");
            }
            drop(turns);
            let shown = s.import_columns(actor, "borders", id, Locale::En).await;
            assert_eq!(shown.unwrap().columns.len(), 5);
        }
    }

    #[tokio::test]
    async fn a_turn_lasts_as_long_as_the_work_and_not_only_as_whoever_asked() {
        let (let_go, held) = mpsc::channel::<()>();
        let (begun, has_begun) = tokio::sync::oneshot::channel();
        let turn = Turn::come().await.unwrap();
        let asked = tokio::spawn(turn.work(move || {
            let _begun = begun.send(());
            let _let_go = held.recv();
        }));
        has_begun.await.unwrap();
        asked.abort();
        assert!(asked.await.is_err_and(|error| error.is_cancelled()));
        assert_eq!(TURNS.available_permits(), AT_ONCE - 1);
        drop(let_go);
        let both = TURNS.acquire_many(2).await;
        assert_eq!(both.unwrap().num_permits(), 2);
    }
}
