//! Which frames of a clip version a person has had on the screen.

use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::frame_range::FrameSet;
use circletake_domain::id::{PersonId, RecordUid};
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;

impl Library {
    /// What a person has seen of a clip version; nothing where they never looked.
    pub async fn seen_frames(&self, clip: RecordUid, person: &PersonId) -> Result<FrameSet> {
        let row = sqlx::query(
            "SELECT s.ranges_json FROM clip_versions c JOIN people p ON p.id = ?
             JOIN seen_frames s ON s.clip_key = c.key AND s.person_key = p.key WHERE c.uid = ?",
        )
        .bind(person.as_str())
        .bind(clip.to_string())
        .fetch_optional(self.readers())
        .await?;
        row.map_or_else(|| Ok(FrameSet::default()), |row| row.json("ranges_json"))
    }
}

impl WriteTransaction {
    /// Adds to what a person has seen of a clip version; what it does not have is left out. Answers all that was seen.
    pub async fn add_seen_frames(
        &mut self,
        clip: RecordUid,
        person: &PersonId,
        seen: &FrameSet,
        at: Timestamp,
    ) -> Result<FrameSet> {
        let person = self.known_person(person).await?;
        let row = sqlx::query(
            "SELECT c.key, c.frame_count, coalesce(s.ranges_json, '[]') AS ranges_json
             FROM clip_versions c LEFT JOIN seen_frames s ON s.clip_key = c.key AND s.person_key = ? WHERE c.uid = ?",
        )
        .bind(person.key)
        .bind(clip.to_string())
        .fetch_optional(self.connection())
        .await?
        .ok_or_else(|| StoreError::not_found("clip", &clip))?;
        let before: FrameSet = row.json("ranges_json")?;
        let all = before.union(&seen.within(row.number("frame_count")?));
        sqlx::query(
            "INSERT INTO seen_frames (clip_key, person_key, ranges_json, seen_at) VALUES (?, ?, ?, ?)
             ON CONFLICT (clip_key, person_key) DO UPDATE SET ranges_json = excluded.ranges_json, seen_at = excluded.seen_at",
        )
        .bind(row.try_get::<i64, _>("key")?)
        .bind(person.key)
        .bind(serde_json::json!(all).to_string())
        .bind(at.to_string())
        .execute(self.connection())
        .await?;
        Ok(all)
    }
}
