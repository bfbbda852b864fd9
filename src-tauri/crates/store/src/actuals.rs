//! What a pilot's models really charged, over the seconds that were measured in the files: by model, by prompt version, by clip.

use crate::error::Result;
use crate::library::Library;
use crate::row::Columns;
use crate::scope::{Scope, brief_keys};
use crate::sums::{basis, money};
use circletake_domain::frame::Microseconds;
use circletake_domain::id::{GenerationId, ModelName, PilotId, PromptId};
use circletake_domain::money::{Amount, CostBasis};
use circletake_domain::status::Status;
use rust_decimal::Decimal;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// What is told apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ActualPart {
    /// Attempts by one model; `None` where it is not known.
    Model(Option<ModelName>),
    /// Attempts with one prompt version; `None` where it is not known.
    Prompt(Option<(PromptId, String)>),
}

/// Attempts of one part, of one model and with one basis of their cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actual {
    /// Of which part.
    pub part: ActualPart,
    /// By which model: what was planned for it is what they are held against.
    pub model: Option<ModelName>,
    /// How their cost is known; `None` for those whose cost is not.
    pub basis: Option<CostBasis>,
    /// How many.
    pub attempts: u64,
    /// How many of them are usable.
    pub usable: u64,
    /// How many of those are published.
    pub published: u64,
    /// What they cost together.
    pub cost: Decimal,
    /// Seconds measured in the files the models gave.
    pub generated: Microseconds,
    /// Attempts that gave no file that was measured.
    pub unmeasured: u64,
    /// Seconds of their usable clips, as the models gave them.
    pub usable_time: Microseconds,
    /// Seconds of their published clips.
    pub published_time: Microseconds,
}

/// By what a part of the actual costs is grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActualsBy {
    /// By model.
    Model,
    /// By prompt version.
    Prompt,
}

/// What was planned for one generation of a model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedCost {
    /// Of which model.
    pub model: ModelName,
    /// What it was expected to cost.
    pub cost: Amount,
}

/// One attempt, projected and actual.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActualClip {
    /// Which.
    pub generation: GenerationId,
    /// Where it stands.
    pub status: Status,
    /// By which model.
    pub model: Option<ModelName>,
    /// With which prompt version.
    pub prompt: Option<(PromptId, String)>,
    /// What it was expected to cost: as planned for its model, or else by the price entry kept with it.
    pub projected: Option<Amount>,
    /// What it cost, and how that is known.
    pub actual: Option<(Amount, CostBasis)>,
    /// Its length as FFmpeg measured it.
    pub measured: Option<Microseconds>,
    /// The length that was asked for.
    pub requested: Option<Microseconds>,
}

const ATTEMPT: &str = "g.status NOT IN ('draft_brief', 'prompt_ready')";
const USABLE: &str = "g.status IN ('approved_to_publish', 'scheduled', 'published')";

/// What models charged for the attempts of these briefs, in groups. Version 1 is the file that the model gave; later ones are edits.
pub(crate) fn actuals_sql(of_briefs: &str, by: ActualsBy) -> String {
    let (group, prompt) = match by {
        ActualsBy::Model => (
            "g.model_key, g.cost_basis",
            "NULL AS prompt_id, NULL AS prompt_version,",
        ),
        ActualsBy::Prompt => (
            "g.prompt_key, g.model_key, g.cost_basis",
            "p.id AS prompt_id, p.version AS prompt_version,",
        ),
    };
    format!(
        "SELECT m.name AS model, {prompt} g.cost_basis, count(*) AS attempts,
                sum({USABLE}) AS usable, sum(g.status = 'published') AS published,
                sum(g.cost_nanos / 1000000000) AS units, sum(g.cost_nanos % 1000000000) AS nanos,
                coalesce(sum(c.duration_us), 0) AS generated, sum(c.key IS NULL) AS unmeasured,
                coalesce(sum(CASE WHEN {USABLE} THEN c.duration_us END), 0) AS usable_time,
                coalesce(sum(CASE WHEN g.status = 'published' THEN c.duration_us END), 0) AS published_time
         FROM generations g
         LEFT JOIN clip_versions c ON c.generation_key = g.key AND c.version = 1
         LEFT JOIN models m ON m.key = g.model_key LEFT JOIN prompts p ON p.key = g.prompt_key
         WHERE {of_briefs} AND {ATTEMPT} GROUP BY {group} ORDER BY {group}"
    )
}

