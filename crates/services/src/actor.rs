//! Who asks.

use crate::{Error, Result};
use maktab_domain::{
    AccountId, CountryCode, EmailAddress, Grant, OrganisationId, PersonId, Role, Scope,
};

/// A signed-in person with what the account is trusted with, as of this request.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The account.
    pub account: AccountId,
    /// The person behind it.
    pub person: PersonId,
    /// The person's name in Latin script.
    pub name: String,
    /// The person's proven address.
    pub email: EmailAddress,
    /// The roles given, each with its scope.
    pub grants: Vec<Grant>,
    /// Whether the person is a trainer of any session.
    pub trains: bool,
}

impl Actor {
    /// Whether any grant gives this role, whatever its scope.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }

    /// Whether the person is an administrator.
    #[must_use]
    pub fn is_administrator(&self) -> bool {
        self.has(Role::Administrator)
    }

    /// Whether the person coordinates events of any organisation.
    #[must_use]
    pub fn is_coordinator(&self) -> bool {
        self.is_administrator() || self.has(Role::Coordinator)
    }

    /// Whether the person runs sessions.
    #[must_use]
    pub fn is_trainer(&self) -> bool {
        self.trains || self.has(Role::Trainer)
    }

    /// Whether the person may coordinate an event of these organisers.
    #[must_use]
    pub fn coordinates(&self, organisers: &[OrganisationId]) -> bool {
        self.grants
            .iter()
            .any(|grant| grant.coordinates(organisers))
    }

    /// Refuses anybody who may not coordinate an event of these organisers.
    ///
    /// # Errors
    /// [`Error::Forbidden`].
    pub fn must_coordinate(&self, organisers: &[OrganisationId]) -> Result<()> {
        if self.coordinates(organisers) {
            Ok(())
        } else {
            Err(Error::Forbidden)
        }
    }

    /// The organisations whose events the person may coordinate; `None` for all.
    #[must_use]
    pub fn coordinated_organisations(&self) -> Option<Vec<OrganisationId>> {
        let mut own = Vec::new();
        for grant in &self.grants {
            match (grant.role, grant.scope) {
                (Role::Administrator, _) | (Role::Coordinator, Scope::Everywhere) => return None,
                (Role::Coordinator, Scope::Organisation(id)) => own.push(id),
                _ => {}
            }
        }
        Some(own)
    }

    /// The countries for which the person is a focal point.
    #[must_use]
    pub fn focal_point_of(&self) -> Vec<CountryCode> {
        self.grants
            .iter()
            .filter_map(|grant| match (grant.role, grant.scope) {
                (Role::FocalPoint, Scope::Country(code)) => Some(code),
                _ => None,
            })
            .collect()
    }
}
