//! What changes seldom and stands on every page: organisations, countries, areas, languages.

use crate::{Result, Tx};
use maktab_domain::{CountryCode, OrganisationId, Texts};

/// An organisation.
#[derive(Debug, sqlx::FromRow)]
pub struct OrganisationRow {
    /// The organisation.
    pub id: OrganisationId,
    /// Its acronym, as in `ECO`.
    pub code: String,
    /// Its full name by language.
    #[sqlx(json)]
    pub names: Texts,
    /// Who signs its certificates.
    pub signatory_name: String,
    /// The office in which they sign, by language.
    #[sqlx(json)]
    pub signatory_office: Texts,
}

/// An area of cooperation.
#[derive(Debug, sqlx::FromRow)]
pub struct AreaRow {
    /// Its code, as in `ii`.
    pub code: String,
    /// Its name by language.
    #[sqlx(json)]
    pub names: Texts,
    /// The same, short enough for a label.
    #[sqlx(json)]
    pub short_names: Texts,
}

/// A country that takes part.
#[derive(Debug, sqlx::FromRow)]
pub struct CountryRow {
    /// Its code.
    #[sqlx(try_from = "String")]
    pub code: CountryCode,
}

/// All organisations in their order.
///
/// # Errors
/// The database failed.
pub async fn organisations(tx: &mut Tx) -> Result<Vec<OrganisationRow>> {
    rows!(
        tx,
        OrganisationRow,
        "SELECT id, code, names, signatory_name, signatory_office
         FROM organisations ORDER BY position, code"
    )
}

/// All areas in their order.
///
/// # Errors
/// The database failed.
pub async fn areas(tx: &mut Tx) -> Result<Vec<AreaRow>> {
    rows!(
        tx,
        AreaRow,
        "SELECT code, names, short_names FROM areas ORDER BY position, code"
    )
}

/// All countries in their order.
///
/// # Errors
/// The database failed.
pub async fn countries(tx: &mut Tx) -> Result<Vec<CountryRow>> {
    rows!(
        tx,
        CountryRow,
        "SELECT code FROM countries ORDER BY position, code"
    )
}

/// The tags of the languages in which events of the catalogue are held, by tag.
///
/// # Errors
/// The database failed.
pub async fn event_languages(tx: &mut Tx) -> Result<Vec<String>> {
    let tags = rows!(
        tx,
        (String,),
        "SELECT DISTINCT l.language FROM event_languages l
         JOIN events e ON e.id = l.event_id
         WHERE e.state <> 'draft' ORDER BY l.language"
    )?;
    Ok(tags.into_iter().map(|(tag,)| tag).collect())
}
