//! From the facts of a certificate to its signed credential.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};

use super::types::{
    Achievement, AchievementClass, AchievementType, Creator, Criteria, Evidence, EvidenceType,
    Genre, Identity, IdentityKind, IdentityType, OpenBadge, OpenBadgeType, Outcome,
    OutcomeDescription, OutcomeType, Profile, ProfileType, ResultClass, ResultDescriptionType,
    StatusEntry, StatusEntryType, StatusPurpose, Subject, SubjectType,
};
use crate::facts::{CertificateFacts, Field, Kind};
use crate::issuer::Issuer;
use crate::proof::{self, Moment, Secured, SignError};
use crate::texts::Texts;

/// What a credential holds beside the printed facts.
#[derive(Debug, Clone)]
pub struct Issuance<'a> {
    /// Everything printed.
    pub facts: &'a CertificateFacts,
    /// 16 random bytes, the credential's own identifier.
    pub credential_id: [u8; 16],
    /// 16 random bytes that stand for the holder in this credential only.
    pub subject_id: [u8; 16],
    /// The holder's email address, which is only ever written as a salted hash.
    pub email: Option<EmailAddress<'a>>,
    /// The holder's role in the event: "participant".
    pub role: &'a str,
    /// The event's path under the public address: `/en/events/border-2027`.
    pub event_path: &'a str,
    /// The rule that was met, in words.
    pub criteria: &'a str,
    /// Path of the list of revoked credentials: `/status/1`.
    pub status_path: &'a str,
    /// The credential's place in that list, drawn at random.
    pub status_index: u32,
    /// When it is signed.
    pub signed_at: Timestamp,
}

/// An email address and the random salt for its hash.
#[derive(Debug, Clone, Copy)]
pub struct EmailAddress<'a> {
    /// The address, as the holder writes it.
    pub address: &'a str,
    /// 16 random bytes.
    pub salt: [u8; 16],
}

/// Signs the credential of a certificate; gives its JSON text.
///
/// # Errors
/// [`SignError`] where a path or text cannot stand in a credential, for
/// example a path with a space in it.
pub fn issue(issuance: &Issuance<'_>, issuer: &Issuer) -> Result<String, SignError> {
    proof::sign(credential(issuance, issuer), issuer, issuance.signed_at)
}

fn credential(issuance: &Issuance<'_>, issuer: &Issuer) -> OpenBadge {
    let facts = issuance.facts;
    let texts = Texts::of(facts.language);
    let signed_at = Moment::from(issuance.signed_at);
    OpenBadge {
        context: OpenBadge::CONTEXTS
            .iter()
            .map(|context| (*context).to_owned())
            .collect(),
        id: urn(issuance.credential_id),
        kind: OpenBadgeType,
        name: format!("{}: {}", texts.kind(facts.kind), facts.title),
        issuer: Profile {
            id: issuer.address.did(),
            kind: ProfileType,
            name: issuer.name.clone(),
            url: issuer.address.origin(),
        },
        valid_from: signed_at,
        valid_until: facts.validity.expires().map(end_of),
        awarded_date: signed_at,
        credential_subject: subject(issuance, issuer),
        evidence: evidence(facts, issuer),
        credential_status: status_entry(issuance, issuer),
        proof: None,
    }
}

fn subject(issuance: &Issuance<'_>, issuer: &Issuer) -> Subject {
    let facts = issuance.facts;
    let event = format!("{}{}", issuer.address.origin(), issuance.event_path);
    let outcomes = outcomes(facts, &event);
    Subject {
        id: urn(issuance.subject_id),
        kind: SubjectType,
        identifier: identifiers(issuance),
        activity_start_date: start_of(facts.period.start()),
        activity_end_date: end_of(facts.period.end()),
        role: issuance.role.to_owned(),
        license_number: facts.number.to_string(),
        result: outcomes
            .iter()
            .map(|(outcome, _)| outcome.clone())
            .collect(),
        achievement: Achievement {
            kind: AchievementClass,
            name: facts.title.to_string(),
            description: description(facts),
            criteria: Criteria {
                narrative: issuance.criteria.to_owned(),
            },
            achievement_type: match facts.kind {
                Kind::Completion => AchievementType::CertificateOfCompletion,
                Kind::Participation => AchievementType::Certificate,
                Kind::Appreciation => AchievementType::Award,
            },
            in_language: facts.language.tag().to_owned(),
            credits_available: facts.hours.map(u16::from),
            creator: creator(facts, &event),
            result_description: outcomes
                .into_iter()
                .map(|(_, description)| description)
                .collect(),
            id: event,
        },
    }
}

