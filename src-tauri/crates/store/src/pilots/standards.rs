//! What a pilot was held against, and since when.

use super::PilotFields;
use crate::error::Result;
use crate::ids::new_uid;
use crate::library::Library;
use crate::row::Columns;
use crate::scope::pilot_key;
use crate::transaction::WriteTransaction;
use circletake_domain::decision::QualityBar;
use circletake_domain::id::{PersonId, PilotId};
use circletake_domain::money::Amount;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;

/// A benchmark and a quality bar that a pilot was held against from a moment on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PilotStandard {
    /// What one clip cost the team.
    pub benchmark: Option<Amount>,
    /// What that clip was.
    pub benchmark_what: Option<String>,
    /// Who said so.
    pub benchmark_source: Option<String>,
    /// What had to be true.
    pub quality_bar: QualityBar,
    /// Who set it; `None` where nobody was asked.
    pub set_by: Option<String>,
    /// When.
    pub set_at: Timestamp,
}

/// A bar that nobody set is NULL, not an empty list.
pub(super) fn bar_json(bar: &QualityBar) -> Option<String> {
    (!bar.is_empty()).then(|| serde_json::json!(bar).to_string())
}

impl Library {
    /// What a pilot was held against, the latest first.
    pub async fn pilot_standards(&self, id: &PilotId) -> Result<Vec<PilotStandard>> {
        let key = pilot_key(self.readers(), id).await?;
        let rows = sqlx::query(
            "SELECT s.benchmark_nanos, s.benchmark_what, s.benchmark_source, coalesce(s.quality_bar_json, '[]') AS quality_bar_json,
                    p.name, s.set_at
             FROM pilot_standards s INDEXED BY pilot_standards_by_pilot LEFT JOIN people p ON p.key = s.set_by_key
             WHERE s.pilot_key = ? ORDER BY s.key DESC",
        )
        .bind(key)
        .fetch_all(self.readers())
        .await?;
        let standards = rows.iter().map(|row| {
            Ok(PilotStandard {
                benchmark: row.amount_or_null("benchmark_nanos")?,
                benchmark_what: row.try_get("benchmark_what")?,
                benchmark_source: row.try_get("benchmark_source")?,
                quality_bar: row.json("quality_bar_json")?,
                set_by: row.try_get("name")?,
                set_at: row.text("set_at")?,
            })
        });
        standards.collect()
    }
}

impl WriteTransaction {
    /// Keeps what a pilot is held against from now on, where that is something else than before.
    pub(super) async fn keep_standard(
        &mut self,
        pilot_key: i64,
        fields: &PilotFields,
        by: Option<&PersonId>,
        now: Timestamp,
    ) -> Result<()> {
        let by = match by {
            Some(id) => Some(self.known_person(id).await?.key),
            None => None,
        };
        sqlx::query(
            "WITH latest AS (SELECT * FROM pilot_standards INDEXED BY pilot_standards_by_pilot
                             WHERE pilot_key = ?2 ORDER BY key DESC LIMIT 1)
             INSERT INTO pilot_standards (uid, pilot_key, benchmark_nanos, benchmark_what, benchmark_source, quality_bar_json, set_by_key, set_at)
             SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
             WHERE (?3, ?4, ?5, ?6) IS NOT
                   ((SELECT benchmark_nanos FROM latest), (SELECT benchmark_what FROM latest), (SELECT benchmark_source FROM latest),
                    (SELECT quality_bar_json FROM latest))",
        )
        .bind(new_uid().to_string())
        .bind(pilot_key)
        .bind(fields.benchmark.map(Amount::nanos))
        .bind(&fields.benchmark_what)
        .bind(&fields.benchmark_source)
        .bind(bar_json(&fields.quality_bar))
        .bind(by)
        .bind(now.to_string())
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
