//! Notes that were begun and not sent: kept with the library, so that neither the next clip nor a crash loses them.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::notes::NoteDraft;
use circletake_domain::id::PersonId;
use circletake_store::StoreError;

/// More clips than anybody leaves half annotated; of more the latest are kept.
const MOST_DRAFTS: usize = 100;

fn name(person: &PersonId) -> String {
    format!("note_drafts/{person}")
}

impl OpenLibrary {
    /// What a person has begun to write, oldest first; nothing where another version wrote it otherwise.
    pub async fn note_drafts(&self, person: &PersonId) -> Result<Vec<NoteDraft>, AppError> {
        match self.store().setting::<Vec<NoteDraft>>(&name(person)).await {
            Ok(drafts) => Ok(drafts.unwrap_or_default()),
            Err(StoreError::Unreadable { .. }) => Ok(Vec::new()),
            Err(error) => Err(error.into()),
        }
    }

    /// Keeps what a person has begun to write, in place of what was kept before.
    pub async fn keep_note_drafts(&self, person: &PersonId, drafts: &[NoteDraft]) -> Result<(), AppError> {
        let latest: Vec<&NoteDraft> = drafts.iter().skip(drafts.len().saturating_sub(MOST_DRAFTS)).collect();
        let mut write = self.store().write().await?;
        write.set_setting(&name(person), &latest, self.now()).await?;
        write.commit().await?;
        Ok(())
    }
}
