//! Mail: how a letter is put together and owed to the world.
//!
//! A letter is written into the outbox in the transaction of the change that it
//! tells of; [`crate::background`] hands it on. Its links come from the public
//! address of the settings and from nothing else.

mod event;
mod letters;
mod places;
mod reminders;

pub(crate) use event::EventFacts;
pub(crate) use letters::{
    Awaits, already_registered, applied, cancelled, confirm_registration, password_changed,
    registered, sign_in, sign_in_unknown,
};
pub(crate) use places::{
    Invited, OfferWords, invited, listed, nominated, nomination_withdrawn, offer_ended, offered,
    waitlisted,
};
pub(crate) use reminders::{
    confirm_reminder, decision_reminder, event_reminder, offer_reminder, waiting_list_ended,
};

use crate::{Result, Services};
use maktab_domain::{EmailAddress, MailKind, OutboxId, Timestamp};
use maktab_locale::{Locale, t};
use maktab_store::{Tx, outbox};
use std::borrow::Borrow;

/// Whether the text of a mail of this kind holds a secret. One of a kind that this version does
/// not know may.
pub(crate) fn holds_secret(kind: &str) -> bool {
    kind.parse().map_or(true, MailKind::holds_secret)
}

/// A letter before it is put into the outbox.
pub(crate) struct Letter {
    /// What kind of letter it is, by a stable code.
    pub kind: &'static str,
    /// To whom.
    pub to: EmailAddress,
    /// In which language.
    pub locale: Locale,
    /// What it is about.
    pub subject: String,
    /// Its text; an empty line is put between them.
    pub paragraphs: Vec<String>,
    /// What is attached for calendars (RFC 5545).
    pub calendar: Option<String>,
    /// Until when its links are good, where they are secret.
    pub secret_until: Option<Timestamp>,
}

impl Letter {
    /// Says until when its secret links are good.
    pub fn secret_until(mut self, until: Timestamp) -> Self {
        self.secret_until = Some(until);
        self
    }

    /// Adds a paragraph.
    pub fn say(mut self, paragraph: String) -> Self {
        self.paragraphs.push(paragraph);
        self
    }

    fn body(&self, address: &str) -> String {
        let signature = format!("{}\n{address}\n", t!(self.locale, "mail-signature"));
        let mut body = String::new();
        for paragraph in &self.paragraphs {
            body.push_str(paragraph);
            body.push_str("\n\n");
        }
        body.push_str(&signature);
        body.retain(|c| c != '\r');
        body
    }
}

/// A letter that greets nobody yet and says nothing.
pub(crate) fn letter(
    kind: &'static str,
    to: &EmailAddress,
    locale: Locale,
    subject: String,
) -> Letter {
    Letter {
        kind,
        to: to.clone(),
        locale,
        subject,
        paragraphs: Vec::new(),
        calendar: None,
        secret_until: None,
    }
}

/// The language to write in to a person whose language has this tag.
pub(crate) fn language(tag: &str) -> Locale {
    Locale::from_tag(tag).unwrap_or_else(|| Locale::negotiate(tag))
}

/// One line without control characters: a line break in a subject could begin another header.
fn one_line(text: &str) -> String {
    let clean: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Services {
    /// Puts a letter into the outbox. After the commit comes [`Services::wake_background`].
    pub(crate) async fn post(&self, tx: &mut Tx, letter: &Letter) -> Result<OutboxId> {
        self.post_at(tx, letter, self.now()).await
    }

    /// Puts letters into the outbox.
    pub(crate) async fn post_many(&self, tx: &mut Tx, letters: &[Letter]) -> Result<()> {
        let letters = letters.iter().map(|letter| (self.new_id(OutboxId), letter));
        let letters: Vec<_> = letters.collect();
        self.put_mails(tx, &letters, self.now()).await
    }

    /// Puts letters with these ids into the outbox.
    pub(crate) async fn put_mails<L: Borrow<Letter>>(
        &self,
        tx: &mut Tx,
        letters: &[(OutboxId, L)],
        due: Timestamp,
    ) -> Result<()> {
        let letters = letters.iter().map(|(id, letter)| (*id, letter.borrow()));
        let texts = letters.clone().map(|(_, letter)| self.texts(letter));
        let texts: Vec<_> = texts.collect();
        let mails = letters
            .zip(&texts)
            .map(|((id, letter), texts)| self.mail(id, letter, texts, due));
        let mails: Vec<_> = mails.collect();
        Ok(outbox::insert_many(tx, &mails).await?)
    }

    /// Puts a letter into the outbox that leaves at `due`, and can be taken back until then.
    pub(crate) async fn post_at(
        &self,
        tx: &mut Tx,
        letter: &Letter,
        due: Timestamp,
    ) -> Result<OutboxId> {
        let id = self.new_id(OutboxId);
        self.put_mail(tx, id, letter, due).await?;
        Ok(id)
    }

    /// Puts a letter with this id into the outbox.
    pub(crate) async fn put_mail(
        &self,
        tx: &mut Tx,
        id: OutboxId,
        letter: &Letter,
        due: Timestamp,
    ) -> Result<()> {
        let texts = self.texts(letter);
        Ok(outbox::insert(tx, &self.mail(id, letter, &texts, due)).await?)
    }

    /// What a letter is about, and its text.
    fn texts(&self, letter: &Letter) -> (String, String) {
        let address = self.settings().public_address.as_str();
        (one_line(&letter.subject), letter.body(address))
    }

    /// A letter as it lies in the outbox.
    fn mail<'a>(
        &self,
        id: OutboxId,
        letter: &'a Letter,
        (subject, body): &'a (String, String),
        due: Timestamp,
    ) -> outbox::NewMail<'a> {
        debug_assert!(
            letter.kind.parse::<MailKind>().is_ok(),
            "{} is no kind of mail",
            letter.kind
        );
        debug_assert!(
            holds_secret(letter.kind) == letter.secret_until.is_some(),
            "{} says nothing of its secret",
            letter.kind
        );
        outbox::NewMail {
            id,
            kind: letter.kind,
            recipient: letter.to.as_str(),
            language: letter.locale.tag(),
            subject,
            body,
            calendar: letter.calendar.as_deref(),
            now: self.now().min(due),
            due,
            secret_until: letter.secret_until,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_one_line_whatever_is_in_it() {
        assert_eq!(
            one_line("Hello\r\nBcc: all@example.org\u{0}!"),
            "Hello Bcc: all@example.org !"
        );
    }

    #[test]
    fn a_body_has_no_carriage_return() -> std::result::Result<(), maktab_domain::Invalid> {
        let to = EmailAddress::parse("a@example.org")?;
        let letter = letter("test", &to, Locale::En, String::new()).say("a\r\nb".to_owned());
        assert!(!letter.body("https://maktab.example").contains('\r'));
        Ok(())
    }

    #[test]
    fn a_language_without_an_interface_gets_the_one_that_stands_in() {
        assert_eq!(language("fa"), Locale::Fa);
        assert_eq!(language("prs"), Locale::Fa);
        assert_eq!(language("kk"), Locale::Ru);
        assert_eq!(language("??"), Locale::En);
    }
}
