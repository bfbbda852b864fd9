//! Pilots: bounded tests with a target, a benchmark and a budget.

mod check;
mod standards;

pub use standards::PilotStandard;

use crate::error::{Result, StoreError};
use crate::ids::{Counter, new_uid};
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::decision::QualityBar;
use circletake_domain::frame::Microseconds;
use circletake_domain::id::{BriefId, PersonId, PilotId};
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
    /// How long its clips are to be: from this, or just this.
    pub target_duration: Option<Microseconds>,
    /// To this, where a range is wanted.
    pub longest_duration: Option<Microseconds>,
    /// The models it tries, by name.
    pub models: Vec<String>,
    /// The prompt templates it tries, by id.
    pub templates: Vec<String>,
    /// What one clip costs the team today.
    pub benchmark: Option<Amount>,
    /// What that clip is.
    pub benchmark_what: Option<String>,
    /// Who says so.
    pub benchmark_source: Option<String>,
    /// What the pilot may cost in all.
    pub budget: Option<Amount>,
    /// What must be true at its end.
    pub quality_bar: QualityBar,
    /// The preset it was made from.
    pub preset: Option<String>,
    /// Whether who made a clip may also sign it.
    pub maker_may_sign: bool,
}

const COLUMNS: &str = "key, id, name, format, channel, target_generations, target_duration_us, longest_duration_us, models_json,
     templates_json, benchmark_nanos, benchmark_what, benchmark_source, budget_nanos, coalesce(quality_bar_json, '[]') AS quality_bar_json,
     maker_may_sign, preset, created_at";

fn pilot(row: &SqliteRow) -> Result<Pilot> {
    Ok(Pilot {
        id: row.text("id")?,
        fields: PilotFields {
            name: row.try_get("name")?,
            format: row.try_get("format")?,
            channel: row.try_get("channel")?,
            target_generations: row.number_or_null("target_generations")?,
            target_duration: row.try_get::<Option<i64>, _>("target_duration_us")?.map(Microseconds),
            longest_duration: row.try_get::<Option<i64>, _>("longest_duration_us")?.map(Microseconds),
            models: row.json("models_json")?,
            templates: row.json("templates_json")?,
            benchmark: row.amount_or_null("benchmark_nanos")?,
            benchmark_what: row.try_get("benchmark_what")?,
            benchmark_source: row.try_get("benchmark_source")?,
            budget: row.amount_or_null("budget_nanos")?,
            quality_bar: row.json("quality_bar_json")?,
            maker_may_sign: row.try_get("maker_may_sign")?,
            preset: row.try_get("preset")?,
        },
        created_at: row.text("created_at")?,
    })
}

impl Library {
    /// Every pilot, the latest first.
    pub async fn pilots(&self) -> Result<Vec<Pilot>> {
        let sql = sqlx::AssertSqlSafe(format!("SELECT {COLUMNS} FROM pilots ORDER BY key DESC"));
        let rows = sqlx::query(sql).fetch_all(self.readers()).await?;
        rows.iter().map(pilot).collect()
    }
    /// One pilot.
    pub async fn pilot(&self, id: &PilotId) -> Result<Pilot> {
        let sql = sqlx::AssertSqlSafe(format!("SELECT {COLUMNS} FROM pilots WHERE id = ?"));
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
        let fields = check::checked(fields)?;
        let number = self.reserve_numbers(Counter::Pilots, 1).await?;
        let id = PilotId::new(&format!("pl_{number:04}")).map_err(|error| StoreError::Invalid {
            field: "id",
            problem: error.to_string(),
        })?;
        sqlx::query(
            "INSERT INTO pilots (uid, id, name, format, channel, currency, maker_may_sign, preset, created_at)
             VALUES (?, ?, ?, ?, ?, (SELECT currency FROM library), ?, ?, ?)",
        )
        .bind(new_uid().to_string())
        .bind(id.as_str())
        .bind(&fields.name)
        .bind(&fields.format)
        .bind(&fields.channel)
        .bind(fields.maker_may_sign)
        .bind(&fields.preset)
        .bind(now.to_string())
        .execute(self.connection())
        .await?;
        self.update_pilot(&id, &fields, None, now).await
    }

    /// Says a pilot's settings anew; whether makers may sign and the preset it came from stay as they are. Where the benchmark or the quality
    /// bar is another one now, that is kept with the time and who did it.
    pub async fn update_pilot(
        &mut self,
        id: &PilotId,
        fields: &PilotFields,
        by: Option<&PersonId>,
        now: Timestamp,
    ) -> Result<Pilot> {
        let fields = check::checked(fields)?;
        let sql = sqlx::AssertSqlSafe(format!(
            "UPDATE pilots SET name = ?, format = ?, channel = ?, target_generations = ?, target_duration_us = ?, longest_duration_us = ?,
                    models_json = ?, templates_json = ?, benchmark_nanos = ?, benchmark_what = ?, benchmark_source = ?, budget_nanos = ?,
                    quality_bar_json = ?
             WHERE id = ? RETURNING {COLUMNS}"
        ));
        let row = sqlx::query(sql)
            .bind(&fields.name)
            .bind(&fields.format)
            .bind(&fields.channel)
            .bind(fields.target_generations)
            .bind(fields.target_duration.map(|length| length.0))
            .bind(fields.longest_duration.map(|length| length.0))
            .bind(serde_json::json!(fields.models).to_string())
            .bind(serde_json::json!(fields.templates).to_string())
            .bind(fields.benchmark.map(Amount::nanos))
            .bind(&fields.benchmark_what)
            .bind(&fields.benchmark_source)
            .bind(fields.budget.map(Amount::nanos))
            .bind(standards::bar_json(&fields.quality_bar))
            .bind(id.as_str())
            .fetch_optional(self.connection())
            .await?
            .ok_or_else(|| StoreError::not_found("pilot", id))?;
        self.keep_standard(row.try_get("key")?, &fields, by, now).await?;
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
