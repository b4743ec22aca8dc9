//! Filling an installation: reference data one by one, demonstration data in bulk.
//!
//! The rows here are as the tables are, since a demonstration also has a past that
//! no use case could write.

use crate::people::Details;
use crate::{Result, Tx};
use maktab_domain::{
    AccountId, AgendaItem, AttendanceId, CourseId, EventId, InvitationId, OrganisationId, OutboxId,
    PersonId, QuotaId, RegistrationId, RoleGrantId, SessionId, Texts, Timestamp,
};
use sqlx::types::Json;

/// Whether nothing but reference data is there.
///
/// # Errors
/// The database failed.
pub async fn is_empty(tx: &mut Tx) -> Result<bool> {
    let (rows,) = one!(
        tx,
        (i64,),
        "SELECT (SELECT count(*) FROM people) + (SELECT count(*) FROM courses)
              + (SELECT count(*) FROM events)"
    )?;
    Ok(rows == 0)
}

/// The action in the audit log that marks a database as a demonstration's.
pub const DEMONSTRATION_SEEDED: &str = "demonstration.seeded";

/// Whether demonstration data were put in, whose passwords everybody knows.
///
/// # Errors
/// The database failed.
pub async fn is_demonstration(tx: &mut Tx) -> Result<bool> {
    let (marks,) = one!(
        tx,
        (i64,),
        "SELECT count(*) FROM audit_log WHERE action = $1",
        DEMONSTRATION_SEEDED
    )?;
    Ok(marks > 0)
}

/// Adds an organisation, or brings its names and its place in the order up to date.
/// Who signs, and in which office, stays as it is.
///
/// # Errors
/// The database failed.
pub async fn put_organisation(
    tx: &mut Tx,
    id: OrganisationId,
    code: &str,
    names: &Texts,
    signatory_office: &Texts,
    position: i64,
) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO organisations (id, code, names, signatory_name, signatory_office, position)
         VALUES ($1, $2, $3, '', $4, $5)
         ON CONFLICT (code) DO UPDATE SET names = excluded.names, position = excluded.position",
        id,
        code,
        Json(names),
        Json(signatory_office),
        position
    )?;
    Ok(())
}

/// Says who signs for an organisation; `false` where there is none of this code.
///
/// # Errors
/// The database failed.
pub async fn put_signatory(tx: &mut Tx, code: &str, name: &str) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE organisations SET signatory_name = $2 WHERE code = $1",
        code,
        name
    )?;
    Ok(changed == 1)
}

/// The organisations: id, code, and who signs.
///
/// # Errors
/// The database failed.
pub async fn organisations(tx: &mut Tx) -> Result<Vec<(OrganisationId, String, String)>> {
    rows!(
        tx,
        (OrganisationId, String, String),
        "SELECT id, code, signatory_name FROM organisations ORDER BY position"
    )
}

/// Adds a country, or brings its place in the order up to date.
///
/// # Errors
/// The database failed.
pub async fn put_country(tx: &mut Tx, code: &str, position: i64) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO countries (code, position) VALUES ($1, $2)
         ON CONFLICT (code) DO UPDATE SET position = excluded.position",
        code,
        position
    )?;
    Ok(())
}

/// Adds an area, or brings its names and its place in the order up to date.
///
/// # Errors
/// The database failed.
pub async fn put_area(
    tx: &mut Tx,
    code: &str,
    names: &Texts,
    short_names: &Texts,
    position: i64,
) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO areas (code, names, short_names, position) VALUES ($1, $2, $3, $4)
         ON CONFLICT (code) DO UPDATE SET names = excluded.names,
            short_names = excluded.short_names, position = excluded.position",
        code,
        Json(names),
        Json(short_names),
        position
    )?;
    Ok(())
}

/// A person.
#[derive(Debug, Clone)]
pub struct Person {
    /// The person.
    pub id: PersonId,
    /// Address in its compared form.
    pub email: String,
    /// When the address was proven.
    pub email_verified_at: Option<Timestamp>,
    /// The details.
    pub details: Details,
    /// Since when the person is known.
    pub created_at: Timestamp,
}

