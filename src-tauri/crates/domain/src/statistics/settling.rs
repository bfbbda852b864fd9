//! How many more tries would say on which side of a line a rate lies.

use super::interval::Z_95;
use super::planning::MOST_GENERATIONS;
use super::{Tries, count};

/// What it takes until the interval of a rate no longer holds a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settling {
    /// It does not hold it now.
    Now,
    /// About this many more tries, if they go as those so far.
    After(u64),
    /// The rate lies on the line, or so near that no number of tries that anybody makes would tell.
    Never,
}

/// How many more tries would move `line` out of Wilson's 95 % interval if the share that was seen stayed as it is. Wilson's interval holds
/// exactly the rates that a score test does not reject, so the answer is the smallest n with (seen - line)² > z² line (1 - line) / n, and no
/// search is needed. It is an estimate all the same: the next tries may go otherwise. Undefined without a try.
pub fn tries_to_settle(seen: Tries, line: f64) -> Option<Settling> {
    if seen.total == 0 || line.is_nan() {
        return None;
    }
    let gap = count(seen.usable) / count(seen.total) - line;
    if gap == 0.0 {
        return Some(Settling::Never);
    }
    let spread = (Z_95 * Z_95 * line * (1.0 - line)).max(0.0);
    let needed = (spread / (gap * gap)).floor() + 1.0;
    if needed <= count(seen.total) {
        return Some(Settling::Now);
    }
    if needed > count(MOST_GENERATIONS) {
        return Some(Settling::Never);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, positive and below 1e12 here"
    )]
    let needed = needed as u64;
    Some(Settling::After(needed.saturating_sub(seen.total)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::wilson_95;
    use proptest::prelude::*;

    fn tries(usable: u64, total: u64) -> Tries {
        Tries::new(usable, total).unwrap()
    }

    #[test]
    fn eight_of_fifty_need_47_more_to_clear_a_bar_of_ten_percent() {
        assert_eq!(tries_to_settle(tries(8, 50), 0.1), Some(Settling::After(47)));
        assert_eq!(tries_to_settle(tries(8, 50), 0.08), Some(Settling::Now));
    }

    #[test]
    fn nothing_usable_settles_against_a_line_too() {
        // z² (1 - 0.25) / 0.25 = 11.5: twelve misses in a row leave 25 % behind.
        assert_eq!(tries_to_settle(tries(0, 5), 0.25), Some(Settling::After(7)));
        assert!(wilson_95(tries(0, 12)).unwrap().high < 0.25);
        assert!(wilson_95(tries(0, 11)).unwrap().high > 0.25);
    }

    #[test]
    fn a_rate_on_the_line_is_never_settled_and_without_a_try_nothing_is_said() {
        assert_eq!(tries_to_settle(tries(5, 50), 0.1), Some(Settling::Never));
        assert_eq!(tries_to_settle(tries(0, 0), 0.1), None);
        assert_eq!(tries_to_settle(tries(1, 3), f64::NAN), None);
        assert_eq!(tries_to_settle(tries(1, 3), f64::INFINITY), Some(Settling::Now));
        assert_eq!(
            tries_to_settle(tries(160_000_000, 1_000_000_000), 0.16),
            Some(Settling::Never)
        );
    }

    proptest! {
        #[test]
        fn now_is_exactly_where_the_interval_leaves_the_line_out(total in 1_u64..100_000, share in 0.0_f64..=1.0, line in 0.001_f64..0.999) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a count is a count")]
            let usable = ((count(total) * share) as u64).min(total);
            let seen = tries(usable, total);
            let interval = wilson_95(seen).unwrap();
            let near = (interval.low - line).abs() < 1e-9 || (interval.high - line).abs() < 1e-9;
            prop_assume!(!near);
            let outside = line < interval.low || line > interval.high;
            prop_assert_eq!(tries_to_settle(seen, line) == Some(Settling::Now), outside);
        }

        #[test]
        fn that_many_more_at_the_same_share_do_settle_it(usable in 0_u64..60, rest in 0_u64..60, line in 0.01_f64..0.99) {
            prop_assume!(usable + rest > 0);
            let seen = tries(usable, usable + rest);
            if let Some(Settling::After(more)) = tries_to_settle(seen, line) {
                // Whole multiples of what was seen have the same share.
                let times = (seen.total() + more).div_ceil(seen.total());
                prop_assume!(times < 1_000_000);
                let later = tries(usable * times, seen.total() * times);
                let interval = wilson_95(later).unwrap();
                prop_assert!(line < interval.low || line > interval.high);
            }
        }
    }
}
