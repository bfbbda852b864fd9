//! Licence bands: which is cheapest for a volume, and where that changes.

use circletake_domain::prices::LicenceFeature;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Licence bands as they are typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LicenceDraft {
    /// In what money; empty for the library's.
    pub currency: String,
    /// The bands.
    pub bands: Vec<BandDraft>,
}

/// A band as it is typed. An empty cap is without end, an empty overage makes nothing beyond the cap, a feature that is not there is
/// not offered, and an empty throughput charges none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BandDraft {
    /// As the vendor calls it.
    pub name: String,
    /// `short`, `mid_tier` or `enterprise`.
    pub tier: circletake_domain::prices::BandTier,
    /// Each month.
    pub monthly_fee: String,
    /// Clips a month.
    pub cap: String,
    /// Of each clip beyond.
    pub overage: String,
    /// What each feature that it has adds to a month; empty for nothing.
    pub features: BTreeMap<LicenceFeature, String>,
    /// Clips an hour within the fee.
    pub included_per_hour: String,
    /// A month, for each clip an hour beyond.
    pub monthly_per_extra: String,
}

/// What is needed of a licence, as it was typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LicenceQuestion {
    /// The bands.
    pub draft: LicenceDraft,
    /// Clips a month.
    pub clips: String,
    /// Clips an hour at the busiest; empty for none.
    pub per_hour: String,
    /// Features that must be there.
    pub features: Vec<LicenceFeature>,
}

/// Which band is the cheapest, and where that changes.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LicenceComparison {
    /// What each band costs, in their order.
    pub costs: Vec<BandCostView>,
    /// The cheapest, by its place; null where none serves.
    pub cheapest: Option<u32>,
    /// From which volume on which band is the cheapest, beginning at 0.
    pub changes: Vec<BandChange>,
    /// Totals over volumes, to be drawn.
    pub points: Vec<BandPoint>,
}

/// What a band costs a month.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BandCostView {
    /// As the vendor calls it.
    pub name: String,
    /// All of it; null where the band does not serve.
    pub total: Option<String>,
    /// Fee, features, throughput, overage.
    pub parts: Option<[String; 4]>,
    /// Of one clip, to be compared; null where none is made.
    pub per_clip: Option<String>,
    /// Why the band does not serve.
    pub why_not: Option<String>,
}

/// From here on another band is the cheapest.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BandChange {
    /// Clips a month.
    #[ts(type = "number")]
    pub clips: u64,
    /// Which band, by its place; null where none serves.
    pub band: Option<u32>,
}

/// What the bands cost at a volume.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BandPoint {
    /// Clips a month.
    #[ts(type = "number")]
    pub clips: u64,
    /// Each band's total; null where it does not serve.
    pub totals: Vec<Option<String>>,
}
