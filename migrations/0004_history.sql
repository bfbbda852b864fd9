-- The history: append-only, hash-chained per device. The status of a generation is the `to_status` of its last move.
-- `hash` is BLAKE3 over the canonical bytes written down in store/src/history/chain.rs.
CREATE TABLE moves (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    device_key          INTEGER NOT NULL REFERENCES devices (key),
    sequence            INTEGER NOT NULL CHECK (sequence > 0),
    generation_key      INTEGER NOT NULL REFERENCES generations (key),
    -- moves made by one act of one person (keep: three moves) share it, and are undone together
    decision_uid        TEXT    NOT NULL CHECK (length(decision_uid) = 36),
    actor               TEXT    NOT NULL CHECK (actor IN ('person', 'app', 'import')),
    person_key          INTEGER REFERENCES people (key),
    -- the name they had then
    person_name         TEXT,
    at                  TEXT    NOT NULL,
    from_status         TEXT,
    to_status           TEXT    NOT NULL,
    -- primary reason first, comma-separated
    reasons             TEXT,
    note                TEXT,
    -- of the clip version that was judged
    content_hash        TEXT    CHECK (length(content_hash) = 64),
    undoes_key          INTEGER REFERENCES moves (key),
    previous_hash       TEXT    NOT NULL CHECK (length(previous_hash) = 64),
    hash                TEXT    NOT NULL UNIQUE CHECK (length(hash) = 64),
    CHECK ((actor = 'person') = (person_key IS NOT NULL)),
    CHECK ((person_key IS NULL) = (person_name IS NULL)),
    UNIQUE (device_key, sequence)
) STRICT;
CREATE INDEX moves_by_generation ON moves (generation_key, key);
CREATE INDEX moves_by_person ON moves (person_key, key) WHERE person_key IS NOT NULL;
-- A move is taken back at most once.
CREATE UNIQUE INDEX moves_by_undone ON moves (undoes_key) WHERE undoes_key IS NOT NULL;
CREATE INDEX moves_by_decision ON moves (decision_uid);
CREATE TRIGGER moves_are_never_changed BEFORE UPDATE ON moves
BEGIN SELECT RAISE(ABORT, 'history is append-only: a move is never changed'); END;
CREATE TRIGGER moves_are_never_deleted BEFORE DELETE ON moves
BEGIN SELECT RAISE(ABORT, 'history is append-only: a move is never deleted'); END;

