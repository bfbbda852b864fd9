//! Licence bands: a monthly fee, a cap, features, a price beyond the cap, and what throughput costs; and which is the cheapest for a volume.

use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use thiserror::Error;
use ts_rs::TS;

/// The most clips a month that are compared: beyond it stands a slip of the keyboard.
pub const MOST_CLIPS: u64 = 1_000_000_000;

/// What a licence can offer beside clips.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LicenceFeature {
    /// Making clips at all.
    ClipCreation,
    /// Control of style.
    StyleControls,
    /// Workflows for licensing.
    LicensingWorkflows,
    /// Analytics.
    Analytics,
}

impl LicenceFeature {
    /// Every feature.
    pub const ALL: [Self; 4] = [
        Self::ClipCreation,
        Self::StyleControls,
        Self::LicensingWorkflows,
        Self::Analytics,
    ];
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::ClipCreation => "clip creation",
            Self::StyleControls => "style controls",
            Self::LicensingWorkflows => "licensing workflows",
            Self::Analytics => "analytics",
        }
    }
}

/// Whom a band is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BandTier {
    /// Little output.
    Short,
    /// The middle.
    MidTier,
    /// Much output.
    Enterprise,
}

/// A band of a vendor's licence. What is not in `features` is not offered; a price of 0 is included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LicenceBand {
    /// As the vendor calls it.
    pub name: String,
    /// Whom it is for.
    pub tier: BandTier,
    /// Each month, whatever is made.
    pub monthly_fee: Decimal,
    /// Clips a month within the fee; `None`: without end.
    pub cap: Option<u32>,
    /// Of each clip beyond the cap; `None`: nothing is made beyond it.
    pub overage: Option<Decimal>,
    /// What each feature adds to a month.
    pub features: BTreeMap<LicenceFeature, Decimal>,
    /// What throughput costs, where the vendor charges it.
    pub throughput: Option<ThroughputCharge>,
}

/// A charge that grows with how many clips an hour must come out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThroughputCharge {
    /// Clips an hour within the fee.
    pub included_per_hour: Decimal,
    /// A month, for each clip an hour beyond that.
    pub monthly_per_extra: Decimal,
}

/// What is needed of a licence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LicenceNeed {
    /// Clips a month.
    pub clips: u64,
    /// Clips an hour, at the busiest.
    pub per_hour: Decimal,
    /// Features that must be there.
    pub features: Vec<LicenceFeature>,
}

/// What a band costs a month, in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BandCost {
    /// The fee.
    pub fee: Decimal,
    /// The features.
    pub features: Decimal,
    /// What throughput adds.
    pub throughput: Decimal,
    /// What is made beyond the cap.
    pub overage: Decimal,
    /// All of it.
    pub total: Decimal,
}

/// Why a band does not serve.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum NotServed {
    /// A feature it has not.
    #[error("it has no {}", .feature.words())]
    Feature {
        /// Which.
        feature: LicenceFeature,
    },
    /// Its cap is below the volume, and nothing is made beyond it.
    #[error("it ends at {cap} clips a month")]
    Cap {
        /// Where it ends.
        cap: u32,
    },
    /// Beyond the range of a decimal.
    #[error("its cost is too large to be worked out")]
    TooLarge,
}

/// From this volume on a band is the cheapest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheapestFrom {
    /// Clips a month.
    pub clips: u64,
    /// Which band, by its place; `None`: no band serves.
    pub band: Option<usize>,
}

/// Something wrong with a band.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{band}: {field}: {problem}")]
pub struct BandProblem {
    /// Of which band.
    pub band: String,
    /// The field.
    pub field: &'static str,
    /// What is wrong.
    pub problem: &'static str,
}

impl LicenceBand {
    /// Refuses what cannot be meant.
    pub fn check(&self) -> Result<(), BandProblem> {
        let refuse = |field, problem| {
            Err(BandProblem {
                band: self.name.clone(),
                field,
                problem,
            })
        };
        if self.name.trim().is_empty() {
            return refuse("name", "a name is expected");
        }
        let throughput = self.throughput.as_ref();
        let amounts = [
            ("monthly fee", Some(self.monthly_fee)),
            ("overage", self.overage),
            ("throughput", throughput.map(|charge| charge.monthly_per_extra)),
            ("clips an hour", throughput.map(|charge| charge.included_per_hour)),
        ];
        let features = self.features.values().map(|price| ("features", Some(*price)));
        for (field, amount) in amounts.into_iter().chain(features) {
            if amount.is_some_and(|amount| amount < Decimal::ZERO || amount > Decimal::from(MOST_CLIPS)) {
                return refuse(field, "0 or more is expected, at most a thousand million");
            }
        }
        Ok(())
    }

