//! An empty list with the headings that are recognised, in the reader's language.

use super::field_name;
use crate::web::{Answer, Export, Visit};
use axum::extract::Path;
use axum::response::Response;
use maktab_locale::t;
use maktab_services::Error;
use maktab_tables::PARTICIPANT;

pub(super) async fn download(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let head = visit.services().coordinated_head(actor, &slug).await;
    let head = head.map_err(|error| visit.failure(error))?;
    if head.is_none() {
        return Err(visit.failure(Error::NotFound));
    }
    let l = visit.locale;
    let columns = PARTICIPANT.map(|field| (field.key, field_name(l, field.key)));
    Export::new(&visit, t!(l, "import-title"), columns).download(&visit, "participants")
}
