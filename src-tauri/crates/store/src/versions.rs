//! The versions of a generation's clip: what the model made, and what was made of it.

use crate::clips::{CLIP_COLUMNS, StoredClip, clip};
use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::id::{ContentHash, GenerationId, PersonId};
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;

/// A clip version with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredVersion {
    /// The clip itself.
    pub clip: StoredClip,
    /// `model`, `edit` or `preset`.
    pub origin: String,
    /// The version it was made of; `None` for what the model made.
    pub parent: Option<u32>,
    /// Who made it; `None` for a model.
    pub made_by: Option<PersonId>,
    /// Their name.
    pub made_by_name: Option<String>,
    /// When it came in.
    pub made_at: Timestamp,
    /// What its file was called where it came from.
    pub original_name: String,
    /// The usable part, first and last frame, both inclusive.
    pub good_part: Option<(u32, u32)>,
    /// Whether the generation stands with it.
    pub current: bool,
}

impl Library {
    /// The version that has these very bytes already.
    pub async fn version_with_bytes(&self, hash: &ContentHash) -> Result<Option<(GenerationId, u32)>> {
        let row = sqlx::query(
            "SELECT g.id, c.version FROM files f JOIN clip_versions c ON c.file_key = f.key
             JOIN generations g ON g.key = c.generation_key WHERE f.content_hash = ? ORDER BY c.key LIMIT 1",
        )
        .bind(hash.as_str())
        .fetch_optional(self.readers())
        .await?;
        row.map(|row| Ok((row.text("id")?, row.number("version")?))).transpose()
    }
    /// Every version of a generation's clip, latest first; none for a generation without a clip here.
    pub async fn clip_versions(&self, generation: &GenerationId) -> Result<Vec<StoredVersion>> {
        let known = sqlx::query("SELECT 1 FROM generations WHERE id = ?").bind(generation.as_str());
        if known.fetch_optional(self.readers()).await?.is_none() {
            return Err(StoreError::not_found("generation", generation));
        }
        let columns = CLIP_COLUMNS.replacen(
            " FROM clip_versions c",
            ", c.origin, p.version AS parent, e.id AS made_by, e.name AS made_by_name, c.created_at, f.original_name,
               c.good_first_frame, c.good_last_frame, c.key = g.current_clip_key AS current
             FROM clip_versions c",
            1,
        );
        let sql = format!(
            "{columns} LEFT JOIN clip_versions p ON p.key = c.parent_key LEFT JOIN people e ON e.key = c.made_by_key
             WHERE g.id = ? ORDER BY c.version DESC"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(generation.as_str())
            .fetch_all(self.readers())
            .await?;
        let versions = rows.iter().map(|row| {
            let good = (
                row.number_or_null("good_first_frame")?,
                row.number_or_null("good_last_frame")?,
            );
            Ok(StoredVersion {
                clip: clip(row)?,
                origin: row.try_get("origin")?,
                parent: row.number_or_null("parent")?,
                made_by: row.text_or_null("made_by")?,
                made_by_name: row.try_get("made_by_name")?,
                made_at: row.text("created_at")?,
                original_name: row.try_get("original_name")?,
                good_part: good.0.zip(good.1),
                current: row.try_get("current")?,
            })
        });
        versions.collect()
    }
}

impl WriteTransaction {
    /// Refuses a person who was removed: they work on nothing any more.
    pub async fn refuse_removed(&mut self, person: &PersonId) -> Result<()> {
        let person = self.known_person(person).await?;
        if person.active {
            return Ok(());
        }
        Err(StoreError::Invalid {
            field: "person",
            problem: format!("{} was removed and can work on nothing any more", person.name),
        })
    }
}
