//! Every page with a list, and every list as a file.

/// Who asks.
#[derive(Clone, Copy)]
pub enum Who {
    Nobody,
    Coordinator,
    Trainer,
    FocalPoint,
    Trainee,
    Administrator,
}

use Who::{Administrator, Coordinator, FocalPoint, Nobody, Trainee, Trainer};

/// Who asks for what. `SHEET` is the attendance of a session, `IMPORT` an import with people to be
/// added and people who are registered already, `WRONG` one with nothing but mistakes.
pub const LISTS: &[(Who, &str)] = &[
    (Nobody, "/en"),
    (Nobody, "/en/events"),
    (Nobody, "/en/events.csv"),
    (Nobody, "/en/events/over"),
    (Nobody, "/en/events/over/agenda.csv"),
    (Nobody, "/en/courses"),
    (Nobody, "/en/courses.csv"),
    (Nobody, "/en/courses/course"),
    (Nobody, "/en/courses/course/runs.csv"),
    (Nobody, "/calendar.ics?lang=en"),
    (Nobody, "/sitemap.xml"),
    (Coordinator, "/en/manage"),
    (Coordinator, "/en/manage/events.csv"),
    (Coordinator, "/en/manage/events/over"),
    (Coordinator, "/en/manage/events/over/agenda"),
    (Coordinator, "/en/manage/events/over/agenda.csv"),
    (Coordinator, "/en/manage/events/over/registrations"),
    (Coordinator, "/en/manage/events/over/registrations.csv"),
    (Coordinator, "/en/manage/events/over/seats"),
    (Coordinator, "/en/manage/events/over/seats.csv"),
    (Coordinator, "/en/manage/events/over/certificates"),
    (Coordinator, "/en/manage/events/over/certificates.csv"),
    (
        Coordinator,
        "/en/manage/events/over/certificates/participants.csv",
    ),
    (Coordinator, "/en/manage/events/invited/invitations"),
    (Coordinator, "/en/manage/events/invited/invitations.csv"),
    (Coordinator, "/en/manage/events/nominated/registrations"),
    (Coordinator, "/en/manage/events/imported/import"),
    (Coordinator, "/en/manage/events/imported/import.csv"),
    (Coordinator, "IMPORT"),
    (Coordinator, "IMPORT/columns"),
    (Coordinator, "IMPORT/people.csv"),
    (Coordinator, "IMPORT/registered.csv"),
    (Coordinator, "WRONG"),
    (Coordinator, "WRONG/problems.csv"),
    (Coordinator, "/en/teach/over"),
    (Trainer, "/en/teach"),
    (Trainer, "/en/teach.csv"),
    (Trainer, "/en/teach/over"),
    (Trainer, "/en/teach/over/roster.csv"),
    (Trainer, "SHEET"),
    (Trainer, "SHEET/attendance.csv"),
    (FocalPoint, "/en/nominate"),
    (FocalPoint, "/en/nominate.csv"),
    (FocalPoint, "/en/nominate/nominated"),
    (FocalPoint, "/en/nominate/nominated/nominations.csv"),
    (Trainee, "/en/my"),
    (Trainee, "/en/my/registrations.csv"),
    (Trainee, "/en/my/certificates.csv"),
    (Trainee, "/en/my/account"),
    (Trainee, "/en/my/browsers.csv"),
    (Trainee, "/en/events"),
    (Trainee, "/en/events/over"),
    (Trainee, "/en/events/over/register"),
    (Administrator, "/en/admin"),
    (Administrator, "/en/admin/jobs"),
    (Administrator, "/en/admin/jobs.csv"),
    (Administrator, "/en/admin/mail"),
    (Administrator, "/en/admin/mail?state=dead&kind=invited&q=i1"),
    (Administrator, "/en/admin/mail.csv"),
    (Administrator, "/en/admin/undelivered"),
    (Administrator, "/en/admin/undelivered.csv"),
];

/// Those that are as long for three rows as for three hundred: they hold no list of rows that
/// grow, or the same number of them whatever there is.
pub const SAME: &[&str] = &[
    "/en",
    "/en/manage/events/over",
    "IMPORT/columns",
    "/en/events/over/register",
    "/en/admin",
    "/en/admin/jobs",
    "/en/admin/jobs.csv",
];
