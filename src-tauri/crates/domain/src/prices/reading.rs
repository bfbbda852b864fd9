//! Price entries as files have them: rows of columns, however the list in the field names them.

use crate::day::Day;
use crate::id::ModelName;
use crate::money::{Currency, exact_decimal};
use crate::prices::as_of::AsOf;
use crate::prices::audio::AudioRate;
use crate::prices::billing::{Billing, ImageSurcharge, Run, VideoCharge};
use crate::prices::entry::{Confidence, EntryStatus, PriceEntry};
use crate::prices::factor_columns::{self, FACTOR_COLUMNS};
use crate::prices::field_problem::FieldProblem;
use crate::prices::resolution::Resolution;
use rust_decimal::Decimal;
use serde_json::{Map, Value};

/// The columns of a price list, with the other names they go by. The first is the one that problems name.
pub const PRICE_COLUMNS: &[&[&str]] = &[
    &["provider", "vendor"],
    &["model", "model_id"],
    &["name", "display_name"],
    &["resolution", "resolutions"],
    &["audio", "sound"],
    &["mode", "tier"],
    &["price_per_second", "usd_per_second", "price"],
    &["credits_per_second"],
    &["price_per_credit", "usd_per_credit"],
    &["price_per_block"],
    &["block_seconds"],
    &["runs"],
    &["tokens_per_second"],
    &["price_per_million_tokens"],
    &["base_rate"],
    &["resolution_factors"],
    &["frame_rate_factors"],
    &["variant_factors"],
    &["lengths"],
    &["minimum_charge", "minimum"],
    &["price_per_image"],
    &["free_images"],
    &["price_per_input_second"],
    &["currency"],
    &["valid_from"],
    &["valid_to", "valid_until"],
    &["status"],
    &["source"],
    &["as_of", "date"],
    &["confidence"],
    &["notes", "note"],
];

/// What a file does not have to say in every row.
#[derive(Debug, Clone)]
pub struct RowDefaults {
    /// The money, where a row names none.
    pub currency: Currency,
    /// Where the prices stand, where a row does not say.
    pub source: String,
}

impl PriceEntry {
    /// Reads a row: by columns, or in the shape of the shipped catalogue. Every problem is named, not only the first.
    pub fn from_row(row: &Map<String, Value>, defaults: &RowDefaults) -> Result<Self, Vec<FieldProblem>> {
        let entry = if row.get("billing").is_some_and(Value::is_object) {
            let whole: Map<String, Value> = row
                .iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(field, value)| (field.clone(), value.clone()))
                .collect();
            serde_json::from_value(Value::Object(whole)).map_err(|error| {
                vec![FieldProblem::new(
                    "entry",
                    "",
                    format!("an entry of a price catalogue ({error})"),
                )]
            })?
        } else {
            Reader::new(row).entry(defaults)?
        };
        let problems = entry.problems();
        if problems.is_empty() { Ok(entry) } else { Err(problems) }
    }
}

struct Reader<'a> {
    row: &'a Map<String, Value>,
    problems: Vec<FieldProblem>,
}

impl<'a> Reader<'a> {
    fn new(row: &'a Map<String, Value>) -> Self {
        Self {
            row,
            problems: Vec::new(),
        }
    }

