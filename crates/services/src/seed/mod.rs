//! Filling a new installation with reference and demonstration data.

mod demonstration;
mod memorandum;

pub use demonstration::{DemonstrationAccount, Seeded, demonstration_accounts};

use crate::{Error, Result, Services};
use maktab_domain::OrganisationId;
use maktab_store::seeding as store;

impl Services {
    /// Puts in the organisations, countries and areas of the memorandum. What is
    /// there already is brought up to date; who signs stays.
    ///
    /// # Errors
    /// The database failed.
    pub async fn seed_reference(&self) -> Result<()> {
        let mut tx = self.database().write_alone().await?;
        memorandum::put(&mut tx, || self.new_id(OrganisationId)).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Says who signs certificates for the organisation of this code.
    ///
    /// # Errors
    /// There is no such organisation, the name cannot be one, or the database failed.
    pub async fn name_signatory(&self, code: &str, name: &str) -> Result<()> {
        let name = maktab_domain::Line::parse(name)
            .map_err(|why| crate::FieldErrors::of("signatory", why))?;
        let mut tx = self.database().write_alone().await?;
        if !store::put_signatory(&mut tx, code, name.as_str()).await? {
            return Err(Error::NotFound);
        }
        tx.commit().await?;
        Ok(())
    }

    /// Codes of the organisations for which nobody signs yet; `None` where there
    /// are no organisations at all.
    ///
    /// # Errors
    /// The database failed.
    pub async fn unsigned_organisations(&self) -> Result<Option<Vec<String>>> {
        let mut tx = self.database().read().await?;
        let all = store::organisations(&mut tx).await?;
        let unsigned =
            |(_, code, name): &(_, String, String)| name.is_empty().then(|| code.clone());
        Ok((!all.is_empty()).then(|| all.iter().filter_map(unsigned).collect()))
    }

    /// Whether the database holds demonstration data, whose passwords everybody knows.
    ///
    /// # Errors
    /// The database failed.
    pub async fn holds_demonstration(&self) -> Result<bool> {
        let mut tx = self.database().read().await?;
        Ok(store::is_demonstration(&mut tx).await?)
    }
}
