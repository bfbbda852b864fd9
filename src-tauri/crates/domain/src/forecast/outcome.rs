//! What a plan comes to.

use super::cost::{Spending, Unknown};
use super::plan::{Plan, PlanProblem};
use super::predictive::{Group, Predictive};
use super::ranking::{self, RankedModel};
use super::savings::Saved;
use super::tornado::{self, Swing};
use crate::statistics::{PlanningError, count, fewest};
use rust_decimal::{Decimal, prelude::FromPrimitive};

/// The ranges that are told, as probabilities: half, most, nearly all.
pub const LEVELS: [f64; 3] = [0.5, 0.8, 0.95];
/// The confidences that generations are worked out for.
pub const CONFIDENCES: [f64; 4] = [0.5, 0.8, 0.9, 0.95];
/// How many equally likely outcomes the picture of the cost is made of.
const OUTCOMES: u32 = 20;

/// What a plan comes to. Where a price or a rate is missing, so is what follows from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// All of them.
    pub generations: u64,
    /// How many usable clips one expects.
    pub expected_usable: Decimal,
    /// How many there may be, widest last: [`LEVELS`].
    pub usable: [UsableRange; 3],
    /// How likely not a single clip is usable.
    pub chance_of_none: f64,
    /// What models charge.
    pub model_cost: Option<Decimal>,
    /// What people cost, with the usable clips one expects.
    pub human_cost: Option<Decimal>,
    /// Storage, orchestration, tooling, compliance, after savings.
    pub overhead_cost: Decimal,
    /// How that comes about.
    pub saved: Saved,
    /// All of it, with the usable clips one expects.
    pub total: Option<Decimal>,
    /// What is known of the total; less than it where anything is unknown.
    pub known_total: Decimal,
    /// What was missing.
    pub unknown: Vec<Unknown>,
    /// The expected total over the expected usable clips.
    pub cost_per_usable: Option<Decimal>,
    /// What a usable clip may cost, widest last: [`LEVELS`].
    pub cost_ranges: Option<[CostRange; 3]>,
    /// What a usable clip costs in twenty equally likely outcomes, dearest last; `None` in one without any usable clip.
    pub outcomes: Vec<Option<Decimal>>,
    /// How likely a usable clip costs less than the benchmark.
    pub beats_benchmark: Option<f64>,
    /// Generations for the usable clips that are wanted, at each of [`CONFIDENCES`].
    pub needed: Vec<Needed>,
    /// What the cost of a usable clip hangs on, most important first.
    pub swings: Vec<Swing>,
    /// The models as if each made the whole run alone, cheapest usable clip first.
    pub ranking: Vec<RankedModel>,
}

/// Between so many and so many usable clips.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UsableRange {
    /// How likely it holds.
    pub level: f64,
    /// At least; the number itself is in it.
    pub low: u64,
    /// At most.
    pub high: u64,
}

/// Between so much and so much for a usable clip.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CostRange {
    /// How likely it holds.
    pub level: f64,
    /// With the most usable clips of the range; `None` where even then there is none.
    pub low: Option<Decimal>,
    /// With the fewest; `None` where there may be none, and no amount is high enough.
    pub high: Option<Decimal>,
}

/// How many generations a plan needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Needed {
    /// How sure one wants to be.
    pub confidence: f64,
    /// How many, or why there is no number.
    pub generations: Result<u64, PlanningError>,
}

/// What one expects of a plan, without any range: what is held against what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// Usable clips.
    pub usable: Decimal,
    /// What models charge.
    pub model_cost: Option<Decimal>,
    /// What people cost.
    pub human_cost: Option<Decimal>,
    /// Storage, orchestration, tooling, compliance, after savings.
    pub overhead_cost: Decimal,
    /// All of it.
    pub total: Option<Decimal>,
    /// The total over the usable clips.
    pub cost_per_usable: Option<Decimal>,
}

impl Plan {
    /// What one expects.
    pub fn expected(&self) -> Result<Expected, PlanProblem> {
        let spending = Spending::of(self)?;
        let usable = self.expected_usable()?;
        Ok(Expected {
            usable,
            model_cost: spending.models,
            human_cost: spending.people(usable),
            overhead_cost: spending.overhead,
            total: spending.total(usable),
            cost_per_usable: spending.per_usable_clip(usable),
        })
    }

