//! What is done with mails that could not be sent: they are tried again, or put aside.

use super::MailFilter;
use crate::{Actor, Error, FieldErrors, Result, Services};
use maktab_domain::{AccountId, Invalid, OutboxId, Paragraphs};
use maktab_locale::msg;
use maktab_store::Tx;
use maktab_store::outbox::administer as store;
use uuid::Uuid;

/// How many mails are put back into the outbox in one transaction.
const BATCH: i64 = 200;
/// The most characters of a note.
const LONGEST_NOTE: usize = 500;

/// What became of mails that were to be sent again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Resent {
    /// So many are tried again.
    pub done: usize,
    /// So many cannot be: their links have expired, or somebody else was faster.
    pub refused: usize,
}

impl Services {
    /// Lets mails that were given up be tried again.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for anybody but administrators, or the database failed.
    pub async fn resend_mails(&self, actor: &Actor, ids: &[OutboxId]) -> Result<Resent> {
        actor.must_administer()?;
        let mut resent = Resent::default();
        let mut tx = self.database().write().await?;
        for &id in ids {
            if self.resend(&mut tx, actor.account, id).await? {
                resent.done += 1;
            } else {
                resent.refused += 1;
            }
        }
        tx.commit().await?;
        self.wake_background();
        Ok(resent)
    }

    /// Lets all mails that were given up be tried again, of those that are looked for.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for anybody but administrators, or the database failed.
    pub async fn resend_all_mails(&self, actor: &Actor, filter: &MailFilter) -> Result<Resent> {
        actor.must_administer()?;
        let filter = filter.row();
        let mut resent = Resent::default();
        let mut after = OutboxId(Uuid::nil());
        loop {
            let mut tx = self.database().write().await?;
            let ids = store::dead_with_text(&mut tx, &filter, after, BATCH).await?;
            let Some(&last) = ids.last() else {
                break;
            };
            after = last;
            for id in ids {
                if self.resend(&mut tx, actor.account, id).await? {
                    resent.done += 1;
                } else {
                    resent.refused += 1;
                }
            }
            tx.commit().await?;
        }
        self.wake_background();
        Ok(resent)
    }

    async fn resend(&self, tx: &mut Tx, by: AccountId, id: OutboxId) -> Result<bool> {
        if !store::resend(tx, id, self.now()).await? {
            return Ok(false);
        }
        self.note_mail(tx, by, "mail.resent", id, None).await?;
        Ok(true)
    }

    /// Puts mails aside that were given up, with a note why; how many.
    ///
    /// # Errors
    /// [`Error::Refused`] for the note; [`Error::Forbidden`] for anybody but administrators, or
    /// the database failed.
    pub async fn discard_mails(
        &self,
        actor: &Actor,
        ids: &[OutboxId],
        note: &str,
    ) -> Result<usize> {
        actor.must_administer()?;
        let note = Paragraphs::parse(note).map_err(|why| FieldErrors::of("note", why))?;
        if note.as_str().chars().count() > LONGEST_NOTE {
            return Err(FieldErrors::of("note", Invalid::TooLong).into());
        }
        let note = note.as_str();
        let mut discarded = 0;
        let mut tx = self.database().write().await?;
        for &id in ids {
            if store::discard(&mut tx, id, actor.account, note, self.now()).await? {
                self.note_mail(&mut tx, actor.account, "mail.discarded", id, Some(note))
                    .await?;
                discarded += 1;
            }
        }
        tx.commit().await?;
        Ok(discarded)
    }

    /// Takes a mail back to those that wait for an administrator.
    ///
    /// # Errors
    /// [`Error::NotNow`] where it was not put aside; [`Error::Forbidden`] for anybody but
    /// administrators, or the database failed.
    pub async fn undo_discarding(&self, actor: &Actor, id: OutboxId) -> Result<()> {
        actor.must_administer()?;
        let mut tx = self.database().write().await?;
        if !store::undiscard(&mut tx, id).await? {
            return Err(Error::NotNow(msg!("admin-mail-not-discarded")));
        }
        self.note_mail(&mut tx, actor.account, "mail.taken-back", id, None)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    async fn note_mail(
        &self,
        tx: &mut Tx,
        by: AccountId,
        action: &str,
        id: OutboxId,
        note: Option<&str>,
    ) -> Result<()> {
        let detail = serde_json::json!({ "note": note });
        self.record(tx, Some(by), action, id.0, &detail).await
    }
}
