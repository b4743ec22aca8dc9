//! Lists of mails: what is looked for, the rows, the file.

use super::{kind_name, moment, state_badge, utc};
use crate::pages::manage::choice;
use crate::web::{Answer, CHOSEN, DOT, Export, Piece, Posted, Visit, encode, note_export};
use axum::response::Response;
use leptos::prelude::*;
use maktab_domain::{MailKind, MailState, OutboxId, Timestamp};
use maktab_locale::{Language, Locale, t};
use maktab_services::administering::{Mail, MailFilter, Mails};
use maktab_tables::Cell;

/// What the address of a list looks for.
pub(super) fn filter(asked: &Posted, state: Option<MailState>) -> MailFilter {
    MailFilter {
        state,
        kind: asked.get("kind").to_owned(),
        address: asked.get("q").to_owned(),
        page: asked.get("page").parse().unwrap_or(1).max(1),
    }
}

pub(super) async fn load(visit: &Visit, filter: &MailFilter) -> Answer<Mails> {
    let actor = visit.signed_in()?;
    let found = visit.services().outbox(actor, filter).await;
    found.map_err(|error| visit.failure(error))
}

/// How many mails are fetched at once for a file: there may be very many.
const PIECE: usize = 1000;

/// The list as a file.
pub(super) async fn download(
    visit: &Visit,
    filter: MailFilter,
    title: String,
    name: &str,
) -> Answer<Response> {
    let l = visit.locale;
    let actor = visit.signed_in()?.clone();
    let columns = [
        ("to", t!(l, "admin-column-to")),
        ("subject", t!(l, "admin-column-subject")),
        ("kind", t!(l, "admin-mail-kind")),
        ("language", t!(l, "admin-column-language")),
        ("state", t!(l, "manage-column-state")),
        ("written_at", t!(l, "admin-column-written")),
        ("next_attempt_at", t!(l, "admin-column-leaves")),
        ("attempts", t!(l, "admin-column-tried")),
        ("delivered_at", t!(l, "admin-column-sent")),
        ("given_up_at", t!(l, "admin-column-dead")),
        ("why", t!(l, "admin-column-why")),
        ("note", t!(l, "admin-note")),
    ];
    let services = visit.services().clone();
    let fetch = move |after| {
        let (services, actor, filter) = (services.clone(), actor.clone(), filter.clone());
        async move {
            let mails = services.outbox_after(&actor, &filter, after, PIECE).await?;
            let more = mails.len() == PIECE;
            Ok(Piece {
                rows: mails.iter().map(|mail| file_row(l, mail)).collect(),
                after: more.then(|| mails.last().map(|mail| mail.id)).flatten(),
            })
        }
    };
    let file = Export::new(visit, title, columns);
    let answer = file.download_in_pieces(visit, name, fetch).await?;
    // It is not on its way yet.
    note_export(visit, None, name).await?;
    Ok(answer)
}

fn file_row(l: Locale, mail: &Mail) -> Vec<Cell> {
    let time = |at: Timestamp| utc(at).iso_datetime();
    let open = mail.sent.is_none() && mail.dead.is_none();
    let state = l.text(&format!("mail-state-{}", mail.state));
    vec![
        mail.to.clone().into(),
        mail.subject.clone().into(),
        Cell::word(&mail.kind, kind_name(l, &mail.kind)),
        Cell::word(&mail.language, l.language_name(&mail.language)),
        Cell::word(mail.state.code(), state),
        time(mail.written).into(),
        open.then(|| time(mail.due)).into(),
        mail.tried.into(),
        mail.sent.map(time).into(),
        mail.dead.map(time).into(),
        mail.error.clone().into(),
        mail.note.clone().into(),
    ]
}

/// The form that looks for mails; with their state where there is a choice of it.
pub(super) fn find(visit: &Visit, asked: &Posted, with_state: bool) -> impl IntoView + use<> {
    let l = visit.locale;
    let kinds = MailKind::ALL.iter();
    let kinds = kinds.map(|kind| (kind.code(), l.text(&format!("mail-kind-{kind}"))));
    let mut kinds: Vec<_> = kinds.collect();
    kinds.sort_by(|one, other| one.1.cmp(&other.1));
    let states = with_state.then(|| {
        let states = MailState::ALL.iter();
        let states = states.map(|state| (state.code(), l.text(&format!("mail-state-{state}"))));
        let (label, all) = (t!(l, "manage-column-state"), t!(l, "manage-all-states"));
        choice("state", label, all, states.collect(), asked)
    });
    // Elsewhere the state stays as it is.
    let kept = (!with_state && !asked.get("state").is_empty()).then(|| {
        view! { <input type="hidden" name="state" value=asked.get("state").to_owned() /> }
    });
    view! {
        <form class="filters" method="get" action=visit.path.clone() role="search">
            <div>
                <label for="q">{t!(l, "admin-mail-search")}</label>
                <input id="q" name="q" type="search" dir="ltr" value=asked.get("q").to_owned() />
            </div>
            {choice("kind", t!(l, "admin-mail-kind"), t!(l, "admin-all-kinds"), kinds, asked)}
            {states}
            {kept}
            <button type="submit">{t!(l, "action-search")}</button>
        </form>
    }
}

