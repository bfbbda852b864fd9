//! The files that signatures stand on.

use crate::clips::{FileCondition, FilePlace, place};
use crate::error::Result;
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::id::{ContentHash, GenerationId};
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;

/// A file that a signature stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedFile {
    /// The generation that was signed.
    pub generation: GenerationId,
    /// Where the file lies.
    pub place: FilePlace,
    /// What it held when it was signed.
    pub content_hash: ContentHash,
    /// How long it was.
    pub bytes: u64,
    /// When it was looked at last.
    pub checked_at: Timestamp,
    pub(crate) key: i64,
}

impl Library {
    /// Every file that a signature stands on which was not voided yet.
    pub async fn signed_files(&self) -> Result<Vec<SignedFile>> {
        let rows = sqlx::query(
            "SELECT f.key, g.id, f.place, f.path, s.content_hash, f.bytes, f.checked_at
             FROM sign_offs s
             JOIN clip_versions c ON c.key = s.clip_key
             JOIN generations g ON g.key = c.generation_key
             JOIN files f ON f.key = c.file_key
             WHERE s.voided_at IS NULL ORDER BY s.key",
        )
        .fetch_all(self.readers())
        .await?;
        let files = rows.iter().map(|row| {
            Ok(SignedFile {
                generation: row.text("id")?,
                place: place(row)?,
                content_hash: row.text("content_hash")?,
                bytes: row.number("bytes")?,
                checked_at: row.text("checked_at")?,
                key: row.try_get("key")?,
            })
        });
        files.collect()
    }
}

impl WriteTransaction {
    /// Remembers how a signed file was found.
    pub async fn found_signed_file(&mut self, file: &SignedFile, found: FileCondition, now: Timestamp) -> Result<()> {
        sqlx::query("UPDATE files SET state = ?, checked_at = ? WHERE key = ?")
            .bind(found.word())
            .bind(now.to_string())
            .bind(file.key)
            .execute(self.connection())
            .await?;
        Ok(())
    }
}
