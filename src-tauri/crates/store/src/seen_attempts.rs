//! What own attempts tell of a run to come: how many were usable, and how long people took.

use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::row::Columns;
use crate::time_entries::TimeKind;
use circletake_domain::frame::Microseconds;
use circletake_domain::id::{BriefId, ModelName, PilotId, PromptId, TemplateId};
use circletake_domain::status::Status;
use sqlx::Row;

/// Whose attempts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttemptsOf {
    /// One brief's.
    Brief(BriefId),
    /// One pilot's.
    Pilot(PilotId),
    /// One model's.
    Model(ModelName),
    /// All for one format, by what the briefs want now.
    Format(String),
    /// All with any version of a prompt template.
    Template(TemplateId),
    /// All with any version of one prompt.
    Prompt(PromptId),
}

/// What they came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SeenAttempts {
    /// Attempts, failures included.
    pub total: u64,
    /// Usable ones.
    pub usable: u64,
    /// Those of which it is not decided yet whether they are usable; they count as not.
    pub undecided: u64,
    /// How long people spent on them.
    pub time: Vec<(TimeKind, Microseconds)>,
}

impl AttemptsOf {
    /// What they are found by, and the one value in it.
    fn condition(&self) -> (&'static str, &str) {
        match self {
            Self::Brief(id) => ("brief_key = (SELECT key FROM briefs WHERE id = ?1)", id.as_str()),
            Self::Pilot(id) => (
                "brief_key IN (SELECT key FROM briefs WHERE pilot_key = (SELECT key FROM pilots WHERE id = ?1))",
                id.as_str(),
            ),
            Self::Model(name) => ("model_key = (SELECT key FROM models WHERE name = ?1)", name.as_str()),
            Self::Format(format) => (
                "brief_key IN (SELECT b.key FROM briefs b JOIN brief_revisions r ON r.key = b.current_revision_key WHERE r.format = ?1)",
                format,
            ),
            Self::Template(id) => (
                "prompt_key IN (SELECT p.key FROM prompts p JOIN prompt_template_versions v ON v.key = p.template_version_key
                                JOIN prompt_templates t ON t.key = v.template_key WHERE t.id = ?1)",
                id.as_str(),
            ),
            Self::Prompt(id) => ("prompt_key IN (SELECT key FROM prompts WHERE id = ?1)", id.as_str()),
        }
    }

    /// How many stand where.
    pub(crate) fn counts_sql(&self) -> String {
        let (condition, _) = self.condition();
        format!("SELECT status, count(*) AS count FROM generations WHERE {condition} GROUP BY status")
    }

    /// How long people spent on them.
    pub(crate) fn time_sql(&self) -> String {
        let (condition, _) = self.condition();
        format!(
            "SELECT kind, sum(duration_us) AS duration FROM time_entries
             WHERE generation_key IN (SELECT key FROM generations WHERE {condition}) GROUP BY kind"
        )
    }
}

impl Library {
    /// What own attempts came to.
    pub async fn seen_attempts(&self, of: &AttemptsOf) -> Result<SeenAttempts> {
        let (_, value) = of.condition();
        let rows = sqlx::query(sqlx::AssertSqlSafe(of.counts_sql()))
            .bind(value)
            .fetch_all(self.readers())
            .await?;
        let mut seen = SeenAttempts::default();
        for row in rows {
            let status: Status = row.word("status")?;
            let count: u64 = row.number("count")?;
            if status.is_attempt() {
                seen.total += count;
            }
            if status.is_usable() {
                seen.usable += count;
            }
            if status.is_undecided() {
                seen.undecided += count;
            }
        }
        let rows = sqlx::query(sqlx::AssertSqlSafe(of.time_sql()))
            .bind(value)
            .fetch_all(self.readers())
            .await?;
        for row in rows {
            seen.time
                .push((row.word("kind")?, Microseconds(row.try_get("duration")?)));
        }
        Ok(seen)
    }

    /// Everything whose attempts a plan may be made from, with what people call it: pilots, formats, models, templates.
    pub async fn attempt_sources(&self) -> Result<Vec<(AttemptsOf, String)>> {
        let rows = sqlx::query(
            "SELECT 'pilot' AS kind, id, name FROM pilots
             UNION ALL SELECT DISTINCT 'format', r.format, r.format FROM briefs b JOIN brief_revisions r ON r.key = b.current_revision_key
                       WHERE r.format <> ''
             UNION ALL SELECT 'model', name, name FROM models
             UNION ALL SELECT 'template', id, name FROM prompt_templates",
        )
        .fetch_all(self.readers())
        .await?;
        let sources = rows.iter().map(|row| {
            let kind: String = row.try_get("kind")?;
            let of = match kind.as_str() {
                "pilot" => AttemptsOf::Pilot(row.text("id")?),
                "model" => AttemptsOf::Model(row.text("id")?),
                "template" => AttemptsOf::Template(row.text("id")?),
                _ => AttemptsOf::Format(row.try_get("id")?),
            };
            Ok((of, row.try_get("name")?))
        });
        sources.collect()
    }

    /// Whose attempts a word names: a pilot, a brief, a model, a template, a prompt or a format, in this order.
    pub async fn attempts_named(&self, name: &str) -> Result<AttemptsOf> {
        let known = "SELECT 'pilot' AS kind, 1 AS place FROM pilots WHERE id = ?1
             UNION ALL SELECT 'brief', 2 FROM briefs WHERE id = ?1
             UNION ALL SELECT 'model', 3 FROM models WHERE name = ?1
             UNION ALL SELECT 'template', 4 FROM prompt_templates WHERE id = ?1
             UNION ALL SELECT 'prompt', 5 FROM prompts WHERE id = ?1
             UNION ALL SELECT 'format', 6 FROM brief_revisions WHERE format = ?1
             ORDER BY place LIMIT 1";
        let kind: Option<String> = sqlx::query_scalar(known)
            .bind(name)
            .fetch_optional(self.readers())
            .await?;
        let nobody = || StoreError::not_found("brief, pilot, model, template, prompt or format", name);
        Ok(match kind.as_deref() {
            Some("pilot") => AttemptsOf::Pilot(PilotId::new(name).map_err(|_| nobody())?),
            Some("brief") => AttemptsOf::Brief(BriefId::new(name).map_err(|_| nobody())?),
            Some("model") => AttemptsOf::Model(ModelName::new(name).map_err(|_| nobody())?),
            Some("template") => AttemptsOf::Template(TemplateId::new(name).map_err(|_| nobody())?),
            Some("prompt") => AttemptsOf::Prompt(PromptId::new(name).map_err(|_| nobody())?),
            Some("format") => AttemptsOf::Format(name.to_owned()),
            _ => return Err(nobody()),
        })
    }
}
