//! A brief: what is wanted, structured.

mod advice;
mod form;
pub mod presets;
mod reading;
mod remarks;

pub use advice::UseAdvice;
pub use form::BriefForm;
pub use reading::BriefProblem;
pub use remarks::Remark;

use crate::id::BriefId;
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

macro_rules! words {
    ($(#[$doc:meta])* $type:ident, $what:literal { $($(#[$variant_doc:meta])* $name:ident = $word:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub enum $type {
            $($(#[$variant_doc])* #[serde(rename = $word)] $name,)*
        }
        impl $type {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word stored and exported.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
            /// Reads the word.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == word)
            }
            /// What is expected, for people.
            pub(crate) fn expected() -> String {
                format!("{}: {}", $what, Self::ALL.iter().map(|value| value.as_str()).collect::<Vec<_>>().join(", "))
            }
        }
    };
}

words! {
    /// Low or high: the scale of risk and of consistency.
    Level, "one of" {
        /// Low.
        Low = "low";
        /// High.
        High = "high";
    }
}

words! {
    /// How finished the clip must look.
    Fidelity, "one of" {
        /// Cheap and fast, while the idea is open.
        Sketch = "sketch";
        /// Expensive, once it is locked.
        Hero = "hero";
    }
}

words! {
    /// A subject that needs checks of its own.
    SensitiveCategory, "each one of" {
        /// Medicine, diet, bodies.
        Health = "health";
        /// Money and credit.
        Finance = "finance";
        /// Shown to children, or showing them.
        Children = "children";
        /// Elections and public affairs.
        Politics = "politics";
        /// Law.
        Legal = "legal";
    }
}

/// What is wanted. The field names are those of the JSON that comes in and goes out; a bare brief has only its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Brief {
    /// `bf_2025_001`.
    pub brief_id: BriefId,
    /// `instagram_reel` ...
    pub channel: String,
    /// `social_broll` ...
    pub format: String,
    /// Length of a clip in seconds.
    #[serde(serialize_with = "as_number")]
    #[ts(type = "number | null")]
    pub duration_seconds: Option<Decimal>,
    /// What it is for, in a sentence.
    pub goal: String,
    /// What must be seen.
    pub must_include: Vec<String>,
    /// What must not be seen.
    pub must_avoid: Vec<String>,
    /// What a small visual error would cost.
    pub risk_level: Level,
    /// How alike the clips must be to each other.
    pub consistency_requirement: Level,
    /// `9:16` ...
    pub aspect_ratio: Option<String>,
    /// `1080p` ...
    pub resolution: Option<String>,
    /// Frames per second, `24` or `24000/1001`.
    pub frame_rate: Option<String>,
    /// What is seen.
    pub scene: Option<String>,
    /// How it feels.
    pub mood: Option<String>,
    /// How the camera moves.
    pub camera_direction: Option<String>,
    /// What is said.
    pub voice_cues: Option<String>,
    /// What is heard under it.
    pub music_cues: Option<String>,
    /// Whose it is.
    pub brand: Brand,
    /// How finished it must look.
    pub fidelity: Option<Fidelity>,
    /// Shown as a paid ad.
    pub paid: bool,
    /// Subjects that need checks of their own.
    pub sensitive_categories: Vec<SensitiveCategory>,
    /// How many rounds of revision are planned.
    pub planned_revisions: u32,
    /// What the JSON said beside these fields, as it came: nothing that somebody typed is lost.
    #[serde(flatten)]
    #[ts(skip)]
    pub extra: BTreeMap<String, Value>,
}

/// Whose clip it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct Brand {
    /// The brand and how it looks.
    pub identity: Option<String>,
    /// What it says.
    pub messaging: Option<String>,
    /// What it always does.
    #[serde(rename = "do")]
    pub does: Vec<String>,
    /// What it never does.
    #[serde(rename = "dont")]
    pub does_not: Vec<String>,
    /// What the JSON said beside these fields, as it came.
    #[serde(flatten)]
    #[ts(skip)]
    pub extra: BTreeMap<String, Value>,
}

impl Brand {
    /// What the brand is called: what its identity begins with, up to the first comma, colon, semicolon, bracket or line.
    pub fn name(&self) -> Option<&str> {
        let identity = self.identity.as_deref()?;
        let name = identity
            .split([',', ':', ';', '(', '\n'])
            .next()
            .unwrap_or_default()
            .trim();
        Some(name).filter(|name| !name.is_empty())
    }
}

impl Brief {
    /// A brief of which only the id is known, as an import of clips or of a log makes it.
    pub fn bare(brief_id: BriefId) -> Self {
        Self {
            brief_id,
            channel: String::new(),
            format: String::new(),
            duration_seconds: None,
            goal: String::new(),
            must_include: Vec::new(),
            must_avoid: Vec::new(),
            risk_level: Level::Low,
            consistency_requirement: Level::Low,
            aspect_ratio: None,
            resolution: None,
            frame_rate: None,
            scene: None,
            mood: None,
            camera_direction: None,
            voice_cues: None,
            music_cues: None,
            brand: Brand::default(),
            fidelity: None,
            paid: false,
            sensitive_categories: Vec::new(),
            planned_revisions: 0,
            extra: BTreeMap::new(),
        }
    }
}

/// Seconds leave as a JSON number, as they come in.
#[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
fn as_number<S: Serializer>(seconds: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    seconds
        .map(|seconds| seconds.normalize().to_string().parse::<serde_json::Number>())
        .transpose()
        .map_err(serde::ser::Error::custom)?
        .serialize(serializer)
}
