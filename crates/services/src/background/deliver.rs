//! Mail leaves the outbox: on lease, after growing pauses, and given up at last.

use super::Done;
use super::transport::{MailFailure, MailTransport, OutgoingMail};
use crate::mail::holds_secret;
use crate::{Result, Services};
use maktab_domain::{Span, Timestamp};
use maktab_store::outbox;
use std::pin::pin;
use std::time::Duration;

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
const BATCH: i64 = 50;
/// How many of them are tried side by side: what is noted of them shares a commit.
const ABREAST: usize = 10;
/// For how long: more than the attempts at a batch can take.
const LEASE: Span = Span::minutes(10);
/// How long one attempt may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How much longer once the server is told to stop: less than the time that it then has.
const PARTING: Duration = Duration::from_secs(4);

impl Services {
    /// Sends what the outbox owes. Where the server is told to stop, what was taken on lease and
    /// not tried yet is given back at once, so that another server need not wait for it.
    pub(super) async fn deliver(
        &self,
        transport: &dyn MailTransport,
        done: &mut Done,
    ) -> Result<()> {
        while !self.is_stopping() {
            let now = self.now();
            let until = now + LEASE;
            let mut tx = self.database().write().await?;
            let batch = outbox::lease(&mut tx, now, until, BATCH).await?;
            tx.commit().await?;
            if batch.is_empty() {
                break;
            }
            let mut untried = batch.into_iter();
            while untried.len() > 0 {
                let now = untried.by_ref().take(ABREAST);
                let tried = now.map(|row| self.deliver_one(transport, row, until));
                let mut tried = pin!(futures_util::future::join_all(tried));
                // Both go on together: an attempt may hold what returning the others waits for.
                let outcomes = tokio::select! {
                    biased;
                    outcomes = &mut tried => outcomes,
                    returned = self.give_back_once_stopping(untried.as_slice(), until) => {
                        returned?;
                        untried = Vec::new().into_iter();
                        tried.await
                    }
                };
                let mut noted = Ok(());
                for outcome in outcomes {
                    match outcome {
                        Ok(tried) => done.count(tried),
                        Err(error) => noted = Err(error),
                    }
                }
                if noted.is_err() || self.is_stopping() {
                    let returned = self.give_back(untried.as_slice(), until).await;
                    return noted.and(returned);
                }
            }
        }
        Ok(())
    }

    async fn give_back_once_stopping(
        &self,
        untried: &[outbox::MailRow],
        until: Timestamp,
    ) -> Result<()> {
        self.stopping().await;
        self.give_back(untried, until).await
    }

    /// Returns the lease of mails that were not tried.
    async fn give_back(&self, untried: &[outbox::MailRow], until: Timestamp) -> Result<()> {
        if untried.is_empty() {
            return Ok(());
        }
        let mut tx = self.database().write().await?;
        for row in untried {
            outbox::give_back(&mut tx, row.id, until).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Waits as long as an attempt may take.
    async fn out_of_patience(&self) {
        let parting = async {
            self.stopping().await;
            tokio::time::sleep(PARTING).await;
        };
        tokio::select! {
            () = tokio::time::sleep(PATIENCE) => {}
            () = parting => {}
        }
    }

    async fn deliver_one(
        &self,
        transport: &dyn MailTransport,
        row: outbox::MailRow,
        until: Timestamp,
    ) -> Result<Tried> {
        let secret = holds_secret(&row.kind) && !self.settings().demo;
        let (id, attempts, good_until) = (row.id, row.attempts, row.secret_until);
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
        let sent = tokio::select! {
            biased;
            sent = transport.send(&mail) => sent,
            () = self.out_of_patience() => Err(MailFailure {
                text: "no answer in time".to_owned(),
                for_good: false,
            }),
        };
        let now = self.now();
        let mut tx = self.database().write().await?;
        let tried = match sent {
            Ok(()) => {
                outbox::sent(&mut tx, id, now, secret).await?;
                Tried::Sent
            }
            Err(failure) => match pause(attempts).filter(|_| !failure.for_good) {
                Some(pause) => {
                    tracing::warn!(mail = %id, attempts, failure = failure.text, "a mail waits");
                    let on_lease = (id, until);
                    outbox::failed(&mut tx, on_lease, now + pause, &failure.text).await?;
                    Tried::Failed
                }
                None => {
                    tracing::error!(mail = %id, attempts, failure = failure.text, "a mail is given up");
                    // While its links are good, an administrator can send it again.
                    let blank = secret && good_until.is_none_or(|until| until <= now);
                    let on_lease = (id, until);
                    outbox::dead(&mut tx, on_lease, now, &failure.text, blank).await?;
                    Tried::Dead
                }
            },
        };
        tx.commit().await?;
        Ok(tried)
    }
}

/// What became of one attempt.
enum Tried {
    Sent,
    Failed,
    Dead,
}

impl Done {
    const fn count(&mut self, tried: Tried) {
        match tried {
            Tried::Sent => self.sent += 1,
            Tried::Failed => self.failed += 1,
            Tried::Dead => self.dead += 1,
        }
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
