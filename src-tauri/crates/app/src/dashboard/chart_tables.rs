//! The values of each chart as a table: plain decimals and stored words, for whoever computes on.

use crate::view::dashboard::{ChartName, DashboardView, RateRow};
use circletake_reports::table::Table;

/// The values of a chart.
pub(super) fn table(view: &DashboardView, chart: ChartName) -> Table {
    match chart {
        ChartName::Funnel => Table {
            head: vec!["status", "attempts"],
            rows: rows(&view.report.statuses, |row| {
                vec![row.status.to_string(), row.count.to_string()]
            }),
        },
        ChartName::Rejections => Table {
            head: vec!["reason", "takes"],
            rows: rows(&view.report.rejection_reasons, |row| {
                vec![row.reason.to_string(), row.count.to_string()]
            }),
        },
        ChartName::CostStack => Table {
            head: vec!["part", "amount", "share", "per_usable_clip", "minutes", "currency"],
            rows: rows(&view.costs, |row| {
                vec![
                    row.part.as_str().to_owned(),
                    row.amount.clone(),
                    known(row.share.as_ref()),
                    known(row.per_usable.as_ref()),
                    known(row.minutes.as_ref()),
                    view.report.currency.as_str().to_owned(),
                ]
            }),
        },
        ChartName::CostOverAttempts => Table {
            head: vec![
                "attempts",
                "usable",
                "day",
                "total_cost",
                "cost_per_usable",
                "low_95",
                "high_95",
            ],
            rows: rows(&view.cost_over_attempts.points, |point| {
                vec![
                    point.attempts.to_string(),
                    point.usable.to_string(),
                    point.day.to_string(),
                    point.total_cost.clone(),
                    known(point.cost_per_usable.as_ref()),
                    known(point.low.as_ref()),
                    known(point.high.as_ref()),
                ]
            }),
        },
        ChartName::RateByModel => rates("model", &view.rates.by_model),
        ChartName::RateByPrompt => rates("prompt_version", &view.rates.by_prompt),
        ChartName::RateByWeek => rates("week", &view.rates.by_week),
        ChartName::PriceShock => Table {
            head: vec![
                "price_factor",
                "total_cost",
                "cost_per_usable",
                "human_share",
                "human_per_usable",
            ],
            rows: rows(&view.price_shock.points, |point| {
                vec![
                    point.factor.clone(),
                    point.total_cost.clone(),
                    known(point.cost_per_usable.as_ref()),
                    known(point.human_share.as_ref()),
                    known(point.human_per_usable.as_ref()),
                ]
            }),
        },
        ChartName::Spend => Table {
            head: vec!["day", "model", "people", "overhead", "total"],
            rows: rows(&view.spend, |point| {
                vec![
                    point.day.to_string(),
                    point.model.clone(),
                    point.people.clone(),
                    point.overhead.clone(),
                    point.total.clone(),
                ]
            }),
        },
    }
}

fn rates(what: &'static str, of: &[RateRow]) -> Table {
    Table {
        head: vec![
            what,
            "attempts",
            "usable",
            "usable_rate",
            "low_95",
            "high_95",
            "total_cost",
            "cost_per_usable",
            "unknown_costs",
        ],
        rows: rows(of, |row| {
            let [low, high] = row.interval.clone().unwrap_or_default();
            vec![
                known(row.name.as_ref()),
                row.total.to_string(),
                row.usable.to_string(),
                known(row.usable_rate.as_ref()),
                low,
                high,
                row.total_cost.clone(),
                known(row.cost_per_usable.as_ref()),
                row.unknown_costs.to_string(),
            ]
        }),
    }
}

fn rows<T>(of: &[T], cells: impl Fn(&T) -> Vec<String>) -> Vec<Vec<String>> {
    of.iter().map(cells).collect()
}

/// Unknown is an empty cell, never 0.
fn known(value: Option<&String>) -> String {
    value.cloned().unwrap_or_default()
}