/// Adds people.
///
/// # Errors
/// The database failed, or refused a row.
pub async fn people(tx: &mut Tx, rows: &[Person]) -> Result<()> {
    insert_all!(
        tx,
        "people (id, email, email_verified_at, name_latin, name_native, name_native_language,
            country, institution, job_title, language, created_at, updated_at)",
        rows,
        row => row.id, &row.email, row.email_verified_at, &row.details.name_latin,
            &row.details.name_native, &row.details.name_native_language, &row.details.country,
            &row.details.institution, &row.details.job_title, &row.details.language,
            row.created_at, row.created_at;
        ""
    )
}

/// An account.
#[derive(Debug, Clone)]
pub struct Account {
    /// The account.
    pub id: AccountId,
    /// Whose.
    pub person: PersonId,
    /// The password's hash.
    pub password_hash: String,
    /// Since when.
    pub created_at: Timestamp,
}

/// Adds accounts.
///
/// # Errors
/// The database failed, or refused a row.
pub async fn accounts(tx: &mut Tx, rows: &[Account]) -> Result<()> {
    insert_all!(
        tx,
        "accounts (id, person_id, password_hash, created_at)",
        rows,
        row => row.id, row.person, &row.password_hash, row.created_at;
        ""
    )
}

/// A role given to an account.
#[derive(Debug, Clone)]
pub struct RoleGrant {
    /// The grant.
    pub id: RoleGrantId,
    /// To whom.
    pub account: AccountId,
    /// The role's code.
    pub role: &'static str,
    /// Within which organisation.
    pub organisation: Option<OrganisationId>,
    /// For which country.
    pub country: Option<String>,
    /// Since when.
    pub granted_at: Timestamp,
}

/// Adds roles.
///
/// # Errors
/// The database failed, or refused a row.
pub async fn role_grants(tx: &mut Tx, rows: &[RoleGrant]) -> Result<()> {
    insert_all!(
        tx,
        "role_grants (id, account_id, role, organisation_id, country, granted_at)",
        rows,
        row => row.id, row.account, row.role, row.organisation, &row.country, row.granted_at;
        ""
    )
}

/// A course.
#[derive(Debug, Clone)]
pub struct Course {
    /// The course.
    pub id: CourseId,
    /// Its part of the address.
    pub slug: String,
    /// Hours taught.
    pub hours: i64,
    /// Default agenda, in the order of time.
    pub agenda: Vec<AgendaItem>,
    /// What it says of itself, by language.
    pub texts: Vec<CourseTexts>,
    /// Codes of its areas.
    pub areas: Vec<String>,
    /// Tags of the languages that it can be held in.
    pub languages: Vec<String>,
    /// Since when it is in the catalogue.
    pub created_at: Timestamp,
}

/// What a course says of itself in one language.
#[derive(Debug, Clone)]
pub struct CourseTexts {
    /// Tag of the language.
    pub language: String,
    /// Title.
    pub title: String,
    /// Summary.
    pub summary: String,
    /// Objectives, one a line.
    pub objectives: String,
    /// For whom it is.
    pub audience: String,
    /// What to bring along.
    pub prerequisites: String,
    /// What a certificate is given for.
    pub criteria: String,
}

/// Adds courses.
///
/// # Errors
/// The database failed, or refused a row.
pub async fn courses(tx: &mut Tx, rows: &[Course]) -> Result<()> {
    put_courses(tx, rows).await?;
    let texts: Vec<_> = each(rows, |course| &course.texts, |course| course.id);
    put_course_texts(tx, &texts).await?;
    let areas: Vec<_> = each(rows, |course| &course.areas, |course| course.id);
    put_course_areas(tx, &areas).await?;
    let languages: Vec<_> = each(rows, |course| &course.languages, |course| course.id);
    put_course_languages(tx, &languages).await
}

/// What belongs to each row, beside the row's id.
fn each<'a, Row, Id: Copy, Part>(
    rows: &'a [Row],
    parts: impl Fn(&'a Row) -> &'a Vec<Part>,
    id: impl Fn(&'a Row) -> Id,
) -> Vec<(Id, &'a Part)> {
    rows.iter()
        .flat_map(|row| {
            let id = id(row);
            parts(row).iter().map(move |part| (id, part))
        })
        .collect()
}

async fn put_courses(tx: &mut Tx, rows: &[Course]) -> Result<()> {
    insert_all!(
        tx,
        "courses (id, slug, hours, agenda, created_at, updated_at)",
        rows,
        row => row.id, &row.slug, row.hours, Json(&row.agenda), row.created_at, row.created_at;
        ""
    )
}

async fn put_course_texts(tx: &mut Tx, rows: &[(CourseId, &CourseTexts)]) -> Result<()> {
    insert_all!(
        tx,
        "course_texts (course_id, language, title, summary, objectives, audience,
            prerequisites, criteria)",
        rows,
        row => row.0, &row.1.language, &row.1.title, &row.1.summary, &row.1.objectives,
            &row.1.audience, &row.1.prerequisites, &row.1.criteria;
        ""
    )
}

