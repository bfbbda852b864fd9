//! What a brief said, revision by revision. A revision never changes; a generation keeps the one it ran with.

use super::BriefKeys;
use crate::error::{Result, StoreError};
use crate::ids::new_uid;
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::brief::{Brief, Level};
use circletake_domain::id::BriefId;
use circletake_domain::timestamp::Timestamp;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// What a brief said once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRevision {
    /// From 1.
    pub number: u32,
    /// What it said.
    pub brief: Brief,
    /// When it was made.
    pub created_at: Timestamp,
    /// Who made it, where known.
    pub created_by: Option<String>,
    /// Generations that ran with it.
    pub generations: u32,
}

pub(super) fn body_of(row: &SqliteRow) -> Result<Brief> {
    let body: serde_json::Value = row.json("body_json")?;
    Brief::from_json(&body).map_err(|problems| StoreError::Unreadable {
        field: "brief_revisions.body_json".to_owned(),
        value: problems.first().map(ToString::to_string).unwrap_or_default(),
    })
}

impl Library {
    /// Every revision of a brief, the latest first.
    pub async fn brief_revisions(&self, id: &BriefId) -> Result<Vec<StoredRevision>> {
        let rows = sqlx::query(
            "SELECT r.number, r.body_json, r.created_at, p.name AS created_by,
                    (SELECT count(*) FROM generations g WHERE g.brief_key = b.key AND g.brief_revision_key = r.key) AS generations
             FROM briefs b JOIN brief_revisions r ON r.brief_key = b.key LEFT JOIN people p ON p.key = r.created_by_key
             WHERE b.id = ? ORDER BY r.number DESC",
        )
        .bind(id.as_str())
        .fetch_all(self.readers())
        .await?;
        if rows.is_empty() {
            return Err(StoreError::not_found("brief", id));
        }
        let revisions = rows.iter().map(|row| {
            Ok(StoredRevision {
                number: row.number("number")?,
                brief: body_of(row)?,
                created_at: row.text("created_at")?,
                created_by: row.try_get("created_by")?,
                generations: row.number("generations")?,
            })
        });
        revisions.collect()
    }
}

impl WriteTransaction {
    /// Says a brief anew: a new revision, unless it says the same. Generations keep the revision they ran with.
    pub async fn revise_brief(&mut self, brief: &Brief, now: Timestamp) -> Result<()> {
        let keys = self.known_brief(&brief.brief_id).await?;
        self.revise(keys, brief, None, now).await?;
        Ok(())
    }

    /// The revision that says this: the current one where it does, else a new one. What nobody ever wrote or used makes room for it.
    pub(super) async fn revise(
        &mut self,
        keys: BriefKeys,
        brief: &Brief,
        by: Option<i64>,
        now: Timestamp,
    ) -> Result<BriefKeys> {
        let current = sqlx::query("SELECT number, body_json FROM brief_revisions WHERE key = ?")
            .bind(keys.revision)
            .fetch_one(self.connection())
            .await?;
        let said: String = current.try_get("body_json")?;
        if said == body(brief)? {
            return Ok(keys);
        }
        let number: u32 = current.number("number")?;
        let bare = said == body(&Brief::bare(brief.brief_id.clone()))?;
        let number = if bare && self.forget_unused_revision(keys).await? {
            number
        } else {
            number + 1
        };
        let revision = self.insert_revision(keys.brief, number, brief, by, now).await?;
        Ok(BriefKeys { revision, ..keys })
    }

    /// Takes away the only revision of a brief that nothing was made with; answers whether it could.
    async fn forget_unused_revision(&mut self, keys: BriefKeys) -> Result<bool> {
        let gone = sqlx::query(
            "DELETE FROM brief_revisions WHERE key = ?1 AND number = 1
               AND NOT EXISTS (SELECT 1 FROM generations WHERE brief_key = ?2)
               AND NOT EXISTS (SELECT 1 FROM prompts WHERE brief_revision_key = ?1)",
        )
        .bind(keys.revision)
        .bind(keys.brief)
        .execute(self.connection())
        .await?;
        Ok(gone.rows_affected() > 0)
    }

    pub(super) async fn insert_revision(
        &mut self,
        brief_key: i64,
        number: u32,
        brief: &Brief,
        by: Option<i64>,
        now: Timestamp,
    ) -> Result<i64> {
        let level = |level: Level| level.as_str();
        let key = sqlx::query(
            "INSERT INTO brief_revisions
               (uid, brief_key, number, body_json, goal, format, channel, duration_us, risk_level, consistency, paid,
                created_by_key, created_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(new_uid().to_string())
        .bind(brief_key)
        .bind(number)
        .bind(body(brief)?)
        .bind(&brief.goal)
        .bind(&brief.format)
        .bind(&brief.channel)
        .bind(brief.duration_seconds.and_then(whole_microseconds))
        .bind(level(brief.risk_level))
        .bind(level(brief.consistency_requirement))
        .bind(brief.paid)
        .bind(by)
        .bind(now.to_string())
        .execute(self.connection())
        .await?
        .last_insert_rowid();
        sqlx::query("UPDATE briefs SET current_revision_key = ? WHERE key = ?")
            .bind(key)
            .bind(brief_key)
            .execute(self.connection())
            .await?;
        Ok(key)
    }
}

fn body(brief: &Brief) -> Result<String> {
    serde_json::to_string(brief).map_err(|error| StoreError::Invalid {
        field: "brief",
        problem: error.to_string(),
    })
}

/// Seconds to the nearest microsecond.
pub(crate) fn whole_microseconds(seconds: Decimal) -> Option<i64> {
    let scaled = seconds.checked_mul(Decimal::from(1_000_000))?;
    scaled
        .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
        .to_i64()
}
