//! Exchange rates that people entered. Nothing is converted without one, and a converted price says which.

use crate::day::Day;
use crate::money::Currency;
use crate::prices::no_price::NoPrice;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// So much of one currency for one unit of another, on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExchangeRate {
    /// One unit of this ...
    pub from: Currency,
    /// ... is worth
    pub to: Currency,
    /// so much of that.
    #[serde(with = "rust_decimal::serde::str")]
    #[ts(type = "string")]
    pub rate: Decimal,
    /// On this day.
    pub as_of: Day,
}

/// Rates to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExchangeRates(pub Vec<ExchangeRate>);

/// An amount in the money it was wanted in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    /// The amount, exact.
    pub amount: Decimal,
    /// The rate it was converted at; `None` where it was in that money already.
    pub rate: Option<ExchangeRate>,
}

impl ExchangeRates {
    /// The rate for a day: the latest entered for it or a day before, else the earliest after it. Only in the direction it was entered:
    /// a rate turned round would be a figure that nobody wrote down.
    pub fn on(&self, from: &Currency, to: &Currency, day: Day) -> Option<&ExchangeRate> {
        let entered = || self.0.iter().filter(|rate| rate.from == *from && rate.to == *to);
        entered()
            .filter(|rate| rate.as_of <= day)
            .max_by_key(|rate| rate.as_of)
            .or_else(|| entered().min_by_key(|rate| rate.as_of))
    }
    /// An amount in other money, or why not.
    pub fn convert(&self, amount: Decimal, from: &Currency, to: &Currency, day: Day) -> Result<Converted, NoPrice> {
        if from == to {
            return Ok(Converted { amount, rate: None });
        }
        let rate = self.on(from, to, day).ok_or_else(|| NoPrice::NoExchangeRate {
            from: from.clone(),
            to: to.clone(),
        })?;
        Ok(Converted {
            amount: amount.checked_mul(rate.rate).ok_or(NoPrice::TooLarge)?.normalize(),
            rate: Some(rate.clone()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(rate: &str, day: &str) -> ExchangeRate {
        ExchangeRate {
            from: Currency::new("USD").unwrap(),
            to: Currency::new("EUR").unwrap(),
            rate: rate.parse().unwrap(),
            as_of: Day::parse(day).unwrap(),
        }
    }

    #[test]
    fn nothing_is_converted_without_a_rate_in_that_direction_and_the_rate_of_the_day_is_told() {
        let (dollar, euro) = (Currency::new("USD").unwrap(), Currency::new("EUR").unwrap());
        let day = Day::parse("2026-11-20").unwrap();
        let rates = ExchangeRates(vec![
            rate("0.90", "2026-11-01"),
            rate("0.86", "2026-11-15"),
            rate("0.80", "2026-12-01"),
        ]);
        let converted = rates.convert(Decimal::from(2), &dollar, &euro, day).unwrap();
        assert_eq!(
            (converted.amount, converted.rate.unwrap().as_of.to_string()),
            (Decimal::new(172, 2), "2026-11-15".to_owned())
        );
        assert!(rates.convert(Decimal::ONE, &euro, &dollar, day).is_err());
        assert_eq!(rates.convert(Decimal::ONE, &euro, &euro, day).unwrap().rate, None);
        assert!(
            ExchangeRates::default()
                .convert(Decimal::ONE, &dollar, &euro, day)
                .is_err()
        );
    }
}
