//! The outbox as administrators see it. The text of a mail is shown only where it holds no secret.

use crate::mail::holds_secret;
use crate::{Actor, Error, Result, Services};
use maktab_domain::{MailState, OutboxId, Span, Timestamp};
use maktab_store::Tx;
use maktab_store::outbox::administer as store;

pub use maktab_store::outbox::administer::Counts;

/// Mails on one page.
const LENGTH: usize = 50;

/// Which mails.
#[derive(Debug, Clone, Default)]
pub struct MailFilter {
    /// Those in this state.
    pub state: Option<MailState>,
    /// Those of this kind; all where it is empty.
    pub kind: String,
    /// Those to addresses that begin like this, as it is typed.
    pub address: String,
    /// The page, from 1.
    pub page: usize,
}

impl MailFilter {
    pub(super) fn row(&self) -> store::Filter {
        store::Filter {
            state: self.state,
            kind: self.kind.clone(),
            recipient: self.address.trim().to_lowercase(),
        }
    }
}

/// A mail of the list.
#[derive(Debug, Clone)]
pub struct Mail {
    /// Its id.
    pub id: OutboxId,
    /// What kind of mail it is.
    pub kind: String,
    /// To whom.
    pub to: String,
    /// Tag of its language.
    pub language: String,
    /// Its subject.
    pub subject: String,
    /// Where it stands.
    pub state: MailState,
    /// When it was written.
    pub written: Timestamp,
    /// When it leaves, or is tried again.
    pub due: Timestamp,
    /// How often it was tried.
    pub tried: i64,
    /// When it was handed on.
    pub sent: Option<Timestamp>,
    /// When it was given up.
    pub dead: Option<Timestamp>,
    /// When it was put aside.
    pub discarded: Option<Timestamp>,
    /// Why it was put aside.
    pub note: Option<String>,
    /// What the last attempt failed with.
    pub error: Option<String>,
}

/// One page of mails, the newest first.
#[derive(Debug, Clone)]
pub struct Mails {
    /// The mails.
    pub mails: Vec<Mail>,
    /// This page, from 1.
    pub page: usize,
    /// Whether there are more on the next page.
    pub has_more: bool,
    /// How many mails stand where, whatever was looked for.
    pub counts: Counts,
}

/// Whether a mail that was given up can be sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resendable {
    /// Yes.
    Yes,
    /// It was not given up.
    NotDead,
    /// Its link is no longer good, or its text is gone for that reason.
    Expired,
}

/// One mail.
#[derive(Debug, Clone)]
pub struct OneMail {
    /// What the list tells of it.
    pub mail: Mail,
    /// Its text, where it holds no secret.
    pub text: Option<String>,
    /// Until when the secret links of its text are good.
    pub secret_until: Option<Timestamp>,
    /// Who put it aside.
    pub discarded_by: Option<String>,
    /// Whether it can be sent again.
    pub resendable: Resendable,
}

impl Services {
    /// The mails of the outbox.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for anybody but administrators, or the database failed.
    pub async fn outbox(&self, actor: &Actor, filter: &MailFilter) -> Result<Mails> {
        actor.must_administer()?;
        let now = self.now();
        let page = filter.page.max(1);
        let part = store::Part {
            after: None,
            skip: count((page - 1).saturating_mul(LENGTH)),
            most: count(LENGTH) + 1,
        };
        let mut tx = self.database().read().await?;
        let mut rows = store::list(&mut tx, &filter.row(), now, part).await?;
        let has_more = rows.len() > LENGTH;
        rows.truncate(LENGTH);
        Ok(Mails {
            mails: rows.into_iter().map(mail).collect(),
            page,
            has_more,
            counts: self.mail_counts(&mut tx).await?,
        })
    }

    /// Up to `most` mails of the outbox whatever their page, the newest first, after the mail
    /// `after`: so that a file can be written of very many.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for anybody but administrators, or the database failed.
    pub async fn outbox_after(
        &self,
        actor: &Actor,
        filter: &MailFilter,
        after: Option<OutboxId>,
        most: usize,
    ) -> Result<Vec<Mail>> {
        actor.must_administer()?;
        let part = store::Part {
            after,
            skip: 0,
            most: count(most),
        };
        let mut tx = self.database().read().await?;
        let rows = store::list(&mut tx, &filter.row(), self.now(), part).await?;
        Ok(rows.into_iter().map(mail).collect())
    }

    pub(super) async fn mail_counts(&self, tx: &mut Tx) -> Result<Counts> {
        let now = self.now();
        Ok(store::counts(tx, now, now - Span::days(1)).await?)
    }

    /// One mail of the outbox. That its text was shown is noted in the audit log.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none; [`Error::Forbidden`] for anybody but
    /// administrators, or the database failed.
    pub async fn outbox_mail(&self, actor: &Actor, id: OutboxId) -> Result<OneMail> {
        actor.must_administer()?;
        let now = self.now();
        let mut tx = self.database().read().await?;
        let row = store::whole(&mut tx, id, now).await?;
        let row = row.ok_or(Error::NotFound)?;
        drop(tx);
        let is_secret = holds_secret(&row.listed.kind);
        if !is_secret && !row.body.is_empty() {
            let mut tx = self.database().write().await?;
            let detail = serde_json::json!({ "kind": row.listed.kind });
            self.record(&mut tx, Some(actor.account), "mail.read", id.0, &detail)
                .await?;
            tx.commit().await?;
        }
        let resendable = if row.listed.dead_at.is_none() {
            Resendable::NotDead
        } else if row.body.is_empty() || row.secret_until.is_some_and(|until| until <= now) {
            Resendable::Expired
        } else {
            Resendable::Yes
        };
        Ok(OneMail {
            text: (!is_secret).then_some(row.body),
            secret_until: row.secret_until,
            discarded_by: row.discarded_by_name,
            resendable,
            mail: mail(row.listed),
        })
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn mail(row: store::ListedRow) -> Mail {
    Mail {
        id: row.id,
        kind: row.kind,
        to: row.recipient,
        language: row.language,
        subject: row.subject,
        state: row.state,
        written: row.created_at,
        due: row.due_at,
        tried: row.tried,
        sent: row.sent_at,
        dead: row.dead_at,
        discarded: row.discarded_at,
        note: row.note,
        error: row.last_error,
    }
}
