//! The third condition: the workflow repeats without heroics. What that means is written down here and printed on the method page.
//!
//! 1. **It repeats over time**: usable clips came in at least two calendar weeks, and no later week's usable rate is surely below that of the
//!    weeks before it.
//! 2. **It repeats over briefs**: no brief's usable rate is surely below that of the other briefs. ("Surely" is a probability of 95 % with
//!    Jeffreys' posteriors, made stricter by the number of comparisons, so that many weeks do not raise a false alarm.)
//! 3. **No loop**: the longest run of attempts on one brief without a usable clip is one that the pilot's own usable rate explains.
//! 4. **No rescue**: no one usable clip took more than half of the minutes that all usable clips took.
//! 5. **Not one person's work**: nobody spent more than 80 % of the minutes. More than that shows nothing against the workflow; it only does
//!    not show that it works without them.
//! 6. Where the bar names the minutes that people may spend on a usable clip: that.
//!
//! Only attempts that were decided are compared: a week that still waits for review is not a bad week.

use super::condition::{Condition, ConditionKind, Evidence, NextStep};
use super::facts::{PilotFacts, Stretch};
use super::line::step_to_settle;
use super::requirement::{AskedOf, Requirement};
use super::verdict::DecisionVerdict;
use crate::spelling::{count, counted, decimal, percent};
use crate::statistics::{Comparison, Tries};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// From this probability on one stretch is called worse than the others; divided among the comparisons that are made.
const CHANCE_OF_A_FALSE_ALARM: f64 = 0.05;
/// One usable clip that took more than this share of the minutes of all is a rescue.
const RESCUE: Decimal = Decimal::from_parts(5, 0, 0, false, 1);
/// Fewer usable clips with minutes than this tell nothing about rescues.
const LEAST_CLIPS: usize = 3;
/// Somebody who spent more than this share of the minutes carries the workflow.
const ONE_PERSON: Decimal = Decimal::from_parts(8, 0, 0, false, 1);

pub(super) fn workflow(facts: &PilotFacts) -> Condition {
    if facts.tally.total == 0 {
        let nothing = Evidence::open(
            "Nothing has been tried yet.",
            Some(NextStep::say("Make the first attempts.")),
        );
        return Condition::of(ConditionKind::Workflow, vec![nothing]);
    }
    let mut evidence = vec![weeks(&facts.weeks)];
    evidence.extend(briefs(&facts.briefs));
    evidence.extend(longest_loop(facts));
    evidence.push(rescue(facts));
    evidence.push(one_person(facts));
    evidence.push(minutes(facts));
    Condition::of(ConditionKind::Workflow, evidence)
}

fn sum(stretches: &[Stretch]) -> Option<Tries> {
    let usable = stretches.iter().map(|one| one.decided.usable()).sum();
    let total = stretches.iter().map(|one| one.decided.total()).sum();
    Tries::new(usable, total).ok().filter(|sum| sum.total() > 0)
}

/// Whether one is surely worse than the rest, when so many comparisons are made.
fn surely_worse(one: Tries, rest: Tries, comparisons: usize) -> bool {
    let comparisons = u32::try_from(comparisons.max(1)).unwrap_or(u32::MAX);
    one.total() > 0 && Comparison::of(one, rest).b_beats_a >= 1.0 - CHANCE_OF_A_FALSE_ALARM / f64::from(comparisons)
}

fn rate(stretch: &Stretch) -> String {
    format!(
        "{} of {}",
        count(stretch.decided.usable()),
        count(stretch.decided.total())
    )
}

fn weeks(weeks: &[Stretch]) -> Evidence {
    let with_usable = weeks.iter().filter(|week| week.decided.usable() > 0).count();
    let fell_behind = (1..weeks.len()).find(|index| {
        let before = weeks.get(..*index).and_then(sum);
        let week = weeks.get(*index).map(|week| week.decided);
        week.zip(before)
            .is_some_and(|(week, before)| surely_worse(week, before, weeks.len() - 1))
    });
    if let Some(week) = fell_behind.and_then(|index| weeks.get(index)) {
        return Evidence::judged(
            DecisionVerdict::DoesNotMeet,
            format!(
                "The {} fell behind the weeks before it: {} usable.",
                week.name,
                rate(week)
            ),
        );
    }
    if with_usable < 2 {
        let weeks = if with_usable == 1 {
            "one week only"
        } else {
            "no week yet"
        };
        return Evidence::open(
            format!("Usable clips came in {weeks}; what repeats is seen in two."),
            Some(NextStep::say("Go on until usable clips came in a second week.")),
        );
    }
    let all: Vec<String> = weeks
        .iter()
        .map(|week| format!("{} {}", week.name, rate(week)))
        .collect();
    Evidence::judged(
        DecisionVerdict::Meets,
        format!(
            "Usable clips came in {with_usable} weeks, and no week fell behind: {}.",
            all.join("; ")
        ),
    )
}