async fn put_course_areas(tx: &mut Tx, rows: &[(CourseId, &String)]) -> Result<()> {
    insert_all!(tx, "course_areas (course_id, area)", rows, row => row.0, row.1; "")
}

async fn put_course_languages(tx: &mut Tx, rows: &[(CourseId, &String)]) -> Result<()> {
    insert_all!(tx, "course_languages (course_id, language)", rows, row => row.0, row.1; "")
}

/// An event with everything that belongs to it but its registrations.
#[derive(Debug, Clone)]
pub struct Event {
    /// The event.
    pub id: EventId,
    /// Its part of the address.
    pub slug: String,
    /// The course that it is a run of.
    pub course: Option<CourseId>,
    /// Code of the kind.
    pub kind: &'static str,
    /// Code of the mode.
    pub mode: &'static str,
    /// Code of the state.
    pub state: &'static str,
    /// Name of the time zone.
    pub time_zone: String,
    /// Code of the host country.
    pub country: String,
    /// City; no text for an event online.
    pub city: Texts,
    /// Venue; no text for an event online.
    pub venue: Texts,
    /// Seats.
    pub capacity: i64,
    /// Seats taken.
    pub taken: i64,
    /// Code of how people come.
    pub registration_mode: &'static str,
    /// When registration opens.
    pub registration_opens: Timestamp,
    /// When it closes.
    pub registration_closes: Timestamp,
    /// Start.
    pub starts_at: Timestamp,
    /// End.
    pub ends_at: Timestamp,
    /// Hours on the certificate.
    pub hours: i64,
    /// Code of what is certified.
    pub certificate_kind: &'static str,
    /// The least share of sessions, in percent.
    pub min_percent: i64,
    /// Code of what an excused absence means.
    pub excused_absence: &'static str,
    /// Why it was cancelled.
    pub cancellation_reason: Option<String>,
    /// Since when it is there.
    pub created_at: Timestamp,
    /// Language, title and summary.
    pub texts: Vec<(String, String, String)>,
    /// Codes of its areas.
    pub areas: Vec<String>,
    /// Tags of the languages spoken.
    pub languages: Vec<String>,
    /// Who organises it.
    pub organisers: Vec<OrganisationId>,
    /// Its agenda.
    pub sessions: Vec<Session>,
}

/// One item of an agenda.
#[derive(Debug, Clone)]
pub struct Session {
    /// The session.
    pub id: SessionId,
    /// Start.
    pub starts_at: Timestamp,
    /// End.
    pub ends_at: Timestamp,
    /// Room; empty online.
    pub room: String,
    /// Titles.
    pub titles: Texts,
    /// Whether attendance is taken.
    pub tracked: bool,
    /// Who runs it.
    pub trainers: Vec<PersonId>,
}

/// Adds events.
///
/// # Errors
/// The database failed, or refused a row.
pub async fn events(tx: &mut Tx, rows: &[Event]) -> Result<()> {
    put_events(tx, rows).await?;
    let texts = each(rows, |event| &event.texts, |event| event.id);
    put_event_texts(tx, &texts).await?;
    let areas = each(rows, |event| &event.areas, |event| event.id);
    put_event_areas(tx, &areas).await?;
    let languages = each(rows, |event| &event.languages, |event| event.id);
    put_event_languages(tx, &languages).await?;
    let organisers = each(rows, |event| &event.organisers, |event| event.id);
    put_event_organisers(tx, &organisers).await?;
    let sessions = each(rows, |event| &event.sessions, |event| event.id);
    put_sessions(tx, &sessions).await?;
    for event in rows {
        let trainers = each(&event.sessions, |own| &own.trainers, |own| own.id);
        put_session_trainers(tx, &trainers).await?;
    }
    Ok(())
}