    /// Works it all out.
    pub fn forecast(&self) -> Result<Forecast, PlanProblem> {
        let spending = Spending::of(self)?;
        let generations = self.generations()?;
        let groups = self.groups();
        let predictive = Predictive::of(&groups);
        let expected_usable = self.expected_usable()?;
        let usable = LEVELS.map(|level| range(&predictive, level));
        Ok(Forecast {
            generations,
            expected_usable,
            usable,
            chance_of_none: 1.0 - predictive.at_least(1),
            model_cost: spending.models,
            human_cost: spending.people(expected_usable),
            overhead_cost: spending.overhead,
            saved: self.overhead.saved(generations)?,
            total: spending.total(expected_usable),
            known_total: spending.known_total(expected_usable).ok_or(PlanProblem::TooLarge)?,
            cost_per_usable: spending.per_usable_clip(expected_usable),
            cost_ranges: priced(&spending, usable),
            outcomes: outcomes(&spending, &predictive),
            beats_benchmark: self.chance_to_beat(&spending, &predictive),
            needed: self
                .usable_wanted
                .map(|wanted| needed(&groups, wanted))
                .unwrap_or_default(),
            swings: tornado::swings(self),
            ranking: ranking::rank(self)?,
            unknown: spending.unknown,
        })
    }

    /// How many usable clips one expects.
    pub(super) fn expected_usable(&self) -> Result<Decimal, PlanProblem> {
        let expected = self
            .models
            .iter()
            .map(|model| count(model.generations) * model.rate.mean())
            .sum();
        Decimal::from_f64(expected).ok_or(PlanProblem::TooLarge)
    }

    /// Models of which the same is believed share one rate: what it really is will be so for all of them.
    pub(super) fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for model in &self.models {
            match groups.iter_mut().find(|group| group.rate == model.rate) {
                Some(group) => group.generations += model.generations,
                None => groups.push(Group {
                    generations: model.generations,
                    rate: model.rate,
                }),
            }
        }
        groups
    }

    pub(super) fn chance_to_beat(&self, spending: &Spending, predictive: &Predictive) -> Option<f64> {
        let benchmark = self.benchmark?;
        spending.fixed()?;
        spending.per_usable?;
        Some(
            spending
                .usable_to_cost_less_than(benchmark)
                .map_or(0.0, |usable| predictive.at_least(usable)),
        )
    }
}

pub(super) fn range(predictive: &Predictive, level: f64) -> UsableRange {
    UsableRange {
        level,
        low: predictive.quantile((1.0 - level) / 2.0),
        high: predictive.quantile(f64::midpoint(1.0, level)),
    }
}

/// A usable clip costs the less the more there are, so that the ends of one range are the ends of the other.
fn priced(spending: &Spending, usable: [UsableRange; 3]) -> Option<[CostRange; 3]> {
    spending.fixed()?;
    spending.per_usable?;
    Some(usable.map(|UsableRange { level, low, high }| CostRange {
        level,
        low: spending.per_usable_clip(high.into()),
        high: spending.per_usable_clip(low.into()),
    }))
}

fn outcomes(spending: &Spending, predictive: &Predictive) -> Vec<Option<Decimal>> {
    if spending.fixed().is_none() || spending.per_usable.is_none() {
        return Vec::new();
    }
    (0..OUTCOMES)
        .map(|place| {
            let probability = 1.0 - (f64::from(place) + 0.5) / f64::from(OUTCOMES);
            spending.per_usable_clip(predictive.quantile(probability).into())
        })
        .collect()
}

fn needed(groups: &[Group], wanted: u64) -> Vec<Needed> {
    CONFIDENCES
        .map(|confidence| Needed {
            confidence,
            generations: match groups {
                [only] => only.rate.generations_needed(wanted, confidence),
                several => fewest(wanted, confidence, |generations| {
                    Predictive::of(&scaled(several, generations)).at_least(wanted)
                }),
            },
        })
        .to_vec()
}

/// The same shares of another number of generations; no generation is lost in rounding.
fn scaled(groups: &[Group], generations: u64) -> Vec<Group> {
    let all: u128 = groups.iter().map(|group| u128::from(group.generations)).sum();
    let (mut so_far, mut given) = (0_u128, 0_u64);
    groups
        .iter()
        .map(|group| {
            so_far += u128::from(group.generations);
            let until = (u128::from(generations) * so_far).checked_div(all).unwrap_or_default();
            let until = u64::try_from(until).unwrap_or(generations);
            let own = until - given;
            given = until;
            Group {
                generations: own,
                rate: group.rate,
            }
        })
        .collect()
}
