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

/// The field of a facet, which its own counts leave out of the filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Brief,
    Model,
    Status,
    Reason,
}

/// A filter that is ready to be asked with.
#[derive(Debug, Clone, Default)]
pub(super) struct Condition {
    clauses: Vec<(Option<Field>, String)>,
    words: Vec<Word>,
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
    /// Writes `WHERE ...`, without the clause of a facet's own field.
    pub(super) fn push(&self, query: &mut QueryBuilder<Sqlite>, leave_out: Option<Field>) {
        query.push(" WHERE true");
        for (field, clause) in &self.clauses {
            if field.is_none() || *field != leave_out {
                query.push(" AND ").push(clause);
            }
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

impl Library {
    pub(super) async fn condition(&self, filter: &GenerationFilter) -> Result<Condition> {
        let mut condition = Condition::default();
        if let Some(pilot) = &filter.pilot {
            let briefs = brief_keys(self.readers(), &Scope::Pilot(pilot.clone())).await?;
            condition.clauses.push((None, briefs.condition("brief_key")));
        }
        if !filter.briefs.is_empty() {
            let keys = self
                .keys_of(
                    "SELECT key FROM briefs WHERE id IN (",
                    filter.briefs.iter().map(BriefId::as_str),
                )
                .await?;
            condition
                .clauses
                .push((Some(Field::Brief), format!("brief_key IN ({})", list(&keys))));
        }
        if !filter.models.is_empty() {
            let names = filter.models.iter().map(ModelName::as_str);
            let keys = self.keys_of("SELECT key FROM models WHERE name IN (", names).await?;
            condition
                .clauses
                .push((Some(Field::Model), format!("model_key IN ({})", list(&keys))));
        }
        if !filter.statuses.is_empty() {
            let statuses = words(filter.statuses.iter().map(|status| status.as_str()));
            condition
                .clauses
                .push((Some(Field::Status), format!("status IN ({statuses})")));
        }
        if !filter.reasons.is_empty() {
            let reasons = words(filter.reasons.iter().map(|reason| reason.as_str()));
            condition
                .clauses
                .push((Some(Field::Reason), format!("reason IN ({reasons})")));
        }
        if filter.flagged {
            condition.clauses.push((None, "flag_count > 0".to_owned()));
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

    async fn keys_of(&self, select: &'static str, names: impl Iterator<Item = &str>) -> Result<Vec<i64>> {
        let mut query = QueryBuilder::new(select);
        let mut values = query.separated(", ");
        for name in names {
            values.push_bind(name);
        }
        query.push(")");
        Ok(query.build_query_scalar().fetch_all(self.readers()).await?)
    }

    async fn keys_like(&self, select: &'static str, pattern: &str) -> Result<Vec<i64>> {
        let query: sqlx::query::QueryScalar<'_, Sqlite, i64, SqliteArguments> = sqlx::query_scalar(select);
        Ok(query.bind(pattern).fetch_all(self.readers()).await?)
    }
}
