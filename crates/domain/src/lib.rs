//! Words and rules of Maktab: newtypes, states, eligibility, validation.
//!
//! This crate knows no database, no clock, no random source and no network:
//! time and randomness are passed in. It also compiles to WebAssembly, so that
//! a form checks the same rules in the browser as on the server.

mod agenda;
mod area;
mod attendance;
mod certificate;
mod code;
mod country;
mod eligibility;
mod email;
mod event;
mod id;
mod invalid;
mod job;
mod line;
mod mail;
mod registration;
mod role;
mod slug;
mod text;
mod time;
mod transition;

pub use agenda::AgendaItem;
pub use area::AreaCode;
pub use attendance::AttendanceStatus;
pub use certificate::{CertificateKind, CertificateStanding};
pub use code::UnknownCode;
pub use country::CountryCode;
pub use eligibility::{
    CertificateRule, Counted, Eligibility, ExcusedAbsence, SessionMark, eligibility,
};
pub use email::EmailAddress;
pub use event::{
    EventKind, EventMode, EventState, RegistrationGate, RegistrationMode, RegistrationWindow,
    SeatsLeft,
};
pub use id::{
    AccountId, AttendanceId, CertificateId, CourseId, DecisionId, EventId, ImportId, InvitationId,
    IssueRunId, OrganisationId, OutboxId, PersonId, QuotaId, RegistrationId, RoleGrantId,
    SessionId, SignInId,
};
pub use invalid::Invalid;
pub use job::{Job, JobOutcome};
pub use line::{Line, NativeName, Paragraphs, PersonName};
pub use mail::{MailKind, MailState};
pub use registration::{ParticipantRole, RegistrationState};
pub use role::{Grant, Role, Scope};
pub use slug::Slug;
pub use text::{LanguageTag, Texts};
pub use time::{Span, Timestamp};
pub use transition::{Guard, NoStep, RegistrationEvent, TRANSITIONS, Transition};
