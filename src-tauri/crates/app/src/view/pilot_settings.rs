//! What can be said of a pilot, and what it was held against before.

use circletake_domain::decision::QualityBar;
use circletake_domain::money::Amount;
use circletake_domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A pilot's settings, as they are shown and as they are said anew.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct PilotSettings {
    /// As people call it.
    pub name: String,
    /// `social_broll` ...
    pub format: String,
    /// `instagram_reel` ...
    pub channel: String,
    /// How many generations are planned.
    pub target_generations: Option<u32>,
    /// How long its clips are to be, in seconds; the shorter end where a range is wanted.
    pub shortest_seconds: Option<String>,
    /// The longer end of a range.
    pub longest_seconds: Option<String>,
    /// The models it tries, by name.
    pub models: Vec<String>,
    /// The prompt templates it tries, by id.
    pub templates: Vec<String>,
    /// What one clip costs the team today; null where nobody said.
    pub benchmark: Option<Amount>,
    /// What that clip is.
    pub benchmark_what: Option<String>,
    /// Who says so.
    pub benchmark_source: Option<String>,
    /// What the pilot may cost in all.
    pub budget: Option<Amount>,
    /// What must be true at its end.
    pub quality_bar: QualityBar,
    /// The preset it was made from; it stays as it was.
    pub preset: Option<String>,
}

/// The settings of a pilot with everything it was ever held against.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PilotSettingsView {
    /// As they are.
    pub settings: PilotSettings,
    /// Benchmarks and quality bars, the latest first; the first is the one that counts.
    pub standards: Vec<StandardView>,
}

/// A benchmark and a quality bar that a pilot was held against from a moment on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StandardView {
    /// What one clip cost the team; null where nobody said.
    pub benchmark: Option<Amount>,
    /// What that clip was.
    pub benchmark_what: Option<String>,
    /// Who said so.
    pub benchmark_source: Option<String>,
    /// What had to be true, in words.
    pub quality_bar: Vec<String>,
    /// Who set it; null where nobody was asked.
    pub set_by: Option<String>,
    /// When.
    pub set_at: Timestamp,
}
