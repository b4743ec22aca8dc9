//! The letter of an invitation.

use crate::mail::{self, EventFacts, Letter};
use crate::{Result, Secret, Services};
use maktab_locale::Locale;
use maktab_store::invitations::InvitationRow;

/// What all letters of one round of invitations tell.
pub(super) struct Inviting {
    pub facts: EventFacts,
    /// Who invites, in the language of the letters.
    pub organisers: String,
    pub locale: Locale,
}

impl Inviting {
    /// The letter to one person.
    pub fn letter(
        &self,
        row: &InvitationRow,
        secret: &Secret,
        services: &Services,
    ) -> Result<Letter> {
        let to = crate::accounts::address(&row.email)?;
        let words = mail::Invited {
            name: &row.name,
            organisers: self.organisers.clone(),
            role: row.role,
            forwarding: row.forwarding,
            until: row.expires_at,
        };
        let address = &services.settings().public_address;
        Ok(mail::invited(
            &to,
            self.locale,
            &words,
            &self.facts,
            secret,
            address,
        ))
    }
}
