//! The decision at the end of a pilot: one sentence, three conditions with their evidence, one of three verdicts, and what would settle it
//! where the evidence does not say yet.

mod condition;
mod cost;
mod facts;
mod line;
mod quality;
mod requirement;
mod sentence;
mod verdict;
mod workflow;

#[cfg(test)]
mod tests;

pub use condition::{Condition, ConditionKind, Evidence, NextStep};
pub use facts::{Benchmark, LargestShare, Loop, PilotFacts, Stretch};
pub use requirement::{QualityBar, Requirement, RequirementProblem};
pub use verdict::DecisionVerdict;

use crate::spelling;
use serde::Serialize;
use ts_rs::TS;

/// What may be said about a pilot, and no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PilotDecision {
    /// Cost, benchmark and quality bar in one sentence.
    pub sentence: String,
    /// Whether AI video is ready for production: all three conditions together.
    pub verdict: DecisionVerdict,
    /// The verdict as a sentence.
    pub readiness: String,
    /// Cost, quality, workflow.
    pub conditions: Vec<Condition>,
    /// What would settle what is open, without repetition; empty where nothing is open.
    pub next_steps: Vec<String>,
}

impl PilotDecision {
    /// Judges a pilot.
    pub fn of(facts: &PilotFacts) -> Self {
        let conditions = vec![cost::cost(facts), quality::quality(facts), workflow::workflow(facts)];
        let verdict = DecisionVerdict::of_all(conditions.iter().map(|condition| condition.verdict));
        let quality = conditions
            .iter()
            .find(|condition| condition.kind == ConditionKind::Quality)
            .map_or(DecisionVerdict::CannotBeJudged, |condition| condition.verdict);
        Self {
            sentence: sentence::sentence(facts, quality),
            verdict,
            readiness: readiness(verdict, &conditions),
            next_steps: next_steps(&conditions),
            conditions,
        }
    }
    /// One of the three conditions.
    pub fn condition(&self, kind: ConditionKind) -> Option<&Condition> {
        self.conditions.iter().find(|condition| condition.kind == kind)
    }
    /// About how many more attempts would settle what more attempts can settle.
    pub fn more_attempts(&self) -> Option<u64> {
        most_attempts(&self.conditions)
    }
}

fn readiness(verdict: DecisionVerdict, conditions: &[Condition]) -> String {
    let names: Vec<String> = conditions
        .iter()
        .filter(|condition| condition.verdict == verdict)
        .map(|condition| condition.kind.noun().to_owned())
        .collect();
    let several = names.len() > 1;
    let named = spelling::listed(&names);
    match verdict {
        DecisionVerdict::Meets => "Ready for production: cost, quality and workflow all hold.".to_owned(),
        DecisionVerdict::DoesNotMeet => {
            let verb = if several { "do" } else { "does" };
            format!("Not ready for production: {named} {verb} not hold.")
        }
        DecisionVerdict::CannotBeJudged => {
            let verb = if several { "are" } else { "is" };
            format!("Cannot be judged yet: {named} {verb} open.")
        }
    }
}

fn steps(conditions: &[Condition]) -> impl Iterator<Item = &NextStep> {
    conditions
        .iter()
        .filter(|condition| condition.verdict == DecisionVerdict::CannotBeJudged)
        .flat_map(|condition| &condition.evidence)
        .filter_map(|evidence| evidence.next_step.as_ref())
}

fn most_attempts(conditions: &[Condition]) -> Option<u64> {
    steps(conditions)
        .filter_map(|step| match step {
            NextStep::MoreAttempts { attempts } => Some(*attempts),
            NextStep::Do { .. } => None,
        })
        .max()
}

fn next_steps(conditions: &[Condition]) -> Vec<String> {
    let mut said: Vec<String> = most_attempts(conditions)
        .map(|attempts| {
            let more = if attempts == 1 {
                "more attempt would"
            } else {
                "more attempts would"
            };
            format!(
                "If they go as those so far, about {} {more} settle it. This is an estimate.",
                spelling::count(attempts)
            )
        })
        .into_iter()
        .collect();
    for step in steps(conditions) {
        if let NextStep::Do { what } = step
            && !said.contains(what)
        {
            said.push(what.clone());
        }
    }
    said
}
