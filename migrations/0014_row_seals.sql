-- Every record is sealed, not only what people answer and sign: a row that is changed, taken away or slipped in behind the app's back is
-- named, whichever table it is in.
--
-- What a transaction changed goes into one seal of the same chain: `rows_json` lists each row with its hash, and `row_hash` is BLAKE3 over
-- that list. The latest seal that lists a row is the one it must fit. How a row is hashed stands in `store/src/seal/record_table.rs`.
CREATE TABLE seals_of_every_row (
    key                 INTEGER PRIMARY KEY,
    device_key          INTEGER NOT NULL REFERENCES devices (key),
    sequence            INTEGER NOT NULL CHECK (sequence > 0),
    sealed              TEXT    NOT NULL CHECK (sealed IN ('gate_answer', 'sign_off', 'void', 'rows')),
    row_uid             TEXT    NOT NULL CHECK (length(row_uid) = 36),
    row_hash            TEXT    NOT NULL CHECK (length(row_hash) = 64),
    previous_hash       TEXT    NOT NULL CHECK (length(previous_hash) = 64),
    hash                TEXT    NOT NULL UNIQUE CHECK (length(hash) = 64),
    rows_json           TEXT    CHECK (json_valid(rows_json)),
    CHECK ((sealed = 'rows') = (rows_json IS NOT NULL)),
    UNIQUE (device_key, sequence),
    UNIQUE (sealed, row_uid)
) STRICT;
INSERT INTO seals_of_every_row (key, device_key, sequence, sealed, row_uid, row_hash, previous_hash, hash)
SELECT key, device_key, sequence, sealed, row_uid, row_hash, previous_hash, hash FROM seals;
DROP TABLE seals;
ALTER TABLE seals_of_every_row RENAME TO seals;
CREATE TRIGGER seals_are_never_changed BEFORE UPDATE ON seals
BEGIN SELECT RAISE(ABORT, 'history is append-only: a seal is never changed'); END;
CREATE TRIGGER seals_are_never_deleted BEFORE DELETE ON seals
BEGIN SELECT RAISE(ABORT, 'history is append-only: a seal is never deleted'); END;
-- Whether rows were ever sealed.
CREATE INDEX seals_of_rows ON seals (key) WHERE sealed = 'rows';

-- The latest hash of each row, read out of the seals, so that whoever changes a row can look whether it still was as it was sealed.
-- `part` is the second column of a key that has two. A row that is gone keeps its place without a hash.
CREATE TABLE row_seals (
    of_table            TEXT    NOT NULL,
    row                 TEXT    NOT NULL,
    part                TEXT    NOT NULL,
    hash                BLOB    CHECK (length(hash) = 32),
    PRIMARY KEY (of_table, row, part)
) STRICT, WITHOUT ROWID;
