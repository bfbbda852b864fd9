//! How a provider bills a clip.

use crate::prices::no_price::NoPrice;
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A run of this many seconds at most beside a fixed length is that length: coded clips end a few frames early or late.
const RUN_TOLERANCE: Decimal = Decimal::from_parts(25, 0, 0, false, 2);

/// How a provider bills the seconds it makes. Prices are per unit, in the entry's currency; 0 is free.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "unit", rename_all = "snake_case", deny_unknown_fields)]
pub enum Billing {
    /// An amount per second.
    Second {
        /// Of one second.
        #[serde(with = "rust_decimal::serde::str")]
        #[ts(type = "string")]
        price: Decimal,
    },
    /// Credits per second, each at a price.
    Credit {
        /// Credits a second of output uses.
        #[serde(with = "rust_decimal::serde::str")]
        #[ts(type = "string")]
        credits_per_second: Decimal,
        /// What a credit costs.
        #[serde(with = "rust_decimal::serde::str")]
        #[ts(type = "string")]
        price_per_credit: Decimal,
    },
    /// Whole blocks of time: a begun block is paid whole.
    Block {
        /// Seconds in a block.
        #[serde(with = "rust_decimal::serde::str")]
        #[ts(type = "string")]
        seconds: Decimal,
        /// Of one block.
        #[serde(with = "rust_decimal::serde::str")]
        #[ts(type = "string")]
        price: Decimal,
        /// Up to how many blocks the price is known; `None` where it holds for any number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        most: Option<u32>,
    },
    /// Runs of fixed lengths, each at its own price. Other lengths are not made.
    Run {
        /// Each length.
        runs: Vec<Run>,
    },
    /// Tokens of output.
    Token {
        /// Tokens a second of output comes to, at this resolution in 16:9.
        #[serde(with = "rust_decimal::serde::str")]
        #[ts(type = "string")]
        tokens_per_second: Decimal,
        /// What a million tokens cost.
        #[serde(with = "rust_decimal::serde::str")]
        #[ts(type = "string")]
        price_per_million: Decimal,
    },
    /// A base rate per second, times the factors of resolution, frame rate and variant.
    Formula {
        /// B.
        #[serde(with = "rust_decimal::serde::str")]
        #[ts(type = "string")]
        base_rate: Decimal,
    },
}

/// A run of a fixed length.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Run {
    /// How long it is.
    #[serde(with = "rust_decimal::serde::str")]
    #[ts(type = "string")]
    pub seconds: Decimal,
    /// What it costs.
    #[serde(with = "rust_decimal::serde::str")]
    #[ts(type = "string")]
    pub price: Decimal,
}

/// What pictures given with the request cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImageSurcharge {
    /// Of each picture that is not free.
    #[serde(with = "rust_decimal::serde::str")]
    #[ts(type = "string")]
    pub price: Decimal,
    /// How many are free.
    #[serde(default)]
    pub free: u32,
}

/// What video given with the request costs. Where an entry says nothing, it is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "charge", rename_all = "snake_case", deny_unknown_fields)]
pub enum VideoCharge {
    /// So much for each second of it.
    PerSecond {
        /// Of one second.
        #[serde(with = "rust_decimal::serde::str")]
        #[ts(type = "string")]
        price: Decimal,
    },
    /// Its seconds are billed as if they were made.
    AsOutput,
    /// Input and output together at a rate of their own.
    OwnRate {
        /// Of one second of either.
        #[serde(with = "rust_decimal::serde::str")]
        #[ts(type = "string")]
        price: Decimal,
        /// At least so many times the output's seconds are billed.
        #[serde(with = "rust_decimal::serde::str")]
        #[ts(type = "string")]
        least_times_output: Decimal,
    },
}

