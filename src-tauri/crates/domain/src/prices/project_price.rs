//! The project price: `P = B x t`, `price = P x R x F x M`.

use crate::money::two_places;
use crate::prices::resolution::Resolution;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use thiserror::Error;
use ts_rs::TS;

/// The longest clip that is priced, in seconds: some thirty years. Beyond it stands a slip of the keyboard.
const LONGEST: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);
/// The largest base rate: a million a second.
const DEAREST: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
const VOICE: &str = "neural_voice";
const VOICE_LOW: &str = "neural_voice_low";
const VOICE_HIGH: &str = "neural_voice_high";

/// The factors of resolution, frame rate and variant. The shipped table is the default; a price entry may carry its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Multipliers {
    /// R, by resolution: `720p`, `1080p`, `4k`.
    #[ts(type = "Record<string, string>")]
    pub resolution: BTreeMap<String, Decimal>,
    /// F, by frames per second.
    #[ts(type = "Record<string, string>")]
    pub frame_rate: BTreeMap<u32, Decimal>,
    /// M, by variant: `general`, `advanced`, and the two ends of the neural voice's range.
    #[ts(type = "Record<string, string>")]
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
            variant: named(&[("general", 100), ("advanced", 115), (VOICE_LOW, 130), (VOICE_HIGH, 140)]),
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
    /// Looked up in [`Multipliers::resolution`], however it is spelt.
    pub resolution: String,
    /// Looked up in [`Multipliers::frame_rate`].
    pub frames_per_second: u32,
    /// Looked up in [`Multipliers::variant`], however it is spelt; `neural voice` has a range.
    pub variant: String,
    /// Where in the neural voice's range; `None` prices its upper end and tells the range.
    pub voice_multiplier: Option<Decimal>,
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
    /// The product, exact. Where the variant has a range, that of its upper end.
    pub price: Decimal,
    /// The least and the most it may come to, where the variant has a range.
    pub range: Option<(Decimal, Decimal)>,
}

/// Why there is no price. Never a neighbour's factor, never 1 by default.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
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
    /// A value that cannot be meant.
    #[error("{field}: {expected} is expected")]
    OutOfRange {
        /// The field, as people know it.
        field: &'static str,
        /// What it may be.
        expected: String,
    },
    /// Beyond the range of a decimal.
    #[error("the price is too large to be worked out")]
    TooLarge,
}

impl Multipliers {
    /// The price of a request, with its parts.
    pub fn price(&self, request: &ProjectRequest) -> Result<ProjectPrice, PriceError> {
        check(
            "base rate",
            request.base_rate,
            Decimal::ZERO..=DEAREST,
            "0 to 1000000 a second",
        )?;
        check_length(request.seconds)?;
        let resolution = self.resolution_factor(&request.resolution)?;
        let frame_rate = factor("frame rate", &self.frame_rate, &request.frames_per_second)?;
        let (least, most) = self.variant_factors(&request.variant, request.voice_multiplier)?;
        let base = times(request.base_rate, request.seconds)?;
        let framed = times(times(base, resolution)?, frame_rate)?;
        let price = times(framed, most)?;
        Ok(ProjectPrice {
            base,
            resolution,
            frame_rate,
            variant: most,
            price,
            range: if least == most {
                None
            } else {
                Some((times(framed, least)?, price))
            },
        })
    }
    fn resolution_factor(&self, asked: &str) -> Result<Decimal, PriceError> {
        let named = Resolution::new(asked).map_or_else(|_| asked.trim().to_lowercase(), String::from);
        factor("resolution", &self.resolution, &named)
    }
    /// The least and the most a variant multiplies by; the same for all but the neural voice.
    fn variant_factors(&self, asked: &str, voice: Option<Decimal>) -> Result<(Decimal, Decimal), PriceError> {
        let named = asked.trim().to_lowercase().replace([' ', '-'], "_");
        let known = || self.variant_words();
        if named == VOICE
            && let (Some(low), Some(high)) = (self.variant.get(VOICE_LOW), self.variant.get(VOICE_HIGH))
        {
            return match voice {
                None => Ok((*low, *high)),
                Some(voice) => {
                    check("voice multiplier", voice, *low..=*high, &format!("{low} to {high}"))?;
                    Ok((voice, voice))
                }
            };
        }
        if voice.is_some() {
            return Err(PriceError::OutOfRange {
                field: "voice multiplier",
                expected: format!("none with the variant `{asked}`, only with neural-voice,"),
            });
        }
        let factor = self.variant.get(&named).copied().ok_or_else(|| PriceError::NoFactor {
            factor: "variant",
            asked: asked.trim().to_owned(),
            known: known(),
        })?;
        Ok((factor, factor))
    }
    /// The variants as people write them, the neural voice once with its range.
    fn variant_words(&self) -> String {
        let mut words: Vec<String> = self
            .variant
            .keys()
            .filter(|name| *name != VOICE_LOW && *name != VOICE_HIGH)
            .cloned()
            .collect();
        if let (Some(low), Some(high)) = (self.variant.get(VOICE_LOW), self.variant.get(VOICE_HIGH)) {
            words.push(format!("neural-voice ({low} to {high})"));
        }
        words.join(", ")
    }
}

impl ProjectPrice {
    /// As it is shown and invoiced: two places, half away from zero.
    pub fn rounded(self) -> Decimal {
        two_places(self.price)
    }
}

