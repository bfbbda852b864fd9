//! The quality bar: what must be true before AI video is used for a format on a channel.

use crate::brief::Level;
use crate::spelling;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// One thing that must be true.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Requirement {
    /// Of all attempts at least this share is usable.
    UsableRateAtLeast {
        /// Above 0, at most 1.
        #[ts(type = "string")]
        rate: Decimal,
    },
    /// Nothing that is still in use was rejected for rights, likeness or safety and is not settled.
    NoOpenRightsRejections,
    /// Of all attempts at most this share was thrown away for rights, likeness or safety.
    RightsRejectionRateAtMost {
        /// From 0, below 1.
        #[ts(type = "string")]
        rate: Decimal,
    },
    /// Of all attempts at most this share shows the product wrongly.
    WrongProductRateAtMost {
        /// From 0, below 1.
        #[ts(type = "string")]
        rate: Decimal,
    },
    /// Every usable clip carries a signature that stands.
    EveryUsableClipSigned,
    /// People spend at most this long on a usable clip. It is asked of the workflow.
    HumanMinutesPerUsableAtMost {
        /// Above 0.
        #[ts(type = "string")]
        minutes: Decimal,
    },
}

/// Why a requirement cannot be one.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RequirementProblem {
    /// A share outside of what a share can be.
    #[error("{what}: {value} is not {expected}")]
    OutOfRange {
        /// Which requirement, in words.
        what: &'static str,
        /// What was given.
        value: Decimal,
        /// What is expected.
        expected: &'static str,
    },
    /// The same thing is asked twice.
    #[error("{what} is asked twice")]
    Twice {
        /// Which requirement, in words.
        what: &'static str,
    },
}

/// Which of the three conditions a requirement belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AskedOf {
    Quality,
    Workflow,
}

impl Requirement {
    /// What is asked, in a few words without its number.
    pub fn name(&self) -> &'static str {
        match self {
            Self::UsableRateAtLeast { .. } => "Usable rate",
            Self::NoOpenRightsRejections => "Open rights rejections",
            Self::RightsRejectionRateAtMost { .. } => "Rejected for rights",
            Self::WrongProductRateAtMost { .. } => "Product shown wrongly",
            Self::EveryUsableClipSigned => "Signatures",
            Self::HumanMinutesPerUsableAtMost { .. } => "Minutes per usable clip",
        }
    }
    /// What is asked, whole.
    pub fn words(&self) -> String {
        match self {
            Self::UsableRateAtLeast { rate } => {
                format!("At least {} of all attempts are usable", spelling::percent(*rate))
            }
            Self::NoOpenRightsRejections => "No open rejection for rights, likeness or safety".to_owned(),
            Self::RightsRejectionRateAtMost { rate } => {
                let share = spelling::percent(*rate);
                format!("At most {share} of all attempts are thrown away for rights, likeness or safety")
            }
            Self::WrongProductRateAtMost { rate } => {
                format!(
                    "At most {} of all attempts show the product wrongly",
                    spelling::percent(*rate)
                )
            }
            Self::EveryUsableClipSigned => "Every usable clip is signed, and the signature stands".to_owned(),
            Self::HumanMinutesPerUsableAtMost { minutes } => {
                format!(
                    "People spend at most {} minutes on a usable clip",
                    spelling::decimal(*minutes, 1)
                )
            }
        }
    }
    pub(super) fn asked_of(&self) -> AskedOf {
        match self {
            Self::HumanMinutesPerUsableAtMost { .. } => AskedOf::Workflow,
            _ => AskedOf::Quality,
        }
    }
    /// Whether it says something about rights or about the product: what a high risk must not leave open.
    pub(super) fn is_about_risk(&self) -> bool {
        matches!(
            self,
            Self::NoOpenRightsRejections | Self::RightsRejectionRateAtMost { .. } | Self::WrongProductRateAtMost { .. }
        )
    }
    fn check(&self) -> Result<(), RequirementProblem> {
        let (value, expected, right) = match self {
            Self::UsableRateAtLeast { rate } => (
                *rate,
                "a share above 0 % and at most 100 %",
                *rate > Decimal::ZERO && *rate <= Decimal::ONE,
            ),
            Self::RightsRejectionRateAtMost { rate } | Self::WrongProductRateAtMost { rate } => (
                *rate,
                "a share of at least 0 % and below 100 %",
                *rate >= Decimal::ZERO && *rate < Decimal::ONE,
            ),
            Self::HumanMinutesPerUsableAtMost { minutes } => {
                (*minutes, "a number of minutes above 0", *minutes > Decimal::ZERO)
            }
            Self::NoOpenRightsRejections | Self::EveryUsableClipSigned => return Ok(()),
        };
        if right {
            return Ok(());
        }
        Err(RequirementProblem::OutOfRange {
            what: self.name(),
            value,
            expected,
        })
    }
}

