//! Prices: the catalogue, what settings cost side by side, buckets, licence bands, other money.

mod buckets;
mod calculator;
mod catalogue;
mod licences;

pub use buckets::{
    BucketAnswer, BucketFigure, BucketPart, BucketPresetView, BucketQuestion, EgressQuestion, StorageQuestion,
};
pub use calculator::{
    PriceAnswer, PriceCaution, PriceComparison, PriceFigure, PriceFigurePart, PricePartKind, PriceSetting, PriceTiers,
    TwoStepPrice,
};
pub use catalogue::{AddedPrice, PriceCatalogueView, PriceImport, PriceLine};
pub use licences::{BandChange, BandCostView, BandDraft, BandPoint, LicenceComparison, LicenceDraft, LicenceQuestion};
