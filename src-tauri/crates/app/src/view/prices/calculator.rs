//! What settings cost, side by side and in two steps.

use super::catalogue::PriceLine;
use crate::view::Problem;
use circletake_domain::money::Currency;
use circletake_domain::prices::{Caution, ExchangeRate, QuotePartKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
