//! The first step: choosing the file, and the imports there have been.

use super::{DOT, Stage, moment, path, refusal, to};
use crate::pages::manage::event_path;
use crate::pages::teach::query;
use crate::web::{Answer, Arrived, Page, Visit, exports, summary, take as take_file};
use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use maktab_locale::{Locale, t};
use maktab_services::importing::{Import, ImportState, Imports, Uploaded};
use maktab_tables::{PARTICIPANT, Refusal};

type Address = Path<(String, String)>;

const MIB: usize = 1024 * 1024;

pub(super) async fn show(visit: Visit, Path((_, slug)): Address) -> Answer {
    page(&visit, &slug, Vec::new()).await
}

/// Takes the file in. Whether somebody may is asked before the file is.
pub(super) async fn take(
    visit: Visit,
    Path((_, slug)): Address,
    request: Request,
) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let services = visit.services();
    let begun = services.begin_import(actor, &slug).await;
    let begun = begun.map_err(|error| visit.failure(error))?;
    let l = visit.locale;
    match take_file(request, "file", begun).await {
        Arrived::File(name, file) => {
            let uploaded = services.upload_import(actor, &slug, &name, file).await;
            match uploaded.map_err(|error| visit.failure(error))? {
                Uploaded::Kept(id) => Ok(to(&path(&visit, &slug, id, "/columns"))),
                Uploaded::Refused(why) => again(&visit, &slug, &why).await,
            }
        }
        Arrived::Refused(why) => again(&visit, &slug, &why).await,
        Arrived::Nothing => said(&visit, &slug, t!(l, "import-no-file")).await,
        Arrived::Broken => said(&visit, &slug, t!(l, "import-lost")).await,
    }
}

/// The same page, saying why the file is not read.
async fn again(visit: &Visit, slug: &str, why: &Refusal) -> Answer<Response> {
    let wrong = vec![("file".to_owned(), refusal::text(visit.locale, why))];
    let status = match why {
        Refusal::Bytes { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = page(visit, slug, wrong).await?;
    Ok(page.status(status).into_response())
}

async fn said(visit: &Visit, slug: &str, text: String) -> Answer<Response> {
    let page = page(visit, slug, vec![("file".to_owned(), text)]).await?;
    Ok(super::refused(page))
}

/// The page, with what is wrong with the file that was chosen.
pub(super) async fn page(visit: &Visit, slug: &str, wrong: Vec<(String, String)>) -> Answer<Page> {
    let l = visit.locale;
    let actor = visit.signed_in()?;
    let found = visit.services().imports(actor, slug).await;
    let found = found.map_err(|error| visit.failure(error))?;
    let discarded = (query(visit).get("discarded") == "1").then(|| {
        view! { <p class="note good" role="status">{t!(l, "import-discarded")}</p> }
    });
    let form = match found.is_open {
        true => form(visit, &found, wrong).into_any(),
        false => view! { <p class="note">{t!(l, "manage-not-published")}</p> }.into_any(),
    };
    let content = view! {
        {discarded}
        {form}
        {list(visit, &found)}
    };
    Ok(super::page(
        visit,
        &found.head,
        Stage::File,
        content.into_any(),
    ))
}

fn form(visit: &Visit, found: &Imports, wrong: Vec<(String, String)>) -> impl IntoView + use<> {
    let l = visit.locale;
    let slug = found.head.slug.as_str();
    let error = wrong.first().map(|(_, text)| text.clone());
    let class = if error.is_some() {
        "field refused"
    } else {
        "field"
    };
    let invalid = error.is_some().then_some("true");
    let described = match error {
        Some(_) => "file-hint file-error",
        None => "file-hint",
    };
    let error = error.map(|text| view! { <p class="error" id="file-error">{text}</p> });
    let hint = t!(
        l,
        "import-file-hint",
        megabytes = found.limits.bytes / MIB,
        rows = found.limits.rows
    );
    let accept = ".csv,.xlsx,text/csv,\
        application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    view! {
        <p>{t!(l, "import-intro")}</p>
        {summary(l, wrong)}
        <form
            method="post" action=event_path(visit, slug, "/import") class="event-form"
            enctype="multipart/form-data" novalidate=true
        >
            <div class=class>
                <label for="file">{t!(l, "import-file")}</label>
                <p class="hint" id="file-hint">{hint}</p>
                {error}
                <input
                    id="file" name="file" type="file" accept=accept required=true
                    aria-invalid=invalid aria-describedby=described
                />
            </div>
            <div class="actions">
                <button type="submit">{t!(l, "import-upload")}</button>
            </div>
        </form>
        <p class="soft">{t!(l, "import-example")} " " {examples(visit, slug)}</p>
        <details>
            <summary>{t!(l, "import-fields")}</summary>
            <p>{t!(l, "import-fields-hint")}</p>
            {fields(l)}
        </details>
    }
}

fn examples(visit: &Visit, slug: &str) -> impl IntoView + use<> {
    let l = visit.locale;
    let link = |end: &str, name: &'static str| {
        let href = event_path(visit, slug, &format!("/import/example.{end}"));
        let label = t!(l, "import-example-as", format = name);
        view! { <a href=href download="" aria-label=label>{name}</a> }
    };
    view! { {link("csv", "CSV")} {DOT} {link("xlsx", "Excel")} }
}

