//! Work that is due without anybody asking: mail, holds that run out, rows to forget.
//!
//! Its orders stand in the database, each taken on lease or changed by a guarded
//! statement, so that a process that dies loses none and two processes do none
//! twice. The server calls [`Services::run_due`] whenever something wakes it and
//! every few seconds besides.

use crate::mail::{self, holds_secret};
use crate::registration::with_titles;
use crate::{Error, Result, Services};
use maktab_domain::{OutboxId, RegistrationEvent, RegistrationState, Span, Timestamp};
use maktab_store::registrations::RegistrationRow;
use maktab_store::{accounts, attempts, imports, invitations, links, outbox, registrations, seats};
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// A mail on its way out.
#[derive(Debug, Clone)]
pub struct OutgoingMail {
    /// Its id; the same at every attempt, so fit for a Message-ID.
    pub id: OutboxId,
    /// The sender, `Name <address>`.
    pub from: String,
    /// The address.
    pub to: String,
    /// Tag of its language.
    pub language: String,
    /// Its subject: one line.
    pub subject: String,
    /// Its text: lines parted by `\n`.
    pub body: String,
    /// What to attach as `text/calendar` (RFC 5545).
    pub calendar: Option<String>,
    /// When the change that owes it was made.
    pub written: Timestamp,
}

/// Why a mail was not handed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailFailure {
    /// What the other side said; for the log and for administrators.
    pub text: String,
    /// Whether there is no use in trying again.
    pub for_good: bool,
}

/// The future of one attempt.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<(), MailFailure>> + Send + 'a>>;

/// Hands mail on.
pub trait MailTransport: Send + Sync {
    /// Hands one mail on; success means that somebody else is now responsible for it.
    fn send<'a>(&'a self, mail: &'a OutgoingMail) -> Sending<'a>;
}

/// The demonstration's transport: nothing leaves, the outbox keeps it to be read.
#[derive(Debug, Clone, Copy, Default)]
pub struct KeptMail;

impl MailTransport for KeptMail {
    fn send<'a>(&'a self, _: &'a OutgoingMail) -> Sending<'a> {
        Box::pin(std::future::ready(Ok(())))
    }
}

/// What one round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Done {
    /// Mails handed on.
    pub sent: u64,
    /// Mails that failed and will be tried again.
    pub failed: u64,
    /// Mails that were given up.
    pub dead: u64,
    /// Seats freed because nobody confirmed in time.
    pub freed: u64,
    /// Expired links, sign-ins and counts that were deleted.
    pub purged: u64,
    /// Certificates that issue runs were about.
    pub issued: u64,
}

/// How long to wait after the first, second, … failed attempt; after the last one a mail is dead.
const PAUSES: [Span; 7] = [
    Span::minutes(1),
    Span::minutes(5),
    Span::minutes(30),
    Span::hours(2),
    Span::hours(6),
    Span::hours(12),
    Span::hours(24),
];
/// How many mails are taken on lease at once.
const BATCH: i64 = 10;
/// For how long: more than [`BATCH`] attempts can take.
const LEASE: Span = Span::minutes(10);
/// How long one attempt may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How many holds are looked up at once.
const HOLDS: i64 = 100;
/// How long a link is known after it expired, so that its page can say what to do next.
const LINK_MEMORY: Span = Span::days(30);

impl Services {
    /// Does everything that is due. The parts go on side by side: neither a mail server that
    /// does not answer nor a part that fails keeps the others from running.
    ///
    /// # Errors
    /// The first failure, after all parts have run.
    pub async fn run_due(&self, transport: &dyn MailTransport) -> Result<Done> {
        let mut done = Done::default();
        let short = async { (self.end_holds().await, self.purge().await) };
        let (mailed, issued, (freed, purged)) = tokio::join!(
            Box::pin(self.deliver(transport, &mut done)),
            Box::pin(self.work_issue_runs()),
            Box::pin(short)
        );
        mailed?;
        done.issued = issued?;
        done.freed = freed?;
        done.purged = purged?;
        Ok(done)
    }

    /// Sends what the outbox owes.
    async fn deliver(&self, transport: &dyn MailTransport, done: &mut Done) -> Result<()> {
        loop {
            let now = self.now();
            let mut tx = self.database().write().await?;
            let batch = outbox::lease(&mut tx, now, now + LEASE, BATCH).await?;
            tx.commit().await?;
            if batch.is_empty() {
                return Ok(());
            }
            for row in batch {
                self.deliver_one(transport, row, done).await?;
            }
        }
    }

