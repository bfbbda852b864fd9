//! How many generations carry each value, within the filter but for the facet's own field.
//!
//! One walk along one index counts every combination that occurs; the filters on the facets' own fields are applied to the combinations, of
//! which there are few.

use super::filter::{FieldFilter, GenerationFilter};
use crate::error::Result;
use crate::library::Library;
use crate::row::Columns;
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use sqlx::{QueryBuilder, Row};
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// A value and how often it occurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// The value as people read it.
    pub value: String,
    /// Generations that carry it.
    pub count: u32,
}

/// The facets of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// By brief, in their order.
    pub briefs: Vec<Facet>,
    /// By model, in their order.
    pub models: Vec<Facet>,
    /// By status, in workflow order.
    pub statuses: Vec<Facet>,
    /// By primary reason, most frequent first.
    pub reasons: Vec<Facet>,
}

/// A combination of values that occurs.
struct Combination {
    brief: i64,
    model: Option<i64>,
    status: Status,
    reason: Option<RejectionReason>,
    count: u32,
}

impl Library {
    /// The facets of the grid.
    pub async fn facets(&self, filter: &GenerationFilter) -> Result<Facets> {
        let fields = self.field_filter(filter).await?;
        let found = self.combinations(filter).await?;
        let keep = |wanted: fn(&FieldFilter, &Combination) -> bool| {
            let fields = &fields;
            found.iter().filter(move |combination| wanted(fields, combination))
        };
        let briefs = count(
            keep(|fields, one| fields.model(one.model) && fields.status(one.status) && fields.reason(one.reason)),
            |one| Some(one.brief),
        );
        let models = count(
            keep(|fields, one| fields.brief(one.brief) && fields.status(one.status) && fields.reason(one.reason)),
            |one| one.model,
        );
        let statuses = count(
            keep(|fields, one| fields.brief(one.brief) && fields.model(one.model) && fields.reason(one.reason)),
            |one| Some(one.status),
        );
        let reasons = count(
            keep(|fields, one| fields.brief(one.brief) && fields.model(one.model) && fields.status(one.status)),
            |one| one.reason,
        );
        let statuses: BTreeMap<_, _> = statuses.into_iter().collect();
        let mut reasons: Vec<_> = reasons.into_iter().collect();
        reasons.sort_by_key(|(reason, count)| (std::cmp::Reverse(*count), *reason));
        Ok(Facets {
            briefs: self
                .named("SELECT key, id AS name FROM briefs ORDER BY id", &briefs)
                .await?,
            models: self
                .named("SELECT key, name FROM models ORDER BY name", &models)
                .await?,
            statuses: statuses
                .into_iter()
                .map(|(status, count)| facet(status.as_str(), count))
                .collect(),
            reasons: reasons
                .into_iter()
                .map(|(reason, count)| facet(reason.as_str(), count))
                .collect(),
        })
    }

    async fn combinations(&self, filter: &GenerationFilter) -> Result<Vec<Combination>> {
        let without_fields = GenerationFilter {
            briefs: Vec::new(),
            models: Vec::new(),
            statuses: Vec::new(),
            reasons: Vec::new(),
            ..filter.clone()
        };
        let condition = self.condition(&without_fields).await?;
        let mut query = QueryBuilder::new(
            "SELECT brief_key, model_key, status, reason, count(*) AS count
             FROM generations INDEXED BY generations_by_brief",
        );
        condition.push(&mut query);
        query.push(" GROUP BY brief_key, status, reason, cost_basis, model_key");
        let rows = query.build().fetch_all(self.readers()).await?;
        let combinations = rows.iter().map(|row| {
            Ok(Combination {
                brief: row.try_get("brief_key")?,
                model: row.try_get("model_key")?,
                status: row.word("status")?,
                reason: row.word_or_null("reason")?,
                count: row.number("count")?,
            })
        });
        combinations.collect()
    }

    /// Counts by key as counts by name, in the order of the names.
    async fn named(&self, select: &'static str, counts: &HashMap<i64, u32>) -> Result<Vec<Facet>> {
        let rows = sqlx::query(select).fetch_all(self.readers()).await?;
        let mut facets = Vec::with_capacity(counts.len());
        for row in rows {
            if let Some(count) = counts.get(&row.try_get("key")?) {
                facets.push(facet(row.try_get("name")?, *count));
            }
        }
        Ok(facets)
    }
}

fn count<'a, V: Hash + Eq>(
    combinations: impl Iterator<Item = &'a Combination>,
    value: impl Fn(&Combination) -> Option<V>,
) -> HashMap<V, u32> {
    let mut counts = HashMap::new();
    for combination in combinations {
        if let Some(value) = value(combination) {
            *counts.entry(value).or_insert(0) += combination.count;
        }
    }
    counts
}

fn facet(value: &str, count: u32) -> Facet {
    Facet {
        value: value.to_owned(),
        count,
    }
}
