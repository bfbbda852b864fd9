//! The four buckets of own or rented infrastructure.

use crate::view::Problem;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Four buckets per second of output, as they were typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BucketQuestion {
    /// CPU or GPU time.
    pub compute: String,
    /// Encoding.
    pub encoding: String,
    /// Keeping what is made.
    pub storage: StorageQuestion,
    /// Sending it out.
    pub egress: EgressQuestion,
    /// How many hours of output.
    pub hours: String,
}

/// What keeping costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum StorageQuestion {
    /// So much a second.
    Rate {
        /// Of a second.
        per_second: String,
    },
    /// So many gigabytes, each at 8e-9 a second.
    Kept {
        /// How many.
        gigabytes: String,
    },
}

/// What sending costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum EgressQuestion {
    /// So much a second.
    Rate {
        /// Of a second.
        per_second: String,
    },
    /// By the gigabyte, less what a cache or an edge keeps away.
    Traffic {
        /// Megabits a second.
        megabits_per_second: String,
        /// Of a gigabyte in this region.
        price_per_gigabyte: String,
        /// In percent, 0 to 100.
        kept_away_percent: String,
    },
}

/// What the buckets cost, or why nobody can say.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BucketAnswer {
    /// What they cost.
    pub figure: Option<BucketFigure>,
    /// Why not.
    pub problem: Option<Problem>,
}

/// What the four buckets cost.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BucketFigure {
    /// A second of output.
    pub per_second: String,
    /// An hour of it.
    pub per_hour: String,
    /// All the hours.
    pub total: String,
    /// Each bucket: compute, encoding, storage, egress.
    pub parts: Vec<BucketPart>,
}

/// One bucket.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BucketPart {
    /// `compute`, `encoding`, `storage` or `egress`.
    pub bucket: String,
    /// Of a second of output.
    pub per_second: String,
    /// Its share of all four, 0 to 1; null where all cost nothing.
    pub share: Option<String>,
}

/// Values to start from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BucketPresetView {
    /// A stable word.
    pub key: String,
    /// In words.
    pub name: String,
    /// The values.
    pub values: BucketQuestion,
}
