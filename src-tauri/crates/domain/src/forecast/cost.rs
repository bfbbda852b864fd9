//! The money of a plan in exact parts: what is spent whatever comes out, and what each usable clip adds.

use super::plan::{Plan, PlanProblem};
use rust_decimal::Decimal;

/// A figure that a plan would need and does not have. What follows from it is not said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unknown {
    /// No price is known for this model.
    ModelPrice(String),
    /// Nobody said what an hour of review costs.
    ReviewRate,
    /// Nobody said what an hour of editing costs.
    EditingRate,
    /// Nobody said what an hour of brand review costs.
    BrandReviewRate,
}

/// The parts; `None` where a figure is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spending {
    /// Models, for the whole run.
    pub(super) models: Option<Decimal>,
    /// Review, for the whole run.
    pub(super) review: Option<Decimal>,
    /// Overhead, for the whole run.
    pub(super) overhead: Decimal,
    /// Editing and brand review of one usable clip.
    pub(super) per_usable: Option<Decimal>,
    /// As far as it is known: the four above with 0 for what is missing.
    known: [Decimal; 4],
    pub(super) unknown: Vec<Unknown>,
}

fn product(count: u64, each: Decimal) -> Result<Decimal, PlanProblem> {
    Decimal::from(count).checked_mul(each).ok_or(PlanProblem::TooLarge)
}

fn plus(a: Decimal, b: Decimal) -> Result<Decimal, PlanProblem> {
    a.checked_add(b).ok_or(PlanProblem::TooLarge)
}

impl Spending {
    pub(super) fn of(plan: &Plan) -> Result<Self, PlanProblem> {
        plan.check()?;
        let generations = plan.generations()?;
        let mut unknown = Vec::new();
        let mut known_models = Decimal::ZERO;
        for model in &plan.models {
            match model.cost_per_generation {
                Some(each) => known_models = plus(known_models, product(model.generations, each)?)?,
                // What is not run costs nothing, whatever its price.
                None if model.generations == 0 => {}
                None => unknown.push(Unknown::ModelPrice(model.name.clone())),
            }
        }
        let models = unknown.is_empty().then_some(known_models);
        let work = &plan.work;
        let review = work.review.cost();
        if review.is_none() {
            unknown.push(Unknown::ReviewRate);
        }
        let (editing, brand) = (work.editing.cost(), work.brand_review.cost());
        if editing.is_none() {
            unknown.push(Unknown::EditingRate);
        }
        if brand.is_none() {
            unknown.push(Unknown::BrandReviewRate);
        }
        let review = review.map(|each| product(generations, each)).transpose()?;
        let overhead = plan.overhead.saved(generations)?.after;
        let known_per_usable = plus(editing.unwrap_or_default(), brand.unwrap_or_default())?;
        Ok(Self {
            models,
            review,
            overhead,
            per_usable: (editing.is_some() && brand.is_some()).then_some(known_per_usable),
            known: [known_models, review.unwrap_or_default(), overhead, known_per_usable],
            unknown,
        })
    }

    /// What is spent whatever comes out.
    pub(super) fn fixed(&self) -> Option<Decimal> {
        self.models?.checked_add(self.review?)?.checked_add(self.overhead)
    }
    /// People, with so many usable clips.
    pub(super) fn people(&self, usable: Decimal) -> Option<Decimal> {
        self.review?.checked_add(self.per_usable?.checked_mul(usable)?)
    }
    /// Everything, with so many usable clips.
    pub(super) fn total(&self, usable: Decimal) -> Option<Decimal> {
        self.fixed()?.checked_add(self.per_usable?.checked_mul(usable)?)
    }
    /// Everything that is known, with so many usable clips: no total, but no less than that.
    pub(super) fn known_total(&self, usable: Decimal) -> Option<Decimal> {
        let [models, review, overhead, per_usable] = self.known;
        models
            .checked_add(review)?
            .checked_add(overhead)?
            .checked_add(per_usable.checked_mul(usable)?)
    }
    /// Everything over so many usable clips; undefined for none.
    pub(super) fn per_usable_clip(&self, usable: Decimal) -> Option<Decimal> {
        if usable <= Decimal::ZERO {
            return None;
        }
        self.fixed()?.checked_div(usable)?.checked_add(self.per_usable?)
    }
    /// The fewest usable clips with which one costs less than that; `None` where no number does.
    pub(super) fn usable_to_cost_less_than(&self, benchmark: Decimal) -> Option<u64> {
        use rust_decimal::prelude::ToPrimitive;
        let fixed = self.fixed()?;
        let margin = benchmark.checked_sub(self.per_usable?)?;
        if margin <= Decimal::ZERO {
            return None;
        }
        fixed.checked_div(margin)?.floor().to_u64()?.checked_add(1)
    }
}
