//! The kept sums, read whole for a scope; one person's attempts are summed when they are asked for.

use super::names::DashboardNames;
use super::overhead::OverheadSum;
use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{BriefKeySet, Scope, brief_keys};
use crate::sums::basis;
use crate::time_entries::TimeKind;
use circletake_domain::day::Day;
use circletake_domain::frame::FrameRate;
use circletake_domain::id::PersonId;
use circletake_domain::money::{Amount, CostBasis};
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// What attempts have in common that the page groups and filters by. Keys are numbers in this library; [`DashboardNames`] has their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lot {
    /// Their brief.
    pub brief: i64,
    /// The day they were made, in UTC.
    pub day: Day,
    /// Their model, where known.
    pub model: Option<i64>,
    /// Their prompt version, where known.
    pub prompt: Option<i64>,
}

/// Attempts that share a lot, a status, a reason and where their cost comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttemptSum {
    /// What they have in common.
    pub lot: Lot,
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

/// Minutes spent on the attempts of a lot by one person at one rate on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinuteSum {
    /// Of which attempts.
    pub lot: Lot,
    /// On what.
    pub kind: TimeKind,
    /// Who; `None` where a log does not say.
    pub person: Option<i64>,
    /// The day they were spent.
    pub spent: Day,
    /// How long, in microseconds.
    pub duration_us: i64,
    /// What an hour of it costs; `None` where nobody said.
    pub hourly_rate: Option<Amount>,
}

/// The length of usable clips.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LengthSum {
    /// Of which attempts.
    pub lot: Lot,
    /// The rate that frames of good parts are counted at; `None` for whole clips.
    pub frame_rate: Option<FrameRate>,
    /// Frames of good parts.
    pub frames: u64,
    /// Whole clips, in microseconds.
    pub duration_us: i64,
    /// Usable clips of which no length is known.
    pub unknown: u64,
}

/// Everything that is summed for a scope.
#[derive(Debug, Clone, Default)]
pub struct DashboardSums {
    /// Attempts and planned generations.
    pub attempts: Vec<AttemptSum>,
    /// Minutes of people.
    pub minutes: Vec<MinuteSum>,
    /// Lengths of usable clips.
    pub lengths: Vec<LengthSum>,
    /// Overhead and compliance, as entered.
    pub overhead: Vec<OverheadSum>,
    /// What the keys are called.
    pub names: DashboardNames,
}

/// Where the sums of attempts, minutes and lengths come from.
struct Sources {
    attempts: String,
    minutes: String,
    lengths: String,
}

impl Library {
    /// Everything that is summed for a scope. With a person, only the attempts that person made, judged or spent time on; overhead is
    /// everyone's and is listed whole.
    pub async fn dashboard_sums(&self, scope: &Scope, person: Option<&PersonId>) -> Result<DashboardSums> {
        let briefs = brief_keys(self.readers(), scope).await?;
        let sources = match person {
            None => Sources::kept(&briefs),
            Some(person) => Sources::of_person(&briefs, self.person_key(person).await?),
        };
        let (attempts, minutes, lengths, overhead, names) = tokio::try_join!(
            self.attempt_sums(sources.attempts),
            self.minute_sums(sources.minutes),
            self.length_sums(sources.lengths),
            self.overhead_of(scope, &briefs),
            self.dashboard_names(),
        )?;
        Ok(DashboardSums {
            attempts,
            minutes,
            lengths,
            overhead,
            names,
        })
    }

    pub(super) async fn person_key(&self, person: &PersonId) -> Result<i64> {
        let key = sqlx::query_scalar("SELECT key FROM people WHERE id = ?").bind(person.as_str());
        let found: Option<i64> = key.fetch_optional(self.readers()).await?;
        found.ok_or_else(|| StoreError::not_found("person", person))
    }

    async fn attempt_sums(&self, sql: String) -> Result<Vec<AttemptSum>> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        rows.iter()
            .map(|row| {
                Ok(AttemptSum {
                    lot: lot(row)?,
                    status: status_of_rank(row.try_get(4)?)?,
                    reason: word_or_nothing(row, 5)?,
                    basis: match row.try_get::<&str, _>(6)? {
                        "" => None,
                        word => Some(basis(word)?),
                    },
                    attempts: row.number("attempts")?,
                    nanos: nanos(row.try_get(8)?, row.try_get(9)?),
                })
            })
            .collect()
    }

    async fn minute_sums(&self, sql: String) -> Result<Vec<MinuteSum>> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        rows.iter()
            .map(|row| {
                Ok(MinuteSum {
                    lot: lot(row)?,
                    kind: row.word("kind")?,
                    person: known(row.try_get(5)?),
                    spent: day(row.try_get(6)?)?,
                    duration_us: row.try_get(7)?,
                    hourly_rate: row.amount_or_null("rate")?,
                })
            })
            .collect()
    }

    async fn length_sums(&self, sql: String) -> Result<Vec<LengthSum>> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        rows.iter()
            .map(|row| {
                Ok(LengthSum {
                    lot: lot(row)?,
                    frame_rate: match row.try_get::<String, _>(4)? {
                        nothing if nothing.is_empty() => None,
                        _ => Some(row.text("frame_rate")?),
                    },
                    frames: row.number("frames")?,
                    duration_us: row.try_get(6)?,
                    unknown: row.number("unknown")?,
                })
            })
            .collect()
    }
}

