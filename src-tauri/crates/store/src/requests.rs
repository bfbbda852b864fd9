//! What a generation was asked with: models and prompts, by the names logs and people use.

use crate::error::Result;
use crate::ids::new_uid;
use crate::transaction::WriteTransaction;
use circletake_domain::id::{ModelName, PromptId, TemplateId};
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
    /// The template version it was rendered from, where known.
    pub template: Option<(TemplateId, u32)>,
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
    /// The key of a prompt, which is made where it is new. A text is filled in where only the name was known. A prompt that carries the
    /// name and number of a template version is one of it: so logs that say `tpl_hook` and `2` count there.
    pub(crate) async fn prompt(&mut self, prompt: &PromptReference, now: Timestamp) -> Result<i64> {
        let template_version = match &prompt.template {
            Some((template, number)) => Some(self.known_version(template, *number).await?),
            None => self.version_of_that_name(prompt).await?,
        };
        let key = sqlx::query_scalar(
            "INSERT INTO prompts (uid, id, version, template_version_key, body, created_at) VALUES (?, ?, ?, ?, ?, ?)
             ON CONFLICT (id, version) DO UPDATE SET body = coalesce(body, excluded.body),
               template_version_key = coalesce(template_version_key, excluded.template_version_key) RETURNING key",
        )
        .bind(new_uid().to_string())
        .bind(prompt.id.as_str())
        .bind(&prompt.version)
        .bind(template_version)
        .bind(&prompt.body)
        .bind(now.to_string())
        .fetch_one(self.connection())
        .await?;
        Ok(key)
    }

    async fn version_of_that_name(&mut self, prompt: &PromptReference) -> Result<Option<i64>> {
        let version = prompt.version.trim();
        let Ok(number) = version.strip_prefix(['v', 'V']).unwrap_or(version).parse::<u32>() else {
            return Ok(None);
        };
        let found = sqlx::query_scalar(
            "SELECT v.key FROM prompt_templates t JOIN prompt_template_versions v ON v.template_key = t.key
             WHERE t.id = ? AND v.number = ?",
        );
        let found = found.bind(prompt.id.as_str()).bind(number);
        Ok(found.fetch_optional(self.connection()).await?)
    }
}
