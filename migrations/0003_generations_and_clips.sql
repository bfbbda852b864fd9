-- One run of bringing clips or a log in.
CREATE TABLE imports (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    kind                TEXT    NOT NULL CHECK (kind IN ('clips', 'log')),
    -- the file or folder as the person named it, for people
    source              TEXT    NOT NULL,
    content_hash        TEXT    CHECK (length(content_hash) = 64),
    options_json        TEXT    NOT NULL DEFAULT '{}' CHECK (json_valid(options_json)),
    added               INTEGER NOT NULL DEFAULT 0,
    unchanged           INTEGER NOT NULL DEFAULT 0,
    updated             INTEGER NOT NULL DEFAULT 0,
    failed              INTEGER NOT NULL DEFAULT 0,
    cancelled           INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)),
    started_at          TEXT    NOT NULL,
    finished_at         TEXT
) STRICT;

CREATE TABLE generations (
    key                   INTEGER PRIMARY KEY,
    uid                   TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    id                    TEXT    NOT NULL UNIQUE,
    brief_key             INTEGER NOT NULL REFERENCES briefs (key),
    brief_revision_key    INTEGER NOT NULL REFERENCES brief_revisions (key),
    prompt_key            INTEGER REFERENCES prompts (key),
    model_key             INTEGER REFERENCES models (key),
    -- the last move's `to_status` and first reason, kept beside the history for speed, in the same transaction
    status                TEXT    NOT NULL CHECK (status IN
                              ('draft_brief', 'prompt_ready', 'generation_started', 'generation_failed', 'generated',
                               'review_pending', 'rejected_quality', 'rejected_accuracy', 'rejected_rights_risk',
                               'approved_for_edit', 'edited', 'brand_review', 'rejected_brand_fit', 'needs_revision',
                               'approved_to_publish', 'scheduled', 'published')),
    -- the status's place in the workflow; not a generated column, because SQLite covers no question that names one
    status_rank           INTEGER NOT NULL CHECK (status_rank = CASE status
                              WHEN 'draft_brief' THEN 0 WHEN 'prompt_ready' THEN 1 WHEN 'generation_started' THEN 2
                              WHEN 'generation_failed' THEN 3 WHEN 'generated' THEN 4 WHEN 'review_pending' THEN 5
                              WHEN 'rejected_quality' THEN 6 WHEN 'rejected_accuracy' THEN 7
                              WHEN 'rejected_rights_risk' THEN 8 WHEN 'approved_for_edit' THEN 9 WHEN 'edited' THEN 10
                              WHEN 'brand_review' THEN 11 WHEN 'rejected_brand_fit' THEN 12
                              WHEN 'needs_revision' THEN 13 WHEN 'approved_to_publish' THEN 14
                              WHEN 'scheduled' THEN 15 WHEN 'published' THEN 16 END),
    reason                TEXT    CHECK (reason IN
                              ('artifact_or_distortion', 'product_detail_wrong', 'brand_mismatch', 'too_generic',
                               'prompt_not_followed', 'rights_or_likeness_risk', 'unsafe_or_policy_risk',
                               'needs_editing', 'other')),
    status_changed_at     TEXT    NOT NULL,
    held_by_key           INTEGER REFERENCES people (key),
    held_at               TEXT,
    -- the request
    made_by_key           INTEGER REFERENCES people (key),
    requested_duration_us INTEGER CHECK (requested_duration_us > 0),
    seed                  TEXT,
    settings_json         TEXT    CHECK (settings_json IS NULL OR json_valid(settings_json)),
    provider_request_id   TEXT,
    error_message         TEXT,
    -- the money
    credits_used          TEXT,
    cost_nanos            INTEGER,
    cost_basis            TEXT    CHECK (cost_basis IN ('estimated', 'assumed', 'reported', 'billed')),
    projected_cost_nanos  INTEGER,
    price_entry_key       INTEGER REFERENCES price_entries (key),
    failure_charged       INTEGER CHECK (failure_charged IN (0, 1)),
    -- the asset
    asset_url             TEXT,
    current_clip_key      INTEGER REFERENCES clip_versions (key) DEFERRABLE INITIALLY DEFERRED,
    flag_count            INTEGER NOT NULL DEFAULT 0 CHECK (flag_count >= 0),
    -- where it came from
    import_key            INTEGER REFERENCES imports (key),
    -- columns of an imported log that Circletake has no field for; they come back out
    extra_json            TEXT    CHECK (extra_json IS NULL OR json_valid(extra_json)),
    created_at            TEXT    NOT NULL,
    CHECK ((cost_nanos IS NULL) = (cost_basis IS NULL)),
    CHECK ((held_by_key IS NULL) = (held_at IS NULL))
) STRICT;
-- Each sort of the grid has an index that also carries every field the grid filters by, so that filtering, counting and
-- skipping to an offset never read the rows themselves.
CREATE INDEX generations_by_created ON generations
    (created_at, key, status, brief_key, model_key, prompt_key, reason, flag_count);
CREATE INDEX generations_by_id ON generations
    (length(id), id, key, status, brief_key, model_key, prompt_key, reason, flag_count);
