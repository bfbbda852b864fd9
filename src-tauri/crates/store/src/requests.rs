//! What a generation was asked with: models and prompts, by the names logs and people use.

use crate::error::Result;
use crate::ids::new_uid;
use crate::transaction::WriteTransaction;
use circletake_domain::id::{ModelName, PromptId};
use circletake_domain::timestamp::Timestamp;

/// A prompt as a generation refers to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromptReference {
    /// `pr_00007`.
    pub id: PromptId,
    /// As written (`3`, `v3`); empty where a log names none.
    pub version: String,
    /// The rendered text, where it is known.
    pub body: Option<String>,
}

impl WriteTransaction {
    /// The key of a model, which is made where it is new.
    pub(crate) async fn model(&mut self, name: &ModelName, now: Timestamp) -> Result<i64> {
        let found = sqlx::query_scalar("SELECT key FROM models WHERE name = ?").bind(name.as_str());
        if let Some(key) = found.fetch_optional(self.connection()).await? {
            return Ok(key);
        }
        let added = sqlx::query("INSERT INTO models (uid, name, created_at) VALUES (?, ?, ?)")
            .bind(new_uid().to_string())
            .bind(name.as_str())
            .bind(now.to_string())
            .execute(self.connection())
            .await?;
        Ok(added.last_insert_rowid())
    }
    /// The key of a prompt, which is made where it is new. A text is filled in where only the name was known.
    pub(crate) async fn prompt(&mut self, prompt: &PromptReference, now: Timestamp) -> Result<i64> {
        let key = sqlx::query_scalar(
            "INSERT INTO prompts (uid, id, version, body, created_at) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (id, version) DO UPDATE SET body = coalesce(body, excluded.body) RETURNING key",
        )
        .bind(new_uid().to_string())
        .bind(prompt.id.as_str())
        .bind(&prompt.version)
        .bind(&prompt.body)
        .bind(now.to_string())
        .fetch_one(self.connection())
        .await?;
        Ok(key)
    }
}
