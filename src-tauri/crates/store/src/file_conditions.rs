//! How a clip's file is found when somebody wants to see it: there, gone, or with other bytes. What was found is noted with its record, and
//! bytes that are no longer those that were signed end the sign-off.

use crate::clips::{FileCondition, StoredClip};
use crate::doctor::hash_of;
use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use camino::Utf8PathBuf;
use circletake_domain::id::GenerationId;
use circletake_domain::sign_off::VoidReason;
use circletake_domain::timestamp::Timestamp;

/// A file as it was found just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenFile {
    key: i64,
    /// How it was found.
    pub condition: FileCondition,
}

impl SeenFile {
    pub(crate) fn new(key: i64, condition: FileCondition) -> Self {
        Self { key, condition }
    }
}

pub(crate) async fn condition(path: Utf8PathBuf, hash: String) -> FileCondition {
    let hashed = tokio::task::spawn_blocking(move || hash_of(&path)).await.ok().flatten();
    FileCondition::of(hashed.as_deref(), &hash)
}

impl Library {
    /// Whether a clip's file may be other than its record says, for the price of one look at the folder: gone, of another size, back again,
    /// or written to since it was hashed last.
    pub async fn may_have_changed(&self, clip: &StoredClip) -> Result<bool> {
        let path = self.path_of(&clip.place);
        let found =
            tokio::task::spawn_blocking(move || std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file));
        let Some(found) = found.await.ok().flatten() else {
            return Ok(clip.condition != FileCondition::Missing);
        };
        if clip.condition != FileCondition::Present || found.len() != clip.facts.bytes {
            return Ok(true);
        }
        let checked_at: Timestamp =
            sqlx::query("SELECT f.checked_at FROM files f JOIN clip_versions c ON c.file_key = f.key WHERE c.uid = ?")
                .bind(clip.uid.to_string())
                .fetch_one(self.readers())
                .await?
                .text("checked_at")?;
        let written = found.modified().ok().map(time::OffsetDateTime::from);
        Ok(written.is_some_and(|written| Timestamp::new(written) > checked_at))
    }

    /// Hashes a clip's file again.
    pub async fn look_at_file(&self, clip: &StoredClip) -> Result<SeenFile> {
        let key: Option<i64> = sqlx::query_scalar("SELECT file_key FROM clip_versions WHERE uid = ?")
            .bind(clip.uid.to_string())
            .fetch_optional(self.readers())
            .await?;
        let key = key.ok_or_else(|| StoreError::not_found("clip", &clip.uid))?;
        let found = condition(self.path_of(&clip.place), clip.facts.blake3.to_string()).await;
        Ok(SeenFile::new(key, found))
    }
}

impl WriteTransaction {
    /// Notes how a file was found. Other bytes end the sign-off of every generation that stands with it; a file that is only gone ends none:
    /// it may come back as it was. Answers whether that is news.
    pub async fn note_file(&mut self, seen: &SeenFile, now: Timestamp) -> Result<bool> {
        let before: Option<String> = sqlx::query_scalar("SELECT state FROM files WHERE key = ?")
            .bind(seen.key)
            .fetch_optional(self.connection())
            .await?;
        let news = before.as_deref() != Some(seen.condition.word());
        sqlx::query("UPDATE files SET state = ?, checked_at = ? WHERE key = ?")
            .bind(seen.condition.word())
            .bind(now.to_string())
            .bind(seen.key)
            .execute(self.connection())
            .await?;
        if seen.condition != FileCondition::Changed {
            return Ok(news);
        }
        let standing = sqlx::query(
            "SELECT g.id FROM clip_versions c JOIN generations g ON g.current_clip_key = c.key WHERE c.file_key = ?",
        )
        .bind(seen.key)
        .fetch_all(self.connection())
        .await?;
        for row in standing {
            let generation: GenerationId = row.text("id")?;
            self.void_sign_off(&generation, VoidReason::FileChanged, now).await?;
        }
        Ok(news)
    }
}
