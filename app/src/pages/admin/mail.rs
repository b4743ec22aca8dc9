//! The outgoing mail: a list that can be searched, filtered and exported.

use super::list::{self, above, empty, filter, find, pager, table};
use super::{Tab, frame};
use crate::pages::teach::query;
use crate::web::{Answer, Posted, Visit, exports};
use axum::response::Response;
use leptos::prelude::*;
use maktab_domain::MailState;
use maktab_locale::t;

fn state(asked: &Posted) -> Option<MailState> {
    asked.get("state").parse().ok()
}

pub(super) async fn show(visit: Visit) -> Answer {
    let l = visit.locale;
    let asked = query(&visit);
    let found = list::load(&visit, &filter(&asked, state(&asked))).await?;
    let list = if found.mails.is_empty() {
        empty(l, &asked, t!(l, "admin-mail-none")).into_any()
    } else {
        table(&visit, &found.mails, t!(l, "admin-tab-mail"), None).into_any()
    };
    let content = view! {
        {find(&visit, &asked, true)}
        {above(l, exports(l, &visit.link("/admin/mail"), &visit.query))}
        {list}
        {pager(&visit, &asked, &found)}
    };
    Ok(frame(&visit, Tab::Mail, content))
}

pub(super) async fn download(visit: Visit) -> Answer<Response> {
    let asked = query(&visit);
    let title = t!(visit.locale, "admin-tab-mail");
    list::download(&visit, filter(&asked, state(&asked)), title, "mail").await
}
