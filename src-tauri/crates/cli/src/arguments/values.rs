//! How single values are read from words.

use circletake_domain::gate::{Gate, GateKey};
use circletake_domain::money::{Amount, Currency};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use rust_decimal::Decimal;
use std::str::FromStr;

/// One of a fixed list of words, with help and completions that name them.
pub(super) fn words<T>(words: impl IntoIterator<Item = &'static str>) -> impl TypedValueParser<Value = T>
where
    T: FromStr + Clone + Send + Sync + 'static,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    PossibleValuesParser::new(words).try_map(|word| word.parse::<T>())
}

pub(super) fn parse_currency(text: &str) -> Result<Currency, String> {
    Currency::new(text).map_err(|error| error.to_string())
}

pub(super) fn parse_amount(text: &str) -> Result<Amount, String> {
    let amount: Amount = text
        .parse()
        .map_err(|error: circletake_domain::money::AmountError| error.to_string())?;
    if amount < Amount::ZERO {
        Err("an amount of 0 or more is expected".to_owned())
    } else {
        Ok(amount)
    }
}

pub(super) fn parse_minutes(text: &str) -> Result<Decimal, String> {
    let minutes = circletake_domain::money::exact_decimal(text)
        .map_err(|_| format!("`{text}` is not a number of minutes such as 12.5"))?;
    if minutes < Decimal::ZERO {
        Err("minutes of 0 or more are expected".to_owned())
    } else {
        Ok(minutes)
    }
}

pub(super) fn parse_gate(text: &str) -> Result<GateKey, String> {
    text.parse().map_err(|_| {
        let gates: Vec<_> = Gate::ALL.iter().map(|gate| gate.as_str()).collect();
        format!("expected the key of a checklist's line or one of {}", gates.join(", "))
    })
}

pub(super) fn parse_mapping(text: &str) -> Result<(String, String), String> {
    text.split_once('=')
        .map(|(field, column)| (field.trim().to_owned(), column.trim().to_owned()))
        .ok_or_else(|| format!("`{text}` is not FIELD=COLUMN, such as generation_cost_usd=Bill"))
}
