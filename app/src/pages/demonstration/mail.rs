//! The mail that would have been sent.

use super::page;
use crate::web::{Answer, DOT, Visit, encode};
use axum::extract::{Path, Query};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use maktab_domain::EmailAddress;
use maktab_locale::{Language, LocalTime, Locale};
use maktab_services::Error;
use maktab_services::demonstration::{DemoMail, DemoMails};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Wanted {
    to: Option<String>,
    page: Option<String>,
}

impl Wanted {
    fn page(&self) -> i64 {
        let page = self.page.as_deref().and_then(|page| page.parse().ok());
        page.unwrap_or(1).max(1)
    }
}

pub(super) async fn list(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    let typed = wanted.to.clone().unwrap_or_default();
    let to = EmailAddress::parse(&typed).ok();
    let number = wanted.page();
    let found = visit.services().demo_mails(to.as_ref(), number).await;
    let found = found.map_err(|error| visit.failure(error))?;
    let wrong = (to.is_none() && !typed.trim().is_empty())
        .then(|| view! { <p class="error" id="to-error">"Enter a whole address."</p> });
    let described = wrong.is_some().then_some("to-error");
    let pager = pager(&found, number, &typed);
    let mails = if found.mails.is_empty() {
        view! { <p class="empty">"No mail yet. Register for an event, or ask for a link to sign in."</p> }
            .into_any()
    } else {
        let mails = found.mails.into_iter().map(|mail| article(&visit, mail));
        mails.collect_view().into_any()
    };
    let content = view! {
        <div class="lead">
            <h1>"Mail"</h1>
            <p>"What this demonstration would have sent, the newest first. No mail leaves it."</p>
        </div>
        <form method="get" action="/dev/mail" class="letters-find" novalidate=true>
            <div class="field">
                <label for="to">"To"</label>
                {wrong}
                <input
                    id="to" name="to" type="email" dir="ltr" value=typed
                    aria-describedby=described
                />
            </div>
            <button type="submit" class="quiet">"Show"</button>
        </form>
        {mails}
        {pager}
    };
    Ok(page(&visit, "Mail", content.into_any()))
}

fn pager(found: &DemoMails, number: i64, to: &str) -> impl IntoView + use<> {
    let pages = (found.count + found.per_page - 1) / found.per_page;
    let link = |number: i64, text: &'static str| {
        let href = format!("/dev/mail?to={}&page={number}", encode(to));
        view! { <a href=href>{text}</a> }
    };
    (pages > 1).then(|| {
        let newer = (number > 1).then(|| link(number - 1, "Newer"));
        let older = (number < pages).then(|| link(number + 1, "Older"));
        view! { <nav class="pager" aria-label="Pages">{newer} {older}</nav> }
    })
}

#[derive(Deserialize)]
pub(super) struct Id {
    id: String,
}

async fn load(visit: &Visit, id: &str) -> Answer<DemoMail> {
    let id = id.parse().map_err(|_| visit.failure(Error::NotFound))?;
    let mail = visit.services().demo_mail(id).await;
    mail.map_err(|error| visit.failure(error))
}

pub(super) async fn show(visit: Visit, Path(Id { id }): Path<Id>) -> Answer {
    let mail = load(&visit, &id).await?;
    let calendar = mail.calendar.clone().map(|calendar| {
        view! {
            <h2>"Attached for calendars"</h2>
            <pre class="letter" tabindex="0">{calendar}</pre>
        }
    });
    let content = view! {
        <div class="lead"><h1>"One mail"</h1></div>
        {article(&visit, mail)}
        {calendar}
        <p><a href="/dev/mail">"All mail"</a></p>
    };
    Ok(page(&visit, "One mail", content.into_any()))
}

/// What is attached, as a calendar program would get it.
pub(super) async fn calendar(visit: Visit, Path(Id { id }): Path<Id>) -> Answer<Response> {
    let mail = load(&visit, &id).await?;
    let calendar = mail.calendar;
    let calendar = calendar.ok_or_else(|| visit.failure(Error::NotFound))?;
    let headers = [
        (CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"event.ics\""),
    ];
    Ok((headers, calendar).into_response())
}

/// One mail. The links of its text come first, before any of ours.
fn article(visit: &Visit, mail: DemoMail) -> impl IntoView + use<> {
    let written = LocalTime::or_utc(mail.written.millis(), "UTC");
    let dir = Language::dir_of(&mail.language);
    let public = &visit.services().settings().public_address;
    let text = with_links(&mail.body, public.as_str());
    let base = format!("/dev/mail/{}", mail.id);
    let heading = format!("mail-{}", mail.id);
    let attached = mail.calendar.is_some().then(|| {
        view! { <a href=format!("{base}/calendar.ics")>"event.ics"</a> {DOT} }
    });
    let (sent, sent_code) = match mail.sent {
        true => ("delivered", "yes"),
        false => ("waiting", "no"),
    };
    let locale = Locale::En;
    let (to, lang) = (mail.to, mail.language);
    view! {
        <article
            class="box letter-box" data-to=to.clone() data-kind=mail.kind data-sent=sent_code
            aria-labelledby=heading.clone()
        >
            <h2 id=heading.clone() lang=lang.clone() dir=dir>{mail.subject}</h2>
            <p class="soft">
                "To " <span dir="ltr">{to.clone()}</span> {DOT}
                <time datetime=written.iso_datetime()>{locale.date_time(&written)} " UTC"</time>
                {DOT} {sent}
            </p>
            <pre class="letter" lang=lang.clone() dir=dir>{text}</pre>
            <p class="soft">{attached} <a href=base>"This mail alone"</a></p>
        </article>
    }
}

/// The text with its addresses made into links; those of ours as paths, so that they work
/// whatever the public address is.
fn with_links(text: &str, public: &str) -> impl IntoView + use<> {
    let pieces = pieces(text).into_iter().map(|(piece, is_link)| {
        if is_link {
            let own = piece
                .strip_prefix(public)
                .filter(|path| path.starts_with('/'));
            let href = own.unwrap_or(&piece).to_owned();
            view! { <a href=href dir="ltr">{piece}</a> }.into_any()
        } else {
            piece.into_any()
        }
    });
    pieces.collect_view()
}

/// The text in pieces, in order; `true` marks the addresses in it.
fn pieces(text: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = ["http://", "https://"]
        .iter()
        .filter_map(|s| rest.find(s))
        .min()
    {
        let (before, from) = rest.split_at(start);
        let end = from
            .find(|c: char| c.is_whitespace() || "<>\"".contains(c))
            .unwrap_or(from.len());
        let (address, after) = from.split_at(end);
        let trimmed = address.trim_end_matches(['.', ',', ';', ')', '!', '?']);
        found.push((before.to_owned(), false));
        found.push((trimmed.to_owned(), true));
        found.push((address[trimmed.len()..].to_owned(), false));
        rest = after;
    }
    found.push((rest.to_owned(), false));
    found.retain(|(piece, _)| !piece.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn addresses_become_links_and_nothing_else_does() {
        let text = "See https://a.example/x?y=1.\n<b>http://b.example</b> end";
        let piece = |text: &str, is_link| (text.to_owned(), is_link);
        assert_eq!(
            pieces(text),
            [
                piece("See ", false),
                piece("https://a.example/x?y=1", true),
                piece(".", false),
                piece("\n<b>", false),
                piece("http://b.example", true),
                piece("</b> end", false),
            ]
        );
    }
}
