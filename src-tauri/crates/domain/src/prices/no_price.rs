//! Why something has no price. Unknown is unknown: never 0, never a neighbour's price.

use crate::day::Day;
use crate::money::Currency;
use crate::prices::project_price::PriceError;
use rust_decimal::Decimal;
use serde::Serialize;
use thiserror::Error;

/// Why a request has no price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum NoPrice {
    /// No entry is of this model.
    #[error("no price is known for the model `{model}`{}", at(.provider.as_deref()))]
    UnknownModel {
        /// As asked.
        model: String,
        /// Of this provider, where one was asked for.
        provider: Option<String>,
    },
    /// The model is known, but not so.
    #[error("no price is known for `{model}` with {asked}; known are: {known}")]
    UnknownCombination {
        /// As asked.
        model: String,
        /// The setting that no entry has.
        asked: String,
        /// What there are entries for.
        known: String,
    },
    /// Which entry is meant depends on something the request leaves open.
    #[error("the price of `{model}` depends on the {field}, which is not said; known are: {choices}")]
    NotSaid {
        /// As asked.
        model: String,
        /// `resolution`, `audio`, `mode`, `provider`, `frame rate` or `variant`.
        field: &'static str,
        /// What it may be.
        choices: String,
    },
    /// The provider no longer makes it.
    #[error("`{model}` of {provider} is retired{}: nothing can be planned with it", ended(*.since))]
    Retired {
        /// As asked.
        model: String,
        /// Whose.
        provider: String,
        /// The last day, where it is known.
        since: Option<Day>,
    },
    /// Every price that fits was for another time.
    #[error("no price of `{model}` is known for {day}")]
    NotValidThen {
        /// As asked.
        model: String,
        /// When it was, or is to be, made.
        day: Day,
    },
    /// A length that is not made, or for which no price is known.
    #[error("no price is known for {} seconds; known are: {known}", .seconds.normalize())]
    LengthNotPriced {
        /// As asked.
        #[serde(with = "rust_decimal::serde::str")]
        seconds: Decimal,
        /// The lengths with a price.
        known: String,
    },
    /// What is given with the request changes the price in a way that no entry says.
    #[error("what {input} costs with `{model}` is not known")]
    InputNotPriced {
        /// As asked.
        model: String,
        /// `input video`.
        input: &'static str,
    },
    /// A value that nothing can be worked out with.
    #[error("{field}: {problem}")]
    Invalid {
        /// The field, as people know it.
        field: &'static str,
        /// What is wrong with it.
        problem: String,
    },
    /// A setting without a factor.
    #[error(transparent)]
    Factor(PriceError),
    /// The price is in another currency, and nobody entered a rate.
    #[error("the price is in {from}, and no exchange rate from {from} to {to} was entered")]
    NoExchangeRate {
        /// Of the price.
        from: Currency,
        /// Of the pilot.
        to: Currency,
    },
    /// Beyond the range of a decimal.
    #[error("the price is too large to be worked out")]
    TooLarge,
}

impl NoPrice {
    /// A stable word that code may branch on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownModel { .. } => "unknown_model",
            Self::UnknownCombination { .. } => "unknown_combination",
            Self::NotSaid { .. } => "not_said",
            Self::Retired { .. } => "retired",
            Self::NotValidThen { .. } => "not_valid_then",
            Self::LengthNotPriced { .. } => "length_not_priced",
            Self::InputNotPriced { .. } => "input_not_priced",
            Self::Invalid { .. } => "invalid",
            Self::Factor(_) => "no_factor",
            Self::NoExchangeRate { .. } => "no_exchange_rate",
            Self::TooLarge => "too_large",
        }
    }
    /// What to do next.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::UnknownModel { .. } | Self::UnknownCombination { .. } => {
                "Choose one that is known, or add a price entry of your own in the price catalogue."
            }
            Self::NotSaid { .. } => "Say which is meant.",
            Self::Retired { .. } => {
                "Choose a model that is still made, or add an entry of your own if you can still use it."
            }
            Self::NotValidThen { .. } => "Add an entry with the price of that time.",
            Self::LengthNotPriced { .. } => {
                "Choose a length that has a price, or add an entry of your own for this one."
            }
            Self::InputNotPriced { .. } => "Leave it out, or add an entry of your own that says what it costs.",
            Self::Invalid { .. } | Self::TooLarge => "Correct the value and try again.",
            Self::Factor(_) => "Choose a setting that has a factor.",
            Self::NoExchangeRate { .. } => "Enter the exchange rate with its date beside the price catalogue.",
        }
    }
}

impl From<PriceError> for NoPrice {
    fn from(error: PriceError) -> Self {
        match error {
            PriceError::TooLarge => Self::TooLarge,
            PriceError::OutOfRange { field, expected } => Self::Invalid {
                field,
                problem: format!("{expected} is expected"),
            },
            other @ PriceError::NoFactor { .. } => Self::Factor(other),
        }
    }
}

fn at(provider: Option<&str>) -> String {
    provider.map_or_else(String::new, |provider| format!(" at {provider}"))
}

fn ended(day: Option<Day>) -> String {
    day.map_or_else(String::new, |day| format!(" since {day}"))
}
