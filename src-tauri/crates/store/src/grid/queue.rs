//! What waits for review.

use super::row::GridRow;
use crate::error::Result;
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{Scope, brief_keys};
use circletake_domain::status::Status;

/// What waits for review, oldest first, and how much of the same scope was judged already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingClips {
    /// How many wait in all.
    pub waiting: u32,
    /// The first of them.
    pub first: Vec<GridRow>,
    /// Generations that a person has judged.
    pub judged: u32,
}

impl Library {
    /// What waits for review in a scope: at most `limit` of it, the oldest.
    pub async fn waiting_clips(&self, scope: &Scope, limit: u32) -> Result<WaitingClips> {
        let briefs = brief_keys(self.readers(), scope).await?.condition("brief_key");
        let sql = format!(
            "SELECT key FROM generations INDEXED BY generations_by_state
             WHERE status = 'review_pending' AND {briefs} ORDER BY created_at, key LIMIT ?"
        );
        let keys: Vec<i64> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .bind(limit)
            .fetch_all(self.readers())
            .await?;
        let sql = format!(
            "SELECT status, count(*) AS count FROM generations INDEXED BY generations_by_brief
             WHERE {briefs} GROUP BY brief_key, status"
        );
        let (mut waiting, mut judged) = (0, 0);
        for row in sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await? {
            let count: u32 = row.number("count")?;
            match row.word::<Status>("status")? {
                Status::ReviewPending => waiting += count,
                status if status > Status::ReviewPending => judged += count,
                _ => {}
            }
        }
        Ok(WaitingClips {
            waiting,
            first: self.grid_rows(&keys).await?,
            judged,
        })
    }
}
