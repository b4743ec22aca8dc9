//! What is typed of a person, and its way through the rules of the domain.

use crate::{FieldErrors, Result};
use maktab_domain::{CountryCode, EmailAddress, Invalid, Line, NativeName, PersonName};
use maktab_locale::{Language, Locale};
use maktab_store::people::Details;

/// What is typed of a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DetailsForm {
    /// Name in Latin script.
    pub name: String,
    /// Name in another script, or nothing.
    pub native_name: String,
    /// Tag of the language of that name, or nothing.
    pub native_language: String,
    /// Code of the country.
    pub country: String,
    /// Where the person works.
    pub institution: String,
    /// As what.
    pub job_title: String,
    /// Tag of the language in which to write to the person.
    pub language: String,
}

/// The form of registration as it was typed.
#[derive(Debug, Clone, Default)]
pub struct RegistrationForm {
    /// The person.
    pub details: DetailsForm,
    /// The address; not looked at where somebody is signed in.
    pub email: String,
    /// Whether the box of consent is ticked.
    pub consent: bool,
}

impl DetailsForm {
    pub(crate) fn from_row(row: &Details) -> Self {
        Self {
            name: row.name_latin.clone(),
            native_name: row.name_native.clone().unwrap_or_default(),
            native_language: row.name_native_language.clone().unwrap_or_default(),
            country: row.country.clone(),
            institution: row.institution.clone(),
            job_title: row.job_title.clone(),
            language: row.language.clone(),
        }
    }

    /// The details, or every field that cannot be accepted, in the order of the form.
    pub(crate) fn check(&self, countries: &[String], errors: &mut FieldErrors) -> Option<Details> {
        let name = errors.take("name", PersonName::parse(&self.name));
        let native = NativeName::parse_optional(&self.native_name);
        let native = errors.take("native-name", native);
        let native_language = errors.take("native-language", self.check_native_language());
        let country = errors.take("country", programme_country(&self.country, countries));
        let institution = errors.take("institution", Line::parse(&self.institution));
        let job_title = errors.take("job-title", Line::parse(&self.job_title));
        let language = Locale::from_tag(&self.language).ok_or(Invalid::Choice);
        let language = errors.take("language", language);
        let native = native?;
        Some(Details {
            name_latin: name?.into_string(),
            name_native_language: native.as_ref().and(native_language?),
            name_native: native.map(NativeName::into_string),
            country: country?.as_str().to_owned(),
            institution: institution?.into_string(),
            job_title: job_title?.into_string(),
            language: language?.tag().to_owned(),
        })
    }

    fn check_native_language(&self) -> Result<Option<String>, Invalid> {
        match self.native_language.as_str() {
            "" => Ok(None),
            tag => Language::from_tag(tag)
                .map(|language| Some(language.tag().to_owned()))
                .ok_or(Invalid::Choice),
        }
    }
}

/// One of the countries of the programme.
fn programme_country(raw: &str, countries: &[String]) -> Result<CountryCode, Invalid> {
    let code = CountryCode::parse(raw)?;
    if countries.iter().any(|known| known == code.as_str()) {
        Ok(code)
    } else {
        Err(Invalid::Choice)
    }
}

impl RegistrationForm {
    /// Address and details; `fixed` is the address of somebody who is signed in.
    ///
    /// # Errors
    /// Every field that cannot be accepted, in the order of the form.
    pub(crate) fn check(
        &self,
        countries: &[String],
        fixed: Option<&EmailAddress>,
    ) -> Result<(EmailAddress, Details), FieldErrors> {
        let mut errors = FieldErrors::new();
        let email = match fixed {
            Some(email) => Some(email.clone()),
            None => errors.take("email", EmailAddress::parse(&self.email)),
        };
        let details = self.details.check(countries, &mut errors);
        if !self.consent {
            errors.push("consent", Invalid::Consent);
        }
        match (email, details) {
            (Some(email), Some(details)) if errors.is_empty() => Ok((email, details)),
            _ => Err(errors),
        }
    }
}
