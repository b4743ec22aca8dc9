//! Ids that are composed at run time from a code, as in `format!("area-{code}")`.
//!
//! A composed id cannot be looked up when the sources are read; its family can: the prefix, and
//! all the codes that can follow. Every member has to have a message, and counts as used.

use std::collections::BTreeSet;

use maktab_domain::{
    AttendanceStatus, CertificateKind, CertificateStanding, EventKind, EventMode, EventState,
    Invalid, Job, JobOutcome, MailKind, MailState, ParticipantRole, RegistrationGate,
    RegistrationMode, RegistrationState, Role,
};
use maktab_locale::Language;

/// A prefix and what may follow it.
pub struct Family {
    pub prefix: &'static str,
    pub codes: Vec<String>,
}

impl Family {
    fn new(prefix: &'static str, codes: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let codes = codes
            .into_iter()
            .map(|code| code.as_ref().to_owned())
            .collect();
        Self { prefix, codes }
    }

    /// The ids of all members.
    pub fn ids(&self) -> impl Iterator<Item = String> {
        self.codes
            .iter()
            .map(|code| format!("{}{code}", self.prefix))
    }
}

/// The codes of a closed set of the domain.
macro_rules! codes {
    ($set:ty) => {
        <$set>::ALL.iter().map(|member| member.code())
    };
}

/// The ten areas of cooperation (Memorandum, article V.1).
const AREAS: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

/// The fields of a list of participants (`maktab_tables::PARTICIPANT`).
const FIELDS: [&str; 11] = [
    "name",
    "native_name",
    "native_language",
    "email",
    "country",
    "institution",
    "job_title",
    "language",
    "role",
    "organisation",
    "registered_at",
];

/// All families. A new one is written here, with the place that knows its codes.
pub fn all() -> Vec<Family> {
    vec![
        // The areas of the memorandum; areas are data, and others bring their own names.
        Family::new("area-", AREAS),
        Family::new("area-short-", AREAS),
        Family::new("kind-", codes!(EventKind)),
        Family::new("mode-", codes!(EventMode)),
        Family::new("admission-", codes!(RegistrationMode)),
        Family::new("gate-", codes!(RegistrationGate)),
        // A published event between its first and last session is shown as running.
        Family::new("state-event-", codes!(EventState).chain(["running"])),
        Family::new("state-registration-", codes!(RegistrationState)),
        Family::new("attendance-", codes!(AttendanceStatus)),
        Family::new("kind-certificate-", codes!(CertificateKind)),
        // What verification answers about a certificate that was not issued, or not like this.
        Family::new(
            "state-certificate-",
            codes!(CertificateStanding).chain(["unknown", "altered"]),
        ),
        Family::new("role-", codes!(Role)),
        Family::new("role-in-event-", codes!(ParticipantRole)),
        Family::new("error-", codes!(Invalid)),
        Family::new("job-", codes!(Job)),
        Family::new("job-does-", codes!(Job)),
        Family::new("job-outcome-", codes!(JobOutcome)),
        Family::new("mail-kind-", codes!(MailKind)),
        Family::new("mail-state-", codes!(MailState)),
        Family::new("import-field-", FIELDS),
        Family::new("import-expected-", FIELDS),
        // Composed in this crate; other countries and languages come from CLDR.
        Family::new(
            "country-",
            ["af", "az", "ir", "kz", "kg", "pk", "tj", "tr", "tm", "uz"],
        ),
        Family::new("language-", Language::ALL.map(Language::tag)),
    ]
}

/// Whether `id` is the message of one field for one kind of invalid input, which forms prefer to
/// the general one: `error-{field}-{code}`. The field has to exist: its name is among `texts`,
/// the string literals of the sources.
pub fn is_error_of_a_field(id: &str, texts: &BTreeSet<String>) -> bool {
    let field = |code: &&Invalid| {
        id.strip_prefix("error-")?
            .strip_suffix(code.code())?
            .strip_suffix('-')
    };
    Invalid::ALL
        .iter()
        .filter_map(|code| field(&code))
        .any(|field| texts.contains(field))
}

#[test]
fn an_error_belongs_to_a_field_of_the_sources() {
    let texts = ["email".to_owned()].into();
    for (id, belongs) in [
        ("error-email-required", true),
        ("error-email-too-long", true),
        ("error-name-required", false),
        ("error-email-odd", false),
        ("error-required", false),
        ("email-required", false),
    ] {
        assert_eq!(is_error_of_a_field(id, &texts), belongs, "{id}");
    }
}

#[test]
fn every_member_of_a_family_has_a_message() {
    let english = crate::catalogue::of(maktab_locale::Locale::En);
    let missing: Vec<_> = all()
        .iter()
        .flat_map(Family::ids)
        .filter(|id| !english.contains_key(id))
        .collect();
    assert_eq!(missing, Vec::<String>::new(), "no message for these codes");
}
