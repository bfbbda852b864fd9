-- What `domain` says of a move, said by the database too: it goes between known statuses, and a reject or a return for revision has a reason
-- while nothing else has one. A move that is taken back brings back the reason its status had before, so it carries none itself.
CREATE TRIGGER moves_go_between_statuses BEFORE INSERT ON moves
WHEN EXISTS (SELECT 1 FROM (SELECT NEW.to_status AS status UNION SELECT NEW.from_status)
             WHERE status NOT IN
                 ('draft_brief', 'prompt_ready', 'generation_started', 'generation_failed', 'generated', 'review_pending',
                  'rejected_quality', 'rejected_accuracy', 'rejected_rights_risk', 'approved_for_edit', 'edited', 'brand_review',
                  'rejected_brand_fit', 'needs_revision', 'approved_to_publish', 'scheduled', 'published'))
BEGIN SELECT RAISE(ABORT, 'a move goes from one known status to another'); END;
CREATE TRIGGER moves_have_their_reason BEFORE INSERT ON moves
WHEN NEW.undoes_key IS NULL
 AND (NEW.reasons IS NOT NULL) <> (NEW.to_status IN
         ('rejected_quality', 'rejected_accuracy', 'rejected_rights_risk', 'rejected_brand_fit', 'needs_revision'))
BEGIN SELECT RAISE(ABORT, 'a reject or a return for revision has a reason, and no other move has one'); END;