impl Billing {
    /// The word of the unit, as it is stored.
    pub fn unit(&self) -> &'static str {
        match self {
            Self::Second { .. } => "second",
            Self::Credit { .. } => "credit_per_second",
            Self::Block { .. } => "block",
            Self::Run { .. } => "clip",
            Self::Token { .. } => "token",
            Self::Formula { .. } => "formula",
        }
    }
    /// What one second costs, exactly, where the unit says so for any length: not for blocks and runs.
    pub fn per_second(&self) -> Option<Decimal> {
        match self {
            Self::Second { price } | Self::Formula { base_rate: price } => Some(*price),
            Self::Credit {
                credits_per_second,
                price_per_credit,
            } => credits_per_second.checked_mul(*price_per_credit),
            Self::Token {
                tokens_per_second,
                price_per_million,
            } => tokens_per_second
                .checked_mul(*price_per_million)?
                .checked_div(Decimal::from(1_000_000)),
            Self::Block { .. } | Self::Run { .. } => None,
        }
    }
    /// What a second costs at the best: of a whole block, of the run with the lowest price per second. For lists and comparisons, not for bills.
    pub fn best_per_second(&self) -> Option<Decimal> {
        match self {
            Self::Block { seconds, price, .. } => price.checked_div(*seconds),
            Self::Run { runs } => runs.iter().filter_map(|run| run.price.checked_div(run.seconds)).min(),
            other => other.per_second(),
        }
    }
    /// What a clip of this length costs, before any factor, minimum or surcharge.
    pub fn of_clip(&self, length: Decimal) -> Result<Decimal, NoPrice> {
        match self {
            Self::Block { seconds, price, most } => {
                let blocks = length
                    .checked_sub(RUN_TOLERANCE)
                    .unwrap_or(length)
                    .max(Decimal::ZERO)
                    .checked_div(*seconds)
                    .ok_or(NoPrice::TooLarge)?
                    .round_dp_with_strategy(0, RoundingStrategy::ToPositiveInfinity)
                    .max(Decimal::ONE);
                if let Some(most) = most
                    && blocks.to_u32().is_none_or(|blocks| blocks > *most)
                {
                    let known = seconds.checked_mul(Decimal::from(*most)).unwrap_or(*seconds);
                    return Err(NoPrice::LengthNotPriced {
                        seconds: length,
                        known: format!("up to {} seconds", known.normalize()),
                    });
                }
                price.checked_mul(blocks).ok_or(NoPrice::TooLarge)
            }
            Self::Run { runs } => runs
                .iter()
                .find(|run| is_run(run.seconds, length))
                .map(|run| run.price)
                .ok_or_else(|| NoPrice::LengthNotPriced {
                    seconds: length,
                    known: listed(runs.iter().map(|run| run.seconds)),
                }),
            Self::Second { .. } | Self::Credit { .. } | Self::Token { .. } | Self::Formula { .. } => self
                .per_second()
                .and_then(|rate| rate.checked_mul(length))
                .ok_or(NoPrice::TooLarge),
        }
    }
    /// Every price in it.
    pub(crate) fn prices(&self) -> Vec<Decimal> {
        match self {
            Self::Second { price } | Self::Block { price, .. } | Self::Formula { base_rate: price } => vec![*price],
            Self::Credit {
                credits_per_second,
                price_per_credit,
            } => vec![*credits_per_second, *price_per_credit],
            Self::Token {
                tokens_per_second,
                price_per_million,
            } => vec![*tokens_per_second, *price_per_million],
            Self::Run { runs } => runs.iter().map(|run| run.price).collect(),
        }
    }
    /// Every length in it.
    pub(crate) fn lengths(&self) -> Vec<Decimal> {
        match self {
            Self::Block { seconds, .. } => vec![*seconds],
            Self::Run { runs } => runs.iter().map(|run| run.seconds).collect(),
            _ => Vec::new(),
        }
    }
}

/// Whether a clip of this length is a run of that one.
pub(crate) fn is_run(run: Decimal, length: Decimal) -> bool {
    (run - length).abs() <= RUN_TOLERANCE
}

/// Lengths in words: `5 or 10 seconds`.
pub(crate) fn listed(lengths: impl Iterator<Item = Decimal>) -> String {
    let mut lengths: Vec<Decimal> = lengths.collect();
    lengths.sort();
    let words: Vec<String> = lengths.iter().map(|length| length.normalize().to_string()).collect();
    format!("{} seconds", words.join(" or "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn credits_cost_what_their_product_says_exactly() {
        let billing = Billing::Credit {
            credits_per_second: Decimal::from(12),
            price_per_credit: decimal("0.01"),
        };
        assert_eq!(billing.of_clip(Decimal::from(5)), Ok(decimal("0.60")));
    }

    #[test]
    fn tokens_cost_what_a_million_of_them_cost() {
        let billing = Billing::Token {
            tokens_per_second: Decimal::from(5_792),
            price_per_million: decimal("17.50"),
        };
        assert_eq!(billing.per_second(), Some(decimal("0.10136")));
    }

    #[rstest]
    #[case("1", Some("0.06"))]
    #[case("5", Some("0.06"))]
    #[case("5.04", Some("0.06"))]
    #[case("6", Some("0.12"))]
    #[case("10", Some("0.12"))]
    #[case("11", None)]
    fn a_begun_block_is_paid_whole_as_far_as_its_price_is_known(#[case] length: &str, #[case] price: Option<&str>) {
        let billing = Billing::Block {
            seconds: Decimal::from(5),
            price: decimal("0.06"),
            most: Some(2),
        };
        assert_eq!(billing.of_clip(decimal(length)).ok(), price.map(decimal));
    }

    #[rstest]
    #[case("5", Some("0.35"))]
    #[case("5.042", Some("0.35"))]
    #[case("10", Some("0.70"))]
    #[case("7", None)]
    fn a_run_of_a_length_that_is_not_made_has_no_price(#[case] length: &str, #[case] price: Option<&str>) {
        let run = |seconds: u32, price: &str| Run {
            seconds: Decimal::from(seconds),
            price: decimal(price),
        };
        let billing = Billing::Run {
            runs: vec![run(5, "0.35"), run(10, "0.70")],
        };
        assert_eq!(billing.of_clip(decimal(length)).ok(), price.map(decimal));
    }
}
