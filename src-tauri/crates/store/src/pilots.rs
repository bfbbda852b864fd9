//! Pilots: bounded tests with a target, a benchmark and a budget.

use crate::error::{Result, StoreError};
use crate::ids::{Counter, new_uid};
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::id::{BriefId, PilotId};
use circletake_domain::money::Amount;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// A pilot's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pilot {
    /// `pl_0001`.
    pub id: PilotId,
    /// What was said of it.
    pub fields: PilotFields,
    /// When it was made.
    pub created_at: Timestamp,
}

/// What of a pilot can be said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PilotFields {
    /// As people call it.
    pub name: String,
    /// `social_broll` ...
    pub format: String,
    /// `instagram_reel` ...
    pub channel: String,
    /// How many generations are planned.
    pub target_generations: Option<u32>,
    /// What one clip costs the team today.
    pub benchmark: Option<Amount>,
    /// Whether who made a clip may also sign it.
    pub maker_may_sign: bool,
}

const COLUMNS: &str = "SELECT key, id, name, format, channel, target_generations, benchmark_nanos, maker_may_sign, created_at FROM pilots";

fn pilot(row: &SqliteRow) -> Result<Pilot> {
    Ok(Pilot {
        id: row.text("id")?,
        fields: PilotFields {
            name: row.try_get("name")?,
            format: row.try_get("format")?,
            channel: row.try_get("channel")?,
            target_generations: row.number_or_null("target_generations")?,
            benchmark: row.amount_or_null("benchmark_nanos")?,
            maker_may_sign: row.try_get("maker_may_sign")?,
        },
        created_at: row.text("created_at")?,
    })
}

impl Library {
    /// Every pilot, the latest first.
    pub async fn pilots(&self) -> Result<Vec<Pilot>> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} ORDER BY key DESC"));
        let rows = sqlx::query(sql).fetch_all(self.readers()).await?;
        rows.iter().map(pilot).collect()
    }
    /// One pilot.
    pub async fn pilot(&self, id: &PilotId) -> Result<Pilot> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE id = ?"));
        let row = sqlx::query(sql)
            .bind(id.as_str())
            .fetch_optional(self.readers())
            .await?;
        pilot(&row.ok_or_else(|| StoreError::not_found("pilot", id))?)
    }
}

impl WriteTransaction {
    /// Adds a pilot.
    pub async fn add_pilot(&mut self, fields: &PilotFields, now: Timestamp) -> Result<Pilot> {
        let name = fields.name.trim();
        if name.is_empty() {
            return Err(StoreError::Invalid {
                field: "name",
                problem: "a pilot needs a name".to_owned(),
            });
        }
        if fields.target_generations == Some(0) {
            return Err(StoreError::Invalid {
                field: "target generations",
                problem: "a pilot plans at least one generation, or leaves this open".to_owned(),
            });
        }
        if let Some(benchmark) = fields.benchmark.filter(|benchmark| *benchmark < Amount::ZERO) {
            return Err(StoreError::Invalid {
                field: "benchmark",
                problem: format!("{benchmark} is below zero"),
            });
        }
        let number = self.reserve_numbers(Counter::Pilots, 1).await?;
        let sql = "INSERT INTO pilots (uid, id, name, format, channel, currency, target_generations, benchmark_nanos,
                                  maker_may_sign, created_at)
             VALUES (?, ?, ?, ?, ?, (SELECT currency FROM library), ?, ?, ?, ?)
             RETURNING key, id, name, format, channel, target_generations, benchmark_nanos, maker_may_sign, created_at";
        let row = sqlx::query(sql)
            .bind(new_uid().to_string())
            .bind(format!("pl_{number:04}"))
            .bind(name)
            .bind(fields.format.trim())
            .bind(fields.channel.trim())
            .bind(fields.target_generations)
            .bind(fields.benchmark.map(Amount::nanos))
            .bind(fields.maker_may_sign)
            .bind(now.to_string())
            .fetch_one(self.connection())
            .await?;
        pilot(&row)
    }

    /// Says whether who made a clip of a pilot may also sign it.
    pub async fn let_makers_sign(&mut self, pilot: &PilotId, may: bool) -> Result<()> {
        let changed = sqlx::query("UPDATE pilots SET maker_may_sign = ? WHERE id = ?")
            .bind(may)
            .bind(pilot.as_str())
            .execute(self.connection())
            .await?;
        if changed.rows_affected() == 0 {
            return Err(StoreError::not_found("pilot", pilot));
        }
        Ok(())
    }

    /// Makes a brief part of a pilot.
    pub async fn put_brief_in_pilot(&mut self, brief: &BriefId, pilot: &PilotId) -> Result<()> {
        let key: i64 = sqlx::query_scalar("SELECT key FROM pilots WHERE id = ?")
            .bind(pilot.as_str())
            .fetch_optional(self.connection())
            .await?
            .ok_or_else(|| StoreError::not_found("pilot", pilot))?;
        let changed = sqlx::query("UPDATE briefs SET pilot_key = ? WHERE id = ?")
            .bind(key)
            .bind(brief.as_str())
            .execute(self.connection())
            .await?;
        if changed.rows_affected() == 0 {
            return Err(StoreError::not_found("brief", brief));
        }
        Ok(())
    }
}
