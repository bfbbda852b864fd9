//! The three things that may be said.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the evidence allows to be said. The order is from the best to the worst, so that the worst of several is their maximum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DecisionVerdict {
    /// It holds.
    Meets,
    /// The evidence does not say yet.
    CannotBeJudged,
    /// It does not hold.
    DoesNotMeet,
}

impl DecisionVerdict {
    /// The word stored and exported.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Meets => "meets",
            Self::CannotBeJudged => "cannot_be_judged",
            Self::DoesNotMeet => "does_not_meet",
        }
    }
    /// In words, as in the decision sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::Meets => "meets",
            Self::CannotBeJudged => "cannot yet be judged against",
            Self::DoesNotMeet => "does not meet",
        }
    }
    /// For a mark beside a condition.
    pub fn short(self) -> &'static str {
        match self {
            Self::Meets => "Meets",
            Self::CannotBeJudged => "Cannot be judged yet",
            Self::DoesNotMeet => "Does not meet",
        }
    }
    /// What several together allow: one that does not hold decides; one that cannot be judged leaves the whole open.
    pub fn of_all(verdicts: impl IntoIterator<Item = Self>) -> Self {
        verdicts.into_iter().max().unwrap_or(Self::CannotBeJudged)
    }
}

#[cfg(test)]
mod tests {
    use super::DecisionVerdict::{CannotBeJudged, DoesNotMeet, Meets};
    use super::*;

    #[test]
    fn one_that_does_not_hold_decides_and_nothing_at_all_says_nothing() {
        assert_eq!(
            DecisionVerdict::of_all([Meets, CannotBeJudged, DoesNotMeet]),
            DoesNotMeet
        );
        assert_eq!(DecisionVerdict::of_all([Meets, CannotBeJudged, Meets]), CannotBeJudged);
        assert_eq!(DecisionVerdict::of_all([Meets, Meets]), Meets);
        assert_eq!(DecisionVerdict::of_all([]), CannotBeJudged);
    }
}
