//! The closed types of the credential. Their terms all exist in the two
//! contexts; a key that is not here is refused when reading.

use serde::{Deserialize, Serialize};

use crate::proof::{Moment, Proof, Secured};
use crate::rdf::{CREDENTIALS_V2, OPEN_BADGES_V3};

/// Makes a type with a single value, which is always this JSON array.
macro_rules! constant {
    ($(#[$doc:meta])* $name:ident = [$($text:literal),+]) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub struct $name;

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq([$($text),+])
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let found = <Vec<String> as serde::Deserialize>::deserialize(deserializer)?;
                if found == [$($text),+] {
                    Ok(Self)
                } else {
                    Err(serde::de::Error::custom(concat!("not the type ", stringify!($name))))
                }
            }
        }
    };
}
pub(crate) use constant;

constant!(
    /// The types of the whole credential.
    OpenBadgeType = ["VerifiableCredential", "OpenBadgeCredential"]
);
constant!(
    /// The type of the issuer.
    ProfileType = ["Profile"]
);
constant!(
    /// The type of the subject.
    SubjectType = ["AchievementSubject"]
);
constant!(
    /// The type of the achievement.
    AchievementClass = ["Achievement"]
);
constant!(
    /// The type of a piece of evidence.
    EvidenceType = ["Evidence"]
);
constant!(
    /// The type of a result.
    ResultClass = ["Result"]
);
constant!(
    /// The type of the description of a result.
    ResultDescriptionType = ["ResultDescription"]
);

/// The credential.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct OpenBadge {
    #[serde(rename = "@context")]
    pub(crate) context: Vec<String>,
    /// `urn:uuid:…`
    pub id: String,
    #[serde(rename = "type")]
    pub(crate) kind: OpenBadgeType,
    /// Name of the certificate.
    pub name: String,
    /// Who issues it.
    pub issuer: Profile,
    /// When it was signed.
    pub valid_from: Moment,
    /// The end of its last day, where it expires.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Moment>,
    /// When it was awarded.
    pub awarded_date: Moment,
    /// Who holds it, and for what.
    pub credential_subject: Subject,
    /// What it rests on: the printed page, and the record of attendance.
    pub evidence: Vec<Evidence>,
    /// Where to look up whether it was revoked.
    pub credential_status: StatusEntry,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) proof: Option<[Proof; 1]>,
}

impl Secured for OpenBadge {
    const CONTEXTS: &'static [&'static str] = &[CREDENTIALS_V2, OPEN_BADGES_V3];

    fn contexts(&self) -> &[String] {
        &self.context
    }

    fn issuer(&self) -> &str {
        &self.issuer.id
    }

    fn proof(&mut self) -> &mut Option<[Proof; 1]> {
        &mut self.proof
    }
}

/// The issuer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// `did:web:…`
    pub id: String,
    #[serde(rename = "type")]
    pub(crate) kind: ProfileType,
    /// The issuer's name.
    pub name: String,
    /// The issuer's public address.
    pub url: String,
}

/// The holder and what was achieved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Subject {
    /// `urn:uuid:…`, never an email address.
    pub id: String,
    #[serde(rename = "type")]
    pub(crate) kind: SubjectType,
    /// Names, and the hashed email address.
    pub identifier: Vec<Identity>,
    /// Start of the event's first day; OB 3.0 wants a time, so it is counted in UTC.
    pub activity_start_date: Moment,
    /// End of its last day.
    pub activity_end_date: Moment,
    /// The holder's role in the event.
    pub role: String,
    /// The certificate's number.
    pub license_number: String,
    /// Hours and attendance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result: Vec<Outcome>,
    /// What was achieved.
    pub achievement: Achievement,
}

/// A name, or a hashed email address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Identity {
    // OB 3.0 wants a single string here, not an array.
    #[serde(rename = "type")]
    pub(crate) kind: IdentityType,
    /// Whether `identity_hash` is a hash.
    pub hashed: bool,
    /// The name, or `sha256$` and the hash in hex.
    pub identity_hash: String,
    /// What it is.
    pub identity_type: IdentityKind,
    /// What was appended to the address before it was hashed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<String>,
}

/// The type of an identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum IdentityType {
    /// The only one.
    IdentityObject,
}

/// What an identity holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum IdentityKind {
    /// A person's name, not hashed.
    Name,
    /// An email address, hashed with a salt.
    EmailAddress,
}

/// A result, and which of the achievement's result descriptions it answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Outcome {
    #[serde(rename = "type")]
    pub(crate) kind: ResultClass,
    /// `id` of a [`OutcomeDescription`].
    pub result_description: String,
    /// The value, a whole number as text.
    pub value: String,
}

/// What a result means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct OutcomeDescription {
    /// An address of its own.
    pub id: String,
    #[serde(rename = "type")]
    pub(crate) kind: ResultDescriptionType,
    /// Its name.
    pub name: String,
    /// Its kind, one of OB 3.0's list.
    pub result_type: OutcomeType,
    /// The greatest possible value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value_max: Option<String>,
    /// The smallest possible value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value_min: Option<String>,
}

/// Kinds of results that we use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum OutcomeType {
    /// Per cent: attendance.
    Percent,
    /// A plain value: hours.
    Result,
}

/// What was achieved: the event and the rule for its certificate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Achievement {
    /// The event's address.
    pub id: String,
    #[serde(rename = "type")]
    pub(crate) kind: AchievementClass,
    /// The title.
    pub name: String,
    /// Kind of event, title, place and dates in words.
    pub description: String,
    /// The rule that was met.
    pub criteria: Criteria,
    /// Its kind, one of OB 3.0's list or `ext:`.
    pub achievement_type: AchievementType,
    /// The language of the event's title and texts.
    pub in_language: String,
    /// Hours of training.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credits_available: Option<u16>,
    /// The organisations.
    pub creator: Creator,
    /// What the subject's results mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result_description: Vec<OutcomeDescription>,
}

/// The organisations that held the event, as one profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Creator {
    /// An address of its own.
    pub id: String,
    #[serde(rename = "type")]
    pub(crate) kind: ProfileType,
    /// Their names.
    pub name: String,
}

/// The rule that was met, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criteria {
    /// The rule.
    pub narrative: String,
}

/// Kinds of achievements that we use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AchievementType {
    /// Of completion.
    CertificateOfCompletion,
    /// Of participation.
    Certificate,
    /// Of appreciation.
    Award,
}

/// What the credential rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Address of the page that verifies, for the printed certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(rename = "type")]
    pub(crate) kind: EvidenceType,
    /// What kind of evidence.
    pub genre: Genre,
    /// Its content in words. For a certificate: every printed field, a line each.
    pub narrative: String,
}

/// Kinds of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Genre {
    /// Sessions attended.
    AttendanceRecord,
    /// The printed page.
    Certificate,
}

/// An entry in a list of revoked credentials
/// (<https://www.w3.org/TR/vc-bitstring-status-list/>).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct StatusEntry {
    /// The list's address with the index as fragment.
    pub id: String,
    #[serde(rename = "type")]
    pub(crate) kind: StatusEntryType,
    /// What a set bit means.
    pub status_purpose: StatusPurpose,
    /// The place in the list, as text.
    pub status_list_index: String,
    /// The list's address.
    pub status_list_credential: String,
}

/// The type of a status entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StatusEntryType {
    /// The only one.
    BitstringStatusListEntry,
}

/// What a set bit means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StatusPurpose {
    /// Revoked for good.
    Revocation,
}
