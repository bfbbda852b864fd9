//! Honest numbers: intervals of a rate, how many generations a plan needs, and whether one of two is really better.
//!
//! Floats are right here and nowhere else: probabilities are estimates, money is not.

mod belief;
pub mod calibration;
mod chance;
mod comparison;
mod incomplete_beta;
mod interval;
mod planning;
mod settling;

pub use belief::{MOST_SURE, NotABelief, RateBelief};
pub use chance::chance_rate_is_below;
pub use comparison::{Comparison, Verdict};
pub use interval::{Interval, jeffreys_95, wilson_95};
pub(crate) use planning::fewest;
pub use planning::{MOST_GENERATIONS, PlanningError, generations_needed_at_rate, generations_needed_from_history};
pub use settling::{Settling, tries_to_settle};

use thiserror::Error;

/// How many of how many: the only thing that is known of a rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tries {
    usable: u64,
    total: u64,
}

/// More successes than tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{usable} usable of {total} generations cannot be")]
pub struct MoreUsableThanTotal {
    /// The successes.
    pub usable: u64,
    /// The tries.
    pub total: u64,
}

impl Tries {
    /// `usable` of `total`.
    pub fn new(usable: u64, total: u64) -> Result<Self, MoreUsableThanTotal> {
        if usable > total {
            return Err(MoreUsableThanTotal { usable, total });
        }
        Ok(Self { usable, total })
    }
    /// The successes.
    pub fn usable(self) -> u64 {
        self.usable
    }
    /// The tries.
    pub fn total(self) -> u64 {
        self.total
    }
    /// The shapes of the Beta distribution that Jeffreys' prior and these tries leave.
    fn posterior(self) -> Shapes {
        Shapes {
            a: count(self.usable) + 0.5,
            b: count(self.total - self.usable) + 0.5,
        }
    }
}

/// The two shapes of a Beta distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Shapes {
    a: f64,
    b: f64,
}

/// A count as a float: exact up to 2^53, and beyond that as near as the statistics need it.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts beyond 2^53 lose what no interval could show"
)]
pub(crate) fn count(number: u64) -> f64 {
    number as f64
}
