//! What a decision is made from: everything that is known of a pilot, and nothing that is not.

use super::requirement::QualityBar;
use crate::brief::Level;
use crate::metrics::Tally;
use crate::money::{Amount, Currency};
use crate::statistics::Tries;
use rust_decimal::Decimal;

/// What a clip costs the team today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Benchmark {
    /// For one clip.
    pub amount: Amount,
    /// What that clip is: `agency edit of stock footage`.
    pub what: Option<String>,
}

/// Attempts that belong together: of a week, of a brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// As people call it: `week of 9 November`, `bf_2025_001`.
    pub name: String,
    /// What was decided of them; what still waits is not in here.
    pub decided: Tries,
}

/// Attempts in a row on one brief of which none became usable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loop {
    /// On which brief.
    pub brief: String,
    /// How many in a row.
    pub attempts: u64,
}

/// Who did most of the work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LargestShare {
    /// Their name.
    pub name: String,
    /// Of all minutes whose person is known, from 0 to 1.
    pub share: Decimal,
}

/// Everything the decision about a pilot stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PilotFacts {
    /// `social_broll` ...
    pub format: String,
    /// `instagram_reel` ...
    pub channel: String,
    /// Of every amount.
    pub currency: Currency,
    /// What a clip costs today; `None` where nobody said.
    pub benchmark: Option<Benchmark>,
    /// What must be true.
    pub bar: QualityBar,
    /// The highest risk of its briefs; `None` where no brief says.
    pub risk: Option<Level>,
    /// What was counted and paid.
    pub tally: Tally,
    /// Minutes of people whose rate nobody knows; their cost is missing in the tally.
    pub minutes_without_rate: Decimal,
    /// Attempts that wait for somebody; they are in the tally, as not usable.
    pub undecided: u64,
    /// What is still in use and was rejected for rights, likeness or safety.
    pub open_rights_rejections: u64,
    /// What was thrown away for rights, likeness or safety.
    pub rights_rejections: u64,
    /// What was thrown away because the product is wrong.
    pub wrong_product: u64,
    /// Usable clips without a signature that stands.
    pub unsigned_usable: u64,
    /// Week by week, the oldest first; weeks without an attempt are left out.
    pub weeks: Vec<Stretch>,
    /// Brief by brief.
    pub briefs: Vec<Stretch>,
    /// The longest loop.
    pub longest_loop: Option<Loop>,
    /// Who did most of the work; `None` where nobody's time is known.
    pub largest_share: Option<LargestShare>,
    /// What people spent on each usable clip that they spent anything on, in minutes.
    pub minutes_by_usable: Vec<Decimal>,
}

impl PilotFacts {
    /// Whether some of the cost is not known, so that every sum is a least sum.
    pub fn costs_are_incomplete(&self) -> bool {
        self.tally.unknown_costs > 0 || self.minutes_without_rate > Decimal::ZERO
    }
}
