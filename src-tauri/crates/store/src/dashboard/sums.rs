//! The kept sums, read whole for a scope; one person's attempts are summed when they are asked for.

use super::names::DashboardNames;
use super::overhead::OverheadSum;
use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::scope::{BriefKeySet, Scope, brief_keys};
use crate::time_entries::TimeKind;
use circletake_domain::day::Day;
use circletake_domain::id::PersonId;
use circletake_domain::money::Amount;
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

/// What the attempts of a lot come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LotSum {
    /// What they have in common.
    pub lot: Lot,
    /// How many; planned ones are none.
    pub attempts: u64,
    /// Of them, those that failed.
    pub failed: u64,
    /// Of them, those that are usable.
    pub usable: u64,
    /// Of them, those that are published.
    pub published: u64,
    /// Of them, those of an unknown cost.
    pub unknown_costs: u64,
    /// What models charged, in nano-units.
    pub nanos: i128,
}

/// Minutes spent on the attempts of a lot by one person at one rate on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinuteSum {
    /// Of which attempts.
    pub lot: Lot,
    /// On what.
    pub kind: TimeKind,
    /// The day they were spent.
    pub spent: Day,
    /// How long, in microseconds.
    pub duration_us: i64,
    /// What an hour of it costs; `None` where nobody said.
    pub hourly_rate: Option<Amount>,
}

/// Everything that is summed for a scope.
#[derive(Debug, Clone, Default)]
pub struct DashboardSums {
    /// What attempts come to, lot by lot.
    pub lots: Vec<LotSum>,
    /// Minutes of people.
    pub minutes: Vec<MinuteSum>,
    /// Overhead and compliance, as entered.
    pub overhead: Vec<OverheadSum>,
    /// What the keys are called.
    pub names: DashboardNames,
}

/// Where the sums of lots and minutes come from.
struct Sources {
    lots: String,
    minutes: String,
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
        let (lots, minutes, overhead, names) = tokio::try_join!(
            self.lot_sums(sources.lots),
            self.minute_sums(sources.minutes),
            self.overhead_of(scope, &briefs),
            self.dashboard_names(),
        )?;
        Ok(DashboardSums {
            lots,
            minutes,
            overhead,
            names,
        })
    }

    pub(super) async fn person_key(&self, person: &PersonId) -> Result<i64> {
        let key = sqlx::query_scalar("SELECT key FROM people WHERE id = ?").bind(person.as_str());
        let found: Option<i64> = key.fetch_optional(self.readers()).await?;
        found.ok_or_else(|| StoreError::not_found("person", person))
    }

    async fn lot_sums(&self, sql: String) -> Result<Vec<LotSum>> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        let mut days = Days::default();
        rows.iter()
            .map(|row| {
                Ok(LotSum {
                    lot: lot(row, &mut days)?,
                    attempts: counted(row, 4)?,
                    failed: counted(row, 5)?,
                    usable: counted(row, 6)?,
                    published: counted(row, 7)?,
                    unknown_costs: counted(row, 8)?,
                    nanos: nanos(row.try_get(9)?, row.try_get(10)?),
                })
            })
            .collect()
    }

    async fn minute_sums(&self, sql: String) -> Result<Vec<MinuteSum>> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        let (mut days, mut spent) = (Days::default(), Days::default());
        rows.iter()
            .map(|row| {
                let kind: &str = row.try_get(4)?;
                Ok(MinuteSum {
                    lot: lot(row, &mut days)?,
                    kind: kind.parse().map_err(|_| unreadable("kind", kind))?,
                    spent: spent.read(row.try_get(5)?)?,
                    duration_us: row.try_get(6)?,
                    hourly_rate: row.try_get::<Option<i64>, _>(7)?.map(Amount::from_nanos),
                })
            })
            .collect()
    }
}

const LOT_KEYS: &str = "brief_key, day, model_key, prompt_key";

const LOT: &str =
    "brief_key, day, model_key, prompt_key, attempts, failed, usable, published, unknown_costs, cost_units, cost_nanos";

const MINUTES: &str = "SELECT s.brief_key, s.day, s.model_key, s.prompt_key, s.kind, s.spent_day, s.duration_us,
           CASE WHEN s.rate_nanos >= 0 THEN s.rate_nanos ELSE p.hourly_rate_nanos END AS rate";

impl Sources {
    fn kept(briefs: &BriefKeySet) -> Self {
        let (of_briefs, of_summed) = (briefs.condition("brief_key"), briefs.condition("s.brief_key"));
        Self {
            lots: format!("SELECT {LOT} FROM lot_sums WHERE {of_briefs}"),
            minutes: format!(
                "{MINUTES} FROM time_sums s LEFT JOIN people p ON p.key = s.person_key WHERE {of_summed} AND s.duration_us <> 0"
            ),
        }
    }

    /// Both keys are numbers of our own.
    fn of_person(briefs: &BriefKeySet, person: i64) -> Self {
        let (briefs, worked_on) = (briefs.condition("brief_key"), worked_on_by(person));
        Self {
            lots: format!(
                "SELECT {LOT_KEYS}, sum(status_rank >= 2), sum(status_rank = 3), sum(status_rank >= 14), sum(status_rank = 16),
                        sum(status_rank >= 2 AND cost_basis = ''), sum(cost_units), sum(cost_nanos)
                 FROM attempt_facts WHERE {briefs} AND {worked_on} GROUP BY 1, 2, 3, 4"
            ),
            minutes: format!(
                "{MINUTES} FROM (SELECT {LOT_KEYS}, kind, person_key, rate_nanos, spent_day, sum(duration_us) AS duration_us
                                 FROM time_facts WHERE {briefs} AND {worked_on} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) s
                 LEFT JOIN people p ON p.key = s.person_key"
            ),
        }
    }
}

/// What a person made, judged or spent time on.
pub(super) fn worked_on_by(person: i64) -> String {
    format!(
        "generation_key IN (SELECT key FROM generations WHERE made_by_key = {person}
                            UNION SELECT generation_key FROM time_entries WHERE person_key = {person}
                            UNION SELECT generation_key FROM moves WHERE person_key = {person})"
    )
}

/// By position: names are looked up anew in every row, and there are thousands.
fn lot(row: &SqliteRow, days: &mut Days) -> Result<Lot> {
    Ok(Lot {
        brief: row.try_get(0)?,
        day: days.read(row.try_get(1)?)?,
        model: known(row.try_get(2)?),
        prompt: known(row.try_get(3)?),
    })
}

/// Reads days that mostly repeat, because rows come in their order.
#[derive(Default)]
struct Days {
    last: Option<(String, Day)>,
}

impl Days {
    fn read(&mut self, text: &str) -> Result<Day> {
        match &self.last {
            Some((same, day)) if same == text => Ok(*day),
            _ => {
                let read = day(text)?;
                self.last = Some((text.to_owned(), read));
                Ok(read)
            }
        }
    }
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

pub(super) fn counted(row: &SqliteRow, place: usize) -> Result<u64> {
    let number: i64 = row.try_get(place)?;
    u64::try_from(number).map_err(|_| unreadable("a count", &number.to_string()))
}

pub(super) fn nanos(units: i64, nanos: i64) -> i128 {
    i128::from(units) * 1_000_000_000 + i128::from(nanos)
}

pub(super) fn unreadable(field: &str, value: &str) -> StoreError {
    StoreError::Unreadable {
        field: field.to_owned(),
        value: value.to_owned(),
    }
}
