//! One's own details.

use crate::registration::DetailsForm;
use crate::{Actor, Error, FieldErrors, Result, Services};
use maktab_store::people;

impl Services {
    /// One's own details, and the codes of the countries to choose from.
    ///
    /// # Errors
    /// The database failed.
    pub async fn my_details(&self, actor: &Actor) -> Result<(DetailsForm, Vec<String>)> {
        let countries = self.countries().await?;
        let mut tx = self.database().read().await?;
        let row = people::by_id(&mut tx, actor.person).await?;
        let row = row.ok_or(Error::NotFound)?;
        Ok((DetailsForm::from_row(&row.details), countries))
    }

    /// Changes one's own details. Registrations and certificates that exist stay as they are.
    ///
    /// # Errors
    /// [`Error::Refused`] with the fields that cannot be accepted, or the database failed.
    pub async fn change_my_details(&self, actor: &Actor, form: &DetailsForm) -> Result<()> {
        let countries = self.countries().await?;
        let mut errors = FieldErrors::new();
        let details = match form.check(&countries, &mut errors) {
            Some(details) if errors.is_empty() => details,
            _ => return Err(errors.into()),
        };
        let mut tx = self.database().write().await?;
        people::update(&mut tx, actor.person, &details, self.now()).await?;
        let (account, nothing) = (Some(actor.account), serde_json::json!({}));
        self.record(&mut tx, account, "person.changed", actor.person.0, &nothing)
            .await?;
        Ok(tx.commit().await?)
    }
}
