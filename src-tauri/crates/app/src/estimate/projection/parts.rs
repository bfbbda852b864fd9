//! Models, prompts and single attempts against what was planned for them.

use super::baseline::Baseline;
use super::spent::{Spent, seconds};
use crate::report::{count, plain};
use crate::view::estimate::{ClipProjection, PartProjection, ProjectionPart};
use circletake_domain::money::Amount;
use circletake_store::{Actual, ActualClip, ActualPart};
use rust_decimal::Decimal;

/// Each part's attempts, dearest first.
pub(super) fn parts(actuals: &[Actual], baseline: Option<&Baseline>) -> Vec<PartProjection> {
    let mut order: Vec<&ActualPart> = Vec::new();
    for actual in actuals {
        if !order.contains(&&actual.part) {
            order.push(&actual.part);
        }
    }
    let mut parts: Vec<(Option<Decimal>, PartProjection)> = order
        .into_iter()
        .map(|part| {
            let own: Vec<&Actual> = actuals.iter().filter(|actual| actual.part == *part).collect();
            let spent = Spent::of(own.iter().copied());
            let projected = baseline.and_then(|baseline| projected_cost(baseline, &own));
            let whole = spent.cost().filter(|_| spent.unknown == 0);
            let variance = whole
                .zip(projected)
                .and_then(|(actual, projected)| actual.checked_sub(projected));
            let view = PartProjection {
                part: named(part),
                attempts: count(spent.attempts),
                usable: count(spent.usable),
                projected: projected.map(plain),
                actual: spent.cost().map(plain),
                variance: variance.map(plain),
                unknown_costs: count(spent.unknown),
                bases: spent.bases(),
                seconds: spent.seconds(baseline, own.iter().copied(), None),
            };
            (spent.cost(), view)
        })
        .collect();
    parts.sort_by_key(|(cost, _)| std::cmp::Reverse(*cost));
    parts.into_iter().map(|(_, part)| part).collect()
}

fn projected_cost(baseline: &Baseline, actuals: &[&Actual]) -> Option<Decimal> {
    actuals.iter().try_fold(Decimal::ZERO, |sum, actual| {
        let (model, _) = baseline.model(actual)?;
        sum.checked_add(Decimal::from(actual.attempts).checked_mul(model.cost_per_generation?)?)
    })
}

fn named(part: &ActualPart) -> ProjectionPart {
    match part {
        ActualPart::Model(model) => ProjectionPart::Model { model: model.clone() },
        ActualPart::Prompt(prompt) => {
            let (prompt_id, version) = prompt.clone().unzip();
            ProjectionPart::Prompt { prompt_id, version }
        }
    }
}

/// One attempt against what was planned for one of its model.
pub(super) fn clip(actual: ActualClip) -> ClipProjection {
    let projected = actual.projected.map(Amount::decimal);
    let cost = actual.actual.map(|(amount, _)| amount.decimal());
    let measured = actual.measured.map(seconds);
    let per = |cost: Option<Decimal>, length: Option<Decimal>| {
        cost.zip(length)
            .and_then(|(cost, length)| cost.checked_div(length))
            .map(plain)
    };
    ClipProjection {
        generation_id: actual.generation,
        status: actual.status,
        model: actual.model,
        prompt: actual
            .prompt
            .map(|(id, version)| format!("{id} {version}").trim().to_owned()),
        projected: projected.map(plain),
        actual: cost.map(plain),
        basis: actual.actual.map(|(_, basis)| basis),
        variance: cost
            .zip(projected)
            .and_then(|(cost, projected)| cost.checked_sub(projected))
            .map(plain),
        seconds: measured.map(plain),
        projected_per_second: per(projected, actual.requested.map(seconds).or(measured)),
        actual_per_second: per(cost, measured),
    }
}
