//! Stop now: the next usable clip is expected to cost more than what one costs today.

use super::{Advice, AdviceKind, AdviceTone, Figure};
use crate::cost_parts::CostParts;
use crate::metrics::Tally;
use crate::statistics::{Tries, chance_rate_is_below};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// Fewer attempts than this say too little to stop anything.
pub const FROM_ATTEMPTS: u64 = 10;
/// From this probability on that the next usable clip costs more than the benchmark, stopping is advised.
pub const STOP_FROM: f64 = 0.8;

/// What the next usable clip is expected to cost. What was paid once is not in it: it is spent either way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NextUsable {
    /// The expectation; `None` while nothing is usable.
    pub expected: Option<Decimal>,
    /// How likely it costs more than the benchmark.
    pub above_benchmark: f64,
}

/// What the next usable clip is expected to cost: attempts until one is usable, each with its review, then its edit and its sign-off.
/// `None` before the first attempt.
pub fn next_usable(tally: &Tally, costs: &CostParts, benchmark: Decimal) -> Option<NextUsable> {
    let per_attempt = costs
        .model
        .checked_add(costs.review)?
        .checked_div(Decimal::from(tally.total))?;
    let finishing = costs
        .edit
        .checked_add(costs.brand)?
        .checked_div(Decimal::from(tally.usable));
    let expected = tally
        .usable_rate()
        .and_then(|rate| per_attempt.checked_div(rate)?.checked_add(finishing?));
    let left = benchmark.checked_sub(finishing.unwrap_or_default())?;
    let above_benchmark = if left <= Decimal::ZERO {
        1.0
    } else {
        // It costs more exactly where the rate is below what the benchmark allows.
        let needed = per_attempt.checked_div(left)?.to_f64()?;
        chance_rate_is_below(Tries::new(tally.usable, tally.total).ok()?, needed)
    };
    Some(NextUsable {
        expected,
        above_benchmark,
    })
}

/// The advice to stop, where it is likely enough.
pub fn advice_to_stop(tally: &Tally, costs: &CostParts, benchmark: Option<Decimal>) -> Option<Advice> {
    let benchmark = benchmark?;
    if tally.total < FROM_ATTEMPTS {
        return None;
    }
    let next = next_usable(tally, costs, benchmark)?;
    if next.above_benchmark < STOP_FROM {
        return None;
    }
    let mut figures = Vec::new();
    if let Some(expected) = next.expected {
        figures.push(Figure::money("the next usable clip is expected to cost", expected));
    }
    figures.push(Figure::money("what a clip costs today", benchmark));
    figures.push(Figure::probability(
        "probability that it costs more",
        next.above_benchmark,
    ));
    if tally.unknown_costs > 0 {
        figures.push(Figure::count(
            "attempts at an unknown cost, left out",
            tally.unknown_costs,
        ));
    }
    Some(Advice {
        kind: AdviceKind::StopNow,
        subject: None,
        tone: AdviceTone::Act,
        headline: "The next usable clip is likely to cost more than one costs today.".to_owned(),
        what_to_do: "Stop generating until something has changed: the prompt, the model, what is asked for, or who reviews how long. What was \
                     spent so far is not in this figure."
            .to_owned(),
        figures,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pilot(usable: u64, total: u64) -> (Tally, CostParts) {
        let tally = Tally {
            total,
            usable,
            ..Tally::default()
        };
        let costs = CostParts {
            model: Decimal::from(30),
            review: Decimal::from(180),
            edit: Decimal::from(120),
            overhead: Decimal::from(1_000),
            ..CostParts::default()
        };
        (tally, costs)
    }

    #[test]
    fn the_worked_pilot_goes_on_against_a_dear_benchmark_and_stops_against_a_cheap_one() {
        let (tally, costs) = pilot(8, 50);
        let next = next_usable(&tally, &costs, Decimal::from(120)).unwrap();
        assert_eq!(
            next.expected,
            Some(Decimal::new(4125, 2)),
            "what was paid once is not paid again"
        );
        assert!(next.above_benchmark < 0.01);
        assert_eq!(advice_to_stop(&tally, &costs, Some(Decimal::from(120))), None);
        let stop = advice_to_stop(&tally, &costs, Some(Decimal::from(30))).unwrap();
        assert_eq!(stop.figures[0].value, Decimal::new(4125, 2));
        let finishing_alone = next_usable(&tally, &costs, Decimal::from(15)).unwrap();
        assert!((finishing_alone.above_benchmark - 1.0).abs() < f64::EPSILON);
    }

    #[test]
    fn nothing_usable_can_still_be_stopped_and_nothing_tried_cannot() {
        let (tally, costs) = pilot(0, 50);
        let next = next_usable(&tally, &costs, Decimal::from(20)).unwrap();
        assert_eq!(next.expected, None);
        assert!(next.above_benchmark > 0.99);
        assert!(advice_to_stop(&tally, &costs, Some(Decimal::from(20))).is_some());
        assert_eq!(next_usable(&Tally::default(), &costs, Decimal::from(20)), None);
        assert_eq!(
            advice_to_stop(&pilot(0, 9).0, &costs, Some(Decimal::ONE)),
            None,
            "nine attempts stop nothing"
        );
        assert_eq!(
            advice_to_stop(&tally, &costs, None),
            None,
            "without a benchmark nothing is dear"
        );
    }

    proptest! {
        #[test]
        fn a_higher_benchmark_never_makes_stopping_likelier(usable in 0_u64..50, benchmark in 1_i64..500) {
            let (tally, costs) = pilot(usable, 50);
            let here = next_usable(&tally, &costs, benchmark.into()).unwrap().above_benchmark;
            let higher = next_usable(&tally, &costs, (benchmark + 1).into()).unwrap().above_benchmark;
            prop_assert!(higher <= here + 1e-12);
        }
    }
}
