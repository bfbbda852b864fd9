//! What a run will cost, and how long it has to be.

use super::values::{parse_amount, parse_minutes};
use circletake_domain::id::{BriefId, ModelName, PilotId};
use circletake_domain::money::{Amount, exact_decimal};
use clap::{ArgGroup, Args};
use rust_decimal::Decimal;

/// Say what a run will cost.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("rate").required(true), group = ArgGroup::new("length").multiple(true))]
pub struct EstimatePlanArguments {
    /// How many generations, shared evenly by the models.
    #[arg(long, value_name = "N")]
    pub generations: u32,
    /// The usable rate, 0 to 1: taken as known, unless --as-sure-as says how sure it is.
    #[arg(long, value_name = "P", group = "rate", value_parser = parse_decimal)]
    pub usable_rate: Option<Decimal>,
    /// The rate is a guess, as sure as if so many clips had been seen.
    #[arg(long, value_name = "CLIPS", requires = "usable_rate", value_parser = parse_decimal)]
    pub as_sure_as: Option<Decimal>,
    /// Read the rate from own attempts: of a brief, a pilot, a model, a template, a prompt or a format.
    #[arg(long, value_name = "ID", group = "rate")]
    pub history: Option<String>,
    /// A model of the price catalogue; several share the run. Default: one without a name, whose price is said.
    #[arg(long, value_name = "NAME")]
    pub model: Vec<ModelName>,
    /// Who sells the model, where several do.
    #[arg(long, value_name = "NAME")]
    pub provider: Option<String>,
    /// Seconds of one clip.
    #[arg(long, value_name = "T", group = "length", value_parser = parse_decimal)]
    pub seconds: Option<Decimal>,
    /// The resolution, where the price depends on it.
    #[arg(long, value_name = "R")]
    pub resolution: Option<String>,
    /// With sound or without, where the price depends on it.
    #[arg(long, value_name = "BOOL")]
    pub audio: Option<bool>,
    /// The mode, where the model has several.
    #[arg(long, value_name = "MODE")]
    pub mode: Option<String>,
    /// What a generation costs, instead of the catalogue's price.
    #[arg(long, value_name = "A", value_parser = parse_amount, conflicts_with = "price_per_second")]
    pub cost_per_generation: Option<Amount>,
    /// What a second costs, instead of the catalogue's price.
    #[arg(long, value_name = "A", value_parser = parse_amount, requires = "length")]
    pub price_per_second: Option<Amount>,
    /// Minutes of review on each clip.
    #[arg(long, value_name = "M", default_value = "0", value_parser = parse_minutes)]
    pub review_minutes: Decimal,
    /// Minutes of editing on each clip that passes.
    #[arg(long, value_name = "M", default_value = "0", value_parser = parse_minutes)]
    pub editing_minutes: Decimal,
    /// Minutes of brand review on each clip that passes.
    #[arg(long, value_name = "M", default_value = "0", value_parser = parse_minutes)]
    pub brand_minutes: Decimal,
    /// What an hour of people costs.
    #[arg(long, value_name = "A", value_parser = parse_amount)]
    pub hourly_rate: Option<Amount>,
    /// Overhead of the whole run.
    #[arg(long, value_name = "A", default_value = "0", value_parser = parse_amount)]
    pub overhead: Amount,
    /// Overhead of each generation.
    #[arg(long, value_name = "A", default_value = "0", value_parser = parse_amount)]
    pub overhead_per_generation: Amount,
    /// Prompts in one request, 2 to 16.
    #[arg(long, value_name = "N")]
    pub grouped: Option<u32>,
    /// The share that grouping saves of the overhead; 20 to 40 % are expected.
    #[arg(long, value_name = "S", default_value = "0.3", value_parser = parse_decimal, requires = "grouped")]
    pub grouping_saving: Decimal,
    /// The share that reused templates save of the overhead; 20 to 40 % are expected.
    #[arg(long, value_name = "S", value_parser = parse_decimal)]
    pub template_saving: Option<Decimal>,
    /// What one clip costs the team today. Default: the benchmark of the pilot, where one is named or the brief is of one.
    #[arg(long, value_name = "A", value_parser = parse_amount)]
    pub benchmark: Option<Amount>,
    /// How many usable clips are wanted.
    #[arg(long, value_name = "K")]
    pub usable: Option<u32>,
    /// The brief that is run: its length and resolution count where none is said. A plan that is kept puts it in the pilot.
    #[arg(long, value_name = "ID", group = "length")]
    pub brief: Option<BriefId>,
    /// The pilot whose run it is.
    #[arg(long, value_name = "ID")]
    pub pilot: Option<PilotId>,
    /// Keep it as the pilot's plan, under this name.
    #[arg(long, value_name = "NAME", requires = "pilot")]
    pub save: Option<String>,
}

/// Say how many generations are needed.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("known").required(true))]
pub struct EstimateNeededArguments {
    /// How many usable clips are wanted.
    #[arg(long, value_name = "K")]
    pub usable: u64,
    /// How sure one wants to be, above 0 and below 1.
    #[arg(long, value_name = "C", value_parser = parse_decimal)]
    pub confidence: Decimal,
    /// The usable rate, above 0 and at most 1, taken as known.
    #[arg(long, value_name = "P", group = "known", value_parser = parse_decimal)]
    pub rate: Option<Decimal>,
    /// What was seen: so many usable of so many.
    #[arg(long, value_name = "U/N", group = "known", value_parser = parse_seen)]
    pub seen: Option<(u64, u64)>,
    /// Read it from own attempts: of a brief, a pilot, a model, a template, a prompt or a format.
    #[arg(long, value_name = "ID", group = "known")]
    pub history: Option<String>,
}

fn parse_decimal(text: &str) -> Result<Decimal, String> {
    exact_decimal(text).map_err(|_| format!("`{text}` is not a number such as 0.16"))
}

fn parse_seen(text: &str) -> Result<(u64, u64), String> {
    let refuse = || format!("`{text}` is not U/N, such as 8/50");
    let (usable, total) = text.split_once('/').ok_or_else(refuse)?;
    let number = |part: &str| part.trim().parse::<u64>().map_err(|_| refuse());
    Ok((number(usable)?, number(total)?))
}
