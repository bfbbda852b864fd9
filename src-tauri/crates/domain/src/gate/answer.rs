//! What a person says at a gate.

use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

/// What a person says at a gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum GateAnswer {
    /// It is as it should be.
    Passed,
    /// It is not.
    Failed {
        /// What is wrong.
        reason: String,
    },
    /// The question does not arise for this clip.
    NotApplicable {
        /// Why not.
        why: String,
    },
}

/// An answer without its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is as it should be.
    Passed,
    /// It is not.
    Failed,
    /// The question does not arise.
    NotApplicable,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: &'static [Self] = &[Self::Passed, Self::Failed, Self::NotApplicable];

    /// The word stored and exported.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::NotApplicable => "not_applicable",
        }
    }
    /// Whether a clip with this answer may be signed.
    pub fn lets_pass(self) -> bool {
        self != Self::Failed
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that is no verdict.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not an answer at a gate")]
pub struct UnknownVerdict(pub String);

impl std::str::FromStr for Verdict {
    type Err = UnknownVerdict;
    fn from_str(text: &str) -> Result<Self, UnknownVerdict> {
        let mut all = Self::ALL.iter().copied();
        all.find(|verdict| verdict.as_str() == text)
            .ok_or_else(|| UnknownVerdict(text.to_owned()))
    }
}

/// The most characters a reason may have.
const LONGEST: usize = 2_000;

/// An answer that does not say what it must.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AnswerProblem {
    /// A gate that failed, and nobody knows why.
    #[error("a gate that fails needs a reason")]
    NoReason,
    /// A gate that was waved through.
    #[error("a gate that does not apply needs a word why")]
    NoWhy,
    /// A story.
    #[error("at most {LONGEST} characters are kept")]
    TooLong,
}

impl GateAnswer {
    /// The answer without its words.
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Passed => Verdict::Passed,
            Self::Failed { .. } => Verdict::Failed,
            Self::NotApplicable { .. } => Verdict::NotApplicable,
        }
    }
    /// Its words.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Passed => None,
            Self::Failed { reason } => Some(reason.trim()),
            Self::NotApplicable { why } => Some(why.trim()),
        }
    }
    /// Whether it says what it must.
    pub fn check(&self) -> Result<(), AnswerProblem> {
        match (self, self.words()) {
            (Self::Failed { .. }, Some("")) => Err(AnswerProblem::NoReason),
            (Self::NotApplicable { .. }, Some("")) => Err(AnswerProblem::NoWhy),
            (_, Some(words)) if words.chars().count() > LONGEST => Err(AnswerProblem::TooLong),
            _ => Ok(()),
        }
    }
}

/// Of what is asked, what still stands in the way of a signature: what was not answered for these bytes, and what failed.
pub fn stands_in_the_way<T>(asked: impl IntoIterator<Item = (T, Option<Verdict>)>) -> Vec<T> {
    let open = asked
        .into_iter()
        .filter(|(_, answer)| !answer.is_some_and(Verdict::lets_pass));
    open.map(|(question, _)| question).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_failure_without_a_reason_and_a_wave_without_a_why_say_too_little() {
        let blank = || " \n".to_owned();
        assert_eq!(
            GateAnswer::Failed { reason: blank() }.check(),
            Err(AnswerProblem::NoReason)
        );
        assert_eq!(
            GateAnswer::NotApplicable { why: blank() }.check(),
            Err(AnswerProblem::NoWhy)
        );
        assert_eq!(GateAnswer::Passed.check(), Ok(()));
        let story = "x".repeat(2_001);
        assert_eq!(
            GateAnswer::Failed { reason: story }.check(),
            Err(AnswerProblem::TooLong)
        );
    }

    proptest! {
        #[test]
        fn a_clip_may_be_signed_exactly_when_all_that_is_asked_was_answered_and_nothing_failed(
            answers in proptest::collection::vec(proptest::option::of(proptest::sample::select(Verdict::ALL)), 0..12)
        ) {
            let open = stands_in_the_way(answers.iter().copied().enumerate());
            let signable = answers
                .iter()
                .all(|answer| matches!(answer, Some(Verdict::Passed | Verdict::NotApplicable)));
            prop_assert_eq!(open.is_empty(), signable);
            for at in open {
                prop_assert!(matches!(answers[at], None | Some(Verdict::Failed)));
            }
        }
    }
}
