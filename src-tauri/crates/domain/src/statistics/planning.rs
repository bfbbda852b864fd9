//! How many generations a plan needs for k usable clips at a stated confidence.

use super::incomplete_beta::{Point, probability_below, tails};
use super::{Shapes, Tries, count};
use thiserror::Error;

/// The largest plan that is worked out; beyond it the answer is "more than that".
pub const MOST_GENERATIONS: u64 = 1_000_000_000_000;

/// Computed chances that miss the confidence by less than this reach it: 0.5 is 0.5 however it was summed.
const SLACK: f64 = 1e-12;

/// Why there is no number of generations.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum PlanningError {
    /// Not a rate.
    #[error("a usable rate is above 0 and at most 1, not {0}")]
    RateOutOfRange(f64),
    /// Not a confidence that a finite plan can reach.
    #[error("a confidence is above 0 and below 1, not {0}")]
    ConfidenceOutOfRange(f64),
    /// Even the largest plan does not reach it.
    #[error("more than {MOST_GENERATIONS} generations")]
    TooMany,
}

/// The fewest generations that give at least `usable_wanted` usable ones with this confidence when each is usable with
/// probability `rate`.
pub fn generations_needed_at_rate(rate: f64, usable_wanted: u64, confidence: f64) -> Result<u64, PlanningError> {
    if !(rate > 0.0 && rate <= 1.0) {
        return Err(PlanningError::RateOutOfRange(rate));
    }
    fewest(usable_wanted, confidence, |generations| {
        tails(order_statistic(usable_wanted, generations), Point::new(rate)).below
    })
}

/// The fewest generations that give at least `usable_wanted` usable ones with this confidence, knowing only how past tries
/// went: the rate is as uncertain as Jeffreys' posterior of them (a beta-binomial plan).
pub fn generations_needed_from_history(seen: Tries, usable_wanted: u64, confidence: f64) -> Result<u64, PlanningError> {
    let rate = seen.posterior();
    fewest(usable_wanted, confidence, |generations| {
        probability_below(order_statistic(usable_wanted, generations), rate)
    })
}

/// "At least k of n succeed" is "the k-th smallest of n uniform numbers lies below the rate", and that number is Beta(k, n-k+1).
pub(super) fn order_statistic(usable_wanted: u64, generations: u64) -> Shapes {
    Shapes {
        a: count(usable_wanted),
        b: count(generations - usable_wanted) + 1.0,
    }
}

/// The smallest count whose chance reaches the confidence. The chance grows with the count, so doubling brackets it and halving
/// finds it, in some eighty looks at most.
pub(crate) fn fewest(usable_wanted: u64, confidence: f64, chance: impl Fn(u64) -> f64) -> Result<u64, PlanningError> {
    if !(confidence > 0.0 && confidence < 1.0) {
        return Err(PlanningError::ConfidenceOutOfRange(confidence));
    }
    if usable_wanted == 0 {
        return Ok(0);
    }
    if usable_wanted > MOST_GENERATIONS {
        return Err(PlanningError::TooMany);
    }
    let enough = |generations: u64| chance(generations) + SLACK >= confidence;
    let mut reaches = usable_wanted;
    let mut falls_short = usable_wanted - 1;
    while !enough(reaches) {
        if reaches == MOST_GENERATIONS {
            return Err(PlanningError::TooMany);
        }
        falls_short = reaches;
        reaches = (reaches * 2).min(MOST_GENERATIONS);
    }
    while reaches - falls_short > 1 {
        let middle = u64::midpoint(falls_short, reaches);
        if enough(middle) {
            reaches = middle;
        } else {
            falls_short = middle;
        }
    }
    Ok(reaches)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// P(at least `wanted` of `n`) when the rate is Beta(a, b), term by term.
    fn chance_by_summing(wanted: u32, n: u32, Shapes { a, b }: Shapes) -> f64 {
        use statrs::function::{beta::ln_beta, gamma::ln_gamma};
        (wanted..=n)
            .map(|i| {
                let (i, rest) = (f64::from(i), f64::from(n - i));
                let ways = ln_gamma(f64::from(n) + 1.0) - ln_gamma(i + 1.0) - ln_gamma(rest + 1.0);
                (ways + ln_beta(i + a, rest + b) - ln_beta(a, b)).exp()
            })
            .sum()
    }

    #[test]
    fn the_beta_binomial_chance_is_the_sum_of_its_terms() {
        for (usable, total) in [(0, 0), (0, 20), (8, 50), (20, 20), (500, 4_000)] {
            let rate = Tries::new(usable, total).unwrap().posterior();
            for (wanted, n) in [(1, 1), (1, 40), (10, 87), (30, 200)] {
                let ours = probability_below(order_statistic(wanted.into(), n.into()), rate);
                let summed = chance_by_summing(wanted, n, rate);
                assert!(
                    (ours - summed).abs() < 1e-10,
                    "{usable}/{total}, {wanted} of {n}: {ours} {summed}"
                );
            }
        }
    }

    #[test]
    fn huge_plans_are_worked_out_and_impossible_ones_say_so() {
        let billion = generations_needed_at_rate(0.16, 160_000_000, 0.9).unwrap();
        assert!((1_000_000_000..1_000_200_000).contains(&billion), "{billion}");
        let seen = Tries::new(160_000_000, 1_000_000_000).unwrap();
        let from_history = generations_needed_from_history(seen, 160_000_000, 0.9).unwrap();
        assert!((1_000_000_000..1_000_400_000).contains(&from_history), "{from_history}");
        assert!(from_history > billion, "an uncertain rate needs more");
        assert_eq!(generations_needed_at_rate(1e-15, 1, 0.9), Err(PlanningError::TooMany));
    }

    #[test]
    fn nothing_wanted_needs_nothing_and_absurd_input_is_refused() {
        assert_eq!(generations_needed_at_rate(0.5, 0, 0.9), Ok(0));
        assert_eq!(generations_needed_at_rate(1.0, 7, 0.999), Ok(7));
        assert_eq!(
            generations_needed_at_rate(0.0, 1, 0.9),
            Err(PlanningError::RateOutOfRange(0.0))
        );
        assert!(generations_needed_at_rate(f64::NAN, 1, 0.9).is_err());
        assert_eq!(
            generations_needed_at_rate(0.5, 1, 1.0),
            Err(PlanningError::ConfidenceOutOfRange(1.0))
        );
        assert!(generations_needed_at_rate(0.5, u64::MAX, 0.9).is_err());
    }

    proptest! {
        #[test]
        fn more_confidence_or_more_clips_never_need_fewer(rate in 0.01_f64..1.0, wanted in 1_u64..200, confidence in 0.05_f64..0.98) {
            let needed = generations_needed_at_rate(rate, wanted, confidence).unwrap();
            prop_assert!(needed <= generations_needed_at_rate(rate, wanted, confidence + 0.01).unwrap());
            prop_assert!(needed < generations_needed_at_rate(rate, wanted + 1, confidence).unwrap() + 1);
        }
    }
}
