-- Lists of participants that coordinators import. The uploaded file and what was read of it are
-- kept here between the steps, for any replica, and go when the import is done or too old.

CREATE TABLE imports (
    id UUID NOT NULL PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES events (id),
    uploaded_by UUID NOT NULL REFERENCES accounts (id),
    uploaded_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash BYTEA NOT NULL,
    file_size BIGINT NOT NULL,
    content BYTEA,
    state TEXT NOT NULL CHECK (state IN ('uploaded', 'read', 'done', 'taken-back')),
    revision BIGINT NOT NULL DEFAULT 0,
    choices JSONB NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('submitted', 'offered', 'confirmed')),
    tell BOOLEAN NOT NULL,
    problems JSONB NOT NULL,
    problem_count BIGINT NOT NULL DEFAULT 0,
    row_count BIGINT NOT NULL DEFAULT 0,
    done_by UUID REFERENCES accounts (id),
    done_at BIGINT,
    added BIGINT NOT NULL DEFAULT 0,
    back_until BIGINT,
    taken_back_by UUID REFERENCES accounts (id),
    taken_back_at BIGINT,
    CHECK (state NOT IN ('done', 'taken-back') OR content IS NULL)
);
CREATE INDEX imports_by_event ON imports (event_id, uploaded_at);
CREATE INDEX imports_expiry ON imports (expires_at);

-- A row of the file as it was read, with the ids that adding it will use: so that all rows are
-- added by a handful of statements, and can be found again.
CREATE TABLE import_rows (
    id UUID NOT NULL PRIMARY KEY,
    import_id UUID NOT NULL REFERENCES imports (id),
    number BIGINT NOT NULL,
    email TEXT NOT NULL,
    name_latin TEXT NOT NULL,
    name_native TEXT,
    name_native_language TEXT,
    country TEXT NOT NULL REFERENCES countries (code),
    institution TEXT NOT NULL,
    job_title TEXT NOT NULL,
    language TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('participant', 'observer', 'speaker')),
    organisation_id UUID,
    registered_at BIGINT,
    person_id UUID NOT NULL,
    registration_id UUID NOT NULL,
    outbox_id UUID NOT NULL,
    added BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE UNIQUE INDEX import_rows_number ON import_rows (import_id, number);
CREATE UNIQUE INDEX import_rows_email ON import_rows (import_id, email);
CREATE INDEX import_rows_registration ON import_rows (registration_id);
