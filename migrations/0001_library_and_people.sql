-- Conventions of every table in this folder:
--   key   the row's number inside this file; never leaves it
--   uid   UUIDv7, the row's identity on every laptop; two libraries merge by it
--   id    what people read and type (`gen_00042`)
--   *_at  RFC 3339 UTC to the microsecond, `2026-11-20T08:37:00.000000Z`, which sorts as text
--   *_us  whole microseconds      *_nanos  whole nano-units (1e-9) of the library's currency; NULL is unknown, 0 is free
--   rates and unit prices are decimal TEXT; *_json is JSON that no query looks into

CREATE TABLE library (
    key          INTEGER PRIMARY KEY CHECK (key = 1),
    uid          TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    name         TEXT    NOT NULL CHECK (length(trim(name)) > 0),
    currency     TEXT    NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    is_sample    INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1)),
    app_version  TEXT    NOT NULL,
    created_at   TEXT    NOT NULL
) STRICT;

-- Where a library is written: one row per computer and folder. Each has its own hash chain of moves, so that a copied
-- folder starts a chain of its own and two laptops' histories merge without renumbering.
CREATE TABLE devices (
    key          INTEGER PRIMARY KEY,
    uid          TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    host         TEXT    NOT NULL,
    place_hash   TEXT    NOT NULL UNIQUE CHECK (length(place_hash) = 64),
    created_at   TEXT    NOT NULL
) STRICT;

CREATE TABLE settings (
    name         TEXT    PRIMARY KEY,
    value_json   TEXT    NOT NULL CHECK (json_valid(value_json)),
    changed_at   TEXT    NOT NULL
) STRICT;

-- The next number of each kind of human id. Reserved in a transaction of its own, before a file takes the name.
CREATE TABLE counters (
    name         TEXT    PRIMARY KEY,
    next_number  INTEGER NOT NULL CHECK (next_number > 0)
) STRICT;

CREATE TABLE people (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    id                  TEXT    NOT NULL UNIQUE,
    name                TEXT    NOT NULL CHECK (length(trim(name)) > 0),
    role                TEXT    NOT NULL CHECK (role IN
                            ('owner', 'producer', 'creative_director', 'reviewer', 'editor', 'brand_reviewer')),
    hourly_rate_nanos   INTEGER CHECK (hourly_rate_nanos >= 0),
    active              INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    -- argon2id in PHC form; attribution on a shared laptop, not more
    passphrase_hash     TEXT,
    wrong_tries         INTEGER NOT NULL DEFAULT 0 CHECK (wrong_tries >= 0),
    locked_until_at     TEXT,
    created_at          TEXT    NOT NULL
) STRICT;