/// The mails in a table. With `ticked` there is a box for each, ticked where it says so.
pub(super) fn table(
    visit: &Visit,
    mails: &[Mail],
    caption: String,
    ticked: Option<&dyn Fn(OutboxId) -> bool>,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let rows = mails.iter();
    let rows = rows.map(|mail| row(visit, mail, ticked.map(|ticked| ticked(mail.id))));
    let rows = rows.collect_view();
    let pick = ticked.map(|_| {
        view! { <th scope="col"><span class="hidden">{t!(l, "admin-choose")}</span></th> }
    });
    view! {
        <div class="table-wrap" tabindex="0">
            <table class="mails registrations stack">
                <caption class="hidden">{caption}</caption>
                <thead>
                    <tr>
                        {pick}
                        <th scope="col">{t!(l, "admin-column-subject")}</th>
                        <th scope="col">{t!(l, "admin-column-to")}</th>
                        <th scope="col">{t!(l, "manage-column-state")}</th>
                        <th scope="col">{t!(l, "admin-column-written")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(visit: &Visit, mail: &Mail, ticked: Option<bool>) -> impl IntoView + use<> {
    let l = visit.locale;
    let pick = ticked.map(|ticked| {
        let (subject, to) = (mail.subject.as_str(), mail.to.as_str());
        let label = t!(l, "admin-choose-one", subject = subject, to = to);
        let id = mail.id.to_string();
        view! {
            <td class="pick">
                <input
                    type="checkbox" name=format!("{CHOSEN}-{id}") value=id.clone() checked=ticked
                    aria-label=label
                />
            </td>
        }
    });
    let href = visit.link(&format!("/admin/mail/{}", mail.id));
    let (lang, dir) = (mail.language.clone(), Language::dir_of(&mail.language));
    let tried = (mail.tried > 0).then(|| {
        let text = t!(l, "admin-tried", count = mail.tried);
        view! { <small class="soft whole">{text}</small> }
    });
    let error = mail.error.clone().filter(|_| mail.sent.is_none());
    let error = error.map(|error| {
        view! { <p class="why" dir="ltr" lang="en">{error}</p> }
    });
    let note = mail.note.clone().map(|note| {
        view! { <p class="own-words"><bdi>{note}</bdi></p> }
    });
    view! {
        <tr>
            {pick}
            <th scope="row">
                <a href=href lang=lang dir=dir>{mail.subject.clone()}</a>
                <p class="soft">{kind_name(l, &mail.kind)}</p>
            </th>
            <td>
                <bdi dir="ltr" class="address">{mail.to.clone()}</bdi>
            </td>
            <td>{state_badge(l, mail.state)} " " {tried} {error} {note}</td>
            <td data-label=t!(l, "admin-column-written")>{moment(l, mail.written)}</td>
        </tr>
    }
}

/// The pages of a list, with everything that was asked for kept. How many there are is not
/// counted: there may be very many.
pub(super) fn pager(visit: &Visit, asked: &Posted, found: &Mails) -> impl IntoView + use<> {
    let l = visit.locale;
    let to = |page: usize| {
        let kept = asked
            .iter()
            .filter(|(n, v)| ["q", "kind", "state", "tick"].contains(n) && !v.is_empty());
        let kept = kept.map(|(n, v)| format!("{}={}&", encode(n), encode(v)));
        format!("{}?{}page={page}", visit.path, kept.collect::<String>())
    };
    let page = found.page;
    (page > 1 || found.has_more).then(|| {
        let previous = (page > 1).then(|| {
            view! { <a href=to(page - 1) rel="prev">{t!(l, "page-previous")}</a> }
        });
        let next = found.has_more.then(|| {
            view! { <a href=to(page + 1) rel="next">{t!(l, "page-next")}</a> }
        });
        view! { <nav class="pager" aria-label=t!(l, "page-label")>{previous} {next}</nav> }
    })
}

/// The empty list: nothing there, or nothing that fits.
pub(super) fn empty(l: Locale, asked: &Posted, nothing: String) -> impl IntoView + use<> {
    let looked = ["q", "kind", "state"]
        .iter()
        .any(|name| !asked.get(name).is_empty());
    let text = if looked {
        t!(l, "admin-mail-none-found")
    } else {
        nothing
    };
    view! { <p class="empty">{text}</p> }
}

/// What stands above a list: the zone of its times, and the ways to have it as a file.
pub(super) fn above(l: Locale, exports: impl IntoView) -> impl IntoView {
    view! { <p class="soft">{t!(l, "admin-utc")} {DOT} {exports}</p> }
}
