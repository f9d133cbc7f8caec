-- Searches whose first page costs the same in a large partition as in a small one: every index ends
-- with the order of the pages.

-- An attribute's row has the date by which pages are ordered, and points to the object's number.
-- A fresh member of a group is found as such, however many of the group were handed out.
CREATE TABLE object_search (
    object_seq     BIGINT  NOT NULL REFERENCES object (seq),
    partition_name TEXT    NOT NULL,
    name           TEXT    NOT NULL,
    value          TEXT    NOT NULL,
    initial_date   BIGINT  NOT NULL,
    exclusive      INTEGER NOT NULL
);
INSERT INTO object_search (object_seq, partition_name, name, value, initial_date, exclusive)
    SELECT o.seq, a.partition_name, a.name, a.value, o.initial_date, a.exclusive
    FROM object_attribute a JOIN object o ON o.id = a.object_id;
INSERT INTO object_search (object_seq, partition_name, name, value, initial_date, exclusive)
    SELECT g.object_seq, g.partition_name, 'f:Object Group', g.value, g.initial_date, 0
    FROM object_search g WHERE g.name = 's:Object Group' AND NOT EXISTS (
        SELECT 1 FROM object_attribute f WHERE f.name = 's:Fresh' AND f.object_id = (
            SELECT o.id FROM object o WHERE o.seq = g.object_seq));
DROP TABLE object_attribute;
ALTER TABLE object_search RENAME TO object_attribute;
CREATE INDEX object_attribute_search
    ON object_attribute (partition_name, name, value, initial_date, object_seq);
CREATE INDEX object_attribute_object ON object_attribute (object_seq, name);
-- Two objects of a partition never have the same name; a tombstone's name is free.
CREATE UNIQUE INDEX object_attribute_exclusive
    ON object_attribute (partition_name, name, value) WHERE exclusive = 1;

-- One walk for each stored state; the walks are merged in the order of the pages.
DROP INDEX object_page;
CREATE INDEX object_state ON object (partition_name, state, initial_date, seq);
CREATE INDEX object_algorithm ON object (partition_name, algorithm, state, initial_date, seq);
CREATE INDEX object_kind ON object (partition_name, object_type, state, initial_date, seq);
-- The objects whose state changes with time, without anybody's doing. Their state is the same in all
-- rows; with it SQLite sees that this index is the better one.
CREATE INDEX object_activation ON object (partition_name, state, initial_date, seq)
    WHERE state = 1 AND activation_date IS NOT NULL;
CREATE INDEX object_deactivation ON object (partition_name, state, initial_date, seq)
    WHERE state = 2 AND deactivation_date IS NOT NULL;
