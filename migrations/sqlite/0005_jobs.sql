-- Jobs by schedule, what people were reminded of, and what an administrator does with mails that
-- could not be sent.

-- A job and its last run. Whoever works on it holds a lease; `lease` tells that run from any
-- other, `leased_by` says to people which server it is. A row that is missing is added when the
-- job is looked for.
CREATE TABLE jobs (
    name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
    due_at INTEGER NOT NULL,
    lease BLOB,
    leased_until INTEGER,
    leased_by TEXT,
    failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
    runs INTEGER NOT NULL DEFAULT 0,
    done INTEGER NOT NULL DEFAULT 0,
    last_started_at INTEGER,
    last_finished_at INTEGER,
    last_by TEXT,
    last_outcome TEXT CHECK (last_outcome IN ('done', 'failed', 'stopped', 'lost')),
    last_done INTEGER,
    last_error TEXT,
    CHECK ((lease IS NULL) = (leased_until IS NULL) AND (lease IS NULL) = (leased_by IS NULL))
) STRICT;

-- That a registration was reminded of something; `about` is the time it was reminded of.
CREATE TABLE reminders (
    registration_id BLOB NOT NULL REFERENCES registrations (id),
    kind TEXT NOT NULL CHECK (kind IN ('days-before', 'day-before', 'confirm', 'offer', 'waiting-list-ended')),
    about INTEGER NOT NULL,
    reminded_at INTEGER NOT NULL,
    PRIMARY KEY (registration_id, kind)
) STRICT;

-- That a coordinator was reminded of the decisions that an event waits for.
CREATE TABLE decision_reminders (
    event_id BLOB NOT NULL REFERENCES events (id),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    about INTEGER NOT NULL,
    reminded_at INTEGER NOT NULL,
    PRIMARY KEY (event_id, account_id)
) STRICT;
CREATE INDEX decision_reminders_account ON decision_reminders (account_id);
CREATE INDEX role_grants_role ON role_grants (role, organisation_id);

-- For which closing time the waiting list was ended, and for which end the event was completed
-- by the clock: each is done once, and once more only where the time was put off since.
ALTER TABLE events ADD COLUMN closed_for INTEGER;
ALTER TABLE events ADD COLUMN completed_for INTEGER;
CREATE INDEX events_by_closing ON events (state, registration_closes);
CREATE INDEX events_by_end ON events (state, ends_at);

-- `tried_before` counts the attempts before the last time that somebody asked to send a dead
-- mail again; until `secret_until` the links in its text are good.
ALTER TABLE outbox ADD COLUMN tried_before INTEGER NOT NULL DEFAULT 0
    CHECK (tried_before >= 0 AND attempts >= 0);
ALTER TABLE outbox ADD COLUMN secret_until INTEGER;
ALTER TABLE outbox ADD COLUMN discarded_at INTEGER;
ALTER TABLE outbox ADD COLUMN discarded_by BLOB REFERENCES accounts (id);
ALTER TABLE outbox ADD COLUMN note TEXT;
CREATE INDEX outbox_dead ON outbox (id) WHERE dead_at IS NOT NULL;
CREATE INDEX outbox_dead_secrets ON outbox (secret_until)
    WHERE dead_at IS NOT NULL AND secret_until IS NOT NULL;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX outbox_recipient ON outbox (recipient, id);
CREATE INDEX outbox_kind ON outbox (kind, id);
