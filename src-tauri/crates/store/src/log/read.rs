//! Attempts as log records.

use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{Scope, brief_keys};
use circletake_domain::id::GenerationId;
use circletake_domain::record::{LogField, LogRecord};
use rust_decimal::Decimal;
use serde_json::Value;
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Row};
use std::collections::{BTreeMap, HashMap};

/// Attempts per question: enough to be quick, few enough to stay small.
const BATCH: u32 = 2_000;

const COLUMNS: &str = "
    SELECT g.key, g.id, b.id AS brief_id, p.id AS prompt_id, p.version AS prompt_version, m.name AS model,
           coalesce(g.requested_duration_us, c.duration_us) AS duration_us, g.credits_used, g.cost_nanos, g.cost_basis,
           coalesce(g.asset_url, f.path) AS asset_url, g.status, g.reason, g.created_at, g.error_message, g.extra_json,
           (SELECT sum(duration_us) FROM time_entries t WHERE t.generation_key = g.key AND t.kind = 'review') AS review_us,
           (SELECT sum(duration_us) FROM time_entries t WHERE t.generation_key = g.key AND t.kind = 'editing') AS editing_us
    FROM generations g
    JOIN briefs b ON b.key = g.brief_key
    LEFT JOIN prompts p ON p.key = g.prompt_key
    LEFT JOIN models m ON m.key = g.model_key
    LEFT JOIN clip_versions c ON c.key = g.current_clip_key
    LEFT JOIN files f ON f.key = c.file_key";

/// Microseconds as minutes, to the microminute: what a log writes and reads back is the same.
fn minutes(microseconds: Option<i64>) -> Option<Decimal> {
    let minutes = Decimal::from(microseconds?).checked_div(Decimal::from(60_000_000))?;
    Some(
        minutes
            .round_dp_with_strategy(6, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
            .normalize(),
    )
}

fn record(row: &SqliteRow) -> Result<LogRecord> {
    let seconds = |microseconds: i64| Decimal::new(microseconds, 6).normalize();
    let credits: Option<String> = row.try_get("credits_used")?;
    let extra: Option<String> = row.try_get("extra_json")?;
    let unreadable = |field: &str, value: &str| StoreError::Unreadable {
        field: field.to_owned(),
        value: value.to_owned(),
    };
    let version: Option<String> = row.try_get("prompt_version")?;
    let extra: Option<BTreeMap<String, Value>> = extra
        .map(|text| serde_json::from_str(&text).map_err(|_| unreadable("extra_json", &text)))
        .transpose()?;
    let mut extra = extra.unwrap_or_default();
    // Kept there where a log named a version of no prompt.
    let loose_version = extra.remove(LogField::PromptVersion.as_str());
    let loose_version = loose_version.and_then(|version| version.as_str().map(str::to_owned));
    Ok(LogRecord {
        id: row.text("id")?,
        brief_id: row.text("brief_id")?,
        prompt_id: row.text_or_null("prompt_id")?,
        prompt_version: version.filter(|version| !version.is_empty()).or(loose_version),
        model: row.text_or_null("model")?,
        duration_seconds: row.try_get::<Option<i64>, _>("duration_us")?.map(seconds),
        credits_used: credits
            .map(|text| Decimal::from_str_exact(&text).map_err(|_| unreadable("credits_used", &text)))
            .transpose()?,
        generation_cost: row.amount_or_null("cost_nanos")?,
        cost_basis: row.word_or_null("cost_basis")?,
        asset_url: row.try_get("asset_url")?,
        status: row.word("status")?,
        rejection_reason: row.word_or_null("reason")?,
        review_minutes: minutes(row.try_get("review_us")?),
        editing_minutes: minutes(row.try_get("editing_us")?),
        created_at: Some(row.text("created_at")?),
        error_message: row.try_get("error_message")?,
        extra,
    })
}

impl Library {
    /// Hands every attempt of a scope to `each`, in the order they were logged in this library, a batch at a time.
    pub async fn for_each_log_record(
        &self,
        scope: &Scope,
        mut each: impl FnMut(LogRecord) -> Result<()> + Send,
    ) -> Result<()> {
        let briefs = brief_keys(self.readers(), scope).await?.condition("+g.brief_key");
        let sql = format!("{COLUMNS} WHERE g.key > ? AND {briefs} ORDER BY g.key LIMIT {BATCH}");
        let mut after = 0_i64;
        loop {
            let rows = sqlx::query(sqlx::AssertSqlSafe(sql.clone()))
                .bind(after)
                .fetch_all(self.readers())
                .await?;
            let Some(last) = rows.last() else {
                return Ok(());
            };
            after = last.try_get("key")?;
            for row in &rows {
                each(record(row)?)?;
            }
        }
    }
    /// The attempts of these ids that are in the library.
    pub async fn log_records(&self, ids: &[GenerationId]) -> Result<HashMap<GenerationId, LogRecord>> {
        let mut found = HashMap::with_capacity(ids.len());
        for chunk in ids.chunks(1_000) {
            let mut query = QueryBuilder::new(COLUMNS);
            query.push(" WHERE g.id IN (");
            let mut list = query.separated(", ");
            for id in chunk {
                list.push_bind(id.as_str());
            }
            query.push(")");
            for row in query.build().fetch_all(self.readers()).await? {
                let record = record(&row)?;
                found.insert(record.id.clone(), record);
            }
        }
        Ok(found)
    }
}
