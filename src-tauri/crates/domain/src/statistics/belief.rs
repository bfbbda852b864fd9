//! What is believed of a usable rate before a run, and how many usable clips it lets one expect.

use super::incomplete_beta::{Point, probability_below, quantile, tails};
use super::planning::{PlanningError, fewest, order_statistic};
use super::{Interval, Shapes, Tries, count};
use statrs::function::{beta::ln_beta, gamma::ln_gamma};
use thiserror::Error;

/// The most clips a guess may be as sure as: beyond that it is no guess.
pub const MOST_SURE: f64 = 1_000_000.0;

/// What is believed of a usable rate: how sure one is of it decides how wide every range of a plan is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateBelief(Known);

#[derive(Debug, Clone, Copy, PartialEq)]
enum Known {
    Exactly(f64),
    About(Shapes),
}

/// Why something is no belief about a rate.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum NotABelief {
    /// Not a rate.
    #[error("a usable rate is between 0 and 1 (16 % is 0.16), not {0}")]
    RateOutOfRange(f64),
    /// Not a number of clips that anybody is as sure as.
    #[error("a guess is as sure as 0 to {MOST_SURE} clips, not {0}")]
    SurenessOutOfRange(f64),
}

impl RateBelief {
    /// A rate taken as known, without any doubt: only luck is left.
    pub fn exactly(rate: f64) -> Result<Self, NotABelief> {
        if (0.0..=1.0).contains(&rate) {
            Ok(Self(Known::Exactly(rate)))
        } else {
            Err(NotABelief::RateOutOfRange(rate))
        }
    }
    /// What own attempts say, after Jeffreys' prior. Without any, everything between 0 and 1 is still likely.
    pub fn from_history(seen: Tries) -> Self {
        Self(Known::About(seen.posterior()))
    }
    /// "About `rate`, as sure as `clips` clips": what one would believe after so many own clips of which that share was usable.
    /// A guess of 16 % as sure as 50 clips says exactly what 8 of 50 seen say.
    pub fn guess(rate: f64, clips: f64) -> Result<Self, NotABelief> {
        if !(0.0..=1.0).contains(&rate) {
            return Err(NotABelief::RateOutOfRange(rate));
        }
        if !(0.0..=MOST_SURE).contains(&clips) {
            return Err(NotABelief::SurenessOutOfRange(clips));
        }
        Ok(Self(Known::About(Shapes {
            a: rate * clips + 0.5,
            b: (1.0 - rate) * clips + 0.5,
        })))
    }
    /// The rate one expects.
    pub fn mean(self) -> f64 {
        match self.0 {
            Known::Exactly(rate) => rate,
            Known::About(Shapes { a, b }) => a / (a + b),
        }
    }
    /// Whether the rate is taken as known.
    pub fn is_exact(self) -> bool {
        matches!(self.0, Known::Exactly(_))
    }
    /// Where the rate lies with this probability, with as much left out below as above.
    pub fn interval(self, level: f64) -> Interval {
        match self.0 {
            Known::Exactly(rate) => Interval { low: rate, high: rate },
            Known::About(shapes) => Interval {
                low: quantile(shapes, (1.0 - level) / 2.0),
                high: quantile(shapes, f64::midpoint(1.0, level)),
            },
        }
    }
    /// How likely at least `wanted` of `generations` are usable: exact, whatever their number.
    pub fn chance_of_at_least(self, wanted: u64, generations: u64) -> f64 {
        if wanted == 0 {
            return 1.0;
        }
        if wanted > generations {
            return 0.0;
        }
        let needed = order_statistic(wanted, generations);
        match self.0 {
            Known::Exactly(rate) => tails(needed, Point::new(rate)).below,
            Known::About(rate) => probability_below(needed, rate).clamp(0.0, 1.0),
        }
    }
    /// The fewest generations that give at least `usable_wanted` usable ones with this confidence.
    pub fn generations_needed(self, usable_wanted: u64, confidence: f64) -> Result<u64, PlanningError> {
        if let Known::Exactly(rate) = self.0
            && rate <= 0.0
            && usable_wanted > 0
        {
            return Err(PlanningError::RateOutOfRange(rate));
        }
        fewest(usable_wanted, confidence, |generations| {
            self.chance_of_at_least(usable_wanted, generations)
        })
    }
    /// How likely just `usable` of `generations` are usable, to some five digits: the logarithms of huge counts keep no more.
    pub(crate) fn chance_of(self, usable: u64, generations: u64) -> f64 {
        let (hits, misses) = (count(usable), count(generations - usable));
        let ways = ln_gamma(hits + misses + 1.0) - ln_gamma(hits + 1.0) - ln_gamma(misses + 1.0);
        let each = match self.0 {
            Known::Exactly(rate) => hits * rate.ln() + misses * (1.0 - rate).ln(),
            Known::About(Shapes { a, b }) => ln_beta(hits + a, misses + b) - ln_beta(a, b),
        };
        (ways + each).exp()
    }
    /// The standard deviation of the number of usable ones.
    pub(crate) fn deviation_of_count(self, generations: u64) -> f64 {
        let (n, rate) = (count(generations), self.mean());
        let luck = n * rate * (1.0 - rate);
        match self.0 {
            Known::Exactly(_) => luck.sqrt(),
            Known::About(Shapes { a, b }) => (luck * (a + b + n) / (a + b + 1.0)).sqrt(),
        }
    }
    /// How much more likely `usable + 1` of `generations` are than `usable`.
    pub(crate) fn step_up(self, usable: u64, generations: u64) -> f64 {
        let (usable, left) = (count(usable), count(generations - usable));
        match self.0 {
            Known::Exactly(rate) => left / (usable + 1.0) * (rate / (1.0 - rate)),
            Known::About(Shapes { a, b }) => left / (usable + 1.0) * ((usable + a) / (left - 1.0 + b)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_says_what_as_many_own_clips_would_say() {
        let guess = RateBelief::guess(0.16, 50.0).unwrap();
        let seen = RateBelief::from_history(Tries::new(8, 50).unwrap());
        for (wanted, generations) in [(1, 10), (10, 87), (10, 106), (3, 3)] {
            let gap = guess.chance_of_at_least(wanted, generations) - seen.chance_of_at_least(wanted, generations);
            assert!(gap.abs() < 1e-12, "{wanted} of {generations}: {gap:e}");
        }
        assert_eq!(guess.generations_needed(10, 0.9), Ok(106));
    }

    #[test]
    fn a_surer_guess_leaves_a_narrower_rate() {
        let width = |clips| {
            let Interval { low, high } = RateBelief::guess(0.2, clips).unwrap().interval(0.95);
            high - low
        };
        assert!(width(5.0) > width(20.0) && width(20.0) > width(200.0));
        let certain = RateBelief::exactly(0.2).unwrap().interval(0.95);
        assert_eq!((certain.low, certain.high), (0.2, 0.2));
    }

    #[test]
    fn what_is_no_rate_or_no_sureness_is_refused_with_the_number_that_was_given() {
        assert_eq!(RateBelief::exactly(1.2), Err(NotABelief::RateOutOfRange(1.2)));
        assert!(RateBelief::exactly(f64::NAN).is_err());
        assert!(RateBelief::guess(-0.1, 10.0).is_err());
        assert_eq!(RateBelief::guess(0.1, -1.0), Err(NotABelief::SurenessOutOfRange(-1.0)));
        assert!(RateBelief::guess(0.1, f64::INFINITY).is_err());
    }

    #[test]
    fn a_rate_of_nothing_never_gives_a_usable_clip_and_one_of_all_always_does() {
        let never = RateBelief::exactly(0.0).unwrap();
        let always = RateBelief::exactly(1.0).unwrap();
        assert!(never.chance_of_at_least(1, 1_000) <= 0.0);
        assert!(always.chance_of_at_least(1_000, 1_000) >= 1.0);
        assert!(always.chance_of_at_least(1_001, 1_000) <= 0.0);
        assert!(never.generations_needed(1, 0.5).is_err());
        assert_eq!(never.generations_needed(0, 0.5), Ok(0));
    }
}
