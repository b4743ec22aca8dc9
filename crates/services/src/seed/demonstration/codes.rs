//! The words of the data set as codes of the domain.

use maktab_demo as demo;
use maktab_domain::{
    AttendanceStatus, CertificateKind, EventKind, EventMode, EventState, RegistrationMode,
    RegistrationState, Role,
};

pub(super) fn kind(kind: demo::EventKind) -> &'static str {
    match kind {
        demo::EventKind::Workshop => EventKind::Workshop,
        demo::EventKind::Seminar => EventKind::Seminar,
        demo::EventKind::Conference => EventKind::Conference,
        demo::EventKind::TrainingCourse => EventKind::TrainingCourse,
    }
    .code()
}

pub(super) fn mode(mode: demo::Mode) -> &'static str {
    match mode {
        demo::Mode::InPerson => EventMode::InPerson,
        demo::Mode::Online => EventMode::Online,
        demo::Mode::Hybrid => EventMode::Hybrid,
    }
    .code()
}

pub(super) fn state(state: demo::EventState) -> &'static str {
    match state {
        demo::EventState::Draft => EventState::Draft,
        demo::EventState::Published => EventState::Published,
        demo::EventState::Completed => EventState::Completed,
        demo::EventState::Archived => EventState::Archived,
        demo::EventState::Cancelled => EventState::Cancelled,
    }
    .code()
}

pub(super) fn registration_mode(mode: demo::RegistrationMode) -> &'static str {
    match mode {
        demo::RegistrationMode::Open => RegistrationMode::Open,
        demo::RegistrationMode::Approval => RegistrationMode::Approval,
        demo::RegistrationMode::Nominated => RegistrationMode::Nominated,
        demo::RegistrationMode::Invited => RegistrationMode::Invited,
    }
    .code()
}

pub(super) fn certificate(kind: demo::CertificateKind) -> &'static str {
    match kind {
        demo::CertificateKind::Participation => CertificateKind::Participation,
        demo::CertificateKind::Completion => CertificateKind::Completion,
    }
    .code()
}

pub(super) fn registration(state: demo::RegistrationState) -> RegistrationState {
    match state {
        demo::RegistrationState::Pending => RegistrationState::Pending,
        demo::RegistrationState::Submitted => RegistrationState::Submitted,
        demo::RegistrationState::Confirmed => RegistrationState::Confirmed,
        demo::RegistrationState::Waitlisted => RegistrationState::Waitlisted,
        demo::RegistrationState::Declined => RegistrationState::Declined,
        demo::RegistrationState::Cancelled => RegistrationState::Cancelled,
    }
}

pub(super) fn mark(mark: demo::Mark) -> &'static str {
    match mark {
        demo::Mark::Present => AttendanceStatus::Present,
        demo::Mark::Late => AttendanceStatus::Late,
        demo::Mark::Excused => AttendanceStatus::Excused,
        demo::Mark::Absent => AttendanceStatus::Absent,
    }
    .code()
}

pub(super) fn role(role: demo::Role) -> Role {
    match role {
        demo::Role::Trainee => Role::Trainee,
        demo::Role::Trainer => Role::Trainer,
        demo::Role::Coordinator => Role::Coordinator,
        demo::Role::FocalPoint => Role::FocalPoint,
        demo::Role::Administrator => Role::Administrator,
    }
}
