//! The second step: which column holds what, and what becomes of the people.

use super::{Stage, discard, failed, field_name, import_id, path, refused, to};
use crate::pages::manage::invitations::roles;
use crate::pages::manage::{event_path, organisation};
use crate::web::{Answer, CheckBox, Form, Page, Posted, SelectField, Visit, languages, summary};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use maktab_domain::Invalid;
use maktab_locale::{Locale, t};
use maktab_services::importing::{ChoicesForm, ImportColumns, Outcome};
use maktab_services::reference::Reference;
use maktab_services::{Error, FieldErrors};
use maktab_tables::{Encoding, Origin, PARTICIPANT};
use std::sync::Arc;

type Address = Path<(String, String, String)>;

pub(super) async fn show(visit: Visit, Path((_, slug, id)): Address) -> Answer<Response> {
    page(&visit, (&slug, &id), None).await
}

pub(super) async fn choose(
    visit: Visit,
    Path((_, slug, id)): Address,
    posted: Posted,
) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let import = import_id(&visit, &id)?;
    let services = visit.services();
    let (done, next) = if posted.get("action") == "reread" {
        let (encoding, sheet) = (posted.get("encoding"), posted.get("sheet"));
        let reread = services.reread_import(actor, &slug, import, encoding, sheet);
        (reread.await, "/columns")
    } else {
        let form = typed(&posted);
        (
            services.choose_import(actor, &slug, import, &form).await,
            "",
        )
    };
    match done {
        Ok(()) => Ok(to(&path(&visit, &slug, import, next))),
        Err(Error::Refused(errors)) => page(&visit, (&slug, &id), Some((posted, errors))).await,
        Err(error) => failed(&visit, &slug, error).await,
    }
}

/// The name of the form's field for a field of a participant.
fn column_of(key: &str) -> String {
    format!("column-{key}")
}

fn typed(posted: &Posted) -> ChoicesForm {
    let columns = PARTICIPANT.iter().map(|field| {
        let column = posted.get(&column_of(field.key)).to_owned();
        (field.key, column)
    });
    ChoicesForm {
        columns: columns.collect(),
        outcome: posted.get("outcome").to_owned(),
        role: posted.get("role").to_owned(),
        organisation: posted.get("organisation").to_owned(),
        language: posted.get("language").to_owned(),
        tell: posted.get("tell") == "yes",
    }
}

/// The choices as a form posts them.
fn values(form: &ChoicesForm) -> Posted {
    let columns = form.columns.iter();
    let columns = columns.map(|(key, column)| (column_of(key), column.clone()));
    let own = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let tell = form.tell.then(|| own("tell", "yes"));
    let others = [
        own("outcome", &form.outcome),
        own("role", &form.role),
        own("organisation", &form.organisation),
        own("language", &form.language),
    ];
    Posted::from_pairs(columns.chain(others).chain(tell))
}

async fn page(
    visit: &Visit,
    (slug, id): (&str, &str),
    typed: Option<(Posted, FieldErrors)>,
) -> Answer<Response> {
    let l = visit.locale;
    let actor = visit.signed_in()?;
    let id = import_id(visit, id)?;
    let services = visit.services();
    let found = match services.import_columns(actor, slug, id, l).await {
        Ok(found) => found,
        Err(Error::NotNow("import-is-done")) => return Ok(to(&path(visit, slug, id, ""))),
        Err(error) => return failed(visit, slug, error).await,
    };
    let reference = services.reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    let is_refused = typed.is_some();
    let (values, errors) = match typed {
        // The form to read the file anew holds none of the other one's fields.
        Some((posted, errors)) if posted.get("action") == "reread" => (values(&found.form), errors),
        Some(typed) => typed,
        None => (values(&found.form), FieldErrors::new()),
    };
    let shown = shown(visit, &found, &reference, values, errors);
    Ok(match is_refused {
        true => refused(shown),
        false => shown.into_response(),
    })
}

