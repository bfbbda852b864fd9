//! A share against a line, with the words for every way it can come out.

use super::condition::{Evidence, NextStep};
use super::verdict::DecisionVerdict;
use crate::spelling;
use crate::statistics::{Interval, Settling, Tries, tries_to_settle, wilson_95};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// On which side of the line a share must lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    AtLeast,
    AtMost,
}

/// What would settle a share that lies too near to a line to be told from it.
pub(super) fn step_to_settle(seen: Tries, line: f64) -> Option<NextStep> {
    match tries_to_settle(seen, line)? {
        Settling::After(attempts) => Some(NextStep::MoreAttempts { attempts }),
        Settling::Now => None,
        Settling::Never => Some(NextStep::say(
            "What was seen lies on the line itself: more attempts alone will not settle it.",
        )),
    }
}

/// Judges a share of all attempts by its 95 % interval: it must lie on its side of the line whole.
pub(super) fn share_against_line(what: &str, seen: Tries, side: Side, line: Decimal) -> Evidence {
    let (Some(Interval { low, high }), Some(limit)) = (wilson_95(seen), line.to_f64()) else {
        return Evidence::open(
            format!("{what}: nothing has been tried yet."),
            Some(NextStep::say("Make the first attempts.")),
        );
    };
    let share = Decimal::from(seen.usable())
        .checked_div(Decimal::from(seen.total()))
        .unwrap_or_default();
    let bar = match side {
        Side::AtLeast => "at least",
        Side::AtMost => "at most",
    };
    let says = format!(
        "{what}: {} ({} of {}; 95 %: {} to {}), asked is {bar} {}.",
        spelling::percent(share),
        spelling::count(seen.usable()),
        spelling::count(seen.total()),
        spelling::percent_of(low),
        spelling::percent_of(high),
        spelling::percent(line),
    );
    let (holds, fails) = match side {
        Side::AtLeast => (low >= limit, high < limit),
        Side::AtMost => (high <= limit, low > limit),
    };
    if holds {
        Evidence::judged(DecisionVerdict::Meets, says)
    } else if fails {
        Evidence::judged(DecisionVerdict::DoesNotMeet, says)
    } else {
        Evidence::open(says, step_to_settle(seen, limit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn seen(usable: u64, total: u64) -> Tries {
        Tries::new(usable, total).unwrap()
    }

    #[test]
    fn a_share_must_lie_on_its_side_whole() {
        let at_least = |line: &str| share_against_line("Usable", seen(8, 50), Side::AtLeast, line.parse().unwrap());
        assert_eq!(at_least("0.08").verdict, Some(DecisionVerdict::Meets));
        assert_eq!(at_least("0.30").verdict, Some(DecisionVerdict::DoesNotMeet));
        let open = at_least("0.10");
        assert_eq!(open.verdict, Some(DecisionVerdict::CannotBeJudged));
        assert_eq!(open.next_step, Some(NextStep::MoreAttempts { attempts: 47 }));
        assert_eq!(
            open.says,
            "Usable: 16 % (8 of 50; 95 %: 8.3 % to 28.5 %), asked is at least 10 %."
        );
        let at_most = share_against_line("Wrong", seen(0, 500), Side::AtMost, "0.05".parse().unwrap());
        assert_eq!(at_most.verdict, Some(DecisionVerdict::Meets));
    }

    #[test]
    fn without_an_attempt_nothing_is_judged() {
        let nothing = share_against_line("Usable", seen(0, 0), Side::AtLeast, Decimal::new(1, 1));
        assert_eq!(nothing.verdict, Some(DecisionVerdict::CannotBeJudged));
    }

    proptest! {
        #[test]
        fn more_usable_never_turns_a_bar_that_is_met_into_one_that_is_not(usable in 0_u64..80, rest in 1_u64..80, line in 1_i64..99) {
            let line = Decimal::new(line, 2);
            let total = usable + rest;
            let before = share_against_line("Usable", seen(usable, total), Side::AtLeast, line).verdict;
            let after = share_against_line("Usable", seen(usable + 1, total), Side::AtLeast, line).verdict;
            prop_assert!(after <= before);
        }
    }
}