fn briefs(briefs: &[Stretch]) -> Option<Evidence> {
    if briefs.len() < 2 {
        return None;
    }
    let behind = briefs.iter().find(|brief| {
        let others: Vec<Stretch> = briefs
            .iter()
            .filter(|other| other.name != brief.name)
            .cloned()
            .collect();
        sum(&others).is_some_and(|rest| surely_worse(brief.decided, rest, briefs.len()))
    });
    Some(match behind {
        Some(brief) => Evidence::judged(
            DecisionVerdict::DoesNotMeet,
            format!(
                "It does not repeat on {}: {} usable, surely below the other briefs.",
                brief.name,
                rate(brief)
            ),
        ),
        None => Evidence::judged(
            DecisionVerdict::Meets,
            format!(
                "None of {} is surely below the others.",
                counted(briefs.len() as u64, "brief")
            ),
        ),
    })
}

/// How likely a loop of this length is at the pilot's own usable rate: one of the runs between two usable clips, and one per brief at its end.
fn chance_of_loop(length: u64, decided: Tries, briefs: usize) -> Option<f64> {
    if decided.usable() == 0 || decided.total() == 0 {
        return None;
    }
    let usable = decided.usable().to_f64()?;
    let missed = 1.0 - usable / decided.total().to_f64()?;
    let runs = usable + briefs.to_f64()?;
    let one = missed.powf(length.to_f64()?);
    Some(1.0 - (1.0 - one).powf(runs))
}

fn longest_loop(facts: &PilotFacts) -> Option<Evidence> {
    let found = facts.longest_loop.as_ref().filter(|found| found.attempts > 1)?;
    let says = format!(
        "The longest loop is {} on {} without a usable clip",
        counted(found.attempts, "attempt"),
        found.brief
    );
    let decided = sum(&facts.briefs)?;
    let Some(chance) = chance_of_loop(found.attempts, decided, facts.briefs.len()) else {
        return Some(Evidence::open(
            format!("{says}; without one nothing says how long a loop may be."),
            None,
        ));
    };
    Some(if chance < CHANCE_OF_A_FALSE_ALARM {
        Evidence::judged(
            DecisionVerdict::DoesNotMeet,
            format!("{says}: longer than the usable rate explains, so this brief is stuck."),
        )
    } else {
        Evidence::judged(
            DecisionVerdict::Meets,
            format!("{says}, which the usable rate of the pilot explains."),
        )
    })
}

fn rescue(facts: &PilotFacts) -> Evidence {
    let minutes = &facts.minutes_by_usable;
    let all = minutes.iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(*one));
    let most = minutes.iter().max().copied().unwrap_or_default();
    let share = all.and_then(|all| most.checked_div(all));
    let (Some(share), true) = (share, minutes.len() >= LEAST_CLIPS) else {
        return Evidence::open(
            format!(
                "The time of {} is known; rescues show from {LEAST_CLIPS} on.",
                counted(minutes.len() as u64, "usable clip")
            ),
            Some(NextStep::say("Record the minutes that usable clips take.")),
        );
    };
    let says = format!(
        "The usable clip that took longest took {} minutes, {} of what all {} took",
        decimal(most, 1),
        percent(share),
        count(minutes.len() as u64)
    );
    if share > RESCUE {
        Evidence::judged(DecisionVerdict::DoesNotMeet, format!("{says}: a rescue."))
    } else {
        Evidence::judged(DecisionVerdict::Meets, format!("{says}."))
    }
}

fn one_person(facts: &PilotFacts) -> Evidence {
    let Some(largest) = &facts.largest_share else {
        return Evidence::open(
            "Nobody's time is recorded, so nothing says who carries the work.",
            Some(NextStep::say("Record the minutes of review and editing.")),
        );
    };
    let says = format!("{} spent {} of the minutes", largest.name, percent(largest.share));
    if largest.share > ONE_PERSON {
        Evidence::open(
            format!("{says}: nothing shows yet that it works without them."),
            Some(NextStep::say("Let a second person take on part of the work.")),
        )
    } else {
        Evidence::judged(DecisionVerdict::Meets, format!("{says}, the most of anybody."))
    }
}

fn minutes(facts: &PilotFacts) -> Evidence {
    let tally = &facts.tally;
    let asked = facts
        .bar
        .asked_of(AskedOf::Workflow)
        .find_map(|requirement| match requirement {
            Requirement::HumanMinutesPerUsableAtMost { minutes } => Some(*minutes),
            _ => None,
        });
    let known = tally.human_minutes_per_usable();
    let said = match known {
        Some(minutes) => format!("A usable clip took {} minutes of people's time", decimal(minutes, 1)),
        None => "No clip is usable, so nothing says how long one takes people".to_owned(),
    };
    let Some(limit) = asked else {
        return Evidence::told(format!("{said}; the bar names no limit."));
    };
    let says = format!("{said}; asked is at most {}.", decimal(limit, 1));
    let judged = tally
        .human_minutes()
        .and_then(|all| all.checked_div(Decimal::from(tally.total)))
        .zip(tally.usable_rate_interval())
        .and_then(|(per_attempt, rate)| {
            let line = per_attempt.checked_div(limit)?.to_f64()?;
            Some((rate.low > line, rate.high <= line, line))
        });
    match judged {
        Some((true, _, _)) => Evidence::judged(DecisionVerdict::Meets, says),
        Some((_, true, _)) => Evidence::judged(DecisionVerdict::DoesNotMeet, says),
        Some((_, _, line)) => {
            let step = Tries::new(tally.usable, tally.total)
                .ok()
                .and_then(|seen| step_to_settle(seen, line));
            Evidence::open(says, step)
        }
        None => Evidence::open(says, None),
    }
}