fn shown(
    visit: &Visit,
    found: &ImportColumns,
    reference: &Arc<Reference>,
    values: Posted,
    errors: FieldErrors,
) -> Page {
    let l = visit.locale;
    let wrong = errors
        .iter()
        .map(|(field, why)| (field, wrong(l, field, why)));
    let wrong = wrong.map(|(field, text)| (field.to_owned(), text));
    let wrong: Vec<(String, String)> = wrong.collect();
    let form = Form::new(l, values, errors);
    let text = t!(
        l,
        "import-columns-text",
        rows = found.rows,
        file = found.import.file_name.as_str()
    );
    let other = event_path(visit, &found.head.slug, "/import");
    let content = view! {
        {summary(l, wrong)}
        <p>{text}</p>
        {examples(l, found)}
        {reading(visit, found, &form)}
        <form
            method="post" class="event-form"
            action=path(visit, &found.head.slug, found.import.id, "/columns")
        >
            {remarks(l, found)}
            {fields(l, found, &form)}
            {people(visit, found, reference, &form)}
            <div class="actions">
                <button type="submit">{t!(l, "import-check")}</button>
                <a class="btn quiet" href=other>{t!(l, "import-other-file")}</a>
            </div>
        </form>
        {discard(visit, &found.head.slug, found.import.id)}
    };
    super::page(visit, &found.head, Stage::Columns, content.into_any())
}

/// What is wrong with a field, by its own name where it is one of the columns.
fn wrong(l: Locale, field: &str, why: Invalid) -> String {
    let Some(key) = field.strip_prefix("column-") else {
        let own = format!("error-{field}-{why}");
        return match l.has(&own) {
            true => l.text(&own),
            false => l.text(&format!("error-{why}")),
        };
    };
    let field = field_name(l, key);
    match why {
        Invalid::Taken => t!(l, "import-column-twice", field = field),
        _ => t!(l, "import-column-missing", field = field),
    }
}