    fn entry(mut self, defaults: &RowDefaults) -> Result<PriceEntry, Vec<FieldProblem>> {
        let (resolutions, mode_of_resolution) = self.resolutions();
        let mode = self.text("mode").or(mode_of_resolution);
        let provider = self.required("provider", "who sells it");
        let model = self
            .required("model", "the model, as requests name it")
            .and_then(|model| self.read("model", &model, ModelName::new, "a model's name"));
        let billing = self.billing();
        let multipliers =
            factor_columns::multipliers(FACTOR_COLUMNS.map(|column| self.text(column)), &mut self.problems);
        if multipliers.is_some() && !matches!(billing, None | Some(Billing::Formula { .. })) {
            self.problems.push(FieldProblem::new(
                FACTOR_COLUMNS[0],
                "",
                "no factors here: only billing by a base rate multiplies by them",
            ));
        }
        let currency = match self.text("currency") {
            Some(text) => self.read("currency", &text, Currency::new, "a currency code such as USD or EUR"),
            None if self.row.contains_key("usd_per_second") => Currency::new("USD").ok(),
            None => Some(defaults.currency.clone()),
        };
        let audio = self.parsed::<AudioRate>("audio", "one of: on, off, always_on, none, any, bundled");
        let status = self.parsed::<EntryStatus>("status", "one of: active, retired, unknown");
        let confidence = self.parsed::<Confidence>("confidence", "one of: high, medium, low");
        let valid_from = self.parsed::<Day>("valid_from", "a day such as 2026-11-12");
        let valid_to = self.parsed::<Day>("valid_to", "a day such as 2026-11-12");
        let as_of = match self.text("as_of") {
            Some(text) => self.read(
                "as_of",
                &text,
                AsOf::new,
                "a date such as 2026-11-12 or 2026-11, or unknown",
            ),
            None => Some(AsOf::Unknown),
        };
        let minimum = self.decimal("minimum_charge");
        let images = self
            .decimal("price_per_image")
            .map(|price| (price, self.count("free_images")));
        let video = self.decimal("price_per_input_second");
        let lengths = self.lengths();
        let name = self.text("name");
        let notes = self.text("notes");
        let source = self.text("source").unwrap_or_else(|| defaults.source.clone());
        let (Some(provider), Some(model), Some(billing), Some(currency), Some(as_of), true) =
            (provider, model, billing, currency, as_of, self.problems.is_empty())
        else {
            return Err(self.problems);
        };
        Ok(PriceEntry {
            provider,
            name: name.filter(|name| name != model.as_str()),
            model,
            resolutions,
            // A list without a column for sound knows no effect of it.
            audio: audio.unwrap_or(AudioRate::Bundled),
            mode,
            billing,
            lengths,
            minimum,
            images: images.map(|(price, free)| ImageSurcharge {
                price,
                free: free.unwrap_or(0),
            }),
            video: video.map(|price| VideoCharge::PerSecond { price }),
            input_per_million_tokens: None,
            multipliers,
            currency,
            converted_from: None,
            valid_from,
            valid_to,
            status: status.unwrap_or(EntryStatus::Unknown),
            source,
            as_of,
            confidence,
            notes,
        })
    }

    /// How it is billed, by which of the price columns are filled in.
    fn billing(&mut self) -> Option<Billing> {
        let credits = self.decimal("credits_per_second");
        let per_credit = self.decimal("price_per_credit");
        let per_second = self.decimal("price_per_second");
        let per_block = self.decimal("price_per_block");
        let block_seconds = self.decimal("block_seconds");
        let tokens = self.decimal("tokens_per_second");
        let per_million = self.decimal("price_per_million_tokens");
        let base_rate = self.decimal("base_rate");
        let runs = self.runs();
        let found: Vec<Billing> = [
            credits
                .zip(per_credit)
                .map(|(credits_per_second, price_per_credit)| Billing::Credit {
                    credits_per_second,
                    price_per_credit,
                }),
            per_block.zip(block_seconds).map(|(price, seconds)| Billing::Block {
                seconds,
                price,
                most: None,
            }),
            tokens
                .zip(per_million)
                .map(|(tokens_per_second, price_per_million)| Billing::Token {
                    tokens_per_second,
                    price_per_million,
                }),
            base_rate.map(|base_rate| Billing::Formula { base_rate }),
            runs.map(|runs| Billing::Run { runs }),
        ]
        .into_iter()
        .flatten()
        .collect();
        match (found.as_slice(), per_second) {
            ([], Some(price)) => Some(Billing::Second { price }),
            ([only], None) => Some(only.clone()),
            // A list may say both the credits and what they come to; then the two must agree.
            ([only], Some(price)) if only.per_second().is_some_and(|rate| rate == price) => Some(only.clone()),
            ([], None) => {
                if self.problems.is_empty() {
                    self.problems.push(FieldProblem::new(
                        "price_per_second",
                        "",
                        "a price: per second, or credits_per_second with price_per_credit, price_per_block with block_seconds, tokens_per_second with price_per_million_tokens, runs, or base_rate",
                    ));
                }
                None
            }
            _ => {
                self.problems.push(FieldProblem::new(
                    "price_per_second",
                    per_second.map(|price| price.to_string()).unwrap_or_default(),
                    "one price; this row says several that differ",
                ));
                None
            }
        }
    }

