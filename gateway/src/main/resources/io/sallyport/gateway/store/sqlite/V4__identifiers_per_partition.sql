-- An identifier is unique in its partition only: a client that imports an object under an
-- identifier of its choice must not learn whether another partition has one of the same name.
-- SQLite can't drop a constraint, so both tables are made anew. The attributes go first and come
-- last, because they refer to the objects.

CREATE TABLE object_attribute_before AS SELECT * FROM object_attribute;
DROP TABLE object_attribute;

ALTER TABLE object RENAME TO object_before;
CREATE TABLE object (
    seq                        INTEGER PRIMARY KEY AUTOINCREMENT,
    id                         TEXT    NOT NULL,
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
    blob                       BLOB    NOT NULL,
    UNIQUE (partition_name, id)
);
INSERT INTO object (seq, id, partition_name, version, object_type, key_format, algorithm,
        length_bits, usage_mask, state, initial_date, activation_date, process_start_date,
        protect_stop_date, deactivation_date, destroy_date, compromise_occurrence_date,
        compromise_date, sensitive, always_sensitive, extractable, never_extractable, attributes,
        blob)
    SELECT seq, id, partition_name, version, object_type, key_format, algorithm,
        length_bits, usage_mask, state, initial_date, activation_date, process_start_date,
        protect_stop_date, deactivation_date, destroy_date, compromise_occurrence_date,
        compromise_date, sensitive, always_sensitive, extractable, never_extractable, attributes,
        blob
    FROM object_before;
DROP TABLE object_before;
CREATE INDEX object_state ON object (partition_name, state, initial_date, seq);
CREATE INDEX object_algorithm ON object (partition_name, algorithm, state, initial_date, seq);
CREATE INDEX object_kind ON object (partition_name, object_type, state, initial_date, seq);
CREATE INDEX object_activation ON object (partition_name, state, initial_date, seq)
    WHERE state = 1 AND activation_date IS NOT NULL;
CREATE INDEX object_deactivation ON object (partition_name, state, initial_date, seq)
    WHERE state = 2 AND deactivation_date IS NOT NULL;

CREATE TABLE object_attribute (
    object_seq     BIGINT  NOT NULL REFERENCES object (seq),
    partition_name TEXT    NOT NULL,
    name           TEXT    NOT NULL,
    value          TEXT    NOT NULL,
    initial_date   BIGINT  NOT NULL,
    exclusive      INTEGER NOT NULL
);
INSERT INTO object_attribute (object_seq, partition_name, name, value, initial_date, exclusive)
    SELECT object_seq, partition_name, name, value, initial_date, exclusive
    FROM object_attribute_before;
DROP TABLE object_attribute_before;
CREATE INDEX object_attribute_search
    ON object_attribute (partition_name, name, value, initial_date, object_seq);
CREATE INDEX object_attribute_object ON object_attribute (object_seq, name);
CREATE UNIQUE INDEX object_attribute_exclusive
    ON object_attribute (partition_name, name, value) WHERE exclusive = 1;