-- Every reason of a reject, the first being the primary one.
CREATE TABLE move_reasons (
    move_key            INTEGER NOT NULL REFERENCES moves (key),
    place               INTEGER NOT NULL CHECK (place >= 0),
    reason              TEXT    NOT NULL CHECK (reason IN
                            ('artifact_or_distortion', 'product_detail_wrong', 'brand_mismatch', 'too_generic',
                             'prompt_not_followed', 'rights_or_likeness_risk', 'unsafe_or_policy_risk',
                             'needs_editing', 'other')),
    PRIMARY KEY (move_key, place),
    UNIQUE (move_key, reason)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER move_reasons_are_never_changed BEFORE UPDATE ON move_reasons
BEGIN SELECT RAISE(ABORT, 'history is append-only: a reason is never changed'); END;
CREATE TRIGGER move_reasons_are_never_deleted BEFORE DELETE ON move_reasons
BEGIN SELECT RAISE(ABORT, 'history is append-only: a reason is never deleted'); END;

-- Minutes of people. `brief_key` repeats the generation's, so that a report sums one covering index.
CREATE TABLE time_entries (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    device_key          INTEGER NOT NULL REFERENCES devices (key),
    generation_key      INTEGER NOT NULL REFERENCES generations (key),
    brief_key           INTEGER NOT NULL REFERENCES briefs (key),
    clip_key            INTEGER REFERENCES clip_versions (key),
    -- NULL where an imported log does not say whose minutes they were
    person_key          INTEGER REFERENCES people (key),
    kind                TEXT    NOT NULL CHECK (kind IN ('review', 'editing', 'brand_review')),
    duration_us         INTEGER NOT NULL,
    source              TEXT    NOT NULL CHECK (source IN ('measured', 'entered', 'corrected', 'imported')),
    -- the rate these minutes are fixed at; NULL follows the person's rate
    rate_nanos          INTEGER CHECK (rate_nanos >= 0),
    sitting_uid         TEXT    CHECK (length(sitting_uid) = 36),
    at                  TEXT    NOT NULL,
    -- a correction adds what was missing or takes away what was too much; it never rewrites what was measured
    CHECK (duration_us > 0 OR source IN ('corrected', 'imported'))
) STRICT;
CREATE INDEX time_entries_by_generation ON time_entries (generation_key, kind, duration_us);
CREATE INDEX time_entries_by_brief ON time_entries (brief_key, kind, person_key, rate_nanos, duration_us);

CREATE TABLE notes (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    clip_key            INTEGER NOT NULL REFERENCES clip_versions (key),
    person_key          INTEGER NOT NULL REFERENCES people (key),
    first_frame         INTEGER NOT NULL CHECK (first_frame >= 0),
    last_frame          INTEGER NOT NULL CHECK (last_frame >= first_frame),
    category            TEXT,
    body                TEXT    NOT NULL,
    -- pen, arrow, box and text in 0..1 coordinates of the picture
    strokes_json        TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(strokes_json)),
    carried_from_key    INTEGER REFERENCES notes (key),
    created_at          TEXT    NOT NULL,
    edited_at           TEXT,
    deleted_at          TEXT
) STRICT;
CREATE INDEX notes_by_clip ON notes (clip_key, first_frame) WHERE deleted_at IS NULL;

-- Which gates a brief opens, editable: the condition is read by `domain`.
CREATE TABLE gate_rules (
    gate                TEXT    PRIMARY KEY CHECK (gate IN
                            ('brand_fit', 'product_accuracy', 'claims_and_disclaimers', 'likeness_rights',
                             'copyright_and_music', 'trademarks_and_logos', 'platform_ad_policy', 'sensitive_category',
                             'paid_campaign_approval')),
    condition_json      TEXT    NOT NULL CHECK (json_valid(condition_json)),
    changed_at          TEXT    NOT NULL
) STRICT;

-- A brand's own checklist, asked beside the gates.
CREATE TABLE checklist_items (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    brand               TEXT    NOT NULL,
    place               INTEGER NOT NULL,
    body                TEXT    NOT NULL,
    retired_at          TEXT,
    created_at          TEXT    NOT NULL
) STRICT;
CREATE INDEX checklist_items_by_brand ON checklist_items (brand, place) WHERE retired_at IS NULL;

-- A gate that stands open for a generation.
CREATE TABLE gates (
    key                 INTEGER PRIMARY KEY,
    generation_key      INTEGER NOT NULL REFERENCES generations (key),
    gate                TEXT    CHECK (gate IN
                            ('brand_fit', 'product_accuracy', 'claims_and_disclaimers', 'likeness_rights',
                             'copyright_and_music', 'trademarks_and_logos', 'platform_ad_policy', 'sensitive_category',
                             'paid_campaign_approval')),
    checklist_item_key  INTEGER REFERENCES checklist_items (key),
    opened_at           TEXT    NOT NULL,
    CHECK ((gate IS NULL) <> (checklist_item_key IS NULL)),
    UNIQUE (generation_key, gate),
    UNIQUE (generation_key, checklist_item_key)
) STRICT;

