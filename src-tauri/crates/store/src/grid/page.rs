//! A window onto the filtered, sorted list.

use super::filter::{Condition, GenerationFilter};
use super::row::{GridRow, ROW_COLUMNS, grid_row};
use crate::error::Result;
use crate::library::Library;
use crate::row::Columns;
use sqlx::{QueryBuilder, Row};
use std::collections::HashMap;

/// The order of the grid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum GridSort {
    /// Latest attempt first.
    #[default]
    Newest,
    /// Earliest attempt first.
    Oldest,
    /// By id; longer ones later, so that numbers count up.
    Id,
    /// Dearest first; unknown costs last.
    Cost,
    /// In the order of the workflow, the latest attempt first in each.
    Status,
}

impl GridSort {
    /// Every order.
    pub const ALL: [Self; 5] = [Self::Newest, Self::Oldest, Self::Id, Self::Cost, Self::Status];

    /// The index that has the list in this order, and the order.
    fn index_and_order(self) -> (&'static str, &'static str) {
        match self {
            Self::Newest => ("generations_by_created", "created_at DESC, key DESC"),
            Self::Oldest => ("generations_by_created", "created_at, key"),
            Self::Id => ("generations_by_id", "length(id), id, key"),
            Self::Cost => ("generations_by_cost", "cost_nanos DESC, created_at DESC, key DESC"),
            Self::Status => ("generations_by_status", "status_rank, created_at DESC, key DESC"),
        }
    }
}

/// A window onto the filtered, sorted list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridPage {
    /// How many generations match in all.
    pub total: u32,
    /// The rows of the window.
    pub rows: Vec<GridRow>,
}

impl Library {
    /// The rows from `offset` on, at most `limit`.
    pub async fn grid_page(
        &self,
        filter: &GenerationFilter,
        sort: GridSort,
        offset: u32,
        limit: u32,
    ) -> Result<GridPage> {
        let condition = self.condition(filter).await?;
        let (total, keys) = if condition.is_search() {
            let mut keys = self.sorted_keys(&condition, sort, 0, u32::MAX).await?;
            let total = u32::try_from(keys.len()).unwrap_or(u32::MAX);
            let window = keys.drain(..).skip(offset as usize).take(limit as usize).collect();
            (total, window)
        } else {
            (
                self.count(&condition).await?,
                self.sorted_keys(&condition, sort, offset, limit).await?,
            )
        };
        Ok(GridPage {
            total,
            rows: self.grid_rows(&keys).await?,
        })
    }

    async fn count(&self, condition: &Condition) -> Result<u32> {
        let mut query =
            QueryBuilder::new("SELECT count(*) AS count FROM generations INDEXED BY generations_by_created");
        condition.push(&mut query);
        query.build().fetch_one(self.readers()).await?.number("count")
    }

    async fn sorted_keys(&self, condition: &Condition, sort: GridSort, offset: u32, limit: u32) -> Result<Vec<i64>> {
        let (index, order) = sort.index_and_order();
        let mut query = QueryBuilder::new(format!("SELECT key FROM generations INDEXED BY {index}"));
        condition.push(&mut query);
        query
            .push(format!(" ORDER BY {order} LIMIT "))
            .push_bind(limit)
            .push(" OFFSET ")
            .push_bind(offset);
        Ok(query.build_query_scalar().fetch_all(self.readers()).await?)
    }

    /// The rows of these keys, in their order.
    pub(crate) async fn grid_rows(&self, keys: &[i64]) -> Result<Vec<GridRow>> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let mut query = QueryBuilder::new(ROW_COLUMNS);
        query.push(" WHERE g.key IN (SELECT value FROM json_each(");
        query.push_bind(serde_json::json!(keys).to_string());
        query.push("))");
        let mut rows = HashMap::with_capacity(keys.len());
        for row in query.build().fetch_all(self.readers()).await? {
            rows.insert(row.try_get::<i64, _>("key")?, grid_row(&row)?);
        }
        Ok(keys.iter().filter_map(|key| rows.remove(key)).collect())
    }
}
