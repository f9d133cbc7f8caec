-- Who can prove to be a user or a device of a partition. The verifier is a salted slow hash of the
-- password, with how it was made.
CREATE TABLE partition_user (
    partition_name TEXT   NOT NULL,
    kind           TEXT   NOT NULL,
    name           TEXT   NOT NULL,
    verifier       TEXT   NOT NULL,
    created        BIGINT NOT NULL,
    PRIMARY KEY (partition_name, kind, name)
);

-- Rules for new objects of a partition: Set Constraints and Set Defaults, as TTLV in base64.
CREATE TABLE partition_rule (
    partition_name TEXT NOT NULL,
    kind           TEXT NOT NULL,
    rules          TEXT NOT NULL,
    PRIMARY KEY (partition_name, kind)
);
