//! Log records coming in: many at once, each as a generation with one first move by the import.

use crate::briefs::{BriefKeys, whole_microseconds};
use crate::error::{Result, StoreError};
use crate::generations::{ImportKey, number_of, rank};
use crate::history::{FirstMove, Mover, PlannedMove};
use crate::ids::{Counter, new_uid};
use crate::requests::PromptReference;
use crate::time_entries::{TimeKind, TimeSource};
use crate::transaction::WriteTransaction;
use circletake_domain::id::{BriefId, ModelName};
use circletake_domain::money::{Amount, CostBasis};
use circletake_domain::reason::RejectionReason;
use circletake_domain::record::{LogField, LogRecord};
use circletake_domain::timestamp::Timestamp;
use rust_decimal::Decimal;
use sqlx::{QueryBuilder, Row};
use std::collections::HashMap;

/// Rows in one statement.
const ROWS_PER_INSERT: usize = 500;

/// Keys that the rows of a log share; looked up once.
#[derive(Default)]
struct SharedKeys {
    briefs: HashMap<BriefId, BriefKeys>,
    models: HashMap<ModelName, i64>,
    prompts: HashMap<(String, String), i64>,
}

struct ImportedRow<'a> {
    key: i64,
    uid: String,
    record: &'a LogRecord,
    brief: BriefKeys,
    model: Option<i64>,
    prompt: Option<i64>,
    created_at: Timestamp,
}

struct ImportedTime {
    generation_key: i64,
    brief_key: i64,
    kind: TimeKind,
    duration_us: i64,
}

impl WriteTransaction {
    /// Adds attempts that are new; an id that is taken is an error. A record without a time counts as made now.
    pub async fn import_log_records(&mut self, records: &[LogRecord], import: ImportKey, now: Timestamp) -> Result<()> {
        let mut shared = SharedKeys::default();
        for chunk in records.chunks(ROWS_PER_INSERT) {
            let mut next_key: i64 = sqlx::query_scalar("SELECT coalesce(max(key), 0) + 1 FROM generations")
                .fetch_one(self.connection())
                .await?;
            let mut rows = Vec::with_capacity(chunk.len());
            for record in chunk {
                rows.push(ImportedRow {
                    key: next_key,
                    uid: new_uid().to_string(),
                    record,
                    brief: self.shared_brief(&mut shared, record, now).await?,
                    model: self.shared_model(&mut shared, record, now).await?,
                    prompt: self.shared_prompt(&mut shared, record, now).await?,
                    created_at: record.created_at.unwrap_or(now),
                });
                next_key += 1;
            }
            self.insert_generations(&rows, import, now).await?;
            self.insert_texts(&rows).await?;
            let first = rows.iter().map(|row| FirstMove {
                generation_key: row.key,
                generation_uid: row.uid.clone(),
                to: row.record.status,
                reason: row.record.rejection_reason,
            });
            self.append_first_moves(first.collect(), &Mover::Import, now).await?;
            let time: Vec<_> = rows
                .iter()
                .flat_map(|row| imported_time(row.key, row.brief.brief, row.record))
                .collect();
            self.insert_time(&time, now).await?;
        }
        let highest = records.iter().filter_map(|record| number_of(&record.id)).max();
        match highest {
            Some(number) => self.skip_numbers_to(Counter::Generations, number).await,
            None => Ok(()),
        }
    }

