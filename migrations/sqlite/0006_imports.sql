-- Lists of participants that coordinators import. The uploaded file and what was read of it are
-- kept here between the steps, for any replica, and go when the import is done or too old.

CREATE TABLE imports (
    id BLOB NOT NULL PRIMARY KEY,
    event_id BLOB NOT NULL REFERENCES events (id),
    uploaded_by BLOB NOT NULL REFERENCES accounts (id),
    uploaded_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    file_hash BLOB NOT NULL,
    file_size INTEGER NOT NULL,
    content BLOB,
    state TEXT NOT NULL CHECK (state IN ('uploaded', 'read', 'done', 'taken-back')),
    revision INTEGER NOT NULL DEFAULT 0,
    choices TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('submitted', 'offered', 'confirmed')),
    tell INTEGER NOT NULL CHECK (tell IN (0, 1)),
    problems TEXT NOT NULL,
    problem_count INTEGER NOT NULL DEFAULT 0,
    row_count INTEGER NOT NULL DEFAULT 0,
    done_by BLOB REFERENCES accounts (id),
    done_at INTEGER,
    added INTEGER NOT NULL DEFAULT 0,
    back_until INTEGER,
    taken_back_by BLOB REFERENCES accounts (id),
    taken_back_at INTEGER,
    CHECK (state NOT IN ('done', 'taken-back') OR content IS NULL)
) STRICT;
CREATE INDEX imports_by_event ON imports (event_id, uploaded_at);
CREATE INDEX imports_expiry ON imports (expires_at);

-- A row of the file as it was read, with the ids that adding it will use: so that all rows are
-- added by a handful of statements, and can be found again.
CREATE TABLE import_rows (
    id BLOB NOT NULL PRIMARY KEY,
    import_id BLOB NOT NULL REFERENCES imports (id),
    number INTEGER NOT NULL,
    email TEXT NOT NULL,
    name_latin TEXT NOT NULL,
    name_native TEXT,
    name_native_language TEXT,
    country TEXT NOT NULL REFERENCES countries (code),
    institution TEXT NOT NULL,
    job_title TEXT NOT NULL,
    language TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('participant', 'observer', 'speaker')),
    organisation_id BLOB,
    registered_at INTEGER,
    person_id BLOB NOT NULL,
    registration_id BLOB NOT NULL,
    outbox_id BLOB NOT NULL,
    added INTEGER NOT NULL DEFAULT 0 CHECK (added IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX import_rows_number ON import_rows (import_id, number);
CREATE UNIQUE INDEX import_rows_email ON import_rows (import_id, email);
CREATE INDEX import_rows_registration ON import_rows (registration_id);
