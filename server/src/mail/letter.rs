//! A mail of the outbox as a message of the internet (RFC 5322).

use eyre::{Result, WrapErr};
use lettre::Message;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use maktab_services::background::OutgoingMail;
use std::time::{Duration, UNIX_EPOCH};

/// The message. Its id and date are those of the mail, at every attempt the same.
///
/// # Errors
/// An address that is none.
pub(super) fn letter(mail: &OutgoingMail) -> Result<Message> {
    let from: Mailbox = mail.from.parse().wrap_err("the sender")?;
    let to: Mailbox = mail.to.parse().wrap_err("the recipient")?;
    let id = format!("<{}@{}>", mail.id, from.email.domain());
    let written = Duration::from_millis(u64::try_from(mail.written.millis()).unwrap_or(0));
    let raw = |name, value: &str| HeaderValue::new(name, value.to_owned());
    let message = Message::builder()
        .from(from)
        .to(to)
        .subject(mail.subject.as_str())
        .date(UNIX_EPOCH + written)
        .message_id(Some(id))
        .raw_header(raw(
            HeaderName::new_from_ascii_str("Content-Language"),
            &mail.language,
        ))
        // No out-of-office answers (RFC 3834).
        .raw_header(raw(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated",
        ));
    let text = SinglePart::plain(mail.body.clone());
    let Some(calendar) = &mail.calendar else {
        return message.singlepart(text).wrap_err("the text");
    };
    let kind = ContentType::parse("text/calendar; charset=utf-8").wrap_err("the calendar")?;
    let calendar = Attachment::new("event.ics".to_owned()).body(calendar.clone(), kind);
    let parts = MultiPart::mixed().singlepart(text).singlepart(calendar);
    message.multipart(parts).wrap_err("the parts")
}
