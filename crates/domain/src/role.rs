//! Who may do what, and where.

use crate::code::codes;
use crate::{CountryCode, OrganisationId};

codes! {
    /// What an account is trusted with. Every person is a trainee without a grant.
    Role, "role" {
        /// Registers for events, holds certificates.
        Trainee = "trainee",
        /// Runs sessions and takes attendance.
        Trainer = "trainer",
        /// Puts events in the catalogue, decides, issues.
        Coordinator = "coordinator",
        /// Nominates the officials of one country.
        FocalPoint = "focal-point",
        /// Installs, secures, backs up.
        Administrator = "administrator",
    }
}

/// Where a role holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere.
    Everywhere,
    /// In the events that this organisation organises, alone or with others.
    Organisation(OrganisationId),
    /// For the people of this country.
    Country(CountryCode),
}

/// A role together with where it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// Where it holds.
    pub scope: Scope,
}

impl Grant {
    /// Whether this grant lets its holder coordinate an event of these organisers.
    #[must_use]
    pub fn coordinates(&self, organisers: &[OrganisationId]) -> bool {
        match (self.role, self.scope) {
            (Role::Administrator, _) | (Role::Coordinator, Scope::Everywhere) => true,
            (Role::Coordinator, Scope::Organisation(own)) => organisers.contains(&own),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_coordinator_reaches_the_events_of_their_own_organisation_only() {
        let (eco, iom) = (
            OrganisationId(Uuid::from_u128(1)),
            OrganisationId(Uuid::from_u128(2)),
        );
        let of_eco = Grant {
            role: Role::Coordinator,
            scope: Scope::Organisation(eco),
        };
        assert!(of_eco.coordinates(&[eco]));
        assert!(of_eco.coordinates(&[iom, eco]), "a joint event");
        assert!(!of_eco.coordinates(&[iom]));
        let trainer = Grant {
            role: Role::Trainer,
            scope: Scope::Everywhere,
        };
        assert!(!trainer.coordinates(&[eco]));
        let administrator = Grant {
            role: Role::Administrator,
            scope: Scope::Everywhere,
        };
        assert!(administrator.coordinates(&[iom]));
    }
}
