//! Overhead and compliance, entered by hand.

use circletake_domain::id::{BriefId, GenerationId, PersonId, PilotId, RecordUid};
use circletake_domain::money::{Amount, CostBasis};
use circletake_domain::overhead::OverheadKind;
use circletake_domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an overhead cost is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum OverheadFor {
    /// A whole pilot, once.
    Pilot(PilotId),
    /// A brief, once.
    Brief(BriefId),
    /// One clip.
    Generation(GenerationId),
}

/// An entry with what it stands at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OverheadEntryView {
    /// Its identity.
    pub uid: RecordUid,
    /// What for.
    pub entered_for: OverheadFor,
    /// Of which kind.
    pub kind: OverheadKind,
    /// What it stands at, corrections added.
    pub amount: String,
    /// What was entered first.
    pub entered: String,
    /// How the standing amount is known.
    pub basis: CostBasis,
    /// What it is, in words.
    pub what: Option<String>,
    /// Who entered it.
    pub person: Option<String>,
    /// When.
    pub at: Timestamp,
    /// How often it was corrected.
    pub corrections: u32,
}

/// Enters an overhead cost.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct NewOverheadRequest {
    /// What for.
    pub entered_for: OverheadFor,
    /// Of which kind.
    pub kind: OverheadKind,
    /// How much.
    pub amount: Amount,
    /// How that is known.
    pub basis: CostBasis,
    /// What it is, in words.
    pub what: Option<String>,
    /// Who enters it.
    pub person_id: Option<PersonId>,
}

/// Puts an entry right.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct CorrectOverhead {
    /// Which.
    pub uid: RecordUid,
    /// What it should have said; 0 takes it back.
    pub amount: Amount,
    /// How that is known.
    pub basis: CostBasis,
    /// Why.
    pub why: Option<String>,
    /// Who corrects it.
    pub person_id: Option<PersonId>,
}
