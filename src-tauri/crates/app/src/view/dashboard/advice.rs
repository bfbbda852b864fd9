//! Advice with its figures, and what was put aside.

use circletake_domain::advice::{AdviceKind, AdviceTone, DEFAULT_LOOP_ATTEMPTS, Figure, RefineVerdict};
use circletake_domain::id::BriefId;
use circletake_domain::money::Currency;
use circletake_domain::reason::RejectionReason;
use circletake_domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What tells advice from other advice, whatever its figures are: `loop_alarm:bf_2025_001`.
pub type AdviceId = String;

/// A piece of advice with what it stands on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AdviceView {
    /// What tells it from other advice.
    pub id: AdviceId,
    /// What it is about.
    pub kind: AdviceKind,
    /// Which brief, model or prompt version, where it is about one.
    pub subject: Option<String>,
    /// How pressing it is.
    pub tone: AdviceTone,
    /// What is the case, in a sentence.
    pub headline: String,
    /// What to do about it.
    pub what_to_do: String,
    /// What it stands on.
    pub figures: Vec<Figure>,
    /// Who put it aside and when; null where it stands. It stands again once a figure moved by more than a fifth.
    pub aside: Option<AsideView>,
}

/// Who put advice aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AsideView {
    /// Their name, where known.
    pub person: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// A brief whose attempts come to nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoopView {
    /// Which.
    pub brief_id: BriefId,
    /// Attempts in a row without a usable clip.
    pub attempts: u32,
    /// What they cost so far, as far as known.
    pub cost: String,
    /// Those of them at an unknown cost.
    pub unknown_costs: u32,
    /// What most of them were thrown away for.
    pub main_reason: Option<RejectionReason>,
    /// What else to do.
    pub what_to_do: String,
}

/// Fixing a clip against making another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RefineView {
    /// What is cheaper.
    pub verdict: RefineVerdict,
    /// What another usable clip is expected to cost; null while nothing is usable.
    pub another: Option<String>,
    /// Attempts that this is worked out from.
    pub attempts: u32,
    /// Usable among them.
    pub usable: u32,
    /// Whether they are those of the clip's brief, or of its whole pilot or library because the brief has nothing usable yet.
    pub of_brief: bool,
    /// What an hour of the editor costs; null where nobody said.
    pub hourly_rate: Option<String>,
    /// How long the edit may take until another attempt is the cheaper way.
    pub break_even_minutes: Option<String>,
    /// How long an edit took so far, on average; null where nothing was edited yet.
    pub minutes: Option<String>,
    /// What that costs.
    pub fixing: Option<String>,
    /// Minutes already spent on editing this clip.
    pub spent_minutes: String,
    /// The currency of the amounts.
    pub currency: Currency,
}

/// When advice is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AdviceSettings {
    /// From so many attempts in a row without a usable clip the loop alarm sounds.
    pub loop_attempts: u32,
}

impl Default for AdviceSettings {
    fn default() -> Self {
        Self {
            loop_attempts: DEFAULT_LOOP_ATTEMPTS,
        }
    }
}
