//! What a plan comes to, as text: ranges are `[low, high]`, and an end that has no amount is null.

use circletake_domain::money::Currency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a plan comes to. Null is unknown or undefined, never 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanEstimate {
    /// The currency of every amount.
    pub currency: Currency,
    /// All generations.
    pub generations: u32,
    /// How many usable clips one expects.
    pub expected_usable: String,
    /// How many there may be, widest last.
    pub usable_ranges: Vec<CountRange>,
    /// How likely not a single clip is usable.
    pub chance_of_none: String,
    /// What models charge.
    pub model_cost: Option<String>,
    /// What people cost, with the usable clips one expects.
    pub human_cost: Option<String>,
    /// Storage, orchestration, tooling, compliance, after savings.
    pub overhead_cost: String,
    /// All of it.
    pub total_cost: Option<String>,
    /// What is known of it; less than it where anything is unknown.
    pub known_cost: String,
    /// What is missing for the rest.
    pub unknown: Vec<UnknownCost>,
    /// The expected total over the expected usable clips.
    pub cost_per_usable: Option<String>,
    /// The widest of the ranges below.
    pub cost_per_usable_interval: Option<[Option<String>; 2]>,
    /// What a usable clip may cost, widest last.
    pub cost_per_usable_ranges: Vec<AmountRange>,
    /// What a usable clip costs in twenty equally likely outcomes, dearest last; null where none is usable.
    pub outcomes: Vec<Option<String>>,
    /// What one clip costs the team today.
    pub benchmark: Option<String>,
    /// How likely a usable clip costs less than that.
    pub beats_benchmark: Option<String>,
    /// How many usable clips are wanted.
    pub usable_wanted: Option<u32>,
    /// Generations for them, at rising confidence.
    pub needed: Vec<NeededView>,
    /// What the cost of a usable clip hangs on, most important first.
    pub swings: Vec<SwingView>,
    /// The models as if each made the run alone, cheapest usable clip first.
    pub models: Vec<RankedModelView>,
    /// What grouped prompts and reused templates are assumed to save.
    pub saved: Option<SavedView>,
}

/// Between so many and so many usable clips.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CountRange {
    /// How likely it holds.
    pub level: String,
    /// Both ends are in it.
    pub interval: [u32; 2],
}

/// Between so much and so much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AmountRange {
    /// How likely it holds.
    pub level: String,
    /// An end is null where there may be no usable clip at all.
    pub interval: [Option<String>; 2],
}

/// A figure that a plan would need and does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnknownCost {
    /// What it is.
    pub kind: UnknownKind,
    /// Of which model.
    pub model: Option<String>,
    /// What is missing and why, in a sentence.
    pub message: String,
}

/// What can be unknown in a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UnknownKind {
    /// A model's price.
    ModelPrice,
    /// What an hour of review costs.
    ReviewRate,
    /// What an hour of editing costs.
    EditingRate,
    /// What an hour of brand review costs.
    BrandReviewRate,
}

/// How many generations the wanted clips need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NeededView {
    /// How sure one wants to be.
    pub confidence: String,
    /// How many; null where no number is enough.
    #[ts(type = "number | null")]
    pub generations: Option<u64>,
    /// Why there is no number.
    pub why_not: Option<String>,
}

/// What was moved to see how much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SwingInput {
    /// Every model's usable rate, within its 80 % range; one taken as known, a quarter down and up.
    UsableRate,
    /// Every model's price, a quarter down and up.
    ModelPrice,
    /// Review minutes per clip, a quarter down and up.
    ReviewMinutes,
    /// Editing minutes per usable clip, a quarter down and up.
    EditingMinutes,
    /// Brand review minutes per usable clip, a quarter down and up.
    BrandReviewMinutes,
    /// What people cost an hour, a quarter down and up.
    HourlyRates,
    /// The overhead, a quarter down and up.
    Overhead,
    /// What grouping and reuse save: 20 and 40 %.
    Savings,
    /// The size of the run, a quarter down and up.
    Generations,
}

/// An input moved alone, and what a usable clip costs at either end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SwingView {
    /// What was moved.
    pub input: SwingInput,
    /// Its two values, where each is one number.
    pub values: [Option<String>; 2],
    /// What a usable clip costs with them; null where no amount is high enough.
    pub costs: [Option<String>; 2],
}

/// A model as if it made the run alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RankedModelView {
    /// As in the plan.
    pub name: String,
    /// What a generation costs.
    pub cost_per_generation: Option<String>,
    /// What a second costs, where the length is said.
    pub cost_per_second: Option<String>,
    /// Where the price comes from, or why there is none.
    pub price_basis: String,
    /// What is believed of its usable rate.
    pub rate: RateView,
    /// The expected total over the expected usable clips.
    pub cost_per_usable: Option<String>,
    /// What a usable clip may cost, 95 %.
    pub cost_per_usable_interval: Option<[Option<String>; 2]>,
    /// How likely a usable clip costs less than the benchmark.
    pub beats_benchmark: Option<String>,
    /// Generations for the wanted clips, at 90 %.
    pub needed: Option<NeededView>,
}

/// What is believed of a usable rate, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RateView {
    /// What one expects.
    pub mean: String,
    /// Where it lies, 95 %.
    pub interval: [String; 2],
    /// Where that comes from: `8 of 50 seen in pl_0001`.
    pub basis: String,
}

/// What grouped prompts and reused templates are assumed to save of the overhead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedView {
    /// The overhead without either.
    pub before: String,
    /// What is left of it.
    pub after: String,
    /// What is saved.
    pub amount: String,
    /// What would be saved if each pattern saved 20 %, and 40 %: what is expected of them.
    pub expected: [String; 2],
    /// Requests that are sent.
    pub requests: u32,
}
