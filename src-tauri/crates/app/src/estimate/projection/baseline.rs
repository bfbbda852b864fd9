//! The plan that a run follows, asked about another number of attempts than it was made for.

use super::read;
use crate::view::estimate::{PlanMinutes, PlanView};
use circletake_domain::forecast::{
    Expected, Grouping, Plan, PlannedMinutes, PlannedModel, PlannedOverhead, PlannedWork, Saving,
};
use circletake_domain::id::ModelName;
use circletake_domain::money::Amount;
use circletake_domain::statistics::RateBelief;
use circletake_store::{Actual, PlannedCost};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// A kept plan, ready to be asked about another number of attempts.
pub(super) struct Baseline {
    plan: Plan,
    seconds: Vec<Option<Decimal>>,
}

impl Baseline {
    /// Prices, rates and usable rates are those that the plan was worked out with, not today's.
    pub(super) fn of(view: &PlanView) -> Self {
        let draft = &view.draft;
        let minutes = |planned: &PlanMinutes| PlannedMinutes {
            minutes: read(&planned.minutes).unwrap_or_default(),
            hourly_rate: planned.hourly_rate.as_deref().and_then(read),
        };
        let amount = |text: &str| read(text).unwrap_or_default();
        let (mut models, mut seconds) = (Vec::new(), Vec::new());
        for model in &draft.models {
            let Some(known) = view.estimate.models.iter().find(|one| one.name == model.name.as_str()) else {
                continue;
            };
            let mean = read(&known.rate.mean)
                .and_then(|mean| mean.to_f64())
                .unwrap_or_default();
            let Ok(rate) = RateBelief::exactly(mean.clamp(0.0, 1.0)) else {
                continue;
            };
            let cost = known.cost_per_generation.as_deref().and_then(read);
            let per_second = known.cost_per_second.as_deref().and_then(read);
            let own_length = cost.zip(per_second).and_then(|(cost, each)| cost.checked_div(each));
            seconds.push(own_length.or_else(|| draft.seconds.as_deref().and_then(read)));
            models.push(PlannedModel {
                name: model.name.to_string(),
                generations: u64::from(model.generations),
                cost_per_generation: cost,
                rate,
            });
        }
        let overhead = &draft.overhead;
        let plan = Plan {
            models,
            work: PlannedWork {
                review: minutes(&draft.review),
                editing: minutes(&draft.editing),
                brand_review: minutes(&draft.brand_review),
            },
            overhead: PlannedOverhead {
                once: amount(&overhead.once),
                per_generation: amount(&overhead.per_generation),
                grouping: overhead.grouped.as_ref().map(|grouped| Grouping {
                    prompts_per_request: grouped.per_request,
                    saving: Saving(amount(&grouped.saving)),
                }),
                template_reuse: overhead
                    .template_reuse_saving
                    .as_deref()
                    .map(|saving| Saving(amount(saving))),
            },
            benchmark: None,
            usable_wanted: None,
        };
        Self { plan, seconds }
    }

    /// What one expects after these attempts. A model that was not planned has no price here; a usable clip of it is as likely as
    /// one of the plan's.
    pub(super) fn after(&self, actuals: &[Actual]) -> Option<Expected> {
        let all = self.plan.generations().ok()?;
        let usable = self.plan.expected().ok()?.usable.to_f64()?;
        let mean = if all == 0 {
            0.0
        } else {
            usable / Decimal::from(all).to_f64()?
        };
        let others = RateBelief::exactly(mean.clamp(0.0, 1.0)).ok()?;
        let models = actuals.iter().map(|actual| match self.model(actual) {
            Some((planned, _)) => PlannedModel {
                generations: actual.attempts,
                ..planned.clone()
            },
            None => PlannedModel {
                name: String::new(),
                generations: actual.attempts,
                cost_per_generation: None,
                rate: others,
            },
        });
        let so_far = Plan {
            models: models.collect(),
            ..self.plan.clone()
        };
        so_far.expected().ok()
    }

    pub(super) fn model(&self, actual: &Actual) -> Option<(&PlannedModel, Option<Decimal>)> {
        let name = actual.model.as_ref()?;
        let place = self.plan.models.iter().position(|model| model.name == name.as_str())?;
        Some((self.plan.models.get(place)?, self.seconds.get(place).copied().flatten()))
    }

    /// What was planned for one generation of each model, to the nearest nano-unit.
    pub(super) fn prices(&self) -> Vec<PlannedCost> {
        let known = self.plan.models.iter().filter_map(|model| {
            Some(PlannedCost {
                model: ModelName::new(&model.name).ok()?,
                cost: Amount::rounded(model.cost_per_generation?).ok()?,
            })
        });
        known.collect()
    }
}
