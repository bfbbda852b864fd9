-- The pilot page at a hundred thousand attempts. `attempt_sums` has a row for every status, reason and cost basis that attempts of one
-- brief, day, model and prompt have: nearly as many rows as attempts, where a busy day tries everything. The page asks two smaller
-- questions: what a lot comes to, whatever its statuses; and what a prompt's attempts came to, whatever their day and model. Both are kept
-- here, by triggers on the kept sums themselves, so that there is still one definition of what an attempt adds.

CREATE TABLE lot_sums (
    brief_key           INTEGER NOT NULL,
    day                 TEXT    NOT NULL,
    model_key           INTEGER NOT NULL,
    prompt_key          INTEGER NOT NULL,
    attempts            INTEGER NOT NULL,
    failed              INTEGER NOT NULL,
    usable              INTEGER NOT NULL,
    published           INTEGER NOT NULL,
    unknown_costs       INTEGER NOT NULL,
    cost_units          INTEGER NOT NULL,
    cost_nanos          INTEGER NOT NULL,
    PRIMARY KEY (brief_key, day, model_key, prompt_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE standing_sums (
    brief_key           INTEGER NOT NULL,
    prompt_key          INTEGER NOT NULL,
    status_rank         INTEGER NOT NULL,
    reason              TEXT    NOT NULL,
    cost_basis          TEXT    NOT NULL,
    attempts            INTEGER NOT NULL,
    cost_units          INTEGER NOT NULL,
    cost_nanos          INTEGER NOT NULL,
    PRIMARY KEY (brief_key, prompt_key, status_rank, reason, cost_basis)
) STRICT, WITHOUT ROWID;

-- What a row of the kept sums adds to its lot. Below rank 2 nothing was sent yet: planned, no attempt.
CREATE VIEW lot_facts AS
    SELECT brief_key, day, model_key, prompt_key, status_rank, reason, cost_basis,
           (status_rank >= 2) * attempts AS attempts, (status_rank = 3) * attempts AS failed, (status_rank >= 14) * attempts AS usable,
           (status_rank = 16) * attempts AS published, (status_rank >= 2 AND cost_basis = '') * attempts AS unknown_costs,
           cost_units, cost_nanos
    FROM attempt_sums;

INSERT INTO lot_sums
    SELECT brief_key, day, model_key, prompt_key, sum(attempts), sum(failed), sum(usable), sum(published), sum(unknown_costs),
           sum(cost_units), sum(cost_nanos)
    FROM lot_facts GROUP BY 1, 2, 3, 4;
INSERT INTO standing_sums
    SELECT brief_key, prompt_key, status_rank, reason, cost_basis, sum(attempts), sum(cost_units), sum(cost_nanos)
    FROM attempt_sums GROUP BY 1, 2, 3, 4, 5;

CREATE TRIGGER sums_that_begin_are_summed AFTER INSERT ON attempt_sums
BEGIN
    INSERT INTO lot_sums
        SELECT brief_key, day, model_key, prompt_key, attempts, failed, usable, published, unknown_costs, cost_units, cost_nanos
        FROM lot_facts
        WHERE brief_key = new.brief_key AND day = new.day AND model_key = new.model_key AND prompt_key = new.prompt_key
          AND status_rank = new.status_rank AND reason = new.reason AND cost_basis = new.cost_basis
        ON CONFLICT DO UPDATE SET attempts = attempts + excluded.attempts, failed = failed + excluded.failed,
                                  usable = usable + excluded.usable, published = published + excluded.published,
                                  unknown_costs = unknown_costs + excluded.unknown_costs,
                                  cost_units = cost_units + excluded.cost_units, cost_nanos = cost_nanos + excluded.cost_nanos;
    INSERT INTO standing_sums
        VALUES (new.brief_key, new.prompt_key, new.status_rank, new.reason, new.cost_basis, new.attempts, new.cost_units, new.cost_nanos)
        ON CONFLICT DO UPDATE SET attempts = attempts + excluded.attempts, cost_units = cost_units + excluded.cost_units,
                                  cost_nanos = cost_nanos + excluded.cost_nanos;
END;

-- A sum only ever changes in how much it holds: what it is of is its key.
CREATE TRIGGER sums_that_change_are_summed AFTER UPDATE OF attempts, cost_units, cost_nanos ON attempt_sums
BEGIN
    UPDATE lot_sums
        SET attempts = attempts + (new.status_rank >= 2) * (new.attempts - old.attempts),
            failed = failed + (new.status_rank = 3) * (new.attempts - old.attempts),
            usable = usable + (new.status_rank >= 14) * (new.attempts - old.attempts),
            published = published + (new.status_rank = 16) * (new.attempts - old.attempts),
            unknown_costs = unknown_costs + (new.status_rank >= 2 AND new.cost_basis = '') * (new.attempts - old.attempts),
            cost_units = cost_units + new.cost_units - old.cost_units,
            cost_nanos = cost_nanos + new.cost_nanos - old.cost_nanos
        WHERE brief_key = new.brief_key AND day = new.day AND model_key = new.model_key AND prompt_key = new.prompt_key;
    UPDATE standing_sums
        SET attempts = attempts + new.attempts - old.attempts, cost_units = cost_units + new.cost_units - old.cost_units,
            cost_nanos = cost_nanos + new.cost_nanos - old.cost_nanos
        WHERE brief_key = new.brief_key AND prompt_key = new.prompt_key AND status_rank = new.status_rank AND reason = new.reason
          AND cost_basis = new.cost_basis;
END;
