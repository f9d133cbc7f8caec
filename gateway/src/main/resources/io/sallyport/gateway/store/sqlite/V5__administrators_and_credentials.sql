-- An administrator makes the users, groups and credentials of its partition and uses no key. A user
-- that was made by a client has an identifier.
ALTER TABLE partition_user ADD COLUMN administrator INTEGER NOT NULL DEFAULT 0;
ALTER TABLE partition_user ADD COLUMN user_id TEXT;

-- What a user can be made with, once. The verifier of a password is a salted slow hash; that of a
-- certificate is its SHA-256.
CREATE TABLE partition_credential (
    partition_name TEXT   NOT NULL,
    id             TEXT   NOT NULL,
    kind           TEXT   NOT NULL,
    verifier       TEXT   NOT NULL,
    created        BIGINT NOT NULL,
    user_name      TEXT,
    PRIMARY KEY (partition_name, id)
);

CREATE TABLE partition_group (
    partition_name TEXT   NOT NULL,
    id             TEXT   NOT NULL,
    name           TEXT   NOT NULL,
    created        BIGINT NOT NULL,
    PRIMARY KEY (partition_name, id),
    UNIQUE (partition_name, name)
);