const MINUTES: &str =
    "SELECT s.brief_key, s.day, s.model_key, s.prompt_key, s.kind, s.person_key, s.spent_day, s.duration_us,
           CASE WHEN s.rate_nanos >= 0 THEN s.rate_nanos ELSE p.hourly_rate_nanos END AS rate";

impl Sources {
    fn kept(briefs: &BriefKeySet) -> Self {
        let (of_briefs, of_summed) = (briefs.condition("brief_key"), briefs.condition("s.brief_key"));
        Self {
            attempts: format!(
                "SELECT brief_key, day, model_key, prompt_key, status_rank, reason, cost_basis, attempts, cost_units, cost_nanos
                 FROM attempt_sums WHERE {of_briefs} AND attempts > 0"
            ),
            minutes: format!("{MINUTES} FROM time_sums s LEFT JOIN people p ON p.key = s.person_key WHERE {of_summed}"),
            lengths: format!(
                "SELECT brief_key, day, model_key, prompt_key, frame_rate, frames, duration_us, unknown FROM length_sums WHERE {of_briefs}"
            ),
        }
    }

    /// Both keys are numbers of our own.
    fn of_person(briefs: &BriefKeySet, person: i64) -> Self {
        let briefs = briefs.condition("brief_key");
        let worked_on = format!(
            "generation_key IN (SELECT key FROM generations WHERE made_by_key = {person}
                                UNION SELECT generation_key FROM time_entries WHERE person_key = {person}
                                UNION SELECT generation_key FROM moves WHERE person_key = {person})"
        );
        Self {
            attempts: format!(
                "SELECT brief_key, day, model_key, prompt_key, status_rank, reason, cost_basis, count(*) AS attempts,
                        sum(cost_units) AS cost_units, sum(cost_nanos) AS cost_nanos
                 FROM attempt_facts WHERE {briefs} AND {worked_on} GROUP BY 1, 2, 3, 4, 5, 6, 7"
            ),
            minutes: format!(
                "{MINUTES} FROM (SELECT brief_key, day, model_key, prompt_key, kind, person_key, rate_nanos, spent_day,
                                        sum(duration_us) AS duration_us
                                 FROM time_facts WHERE {briefs} AND {worked_on} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) s
                 LEFT JOIN people p ON p.key = s.person_key"
            ),
            lengths: format!(
                "SELECT brief_key, day, model_key, prompt_key, frame_rate, sum(frames) AS frames, sum(duration_us) AS duration_us,
                        sum(unknown) AS unknown
                 FROM length_facts WHERE {briefs} AND {worked_on} GROUP BY 1, 2, 3, 4, 5"
            ),
        }
    }
}

/// By position: names are looked up anew in every row, and there are thousands.
fn lot(row: &SqliteRow) -> Result<Lot> {
    Ok(Lot {
        brief: row.try_get(0)?,
        day: day(row.try_get(1)?)?,
        model: known(row.try_get(2)?),
        prompt: known(row.try_get(3)?),
    })
}

pub(super) fn day(text: &str) -> Result<Day> {
    Day::parse(text).map_err(|_| unreadable("day", text))
}

pub(super) fn known(key: i64) -> Option<i64> {
    (key != 0).then_some(key)
}

pub(super) fn status_of_rank(rank: i64) -> Result<Status> {
    let found = usize::try_from(rank).ok().and_then(|rank| Status::ALL.get(rank));
    found
        .copied()
        .ok_or_else(|| unreadable("status_rank", &rank.to_string()))
}

fn word_or_nothing(row: &SqliteRow, place: usize) -> Result<Option<RejectionReason>> {
    match row.try_get::<&str, _>(place)? {
        "" => Ok(None),
        word => word.parse().map(Some).map_err(|_| unreadable("reason", word)),
    }
}

pub(super) fn nanos(units: i64, nanos: i64) -> i128 {
    i128::from(units) * 1_000_000_000 + i128::from(nanos)
}

fn unreadable(field: &str, value: &str) -> StoreError {
    StoreError::Unreadable {
        field: field.to_owned(),
        value: value.to_owned(),
    }
}
