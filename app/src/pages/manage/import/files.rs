//! The lists of an import as files: the imports of an event, and the rows of one.

use super::{failed, import_id};
use crate::web::{Answer, Export, Visit};
use axum::extract::Path;
use axum::response::Response;
use maktab_domain::Timestamp;
use maktab_locale::{LocalTime, t};
use maktab_services::importing::{ImportState, Outcome, PreviewRow, WhichRows};
use maktab_tables::Cell;

/// All imports of an event, the latest first.
pub(super) async fn imports(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let found = visit.services().all_imports(actor, &slug).await;
    let found = found.map_err(|error| visit.failure(error))?;
    let l = visit.locale;
    let columns = [
        ("file", t!(l, "import-column-file")),
        ("state", t!(l, "import-column-state")),
        ("uploaded_by", t!(l, "import-column-by")),
        ("uploaded_at", t!(l, "import-column-at")),
        ("rows", t!(l, "import-fact-rows")),
        ("problems", t!(l, "export-problems")),
        ("outcome", t!(l, "import-outcome")),
        ("added", t!(l, "import-fact-added")),
        ("carried_out_by", t!(l, "import-fact-by")),
        ("carried_out_at", t!(l, "export-carried-out-at")),
        ("sha256", t!(l, "import-fact-hash")),
    ];
    let mut table = Export::new(&visit, t!(l, "import-list"), columns);
    let time = |at: Timestamp| {
        let at = LocalTime::or_utc(at.millis(), &found.head.time_zone);
        Cell::from(at.iso_datetime())
    };
    for import in &found.imports {
        let (state, word) = match import.state {
            ImportState::Uploaded => ("uploaded", t!(l, "import-state-uploaded")),
            ImportState::Read => ("read", t!(l, "import-state-read")),
            ImportState::Done => {
                let word = t!(l, "import-state-done", count = import.added);
                ("done", word)
            }
            ImportState::TakenBack => ("taken-back", t!(l, "import-state-taken-back")),
        };
        let outcome = match import.outcome {
            Outcome::Offer => t!(l, "import-outcome-offer"),
            Outcome::List => t!(l, "import-outcome-list"),
            Outcome::Confirm => t!(l, "import-outcome-confirm"),
        };
        let (by, at) = import.done.clone().unzip();
        table.row([
            import.file_name.as_str().into(),
            Cell::word(state, word),
            import.by.as_str().into(),
            time(import.at),
            import.rows.into(),
            import.problems.into(),
            Cell::word(import.outcome.code(), outcome),
            import.added.into(),
            by.into(),
            at.map(time).into(),
            import.file_hash.as_str().into(),
        ]);
    }
    table.download(&visit, &format!("imports-{}", found.head.slug))
}

type Address = Path<(String, String, String)>;

/// Those who would be added.
pub(super) async fn to_add(visit: Visit, Path((_, slug, id)): Address) -> Answer<Response> {
    rows(&visit, &slug, &id, WhichRows::ToAdd).await
}

/// Those who are registered already.
pub(super) async fn passed_over(visit: Visit, Path((_, slug, id)): Address) -> Answer<Response> {
    rows(&visit, &slug, &id, WhichRows::PassedOver).await
}

async fn rows(visit: &Visit, slug: &str, id: &str, which: WhichRows) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let id = import_id(visit, id)?;
    let services = visit.services();
    let rows = match services.import_rows(actor, slug, id, which).await {
        Ok(rows) => rows,
        Err(error) => return failed(visit, slug, error).await,
    };
    let reference = services.reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    let l = visit.locale;
    let columns = [
        ("row", t!(l, "import-problem-row")),
        ("name", t!(l, "import-field-name")),
        ("email", t!(l, "import-field-email")),
        ("institution", t!(l, "import-field-institution")),
        ("country", t!(l, "import-field-country")),
        ("role", t!(l, "import-field-role")),
        ("organisation", t!(l, "import-field-organisation")),
        ("known", t!(l, "import-fact-known")),
        ("state", t!(l, "manage-column-state")),
    ];
    let (title, name) = match which {
        WhichRows::ToAdd => (t!(l, "import-rows-title"), "import-people"),
        WhichRows::PassedOver => (t!(l, "import-passed-title"), "import-registered"),
    };
    let mut table = Export::new(visit, title, columns);
    let row = |row: PreviewRow| {
        let organisation = row.organisation.and_then(|id| reference.organisation(id));
        let role = row.role.code();
        let state = row.state.map(|state| {
            let word = l.text(&format!("state-registration-{state}"));
            Cell::word(state.code(), word)
        });
        [
            row.number.into(),
            row.name.into(),
            row.email.into(),
            row.institution.into(),
            Cell::word(&row.country, l.country_name(&row.country)),
            Cell::word(role, l.text(&format!("role-in-event-{role}"))),
            organisation.map(|one| one.code.to_uppercase()).into(),
            i64::from(row.known).into(),
            state.into(),
        ]
    };
    for cells in rows.into_iter().map(row) {
        table.row(cells);
    }
    let name = format!("{name}-{slug}");
    table.download_people(visit, slug, &name).await
}
