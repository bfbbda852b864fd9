//! The project price: `P = B x t`, `price = P x R x F x M`.

use crate::money::two_places;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use thiserror::Error;

/// The factors of resolution, frame rate and variant. The shipped table is the default; a price entry may carry its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multipliers {
    /// R, by resolution: `720p`, `1080p`, `4k`.
    pub resolution: BTreeMap<String, Decimal>,
    /// F, by frames per second.
    pub frame_rate: BTreeMap<u32, Decimal>,
    /// M, by variant: `general`, `advanced`, and the two ends of the neural voice's range.
    pub variant: BTreeMap<String, Decimal>,
}

impl Default for Multipliers {
    fn default() -> Self {
        let named = |table: &[(&str, i64)]| {
            table
                .iter()
                .map(|(name, hundredths)| ((*name).to_owned(), Decimal::new(*hundredths, 2)))
                .collect()
        };
        Self {
            resolution: named(&[("720p", 100), ("1080p", 120), ("4k", 150)]),
            frame_rate: [(24, 100), (30, 110), (60, 125)]
                .into_iter()
                .map(|(rate, hundredths)| (rate, Decimal::new(hundredths, 2)))
                .collect(),
            variant: named(&[
                ("general", 100),
                ("advanced", 115),
                ("neural_voice_low", 130),
                ("neural_voice_high", 140),
            ]),
        }
    }
}

/// What is to be priced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectRequest {
    /// B, per second.
    pub base_rate: Decimal,
    /// t.
    pub seconds: Decimal,
    /// Looked up in [`Multipliers::resolution`], in either case.
    pub resolution: String,
    /// Looked up in [`Multipliers::frame_rate`].
    pub frames_per_second: u32,
    /// Looked up in [`Multipliers::variant`], in either case.
    pub variant: String,
}

/// A price with its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProjectPrice {
    /// P, before any factor.
    pub base: Decimal,
    /// R.
    pub resolution: Decimal,
    /// F.
    pub frame_rate: Decimal,
    /// M.
    pub variant: Decimal,
    /// The product, exact.
    pub price: Decimal,
}

/// Why there is no price. Never a neighbour's factor, never 1 by default.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PriceError {
    /// A setting that the table does not have.
    #[error("there is no {factor} factor for `{asked}`; the table has: {known}")]
    NoFactor {
        /// `resolution`, `frame rate` or `variant`.
        factor: &'static str,
        /// What was asked for.
        asked: String,
        /// What the table has.
        known: String,
    },
    /// A rate or a length below zero.
    #[error("{0} cannot be negative")]
    Negative(&'static str),
    /// Beyond the range of a decimal.
    #[error("the price is too large to be worked out")]
    TooLarge,
}

impl Multipliers {
    /// The price of a request, with its parts.
    pub fn price(&self, request: &ProjectRequest) -> Result<ProjectPrice, PriceError> {
        if request.base_rate < Decimal::ZERO {
            return Err(PriceError::Negative("the base rate"));
        }
        if request.seconds < Decimal::ZERO {
            return Err(PriceError::Negative("the length"));
        }
        let resolution = factor("resolution", &self.resolution, &request.resolution.to_lowercase())?;
        let frame_rate = factor("frame rate", &self.frame_rate, &request.frames_per_second)?;
        let variant = factor("variant", &self.variant, &request.variant.to_lowercase())?;
        let base = request
            .base_rate
            .checked_mul(request.seconds)
            .ok_or(PriceError::TooLarge)?;
        let price = [resolution, frame_rate, variant]
            .into_iter()
            .try_fold(base, Decimal::checked_mul)
            .ok_or(PriceError::TooLarge)?;
        Ok(ProjectPrice {
            base,
            resolution,
            frame_rate,
            variant,
            price,
        })
    }
}

impl ProjectPrice {
    /// As it is shown and invoiced: two places, half away from zero.
    pub fn rounded(self) -> Decimal {
        two_places(self.price)
    }
}

fn factor<K: Ord + ToString>(
    name: &'static str,
    table: &BTreeMap<K, Decimal>,
    asked: &K,
) -> Result<Decimal, PriceError> {
    table.get(asked).copied().ok_or_else(|| PriceError::NoFactor {
        factor: name,
        asked: asked.to_string(),
        known: table.keys().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_without_a_factor_has_no_price_and_the_error_names_what_there_is() {
        let request = ProjectRequest {
            base_rate: Decimal::ONE,
            seconds: Decimal::ONE,
            resolution: "8K".into(),
            frames_per_second: 24,
            variant: "general".into(),
        };
        assert_eq!(
            Multipliers::default().price(&request).unwrap_err().to_string(),
            "there is no resolution factor for `8k`; the table has: 1080p, 4k, 720p"
        );
    }
}
