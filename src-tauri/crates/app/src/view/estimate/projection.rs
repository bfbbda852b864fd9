//! What a run was projected to cost against what it did.

use super::PlanView;
use circletake_domain::id::{GenerationId, ModelName, PromptId};
use circletake_domain::money::{CostBasis, Currency};
use circletake_domain::status::Status;
use serde::Serialize;
use ts_rs::TS;

/// What a pilot's run was projected to cost against what it did. Null is unknown or undefined, never 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProjectionView {
    /// The plan the run follows; null where none was made.
    pub plan: Option<PlanView>,
    /// The currency of every amount.
    pub currency: Currency,
    /// Attempts so far.
    pub attempts: u32,
    /// The run so far against the plan, for as many attempts.
    pub run: Vec<RunFigure>,
    /// What models charged, by how it is known.
    pub bases: Vec<BasisAmount>,
    /// Attempts whose cost is not known; they are missing above.
    pub unknown_costs: u32,
    /// What a second of clip costs.
    pub seconds: Vec<SecondCost>,
    /// By model, dearest first.
    pub models: Vec<PartProjection>,
    /// By prompt version, dearest first.
    pub prompts: Vec<PartProjection>,
}

/// What is compared of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RunFigureKind {
    /// Usable clips.
    Usable,
    /// What models charge.
    ModelCost,
    /// What people cost.
    HumanCost,
    /// Storage, orchestration, tooling, compliance.
    OverheadCost,
    /// All of it.
    TotalCost,
    /// The total over the usable clips.
    CostPerUsable,
}

/// A figure of a run: planned, projected for the attempts so far, and actual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RunFigure {
    /// Which.
    pub kind: RunFigureKind,
    /// For the whole run, as planned.
    pub planned: Option<String>,
    /// For as many attempts as there were.
    pub projected: Option<String>,
    /// The range of the plan, 95 %, where it has one; an end is null where there is none.
    pub projected_interval: Option<[Option<String>; 2]>,
    /// What it came to.
    pub actual: Option<String>,
    /// Whether something is missing in it, so that it is more than that.
    pub incomplete: bool,
    /// Actual less projected; undefined while something is missing.
    pub variance: Option<String>,
    /// That over the projected.
    pub variance_share: Option<String>,
}

/// What models charged, of one basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BasisAmount {
    /// How it is known.
    pub basis: CostBasis,
    /// How many attempts.
    pub attempts: u32,
    /// How much.
    pub amount: String,
}

/// Which seconds a cost is spread over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SecondKind {
    /// Every second that was made.
    Generated,
    /// Those of usable clips.
    Usable,
    /// Those of published clips.
    Published,
}

/// What a second costs, over the seconds that FFmpeg measured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SecondCost {
    /// Which seconds.
    pub kind: SecondKind,
    /// How many were measured.
    pub seconds: String,
    /// What models charge a second, as planned.
    pub projected: Option<String>,
    /// What they charged, as far as it is known.
    pub actual: Option<String>,
    /// Actual less projected.
    pub variance: Option<String>,
    /// Everything a second cost, people and overhead too.
    pub all_costs: Option<String>,
}

/// What a part of the actual costs is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ProjectionPart {
    /// Attempts by one model; null where it is not known.
    Model {
        /// Its name.
        model: Option<ModelName>,
    },
    /// Attempts with one prompt version; null where it is not known.
    Prompt {
        /// Which prompt.
        prompt_id: Option<PromptId>,
        /// Which version.
        version: Option<String>,
    },
}

/// One model's or prompt version's attempts, projected and actual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartProjection {
    /// Whose.
    pub part: ProjectionPart,
    /// How many attempts.
    pub attempts: u32,
    /// How many usable.
    pub usable: u32,
    /// What they were projected to cost; null where nothing was planned for them.
    pub projected: Option<String>,
    /// What they cost, as far as it is known.
    pub actual: Option<String>,
    /// Actual less projected; only where the cost of every attempt is known.
    pub variance: Option<String>,
    /// Attempts whose cost is not known.
    pub unknown_costs: u32,
    /// The actual, by how it is known.
    pub bases: Vec<BasisAmount>,
    /// What a second costs.
    pub seconds: Vec<SecondCost>,
}

/// One attempt, projected and actual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClipProjection {
    /// Which.
    pub generation_id: GenerationId,
    /// Where it stands.
    pub status: Status,
    /// By which model.
    pub model: Option<ModelName>,
    /// With which prompt version: `pr_00007 v3`.
    pub prompt: Option<String>,
    /// What it was projected to cost.
    pub projected: Option<String>,
    /// What it cost.
    pub actual: Option<String>,
    /// How that is known.
    pub basis: Option<CostBasis>,
    /// Actual less projected.
    pub variance: Option<String>,
    /// Seconds measured in its file.
    pub seconds: Option<String>,
    /// What a second was projected to cost, over the length that was asked for.
    pub projected_per_second: Option<String>,
    /// What it cost, over the length that was measured.
    pub actual_per_second: Option<String>,
}