fn examples(l: Locale, found: &ImportColumns) -> impl IntoView + use<> {
    let headings = found.columns.iter().map(|(letters, heading)| {
        view! {
            <th scope="col">
                <span class="tag k">{letters.clone()}</span> " " <bdi>{heading.clone()}</bdi>
            </th>
        }
    });
    let headings = headings.collect_view();
    let many = found.columns.len();
    let rows = found.examples.iter().map(|row| {
        let cells = (0..many).map(|column| {
            let cell = row.cell(column).to_owned();
            view! { <td><bdi>{cell}</bdi></td> }
        });
        let cells = cells.collect_view();
        let number = l.number(i64::from(row.number));
        view! {
            <tr>
                <th scope="row" class="num">{number}</th>
                {cells}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="table-wrap import-example" tabindex="0">
            <table>
                <caption class="hidden">{t!(l, "import-columns-title")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(l, "import-columns-row")}</th>
                        {headings}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// The encoding of a text file and the worksheet of a workbook, where there is a choice.
fn reading(visit: &Visit, found: &ImportColumns, form: &Form) -> impl IntoView + use<> {
    let l = visit.locale;
    let plain = |text: &str| (text.to_owned(), text.to_owned());
    let (name, label, hint, now, options) = match &found.origin {
        Origin::Csv {
            encoding, guessed, ..
        } if *guessed || form.error("encoding").is_some() || *encoding != Encoding::Utf8 => {
            let options = Encoding::ALL.map(|one| plain(one.name())).to_vec();
            let (label, hint) = (t!(l, "import-encoding"), t!(l, "import-encoding-guessed"));
            ("encoding", label, hint, encoding.name().to_owned(), options)
        }
        Origin::Xlsx { sheet, sheets } if sheets.len() > 1 => {
            let options = sheets.iter().map(|one| plain(one)).collect();
            let label = t!(l, "import-sheet");
            ("sheet", label, String::new(), sheet.clone(), options)
        }
        Origin::Csv { .. } | Origin::Xlsx { .. } => return None,
    };
    let mut errors = FieldErrors::new();
    if form.error(name).is_some() {
        errors.push(name, Invalid::Choice);
    }
    let form = Form::new(l, Posted::from_pairs([(name, now)]), errors);
    Some(view! {
        <form
            method="post" class="event-form reread"
            action=path(visit, &found.head.slug, found.import.id, "/columns")
        >
            <SelectField form name label hint options />
            <button type="submit" class="quiet small" name="action" value="reread">
                {t!(l, "import-reread")}
            </button>
        </form>
    })
}

/// What to look at before going on.
fn remarks(l: Locale, found: &ImportColumns) -> impl IntoView + use<> {
    let note = |text: String| view! { <p class="note">{text}</p> };
    let several = found.several.iter().map(|(key, columns)| {
        let names = columns.iter().filter_map(|&at| found.columns.get(at));
        let names: Vec<String> = names.map(label).collect();
        let columns = l.series(&names);
        let field = field_name(l, key);
        note(t!(
            l,
            "import-column-several",
            field = field,
            columns = columns
        ))
    });
    let several = several.collect_view();
    let repeated = (!found.repeated.is_empty()).then(|| {
        let headings = l.series(&found.repeated);
        note(t!(l, "import-column-repeated", headings = headings))
    });
    view! { {repeated} {several} }
}

/// A column as it is chosen: its letters and its heading.
fn label((letters, heading): &(String, String)) -> String {
    match heading.is_empty() {
        true => letters.clone(),
        false => format!("{letters} · {heading}"),
    }
}

/// For each field the column that holds it.
fn fields(l: Locale, found: &ImportColumns, form: &Form) -> impl IntoView + use<> {
    let selects = PARTICIPANT.iter().map(|field| {
        let name = column_of(field.key);
        let chosen = form.value(&name);
        let options = found.columns.iter().enumerate().map(|(at, column)| {
            let value = at.to_string();
            let selected = value == chosen;
            view! { <option value=value selected=selected>{label(column)}</option> }
        });
        let options = options.collect_view();
        let optional = (!field.required).then(|| {
            view! { " " <span class="optional">{t!(l, "field-optional")}</span> }
        });
        let why = form.refused(&name);
        let error_id = format!("{name}-error");
        let described = why.is_some().then(|| error_id.clone());
        let invalid = why.is_some().then_some("true");
        let class = if why.is_some() {
            "field refused"
        } else {
            "field"
        };
        let error = why.map(|why| {
            let text = wrong(l, &name, why);
            view! { <p class="error" id=error_id>{text}</p> }
        });
        view! {
            <div class=class>
                <label for=name.clone()>{field_name(l, field.key)} {optional}</label>
                {error}
                <select
                    id=name.clone() name=name required=field.required aria-invalid=invalid
                    aria-describedby=described
                >
                    <option value="">{t!(l, "import-columns-none")}</option>
                    {options}
                </select>
            </div>
        }
    });
    let selects = selects.collect_view();
    view! {
        <section class="part" aria-labelledby="columns">
            <h3 id="columns">{t!(l, "import-columns-title")}</h3>
            <div class="import-columns">{selects}</div>
        </section>
    }
}

/// What becomes of the people, and what holds where their rows say nothing else.
fn people(
    visit: &Visit,
    found: &ImportColumns,
    reference: &Arc<Reference>,
    form: &Form,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let outcomes = Outcome::ALL.into_iter();
    let outcomes = outcomes.filter(|&one| found.can_offer || one != Outcome::Offer);
    let outcomes = outcomes.map(|one| (one.code().to_owned(), outcome_text(l, one)));
    let outcomes: Vec<_> = outcomes.collect();
    let hint = match found.can_offer {
        true => t!(l, "import-outcome-hint"),
        false => t!(l, "import-outcome-no-offer"),
    };
    let minutes = visit.services().settings().undo.as_seconds() / 60;
    view! {
        <section class="part" aria-labelledby="people">
            <h3 id="people">{t!(l, "import-people-title")}</h3>
            <SelectField
                form=form.clone() name="outcome" label=t!(l, "import-outcome") hint=hint
                options=outcomes
            />
            <CheckBox
                form=form.clone() name="tell" label=t!(l, "import-tell")
                hint=t!(l, "import-tell-hint", minutes = minutes) optional=true
            />
            <SelectField
                form=form.clone() name="role" label=t!(l, "import-field-role")
                hint=t!(l, "import-default-hint") options=roles(l)
            />
            <SelectField
                form=form.clone() name="organisation" label=t!(l, "import-field-organisation")
                hint=t!(l, "invite-organisation-hint") options=organisation::options(l, reference)
                blank=t!(l, "invite-organisation-none") optional=true
            />
            <SelectField
                form=form.clone() name="language" label=t!(l, "import-field-language")
                hint=t!(l, "import-default-hint") options=languages()
            />
        </section>
    }
}

/// What becomes of each person.
pub(super) fn outcome_text(l: Locale, outcome: Outcome) -> String {
    match outcome {
        Outcome::Offer => t!(l, "import-outcome-offer"),
        Outcome::List => t!(l, "import-outcome-list"),
        Outcome::Confirm => t!(l, "import-outcome-confirm"),
    }
}
