//! Identifiers: one newtype per thing, so that none can stand where another belongs.

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "sqlx", derive(sqlx::Type), sqlx(transparent))]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// An account: the means by which a person signs in.
    AccountId,
    /// One attendance record.
    AttendanceId,
    /// An issued certificate.
    CertificateId,
    /// A course of the catalogue.
    CourseId,
    /// A coordinator's decision on a registration.
    DecisionId,
    /// A scheduled event.
    EventId,
    /// A list of participants that is imported.
    ImportId,
    /// A personal link to register.
    InvitationId,
    /// One request to issue the certificates of an event.
    IssueRunId,
    /// An organisation.
    OrganisationId,
    /// A message that a committed change owes the world.
    OutboxId,
    /// A human being.
    PersonId,
    /// The most seats that go to one country, organisation or role.
    QuotaId,
    /// A person's place in an event.
    RegistrationId,
    /// A role given to an account.
    RoleGrantId,
    /// One item of an event's agenda.
    SessionId,
    /// A signed-in browser.
    SignInId,
}
