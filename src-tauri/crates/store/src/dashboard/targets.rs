//! What a pilot was meant to cost and when it is meant to end, and the few counts that the kept sums do not have.

use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{Scope, brief_keys};
use circletake_domain::id::PilotId;
use circletake_domain::money::Amount;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;

/// What a pilot was meant to be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PilotTargets {
    /// How many generations are planned.
    pub generations: Option<u32>,
    /// What one clip costs the team today.
    pub benchmark: Option<Amount>,
    /// What that is.
    pub benchmark_what: Option<String>,
    /// What may be spent.
    pub budget: Option<Amount>,
    /// The preset it was made from.
    pub preset: Option<String>,
    /// When it started, where somebody said.
    pub started_at: Option<Timestamp>,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// The plan that was frozen last, else the latest, by its name; and what it expected the run to cost, where it could say that.
    pub plan: Option<(String, Option<Amount>)>,
}

impl Library {
    /// What a pilot was meant to be.
    pub async fn pilot_targets(&self, pilot: &PilotId) -> Result<PilotTargets> {
        let row = sqlx::query(
            "SELECT p.target_generations, p.benchmark_nanos, p.benchmark_what, p.budget_nanos, p.preset, p.started_at, p.closed_at,
                    l.name AS plan, l.projected_total_nanos
             FROM pilots p LEFT JOIN plans l ON l.key =
                  (SELECT key FROM plans WHERE pilot_key = p.key
                   ORDER BY frozen_at IS NULL, frozen_at DESC, created_at DESC LIMIT 1)
             WHERE p.id = ?",
        )
        .bind(pilot.as_str())
        .fetch_optional(self.readers())
        .await?
        .ok_or_else(|| StoreError::not_found("pilot", pilot))?;
        let plan: Option<String> = row.try_get("plan")?;
        Ok(PilotTargets {
            generations: row.number_or_null("target_generations")?,
            benchmark: row.amount_or_null("benchmark_nanos")?,
            benchmark_what: row.try_get("benchmark_what")?,
            budget: row.amount_or_null("budget_nanos")?,
            preset: row.try_get("preset")?,
            started_at: row.text_or_null("started_at")?,
            closed_at: row.text_or_null("closed_at")?,
            plan: match plan {
                Some(name) => Some((name, row.amount_or_null("projected_total_nanos")?)),
                None => None,
            },
        })
    }

    /// How many clips of a scope somebody spent editing time on.
    pub async fn edited_clips(&self, scope: &Scope) -> Result<u64> {
        let briefs = brief_keys(self.readers(), scope).await?;
        let sql = format!(
            "SELECT count(*) AS clips FROM (SELECT 1 FROM time_entries INDEXED BY time_entries_of_editing
             WHERE kind = 'editing' AND {} GROUP BY brief_key, generation_key HAVING sum(duration_us) > 0)",
            briefs.condition("brief_key")
        );
        sqlx::query(sqlx::AssertSqlSafe(sql))
            .fetch_one(self.readers())
            .await?
            .number("clips")
    }
}