-- A person's answer at a gate, for a set of bytes. Append-only; the latest for the current bytes counts.
CREATE TABLE gate_answers (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    device_key          INTEGER NOT NULL REFERENCES devices (key),
    gate_key            INTEGER NOT NULL REFERENCES gates (key),
    clip_key            INTEGER NOT NULL REFERENCES clip_versions (key),
    content_hash        TEXT    NOT NULL CHECK (length(content_hash) = 64),
    answer              TEXT    NOT NULL CHECK (answer IN ('passed', 'failed', 'not_applicable')),
    reason              TEXT,
    note                TEXT,
    frame               INTEGER CHECK (frame >= 0),
    person_key          INTEGER NOT NULL REFERENCES people (key),
    at                  TEXT    NOT NULL,
    CHECK (answer <> 'failed' OR reason IS NOT NULL),
    CHECK (answer <> 'not_applicable' OR note IS NOT NULL)
) STRICT;
CREATE INDEX gate_answers_by_gate ON gate_answers (gate_key, key);
CREATE TRIGGER gate_answers_are_never_changed BEFORE UPDATE ON gate_answers
BEGIN SELECT RAISE(ABORT, 'history is append-only: an answer at a gate is never changed'); END;
CREATE TRIGGER gate_answers_are_never_deleted BEFORE DELETE ON gate_answers
BEGIN SELECT RAISE(ABORT, 'history is append-only: an answer at a gate is never deleted'); END;

-- A brand reviewer's final approval, bound to the bytes it was given for. Other bytes void it, visibly.
CREATE TABLE sign_offs (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    move_key            INTEGER NOT NULL UNIQUE REFERENCES moves (key),
    clip_key            INTEGER NOT NULL REFERENCES clip_versions (key),
    content_hash        TEXT    NOT NULL CHECK (length(content_hash) = 64),
    person_key          INTEGER NOT NULL REFERENCES people (key),
    passphrase_checked  INTEGER NOT NULL CHECK (passphrase_checked IN (0, 1)),
    at                  TEXT    NOT NULL,
    voided_at           TEXT,
    void_reason         TEXT,
    CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT;
CREATE INDEX sign_offs_by_clip ON sign_offs (clip_key, at);
CREATE TRIGGER sign_offs_can_only_be_voided BEFORE UPDATE ON sign_offs
WHEN old.voided_at IS NOT NULL
  OR (new.uid, new.move_key, new.clip_key, new.content_hash, new.person_key, new.passphrase_checked, new.at)
     IS NOT (old.uid, old.move_key, old.clip_key, old.content_hash, old.person_key, old.passphrase_checked, old.at)
BEGIN SELECT RAISE(ABORT, 'a sign-off can only be voided, once'); END;
CREATE TRIGGER sign_offs_are_never_deleted BEFORE DELETE ON sign_offs
BEGIN SELECT RAISE(ABORT, 'history is append-only: a sign-off is never deleted'); END;

-- Compliance, storage, orchestration, tooling: entered once for a pilot or a brief, or for one generation.
CREATE TABLE overhead_costs (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    pilot_key           INTEGER REFERENCES pilots (key),
    brief_key           INTEGER REFERENCES briefs (key),
    generation_key      INTEGER REFERENCES generations (key),
    kind                TEXT    NOT NULL CHECK (kind IN ('compliance', 'storage', 'orchestration', 'tooling', 'other')),
    amount_nanos        INTEGER NOT NULL,
    basis               TEXT    NOT NULL CHECK (basis IN ('estimated', 'assumed', 'reported', 'billed')),
    what                TEXT,
    entered_by_key      INTEGER REFERENCES people (key),
    at                  TEXT    NOT NULL,
    CHECK ((pilot_key IS NOT NULL) + (brief_key IS NOT NULL) + (generation_key IS NOT NULL) = 1)
) STRICT;
CREATE INDEX overhead_costs_by_pilot ON overhead_costs (pilot_key, kind, amount_nanos) WHERE pilot_key IS NOT NULL;
CREATE INDEX overhead_costs_by_brief ON overhead_costs (brief_key, kind, amount_nanos) WHERE brief_key IS NOT NULL;
CREATE INDEX overhead_costs_by_generation ON overhead_costs (generation_key, kind, amount_nanos)
    WHERE generation_key IS NOT NULL;
