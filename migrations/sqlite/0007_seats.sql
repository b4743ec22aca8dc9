-- Seats that became free while registration was closed, of an event whose coordinators give them:
-- where the closing is put off, so many are offered.
ALTER TABLE events ADD COLUMN unoffered INTEGER NOT NULL DEFAULT 0 CHECK (unoffered >= 0);

-- Who ended a registration can be a focal point.
-- A check goes only with its column.
ALTER TABLE registrations RENAME COLUMN ended_by TO ended_by_before;
ALTER TABLE registrations ADD COLUMN ended_by TEXT CHECK (ended_by IN ('person', 'focal-point', 'coordinator', 'deadline'));
UPDATE registrations SET ended_by = ended_by_before WHERE ended_by_before IS NOT NULL;
ALTER TABLE registrations DROP COLUMN ended_by_before;
UPDATE registrations SET ended_by = 'focal-point'
WHERE ended_by = 'person' AND state = 'cancelled'
  AND id IN (SELECT registration_id FROM nominations WHERE withdrawn_at IS NOT NULL);
