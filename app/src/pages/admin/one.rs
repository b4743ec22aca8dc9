//! One mail: to whom, how often it was tried, why it was given up, and its text where it holds
//! no secret.

use super::{Tab, frame, kind_name, moment, state_badge, words};
use crate::pages::teach::query;
use crate::web::{Answer, ErrorSummary, Form, Page, Posted, TextField, Visit};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use maktab_domain::{MailKind, MailState, OutboxId};
use maktab_locale::{Language, Locale, t};
use maktab_services::administering::{OneMail, Resendable};
use maktab_services::{Error, FieldErrors};

type Address = Path<(String, String)>;

pub(super) async fn show(visit: Visit, Path((_, id)): Address) -> Answer {
    let found = load(&visit, read(&visit, &id)?).await?;
    let asked = query(&visit);
    Ok(page(&visit, &asked, &found, FieldErrors::new()))
}

/// Sends the mail again, puts it aside or takes it back.
pub(super) async fn submit(
    visit: Visit,
    Path((_, id)): Address,
    posted: Posted,
) -> Answer<Response> {
    let id = read(&visit, &id)?;
    let actor = visit.signed_in()?;
    let services = visit.services();
    let done = match posted.get("action") {
        "discard" => {
            let aside = services
                .discard_mails(actor, &[id], posted.get("note"))
                .await;
            aside.map(|count| format!("aside={count}"))
        }
        "take-back" => {
            let undone = services.undo_discarding(actor, id).await;
            undone.map(|()| "back=1".to_owned())
        }
        _ => {
            let resent = services.resend_mails(actor, &[id]).await;
            resent.map(|resent| format!("resent={}&refused={}", resent.done, resent.refused))
        }
    };
    match done {
        Ok(outcome) => Ok(Redirect::to(&format!("{}?{outcome}", visit.path)).into_response()),
        Err(Error::Refused(errors)) => {
            let found = load(&visit, id).await?;
            let page = page(&visit, &posted, &found, errors);
            Ok(page
                .status(StatusCode::UNPROCESSABLE_ENTITY)
                .into_response())
        }
        Err(error) => Err(visit.failure(error)),
    }
}

fn read(visit: &Visit, id: &str) -> Answer<OutboxId> {
    id.parse().map_err(|_| visit.failure(Error::NotFound))
}

async fn load(visit: &Visit, id: OutboxId) -> Answer<OneMail> {
    let actor = visit.signed_in()?;
    let found = visit.services().outbox_mail(actor, id).await;
    found.map_err(|error| visit.failure(error))
}

fn page(visit: &Visit, asked: &Posted, found: &OneMail, errors: FieldErrors) -> Page {
    let l = visit.locale;
    let mail = &found.mail;
    let (lang, dir) = (mail.language.clone(), Language::dir_of(&mail.language));
    let tab = if mail.dead.is_some() {
        Tab::Dead
    } else {
        Tab::Mail
    };
    let form = Form::new(l, asked.clone(), errors);
    let content = view! {
        {outcome(l, asked)}
        <h2 lang=lang dir=dir>{mail.subject.clone()}</h2>
        <div class="two">
            <div>{text(l, found)}</div>
            <aside class="box">{facts(l, found)}</aside>
        </div>
        {actions(visit, found, form)}
        <p class="soft">{t!(l, "admin-utc")}</p>
    };
    frame(visit, tab, content)
}

fn outcome(l: Locale, asked: &Posted) -> impl IntoView + use<> {
    let count = |name: &str| asked.get(name).parse::<usize>().ok().filter(|&n| n > 0);
    let resent = count("resent").map(|n| ("note good", t!(l, "admin-resent", count = n)));
    let refused = count("refused");
    let refused = refused.map(|n| ("note", t!(l, "admin-resent-refused", count = n)));
    let aside = count("aside").map(|n| ("note good", t!(l, "admin-discarded", count = n)));
    let back = count("back").map(|_| ("note good", t!(l, "admin-taken-back")));
    let all = [resent, refused, aside, back].into_iter().flatten();
    all.map(|(class, text)| view! { <p class=class role="status">{text}</p> })
        .collect_view()
}

