//! A clip's file that disappears or changes while somebody looks at it: noticed when a picture of it is asked for, noted, and told.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use circletake_domain::id::RecordUid;
use circletake_store::{FileCondition, SeenFile, StoredClip};

impl OpenLibrary {
    /// Refuses a file that is gone or has other bytes: a still of another file would be a picture nobody judged.
    pub(crate) async fn refuse_other_bytes(&self, clip: &StoredClip) -> Result<(), AppError> {
        let condition = if self.store().may_have_changed(clip).await? {
            self.look_again(clip).await?
        } else {
            clip.condition
        };
        if condition == FileCondition::Present {
            return Ok(());
        }
        Err(AppError::FileNotAsItWas {
            generation: clip.generation.clone(),
            missing: condition == FileCondition::Missing,
        })
    }

    /// Looks whether a clip's file may have changed, and hashes it again in the background where it may: whoever waits for a picture made of it
    /// earlier need not wait for that.
    pub(crate) async fn notice(&self, clip: RecordUid) -> Result<(), AppError> {
        let clip = self.store().clip(clip).await?;
        if self.store().may_have_changed(&clip).await? {
            let library = self.weak();
            tokio::spawn(async move {
                let Some(library) = library.upgrade() else { return };
                if let Err(error) = library.look_again(&clip).await {
                    tracing::warn!(problem = %error, clip = %clip.uid, "a clip's file could not be looked at");
                }
            });
        }
        Ok(())
    }

    /// Hashes a clip's file, and notes and tells what was found.
    pub(crate) async fn look_again(&self, clip: &StoredClip) -> Result<FileCondition, AppError> {
        let seen = self.store().look_at_file(clip).await?;
        self.note_files(&[seen]).await?;
        if seen.condition != clip.condition {
            self.changed(Change::Preview {
                clip_key: clip.uid.to_string(),
            });
            // What could not be made of it while it was gone can be made now.
            if seen.condition == FileCondition::Present {
                self.previews().wake();
            }
        }
        Ok(seen.condition)
    }

    /// Notes how files were found; beside another program that writes, nothing is noted.
    pub(crate) async fn note_files(&self, seen: &[SeenFile]) -> Result<(), AppError> {
        if seen.is_empty() || self.store().is_read_only() {
            return Ok(());
        }
        let now = self.now();
        let mut write = self.store().write().await?;
        let mut told = false;
        for file in seen {
            told |= write.note_file(file, now).await?;
        }
        write.commit().await?;
        if told {
            self.changed(Change::Clips);
        }
        Ok(())
    }
}
