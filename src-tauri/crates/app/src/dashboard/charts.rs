//! The charts, from what was gathered.

use super::gathered::{Gathered, SpentOnADay};
use super::running::{Running, money};
use crate::report::{count, plain, rate_interval};
use crate::view::dashboard::{BasisSum, CostPartView, PriceShock, RateRow, Rates, ShockPoint, SpendPoint};
use circletake_domain::cost_parts::CostPartName;
use circletake_domain::day::Day;
use circletake_domain::money::CostBasis;
use circletake_store::{DashboardNames, PromptName, TimeKind};
use rust_decimal::Decimal;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The dearest price that the slider shows, in halves of today's.
const SHOCK_HALVES: std::ops::RangeInclusive<i64> = 2..=20;

/// What the money was spent on.
pub(super) fn cost_parts(all: &Running) -> Vec<CostPartView> {
    let parts = all.parts();
    let usable = Decimal::from(all.usable);
    CostPartName::ALL
        .into_iter()
        .map(|name| CostPartView {
            part: name,
            amount: plain(parts.part(name)),
            share: parts.share(name).map(plain),
            per_usable: parts.part(name).checked_div(usable).map(plain),
            minutes: kind_of(name).map(|kind| plain(all.minutes(kind))),
        })
        .collect()
}

fn kind_of(part: CostPartName) -> Option<TimeKind> {
    match part {
        CostPartName::Review => Some(TimeKind::Review),
        CostPartName::Edit => Some(TimeKind::Editing),
        CostPartName::Brand => Some(TimeKind::BrandReview),
        CostPartName::Model | CostPartName::Compliance | CostPartName::Overhead => None,
    }
}

/// Model costs by where they come from; those that are not known last.
pub(super) fn bases(gathered: &Gathered) -> Vec<BasisSum> {
    let mut rows: Vec<BasisSum> = gathered
        .bases
        .iter()
        .map(|(basis, (attempts, nanos))| {
            let basis = basis.and_then(|rank| CostBasis::ALL.get(usize::from(rank)).copied());
            BasisSum {
                basis,
                attempts: count(*attempts),
                amount: basis.map(|_| plain(money(*nanos))),
            }
        })
        .collect();
    rows.sort_by_key(|row| row.basis.is_none());
    rows
}

/// Usable rates side by side.
pub(super) fn rates(gathered: &Gathered, names: &DashboardNames) -> Rates {
    let mut weeks: BTreeMap<Day, Running> = BTreeMap::new();
    for (day, running) in &gathered.by_day {
        let week = weeks.entry(day.week()).or_default();
        *week = week.and(running);
    }
    Rates {
        by_model: by_attempts(&gathered.by_model, |key| {
            names.models.get(&key).map(ToString::to_string)
        }),
        by_prompt: by_attempts(&gathered.by_prompt, |key| names.prompts.get(&key).map(prompt_name)),
        by_week: weeks
            .iter()
            .filter(|(_, running)| running.total > 0)
            .map(|(week, running)| rate_row(Some(week.to_string()), running))
            .collect(),
    }
}

/// `pr_00007 v3`.
pub(super) fn prompt_name(prompt: &PromptName) -> String {
    format!("{} {}", prompt.id, prompt.version).trim_end().to_owned()
}

fn by_attempts(groups: &BTreeMap<Option<i64>, Running>, name: impl Fn(i64) -> Option<String>) -> Vec<RateRow> {
    let mut rows: Vec<RateRow> = groups
        .iter()
        .filter(|(_, running)| running.total > 0)
        .map(|(key, running)| rate_row(key.and_then(&name), running))
        .collect();
    rows.sort_by(|one, other| {
        let order = |row: &RateRow| (row.name.is_none(), Reverse(row.total));
        order(one).cmp(&order(other)).then_with(|| one.name.cmp(&other.name))
    });
    rows
}

fn rate_row(name: Option<String>, running: &Running) -> RateRow {
    let tally = running.tally();
    RateRow {
        name,
        total: count(tally.total),
        usable: count(tally.usable),
        usable_rate: tally.usable_rate().map(plain),
        interval: rate_interval(&tally),
        total_cost: plain(tally.total_cost().unwrap_or_default()),
        cost_per_usable: tally.cost_per_usable().map(plain),
        unknown_costs: count(tally.unknown_costs),
    }
}

/// What was spent until the end of each day on which something was.
pub(super) fn spend(gathered: &Gathered) -> Vec<SpendPoint> {
    let mut so_far = SpentOnADay::default();
    gathered
        .spent_by_day
        .iter()
        .map(|(day, spent)| {
            so_far.model_nanos += spent.model_nanos;
            so_far.people = so_far.people.and(&spent.people);
            so_far.overhead += spent.overhead;
            let (model, people) = (money(so_far.model_nanos), so_far.people.human_cost());
            SpendPoint {
                day: *day,
                model: plain(model),
                people: plain(people),
                overhead: plain(so_far.overhead),
                total: plain(model + people + so_far.overhead),
            }
        })
        .collect()
}

/// What a usable clip would cost if models cost more.
pub(super) fn price_shock(all: &Running, benchmark: Option<Decimal>) -> PriceShock {
    let parts = all.parts();
    let usable = Decimal::from(all.usable);
    let points = SHOCK_HALVES.filter_map(|halves| {
        let factor = Decimal::new(halves * 5, 1);
        let shocked = parts.with_models_at(factor)?;
        Some(ShockPoint {
            factor: plain(factor),
            total_cost: plain(shocked.total()),
            cost_per_usable: shocked.total().checked_div(usable).map(plain),
            human_share: shocked.human().checked_div(shocked.total()).map(plain),
            human_per_usable: shocked.human().checked_div(usable).map(plain),
        })
    });
    PriceShock {
        points: points.collect(),
        factor_at_benchmark: benchmark
            .and_then(|benchmark| parts.factor_at_benchmark(all.usable, benchmark))
            .map(plain),
    }
}