fn text(l: Locale, found: &OneMail) -> impl IntoView + use<> {
    let mail = &found.mail;
    let Some(text) = found.text.clone() else {
        let until = found.secret_until.filter(|_| mail.dead.is_some());
        let until = until.filter(|_| found.resendable == Resendable::Yes);
        let until = until.map(|until| {
            view! { <p>{t!(l, "admin-secret-until", at = words(l, until))}</p> }
        });
        return view! { <div class="note"><p>{t!(l, "admin-text-secret")}</p> {until}</div> }
            .into_any();
    };
    let (lang, dir) = (mail.language.clone(), Language::dir_of(&mail.language));
    view! {
        <h3 class="hidden">{t!(l, "admin-text")}</h3>
        <pre class="letter" tabindex="0" lang=lang dir=dir>{text}</pre>
    }
    .into_any()
}

fn facts(l: Locale, found: &OneMail) -> impl IntoView + use<> {
    let mail = &found.mail;
    let waits = matches!(mail.state, MailState::Waiting | MailState::Retrying);
    let fact = |name: String, value: AnyView| view! { <dt>{name}</dt> <dd>{value}</dd> };
    let time = |at| moment(l, at).into_any();
    let to = view! { <bdi dir="ltr" class="address">{mail.to.clone()}</bdi> }.into_any();
    let error = mail.error.clone().filter(|_| mail.sent.is_none());
    let error = error.map(|error| view! { <span dir="ltr" lang="en">{error}</span> }.into_any());
    let aside = mail.discarded.map(|at| {
        let name = found.discarded_by.clone().unwrap_or_default();
        let by = t!(l, "admin-aside-by", at = words(l, at), name = name);
        let note = mail.note.clone();
        view! { {by} <p class="own-words"><bdi>{note}</bdi></p> }.into_any()
    });
    view! {
        <dl class="facts">
            {fact(t!(l, "manage-column-state"), state_badge(l, mail.state).into_any())}
            {fact(t!(l, "admin-column-to"), to)}
            {fact(t!(l, "admin-mail-kind"), kind_name(l, &mail.kind).into_any())}
            {fact(t!(l, "admin-column-language"), l.language_name(&mail.language).into_any())}
            {fact(t!(l, "admin-column-written"), time(mail.written))}
            {fact(t!(l, "admin-column-tried"), l.number(mail.tried).into_any())}
            {waits.then(|| fact(t!(l, "admin-column-leaves"), time(mail.due)))}
            {mail.sent.map(|at| fact(t!(l, "admin-column-sent"), time(at)))}
            {mail.dead.map(|at| fact(t!(l, "admin-column-dead"), time(at)))}
            {error.map(|error| fact(t!(l, "admin-column-why"), error))}
            {aside.map(|aside| fact(t!(l, "admin-column-aside"), aside))}
        </dl>
    }
}

fn actions(visit: &Visit, found: &OneMail, form: Form) -> impl IntoView + use<> {
    let l = visit.locale;
    if found.resendable == Resendable::NotDead {
        return ().into_any();
    }
    let resend = if found.resendable == Resendable::Yes {
        view! {
            <form method="post" action=visit.path.clone()>
                <button type="submit" name="action" value="resend">
                    {t!(l, "admin-resend-chosen")}
                </button>
            </form>
        }
        .into_any()
    } else {
        let next = what_instead(l, &found.mail.kind);
        view! { <p class="note">{t!(l, "admin-expired")} " " {next}</p> }.into_any()
    };
    let aside = if found.mail.discarded.is_some() {
        view! {
            <form method="post" action=visit.path.clone()>
                <button type="submit" class="quiet" name="action" value="take-back">
                    {t!(l, "admin-take-back")}
                </button>
            </form>
        }
        .into_any()
    } else {
        view! {
            <form method="post" action=visit.path.clone()>
                <ErrorSummary form=form.clone() />
                <TextField
                    form name="note" label=t!(l, "admin-note") hint=t!(l, "admin-note-hint")
                    maxlength=500
                />
                <button type="submit" class="quiet" name="action" value="discard">
                    {t!(l, "admin-discard-chosen")}
                </button>
            </form>
        }
        .into_any()
    };
    view! { <div class="mail-actions">{resend} {aside}</div> }.into_any()
}

/// How somebody comes by a fresh link.
fn what_instead(l: Locale, kind: &str) -> Option<String> {
    match kind.parse::<MailKind>().ok()? {
        MailKind::SignIn => Some(t!(l, "admin-expired-sign-in")),
        MailKind::ConfirmRegistration | MailKind::ConfirmReminder => {
            Some(t!(l, "admin-expired-confirm"))
        }
        MailKind::Offered | MailKind::OfferReminder => Some(t!(l, "admin-expired-offer")),
        MailKind::Invited => Some(t!(l, "admin-expired-invited")),
        _ => None,
    }
}
