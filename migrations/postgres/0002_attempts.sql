-- Attempts that are limited: passwords tried, mails asked for. What they are
-- counted by (an address, an account) stands here only as a hash.

CREATE TABLE attempts (
    bucket BYTEA NOT NULL PRIMARY KEY,
    attempts BIGINT NOT NULL,
    resets_at BIGINT NOT NULL
);
CREATE INDEX attempts_expiry ON attempts (resets_at);
