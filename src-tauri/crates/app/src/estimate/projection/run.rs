//! The figures of a whole run, planned, projected and actual.

use super::read;
use crate::report::plain;
use crate::view::estimate::{PlanEstimate, PlanView, RunFigure, RunFigureKind};
use crate::view::pilot::ReportView;
use circletake_domain::forecast::Expected;
use rust_decimal::Decimal;

/// Nothing of the total is missing.
pub(super) fn complete(report: &ReportView) -> bool {
    report.unknown_costs == 0 && report.minutes_without_rate == "0"
}

/// The run in figures: planned in all, projected after as many attempts as there were, and what came of it.
pub(super) fn run(plan: Option<&PlanView>, projected: Option<&Expected>, report: &ReportView) -> Vec<RunFigure> {
    let estimate = plan.map(|plan| &plan.estimate);
    let models_missing = report.unknown_costs > 0;
    let people_missing = report.minutes_without_rate != "0";
    let some = |text: &str| Some(text.to_owned());
    let usable_interval = estimate
        .and_then(|estimate| estimate.usable_ranges.last())
        .map(|widest| widest.interval.map(|end| Some(end.to_string())));
    let figure =
        |kind, planned: Option<String>, projected: Option<Decimal>, actual: Option<String>, incomplete: bool| {
            let variance = projected
                .zip(actual.as_deref().and_then(read))
                .filter(|_| !incomplete)
                .and_then(|(projected, actual)| actual.checked_sub(projected));
            RunFigure {
                kind,
                planned,
                projected: projected.map(plain),
                projected_interval: None,
                actual,
                incomplete,
                variance: variance.map(plain),
                variance_share: variance
                    .zip(projected)
                    .and_then(|(variance, projected)| variance.checked_div(projected))
                    .map(plain),
            }
        };
    let planned = |of: fn(&PlanEstimate) -> Option<String>| estimate.and_then(of);
    vec![
        RunFigure {
            projected_interval: usable_interval,
            ..figure(
                RunFigureKind::Usable,
                planned(|plan| Some(plan.expected_usable.clone())),
                projected.map(|so_far| so_far.usable),
                Some(report.usable.to_string()),
                false,
            )
        },
        figure(
            RunFigureKind::ModelCost,
            planned(|plan| plan.model_cost.clone()),
            projected.and_then(|so_far| so_far.model_cost),
            some(&report.model_cost),
            models_missing,
        ),
        figure(
            RunFigureKind::HumanCost,
            planned(|plan| plan.human_cost.clone()),
            projected.and_then(|so_far| so_far.human_cost),
            some(&report.human_cost),
            people_missing,
        ),
        figure(
            RunFigureKind::OverheadCost,
            planned(|plan| Some(plan.overhead_cost.clone())),
            projected.map(|so_far| so_far.overhead_cost),
            some(&report.overhead_cost),
            false,
        ),
        figure(
            RunFigureKind::TotalCost,
            planned(|plan| plan.total_cost.clone()),
            projected.and_then(|so_far| so_far.total),
            some(&report.total_cost),
            models_missing || people_missing,
        ),
        RunFigure {
            projected_interval: estimate.and_then(|plan| plan.cost_per_usable_interval.clone()),
            ..figure(
                RunFigureKind::CostPerUsable,
                planned(|plan| plan.cost_per_usable.clone()),
                projected.and_then(|so_far| so_far.cost_per_usable),
                report.cost_per_usable.clone(),
                models_missing || people_missing,
            )
        },
    ]
}
