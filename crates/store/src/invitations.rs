//! Invitations: personal links to register, kept as the hash of their secret.

use crate::{Result, Tx};
use maktab_domain::{AccountId, EventId, InvitationId, OrganisationId, ParticipantRole, Timestamp};

/// An invitation to be added.
#[derive(Debug, Clone)]
pub struct NewInvitation<'a> {
    /// The id.
    pub id: InvitationId,
    /// For which event.
    pub event: EventId,
    /// The hash of its secret.
    pub token_hash: &'a [u8],
    /// Where it is sent.
    pub email: &'a str,
    /// Whom it greets; may be empty.
    pub name: &'a str,
    /// Tag of the language to write in.
    pub language: &'a str,
    /// As what the person is to come.
    pub role: ParticipantRole,
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// Whether anybody who has the link may use it.
    pub forwarding: bool,
    /// How often it can be used.
    pub uses_allowed: i64,
    /// First instant at which it is no longer good.
    pub expires_at: Timestamp,
    /// Who invites.
    pub by: AccountId,
    /// When.
    pub now: Timestamp,
}

/// An invitation as it is kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct InvitationRow {
    /// The id.
    pub id: InvitationId,
    /// For which event.
    pub event_id: EventId,
    /// Where it was sent.
    pub email: String,
    /// Whom it greets; may be empty.
    pub name: String,
    /// Tag of the language that it was written in.
    pub language: String,
    /// As what the person is to come.
    #[sqlx(try_from = "String")]
    pub role: ParticipantRole,
    /// For which organisation.
    pub organisation_id: Option<OrganisationId>,
    /// Whether anybody who has the link may use it.
    pub forwarding: bool,
    /// How often it can be used.
    pub uses_allowed: i64,
    /// How often it was.
    pub uses: i64,
    /// First instant at which it is no longer good.
    pub expires_at: Timestamp,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was sent last.
    pub sent_at: Timestamp,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
    /// When it was declined.
    pub declined_at: Option<Timestamp>,
}

impl InvitationRow {
    /// Whether it can be used now.
    #[must_use]
    pub fn is_good(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none()
            && self.declined_at.is_none()
            && self.uses < self.uses_allowed
            && now < self.expires_at
    }
}

/// Adds an invitation; `false` where there is an open one for the address.
///
/// # Errors
/// The database failed.
pub async fn insert(tx: &mut Tx, new: &NewInvitation<'_>) -> Result<bool> {
    let added = execute!(
        tx,
        "INSERT INTO invitations (id, event_id, token_hash, email, name, language, role,
            organisation_id, forwarding, uses_allowed, expires_at, created_by, created_at, sent_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)
         ON CONFLICT DO NOTHING",
        new.id,
        new.event,
        new.token_hash,
        new.email,
        new.name,
        new.language,
        new.role.code(),
        new.organisation,
        new.forwarding,
        new.uses_allowed,
        new.expires_at,
        new.by,
        new.now
    )?;
    Ok(added == 1)
}

/// The open invitation of an address: neither used nor declined nor revoked.
///
/// # Errors
/// The database failed.
pub async fn open_of(tx: &mut Tx, event: EventId, email: &str) -> Result<Option<InvitationId>> {
    let found = optional!(
        tx,
        (InvitationId,),
        "SELECT id FROM invitations WHERE event_id = $1 AND email = $2 AND uses = 0
           AND revoked_at IS NULL AND declined_at IS NULL",
        event,
        email
    )?;
    Ok(found.map(|(id,)| id))
}

/// The invitation with this hash.
///
/// # Errors
/// The database failed.
pub async fn by_hash(tx: &mut Tx, token_hash: &[u8]) -> Result<Option<InvitationRow>> {
    optional!(
        tx,
        InvitationRow,
        "SELECT * FROM invitations WHERE token_hash = $1",
        token_hash
    )
}

