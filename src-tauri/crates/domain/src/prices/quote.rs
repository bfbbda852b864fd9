//! A price for a request, with what it is made of and what to be careful about.

use crate::day::Day;
use crate::money::Currency;
use crate::prices::billing::{Billing, ImageSurcharge, VideoCharge, is_run, listed};
use crate::prices::entry::{Confidence, EntryStatus, ListedEntry, PriceEntry};
use crate::prices::no_price::NoPrice;
use crate::prices::project_price::{Multipliers, ProjectRequest, check_length};
use crate::prices::request::{PriceRequest, When};
use rust_decimal::Decimal;
use serde::Serialize;
use ts_rs::TS;

/// A price for a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The entry it was worked out from; keep it beside what was priced.
    pub entry: ListedEntry,
    /// Of the clip, exact, in [`Quote::currency`].
    pub price: Decimal,
    /// The price over the clip's seconds. Exact where the division is.
    pub per_second: Decimal,
    /// In what money: the entry's.
    pub currency: Currency,
    /// What the price is the sum of.
    pub parts: Vec<QuotePart>,
    /// What to be careful about.
    pub cautions: Vec<Caution>,
}

/// A part of a price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuotePart {
    /// What it pays for.
    pub kind: QuotePartKind,
    /// How it came about, in words: `5 s x 0.12`.
    pub how: String,
    /// Its amount.
    #[serde(with = "rust_decimal::serde::str")]
    #[ts(type = "string")]
    pub amount: Decimal,
}

/// What a part of a price pays for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum QuotePartKind {
    /// The seconds that are made.
    Output,
    /// What is missing to the least a task costs.
    Minimum,
    /// Pictures given with the request.
    Images,
    /// Video given with the request.
    InputVideo,
}

/// What to be careful about with a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Caution {
    /// Whether the model is still made is not known.
    StatusUnknown,
    /// It was seen long ago.
    Stale,
    /// Nobody wrote down when it was seen.
    AgeUnknown,
    /// Nobody could confirm it.
    LowConfidence,
    /// The source converted it from other money.
    ConvertedBySource,
    /// The prompt's tokens are paid beside it.
    PromptTokensExtra,
    /// The neural voice has a range; this is its upper end.
    UpperEndOfRange,
    /// Nothing is charged.
    Free,
}

impl Caution {
    /// In a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::StatusUnknown => "Whether the model is still offered is not known.",
            Self::Stale => "The price was seen more than 90 days ago.",
            Self::AgeUnknown => "Nobody wrote down when the price was seen.",
            Self::LowConfidence => "Nobody could confirm the price.",
            Self::ConvertedBySource => "The list is in other money; the source converted it.",
            Self::PromptTokensExtra => "The tokens of the prompt are paid beside it.",
            Self::UpperEndOfRange => "The neural voice costs 1.30 to 1.40 times as much; this is the upper end.",
            Self::Free => "This entry says that nothing is charged.",
        }
    }
}

impl ListedEntry {
    /// What a request costs by this entry, whose settings it has.
    pub(crate) fn quote(&self, request: &PriceRequest, when: When) -> Result<Quote, NoPrice> {
        let entry = &self.entry;
        check_length(request.seconds)?;
        if request.input_video_seconds < Decimal::ZERO {
            return Err(NoPrice::Invalid {
                field: "input video seconds",
                problem: "0 or more are expected".to_owned(),
            });
        }
        if !entry.lengths.is_empty() && !entry.lengths.iter().any(|length| is_run(*length, request.seconds)) {
            return Err(NoPrice::LengthNotPriced {
                seconds: request.seconds,
                known: listed(entry.lengths.iter().copied()),
            });
        }
        let mut cautions = cautions(entry, when.day());
        let mut parts = output(entry, request, &mut cautions)?;
        if let Some(images) = &entry.images {
            parts.extend(image_part(images, request.images)?);
        }
        let sum = total(&parts)?;
        if let Some(minimum) = entry.minimum
            && sum < minimum
        {
            parts.push(QuotePart {
                kind: QuotePartKind::Minimum,
                how: format!("a task costs at least {}", minimum.normalize()),
                amount: minimum - sum,
            });
        }
        let price = total(&parts)?;
        if price.is_zero() {
            cautions.push(Caution::Free);
        }
        Ok(Quote {
            entry: self.clone(),
            price: price.normalize(),
            per_second: price.checked_div(request.seconds).ok_or(NoPrice::TooLarge)?.normalize(),
            currency: entry.currency.clone(),
            parts,
            cautions,
        })
    }
}

fn cautions(entry: &PriceEntry, today: Day) -> Vec<Caution> {
    let said = [
        (entry.status == EntryStatus::Unknown, Caution::StatusUnknown),
        (entry.as_of.earliest().is_none(), Caution::AgeUnknown),
        (
            entry.as_of.earliest().is_some() && entry.is_stale_on(today),
            Caution::Stale,
        ),
        (entry.confidence == Some(Confidence::Low), Caution::LowConfidence),
        (entry.converted_from.is_some(), Caution::ConvertedBySource),
        (entry.input_per_million_tokens.is_some(), Caution::PromptTokensExtra),
    ];
    said.into_iter()
        .filter_map(|(holds, caution)| holds.then_some(caution))
        .collect()
}

