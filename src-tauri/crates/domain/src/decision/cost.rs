//! The first condition: the cost beats the benchmark.

use super::condition::{Condition, ConditionKind, Evidence, NextStep};
use super::facts::PilotFacts;
use super::line::step_to_settle;
use super::verdict::DecisionVerdict;
use crate::spelling::{count, counted, decimal, money};
use crate::statistics::Tries;
use rust_decimal::{Decimal, prelude::ToPrimitive};

pub(super) fn cost(facts: &PilotFacts) -> Condition {
    let mut evidence = vec![against_benchmark(facts)];
    evidence.extend(left_out(facts));
    if facts.undecided > 0 && facts.tally.total > 0 {
        let undecided = counted(facts.undecided, "attempt");
        let verb = if facts.undecided == 1 { "waits" } else { "wait" };
        evidence.push(Evidence::told(format!(
            "{undecided} still {verb} for somebody and count as not usable; what becomes usable of them makes a usable clip cheaper."
        )));
    }
    Condition::of(ConditionKind::Cost, evidence)
}

fn against_benchmark(facts: &PilotFacts) -> Evidence {
    let tally = &facts.tally;
    let shown = |amount: Decimal| money(amount, &facts.currency);
    let Some(benchmark) = &facts.benchmark else {
        return Evidence::open(
            "Nobody said what a clip costs today, so nothing can be called cheap or dear.",
            Some(NextStep::say("Say in the pilot's settings what a clip costs today.")),
        );
    };
    let today = benchmark.amount.decimal();
    if tally.total == 0 {
        return Evidence::open(
            format!(
                "Nothing has been tried yet that could be held against {}.",
                shown(today)
            ),
            Some(NextStep::say("Make the first attempts.")),
        );
    }
    let (Some(interval), Some(spent)) = (tally.cost_per_usable_interval(), tally.total_cost()) else {
        return Evidence::open(
            "What was spent is beyond the numbers that can be kept exactly.",
            Some(NextStep::say("Look for an absurd cost in the log and put it right.")),
        );
    };
    let least = if facts.costs_are_incomplete() { "at least " } else { "" };
    let said = match (tally.cost_per_usable(), interval.high) {
        (Some(cost), Some(high)) => format!(
            "A usable clip costs {least}{} (95 %: {} to {}) against {} today.",
            shown(cost),
            shown(interval.low),
            shown(high),
            shown(today)
        ),
        _ => format!(
            "{} of {} is usable after {least}{}: a usable clip costs {} or more (95 %), against {} today.",
            if tally.failed == tally.total {
                "Every request failed and none"
            } else {
                "None"
            },
            counted(tally.total, "attempt"),
            shown(spent),
            shown(interval.low),
            shown(today)
        ),
    };
    // What is not known can only make a clip dearer: it stands in the way of a yes, never of a no.
    if interval.low >= today {
        return Evidence::judged(DecisionVerdict::DoesNotMeet, said);
    }
    let beats = interval.high.is_some_and(|high| high < today);
    if beats && !facts.costs_are_incomplete() {
        return Evidence::judged(DecisionVerdict::Meets, said);
    }
    if beats {
        return Evidence::open(
            said,
            Some(NextStep::say("Enter what is missing of the costs and the rates.")),
        );
    }
    Evidence::open(said, break_even(facts, spent, today))
}

/// The usable rate at which a clip costs what it costs today, as a line that the rate must leave.
fn break_even(facts: &PilotFacts, spent: Decimal, today: Decimal) -> Option<NextStep> {
    let tally = &facts.tally;
    let per_attempt = spent.checked_div(Decimal::from(tally.total))?;
    let line = per_attempt.checked_div(today)?.to_f64()?;
    step_to_settle(Tries::new(tally.usable, tally.total).ok()?, line)
}

fn left_out(facts: &PilotFacts) -> Vec<Evidence> {
    let mut told = Vec::new();
    if facts.tally.unknown_costs > 0 {
        told.push(Evidence::told(format!(
            "The model cost of {} of {} is not known; it is missing here, not 0.",
            count(facts.tally.unknown_costs),
            counted(facts.tally.total, "attempt")
        )));
    }
    if facts.minutes_without_rate > Decimal::ZERO {
        told.push(Evidence::told(format!(
            "{} minutes were spent by people whose hourly rate is not known; they are missing here, not free.",
            decimal(facts.minutes_without_rate, 1)
        )));
    }
    told
}
