//! How many generations carry each value, within the filter but for the facet's own field.

use super::filter::{Condition, Field, GenerationFilter};
use crate::error::Result;
use crate::library::Library;
use crate::row::Columns;
use sqlx::{QueryBuilder, Row};

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

const BRIEFS: (&str, &str) = (
    "SELECT b.id AS value, n.count FROM (SELECT brief_key, count(*) AS count FROM generations INDEXED BY generations_by_created",
    " GROUP BY brief_key) n JOIN briefs b ON b.key = n.brief_key ORDER BY b.id",
);
const MODELS: (&str, &str) = (
    "SELECT m.name AS value, n.count FROM (SELECT model_key, count(*) AS count FROM generations INDEXED BY generations_by_created",
    " GROUP BY model_key) n JOIN models m ON m.key = n.model_key ORDER BY m.name",
);
const STATUSES: (&str, &str) = (
    "SELECT status AS value, count(*) AS count FROM generations INDEXED BY generations_by_created",
    " GROUP BY status ORDER BY min(status_rank)",
);
const REASONS: (&str, &str) = (
    "SELECT reason AS value, count(*) AS count FROM generations INDEXED BY generations_by_created",
    " AND reason IS NOT NULL GROUP BY reason ORDER BY count(*) DESC, reason",
);

impl Library {
    /// The facets of the grid.
    pub async fn facets(&self, filter: &GenerationFilter) -> Result<Facets> {
        let condition = self.condition(filter).await?;
        Ok(Facets {
            briefs: self.facet(&condition, Field::Brief, BRIEFS).await?,
            models: self.facet(&condition, Field::Model, MODELS).await?,
            statuses: self.facet(&condition, Field::Status, STATUSES).await?,
            reasons: self.facet(&condition, Field::Reason, REASONS).await?,
        })
    }

    async fn facet(
        &self,
        condition: &Condition,
        field: Field,
        (before, after): (&'static str, &'static str),
    ) -> Result<Vec<Facet>> {
        let mut query = QueryBuilder::new(before);
        condition.push(&mut query, Some(field));
        query.push(after);
        let rows = query.build().fetch_all(self.readers()).await?;
        rows.iter()
            .map(|row| {
                Ok(Facet {
                    value: row.try_get("value")?,
                    count: row.number("count")?,
                })
            })
            .collect()
    }
}
