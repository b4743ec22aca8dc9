//! Who organises an event: that decides who may look after it.

use crate::{Result, Tx};
use maktab_domain::{EventId, OrganisationId};

/// The organisations that organise the event.
///
/// # Errors
/// The database failed.
pub async fn organisers_of_event(tx: &mut Tx, event: EventId) -> Result<Vec<OrganisationId>> {
    let rows = rows!(
        tx,
        (OrganisationId,),
        "SELECT organisation_id FROM event_organisers WHERE event_id = $1 ORDER BY organisation_id",
        event
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
