//! What holders are told by mail: that a certificate is ready, that it was revoked.

use super::draft::Draft;
use crate::eligible::EventFile;
use crate::mail::{Letter, language, letter};
use crate::{Error, PublicAddress, Result};
use maktab_domain::{EmailAddress, Texts};
use maktab_locale::{Locale, t};

fn recipient(address: &str) -> Result<EmailAddress> {
    let unreadable = |_| Error::Failed("an unreadable address".to_owned());
    EmailAddress::parse(address).map_err(unreadable)
}

fn verify_link(locale: Locale, number: &str, address: &PublicAddress) -> String {
    address.link(&format!("/{}/verify/{number}", locale.tag()))
}

/// Says that a certificate is ready, where to download it and where anybody can verify it.
pub(super) fn ready(draft: &Draft, file: &EventFile, address: &PublicAddress) -> Result<Letter> {
    let to = recipient(&draft.person.email)?;
    let locale = language(&draft.person.language);
    let number = draft.facts.number.as_str();
    let title = file.titles.best(locale.tag()).1;
    let kind = file.event.certificate_kind;
    let kind = locale.text(&format!("kind-certificate-{kind}"));
    let own = address.link(&format!("/{}/my", locale.tag()));
    let verify = verify_link(locale, number, address);
    let subject = t!(locale, "certificate-mail-ready-subject", title = title);
    Ok(letter("certificate-ready", &to, locale, subject)
        .say(t!(
            locale,
            "mail-greeting",
            name = draft.person.name_latin.as_str()
        ))
        .say(t!(locale, "certificate-mail-ready-intro"))
        .say(format!(
            "{title}\n{kind}\n{}",
            t!(locale, "certificate-mail-number", number = number)
        ))
        .say(format!(
            "{}\n{own}",
            t!(locale, "certificate-mail-ready-own")
        ))
        .say(format!(
            "{}\n{verify}",
            t!(locale, "certificate-mail-ready-verify")
        )))
}

/// A certificate that was revoked, and its holder.
pub(crate) struct Revoked<'a> {
    pub email: &'a str,
    pub language: &'a str,
    pub name: &'a str,
    pub titles: &'a Texts,
    pub number: &'a str,
    pub reason: &'a str,
}

/// Says that a certificate was revoked, and why.
pub(crate) fn revoked(what: &Revoked<'_>, address: &PublicAddress) -> Result<Letter> {
    let to = recipient(what.email)?;
    let locale = language(what.language);
    let title = what.titles.best(locale.tag()).1;
    let verify = verify_link(locale, what.number, address);
    let subject = t!(locale, "certificate-mail-revoked-subject", title = title);
    Ok(letter("certificate-revoked", &to, locale, subject)
        .say(t!(locale, "mail-greeting", name = what.name))
        .say(t!(locale, "certificate-mail-revoked-intro"))
        .say(format!(
            "{title}\n{}",
            t!(locale, "certificate-mail-number", number = what.number)
        ))
        .say(t!(
            locale,
            "certificate-mail-revoked-reason",
            reason = what.reason
        ))
        .say(format!(
            "{}\n{verify}",
            t!(locale, "certificate-mail-revoked-verify")
        ))
        .say(t!(locale, "certificate-mail-revoked-question")))
}
