-- PostgreSQL: ids are UUID, times and counts BIGINT, JSON is JSONB.
-- People, organisations, courses, events, registrations, attendance, certificates,
-- and what is owed to the world. The same names stand in both engines.

CREATE TABLE organisations (
    id UUID NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    names JSONB NOT NULL,
    signatory_name TEXT NOT NULL,
    signatory_office JSONB NOT NULL,
    position BIGINT NOT NULL
);

CREATE TABLE countries (
    code TEXT NOT NULL PRIMARY KEY CHECK (length(code) = 2),
    position BIGINT NOT NULL
);

CREATE TABLE areas (
    code TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),
    names JSONB NOT NULL,
    short_names JSONB NOT NULL,
    position BIGINT NOT NULL
);

CREATE TABLE people (
    id UUID NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    email_verified_at BIGINT,
    name_latin TEXT NOT NULL CHECK (name_latin <> ''),
    name_native TEXT,
    name_native_language TEXT,
    country TEXT NOT NULL REFERENCES countries (code),
    institution TEXT NOT NULL,
    job_title TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE TABLE accounts (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL UNIQUE REFERENCES people (id),
    password_hash TEXT,
    created_at BIGINT NOT NULL,
    disabled_at BIGINT
);

CREATE TABLE role_grants (
    id UUID NOT NULL PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL CHECK (role IN ('trainer', 'coordinator', 'focal-point', 'administrator')),
    organisation_id UUID REFERENCES organisations (id),
    country TEXT REFERENCES countries (code),
    granted_at BIGINT NOT NULL,
    CHECK (role <> 'focal-point' OR country IS NOT NULL)
);
CREATE INDEX role_grants_account ON role_grants (account_id);

CREATE TABLE sign_ins (
    id UUID NOT NULL PRIMARY KEY,
    token_hash BYTEA NOT NULL UNIQUE,
    account_id UUID NOT NULL REFERENCES accounts (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    user_agent TEXT NOT NULL
);
CREATE INDEX sign_ins_account ON sign_ins (account_id);
CREATE INDEX sign_ins_expiry ON sign_ins (expires_at);

CREATE TABLE one_time_links (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('sign-in', 'confirm-registration')),
    subject UUID NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX one_time_links_expiry ON one_time_links (expires_at);

CREATE TABLE courses (
    id UUID NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    hours BIGINT NOT NULL CHECK (hours > 0),
    agenda JSONB NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE TABLE course_texts (
    course_id UUID NOT NULL REFERENCES courses (id),
    language TEXT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    summary TEXT NOT NULL,
    objectives TEXT NOT NULL,
    audience TEXT NOT NULL,
    prerequisites TEXT NOT NULL,
    criteria TEXT NOT NULL,
    PRIMARY KEY (course_id, language)
);

CREATE TABLE course_areas (
    course_id UUID NOT NULL REFERENCES courses (id),
    area TEXT NOT NULL REFERENCES areas (code),
    PRIMARY KEY (course_id, area)
);

CREATE TABLE course_languages (
    course_id UUID NOT NULL REFERENCES courses (id),
    language TEXT NOT NULL,
    PRIMARY KEY (course_id, language)
);

CREATE TABLE events (
    id UUID NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    course_id UUID REFERENCES courses (id),
    kind TEXT NOT NULL CHECK (kind IN ('workshop', 'seminar', 'conference', 'training-course')),
    mode TEXT NOT NULL CHECK (mode IN ('in-person', 'online', 'hybrid')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'completed', 'archived', 'cancelled')),
    time_zone TEXT NOT NULL,
    country TEXT NOT NULL REFERENCES countries (code),
    city JSONB NOT NULL,
    venue JSONB NOT NULL,
    capacity BIGINT NOT NULL CHECK (capacity > 0),
    taken BIGINT NOT NULL DEFAULT 0,
    registration_mode TEXT NOT NULL CHECK (registration_mode IN ('open', 'approval', 'nominated', 'invited')),
    registration_opens BIGINT NOT NULL,
    registration_closes BIGINT NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    hours BIGINT NOT NULL CHECK (hours > 0),
    certificate_kind TEXT NOT NULL CHECK (certificate_kind IN ('participation', 'completion', 'appreciation')),
    min_percent BIGINT NOT NULL CHECK (min_percent BETWEEN 0 AND 100),
    excused_absence TEXT NOT NULL CHECK (excused_absence IN ('leaves-count', 'counts-as-absent')),
    cancellation_reason TEXT,
    revision BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    CHECK (taken BETWEEN 0 AND capacity),
    CHECK (registration_opens < registration_closes),
    CHECK (starts_at < ends_at)
);
CREATE INDEX events_by_start ON events (state, starts_at);
CREATE INDEX events_by_course ON events (course_id);

CREATE TABLE event_texts (
    event_id UUID NOT NULL REFERENCES events (id),
    language TEXT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    summary TEXT NOT NULL,
    PRIMARY KEY (event_id, language)
);

-- What the catalogue's search looks in: titles, summaries, places and names of
-- areas in every language, folded (case, diacritics, letter variants).
CREATE TABLE event_search (
    event_id UUID NOT NULL PRIMARY KEY REFERENCES events (id),
    folded TEXT NOT NULL
);

CREATE TABLE event_areas (
    event_id UUID NOT NULL REFERENCES events (id),
    area TEXT NOT NULL REFERENCES areas (code),
    PRIMARY KEY (event_id, area)
);

CREATE TABLE event_languages (
    event_id UUID NOT NULL REFERENCES events (id),
    language TEXT NOT NULL,
    PRIMARY KEY (event_id, language)
);

CREATE TABLE event_organisers (
    event_id UUID NOT NULL REFERENCES events (id),
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    PRIMARY KEY (event_id, organisation_id)
);
CREATE INDEX event_organisers_organisation ON event_organisers (organisation_id);

CREATE TABLE sessions (
    id UUID NOT NULL PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES events (id),
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    room TEXT NOT NULL,
    titles JSONB NOT NULL,
    tracked BOOLEAN NOT NULL,
    CHECK (starts_at < ends_at)
);
CREATE INDEX sessions_by_event ON sessions (event_id, starts_at);

CREATE TABLE session_trainers (
    session_id UUID NOT NULL REFERENCES sessions (id),
    person_id UUID NOT NULL REFERENCES people (id),
    PRIMARY KEY (session_id, person_id)
);
CREATE INDEX session_trainers_person ON session_trainers (person_id);

-- The person's details stand here as typed for this event; they become the
-- person's own only when the address has been proven.
CREATE TABLE registrations (
    id UUID NOT NULL PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES events (id),
    person_id UUID NOT NULL REFERENCES people (id),
    state TEXT NOT NULL CHECK (state IN ('pending', 'submitted', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled')),
    hold_until BIGINT,
    name_latin TEXT NOT NULL CHECK (name_latin <> ''),
    name_native TEXT,
    name_native_language TEXT,
    country TEXT NOT NULL REFERENCES countries (code),
    institution TEXT NOT NULL,
    job_title TEXT NOT NULL,
    language TEXT NOT NULL,
    consent_version TEXT NOT NULL,
    consented_at BIGINT NOT NULL,
    registered_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    ended_at BIGINT,
    ended_by TEXT CHECK (ended_by IN ('person', 'coordinator', 'deadline')),
    reason TEXT,
    CHECK (state NOT IN ('pending', 'offered') OR hold_until IS NOT NULL)
);
CREATE UNIQUE INDEX registrations_one_live ON registrations (event_id, person_id)
    WHERE state IN ('pending', 'submitted', 'confirmed', 'waitlisted', 'offered');
CREATE INDEX registrations_by_person ON registrations (person_id);
CREATE INDEX registrations_by_event ON registrations (event_id, state);
CREATE INDEX registrations_held ON registrations (hold_until) WHERE state IN ('pending', 'offered');

CREATE TABLE attendance (
    id UUID NOT NULL PRIMARY KEY,
    registration_id UUID NOT NULL REFERENCES registrations (id),
    session_id UUID NOT NULL REFERENCES sessions (id),
    status TEXT NOT NULL CHECK (status IN ('present', 'late', 'excused', 'absent')),
    recorded_by UUID NOT NULL REFERENCES accounts (id),
    recorded_at BIGINT NOT NULL,
    superseded_at BIGINT
);
CREATE UNIQUE INDEX attendance_one_current ON attendance (session_id, registration_id)
    WHERE superseded_at IS NULL;
CREATE INDEX attendance_by_registration ON attendance (registration_id);

CREATE TABLE issue_runs (
    id UUID NOT NULL PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES events (id),
    requested_by UUID NOT NULL REFERENCES accounts (id),
    requested_at BIGINT NOT NULL,
    total BIGINT NOT NULL,
    issued BIGINT NOT NULL DEFAULT 0,
    failed BIGINT NOT NULL DEFAULT 0,
    leased_until BIGINT,
    finished_at BIGINT,
    last_error TEXT
);
CREATE UNIQUE INDEX issue_runs_one_open ON issue_runs (event_id) WHERE finished_at IS NULL;

CREATE TABLE certificates (
    id UUID NOT NULL PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    registration_id UUID NOT NULL REFERENCES registrations (id),
    event_id UUID NOT NULL REFERENCES events (id),
    person_id UUID NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL CHECK (kind IN ('participation', 'completion', 'appreciation')),
    facts TEXT NOT NULL,
    credential TEXT NOT NULL,
    qr_text TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    issued_by UUID NOT NULL REFERENCES accounts (id),
    expires_at BIGINT,
    revoked_at BIGINT,
    revoked_by UUID REFERENCES accounts (id),
    revocation_reason TEXT,
    replaced_by UUID REFERENCES certificates (id),
    status_list BIGINT NOT NULL,
    status_index BIGINT NOT NULL CHECK (status_index BETWEEN 0 AND 131071),
    UNIQUE (status_list, status_index),
    CHECK ((revoked_at IS NULL) = (revocation_reason IS NULL))
);
CREATE UNIQUE INDEX certificates_one_standing ON certificates (registration_id, kind)
    WHERE revoked_at IS NULL AND replaced_by IS NULL;
CREATE INDEX certificates_by_event ON certificates (event_id);
CREATE INDEX certificates_by_person ON certificates (person_id);

CREATE TABLE outbox (
    id UUID NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    calendar TEXT,
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    leased_until BIGINT,
    sent_at BIGINT,
    dead_at BIGINT,
    last_error TEXT
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE sent_at IS NULL AND dead_at IS NULL;

CREATE TABLE audit_log (
    id UUID NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    account_id UUID REFERENCES accounts (id),
    action TEXT NOT NULL,
    subject UUID,
    detail JSONB NOT NULL
);
CREATE INDEX audit_log_by_subject ON audit_log (subject, at);

CREATE FUNCTION audit_log_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit log is append only'; END $$;
CREATE TRIGGER audit_log_keeps BEFORE UPDATE OR DELETE ON audit_log
    FOR EACH ROW EXECUTE FUNCTION audit_log_refuse();
