-- Quotas, the waiting list with its offers, nominations, invitations, and decisions that can
-- be undone until their mail has left.

-- What an event says of its waiting list.
ALTER TABLE events ADD COLUMN waiting_list INTEGER NOT NULL DEFAULT 1 CHECK (waiting_list IN (0, 1));
ALTER TABLE events ADD COLUMN offer_hours INTEGER NOT NULL DEFAULT 48 CHECK (offer_hours BETWEEN 1 AND 720);

-- The most seats that go to one country or one organisation, and the seats of a role: observers
-- and speakers have their own, outside the capacity of the event.
CREATE TABLE quotas (
    id BLOB NOT NULL PRIMARY KEY,
    event_id BLOB NOT NULL REFERENCES events (id),
    country TEXT REFERENCES countries (code),
    organisation_id BLOB REFERENCES organisations (id),
    role TEXT CHECK (role IN ('observer', 'speaker')),
    seats INTEGER NOT NULL CHECK (seats >= 0),
    taken INTEGER NOT NULL DEFAULT 0,
    CHECK (taken BETWEEN 0 AND seats),
    CHECK ((country IS NOT NULL) + (organisation_id IS NOT NULL) + (role IS NOT NULL) = 1)
) STRICT;
CREATE UNIQUE INDEX quotas_country ON quotas (event_id, country) WHERE country IS NOT NULL;
CREATE UNIQUE INDEX quotas_organisation ON quotas (event_id, organisation_id)
    WHERE organisation_id IS NOT NULL;
CREATE UNIQUE INDEX quotas_role ON quotas (event_id, role) WHERE role IS NOT NULL;

-- A personal link to register. An invitation that may be forwarded can be used by anybody who
-- has the link, as often as it says.
CREATE TABLE invitations (
    id BLOB NOT NULL PRIMARY KEY,
    event_id BLOB NOT NULL REFERENCES events (id),
    token_hash BLOB NOT NULL UNIQUE,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('participant', 'observer', 'speaker')),
    organisation_id BLOB REFERENCES organisations (id),
    forwarding INTEGER NOT NULL CHECK (forwarding IN (0, 1)),
    uses_allowed INTEGER NOT NULL CHECK (uses_allowed BETWEEN 1 AND 100),
    uses INTEGER NOT NULL DEFAULT 0,
    expires_at INTEGER NOT NULL,
    created_by BLOB NOT NULL REFERENCES accounts (id),
    created_at INTEGER NOT NULL,
    sent_at INTEGER NOT NULL,
    revoked_at INTEGER,
    declined_at INTEGER,
    CHECK (uses BETWEEN 0 AND uses_allowed),
    CHECK (forwarding = 1 OR uses_allowed = 1)
) STRICT;
CREATE INDEX invitations_by_event ON invitations (event_id, created_at);
CREATE UNIQUE INDEX invitations_one_open ON invitations (event_id, email)
    WHERE revoked_at IS NULL AND declined_at IS NULL AND uses = 0;

-- As what the person comes, for whom, by which invitation, and where in the queue.
-- `without_seat` is for registrations whose address is not confirmed yet: all other states say
-- by themselves whether they hold a seat (confirmed and offered do).
ALTER TABLE registrations ADD COLUMN role TEXT NOT NULL DEFAULT 'participant'
    CHECK (role IN ('participant', 'observer', 'speaker'));
ALTER TABLE registrations ADD COLUMN organisation_id BLOB REFERENCES organisations (id);
ALTER TABLE registrations ADD COLUMN invitation_id BLOB REFERENCES invitations (id);
ALTER TABLE registrations ADD COLUMN without_seat INTEGER NOT NULL DEFAULT 0
    CHECK (without_seat = 0 OR (without_seat = 1 AND state = 'pending'));
ALTER TABLE registrations ADD COLUMN priority INTEGER NOT NULL DEFAULT 0
    CHECK (priority BETWEEN 0 AND 9);
ALTER TABLE registrations ADD COLUMN queued_at INTEGER NOT NULL DEFAULT 0;
UPDATE registrations SET queued_at = registered_at WHERE state = 'waitlisted';
CREATE INDEX registrations_queue ON registrations (event_id, priority DESC, queued_at, id)
    WHERE state = 'waitlisted';

-- Whoever awaits a decision holds no seat any more: places are given when it is decided.
UPDATE events SET taken = taken - (
    SELECT count(*) FROM registrations r
    WHERE r.event_id = events.id AND (r.state = 'submitted'
        OR (r.state = 'pending' AND events.registration_mode = 'approval')));
UPDATE registrations SET without_seat = 1
WHERE state = 'pending'
  AND event_id IN (SELECT id FROM events WHERE registration_mode = 'approval');

-- A focal point's proposal; the place in the order of the country is an agreement of its focal
-- points, so nothing but they change it.
CREATE TABLE nominations (
    registration_id BLOB NOT NULL PRIMARY KEY REFERENCES registrations (id),
    event_id BLOB NOT NULL REFERENCES events (id),
    country TEXT NOT NULL REFERENCES countries (code),
    place INTEGER NOT NULL CHECK (place > 0),
    note TEXT NOT NULL,
    nominated_by BLOB NOT NULL REFERENCES accounts (id),
    nominated_at INTEGER NOT NULL,
    withdrawn_at INTEGER,
    withdrawn_by BLOB REFERENCES accounts (id)
) STRICT;
CREATE INDEX nominations_by_country ON nominations (event_id, country, place);

-- A coordinator's decision. It can be undone while its mail still lies in the outbox.
CREATE TABLE decisions (
    id BLOB NOT NULL PRIMARY KEY,
    registration_id BLOB NOT NULL REFERENCES registrations (id),
    batch_id BLOB NOT NULL,
    from_state TEXT NOT NULL CHECK (from_state IN ('pending', 'submitted', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled')),
    to_state TEXT NOT NULL CHECK (to_state IN ('pending', 'submitted', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled')),
    reason TEXT,
    decided_by BLOB NOT NULL REFERENCES accounts (id),
    decided_at INTEGER NOT NULL,
    outbox_id BLOB,
    undone_at INTEGER
) STRICT;
CREATE INDEX decisions_by_registration ON decisions (registration_id, decided_at);
CREATE INDEX decisions_by_batch ON decisions (batch_id);

-- Links have one purpose more.
CREATE TABLE one_time_links_new (
    token_hash BLOB NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('sign-in', 'confirm-registration', 'answer-offer')),
    subject BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
INSERT INTO one_time_links_new SELECT token_hash, purpose, subject, created_at, expires_at, used_at
FROM one_time_links;
DROP TABLE one_time_links;
ALTER TABLE one_time_links_new RENAME TO one_time_links;
CREATE INDEX one_time_links_expiry ON one_time_links (expires_at);
CREATE INDEX one_time_links_subject ON one_time_links (subject);
