//! What a second of video costs: by a model's price entry, by the project formula, or by its four buckets.
//!
//! [`Catalogue::quote`] is the one way from a [`PriceRequest`] to a [`Quote`]. No match is no price: a [`NoPrice`] says why.

mod as_of;
mod audio;
mod billing;
mod buckets;
mod catalogue;
mod check;
mod entry;
mod exchange;
mod factor_columns;
mod field_problem;
mod licence;
mod no_price;
mod project_price;
mod quote;
mod reading;
mod request;
mod resolution;

pub use as_of::{AsOf, NotAnAsOf};
pub use audio::{AudioRate, NotAnAudioRate};
pub use billing::{Billing, ImageSurcharge, Run, VideoCharge};
pub use buckets::{BucketPreset, Buckets, Egress, STORAGE_PER_GIGABYTE, bucket_presets};
pub use catalogue::Catalogue;
pub use check::{CatalogueFinding, FindingKind};
pub use entry::{Confidence, Conversion, EntryStatus, ListedEntry, Origin, PriceEntry, STALE_AFTER_DAYS};
pub use exchange::{Converted, ExchangeRate, ExchangeRates};
pub use factor_columns::FACTOR_COLUMNS;
pub use field_problem::FieldProblem;
pub use licence::{
    BandCost, BandProblem, BandTier, CheapestFrom, LicenceBand, LicenceFeature, LicenceNeed, MOST_CLIPS, NotServed,
    ThroughputCharge, break_evens, cheapest,
};
pub use no_price::NoPrice;
pub use project_price::{Multipliers, PriceError, ProjectPrice, ProjectRequest};
pub use quote::{Caution, Quote, QuotePart, QuotePartKind};
pub use reading::{PRICE_COLUMNS, RowDefaults};
pub use request::{PriceRequest, When};
pub use resolution::{NotAResolution, Resolution};
