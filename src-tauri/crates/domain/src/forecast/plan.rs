//! A run as it is planned: models, people's minutes, overhead, and what is known of the usable rate.

use super::savings::{Grouping, Saving};
use crate::statistics::{MOST_GENERATIONS, RateBelief};
use rust_decimal::Decimal;
use thiserror::Error;

/// A run as it is planned.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The models that share the run.
    pub models: Vec<PlannedModel>,
    /// What people will do.
    pub work: PlannedWork,
    /// Storage, orchestration, tooling, compliance.
    pub overhead: PlannedOverhead,
    /// What one clip costs the team today.
    pub benchmark: Option<Decimal>,
    /// How many usable clips are wanted.
    pub usable_wanted: Option<u64>,
}

/// A model's part of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedModel {
    /// As logs and price lists call it.
    pub name: String,
    /// How many generations it makes.
    pub generations: u64,
    /// What one of them costs; `None` where no price is known, which is not 0.
    pub cost_per_generation: Option<Decimal>,
    /// How many of them one expects to be usable, and how surely.
    pub rate: RateBelief,
}

/// What people will do. Every clip is reviewed; only those that pass are edited and go through brand review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PlannedWork {
    /// Creative review, on each generation.
    pub review: PlannedMinutes,
    /// Editing, on each usable clip.
    pub editing: PlannedMinutes,
    /// Brand review, on each usable clip.
    pub brand_review: PlannedMinutes,
}

/// Minutes a clip takes, and what an hour of who spends them costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PlannedMinutes {
    /// Minutes for one clip.
    pub minutes: Decimal,
    /// What an hour costs; `None` where nobody said.
    pub hourly_rate: Option<Decimal>,
}

/// What a run costs beside models and people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PlannedOverhead {
    /// Once, whatever the run's size.
    pub once: Decimal,
    /// For each generation.
    pub per_generation: Decimal,
    /// Several prompts in one request.
    pub grouping: Option<Grouping>,
    /// Templates that are used again.
    pub template_reuse: Option<Saving>,
}

/// Why a plan cannot be worked out: which field, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PlanProblem {
    /// Nothing to run.
    #[error("a plan needs at least one model")]
    NoModel,
    /// A cost, a rate or minutes below zero.
    #[error("{field} cannot be below zero, and {value} is")]
    Negative {
        /// As people know it.
        field: &'static str,
        /// What was given.
        value: Decimal,
    },
    /// Beyond what is worked out.
    #[error("at most {MOST_GENERATIONS} generations can be planned")]
    TooManyGenerations,
    /// A saving of less than nothing or more than everything.
    #[error("{field} saves a share from 0 to 1 (30 % is 0.3), not {value}")]
    SavingOutOfRange {
        /// As people know it.
        field: &'static str,
        /// What was given.
        value: Decimal,
    },
    /// No group, or one that no provider takes.
    #[error("a request holds 2 to 16 prompts, not {0}")]
    GroupOutOfRange(u32),
    /// Beyond the range of a decimal.
    #[error("these amounts are too large to be added up")]
    TooLarge,
}

impl PlanProblem {
    /// The field that has to be put right, as people know it.
    pub fn field(&self) -> &'static str {
        match self {
            Self::NoModel => "models",
            Self::Negative { field, .. } | Self::SavingOutOfRange { field, .. } => field,
            Self::TooManyGenerations => "generations",
            Self::GroupOutOfRange(_) => "prompts per request",
            Self::TooLarge => "plan",
        }
    }
}

impl PlannedMinutes {
    /// What one clip's minutes cost. No minutes cost nothing, whoever would spend them.
    pub fn cost(self) -> Option<Decimal> {
        if self.minutes.is_zero() {
            return Some(Decimal::ZERO);
        }
        crate::metrics::cost_of_minutes(self.minutes, self.hourly_rate?)
    }
}

impl Plan {
    /// The generations of all models.
    pub fn generations(&self) -> Result<u64, PlanProblem> {
        let all = self
            .models
            .iter()
            .try_fold(0_u64, |sum, model| sum.checked_add(model.generations));
        all.filter(|all| *all <= MOST_GENERATIONS)
            .ok_or(PlanProblem::TooManyGenerations)
    }

    pub(super) fn check(&self) -> Result<(), PlanProblem> {
        if self.models.is_empty() {
            return Err(PlanProblem::NoModel);
        }
        self.generations()?;
        let prices = self.models.iter().map(|model| ("the price", model.cost_per_generation));
        let work = &self.work;
        let rest = [
            ("review minutes", Some(work.review.minutes)),
            ("editing minutes", Some(work.editing.minutes)),
            ("brand review minutes", Some(work.brand_review.minutes)),
            ("the hourly rate of review", work.review.hourly_rate),
            ("the hourly rate of editing", work.editing.hourly_rate),
            ("the hourly rate of brand review", work.brand_review.hourly_rate),
            ("the overhead", Some(self.overhead.once)),
            ("the overhead per generation", Some(self.overhead.per_generation)),
            ("the benchmark", self.benchmark),
        ];
        for (field, value) in prices.chain(rest) {
            if let Some(value) = value.filter(|value| *value < Decimal::ZERO) {
                return Err(PlanProblem::Negative { field, value });
            }
        }
        self.overhead.check()
    }
}