CREATE INDEX generations_by_cost ON generations
    (cost_nanos DESC, created_at DESC, key DESC, status, brief_key, model_key, prompt_key, reason, flag_count);
CREATE INDEX generations_by_status ON generations
    (status_rank, created_at DESC, key DESC, status, brief_key, model_key, prompt_key, reason, flag_count);
-- The review queue: oldest first within a status.
CREATE INDEX generations_by_state ON generations (status, created_at, key, brief_key);
-- The sums of a report and the facets of the grid: groups in this order need no sorting, and nothing but the index is read.
CREATE INDEX generations_by_brief ON generations
    (brief_key, status, reason, cost_basis, model_key, flag_count, prompt_key, cost_nanos);
CREATE INDEX generations_by_model ON generations (model_key, status, cost_basis, cost_nanos);
CREATE INDEX generations_by_prompt ON generations (prompt_key, status, cost_basis, cost_nanos);
CREATE INDEX generations_by_import ON generations (import_key) WHERE import_key IS NOT NULL;
CREATE INDEX generations_held ON generations (held_by_key, held_at) WHERE held_by_key IS NOT NULL;

-- What the grid's search looks through, in lower case: id, file names, error, reviewers' notes. Narrow, so that a scan of a
-- hundred thousand stays quick; briefs, models and prompts are searched in their own small tables.
CREATE TABLE generation_texts (
    generation_key      INTEGER PRIMARY KEY REFERENCES generations (key),
    body                TEXT    NOT NULL
) STRICT;

-- A file with bytes that Circletake has seen. The same bytes are never kept twice.
CREATE TABLE files (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    content_hash        TEXT    NOT NULL UNIQUE CHECK (length(content_hash) = 64),
    bytes               INTEGER NOT NULL CHECK (bytes >= 0),
    place               TEXT    NOT NULL CHECK (place IN ('stored', 'referenced')),
    -- stored: below the library's folder, with `/`; referenced: absolute
    path                TEXT    NOT NULL,
    original_name       TEXT    NOT NULL,
    state               TEXT    NOT NULL DEFAULT 'present' CHECK (state IN ('present', 'missing', 'changed')),
    checked_at          TEXT    NOT NULL,
    created_at          TEXT    NOT NULL,
    UNIQUE (place, path)
) STRICT;
CREATE INDEX files_not_present ON files (state) WHERE state <> 'present';

CREATE TABLE clip_versions (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    generation_key      INTEGER NOT NULL REFERENCES generations (key),
    version             INTEGER NOT NULL CHECK (version > 0),
    origin              TEXT    NOT NULL CHECK (origin IN ('model', 'edit', 'preset')),
    parent_key          INTEGER REFERENCES clip_versions (key),
    made_by_key         INTEGER REFERENCES people (key),
    file_key            INTEGER NOT NULL REFERENCES files (key),
    -- what FFmpeg measured, whole, and what lists and sums need of it
    facts_json          TEXT    NOT NULL CHECK (json_valid(facts_json)),
    duration_us         INTEGER NOT NULL CHECK (duration_us >= 0),
    frame_count         INTEGER NOT NULL CHECK (frame_count >= 0),
    frame_rate          TEXT    NOT NULL,
    display_width       INTEGER NOT NULL CHECK (display_width > 0),
    display_height      INTEGER NOT NULL CHECK (display_height > 0),
    -- the usable part, marked with a keep; both ends inclusive
    good_first_frame    INTEGER CHECK (good_first_frame >= 0),
    good_last_frame     INTEGER CHECK (good_last_frame >= good_first_frame),
    -- what is derived from it and can be made again
    strip_tiles         INTEGER NOT NULL DEFAULT 0 CHECK (strip_tiles >= 0),
    strip_failure       TEXT,
    preview_state       TEXT    NOT NULL DEFAULT 'waiting' CHECK (preview_state IN ('waiting', 'ready', 'failed')),
    preview_failure     TEXT,
    preview_json        TEXT    CHECK (preview_json IS NULL OR json_valid(preview_json)),
    created_at          TEXT    NOT NULL,
    CHECK ((preview_state = 'failed') = (preview_failure IS NOT NULL)),
    CHECK ((preview_state = 'ready') = (preview_json IS NOT NULL)),
    UNIQUE (generation_key, version)
) STRICT;
CREATE INDEX clip_versions_by_file ON clip_versions (file_key);
CREATE INDEX clip_versions_to_prepare ON clip_versions (key)
    WHERE preview_state = 'waiting' OR (strip_tiles = 0 AND strip_failure IS NULL);

-- What automatic checks saw. They only ever flag.
CREATE TABLE clip_flags (
    clip_key            INTEGER NOT NULL REFERENCES clip_versions (key),
    flag                TEXT    NOT NULL CHECK (flag IN
                            ('black', 'frozen', 'wrong_size', 'wrong_length', 'wrong_frame_rate', 'letterboxed', 'silent',
                             'loudness', 'near_duplicate', 'unreadable')),
    detail              TEXT,
    created_at          TEXT    NOT NULL,
    PRIMARY KEY (clip_key, flag)
) STRICT, WITHOUT ROWID;
