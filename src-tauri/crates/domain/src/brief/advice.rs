//! Where AI video fits: the square of risk and consistency, shown while a brief is written.

use super::{Brief, Level};
use serde::Serialize;
use ts_rs::TS;

/// What AI video is good for at this risk and this need for consistency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UseAdvice {
    /// Low risk, low consistency.
    GoodProductionTest,
    /// Low risk, high consistency.
    DraftsAndParts,
    /// High risk, low consistency.
    StrictReviewOnly,
    /// High risk, high consistency.
    KeepTraditional,
}

impl UseAdvice {
    /// The square's answer.
    pub fn for_levels(risk: Level, consistency: Level) -> Self {
        match (risk, consistency) {
            (Level::Low, Level::Low) => Self::GoodProductionTest,
            (Level::Low, Level::High) => Self::DraftsAndParts,
            (Level::High, Level::Low) => Self::StrictReviewOnly,
            (Level::High, Level::High) => Self::KeepTraditional,
        }
    }
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::GoodProductionTest => "good production test",
            Self::DraftsAndParts => "drafts, variants, partial shots",
            Self::StrictReviewOnly => "strict human review only",
            Self::KeepTraditional => "keep traditional production primary",
        }
    }
}

impl Brief {
    /// Where AI video fits for this brief.
    pub fn advice(&self) -> UseAdvice {
        UseAdvice::for_levels(self.risk_level, self.consistency_requirement)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn high_risk_and_high_consistency_stay_with_traditional_production() {
        assert_eq!(
            UseAdvice::for_levels(Level::High, Level::High).words(),
            "keep traditional production primary"
        );
        assert_eq!(
            UseAdvice::for_levels(Level::Low, Level::Low).words(),
            "good production test"
        );
    }
}
