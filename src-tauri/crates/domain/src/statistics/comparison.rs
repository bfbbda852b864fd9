//! Whether B is really better than A, or whether it is too early to tell.

use super::incomplete_beta::probability_below;
use super::{Shapes, Tries};
use statrs::function::beta::ln_beta;

/// Up to this many tries in all the exact recurrence is walked, one step a try.
const MOST_STEPS: u64 = 200_000;

/// From this probability on one of two is called better.
const SURE: f64 = 0.95;

/// Two prompt versions or models, side by side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// How likely B's rate is above A's.
    pub b_beats_a: f64,
}

/// What may be said about two rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// A's rate is higher, with 95 % probability or more.
    AIsBetter,
    /// B's rate is higher, with 95 % probability or more.
    BIsBetter,
    /// The data does not say.
    TooEarlyToTell,
}

impl Comparison {
    /// Compares two rates of which only tries are known, with Jeffreys' prior on both.
    pub fn of(a: Tries, b: Tries) -> Self {
        let probability = if a.total.saturating_add(b.total) <= MOST_STEPS {
            by_recurrence(a, b)
        } else {
            probability_below(a.posterior(), b.posterior())
        };
        Self {
            b_beats_a: probability.clamp(0.0, 1.0),
        }
    }
    /// What may be said.
    pub fn verdict(self) -> Verdict {
        if self.b_beats_a >= SURE {
            Verdict::BIsBetter
        } else if self.b_beats_a <= 1.0 - SURE {
            Verdict::AIsBetter
        } else {
            Verdict::TooEarlyToTell
        }
    }
}

/// From equal shapes the probability is one half, and one more success or failure on either side moves it by `h / shape`, where
/// `h = B(a + c, b + d) / (B(a, b) B(c, d))`. All four counts grow in proportion, so that `h` never leaves the range of a float.
fn by_recurrence(worse: Tries, better: Tries) -> f64 {
    let mut upper = Shapes { a: 0.5, b: 0.5 };
    let mut lower = Shapes { a: 0.5, b: 0.5 };
    let mut h = (ln_beta(1.0, 1.0) - 2.0 * ln_beta(0.5, 0.5)).exp();
    let mut probability = CompensatedSum::starting_at(0.5);
    let goals = [
        better.usable,
        better.total - better.usable,
        worse.usable,
        worse.total - worse.usable,
    ];
    let longest = goals.iter().copied().max().unwrap_or(0);
    let mut done = [0_u64; 4];
    for round in 1..=longest {
        for (which, goal) in goals.iter().enumerate() {
            let due = goal * round / longest;
            while done[which] < due {
                let both = upper.a + upper.b + lower.a + lower.b;
                let (own, pair, sum, sign) = match which {
                    0 => (&mut upper.a, lower.a, upper.b, 1.0),
                    1 => (&mut upper.b, lower.b, upper.a, -1.0),
                    2 => (&mut lower.a, upper.a, lower.b, -1.0),
                    _ => (&mut lower.b, upper.b, lower.a, 1.0),
                };
                probability.add(sign * h / *own);
                h *= (*own + pair) / both * ((*own + sum) / *own);
                *own += 1.0;
                done[which] += 1;
            }
        }
    }
    probability.sum
}

/// Kahan's sum: ten thousand small steps must not lose the twelfth digit.
struct CompensatedSum {
    sum: f64,
    lost: f64,
}

impl CompensatedSum {
    fn starting_at(sum: f64) -> Self {
        Self { sum, lost: 0.0 }
    }
    fn add(&mut self, value: f64) {
        let corrected = value - self.lost;
        let next = self.sum + corrected;
        self.lost = (next - self.sum) - corrected;
        self.sum = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tries(usable: u64, total: u64) -> Tries {
        Tries::new(usable, total).unwrap()
    }

    #[test]
    fn the_recurrence_and_the_integral_agree_up_to_ten_thousand_tries() {
        for (a, b) in [
            ((500, 10_000), (560, 10_000)),
            ((0, 20), (1, 20)),
            ((0, 3), (3, 3)),
            ((5_000, 99_000), (5_100, 99_000)),
        ] {
            let (a, b) = (tries(a.0, a.1), tries(b.0, b.1));
            let gap = by_recurrence(a, b) - probability_below(a.posterior(), b.posterior());
            assert!(gap.abs() < 1e-11, "{a:?} {b:?} {gap:e}");
        }
    }

    #[test]
    fn a_billion_tries_are_compared_at_once_and_rightly() {
        let same = Comparison::of(tries(160_000_000, 1_000_000_000), tries(160_000_000, 1_000_000_000));
        assert!((same.b_beats_a - 0.5).abs() < 1e-9);
        let better = Comparison::of(tries(160_000_000, 1_000_000_000), tries(160_100_000, 1_000_000_000));
        assert_eq!(better.verdict(), Verdict::BIsBetter);
    }

    #[test]
    fn nothing_tried_is_too_early_to_tell() {
        let comparison = Comparison::of(tries(0, 0), tries(0, 0));
        assert!((comparison.b_beats_a - 0.5).abs() < 1e-15);
        assert_eq!(comparison.verdict(), Verdict::TooEarlyToTell);
    }

    proptest! {
        #[test]
        fn the_two_sides_add_to_one(a in (0_u64..300, 0_u64..300), b in (0_u64..300, 0_u64..300)) {
            let (a, b) = (tries(a.0, a.0 + a.1), tries(b.0, b.0 + b.1));
            let sum = Comparison::of(a, b).b_beats_a + Comparison::of(b, a).b_beats_a;
            prop_assert!((sum - 1.0).abs() < 1e-11);
        }
    }
}
