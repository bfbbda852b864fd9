CREATE TABLE pilots (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    id                  TEXT    NOT NULL UNIQUE,
    name                TEXT    NOT NULL CHECK (length(trim(name)) > 0),
    format              TEXT    NOT NULL,
    channel             TEXT    NOT NULL,
    currency            TEXT    NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    target_generations  INTEGER CHECK (target_generations > 0),
    target_duration_us  INTEGER CHECK (target_duration_us > 0),
    -- what one clip costs the team today, what that is, and who says so
    benchmark_nanos     INTEGER CHECK (benchmark_nanos >= 0),
    benchmark_what      TEXT,
    benchmark_source    TEXT,
    budget_nanos        INTEGER CHECK (budget_nanos >= 0),
    quality_bar_json    TEXT    CHECK (quality_bar_json IS NULL OR json_valid(quality_bar_json)),
    -- whether the person who made a clip may also sign it
    maker_may_sign      INTEGER NOT NULL DEFAULT 0 CHECK (maker_may_sign IN (0, 1)),
    preset              TEXT,
    started_at          TEXT,
    closed_at           TEXT,
    created_at          TEXT    NOT NULL
) STRICT;

-- What a run was expected to cost; frozen when it starts, so that projected and actual can be compared.
CREATE TABLE plans (
    key                   INTEGER PRIMARY KEY,
    uid                   TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    pilot_key             INTEGER NOT NULL REFERENCES pilots (key),
    name                  TEXT    NOT NULL,
    body_json             TEXT    NOT NULL CHECK (json_valid(body_json)),
    projected_total_nanos INTEGER,
    created_by_key        INTEGER REFERENCES people (key),
    created_at            TEXT    NOT NULL,
    frozen_at             TEXT
) STRICT;
CREATE INDEX plans_by_pilot ON plans (pilot_key, created_at);

CREATE TABLE briefs (
    key                   INTEGER PRIMARY KEY,
    uid                   TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    id                    TEXT    NOT NULL UNIQUE,
    pilot_key             INTEGER REFERENCES pilots (key),
    current_revision_key  INTEGER REFERENCES brief_revisions (key) DEFERRABLE INITIALLY DEFERRED,
    archived_at           TEXT,
    created_at            TEXT    NOT NULL
) STRICT;
CREATE INDEX briefs_by_pilot ON briefs (pilot_key, id);

-- A generation keeps the revision it ran with; revisions never change.
CREATE TABLE brief_revisions (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    brief_key           INTEGER NOT NULL REFERENCES briefs (key),
    number              INTEGER NOT NULL CHECK (number > 0),
    -- the brief whole, in the shape of product.md
    body_json           TEXT    NOT NULL CHECK (json_valid(body_json)),
    -- read out of the body for lists, filters and checks
    goal                TEXT    NOT NULL,
    format              TEXT    NOT NULL,
    channel             TEXT    NOT NULL,
    duration_us         INTEGER CHECK (duration_us > 0),
    risk_level          TEXT    CHECK (risk_level IN ('low', 'high')),
    consistency         TEXT    CHECK (consistency IN ('low', 'high')),
    paid                INTEGER NOT NULL DEFAULT 0 CHECK (paid IN (0, 1)),
    created_by_key      INTEGER REFERENCES people (key),
    created_at          TEXT    NOT NULL,
    UNIQUE (brief_key, number)
) STRICT;
CREATE TRIGGER brief_revisions_never_change BEFORE UPDATE ON brief_revisions
BEGIN SELECT RAISE(ABORT, 'a brief revision never changes'); END;

CREATE TABLE prompt_templates (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    id                  TEXT    NOT NULL UNIQUE,
    name                TEXT    NOT NULL,
    created_at          TEXT    NOT NULL
) STRICT;

