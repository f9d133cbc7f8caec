-- The term of the domain key that an object is sealed under, so that what an older one seals is
-- found without reading it. It stands in the blob, big-endian, after magic, format and origin.
ALTER TABLE object ADD COLUMN term INTEGER NOT NULL DEFAULT 0;

UPDATE object SET term = (
    WITH RECURSIVE digit (place, value) AS (
        SELECT 0, 0
        UNION ALL
        SELECT place + 1, value * 16 + instr('123456789ABCDEF',
            substr(hex(substr(blob, 7, 4)), place + 1, 1))
        FROM digit WHERE place < 8)
    SELECT value FROM digit WHERE place = 8)
WHERE length(blob) >= 10;

CREATE INDEX object_term ON object (term);
