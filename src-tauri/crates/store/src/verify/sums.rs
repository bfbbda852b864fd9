//! Sums that are kept while records change, against the records.

use super::Tampering;
use crate::error::Result;
use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Row};

/// A table of sums, what a row is a sum of, what is summed, and where from.
struct Kept {
    table: &'static str,
    of: &'static str,
    sums: &'static [&'static str],
    facts: &'static str,
}

const KEPT: [Kept; 5] = [
    Kept {
        table: "attempt_sums",
        of: "brief_key, day, model_key, prompt_key, status_rank, reason, cost_basis",
        sums: &["attempts", "cost_units", "cost_nanos"],
        facts: "attempt_facts",
    },
    Kept {
        table: "time_sums",
        of: "brief_key, day, model_key, prompt_key, kind, person_key, rate_nanos, spent_day",
        sums: &["duration_us"],
        facts: "time_facts",
    },
    Kept {
        table: "length_sums",
        of: "brief_key, day, model_key, prompt_key, frame_rate",
        sums: &["frames", "duration_us", "unknown"],
        facts: "length_facts",
    },
    Kept {
        table: "lot_sums",
        of: "brief_key, day, model_key, prompt_key",
        sums: &[
            "attempts",
            "failed",
            "usable",
            "published",
            "unknown_costs",
            "cost_units",
            "cost_nanos",
        ],
        facts: "lot_facts",
    },
    Kept {
        table: "standing_sums",
        of: "brief_key, prompt_key, status_rank, reason, cost_basis",
        sums: &["attempts", "cost_units", "cost_nanos"],
        facts: "attempt_sums",
    },
];

/// Sums that are not what the records come to.
pub(super) async fn changed(moment: &mut SqliteConnection) -> Result<Vec<Tampering>> {
    let mut changed = Vec::new();
    for kept in KEPT {
        let Kept { table, of, sums, facts } = kept;
        let columns = sums.join(", ");
        let taken_away = sums.iter().map(|sum| format!("-{sum}")).collect::<Vec<_>>().join(", ");
        let left = sums
            .iter()
            .map(|sum| format!("sum({sum}) <> 0"))
            .collect::<Vec<_>>()
            .join(" OR ");
        // What the records add less what is kept leaves nothing, in every sum.
        let select = format!(
            "SELECT coalesce((SELECT id FROM briefs WHERE key = brief_key), 'brief ' || brief_key) AS brief,
                    concat_ws(' ', {of}) AS lot
             FROM (SELECT {of}, {columns} FROM {facts} UNION ALL SELECT {of}, {taken_away} FROM {table})
             GROUP BY {of} HAVING {left}"
        );
        for row in sqlx::query(AssertSqlSafe(select)).fetch_all(&mut *moment).await? {
            let (brief, lot): (String, String) = (row.try_get("brief")?, row.try_get("lot")?);
            let message = format!("A sum kept of {brief} is not what its records come to (row {lot} of `{table}`).");
            changed.push(Tampering::new("sum_changed", table, format!("row {lot}"), message));
        }
    }
    Ok(changed)
}
