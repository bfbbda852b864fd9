//! What a question is about: everything, one pilot, one brief.

use crate::error::{Result, StoreError};
use circletake_domain::id::{BriefId, PilotId};
use sqlx::SqlitePool;

/// What a question is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Everything in the library.
    Library,
    /// One pilot: the generations of its briefs.
    Pilot(PilotId),
    /// One brief.
    Brief(BriefId),
}

/// The briefs of a scope, by key; `None` is all of them.
#[derive(Debug, Clone)]
pub(crate) struct BriefKeySet(Option<Vec<i64>>);

impl BriefKeySet {
    /// Those of them that are in the list.
    pub(crate) fn only(self, keys: &[i64]) -> Self {
        let kept = |all: Vec<i64>| all.into_iter().filter(|key| keys.contains(key)).collect();
        Self(Some(self.0.map_or_else(|| keys.to_vec(), kept)))
    }
    /// An SQL condition on a brief's key. Keys are numbers of our own, so they are safe in the text; and a list of constants
    /// lets SQLite walk an index that begins with the brief.
    pub(crate) fn condition(&self, column: &str) -> String {
        match &self.0 {
            None => "true".to_owned(),
            Some(keys) => {
                // SQLite folds an empty list to "false", and with it away the terms that a partial index needs; no key is below 1.
                let none = if keys.is_empty() { Some(-1) } else { None };
                let list: Vec<String> = keys.iter().chain(&none).map(ToString::to_string).collect();
                format!("{column} IN ({})", list.join(", "))
            }
        }
    }
}

/// The briefs of a scope; an unknown pilot or brief is an error, not an empty answer.
pub(crate) async fn brief_keys(pool: &SqlitePool, scope: &Scope) -> Result<BriefKeySet> {
    match scope {
        Scope::Library => Ok(BriefKeySet(None)),
        Scope::Brief(id) => {
            let key: Option<i64> = sqlx::query_scalar("SELECT key FROM briefs WHERE id = ?")
                .bind(id.as_str())
                .fetch_optional(pool)
                .await?;
            let key = key.ok_or_else(|| StoreError::not_found("brief", id))?;
            Ok(BriefKeySet(Some(vec![key])))
        }
        Scope::Pilot(id) => {
            let key = pilot_key(pool, id).await?;
            let keys = sqlx::query_scalar("SELECT key FROM briefs WHERE pilot_key = ?")
                .bind(key)
                .fetch_all(pool)
                .await?;
            Ok(BriefKeySet(Some(keys)))
        }
    }
}

pub(crate) async fn pilot_key(pool: &SqlitePool, id: &PilotId) -> Result<i64> {
    let key = sqlx::query_scalar("SELECT key FROM pilots WHERE id = ?")
        .bind(id.as_str())
        .fetch_optional(pool)
        .await?;
    key.ok_or_else(|| StoreError::not_found("pilot", id))
}
