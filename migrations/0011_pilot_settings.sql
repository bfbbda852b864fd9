-- A pilot's clips are as long as its target, or between that and this.
ALTER TABLE pilots ADD COLUMN longest_duration_us INTEGER CHECK (longest_duration_us > 0);
-- Names of models, and ids of prompt templates, that the pilot is about; a name may stand here before anything was made with it.
ALTER TABLE pilots ADD COLUMN models_json TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(models_json));
ALTER TABLE pilots ADD COLUMN templates_json TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(templates_json));

-- What a pilot was held against, and since when: who moves the goalposts is seen to. The latest row says what `pilots` says.
CREATE TABLE pilot_standards (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    pilot_key           INTEGER NOT NULL REFERENCES pilots (key),
    benchmark_nanos     INTEGER CHECK (benchmark_nanos >= 0),
    benchmark_what      TEXT,
    benchmark_source    TEXT,
    quality_bar_json    TEXT    CHECK (quality_bar_json IS NULL OR json_valid(quality_bar_json)),
    set_by_key          INTEGER REFERENCES people (key),
    set_at              TEXT    NOT NULL
) STRICT;
CREATE INDEX pilot_standards_by_pilot ON pilot_standards (pilot_key, key);
CREATE TRIGGER pilot_standards_are_never_changed BEFORE UPDATE ON pilot_standards
BEGIN SELECT RAISE(ABORT, 'history is append-only: what a pilot was held against is never changed'); END;
CREATE TRIGGER pilot_standards_are_never_deleted BEFORE DELETE ON pilot_standards
BEGIN SELECT RAISE(ABORT, 'history is append-only: what a pilot was held against is never deleted'); END;

-- Pilots from before this table: what they are held against now is the first that is known. Their uid is the pilot's own, so that two
-- laptops that migrate the same pilot write the same row.
INSERT INTO pilot_standards (uid, pilot_key, benchmark_nanos, benchmark_what, benchmark_source, quality_bar_json, set_at)
SELECT uid, key, benchmark_nanos, benchmark_what, benchmark_source, quality_bar_json, created_at FROM pilots
WHERE benchmark_nanos IS NOT NULL OR quality_bar_json IS NOT NULL;
