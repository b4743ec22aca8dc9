//! How mail is handed on, whatever takes it.

use maktab_domain::{OutboxId, Timestamp};
use std::future::Future;
use std::pin::Pin;

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
