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

/// Output kept, priced by the second: about 8e-9 a second for each gigabyte.
pub const STORAGE_PER_GIGABYTE: Decimal = Decimal::from_parts(8, 0, 0, false, 9);

/// Values to start from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BucketPreset {
    /// A stable word.
    pub key: &'static str,
    /// In words.
    pub name: &'static str,
    /// The buckets.
    pub buckets: Buckets,
}

/// What compute and encoding cost at the ends of their usual ranges, with 50 or 200 GB kept, in USD a second; the example first.
/// Egress depends on a region's price and is left at what the example has.
pub fn bucket_presets() -> Vec<BucketPreset> {
    let preset = |key, name, compute: (i64, u32), encoding: (i64, u32), storage: Decimal| BucketPreset {
        key,
        name,
        buckets: Buckets {
            compute: Decimal::new(compute.0, compute.1),
            encoding: Decimal::new(encoding.0, encoding.1),
            storage,
            egress: Decimal::new(9, 4),
        },
    };
    let kept = |gigabytes: i64| (STORAGE_PER_GIGABYTE * Decimal::from(gigabytes)).normalize();
    vec![
        preset("example", "8 Mbps, the example", (2, 3), (6, 4), Decimal::new(1, 6)),
        preset("cpu_low", "CPU, at the least", (5, 4), (2, 4), kept(50)),
        preset("cpu_high", "CPU, at the most", (2, 3), (15, 4), kept(200)),
        preset("gpu_low", "GPU, at the least", (1, 3), (2, 4), kept(50)),
        preset("gpu_high", "GPU, at the most", (6, 3), (15, 4), kept(200)),
    ]
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
    fn the_example_costs_12_6036_an_hour_and_every_preset_lies_in_the_usual_ranges() {
        let presets = bucket_presets();
        assert_eq!(presets[0].buckets.per_second(), Some(Decimal::new(3_501, 6)));
        assert_eq!(presets[0].buckets.per_hour(), Some(Decimal::new(126_036, 4)));
        for preset in presets {
            let buckets = preset.buckets;
            assert!((Decimal::new(5, 4)..=Decimal::new(6, 3)).contains(&buckets.compute));
            assert!((Decimal::new(2, 4)..=Decimal::new(15, 4)).contains(&buckets.encoding));
            assert!(buckets.storage > Decimal::ZERO);
        }
    }

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
