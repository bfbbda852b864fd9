-- What people answer at gates, sign, and what ends a signature, sealed in a hash chain of its own per device, as moves are in theirs. A row
-- that is changed, taken away or slipped in behind the app's back does not fit its seal.
-- `row_hash` is BLAKE3 over the row as `store/src/seal/rows.rs` reads it, `hash` over the seal as `store/src/seal/mod.rs` writes it down.
CREATE TABLE seals (
    key                 INTEGER PRIMARY KEY,
    device_key          INTEGER NOT NULL REFERENCES devices (key),
    sequence            INTEGER NOT NULL CHECK (sequence > 0),
    sealed              TEXT    NOT NULL CHECK (sealed IN ('gate_answer', 'sign_off', 'void')),
    row_uid             TEXT    NOT NULL CHECK (length(row_uid) = 36),
    row_hash            TEXT    NOT NULL CHECK (length(row_hash) = 64),
    previous_hash       TEXT    NOT NULL CHECK (length(previous_hash) = 64),
    hash                TEXT    NOT NULL UNIQUE CHECK (length(hash) = 64),
    UNIQUE (device_key, sequence),
    UNIQUE (sealed, row_uid)
) STRICT;
CREATE TRIGGER seals_are_never_changed BEFORE UPDATE ON seals
BEGIN SELECT RAISE(ABORT, 'history is append-only: a seal is never changed'); END;
CREATE TRIGGER seals_are_never_deleted BEFORE DELETE ON seals
BEGIN SELECT RAISE(ABORT, 'history is append-only: a seal is never deleted'); END;

-- What was there before rows were sealed; nothing is added to it.
CREATE TABLE unsealed (
    sealed              TEXT    NOT NULL,
    row_uid             TEXT    NOT NULL,
    PRIMARY KEY (sealed, row_uid)
) STRICT, WITHOUT ROWID;
INSERT INTO unsealed
SELECT 'gate_answer', uid FROM gate_answers
UNION ALL SELECT 'sign_off', uid FROM sign_offs
UNION ALL SELECT 'void', uid FROM sign_offs WHERE voided_at IS NOT NULL;
CREATE TRIGGER nothing_is_left_unsealed BEFORE INSERT ON unsealed
BEGIN SELECT RAISE(ABORT, 'every row is sealed since seals are there'); END;

-- Where each chain ends: the rows of a chain fit each other as well after its last ones are cut off.
CREATE TABLE chain_ends (
    device_key          INTEGER NOT NULL REFERENCES devices (key),
    chain               TEXT    NOT NULL CHECK (chain IN ('moves', 'seals')),
    sequence            INTEGER NOT NULL CHECK (sequence > 0),
    hash                TEXT    NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (device_key, chain)
) STRICT, WITHOUT ROWID;
INSERT INTO chain_ends SELECT device_key, 'moves', max(sequence), hash FROM moves GROUP BY device_key;