async fn put_events(tx: &mut Tx, rows: &[Event]) -> Result<()> {
    insert_all!(
        tx,
        "events (id, slug, course_id, kind, mode, state, time_zone, country, city, venue, capacity,
            taken, registration_mode, registration_opens, registration_closes, starts_at, ends_at,
            hours, certificate_kind, min_percent, excused_absence, cancellation_reason,
            created_at, updated_at)",
        rows,
        row => row.id, &row.slug, row.course, row.kind, row.mode, row.state, &row.time_zone,
            &row.country, Json(&row.city), Json(&row.venue), row.capacity, row.taken,
            row.registration_mode, row.registration_opens, row.registration_closes, row.starts_at,
            row.ends_at, row.hours, row.certificate_kind, row.min_percent, row.excused_absence,
            &row.cancellation_reason, row.created_at, row.created_at;
        ""
    )
}

async fn put_event_texts(tx: &mut Tx, rows: &[(EventId, &(String, String, String))]) -> Result<()> {
    insert_all!(
        tx,
        "event_texts (event_id, language, title, summary)",
        rows,
        row => row.0, &row.1.0, &row.1.1, &row.1.2;
        ""
    )
}

async fn put_event_areas(tx: &mut Tx, rows: &[(EventId, &String)]) -> Result<()> {
    insert_all!(tx, "event_areas (event_id, area)", rows, row => row.0, row.1; "")
}

async fn put_event_languages(tx: &mut Tx, rows: &[(EventId, &String)]) -> Result<()> {
    insert_all!(tx, "event_languages (event_id, language)", rows, row => row.0, row.1; "")
}

async fn put_event_organisers(tx: &mut Tx, rows: &[(EventId, &OrganisationId)]) -> Result<()> {
    insert_all!(tx, "event_organisers (event_id, organisation_id)", rows, row => row.0, *row.1; "")
}

async fn put_sessions(tx: &mut Tx, rows: &[(EventId, &Session)]) -> Result<()> {
    insert_all!(
        tx,
        "sessions (id, event_id, starts_at, ends_at, room, titles, tracked)",
        rows,
        row => row.1.id, row.0, row.1.starts_at, row.1.ends_at, &row.1.room,
            Json(&row.1.titles), row.1.tracked;
        ""
    )
}

async fn put_session_trainers(tx: &mut Tx, rows: &[(SessionId, &PersonId)]) -> Result<()> {
    insert_all!(tx, "session_trainers (session_id, person_id)", rows, row => row.0, *row.1; "")
}

/// A person's place in an event.
#[derive(Debug, Clone)]
pub struct Registration {
    /// The registration.
    pub id: RegistrationId,
    /// In which event.
    pub event: EventId,
    /// Whose.
    pub person: PersonId,
    /// Code of the state.
    pub state: &'static str,
    /// Until when the seat is held, where it is only held.
    pub hold_until: Option<Timestamp>,
    /// While the address is not confirmed: whether no seat is held.
    pub without_seat: bool,
    /// The details as typed.
    pub details: Details,
    /// Version of the consent.
    pub consent_version: String,
    /// When the person registered, and consented.
    pub registered_at: Timestamp,
    /// When the place was given.
    pub confirmed_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// By whom, as a code.
    pub ended_by: Option<&'static str>,
    /// Why.
    pub reason: Option<String>,
}

/// Adds registrations.
///
/// # Errors
/// The database failed, or refused a row.
pub async fn registrations(tx: &mut Tx, rows: &[Registration]) -> Result<()> {
    insert_all!(
        tx,
        "registrations (id, event_id, person_id, state, hold_until, name_latin, name_native,
            name_native_language, country, institution, job_title, language, consent_version,
            consented_at, registered_at, queued_at, without_seat, confirmed_at, ended_at, ended_by,
            reason)",
        rows,
        row => row.id, row.event, row.person, row.state, row.hold_until, &row.details.name_latin,
            &row.details.name_native, &row.details.name_native_language, &row.details.country,
            &row.details.institution, &row.details.job_title, &row.details.language,
            &row.consent_version, row.registered_at, row.registered_at, row.registered_at,
            row.without_seat, row.confirmed_at, row.ended_at, row.ended_by, &row.reason;
        ""
    )
}

