//! The sums of a report, each from one covering index.

use crate::error::Result;
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{Scope, brief_keys, pilot_key};
use crate::time_entries::TimeKind;
use circletake_domain::frame::{FrameRate, Microseconds};
use circletake_domain::frame_range::seconds_of_frames;
use circletake_domain::id::PersonId;
use circletake_domain::money::{Amount, CostBasis};
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use rust_decimal::Decimal;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// What was counted and paid in a scope. Planned generations (`draft_brief`, `prompt_ready`) are listed but are no attempts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sums {
    /// Generations in each status that occurs, in workflow order.
    pub statuses: Vec<(Status, u64)>,
    /// Generations that stand thrown away or sent back, by primary reason, most frequent first.
    pub reasons: Vec<(RejectionReason, u64)>,
    /// What models cost, by where the figure comes from; estimates are in here too, told apart.
    pub model_costs: Vec<(CostBasis, Decimal)>,
    /// Attempts whose cost is not known.
    pub unknown_costs: u64,
    /// Who spent how long on what.
    pub time: Vec<TimeSum>,
    /// Compliance, storage, orchestration, tooling.
    pub overhead: Vec<(String, Decimal)>,
    /// Seconds of usable clips: the good part where one was marked, else the whole clip.
    pub usable_seconds: Decimal,
    /// Usable clips of which no length is known.
    pub usable_of_unknown_length: u64,
}

/// How long one person spent on one kind of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeSum {
    /// Who; `None` where a log does not say.
    pub person: Option<PersonId>,
    /// On what.
    pub kind: TimeKind,
    /// How long.
    pub duration: Microseconds,
    /// What an hour of it costs; `None` where nobody said.
    pub hourly_rate: Option<Amount>,
}

/// Whole units and the nano-units beyond them are summed apart: SQLite's 64 bits would end at nine billion.
pub(crate) const COSTS: &str = "sum(cost_nanos / 1000000000) AS units, sum(cost_nanos % 1000000000) AS nanos";

pub(crate) fn money(row: &SqliteRow) -> Result<Decimal> {
    let units: i64 = row.try_get::<Option<i64>, _>("units")?.unwrap_or(0);
    let nanos: i64 = row.try_get::<Option<i64>, _>("nanos")?.unwrap_or(0);
    let nanos = i128::from(units) * 1_000_000_000 + i128::from(nanos);
    Ok(Decimal::from_i128_with_scale(nanos, 9).normalize())
}

impl Sums {
    /// Counts a group of generations: `status`, `reason`, `cost_basis`, `count` and [`COSTS`].
    pub(crate) fn count(&mut self, row: &SqliteRow) -> Result<()> {
        let status: Status = row.word("status")?;
        let count: u64 = row.number("count")?;
        add(&mut self.statuses, status, count);
        // A log may keep a reason beside what was kept ("approved, needs editing"): that is no rejection.
        if let Some(reason) = row
            .word_or_null::<RejectionReason>("reason")?
            .filter(|_| status.needs_reason())
        {
            add(&mut self.reasons, reason, count);
        }
        match row.try_get::<Option<String>, _>("cost_basis")? {
            Some(word) => {
                let basis = basis(&word)?;
                let money = money(row)?;
                match self.model_costs.iter_mut().find(|(known, _)| *known == basis) {
                    Some((_, sum)) => *sum += money,
                    None => self.model_costs.push((basis, money)),
                }
            }
            None if status.is_attempt() => self.unknown_costs += count,
            None => {}
        }
        Ok(())
    }
    /// Statuses in workflow order, reasons most frequent first.
    pub(crate) fn in_order(&mut self) {
        self.statuses.sort();
        self.reasons
            .sort_by_key(|(reason, count)| (std::cmp::Reverse(*count), *reason));
    }
}

impl Library {
    /// Everything a report counts.
    pub async fn sums(&self, scope: &Scope) -> Result<Sums> {
        let briefs = brief_keys(self.readers(), scope).await?;
        let mut sums = Sums::default();
        let sql = format!(
            "SELECT status, reason, cost_basis, count(*) AS count, {COSTS} FROM generations INDEXED BY generations_by_brief
             WHERE {} GROUP BY brief_key, status, reason, cost_basis",
            briefs.condition("brief_key")
        );
        for row in sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await? {
            sums.count(&row)?;
        }
        sums.in_order();
        sums.time = self.time_sums(&briefs.condition("t.brief_key")).await?;
        (sums.usable_seconds, sums.usable_of_unknown_length) =
            self.usable_seconds(&briefs.condition("g.brief_key")).await?;
        sums.overhead = self.overhead_sums(scope, &briefs.condition("brief_key")).await?;
        Ok(sums)
    }

