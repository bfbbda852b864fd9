//! What attempts came to, whatever their day: by status, reason and cost basis, and what each prompt was rejected for.

use super::sums::{counted, nanos, status_of_rank, unreadable, worked_on_by};
use crate::error::Result;
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{Scope, brief_keys};
use crate::sums::basis;
use circletake_domain::day::Day;
use circletake_domain::frame::FrameRate;
use circletake_domain::id::PersonId;
use circletake_domain::money::CostBasis;
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// Which attempts of a scope count, in keys of the library. Nothing said lets everything through; an empty list lets nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LotFilter {
    /// Of these models.
    pub models: Option<Vec<i64>>,
    /// Of these prompt versions.
    pub prompts: Option<Vec<i64>>,
    /// Not made before this day.
    pub from: Option<Day>,
    /// Nor after this one.
    pub to: Option<Day>,
}

/// Attempts that share a status, a reason and where their cost comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingSum {
    /// Where they stand.
    pub status: Status,
    /// The reason that stands with it.
    pub reason: Option<RejectionReason>,
    /// Where their cost comes from; `None` where it is not known.
    pub basis: Option<CostBasis>,
    /// How many.
    pub attempts: u64,
    /// What models charged for them, in nano-units.
    pub nanos: i128,
}

/// The length of usable clips.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LengthSum {
    /// The rate that frames of good parts are counted at; `None` for whole clips.
    pub frame_rate: Option<FrameRate>,
    /// Frames of good parts.
    pub frames: u64,
    /// Whole clips, in microseconds.
    pub duration_us: i64,
    /// Usable clips of which no length is known.
    pub unknown: u64,
}

/// What attempts came to.
#[derive(Debug, Clone, Default)]
pub struct Standings {
    /// By status, reason and cost basis; planned ones too.
    pub standings: Vec<StandingSum>,
    /// What the attempts of a prompt were rejected for.
    pub prompt_reasons: Vec<(i64, RejectionReason, u64)>,
    /// Lengths of usable clips.
    pub lengths: Vec<LengthSum>,
}

impl Library {
    /// What those attempts of a scope came to that the filter lets through; with a person, of those that person made, judged or spent
    /// time on.
    pub async fn standings(&self, scope: &Scope, person: Option<&PersonId>, filter: &LotFilter) -> Result<Standings> {
        let briefs = brief_keys(self.readers(), scope).await?.condition("brief_key");
        let person = match person {
            Some(person) => Some(worked_on_by(self.person_key(person).await?)),
            None => None,
        };
        // The coarse sums know neither day nor model.
        let (attempts, lengths) = match &person {
            Some(worked_on) => (
                format!("(SELECT * FROM attempt_facts WHERE {worked_on})"),
                format!("length_facts WHERE {worked_on} AND"),
            ),
            None if filter.knows_only_prompts() => ("standing_sums".to_owned(), "length_sums WHERE".to_owned()),
            None => ("attempt_sums".to_owned(), "length_sums WHERE".to_owned()),
        };
        let let_through = format!("{briefs}{}", filter.condition());
        let rejected: Vec<String> = (0..)
            .zip(Status::ALL)
            .filter(|(_, status)| status.needs_reason())
            .map(|(rank, _): (u32, _)| rank.to_string())
            .collect();
        let standings = format!(
            "SELECT status_rank, reason, cost_basis, sum(attempts), sum(cost_units), sum(cost_nanos)
             FROM {attempts} WHERE {let_through} AND attempts > 0 GROUP BY 1, 2, 3"
        );
        let reasons = format!(
            "SELECT prompt_key, reason, sum(attempts) FROM {attempts}
             WHERE {let_through} AND attempts > 0 AND prompt_key <> 0 AND reason <> '' AND status_rank IN ({}) GROUP BY 1, 2",
            rejected.join(", ")
        );
        let lengths = format!(
            "SELECT frame_rate, sum(frames), sum(duration_us), sum(unknown) FROM {lengths} {let_through} GROUP BY 1"
        );
        let (standings, prompt_reasons, lengths) = tokio::try_join!(
            self.read_each(standings, standing),
            self.read_each(reasons, prompt_reason),
            self.read_each(lengths, length),
        )?;
        Ok(Standings {
            standings,
            prompt_reasons,
            lengths,
        })
    }

    async fn read_each<T>(&self, sql: String, read: fn(&SqliteRow) -> Result<T>) -> Result<Vec<T>> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        rows.iter().map(read).collect()
    }
}

impl LotFilter {
    fn knows_only_prompts(&self) -> bool {
        self.models.is_none() && self.from.is_none() && self.to.is_none()
    }

    /// Keys are numbers of our own, and a day is written in digits.
    fn condition(&self) -> String {
        let listed = |column: &str, keys: &Option<Vec<i64>>| {
            let keys: Option<Vec<String>> = keys.as_ref().map(|keys| keys.iter().map(ToString::to_string).collect());
            keys.map_or_else(String::new, |keys| format!(" AND {column} IN ({})", keys.join(", ")))
        };
        let from = self.from.map(|from| format!(" AND day >= '{from}'"));
        let to = self.to.map(|to| format!(" AND day <= '{to}'"));
        [
            listed("model_key", &self.models),
            listed("prompt_key", &self.prompts),
            from.unwrap_or_default(),
            to.unwrap_or_default(),
        ]
        .concat()
    }
}

fn standing(row: &SqliteRow) -> Result<StandingSum> {
    Ok(StandingSum {
        status: status_of_rank(row.try_get(0)?)?,
        reason: match row.try_get::<&str, _>(1)? {
            "" => None,
            word => Some(word.parse().map_err(|_| unreadable("reason", word))?),
        },
        basis: match row.try_get::<&str, _>(2)? {
            "" => None,
            word => Some(basis(word)?),
        },
        attempts: counted(row, 3)?,
        nanos: nanos(row.try_get(4)?, row.try_get(5)?),
    })
}

fn prompt_reason(row: &SqliteRow) -> Result<(i64, RejectionReason, u64)> {
    let word: &str = row.try_get(1)?;
    let reason = word.parse().map_err(|_| unreadable("reason", word))?;
    Ok((row.try_get(0)?, reason, counted(row, 2)?))
}

fn length(row: &SqliteRow) -> Result<LengthSum> {
    Ok(LengthSum {
        frame_rate: match row.try_get::<&str, _>(0)? {
            "" => None,
            _ => Some(row.text("frame_rate")?),
        },
        frames: counted(row, 1)?,
        duration_us: row.try_get(2)?,
        unknown: counted(row, 3)?,
    })
}
