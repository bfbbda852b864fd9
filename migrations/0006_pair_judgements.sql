-- What people said of two takes they saw side by side. Said again about the same two takes, the later answer counts; no
-- status ever follows from it.
CREATE TABLE pair_judgements (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    device_key          INTEGER NOT NULL REFERENCES devices (key),
    -- of the first take; two takes of different briefs may be compared too
    brief_key           INTEGER NOT NULL REFERENCES briefs (key),
    a_key               INTEGER NOT NULL REFERENCES generations (key),
    b_key               INTEGER NOT NULL REFERENCES generations (key),
    -- the clip versions that were on screen
    a_clip_key          INTEGER REFERENCES clip_versions (key),
    b_clip_key          INTEGER REFERENCES clip_versions (key),
    person_key          INTEGER NOT NULL REFERENCES people (key),
    -- the name they had then
    person_name         TEXT    NOT NULL,
    answer              TEXT    NOT NULL CHECK (answer IN ('a', 'b', 'tie', 'both_bad')),
    -- whether model, prompt and price were hidden
    blind               INTEGER NOT NULL CHECK (blind IN (0, 1)),
    at                  TEXT    NOT NULL,
    CHECK (a_key <> b_key)
) STRICT;
CREATE INDEX pair_judgements_by_brief ON pair_judgements (brief_key, key, a_key, b_key, person_key, answer, blind);
CREATE TRIGGER pair_judgements_are_never_changed BEFORE UPDATE ON pair_judgements
BEGIN SELECT RAISE(ABORT, 'what was said of a pair is never changed; say it again'); END;
CREATE TRIGGER pair_judgements_are_never_deleted BEFORE DELETE ON pair_judgements
BEGIN SELECT RAISE(ABORT, 'what was said of a pair is never deleted; say it again'); END;
