-- Forms and calls that were carried out, by the key that the browser sent with them, so that one
-- that comes again is answered again and done once. The row is written in the transaction of the
-- change itself; the answer follows. Key and content stand here only as hashes.

CREATE TABLE request_keys (
    key_hash BYTEA NOT NULL PRIMARY KEY CHECK (length(key_hash) = 32),
    -- Who sent what where.
    fingerprint BYTEA NOT NULL CHECK (length(fingerprint) = 32),
    created_at BIGINT NOT NULL,
    -- Where the answer leads; '' where the request answers for itself when it comes again; NULL
    -- until the answer is known.
    location TEXT,
    -- Its Set-Cookie lines, never one that signs in.
    cookies TEXT NOT NULL DEFAULT ''
);
CREATE INDEX request_keys_age ON request_keys (created_at);