/// Everything that must be true; empty where nobody said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct QualityBar(Vec<Requirement>);

impl QualityBar {
    /// Accepts requirements that can be met and that do not ask the same thing twice.
    pub fn new(requirements: Vec<Requirement>) -> Result<Self, RequirementProblem> {
        for (index, requirement) in requirements.iter().enumerate() {
            requirement.check()?;
            if requirements
                .iter()
                .take(index)
                .any(|before| before.name() == requirement.name())
            {
                return Err(RequirementProblem::Twice {
                    what: requirement.name(),
                });
            }
        }
        Ok(Self(requirements))
    }
    /// What the two-week pilot starts from; a high risk asks for more.
    pub fn suggested(risk: Level) -> Self {
        let mut requirements = vec![
            Requirement::UsableRateAtLeast {
                rate: Decimal::new(10, 2),
            },
            Requirement::NoOpenRightsRejections,
            Requirement::EveryUsableClipSigned,
        ];
        if risk == Level::High {
            let rate = Decimal::new(5, 2);
            requirements.push(Requirement::RightsRejectionRateAtMost { rate });
            requirements.push(Requirement::WrongProductRateAtMost { rate });
        }
        Self(requirements)
    }
    /// What must be true.
    pub fn requirements(&self) -> &[Requirement] {
        &self.0
    }
    /// Whether nobody said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    pub(super) fn asked_of(&self, which: AskedOf) -> impl Iterator<Item = &Requirement> {
        self.0.iter().filter(move |requirement| requirement.asked_of() == which)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usable(rate: &str) -> Requirement {
        Requirement::UsableRateAtLeast {
            rate: rate.parse().unwrap(),
        }
    }

    #[test]
    fn a_bar_that_nothing_could_meet_or_that_asks_twice_is_refused_by_name() {
        assert!(QualityBar::new(vec![usable("0.1"), Requirement::NoOpenRightsRejections]).is_ok());
        for absurd in ["0", "-0.1", "1.01"] {
            let refused = QualityBar::new(vec![usable(absurd)]).unwrap_err();
            assert!(refused.to_string().starts_with("Usable rate: "), "{refused}");
        }
        assert_eq!(
            QualityBar::new(vec![usable("0.1"), usable("0.2")])
                .unwrap_err()
                .to_string(),
            "Usable rate is asked twice"
        );
        assert!(QualityBar::new(Vec::new()).unwrap().is_empty());
    }

    #[test]
    fn a_bar_is_kept_as_a_typed_list() {
        let bar = QualityBar::suggested(Level::Low);
        let json = serde_json::to_string(&bar).unwrap();
        assert_eq!(
            json,
            r#"[{"kind":"usable_rate_at_least","rate":"0.10"},{"kind":"no_open_rights_rejections"},{"kind":"every_usable_clip_signed"}]"#
        );
        assert_eq!(serde_json::from_str::<QualityBar>(&json).unwrap(), bar);
        assert!(serde_json::from_str::<QualityBar>(r#"[{"kind":"looks_nice"}]"#).is_err());
    }

    #[test]
    fn a_high_risk_asks_for_more() {
        let low = QualityBar::suggested(Level::Low);
        let high = QualityBar::suggested(Level::High);
        assert!(high.requirements().starts_with(low.requirements()));
        assert!(high.requirements().len() > low.requirements().len());
        assert!(QualityBar::new(high.0).is_ok());
    }
}
