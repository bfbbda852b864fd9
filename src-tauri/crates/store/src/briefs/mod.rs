//! Briefs as they stand. A brief that a clip or a log names before anybody wrote it is a bare one.

mod drafts;
mod revisions;

pub use drafts::StoredDraft;
pub use revisions::StoredRevision;
pub(crate) use revisions::whole_microseconds;

use crate::error::{Result, StoreError};
use crate::ids::new_uid;
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{Scope, brief_keys};
use crate::transaction::WriteTransaction;
use circletake_domain::brief::Brief;
use circletake_domain::id::{BriefId, PilotId};
use circletake_domain::timestamp::Timestamp;
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
    Ok(StoredBrief {
        brief: revisions::body_of(row)?,
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
    /// A name for a new brief that is free: `bf_2026_004`.
    pub async fn free_brief_id(&mut self, year: i32) -> Result<BriefId> {
        let prefix = format!("bf_{year:04}_");
        let taken: Vec<String> = sqlx::query_scalar("SELECT id FROM briefs WHERE substr(id, 1, length(?1)) = ?1")
            .bind(&prefix)
            .fetch_all(self.connection())
            .await?;
        let numbers = taken
            .iter()
            .filter_map(|id| id.strip_prefix(&prefix)?.parse::<u32>().ok());
        let next = numbers.max().unwrap_or(0).saturating_add(1);
        BriefId::new(&format!("{prefix}{next:03}")).map_err(|error| StoreError::Invalid {
            field: "brief",
            problem: error.to_string(),
        })
    }
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
    /// The keys of a brief as something is made with it now: what is written of it by then becomes its revision.
    pub(crate) async fn brief_in_use(&mut self, id: &BriefId, now: Timestamp) -> Result<BriefKeys> {
        let keys = self.brief_or_bare(id, now).await?;
        self.with_draft_settled(keys, now).await
    }
    /// The keys of a brief, which becomes a bare one where nobody wrote it yet.
    pub(crate) async fn brief_or_bare(&mut self, id: &BriefId, now: Timestamp) -> Result<BriefKeys> {
        match self.find_brief(id).await? {
            Some(keys) => Ok(keys),
            None => self.insert_brief(&Brief::bare(id.clone()), now).await,
        }
    }
    pub(crate) async fn known_brief(&mut self, id: &BriefId) -> Result<BriefKeys> {
        let keys = self.find_brief(id).await?;
        keys.ok_or_else(|| StoreError::not_found("brief", id))
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
        let revision = self.insert_revision(key, 1, brief, None, now).await?;
        Ok(BriefKeys { brief: key, revision })
    }
}
