//! What is derived from clips in the background: strips and previews, what is still to be made and what came of it.

use crate::clips::{CLIP_COLUMNS, StoredClip, clip};
use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::id::RecordUid;
use circletake_domain::media_failure::MediaFailure;
use sqlx::Row;

/// Where a clip version's preview stands on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoredPreview {
    /// Not made yet.
    Waiting,
    /// Made; the facts are the media crate's, as JSON.
    Ready {
        /// Its facts.
        facts: serde_json::Value,
    },
    /// Could not be made.
    Failed {
        /// Why.
        failure: MediaFailure,
    },
}

/// A clip version `c` that lacks something.
const UNPREPARED: &str = "(c.preview_state = 'waiting' OR (c.strip_tiles = 0 AND c.strip_failure IS NULL))";
/// A clip version `c` that is not among those bound.
const NOT_AMONG: &str = "c.uid NOT IN (SELECT value FROM json_each(?))";

pub(crate) fn to_prepare_sql() -> String {
    format!(
        "{CLIP_COLUMNS}
         WHERE {UNPREPARED} AND f.state = 'present' AND {NOT_AMONG}
         ORDER BY g.status = 'review_pending' DESC, c.key LIMIT ?"
    )
}

pub(crate) fn count_to_prepare_sql() -> String {
    format!(
        "SELECT count(*) AS count FROM clip_versions c JOIN files f ON f.key = c.file_key
         WHERE {UNPREPARED} AND f.state = 'present' AND {NOT_AMONG}"
    )
}

fn listed(clips: &[RecordUid]) -> String {
    serde_json::json!(clips.iter().map(ToString::to_string).collect::<Vec<_>>()).to_string()
}

fn failure(word: &str) -> Result<MediaFailure> {
    let found = MediaFailure::ALL.iter().copied().find(|failure| failure.code() == word);
    found.ok_or_else(|| StoreError::Unreadable {
        field: "preview_failure".to_owned(),
        value: word.to_owned(),
    })
}

impl Library {
    /// Clip versions that lack a strip or a preview, without those put off: those that wait for review first, else the oldest first.
    pub async fn clips_to_prepare(&self, limit: u32, put_off: &[RecordUid]) -> Result<Vec<StoredClip>> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(to_prepare_sql()))
            .bind(listed(put_off))
            .bind(limit)
            .fetch_all(self.readers())
            .await?;
        rows.iter().map(clip).collect()
    }
    /// Clip versions that lack a strip or a preview because their file is gone.
    pub async fn lost_clips_to_prepare(&self) -> Result<Vec<StoredClip>> {
        let sql = format!("{CLIP_COLUMNS} WHERE {UNPREPARED} AND f.state = 'missing' ORDER BY c.key");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        rows.iter().map(clip).collect()
    }
    /// Every clip version, with whether its preview is said to be there.
    pub async fn derived_clips(&self) -> Result<Vec<(StoredClip, bool)>> {
        let sql = CLIP_COLUMNS.replacen(
            "SELECT c.key,",
            "SELECT c.preview_state = 'ready' AS preview_ready, c.key,",
            1,
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!("{sql} ORDER BY c.key")))
            .fetch_all(self.readers())
            .await?;
        rows.iter()
            .map(|row| Ok((clip(row)?, row.try_get("preview_ready")?)))
            .collect()
    }
    /// How many clip versions still lack a strip or a preview, without those put off.
    pub async fn count_clips_to_prepare(&self, put_off: &[RecordUid]) -> Result<u32> {
        let row = sqlx::query(sqlx::AssertSqlSafe(count_to_prepare_sql())).bind(listed(put_off));
        row.fetch_one(self.readers()).await?.number("count")
    }
    /// Where a preview stands.
    pub async fn preview(&self, clip: RecordUid) -> Result<StoredPreview> {
        let row = sqlx::query("SELECT preview_state, preview_failure, preview_json FROM clip_versions WHERE uid = ?")
            .bind(clip.to_string())
            .fetch_optional(self.readers())
            .await?
            .ok_or_else(|| StoreError::not_found("clip", &clip))?;
        match row.try_get::<String, _>("preview_state")?.as_str() {
            "ready" => Ok(StoredPreview::Ready {
                facts: row.json("preview_json")?,
            }),
            "failed" => Ok(StoredPreview::Failed {
                failure: failure(row.try_get("preview_failure")?)?,
            }),
            _ => Ok(StoredPreview::Waiting),
        }
    }
}

impl WriteTransaction {
    /// A strip was made, or cannot be.
    pub async fn set_strip(&mut self, clip: RecordUid, tiles: Result<u32, MediaFailure>) -> Result<()> {
        let (tiles, failure) = match tiles {
            Ok(tiles) => (tiles, None),
            Err(failure) => (0, Some(failure.code())),
        };
        sqlx::query("UPDATE clip_versions SET strip_tiles = ?, strip_failure = ? WHERE uid = ?")
            .bind(tiles)
            .bind(failure)
            .bind(clip.to_string())
            .execute(self.connection())
            .await?;
        Ok(())
    }
    /// A preview was made, cannot be, or is to be made again.
    pub async fn set_preview(&mut self, clip: RecordUid, preview: &StoredPreview) -> Result<()> {
        let (state, failure, facts) = match preview {
            StoredPreview::Waiting => ("waiting", None, None),
            StoredPreview::Ready { facts } => ("ready", None, Some(facts.to_string())),
            StoredPreview::Failed { failure } => ("failed", Some(failure.code()), None),
        };
        sqlx::query("UPDATE clip_versions SET preview_state = ?, preview_failure = ?, preview_json = ? WHERE uid = ?")
            .bind(state)
            .bind(failure)
            .bind(facts)
            .bind(clip.to_string())
            .execute(self.connection())
            .await?;
        Ok(())
    }
}
