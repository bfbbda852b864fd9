-- The review room: whose queue is whose, the good part of a take, what was seen of it, and notes that can be searched.

-- Who judges the takes of a brief: whoever has judged one. "My queue" is the takes of these briefs.
CREATE TABLE brief_judges (
    brief_key           INTEGER NOT NULL REFERENCES briefs (key),
    person_key          INTEGER NOT NULL REFERENCES people (key),
    since_at            TEXT    NOT NULL,
    PRIMARY KEY (person_key, brief_key)
) STRICT, WITHOUT ROWID;
INSERT INTO brief_judges (brief_key, person_key, since_at)
    SELECT g.brief_key, m.person_key, min(m.at)
    FROM moves m JOIN generations g ON g.key = m.generation_key
    WHERE m.person_key IS NOT NULL AND m.from_status = 'review_pending' AND m.undoes_key IS NULL
    GROUP BY g.brief_key, m.person_key;

-- The lists of the review room, each in its order and with what it is narrowed by; a page of any of them reads one index.
CREATE INDEX generations_to_judge ON generations (created_at, key, brief_key, status, held_by_key)
    WHERE status = 'review_pending' AND held_by_key IS NULL;
CREATE INDEX generations_to_judge_flagged ON generations (flag_count DESC, created_at, key, brief_key, status, held_by_key)
    WHERE status = 'review_pending' AND held_by_key IS NULL;
CREATE INDEX generations_on_hold ON generations (held_at, key, brief_key, held_by_key, status)
    WHERE status = 'review_pending' AND held_by_key IS NOT NULL;
CREATE INDEX generations_judged ON generations (status_changed_at DESC, key DESC, brief_key, status_rank)
    WHERE status_rank > 5;

-- The usable part of a clip, marked with a keep. `clip_versions.good_*_frame` repeats the one that stands, for sums;
-- it goes when the keep is taken back.
CREATE TABLE good_parts (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    clip_key            INTEGER NOT NULL REFERENCES clip_versions (key),
    decision_uid        TEXT    NOT NULL UNIQUE CHECK (length(decision_uid) = 36),
    person_key          INTEGER NOT NULL REFERENCES people (key),
    first_frame         INTEGER NOT NULL CHECK (first_frame >= 0),
    last_frame          INTEGER NOT NULL CHECK (last_frame >= first_frame),
    at                  TEXT    NOT NULL,
    taken_back_at       TEXT
) STRICT;
CREATE INDEX good_parts_by_clip ON good_parts (clip_key, key);

-- Which frames of a clip version a person has had on the screen: ranges, both ends inclusive, in order, not touching.
CREATE TABLE seen_frames (
    clip_key            INTEGER NOT NULL REFERENCES clip_versions (key),
    person_key          INTEGER NOT NULL REFERENCES people (key),
    ranges_json         TEXT    NOT NULL CHECK (json_valid(ranges_json)),
    seen_at             TEXT    NOT NULL,
    PRIMARY KEY (clip_key, person_key)
) STRICT, WITHOUT ROWID;

-- What a note said before it was edited.
CREATE TABLE note_revisions (
    key                 INTEGER PRIMARY KEY,
    note_key            INTEGER NOT NULL REFERENCES notes (key),
    first_frame         INTEGER NOT NULL CHECK (first_frame >= 0),
    last_frame          INTEGER NOT NULL CHECK (last_frame >= first_frame),
    category            TEXT,
    body                TEXT    NOT NULL,
    strokes_json        TEXT    NOT NULL CHECK (json_valid(strokes_json)),
    replaced_at         TEXT    NOT NULL
) STRICT;
CREATE INDEX note_revisions_by_note ON note_revisions (note_key, key);

CREATE VIRTUAL TABLE note_texts USING fts5 (body, content = 'notes', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO note_texts (note_texts) VALUES ('rebuild');
CREATE TRIGGER notes_are_searchable AFTER INSERT ON notes
BEGIN INSERT INTO note_texts (rowid, body) VALUES (new.key, new.body); END;
CREATE TRIGGER edited_notes_are_searchable AFTER UPDATE OF body ON notes
BEGIN
    INSERT INTO note_texts (note_texts, rowid, body) VALUES ('delete', old.key, old.body);
    INSERT INTO note_texts (rowid, body) VALUES (new.key, new.body);
END;
CREATE TRIGGER notes_are_never_deleted BEFORE DELETE ON notes
BEGIN SELECT RAISE(ABORT, 'a note is marked as deleted, never removed'); END;
