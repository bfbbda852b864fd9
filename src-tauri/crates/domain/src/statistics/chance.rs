//! How likely a rate lies below a point, knowing only how tries went.

use super::Tries;
use super::incomplete_beta::{Point, tails};

/// The probability that the true rate is below `rate`, with Jeffreys' prior on it.
pub fn chance_rate_is_below(seen: Tries, rate: f64) -> f64 {
    if rate.is_nan() {
        return f64::NAN;
    }
    tails(seen.posterior(), Point::new(rate.clamp(0.0, 1.0))).below
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chance_grows_with_the_point_and_reaches_both_ends() {
        let seen = Tries::new(8, 50).unwrap();
        assert!(chance_rate_is_below(seen, -1.0).abs() < f64::EPSILON);
        assert!((chance_rate_is_below(seen, 2.0) - 1.0).abs() < f64::EPSILON);
        assert!(chance_rate_is_below(seen, 0.16) < chance_rate_is_below(seen, 0.2));
        // Half of the posterior lies near the observed rate.
        assert!((chance_rate_is_below(seen, 0.163) - 0.5).abs() < 0.03);
    }
}
