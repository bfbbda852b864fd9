//! Plans that were kept with a pilot.

use super::{PlanDraft, PlanEstimate};
use circletake_domain::id::{PilotId, RecordUid};
use circletake_domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Keeps a plan with a pilot.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SavePlanRequest {
    /// Whose run it is.
    pub pilot_id: PilotId,
    /// As people will call it.
    pub name: String,
    /// What is planned.
    pub draft: PlanDraft,
}

/// A plan that was kept, with what it came to on that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanView {
    /// Its identity.
    pub uid: RecordUid,
    /// As people call it.
    pub name: String,
    /// Who made it.
    pub made_by: Option<String>,
    /// When.
    pub created_at: Timestamp,
    /// Since when the run is held against it; null while it is a draft.
    pub frozen_at: Option<Timestamp>,
    /// How many attempts there were already: none where it was made before the run.
    pub attempts_before: u32,
    /// What was planned.
    pub draft: PlanDraft,
    /// What it came to, with the prices and the history of that day.
    pub estimate: PlanEstimate,
}
