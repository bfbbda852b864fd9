//! What became of the attempts that prompts were used for.

use super::no_such_version;
use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::row::Columns;
use crate::sums::{COSTS, Sums, money, time_sum};
use circletake_domain::id::{PromptId, TemplateId};
use sqlx::Row;

/// Prompts that are looked at as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PromptSet {
    /// All prompts of a version of a template.
    Version(TemplateId, u32),
    /// All prompts of a template.
    Template(TemplateId),
    /// Prompts by the name a log gives them, in one version of theirs or in all.
    Named(PromptId, Option<String>),
}

/// A prompt that a log names and that is of no template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPrompt {
    /// As the log names it.
    pub id: PromptId,
    /// Its version as written; empty where the log has none.
    pub version: String,
    /// Attempts with it.
    pub total: u64,
    /// Usable ones among them.
    pub usable: u64,
}

impl Library {
    /// What was counted and paid for the attempts of prompts. Seconds of clips and costs beyond an attempt's own are not among it.
    pub async fn prompt_sums(&self, set: &PromptSet) -> Result<Sums> {
        let keys = self.prompt_keys(set).await?;
        let mut sums = Sums::default();
        if keys.is_empty() {
            return Ok(sums);
        }
        // Numbers of our own, so they are safe in the text.
        let keys = keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let sql = format!(
            "SELECT status, reason, cost_basis, count(*) AS count, {COSTS} FROM generations INDEXED BY generations_by_prompt
             WHERE prompt_key IN ({keys}) GROUP BY prompt_key, status, reason, cost_basis"
        );
        for row in sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await? {
            sums.count(&row)?;
        }
        sums.in_order();
        let sql = format!(
            "SELECT t.kind, p.id AS person_id, coalesce(t.rate_nanos, p.hourly_rate_nanos) AS rate, sum(t.duration_us) AS duration
             FROM generations g INDEXED BY generations_by_prompt JOIN time_entries t ON t.generation_key = g.key
             LEFT JOIN people p ON p.key = t.person_key
             WHERE g.prompt_key IN ({keys}) GROUP BY t.kind, t.person_key, rate"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        sums.time = rows.iter().map(time_sum).collect::<Result<_>>()?;
        let sql = format!(
            "SELECT kind, sum(amount_nanos / 1000000000) AS units, sum(amount_nanos % 1000000000) AS nanos
             FROM overhead_costs WHERE generation_key IN (SELECT key FROM generations WHERE prompt_key IN ({keys}))
             GROUP BY kind ORDER BY kind"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        let overhead = rows.iter().map(|row| Ok((row.try_get("kind")?, money(row)?)));
        sums.overhead = overhead.collect::<Result<_>>()?;
        Ok(sums)
    }

    /// Prompts that logs name and that are of no template; those with most attempts first.
    pub async fn named_prompts(&self, limit: u32) -> Result<Vec<NamedPrompt>> {
        let rows = sqlx::query(
            "SELECT p.id, p.version,
                    count(*) FILTER (WHERE g.status NOT IN ('draft_brief', 'prompt_ready')) AS total,
                    count(*) FILTER (WHERE g.status IN ('approved_to_publish', 'scheduled', 'published')) AS usable
             FROM prompts p JOIN generations g INDEXED BY generations_by_prompt ON g.prompt_key = p.key
             WHERE p.template_version_key IS NULL GROUP BY p.key ORDER BY total DESC, p.key LIMIT ?",
        )
        .bind(limit)
        .fetch_all(self.readers())
        .await?;
        let prompts = rows.iter().map(|row| {
            Ok(NamedPrompt {
                id: row.text("id")?,
                version: row.try_get("version")?,
                total: row.number("total")?,
                usable: row.number("usable")?,
            })
        });
        prompts.collect()
    }

    /// A text of those prompts, for a look at what differs: the latest that is known.
    pub async fn prompt_text(&self, set: &PromptSet) -> Result<Option<String>> {
        if let PromptSet::Version(id, number) = set {
            return Ok(Some(self.template_version(id, *number).await?.body));
        }
        if let PromptSet::Template(id) = set {
            return Ok(self
                .template(id)
                .await?
                .versions
                .into_iter()
                .next()
                .map(|version| version.body));
        }
        let PromptSet::Named(id, version) = set else {
            return Ok(None);
        };
        let found = sqlx::query_scalar(
            "SELECT body FROM prompts WHERE id = ?1 AND (?2 IS NULL OR version = ?2) AND body IS NOT NULL ORDER BY key DESC LIMIT 1",
        );
        let found = found.bind(id.as_str()).bind(version);
        Ok(found.fetch_optional(self.readers()).await?)
    }

    async fn prompt_keys(&self, set: &PromptSet) -> Result<Vec<i64>> {
        match set {
            PromptSet::Version(id, number) => {
                let version: Option<i64> = sqlx::query_scalar(
                    "SELECT v.key FROM prompt_templates t JOIN prompt_template_versions v ON v.template_key = t.key
                     WHERE t.id = ? AND v.number = ?",
                )
                .bind(id.as_str())
                .bind(number)
                .fetch_optional(self.readers())
                .await?;
                let version = version.ok_or_else(|| no_such_version(id, *number))?;
                let keys = sqlx::query_scalar("SELECT key FROM prompts WHERE template_version_key = ?").bind(version);
                Ok(keys.fetch_all(self.readers()).await?)
            }
            PromptSet::Template(id) => {
                let template: Option<i64> = sqlx::query_scalar("SELECT key FROM prompt_templates WHERE id = ?")
                    .bind(id.as_str())
                    .fetch_optional(self.readers())
                    .await?;
                let template = template.ok_or_else(|| StoreError::not_found("template", id))?;
                let keys = sqlx::query_scalar(
                    "SELECT p.key FROM prompt_template_versions v JOIN prompts p ON p.template_version_key = v.key
                     WHERE v.template_key = ?",
                );
                Ok(keys.bind(template).fetch_all(self.readers()).await?)
            }
            PromptSet::Named(id, version) => {
                let keys: Vec<i64> =
                    sqlx::query_scalar("SELECT key FROM prompts WHERE id = ?1 AND (?2 IS NULL OR version = ?2)")
                        .bind(id.as_str())
                        .bind(version)
                        .fetch_all(self.readers())
                        .await?;
                if keys.is_empty() {
                    let name = match version {
                        Some(version) => format!("{id}@{version}"),
                        None => id.to_string(),
                    };
                    return Err(StoreError::not_found("prompt", &name));
                }
                Ok(keys)
            }
        }
    }
}
