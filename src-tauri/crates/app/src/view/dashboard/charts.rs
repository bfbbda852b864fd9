//! The charts of the pilot page. Money, rates and minutes are decimal strings; null is undefined or unknown, never 0.

use circletake_domain::cost_parts::CostPartName;
use circletake_domain::day::Day;
use circletake_domain::money::CostBasis;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A chart that can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChartName {
    /// How far the attempts came.
    Funnel,
    /// Why takes were thrown away.
    Rejections,
    /// What the money was spent on.
    CostStack,
    /// How the cost of a usable clip went.
    CostOverAttempts,
    /// Usable rate by model.
    RateByModel,
    /// Usable rate by prompt version.
    RateByPrompt,
    /// Usable rate by week.
    RateByWeek,
    /// What if models cost more.
    PriceShock,
    /// What was spent until when.
    Spend,
}

impl ChartName {
    /// Every chart.
    pub const ALL: [Self; 9] = [
        Self::Funnel,
        Self::Rejections,
        Self::CostStack,
        Self::CostOverAttempts,
        Self::RateByModel,
        Self::RateByPrompt,
        Self::RateByWeek,
        Self::PriceShock,
        Self::Spend,
    ];

    /// What its file is called, without the ending.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Funnel => "funnel",
            Self::Rejections => "rejections",
            Self::CostStack => "cost_stack",
            Self::CostOverAttempts => "cost_over_attempts",
            Self::RateByModel => "rate_by_model",
            Self::RateByPrompt => "rate_by_prompt",
            Self::RateByWeek => "rate_by_week",
            Self::PriceShock => "price_shock",
            Self::Spend => "spend",
        }
    }
}

/// A part of the cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CostPartView {
    /// Which.
    pub part: CostPartName,
    /// How much.
    pub amount: String,
    /// Its share of all; null while nothing was spent.
    pub share: Option<String>,
    /// Over usable clips; null while none is usable.
    pub per_usable: Option<String>,
    /// Minutes behind it, for people's parts.
    pub minutes: Option<String>,
}

/// Model costs by where they come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BasisSum {
    /// Where they come from; null for attempts whose cost is not known.
    pub basis: Option<CostBasis>,
    /// Attempts.
    pub attempts: u32,
    /// What they cost; null where that is not known.
    pub amount: Option<String>,
}

/// How far a point lies behind the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PointStep {
    /// An attempt, or a few where there are many.
    Attempts,
    /// A day.
    Days,
}

/// How the cost of a usable clip went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CostOverAttempts {
    /// What lies between two points.
    pub step: PointStep,
    /// The points, in order. Overhead that was entered for all is spread evenly, so that the last point is the number on the card.
    pub points: Vec<CostPoint>,
}

/// Where the cost of a usable clip stood after so many attempts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CostPoint {
    /// Attempts so far.
    pub attempts: u32,
    /// Usable so far.
    pub usable: u32,
    /// The day of the last of them.
    pub day: Day,
    /// Spent on them.
    pub total_cost: String,
    /// Over usable; null while none is.
    pub cost_per_usable: Option<String>,
    /// The 95 % interval that follows from the usable rate; the upper end is null where the rate may be 0.
    pub low: Option<String>,
    /// The upper end.
    pub high: Option<String>,
}

/// Usable rates, side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct Rates {
    /// By model, most attempts first; attempts of no known model last.
    pub by_model: Vec<RateRow>,
    /// By prompt version, most attempts first; attempts with no known prompt last.
    pub by_prompt: Vec<RateRow>,
    /// By week (Monday, UTC), in order.
    pub by_week: Vec<RateRow>,
}

/// A usable rate with what else is known of those attempts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RateRow {
    /// The model, `pr_00007 v3`, or the Monday; null for attempts where it is not known.
    pub name: Option<String>,
    /// Attempts, failures included.
    pub total: u32,
    /// Usable.
    pub usable: u32,
    /// usable / total.
    pub usable_rate: Option<String>,
    /// Wilson, 95 %.
    pub interval: Option<[String; 2]>,
    /// All they cost.
    pub total_cost: String,
    /// Over usable; null while none is.
    pub cost_per_usable: Option<String>,
    /// Attempts whose model cost is not known, and missing.
    pub unknown_costs: u32,
}

/// What was spent until the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SpendPoint {
    /// The day, in UTC.
    pub day: Day,
    /// On models, on the day of the attempt.
    pub model: String,
    /// On people, on the day the minutes were spent; minutes of a log on the day of the attempt.
    pub people: String,
    /// On overhead and compliance, on the day it was entered.
    pub overhead: String,
    /// All of it.
    pub total: String,
}

/// What a usable clip would cost if models cost more.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct PriceShock {
    /// From the price as it is to ten times as much, in steps of a half.
    pub points: Vec<ShockPoint>,
    /// The factor at which a usable clip costs the benchmark; null where model prices do not decide it.
    pub factor_at_benchmark: Option<String>,
}

/// What a usable clip would cost at some multiple of the model price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShockPoint {
    /// How many times the price.
    pub factor: String,
    /// All of it.
    pub total_cost: String,
    /// Over usable; null while none is.
    pub cost_per_usable: Option<String>,
    /// People's share of the total; null while nothing was spent.
    pub human_share: Option<String>,
    /// People's cost over usable, which no price changes.
    pub human_per_usable: Option<String>,
}
