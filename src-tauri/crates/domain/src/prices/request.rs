//! What a price is asked for.

use crate::day::Day;
use crate::prices::resolution::Resolution;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a price is asked for: one clip of one model. What is left open must not matter to the price, or there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PriceRequest {
    /// Who sells it; may be left open where only one does.
    #[serde(default)]
    pub provider: Option<String>,
    /// The model, by its id or by what people call it.
    pub model: String,
    /// How large the picture is.
    #[serde(default)]
    pub resolution: Option<Resolution>,
    /// With sound or without; `None` does not say.
    #[serde(default)]
    pub audio: Option<bool>,
    /// The mode, where the model has several.
    #[serde(default)]
    pub mode: Option<String>,
    /// How long the clip is, in seconds.
    #[serde(with = "rust_decimal::serde::str")]
    #[ts(type = "string")]
    pub seconds: Decimal,
    /// Frames per second; only billing by formula asks for it.
    #[serde(default)]
    pub frames_per_second: Option<u32>,
    /// The variant; only billing by formula asks for it.
    #[serde(default)]
    pub variant: Option<String>,
    /// How many pictures are given with the request.
    #[serde(default)]
    pub images: u32,
    /// How many seconds of video are given with the request.
    #[serde(default, with = "rust_decimal::serde::str")]
    #[ts(type = "string")]
    pub input_video_seconds: Decimal,
}

impl PriceRequest {
    /// A clip of this length, everything else left open.
    pub fn of(model: &str, seconds: Decimal) -> Self {
        Self {
            provider: None,
            model: model.to_owned(),
            resolution: None,
            audio: None,
            mode: None,
            seconds,
            frames_per_second: None,
            variant: None,
            images: 0,
            input_video_seconds: Decimal::ZERO,
        }
    }
}

/// When the clip is made: what was retired since may price what was made before, never what is to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// It is planned; today is this day.
    Planned(Day),
    /// It was made on this day.
    Made(Day),
}

impl When {
    /// The day.
    pub fn day(self) -> Day {
        match self {
            Self::Planned(day) | Self::Made(day) => day,
        }
    }
}