fn identifiers(issuance: &Issuance<'_>) -> Vec<Identity> {
    let facts = issuance.facts;
    let names = [
        Some(facts.holder.as_str()),
        facts.native_name().map(|name| name.text.as_str()),
    ];
    let names = names.into_iter().flatten().map(|name| Identity {
        kind: IdentityType::IdentityObject,
        hashed: false,
        identity_hash: name.to_owned(),
        identity_type: IdentityKind::Name,
        salt: None,
    });
    names.chain(issuance.email.map(hashed)).collect()
}

/// `sha256$` and the hash of address and salt, as Open Badges writes it.
fn hashed(email: EmailAddress<'_>) -> Identity {
    let salt = hex(&email.salt);
    Identity {
        kind: IdentityType::IdentityObject,
        hashed: true,
        identity_hash: identity_hash(email.address, &salt),
        identity_type: IdentityKind::EmailAddress,
        salt: Some(salt),
    }
}

pub(super) fn identity_hash(address: &str, salt: &str) -> String {
    format!(
        "sha256${}",
        hex(&Sha256::digest(format!("{address}{salt}")))
    )
}

fn outcomes(facts: &CertificateFacts, event: &str) -> Vec<(Outcome, OutcomeDescription)> {
    let label = |field| Texts::of(facts.language).label(field).to_owned();
    let hours = facts.hours.map(|hours| {
        let description = OutcomeDescription {
            id: format!("{event}#hours"),
            kind: ResultDescriptionType,
            name: label(Field::Hours),
            result_type: OutcomeType::Result,
            value_max: None,
            value_min: None,
        };
        (outcome(&description, &hours.get().to_string()), description)
    });
    let attendance = facts.attendance.map(|attendance| {
        let description = OutcomeDescription {
            id: format!("{event}#attendance"),
            kind: ResultDescriptionType,
            name: label(Field::Attendance),
            result_type: OutcomeType::Percent,
            value_max: Some("100".to_owned()),
            value_min: Some("0".to_owned()),
        };
        (
            outcome(&description, &attendance.percent().to_string()),
            description,
        )
    });
    hours.into_iter().chain(attendance).collect()
}

fn outcome(description: &OutcomeDescription, value: &str) -> Outcome {
    Outcome {
        kind: ResultClass,
        result_description: description.id.clone(),
        value: value.to_owned(),
    }
}

fn description(facts: &CertificateFacts) -> String {
    let texts = Texts::of(facts.language);
    let parts = [
        texts.event_kind(facts.event_kind).to_owned(),
        facts.title.to_string(),
        facts.place_text(texts),
        texts.period(facts.period),
    ];
    parts.join(" · ")
}

fn creator(facts: &CertificateFacts, event: &str) -> Creator {
    let names: Vec<&str> = facts
        .organisations
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    Creator {
        id: format!("{event}#organisations"),
        kind: ProfileType,
        name: names.join(" · "),
    }
}

/// The printed page with all its fields, and the record of attendance.
fn evidence(facts: &CertificateFacts, issuer: &Issuer) -> Vec<Evidence> {
    let page = Evidence {
        id: Some(format!("{}/v/{}", issuer.address.origin(), facts.number)),
        kind: EvidenceType,
        genre: Genre::Certificate,
        narrative: facts.printed_text(),
    };
    let attendance = facts.attendance.map(|attendance| Evidence {
        id: None,
        kind: EvidenceType,
        genre: Genre::AttendanceRecord,
        narrative: Texts::of(facts.language).attendance(attendance),
    });
    std::iter::once(page).chain(attendance).collect()
}

fn status_entry(issuance: &Issuance<'_>, issuer: &Issuer) -> StatusEntry {
    let list = format!("{}{}", issuer.address.origin(), issuance.status_path);
    StatusEntry {
        id: format!("{list}#{}", issuance.status_index),
        kind: StatusEntryType::BitstringStatusListEntry,
        status_purpose: StatusPurpose::Revocation,
        status_list_index: issuance.status_index.to_string(),
        status_list_credential: list,
    }
}

fn start_of(day: Date) -> Moment {
    at(day, Time::midnight())
}

fn end_of(day: Date) -> Moment {
    at(day, Time::constant(23, 59, 59, 0))
}

fn at(day: Date, time: Time) -> Moment {
    let time = TimeZone::UTC.to_timestamp(day.to_datetime(time));
    time.unwrap_or(Timestamp::MAX).into()
}

/// `urn:uuid:` of a random (version 4) UUID made of these bytes.
fn urn(mut bytes: [u8; 16]) -> String {
    bytes[6] = bytes[6] & 0x0F | 0x40;
    bytes[8] = bytes[8] & 0x3F | 0x80;
    let text = hex(&bytes);
    let groups = [
        &text[..8],
        &text[8..12],
        &text[12..16],
        &text[16..20],
        &text[20..],
    ];
    format!("urn:uuid:{}", groups.join("-"))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