/// What a list can hold, field by field.
fn fields(l: Locale) -> impl IntoView + use<> {
    let rows = PARTICIPANT.iter().map(|field| {
        let required = field.required.then(|| {
            view! { " " <span class="state quiet">{t!(l, "import-fields-required")}</span> }
        });
        let form = l.text(&format!("import-expected-{}", field.key));
        view! {
            <tr>
                <th scope="row">{super::field_name(l, field.key)} {required}</th>
                <td>{form}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="table-wrap" tabindex="0">
            <table class="stack">
                <caption class="hidden">{t!(l, "import-fields")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(l, "import-fields-name")}</th>
                        <th scope="col">{t!(l, "import-fields-form")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn list(visit: &Visit, found: &Imports) -> impl IntoView + use<> {
    let l = visit.locale;
    (!found.imports.is_empty()).then(|| {
        let files = event_path(visit, &found.head.slug, "/import");
        let rows = found.imports.iter().map(|import| row(visit, found, import));
        let rows = rows.collect_view();
        view! {
            <section aria-labelledby="imports">
                <h3 id="imports">{t!(l, "import-list")}</h3>
                <p class="soft">{exports(l, &files, "")}</p>
                <div class="table-wrap" tabindex="0">
                    <table class="stack">
                        <caption class="hidden">{t!(l, "import-list")}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{t!(l, "import-column-file")}</th>
                                <th scope="col">{t!(l, "import-column-state")}</th>
                                <th scope="col">{t!(l, "import-column-by")}</th>
                                <th scope="col">{t!(l, "import-column-at")}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                <p class="soft">{t!(l, "import-kept")}</p>
            </section>
        }
    })
}

fn row(visit: &Visit, found: &Imports, import: &Import) -> impl IntoView + use<> {
    let l = visit.locale;
    let rest = match import.state {
        ImportState::Uploaded => "/columns",
        ImportState::Read | ImportState::Done | ImportState::TakenBack => "",
    };
    let href = path(visit, &found.head.slug, import.id, rest);
    let (class, state) = match import.state {
        ImportState::Uploaded => ("state warn", t!(l, "import-state-uploaded")),
        ImportState::Read => ("state warn", t!(l, "import-state-read")),
        ImportState::Done => {
            let text = t!(l, "import-state-done", count = import.added);
            ("state good", text)
        }
        ImportState::TakenBack => ("state quiet", t!(l, "import-state-taken-back")),
    };
    view! {
        <tr>
            <th scope="row">
                <a href=href>
                    <bdi>{import.file_name.clone()}</bdi>
                </a>
            </th>
            <td>
                <span class=class>{state}</span>
            </td>
            <td data-label=t!(l, "import-column-by")>
                <bdi>{import.by.clone()}</bdi>
            </td>
            <td class="num" data-label=t!(l, "import-column-at")>
                {moment(l, &found.head, import.at)}
            </td>
        </tr>
    }
}