    /// Brings an attempt to what a log says of it. What the log does not say stays; minutes are made up to the log's by an entry of
    /// their own, and another status is a move by the import.
    pub async fn update_from_log(&mut self, record: &LogRecord, now: Timestamp) -> Result<()> {
        let standing = self.standing(&record.id).await?;
        let mut shared = SharedKeys::default();
        let brief = self.shared_brief(&mut shared, record, now).await?;
        let model = self.shared_model(&mut shared, record, now).await?;
        let prompt = self.shared_prompt(&mut shared, record, now).await?;
        sqlx::query(
            "UPDATE generations SET
               brief_key = ?2, brief_revision_key = CASE WHEN brief_key = ?2 THEN brief_revision_key ELSE ?3 END,
               model_key = coalesce(?4, model_key), prompt_key = coalesce(?5, prompt_key),
               requested_duration_us = coalesce(?6, requested_duration_us), credits_used = coalesce(?7, credits_used),
               cost_nanos = coalesce(?8, cost_nanos), cost_basis = CASE WHEN ?8 IS NULL THEN cost_basis WHEN ?9 IS NOT NULL THEN ?9
                                 WHEN cost_nanos = ?8 THEN cost_basis ELSE ?14 END,
               asset_url = coalesce(?10, asset_url), error_message = coalesce(?11, error_message),
               created_at = coalesce(?12, created_at), extra_json = coalesce(?13, extra_json)
             WHERE key = ?1",
        )
        .bind(standing.key)
        .bind(brief.brief)
        .bind(brief.revision)
        .bind(model)
        .bind(prompt)
        .bind(record.duration_seconds.and_then(whole_microseconds))
        .bind(record.credits_used.map(|credits| credits.normalize().to_string()))
        .bind(record.generation_cost.map(Amount::nanos))
        .bind(record.cost_basis.map(CostBasis::as_str))
        .bind(&record.asset_url)
        .bind(&record.error_message)
        .bind(record.created_at.map(|at| at.to_string()))
        .bind(extra(record)?)
        // What a log says of a cost it changes is the provider's word; a cost it only repeats is as well known as before.
        .bind(CostBasis::Reported.as_str())
        .execute(self.connection())
        .await?;
        sqlx::query("UPDATE time_entries SET brief_key = ? WHERE generation_key = ?")
            .bind(brief.brief)
            .bind(standing.key)
            .execute(self.connection())
            .await?;
        let mut missing = Vec::new();
        for mut time in imported_time(standing.key, brief.brief, record) {
            let there = sqlx::query(
                "SELECT coalesce(sum(duration_us), 0) AS sum FROM time_entries WHERE generation_key = ? AND kind = ?",
            )
            .bind(standing.key)
            .bind(time.kind.as_str())
            .fetch_one(self.connection())
            .await?;
            time.duration_us -= there.try_get::<i64, _>("sum")?;
            if time.duration_us != 0 {
                missing.push(time);
            }
        }
        self.insert_time(&missing, now).await?;
        if record.status != standing.status {
            let planned = PlannedMove {
                generation_key: standing.key,
                generation_uid: standing.uid,
                decision_uid: new_uid().to_string(),
                at: now.to_string(),
                from: Some(standing.status),
                to: record.status,
                reasons: record.rejection_reason.into_iter().collect(),
                note: None,
                content_hash: standing.content_hash,
                undoes: None,
            };
            self.append_moves(&[planned], &Mover::Import).await?;
        }
        if record.status != standing.status || record.rejection_reason.is_some() {
            self.set_status(standing.key, record.status, record.rejection_reason, &now.to_string())
                .await?;
        }
        self.refresh_search_text(standing.key).await
    }

    async fn shared_brief(&mut self, shared: &mut SharedKeys, record: &LogRecord, now: Timestamp) -> Result<BriefKeys> {
        if let Some(keys) = shared.briefs.get(&record.brief_id) {
            return Ok(*keys);
        }
        let keys = self.brief_or_bare(&record.brief_id, now).await?;
        shared.briefs.insert(record.brief_id.clone(), keys);
        Ok(keys)
    }
    async fn shared_model(
        &mut self,
        shared: &mut SharedKeys,
        record: &LogRecord,
        now: Timestamp,
    ) -> Result<Option<i64>> {
        let Some(model) = &record.model else {
            return Ok(None);
        };
        if let Some(key) = shared.models.get(model) {
            return Ok(Some(*key));
        }
        let key = self.model(model, now).await?;
        shared.models.insert(model.clone(), key);
        Ok(Some(key))
    }
    async fn shared_prompt(
        &mut self,
        shared: &mut SharedKeys,
        record: &LogRecord,
        now: Timestamp,
    ) -> Result<Option<i64>> {
        let Some(id) = &record.prompt_id else {
            return Ok(None);
        };
        let version = record.prompt_version.clone().unwrap_or_default();
        let name = (id.to_string(), version.clone());
        if let Some(key) = shared.prompts.get(&name) {
            return Ok(Some(*key));
        }
        let key = self
            .prompt(
                &PromptReference {
                    id: id.clone(),
                    version,
                    body: None,
                    template: None,
                },
                now,
            )
            .await?;
        shared.prompts.insert(name, key);
        Ok(Some(key))
    }

