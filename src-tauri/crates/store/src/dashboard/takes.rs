//! Single attempts in their order, where there are few enough to draw each of them.

use super::sums::{Lot, day, known, status_of_rank};
use crate::error::Result;
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{Scope, brief_keys};
use crate::time_entries::TimeKind;
use circletake_domain::id::PersonId;
use circletake_domain::money::Amount;
use circletake_domain::status::Status;
use sqlx::Row;

/// One attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SingleAttempt {
    /// Its key, by which minutes name it.
    pub key: i64,
    /// What it has in common with others.
    pub lot: Lot,
    /// Where it stands.
    pub status: Status,
    /// What the model charged, in nano-units; `None` where that is not known.
    pub nanos: Option<i64>,
}

/// What one person spent on one attempt at one rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SingleMinutes {
    /// The attempt's key.
    pub attempt: i64,
    /// On what.
    pub kind: TimeKind,
    /// How long, in microseconds.
    pub duration_us: i64,
    /// What an hour of it costs; `None` where nobody said.
    pub hourly_rate: Option<Amount>,
}

impl Library {
    /// The attempts of a scope in the order they were made, and the minutes spent on them.
    pub async fn single_attempts(
        &self,
        scope: &Scope,
        person: Option<&PersonId>,
    ) -> Result<(Vec<SingleAttempt>, Vec<SingleMinutes>)> {
        let briefs = brief_keys(self.readers(), scope).await?;
        let worked_on = match person {
            None => "true".to_owned(),
            Some(person) => {
                let person = self.person_key(person).await?;
                format!(
                    "g.key IN (SELECT key FROM generations WHERE made_by_key = {person}
                               UNION SELECT generation_key FROM time_entries WHERE person_key = {person}
                               UNION SELECT generation_key FROM moves WHERE person_key = {person})"
                )
            }
        };
        let of_briefs = briefs.condition("g.brief_key");
        let attempts = format!(
            "SELECT g.key, g.brief_key, substr(g.created_at, 1, 10), coalesce(g.model_key, 0), coalesce(g.prompt_key, 0),
                    g.status_rank, g.cost_nanos, g.created_at
             FROM generations g INDEXED BY generations_in_order WHERE {of_briefs} AND g.status_rank >= 2 AND {worked_on}
             ORDER BY g.created_at, g.key"
        );
        let minutes = format!(
            "SELECT t.generation_key, t.kind, t.duration_us, coalesce(t.rate_nanos, p.hourly_rate_nanos) AS rate
             FROM time_entries t LEFT JOIN people p ON p.key = t.person_key WHERE {}",
            briefs.condition("t.brief_key")
        );
        tokio::try_join!(self.attempts_in_order(attempts), self.minutes_of_attempts(minutes))
    }

    async fn attempts_in_order(&self, sql: String) -> Result<Vec<SingleAttempt>> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        rows.iter()
            .map(|row| {
                Ok(SingleAttempt {
                    key: row.try_get(0)?,
                    lot: Lot {
                        brief: row.try_get(1)?,
                        day: day(row.try_get(2)?)?,
                        model: known(row.try_get(3)?),
                        prompt: known(row.try_get(4)?),
                    },
                    status: status_of_rank(row.try_get(5)?)?,
                    nanos: row.try_get(6)?,
                })
            })
            .collect()
    }

    async fn minutes_of_attempts(&self, sql: String) -> Result<Vec<SingleMinutes>> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        rows.iter()
            .map(|row| {
                Ok(SingleMinutes {
                    attempt: row.try_get(0)?,
                    kind: row.word("kind")?,
                    duration_us: row.try_get(2)?,
                    hourly_rate: row.amount_or_null("rate")?,
                })
            })
            .collect()
    }
}
