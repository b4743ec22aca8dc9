-- Quotas, the waiting list with its offers, nominations, invitations, and decisions that can
-- be undone until their mail has left.

-- What an event says of its waiting list.
ALTER TABLE events ADD COLUMN waiting_list BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE events ADD COLUMN offer_hours BIGINT NOT NULL DEFAULT 48 CHECK (offer_hours BETWEEN 1 AND 720);

-- The most seats that go to one country or one organisation, and the seats of a role: observers
-- and speakers have their own, outside the capacity of the event.
CREATE TABLE quotas (
    id UUID NOT NULL PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES events (id),
    country TEXT REFERENCES countries (code),
    organisation_id UUID REFERENCES organisations (id),
    role TEXT CHECK (role IN ('observer', 'speaker')),
    seats BIGINT NOT NULL CHECK (seats >= 0),
    taken BIGINT NOT NULL DEFAULT 0,
    CHECK (taken BETWEEN 0 AND seats),
    CHECK (num_nonnulls(country, organisation_id, role) = 1)
);
CREATE UNIQUE INDEX quotas_country ON quotas (event_id, country) WHERE country IS NOT NULL;
CREATE UNIQUE INDEX quotas_organisation ON quotas (event_id, organisation_id)
    WHERE organisation_id IS NOT NULL;
CREATE UNIQUE INDEX quotas_role ON quotas (event_id, role) WHERE role IS NOT NULL;

-- A personal link to register. An invitation that may be forwarded can be used by anybody who
-- has the link, as often as it says.
CREATE TABLE invitations (
    id UUID NOT NULL PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES events (id),
    token_hash BYTEA NOT NULL UNIQUE,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('participant', 'observer', 'speaker')),
    organisation_id UUID REFERENCES organisations (id),
    forwarding BOOLEAN NOT NULL,
    uses_allowed BIGINT NOT NULL CHECK (uses_allowed BETWEEN 1 AND 100),
    uses BIGINT NOT NULL DEFAULT 0,
    expires_at BIGINT NOT NULL,
    created_by UUID NOT NULL REFERENCES accounts (id),
    created_at BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    revoked_at BIGINT,
    declined_at BIGINT,
    CHECK (uses BETWEEN 0 AND uses_allowed),
    CHECK (forwarding OR uses_allowed = 1)
);
CREATE INDEX invitations_by_event ON invitations (event_id, created_at);
CREATE UNIQUE INDEX invitations_one_open ON invitations (event_id, email)
    WHERE revoked_at IS NULL AND declined_at IS NULL AND uses = 0;

-- As what the person comes, for whom, by which invitation, and where in the queue.
-- `without_seat` is for registrations whose address is not confirmed yet: all other states say
-- by themselves whether they hold a seat (confirmed and offered do).
ALTER TABLE registrations ADD COLUMN role TEXT NOT NULL DEFAULT 'participant'
    CHECK (role IN ('participant', 'observer', 'speaker'));
ALTER TABLE registrations ADD COLUMN organisation_id UUID REFERENCES organisations (id);
ALTER TABLE registrations ADD COLUMN invitation_id UUID REFERENCES invitations (id);
ALTER TABLE registrations ADD COLUMN without_seat BOOLEAN NOT NULL DEFAULT FALSE
    CHECK (NOT without_seat OR state = 'pending');
ALTER TABLE registrations ADD COLUMN priority BIGINT NOT NULL DEFAULT 0
    CHECK (priority BETWEEN 0 AND 9);
ALTER TABLE registrations ADD COLUMN queued_at BIGINT NOT NULL DEFAULT 0;
UPDATE registrations SET queued_at = registered_at WHERE state = 'waitlisted';
CREATE INDEX registrations_queue ON registrations (event_id, priority DESC, queued_at, id)
    WHERE state = 'waitlisted';

-- Whoever awaits a decision holds no seat any more: places are given when it is decided.
UPDATE events SET taken = taken - (
    SELECT count(*) FROM registrations r
    WHERE r.event_id = events.id AND (r.state = 'submitted'
        OR (r.state = 'pending' AND events.registration_mode = 'approval')));
UPDATE registrations SET without_seat = TRUE
WHERE state = 'pending'
  AND event_id IN (SELECT id FROM events WHERE registration_mode = 'approval');

-- A focal point's proposal; the place in the order of the country is an agreement of its focal
-- points, so nothing but they change it.
CREATE TABLE nominations (
    registration_id UUID NOT NULL PRIMARY KEY REFERENCES registrations (id),
    event_id UUID NOT NULL REFERENCES events (id),
    country TEXT NOT NULL REFERENCES countries (code),
    place BIGINT NOT NULL CHECK (place > 0),
    note TEXT NOT NULL,
    nominated_by UUID NOT NULL REFERENCES accounts (id),
    nominated_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    withdrawn_by UUID REFERENCES accounts (id)
);
CREATE INDEX nominations_by_country ON nominations (event_id, country, place);

-- A coordinator's decision. It can be undone while its mail still lies in the outbox.
CREATE TABLE decisions (
    id UUID NOT NULL PRIMARY KEY,
    registration_id UUID NOT NULL REFERENCES registrations (id),
    batch_id UUID NOT NULL,
    from_state TEXT NOT NULL CHECK (from_state IN ('pending', 'submitted', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled')),
    to_state TEXT NOT NULL CHECK (to_state IN ('pending', 'submitted', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled')),
    reason TEXT,
    decided_by UUID NOT NULL REFERENCES accounts (id),
    decided_at BIGINT NOT NULL,
    outbox_id UUID,
    undone_at BIGINT
);
CREATE INDEX decisions_by_registration ON decisions (registration_id, decided_at);
CREATE INDEX decisions_by_batch ON decisions (batch_id);

-- Links have one purpose more.
ALTER TABLE one_time_links DROP CONSTRAINT one_time_links_purpose_check;
ALTER TABLE one_time_links ADD CONSTRAINT one_time_links_purpose_check
    CHECK (purpose IN ('sign-in', 'confirm-registration', 'answer-offer'));
CREATE INDEX one_time_links_subject ON one_time_links (subject);
