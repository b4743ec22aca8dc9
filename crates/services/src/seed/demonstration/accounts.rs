//! The few people one can sign in as.

use super::{Plan, codes, today};
use crate::sign_in::{NewPassword, hash_password};
use crate::{Error, Result};
use maktab_demo::{Account, Dataset, Scope};
use maktab_domain::{AccountId, Role, RoleGrantId, Timestamp};
use maktab_store::seeding as store;
use std::collections::BTreeMap;

/// An account of the demonstration, as it is told to whoever tries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemonstrationAccount {
    /// Name.
    pub name: String,
    /// Address to sign in with.
    pub address: String,
    /// Its password.
    pub password: String,
    /// The role.
    pub role: Role,
    /// Where it holds: an organisation, a country; empty for everywhere.
    pub scope: String,
    /// Path of the page to begin with, without the language.
    pub begin: &'static str,
}

/// The accounts of the demonstration that is put in at `now`.
///
/// # Errors
/// The data are defective.
pub fn demonstration_accounts(now: Timestamp) -> Result<Vec<DemonstrationAccount>> {
    let dataset = maktab_demo::try_dataset(today(now))
        .map_err(|error| Error::Failed(format!("the demonstration's data: {error}")))?;
    let told = |account| told(&dataset, account);
    Ok(dataset.accounts.iter().filter_map(told).collect())
}

fn told(dataset: &Dataset, account: &Account) -> Option<DemonstrationAccount> {
    let person = dataset.person(&account.person)?;
    let grant = account.roles.first();
    let role = grant.map_or(Role::Trainee, |grant| codes::role(grant.role));
    let scope = match grant.map(|grant| &grant.scope) {
        Some(Scope::Organisation(key)) => key.to_uppercase(),
        Some(Scope::Country(code)) => code.clone(),
        _ => String::new(),
    };
    Some(DemonstrationAccount {
        name: person.name_latin.clone(),
        address: person.email.to_lowercase(),
        password: account.password.clone(),
        role,
        scope,
        begin: match role {
            Role::Administrator | Role::Coordinator => "/manage",
            Role::Trainer => "/teach",
            Role::FocalPoint => "/nominate",
            Role::Trainee => "/my",
        },
    })
}

/// The accounts. Hashing is meant to be slow, so each password is hashed once.
pub(super) async fn rows(plan: &mut Plan<'_>) -> Result<Vec<store::Account>> {
    let mut hashes: BTreeMap<&str, String> = BTreeMap::new();
    let mut rows = Vec::new();
    for account in &plan.dataset.accounts {
        let hash = match hashes.get(account.password.as_str()) {
            Some(hash) => hash.clone(),
            None => {
                let password = NewPassword::parse(&account.password, &[]);
                let password = password.map_err(|_| super::missing("password", &account.person))?;
                hash_password(password, &plan.random).await?
            }
        };
        hashes.insert(&account.password, hash.clone());
        let (person, known) = plan.person(&account.person)?;
        let row = store::Account {
            id: plan.id(AccountId),
            person: *person,
            password_hash: hash,
            created_at: known.created_at,
        };
        plan.accounts.insert(&account.person, row.id);
        rows.push(row);
    }
    Ok(rows)
}

/// The roles. A trainer's sessions follow from the agendas; here stands only that
/// somebody is one. A trainee needs no grant.
pub(super) fn grants(plan: &mut Plan<'_>) -> Vec<store::RoleGrant> {
    let mut rows: Vec<store::RoleGrant> = Vec::new();
    for account in &plan.dataset.accounts {
        let Some(id) = plan.accounts.get(account.person.as_str()).copied() else {
            continue;
        };
        for grant in &account.roles {
            let role = codes::role(grant.role);
            let twice = rows
                .iter()
                .any(|row| row.account == id && row.role == role.code());
            if role == Role::Trainee || (role == Role::Trainer && twice) {
                continue;
            }
            rows.push(store::RoleGrant {
                id: plan.id(RoleGrantId),
                account: id,
                role: role.code(),
                organisation: match &grant.scope {
                    Scope::Organisation(key) => plan.organisations.get(key).copied(),
                    _ => None,
                },
                country: match &grant.scope {
                    Scope::Country(code) => Some(code.clone()),
                    _ => None,
                },
                granted_at: plan.as_of,
            });
        }
    }
    rows
}
