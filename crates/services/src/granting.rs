//! Giving roles to people and taking them away, as an administrator does from the program.

use crate::{Error, Result, Services};
use maktab_domain::{
    AccountId, CountryCode, EmailAddress, OrganisationId, PersonId, Role, RoleGrantId,
};
use maktab_locale::Locale;
use maktab_store::accounts::GrantRow;
use maktab_store::people::Details;
use maktab_store::{Tx, accounts, people, seeding};

/// A role, where it holds, and for whom.
#[derive(Debug, Clone)]
pub struct Granting {
    /// The person's address.
    pub email: EmailAddress,
    /// The role.
    pub role: Role,
    /// Code of the organisation within which it holds; everywhere without.
    pub organisation: Option<String>,
    /// The country for which it holds (a focal point needs one), or where the person is from.
    pub country: Option<CountryCode>,
    /// Name in Latin script, of a person who is not known yet.
    pub name: Option<String>,
    /// Tag of the language in which to write to a person who is not known yet.
    pub language: String,
}

/// Why a role cannot be given or taken away.
#[derive(Debug, thiserror::Error)]
pub enum GrantingError {
    /// There is no such organisation; the codes there are.
    #[error("there is no organisation {0:?}; there are: {1}")]
    NoOrganisation(String, String),
    /// A focal point is one of a country.
    #[error("a focal point needs a country, as in --country TJ")]
    CountryMissing,
    /// The country does not take part.
    #[error("{0} is not one of the countries that take part")]
    NoCountry(CountryCode),
    /// There is no such language.
    #[error("there is no language {0:?}: it has to be en, ru, fa or tr")]
    NoLanguage(String),
    /// The person has to be described.
    #[error(
        "nobody is known under this address yet: give --name and --country as well, or let the \
         person register for an event first"
    )]
    Unknown,
    /// Every person is a trainee.
    #[error("everybody is a trainee without being made one")]
    Trainee,
    /// There is nothing to take away.
    #[error("this role was not given to this person")]
    NotGiven,
    /// The database failed.
    #[error(transparent)]
    Failed(#[from] Error),
}

impl From<maktab_store::Error> for GrantingError {
    fn from(error: maktab_store::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl Services {
    /// Gives a role, making the person and the account where there are none: whoever runs this
    /// program on its machine vouches for the address. `false` where the role was given before.
    ///
    /// # Errors
    /// [`GrantingError`]; nothing is stored then.
    pub async fn grant(&self, what: &Granting) -> Result<bool, GrantingError> {
        let mut tx = self.database().write().await?;
        let row = scope(&mut tx, what).await?;
        let account = self.account_for(&mut tx, what).await?;
        if is_among(&accounts::grants(&mut tx, account).await?, &row) {
            return Ok(false);
        }
        let id = self.new_id(RoleGrantId);
        accounts::grant(&mut tx, id, account, &row, self.now()).await?;
        let detail = detail(what);
        self.record(&mut tx, None, "role.granted", account.0, &detail)
            .await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Takes a role away; it ends with the person's next request.
    ///
    /// # Errors
    /// [`GrantingError`]; nothing is stored then.
    pub async fn withdraw_grant(&self, what: &Granting) -> Result<(), GrantingError> {
        let mut tx = self.database().write().await?;
        let row = scope(&mut tx, what).await?;
        let account = accounts::by_email(&mut tx, what.email.as_str()).await?;
        let account = account.ok_or(GrantingError::NotGiven)?;
        if accounts::withdraw(&mut tx, account.id, &row).await? == 0 {
            return Err(GrantingError::NotGiven);
        }
        let detail = detail(what);
        self.record(&mut tx, None, "role.withdrawn", account.id.0, &detail)
            .await?;
        Ok(tx.commit().await?)
    }

    async fn account_for(&self, tx: &mut Tx, what: &Granting) -> Result<AccountId, GrantingError> {
        let now = self.now();
        let email = what.email.as_str();
        let person = match people::by_email(tx, email).await? {
            Some(person) => person.id,
            None => {
                let details = described(tx, what).await?;
                let id = self.new_id(PersonId);
                people::insert(tx, id, email, Some(now), &details, now).await?;
                id
            }
        };
        Ok(accounts::ensure(tx, self.new_id(AccountId), person, now).await?)
    }
}

async fn described(tx: &mut Tx, what: &Granting) -> Result<Details, GrantingError> {
    let name = what.name.as_deref().map(str::trim).unwrap_or_default();
    let country = what.country.filter(|_| !name.is_empty());
    let country = country.ok_or(GrantingError::Unknown)?;
    takes_part(tx, country).await?;
    let language = Locale::from_tag(&what.language)
        .ok_or_else(|| GrantingError::NoLanguage(what.language.clone()))?;
    Ok(Details {
        name_latin: name.to_owned(),
        name_native: None,
        name_native_language: None,
        country: country.to_string(),
        institution: what.organisation.clone().unwrap_or_default().to_uppercase(),
        job_title: String::new(),
        language: language.tag().to_owned(),
    })
}

/// Where the role holds, as it is stored.
async fn scope(tx: &mut Tx, what: &Granting) -> Result<GrantRow, GrantingError> {
    let (organisation_id, country) = match what.role {
        Role::Trainee => return Err(GrantingError::Trainee),
        Role::FocalPoint => {
            let country = what.country.ok_or(GrantingError::CountryMissing)?;
            takes_part(tx, country).await?;
            (None, Some(country.to_string()))
        }
        Role::Trainer | Role::Coordinator | Role::Administrator => {
            (organisation(tx, what.organisation.as_deref()).await?, None)
        }
    };
    Ok(GrantRow {
        role: what.role,
        organisation_id,
        country,
    })
}

async fn organisation(
    tx: &mut Tx,
    code: Option<&str>,
) -> Result<Option<OrganisationId>, GrantingError> {
    let Some(code) = code else { return Ok(None) };
    let all = seeding::organisations(tx).await?;
    let found = all.iter().find(|(_, own, _)| own == code);
    let codes = || all.iter().map(|(_, own, _)| own.as_str());
    let unknown = || {
        let codes = codes().collect::<Vec<_>>().join(", ");
        GrantingError::NoOrganisation(code.to_owned(), codes)
    };
    found.map(|(id, ..)| Some(*id)).ok_or_else(unknown)
}

async fn takes_part(tx: &mut Tx, country: CountryCode) -> Result<(), GrantingError> {
    let all = maktab_store::reference::countries(tx).await?;
    if all.iter().any(|one| one.code == country) {
        Ok(())
    } else {
        Err(GrantingError::NoCountry(country))
    }
}

fn is_among(given: &[GrantRow], row: &GrantRow) -> bool {
    given.iter().any(|one| {
        (one.role, one.organisation_id, &one.country)
            == (row.role, row.organisation_id, &row.country)
    })
}

fn detail(what: &Granting) -> serde_json::Value {
    serde_json::json!({
        "role": what.role.code(),
        "organisation": what.organisation,
        "country": what.country.map(|country| country.to_string()),
    })
}
