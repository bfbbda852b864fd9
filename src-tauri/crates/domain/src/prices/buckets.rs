//! The four buckets of own or rented infrastructure, per second of output.

use rust_decimal::Decimal;

/// What a second of output costs in each bucket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Buckets {
    /// CPU or GPU time.
    pub compute: Decimal,
    /// Encoding.
    pub encoding: Decimal,
    /// Keeping what is made.
    pub storage: Decimal,
    /// Sending it out; see [`Egress::per_second`].
    pub egress: Decimal,
}

impl Buckets {
    /// All four together.
    pub fn per_second(self) -> Option<Decimal> {
        [self.encoding, self.storage, self.egress]
            .into_iter()
            .try_fold(self.compute, Decimal::checked_add)
    }
    /// An hour of output.
    pub fn per_hour(self) -> Option<Decimal> {
        self.per_second()?.checked_mul(Decimal::from(3600))
    }
}

/// Traffic out: so many megabits a second, priced per gigabyte, less what a cache or an edge keeps away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Egress {
    /// Megabits a second of output.
    pub megabits_per_second: Decimal,
    /// Price of a gigabyte (10^9 bytes) in this region.
    pub price_per_gigabyte: Decimal,
    /// Share that never leaves, 0 to 1: caches and edges reach 0.6 to 0.92.
    pub kept_away: Decimal,
}

impl Egress {
    /// The egress bucket of [`Buckets`]; `None` for a share outside 0 to 1.
    pub fn per_second(self) -> Option<Decimal> {
        if self.kept_away < Decimal::ZERO || self.kept_away > Decimal::ONE {
            return None;
        }
        self.megabits_per_second
            .checked_div(Decimal::from(8_000))?
            .checked_mul(self.price_per_gigabyte)?
            .checked_mul(Decimal::ONE - self.kept_away)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_megabits_at_nine_cents_a_gigabyte_are_nine_hundredths_of_a_mill_and_a_cache_takes_its_share() {
        let egress = Egress {
            megabits_per_second: Decimal::from(8),
            price_per_gigabyte: Decimal::new(9, 2),
            kept_away: Decimal::ZERO,
        };
        assert_eq!(egress.per_second(), Some(Decimal::new(9, 5)));
        let cached = Egress {
            kept_away: Decimal::new(9, 1),
            ..egress
        };
        assert_eq!(cached.per_second(), Some(Decimal::new(9, 6)));
        assert_eq!(
            Egress {
                kept_away: Decimal::from(2),
                ..egress
            }
            .per_second(),
            None
        );
    }
}
