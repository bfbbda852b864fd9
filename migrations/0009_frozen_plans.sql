-- A pilot's plan is frozen when its run starts: from then on what was projected and what came of it can be compared. At most one
-- plan of a pilot is frozen, and it never changes again; plans made later are kept beside it.
CREATE UNIQUE INDEX plans_frozen ON plans (pilot_key) WHERE frozen_at IS NOT NULL;

CREATE TRIGGER frozen_plans_never_change BEFORE UPDATE ON plans WHEN old.frozen_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a plan that was frozen never changes'); END;
CREATE TRIGGER frozen_plans_are_never_deleted BEFORE DELETE ON plans WHEN old.frozen_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a plan that was frozen is never deleted'); END;

-- A run starts with the first attempt, however it comes in: run, ingested, or read from a log. The latest plan is the one it follows.
CREATE TRIGGER the_first_attempt_freezes_the_plan AFTER INSERT ON generations
WHEN new.status NOT IN ('draft_brief', 'prompt_ready')
BEGIN
    UPDATE plans SET frozen_at = new.status_changed_at
    WHERE key = (SELECT p.key FROM plans p WHERE p.pilot_key = (SELECT pilot_key FROM briefs WHERE key = new.brief_key)
                 ORDER BY p.created_at DESC, p.key DESC LIMIT 1)
      AND NOT EXISTS (SELECT 1 FROM plans f WHERE f.pilot_key = plans.pilot_key AND f.frozen_at IS NOT NULL);
END;
CREATE TRIGGER a_planned_generation_that_starts_freezes_the_plan AFTER UPDATE OF status ON generations
WHEN old.status IN ('draft_brief', 'prompt_ready') AND new.status NOT IN ('draft_brief', 'prompt_ready')
BEGIN
    UPDATE plans SET frozen_at = new.status_changed_at
    WHERE key = (SELECT p.key FROM plans p WHERE p.pilot_key = (SELECT pilot_key FROM briefs WHERE key = new.brief_key)
                 ORDER BY p.created_at DESC, p.key DESC LIMIT 1)
      AND NOT EXISTS (SELECT 1 FROM plans f WHERE f.pilot_key = plans.pilot_key AND f.frozen_at IS NOT NULL);
END;