/// One invitation of this very event.
///
/// # Errors
/// The database failed.
pub async fn of_event_by_id(
    tx: &mut Tx,
    event: EventId,
    id: InvitationId,
) -> Result<Option<InvitationRow>> {
    optional!(
        tx,
        InvitationRow,
        "SELECT * FROM invitations WHERE id = $1 AND event_id = $2",
        id,
        event
    )
}

/// The invitations of an event, the latest first.
///
/// # Errors
/// The database failed.
pub async fn of_event(tx: &mut Tx, event: EventId) -> Result<Vec<InvitationRow>> {
    rows!(
        tx,
        InvitationRow,
        "SELECT * FROM invitations WHERE event_id = $1 ORDER BY created_at DESC, id DESC",
        event
    )
}

/// Uses an invitation once; `false` where it is no longer good.
///
/// # Errors
/// The database failed.
pub async fn use_once(tx: &mut Tx, id: InvitationId, now: Timestamp) -> Result<bool> {
    let used = execute!(
        tx,
        "UPDATE invitations SET uses = uses + 1
         WHERE id = $1 AND uses < uses_allowed AND expires_at > $2 AND revoked_at IS NULL
           AND declined_at IS NULL",
        id,
        now
    )?;
    Ok(used == 1)
}

/// Gives a use back: the registration that was made by it ended unconfirmed. Where the address
/// has got another invitation meanwhile, that one stands instead.
///
/// # Errors
/// The database failed.
pub async fn give_back(tx: &mut Tx, id: InvitationId) -> Result<()> {
    execute!(
        tx,
        "UPDATE invitations SET uses = uses - 1
         WHERE id = $1 AND uses > 0
           AND (uses > 1 OR revoked_at IS NOT NULL OR declined_at IS NOT NULL OR NOT EXISTS (
               SELECT 1 FROM invitations o
               WHERE o.event_id = invitations.event_id AND o.email = invitations.email
                 AND o.id <> invitations.id AND o.uses = 0 AND o.revoked_at IS NULL
                 AND o.declined_at IS NULL))",
        id
    )?;
    Ok(())
}

/// Replaces the secret and the deadline of an unused invitation, which is sent again; `false`
/// where it is used, revoked or declined.
///
/// # Errors
/// The database failed.
pub async fn renew(
    tx: &mut Tx,
    id: InvitationId,
    token_hash: &[u8],
    expires_at: Timestamp,
    now: Timestamp,
) -> Result<bool> {
    let renewed = execute!(
        tx,
        "UPDATE invitations SET token_hash = $2, expires_at = $3, sent_at = $4
         WHERE id = $1 AND uses < uses_allowed AND revoked_at IS NULL AND declined_at IS NULL",
        id,
        token_hash,
        expires_at,
        now
    )?;
    Ok(renewed == 1)
}

/// Revokes an invitation; `false` where it was revoked or declined before.
///
/// # Errors
/// The database failed.
pub async fn revoke(tx: &mut Tx, id: InvitationId, now: Timestamp) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE invitations SET revoked_at = $2
         WHERE id = $1 AND revoked_at IS NULL AND declined_at IS NULL",
        id,
        now
    )?;
    Ok(changed == 1)
}

/// Revokes an unused invitation of an address whose time has run out.
///
/// # Errors
/// The database failed.
pub async fn revoke_expired(
    tx: &mut Tx,
    event: EventId,
    email: &str,
    now: Timestamp,
) -> Result<u64> {
    execute!(
        tx,
        "UPDATE invitations SET revoked_at = $3
         WHERE event_id = $1 AND email = $2 AND expires_at <= $3 AND uses = 0
           AND revoked_at IS NULL AND declined_at IS NULL",
        event,
        email,
        now
    )
}

/// Notes that the person declined; `false` where the invitation is no longer good.
///
/// # Errors
/// The database failed.
pub async fn decline(tx: &mut Tx, id: InvitationId, now: Timestamp) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE invitations SET declined_at = $2
         WHERE id = $1 AND uses = 0 AND expires_at > $2 AND revoked_at IS NULL
           AND declined_at IS NULL",
        id,
        now
    )?;
    Ok(changed == 1)
}
