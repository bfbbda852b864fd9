//! One of the three conditions, with what it is judged from.

use super::verdict::DecisionVerdict;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The three things that must hold before AI video is ready for production.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ConditionKind {
    /// A usable clip costs less than the benchmark.
    Cost,
    /// Quality clears the bar for the channel and the risk.
    Quality,
    /// The workflow repeats without heroics.
    Workflow,
}

impl ConditionKind {
    /// As a heading.
    pub fn words(self) -> &'static str {
        match self {
            Self::Cost => "The cost beats the benchmark",
            Self::Quality => "Quality clears the bar",
            Self::Workflow => "The workflow repeats without heroics",
        }
    }
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Cost => "the cost",
            Self::Quality => "the quality",
            Self::Workflow => "the workflow",
        }
    }
}

/// What makes a condition judgeable that is not yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NextStep {
    /// About this many more attempts, if they go as those so far.
    MoreAttempts {
        /// How many.
        #[ts(type = "number")]
        attempts: u64,
    },
    /// Something that somebody must do or say.
    Do {
        /// What, as a sentence.
        what: String,
    },
}

impl NextStep {
    pub(super) fn say(what: impl Into<String>) -> Self {
        Self::Do { what: what.into() }
    }
}

/// A fact and what it says about the condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Evidence {
    /// The fact with its figures, as a sentence.
    pub says: String,
    /// What follows from it alone; null where it is told beside.
    pub verdict: Option<DecisionVerdict>,
    /// What would settle it, where it settles nothing yet.
    pub next_step: Option<NextStep>,
}

impl Evidence {
    pub(super) fn told(says: impl Into<String>) -> Self {
        Self {
            says: says.into(),
            verdict: None,
            next_step: None,
        }
    }
    pub(super) fn judged(verdict: DecisionVerdict, says: impl Into<String>) -> Self {
        Self {
            says: says.into(),
            verdict: Some(verdict),
            next_step: None,
        }
    }
    pub(super) fn open(says: impl Into<String>, next_step: Option<NextStep>) -> Self {
        Self {
            says: says.into(),
            verdict: Some(DecisionVerdict::CannotBeJudged),
            next_step,
        }
    }
}

/// A condition, judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Condition {
    /// Which of the three.
    pub kind: ConditionKind,
    /// Its heading.
    pub title: String,
    /// What follows from all of its evidence.
    pub verdict: DecisionVerdict,
    /// What it was judged from.
    pub evidence: Vec<Evidence>,
}

impl Condition {
    pub(super) fn of(kind: ConditionKind, evidence: Vec<Evidence>) -> Self {
        Self {
            kind,
            title: kind.words().to_owned(),
            verdict: DecisionVerdict::of_all(evidence.iter().filter_map(|one| one.verdict)),
            evidence,
        }
    }
}
