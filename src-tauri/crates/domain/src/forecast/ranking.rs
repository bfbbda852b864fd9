//! The models by what a usable clip costs with each: the dear one that rarely fails may be the cheap one.

use super::cost::Spending;
use super::outcome::{CostRange, LEVELS, Needed, range};
use super::plan::{Plan, PlanProblem, PlannedModel};
use super::predictive::Predictive;
use crate::statistics::{Interval, RateBelief};
use rust_decimal::Decimal;

/// How sure the number of generations is that a ranking tells.
const SURE: f64 = 0.9;

/// A model as if it made the whole run alone.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedModel {
    /// As in the plan.
    pub name: String,
    /// What a generation costs.
    pub cost_per_generation: Option<Decimal>,
    /// What is believed of its usable rate.
    pub rate: RateBelief,
    /// Where that lies, 95 %.
    pub rate_interval: Interval,
    /// The expected total over the expected usable clips; `None` where the price is unknown or nothing usable is expected.
    pub cost_per_usable: Option<Decimal>,
    /// What a usable clip may cost, 95 %; undefined where the price is unknown.
    pub cost_range: Option<CostRange>,
    /// How likely a usable clip costs less than the benchmark.
    pub beats_benchmark: Option<f64>,
    /// Generations for the usable clips that are wanted.
    pub needed: Option<Needed>,
}

/// Cheapest usable clip first; what cannot be said comes last, by name.
pub(super) fn rank(plan: &Plan) -> Result<Vec<RankedModel>, PlanProblem> {
    let mut ranked = Vec::new();
    for model in &plan.models {
        ranked.push(alone(plan, model)?);
    }
    ranked.sort_by(|a, b| {
        let key = |model: &RankedModel| (model.cost_per_usable.is_none(), model.cost_per_usable);
        key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
    });
    Ok(ranked)
}

fn alone(plan: &Plan, model: &PlannedModel) -> Result<RankedModel, PlanProblem> {
    let whole = Plan {
        models: vec![PlannedModel {
            generations: plan.generations()?,
            ..model.clone()
        }],
        ..plan.clone()
    };
    let spending = Spending::of(&whole)?;
    let predictive = Predictive::of(&whole.groups());
    let usable = range(&predictive, LEVELS[2]);
    let priced = spending.fixed().is_some() && spending.per_usable.is_some();
    Ok(RankedModel {
        name: model.name.clone(),
        cost_per_generation: model.cost_per_generation,
        rate: model.rate,
        rate_interval: model.rate.interval(LEVELS[2]),
        cost_per_usable: spending.per_usable_clip(whole.expected_usable()?),
        cost_range: priced.then(|| CostRange {
            level: usable.level,
            low: spending.per_usable_clip(usable.high.into()),
            high: spending.per_usable_clip(usable.low.into()),
        }),
        beats_benchmark: whole.chance_to_beat(&spending, &predictive),
        needed: plan.usable_wanted.map(|wanted| Needed {
            confidence: SURE,
            generations: model.rate.generations_needed(wanted, SURE),
        }),
    })
}
