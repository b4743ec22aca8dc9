-- What is looked up for one event by every batch of registrations, and by the page of its
-- certificates.
CREATE INDEX quotas_by_event ON quotas (event_id);
CREATE INDEX issue_runs_by_event ON issue_runs (event_id, requested_at);

-- All records of a session, and all certificates of a registration: the unique indexes know only
-- those that stand.
CREATE INDEX attendance_by_session ON attendance (session_id);
CREATE INDEX certificates_by_registration ON certificates (registration_id);
