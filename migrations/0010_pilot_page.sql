-- The pilot page: sums that are kept while attempts, minutes and clips change, overhead that is corrected without losing what was
-- said, and advice that somebody put aside.
--
-- What the page shows is summed by brief, day, model and prompt. A sum over every attempt would read a hundred thousand rows for each
-- of its charts; these tables hold a row for what attempts have in common, and triggers keep them with every change, in its
-- transaction. The views say what one attempt, one entry of minutes, one usable clip adds; triggers, the first filling and a question that
-- the kept sums cannot answer (one person's attempts) all read them, so there is one definition of each.

CREATE VIEW attempt_facts AS
    SELECT g.key AS generation_key, g.brief_key, substr(g.created_at, 1, 10) AS day,
           coalesce(g.model_key, 0) AS model_key, coalesce(g.prompt_key, 0) AS prompt_key,
           g.status_rank, coalesce(g.reason, '') AS reason, coalesce(g.cost_basis, '') AS cost_basis,
           1 AS attempts, coalesce(g.cost_nanos / 1000000000, 0) AS cost_units, coalesce(g.cost_nanos % 1000000000, 0) AS cost_nanos
    FROM generations g;

CREATE VIEW time_facts AS
    SELECT t.key AS time_key, t.generation_key, g.brief_key, substr(g.created_at, 1, 10) AS day,
           coalesce(g.model_key, 0) AS model_key, coalesce(g.prompt_key, 0) AS prompt_key,
           t.kind, coalesce(t.person_key, 0) AS person_key, coalesce(t.rate_nanos, -1) AS rate_nanos,
           -- a log says how long, not when: its minutes count on the day of the attempt
           CASE t.source WHEN 'imported' THEN substr(g.created_at, 1, 10) ELSE substr(t.at, 1, 10) END AS spent_day,
           t.duration_us
    FROM time_entries t JOIN generations g ON g.key = t.generation_key;

CREATE VIEW length_facts AS
    SELECT g.key AS generation_key, g.brief_key, substr(g.created_at, 1, 10) AS day,
           coalesce(g.model_key, 0) AS model_key, coalesce(g.prompt_key, 0) AS prompt_key,
           -- good parts are summed in frames of their rate, whole clips in microseconds: nothing is rounded before the end
           CASE WHEN c.good_first_frame IS NULL THEN '' ELSE c.frame_rate END AS frame_rate,
           CASE WHEN c.good_first_frame IS NULL THEN 0 ELSE c.good_last_frame - c.good_first_frame + 1 END AS frames,
           CASE WHEN c.good_first_frame IS NULL THEN coalesce(c.duration_us, g.requested_duration_us, 0) ELSE 0 END AS duration_us,
           coalesce(c.duration_us, g.requested_duration_us) IS NULL AS unknown
    FROM generations g LEFT JOIN clip_versions c ON c.key = g.current_clip_key
    WHERE g.status_rank >= 14;

-- 0 stands for a model, prompt or person that is not known, '' for no reason and no cost basis, -1 for "the person's rate".
CREATE TABLE attempt_sums (
    brief_key           INTEGER NOT NULL,
    day                 TEXT    NOT NULL,
    model_key           INTEGER NOT NULL,
    prompt_key          INTEGER NOT NULL,
    status_rank         INTEGER NOT NULL,
    reason              TEXT    NOT NULL,
    cost_basis          TEXT    NOT NULL,
    attempts            INTEGER NOT NULL,
    cost_units          INTEGER NOT NULL,
    cost_nanos          INTEGER NOT NULL,
    PRIMARY KEY (brief_key, day, model_key, prompt_key, status_rank, reason, cost_basis)
) STRICT, WITHOUT ROWID;

CREATE TABLE time_sums (
    brief_key           INTEGER NOT NULL,
    day                 TEXT    NOT NULL,
    model_key           INTEGER NOT NULL,
    prompt_key          INTEGER NOT NULL,
    kind                TEXT    NOT NULL,
    person_key          INTEGER NOT NULL,
    rate_nanos          INTEGER NOT NULL,
    spent_day           TEXT    NOT NULL,
    duration_us         INTEGER NOT NULL,
    PRIMARY KEY (brief_key, day, model_key, prompt_key, kind, person_key, rate_nanos, spent_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE length_sums (
    brief_key           INTEGER NOT NULL,
    day                 TEXT    NOT NULL,
    model_key           INTEGER NOT NULL,
    prompt_key          INTEGER NOT NULL,
    frame_rate          TEXT    NOT NULL,
    frames              INTEGER NOT NULL,
    duration_us         INTEGER NOT NULL,
    unknown             INTEGER NOT NULL,
    PRIMARY KEY (brief_key, day, model_key, prompt_key, frame_rate)
) STRICT, WITHOUT ROWID;

INSERT INTO attempt_sums
    SELECT brief_key, day, model_key, prompt_key, status_rank, reason, cost_basis, count(*), sum(cost_units), sum(cost_nanos)
    FROM attempt_facts GROUP BY 1, 2, 3, 4, 5, 6, 7;
INSERT INTO time_sums
    SELECT brief_key, day, model_key, prompt_key, kind, person_key, rate_nanos, spent_day, sum(duration_us)
    FROM time_facts GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
INSERT INTO length_sums
    SELECT brief_key, day, model_key, prompt_key, frame_rate, sum(frames), sum(duration_us), sum(unknown)
    FROM length_facts GROUP BY 1, 2, 3, 4, 5;

CREATE TRIGGER attempts_are_summed AFTER INSERT ON generations
BEGIN
    INSERT INTO attempt_sums
        SELECT brief_key, day, model_key, prompt_key, status_rank, reason, cost_basis, attempts, cost_units, cost_nanos
        FROM attempt_facts WHERE generation_key = new.key
        ON CONFLICT DO UPDATE SET attempts = attempts + 1, cost_units = cost_units + excluded.cost_units,
                                  cost_nanos = cost_nanos + excluded.cost_nanos;
    INSERT INTO length_sums
        SELECT brief_key, day, model_key, prompt_key, frame_rate, frames, duration_us, unknown
        FROM length_facts WHERE generation_key = new.key
        ON CONFLICT DO UPDATE SET frames = frames + excluded.frames, duration_us = duration_us + excluded.duration_us,
                                  unknown = unknown + excluded.unknown;
END;

-- A change takes what the attempt was out before, and puts what it is in after.
CREATE TRIGGER changing_attempts_leave_their_sums
BEFORE UPDATE OF brief_key, model_key, prompt_key, created_at, status, status_rank, reason, cost_basis, cost_nanos ON generations
BEGIN
    INSERT INTO attempt_sums
        SELECT brief_key, day, model_key, prompt_key, status_rank, reason, cost_basis, -1, -cost_units, -cost_nanos
        FROM attempt_facts WHERE generation_key = old.key
        ON CONFLICT DO UPDATE SET attempts = attempts - 1, cost_units = cost_units + excluded.cost_units,
                                  cost_nanos = cost_nanos + excluded.cost_nanos;
    DELETE FROM attempt_sums
        WHERE brief_key = old.brief_key AND day = substr(old.created_at, 1, 10) AND model_key = coalesce(old.model_key, 0)
          AND prompt_key = coalesce(old.prompt_key, 0) AND attempts = 0;
END;
CREATE TRIGGER changed_attempts_are_summed
AFTER UPDATE OF brief_key, model_key, prompt_key, created_at, status, status_rank, reason, cost_basis, cost_nanos ON generations
BEGIN
    INSERT INTO attempt_sums
        SELECT brief_key, day, model_key, prompt_key, status_rank, reason, cost_basis, attempts, cost_units, cost_nanos
        FROM attempt_facts WHERE generation_key = new.key
        ON CONFLICT DO UPDATE SET attempts = attempts + 1, cost_units = cost_units + excluded.cost_units,
                                  cost_nanos = cost_nanos + excluded.cost_nanos;
END;
CREATE TRIGGER attempts_that_go_leave_their_sums BEFORE DELETE ON generations
BEGIN
    INSERT INTO attempt_sums
        SELECT brief_key, day, model_key, prompt_key, status_rank, reason, cost_basis, -1, -cost_units, -cost_nanos
        FROM attempt_facts WHERE generation_key = old.key
        ON CONFLICT DO UPDATE SET attempts = attempts - 1, cost_units = cost_units + excluded.cost_units,
                                  cost_nanos = cost_nanos + excluded.cost_nanos;
    INSERT INTO length_sums
        SELECT brief_key, day, model_key, prompt_key, frame_rate, -frames, -duration_us, -unknown
        FROM length_facts WHERE generation_key = old.key
        ON CONFLICT DO UPDATE SET frames = frames + excluded.frames, duration_us = duration_us + excluded.duration_us,
                                  unknown = unknown + excluded.unknown;
END;

CREATE TRIGGER usable_clips_leave_their_sums
BEFORE UPDATE OF brief_key, model_key, prompt_key, created_at, status_rank, current_clip_key, requested_duration_us ON generations
WHEN old.status_rank >= 14
BEGIN
    INSERT INTO length_sums
        SELECT brief_key, day, model_key, prompt_key, frame_rate, -frames, -duration_us, -unknown
        FROM length_facts WHERE generation_key = old.key
        ON CONFLICT DO UPDATE SET frames = frames + excluded.frames, duration_us = duration_us + excluded.duration_us,
                                  unknown = unknown + excluded.unknown;
END;
CREATE TRIGGER usable_clips_are_summed
AFTER UPDATE OF brief_key, model_key, prompt_key, created_at, status_rank, current_clip_key, requested_duration_us ON generations
WHEN new.status_rank >= 14
BEGIN
    INSERT INTO length_sums
        SELECT brief_key, day, model_key, prompt_key, frame_rate, frames, duration_us, unknown
        FROM length_facts WHERE generation_key = new.key
        ON CONFLICT DO UPDATE SET frames = frames + excluded.frames, duration_us = duration_us + excluded.duration_us,
                                  unknown = unknown + excluded.unknown;
END;
CREATE TRIGGER good_parts_that_change_leave_their_sums
BEFORE UPDATE OF good_first_frame, good_last_frame, duration_us, frame_rate ON clip_versions
BEGIN
    INSERT INTO length_sums
        SELECT f.brief_key, f.day, f.model_key, f.prompt_key, f.frame_rate, -f.frames, -f.duration_us, -f.unknown
        FROM generations g JOIN length_facts f ON f.generation_key = g.key
        WHERE g.key = old.generation_key AND g.current_clip_key = old.key
        ON CONFLICT DO UPDATE SET frames = frames + excluded.frames, duration_us = duration_us + excluded.duration_us,
                                  unknown = unknown + excluded.unknown;
END;
CREATE TRIGGER changed_good_parts_are_summed
AFTER UPDATE OF good_first_frame, good_last_frame, duration_us, frame_rate ON clip_versions
BEGIN
    INSERT INTO length_sums
        SELECT f.brief_key, f.day, f.model_key, f.prompt_key, f.frame_rate, f.frames, f.duration_us, f.unknown
        FROM generations g JOIN length_facts f ON f.generation_key = g.key
        WHERE g.key = new.generation_key AND g.current_clip_key = new.key
        ON CONFLICT DO UPDATE SET frames = frames + excluded.frames, duration_us = duration_us + excluded.duration_us,
                                  unknown = unknown + excluded.unknown;
END;

CREATE TRIGGER minutes_are_summed AFTER INSERT ON time_entries
BEGIN
    INSERT INTO time_sums
        SELECT brief_key, day, model_key, prompt_key, kind, person_key, rate_nanos, spent_day, duration_us
        FROM time_facts WHERE time_key = new.key
        ON CONFLICT DO UPDATE SET duration_us = duration_us + excluded.duration_us;
END;
CREATE TRIGGER minutes_that_change_leave_their_sums
BEFORE UPDATE OF generation_key, kind, person_key, rate_nanos, at, source, duration_us ON time_entries
BEGIN
    INSERT INTO time_sums
        SELECT brief_key, day, model_key, prompt_key, kind, person_key, rate_nanos, spent_day, -duration_us
        FROM time_facts WHERE time_key = old.key
        ON CONFLICT DO UPDATE SET duration_us = duration_us + excluded.duration_us;
END;
CREATE TRIGGER changed_minutes_are_summed
AFTER UPDATE OF generation_key, kind, person_key, rate_nanos, at, source, duration_us ON time_entries
BEGIN
    INSERT INTO time_sums
        SELECT brief_key, day, model_key, prompt_key, kind, person_key, rate_nanos, spent_day, duration_us
        FROM time_facts WHERE time_key = new.key
        ON CONFLICT DO UPDATE SET duration_us = duration_us + excluded.duration_us;
END;
CREATE TRIGGER minutes_that_go_leave_their_sums BEFORE DELETE ON time_entries
BEGIN
    INSERT INTO time_sums
        SELECT brief_key, day, model_key, prompt_key, kind, person_key, rate_nanos, spent_day, -duration_us
        FROM time_facts WHERE time_key = old.key
        ON CONFLICT DO UPDATE SET duration_us = duration_us + excluded.duration_us;
END;
-- An attempt that is told to be of another brief, model, prompt or day takes its minutes along.
CREATE TRIGGER minutes_of_changing_attempts_leave_their_sums
BEFORE UPDATE OF brief_key, model_key, prompt_key, created_at ON generations
BEGIN
    INSERT INTO time_sums
        SELECT brief_key, day, model_key, prompt_key, kind, person_key, rate_nanos, spent_day, -sum(duration_us)
        FROM time_facts WHERE generation_key = old.key GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
        ON CONFLICT DO UPDATE SET duration_us = duration_us + excluded.duration_us;
END;
CREATE TRIGGER minutes_of_changed_attempts_are_summed
AFTER UPDATE OF brief_key, model_key, prompt_key, created_at ON generations
BEGIN
    INSERT INTO time_sums
        SELECT brief_key, day, model_key, prompt_key, kind, person_key, rate_nanos, spent_day, sum(duration_us)
        FROM time_facts WHERE generation_key = new.key GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
        ON CONFLICT DO UPDATE SET duration_us = duration_us + excluded.duration_us;
END;

-- The attempts of a brief in their order, with what a chart of them needs; and of those, what was kept, for the end of a loop.
CREATE INDEX generations_in_order ON generations
    (brief_key, created_at, key, status_rank, reason, model_key, prompt_key, cost_basis, cost_nanos);
CREATE INDEX generations_kept ON generations (brief_key, created_at, key) WHERE status_rank IN (9, 10, 11, 13, 14, 15, 16);
-- What one person worked on, and what was edited.
CREATE INDEX generations_by_maker ON generations (made_by_key, key) WHERE made_by_key IS NOT NULL;
CREATE INDEX time_entries_of_editing ON time_entries (brief_key, generation_key, duration_us) WHERE kind = 'editing';
CREATE INDEX time_entries_by_person ON time_entries (person_key, generation_key) WHERE person_key IS NOT NULL;

-- What was entered is never changed: a correction adds what was missing or takes away what was too much, and names what it corrects.
ALTER TABLE overhead_costs ADD COLUMN corrects_key INTEGER REFERENCES overhead_costs (key);
CREATE INDEX overhead_costs_by_corrected ON overhead_costs (corrects_key) WHERE corrects_key IS NOT NULL;
CREATE TRIGGER overhead_costs_are_never_changed BEFORE UPDATE ON overhead_costs
BEGIN SELECT RAISE(ABORT, 'an overhead cost is corrected, never changed'); END;
CREATE TRIGGER overhead_costs_are_never_deleted BEFORE DELETE ON overhead_costs
BEGIN SELECT RAISE(ABORT, 'an overhead cost is corrected, never deleted'); END;

-- Advice that somebody put aside, with the figures it had then: it comes back when they change. The latest row of an advice counts;
-- one with `kept_aside` 0 is somebody who wanted to see it again.
CREATE TABLE advice_aside (
    key                 INTEGER PRIMARY KEY,
    uid                 TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    pilot_key           INTEGER REFERENCES pilots (key),
    brief_key           INTEGER REFERENCES briefs (key),
    advice              TEXT    NOT NULL,
    figures_json        TEXT    NOT NULL CHECK (json_valid(figures_json)),
    kept_aside          INTEGER NOT NULL CHECK (kept_aside IN (0, 1)),
    person_key          INTEGER REFERENCES people (key),
    person_name         TEXT,
    at                  TEXT    NOT NULL,
    CHECK (pilot_key IS NULL OR brief_key IS NULL)
) STRICT;
CREATE INDEX advice_aside_by_scope ON advice_aside (coalesce(pilot_key, 0), coalesce(brief_key, 0), key);