/// One attendance record.
#[derive(Debug, Clone)]
pub struct Attendance {
    /// The record.
    pub id: AttendanceId,
    /// Of whose place.
    pub registration: RegistrationId,
    /// In which session.
    pub session: SessionId,
    /// Code of what was seen.
    pub status: &'static str,
    /// By whom it was recorded.
    pub recorded_by: AccountId,
    /// When.
    pub recorded_at: Timestamp,
    /// When another record took its place.
    pub superseded_at: Option<Timestamp>,
}

/// Adds attendance records.
///
/// # Errors
/// The database failed, or refused a row.
pub async fn attendance(tx: &mut Tx, rows: &[Attendance]) -> Result<()> {
    insert_all!(
        tx,
        "attendance (id, registration_id, session_id, status, recorded_by, recorded_at,
            superseded_at)",
        rows,
        row => row.id, row.registration, row.session, row.status, row.recorded_by,
            row.recorded_at, row.superseded_at;
        ""
    )
}

/// The seats of a country in an event.
#[derive(Debug, Clone)]
pub struct CountryQuota {
    /// The quota.
    pub id: QuotaId,
    /// Of which event.
    pub event: EventId,
    /// Code of the country.
    pub country: String,
    /// The most seats.
    pub seats: i64,
    /// How many of them are taken.
    pub taken: i64,
}

/// Adds quotas of countries.
///
/// # Errors
/// The database failed, or refused a row.
pub async fn country_quotas(tx: &mut Tx, rows: &[CountryQuota]) -> Result<()> {
    insert_all!(
        tx,
        "quotas (id, event_id, country, seats, taken)",
        rows,
        row => row.id, row.event, &row.country, row.seats, row.taken;
        ""
    )
}

/// A focal point's proposal.
#[derive(Debug, Clone)]
pub struct Nomination {
    /// The registration that it proposes.
    pub registration: RegistrationId,
    /// For which event.
    pub event: EventId,
    /// Code of the country.
    pub country: String,
    /// The place in the order of the country.
    pub place: i64,
    /// Why this person.
    pub note: String,
    /// By whom.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
}

/// Adds nominations.
///
/// # Errors
/// The database failed, or refused a row.
pub async fn nominations(tx: &mut Tx, rows: &[Nomination]) -> Result<()> {
    insert_all!(
        tx,
        "nominations (registration_id, event_id, country, place, note, nominated_by, nominated_at)",
        rows,
        row => row.registration, row.event, &row.country, row.place, &row.note, row.by, row.at;
        ""
    )
}

/// A personal link to register.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// The invitation.
    pub id: InvitationId,
    /// To which event.
    pub event: EventId,
    /// The hash of a secret that nobody has: the links of a demonstration are sent anew.
    pub token_hash: Vec<u8>,
    /// Where it was sent.
    pub email: String,
    /// Whom it greets.
    pub name: String,
    /// Tag of its language.
    pub language: String,
    /// Code of the role.
    pub role: &'static str,
    /// How often it was used: once or never.
    pub uses: i64,
    /// Until when it is good.
    pub expires_at: Timestamp,
    /// By whom.
    pub by: AccountId,
    /// When it was sent.
    pub at: Timestamp,
    /// When it was declined.
    pub declined_at: Option<Timestamp>,
}

/// Adds invitations.
///
/// # Errors
/// The database failed, or refused a row.
pub async fn invitations(tx: &mut Tx, rows: &[Invitation]) -> Result<()> {
    insert_all!(
        tx,
        "invitations (id, event_id, token_hash, email, name, language, role, forwarding,
            uses_allowed, uses, expires_at, created_by, created_at, sent_at, declined_at)",
        rows,
        row => row.id, row.event, &row.token_hash, &row.email, &row.name, &row.language, row.role,
            false, 1_i64, row.uses, row.expires_at, row.by, row.at, row.at, row.declined_at;
        ""
    )
}

/// Gives a mail of the demonstration up that was tried so often.
///
/// # Errors
/// The database failed.
pub async fn given_up(
    tx: &mut Tx,
    mail: OutboxId,
    at: Timestamp,
    attempts: i64,
    error: &str,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE outbox SET dead_at = $2, attempts = $3, last_error = $4 WHERE id = $1",
        mail,
        at,
        attempts,
        error
    )?;
    Ok(())
}
