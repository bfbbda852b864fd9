//! What the decision about a pilot needs beside its sums: how the usable rate held over weeks and briefs, loops, rescues, signatures.

use crate::error::Result;
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{Scope, brief_keys};
use circletake_domain::brief::Level;
use circletake_domain::frame::Microseconds;
use circletake_domain::status::Status;
use futures::TryStreamExt;
use sqlx::Row;
use std::collections::BTreeMap;
use std::collections::HashMap;

/// What stands, where something is still in use: everything that is not thrown away, failed or not reviewed.
const IN_USE: &str = "('approved_for_edit', 'edited', 'brand_review', 'needs_revision', 'approved_to_publish', 'scheduled', 'published')";
/// What is usable.
const USABLE: &str = "('approved_to_publish', 'scheduled', 'published')";
/// What was decided for good.
const DECIDED: &str =
    "('generation_failed', 'rejected_quality', 'rejected_accuracy', 'rejected_rights_risk', 'rejected_brand_fit',
                        'approved_to_publish', 'scheduled', 'published')";

/// Usable ones of those that were decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DecidedCount {
    /// Usable.
    pub usable: u64,
    /// Decided in all.
    pub total: u64,
}

/// What a decision needs beside the sums of its scope.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DecisionRecords {
    /// Decided attempts by the day they were made (`2026-11-20`, UTC), the oldest first.
    pub days: Vec<(String, DecidedCount)>,
    /// Decided attempts by brief, in the order of the first attempt.
    pub briefs: Vec<(String, DecidedCount)>,
    /// The brief with the longest run of decided attempts of which none became usable, and how many those are.
    pub longest_loop: Option<(String, u64)>,
    /// Time that people spent on each usable clip they spent any on.
    pub time_by_usable: Vec<Microseconds>,
    /// Usable clips without a signature that stands.
    pub unsigned_usable: u64,
    /// What is in use and has an open rejection for rights, likeness or safety: sent back for it, or failed at such a gate.
    pub open_rights_rejections: u64,
    /// The highest risk that a brief of the scope states.
    pub risk: Option<Level>,
}

/// One brief while its attempts go by.
#[derive(Default)]
struct Walk {
    place: usize,
    count: DecidedCount,
    run: u64,
    longest: u64,
}

impl Library {
    /// What the decision about a scope needs.
    pub async fn decision_records(&self, scope: &Scope) -> Result<DecisionRecords> {
        let briefs = brief_keys(self.readers(), scope).await?;
        let mut records = self.walk_decided(&briefs.condition("brief_key")).await?;
        let condition = briefs.condition("g.brief_key");
        records.time_by_usable = self.time_by_usable(&condition).await?;
        records.unsigned_usable = self.unsigned_usable(&condition).await?;
        records.open_rights_rejections = self.open_rights_rejections(&condition).await?;
        records.risk = self.highest_risk(&briefs.condition("b.key")).await?;
        Ok(records)
    }

    /// Every decided attempt once, in the order they were made, out of one covering index.
    async fn walk_decided(&self, condition: &str) -> Result<DecisionRecords> {
        let sql = format!(
            "SELECT substr(created_at, 1, 10) AS day, brief_key, status FROM generations INDEXED BY generations_by_created
             WHERE status IN {DECIDED} AND {condition} ORDER BY created_at, key"
        );
        let mut rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch(self.readers());
        let mut days: BTreeMap<String, DecidedCount> = BTreeMap::new();
        let mut walks: HashMap<i64, Walk> = HashMap::new();
        while let Some(row) = rows.try_next().await? {
            let usable = row.word::<Status>("status")?.is_usable();
            let next = walks.len();
            let walk = walks.entry(row.try_get("brief_key")?).or_insert_with(|| Walk {
                place: next,
                ..Walk::default()
            });
            walk.run = if usable { 0 } else { walk.run + 1 };
            walk.longest = walk.longest.max(walk.run);
            for count in [days.entry(row.try_get("day")?).or_default(), &mut walk.count] {
                count.total += 1;
                count.usable += u64::from(usable);
            }
        }
        drop(rows);
        let names = self.brief_names(walks.keys().copied().collect()).await?;
        let name = |key: &i64| names.get(key).cloned().unwrap_or_default();
        let mut walks: Vec<(i64, Walk)> = walks.into_iter().collect();
        walks.sort_by_key(|(_, walk)| walk.place);
        let longest = walks
            .iter()
            .rev()
            .max_by_key(|(_, walk)| walk.longest)
            .filter(|(_, walk)| walk.longest > 0);
        Ok(DecisionRecords {
            days: days.into_iter().collect(),
            longest_loop: longest.map(|(key, walk)| (name(key), walk.longest)),
            briefs: walks.iter().map(|(key, walk)| (name(key), walk.count)).collect(),
            ..DecisionRecords::default()
        })
    }

    async fn brief_names(&self, keys: Vec<i64>) -> Result<HashMap<i64, String>> {
        let rows = sqlx::query("SELECT key, id FROM briefs WHERE key IN (SELECT value FROM json_each(?))")
            .bind(serde_json::json!(keys).to_string())
            .fetch_all(self.readers())
            .await?;
        rows.iter()
            .map(|row| Ok((row.try_get("key")?, row.try_get("id")?)))
            .collect()
    }

    async fn time_by_usable(&self, condition: &str) -> Result<Vec<Microseconds>> {
        let sql = format!(
            "SELECT sum(t.duration_us) AS duration FROM generations g INDEXED BY generations_by_brief
             JOIN time_entries t ON t.generation_key = g.key
             WHERE g.status IN {USABLE} AND {condition} GROUP BY g.key HAVING sum(t.duration_us) > 0 ORDER BY g.key"
        );
        let sums: Vec<i64> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .fetch_all(self.readers())
            .await?;
        Ok(sums.into_iter().map(Microseconds).collect())
    }

    async fn unsigned_usable(&self, condition: &str) -> Result<u64> {
        let sql = format!(
            "SELECT count(*) AS count FROM generations g
             WHERE g.status IN {USABLE} AND {condition}
               AND NOT EXISTS (SELECT 1 FROM sign_offs s WHERE s.clip_key = g.current_clip_key AND s.voided_at IS NULL)"
        );
        let row = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_one(self.readers()).await?;
        row.number("count")
    }

    async fn open_rights_rejections(&self, condition: &str) -> Result<u64> {
        let sql = format!(
            "SELECT count(*) AS count FROM generations g
             WHERE g.status IN {IN_USE} AND {condition}
               AND (g.status = 'needs_revision' AND g.reason IN ('rights_or_likeness_risk', 'unsafe_or_policy_risk')
                    OR EXISTS (SELECT 1 FROM gates a
                               WHERE a.generation_key = g.key AND a.gate IN ('likeness_rights', 'copyright_and_music', 'trademarks_and_logos')
                                 AND (SELECT answer FROM gate_answers x
                                      WHERE x.gate_key = a.key AND x.clip_key = g.current_clip_key ORDER BY x.key DESC LIMIT 1) = 'failed'))"
        );
        let row = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_one(self.readers()).await?;
        row.number("count")
    }

    async fn highest_risk(&self, condition: &str) -> Result<Option<Level>> {
        let sql = format!(
            "SELECT DISTINCT r.risk_level FROM briefs b JOIN brief_revisions r ON r.key = b.current_revision_key
             WHERE b.archived_at IS NULL AND r.risk_level IS NOT NULL AND {condition}"
        );
        let words: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .fetch_all(self.readers())
            .await?;
        Ok(words.iter().filter_map(|word| Level::from_word(word)).max())
    }
}
