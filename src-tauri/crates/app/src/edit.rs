//! The edit step: the clips that wait for an editor. Adding a version is in `versions`; done is the decision to keep.

use crate::clips::row;
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::edit::EditItem;
use crate::view::pilot::Scope;
use circletake_domain::status::Status;

/// More clips than any editor has before them; the next ones come when some are done.
const QUEUE_LENGTH: u32 = 2_000;

impl OpenLibrary {
    /// What waits for an editor: sent back by the brand first, then what is edited and only waits to be handed over, then what creative kept
    /// for edit, each the oldest first.
    pub async fn edit_queue(&self, scope: &Scope) -> Result<Vec<EditItem>, AppError> {
        let found = self.store().clips_in_edit(&scope.into(), QUEUE_LENGTH).await?;
        let items = found.into_iter().map(|waiting| {
            let row = row(waiting.row);
            EditItem {
                generation_id: row.generation_id,
                brief_id: row.brief_id,
                sent_back: row.status == Status::NeedsRevision,
                status: row.status,
                reason: row.reason,
                since: waiting.since,
                by: waiting.by,
                note: waiting.note,
                clip: row.clip,
            }
        });
        Ok(items.collect())
    }
}
