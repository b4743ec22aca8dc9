-- Seats that became free while registration was closed, of an event whose coordinators give them:
-- where the closing is put off, so many are offered.
ALTER TABLE events ADD COLUMN unoffered BIGINT NOT NULL DEFAULT 0 CHECK (unoffered >= 0);
