//! The pilot page: every number, chart and piece of advice of one question, from one use case.

mod advice;
mod charts;
mod overhead;

pub use advice::{AdviceId, AdviceSettings, AdviceView, AsideView, LoopView, RefineView};
pub use charts::{
    BasisSum, ChartName, CostOverAttempts, CostPartView, CostPoint, PointStep, PriceShock, RateRow, Rates, ShockPoint,
    SpendPoint,
};
pub use overhead::{CorrectOverhead, NewOverheadRequest, OverheadEntryView, OverheadFor};

use crate::view::pilot::{ReportView, Scope};
use circletake_domain::day::Day;
use circletake_domain::id::{ModelName, PersonId, PromptId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A prompt version by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct PromptVersion {
    /// `pr_00007`.
    pub id: PromptId,
    /// As written (`3`, `v3`); empty where a log names none.
    pub version: String,
}

/// Which attempts count; an empty list and null narrow nothing. All charts and cards follow.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DashboardFilter {
    /// Attempts of one of these models.
    pub models: Vec<ModelName>,
    /// Attempts with one of these prompt versions.
    pub prompts: Vec<PromptVersion>,
    /// Attempts that this person made, judged or spent time on.
    pub person: Option<PersonId>,
    /// Attempts made on this day (UTC) or later.
    pub from: Option<Day>,
    /// Attempts made on this day (UTC) or before.
    pub to: Option<Day>,
}

/// All data of the pilot page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DashboardView {
    /// What it is about.
    pub scope: Scope,
    /// How it is narrowed.
    pub filter: DashboardFilter,
    /// What it can be narrowed by.
    pub choices: FilterChoices,
    /// The numbers of product.md, of the attempts that count.
    pub report: ReportView,
    /// What follows for the cost of a published clip from the interval of the published rate; the upper end is null where the rate may be 0.
    pub cost_per_published_interval: Option<[Option<String>; 2]>,
    /// What was meant to be spent, and what was: always of the whole scope, whatever the filter.
    pub spend_against: SpendAgainst,
    /// How far the pilot is and how long it still takes: always of the whole scope.
    pub time_left: TimeLeft,
    /// What the money was spent on, in the order of the work.
    pub costs: Vec<CostPartView>,
    /// Where model costs come from.
    pub model_cost_basis: Vec<BasisSum>,
    /// How the cost of a usable clip went, attempt by attempt.
    pub cost_over_attempts: CostOverAttempts,
    /// Usable rates by model, prompt version and week.
    pub rates: Rates,
    /// What was spent until the end of each day, in order.
    pub spend: Vec<SpendPoint>,
    /// What a usable clip would cost if models cost more.
    pub price_shock: PriceShock,
    /// Briefs whose attempts go in a loop, the longest first: always of the whole scope.
    pub loops: Vec<LoopView>,
    /// What the figures suggest, what is pressing first. What was put aside is in it, marked.
    pub advice: Vec<AdviceView>,
    /// Whether everybody's overhead was shared among the attempts that count, because not all of them do.
    pub overhead_is_shared: bool,
}

/// What a page can be narrowed by; only what occurs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct FilterChoices {
    /// Models, by attempts.
    pub models: Vec<ModelChoice>,
    /// Prompt versions, by attempts.
    pub prompts: Vec<OccurringPrompt>,
    /// People.
    pub people: Vec<PersonChoice>,
    /// The day of the first attempt.
    pub first_day: Option<Day>,
    /// The day of the last attempt.
    pub last_day: Option<Day>,
}

/// A model that occurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ModelChoice {
    /// Its name.
    pub model: ModelName,
    /// Attempts of it.
    pub attempts: u32,
}

/// A prompt version that occurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OccurringPrompt {
    /// Its name.
    pub prompt: PromptVersion,
    /// Attempts with it.
    pub attempts: u32,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonChoice {
    /// `pe_0001`.
    pub person: PersonId,
    /// As they write it.
    pub name: String,
}

/// What was meant to be spent, and what was.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct SpendAgainst {
    /// Spent so far in the whole scope, as far as known.
    pub spent: String,
    /// What one clip costs the team today; null where nobody said.
    pub benchmark: Option<String>,
    /// What that is.
    pub benchmark_what: Option<String>,
    /// The budget; null where there is none.
    pub budget: Option<String>,
    /// Spent over budget.
    pub budget_share: Option<String>,
    /// What the plan expected in all; the plan that was frozen when the run started, else the latest. Null without a plan, and where
    /// the plan could not say.
    pub planned: Option<String>,
    /// Spent over planned.
    pub planned_share: Option<String>,
    /// The plan's name; null where none is saved.
    pub plan: Option<String>,
}

/// How far a pilot is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct TimeLeft {
    /// Attempts in the whole scope.
    pub attempts: u32,
    /// How many were planned; null where nobody said.
    pub target: Option<u32>,
    /// How many of those are left.
    pub attempts_left: Option<u32>,
    /// The day it started, by the pilot's settings or its first attempt.
    pub started_on: Option<Day>,
    /// The day it is meant to end; null where nobody said.
    pub ends_on: Option<Day>,
    /// Days until then, today included; negative once it is over.
    pub days_left: Option<i32>,
    /// Attempts a day so far.
    pub attempts_per_day: Option<String>,
    /// The day the planned attempts are made at this pace.
    pub done_on: Option<Day>,
}

/// Asks for the page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct DashboardRequest {
    /// What it is about.
    pub scope: Scope,
    /// How it is narrowed.
    #[serde(default)]
    pub filter: DashboardFilter,
}
