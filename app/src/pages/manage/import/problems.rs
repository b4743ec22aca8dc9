//! What is wrong with the rows of a file: as a table on the page, and as a file.

use super::{failed, field_name, import_id, path};
use crate::web::{Answer, Export, Visit, exports};
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use maktab_domain::Invalid;
use maktab_locale::{Locale, t};
use maktab_services::importing::{ImportPreview, ImportProblem};
use maktab_tables::Cell;

/// How many stand on the page.
const SHOWN: usize = 200;

pub(super) async fn download(
    visit: Visit,
    Path((_, slug, id)): Path<(String, String, String)>,
) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let id = import_id(&visit, &id)?;
    let found = match visit.services().import_preview(actor, &slug, id, 1).await {
        Ok(found) => found,
        Err(error) => return failed(&visit, &slug, error).await,
    };
    let l = visit.locale;
    let columns = [
        ("row", t!(l, "import-problem-row")),
        ("column", t!(l, "import-problem-column")),
        ("heading", t!(l, "import-fields-name")),
        ("field", t!(l, "import-problem-field")),
        ("value", t!(l, "import-problem-value")),
        ("expected", t!(l, "import-problem-expected")),
    ];
    let mut table = Export::new(&visit, t!(l, "import-stage-check"), columns);
    for problem in &found.problems {
        table.row([
            i64::from(problem.row).into(),
            problem.column.clone().into(),
            problem.heading.clone().into(),
            Cell::word(&problem.field, field_name(l, &problem.field)),
            problem.value.clone().into(),
            Cell::word(&problem.why, expected(l, problem)),
        ]);
    }
    table
        .download_people(&visit, &slug, &format!("problems-{slug}"))
        .await
}

/// What should stand in the cell, and why what stands there is not it where that is not plain.
fn expected(l: Locale, problem: &ImportProblem) -> String {
    if let Some(row) = problem.same_as {
        return t!(l, "import-repeated", row = row);
    }
    let form = l.text(&format!("import-expected-{}", problem.field));
    let why: Option<Invalid> = problem.why.parse().ok();
    match why {
        Some(why @ (Invalid::TooLong | Invalid::TooShort | Invalid::Character)) => {
            format!("{form}. {}", l.text(&format!("error-{why}")))
        }
        _ => form,
    }
}

/// All of it, as far as a page can hold it.
pub(super) fn table(visit: &Visit, found: &ImportPreview) -> impl IntoView + use<> {
    let l = visit.locale;
    let count = found.import.problems;
    let rows = found.problems.iter().take(SHOWN);
    let rows = rows.map(|problem| table_row(l, problem)).collect_view();
    let cut = usize::try_from(count).is_ok_and(|count| count > SHOWN);
    let more = cut.then(|| {
        let text = t!(l, "import-problems-more", shown = SHOWN, count = count);
        view! { <p class="soft">{text}</p> }
    });
    let files = path(visit, &found.head.slug, found.import.id, "/problems");
    view! {
        <section class="note bad" role="alert" aria-labelledby="problems">
            <h3 id="problems">{t!(l, "import-problems-title", count = count)}</h3>
            <p>{t!(l, "import-problems-text")}</p>
        </section>
        <p class="soft">{exports(l, &files, "")}</p>
        <div class="table-wrap" tabindex="0">
            <table class="stack problems">
                <caption class="hidden">{t!(l, "import-problems-title", count = count)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(l, "import-problem-row")}</th>
                        <th scope="col">{t!(l, "import-problem-column")}</th>
                        <th scope="col">{t!(l, "import-problem-value")}</th>
                        <th scope="col">{t!(l, "import-problem-expected")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {more}
    }
}

fn table_row(l: Locale, problem: &ImportProblem) -> impl IntoView + use<> {
    let heading = match problem.heading.is_empty() {
        true => field_name(l, &problem.field),
        false => problem.heading.clone(),
    };
    let value = match problem.value.is_empty() {
        true => view! { <span class="soft">{t!(l, "import-problem-empty")}</span> }.into_any(),
        false => view! { <bdi>{problem.value.clone()}</bdi> }.into_any(),
    };
    let row = l.number(i64::from(problem.row));
    view! {
        <tr>
            <th scope="row" class="num" data-label=t!(l, "import-problem-row")>{row}</th>
            <td data-label=t!(l, "import-problem-column")>
                <bdi>{heading}</bdi> " " <span class="tag k">{problem.column.clone()}</span>
            </td>
            <td data-label=t!(l, "import-problem-value")>{value}</td>
            <td data-label=t!(l, "import-problem-expected")>{expected(l, problem)}</td>
        </tr>
    }
}
