//! The figures of a report, each with its interval where it has one: for the table on the page and the rows of the CSV.

use super::PilotReport;
use circletake_domain::spelling::{count, decimal, money, percent, percent_of};
use rust_decimal::{Decimal, RoundingStrategy, prelude::FromPrimitive};

/// Decimals of a quotient that would never end; far below anything that is shown.
const PLACES: u32 = 12;

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// For scripts: `cost_per_usable`.
    pub key: &'static str,
    /// For people.
    pub label: &'static str,
    /// As people read it; says so where it is undefined.
    pub shown: String,
    /// Its 95 % interval as people read it.
    pub interval: String,
    /// Every digit; `None` where it is undefined.
    pub value: Option<Decimal>,
    /// The lower end.
    pub low: Option<Decimal>,
    /// The upper end.
    pub high: Option<Decimal>,
}

fn plain(value: Decimal) -> Decimal {
    value
        .round_dp_with_strategy(PLACES, RoundingStrategy::MidpointAwayFromZero)
        .normalize()
}

fn figure(key: &'static str, label: &'static str, value: Option<Decimal>, shown: impl Fn(Decimal) -> String) -> Figure {
    Figure {
        key,
        label,
        shown: value.map_or_else(|| "undefined".to_owned(), shown),
        interval: String::new(),
        value: value.map(plain),
        low: None,
        high: None,
    }
}

/// The figures of product.md, in the order of a report.
pub fn figures(report: &PilotReport) -> Vec<Figure> {
    let tally = &report.tally;
    let dollars = |amount: Decimal| money(amount, &report.currency);
    let incomplete = tally.unknown_costs > 0 || report.minutes_without_rate > Decimal::ZERO;
    let least = |amount: Decimal| {
        let at_least = if incomplete { "at least " } else { "" };
        format!("{at_least}{}", money(amount, &report.currency))
    };
    let whole = |number: u64| Some(Decimal::from(number));
    let counted = |number: Decimal| decimal(number, 0);
    let two = |number: Decimal| decimal(number, 2);
    let minutes = |number: Decimal| format!("{} min", decimal(number, 1));
    let per_usable = Figure {
        interval: tally
            .cost_per_usable_interval()
            .map_or_else(String::new, |interval| match interval.high {
                Some(high) => format!("{} to {}", dollars(interval.low), dollars(high)),
                None => format!("{} or more", dollars(interval.low)),
            }),
        low: tally.cost_per_usable_interval().map(|interval| plain(interval.low)),
        high: tally
            .cost_per_usable_interval()
            .and_then(|interval| interval.high)
            .map(plain),
        ..figure(
            "cost_per_usable",
            "Cost per usable clip",
            tally.cost_per_usable(),
            least,
        )
    };
    let rate = tally.usable_rate_interval();
    let usable_rate = Figure {
        interval: rate.map_or_else(String::new, |interval| {
            format!("{} to {}", percent_of(interval.low), percent_of(interval.high))
        }),
        low: rate.and_then(|interval| Decimal::from_f64(interval.low)).map(plain),
        high: rate.and_then(|interval| Decimal::from_f64(interval.high)).map(plain),
        ..figure("usable_rate", "Usable rate", tally.usable_rate(), percent)
    };
    vec![
        per_usable,
        usable_rate,
        figure("attempts", "Attempts", whole(tally.total), counted),
        figure("failed", "Of these failed", whole(tally.failed), counted),
        figure("usable", "Usable clips", whole(tally.usable), counted),
        figure("published", "Published clips", whole(tally.published), counted),
        figure(
            "attempts_per_usable",
            "Attempts per usable clip",
            tally.attempts_per_usable(),
            two,
        ),
        figure(
            "cost_per_published",
            "Cost per published clip",
            tally.cost_per_published(),
            least,
        ),
        figure(
            "cost_per_usable_second",
            "Cost per usable second",
            tally.cost_per_usable_second(),
            least,
        ),
        figure("model_cost", "Model cost", Some(tally.model_cost), dollars),
        figure("human_cost", "Cost of people", Some(tally.human_cost), dollars),
        figure(
            "overhead_cost",
            "Overhead and compliance",
            Some(tally.overhead_cost),
            dollars,
        ),
        figure("total_cost", "Spent in all", tally.total_cost(), least),
        figure("review_minutes", "Creative review", Some(tally.review_minutes), minutes),
        figure("editing_minutes", "Editing", Some(tally.editing_minutes), minutes),
        figure("brand_minutes", "Brand review", Some(tally.brand_minutes), minutes),
        figure(
            "human_minutes_per_usable",
            "Minutes of people per usable clip",
            tally.human_minutes_per_usable(),
            minutes,
        ),
        figure(
            "unknown_costs",
            "Attempts of unknown cost",
            whole(tally.unknown_costs),
            counted,
        ),
        figure(
            "minutes_without_rate",
            "Minutes of unknown rate",
            Some(report.minutes_without_rate),
            minutes,
        ),
    ]
}

/// `12 of 50`.
pub(super) fn of(part: u64, whole: u64) -> String {
    format!("{} of {}", count(part), count(whole))
}
