//! The loop alarm: attempt after attempt on one brief that came to nothing.

use super::{Advice, AdviceKind, AdviceTone, Figure};
use crate::id::BriefId;
use crate::reason::RejectionReason;
use rust_decimal::Decimal;

/// From so many attempts in a row the alarm sounds, unless the library says otherwise.
pub const DEFAULT_LOOP_ATTEMPTS: u32 = 8;

/// The latest attempts on a brief that came to nothing, back to the last one that was kept. What still waits for an answer is
/// passed over: it neither counts nor ends the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoopRun {
    /// Of which brief.
    pub brief: BriefId,
    /// Attempts in a row that failed or were thrown away.
    pub attempts: u64,
    /// What they cost so far, as far as known: models and people.
    pub cost: Decimal,
    /// Those of them whose model cost is not known.
    pub unknown_costs: u64,
    /// The reason most of them were thrown away for.
    pub main_reason: Option<RejectionReason>,
}

/// The alarm for a brief, once the row is `from` attempts long.
pub fn loop_alarm(run: &LoopRun, from: u32) -> Option<Advice> {
    if run.attempts == 0 || run.attempts < u64::from(from) {
        return None;
    }
    let mut figures = vec![
        Figure::count("attempts in a row without a usable clip", run.attempts),
        Figure::money("what they cost so far", run.cost),
    ];
    if run.unknown_costs > 0 {
        figures.push(Figure::count("of them at an unknown cost, left out", run.unknown_costs));
    }
    Some(Advice {
        kind: AdviceKind::LoopAlarm,
        subject: Some(run.brief.to_string()),
        tone: AdviceTone::Act,
        headline: format!("{} goes in a loop: attempt after attempt comes to nothing.", run.brief),
        what_to_do: instead(run.main_reason).to_owned(),
        figures,
    })
}

/// What else to do, by what mostly went wrong.
fn instead(reason: Option<RejectionReason>) -> &'static str {
    match reason {
        Some(RejectionReason::PromptNotFollowed | RejectionReason::TooGeneric) => {
            "Stop and rewrite the prompt: fewer wishes at once, the camera and the light said plainly. Or split the shot in two."
        }
        Some(RejectionReason::ProductDetailWrong) => {
            "Stop asking a model for the product. Generate the background, and shoot or composite the product."
        }
        Some(RejectionReason::ArtifactOrDistortion) => {
            "Try another model, a shorter clip or a calmer movement. The same request again will mostly fail the same way."
        }
        Some(RejectionReason::RightsOrLikenessRisk | RejectionReason::UnsafeOrPolicyRisk) => {
            "Change the brief, not the prompt: no likeness, mark or claim that somebody would have to clear."
        }
        Some(RejectionReason::BrandMismatch) => {
            "Sit down with the brand reviewer before the next attempt, and put what they say into the template."
        }
        Some(RejectionReason::NeedsEditing) => "Edit the best one. Another attempt will need an edit too.",
        Some(RejectionReason::Other) | None => {
            "Stop and look at the takes together: change the prompt or the model, split the shot, or give it to traditional production."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(attempts: u64, unknown_costs: u64) -> LoopRun {
        LoopRun {
            brief: BriefId::new("bf_2025_001").unwrap(),
            attempts,
            cost: Decimal::new(1234, 2),
            unknown_costs,
            main_reason: Some(RejectionReason::ProductDetailWrong),
        }
    }

    #[test]
    fn the_alarm_sounds_from_the_number_that_was_set_and_tells_the_money() {
        assert_eq!(loop_alarm(&run(7, 0), DEFAULT_LOOP_ATTEMPTS), None);
        let alarm = loop_alarm(&run(8, 0), DEFAULT_LOOP_ATTEMPTS).unwrap();
        assert_eq!(alarm.id(), "loop_alarm:bf_2025_001");
        assert_eq!(alarm.figures[1].value, Decimal::new(1234, 2));
        assert!(alarm.what_to_do.contains("background"));
        assert!(loop_alarm(&run(3, 0), 3).is_some());
        assert_eq!(loop_alarm(&run(0, 0), 0), None, "nothing is no loop");
    }

    #[test]
    fn attempts_at_an_unknown_cost_are_told_not_counted_as_free() {
        let alarm = loop_alarm(&run(9, 4), DEFAULT_LOOP_ATTEMPTS).unwrap();
        assert_eq!(
            alarm.figures[2],
            Figure::count("of them at an unknown cost, left out", 4)
        );
    }

    #[test]
    fn every_reason_has_something_else_to_do() {
        for reason in RejectionReason::ALL {
            assert!(!instead(Some(*reason)).is_empty());
        }
    }
}
