//! The second condition: quality clears the bar for the channel and the risk.

use super::condition::{Condition, ConditionKind, Evidence, NextStep};
use super::facts::PilotFacts;
use super::line::{Side, share_against_line};
use super::requirement::{AskedOf, Requirement};
use super::verdict::DecisionVerdict;
use crate::brief::Level;
use crate::spelling::{counted, word};
use crate::statistics::Tries;

pub(super) fn quality(facts: &PilotFacts) -> Condition {
    let mut evidence: Vec<Evidence> = facts
        .bar
        .asked_of(AskedOf::Quality)
        .map(|requirement| against(requirement, facts))
        .collect();
    if evidence.is_empty() {
        evidence.push(Evidence::open(
            "Nobody said what must be true of the clips.",
            Some(NextStep::say("Set the quality bar in the pilot's settings.")),
        ));
    }
    evidence.push(risk(facts));
    Condition::of(ConditionKind::Quality, evidence)
}

/// A high risk must not be cleared by a bar that is silent about rights and about the product.
fn risk(facts: &PilotFacts) -> Evidence {
    let channel = word(&facts.channel);
    let on = if channel.is_empty() {
        String::new()
    } else {
        format!(" on {channel}")
    };
    let silent = !facts.bar.requirements().iter().any(Requirement::is_about_risk);
    match facts.risk {
        Some(Level::High) if silent => Evidence::open(
            format!("The risk{on} is high, and the bar says nothing about rights or about the product."),
            Some(NextStep::say(
                "Add a requirement about rights or about the product to the quality bar.",
            )),
        ),
        Some(Level::High) => Evidence::told(format!("The risk{on} is high; the bar asks about it.")),
        Some(Level::Low) => Evidence::told(format!("The risk{on} is low: no brief of this pilot says high.")),
        None => Evidence::told(format!(
            "No brief says what is at risk{on}; the bar is read as for a low risk."
        )),
    }
}

fn against(requirement: &Requirement, facts: &PilotFacts) -> Evidence {
    let total = facts.tally.total;
    let share = |what: &str, of: u64, side: Side, line| match Tries::new(of, total) {
        Ok(seen) => share_against_line(what, seen, side, line),
        Err(impossible) => Evidence::open(format!("{what}: {impossible}."), None),
    };
    match requirement {
        Requirement::UsableRateAtLeast { rate } => share("Usable", facts.tally.usable, Side::AtLeast, *rate),
        Requirement::RightsRejectionRateAtMost { rate } => share(
            "Thrown away for rights, likeness or safety",
            facts.rights_rejections,
            Side::AtMost,
            *rate,
        ),
        Requirement::WrongProductRateAtMost { rate } => {
            share("Shows the product wrongly", facts.wrong_product, Side::AtMost, *rate)
        }
        Requirement::NoOpenRightsRejections => counted_out(
            facts,
            facts.open_rights_rejections,
            "No clip in use has an open rejection for rights, likeness or safety.",
            "with an open rejection for rights, likeness or safety",
        ),
        Requirement::EveryUsableClipSigned if facts.tally.usable == 0 => Evidence::open(
            "No clip is usable yet, so none could be signed.",
            Some(NextStep::say("Bring a clip through sign-off.")),
        ),
        Requirement::EveryUsableClipSigned => counted_out(
            facts,
            facts.unsigned_usable,
            "Every usable clip is signed, and the signature stands.",
            "usable without a signature that stands",
        ),
        Requirement::HumanMinutesPerUsableAtMost { .. } => Evidence::told(requirement.words()),
    }
}

/// Something of which there must be none: what was counted is all there is, so no interval is needed.
fn counted_out(facts: &PilotFacts, found: u64, none: &str, some: &str) -> Evidence {
    if facts.tally.total == 0 {
        return Evidence::open(
            "Nothing has been tried yet.",
            Some(NextStep::say("Make the first attempts.")),
        );
    }
    if found == 0 {
        return Evidence::judged(DecisionVerdict::Meets, none);
    }
    let verb = if found == 1 { "is" } else { "are" };
    Evidence::judged(
        DecisionVerdict::DoesNotMeet,
        format!("{} {verb} {some}.", counted(found, "clip")),
    )
}
