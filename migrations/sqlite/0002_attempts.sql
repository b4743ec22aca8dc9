-- Attempts that are limited: passwords tried, mails asked for. What they are
-- counted by (an address, an account) stands here only as a hash.

CREATE TABLE attempts (
    bucket BLOB NOT NULL PRIMARY KEY,
    attempts INTEGER NOT NULL,
    resets_at INTEGER NOT NULL
) STRICT;
CREATE INDEX attempts_expiry ON attempts (resets_at);
