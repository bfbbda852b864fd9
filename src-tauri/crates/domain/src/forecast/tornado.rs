//! Which input matters most: each is moved alone, and the cost of a usable clip is looked at.

use super::cost::Spending;
use super::plan::{Plan, PlannedMinutes};
use super::savings::{EXPECTED_SAVING, Saving};
use crate::statistics::RateBelief;
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// The usable rate is moved within the range that holds it with this probability.
const RATE_LEVEL: f64 = 0.8;

/// What is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// Every model's usable rate, to the ends of its 80 % range; a rate that is taken as known, a quarter down and up.
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
    /// The share that grouped prompts and reused templates save: 20 and 40 %.
    Savings,
    /// The size of the run, a quarter down and up: what is paid once is spread over it.
    Generations,
}

/// An input, and what a usable clip costs at either end of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Swing {
    /// What was moved.
    pub input: Input,
    /// Its lower value, as far as it is one number; with several models, the mean over the run.
    pub low: Option<Decimal>,
    /// Its upper value.
    pub high: Option<Decimal>,
    /// What a usable clip costs with the lower value; `None` where no amount is high enough.
    pub at_low: Option<Decimal>,
    /// What a usable clip costs with the upper value.
    pub at_high: Option<Decimal>,
}

impl Swing {
    /// From one end to the other; `None` where one end has no amount.
    pub fn width(&self) -> Option<Decimal> {
        Some((self.at_high? - self.at_low?).abs())
    }
}

/// Most important first; inputs that change nothing are left out. Nothing is said where the cost itself is unknown.
pub(super) fn swings(plan: &Plan) -> Vec<Swing> {
    if expected_cost(plan).is_none() {
        return Vec::new();
    }
    let mut swings: Vec<Swing> = moved(plan)
        .into_iter()
        .map(|(input, [(low, lower), (high, upper)])| Swing {
            input,
            low,
            high,
            at_low: expected_cost(&lower),
            at_high: expected_cost(&upper),
        })
        .filter(|swing| swing.width() != Some(Decimal::ZERO))
        .collect();
    swings.sort_by_key(|swing| std::cmp::Reverse((swing.width().is_none(), swing.width())));
    swings
}

fn expected_cost(plan: &Plan) -> Option<Decimal> {
    Spending::of(plan).ok()?.per_usable_clip(plan.expected_usable().ok()?)
}

type End = (Option<Decimal>, Plan);

fn moved(plan: &Plan) -> Vec<(Input, [End; 2])> {
    let quarter = |value: Decimal| quarters().map(|factor| value.checked_mul(factor).unwrap_or(value));
    let minutes = |of: fn(&mut Plan) -> &mut PlannedMinutes| {
        let mut plan = plan.clone();
        let before = of(&mut plan).minutes;
        quarter(before).map(|minutes| {
            let mut changed = plan.clone();
            of(&mut changed).minutes = minutes;
            (Some(minutes), changed)
        })
    };
    let factored = |change: fn(&mut Plan, Decimal)| {
        quarters().map(|factor| {
            let mut changed = plan.clone();
            change(&mut changed, factor);
            (None, changed)
        })
    };
    let mut all = vec![
        (Input::UsableRate, rates(plan)),
        (
            Input::ModelPrice,
            factored(|plan, factor| {
                for model in &mut plan.models {
                    model.cost_per_generation = model.cost_per_generation.and_then(|cost| cost.checked_mul(factor));
                }
            }),
        ),
        (Input::ReviewMinutes, minutes(|plan| &mut plan.work.review)),
        (Input::EditingMinutes, minutes(|plan| &mut plan.work.editing)),
        (Input::BrandReviewMinutes, minutes(|plan| &mut plan.work.brand_review)),
        (
            Input::HourlyRates,
            factored(|plan, factor| {
                let work = &mut plan.work;
                for work in [&mut work.review, &mut work.editing, &mut work.brand_review] {
                    work.hourly_rate = work.hourly_rate.and_then(|rate| rate.checked_mul(factor));
                }
            }),
        ),
        (
            Input::Overhead,
            factored(|plan, factor| {
                for amount in [&mut plan.overhead.once, &mut plan.overhead.per_generation] {
                    *amount = amount.checked_mul(factor).unwrap_or(*amount);
                }
            }),
        ),
        (
            Input::Generations,
            factored(|plan, factor| {
                for model in &mut plan.models {
                    let scaled = Decimal::from(model.generations) * factor;
                    model.generations = scaled.round().to_u64().unwrap_or(model.generations);
                }
            }),
        ),
    ];
    if plan.overhead.grouping.is_some() || plan.overhead.template_reuse.is_some() {
        all.push((
            Input::Savings,
            EXPECTED_SAVING.map(|share| (Some(share), saving(plan, share))),
        ));
    }
    all
}

/// Three and five quarters.
fn quarters() -> [Decimal; 2] {
    [Decimal::new(75, 2), Decimal::new(125, 2)]
}

fn saving(plan: &Plan, share: Decimal) -> Plan {
    let mut changed = plan.clone();
    if let Some(grouping) = &mut changed.overhead.grouping {
        grouping.saving = Saving(share);
    }
    if let Some(reuse) = &mut changed.overhead.template_reuse {
        *reuse = Saving(share);
    }
    changed
}

fn rates(plan: &Plan) -> [End; 2] {
    [false, true].map(|upper| {
        let mut changed = plan.clone();
        for model in &mut changed.models {
            let end = end_of(model.rate, upper);
            model.rate = RateBelief::exactly(end).unwrap_or(model.rate);
        }
        let share = changed.expected_usable().ok().and_then(|usable| {
            let generations = Decimal::from(changed.generations().ok()?);
            usable.checked_div(generations)
        });
        (share, changed)
    })
}

fn end_of(rate: RateBelief, upper: bool) -> f64 {
    if rate.is_exact() {
        let [down, up] = quarters().map(|factor| factor.to_f64().unwrap_or(1.0));
        return (rate.mean() * if upper { up } else { down }).min(1.0);
    }
    let range = rate.interval(RATE_LEVEL);
    if upper { range.high } else { range.low }
}
