//! Mail that could not be delivered: sent again, one, many or all, or put aside with a note.

use super::list::{self, above, empty, filter, find, pager, table};
use super::{Tab, frame};
use crate::pages::outcome::{asked_but, back};
use crate::pages::teach::query;
use crate::web::{Answer, ErrorSummary, Form, Page, Posted, TextField, Visit, chosen, exports};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use maktab_domain::{Invalid, MailState, OutboxId};
use maktab_locale::{Locale, t};
use maktab_services::administering::{MailFilter, Mails};
use maktab_services::{Error, FieldErrors};

/// With the value `all`, the address asks for a list in which every box is ticked.
const TICK: &str = "tick";
/// What the address says once: of what was just done, and what is ticked.
const ONCE: [&str; 5] = ["resent", "refused", "aside", "none", TICK];

/// What is looked for: what was put aside where the address says so, else what waits for an
/// administrator.
fn wanted(asked: &Posted) -> MailFilter {
    let aside = asked.get("state") == MailState::Discarded.code();
    let state = if aside {
        MailState::Discarded
    } else {
        MailState::Dead
    };
    filter(asked, Some(state))
}

pub(super) async fn show(visit: Visit) -> Answer {
    let asked = query(&visit);
    let found = list::load(&visit, &wanted(&asked)).await?;
    let form = Form::new(visit.locale, Posted::default(), FieldErrors::new());
    Ok(page(&visit, &asked, &found, form))
}

pub(super) async fn download(visit: Visit) -> Answer<Response> {
    let asked = query(&visit);
    let title = t!(visit.locale, "admin-tab-dead");
    list::download(&visit, wanted(&asked), title, "undelivered-mail").await
}

/// Sends again or puts aside, and comes back to the same list.
pub(super) async fn submit(visit: Visit, posted: Posted) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let services = visit.services();
    let asked = query(&visit);
    let ids: Result<Vec<OutboxId>, _> = chosen(&posted).map(str::parse).collect();
    let ids = ids.map_err(|_| visit.failure(Error::NotFound))?;
    let done = match posted.get("action") {
        "resend-all" => {
            let resent = services.resend_all_mails(actor, &wanted(&asked)).await;
            resent.map(|resent| vec![("resent", resent.done), ("refused", resent.refused)])
        }
        // No field is wrong: nothing is ticked.
        "discard" | "resend" if ids.is_empty() => Err(FieldErrors::new().into()),
        "discard" => {
            let aside = services.discard_mails(actor, &ids, posted.get("note"));
            aside.await.map(|count| vec![("aside", count)])
        }
        "resend" => {
            let resent = services.resend_mails(actor, &ids).await;
            resent.map(|resent| vec![("resent", resent.done), ("refused", resent.refused)])
        }
        _ => Err(FieldErrors::of("action", Invalid::Choice).into()),
    };
    match done {
        Ok(outcome) => Ok(back(&visit, &[&ONCE[..], &["page"]].concat(), outcome)),
        Err(Error::Refused(errors)) => {
            let mut asked = asked_but(&visit, &ONCE);
            if errors.is_empty() {
                asked.extend([("none", "0")]);
            }
            let found = list::load(&visit, &wanted(&asked)).await?;
            let form = Form::new(visit.locale, posted, errors);
            let page = page(&visit, &asked, &found, form);
            Ok(page
                .status(StatusCode::UNPROCESSABLE_ENTITY)
                .into_response())
        }
        Err(error) => Err(visit.failure(error)),
    }
}

fn outcome(l: Locale, asked: &Posted) -> impl IntoView + use<> {
    let count = |name: &str| asked.get(name).parse::<usize>().ok();
    let done = count("resent").filter(|&n| n > 0);
    let done = done.map(|n| ("note good", t!(l, "admin-resent", count = n)));
    let refused = count("refused").filter(|&n| n > 0);
    let refused = refused.map(|n| ("note", t!(l, "admin-resent-refused", count = n)));
    let aside = count("aside");
    let aside = aside.map(|n| ("note good", t!(l, "admin-discarded", count = n)));
    let none = count("none").map(|_| ("note", t!(l, "admin-nothing-chosen")));
    let all = [done, refused, aside, none].into_iter().flatten();
    all.map(|(class, text)| view! { <p class=class role="status">{text}</p> })
        .collect_view()
}

/// The page of the list. `form` holds what was typed and ticked where it was refused.
fn page(visit: &Visit, asked: &Posted, found: &Mails, form: Form) -> Page {
    let l = visit.locale;
    let aside = wanted(asked).state == Some(MailState::Discarded);
    let path = visit.link("/admin/undelivered");
    let other = if aside {
        view! { <a href=path.clone()>{t!(l, "admin-show-dead")}</a> }
    } else {
        view! { <a href=format!("{path}?state=discarded")>{t!(l, "admin-show-aside")}</a> }
    };
    let caption = t!(l, "admin-tab-dead");
    let list = if found.mails.is_empty() {
        empty(l, asked, t!(l, "admin-dead-none")).into_any()
    } else if aside {
        table(visit, &found.mails, caption, None).into_any()
    } else {
        let ticked = asked.get(TICK) == "all";
        let chosen = |id: OutboxId| ticked || form.is_ticked(&id.to_string());
        view! {
            <form method="post" id="undelivered" action=visit.address()>
                <ErrorSummary form=form.clone() />
                {table(visit, &found.mails, caption, Some(&chosen))}
                {bulk(visit, asked, form.clone(), ticked)}
            </form>
        }
        .into_any()
    };
    let content = view! {
        {outcome(l, asked)}
        <p class="soft">{t!(l, "admin-dead-lead")} " " {other}</p>
        {find(visit, asked, false)}
        {above(l, exports(l, &path, &visit.query))}
        {list}
        {pager(visit, asked, found)}
    };
    frame(visit, Tab::Dead, content)
}

/// What can be done with those that are ticked, or with all.
fn bulk(visit: &Visit, asked: &Posted, form: Form, ticked: bool) -> impl IntoView + use<> {
    let l = visit.locale;
    let all = (!ticked).then(|| {
        let kept = asked
            .iter()
            .filter(|(name, value)| ["q", "kind", "page"].contains(name) && !value.is_empty());
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(kept)
            .append_pair(TICK, "all")
            .finish();
        let href = format!("{}?{query}#undelivered", visit.path);
        view! { <p><a href=href>{t!(l, "admin-choose-all")}</a></p> }
    });
    view! {
        {all}
        <fieldset class="box bulk">
            <legend>{t!(l, "admin-chosen")}</legend>
            <p>
                <button type="submit" name="action" value="resend">
                    {t!(l, "admin-resend-chosen")}
                </button>
            </p>
            <TextField
                form name="note" label=t!(l, "admin-note") hint=t!(l, "admin-note-hint")
                conditional=true maxlength=500
            />
            <p>
                <button type="submit" class="quiet" name="action" value="discard">
                    {t!(l, "admin-discard-chosen")}
                </button>
            </p>
        </fieldset>
        <div class="actions">
            <button type="submit" class="quiet" name="action" value="resend-all">
                {t!(l, "admin-resend-all")}
            </button>
            <p class="hint">{t!(l, "admin-resend-all-hint")}</p>
        </div>
    }
}
