//! What a run will cost before it is paid for, and what it will cost per usable clip: with the range that follows from how
//! little is known of the usable rate.
//!
//! Every generation is paid for and reviewed; editing and brand review are spent on the clips that turn out usable. So the money
//! that is certain is spread over a number of usable clips that is not: [`Plan::forecast`] works out that number's whole
//! distribution (beta-binomial, exactly) and reads every range from it. Probabilities are floats; money is decimal throughout.

mod cost;
mod outcome;
mod plan;
mod predictive;
mod ranking;
mod savings;
mod tornado;

pub use cost::Unknown;
pub use outcome::{CONFIDENCES, CostRange, Expected, Forecast, LEVELS, Needed, UsableRange};
pub use plan::{Plan, PlanProblem, PlannedMinutes, PlannedModel, PlannedOverhead, PlannedWork};
pub use ranking::RankedModel;
pub use savings::{EXPECTED_SAVING, Grouping, Saved, Saving};
pub use tornado::{Input, Swing};
