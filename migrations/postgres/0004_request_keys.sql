-- Forms and calls that were carried out, by the key that the browser sent with them, so that one
-- that comes again is answered again and done once. The row is written in the transaction of the
-- change itself; the answer follows. Whoever reads this table learns neither keys nor content: they
-- stand here only as hashes, and what was sent cannot be guessed without its key.

CREATE TABLE request_keys (
    key_hash BYTEA NOT NULL PRIMARY KEY CHECK (length(key_hash) = 32),
    -- Who sent what where.
    fingerprint BYTEA NOT NULL CHECK (length(fingerprint) = 32),
    created_at BIGINT NOT NULL,
    -- The answer, as it is given again, under a key that only the key of the request gives; empty
    -- where the request answers for itself when it comes again; NULL until the answer is known.
    answer BYTEA
);
CREATE INDEX request_keys_age ON request_keys (created_at);
