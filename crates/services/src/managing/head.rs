//! What stands at the top of every page about an event.

use crate::editing::coordinated;
use crate::{Actor, Error, Result, Services};
use maktab_domain::{EventKind, EventMode, EventState, Texts, Timestamp};
use maktab_store::{Tx, attendance, editing as store};

/// What stands at the top of every page about an event.
#[derive(Debug, Clone)]
pub struct Head {
    /// Its name in addresses.
    pub slug: String,
    /// Its titles.
    pub titles: Texts,
    /// Where it stands.
    pub state: EventState,
    /// Its kind.
    pub kind: EventKind,
    /// How people take part.
    pub mode: EventMode,
    /// IANA name of its time zone.
    pub time_zone: String,
    /// Code of the host country.
    pub country: String,
    /// The city.
    pub city: Texts,
    /// First instant.
    pub starts_at: Timestamp,
    /// Last instant.
    pub ends_at: Timestamp,
}

impl Services {
    /// An event in brief for somebody who coordinates it; `None` for everybody else, and
    /// where there is no such event.
    ///
    /// # Errors
    /// The database failed.
    pub async fn coordinated_head(&self, actor: &Actor, slug: &str) -> Result<Option<Head>> {
        let mut tx = self.database().read().await?;
        match coordinated(&mut tx, actor, slug).await {
            Ok(event) => Head::load(&mut tx, &event.row).await.map(Some),
            Err(Error::Forbidden | Error::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

impl Head {
    pub(crate) async fn load(tx: &mut Tx, row: &store::EventRow) -> Result<Self> {
        let mut titles = attendance::titles_of_events(tx, &[row.id]).await?;
        let columns = row.columns.clone();
        Ok(Self {
            slug: row.slug.clone(),
            titles: titles.remove(&row.id).unwrap_or_default(),
            state: row.state,
            kind: columns.kind,
            mode: columns.mode,
            time_zone: columns.time_zone,
            country: columns.country,
            city: columns.city,
            starts_at: columns.starts_at,
            ends_at: columns.ends_at,
        })
    }
}