    /// What a month costs, or why the band does not serve.
    pub fn cost(&self, need: &LicenceNeed) -> Result<BandCost, NotServed> {
        let beyond = self.cap.map_or(0, |cap| need.clips.saturating_sub(u64::from(cap)));
        let overage = match (beyond, self.overage, self.cap) {
            (0, ..) => Decimal::ZERO,
            (_, None, Some(cap)) => return Err(NotServed::Cap { cap }),
            (beyond, price, _) => price
                .unwrap_or_default()
                .checked_mul(Decimal::from(beyond))
                .ok_or(NotServed::TooLarge)?,
        };
        let mut features = Decimal::ZERO;
        for feature in &need.features {
            let price = self
                .features
                .get(feature)
                .ok_or(NotServed::Feature { feature: *feature })?;
            features = features.checked_add(*price).ok_or(NotServed::TooLarge)?;
        }
        let throughput = match &self.throughput {
            Some(charge) => (need.per_hour - charge.included_per_hour)
                .max(Decimal::ZERO)
                .checked_mul(charge.monthly_per_extra)
                .ok_or(NotServed::TooLarge)?,
            None => Decimal::ZERO,
        };
        let total = [features, throughput, overage]
            .into_iter()
            .try_fold(self.monthly_fee, Decimal::checked_add)
            .ok_or(NotServed::TooLarge)?;
        Ok(BandCost {
            fee: self.monthly_fee,
            features,
            throughput,
            overage,
            total,
        })
    }

    /// What one clip more costs at a volume.
    fn slope(&self, clips: u64) -> Decimal {
        match (self.cap, self.overage) {
            (Some(cap), Some(overage)) if clips >= u64::from(cap) => overage,
            _ => Decimal::ZERO,
        }
    }
}

/// The cheapest band for a need, by its place; of equal ones the one that grows more slowly with the volume, then the first.
/// `None` where none serves.
pub fn cheapest(bands: &[LicenceBand], need: &LicenceNeed) -> Option<usize> {
    let costs = bands.iter().enumerate().filter_map(|(place, band)| {
        let total = band.cost(need).ok()?.total;
        Some((total, band.slope(need.clips), place))
    });
    costs.min().map(|(_, _, place)| place)
}

/// Which band is the cheapest from which volume on, beginning at 0: where it changes lies the break-even.
pub fn break_evens(bands: &[LicenceBand], need: &LicenceNeed) -> Vec<CheapestFrom> {
    let at = |clips: u64| LicenceNeed { clips, ..need.clone() };
    // Between caps every cost is a straight line.
    let mut corners: Vec<u64> = bands
        .iter()
        .filter_map(|band| band.cap.map(u64::from))
        .flat_map(|cap| [cap, cap + 1])
        .chain([0, MOST_CLIPS])
        .collect();
    corners.sort_unstable();
    corners.dedup();
    let mut answer: Vec<CheapestFrom> = Vec::new();
    let mut note = |clips: u64, band: Option<usize>| {
        if answer.last().is_none_or(|last| last.band != band) {
            answer.push(CheapestFrom { clips, band });
        }
    };
    for pair in corners.windows(2) {
        let (mut clips, end) = (pair[0], pair[1]);
        while clips < end {
            let best = cheapest(bands, &at(clips));
            note(clips, best);
            let Some(best) = best else { break };
            match next_cheaper(bands, best, &at(clips)).filter(|next| *next < end) {
                Some(next) => clips = next,
                None => break,
            }
        }
    }
    answer
}

