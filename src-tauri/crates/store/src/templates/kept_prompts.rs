//! Prompts: a template version rendered for a revision of a brief, kept when it is used.

use crate::error::{Result, StoreError};
use crate::ids::{Counter, new_uid};
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::id::{BriefId, PromptId, TemplateId};
use circletake_domain::timestamp::Timestamp;

/// A prompt that was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPrompt {
    /// `pr_00007`.
    pub id: PromptId,
    /// The number of the template version, as logs carry it.
    pub version: String,
}

impl WriteTransaction {
    /// Keeps the text that a template version reads for the current revision of a brief. The same again is the same prompt.
    pub async fn keep_prompt(
        &mut self,
        template: &TemplateId,
        number: u32,
        brief: &BriefId,
        text: &str,
        now: Timestamp,
    ) -> Result<KeptPrompt> {
        let version_key = self.known_version(template, number).await?;
        let revision = self.known_brief(brief).await?.revision;
        let known = sqlx::query(
            "SELECT id, version FROM prompts WHERE brief_revision_key = ? AND template_version_key = ? AND body = ?",
        )
        .bind(revision)
        .bind(version_key)
        .bind(text)
        .fetch_optional(self.connection())
        .await?;
        if let Some(row) = known {
            return Ok(KeptPrompt {
                id: row.text("id")?,
                version: row.text("version")?,
            });
        }
        let kept = KeptPrompt {
            id: self.free_prompt_id().await?,
            version: number.to_string(),
        };
        sqlx::query(
            "INSERT INTO prompts (uid, id, version, template_version_key, brief_revision_key, body, created_at)
             VALUES (?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(new_uid().to_string())
        .bind(kept.id.as_str())
        .bind(&kept.version)
        .bind(version_key)
        .bind(revision)
        .bind(text)
        .bind(now.to_string())
        .execute(self.connection())
        .await?;
        Ok(kept)
    }

    /// A number that no prompt has, imported ones included.
    async fn free_prompt_id(&mut self) -> Result<PromptId> {
        loop {
            let number = self.reserve_numbers(Counter::Prompts, 1).await?;
            let id = PromptId::new(&format!("pr_{number:05}")).map_err(|error| StoreError::Invalid {
                field: "prompt",
                problem: error.to_string(),
            })?;
            let taken = sqlx::query("SELECT 1 FROM prompts WHERE id = ?").bind(id.as_str());
            if taken.fetch_optional(self.connection()).await?.is_none() {
                return Ok(id);
            }
        }
    }
}
