//! A price entry: what a model costs, who says so, and since when.

use crate::day::Day;
use crate::id::{ModelName, RecordUid};
use crate::money::Currency;
use crate::prices::as_of::AsOf;
use crate::prices::audio::AudioRate;
use crate::prices::billing::{Billing, ImageSurcharge, VideoCharge};
use crate::prices::project_price::Multipliers;
use crate::prices::resolution::Resolution;
use crate::timestamp::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// Prices seen longer ago than this are named as old: most lists of the field changed within a quarter.
pub const STALE_AFTER_DAYS: i64 = 90;

/// What a model costs, for the settings it covers. An entry never changes; a new price is a new entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PriceEntry {
    /// Who sells it.
    pub provider: String,
    /// The model, as requests and logs name it.
    pub model: ModelName,
    /// The model, as people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub name: Option<String>,
    /// The resolutions it is for; none: for any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resolutions: Vec<Resolution>,
    /// What it says of sound.
    pub audio: AudioRate,
    /// The mode of the request it is for (`pro`); `None` where the model has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub mode: Option<String>,
    /// How it is billed.
    pub billing: Billing,
    /// The lengths that are made, in seconds; none: any.
    #[serde(default, skip_serializing_if = "Vec::is_empty", with = "decimals")]
    #[ts(type = "Array<string>")]
    pub lengths: Vec<Decimal>,
    /// The least a task costs.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "rust_decimal::serde::str_option"
    )]
    #[ts(optional, type = "string")]
    pub minimum: Option<Decimal>,
    /// What pictures given with the request cost; `None`: nothing is said, and nothing is added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub images: Option<ImageSurcharge>,
    /// What video given with the request costs; `None`: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub video: Option<VideoCharge>,
    /// What a million tokens of the prompt cost beside the clip; told, not added: a prompt's tokens are few and not known beforehand.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "rust_decimal::serde::str_option"
    )]
    #[ts(optional, type = "string")]
    pub input_per_million_tokens: Option<Decimal>,
    /// Factors of its own for billing by formula; `None`: the shipped table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub multipliers: Option<Multipliers>,
    /// In what money.
    pub currency: Currency,
    /// Where the source itself converted a list price in other money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub converted_from: Option<Conversion>,
    /// From which day it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub valid_from: Option<Day>,
    /// Until which day, that day included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub valid_to: Option<Day>,
    /// Whether the model is still made.
    pub status: EntryStatus,
    /// Where the price stands.
    pub source: String,
    /// When it stood there.
    pub as_of: AsOf,
    /// How sure it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub confidence: Option<Confidence>,
    /// What else is known of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub notes: Option<String>,
}

/// A list price in other money, as the source converted it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Conversion {
    /// The money of the list.
    pub currency: Currency,
    /// How much of it made one of the entry's.
    #[serde(with = "rust_decimal::serde::str")]
    #[ts(type = "string")]
    pub rate: Decimal,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// Every value.
            pub const ALL: &[Self] = &[$(Self::$variant),*];
            /// The word stored and exported.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }
        impl std::str::FromStr for $name {
            type Err = String;
            fn from_str(text: &str) -> Result<Self, String> {
                match text.trim().to_lowercase().as_str() {
                    $($word => Ok(Self::$variant),)*
                    _ => Err(format!("one of: {}", [$($word),*].join(", "))),
                }
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

words! {
    /// Whether a model is still made.
    EntryStatus {
        /// It is.
        Active = "active",
        /// No longer: old clips keep their price, nothing is planned with it.
        Retired = "retired",
        /// Nobody could tell; it may be planned with, and the price says so.
        Unknown = "unknown",
    }
}
words! {
    /// How sure a price is.
    Confidence {
        /// On the provider's own page.
        High = "high",
        /// By a list that cites the provider.
        Medium = "medium",
        /// Nobody could confirm it: worked out from what others charge, or from a list alone.
        Low = "low",
    }
}
words! {
    /// Who put an entry into the catalogue.
    Origin {
        /// It came with the app.
        Shipped = "shipped",
        /// A person wrote it.
        Person = "person",
        /// A person brought it in with a file.
        Import = "import",
    }
}

/// An entry as it stands in a catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListedEntry {
    /// Its identity: of a shipped one worked out from what it says, so that it is the same everywhere.
    pub uid: RecordUid,
    /// Who put it there.
    pub origin: Origin,
    /// The entry whose place it takes.
    pub replaces: Option<RecordUid>,
    /// When it was added; `None` for those that came with the app.
    pub added_at: Option<Timestamp>,
    /// What it says.
    pub entry: PriceEntry,
}

impl PriceEntry {
    /// The identity of an entry that came with the app.
    pub fn shipped_uid(&self) -> RecordUid {
        let written = serde_json::to_string(self).unwrap_or_default();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&blake3::hash(written.as_bytes()).as_bytes()[..16]);
        RecordUid(uuid::Builder::from_custom_bytes(bytes).into_uuid())
    }
    /// Whether a model of this name is meant: by its id or by what people call it, in any case.
    pub fn is_of_model(&self, model: &str) -> bool {
        let asked = model.trim();
        let same = |name: &str| name.eq_ignore_ascii_case(asked);
        same(self.model.as_str()) || self.name.as_deref().is_some_and(same)
    }
    /// Whether two entries are for exactly the same requests.
    pub fn covers_the_same(&self, other: &Self) -> bool {
        let sorted = |entry: &Self| {
            let mut resolutions = entry.resolutions.clone();
            resolutions.sort();
            resolutions
        };
        self.provider.eq_ignore_ascii_case(&other.provider)
            && self.model.as_str().eq_ignore_ascii_case(other.model.as_str())
            && self.audio == other.audio
            && self.mode == other.mode
            && sorted(self) == sorted(other)
    }
    /// What it is for, in words: `kling-v2-6 1080p pro, audio off (Kling AI)`.
    pub fn words(&self) -> String {
        format!("{}{} ({})", self.model, self.settings_words(), self.provider)
    }
    fn settings_words(&self) -> String {
        let mut words = String::new();
        if !self.resolutions.is_empty() {
            words.push(' ');
            words.push_str(
                &self
                    .resolutions
                    .iter()
                    .map(Resolution::as_str)
                    .collect::<Vec<_>>()
                    .join("/"),
            );
        }
        if let Some(mode) = &self.mode {
            words.push(' ');
            words.push_str(mode);
        }
        if matches!(self.audio, AudioRate::On | AudioRate::Off) {
            words.push_str(", audio ");
            words.push_str(self.audio.as_str());
        }
        words
    }
    /// Whether it was seen too long ago to be trusted without a look, or nobody knows when.
    pub fn is_stale_on(&self, today: Day) -> bool {
        self.as_of.age_on(today).is_none_or(|age| age > STALE_AFTER_DAYS)
    }
}

mod decimals {
    //! Decimals as strings, in a list.
    use rust_decimal::Decimal;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(values: &[Decimal], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(values.iter().map(ToString::to_string))
    }
    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Decimal>, D::Error> {
        Vec::<String>::deserialize(deserializer)?
            .iter()
            .map(|text| Decimal::from_str_exact(text).map_err(D::Error::custom))
            .collect()
    }
}