/// The attempts of these briefs, each with what was planned for its model; so many prices are bound, then the length and the start of the page.
pub(crate) fn clips_sql(of_briefs: &str, prices: usize) -> String {
    let planned = match prices {
        0 => "SELECT NULL, NULL WHERE false".to_owned(),
        prices => format!("VALUES {}", vec!["(?, ?)"; prices].join(", ")),
    };
    format!(
        "WITH planned (name, cost) AS ({planned})
         SELECT g.id, g.status, m.name AS model, p.id AS prompt_id, p.version AS prompt_version,
                coalesce(planned.cost, g.projected_cost_nanos) AS projected, g.cost_nanos, g.cost_basis,
                c.duration_us AS measured, g.requested_duration_us AS requested
         FROM generations g
         LEFT JOIN clip_versions c ON c.generation_key = g.key AND c.version = 1
         LEFT JOIN models m ON m.key = g.model_key LEFT JOIN prompts p ON p.key = g.prompt_key
         LEFT JOIN planned ON planned.name = m.name
         WHERE {of_briefs} AND {ATTEMPT}
         ORDER BY g.cost_nanos - coalesce(planned.cost, g.projected_cost_nanos) DESC NULLS LAST, g.created_at DESC, g.key DESC
         LIMIT ? OFFSET ?"
    )
}

impl Library {
    /// What models charged in a pilot, by model or by prompt version, and by how it is known.
    pub async fn actuals(&self, pilot: &PilotId, by: ActualsBy) -> Result<Vec<Actual>> {
        let briefs = brief_keys(self.readers(), &Scope::Pilot(pilot.clone())).await?;
        let sql = actuals_sql(&briefs.condition("g.brief_key"), by);
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(self.readers()).await?;
        rows.iter().map(|row| actual(row, by)).collect()
    }

    /// The attempts of a pilot, each with what was planned for it: those that cost the most beyond it first, then the rest, latest
    /// first.
    pub async fn actual_clips(
        &self,
        pilot: &PilotId,
        planned: &[PlannedCost],
        offset: u32,
        limit: u32,
    ) -> Result<Vec<ActualClip>> {
        let briefs = brief_keys(self.readers(), &Scope::Pilot(pilot.clone())).await?;
        let sql = clips_sql(&briefs.condition("g.brief_key"), planned.len());
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for price in planned {
            query = query.bind(price.model.as_str()).bind(price.cost.nanos());
        }
        let rows = query.bind(limit).bind(offset).fetch_all(self.readers()).await?;
        rows.iter().map(clip).collect()
    }
}

fn prompt(row: &SqliteRow) -> Result<Option<(PromptId, String)>> {
    let id: Option<PromptId> = row.text_or_null("prompt_id")?;
    let version: Option<String> = row.try_get("prompt_version")?;
    Ok(id.zip(version))
}

fn actual(row: &SqliteRow, by: ActualsBy) -> Result<Actual> {
    let model: Option<ModelName> = row.text_or_null("model")?;
    let word: Option<String> = row.try_get("cost_basis")?;
    Ok(Actual {
        part: match by {
            ActualsBy::Model => ActualPart::Model(model.clone()),
            ActualsBy::Prompt => ActualPart::Prompt(prompt(row)?),
        },
        model,
        basis: word.map(|word| basis(&word)).transpose()?,
        attempts: row.number("attempts")?,
        usable: row.number("usable")?,
        published: row.number("published")?,
        cost: money(row)?,
        generated: Microseconds(row.try_get("generated")?),
        unmeasured: row.number("unmeasured")?,
        usable_time: Microseconds(row.try_get("usable_time")?),
        published_time: Microseconds(row.try_get("published_time")?),
    })
}

fn clip(row: &SqliteRow) -> Result<ActualClip> {
    let word: Option<String> = row.try_get("cost_basis")?;
    let time = |us: Option<i64>| us.map(Microseconds);
    Ok(ActualClip {
        generation: row.text("id")?,
        status: row.word("status")?,
        model: row.text_or_null("model")?,
        prompt: prompt(row)?,
        projected: row.amount_or_null("projected")?,
        actual: row
            .amount_or_null("cost_nanos")?
            .zip(word.map(|word| basis(&word)).transpose()?),
        measured: time(row.try_get("measured")?),
        requested: time(row.try_get("requested")?),
    })
}
