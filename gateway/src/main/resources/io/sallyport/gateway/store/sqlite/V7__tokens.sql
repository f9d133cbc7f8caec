-- Tokens of applications without a certificate. The digest is the SHA-256 of 32 random bytes, so it
-- needs neither salt nor time. Mounts are separated by line feeds.
CREATE TABLE access_token (
    name           TEXT   NOT NULL PRIMARY KEY,
    partition_name TEXT   NOT NULL,
    mounts         TEXT   NOT NULL,
    read_only      INTEGER NOT NULL,
    digest         TEXT   NOT NULL UNIQUE,
    created        BIGINT NOT NULL,
    expires        BIGINT,
    revoked_at     BIGINT
);
