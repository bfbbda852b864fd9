-- What somebody is writing of a brief before it becomes a revision: as it was typed, right or wrong, so that nothing typed is lost.
CREATE TABLE brief_drafts (
    brief_key           INTEGER PRIMARY KEY REFERENCES briefs (key),
    -- the number of the revision it was begun on
    base_number         INTEGER NOT NULL CHECK (base_number > 0),
    form_json           TEXT    NOT NULL CHECK (json_valid(form_json)),
    saved_by_key        INTEGER REFERENCES people (key),
    saved_at            TEXT    NOT NULL
) STRICT;

-- Which of its variants a version is: the letter behind the group's name.
ALTER TABLE prompt_template_versions ADD COLUMN variant_label TEXT;

CREATE TRIGGER prompt_template_versions_are_immutable_once_approved
BEFORE UPDATE OF template_key, number, body ON prompt_template_versions
WHEN old.approved_at IS NOT NULL AND new.approved_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an approved template version never changes'); END;

-- The outcomes of a prompt, by reason too, from the index alone.
DROP INDEX generations_by_prompt;
CREATE INDEX generations_by_prompt ON generations (prompt_key, status, reason, cost_basis, cost_nanos);
CREATE INDEX prompts_by_brief_revision ON prompts (brief_revision_key, template_version_key) WHERE brief_revision_key IS NOT NULL;

-- The template every library starts with. Its identities are the same in all of them, so that libraries that meet know it.
INSERT INTO prompt_templates (uid, id, name, created_at)
VALUES ('01900000-0000-7000-8000-000000000001', 'tpl_built_in', 'Built in', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO prompt_template_versions (uid, template_key, number, body, created_at)
SELECT '01900000-0000-7000-8000-000000000002', key, 1,
'A {{duration_seconds}} second {{format}} clip for {{channel}}.
Scene: {{scene}}
Mood: {{mood}}
Camera: {{camera_direction}}
Must include: {{must_include}}
Must avoid: {{must_avoid}}
{{standing_exclusions}}
', created_at FROM prompt_templates WHERE id = 'tpl_built_in';