    /// `720p,1080p`, `1024x1792/1080p`, `1080p(pro)`; `any` and nothing are for any.
    fn resolutions(&mut self) -> (Vec<Resolution>, Option<String>) {
        let Some(text) = self.text("resolution") else {
            return (Vec::new(), None);
        };
        if text.eq_ignore_ascii_case("any") {
            return (Vec::new(), None);
        }
        let (names, mode) = match text.split_once('(') {
            Some((names, mode)) => (names, Some(mode.trim_end_matches(')').trim().to_owned())),
            None => (text.as_str(), None),
        };
        let mut resolutions = Vec::new();
        for name in names.split([',', '/', ';', '|']) {
            let read = self.read(
                "resolution",
                name,
                Resolution::new,
                "resolutions such as 720p,1080p, or any",
            );
            resolutions.extend(read);
        }
        (resolutions, mode.filter(|mode| !mode.is_empty()))
    }

    /// `5:0.35; 10:0.70`.
    fn runs(&mut self) -> Option<Vec<Run>> {
        let text = self.text("runs")?;
        let runs: Option<Vec<Run>> = text
            .split([';', ','])
            .map(|run| {
                let (seconds, price) = run.split_once(':')?;
                Some(Run {
                    seconds: exact_decimal(seconds).ok()?,
                    price: exact_decimal(price).ok()?,
                })
            })
            .collect();
        if runs.is_none() {
            self.problems.push(FieldProblem::new(
                "runs",
                text,
                "lengths with their prices, such as 5:0.35; 10:0.70",
            ));
        }
        runs
    }

    fn lengths(&mut self) -> Vec<Decimal> {
        let Some(text) = self.text("lengths") else {
            return Vec::new();
        };
        let lengths: Option<Vec<Decimal>> = text
            .split([';', ','])
            .map(|length| exact_decimal(length).ok())
            .collect();
        if lengths.is_none() {
            self.problems
                .push(FieldProblem::new("lengths", text, "seconds such as 5; 10"));
        }
        lengths.unwrap_or_default()
    }

    fn text(&self, field: &str) -> Option<String> {
        let names = PRICE_COLUMNS.iter().find(|names| names[0] == field)?;
        let value = names
            .iter()
            .find_map(|name| self.row.get(*name).filter(|value| !value.is_null()))?;
        let text = match value {
            Value::String(text) => text.trim().to_owned(),
            other => other.to_string(),
        };
        (!text.is_empty()).then_some(text)
    }
    fn required(&mut self, field: &str, expected: &str) -> Option<String> {
        let text = self.text(field);
        if text.is_none() {
            self.problems.push(FieldProblem::new(field, "", expected));
        }
        text
    }
    fn read<T, E>(
        &mut self,
        field: &str,
        text: &str,
        read: impl FnOnce(&str) -> Result<T, E>,
        expected: &str,
    ) -> Option<T> {
        let read = read(text).ok();
        if read.is_none() {
            self.problems.push(FieldProblem::new(field, text, expected));
        }
        read
    }
    fn parsed<T: std::str::FromStr>(&mut self, field: &str, expected: &str) -> Option<T> {
        let text = self.text(field)?;
        self.read(field, &text, str::parse, expected)
    }
    fn decimal(&mut self, field: &str) -> Option<Decimal> {
        let text = self.text(field)?;
        self.read(field, &text, exact_decimal, "a number such as 0.12")
    }
    fn count(&mut self, field: &str) -> Option<u32> {
        self.parsed(field, "a whole number")
    }
}

#[cfg(test)]
mod tests;
