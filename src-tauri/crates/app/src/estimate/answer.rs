//! What was worked out, as text for pages and scripts.

use super::draft::{ModelSources, Resolved};
use crate::error::AppError;
use crate::report::{count, plain};
use crate::view::estimate::{
    AmountRange, CountRange, NeededView, PlanEstimate, RankedModelView, RateView, SavedView, SwingInput, SwingView,
    UnknownCost, UnknownKind,
};
use circletake_domain::forecast::{
    CostRange, EXPECTED_SAVING, Forecast, Input, Needed, RankedModel, Saved, Swing, Unknown,
};
use circletake_domain::money::Currency;
use rust_decimal::{Decimal, prelude::FromPrimitive};

/// A probability or a share as text.
pub(super) fn share(value: f64) -> String {
    Decimal::from_f64(value).map_or_else(|| value.to_string(), plain)
}

pub(super) fn of(resolved: &Resolved, currency: Currency) -> Result<PlanEstimate, AppError> {
    let forecast = resolved.plan.forecast()?;
    let ranges: Vec<AmountRange> = forecast.cost_ranges.iter().flatten().map(amount_range).collect();
    Ok(PlanEstimate {
        currency,
        generations: count(forecast.generations),
        expected_usable: plain(forecast.expected_usable),
        usable_ranges: forecast
            .usable
            .iter()
            .map(|range| CountRange {
                level: share(range.level),
                interval: [count(range.low), count(range.high)],
            })
            .collect(),
        chance_of_none: share(forecast.chance_of_none),
        model_cost: forecast.model_cost.map(plain),
        human_cost: forecast.human_cost.map(plain),
        overhead_cost: plain(forecast.overhead_cost),
        total_cost: forecast.total.map(plain),
        known_cost: plain(forecast.known_total),
        unknown: forecast.unknown.iter().map(|one| unknown(one, resolved)).collect(),
        cost_per_usable: forecast.cost_per_usable.map(plain),
        cost_per_usable_interval: ranges.last().map(|widest| widest.interval.clone()),
        cost_per_usable_ranges: ranges,
        outcomes: forecast.outcomes.iter().map(|cost| cost.map(plain)).collect(),
        benchmark: resolved.plan.benchmark.map(plain),
        beats_benchmark: forecast.beats_benchmark.map(share),
        usable_wanted: resolved.draft.usable_wanted,
        needed: forecast.needed.iter().map(needed).collect(),
        swings: forecast.swings.iter().map(swing).collect(),
        models: ranked(&forecast, resolved),
        saved: saved(resolved, &forecast.saved),
    })
}

fn amount_range(range: &CostRange) -> AmountRange {
    AmountRange {
        level: share(range.level),
        interval: [range.low.map(plain), range.high.map(plain)],
    }
}

fn needed(one: &Needed) -> NeededView {
    NeededView {
        confidence: share(one.confidence),
        generations: one.generations.ok(),
        why_not: one.generations.err().map(|error| error.to_string()),
    }
}

fn sources_of<'a>(resolved: &'a Resolved, name: &str) -> Option<&'a ModelSources> {
    let place = resolved.plan.models.iter().position(|model| model.name == name)?;
    resolved.sources.get(place)
}

fn unknown(one: &Unknown, resolved: &Resolved) -> UnknownCost {
    let (kind, model, message) = match one {
        Unknown::ModelPrice(name) => {
            let why = sources_of(resolved, name).map_or("no price is known", |sources| sources.price.as_str());
            let message = format!("What {name} costs is unknown: {why}.");
            (UnknownKind::ModelPrice, Some(name.clone()), message)
        }
        Unknown::ReviewRate => (UnknownKind::ReviewRate, None, no_rate("review")),
        Unknown::EditingRate => (UnknownKind::EditingRate, None, no_rate("editing")),
        Unknown::BrandReviewRate => (UnknownKind::BrandReviewRate, None, no_rate("brand review")),
    };
    UnknownCost { kind, model, message }
}

fn no_rate(work: &str) -> String {
    format!("What an hour of {work} costs is unknown: choose a person with a rate, or say one.")
}

fn swing(swing: &Swing) -> SwingView {
    SwingView {
        input: match swing.input {
            Input::UsableRate => SwingInput::UsableRate,
            Input::ModelPrice => SwingInput::ModelPrice,
            Input::ReviewMinutes => SwingInput::ReviewMinutes,
            Input::EditingMinutes => SwingInput::EditingMinutes,
            Input::BrandReviewMinutes => SwingInput::BrandReviewMinutes,
            Input::HourlyRates => SwingInput::HourlyRates,
            Input::Overhead => SwingInput::Overhead,
            Input::Savings => SwingInput::Savings,
            Input::Generations => SwingInput::Generations,
        },
        values: [swing.low.map(plain), swing.high.map(plain)],
        costs: [swing.at_low.map(plain), swing.at_high.map(plain)],
    }
}

fn ranked(forecast: &Forecast, resolved: &Resolved) -> Vec<RankedModelView> {
    forecast
        .ranking
        .iter()
        .map(|model| ranked_model(model, resolved))
        .collect()
}

fn ranked_model(model: &RankedModel, resolved: &Resolved) -> RankedModelView {
    let sources = sources_of(resolved, &model.name);
    let seconds = sources.and_then(|sources| sources.seconds).or(resolved.seconds);
    let per_second = model
        .cost_per_generation
        .zip(seconds)
        .and_then(|(cost, seconds)| cost.checked_div(seconds));
    RankedModelView {
        name: model.name.clone(),
        cost_per_generation: model.cost_per_generation.map(plain),
        cost_per_second: per_second.map(plain),
        price_basis: sources.map(|sources| sources.price.clone()).unwrap_or_default(),
        rate: RateView {
            mean: share(model.rate.mean()),
            interval: [share(model.rate_interval.low), share(model.rate_interval.high)],
            basis: sources.map(|sources| sources.rate.clone()).unwrap_or_default(),
        },
        cost_per_usable: model.cost_per_usable.map(plain),
        cost_per_usable_interval: model.cost_range.as_ref().map(|range| amount_range(range).interval),
        beats_benchmark: model.beats_benchmark.map(share),
        needed: model.needed.as_ref().map(needed),
    }
}

fn saved(resolved: &Resolved, saved: &Saved) -> Option<SavedView> {
    let overhead = &resolved.plan.overhead;
    if overhead.grouping.is_none() && overhead.template_reuse.is_none() {
        return None;
    }
    debug_assert!(EXPECTED_SAVING[0] < EXPECTED_SAVING[1], "less is expected first");
    let [after_most, after_least] = saved.after_expected;
    Some(SavedView {
        before: plain(saved.before),
        after: plain(saved.after),
        amount: plain(saved.before - saved.after),
        expected: [plain(saved.before - after_least), plain(saved.before - after_most)],
        requests: count(saved.requests),
    })
}
