//! One generation whole.

use super::row::{GridRow, ROW_COLUMNS, grid_row};
use crate::clips::StoredClip;
use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::row::Columns;
use crate::time_entries::TimeKind;
use circletake_domain::brief::Brief;
use circletake_domain::frame::Microseconds;
use circletake_domain::id::{GenerationId, PilotId};
use sqlx::Row;

/// One generation whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredGeneration {
    /// As in the grid.
    pub row: GridRow,
    /// The pilot it belongs to.
    pub pilot: Option<PilotId>,
    /// The revision of the brief that it ran with.
    pub brief: Brief,
    /// The rendered prompt.
    pub prompt: Option<String>,
    /// Why the request failed.
    pub error_message: Option<String>,
    /// Its clip, measured.
    pub clip: Option<StoredClip>,
    /// What the clip's file was called where it came from.
    pub file_name: Option<String>,
    /// Time spent so far, by kind.
    pub time: Vec<(TimeKind, Microseconds)>,
}

impl Library {
    /// One generation whole.
    pub async fn generation(&self, id: &GenerationId) -> Result<StoredGeneration> {
        let sql = format!("{ROW_COLUMNS} WHERE g.id = ?");
        let row = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(id.as_str())
            .fetch_optional(self.readers())
            .await?;
        let row = row.ok_or_else(|| StoreError::not_found("generation", id))?;
        let more = sqlx::query(
            "SELECT p.id AS pilot_id, r.body_json, t.body AS prompt, g.error_message, f.original_name
             FROM generations g
             JOIN briefs b ON b.key = g.brief_key
             JOIN brief_revisions r ON r.key = g.brief_revision_key
             LEFT JOIN pilots p ON p.key = b.pilot_key
             LEFT JOIN prompts t ON t.key = g.prompt_key
             LEFT JOIN clip_versions c ON c.key = g.current_clip_key
             LEFT JOIN files f ON f.key = c.file_key
             WHERE g.id = ?",
        )
        .bind(id.as_str())
        .fetch_one(self.readers())
        .await?;
        let time = sqlx::query(
            "SELECT t.kind, sum(t.duration_us) AS duration FROM generations g JOIN time_entries t ON t.generation_key = g.key
             WHERE g.id = ? GROUP BY t.kind",
        )
        .bind(id.as_str())
        .fetch_all(self.readers())
        .await?;
        let time: Result<Vec<_>> = time
            .iter()
            .map(|row| Ok((row.word("kind")?, Microseconds(row.try_get("duration")?))))
            .collect();
        let body: serde_json::Value = more.json("body_json")?;
        Ok(StoredGeneration {
            row: grid_row(&row)?,
            pilot: more.text_or_null("pilot_id")?,
            brief: Brief::from_json(&body).map_err(|problems| StoreError::Unreadable {
                field: "brief_revisions.body_json".to_owned(),
                value: problems.first().map(ToString::to_string).unwrap_or_default(),
            })?,
            prompt: more.try_get("prompt")?,
            error_message: more.try_get("error_message")?,
            clip: self.current_clip(id).await?,
            file_name: more.try_get("original_name")?,
            time: time?,
        })
    }
}