    async fn deliver_one(
        &self,
        transport: &dyn MailTransport,
        row: outbox::MailRow,
        done: &mut Done,
    ) -> Result<()> {
        let secret = holds_secret(&row.kind) && !self.settings().demo;
        let (id, attempts) = (row.id, row.attempts);
        let mail = OutgoingMail {
            id,
            from: self.settings().mail_from.clone(),
            to: row.recipient,
            language: row.language,
            subject: row.subject,
            body: row.body,
            calendar: row.calendar,
            written: row.created_at,
        };
        let sent = tokio::time::timeout(PATIENCE, transport.send(&mail)).await;
        let sent = sent.unwrap_or_else(|_| {
            Err(MailFailure {
                text: "no answer in time".to_owned(),
                for_good: false,
            })
        });
        let now = self.now();
        let mut tx = self.database().write().await?;
        match sent {
            Ok(()) => {
                outbox::sent(&mut tx, id, now, secret).await?;
                done.sent += 1;
            }
            Err(failure) => match pause(attempts).filter(|_| !failure.for_good) {
                Some(pause) => {
                    tracing::warn!(mail = %id, attempts, failure = failure.text, "a mail waits");
                    outbox::failed(&mut tx, id, now + pause, &failure.text).await?;
                    done.failed += 1;
                }
                None => {
                    tracing::error!(mail = %id, attempts, failure = failure.text, "a mail is given up");
                    outbox::dead(&mut tx, id, now, &failure.text, secret).await?;
                    done.dead += 1;
                }
            },
        }
        Ok(tx.commit().await?)
    }

    /// Ends the holds whose time has run out, and frees their seats.
    async fn end_holds(&self) -> Result<u64> {
        let mut freed = 0;
        loop {
            let run_out = {
                let mut tx = self.database().read().await?;
                registrations::run_out(&mut tx, self.now(), HOLDS).await?
            };
            if run_out.is_empty() {
                return Ok(freed);
            }
            for row in &run_out {
                freed += u64::from(self.end_hold(row).await?);
            }
        }
    }

    async fn end_hold(&self, row: &RegistrationRow) -> Result<bool> {
        if row.state.after(RegistrationEvent::DeadlinePassed).is_none() {
            return Err(Error::Failed(format!(
                "registration {} has no deadline",
                row.id
            )));
        }
        let (now, by) = (self.now(), registrations::EndedBy::Deadline);
        let mut tx = self.database().write().await?;
        // The event's row comes first, as in registering, so that neither waits for the other.
        seats::hold_still(&mut tx, row.event_id).await?;
        if !registrations::cancel(&mut tx, row.id, row.state, by, now).await? {
            // Somebody confirmed in this very moment; the seat stays taken.
            return Ok(false);
        }
        let nothing = serde_json::json!({});
        self.record(&mut tx, None, "registration.run-out", row.id.0, &nothing)
            .await?;
        if row.state == RegistrationState::Offered {
            let event = registrations::event_by_id(&mut tx, row.event_id).await?;
            let facts = with_titles(&mut tx, event.ok_or(Error::NotFound)?).await?;
            let to = crate::accounts::address(&row.email)?;
            let locale = mail::language(&row.details.language);
            let name = &row.details.name_latin;
            let address = &self.settings().public_address;
            let letter = mail::offer_ended(&to, locale, name, &facts, address);
            self.post(&mut tx, &letter).await?;
        }
        if let Some(invitation) = row.invitation_id {
            invitations::give_back(&mut tx, invitation).await?;
        }
        if row.holds_seat() {
            self.release(&mut tx, &row.claim()).await?;
        }
        tx.commit().await?;
        Ok(true)
    }

    /// Forgets what has expired.
    async fn purge(&self) -> Result<u64> {
        let now = self.now();
        let mut tx = self.database().write().await?;
        let purged = links::purge(&mut tx, now - LINK_MEMORY).await?
            + accounts::purge_sign_ins(&mut tx, now).await?
            + attempts::purge(&mut tx, now).await?
            + imports::purge(&mut tx, now).await?;
        tx.commit().await?;
        Ok(purged)
    }
}

/// How long to wait after this many attempts; `None` where it is time to give up.
fn pause(attempts: i64) -> Option<Span> {
    let place = usize::try_from(attempts - 1).ok()?;
    PAUSES.get(place).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_end() {
        let pauses: Vec<_> = (1..=8).map(pause).collect();
        assert_eq!(pauses[0], Some(Span::minutes(1)));
        assert!(pauses[..7].windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(pauses[7], None);
    }
}
