//! Money: exact decimals, never floats. Stored as whole nano-units, rounded half away from zero only for display.

use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

/// Nano-units in one unit of a currency.
const NANOS_PER_UNIT: i64 = 1_000_000_000;

/// Why a text or a product is not an amount.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AmountError {
    /// Not a plain decimal number.
    #[error("`{0}` is not an amount such as 12.50")]
    NotANumber(String),
    /// More than nine digits after the point, or more than about nine billion units.
    #[error("`{0}` cannot be kept exactly: at most nine decimals and nine billion units")]
    OutOfRange(String),
}

/// An amount of money in the pilot's currency, exact to a nano-unit (1e-9). Crosses every boundary as a decimal string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Amount(i64);

impl Amount {
    /// Nothing; what free things cost. Unknown costs are `None`, never this.
    pub const ZERO: Self = Self(0);

    /// From whole nano-units, as the database keeps them.
    pub fn from_nanos(nanos: i64) -> Self {
        Self(nanos)
    }
    /// Whole nano-units.
    pub fn nanos(self) -> i64 {
        self.0
    }
    /// Exactly this decimal, or an error where nano-units cannot hold it.
    pub fn exact(value: Decimal) -> Result<Self, AmountError> {
        let refuse = || AmountError::OutOfRange(value.to_string());
        let scaled = value
            .normalize()
            .checked_mul(Decimal::from(NANOS_PER_UNIT))
            .ok_or_else(refuse)?;
        if scaled.fract().is_zero() {
            scaled.to_i64().map(Self).ok_or_else(refuse)
        } else {
            Err(refuse())
        }
    }
    /// The nearest nano-unit, half away from zero: for computed amounts such as minutes times a rate.
    pub fn rounded(value: Decimal) -> Result<Self, AmountError> {
        let refuse = || AmountError::OutOfRange(value.to_string());
        let scaled = value.checked_mul(Decimal::from(NANOS_PER_UNIT)).ok_or_else(refuse)?;
        scaled
            .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
            .to_i64()
            .map(Self)
            .ok_or_else(refuse)
    }
    /// The amount as a decimal without trailing zeros.
    pub fn decimal(self) -> Decimal {
        Decimal::from_i128_with_scale(i128::from(self.0), 9).normalize()
    }
    /// The sum, unless it leaves the range.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }
}

/// A figure rounded half away from zero to two places, for display and invoices only.
pub fn two_places(value: Decimal) -> Decimal {
    let mut rounded = value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(2);
    rounded
}

/// Reads a plain decimal (`12.50`, `-3`), exactly. Exponents, signs such as `$` and thousands separators are refused here;
/// imports clean them first, where the column is known.
pub fn exact_decimal(text: &str) -> Result<Decimal, AmountError> {
    Decimal::from_str_exact(text.trim()).map_err(|_| AmountError::NotANumber(text.to_owned()))
}

impl std::str::FromStr for Amount {
    type Err = AmountError;
    fn from_str(text: &str) -> Result<Self, AmountError> {
        Self::exact(exact_decimal(text)?)
    }
}
impl TryFrom<String> for Amount {
    type Error = AmountError;
    fn try_from(text: String) -> Result<Self, AmountError> {
        text.parse()
    }
}
impl From<Amount> for String {
    fn from(amount: Amount) -> String {
        amount.to_string()
    }
}
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.decimal().fmt(f)
    }
}

/// Three capital letters of ISO 4217.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Currency(String);

/// A text that is not a currency code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a currency code such as USD or EUR")]
pub struct NotACurrency(pub String);

impl Currency {
    /// Accepts three letters in either case.
    pub fn new(text: &str) -> Result<Self, NotACurrency> {
        let text = text.trim();
        if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            Ok(Self(text.to_ascii_uppercase()))
        } else {
            Err(NotACurrency(text.to_owned()))
        }
    }
    /// The three letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl TryFrom<String> for Currency {
    type Error = NotACurrency;
    fn try_from(text: String) -> Result<Self, NotACurrency> {
        Self::new(&text)
    }
}
impl From<Currency> for String {
    fn from(currency: Currency) -> String {
        currency.0
    }
}

/// Where an amount comes from; shown wherever the amount is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CostBasis {
    /// Worked out before the run.
    Estimated,
    /// Taken from a price entry because the bill is not known.
    Assumed,
    /// Said by the provider with the result, or by an imported log.
    Reported,
    /// On the invoice.
    Billed,
}

impl CostBasis {
    /// Every basis, from the least to the most certain.
    pub const ALL: [Self; 4] = [Self::Estimated, Self::Assumed, Self::Reported, Self::Billed];

    /// The word stored and exported.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Estimated => "estimated",
            Self::Assumed => "assumed",
            Self::Reported => "reported",
            Self::Billed => "billed",
        }
    }
}

/// A word that says of no amount how it is known.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not how a cost is known: estimated, assumed, reported or billed")]
pub struct UnknownBasis(pub String);

impl std::str::FromStr for CostBasis {
    type Err = UnknownBasis;
    fn from_str(text: &str) -> Result<Self, UnknownBasis> {
        Self::ALL
            .into_iter()
            .find(|basis| basis.as_str() == text)
            .ok_or_else(|| UnknownBasis(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("0.12", Some(120_000_000))]
    #[case("0.1200", Some(120_000_000))]
    #[case("-3", Some(-3_000_000_000))]
    #[case("0.0000000001", None)]
    #[case("99999999999", None)]
    #[case("$5", None)]
    #[case("1e3", None)]
    fn only_exact_amounts_are_amounts(#[case] text: &str, #[case] nanos: Option<i64>) {
        assert_eq!(text.parse::<Amount>().ok().map(Amount::nanos), nanos);
    }

    #[test]
    fn halves_are_rounded_away_from_zero_not_to_even() {
        assert_eq!(two_places(Decimal::new(12_125, 3)).to_string(), "12.13");
        assert_eq!(two_places(Decimal::new(-12_125, 3)).to_string(), "-12.13");
        assert_eq!(two_places(Decimal::from(66)).to_string(), "66.00");
    }

    proptest! {
        #[test]
        fn an_amount_survives_its_text(nanos in any::<i64>()) {
            let amount = Amount::from_nanos(nanos);
            prop_assert_eq!(amount.to_string().parse::<Amount>().unwrap(), amount);
        }
    }
}
