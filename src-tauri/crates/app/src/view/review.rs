//! The review room: the queue and what a decision answers.

use super::clips::ClipThumb;
use circletake_domain::id::{BriefId, GenerationId, PersonId};
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What waits for review, oldest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewQueue {
    /// What waits; of very many, the first few thousand.
    pub pending: Vec<ReviewItem>,
    /// How many of the same scope were judged already.
    pub judged: u32,
}

/// One generation that waits.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewItem {
    /// `gen_00042`.
    pub generation_id: GenerationId,
    /// Its brief.
    pub brief_id: BriefId,
    /// Its pictures, where a clip is on this machine.
    pub clip: Option<ClipThumb>,
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
        /// Why; the status follows from it.
        reason: RejectionReason,
    },
    /// Any other move of the workflow.
    MoveTo {
        /// Where to.
        status: Status,
        /// Why, where the status asks for it.
        reason: Option<RejectionReason>,
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
    /// Why, where a reason was given.
    pub reason: Option<RejectionReason>,
}
