-- Seats that became free while registration was closed, of an event whose coordinators give them:
-- where the closing is put off, so many are offered.
ALTER TABLE events ADD COLUMN unoffered BIGINT NOT NULL DEFAULT 0 CHECK (unoffered >= 0);

-- Who ended a registration can be a focal point.
ALTER TABLE registrations DROP CONSTRAINT registrations_ended_by_check;
ALTER TABLE registrations ADD CONSTRAINT registrations_ended_by_check
    CHECK (ended_by IN ('person', 'focal-point', 'coordinator', 'deadline'));
UPDATE registrations SET ended_by = 'focal-point'
WHERE ended_by = 'person' AND state = 'cancelled'
  AND id IN (SELECT registration_id FROM nominations WHERE withdrawn_at IS NOT NULL);
