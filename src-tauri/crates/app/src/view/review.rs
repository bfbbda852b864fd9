//! The review room: its lists, and what a decision answers.

use super::clips::{ClipFlag, ClipThumb};
use super::pilot::Scope;
use circletake_domain::frame_range::{FrameRange, FrameSet};
use circletake_domain::id::{BriefId, GenerationId, PersonId};
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which list of the review room.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum QueueList {
    /// Waits for review and nobody holds it.
    #[default]
    Pending,
    /// Waits for review, put aside by somebody.
    Held,
    /// A person has judged it; latest first.
    Judged,
}

/// The order of what waits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum QueueOrder {
    /// The attempt made first, first.
    #[default]
    OldestFirst,
    /// What checks saw most in, first.
    FlaggedFirst,
}

/// Asks for a page of a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QueueRequest {
    /// Where.
    pub scope: Scope,
    /// Only this person's: takes of the briefs they have judged in or hold a take of; of what is held, only what they hold.
    pub mine: Option<PersonId>,
    /// Which list.
    pub list: QueueList,
    /// In which order; only what waits has a choice.
    pub order: QueueOrder,
    /// The page begins behind this one.
    pub after: Option<GenerationId>,
    /// How many at most; never more than a thousand.
    pub limit: u32,
}

impl QueueRequest {
    /// The first page of what waits in a scope, oldest first.
    pub fn waiting(scope: Scope) -> Self {
        Self {
            scope,
            mine: None,
            list: QueueList::Pending,
            order: QueueOrder::OldestFirst,
            after: None,
            limit: 1_000,
        }
    }
}

/// A page of a list of the review room, and how long the lists are.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewQueue {
    /// The takes of the page.
    pub takes: Vec<ReviewItem>,
    /// Whether there are more behind it.
    pub more: bool,
    /// How many wait and are not held.
    pub pending: u32,
    /// How many are held.
    pub held: u32,
    /// How many were judged already.
    pub judged: u32,
    /// Takes thrown away or sent back.
    pub rejected: u32,
    /// Those of them for no other reason than `other`.
    pub rejected_other: u32,
    /// Whether that is more often than it should be.
    pub other_too_high: bool,
}

/// One generation in a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewItem {
    /// `gen_00042`.
    pub generation_id: GenerationId,
    /// Its brief.
    pub brief_id: BriefId,
    /// Its pictures, where a clip is on this machine.
    pub clip: Option<ClipThumb>,
    /// Where it stands.
    pub status: Status,
    /// What automatic checks saw.
    pub flags: Vec<ClipFlag>,
    /// Who holds it; null where nobody does.
    pub held_by: Option<String>,
    /// Since when.
    pub held_at: Option<Timestamp>,
}

/// What a person decides about a generation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Decision {
    /// Keep it as it is.
    Keep,
    /// Keep it; it needs an edit.
    KeepForEdit,
    /// Throw it away. In brand review the same reject leads to `rejected_brand_fit`.
    Reject {
        /// Why, the primary reason first; the status follows from that one.
        reasons: Vec<RejectionReason>,
    },
    /// Any other move of the workflow.
    MoveTo {
        /// Where to.
        status: Status,
        /// Why, the primary reason first, where the status asks for it.
        reasons: Vec<RejectionReason>,
    },
}

/// A decision to be recorded.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DecisionRequest {
    /// About which generation.
    pub generation_id: GenerationId,
    /// By whom.
    pub person_id: PersonId,
    /// What.
    pub decision: Decision,
    /// In their words; required for the reason `other`.
    pub note: Option<String>,
    /// Where the decider believes it stands; refused when somebody else was first.
    pub expected_status: Option<Status>,
    /// The frames around the usable seconds; only a keep carries them.
    #[serde(default)]
    pub good_part: Option<FrameRange>,
    /// Review minutes to add, as a decimal, where they were entered by hand.
    pub minutes: Option<String>,
}

/// What became of a decision.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DecisionResult {
    /// About which generation.
    pub generation_id: GenerationId,
    /// Where it stood.
    pub from: Status,
    /// Where it stands now.
    pub to: Status,
    /// Why, where a reason was given: the primary one.
    pub reason: Option<RejectionReason>,
}

/// What a person does with a clip while their time runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WorkKind {
    /// Creative review.
    Review,
    /// Editing.
    Editing,
    /// Brand review.
    BrandReview,
}

/// What one person spent on one kind of work on a generation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimeView {
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub person_name: String,
    /// On what.
    pub kind: WorkKind,
    /// Minutes, as a decimal.
    pub minutes: String,
    /// Whether somebody put them right by hand.
    pub corrected: bool,
    /// The sittings that a clock measured, the earliest first.
    pub sittings: Vec<SittingView>,
}

/// What a clock measured between somebody sitting down at a screen and leaving it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SittingView {
    /// When it began to count.
    pub since: Timestamp,
    /// Minutes, as a decimal.
    pub minutes: String,
}

/// What a person has seen of a clip version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SeenView {
    /// The frames, as ranges in order.
    pub frames: FrameSet,
}

/// How the review room behaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ReviewSettings {
    /// After so many seconds without a key, a click or a movement nobody is taken to be watching.
    pub idle_seconds: u32,
    /// How much memory decoded pictures may take, in MiB. More lets longer takes, and more of them, lie ready whole.
    pub picture_memory_mib: u32,
}

impl Default for ReviewSettings {
    fn default() -> Self {
        Self {
            idle_seconds: 20,
            picture_memory_mib: 1024,
        }
    }
}
