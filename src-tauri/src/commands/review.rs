//! The review room.

use circletake_app::view::pilot::Scope;
use circletake_app::view::review::DecisionRequest;
use circletake_domain::frame::Microseconds;
use circletake_domain::id::{GenerationId, PersonId};
use serde::Deserialize;
use ts_rs::TS;

/// Asks for what waits for review.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewQueueArgs {
    /// Where.
    pub scope: Scope,
}

/// Records a decision.
#[derive(Debug, Deserialize, TS)]
pub struct DecideArgs {
    /// Who decides what about which generation.
    pub request: DecisionRequest,
}

/// Takes back a person's last decision.
#[derive(Debug, Deserialize, TS)]
pub struct UndoArgs {
    /// Whose.
    pub person_id: PersonId,
}

/// Adds time that a person spent looking at a clip.
#[derive(Debug, Deserialize, TS)]
pub struct AddReviewTimeArgs {
    /// At which.
    pub generation_id: GenerationId,
    /// Who.
    pub person_id: PersonId,
    /// How long.
    pub microseconds: Microseconds,
}
