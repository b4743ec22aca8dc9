//! The few people one can sign in as.

use serde::{Deserialize, Serialize};

use crate::{DataError, Event, Texts, data};

/// What a person may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Registers for events and holds certificates.
    Trainee,
    /// Runs sessions and takes attendance.
    Trainer,
    /// Plans events, decides on registrations, issues certificates.
    Coordinator,
    /// Nominates a country's officials.
    FocalPoint,
    /// Installs and configures.
    Administrator,
}

/// Where a role holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Everywhere (administrators), or over nothing but oneself (trainees).
    Whole,
    /// The events of the organisation with this key.
    Organisation(String),
    /// The event with this slug.
    Event(String),
    /// The people of this country (ISO 3166-1 alpha-2).
    Country(String),
}

/// A role with its scope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoleGrant {
    /// What.
    pub role: Role,
    /// Where.
    pub scope: Scope,
}

/// A sign-in for the demonstration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Account {
    /// Key of the person.
    pub person: String,
    /// Password in plain text; exists only in demo mode.
    pub password: String,
    /// Roles. A trainer has one grant for each event taught.
    pub roles: Vec<RoleGrant>,
}

/// One entry of `accounts.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Named {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) native: Option<(String, String)>,
    pub(crate) country: String,
    pub(crate) email: String,
    pub(crate) organisation: String,
    pub(crate) position: Texts,
    pub(crate) language: String,
    password: String,
    pub(crate) role: Role,
    #[serde(default)]
    scope: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    account: Vec<Named>,
}

/// The people with accounts, in the order of the file.
pub(crate) fn load() -> Result<Vec<Named>, DataError> {
    let file: File = data::parse("accounts", include_str!("../data/accounts.toml"))?;
    Ok(file.account)
}

/// Their accounts; a trainer's grants follow from the sessions of `events`.
pub(crate) fn accounts(named: Vec<Named>, events: &[Event]) -> Vec<Account> {
    let account = |named: Named| Account {
        roles: grants(&named, events),
        person: named.key,
        password: named.password,
    };
    named.into_iter().map(account).collect()
}

fn grants(named: &Named, events: &[Event]) -> Vec<RoleGrant> {
    let grant = |scope| RoleGrant {
        role: named.role,
        scope,
    };
    match named.role {
        Role::Trainee | Role::Administrator => vec![grant(Scope::Whole)],
        Role::Coordinator => vec![grant(Scope::Organisation(named.scope.clone()))],
        Role::FocalPoint => vec![grant(Scope::Country(named.scope.clone()))],
        Role::Trainer => events
            .iter()
            .filter(|event| event.trainers().contains(named.key.as_str()))
            .map(|event| grant(Scope::Event(event.slug.clone())))
            .collect(),
    }
}