/// The next volume at which another band costs no more than the one that is now and grows more slowly, on straight lines.
fn next_cheaper(bands: &[LicenceBand], best: usize, need: &LicenceNeed) -> Option<u64> {
    let current = bands.get(best)?;
    let (cost, slope) = (current.cost(need).ok()?.total, current.slope(need.clips));
    let crossings = bands.iter().filter_map(|band| {
        let (other, other_slope) = (band.cost(need).ok()?.total, band.slope(need.clips));
        let gain = slope.checked_sub(other_slope).filter(|gain| *gain > Decimal::ZERO)?;
        let steps = other
            .checked_sub(cost)?
            .checked_div(gain)?
            .round_dp_with_strategy(0, RoundingStrategy::ToPositiveInfinity)
            .to_u64()?;
        need.clips.checked_add(steps.max(1))
    });
    crossings.min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn band(name: &str, fee: i64, cap: Option<u32>, overage: Option<&str>) -> LicenceBand {
        LicenceBand {
            name: name.to_owned(),
            tier: BandTier::Short,
            monthly_fee: Decimal::from(fee),
            cap,
            overage: overage.map(|price| price.parse().unwrap()),
            features: BTreeMap::from([(LicenceFeature::ClipCreation, Decimal::ZERO)]),
            throughput: None,
        }
    }
    fn need(clips: u64) -> LicenceNeed {
        LicenceNeed {
            clips,
            per_hour: Decimal::ZERO,
            features: vec![LicenceFeature::ClipCreation],
        }
    }

    #[test]
    fn the_cheapest_band_changes_where_overage_eats_up_the_difference_of_the_fees() {
        let bands = [
            band("Short", 50, Some(100), Some("1")),
            band("Mid-tier", 200, Some(500), Some("0.50")),
            band("Enterprise", 1_000, None, None),
        ];
        let changes: Vec<_> = break_evens(&bands, &need(0))
            .into_iter()
            .map(|change| (change.clips, change.band))
            .collect();
        // 50 + (n - 100) reaches 200 at 250; 200 + 0.50 (n - 500) reaches 1000 at 2100.
        assert_eq!(changes, [(0, Some(0)), (250, Some(1)), (2_100, Some(2))]);
        assert_eq!(cheapest(&bands, &need(249)), Some(0));
        assert_eq!(cheapest(&bands, &need(2_100)), Some(2));
    }

    #[test]
    fn a_band_that_ends_or_lacks_a_feature_does_not_serve_and_says_why() {
        let short = band("Short", 50, Some(100), None);
        assert_eq!(short.cost(&need(101)), Err(NotServed::Cap { cap: 100 }));
        let wanted = LicenceNeed {
            features: vec![LicenceFeature::Analytics],
            ..need(1)
        };
        assert_eq!(short.cost(&wanted).unwrap_err().to_string(), "it has no analytics");
        let changes = break_evens(&[short], &need(0));
        assert_eq!(changes.last(), Some(&CheapestFrom { clips: 101, band: None }));
    }

    #[test]
    fn throughput_beyond_what_is_included_is_paid_by_the_month() {
        let mut fast = band("Fast", 100, None, None);
        fast.throughput = Some(ThroughputCharge {
            included_per_hour: Decimal::from(20),
            monthly_per_extra: Decimal::from(3),
        });
        let cost = fast
            .cost(&LicenceNeed {
                per_hour: Decimal::from(60),
                ..need(10)
            })
            .unwrap();
        assert_eq!((cost.throughput, cost.total), (Decimal::from(120), Decimal::from(220)));
    }

    proptest! {
        #[test]
        fn between_break_evens_the_named_band_is_the_cheapest_everywhere(
            fees in prop::collection::vec((0_i64..2_000, prop::option::of(0_u32..400), prop::option::of(0_i64..300)), 1..5),
            clips in 0_u64..3_000,
        ) {
            let bands: Vec<LicenceBand> = fees.iter().enumerate().map(|(place, (fee, cap, overage))| LicenceBand {
                overage: overage.map(|cents| Decimal::new(cents, 2)),
                ..band(&format!("band {place}"), *fee, *cap, None)
            }).collect();
            let named = break_evens(&bands, &need(0)).into_iter().rev().find(|change| change.clips <= clips).unwrap().band;
            let total = |place: Option<usize>| place.and_then(|place| bands[place].cost(&need(clips)).ok()).map(|cost| cost.total);
            prop_assert_eq!(total(named), total(cheapest(&bands, &need(clips))));
        }
    }
}
