//! A filter as an SQL condition over the columns of the grid's covering indices.
//!
//! Names are looked up first, in their own small tables, and stand in the condition as keys: so every question scans one index and
//! nothing else. Words of a search are parameters; everything else in the text is a number or a word of ours.

use crate::error::Result;
use crate::library::Library;
use crate::scope::{Scope, brief_keys};
use circletake_domain::id::{BriefId, ModelName, PilotId};
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use sqlx::sqlite::SqliteArguments;
use sqlx::{QueryBuilder, Sqlite};

/// Which generations are asked for. Empty lists ask for all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GenerationFilter {
    /// Only of this pilot.
    pub pilot: Option<PilotId>,
    /// Only of these briefs.
    pub briefs: Vec<BriefId>,
    /// Only of these models.
    pub models: Vec<ModelName>,
    /// Only in these statuses.
    pub statuses: Vec<Status>,
    /// Only with these primary reasons.
    pub reasons: Vec<RejectionReason>,
    /// Only with at least one flag.
    pub flagged: bool,
    /// Words that must all stand in the id, brief, model, prompt, note, error or file name.
    pub search: String,
}

/// A filter that is ready to be asked with.
#[derive(Debug, Clone, Default)]
pub(super) struct Condition {
    clauses: Vec<String>,
    words: Vec<Word>,
}

impl Condition {
    /// Whether it looks through texts, which is not done twice.
    pub(super) fn is_search(&self) -> bool {
        !self.words.is_empty()
    }
}

/// A word of a search, and the keys whose names have it.
#[derive(Debug, Clone)]
struct Word {
    text: String,
    briefs: Vec<i64>,
    models: Vec<i64>,
    prompts: Vec<i64>,
}

fn list(keys: &[i64]) -> String {
    keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn words(values: impl Iterator<Item = &'static str>) -> String {
    values.map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", ")
}

impl Condition {
    /// Writes `WHERE ...`.
    pub(super) fn push(&self, query: &mut QueryBuilder<Sqlite>) {
        query.push(" WHERE true");
        for clause in &self.clauses {
            query.push(" AND ").push(clause);
        }
        for word in &self.words {
            query.push(" AND (key IN (SELECT generation_key FROM generation_texts WHERE instr(body, ");
            query.push_bind(&word.text);
            query.push(") > 0)");
            for (column, keys) in [
                ("brief_key", &word.briefs),
                ("model_key", &word.models),
                ("prompt_key", &word.prompts),
            ] {
                if !keys.is_empty() {
                    query.push(format!(" OR {column} IN ({})", list(keys)));
                }
            }
            query.push(")");
        }
    }
}

/// A pattern for LIKE that finds a text anywhere, taken literally.
fn anywhere(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{escaped}%")
}

/// The parts of a filter that are facets of the grid themselves; empty ones let everything through.
#[derive(Debug, Clone)]
pub(super) struct FieldFilter {
    briefs: Option<Vec<i64>>,
    models: Option<Vec<i64>>,
    statuses: Vec<Status>,
    reasons: Vec<RejectionReason>,
}

impl FieldFilter {
    pub(super) fn brief(&self, key: i64) -> bool {
        self.briefs.as_ref().is_none_or(|keys| keys.contains(&key))
    }
    pub(super) fn model(&self, key: Option<i64>) -> bool {
        self.models
            .as_ref()
            .is_none_or(|keys| key.is_some_and(|key| keys.contains(&key)))
    }
    pub(super) fn status(&self, status: Status) -> bool {
        self.statuses.is_empty() || self.statuses.contains(&status)
    }
    pub(super) fn reason(&self, reason: Option<RejectionReason>) -> bool {
        self.reasons.is_empty() || reason.is_some_and(|reason| self.reasons.contains(&reason))
    }
}

impl Library {
    pub(super) async fn field_filter(&self, filter: &GenerationFilter) -> Result<FieldFilter> {
        let briefs = filter.briefs.iter().map(BriefId::as_str);
        let models = filter.models.iter().map(ModelName::as_str);
        Ok(FieldFilter {
            briefs: self.keys_of("SELECT key FROM briefs WHERE id IN (", briefs).await?,
            models: self.keys_of("SELECT key FROM models WHERE name IN (", models).await?,
            statuses: filter.statuses.clone(),
            reasons: filter.reasons.clone(),
        })
    }

    pub(super) async fn condition(&self, filter: &GenerationFilter) -> Result<Condition> {
        let mut condition = Condition::default();
        if let Some(pilot) = &filter.pilot {
            let briefs = brief_keys(self.readers(), &Scope::Pilot(pilot.clone())).await?;
            condition.clauses.push(briefs.condition("brief_key"));
        }
        let fields = self.field_filter(filter).await?;
        if let Some(keys) = &fields.briefs {
            condition.clauses.push(format!("brief_key IN ({})", list(keys)));
        }
        if let Some(keys) = &fields.models {
            condition.clauses.push(format!("model_key IN ({})", list(keys)));
        }
        if !filter.statuses.is_empty() {
            let statuses = words(filter.statuses.iter().map(|status| status.as_str()));
            condition.clauses.push(format!("status IN ({statuses})"));
        }
        if !filter.reasons.is_empty() {
            let reasons = words(filter.reasons.iter().map(|reason| reason.as_str()));
            condition.clauses.push(format!("reason IN ({reasons})"));
        }
        if filter.flagged {
            condition.clauses.push("flag_count > 0".to_owned());
        }
        for text in filter.search.to_lowercase().split_whitespace() {
            let pattern = anywhere(text);
            condition.words.push(Word {
                text: text.to_owned(),
                briefs: self
                    .keys_like("SELECT key FROM briefs WHERE id LIKE ? ESCAPE '\\'", &pattern)
                    .await?,
                models: self
                    .keys_like("SELECT key FROM models WHERE name LIKE ? ESCAPE '\\'", &pattern)
                    .await?,
                prompts: self
                    .keys_like(
                        "SELECT key FROM prompts WHERE id LIKE ?1 ESCAPE '\\' OR body LIKE ?1 ESCAPE '\\'",
                        &pattern,
                    )
                    .await?,
            });
        }
        Ok(condition)
    }

    /// `None` where no name was given.
    async fn keys_of(
        &self,
        select: &'static str,
        names: impl ExactSizeIterator<Item = &str>,
    ) -> Result<Option<Vec<i64>>> {
        if names.len() == 0 {
            return Ok(None);
        }
        let mut query = QueryBuilder::new(select);
        let mut values = query.separated(", ");
        for name in names {
            values.push_bind(name);
        }
        query.push(")");
        Ok(Some(query.build_query_scalar().fetch_all(self.readers()).await?))
    }

    async fn keys_like(&self, select: &'static str, pattern: &str) -> Result<Vec<i64>> {
        let query: sqlx::query::QueryScalar<'_, Sqlite, i64, SqliteArguments> = sqlx::query_scalar(select);
        Ok(query.bind(pattern).fetch_all(self.readers()).await?)
    }
}