/// What the made seconds cost, with the video that goes in.
fn output(entry: &PriceEntry, request: &PriceRequest, cautions: &mut Vec<Caution>) -> Result<Vec<QuotePart>, NoPrice> {
    let seconds = request.seconds;
    let input = request.input_video_seconds;
    let made = |amount: Decimal, how: String| QuotePart {
        kind: QuotePartKind::Output,
        how,
        amount,
    };
    if input.is_zero() {
        return Ok(vec![if let Billing::Formula { base_rate } = &entry.billing {
            by_formula(entry, *base_rate, request, cautions)?
        } else {
            made(entry.billing.of_clip(seconds)?, how(&entry.billing, seconds))
        }]);
    }
    let with_input = |amount: Decimal, how: String| QuotePart {
        kind: QuotePartKind::InputVideo,
        how,
        amount,
    };
    let both = seconds.checked_add(input).ok_or(NoPrice::TooLarge)?;
    match &entry.video {
        None => Err(NoPrice::InputNotPriced {
            model: request.model.clone(),
            input: "input video",
        }),
        Some(VideoCharge::PerSecond { price }) => {
            let extra = price.checked_mul(input).ok_or(NoPrice::TooLarge)?;
            Ok(vec![
                made(entry.billing.of_clip(seconds)?, how(&entry.billing, seconds)),
                with_input(extra, times(input, *price)),
            ])
        }
        Some(VideoCharge::AsOutput) => {
            let clip = entry.billing.of_clip(seconds)?;
            let whole = entry.billing.of_clip(both)?;
            Ok(vec![
                made(clip, how(&entry.billing, seconds)),
                with_input(
                    whole - clip,
                    format!("{} s billed as if they were made", input.normalize()),
                ),
            ])
        }
        Some(VideoCharge::OwnRate {
            price,
            least_times_output,
        }) => {
            let least = least_times_output.checked_mul(seconds).ok_or(NoPrice::TooLarge)?;
            let billed = both.max(least);
            let amount = price.checked_mul(billed).ok_or(NoPrice::TooLarge)?;
            Ok(vec![with_input(
                amount,
                format!(
                    "input and output, at least {} times the output: {}",
                    least_times_output.normalize(),
                    times(billed, *price)
                ),
            )])
        }
    }
}

fn by_formula(
    entry: &PriceEntry,
    base_rate: Decimal,
    request: &PriceRequest,
    cautions: &mut Vec<Caution>,
) -> Result<QuotePart, NoPrice> {
    let table = entry.multipliers.clone().unwrap_or_default();
    let not_said = |field: &'static str, choices: Vec<String>| NoPrice::NotSaid {
        model: request.model.clone(),
        field,
        choices: choices.join(", "),
    };
    let Multipliers {
        resolution,
        frame_rate,
        variant,
    } = &table;
    let asked = ProjectRequest {
        base_rate,
        seconds: request.seconds,
        resolution: request
            .resolution
            .as_ref()
            .ok_or_else(|| not_said("resolution", resolution.keys().cloned().collect()))?
            .to_string(),
        frames_per_second: request
            .frames_per_second
            .ok_or_else(|| not_said("frame rate", frame_rate.keys().map(ToString::to_string).collect()))?,
        variant: request
            .variant
            .clone()
            .ok_or_else(|| not_said("variant", variant.keys().cloned().collect()))?,
        voice_multiplier: None,
    };
    let priced = table.price(&asked)?;
    if priced.range.is_some() {
        cautions.push(Caution::UpperEndOfRange);
    }
    Ok(QuotePart {
        kind: QuotePartKind::Output,
        how: format!(
            "{} x R {} x F {} x M {}",
            times(request.seconds, base_rate),
            priced.resolution.normalize(),
            priced.frame_rate.normalize(),
            priced.variant.normalize()
        ),
        amount: priced.price,
    })
}

fn image_part(charge: &ImageSurcharge, given: u32) -> Result<Option<QuotePart>, NoPrice> {
    let paid = given.saturating_sub(charge.free);
    if paid == 0 {
        return Ok(None);
    }
    let amount = charge.price.checked_mul(Decimal::from(paid)).ok_or(NoPrice::TooLarge)?;
    Ok(Some(QuotePart {
        kind: QuotePartKind::Images,
        how: format!("{paid} of {given} pictures x {}", charge.price.normalize()),
        amount,
    }))
}

fn total(parts: &[QuotePart]) -> Result<Decimal, NoPrice> {
    parts
        .iter()
        .try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.amount))
        .ok_or(NoPrice::TooLarge)
}

fn times(seconds: Decimal, price: Decimal) -> String {
    format!("{} s x {}", seconds.normalize(), price.normalize())
}

fn how(billing: &Billing, seconds: Decimal) -> String {
    let length = seconds.normalize();
    match billing {
        Billing::Second { price } | Billing::Formula { base_rate: price } => times(seconds, *price),
        Billing::Credit {
            credits_per_second,
            price_per_credit,
        } => format!(
            "{length} s x {} credits x {}",
            credits_per_second.normalize(),
            price_per_credit.normalize()
        ),
        Billing::Block {
            seconds: block, price, ..
        } => format!(
            "{length} s in begun blocks of {} s at {}",
            block.normalize(),
            price.normalize()
        ),
        Billing::Run { .. } => format!("a run of {length} s"),
        Billing::Token {
            tokens_per_second,
            price_per_million,
        } => format!(
            "{length} s x {} tokens x {} a million",
            tokens_per_second.normalize(),
            price_per_million.normalize()
        ),
    }
}
