//! Prices: the catalogue, what settings cost side by side, buckets, licence bands, other money.

use super::Problem;
use super::import::BadRow;
use circletake_domain::day::Day;
use circletake_domain::id::RecordUid;
use circletake_domain::money::Currency;
use circletake_domain::prices::{
    Caution, ExchangeRate, FieldProblem, LicenceFeature, Origin, PriceEntry, QuotePartKind,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The catalogue a library plans with.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PriceCatalogueView {
    /// The day the shipped part was put together.
    pub as_of: Option<Day>,
    /// How many days ago that was.
    pub age_days: Option<u32>,
    /// From how many days on a price counts as old.
    pub stale_after_days: u32,
    /// The library's money.
    pub currency: Currency,
    /// Every entry that counts; those of people first, then by provider and model.
    pub entries: Vec<PriceLine>,
    /// The exchange rates that people entered, the latest first.
    pub rates: Vec<ExchangeRate>,
}

/// An entry of the catalogue.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PriceLine {
    /// Its identity.
    pub uid: RecordUid,
    /// Who put it there.
    pub origin: Origin,
    /// The entry whose place it takes.
    pub replaces: Option<RecordUid>,
    /// What it says.
    pub entry: PriceEntry,
    /// What it is for, in words.
    pub words: String,
    /// What a second costs at the best, exact; null only beyond the range of numbers.
    pub per_second: Option<String>,
    /// How it is billed, in words: `12 credits a second at 0.01`.
    pub billing: String,
    /// How old it is at most, in days; null where nobody wrote it down.
    pub age_days: Option<u32>,
    /// Seen too long ago to be trusted without a look, or nobody knows when.
    pub stale: bool,
    /// Whether it can be planned with today.
    pub plannable: bool,
}

/// What came of adding an entry.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AddedPrice {
    /// The entry, where it could be added.
    pub added: Option<PriceLine>,
    /// What is wrong with its fields; nothing was added then.
    pub problems: Vec<FieldProblem>,
}

/// What an import of a price list did or would do.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct PriceImport {
    /// Names the selection in later calls; empty where there is none.
    pub selection_key: String,
    /// The file's name.
    pub file_name: String,
    /// Rows in the file.
    pub rows: u32,
    /// Entries that are new or, not yet imported, would be.
    pub added: u32,
    /// Of those, entries that take the place of a shipped one.
    pub replacing: u32,
    /// Rows that say what the catalogue says already.
    pub unchanged: u32,
    /// Rows that cannot be read, each with line, field and what is expected.
    pub bad: Vec<BadRow>,
    /// Columns that are no field of a price.
    pub ignored_columns: Vec<String>,
    /// What the new entries are for, in words; the first hundred.
    pub entries: Vec<String>,
}

/// Settings to price: by base rate and factors, or by a model of the catalogue. Numbers as they were typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum PriceSetting {
    /// P x R x F x M.
    Formula {
        /// B.
        base_rate: String,
        /// t.
        seconds: String,
        /// R's setting.
        resolution: String,
        /// F's setting.
        frames_per_second: String,
        /// M's setting.
        variant: String,
        /// Where in the neural voice's range; empty for its upper end.
        #[serde(default)]
        voice_multiplier: String,
    },
    /// An entry of the catalogue.
    Model {
        /// Who sells it; empty where only one does.
        provider: String,
        /// Which model.
        model: String,
        /// How large the picture is.
        resolution: String,
        /// With sound or without; null does not say.
        audio: Option<bool>,
        /// The mode; empty for none.
        mode: String,
        /// How long the clip is.
        seconds: String,
        /// Frames per second; only billing by formula asks for it.
        #[serde(default)]
        frames_per_second: String,
        /// The variant; only billing by formula asks for it.
        #[serde(default)]
        variant: String,
        /// Pictures given with the request; empty for none.
        #[serde(default)]
        images: String,
        /// Seconds of video given with the request; empty for none.
        #[serde(default)]
        input_video_seconds: String,
    },
}

/// What settings cost, or why nobody can say.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PriceAnswer {
    /// What they cost.
    pub figure: Option<PriceFigure>,
    /// Why there is no price. Unknown is unknown, never 0.
    pub problem: Option<Problem>,
}

/// A price with what it is made of.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PriceFigure {
    /// Of one clip, exact, in `currency`.
    pub price: String,
    /// The same to two places, half away from zero.
    pub rounded: String,
    /// The price over the seconds, exact where the division is.
    pub per_second: String,
    /// In what money; null where a base rate was typed, which is in the money it was meant in.
    pub currency: Option<Currency>,
    /// What makes it up, in the order it is worked out.
    pub parts: Vec<PriceFigurePart>,
    /// The least and the most, where the variant has a range.
    pub range: Option<[String; 2]>,
    /// What to be careful about.
    pub cautions: Vec<PriceCaution>,
    /// The entry, where a model was priced.
    pub entry: Option<PriceLine>,
    /// The rate at which it was converted, where it was; the parts are in the entry's money then.
    pub rate: Option<ExchangeRate>,
}

/// A part of a price.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PriceFigurePart {
    /// What it is.
    pub kind: PricePartKind,
    /// How it came about, in words.
    pub how: String,
    /// A factor or an amount, by its kind.
    pub value: String,
}

/// What a part of a price is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PricePartKind {
    /// P: base rate times seconds; an amount.
    Base,
    /// R; a factor.
    Resolution,
    /// F; a factor.
    FrameRate,
    /// M; a factor.
    Variant,
    /// The seconds that are made; an amount.
    Output,
    /// What is missing to the least a task costs; an amount.
    Minimum,
    /// Pictures given with the request; an amount.
    Images,
    /// Video given with the request; an amount.
    InputVideo,
}

impl From<QuotePartKind> for PricePartKind {
    fn from(kind: QuotePartKind) -> Self {
        match kind {
            QuotePartKind::Output => Self::Output,
            QuotePartKind::Minimum => Self::Minimum,
            QuotePartKind::Images => Self::Images,
            QuotePartKind::InputVideo => Self::InputVideo,
        }
    }
}

/// Something to be careful about.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PriceCaution {
    /// What.
    pub kind: Caution,
    /// In a sentence.
    pub words: String,
}

/// Two settings, and making attempts in one before finishing in the other.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TwoStepPrice {
    /// Every attempt in the first settings.
    pub drafts: String,
    /// The finished clips in the second settings.
    pub finals: String,
    /// Both.
    pub total: String,
    /// Every attempt in the second settings instead.
    pub all_final: String,
    /// What drafting saves; below 0 it costs more.
    pub saved: String,
    /// The saved share of `all_final`, 0 to 1; null where that is 0.
    pub saved_share: Option<String>,
    /// In what money; null where a base rate was typed.
    pub currency: Option<Currency>,
}

/// What settings cost side by side.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PriceComparison {
    /// For each of the settings, in their order.
    pub answers: Vec<PriceAnswer>,
    /// Of the first two, where both have a price in one money.
    pub two_step: Option<TwoStepPrice>,
    /// Why there is no two-step price; null where there is one, or it was not asked for.
    pub two_step_problem: Option<Problem>,
}

/// The settings a library calls its tiers: cheap and quick while the idea is open, dear once it is locked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PriceTiers {
    /// While the idea is open.
    pub sketch: Option<PriceSetting>,
    /// Once it is locked.
    pub hero: Option<PriceSetting>,
}

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