    async fn time_sums(&self, condition: &str) -> Result<Vec<TimeSum>> {
        let sql = format!(
            "SELECT t.kind, p.id AS person_id, coalesce(t.rate_nanos, p.hourly_rate_nanos) AS rate, sum(t.duration_us) AS duration
             FROM time_entries t LEFT JOIN people p ON p.key = t.person_key
             WHERE {condition} GROUP BY t.kind, t.person_key, rate"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        rows.iter().map(time_sum).collect()
    }

    /// Good parts are summed in frames of their rate, whole clips in microseconds: no second is rounded before the end.
    async fn usable_seconds(&self, condition: &str) -> Result<(Decimal, u64)> {
        let sql = format!(
            "SELECT CASE WHEN c.good_first_frame IS NULL THEN NULL ELSE c.frame_rate END AS rate,
                    sum(c.good_last_frame - c.good_first_frame + 1) AS frames,
                    sum(coalesce(c.duration_us, g.requested_duration_us)) AS duration,
                    sum(coalesce(c.duration_us, g.requested_duration_us) IS NULL) AS unknown
             FROM generations g INDEXED BY generations_by_state LEFT JOIN clip_versions c ON c.key = g.current_clip_key
             WHERE g.status IN ('approved_to_publish', 'scheduled', 'published') AND {condition} GROUP BY rate"
        );
        let (mut seconds, mut unknown) = (Decimal::ZERO, 0);
        for row in sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await? {
            unknown += row.number::<u64>("unknown")?;
            seconds += if let Some(rate) = row.text_or_null::<FrameRate>("rate")? {
                seconds_of_frames(row.number("frames")?, rate).unwrap_or_default()
            } else {
                let whole: i64 = row.try_get::<Option<i64>, _>("duration")?.unwrap_or(0);
                Decimal::from_i128_with_scale(i128::from(whole), 6)
            };
        }
        Ok((seconds, unknown))
    }

    /// A pilot's own overhead, its briefs' and its generations'. The library's is all there is.
    async fn overhead_sums(&self, scope: &Scope, briefs: &str) -> Result<Vec<(String, Decimal)>> {
        let condition = match scope {
            Scope::Library => "true".to_owned(),
            Scope::Pilot(id) => {
                let key = pilot_key(self.readers(), id).await?;
                format!("pilot_key = {key} OR {}", below_briefs(briefs))
            }
            Scope::Brief(_) => below_briefs(briefs),
        };
        let sql = format!(
            "SELECT kind, sum(amount_nanos / 1000000000) AS units, sum(amount_nanos % 1000000000) AS nanos
             FROM overhead_costs WHERE {condition} GROUP BY kind ORDER BY kind"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        rows.iter().map(|row| Ok((row.try_get("kind")?, money(row)?))).collect()
    }
}

pub(crate) fn time_sum(row: &SqliteRow) -> Result<TimeSum> {
    Ok(TimeSum {
        person: row.text_or_null("person_id")?,
        kind: row.word("kind")?,
        duration: Microseconds(row.try_get("duration")?),
        hourly_rate: row.amount_or_null("rate")?,
    })
}

fn below_briefs(briefs: &str) -> String {
    format!("{briefs} OR generation_key IN (SELECT key FROM generations WHERE {briefs})")
}

fn add<T: PartialEq>(counts: &mut Vec<(T, u64)>, value: T, count: u64) {
    match counts.iter_mut().find(|(known, _)| *known == value) {
        Some((_, sum)) => *sum += count,
        None => counts.push((value, count)),
    }
}

pub(crate) fn basis(word: &str) -> Result<CostBasis> {
    let found = word.parse().ok();
    found.ok_or_else(|| crate::error::StoreError::Unreadable {
        field: "cost_basis".to_owned(),
        value: word.to_owned(),
    })
}
