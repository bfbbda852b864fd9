//! What a price says of sound.

use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

/// What a price says of sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AudioRate {
    /// The price with sound, of a model that also makes silent clips for another price.
    On,
    /// The price without sound, of a model that can also make it.
    Off,
    /// Sound is always made and in the price; it cannot be left out.
    AlwaysOn,
    /// The model makes no sound.
    None,
    /// The same price with sound and without.
    Any,
    /// Sound is in the price, or the source knows no effect of it on the price.
    Bundled,
}

/// A text that says nothing of sound.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not one of: on, off, always_on, none, any, bundled")]
pub struct NotAnAudioRate(pub String);

/// Whether a price is for a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Covers {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// It is where the request says so; this one says nothing.
    OnlyIfSaid,
}

impl AudioRate {
    /// Every value.
    pub const ALL: [Self; 6] = [
        Self::On,
        Self::Off,
        Self::AlwaysOn,
        Self::None,
        Self::Any,
        Self::Bundled,
    ];

    /// The word stored and exported.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Off => "off",
            Self::AlwaysOn => "always_on",
            Self::None => "none",
            Self::Any => "any",
            Self::Bundled => "bundled",
        }
    }
    /// Whether this price is for a request with sound (`Some(true)`), without (`Some(false)`), or one that does not say.
    pub fn covers(self, wanted: Option<bool>) -> Covers {
        match (self, wanted) {
            (Self::Any | Self::Bundled, _)
            | (Self::On | Self::AlwaysOn, Some(true))
            | (Self::Off | Self::None, Some(false))
            | (Self::AlwaysOn | Self::None, None) => Covers::Yes,
            (Self::On | Self::Off, None) => Covers::OnlyIfSaid,
            (Self::On | Self::AlwaysOn, Some(false)) | (Self::Off | Self::None, Some(true)) => Covers::No,
        }
    }
}

impl std::str::FromStr for AudioRate {
    type Err = NotAnAudioRate;
    /// Also reads the words that lists in the field use: `on_rate`, `bundled_or_no_price_effect`, `yes`, `no`.
    fn from_str(text: &str) -> Result<Self, NotAnAudioRate> {
        match text.trim().to_lowercase().replace([' ', '-'], "_").as_str() {
            "on" | "on_rate" | "yes" | "true" | "with_audio" => Ok(Self::On),
            "off" | "off_rate" | "no" | "false" | "without_audio" => Ok(Self::Off),
            "always_on" => Ok(Self::AlwaysOn),
            "none" => Ok(Self::None),
            "any" => Ok(Self::Any),
            "bundled" | "bundled_or_no_price_effect" | "included" => Ok(Self::Bundled),
            _ => Err(NotAnAudioRate(text.trim().to_owned())),
        }
    }
}

impl fmt::Display for AudioRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_for_one_choice_is_no_price_for_a_request_that_does_not_choose() {
        assert_eq!(AudioRate::On.covers(None), Covers::OnlyIfSaid);
        assert_eq!(AudioRate::On.covers(Some(false)), Covers::No);
        assert_eq!(AudioRate::AlwaysOn.covers(Some(false)), Covers::No);
        assert_eq!(AudioRate::None.covers(Some(true)), Covers::No);
        assert_eq!(AudioRate::Any.covers(Some(true)), Covers::Yes);
        assert_eq!("on_rate".parse(), Ok(AudioRate::On));
        for rate in AudioRate::ALL {
            assert_eq!(rate.as_str().parse(), Ok(rate));
        }
    }
}