    async fn insert_generations(&mut self, rows: &[ImportedRow<'_>], import: ImportKey, now: Timestamp) -> Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        let mut extras = Vec::with_capacity(rows.len());
        for row in rows {
            extras.push(extra(row.record)?);
        }
        let mut insert = QueryBuilder::new(
            "INSERT INTO generations (key, uid, id, brief_key, brief_revision_key, prompt_key, model_key, status, status_rank, reason,
                status_changed_at, requested_duration_us, error_message, credits_used, cost_nanos, cost_basis, asset_url,
                import_key, extra_json, created_at) ",
        );
        insert.push_values(rows.iter().zip(extras), |mut values, (row, extra)| {
            let record = row.record;
            values
                .push_bind(row.key)
                .push_bind(&row.uid)
                .push_bind(record.id.as_str())
                .push_bind(row.brief.brief)
                .push_bind(row.brief.revision)
                .push_bind(row.prompt)
                .push_bind(row.model)
                .push_bind(record.status.as_str())
                .push_bind(rank(record.status))
                .push_bind(record.rejection_reason.map(RejectionReason::as_str))
                .push_bind(now.to_string())
                .push_bind(
                    record
                        .duration_seconds
                        .and_then(whole_microseconds)
                        .filter(|us| *us > 0),
                )
                .push_bind(&record.error_message)
                .push_bind(record.credits_used.map(|credits| credits.normalize().to_string()))
                .push_bind(record.generation_cost.map(Amount::nanos))
                .push_bind(
                    record
                        .generation_cost
                        .map(|_| record.cost_basis.unwrap_or(CostBasis::Reported).as_str()),
                )
                .push_bind(&record.asset_url)
                .push_bind(import.0)
                .push_bind(extra)
                .push_bind(row.created_at.to_string());
        });
        insert.build().execute(self.connection()).await?;
        Ok(())
    }

    async fn insert_texts(&mut self, rows: &[ImportedRow<'_>]) -> Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        let mut insert = QueryBuilder::new("INSERT INTO generation_texts (generation_key, body) ");
        insert.push_values(rows, |mut values, row| {
            let message = row.record.error_message.as_deref().unwrap_or_default();
            values
                .push_bind(row.key)
                .push_bind(format!("{}\n{message}", row.record.id).trim_end().to_lowercase());
        });
        insert.build().execute(self.connection()).await?;
        Ok(())
    }

    async fn insert_time(&mut self, time: &[ImportedTime], now: Timestamp) -> Result<()> {
        if time.is_empty() {
            return Ok(());
        }
        let device = self.device.key;
        let mut insert = QueryBuilder::new(
            "INSERT INTO time_entries (uid, device_key, generation_key, brief_key, kind, duration_us, source, at) ",
        );
        insert.push_values(time, |mut values, time| {
            values
                .push_bind(new_uid().to_string())
                .push_bind(device)
                .push_bind(time.generation_key)
                .push_bind(time.brief_key)
                .push_bind(time.kind.as_str())
                .push_bind(time.duration_us)
                .push_bind(TimeSource::Imported.as_str())
                .push_bind(now.to_string());
        });
        insert.build().execute(self.connection()).await?;
        Ok(())
    }
}

/// The minutes a log gives, whoever spent them.
fn imported_time(generation_key: i64, brief_key: i64, record: &LogRecord) -> Vec<ImportedTime> {
    let minutes = [
        (TimeKind::Review, record.review_minutes),
        (TimeKind::Editing, record.editing_minutes),
    ];
    let entries = minutes.into_iter().filter_map(|(kind, minutes)| {
        let duration_us = whole_microseconds(minutes?.checked_mul(Decimal::from(60))?)?;
        (duration_us != 0).then_some(ImportedTime {
            generation_key,
            brief_key,
            kind,
            duration_us,
        })
    });
    entries.collect()
}

/// A version without the prompt it is of has no record to stand in; it is kept beside the columns that are nobody's.
fn extra(record: &LogRecord) -> Result<Option<String>> {
    let mut extra = record.extra.clone();
    if let (None, Some(version)) = (&record.prompt_id, &record.prompt_version) {
        extra.insert(LogField::PromptVersion.as_str().to_owned(), version.as_str().into());
    }
    if extra.is_empty() {
        return Ok(None);
    }
    let text = serde_json::to_string(&extra);
    text.map(Some).map_err(|error| StoreError::Invalid {
        field: "extra columns",
        problem: error.to_string(),
    })
}
