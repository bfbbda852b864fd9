//! The good part of a take: the frames around the usable seconds, marked with a keep and taken back with it.

use crate::error::{Result, StoreError};
use crate::history::Decided;
use crate::ids::new_uid;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::frame_range::FrameRange;
use circletake_domain::id::PersonId;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;

impl WriteTransaction {
    /// Marks the good part of the clip that a decision was about.
    pub async fn mark_good_part(
        &mut self,
        decided: &Decided,
        person: &PersonId,
        range: FrameRange,
        at: Timestamp,
    ) -> Result<()> {
        let person = self.known_person(person).await?;
        let clip = sqlx::query(
            "SELECT c.key, c.frame_count FROM generations g JOIN clip_versions c ON c.key = g.current_clip_key WHERE g.id = ?",
        )
        .bind(decided.generation.as_str())
        .fetch_optional(self.connection())
        .await?
        .ok_or_else(|| StoreError::Invalid {
            field: "good part",
            problem: format!("{} has no clip on this computer to mark a part of", decided.generation),
        })?;
        let range = range
            .within(clip.number("frame_count")?)
            .map_err(|error| StoreError::Invalid {
                field: "good part",
                problem: error.to_string(),
            })?;
        let clip_key: i64 = clip.try_get("key")?;
        sqlx::query(
            "INSERT INTO good_parts (uid, clip_key, decision_uid, person_key, first_frame, last_frame, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(new_uid().to_string())
        .bind(clip_key)
        .bind(decided.decision.to_string())
        .bind(person.key)
        .bind(range.first().0)
        .bind(range.last().0)
        .bind(at.to_string())
        .execute(self.connection())
        .await?;
        self.show_good_part(clip_key).await
    }

    /// A decision was taken back, and the part marked with it.
    pub(crate) async fn take_back_good_part(&mut self, decision_uid: &str, at: Timestamp) -> Result<()> {
        let clip: Option<i64> = sqlx::query_scalar(
            "UPDATE good_parts SET taken_back_at = ? WHERE decision_uid = ? AND taken_back_at IS NULL RETURNING clip_key",
        )
        .bind(at.to_string())
        .bind(decision_uid)
        .fetch_optional(self.connection())
        .await?;
        match clip {
            Some(clip) => self.show_good_part(clip).await,
            None => Ok(()),
        }
    }

    /// Repeats the part that stands beside the clip.
    async fn show_good_part(&mut self, clip_key: i64) -> Result<()> {
        sqlx::query(
            "UPDATE clip_versions SET (good_first_frame, good_last_frame) =
                (SELECT first_frame, last_frame FROM good_parts WHERE clip_key = ?1 AND taken_back_at IS NULL ORDER BY key DESC LIMIT 1)
             WHERE key = ?1",
        )
        .bind(clip_key)
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
