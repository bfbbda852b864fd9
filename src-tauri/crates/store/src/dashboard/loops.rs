//! How long the row of attempts is, brief by brief, that came to nothing since the last one that was kept.

use super::sums::nanos;
use crate::error::Result;
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{Scope, brief_keys};
use circletake_domain::frame::Microseconds;
use circletake_domain::id::BriefId;
use circletake_domain::money::Amount;
use circletake_domain::reason::RejectionReason;
use sqlx::Row;

/// The latest attempts on a brief that failed or were thrown away, back to the last one that was kept. What waits for an answer is
/// passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredLoop {
    /// Of which brief.
    pub brief: BriefId,
    /// How many.
    pub attempts: u64,
    /// What models charged for them, in nano-units, as far as known.
    pub nanos: i128,
    /// Those at an unknown cost.
    pub unknown_costs: u64,
    /// Why they were thrown away, most frequent first; failures give none.
    pub reasons: Vec<(RejectionReason, u64)>,
    /// Time spent on them, with what an hour of it costs.
    pub minutes: Vec<(Microseconds, Option<Amount>)>,
}

/// Where a row begins: after the last attempt of the brief that was kept. `generation_failed`, the three creative rejects and the brand's
/// came to nothing; what is on its way to being usable ends the row.
const IN_ROW: &str =
    "g.brief_key = l.brief_key AND g.created_at >= coalesce(l.kept_at, '') AND g.status_rank IN (3, 6, 7, 8, 12)
       AND (l.kept_at IS NULL OR g.created_at > l.kept_at OR g.key > l.kept_key)";

const KEPT: &str = "status_rank IN (9, 10, 11, 13, 14, 15, 16)";

impl Library {
    /// The rows of a scope's briefs that are at least so long, the longest first.
    pub async fn loops(&self, scope: &Scope, from: u32) -> Result<Vec<StoredLoop>> {
        let briefs = brief_keys(self.readers(), scope).await?;
        let last = format!(
            "SELECT b.key AS brief_key, b.id, k.at AS kept_at,
                    (SELECT max(key) FROM generations INDEXED BY generations_kept
                     WHERE brief_key = b.key AND created_at = k.at AND {KEPT}) AS kept_key
             FROM briefs b, (SELECT b2.key AS brief_key,
                                    (SELECT max(created_at) FROM generations INDEXED BY generations_kept
                                     WHERE brief_key = b2.key AND {KEPT}) AS at
                             FROM briefs b2 WHERE {}) k
             WHERE b.key = k.brief_key",
            briefs.condition("b2.key")
        );
        let sql = format!(
            "SELECT l.brief_key, l.id, l.kept_at, l.kept_key, g.reason, count(*) AS attempts, count(g.cost_nanos) AS costs,
                    coalesce(sum(g.cost_nanos / 1000000000), 0) AS units, coalesce(sum(g.cost_nanos % 1000000000), 0) AS nanos
             FROM ({last}) l JOIN generations g INDEXED BY generations_in_order ON {IN_ROW} GROUP BY l.brief_key, g.reason ORDER BY l.brief_key"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        let mut found: Vec<(Begin, StoredLoop)> = Vec::new();
        for row in &rows {
            let key: i64 = row.try_get("brief_key")?;
            if found.last().is_none_or(|(begin, _)| begin.brief != key) {
                let begin = Begin {
                    brief: key,
                    kept_at: row.try_get("kept_at")?,
                    kept_key: row.try_get("kept_key")?,
                };
                found.push((begin, StoredLoop::starting(row.text("id")?)));
            }
            let Some((_, run)) = found.last_mut() else { continue };
            let attempts: u64 = row.number("attempts")?;
            run.attempts += attempts;
            run.unknown_costs += attempts - row.number::<u64>("costs")?.min(attempts);
            run.nanos += nanos(row.try_get("units")?, row.try_get("nanos")?);
            if let Some(reason) = row.word_or_null("reason")? {
                run.reasons.push((reason, attempts));
            }
        }
        found.retain(|(_, run)| run.attempts >= u64::from(from));
        for (begin, run) in &mut found {
            run.minutes = self.minutes_of_row(begin).await?;
            run.reasons
                .sort_by_key(|(reason, count)| (std::cmp::Reverse(*count), *reason));
        }
        let mut loops: Vec<StoredLoop> = found.into_iter().map(|(_, run)| run).collect();
        loops.sort_by(|one, other| {
            other
                .attempts
                .cmp(&one.attempts)
                .then_with(|| one.brief.cmp(&other.brief))
        });
        Ok(loops)
    }

    async fn minutes_of_row(&self, begin: &Begin) -> Result<Vec<(Microseconds, Option<Amount>)>> {
        let sql = format!(
            "SELECT coalesce(t.rate_nanos, p.hourly_rate_nanos) AS rate, sum(t.duration_us) AS duration
             FROM (SELECT ? AS brief_key, ? AS kept_at, ? AS kept_key) l
             JOIN generations g INDEXED BY generations_in_order ON {IN_ROW}
             JOIN time_entries t INDEXED BY time_entries_by_generation ON t.generation_key = g.key
             LEFT JOIN people p ON p.key = t.person_key GROUP BY 1"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(begin.brief)
            .bind(&begin.kept_at)
            .bind(begin.kept_key)
            .fetch_all(self.readers())
            .await?;
        rows.iter()
            .map(|row| Ok((Microseconds(row.try_get("duration")?), row.amount_or_null("rate")?)))
            .collect()
    }
}

/// Where a brief's row begins.
struct Begin {
    brief: i64,
    kept_at: Option<String>,
    kept_key: Option<i64>,
}

impl StoredLoop {
    fn starting(brief: BriefId) -> Self {
        Self {
            brief,
            attempts: 0,
            nanos: 0,
            unknown_costs: 0,
            reasons: Vec::new(),
            minutes: Vec::new(),
        }
    }
}
