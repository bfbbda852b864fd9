//! Plans of runs: what a pilot was expected to cost, kept beside what it did. A plan that was frozen never changes.

use crate::error::{Result, StoreError};
use crate::ids::new_uid;
use crate::library::Library;
use crate::row::Columns;
use crate::scope::pilot_key;
use crate::transaction::WriteTransaction;
use circletake_domain::id::{PersonId, PilotId, RecordUid};
use circletake_domain::money::Amount;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// A plan to be kept.
#[derive(Debug, Clone)]
pub struct NewPlan {
    /// Whose run it is.
    pub pilot: PilotId,
    /// As people call it.
    pub name: String,
    /// What was planned and what it came to, whole; the use cases know its shape.
    pub body: serde_json::Value,
    /// What the run is expected to cost; `None` where a price or a rate is unknown.
    pub projected_total: Option<Amount>,
    /// Who made it.
    pub made_by: Option<PersonId>,
}

/// A plan that was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredPlan {
    /// Its identity.
    pub uid: RecordUid,
    /// As people call it.
    pub name: String,
    /// What was planned and what it came to.
    pub body: serde_json::Value,
    /// What the run is expected to cost.
    pub projected_total: Option<Amount>,
    /// Who made it, by name.
    pub made_by: Option<String>,
    /// When.
    pub created_at: Timestamp,
    /// When the run began to follow it; `None` while it can still change.
    pub frozen_at: Option<Timestamp>,
}

const COLUMNS: &str =
    "SELECT p.uid, p.name, p.body_json, p.projected_total_nanos, m.name AS made_by, p.created_at, p.frozen_at
     FROM plans p LEFT JOIN people m ON m.key = p.created_by_key";

/// The plan that a pilot's run follows once it began.
pub(crate) const FROZEN_SQL: &str = "SELECT name FROM plans WHERE pilot_key = ? AND frozen_at IS NOT NULL";

/// The plans of a pilot, latest first.
pub(crate) fn of_pilot_sql() -> String {
    format!("{COLUMNS} WHERE p.pilot_key = ? ORDER BY p.created_at DESC, p.key DESC")
}

fn plan(row: &SqliteRow) -> Result<StoredPlan> {
    Ok(StoredPlan {
        uid: row.uid("uid")?,
        name: row.try_get("name")?,
        body: row.json("body_json")?,
        projected_total: row.amount_or_null("projected_total_nanos")?,
        made_by: row.try_get("made_by")?,
        created_at: row.text("created_at")?,
        frozen_at: row.text_or_null("frozen_at")?,
    })
}

impl Library {
    /// The plans of a pilot, latest first.
    pub async fn plans(&self, pilot: &PilotId) -> Result<Vec<StoredPlan>> {
        let key = pilot_key(self.readers(), pilot).await?;
        let rows = sqlx::query(sqlx::AssertSqlSafe(of_pilot_sql()))
            .bind(key)
            .fetch_all(self.readers())
            .await?;
        rows.iter().map(plan).collect()
    }

    /// The plan that a pilot's run follows: the frozen one, or else the latest.
    pub async fn plan_followed(&self, pilot: &PilotId) -> Result<Option<StoredPlan>> {
        let mut plans = self.plans(pilot).await?;
        let frozen = plans.iter().position(|plan| plan.frozen_at.is_some());
        Ok(if plans.is_empty() {
            None
        } else {
            Some(plans.swap_remove(frozen.unwrap_or(0)))
        })
    }
}

impl WriteTransaction {
    /// Keeps a plan; the latest is the one a run that starts will follow.
    pub async fn add_plan(&mut self, new: &NewPlan, now: Timestamp) -> Result<RecordUid> {
        let name = new.name.trim();
        if name.is_empty() {
            return Err(StoreError::Invalid {
                field: "name",
                problem: "a plan needs a name".to_owned(),
            });
        }
        let pilot = self.pilot_row(&new.pilot).await?;
        let made_by = match &new.made_by {
            Some(person) => Some(self.known_person(person).await?.key),
            None => None,
        };
        let uid = new_uid();
        sqlx::query(
            "INSERT INTO plans (uid, pilot_key, name, body_json, projected_total_nanos, created_by_key, created_at)
             VALUES (?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(uid.to_string())
        .bind(pilot)
        .bind(name)
        .bind(new.body.to_string())
        .bind(new.projected_total.map(Amount::nanos))
        .bind(made_by)
        .bind(now.to_string())
        .execute(self.connection())
        .await?;
        Ok(uid)
    }

    /// Freezes a plan: from now on the run is held against it. A pilot has one such plan, and keeps it.
    pub async fn freeze_plan(&mut self, pilot: &PilotId, plan: &RecordUid, now: Timestamp) -> Result<()> {
        let key = self.pilot_row(pilot).await?;
        let frozen: Option<String> = sqlx::query_scalar(FROZEN_SQL)
            .bind(key)
            .fetch_optional(self.connection())
            .await?;
        if let Some(name) = frozen {
            return Err(StoreError::Invalid {
                field: "plan",
                problem: format!("the run already follows \u{201c}{name}\u{201d}, which stays as it was frozen"),
            });
        }
        let changed = sqlx::query("UPDATE plans SET frozen_at = ? WHERE pilot_key = ? AND uid = ?")
            .bind(now.to_string())
            .bind(key)
            .bind(plan.to_string())
            .execute(self.connection())
            .await?;
        if changed.rows_affected() == 0 {
            return Err(StoreError::not_found("plan", plan));
        }
        Ok(())
    }

    async fn pilot_row(&mut self, pilot: &PilotId) -> Result<i64> {
        sqlx::query_scalar("SELECT key FROM pilots WHERE id = ?")
            .bind(pilot.as_str())
            .fetch_optional(self.connection())
            .await?
            .ok_or_else(|| StoreError::not_found("pilot", pilot))
    }
}
