//! The 95 % interval of a rate.

use super::incomplete_beta::quantile;
use super::{Tries, count};

/// The 97.5 % point of the normal distribution.
pub(super) const Z_95: f64 = 1.959_963_984_540_054;

/// Two ends of a range, both in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// Wilson's score interval: what every rate is shown with. Undefined without a try.
pub fn wilson_95(tries: Tries) -> Option<Interval> {
    if tries.total == 0 {
        return None;
    }
    let (usable, total) = (count(tries.usable), count(tries.total));
    let rate = usable / total;
    let square = Z_95 * Z_95;
    let shrink = 1.0 + square / total;
    let centre = (rate + square / (2.0 * total)) / shrink;
    let reach = Z_95 / shrink * (rate * (1.0 - rate) / total + square / (4.0 * total * total)).sqrt();
    Some(Interval {
        // The ends are exact there; rounding would leave 1e-17.
        low: if tries.usable == 0 {
            0.0
        } else {
            (centre - reach).max(0.0)
        },
        high: if tries.usable == tries.total {
            1.0
        } else {
            (centre + reach).min(1.0)
        },
    })
}

/// The central interval of Jeffreys' posterior: what planning from history assumes. Undefined without a try.
pub fn jeffreys_95(tries: Tries) -> Option<Interval> {
    if tries.total == 0 {
        return None;
    }
    let posterior = tries.posterior();
    Some(Interval {
        low: if tries.usable == 0 {
            0.0
        } else {
            quantile(posterior, 0.025)
        },
        high: if tries.usable == tries.total {
            1.0
        } else {
            quantile(posterior, 0.975)
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn without_a_try_there_is_no_interval() {
        let nothing = Tries::new(0, 0).unwrap();
        assert_eq!(wilson_95(nothing), None);
        assert_eq!(jeffreys_95(nothing), None);
    }

    proptest! {
        #[test]
        fn the_rate_lies_in_its_interval_and_the_interval_in_the_unit_range(total in 1_u64..2_000_000_000, share in 0.0_f64..=1.0) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a count is a count")]
            let usable = ((count(total) * share) as u64).min(total);
            let tries = Tries::new(usable, total).unwrap();
            let rate = count(usable) / count(total);
            let Interval { low, high } = wilson_95(tries).unwrap();
            prop_assert!(0.0 <= low && low <= rate + 1e-12 && rate <= high + 1e-12 && high <= 1.0);
        }
    }
}
