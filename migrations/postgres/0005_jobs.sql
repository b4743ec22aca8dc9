-- Jobs by schedule, what people were reminded of, and what an administrator does with mails that
-- could not be sent.

-- A job and its last run. Whoever works on it holds a lease; `lease` tells that run from any
-- other, `leased_by` says to people which server it is. A row that is missing is added when the
-- job is looked for.
CREATE TABLE jobs (
    name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
    due_at BIGINT NOT NULL,
    lease UUID,
    leased_until BIGINT,
    leased_by TEXT,
    failures BIGINT NOT NULL DEFAULT 0 CHECK (failures >= 0),
    runs BIGINT NOT NULL DEFAULT 0,
    done BIGINT NOT NULL DEFAULT 0,
    last_started_at BIGINT,
    last_finished_at BIGINT,
    last_by TEXT,
    last_outcome TEXT CHECK (last_outcome IN ('done', 'failed', 'stopped', 'lost')),
    last_done BIGINT,
    last_error TEXT,
    CHECK ((lease IS NULL) = (leased_until IS NULL) AND (lease IS NULL) = (leased_by IS NULL))
);

-- That a registration was reminded of something; `about` is the time it was reminded of.
CREATE TABLE reminders (
    registration_id UUID NOT NULL REFERENCES registrations (id),
    kind TEXT NOT NULL CHECK (kind IN ('days-before', 'day-before', 'confirm', 'offer', 'waiting-list-ended')),
    about BIGINT NOT NULL,
    reminded_at BIGINT NOT NULL,
    PRIMARY KEY (registration_id, kind)
);

-- That a coordinator was reminded of the decisions that an event waits for.
CREATE TABLE decision_reminders (
    event_id UUID NOT NULL REFERENCES events (id),
    account_id UUID NOT NULL REFERENCES accounts (id),
    about BIGINT NOT NULL,
    reminded_at BIGINT NOT NULL,
    PRIMARY KEY (event_id, account_id)
);
CREATE INDEX decision_reminders_account ON decision_reminders (account_id);
CREATE INDEX role_grants_role ON role_grants (role, organisation_id);

-- For which closing time the waiting list was ended, and for which end the event was completed
-- by the clock: each is done once, and once more only where the time was put off since.
ALTER TABLE events ADD COLUMN closed_for BIGINT;
ALTER TABLE events ADD COLUMN completed_for BIGINT;
CREATE INDEX events_by_closing ON events (state, registration_closes);
CREATE INDEX events_by_end ON events (state, ends_at);

-- `tried_before` counts the attempts before the last time that somebody asked to send a dead
-- mail again; until `secret_until` the links in its text are good.
ALTER TABLE outbox ADD COLUMN tried_before BIGINT NOT NULL DEFAULT 0
    CHECK (tried_before >= 0 AND attempts >= 0);
ALTER TABLE outbox ADD COLUMN secret_until BIGINT;
ALTER TABLE outbox ADD COLUMN discarded_at BIGINT;
ALTER TABLE outbox ADD COLUMN discarded_by UUID REFERENCES accounts (id);
ALTER TABLE outbox ADD COLUMN note TEXT;
-- Addresses are looked for by their beginning, byte by byte as in SQLite.
ALTER TABLE outbox ALTER COLUMN recipient SET DATA TYPE TEXT COLLATE "C";
CREATE INDEX outbox_dead ON outbox (id) WHERE dead_at IS NOT NULL;
CREATE INDEX outbox_dead_secrets ON outbox (secret_until)
    WHERE dead_at IS NOT NULL AND secret_until IS NOT NULL;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX outbox_recipient ON outbox (recipient, id);
CREATE INDEX outbox_kind ON outbox (kind, id);
