//! What waits for an editor.

use super::row::{GridRow, ROW_COLUMNS, grid_row};
use crate::error::Result;
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{Scope, brief_keys};
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;

/// A clip that waits for an editor, and what was said when it was sent there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClipInEdit {
    /// As in the grid.
    pub row: GridRow,
    /// Since when it waits.
    pub since: Timestamp,
    /// Who sent it there.
    pub by: Option<String>,
    /// What they said with it.
    pub note: Option<String>,
}

impl Library {
    /// What waits for an editor in a scope, at most `limit` of it: sent back by the brand first, then edited and only to be handed over (a log
    /// or a bare move leaves clips there), then kept for edit, each the longest waiting first.
    pub async fn clips_in_edit(&self, scope: &Scope, limit: u32) -> Result<Vec<ClipInEdit>> {
        let briefs = brief_keys(self.readers(), scope).await?.condition("g.brief_key");
        let columns = ROW_COLUMNS.replacen(
            "FROM generations g",
            ", g.status_changed_at, l.person_name, l.note FROM generations g",
            1,
        );
        let sql = format!(
            "{columns} LEFT JOIN moves l ON l.key = (SELECT max(s.key) FROM moves s WHERE s.generation_key = g.key)
             WHERE g.status IN ('needs_revision', 'edited', 'approved_for_edit') AND {briefs}
             ORDER BY g.status = 'needs_revision' DESC, g.status = 'edited' DESC, g.status_changed_at, g.key LIMIT ?"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(limit)
            .fetch_all(self.readers())
            .await?;
        let waiting = rows.iter().map(|row| {
            Ok(ClipInEdit {
                row: grid_row(row)?,
                since: row.text("status_changed_at")?,
                by: row.try_get("person_name")?,
                note: row.try_get("note")?,
            })
        });
        waiting.collect()
    }
}
