//! What holders are told by mail: that a certificate is ready, that it was revoked.

use super::Progress;
use super::draft::Draft;
use crate::eligible::EventFile;
use crate::mail::{Letter, language, letter};
use crate::{Error, PublicAddress, Result};
use maktab_domain::{EmailAddress, Texts};
use maktab_locale::{Locale, t};
use maktab_store::accounts::AccountRow;

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

/// The event of a run.
pub(super) struct About {
    pub slug: String,
    pub titles: Texts,
}

/// Says that a run has ended, and what came of it.
pub(super) fn ended(
    run: &Progress,
    asked: &AccountRow,
    event: &About,
    address: &PublicAddress,
) -> Result<Letter> {
    let to = recipient(&asked.email)?;
    let locale = language(&asked.language);
    let title = event.titles.best(locale.tag()).1;
    let list = format!(
        "/{}/manage/events/{}/certificates",
        locale.tag(),
        event.slug
    );
    let list = address.link(&list);
    let subject = t!(locale, "certificate-mail-run-subject", title = title);
    let name = asked.name_latin.as_str();
    let mut letter = letter("certificates-issued", &to, locale, subject)
        .say(t!(locale, "mail-greeting", name = name))
        .say(format!(
            "{title}\n{}",
            t!(locale, "certificate-run-done", issued = run.issued)
        ));
    if run.failed > 0 {
        let problem = run.last_error.clone().unwrap_or_default();
        letter = letter.say(format!(
            "{}\n{}",
            t!(locale, "certificate-run-failed", count = run.failed),
            t!(locale, "certificate-run-problem", problem = problem)
        ));
    }
    let passed_over = run.passed_over();
    if passed_over > 0 {
        letter = letter.say(t!(
            locale,
            "certificate-run-passed-over",
            count = passed_over
        ));
    }
    Ok(letter.say(format!(
        "{}\n{list}",
        t!(locale, "certificate-mail-run-list")
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
