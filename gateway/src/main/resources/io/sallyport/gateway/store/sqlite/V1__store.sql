-- The first form of the store. Flags are 0 or 1, dates are seconds since 1970, texts compare byte
-- for byte. Another database gets a folder of its own with the same tables: only the type of the
-- generated key and of bytes differs.

CREATE TABLE domain (
    domain_id TEXT    NOT NULL PRIMARY KEY,
    format    INTEGER NOT NULL,
    created   BIGINT  NOT NULL
);

CREATE TABLE meta (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- One row for each object. The columns repeat the header of the blob, for searching; whoever loads
-- a row compares them. A destroyed object stays as a tombstone.
CREATE TABLE object (
    seq                        INTEGER PRIMARY KEY AUTOINCREMENT,
    id                         TEXT    NOT NULL UNIQUE,
    partition_name             TEXT    NOT NULL,
    version                    BIGINT  NOT NULL,
    object_type                INTEGER NOT NULL,
    key_format                 INTEGER NOT NULL,
    algorithm                  INTEGER NOT NULL,
    length_bits                INTEGER NOT NULL,
    usage_mask                 INTEGER NOT NULL,
    state                      INTEGER NOT NULL,
    initial_date               BIGINT  NOT NULL,
    activation_date            BIGINT,
    process_start_date         BIGINT,
    protect_stop_date          BIGINT,
    deactivation_date          BIGINT,
    destroy_date               BIGINT,
    compromise_occurrence_date BIGINT,
    compromise_date            BIGINT,
    sensitive                  INTEGER NOT NULL,
    always_sensitive           INTEGER NOT NULL,
    extractable                INTEGER NOT NULL,
    never_extractable          INTEGER NOT NULL,
    attributes                 BLOB    NOT NULL,
    blob                       BLOB    NOT NULL
);
CREATE INDEX object_page ON object (partition_name, initial_date, seq);

-- What a search can ask of the other attributes. The value is a digest of the canonical encoding.
CREATE TABLE object_attribute (
    object_id      TEXT    NOT NULL REFERENCES object (id),
    partition_name TEXT    NOT NULL,
    name           TEXT    NOT NULL,
    value          TEXT    NOT NULL,
    exclusive      INTEGER NOT NULL
);
CREATE INDEX object_attribute_search ON object_attribute (partition_name, name, value, object_id);
CREATE INDEX object_attribute_object ON object_attribute (object_id);
-- Two objects of a partition never have the same name; a tombstone's name is free.
CREATE UNIQUE INDEX object_attribute_exclusive
    ON object_attribute (partition_name, name, value) WHERE exclusive = 1;

CREATE TABLE client (
    name           TEXT   NOT NULL PRIMARY KEY,
    partition_name TEXT   NOT NULL,
    role           TEXT   NOT NULL,
    profile        TEXT   NOT NULL,
    created        BIGINT NOT NULL,
    revoked_at     BIGINT
);

CREATE TABLE client_certificate (
    fingerprint TEXT   NOT NULL PRIMARY KEY,
    client_name TEXT   NOT NULL REFERENCES client (name),
    serial      TEXT   NOT NULL,
    not_after   BIGINT NOT NULL,
    created     BIGINT NOT NULL,
    revoked_at  BIGINT
);
CREATE INDEX client_certificate_client ON client_certificate (client_name);

-- The audit log: docs/spec/audit-log.md.
CREATE TABLE audit_bundle (
    first_sequence INTEGER NOT NULL PRIMARY KEY,
    leaf_count     INTEGER NOT NULL,
    previous_hash  BLOB    NOT NULL,
    last_hash      BLOB    NOT NULL,
    leaves         BLOB    NOT NULL
);
