//! A clip whose file was lost, moved or written over comes back when the same bytes come in again: it is no second attempt.

use crate::error::AppError;
use crate::ingest::extension_of;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use circletake_store::{FileCondition, FilePlace, LibraryFolder, StoredClip};
use std::path::Path;

impl OpenLibrary {
    /// Whether it was gone and is back. A clip that was copied in is copied in again; one that stayed where it was is found at its new place,
    /// or copied in where that is asked for. What was written over its file is kept, set aside.
    pub(super) async fn bring_back(&self, clip: &StoredClip, path: &Path, reference: bool) -> Result<bool, AppError> {
        if !self.store().may_have_changed(clip).await? || self.look_again(clip).await? == FileCondition::Present {
            return Ok(false);
        }
        let place = match &clip.place {
            FilePlace::Stored(name) => {
                self.store().set_aside_if_there(name)?;
                self.copy_into(path, name.clone(), &clip.facts.blake3).await?
            }
            FilePlace::Referenced(_) if reference => self.reference(path).await?,
            FilePlace::Referenced(_) => {
                let brief = self.store().generation(&clip.generation).await?.brief.brief_id;
                let name = LibraryFolder::clip_name(&brief, &clip.generation, clip.version, extension_of(path));
                self.copy_into(path, name, &clip.facts.blake3).await?
            }
        };
        let mut write = self.store().write().await?;
        write.file_is_back(clip.uid, &place, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Preview {
            clip_key: clip.uid.to_string(),
        });
        // What could not be made of it while it was gone can be made now.
        self.previews().try_again();
        Ok(true)
    }
}
