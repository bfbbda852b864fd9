//! The price catalogue.

use camino::Utf8PathBuf;
use clap::{Args, Subcommand};

/// The price catalogue: what ships with the app, and what people added.
#[derive(Debug, Subcommand)]
pub enum PricesCommand {
    /// List entries. Without a library: those that ship with the app.
    List(PricesListArguments),
    /// Add an entry of your own, or put one in the place of another.
    Add(Box<PricesAddArguments>),
    /// Bring a price list in: CSV, TSV, JSON, JSON lines. All rows, or none.
    Import {
        /// The file.
        file: Utf8PathBuf,
        /// Say what would come of it and write nothing.
        #[arg(long)]
        dry_run: bool,
        /// Import the good rows though others are bad.
        #[arg(long)]
        skip_bad: bool,
    },
    /// Say what to look at before prices are trusted: ambiguous, expired, retired, old, unsure.
    Check {
        /// Check this file instead of the catalogue.
        file: Option<Utf8PathBuf>,
    },
}

/// Lists entries.
#[derive(Debug, Args)]
pub struct PricesListArguments {
    /// Only of this model, by its id or its name.
    #[arg(long)]
    pub model: Option<String>,
    /// Only of this provider.
    #[arg(long)]
    pub provider: Option<String>,
    /// Only those that hold all of these words.
    #[arg(long, value_name = "WORDS")]
    pub search: Option<String>,
    /// Only those that can be planned with today.
    #[arg(long)]
    pub plannable: bool,
    /// Only those that people added.
    #[arg(long)]
    pub own: bool,
}

/// Adds an entry.
#[derive(Debug, Args)]
pub struct PricesAddArguments {
    /// Who sells it.
    #[arg(long)]
    pub provider: String,
    /// The model, as requests and logs name it.
    #[arg(long)]
    pub model: String,
    /// The resolutions it is for, such as 720p,1080p. Default: any.
    #[arg(long)]
    pub resolution: Option<String>,
    /// What it says of sound: on, off, `always_on`, none, any, bundled.
    #[arg(long)]
    pub audio: Option<String>,
    /// The mode it is for.
    #[arg(long)]
    pub mode: Option<String>,
    /// The price of a second.
    #[arg(long, value_name = "PRICE", allow_hyphen_values = true)]
    pub price_per_second: Option<String>,
    /// Credits a second uses.
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub credits_per_second: Option<String>,
    /// What a credit costs.
    #[arg(long, value_name = "PRICE", allow_hyphen_values = true)]
    pub price_per_credit: Option<String>,
    /// The least a task costs.
    #[arg(long, value_name = "PRICE", allow_hyphen_values = true)]
    pub minimum_charge: Option<String>,
    /// In what money. Default: the library's.
    #[arg(long)]
    pub currency: Option<String>,
    /// active, retired or unknown. Default: active.
    #[arg(long)]
    pub status: Option<String>,
    /// Where the price stands.
    #[arg(long)]
    pub source: Option<String>,
    /// When it stood there. Default: today.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Any other column of a price list, such as runs=5:0.35 or `valid_to=2026-12-31`; repeat for more.
    #[arg(long = "field", value_name = "COLUMN=VALUE", value_parser = super::values::parse_mapping)]
    pub fields: Vec<(String, String)>,
    /// The entry whose place it takes, by its uid.
    #[arg(long, value_name = "UID")]
    pub replaces: Option<String>,
}