/// Refuses a length that no clip has.
pub(crate) fn check_length(seconds: Decimal) -> Result<(), PriceError> {
    if seconds.is_zero() {
        return Err(PriceError::OutOfRange {
            field: "seconds",
            expected: "more than 0".to_owned(),
        });
    }
    check(
        "seconds",
        seconds,
        Decimal::ZERO..=LONGEST,
        "more than 0, at most 1000000000",
    )
}

fn check(
    field: &'static str,
    value: Decimal,
    range: std::ops::RangeInclusive<Decimal>,
    expected: &str,
) -> Result<(), PriceError> {
    if range.contains(&value) {
        Ok(())
    } else {
        Err(PriceError::OutOfRange {
            field,
            expected: expected.to_owned(),
        })
    }
}

fn times(left: Decimal, right: Decimal) -> Result<Decimal, PriceError> {
    left.checked_mul(right).ok_or(PriceError::TooLarge)
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
    use proptest::prelude::*;

    fn request() -> ProjectRequest {
        ProjectRequest {
            base_rate: Decimal::ONE,
            seconds: Decimal::ONE,
            resolution: "720p".into(),
            frames_per_second: 24,
            variant: "general".into(),
            voice_multiplier: None,
        }
    }
    fn refused(request: &ProjectRequest) -> String {
        Multipliers::default().price(request).unwrap_err().to_string()
    }

    #[test]
    fn a_setting_without_a_factor_has_no_price_and_the_error_names_what_there_is() {
        assert_eq!(
            refused(&ProjectRequest {
                resolution: "8K".into(),
                ..request()
            }),
            "there is no resolution factor for `8k`; the table has: 1080p, 4k, 720p"
        );
        assert_eq!(
            refused(&ProjectRequest {
                frames_per_second: 25,
                ..request()
            }),
            "there is no frame rate factor for `25`; the table has: 24, 30, 60"
        );
        assert_eq!(
            refused(&ProjectRequest {
                variant: "best".into(),
                ..request()
            }),
            "there is no variant factor for `best`; the table has: advanced, general, neural-voice (1.30 to 1.40)"
        );
    }

    #[test]
    fn a_value_that_cannot_be_meant_is_refused_by_name() {
        for (request, field) in [
            (
                ProjectRequest {
                    base_rate: Decimal::NEGATIVE_ONE,
                    ..request()
                },
                "base rate",
            ),
            (
                ProjectRequest {
                    base_rate: Decimal::MAX,
                    ..request()
                },
                "base rate",
            ),
            (
                ProjectRequest {
                    seconds: Decimal::ZERO,
                    ..request()
                },
                "seconds",
            ),
            (
                ProjectRequest {
                    seconds: Decimal::MAX,
                    ..request()
                },
                "seconds",
            ),
            (
                ProjectRequest {
                    voice_multiplier: Some(Decimal::ONE),
                    ..request()
                },
                "voice multiplier",
            ),
        ] {
            assert!(refused(&request).starts_with(field), "{field}: {}", refused(&request));
        }
    }

    #[test]
    fn the_neural_voice_is_priced_at_its_upper_end_and_tells_its_range_until_somebody_says_where_in_it() {
        let voice = ProjectRequest {
            variant: "Neural-Voice".into(),
            ..request()
        };
        let price = Multipliers::default().price(&voice).unwrap();
        assert_eq!(price.price, Decimal::new(14, 1));
        assert_eq!(price.range, Some((Decimal::new(13, 1), Decimal::new(14, 1))));
        let said = ProjectRequest {
            voice_multiplier: Some(Decimal::new(135, 2)),
            ..voice.clone()
        };
        let price = Multipliers::default().price(&said).unwrap();
        assert_eq!((price.price, price.range), (Decimal::new(135, 2), None));
        assert!(
            refused(&ProjectRequest {
                voice_multiplier: Some(Decimal::TWO),
                ..voice
            })
            .starts_with("voice multiplier")
        );
    }

    proptest! {
        #[test]
        fn a_price_is_exact_two_halves_of_a_clip_cost_as_much_as_the_whole_and_better_is_never_cheaper(
            mills in 0_i64..1_000_000, tenths in 1_i64..1_000_000, split in 1_i64..1_000_000,
        ) {
            let table = Multipliers::default();
            let priced = |tenths: i64, resolution: &str, fps| table.price(&ProjectRequest {
                base_rate: Decimal::new(mills, 4),
                seconds: Decimal::new(tenths, 1),
                resolution: resolution.into(),
                frames_per_second: fps,
                variant: "advanced".into(),
                voice_multiplier: None,
            }).unwrap().price;
            prop_assert_eq!(priced(tenths + split, "1080p", 30), priced(tenths, "1080p", 30) + priced(split, "1080p", 30));
            // In whole hundred-thousandths of thousandths: integers have no rounding to hide.
            let expected = i128::from(mills) * i128::from(tenths) * 120 * 110 * 115;
            prop_assert_eq!(priced(tenths, "1080p", 30), Decimal::from_i128_with_scale(expected, 11));
            prop_assert!(priced(tenths, "720p", 24) <= priced(tenths, "1080p", 30));
            prop_assert!(priced(tenths, "1080p", 30) <= priced(tenths, "4k", 60));
        }
    }
}
