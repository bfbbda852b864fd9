//! `estimate`: prices and buckets; runs have a file of their own.

use super::{Outcome, run_plan};
use crate::arguments::{EstimateBucketsArguments, EstimateCommand, EstimatePriceArguments, OnOff};
use crate::exit::{Done, Failure};
use crate::library::ChosenLibrary;
use crate::output::Output;
use circletake_app::view::prices::{
    BucketFigure, EgressQuestion, PriceFigure, PricePartKind, PriceSetting, StorageQuestion,
};
use circletake_app::{Clock, SystemClock, bucket_figure, bucket_questions, shipped_price};
use circletake_domain::day::Day;
use serde::Serialize;
use std::collections::BTreeMap;

/// Runs the command.
pub async fn estimate(library: &ChosenLibrary, command: EstimateCommand, output: Output) -> Outcome {
    match command {
        EstimateCommand::Price(arguments) => price(library, arguments, output).await,
        EstimateCommand::Buckets(arguments) => buckets(arguments, output),
        EstimateCommand::Plan(arguments) => run_plan::plan(library, &arguments, output).await,
        EstimateCommand::Needed(arguments) => run_plan::needed(library, &arguments, output).await,
    }
}

/// The price of a clip as scripts read it.
#[derive(Serialize)]
struct PrintedPrice {
    price: String,
    rounded: String,
    per_second: String,
    currency: Option<String>,
    parts: BTreeMap<&'static str, String>,
    range: Option<[String; 2]>,
    entry: Option<String>,
    cautions: Vec<String>,
    #[serde(skip)]
    how: Vec<String>,
}

async fn price(library: &ChosenLibrary, arguments: EstimatePriceArguments, output: Output) -> Outcome {
    let figure = match setting(arguments) {
        // A base rate needs no library, and no library's prices would change it.
        setting @ PriceSetting::Formula { .. } => shipped_price(&setting, today())?,
        setting @ PriceSetting::Model { .. } => match library.to_read_if_any().await? {
            None => shipped_price(&setting, today())?,
            Some(library) => {
                let compared = library.compare_prices(&[setting], None).await;
                library.close().await;
                let answer = compared?.answers.into_iter().next();
                let (figure, problem) = answer.map_or((None, None), |answer| (answer.figure, answer.problem));
                match (figure, problem) {
                    (Some(figure), _) => figure,
                    (None, Some(problem)) => return Err(problem.into()),
                    (None, None) => return Err(Failure::usage("Nothing was asked for.", "Name a model.")),
                }
            }
        },
    };
    output.result(&printed(figure), |printed| {
        let money = printed.currency.as_deref().unwrap_or("in the base rate's money");
        let mut lines = vec![format!("{} ({} exactly) {money}", printed.rounded, printed.price)];
        lines.extend(printed.how.iter().map(|how| format!("  {how}")));
        if let Some([least, most]) = &printed.range {
            lines.push(format!("Between {least} and {most}."));
        }
        if let Some(entry) = &printed.entry {
            lines.push(format!("By the price of {entry}."));
        }
        lines.extend(printed.cautions.iter().cloned());
        lines.join("\n")
    });
    Ok(Done::Fully)
}

fn setting(arguments: EstimatePriceArguments) -> PriceSetting {
    let text = Option::unwrap_or_default;
    match arguments.model {
        None => PriceSetting::Formula {
            base_rate: text(arguments.base_rate),
            seconds: arguments.seconds,
            resolution: text(arguments.resolution),
            frames_per_second: text(arguments.fps),
            variant: arguments.variant.unwrap_or_else(|| "general".to_owned()),
            voice_multiplier: text(arguments.voice_multiplier),
        },
        Some(model) => PriceSetting::Model {
            provider: text(arguments.provider),
            model,
            resolution: text(arguments.resolution),
            audio: arguments.audio.map(|audio| audio == OnOff::On),
            mode: text(arguments.mode),
            seconds: arguments.seconds,
            frames_per_second: text(arguments.fps),
            variant: text(arguments.variant),
            images: text(arguments.images),
            input_video_seconds: text(arguments.input_video_seconds),
        },
    }
}