CREATE TABLE prompt_template_versions (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    template_key        INTEGER NOT NULL REFERENCES prompt_templates (key),
    number              INTEGER NOT NULL CHECK (number > 0),
    body                TEXT    NOT NULL,
    tags_json           TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(tags_json)),
    -- versions that are variants of one idea (hook A, B, C)
    variant_group       TEXT,
    created_by_key      INTEGER REFERENCES people (key),
    created_at          TEXT    NOT NULL,
    approved_by_key     INTEGER REFERENCES people (key),
    approved_at         TEXT,
    CHECK ((approved_by_key IS NULL) = (approved_at IS NULL)),
    UNIQUE (template_key, number)
) STRICT;

-- `version` is text: imported logs write `3`, `v3` or `2026-11 final`.
CREATE TABLE prompts (
    key                   INTEGER PRIMARY KEY,
    uid                   TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    id                    TEXT    NOT NULL,
    version               TEXT    NOT NULL,
    template_version_key  INTEGER REFERENCES prompt_template_versions (key),
    brief_revision_key    INTEGER REFERENCES brief_revisions (key),
    -- the rendered text; NULL where an imported log names a prompt without its words
    body                  TEXT,
    created_at            TEXT    NOT NULL,
    UNIQUE (id, version)
) STRICT;
CREATE INDEX prompts_by_template_version ON prompts (template_version_key);
CREATE TRIGGER prompt_template_versions_are_immutable_once_used
BEFORE UPDATE OF template_key, number, body ON prompt_template_versions
WHEN EXISTS (SELECT 1 FROM prompts WHERE template_version_key = old.key)
BEGIN SELECT RAISE(ABORT, 'a template version that was used never changes'); END;

CREATE TABLE models (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    name                TEXT    NOT NULL UNIQUE,
    provider            TEXT,
    created_at          TEXT    NOT NULL
) STRICT;

-- What a model costs. An entry never changes: a new price is a new entry, and a generation keeps the one it was priced with.
CREATE TABLE price_entries (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    provider            TEXT    NOT NULL,
    model               TEXT    NOT NULL,
    mode                TEXT,
    resolution          TEXT,
    audio               INTEGER CHECK (audio IN (0, 1)),
    unit                TEXT    NOT NULL CHECK (unit IN ('second', 'credit_per_second', 'clip', 'block', 'token', 'formula')),
    price               TEXT,
    credits_per_second  TEXT,
    price_per_credit    TEXT,
    minimum_charge      TEXT,
    currency            TEXT    NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    -- multipliers, blocks, token counts, input surcharges
    details_json        TEXT    NOT NULL DEFAULT '{}' CHECK (json_valid(details_json)),
    valid_from          TEXT,
    valid_to            TEXT,
    status              TEXT    NOT NULL CHECK (status IN ('active', 'retired', 'unknown')),
    source              TEXT    NOT NULL,
    as_of               TEXT    NOT NULL,
    confidence          TEXT,
    origin              TEXT    NOT NULL CHECK (origin IN ('shipped', 'person', 'import')),
    replaces_key        INTEGER REFERENCES price_entries (key),
    created_by_key      INTEGER REFERENCES people (key),
    created_at          TEXT    NOT NULL
) STRICT;
CREATE INDEX price_entries_by_model ON price_entries (model, resolution, mode, as_of);

-- Entered by a person, with a date; nothing is converted silently.
CREATE TABLE exchange_rates (
    key                 INTEGER PRIMARY KEY,
    from_currency       TEXT    NOT NULL CHECK (from_currency GLOB '[A-Z][A-Z][A-Z]'),
    to_currency         TEXT    NOT NULL CHECK (to_currency GLOB '[A-Z][A-Z][A-Z]'),
    rate                TEXT    NOT NULL,
    as_of               TEXT    NOT NULL,
    entered_by_key      INTEGER REFERENCES people (key),
    created_at          TEXT    NOT NULL,
    UNIQUE (from_currency, to_currency, as_of)
) STRICT;
