//! How the cost of a usable clip went, attempt by attempt; day by day where there are too many to draw.

use super::gathered::Gathered;
use super::narrowed::Narrowed;
use super::running::{Running, money};
use crate::report::{count, plain};
use crate::view::dashboard::{CostOverAttempts, CostPoint, PointStep};
use circletake_domain::day::Day;
use circletake_domain::frame::Microseconds;
use circletake_domain::money::Amount;
use circletake_domain::overhead::OverheadKind;
use circletake_store::{DashboardSums, SharedBy, SingleAttempt, SingleMinutes};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// Up to so many attempts in a scope each is read by itself; beyond, days say enough and are there already.
pub(super) const MOST_SINGLE_ATTEMPTS: u64 = 5_000;
/// More points than a chart is wide say nothing more.
const MOST_POINTS: usize = 240;

/// Each attempt that counts, in order. Overhead of all is spread evenly over them, so that the last point is the number on the card.
pub(super) fn by_attempt(
    attempts: &[SingleAttempt],
    minutes: &[SingleMinutes],
    sums: &DashboardSums,
    narrowed: &Narrowed,
    gathered: &Gathered,
) -> CostOverAttempts {
    let mut time: HashMap<i64, Vec<&SingleMinutes>> = HashMap::new();
    for spent in minutes {
        time.entry(spent.attempt).or_default().push(spent);
    }
    let mut own: HashMap<i64, Vec<(OverheadKind, Decimal)>> = HashMap::new();
    for sum in &sums.overhead {
        if let SharedBy::Attempt(key, _) = sum.shared_by {
            own.entry(key).or_default().push((sum.kind, money(sum.nanos)));
        }
    }
    let counting: Vec<&SingleAttempt> = attempts.iter().filter(|one| narrowed.lets(&one.lot)).collect();
    let mut running = Running::default();
    let mut standings = Vec::with_capacity(counting.len());
    for attempt in counting {
        running.add_standing(attempt.status, 1, attempt.nanos.map(i128::from));
        for spent in time.get(&attempt.key).into_iter().flatten() {
            running.add_minutes(
                spent.kind,
                Microseconds(spent.duration_us),
                spent.hourly_rate.map(Amount::nanos),
            );
        }
        for (kind, amount) in own.get(&attempt.key).into_iter().flatten() {
            running.add_overhead(*kind, *amount);
        }
        standings.push((attempt.lot.day, running));
    }
    points(PointStep::Attempts, &standings, gathered)
}

/// Each day of those that count.
pub(super) fn by_day(gathered: &Gathered) -> CostOverAttempts {
    let mut running = Running::default();
    let mut standings = Vec::with_capacity(gathered.by_day.len());
    for (day, of_day) in &gathered.by_day {
        running = running.and(of_day);
        if running.total > 0 {
            standings.push((*day, running));
        }
    }
    points(PointStep::Days, &standings, gathered)
}

fn points(step: PointStep, standings: &[(Day, Running)], gathered: &Gathered) -> CostOverAttempts {
    let whole = gathered.all.tally();
    let last = standings.last().map(|(_, running)| running.tally());
    // What the attempts do not bear themselves, over all of them.
    let spread = last.and_then(|last| {
        let missing = whole.overhead_cost.checked_sub(last.overhead_cost)?;
        missing.checked_div(Decimal::from(last.total))
    });
    let points = thinned(standings).map(|(day, running)| {
        let mut tally = running.tally();
        tally.overhead_cost += spread.unwrap_or_default() * Decimal::from(tally.total);
        let interval = tally.cost_per_usable_interval();
        CostPoint {
            attempts: count(tally.total),
            usable: count(tally.usable),
            day: *day,
            total_cost: plain(tally.total_cost().unwrap_or_default()),
            cost_per_usable: tally.cost_per_usable().map(plain),
            low: interval.map(|interval| plain(interval.low)),
            high: interval.and_then(|interval| interval.high).map(plain),
        }
    });
    CostOverAttempts {
        step,
        points: points.collect(),
    }
}

/// Evenly thinned, the first and the last kept.
fn thinned<T>(all: &[T]) -> impl Iterator<Item = &T> {
    let (count, kept) = (all.len(), all.len().min(MOST_POINTS));
    (0..kept).filter_map(move |index| {
        let at = if kept > 1 { index * (count - 1) / (kept - 1) } else { 0 };
        all.get(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thinning_keeps_both_ends_and_at_most_so_many() {
        let all: Vec<usize> = (0..1_000).collect();
        let kept: Vec<usize> = thinned(&all).copied().collect();
        assert_eq!((kept.len(), kept[0], kept[MOST_POINTS - 1]), (MOST_POINTS, 0, 999));
        assert!(kept.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(thinned(&all[..3]).count(), 3);
        assert_eq!(thinned(&all[..1]).count(), 1);
        assert_eq!(thinned::<usize>(&[]).count(), 0);
    }
}
