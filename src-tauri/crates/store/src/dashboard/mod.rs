//! What the pilot page is made of: kept sums by brief, day, model and prompt, single attempts where there are few, runs of attempts that
//! came to nothing, overhead entered by hand, and advice that somebody put aside.
//!
//! Measured on 100,000 attempts (`cargo xtask bench dashboard`): one sum over every attempt and its minutes reads two hundred thousand
//! rows; each chart of the page would be such a sum. So what attempts have in common is summed when it changes, by triggers in the
//! transaction of the change (migrations 0010 and 0013), and the page reads some thousand rows once, on four connections at a time.

mod advice_aside;
mod loops;
mod names;
mod overhead;
mod standings;
mod sums;
mod takes;
mod targets;

pub use advice_aside::AsideAdvice;
pub use loops::StoredLoop;
pub use names::{DashboardNames, PromptName};
pub use overhead::{NewOverhead, OverheadCorrection, OverheadPlace, OverheadSum, SharedBy, StoredOverhead};
pub use standings::{LengthSum, LotFilter, StandingSum, Standings};
pub use sums::{DashboardSums, Lot, LotSum, MinuteSum};
pub use takes::{SingleAttempt, SingleMinutes};
pub use targets::PilotTargets;
