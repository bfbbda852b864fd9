//! What something will cost.

use super::run_plan::{EstimateNeededArguments, EstimatePlanArguments};
use clap::{Args, Subcommand};

/// What something will cost.
#[derive(Debug, Subcommand)]
pub enum EstimateCommand {
    /// The price of a clip: by base rate and factors (P x R x F x M), or by a model of the price catalogue.
    Price(EstimatePriceArguments),
    /// The four buckets of own or rented infrastructure: compute, encoding, storage, egress, in USD per second of output.
    Buckets(EstimateBucketsArguments),
    /// What a run will cost, what a usable clip of it will cost, and how surely.
    Plan(Box<EstimatePlanArguments>),
    /// How many generations give so many usable clips this surely.
    Needed(EstimateNeededArguments),
}

/// Asks for the price of a clip. Numbers and settings are read by the use case, so that a wrong one is named with what is allowed.
#[derive(Debug, Args)]
pub struct EstimatePriceArguments {
    /// B, the base rate of a second.
    #[arg(
        long,
        value_name = "B",
        allow_hyphen_values = true,
        required_unless_present = "model",
        conflicts_with = "model"
    )]
    pub base_rate: Option<String>,
    /// How long the clip is.
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
    pub seconds: String,
    /// How large the picture is: 720p, 1080p, 4k.
    #[arg(
        long,
        value_name = "R",
        allow_hyphen_values = true,
        required_unless_present = "model"
    )]
    pub resolution: Option<String>,
    /// Frames per second: 24, 30, 60.
    #[arg(
        long,
        visible_alias = "frame-rate",
        value_name = "F",
        allow_hyphen_values = true,
        required_unless_present = "model"
    )]
    pub fps: Option<String>,
    /// The variant: general, advanced, neural-voice. Default: general.
    #[arg(long, value_name = "V", allow_hyphen_values = true)]
    pub variant: Option<String>,
    /// Where in the neural voice's range, 1.30 to 1.40. Default: its upper end, with the range told.
    #[arg(long, value_name = "M", allow_hyphen_values = true, conflicts_with = "model")]
    pub voice_multiplier: Option<String>,
    /// A model of the price catalogue instead of a base rate.
    #[arg(long, value_name = "MODEL")]
    pub model: Option<String>,
    /// Who sells the model, where several do.
    #[arg(long, value_name = "NAME", requires = "model")]
    pub provider: Option<String>,
    /// With sound or without.
    #[arg(long, value_name = "on|off", requires = "model")]
    pub audio: Option<OnOff>,
    /// The model's mode.
    #[arg(long, value_name = "MODE", requires = "model")]
    pub mode: Option<String>,
    /// Pictures given with the request.
    #[arg(long, value_name = "N", requires = "model", allow_hyphen_values = true)]
    pub images: Option<String>,
    /// Seconds of video given with the request.
    #[arg(long, value_name = "T", requires = "model", allow_hyphen_values = true)]
    pub input_video_seconds: Option<String>,
}

/// With sound or without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum OnOff {
    /// With sound.
    On,
    /// Without.
    Off,
}

/// Asks for the four buckets. What is left out is as in the example: 8 Mbps for 8 hours, 12.6036 an hour.
#[derive(Debug, Args)]
pub struct EstimateBucketsArguments {
    /// Start from these values: `example`, `cpu_low`, `cpu_high`, `gpu_low`, `gpu_high`.
    #[arg(long, value_name = "NAME", default_value = "example")]
    pub preset: String,
    /// CPU or GPU time, of a second.
    #[arg(long, value_name = "USD", allow_hyphen_values = true)]
    pub compute: Option<String>,
    /// Encoding, of a second.
    #[arg(long, value_name = "USD", allow_hyphen_values = true)]
    pub encoding: Option<String>,
    /// Keeping what is made, of a second.
    #[arg(
        long,
        value_name = "USD",
        allow_hyphen_values = true,
        conflicts_with = "gigabytes_kept"
    )]
    pub storage: Option<String>,
    /// Instead: gigabytes kept, each at 8e-9 a second.
    #[arg(long, value_name = "GB", allow_hyphen_values = true)]
    pub gigabytes_kept: Option<String>,
    /// Sending it out, of a second.
    #[arg(
        long,
        value_name = "USD",
        allow_hyphen_values = true,
        conflicts_with = "price_per_gigabyte"
    )]
    pub egress: Option<String>,
    /// Instead: the price of a gigabyte in this region, with --megabits.
    #[arg(long, visible_alias = "price-per-gb", value_name = "USD", allow_hyphen_values = true)]
    pub price_per_gigabyte: Option<String>,
    /// Megabits a second of output.
    #[arg(
        long,
        visible_alias = "mbps",
        value_name = "N",
        default_value = "8",
        allow_hyphen_values = true,
        requires = "price_per_gigabyte"
    )]
    pub megabits: String,
    /// What a cache or an edge keeps away, in percent.
    #[arg(
        long,
        value_name = "PERCENT",
        default_value = "0",
        allow_hyphen_values = true,
        requires = "price_per_gigabyte"
    )]
    pub kept_away: String,
    /// How many hours of output.
    #[arg(long, value_name = "H", default_value = "8", allow_hyphen_values = true)]
    pub hours: String,
}