fn printed(figure: PriceFigure) -> PrintedPrice {
    let parts = figure.parts.iter();
    PrintedPrice {
        how: parts
            .clone()
            .map(|part| format!("{:<12} {:>12}  {}", part_name(part.kind), part.value, part.how))
            .collect(),
        parts: parts.map(|part| (part_name(part.kind), part.value.clone())).collect(),
        price: figure.price,
        rounded: figure.rounded,
        per_second: figure.per_second,
        currency: figure.currency.map(|currency| currency.to_string()),
        range: figure.range,
        entry: figure.entry.map(|entry| entry.words),
        cautions: figure.cautions.into_iter().map(|caution| caution.words).collect(),
    }
}

fn part_name(kind: PricePartKind) -> &'static str {
    match kind {
        PricePartKind::Base => "base",
        PricePartKind::Resolution => "resolution",
        PricePartKind::FrameRate => "frame_rate",
        PricePartKind::Variant => "variant",
        PricePartKind::Output => "output",
        PricePartKind::Minimum => "minimum",
        PricePartKind::Images => "images",
        PricePartKind::InputVideo => "input_video",
    }
}

/// The buckets as scripts read them.
#[derive(Serialize)]
struct PrintedBuckets {
    per_second: String,
    per_hour: String,
    hours: String,
    total: String,
    parts: BTreeMap<String, String>,
}

fn buckets(arguments: EstimateBucketsArguments, output: Output) -> Outcome {
    let presets = bucket_questions();
    let names: Vec<&str> = presets.iter().map(|preset| preset.key.as_str()).collect();
    let Some(preset) = presets
        .iter()
        .find(|preset| preset.key == arguments.preset.trim().replace('-', "_"))
    else {
        return Err(Failure::usage(
            format!("There are no values called `{}`.", arguments.preset),
            format!("Name one of: {}.", names.join(", ")),
        ));
    };
    let mut question = preset.values.clone();
    question.compute = arguments.compute.unwrap_or(question.compute);
    question.encoding = arguments.encoding.unwrap_or(question.encoding);
    if let Some(per_second) = arguments.storage {
        question.storage = StorageQuestion::Rate { per_second };
    } else if let Some(gigabytes) = arguments.gigabytes_kept {
        question.storage = StorageQuestion::Kept { gigabytes };
    }
    if let Some(per_second) = arguments.egress {
        question.egress = EgressQuestion::Rate { per_second };
    } else if let Some(price_per_gigabyte) = arguments.price_per_gigabyte {
        question.egress = EgressQuestion::Traffic {
            megabits_per_second: arguments.megabits,
            price_per_gigabyte,
            kept_away_percent: arguments.kept_away,
        };
    }
    question.hours.clone_from(&arguments.hours);
    let BucketFigure {
        per_second,
        per_hour,
        total,
        parts,
    } = bucket_figure(&question)?;
    let printed = PrintedBuckets {
        per_second,
        per_hour,
        hours: arguments.hours,
        total,
        parts: parts.into_iter().map(|part| (part.bucket, part.per_second)).collect(),
    };
    output.result(&printed, |printed| {
        let parts: Vec<String> = printed
            .parts
            .iter()
            .map(|(bucket, price)| format!("  {bucket:<10} {price}"))
            .collect();
        format!(
            "{} a second, {} an hour, {} for {} hours\n{}",
            printed.per_second,
            printed.per_hour,
            printed.total,
            printed.hours,
            parts.join("\n")
        )
    });
    Ok(Done::Fully)
}

/// The day it is, in UTC.
pub(super) fn today() -> Day {
    Day::of(SystemClock.now())
}
