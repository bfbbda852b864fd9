//! Briefs and their revisions. A brief that a clip or a log names before anybody wrote it is a bare one.

use crate::error::{Result, StoreError};
use crate::ids::new_uid;
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{Scope, brief_keys};
use crate::transaction::WriteTransaction;
use circletake_domain::brief::{Brief, Level};
use circletake_domain::id::{BriefId, PilotId};
use circletake_domain::timestamp::Timestamp;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// A brief as it stands, with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredBrief {
    /// What is wanted, by the current revision.
    pub brief: Brief,
    /// The number of that revision, from 1.
    pub revision: u32,
    /// The pilot it belongs to.
    pub pilot: Option<PilotId>,
    /// Attempts so far.
    pub generations: u32,
    /// What waits for review.
    pub pending: u32,
    /// Usable so far.
    pub usable: u32,
}

/// A brief as the writer refers to it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BriefKeys {
    pub(crate) brief: i64,
    pub(crate) revision: i64,
}

const COLUMNS: &str = "
    SELECT b.id, r.number, r.body_json, p.id AS pilot_id,
           count(g.status) FILTER (WHERE g.status NOT IN ('draft_brief', 'prompt_ready')) AS generations,
           count(g.status) FILTER (WHERE g.status = 'review_pending') AS pending,
           count(g.status) FILTER (WHERE g.status IN ('approved_to_publish', 'scheduled', 'published')) AS usable
    FROM briefs b
    JOIN brief_revisions r ON r.key = b.current_revision_key
    LEFT JOIN pilots p ON p.key = b.pilot_key
    LEFT JOIN generations g ON g.brief_key = b.key";

fn stored(row: &SqliteRow) -> Result<StoredBrief> {
    let body: serde_json::Value = row.json("body_json")?;
    let brief = Brief::from_json(&body).map_err(|problems| StoreError::Unreadable {
        field: "brief_revisions.body_json".to_owned(),
        value: problems.first().map(ToString::to_string).unwrap_or_default(),
    })?;
    Ok(StoredBrief {
        brief,
        revision: row.number("number")?,
        pilot: row.text_or_null("pilot_id")?,
        generations: row.number("generations")?,
        pending: row.number("pending")?,
        usable: row.number("usable")?,
    })
}

impl Library {
    /// The briefs of a scope, by id.
    pub async fn briefs(&self, scope: &Scope) -> Result<Vec<StoredBrief>> {
        let scope = brief_keys(self.readers(), scope).await?;
        let sql = format!(
            "{COLUMNS} WHERE {} GROUP BY b.key ORDER BY b.id",
            scope.condition("b.key")
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        rows.iter().map(stored).collect()
    }
    /// One brief.
    pub async fn brief(&self, id: &BriefId) -> Result<StoredBrief> {
        let sql = format!("{COLUMNS} WHERE b.id = ? GROUP BY b.key");
        let row = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(id.as_str())
            .fetch_optional(self.readers())
            .await?;
        stored(&row.ok_or_else(|| StoreError::not_found("brief", id))?)
    }
    /// Whether a brief of this name exists.
    pub async fn has_brief(&self, id: &BriefId) -> Result<bool> {
        let found = sqlx::query("SELECT 1 FROM briefs WHERE id = ?").bind(id.as_str());
        Ok(found.fetch_optional(self.readers()).await?.is_some())
    }
}

impl WriteTransaction {
    /// Adds a brief under a name that is free.
    pub async fn add_brief(&mut self, brief: &Brief, now: Timestamp) -> Result<()> {
        if self.find_brief(&brief.brief_id).await?.is_some() {
            return Err(StoreError::AlreadyThere {
                what: "brief",
                id: brief.brief_id.to_string(),
            });
        }
        self.insert_brief(brief, now).await?;
        Ok(())
    }
    /// Says a brief anew: a new revision, unless it says the same. Generations keep the revision they ran with.
    pub async fn revise_brief(&mut self, brief: &Brief, now: Timestamp) -> Result<()> {
        let keys = self.find_brief(&brief.brief_id).await?;
        let keys = keys.ok_or_else(|| StoreError::not_found("brief", &brief.brief_id))?;
        let current = sqlx::query("SELECT number, body_json FROM brief_revisions WHERE key = ?")
            .bind(keys.revision)
            .fetch_one(self.connection())
            .await?;
        if current.try_get::<String, _>("body_json")? == body(brief)? {
            return Ok(());
        }
        let number = current.number::<u32>("number")? + 1;
        self.insert_revision(keys.brief, number, brief, now).await?;
        Ok(())
    }
    /// The keys of a brief, which becomes a bare one where nobody wrote it yet.
    pub(crate) async fn brief_or_bare(&mut self, id: &BriefId, now: Timestamp) -> Result<BriefKeys> {
        match self.find_brief(id).await? {
            Some(keys) => Ok(keys),
            None => self.insert_brief(&Brief::bare(id.clone()), now).await,
        }
    }
    async fn find_brief(&mut self, id: &BriefId) -> Result<Option<BriefKeys>> {
        let row = sqlx::query("SELECT key, current_revision_key FROM briefs WHERE id = ?")
            .bind(id.as_str())
            .fetch_optional(self.connection())
            .await?;
        row.map(|row| {
            Ok(BriefKeys {
                brief: row.try_get("key")?,
                revision: row.try_get("current_revision_key")?,
            })
        })
        .transpose()
    }
    async fn insert_brief(&mut self, brief: &Brief, now: Timestamp) -> Result<BriefKeys> {
        let key = sqlx::query("INSERT INTO briefs (uid, id, created_at) VALUES (?, ?, ?)")
            .bind(new_uid().to_string())
            .bind(brief.brief_id.as_str())
            .bind(now.to_string())
            .execute(self.connection())
            .await?
            .last_insert_rowid();
        let revision = self.insert_revision(key, 1, brief, now).await?;
        Ok(BriefKeys { brief: key, revision })
    }
    async fn insert_revision(&mut self, brief_key: i64, number: u32, brief: &Brief, now: Timestamp) -> Result<i64> {
        let level = |level: Level| level.as_str();
        let key = sqlx::query(
            "INSERT INTO brief_revisions
               (uid, brief_key, number, body_json, goal, format, channel, duration_us, risk_level, consistency, paid, created_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
